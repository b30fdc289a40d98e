import type { Report, ReportLine } from '@sundial/sdk'
import { projectColors } from '../projects/project-colors.ts'
import { isPeriod, type Period } from './question.ts'
import { periodStarts, type Days } from './ranges.ts'

/** More parts than these cannot be told apart in a bar; the rest is one part. */
const mostParts = 6
export const restPart = 'rest'
export const restColor = 'var(--edge)'
const noneColor = 'var(--ink-soft)'

export type Part = { id: string; line: ReportLine | undefined; color: string }
export type Bar = { start: string; total: number; seconds: ReadonlyMap<string, number> }
export type Bars = { period: Period; parts: Part[]; bars: Bar[] }

/** Bars by period from a report grouped by one, and perhaps by one thing more, which are its parts. */
export function barsOf(
  report: Report,
  { days, weekStart }: { days: Days | undefined; weekStart: number },
): Bars {
  const [first = '', second] = report.group_by
  const period = isPeriod(first) ? first : 'day'
  const parts =
    second === undefined || report.repeats_entries
      ? []
      : partsOf(report.groups.flatMap(({ groups }) => groups))
  const known = new Set(parts.map(({ id }) => id))
  const byStart = new Map(report.groups.map((line) => [String(line.key), line]))
  const starts = days ? periodStarts(days, period, weekStart) : spanOf([...byStart.keys()], period, weekStart)
  const bars = starts.map((start) => {
    const line = byStart.get(start)
    const seconds = new Map<string, number>()
    for (const part of line?.groups ?? []) {
      const id = known.has(partId(part)) ? partId(part) : restPart
      seconds.set(id, (seconds.get(id) ?? 0) + part.total.seconds)
    }
    return { start, total: line?.total.seconds ?? 0, seconds }
  })
  return { period, parts, bars }
}

/** Whatever lies between the first and the last day there is. */
function spanOf(keys: string[], period: Period, weekStart: number): string[] {
  const sorted = [...keys].sort()
  const from = sorted[0]
  const to = sorted.at(-1)
  return from && to ? periodStarts({ from, to }, period, weekStart) : []
}

/** The things lines stand for, the longest first, and last of all the rest. */
export function partsOf(lines: readonly ReportLine[]): Part[] {
  const sums = new Map<string, { line: ReportLine; seconds: number }>()
  for (const line of lines) {
    const sum = sums.get(partId(line))
    if (sum) sum.seconds += line.total.seconds
    else sums.set(partId(line), { line, seconds: line.total.seconds })
  }
  const sorted = [...sums].sort(([, a], [, b]) => b.seconds - a.seconds)
  const shown = sorted.length > mostParts ? sorted.slice(0, mostParts - 1) : sorted
  const used = new Map<string, number>()
  const parts = shown.map(([id, { line }], index): Part => {
    const color = line.key === null ? noneColor : (line.color ?? colorAt(index))
    const times = used.get(color) ?? 0
    used.set(color, times + 1)
    return { id, line, color: shade(color, times) }
  })
  return sorted.length > mostParts ? [...parts, { id: restPart, line: undefined, color: restColor }] : parts
}

/** Projects of one colour, as a tree often has them, get shades that still stand out from the page. */
function shade(color: string, times: number): string {
  return times === 0 ? color : `color-mix(in oklab, ${color} ${Math.max(40, 100 - times * 28)}%, var(--ink))`
}

/** A palette whose neighbours are far apart. */
function colorAt(index: number): string {
  return projectColors[(index * 7 + 7) % projectColors.length] ?? projectColors[0]
}

export function partId({ key }: ReportLine): string {
  return `part ${key ?? 'none'}`
}
