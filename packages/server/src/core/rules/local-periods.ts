import { Temporal } from 'temporal-polyfill'
import { localDay, startOfDay } from './local-time.ts'

/** From this instant on (the first: always before), the clocks of a zone are this far ahead of UTC. */
export type OffsetSpan = { from: number; offsetSeconds: number }

/** The offsets of a zone within `[from, to)`: the one at `from`, and one more for each change. */
export function offsetSpans(zone: string, from: number, to: number): OffsetSpan[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const spans = [{ from, offsetSeconds: secondsAhead(at) }]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= to) return spans
    const offsetSeconds = secondsAhead(next)
    if (offsetSeconds !== spans.at(-1)?.offsetSeconds)
      spans.push({ from: next.epochMilliseconds, offsetSeconds })
    at = next
  }
}

function secondsAhead(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 1e9)
}

/** A calendar day as the number of days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

// A report asks for the same few days again and again.
const writtenDays = new Map<number, string>()
const DAYS_REMEMBERED = 20_000

/** The calendar day of a number of days since 1970-01-01. */
export function dayOfNumber(number: number): string {
  const known = writtenDays.get(number)
  if (known !== undefined) return known
  const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
  if (writtenDays.size >= DAYS_REMEMBERED) writtenDays.clear()
  writtenDays.set(number, day)
  return day
}

/** The unit of the calendar that days are put together by. */
export type Period = 'day' | 'week' | 'month' | 'year'

/** The first day of the week, month or year a day lies in. Weeks begin on `weekStart`, 1 for Monday. */
export function firstDayOf(day: string, period: Period, weekStart: number): string {
  switch (period) {
    case 'day':
      return day
    case 'week':
      return dayOfNumber(weekOf(dayNumber(day), weekStart))
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

// Day 0 was a Thursday; the weeks added keep the remainder positive for days before it.
const WEEKS_ADDED = 1_000_000

/** The number that a week's first day is above a multiple of seven, once weeks are added to keep it positive. */
export function weekShift(weekStart: number): number {
  return 4 - weekStart + 7 * WEEKS_ADDED
}

function weekOf(number: number, weekStart: number): number {
  return number - ((number + weekShift(weekStart)) % 7)
}

/** Where the months or years of a zone begin that `[from, to)` touches, each with its first day. */
export function periodStarts(
  zone: string,
  { from, to }: { from: number; to: number },
  period: 'month' | 'year',
): { from: number; day: string }[] {
  const last = localDay(Math.max(from, to - 1), zone)
  const starts: { from: number; day: string }[] = []
  let day = firstDayOf(localDay(from, zone), period, 1)
  while (day <= last) {
    starts.push({ from: startOfDay(day, zone), day })
    day = Temporal.PlainDate.from(day)
      .add(period === 'month' ? { months: 1 } : { years: 1 })
      .toString()
  }
  return starts
}

/** The instants strictly inside a stretch at which a day begins in a zone. */
export function midnightsWithin(zone: string, from: number, to: number): number[] {
  const midnights: number[] = []
  let day = localDay(from, zone)
  for (;;) {
    day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
    const at = startOfDay(day, zone)
    if (at >= to) return midnights
    // A day that was left out, as Samoa's 30 December 2011, begins with the next one.
    if (at > from && at !== midnights.at(-1)) midnights.push(at)
  }
}
