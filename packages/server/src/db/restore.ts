import { sql, type Transaction } from 'kysely'
import { type ArchiveHead, type ArchivePart, type ArchiveTable, readArchive } from './archive.ts'
import type { Database, Engine } from './engine.ts'
import { migrateIn, stepsTo } from './migrate.ts'
import type { Schema } from './schema.ts'
import type { Values } from './transfer.ts'

const ROWS_AT_ONCE = 1000

export type Restored = {
  head: ArchiveHead
  rows: Record<string, number>
  /** The steps that brought an older backup to this program's schema. */
  ran: string[]
}

/**
 * Makes a database what it was when a backup was written, on whichever engine. The file is read to its end before
 * anything is touched; then all happens in one transaction, so that whatever comes in between leaves what was there.
 * The database has to be opened with `keysOff`.
 */
export async function restoreBackup(
  db: Database,
  { file, replaces }: { file: string; replaces: boolean },
): Promise<Restored> {
  const { head, rows } = await verify(file)
  const steps = stepsTo(head.migrations)
  const { engine } = db
  const ran = await db.kysely.transaction().execute(async (tx) => {
    await engine.lockInstallation(tx)
    if (!replaces && (await isInUse(tx, engine)))
      throw new Error('This database has people in it. Say --force to replace it with the backup.')
    await engine.transfer.clear(tx)
    await migrateIn(tx, engine, steps)
    const putBack = await engine.transfer.loosen(tx)
    await fill(tx, engine, file)
    await putBack()
    return migrateIn(tx, engine)
  })
  return { head, rows, ran }
}

/** Reads all of a file, and gives what its ends say. */
async function verify(file: string): Promise<{ head: ArchiveHead; rows: Record<string, number> }> {
  let head: ArchiveHead | undefined
  let rows: Record<string, number> = {}
  for await (const part of readArchive(file)) {
    if (part.kind === 'head') head = part.head
    if (part.kind === 'end') rows = part.rows
  }
  if (!head) throw new Error('A file that was read to its end has a beginning')
  return { head, rows }
}

async function isInUse(tx: Transaction<Schema>, engine: Engine): Promise<boolean> {
  const tables = await engine.transfer.tables(tx)
  if (!tables.some(({ name }) => name === 'user')) return tables.length > 0
  const somebody = await sql`select 1 from "user" limit 1`.execute(tx)
  return somebody.rows.length > 0
}

async function fill(tx: Transaction<Schema>, engine: Engine, file: string): Promise<void> {
  let table: ArchiveTable | undefined
  let rows: Values[] = []
  async function flush(): Promise<void> {
    if (table && rows.length > 0) await engine.transfer.insert(tx, table, rows)
    rows = []
  }
  async function take(part: ArchivePart): Promise<void> {
    if (part.kind === 'row') {
      rows.push(part.values)
      if (rows.length >= ROWS_AT_ONCE) await flush()
      return
    }
    await flush()
    if (part.kind === 'table') table = part.table
    if (part.kind === 'end') await engine.transfer.setLastIds(tx, part.lastIds)
  }
  for await (const part of readArchive(file)) await take(part)
}
