import { addDays, startOfWeek, toLocal } from '../../lib/local-time.ts'
import type { NamedRange, Period, Question } from './question.ts'

/** Days as a calendar on the wall has them, both included. */
export type Days = { from: string; to: string }

export type Wall = { today: string; weekStart: number; zone: string }

/** The days a question means today; undefined where it is open on either side. */
export function daysOf({ range, from, to }: Question, wall: Wall): Days | undefined {
  const named = range && daysOfRange(range, wall)
  const first = dayOf(from, wall.zone) ?? named?.from
  const last = dayOf(to, wall.zone) ?? named?.to
  return first && last && first <= last ? { from: first, to: last } : undefined
}

export function daysOfRange(range: NamedRange, { today, weekStart }: Omit<Wall, 'zone'>): Days {
  const week = startOfWeek(today, weekStart)
  const month = startOfMonth(today)
  const year = `${today.slice(0, 4)}-01-01`
  switch (range) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'this_week':
      return { from: week, to: addDays(week, 6) }
    case 'last_week':
      return { from: addDays(week, -7), to: addDays(week, -1) }
    case 'last_7_days':
      return { from: addDays(today, -6), to: today }
    case 'this_month':
      return { from: month, to: addDays(addMonths(month, 1), -1) }
    case 'last_month':
      return { from: addMonths(month, -1), to: addDays(month, -1) }
    case 'last_30_days':
      return { from: addDays(today, -29), to: today }
    case 'this_year':
      return { from: year, to: addDays(addMonths(year, 12), -1) }
    case 'last_year':
      return { from: addMonths(year, -12), to: addDays(year, -1) }
  }
}

/** The days before or after, as many as these; whole months and years follow the calendar. */
export function shiftDays(days: Days, step: 1 | -1): Days {
  const months = wholeMonths(days)
  if (months > 0) {
    const from = addMonths(days.from, step * months)
    return { from, to: addDays(addMonths(from, months), -1) }
  }
  const length = lengthOf(days) * step
  return { from: addDays(days.from, length), to: addDays(days.to, length) }
}

/** How fine a chart of these days is: no more bars than can be told apart. */
export function periodFor(days: Days | undefined): Period {
  if (!days) return 'month'
  const length = lengthOf(days)
  if (length <= 31) return 'day'
  if (length <= 190) return 'week'
  return length <= 366 * 5 ? 'month' : 'year'
}

/** The first day of each period that has a day in the range, as reports key them. */
export function periodStarts({ from, to }: Days, period: Period, weekStart: number): string[] {
  const starts: string[] = []
  for (let start = startOf(from, period, weekStart); start <= to; start = nextStart(start, period)) {
    starts.push(start)
  }
  return starts
}

export function lengthOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** `count` months after the first of a month. */
export function addMonths(firstOfMonth: string, count: number): string {
  const [year = 0, month = 1] = firstOfMonth.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10)
}

function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

function startOf(day: string, period: Period, weekStart: number): string {
  if (period === 'day') return day
  if (period === 'week') return startOfWeek(day, weekStart)
  return period === 'month' ? startOfMonth(day) : `${day.slice(0, 4)}-01-01`
}

function nextStart(start: string, period: Period): string {
  if (period === 'day') return addDays(start, 1)
  if (period === 'week') return addDays(start, 7)
  return addMonths(start, period === 'month' ? 1 : 12)
}

/** How many whole months these days are; 0 where they are something else. */
function wholeMonths({ from, to }: Days): number {
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return 0
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(addDays(to, 1)) - months(from)
}

/** A bound may be a day, or a moment with its offset. */
function dayOf(bound: string | undefined, zone: string): string | undefined {
  if (bound === undefined) return undefined
  const at = Date.parse(bound)
  if (Number.isNaN(at)) return undefined
  return /^\d{4}-\d{2}-\d{2}$/.test(bound) ? bound : toLocal(at, zone).day
}
