import { type RawBuilder, sql } from 'kysely'
import {
  dayNumber,
  dayOfNumber,
  type OffsetSpan,
  offsetSpans,
  type Period,
  periodStarts,
  weekShift,
} from '../rules/local-periods.ts'
import type { Grouping } from './question.ts'

/** What an entry is grouped by, as the database says it. Periods are the number of their first day. */
export type KeyColumns = {
  id: number
  user_id: number
  project_id: number | null
  client_id: number | null
  task_id: number | null
  tag_id: number | null
  title: string | null
  notes: string | null
  billing_status: string | null
  billable_rate: number | null
  billable_currency: string | null
  started_at: number
  ended_at: number | null
  day: number
  week: number
  month: number
  year: number
}

/** The columns that a grouping takes. */
export function columnsFor(grouping: Grouping): readonly (keyof KeyColumns)[] {
  switch (grouping) {
    case 'user':
      return ['user_id']
    case 'client':
      return ['project_id', 'client_id']
    case 'task':
      return ['task_id']
    case 'tag':
      return ['tag_id']
    case 'title':
    case 'notes':
    case 'billing_status':
    case 'day':
    case 'week':
    case 'month':
    case 'year':
      return [grouping]
    case 'rate':
      return ['billable_rate', 'billable_currency']
    case 'span':
      return ['started_at', 'ended_at']
    case 'entry':
      return ['id']
    default:
      // `project` and `project:n`.
      return ['project_id']
  }
}

/** Which project belongs to which client, and the ids from its root. */
export type ProjectPlace = { client_id: number | null; path: readonly number[] }

export type Key = string | number | null

/** What an entry stands under in a grouping. */
export function keyFor(grouping: Grouping, row: KeyColumns, places: ReadonlyMap<number, ProjectPlace>): Key {
  switch (grouping) {
    case 'user':
      return row.user_id
    case 'project':
      return row.project_id
    case 'client':
      return row.project_id === null ? row.client_id : (places.get(row.project_id)?.client_id ?? null)
    case 'task':
      return row.task_id
    case 'tag':
      return row.tag_id
    case 'title':
    case 'notes':
      return row[grouping]
    case 'billing_status':
      return row.billing_status ?? 'undetermined'
    case 'rate':
      return row.billable_rate === null ? null : `${row.billable_rate} ${row.billable_currency ?? ''}`
    case 'day':
    case 'week':
    case 'month':
    case 'year':
      return dayOfNumber(row[grouping])
    case 'entry':
      return row.id
    case 'span':
      return `${row.started_at} ${row.ended_at ?? ''}`
    default:
      return projectAt(row.project_id, Number(grouping.slice('project:'.length)), places)
  }
}

/** The ancestor of a project on a level, 1 being the root; the project itself where it lies higher. */
function projectAt(id: number | null, level: number, places: ReadonlyMap<number, ProjectPlace>): Key {
  if (id === null) return null
  return places.get(id)?.path[level - 1] ?? id
}

/** The stretch whose days and periods are told apart, in a zone. */
export type Calendar = { zone: string; from: number; to: number; weekStart: number }

/** The local day of an entry's start, by the zone's true offset at that instant. */
function localDayColumn({ zone, from, to }: Calendar): RawBuilder<number> {
  const spans = offsetSpans(zone, from, to)
  // Days added, so that what lies before 1970 is rounded down too.
  return sql`((entry.started_at / 1000 + ${offsetTree(spans)} + 86400000000000) / 86400 - 1000000000)`
}

export function periodColumn(period: Period, calendar: Calendar): RawBuilder<number> {
  const day = localDayColumn(calendar)
  switch (period) {
    case 'day':
      return day
    case 'week':
      return sql`(${day} - (${day} + ${sql.lit(weekShift(calendar.weekStart))}) % 7)`
    case 'month':
    case 'year':
      return tree(
        periodStarts(calendar.zone, calendar, period).map(({ from, day: first }) => ({
          from,
          value: dayNumber(first),
        })),
      )
  }
}

function offsetTree(spans: readonly OffsetSpan[]): RawBuilder<number> {
  return tree(spans.map(({ from, offsetSeconds }) => ({ from, value: offsetSeconds })))
}

/** The value that holds at an entry's start: a search tree of comparisons, as deep as the logarithm of its leaves. */
function tree(leaves: readonly { from: number; value: number }[]): RawBuilder<number> {
  if (leaves.length === 1) return sql`${sql.lit(leaves[0]?.value ?? 0)}`
  const middle = Math.floor(leaves.length / 2)
  return sql`case when entry.started_at < ${sql.lit(leaves[middle]?.from ?? 0)}
    then ${tree(leaves.slice(0, middle))} else ${tree(leaves.slice(middle))} end`
}
