import type { Row } from '../db/schema.ts'
import { requireInstallationAdmin } from './access.ts'
import { type Ctx, transact } from './context.ts'
import { conflict, notFound } from './errors.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import type { JobPayloads } from './queue.ts'

/** How a job stands: it waits for its time, a runner holds it, or it was given up. */
export type JobState = 'waiting' | 'running' | 'failed'

/** A job without what it is about, which may be as good as a password. */
export type Job = Omit<Row<'job'>, 'payload'> & { state: JobState }

const SHOWN = [
  'id',
  'kind',
  'run_at',
  'attempts',
  'locked_until',
  'last_error',
  'failed_at',
  'created_at',
] as const

/** The queue, newest first; for the administrators of the installation. */
export async function listJobs(
  ctx: Ctx,
  filter: { state?: JobState | undefined },
  page: Page,
): Promise<PageOf<Job>> {
  requireInstallationAdmin(ctx)
  const { state } = filter
  let jobs = ctx.db.kysely.selectFrom('job').select(SHOWN)
  if (state === 'failed') jobs = jobs.where('failed_at', 'is not', null)
  else if (state !== undefined) jobs = jobs.where('failed_at', 'is', null)
  if (state === 'running') jobs = jobs.where('locked_until', '>', ctx.now)
  if (state === 'waiting')
    jobs = jobs.where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', ctx.now)]))
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      jobs
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (job) => [job.id],
  )
  return { rows: rows.map((job) => ({ ...job, state: stateOf(job, ctx.now) })), next }
}

export type JobCounts = Record<JobState, number>

/** How many jobs wait, run and were given up. */
export async function countJobs(ctx: Ctx): Promise<JobCounts> {
  requireInstallationAdmin(ctx)
  const rows = await ctx.db.kysely
    .selectFrom('job')
    .select((eb) => [
      eb
        .case()
        .when('failed_at', 'is not', null)
        .then('failed')
        .when('locked_until', '>', ctx.now)
        .then('running')
        .else('waiting')
        .end()
        .as('state'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy('state')
    .execute()
  const countOf = new Map(rows.map(({ state, count }) => [state, count]))
  return {
    waiting: countOf.get('waiting') ?? 0,
    running: countOf.get('running') ?? 0,
    failed: countOf.get('failed') ?? 0,
  }
}

/** Has a job tried again at once, with as many tries as a new one. */
export async function retryJob(ctx: Ctx, id: number): Promise<Job> {
  requireInstallationAdmin(ctx)
  return transact(ctx, async (ctx) => {
    await requireResting(ctx, id)
    const job = await ctx.db.kysely
      .updateTable('job')
      .set({ run_at: ctx.now, attempts: 0, locked_until: null, failed_at: null })
      .where('id', '=', id)
      .returning(SHOWN)
      .executeTakeFirstOrThrow()
    ctx.log.info({ job: id, kind: job.kind }, 'a job is tried again')
    return { ...job, state: stateOf(job, ctx.now) }
  })
}

/** Takes a job out of the queue: what it was to do is not done. */
export async function removeJob(ctx: Ctx, id: number): Promise<void> {
  requireInstallationAdmin(ctx)
  await transact(ctx, async (ctx) => {
    const { kind, payload } = await requireResting(ctx, id)
    await ctx.db.kysely.deleteFrom('job').where('id', '=', id).execute()
    if (kind === 'write-export') await endExportOf(ctx, payload)
    ctx.log.info({ job: id, kind }, 'a job is removed')
  })
}

/** Whoever waits for the file hears that there will be none. */
async function endExportOf(ctx: Ctx, payload: string): Promise<void> {
  // Sealed by `enqueue` for this kind.
  const { id } = JSON.parse(ctx.secrets.open(payload)) as JobPayloads['write-export']
  await ctx.db.kysely
    .updateTable('report_export')
    .set({ status: 'failed', error: 'An administrator has taken it out of the queue.', finished_at: ctx.now })
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'working'])
    .execute()
}

async function requireResting(ctx: Ctx, id: number) {
  const job = await ctx.db.kysely
    .selectFrom('job')
    .select(['kind', 'payload', 'locked_until', 'failed_at'])
    .where('id', '=', id)
    .modifyEnd(ctx.db.engine.holdRows)
    .executeTakeFirst()
  if (!job) throw notFound('job')
  if (stateOf(job, ctx.now) === 'running')
    throw conflict('in_use', 'This job is being worked on. Wait until it is over.')
  return job
}

function stateOf(job: Pick<Row<'job'>, 'failed_at' | 'locked_until'>, now: number): JobState {
  if (job.failed_at !== null) return 'failed'
  return job.locked_until !== null && job.locked_until > now ? 'running' : 'waiting'
}
