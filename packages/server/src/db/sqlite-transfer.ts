import type SQLite from 'better-sqlite3'
import type { TableShape, Transfer, Values } from './transfer.ts'

/** What moves SQLite's rows. The connection has to have been opened without foreign keys, or it cannot be loosened. */
export function sqliteTransfer(file: SQLite.Database): Transfer {
  const all = <T>(text: string) => file.prepare<[], T>(text).all()

  return {
    async tables() {
      return ownTables(file).map((name) => shapeOf(file, name))
    },
    async lastIds() {
      const rows = all<{ name: string; seq: number }>('select name, seq from sqlite_sequence')
      return Object.fromEntries(rows.map(({ name, seq }) => [name, seq]))
    },
    async setLastIds(_tx, ids) {
      const known = new Set(all<{ name: string }>('select name from sqlite_sequence').map(({ name }) => name))
      for (const [name, id] of Object.entries(ids)) {
        if (known.has(name)) file.prepare('update sqlite_sequence set seq = ? where name = ?').run(id, name)
        else file.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(name, id)
      }
    },
    async clear() {
      // An index of words first: its own tables go with it.
      const virtual = all<{ name: string }>(
        "select name from sqlite_master where sql like 'create virtual table%'",
      )
      for (const { name } of virtual) file.exec(`drop table "${name}"`)
      for (const name of [...ownTables(file), 'migration']) file.exec(`drop table if exists "${name}"`)
    },
    async loosen() {
      const indexes = all<{ name: string; sql: string }>(
        "select name, sql from sqlite_master where type = 'index' and sql is not null",
      )
      for (const { name } of indexes) file.exec(`drop index "${name}"`)
      return async () => {
        for (const { sql } of indexes) file.exec(sql)
        const [orphan] = file.pragma('foreign_key_check') as { table: string; parent: string }[]
        if (orphan) throw new Error(`A row of ${orphan.table} points at no ${orphan.parent}`)
      }
    },
    async insert(_tx, { name, columns }, rows) {
      const places = columns.map(() => '?').join(', ')
      const insert = file.prepare<Values>(
        `insert into "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${places})`,
      )
      for (const row of rows) insert.run(...row)
    },
  }
}

/** All but SQLite's own, the index of words with what it keeps, and the list of migrations. */
function ownTables(file: SQLite.Database): string[] {
  const rows = file
    .prepare<[], { name: string }>(
      `select name from pragma_table_list where schema = 'main' and type = 'table'
        and name not like 'sqlite\\_%' escape '\\' and name <> 'migration' order by name`,
    )
    .all()
  return rows.map(({ name }) => name)
}

function shapeOf(file: SQLite.Database, name: string): TableShape {
  const columns = file
    .prepare<[string], { name: string; pk: number }>('select name, pk from pragma_table_info(?) order by cid')
    .all(name)
  return {
    name,
    columns: columns.map((column) => column.name),
    key: columns
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map((column) => column.name),
  }
}
