import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { listEntries } from '../../../core/entries/read.ts'
import { getMe } from '../../../core/me.ts'
import { readTime, startOfDay } from '../../../core/rules/local-time.ts'
import { type Input, queryText } from '../wire.ts'

const MOST = 1000
const RECENT_MS = 9 * 24 * 3600 * 1000

/**
 * One's own entries, oldest start first, the first thousand of a range: unless it is asked otherwise from nine days ago,
 * when exactly nine days ago is too long, to now. Gives what to say of a date that is none.
 */
export async function listedEntries(ctx: Ctx, query: Input): Promise<Entry[] | string> {
  const from = await momentOf(ctx, queryText(query, 'start_date'))
  if (from === 'none') return 'Invalid start date'
  const to = await momentOf(ctx, queryText(query, 'end_date'))
  if (to === 'none') return 'Invalid end date'
  // What starts this very moment has started.
  const startedBefore = to ?? ctx.now + 1
  const startedFrom = from ?? (to ?? ctx.now) - RECENT_MS + 1
  return recentEntries(ctx, { startedFrom, startedBefore })
}

/** One's own entries of the last days, oldest start first. */
export async function recentEntries(
  ctx: Ctx,
  range = { startedFrom: ctx.now - RECENT_MS + 1, startedBefore: ctx.now + 1 },
): Promise<Entry[]> {
  const page = { limit: MOST, cursor: null, order: 'asc' } as const
  return (await listEntries(ctx, { whose: 'mine', ...range }, page)).rows
}

/** A bare day begins at midnight on the wall of the person who asks. */
async function momentOf(ctx: Ctx, text: string | undefined): Promise<number | 'none' | undefined> {
  if (text === undefined) return undefined
  // The plus sign of an offset that was not encoded arrives as a space.
  const time = readTime(text.replace(/(:\d{2}(?:[.,]\d+)?) (\d{2}:?\d{2})$/, '$1+$2'), 'UTC')
  if (!time) return 'none'
  return time.kind === 'instant' ? time.at : startOfDay(time.day, (await getMe(ctx)).time_zone)
}
