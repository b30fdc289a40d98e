import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** A table as it is moved: its columns in their order, and those of its primary key. */
export type TableShape = { name: string; columns: string[]; key: string[] }

/** The values of a row in the order of its table's columns. */
export type Values = (string | number | Buffer | null)[]

/** What an engine answers when a whole database is written into a file, or read from one. */
export type Transfer = {
  /** The tables of this program, whatever its version was when it made them, without the list of migrations. */
  tables(kysely: Kysely<Schema>): Promise<TableShape[]>
  /** The last id that each table has given, deleted rows included. */
  lastIds(kysely: Kysely<Schema>): Promise<Record<string, number>>
  setLastIds(tx: Transaction<Schema>, ids: Record<string, number>): Promise<void>
  /** Removes all tables with everything in them. */
  clear(tx: Transaction<Schema>): Promise<void>
  /**
   * Takes off what would refuse rows whose others are still to come, and the indexes, which are made sooner when the rows
   * are there. Gives the way to put all of it back, which fails where a row points at nothing.
   */
  loosen(tx: Transaction<Schema>): Promise<() => Promise<void>>
  /** Writes rows as they are. */
  insert(tx: Transaction<Schema>, table: Pick<TableShape, 'name' | 'columns'>, rows: Values[]): Promise<void>
}
