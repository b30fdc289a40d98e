import type { BillingStatus } from '../../db/schema.ts'
import type { Entry } from '../entries/entry.ts'
import type { Attribution, Grouping, Rounding } from './question.ts'

/** What a stretch of a report comes to. Amounts are integers in minor units of their currency. */
export type Measures = {
  /** How many entries it holds; one that is split over days counts on each of them, and once in every total. */
  entries: number
  seconds: number
  /** Of those, the seconds that are billable, billed or paid. */
  billable_seconds: number
  /** By currency, in alphabetical order; currencies are never added together. */
  money: Money[]
}

export type Money = {
  currency: string
  /** What the time is billed for; null where the reader may not know. */
  billable: number | null
  /** What it costs; null where the reader may not know. */
  cost: number | null
  /** Billable minus cost; null where one of them is. */
  profit: number | null
}

/** One line of a report with what is below it. */
export type Group = {
  by: Grouping
  /** The id of what it stands for, the text itself, or the first day of a week, month or year; null for none. */
  key: string | number | null
  /** What people call it: a name, a title, a project's title; null for none. Days and periods have their key. */
  label: string | null
  /** The titles from the root, for a project. */
  chain: string[] | null
  /** `#RRGGBB`, for a project or a tag that has one. */
  color: string | null
  total: Measures
  groups: Group[]
}

/** The answer to a question. Sums of what is shown are what is shown as their sum, whatever the grouping. */
export type Report = {
  /** The range as days of the zone, both included; null where it is open. */
  from: string | null
  to: string | null
  time_zone: string
  group_by: Grouping[]
  attribution: Attribution
  rounding: Rounding
  total: Measures
  groups: Group[]
  /** How many innermost lines there are; `groups` holds at most `limit` of them. */
  row_count: number
  is_cut: boolean
  /** True where lines add up to more than their total, as an entry with two tags stands under both. */
  repeats_entries: boolean
  /** The moment up to which running timers count. */
  as_of: number
}

/** An entry as a detailed report shows it: what it counts here, and what it is called. */
export type ReportEntry = {
  id: number
  user_id: number
  user: string
  /** The titles of its project from the root. */
  project: string[]
  client: string | null
  task: string | null
  title: string | null
  notes: string | null
  tags: string[]
  started_at: number
  /** Null while it runs. */
  ended_at: number | null
  /** The seconds this report counts of it, rounded as it asks. */
  seconds: number
  billing_status: BillingStatus | null
  approval_status: Entry['approval_status']
  /** Minor units an hour. */
  billable_rate: number | null
  billable_amount: number | null
  billable_currency: string | null
  cost_amount: number | null
  cost_currency: string | null
}
