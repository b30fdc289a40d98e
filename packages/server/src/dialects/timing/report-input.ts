import type { Grouping, Question } from '../../core/reports/question.ts'
import { invalid } from '../../core/errors.ts'
import { dayZoneOf, listedTimes } from './dates.ts'
import { sharedFilterOf } from './entry-filter.ts'
import {
  booleanOf,
  type Call,
  filledListOf,
  type Input,
  label,
  numberOf,
  oneOf,
  wordOf,
  wordsOf,
} from './wire.ts'

const COLUMNS = ['project', 'title', 'notes', 'timespan', 'user', 'billing_status'] as const
type Column = (typeof COLUMNS)[number]

const MODES = ['exact', 'day', 'week', 'month', 'year'] as const
export type Mode = (typeof MODES)[number]

export type SortKey = Exclude<Column, 'timespan'> | 'duration' | 'start_date' | 'end_date'
export type SortStep = { by: SortKey; isDescending: boolean }

/** How a report is laid out: its columns from left to right, and how finely the time and the tree are told apart. */
export type Layout = {
  columns: readonly Column[]
  mode: Mode
  /** The depth of the tree below which projects count towards their ancestor; 0 is the root, -1 is no limit. */
  level: number
  sort: readonly SortStep[]
}

const DEFAULT_COLUMNS: readonly Column[] = ['user', 'project', 'title']

export function layoutOf(input: Input): Layout {
  const asked = [...new Set(wordsOf(input, 'columns', COLUMNS) ?? DEFAULT_COLUMNS)]
  const isOneself = booleanOf(input, 'include_team_members') !== true
  return {
    columns: isOneself ? asked.filter((column) => column !== 'user') : asked,
    mode: wordOf(input, 'timespan_grouping_mode', MODES) ?? 'exact',
    level: levelOf(input),
    sort: sortOf(input, asked),
  }
}

function levelOf(input: Input): number {
  const name = 'project_grouping_level'
  const level = numberOf(input, name) ?? -1
  if (!Number.isSafeInteger(level)) throw invalid(name, `The ${label(name)} field must be an integer.`)
  if (level < -1) throw invalid(name, `The ${label(name)} field must be at least -1.`)
  return level
}

/**
 * The documents sort by `user` in a request that shows no users, so what counts are the columns that were asked for.
 * Of a key that comes twice the first decides.
 */
function sortOf(input: Input, asked: readonly Column[]): SortStep[] {
  const dates = asked.includes('timespan') ? (['start_date', 'end_date'] as const) : []
  const keys = ['duration', ...asked, ...dates] as const
  const steps = new Map<SortKey, SortStep>()
  for (const [index, text] of (filledListOf(input, 'sort') ?? ['-duration']).entries()) {
    const isDescending = text.startsWith('-')
    const key = oneOf(isDescending ? text.slice(1) : text, `sort.${index}`, keys)
    for (const by of sortKeysOf(key)) if (!steps.has(by)) steps.set(by, { by, isDescending })
  }
  return [...steps.values()]
}

/** The column of the dates is sorted by the start, and then by the end. */
export function sortKeysOf(key: Column | SortKey): SortKey[] {
  return key === 'timespan' ? ['start_date', 'end_date'] : [key]
}

/** The question that a request asks of the entries. */
export async function questionOf(call: Call, { columns, mode, level }: Layout): Promise<Question> {
  const filter = await sharedFilterOf(call)
  if (booleanOf(call.input, 'include_app_usage') === true) {
    // What was on a screen has no notes to search in, and is not billed.
    if (filter.text !== undefined) throw notWithUsage('search_query')
    if (filter.billingStatuses !== undefined) throw notWithUsage('billing_status')
  }
  const { startedFrom, startedBefore } = await listedTimes(call)
  return {
    filter,
    from: startedFrom ?? null,
    to: startedBefore ?? null,
    zone: await dayZoneOf(call),
    weekStart: 1,
    groupBy: columns.map((column) => groupingOf(column, { mode, level })),
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    sort: null,
    limit: 0,
  }
}

function notWithUsage(name: string) {
  return invalid(name, `The ${label(name)} field is prohibited when include app usage is true.`)
}

function groupingOf(column: Column, { mode, level }: Pick<Layout, 'mode' | 'level'>): Grouping {
  if (column === 'timespan') return mode === 'exact' ? 'span' : mode
  if (column === 'project' && level >= 0) return `project:${level + 1}`
  return column
}
