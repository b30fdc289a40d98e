import { sql, type Transaction } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Schema } from '../schema.ts'

/** The statements that migrations are written with, in this engine's own words. */
export function statements(tx: Transaction<Schema>, engine: Engine) {
  async function run(text: string): Promise<void> {
    await sql.raw(text).execute(tx)
  }
  async function table(name: string, columns: string): Promise<void> {
    await run(`create table ${name} (${engine.columns(columns)}) ${engine.tableOptions}`)
  }
  /** A table whose rows belong to a workspace, which leads their key. */
  async function tableInWorkspace(name: string, columns: string, ...keys: string[]): Promise<void> {
    const own = engine.idInWorkspace
    await table(name, [own.columns, columns, own.keys, ...keys].join(', '))
  }
  async function addColumns(name: string, ...columns: string[]): Promise<void> {
    for (const column of columns) await run(`alter table ${name} add column ${engine.columns(column)}`)
  }
  return { run, table, tableInWorkspace, addColumns }
}

/** Columns of rows that count their changes. */
export const VERSIONED =
  'version integer not null default 1, created_at integer not null, updated_at integer not null'
