import type { Key } from '../../../core/reports/columns.ts'
import type { Line } from '../../../core/reports/lines.ts'
import type { Grouping } from '../../../core/reports/question.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import { refused } from '../errors.ts'
import type { Input } from '../wire.ts'
import { wordOf } from './question.ts'
import { sumOf } from './table.ts'

const GROUPINGS = ['projects', 'clients', 'users', 'tags', 'tasks', 'entries', 'time_entries'] as const
const SUB_GROUPINGS = ['time_entries', 'projects', 'clients', 'users', 'tags', 'tasks', 'entries'] as const
export type GroupingWord = (typeof GROUPINGS)[number]

const CORE_GROUPING: Record<GroupingWord, Grouping> = {
  projects: 'project',
  clients: 'client',
  users: 'user',
  tags: 'tag',
  tasks: 'task',
  entries: 'title',
  time_entries: 'title',
}

export function coreGrouping(word: GroupingWord): Grouping {
  return CORE_GROUPING[word]
}

export type Groupings = { by: GroupingWord; below: GroupingWord }

/** By project and description, unless it is asked otherwise. */
export function groupingsOf(input: Input): Groupings {
  const by = wordOf(input, 'grouping', GROUPINGS)
  const below = input['sub_grouping']
    ? wordOf(input, 'sub_grouping', SUB_GROUPINGS)
    : coreGrouping(by) === 'title'
      ? 'projects'
      : 'time_entries'
  if (coreGrouping(by) !== coreGrouping(below)) return { by, below }
  const others = SUB_GROUPINGS.filter((word) => coreGrouping(word) !== coreGrouping(by))
  throw refused(`Invalid 'sub_grouping' value, allowed values are: '${others.join(', ')}'`)
}

/** The lines that share a key, the longest first. */
export type Bundle = { key: Key; lines: Line[]; seconds: number }

export function bundlesAt(lines: readonly Line[], at: number): Bundle[] {
  const bundles = [...groupBy(lines, ({ keys }) => keys[at] ?? null)].map(([key, alike]) => ({
    key,
    lines: alike,
    seconds: sumOf(alike).seconds,
  }))
  return bundles.sort((a, b) => b.seconds - a.seconds || compareKeys(a.key, b.key))
}

function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}
