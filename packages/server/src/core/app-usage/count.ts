import { setImmediate } from 'node:timers/promises'
import type { Row } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Range, rangeOf } from '../rules/overlap.ts'
import { LONGEST_SAMPLE_MS } from '../rules/usage-sample.ts'
import { countedStretches, type CountedStretch } from '../rules/usage-time.ts'

/** Whose usage to count: what started in `[from, to)`, on one device if it is named. */
export type CountRange = {
  userId: number
  from: number
  to: number
  device?: string
  /** Leaves out the time that lies inside the person's own entries. */
  withoutEntries: boolean
}

export const MOST_SAMPLES_COUNTED = 500_000

export function tooManyRows(): AppError {
  return new AppError(
    'too_large',
    'too_many_rows',
    'This is more app usage than can be counted at once. Ask for a shorter range.',
  )
}

/** Refuses to count more than a server should hold others up for. */
export async function refuseTooManySamples(
  ctx: Ctx,
  { userIds, from, to }: { userIds: readonly number[]; from: number; to: number },
): Promise<void> {
  if (userIds.length === 0) return
  const counted = await ctx.db.kysely
    .selectFrom('app_usage')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('user_id', 'in', [...userIds])
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .executeTakeFirstOrThrow()
  if (Number(counted.n) > MOST_SAMPLES_COUNTED) throw tooManyRows()
}

const COLUMNS = [
  'id',
  'device',
  'started_at',
  'ended_at',
  'application',
  'title',
  'path',
  'domain',
  'is_away',
  'workspace_id',
  'project_id',
  'is_assigned_by_hand',
] as const

export type CountedSample = Pick<Row<'app_usage'>, (typeof COLUMNS)[number]>
export type Counted = CountedStretch<CountedSample>

const WINDOW_MS = 7 * 24 * 3600 * 1000

/**
 * The time of a range that counts, a week at a time. A stretch belongs to the range in which its sample starts. Samples
 * from just before and after are read along, since they say what counts beside them; so the sums of two ranges are the
 * sum of both together.
 */
export async function* countUsage(ctx: Ctx, range: CountRange): AsyncGenerator<Counted[]> {
  const { userId, from, to } = range
  const { first, last } = await boundsOf(ctx, range)
  if (first === null || last === null) return
  for (let start = Math.max(from, first); start < to && start <= last; start += WINDOW_MS) {
    const end = Math.min(start + WINDOW_MS, to)
    const around = { from: start - LONGEST_SAMPLE_MS, to: end + LONGEST_SAMPLE_MS }
    const samples = await samplesOf(ctx, { ...range, ...around })
    const taken = range.withoutEntries ? await entriesOf(ctx, userId, around) : []
    yield countedStretches(samples, taken).filter(
      ({ sample }) => sample.started_at >= start && sample.started_at < end,
    )
    // A year takes seconds; whoever else asks is answered between two weeks of it.
    await setImmediate()
  }
}

async function boundsOf(ctx: Ctx, { userId, from, to }: CountRange) {
  return ctx.db.kysely
    .selectFrom('app_usage')
    .select(({ fn }) => [fn.min('started_at').as('first'), fn.max('started_at').as('last')])
    .where('user_id', '=', userId)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .executeTakeFirstOrThrow()
}

async function samplesOf(ctx: Ctx, { userId, from, to, device }: CountRange): Promise<CountedSample[]> {
  return ctx.db.kysely
    .selectFrom('app_usage')
    .select([...COLUMNS])
    .where('user_id', '=', userId)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .$if(device !== undefined, (query) => query.where('device', '=', device ?? ''))
    .orderBy('started_at')
    .orderBy('id')
    .execute()
}

/** Everything a person has written down that reaches into a range, in whichever workspace. */
async function entriesOf(
  ctx: Ctx,
  userId: number,
  { from, to }: { from: number; to: number },
): Promise<Range[]> {
  const entries = await ctx.db.kysely
    .selectFrom('entry')
    .select(['started_at', 'ended_at'])
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .where('started_at', '<', to)
    .where((eb) => eb.or([eb('ended_at', '>', from), eb('ended_at', 'is', null)]))
    .execute()
  return entries.map((entry) => rangeOf(entry, ctx.now))
}
