import { addDays } from '../../lib/local-time.ts'

const arrows: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The day an arrow leads to; undefined for any other key. */
export function dayOfArrow(day: string, key: string): string | undefined {
  const step = arrows[key]
  return step === undefined ? undefined : addDays(day, step)
}

/** The most a tint tells apart; a full day's work has it. */
const mostTint = 5

/** How dark a day of so much time is: nothing, then by every two hours. */
export function tintOf(seconds: number): number {
  return seconds <= 0 ? 0 : Math.min(mostTint, Math.floor(seconds / 7200) + 1)
}

/** Days in rows of seven. */
export function weeksOf(days: readonly string[]): string[][] {
  return days.flatMap((_, index) => (index % 7 === 0 ? [days.slice(index, index + 7)] : []))
}
