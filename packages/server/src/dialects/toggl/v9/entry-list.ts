import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { entriesChangedSince, listEntries } from '../../../core/entries/read.ts'
import { getMe } from '../../../core/me.ts'
import { addDays, localDay, readTime, startOfDay } from '../../../core/rules/local-time.ts'
import { refused } from '../errors.ts'
import { type Input, queryInteger, queryText } from '../wire.ts'

const MOST = 1000
const RECENT_DAYS = 9

/**
 * One's own entries, newest start first, at most a thousand: those that changed since a moment, those before one, those
 * of a range (its end no longer counts), or those of the last nine days.
 */
export async function listedEntries(ctx: Ctx, query: Input): Promise<Entry[]> {
  const since = queryInteger(query, 'since', 'Since is expected to be an unix timestamp, integer value')
  const isBefore = queryText(query, 'before') !== undefined
  if (since !== undefined && isBefore) throw refused("'since' and 'before' can not be present simultaneously")
  if (since !== undefined) return entriesChangedSince(ctx, since * 1000, MOST)
  const range = isBefore
    ? { startedBefore: await momentOf(ctx, query, 'before') }
    : await askedRange(ctx, query)
  const { rows } = await listEntries(ctx, { whose: 'mine', ...range }, { limit: MOST, cursor: null })
  return rows
}

async function askedRange(ctx: Ctx, query: Input) {
  const startedFrom = await momentOf(ctx, query, 'start_date')
  const startedBefore = await momentOf(ctx, query, 'end_date')
  if (startedFrom !== undefined || startedBefore !== undefined) return { startedFrom, startedBefore }
  const { time_zone: zone } = await getMe(ctx)
  return { startedFrom: startOfDay(addDays(localDay(ctx.now, zone), -RECENT_DAYS), zone) }
}

/** A moment of the query; a bare day begins at midnight on the wall of the person who asks. */
async function momentOf(ctx: Ctx, query: Input, name: string): Promise<number | undefined> {
  const text = queryText(query, name)
  if (text === undefined) return undefined
  // The plus sign of an offset that was not encoded arrives as a space.
  const time = readTime(text.replace(/(:\d{2}(?:[.,]\d+)?) (\d{2}:?\d{2})$/, '$1+$2'), 'UTC')
  if (!time) throw refused(`Invalid ${name}`)
  return time.kind === 'instant' ? time.at : startOfDay(time.day, (await getMe(ctx)).time_zone)
}
