import type { Kysely, RawBuilder, SelectQueryBuilder, Transaction } from 'kysely'
import type { jsonArrayFrom } from 'kysely/helpers/sqlite'
import type { Schema } from './schema.ts'
import type { Transfer } from './transfer.ts'

/**
 * What differs between SQLite and PostgreSQL, each difference under its own name. Code outside `db/` asks these
 * questions and never which engine it is.
 */
export type Engine = {
  kind: 'sqlite' | 'postgres'
  /** How a whole database is moved. */
  transfer: Transfer

  /** The column type words of a migration (`integer`, `text`, `real`) in this engine's own. */
  columns(sql: string): string
  /** The id column of a table that stands alone. */
  ownId: string
  /** The id and the workspace of a table that belongs to a workspace, and the keys, which follow the other columns. */
  idInWorkspace: { columns: string; keys: string }
  /** What follows the closing bracket of `create table`. */
  tableOptions: string
  /** The statements that make the index by which words are found inside the text of entries. */
  entrySearchIndex: readonly string[]
  /** The statements that have it count how long entries are, where it plans by such counts. */
  entryLengthStatistics: readonly string[]

  /** Holds `row` of a table until the transaction ends, so that two requests for one person take turns. */
  lockRow(tx: Transaction<Schema>, table: 'user' | 'workspace', id: number): Promise<void>
  /** One process at a time does what must happen once in an installation: migrating, the first account. */
  lockInstallation(tx: Transaction<Schema>): Promise<void>
  /** Ends a query that reads what is about to be booked on: its rows can then not be deleted until the transaction ends. */
  keepRows: RawBuilder<unknown>
  /** Ends a query that reads what is about to be deleted: it waits for those who keep the rows, and they for it. */
  holdRows: RawBuilder<unknown>
  /** Marks the rows a job claim reads, so that two runners take different ones. */
  skipLocked: RawBuilder<unknown>
  /**
   * The newest entries of these workspaces, by their ids, whose text holds every one of these words, each of three
   * letters at least. Whether the actor may see them, and whether they are deleted, is for the caller to ask.
   */
  findEntryIds(kysely: Kysely<Schema>, search: EntrySearch): Promise<number[]>
  /** Has a statement that is asked all day, by a key and always in the same words, planned once. */
  keepStatement(text: string): void
  /** Has the columns of a subquery reckoned before it is sorted: SQLite else carries along all that they are made from. */
  reckonedFirst<DB, T extends keyof DB, O>(rows: SelectQueryBuilder<DB, T, O>): SelectQueryBuilder<DB, T, O>
  /** What a subquery finds as one text of JSON: a list of objects in its order, `[]` where it finds nothing. */
  rowsAsJson(rows: Subquery): RawBuilder<string>
  /** The text under a name in a column of JSON; null where it has none. The name holds letters, digits, - and _. */
  jsonField(column: string, name: string): RawBuilder<string | null>
  /** True where a statement failed because a unique key was taken. */
  isUniqueViolation(error: unknown): boolean
  /** True where the engine ended this transaction to let another one pass, so that it may be run again. */
  isRetryable(error: unknown): boolean
  /** True where a value is none that its column could hold: it came with the request, as ours are of the right kind. */
  isUnfit(error: unknown): boolean
  /** True where the database cannot be reached or written just now. */
  isUnavailable(error: unknown): boolean

  /** Tells every server process, at commit, that this operation has written events. */
  announce(tx: Transaction<Schema>, operationId: string): Promise<void>
  /**
   * Calls back with each operation that any process announces from the moment the promise is kept; gives the way to
   * stop. After `onLost` nothing is heard any more: who wants to go on listens anew, and looks for what was missed.
   */
  listen(onOperation: (operationId: string) => void, onLost: () => void): Promise<() => Promise<void>>

  /** What the engine calls its version, and how much room the database takes. */
  describe(kysely: Kysely<Schema>): Promise<{ version: string; sizeBytes: number }>
  /** How many connections there are, how many of them rest, and how many requests wait for one. */
  connections(): { open: number; idle: number; waiting: number }
  /** Throws where the database cannot be read and written. */
  probe(kysely: Kysely<Schema>): Promise<void>
  /** What the engine finds wrong with what it keeps: broken pages, rows that point nowhere, ids that would come again. */
  findFaults(kysely: Kysely<Schema>): Promise<string[]>
  /** The schema as the engine tells it, for the committed dump. */
  dumpSchema(kysely: Kysely<Schema>): Promise<string>
  isEmpty(kysely: Kysely<Schema>): Promise<boolean>
}

/** A query with its columns named, which Kysely's own helpers take on either engine. */
type Subquery = Parameters<typeof jsonArrayFrom>[0]

/** `below` is the id to begin under; at most `limit` ids come at a time. */
export type EntrySearch = {
  words: readonly string[]
  workspaceIds: readonly number[]
  below: number
  limit: number
}

/** An open database: one connection or a pool of them, and its engine's answers. */
export type Database = { kysely: Kysely<Schema>; engine: Engine; close(): Promise<void> }
