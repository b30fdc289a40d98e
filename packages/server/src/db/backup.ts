import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { type ArchiveHead, archiveLines } from './archive.ts'
import type { Database } from './engine.ts'
import { migrationsOf } from './migrate.ts'
import type { TableShape, Values } from './transfer.ts'

const ROWS_AT_ONCE = 500
/** The rows repeat themselves so much that more effort hardly makes them smaller. */
const EFFORT = 2

export type Backup = { file: string; rows: Record<string, number>; bytes: number }

/**
 * Writes all of a database, as it stands at one moment, into a new file that a database of either engine can be made
 * from. Whoever uses the database meanwhile is not held up. The file is there when it is whole, or not at all.
 */
export async function writeBackup(
  db: Database,
  { file, version, secretKey }: { file: string; version: string; secretKey: string },
): Promise<Backup> {
  if (await db.engine.isEmpty(db.kysely)) throw new Error('There is no database yet, so nothing to keep.')
  if (await isThere(file)) throw new Error(`There is a file ${file} already.`)
  const part = `${file}.part`
  const lines = archiveLines()
  try {
    const output = await open(part, 'w', 0o600)
    await db.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const head: ArchiveHead = {
          sundial: 'backup',
          format: 1,
          version,
          migrations: (await migrationsOf({ kysely: tx })).map(({ name }) => name),
          made_at: new Date().toISOString(),
          engine: db.engine.kind,
          secret_key: secretKey,
        }
        const text = Readable.from(textOf({ ...db, kysely: tx }, head, lines))
        await pipeline(text, createGzip({ level: EFFORT }), output.createWriteStream({ flush: true }))
      })
    const { size: bytes } = await stat(part)
    await rename(part, file)
    return { file, rows: lines.rows, bytes }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function* textOf(
  db: Database,
  head: ArchiveHead,
  lines: ReturnType<typeof archiveLines>,
): AsyncGenerator<string, void> {
  yield lines.head(head)
  for (const table of await db.engine.transfer.tables(db.kysely)) {
    yield lines.table(table)
    for await (const rows of rowsOf(db, table)) yield rows.map((row) => lines.row(row)).join('')
  }
  yield lines.end(await db.engine.transfer.lastIds(db.kysely))
}

/** Some rows at a time, by the primary key. */
async function* rowsOf(db: Database, { name, columns, key }: TableShape): AsyncGenerator<Values[], void> {
  const order = sql.join(key.map((column) => sql.ref(column)))
  for (let after: Values | undefined; ;) {
    const beyond = after ? sql`where (${order}) > (${sql.join(after)})` : sql``
    const { rows } = await sql<Record<string, Values[number]>>`
      select * from ${sql.table(name)} ${beyond} order by ${order} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(
      db.kysely,
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => columns.map((column) => row[column] ?? null))
    after = key.map((column) => last[column] ?? null)
  }
}
