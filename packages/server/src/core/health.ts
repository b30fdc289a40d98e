import { migrationsOf, requireCurrent } from '../db/migrate.ts'
import { requireInstallationAdmin } from './access.ts'
import type { Ctx } from './context.ts'
import { countJobs, type JobCounts } from './jobs.ts'

const LATELY_MS = 3600 * 1000

/** What waits to be done. */
export type Backlog = {
  jobs: JobCounts
  /** Since when the job that has been due longest is due. */
  oldestDueAt: number | null
  webhooks: { waiting: number; oldestWaitingAt: number | null; failedLately: number; disabled: number }
}

/** How the parts of an installation are that a database knows of. */
export type Health = Backlog & {
  database: { version: string; sizeBytes: number; migrations: number; migration: string; migratedAt: number }
  accounts: { active: number; inactive: number }
}

/** Throws where the database cannot be read and written, or is not of the schema this program knows. */
export async function requireReady(db: Ctx['db']): Promise<void> {
  await requireCurrent(db)
  await db.engine.probe(db.kysely)
}

/** What an administrator looks at first when something seems slow or stuck. */
export async function readHealth(ctx: Ctx): Promise<Health> {
  requireInstallationAdmin(ctx)
  const { kysely, engine } = ctx.db
  const migrations = await migrationsOf(ctx.db)
  const accounts = await kysely
    .selectFrom('user')
    .select(({ fn }) => ['is_active', fn.countAll<number>().as('count')])
    .groupBy('is_active')
    .execute()
  const accountsThat = (isActive: 0 | 1) => accounts.find((row) => row.is_active === isActive)?.count ?? 0
  const newest = migrations.at(-1)
  return {
    database: {
      ...(await engine.describe(kysely)),
      migrations: migrations.length,
      migration: newest?.name ?? '',
      migratedAt: newest?.ran_at ?? 0,
    },
    ...(await readBacklog(ctx)),
    accounts: { active: accountsThat(1), inactive: accountsThat(0) },
  }
}

/** What waits, and since when; also for those who watch the installation from outside. */
export async function readBacklog(ctx: Ctx): Promise<Backlog> {
  requireInstallationAdmin(ctx)
  const { kysely } = ctx.db
  const due = await kysely
    .selectFrom('job')
    .where('failed_at', 'is', null)
    .where('run_at', '<=', ctx.now)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', ctx.now)]))
    .select(({ fn }) => fn.min<number | null>('run_at').as('oldest'))
    .executeTakeFirstOrThrow()
  const waiting = await kysely
    .selectFrom('delivery')
    .where('status', '=', 'waiting')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>('created_at').as('oldest')])
    .executeTakeFirstOrThrow()
  const failed = await kysely
    .selectFrom('delivery')
    .where('status', '=', 'failed')
    .where('finished_at', '>', ctx.now - LATELY_MS)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const disabled = await kysely
    .selectFrom('webhook')
    .where('disabled_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    jobs: await countJobs(ctx),
    oldestDueAt: due.oldest,
    webhooks: {
      waiting: waiting.count,
      oldestWaitingAt: waiting.oldest,
      failedLately: failed.count,
      disabled: disabled.count,
    },
  }
}
