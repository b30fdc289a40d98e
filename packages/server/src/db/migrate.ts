import { sql, type Transaction } from 'kysely'
import type { Database, Engine } from './engine.ts'
import { first } from './migrations/0001-first.ts'
import { moneyAndReports } from './migrations/0002-money-and-reports.ts'
import { personalKeysAndWebhooks } from './migrations/0003-personal-keys-and-webhooks.ts'
import { approvalsCrmAndSearch } from './migrations/0004-approvals-crm-and-search.ts'
import { integrations } from './migrations/0005-integrations.ts'
import { waysToSignIn } from './migrations/0006-ways-to-sign-in.ts'
import { whatReportsRead } from './migrations/0007-what-reports-read.ts'
import type { Schema } from './schema.ts'

/** One step forward. It runs once, in the transaction that records it. */
export type Migration = { name: string; up(tx: Transaction<Schema>, engine: Engine): Promise<void> }

/** Append only: a database's version is the number of these it has seen. */
const MIGRATIONS: readonly Migration[] = [
  first,
  moneyAndReports,
  personalKeysAndWebhooks,
  approvalsCrmAndSearch,
  integrations,
  waysToSignIn,
  whatReportsRead,
]

/** Brings the database to this program's schema. Gives the names of the migrations it ran; refuses a newer database. */
export async function migrate(
  db: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  return db.kysely.transaction().execute(async (tx) => {
    await db.engine.lockInstallation(tx)
    return migrateIn(tx, db.engine, migrations)
  })
}

/** The same in a transaction of the caller's, who holds the installation. */
export async function migrateIn(
  tx: Transaction<Schema>,
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  const table = engine.columns('id integer primary key, name text not null, ran_at integer not null')
  await sql.raw(`create table if not exists migration (${table}) ${engine.tableOptions}`).execute(tx)
  const seen = await migrationsOf({ kysely: tx })
  refuseNewer(seen, migrations)

  const pending = migrations.slice(seen.length)
  for (const [index, migration] of pending.entries()) {
    await migration.up(tx, engine)
    await sql`insert into migration (id, name, ran_at)
      values (${seen.length + index + 1}, ${migration.name}, ${Date.now()})`.execute(tx)
  }
  return pending.map((migration) => migration.name)
}

/** The steps by which the schema came about that has seen these; refuses those of a newer program. */
export function stepsTo(names: readonly string[]): readonly Migration[] {
  refuseNewer(
    names.map((name) => ({ name })),
    MIGRATIONS,
  )
  return MIGRATIONS.slice(0, names.length)
}

/** Throws where the database is not at this program's schema: another process has moved it on, or put back an old one. */
export async function requireCurrent(db: Database): Promise<void> {
  const seen = await migrationsOf(db)
  refuseNewer(seen, MIGRATIONS)
  if (seen.length < MIGRATIONS.length)
    throw new Error('This database is older than this Sundial. Start it anew.')
}

/** The steps this database has seen, oldest first. */
export async function migrationsOf({
  kysely,
}: Pick<Database, 'kysely'>): Promise<{ name: string; ran_at: number }[]> {
  const seen = await sql<{
    name: string
    ran_at: number
  }>`select name, ran_at from migration order by id`.execute(kysely)
  return seen.rows
}

function refuseNewer(seen: { name: string }[], known: readonly Migration[]): void {
  const unknown = seen.find((row, index) => known[index]?.name !== row.name)
  if (!unknown) return
  throw new Error(
    `This database was written by a newer Sundial (it knows the migration "${unknown.name}"). Start that version, or restore a backup made by this one.`,
  )
}
