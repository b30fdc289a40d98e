import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type LimitNode,
  type QueryCompiler,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
  type TransactionSettings,
} from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/sqlite'
import type { Database, Engine } from './engine.ts'
import type { Schema } from './schema.ts'
import { sqliteTransfer } from './sqlite-transfer.ts'

const MAPPED_BYTES = 1024 ** 3

/**
 * Opens the database file, making it when there is none; or for reading only, beside those who write. With `keysOff`,
 * rows may come before those that they point at.
 */
export function openSqlite(path: string, { readonly = false, keysOff = false } = {}): Database {
  const file = new SQLite(path, { readonly })
  if (!readonly) file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma(`foreign_keys = ${keysOff ? 'OFF' : 'ON'}`)
  file.pragma('busy_timeout = 10000')
  file.pragma('cache_size = -32000')
  file.pragma('temp_store = MEMORY')
  // Who only reads reads a great deal: without copying each page, sums take two thirds of the time.
  file.pragma(`mmap_size = ${MAPPED_BYTES}`)
  const kysely = new Kysely<Schema>({
    dialect: new ImmediateSqliteDialect(file),
  })
  return { kysely, engine: sqliteEngine(file), close: () => kysely.destroy() }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #driver: ImmediateSqliteDriver

  constructor(file: SQLite.Database) {
    const config = { database: withCachedStatements(file) }
    super(config)
    this.#driver = new ImmediateSqliteDriver(config, file)
  }

  override createDriver(): SqliteDriver {
    return this.#driver
  }

  override createQueryCompiler(): QueryCompiler {
    return new KeepingQueryCompiler()
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

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #file: SQLite.Database

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], file: SQLite.Database) {
    super(config)
    this.#file = file
  }

  /** A plain `begin` that reads before it writes fails at once beside another writing process, whatever the timeout. */
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const isReading = settings?.accessMode === 'read only'
    await connection.executeQuery(CompiledQuery.raw(isReading ? 'begin' : 'begin immediate'))
  }

  /** SQLite itself takes back what a full disk has cut short; to ask for it again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection)
  }
}

const STATEMENTS_KEPT = 500

/** Kysely's driver prepares each statement anew; keeping them is 8,700 → 36,600 point reads a second. */
function withCachedStatements(file: SQLite.Database): SqliteDatabase {
  const statements = new Map<string, KeptStatement>()
  return {
    prepare(text: string) {
      const known = statements.get(text)
      if (known && !known.busy) return known
      const statement = new KeptStatement(file.prepare(text))
      if (statements.size >= STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? '')
      statements.set(text, statement)
      return statement
    },
    close: () => void file.close(),
  }
}

type Values = readonly unknown[]

/** A statement whose rows are made here from bare values, which takes two thirds of what the driver's own rows take. */
class KeptStatement implements SqliteStatement {
  readonly reader: boolean
  readonly #statement: SQLite.Statement<Values[], Values>
  #names: string[] = []

  constructor(statement: SQLite.Statement<Values[], Values>) {
    this.reader = statement.reader
    this.#statement = statement.reader ? statement.raw() : statement
  }

  /** True while its rows are being walked through. */
  get busy() {
    return this.#statement.busy
  }

  all(values: Values) {
    return this.#statement.all(values).map((row) => this.#named(row))
  }

  run(values: Values) {
    return this.#statement.run(values)
  }

  *iterate(values: Values) {
    for (const row of this.#statement.iterate(values)) yield this.#named(row)
  }

  #named(row: Values): Record<string, unknown> {
    // `*` means more once another process has added a column.
    if (row.length !== this.#names.length) this.#names = this.#statement.columns().map(({ name }) => name)
    const named: Record<string, unknown> = {}
    for (const [index, name] of this.#names.entries()) named[name] = row[index]
    return named
  }
}

/**
 * An index of every three letters of an entry's text, kept in step by triggers. Its texts are in lower case already.
 * The workspace is a word of its own beside them, so that a common word of others costs nothing.
 */
const ENTRY_SEARCH_INDEX = [
  `create virtual table entry_search using fts5 (place, text,
    content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`,
  `insert into entry_search (rowid, place, text) select id, '<' || workspace_id || '>', search_text from entry`,
  `create trigger entry_search_insert after insert on entry begin
    insert into entry_search (rowid, place, text) values (new.id, '<' || new.workspace_id || '>', new.search_text);
  end`,
  `create trigger entry_search_update after update of search_text on entry when old.search_text <> new.search_text begin
    delete from entry_search where rowid = old.id;
    insert into entry_search (rowid, place, text) values (new.id, '<' || new.workspace_id || '>', new.search_text);
  end`,
  `create trigger entry_search_delete after delete on entry begin
    delete from entry_search where rowid = old.id;
  end`,
]

const EVENT_POLL_MS = 200
/** With less than this a write may fail before the log is folded into the database. */
const LEAST_FREE_BYTES = 16 * 1024 ** 2

function sqliteEngine(file: SQLite.Database): Engine {
  return {
    kind: 'sqlite',
    transfer: sqliteTransfer(file),

    columns: (text) => text,
    ownId: 'id integer primary key autoincrement',
    idInWorkspace: {
      columns:
        'id integer primary key autoincrement, workspace_id integer not null references workspace (id)',
      keys: 'unique (workspace_id, id)',
    },
    tableOptions: 'strict',
    entrySearchIndex: ENTRY_SEARCH_INDEX,

    // `begin immediate` has already made this transaction the only writer.
    lockRow: async () => {},
    lockInstallation: async () => {},
    keepRows: sql``,
    holdRows: sql``,
    skipLocked: sql``,
    async findEntryIds(kysely, { words, workspaceIds, below, limit }) {
      const places = workspaceIds.map((id) => `place:"<${id}>"`).join(' OR ')
      const texts = words.map((word) => `text:"${word.replaceAll('"', '""')}"`)
      // The index hands them out by descending rowid, and stops when there are enough.
      const { rows } = await sql<{ id: number }>`
        select rowid as id from entry_search
        where entry_search match ${[`(${places})`, ...texts].join(' AND ')} and rowid < ${below}
        order by rowid desc limit ${sql.lit(limit)}`.execute(kysely)
      return rows.map((row) => row.id)
    },
    rowsAsJson: (rows) => sql`${jsonArrayFrom(rows)}`,
    jsonField: (column, name) => sql`json_extract(${sql.ref(column)}, ${`$."${name}"`})`,
    isUniqueViolation: (error) => hasCode(error, /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/),
    isRetryable: () => false,
    isUnavailable: (error) => hasCode(error, /^SQLITE_(BUSY|FULL|READONLY|IOERR|CANTOPEN)/),

    announce: async () => {},
    async listen(onOperation) {
      // Polling also sees what the admin commands write from their own process, for one indexed read each time.
      const newest = file.prepare<[], { id: number }>('select coalesce(max(id), 0) as id from event')
      const since = file.prepare<[number], { id: number; operation_id: string }>(
        'select max(id) as id, operation_id from event where id > ? group by operation_id order by 1',
      )
      let seen = newest.get()?.id ?? 0
      const timer = setInterval(() => {
        for (const { id, operation_id } of since.all(seen)) {
          seen = Math.max(seen, id)
          onOperation(operation_id)
        }
      }, EVENT_POLL_MS)
      timer.unref()
      return async () => clearInterval(timer)
    },

    async describe(kysely) {
      const { rows } = await sql<{ version: string; size: number }>`
        select sqlite_version() as version, page_count * page_size as size
        from pragma_page_count(), pragma_page_size()`.execute(kysely)
      return { version: rows[0]?.version ?? '', sizeBytes: rows[0]?.size ?? 0 }
    },
    // It answers at once, so nobody ever waits.
    connections: () => ({ open: 1, idle: 1, waiting: 0 }),
    async probe(kysely) {
      const { bavail, bsize } = await statfs(dirname(file.name))
      if (bavail * bsize < LEAST_FREE_BYTES) throw new Error('The disk of DATA_DIR is full')
      // An update of nothing takes the write lock, which a read-only folder refuses.
      await kysely.updateTable('job').set({ attempts: 0 }).where('id', '=', 0).execute()
    },
    async findFaults() {
      // The check of the index of words does not look whether another process has written since; a question to it does.
      file.prepare(`select rowid from entry_search where entry_search match '"---"' limit 1`).all()
      const pages = file.pragma('integrity_check') as { integrity_check: string }[]
      const orphans = file.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
      const unfound = file
        .prepare<[], { id: number }>(
          `select id from entry where id not in (select id from entry_search_docsize)
          union all select id from entry_search_docsize where id not in (select id from entry)`,
        )
        .all()
      return [
        ...pages.map((page) => page.integrity_check).filter((text) => text !== 'ok'),
        ...orphans.map(({ table, rowid, parent }) => `${table} ${rowid} points at no ${parent}`),
        ...unfound.map(({ id }) => `entry ${id} and its index of words are not in step`),
        ...idsToCome(file),
      ]
    },
    async dumpSchema() {
      const parts = file
        .prepare<[], { sql: string }>(
          "select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by tbl_name, type desc, name",
        )
        .all()
      return parts.map((part) => `${part.sql};\n`).join('\n')
    },
    async isEmpty(kysely) {
      const tables = await sql<{
        n: number
      }>`select count(*) as n from sqlite_master where type = 'table'`.execute(kysely)
      return tables.rows[0]?.n === 0
    },
  }
}

/** Tables whose next id has been given already. */
function idsToCome(file: SQLite.Database): string[] {
  const tables = file
    .prepare<[], { name: string; seq: number }>('select name, seq from sqlite_sequence')
    .all()
  return tables.flatMap(({ name, seq }) => {
    const last = file.prepare<[], { id: number | null }>(`select max(id) as id from "${name}"`).get()?.id ?? 0
    return last > seq ? [`the next id of ${name} is taken`] : []
  })
}

function hasCode(error: unknown, pattern: RegExp): boolean {
  return error instanceof SQLite.SqliteError && pattern.test(error.code)
}
