import { addDays } from '../../lib/local-time.ts'
import { addMonths, type Days } from './ranges.ts'
import type { Period } from './question.ts'

/** Writing days and periods; a day is `YYYY-MM-DD` and belongs to no time zone. */

const formatters = new Map<string, Intl.DateTimeFormat>()

/** `16 – 22 Nov`, as short as the locale allows; another year is named. */
export function formatDays({ from, to }: Days, locale: string): string {
  const isThisYear = [from, to].every((day) => day.startsWith(String(new Date().getFullYear())))
  const year = isThisYear ? {} : ({ year: 'numeric' } as const)
  const format = formatterFor(locale, { day: 'numeric', month: 'short', ...year })
  return from === to ? format.format(at(from)) : format.formatRange(at(from), at(to))
}

/** `Mon 16 Nov`. */
export function formatDay(day: string, locale: string): string {
  return formatterFor(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(at(day))
}

/** `Mon`. */
export function formatWeekday(day: string, locale: string): string {
  return formatterFor(locale, { weekday: 'short' }).format(at(day))
}

/** What a period is called where there is room for it. */
export function formatPeriod(period: Period, start: string, locale: string): string {
  switch (period) {
    case 'day':
      return formatterFor(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      }).format(at(start))
    case 'week':
      return formatDays({ from: start, to: addDays(start, 6) }, locale)
    case 'month':
      return formatterFor(locale, { month: 'long', year: 'numeric' }).format(at(start))
    case 'year':
      return start.slice(0, 4)
  }
}

/** What stands under its bar. */
export function formatTick(
  period: Period,
  start: string,
  { locale, isShort }: { locale: string; isShort: boolean },
) {
  switch (period) {
    case 'day':
      return formatterFor(
        locale,
        isShort ? { weekday: 'short', day: 'numeric' } : { day: 'numeric', month: 'short' },
      ).format(at(start))
    case 'week':
      return formatterFor(locale, { day: 'numeric', month: 'short' }).format(at(start))
    case 'month':
      return formatterFor(locale, { month: 'short', year: '2-digit' }).format(at(start))
    case 'year':
      return start.slice(0, 4)
  }
}

/** `November 2026` or `2026` where the days are just that; undefined elsewhere. */
export function nameOfDays({ from, to }: Days, locale: string): string | undefined {
  const next = addDays(to, 1)
  if (from.endsWith('-01') && next === addMonths(from, 1)) return formatPeriod('month', from, locale)
  if (from.endsWith('-01-01') && next === addMonths(from, 12)) return from.slice(0, 4)
  return undefined
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    formatters.set(key, formatter)
  }
  return formatter
}
