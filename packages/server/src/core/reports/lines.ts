import { addSum, type Sum } from './sums.ts'
import type { Key } from './columns.ts'

/** A line of a report: its key in each grouping, and what it comes to. */
export type Line = { keys: readonly Key[]; sum: Sum }

/** Lines with the same keys become one. */
export function mergeLines(lines: Iterable<Line>): Line[] {
  const merged = new Map<string, Line>()
  for (const line of lines) {
    const id = idOf(line.keys)
    const known = merged.get(id)
    if (known) addSum(known.sum, line.sum)
    else merged.set(id, line)
  }
  return [...merged.values()]
}

export function idOf(keys: readonly Key[]): string {
  return JSON.stringify(keys)
}
