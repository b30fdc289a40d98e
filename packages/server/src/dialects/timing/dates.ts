import { invalid } from '../../core/errors.ts'
import { getMe } from '../../core/me.ts'
import { endOfDay, readTime, startOfDay } from '../../core/rules/local-time.ts'
import { type Call, label, missing, refuseEmpty, textOf } from './wire.ts'

/** A day written without a time is its first moment as a start, and its last as an end. */
type Edge = 'start' | 'end'

/** The start of an entry that may begin when the request is made. */
export async function startOf(call: Call): Promise<number | undefined> {
  return (await momentOf(call, 'start_date', 'start'))?.at
}

/** Both bounds of an entry that has to have them. */
export async function requiredTimes(call: Call): Promise<{ started_at: number; ended_at: number }> {
  const { started_at, ended_at } = await changedTimes(call)
  if (started_at === undefined) throw missing('start_date')
  if (ended_at === undefined) throw missing('end_date')
  return { started_at, ended_at }
}

/** The bounds that are to change: a date may be left out of an update, but not be made empty. */
export async function changedTimes(call: Call): Promise<{ started_at?: number; ended_at?: number }> {
  refuseEmpty(call.input, 'start_date', 'end_date')
  return { started_at: await startOf(call), ended_at: (await momentOf(call, 'end_date', 'end'))?.at }
}

const DAY_MS = 24 * 3600 * 1000

/** The stretch a list covers; both bounds count, and one of them may be open. Without any it is the last 30 days in UTC. */
export async function listedTimes(call: Call): Promise<{ startedFrom?: number; startedBefore?: number }> {
  const from = await momentOf(call, 'start_date_min', 'start')
  const to = await momentOf(call, 'start_date_max', 'end')
  if (from || to) return { startedFrom: from?.at, startedBefore: to && justAfter(to) }
  const today = Math.floor(call.ctx.now / DAY_MS) * DAY_MS
  return { startedFrom: today - 30 * DAY_MS, startedBefore: today + DAY_MS }
}

/** A moment counts itself; the end of a day is the start of the next, which is no longer that day. */
function justAfter({ at, isDay }: Moment): number {
  return isDay ? at : at + 1
}

type Moment = { at: number; isDay: boolean }

/**
 * A moment in the input. A time without an offset is in the zone of the header or else in UTC; a day without a time is
 * in the zone of the header or else of the account, as the service's documents of June 2025 say.
 */
async function momentOf({ ctx, input, zone }: Call, name: string, edge: Edge): Promise<Moment | undefined> {
  const text = textOf(input, name)
  if (text === undefined || text === null) return undefined
  const time = readTime(withPlus(text), zone ?? 'UTC')
  if (!time) throw invalid(name, `The ${label(name)} field must be a valid date.`)
  if (time.kind === 'instant') return { at: time.at, isDay: false }
  const dayZone = await dayZoneOf({ ctx, zone })
  return { at: (edge === 'start' ? startOfDay : endOfDay)(time.day, dayZone), isDay: true }
}

/** The zone whose days are meant: that of the header, or else of the account. */
export async function dayZoneOf({ ctx, zone }: Pick<Call, 'ctx' | 'zone'>): Promise<string> {
  return zone ?? (await getMe(ctx)).time_zone
}

/** The plus sign of an offset that was not encoded in an address arrives as a space. */
function withPlus(text: string): string {
  return text.replace(/(:\d{2}(?:[.,]\d+)?) (\d{2}(?::?\d{2})?)$/, '$1+$2')
}
