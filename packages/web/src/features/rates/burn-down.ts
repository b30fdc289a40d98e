import type { Budget } from '@sundial/sdk'
import { addDays } from '../../lib/local-time.ts'
import { forecast, paceFrom, type Measured } from './budget-state.ts'

/** What is left of a budget at the end of a day, in its own unit; nothing where a line does not reach. */
export type BurnPoint = {
  day: string
  left: number | null
  /** As it would be if the budget were used up evenly by the end. */
  ideal: number | null
  /** As it will be if the next weeks are like the last four. */
  expected: number | null
}

export type BurnDown = { points: BurnPoint[]; hasIdeal: boolean; hasForecast: boolean }

type Asked = {
  budget: Measured
  period: Budget['period']
  /** What was used on each day that has any. */
  usedOn: ReadonlyMap<string, number>
  startsOn: string | null
  endsOn: string | null
  today: string
}

/** About as many points as can be told apart. */
const mostPoints = 90
/** How many days a forecast looks ahead where nobody has said when it ends. */
const farthest = 180

/** The way of a budget from its start over today to its end, or until it is used up. Undefined before its second day. */
export function burnDown({ budget, period, usedOn, startsOn, endsOn, today }: Asked): BurnDown | undefined {
  const isMonth = period === 'month'
  const start = isMonth ? `${today.slice(0, 7)}-01` : earliest([startsOn, ...usedOn.keys()], today)
  const planned = isMonth ? lastOfMonth(today) : endsOn !== null && endsOn > start ? endsOn : undefined
  const usedUpOn = usedUpDay(budget, { usedOn, period, today })
  const end = endOf({ planned, usedUpOn, today })
  if (end <= start) return undefined

  const perDay = pace(usedOn, today)
  const hasForecast = budget.left > 0 && perDay > 0 && end > today
  const usedBetween = runningSum(usedOn, start, today)
  const usedInAll = usedBetween(today)
  const points = sampledDays({ start, today, end }).map((day): BurnPoint => ({
    day,
    // What is used today is what the server says; the days before it are counted back from there.
    left: day <= today ? budget.left + usedInAll - usedBetween(day) : null,
    ideal:
      planned && day <= planned ? budget.total * (1 - daysFrom(start, day) / daysFrom(start, planned)) : null,
    expected: hasForecast && day >= today ? Math.max(0, budget.left - perDay * daysFrom(today, day)) : null,
  }))
  return { points, hasIdeal: planned !== undefined, hasForecast }
}

/** From which day on the use of a budget has to be known; undefined for all of it. */
export function burnDownFrom(period: Budget['period'], today: string): string | undefined {
  if (period !== 'month') return undefined
  return earliest([paceFrom(today)], `${today.slice(0, 7)}-01`)
}

function endOf({
  planned,
  usedUpOn,
  today,
}: {
  planned: string | undefined
  usedUpOn: string | undefined
  today: string
}): string {
  if (planned !== undefined && planned >= today) return planned
  const horizon = addDays(today, farthest)
  if (usedUpOn === undefined) return today
  return usedUpOn < horizon ? usedUpOn : horizon
}

type Use = Pick<Asked, 'usedOn' | 'period' | 'today'>

function usedUpDay(budget: Measured, { usedOn, period, today }: Use): string | undefined {
  if (budget.left <= 0) return undefined
  const expected = forecast(budget, { recent: sumFrom(usedOn, paceFrom(today), today), period, today })
  if (expected.kind === 'lasts_long') return addDays(today, farthest)
  // Of its last day something is left: it is gone on the next.
  return expected.kind === 'used_up_on' ? addDays(expected.day, 1) : undefined
}

function pace(usedOn: Asked['usedOn'], today: string): number {
  const from = paceFrom(today)
  return sumFrom(usedOn, from, today) / (daysFrom(from, today) + 1)
}

function sumFrom(usedOn: Asked['usedOn'], from: string, to: string): number {
  let sum = 0
  for (const [day, used] of usedOn) if (day >= from && day <= to) sum += used
  return sum
}

/** What was used from a day on up to each later one. */
function runningSum(usedOn: Asked['usedOn'], from: string, to: string): (day: string) => number {
  const days = [...usedOn].filter(([day]) => day >= from && day <= to).sort(([a], [b]) => a.localeCompare(b))
  return (until) => days.reduce((sum, [day, used]) => (day <= until ? sum + used : sum), 0)
}

/** The days that are drawn, evenly from today both ways, with the first and the last. */
function sampledDays({ start, today, end }: { start: string; today: string; end: string }): string[] {
  const step = Math.max(1, Math.ceil(daysFrom(start, end) / mostPoints))
  const before = Math.floor(daysFrom(start, today) / step)
  const days = [start]
  for (let count = -before; ; count++) {
    const day = addDays(today, count * step)
    if (day >= end) break
    if (day > start) days.push(day)
  }
  return [...days, end]
}

function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

function earliest(days: readonly (string | null)[], otherwise: string): string {
  return days.reduce<string>((first, day) => (day !== null && day < first ? day : first), otherwise)
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
