import { sql, type SqlBool } from 'kysely'
import type { Database } from '../db/engine.ts'

const DAY_MS = 24 * 3600 * 1000
const TOMBSTONES_KEPT_MS = 30 * DAY_MS
const DELIVERIES_KEPT_MS = 7 * DAY_MS
const AT_ONCE = 1000

/** Removes for good what has been deleted for 30 days, and what has expired. */
export async function purge(db: Database, now: number): Promise<void> {
  const before = now - TOMBSTONES_KEPT_MS
  while (await purgeEntries(db, before)) {
    // A thousand at a time, so that nobody waits long for the one writer.
  }
  while (await purgeDeliveries(db, now - DELIVERIES_KEPT_MS)) {
    // As above.
  }
  await purgeUnused(db, before)
  await purgeExpired(db, now)
}

/** Gives true while there may be more. */
async function purgeEntries(db: Database, before: number): Promise<boolean> {
  const gone = await db.kysely
    .deleteFrom('entry')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('entry')
        .select('id')
        .where('deleted_at', '<', before)
        .orderBy('deleted_at')
        .limit(AT_ONCE),
    )
    .executeTakeFirst()
  return gone.numDeletedRows >= BigInt(AT_ONCE)
}

/** Gives true while there may be more. */
async function purgeDeliveries(db: Database, before: number): Promise<boolean> {
  const gone = await db.kysely
    .deleteFrom('delivery')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('delivery')
        .select('id')
        .where('finished_at', '<', before)
        .orderBy('finished_at')
        .limit(AT_ONCE),
    )
    .executeTakeFirst()
  return gone.numDeletedRows >= BigInt(AT_ONCE)
}

/** A deleted thing goes once nothing points at it any more: tasks before projects, children before parents. */
async function purgeUnused(db: Database, before: number): Promise<void> {
  const unused = (table: string, references: [string, string][]) =>
    sql<SqlBool>`${sql.join(
      references.map(
        ([other, column]) => sql`not exists (
          select 1 from ${sql.table(other)} as other
          where other.workspace_id = ${sql.ref(`${table}.workspace_id`)}
            and ${sql.ref(`other.${column}`)} = ${sql.ref(`${table}.id`)})`,
      ),
      sql` and `,
    )}`
  for (const table of ['tag', 'rate', 'saved_report', 'webhook', 'approval_policy', 'deal'] as const)
    await db.kysely.deleteFrom(table).where('deleted_at', '<', before).execute()
  await db.kysely
    .deleteFrom('lead')
    .where('deleted_at', '<', before)
    .where(unused('lead', [['deal', 'lead_id']]))
    .execute()
  await db.kysely
    .deleteFrom('contact')
    .where('deleted_at', '<', before)
    .where(
      unused('contact', [
        ['deal', 'contact_id'],
        ['lead', 'contact_id'],
      ]),
    )
    .execute()
  await db.kysely
    .deleteFrom('task')
    .where('deleted_at', '<', before)
    .where(unused('task', [['entry', 'task_id']]))
    .execute()
  const free = unused('project', [
    ['entry', 'project_id'],
    ['app_usage', 'project_id'],
    ['task', 'project_id'],
    ['project', 'parent_id'],
    ['deal', 'project_id'],
  ])
  for (;;) {
    const gone = await db.kysely
      .deleteFrom('project')
      .where('deleted_at', '<', before)
      .where(free)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) break
  }
  await db.kysely
    .deleteFrom('client')
    .where('deleted_at', '<', before)
    .where(
      unused('client', [
        ['entry', 'client_id'],
        ['project', 'client_id'],
        ['contact', 'client_id'],
        ['lead', 'client_id'],
        ['deal', 'client_id'],
      ]),
    )
    .execute()
}

async function purgeExpired(db: Database, now: number): Promise<void> {
  await db.kysely.deleteFrom('session').where('expires_at', '<', now).execute()
  await db.kysely.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute()
  await db.kysely
    .deleteFrom('password_reset')
    .where('expires_at', '<', now - DAY_MS)
    .execute()
  await db.kysely
    .deleteFrom('idempotency_key')
    .where('created_at', '<', now - DAY_MS)
    .execute()
  await db.kysely
    .deleteFrom('invitation')
    .where('expires_at', '<', now - TOMBSTONES_KEPT_MS)
    .where('accepted_at', 'is', null)
    .execute()
  await db.kysely
    .deleteFrom('report_export')
    .where('created_at', '<', now - DAY_MS)
    .execute()
  await db.kysely
    .deleteFrom('job')
    .where('failed_at', '<', now - TOMBSTONES_KEPT_MS)
    .execute()
}
