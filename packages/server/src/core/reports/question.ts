import type { RoundingMode, RoundingPer } from '../../db/schema.ts'
import type { EntryFilter } from '../entries/filter.ts'
import type { Period } from '../rules/local-periods.ts'

/** What a report can be grouped by. `project:1` is the root project of each, `project:2` the one below it, and so on. */
export type Grouping =
  | 'user'
  | 'project'
  | `project:${number}`
  | 'client'
  | 'task'
  | 'tag'
  | 'title'
  | 'notes'
  | 'billing_status'
  /** What an hour is billed at, for the lines of an invoice. */
  | 'rate'
  | Period
  /** The exact start and end. */
  | 'span'
  /** Each entry by itself, for wires that name the entries behind a line. */
  | 'entry'

/** To which day an entry belongs that crosses midnight: the one it starts on, or each as much as lies in it. */
export type Attribution = 'start' | 'split'

/** How time is rounded for reading; what is stored stays as it is. */
export type Rounding = { mode: RoundingMode; minutes: number; per: RoundingPer }

/** What the lines of each level are sorted by, descending with a minus. */
export const SORTS = ['label', '-label', 'seconds', '-seconds', 'amount', '-amount'] as const
export type Sort = (typeof SORTS)[number]

/** What the rows of a detailed report are sorted by. */
export type RowSort = 'start' | 'person' | 'seconds' | 'title' | 'change'

/** A question to the entries one may see. Which entries count is the filter's matter alone. */
export type Question = {
  filter: Omit<EntryFilter, 'startedFrom' | 'startedBefore' | 'overlapping'>
  /** Instants; the end is not included. Null where the range is open. */
  from: number | null
  to: number | null
  zone: string
  /** 1 is Monday. */
  weekStart: number
  groupBy: readonly Grouping[]
  attribution: Attribution
  rounding: Rounding
  /** Less than the reader may know, for those it is passed on to: only what is billed, or no amounts at all. */
  shows?: 'billable' | 'time'
  /** Null for days and periods as they come, and the longest first of everything else. */
  sort: Sort | null
  /** How many innermost lines at most. */
  limit: number
}
