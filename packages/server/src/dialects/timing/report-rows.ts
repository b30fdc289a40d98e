import type { Person } from '../../core/people.ts'
import type { Project } from '../../core/projects/read.ts'
import type { Key } from '../../core/reports/columns.ts'
import { idOf, type Line } from '../../core/reports/lines.ts'
import { nameKey } from '../../core/rules/names.ts'
import { type EmbeddedProject, toPerson, toReference } from './map.ts'
import { type Layout, type SortKey, sortKeysOf, type SortStep } from './report-input.ts'
import type { BoundsReader } from './report-bounds.ts'

/** What the ids in the lines of a report stand for. A project that is closed to one is in neither map. */
export type Names = {
  people: ReadonlyMap<number, Person>
  projects: ReadonlyMap<number, Project>
  /** The projects to put into rows whole. */
  embedded: ReadonlyMap<number, EmbeddedProject>
  bounds: BoundsReader
}

/** A row: the duration, and then its columns in the order they were asked for. */
export function toReportRow({ keys, sum }: Line, { columns }: Layout, names: Names): Record<string, unknown> {
  const row: Record<string, unknown> = { duration: sum.seconds }
  for (const [index, column] of columns.entries()) {
    const key = keys[index] ?? null
    if (column === 'timespan') Object.assign(row, names.bounds.datesOf(key))
    else if (column === 'project') row[column] = toRowProject(key, names)
    else if (column === 'user') row[column] = toRowPerson(key, names)
    else row[column] = key
  }
  return row
}

function toRowProject(key: Key, { embedded }: Names) {
  if (typeof key !== 'number') return null
  return embedded.get(key) ?? { self: toReference('projects', key) }
}

function toRowPerson(key: Key, { people }: Names) {
  const person = typeof key === 'number' ? people.get(key) : undefined
  return person ? toPerson(person) : null
}

type Rank = string | number | null

/**
 * The lines in the order that was asked for, and then by the columns from left to right, so that two requests give the
 * same. Upper and lower case are alike, projects go by their titles from the root, and what is empty comes first.
 */
export function sortLines(lines: readonly Line[], layout: Layout, names: Names): Line[] {
  const steps = [...layout.sort, ...remainingSteps(layout)]
  const ranked = lines.map((line): Ranked => ({ line, ranks: [] }))
  // Most lines are told apart by the first step, so that the ranks of the others are found where they are needed.
  const rankAt = (ranked: Ranked, index: number, by: SortKey) =>
    (ranked.ranks[index] ??= { rank: rankOf(ranked.line, by, { layout, names }) }).rank
  ranked.sort((a, b) => {
    for (const [index, { by, isDescending }] of steps.entries()) {
      const order = compare(rankAt(a, index, by), rankAt(b, index, by))
      if (order !== 0) return isDescending ? -order : order
    }
    return compare(idOf(a.line.keys), idOf(b.line.keys))
  })
  return ranked.map(({ line }) => line)
}

type Ranked = { line: Line; ranks: { rank: Rank }[] }

function remainingSteps({ columns, sort }: Layout): SortStep[] {
  const known = new Set(sort.map(({ by }) => by))
  const others = columns.flatMap(sortKeysOf).filter((by) => !known.has(by))
  return others.map((by) => ({ by, isDescending: false }))
}

function compare(a: Rank, b: Rank): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

function rankOf(line: Line, by: SortKey, { layout, names }: { layout: Layout; names: Names }): Rank {
  if (by === 'duration') return line.sum.seconds
  const isDate = by === 'start_date' || by === 'end_date'
  const key = line.keys[layout.columns.indexOf(isDate ? 'timespan' : by)] ?? null
  if (key === null) return null
  if (isDate) return names.bounds.boundsOf(key)[by === 'start_date' ? 'start' : 'end']
  return typeof key === 'number' ? rankOfName(key, by, names) : nameKey(key)
}

function rankOfName(id: number, by: SortKey, { people, projects }: Names): Rank {
  if (by === 'project') return projects.get(id)?.title_chain.map(nameKey).join('\0') ?? ''
  const person = people.get(id)
  return person ? nameKey(person.name ?? person.email) : null
}
