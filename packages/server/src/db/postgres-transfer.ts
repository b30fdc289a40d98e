import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'
import type { Transfer, Values } from './transfer.ts'

type Reader = Kysely<Schema> | Transaction<Schema>

export const postgresTransfer: Transfer = {
  async tables(kysely) {
    const { rows } = await sql<{ name: string; columns: string[]; key: string[] }>`
      select relname as name,
        array(select attname::text from pg_attribute where attrelid = pg_class.oid and attnum > 0
          and not attisdropped order by attnum) as columns,
        array(select attname::text from pg_index, unnest(indkey) with ordinality as part(attnum, place)
          join pg_attribute using (attnum)
          where indrelid = pg_class.oid and indisprimary and attrelid = pg_class.oid order by place) as key
      from pg_class where ${isOwn} and relname <> 'migration' order by relname`.execute(kysely)
    return rows
  },
  async lastIds(kysely) {
    const ids: Record<string, number> = {}
    for (const { name, sequence } of await sequencesOf(kysely)) {
      const { rows } = await sql<{ id: number }>`
        select case when is_called then last_value else last_value - 1 end as id from ${sql.raw(sequence)}`.execute(
        kysely,
      )
      ids[name] = rows[0]?.id ?? 0
    }
    return ids
  },
  async setLastIds(tx, ids) {
    for (const { name, sequence } of await sequencesOf(tx)) {
      const id = ids[name] ?? 0
      await sql`select setval(${sequence}::regclass, ${Math.max(id, 1)}, ${id > 0})`.execute(tx)
    }
  },
  async clear(tx) {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class where ${isOwn}`.execute(
      tx,
    )
    if (rows.length === 0) return
    await sql`drop table ${sql.join(rows.map(({ name }) => sql.table(name)))} cascade`.execute(tx)
  },
  async loosen(tx) {
    const keys = await sql<{ off: string; on: string }>`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
      from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(tx)
    const indexes = await sql<{ off: string; on: string }>`
      select format('drop index %s', indexrelid::regclass) as off, pg_get_indexdef(indexrelid) as on
      from pg_index join pg_class on pg_class.oid = indrelid
      where ${isOwn} and not exists (select 1 from pg_constraint where conindid = indexrelid)`.execute(tx)
    // Keys stand on indexes that stay: those of primary and unique keys.
    const all = [...keys.rows, ...indexes.rows]
    for (const { off } of all) await sql.raw(off).execute(tx)
    return async () => {
      for (const { on } of all.toReversed()) await sql.raw(on).execute(tx)
      // Or the first minutes are planned as for empty tables.
      await sql`analyze`.execute(tx)
    }
  },
  async insert(tx, { name, columns }, rows) {
    const names = columns.map((column) => `"${column}"`).join(', ')
    const text = `insert into "${name}" (${names}) select ${names} from json_populate_recordset(null::"${name}", $1)`
    await tx.executeQuery(
      CompiledQuery.raw(text, [JSON.stringify(rows.map((row) => toRecord(columns, row)))]),
    )
  },
}

const isOwn = sql`pg_class.relkind = 'r' and pg_class.relnamespace = current_schema()::regnamespace and not exists (
  select 1 from pg_depend where pg_depend.objid = pg_class.oid and deptype = 'e')`

/** Bytes are written as PostgreSQL reads them from a text. */
function toRecord(columns: readonly string[], row: Values): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const value = row[index]
      return [column, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]
    }),
  )
}

/** The tables whose ids come from a sequence, and the sequence's name as it is written in a statement. */
export async function sequencesOf(kysely: Reader): Promise<{ name: string; sequence: string }[]> {
  const { rows } = await sql<{ name: string; sequence: string }>`
    select table_name as name, pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns
    where table_schema = current_schema() and column_name = 'id'
      and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null
    order by table_name`.execute(kysely)
  return rows
}
