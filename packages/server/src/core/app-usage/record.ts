import { sql } from 'kysely'
import type { Row } from '../../db/schema.ts'
import { type Ctx, lockUser, transact } from '../context.ts'
import { AppError, invalid } from '../errors.ts'
import { keptTexts, LONGEST_SAMPLE_MS, timesProblem, type UsageTexts } from '../rules/usage-sample.ts'
import { requiredText } from '../text.ts'
import { usageOwner } from './access.ts'
import { type Place, placesByRule } from './matching.ts'

export type Usage = Row<'app_usage'>

/** What one stream of a device saw: the domain is read from the path where that is an address. */
export type NewSample = {
  started_at: number
  ended_at: number
  application?: string | null
  title?: string | null
  path?: string | null
  is_away?: boolean
}

/** A device, and which of its streams: the windows, the pages of a browser, whether anybody is there. */
export type Stream = { device: string; source: string }

const MOST_SAMPLES = 1000
const MOST_PROBLEMS = 20
const AT_ONCE = 500

/**
 * Keeps what a stream saw. A sample whose start is known is the same one, told anew: its end and texts are as they are
 * told now, and a project that somebody gave it stays. So a batch can be sent again as often as one likes. The rules of
 * the person say where the others belong. No events: see docs/decisions/0010.
 */
export async function recordUsage(
  ctx: Ctx,
  input: Stream & { samples: readonly NewSample[] },
): Promise<Usage[]> {
  const userId = usageOwner(ctx, 'write:app_usage')
  const stream = checkedStream(input)
  if (input.samples.length > MOST_SAMPLES)
    throw invalid('samples', `Send at most ${MOST_SAMPLES} samples at once.`)
  refuseProblems(input.samples, ctx.now)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const byStart = new Map(input.samples.map((sample) => [sample.started_at, sample]))
    return writeSamples(ctx, { user_id: userId, ...stream }, [...byStart.values()])
  })
}

/**
 * Goes on with the latest sample of a stream where it says the same and ended at most `pulseMs` before, or begins a new
 * one. This is how a watcher that reports each second makes one row of an hour.
 */
export async function recordHeartbeat(
  ctx: Ctx,
  input: Stream & { sample: NewSample; pulseMs: number },
): Promise<Usage> {
  const userId = usageOwner(ctx, 'write:app_usage')
  const stream = { user_id: userId, ...checkedStream(input) }
  const { sample, pulseMs } = input
  refuseProblems([sample], ctx.now)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const latest = await latestOf(ctx, stream)
    if (latest && goesOn(latest, sample, pulseMs)) {
      const ended_at = Math.max(latest.ended_at, sample.ended_at)
      await ctx.db.kysely.updateTable('app_usage').set({ ended_at }).where('id', '=', latest.id).execute()
      return { ...latest, ended_at }
    }
    const [written] = await writeSamples(ctx, stream, [sample])
    if (!written) throw new Error('One sample makes one row')
    return written
  })
}

function goesOn(latest: Usage, sample: NewSample, pulseMs: number): boolean {
  const texts = keptTexts(sample)
  return (
    latest.is_away === (sample.is_away ? 1 : 0) &&
    latest.application === texts.application &&
    latest.title === texts.title &&
    latest.path === texts.path &&
    sample.started_at >= latest.started_at &&
    sample.started_at - latest.ended_at <= pulseMs &&
    sample.ended_at - latest.started_at <= LONGEST_SAMPLE_MS
  )
}

async function latestOf(ctx: Ctx, { user_id, device, source }: Owned): Promise<Usage | undefined> {
  return ctx.db.kysely
    .selectFrom('app_usage')
    .selectAll()
    .where('user_id', '=', user_id)
    .where('device', '=', device)
    .where('source', '=', source)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function checkedStream({ device, source }: Stream): Stream {
  return { device: requiredText('device', device), source: requiredText('source', source) }
}

/** Refuses samples that cannot have been, all together and each by its place in the list. */
function refuseProblems(samples: readonly NewSample[], now: number): void {
  const fields: Record<string, string> = {}
  for (const [index, sample] of samples.entries()) {
    const problem = timesProblem(sample, now)
    if (problem) fields[`samples.${index}.${problem.field}`] = problem.message
    if (Object.keys(fields).length >= MOST_PROBLEMS) break
  }
  const [first] = Object.entries(fields)
  if (first) throw new AppError('invalid', 'bad_input', `${first[0]}: ${first[1]}`, { fields })
}

type Owned = Stream & { user_id: number }

async function writeSamples(ctx: Ctx, stream: Owned, samples: readonly NewSample[]): Promise<Usage[]> {
  const placeOf = await placesByRule(ctx, stream.user_id)
  const rows = samples.map((sample) => rowOf(stream, sample, placeOf))
  const written: Usage[] = []
  for (let start = 0; start < rows.length; start += AT_ONCE)
    written.push(...(await upsert(ctx, rows.slice(start, start + AT_ONCE))))
  return written.toSorted((a, b) => a.started_at - b.started_at)
}

function rowOf(stream: Owned, sample: NewSample, placeOf: (texts: UsageTexts) => Place) {
  const texts = keptTexts(sample)
  return {
    ...stream,
    started_at: sample.started_at,
    ended_at: sample.ended_at,
    ...texts,
    is_away: sample.is_away ? (1 as const) : (0 as const),
    ...placeOf(texts),
    is_assigned_by_hand: 0 as const,
  }
}

async function upsert(ctx: Ctx, rows: ReturnType<typeof rowOf>[]): Promise<Usage[]> {
  return ctx.db.kysely
    .insertInto('app_usage')
    .values(rows)
    .onConflict((known) =>
      known.columns(['user_id', 'device', 'source', 'started_at']).doUpdateSet((eb) => ({
        ended_at: eb.ref('excluded.ended_at'),
        application: eb.ref('excluded.application'),
        title: eb.ref('excluded.title'),
        path: eb.ref('excluded.path'),
        domain: eb.ref('excluded.domain'),
        is_away: eb.ref('excluded.is_away'),
        workspace_id: unlessByHand('workspace_id'),
        project_id: unlessByHand('project_id'),
      })),
    )
    .returningAll()
    .execute()
}

function unlessByHand(column: 'workspace_id' | 'project_id') {
  const [was, told] = [
    sql.ref<number | null>(`app_usage.${column}`),
    sql.ref<number | null>(`excluded.${column}`),
  ]
  return sql<number | null>`case when app_usage.is_assigned_by_hand = 1 then ${was} else ${told} end`
}
