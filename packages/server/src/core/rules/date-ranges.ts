import { addDays, localDay } from './local-time.ts'
import { firstDayOf } from './local-periods.ts'

/** Ranges by name, which mean other days tomorrow. */
export const NAMED_RANGES = [
  'today',
  'yesterday',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_year',
  'last_year',
  'last_7_days',
  'last_30_days',
] as const

export type NamedRange = (typeof NAMED_RANGES)[number]

type Present = { now: number; zone: string; weekStart: number }

/** The first and the last day of a named range, as the calendar on the wall of a zone has it. */
export function daysOfRange(
  range: NamedRange,
  { now, zone, weekStart }: Present,
): { from: string; to: string } {
  const today = localDay(now, zone)
  const first = (period: 'week' | 'month' | 'year', day = today) => firstDayOf(day, period, weekStart)
  // The first of any month and 32 days more lie in the next month, as 366 days more lie in the next year.
  const whole = (from: string, period: 'week' | 'month' | 'year') => ({
    from,
    to: addDays(first(period, addDays(from, { week: 7, month: 32, year: 366 }[period])), -1),
  })
  switch (range) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'this_week':
      return whole(first('week'), 'week')
    case 'last_week':
      return whole(addDays(first('week'), -7), 'week')
    case 'this_month':
      return whole(first('month'), 'month')
    case 'last_month':
      return whole(first('month', addDays(first('month'), -1)), 'month')
    case 'this_year':
      return whole(first('year'), 'year')
    case 'last_year':
      return whole(first('year', addDays(first('year'), -1)), 'year')
    case 'last_7_days':
      return { from: addDays(today, -6), to: today }
    case 'last_30_days':
      return { from: addDays(today, -29), to: today }
  }
}
