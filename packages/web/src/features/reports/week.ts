import { addDays, startOfWeek } from '../../lib/local-time.ts'
import type { Question } from './question.ts'
import { daysOf, type Days, type Wall } from './ranges.ts'

/** The week a question shows by weeks: the last of its days, as far as they have come, lies in it. */
export function weekOf(question: Question, wall: Wall): Days {
  const days = daysOf(question, wall)
  const isPast = days === undefined || days.to > wall.today
  const isAhead = days !== undefined && days.from > wall.today
  const day = isAhead ? days.from : isPast ? wall.today : days.to
  return weekAround(day, wall)
}

export function weekAround(day: string, { weekStart }: Pick<Wall, 'weekStart'>): Days {
  const from = startOfWeek(day, weekStart)
  return { from, to: addDays(from, 6) }
}
