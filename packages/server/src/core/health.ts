import { migrationsOf } from '../db/migrate.ts'
import { requireInstallationAdmin } from './access.ts'
import type { Ctx } from './context.ts'
import { countJobs, type JobCounts } from './jobs.ts'

/** How the parts of an installation are that a database knows of. */
export type Health = {
  database: { version: string; sizeBytes: number; migrations: number; migration: string; migratedAt: number }
  jobs: JobCounts
  webhooks: { waiting: number; oldestWaitingAt: number | null; disabled: number }
  accounts: { active: number; inactive: number }
}

/** What an administrator looks at first when something seems slow or stuck. */
export async function readHealth(ctx: Ctx): Promise<Health> {
  requireInstallationAdmin(ctx)
  const { kysely, engine } = ctx.db
  const migrations = await migrationsOf(ctx.db)
  const waiting = await kysely
    .selectFrom('delivery')
    .where('status', '=', 'waiting')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>('created_at').as('oldest')])
    .executeTakeFirstOrThrow()
  const disabled = await kysely
    .selectFrom('webhook')
    .where('disabled_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
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
    jobs: await countJobs(ctx),
    webhooks: { waiting: waiting.count, oldestWaitingAt: waiting.oldest, disabled: disabled.count },
    accounts: { active: accountsThat(1), inactive: accountsThat(0) },
  }
}
