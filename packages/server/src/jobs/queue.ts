import { sql } from 'kysely'
import type { Database } from '../db/engine.ts'
import type { Row } from '../db/schema.ts'

/** A job in the hands of a runner. */
export type Claimed = Row<'job'>

const LEASE_MS = 60_000
const MOST_TRIES = 12
const FIRST_DELAY_MS = 10_000
const LONGEST_DELAY_MS = 6 * 3600 * 1000

/**
 * Takes the job of these kinds that is due longest, for the time of a lease: a runner that dies with it lets it go by
 * itself.
 */
export async function claim(
  db: Database,
  now: number,
  kinds: readonly string[],
): Promise<Claimed | undefined> {
  return db.kysely.transaction().execute(async (tx) => {
    const due = await sql<{ id: number }>`
      select id from job
      where failed_at is null and kind in (${sql.join(kinds)}) and run_at <= ${now} and (locked_until is null or locked_until <= ${now})
      order by run_at, id limit 1 ${db.engine.skipLocked}`.execute(tx)
    const [job] = due.rows
    if (!job) return undefined
    return tx
      .updateTable('job')
      .set((eb) => ({ locked_until: now + LEASE_MS, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', job.id)
      .returningAll()
      .executeTakeFirst()
  })
}

/** Goes on holding a job that takes longer than a lease. */
export async function holdOn(db: Database, job: Claimed, now: number): Promise<void> {
  await db.kysely
    .updateTable('job')
    .set({ locked_until: now + LEASE_MS })
    .where('id', '=', job.id)
    .execute()
}

/** The job is done. */
export async function settle(db: Database, job: Claimed): Promise<void> {
  await db.kysely.deleteFrom('job').where('id', '=', job.id).execute()
}

/** The job did not work: it is tried again later and later, and in the end kept for an operator to look at. */
export async function postpone(
  db: Database,
  job: Claimed,
  failure: { error: string; now: number },
): Promise<void> {
  const isGivenUp = job.attempts >= MOST_TRIES
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (job.attempts - 1), LONGEST_DELAY_MS)
  await db.kysely
    .updateTable('job')
    .set({
      last_error: failure.error.slice(0, 1000),
      locked_until: null,
      run_at: failure.now + delay,
      failed_at: isGivenUp ? failure.now : null,
    })
    .where('id', '=', job.id)
    .execute()
}
