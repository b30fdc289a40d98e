import type SQLite from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type LimitNode,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { SqliteStatements } from './sqlite-statements.ts'

/** Two connections to one file: those who write take turns on the first, the other reads what is committed. */
export type SqliteFiles = { writer: SQLite.Database; reader: SQLite.Database }

/** SQLite as Kysely knows it, with a driver of our own. */
export function sqliteDialect(driver: TurnsDriver): Dialect {
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new KeepingQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  }
}

/**
 * SQLite plans by the value of a bare `limit ?`, so it prepares the statement anew whenever one is bound: 130 µs for a
 * list of entries. What is reckoned from the value it leaves alone.
 */
class KeepingQueryCompiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit cast(')
    this.visitNode(limit)
    this.append(' as integer)')
  }
}

/** So many transactions share a flush at most. */
const MOST_TOGETHER = 32

const BACK_TO_OTHERS = ['rollback to turn', 'release turn']

/** Who is told when a transaction that is over has reached the disk, or that it never will. */
type Unflushed = { resolve(): void; reject(error: unknown): void }

/**
 * Gives everybody who writes a turn, and one flush to all whose turns come close together: a transaction that is over
 * leaves SQLite's own open until the event loop has come round, and who comes until then goes on in it under a
 * savepoint. Each is answered after the flush, so that nothing is acknowledged that is not on the disk. Who only reads
 * waits for nobody, and sees nothing that is not there to stay.
 */
export class TurnsDriver implements Driver {
  readonly #files: SqliteFiles
  readonly #writing: SqliteStatements
  readonly #reading: SqliteStatements
  readonly #waiting: (() => void)[] = []
  #isTaken = false
  readonly #unflushed: Unflushed[] = []

  constructor(files: SqliteFiles) {
    this.#files = files
    this.#writing = new SqliteStatements(files.writer)
    this.#reading = new SqliteStatements(files.reader)
  }

  get isWriting(): boolean {
    return this.#isTaken
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiting.length
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Session(this)
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    if (this.#unflushed.length > 0) this.#flush()
    this.#files.reader.close()
    this.#files.writer.close()
  }

  /** A plain `begin` that reads before it writes fails at once beside another writing process, whatever the timeout. */
  async beginTransaction(session: Session, settings: TransactionSettings): Promise<void> {
    const isReading = settings.accessMode === 'read only'
    await this.#takeTurn()
    try {
      if (isReading && this.#unflushed.length > 0) this.#flush()
      const isFollowing = this.#files.writer.inTransaction
      this.#run(isReading ? 'begin' : isFollowing ? 'savepoint turn' : 'begin immediate')
      session.turn = { isReading, isFollowing }
    } catch (error) {
      this.#passTurn()
      throw error
    }
  }

  async commitTransaction(session: Session): Promise<void> {
    const { turn } = session
    if (turn?.isReading) this.#run('commit')
    if (turn?.isFollowing) this.#run('release turn')
    session.turn = undefined
    if (turn?.isReading) return this.#passTurn()
    return this.#endTurn()
  }

  /** One that follows others may have failed for what they wrote, so that it is answered after their flush as well. */
  async rollbackTransaction(session: Session): Promise<void> {
    const { turn, error } = session
    // Where the flush failed, all is taken back already.
    if (!turn) return
    session.turn = undefined
    // SQLite itself takes back what a full disk has cut short, with all that was not flushed; to ask for it again would
    // hide why.
    const isOpen = this.#files.writer.inTransaction
    try {
      if (isOpen) for (const step of turn.isFollowing ? BACK_TO_OTHERS : ['rollback']) this.#run(step)
      else this.#refuse(error)
    } catch (trouble) {
      this.#passTurn()
      throw trouble
    }
    if (isOpen && turn.isFollowing) return this.#endTurn()
    this.#passTurn()
  }

  /** Outside of a transaction: a read by itself, or a write that is a transaction of its own. */
  async executeAlone(session: Session, query: CompiledQuery): Promise<QueryResult<unknown>> {
    const reading = this.#reading.prepare(query.sql)
    if (reading.isReadonly) return reading.execute(query.parameters)
    await this.beginTransaction(session, {})
    try {
      const result = this.executeInTurn(query)
      await this.commitTransaction(session)
      return result
    } catch (error) {
      session.error = error
      await this.rollbackTransaction(session)
      throw error
    }
  }

  executeInTurn(query: CompiledQuery): QueryResult<unknown> {
    return this.#writing.prepare(query.sql).execute(query.parameters)
  }

  stream(query: CompiledQuery, isInTurn: boolean): Iterable<unknown> {
    const statements = isInTurn ? this.#writing : this.#reading
    return statements.prepare(query.sql).iterate(query.parameters)
  }

  #run(text: string): void {
    this.#writing.prepare(text).execute([])
  }

  #takeTurn(): Promise<void> {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve))
    this.#isTaken = true
    return Promise.resolve()
  }

  /** Gives the turn away, and is kept when what it followed, and what it wrote itself, is flushed. */
  #endTurn(): Promise<void> {
    const flushed = new Promise<void>((resolve, reject) => this.#unflushed.push({ resolve, reject }))
    if (this.#unflushed.length >= MOST_TOGETHER) this.#flush()
    this.#passTurn()
    return flushed
  }

  #passTurn(): void {
    const next = this.#waiting.shift()
    if (next) return next()
    this.#isTaken = false
    if (this.#unflushed.length === 0) return
    setImmediate(() => {
      // Whoever has taken the turn meanwhile comes by here when it is over.
      if (!this.#isTaken && this.#unflushed.length > 0) this.#flush()
    })
  }

  #flush(): void {
    try {
      this.#run('commit')
      for (const each of this.#unflushed.splice(0)) each.resolve()
    } catch (error) {
      if (this.#files.writer.inTransaction) this.#run('rollback')
      this.#refuse(error)
    }
  }

  /** Tells all who wait for the flush that there will be none. */
  #refuse(error: unknown): void {
    for (const each of this.#unflushed.splice(0)) each.reject(error)
  }
}

/** What Kysely takes for a connection: from the first statement to the last of one transaction, or a single one. */
class Session implements DatabaseConnection {
  readonly #driver: TurnsDriver
  turn: { isReading: boolean; isFollowing: boolean } | undefined
  /** What went wrong last. */
  error: unknown

  constructor(driver: TurnsDriver) {
    this.#driver = driver
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Rows have the type that the query says they have.
    if (!this.turn) return this.#driver.executeAlone(this, query) as Promise<QueryResult<R>>
    try {
      return this.#driver.executeInTurn(query) as QueryResult<R>
    } catch (error) {
      this.error = error
      throw error
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#driver.stream(query, this.turn !== undefined)) yield { rows: [row as R] }
  }
}
