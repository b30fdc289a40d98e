import { addDays, startOfWeek } from '../../lib/local-time.ts'
import { addMonths, type Days } from '../reports/ranges.ts'

export const views = ['day', 'week', 'month'] as const
export type View = (typeof views)[number]

/** The view an address names; the week where it names none. On a phone a week has no room. */
export function readView(word: string | undefined, isPhone: boolean): View {
  const view = views.find((known) => known === word) ?? 'week'
  return isPhone && view === 'week' ? 'day' : view
}

/** The days a view of this day is about. */
export function daysOfView(view: View, day: string, weekStart: number): Days {
  if (view === 'day') return { from: day, to: day }
  if (view === 'week') {
    const from = startOfWeek(day, weekStart)
    return { from, to: addDays(from, 6) }
  }
  const from = `${day.slice(0, 7)}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The day to look at one day, week or month before or after. */
export function stepView(view: View, day: string, step: 1 | -1): string {
  if (view === 'month') return addMonths(`${day.slice(0, 7)}-01`, step)
  return addDays(day, step * (view === 'week' ? 7 : 1))
}

export function listDays({ from, to }: Days): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
