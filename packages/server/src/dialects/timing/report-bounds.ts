import type { Key } from '../../core/reports/columns.ts'
import {
  dayNumber,
  dayOfNumber,
  firstDayOf,
  offsetSpans,
  type Period,
} from '../../core/rules/local-periods.ts'
import { startOfDay } from '../../core/rules/local-time.ts'
import { presentEnd, toDate } from './map.ts'
import type { Mode } from './report-input.ts'

type Bounds = { start: number; end: number }

/** When the row of a key begins and ends: as instants, and as they are shown. */
export type BoundsReader = {
  boundsOf(key: Key): Bounds
  datesOf(key: Key): { start_date: string; end_date: string }
}

/**
 * Reads the time a line stands under. Entries told apart keep their own start and end, in UTC as everywhere; a day, week,
 * month or year goes from its first moment to the first of the next, as the clocks of the zone have them.
 */
export function boundsReader({ mode, zone, now }: { mode: Mode; zone: string; now: number }): BoundsReader {
  const isExact = mode === 'exact'
  const boundsOf = isExact
    ? (key: Key) => exactBounds(String(key), now)
    : remembered((key: Key) => periodBounds(String(key), mode, zone))
  const dateOf = isExact ? toDate : remembered((at: number) => toLocalDate(at, zone))
  return {
    boundsOf,
    datesOf(key) {
      const { start, end } = boundsOf(key)
      return { start_date: dateOf(start), end_date: dateOf(end) }
    },
  }
}

/** Many rows stand under the same few periods. */
function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? find(key)
    known.set(key, value)
    return value
  }
}

/** A start and an end with a space between them; of the running entry there is no end. */
function exactBounds(span: string, now: number): Bounds {
  const [from = '', to = ''] = span.split(' ')
  const start = Number(from)
  return { start, end: to === '' ? presentEnd(start, now) : Number(to) }
}

/** So many days after the first of a period one is in the next, and not yet in the one after that. */
const INTO_NEXT: Record<Period, number> = { day: 1, week: 7, month: 31, year: 366 }

function periodBounds(day: string, period: Period, zone: string): Bounds {
  const next = firstDayOf(dayOfNumber(dayNumber(day) + INTO_NEXT[period]), period, 1)
  return { start: startOfDay(day, zone), end: startOfDay(next, zone) }
}

function toLocalDate(at: number, zone: string): string {
  const [span] = offsetSpans(zone, at, at + 1)
  return toDate(at, Math.round((span?.offsetSeconds ?? 0) / 60))
}
