import type { BillingStatus, RoundingMode, RoundingPer } from '../../db/schema.ts'
import { membershipIn, requireScope } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import type { EntryFilter } from '../entries/filter.ts'
import { invalid } from '../errors.ts'
import { getMe } from '../me.ts'
import { daysOfRange, type NamedRange } from '../rules/date-ranges.ts'
import { endOfDay, readTime, startOfDay } from '../rules/local-time.ts'
import { requireZone } from '../text.ts'
import type { Attribution, Grouping, Question, Rounding, Sort } from './question.ts'

/** Which entries, as people write it into an address or keep it with a saved report: plain values, ranges by name. */
export type FilterDefinition = {
  workspace_id?: number
  /** Those of everybody one may see; otherwise one's own. */
  everyone?: boolean
  user_id?: readonly number[]
  range?: NamedRange
  /** A day, or a moment with its offset. */
  from?: string
  /** A day, which counts whole, or a moment with its offset. */
  to?: string
  time_zone?: string
  project_id?: readonly number[]
  /** Also the projects below those, unless it is false. */
  with_children?: boolean
  no_project?: boolean
  client_id?: readonly number[]
  no_client?: boolean
  task_id?: readonly number[]
  tag_id?: readonly number[]
  no_tag?: boolean
  billing_status?: readonly (BillingStatus | 'undetermined')[]
  q?: string
  running?: boolean
  custom_field?: string
  custom_value?: string
}

/** A whole question, as people write it down. */
export type ReportDefinition = FilterDefinition & {
  group_by?: readonly string[]
  attribution?: Attribution
  rounding?: RoundingMode
  rounding_minutes?: number
  rounding_per?: RoundingPer
  sort?: Sort
  limit?: number
}

type Range = { from: number | null; to: number | null; zone: string; weekStart: number }

/** The instants a definition's range means now, in its zone or one's own. */
export async function rangeOf(ctx: Ctx, definition: FilterDefinition): Promise<Range> {
  const me = await getMe(ctx)
  const zone =
    definition.time_zone === undefined ? me.time_zone : requireZone('time_zone', definition.time_zone)
  const weekStart = me.week_start
  const named = definition.range && daysOfRange(definition.range, { now: ctx.now, zone, weekStart })
  const from = definition.from ?? named?.from
  const to = definition.to ?? named?.to
  const range = {
    from: from === undefined ? null : readBound('from', from, (day) => startOfDay(day, zone)),
    to: to === undefined ? null : readBound('to', to, (day) => endOfDay(day, zone)),
    zone,
    weekStart,
  }
  if (range.from !== null && range.to !== null && range.to <= range.from)
    throw invalid('to', 'The range ends before it begins.')
  return range
}

/** A bound of a range: a moment with its offset, or a whole day. */
function readBound(field: string, text: string, ofDay: (day: string) => number): number {
  // A plus sign that was not encoded arrives as a space.
  const time = readTime(text.replace(/ (\d{2}:?\d{2})$/, '+$1'), 'UTC')
  if (time?.kind === 'day') return ofDay(time.day)
  if (time?.kind === 'instant' && time.hadOffset) return time.at
  throw invalid(field, 'Write a day, such as 2026-03-31, or a moment with its offset.')
}

/** The filter a definition means, but for its range. */
export function filterFrom(ctx: Ctx, definition: FilterDefinition): Question['filter'] {
  const { project_id, no_project, client_id, no_client, tag_id, no_tag } = definition
  return {
    whose: whoseFrom(ctx, definition),
    workspaceId: definition.workspace_id,
    projectIds: orNone(project_id, no_project),
    withChildren: definition.with_children ?? true,
    clientIds: orNone(client_id, no_client),
    taskIds: definition.task_id,
    tagIds: orNone(tag_id, no_tag),
    billingStatuses: definition.billing_status,
    text: definition.q,
    isRunning: definition.running,
    customField:
      definition.custom_field === undefined
        ? undefined
        : { name: definition.custom_field, value: definition.custom_value ?? '' },
  }
}

function whoseFrom(ctx: Ctx, { user_id, everyone }: FilterDefinition): EntryFilter['whose'] {
  const { userId } = actingUser(ctx)
  if (user_id) return user_id.every((id) => id === userId) ? 'mine' : user_id
  return everyone ? 'everyone' : 'mine'
}

function orNone(
  ids: readonly number[] | undefined,
  none: boolean | undefined,
): readonly (number | null)[] | undefined {
  if (!ids && !none) return undefined
  return [...(ids ?? []), ...(none ? [null] : [])]
}

/** The filter of a question with its range: where entries stay whole, those that start in it, else all with time in it. */
export function filterOf({
  filter,
  from,
  to,
  attribution,
}: Pick<Question, 'filter' | 'from' | 'to' | 'attribution'>): EntryFilter {
  if (attribution === 'start')
    return { ...filter, startedFrom: from ?? undefined, startedBefore: to ?? undefined }
  if (from === null && to === null) return filter
  return { ...filter, overlapping: { from: from ?? EVER.from, to: to ?? EVER.to } }
}

/** The instants a date can name. */
export const EVER = { from: -8.64e15, to: 8.64e15 }
const GROUPING =
  /^(user|client|project(:[1-9]\d?)?|task|tag|title|notes|billing_status|rate|day|week|month|year)$/
const DEFAULT_LIMIT = 1000

/** The question a definition asks now. A workspace rounds as it has settled, unless the definition says how. */
export async function questionFrom(ctx: Ctx, definition: ReportDefinition): Promise<Question> {
  requireScope(ctx, 'read:reports')
  return {
    filter: filterFrom(ctx, definition),
    ...(await rangeOf(ctx, definition)),
    groupBy: (definition.group_by ?? []).map((text, index) => groupingFrom(text, `group_by.${index}`)),
    attribution: definition.attribution ?? 'start',
    rounding: await roundingFrom(ctx, definition),
    sort: definition.sort ?? null,
    limit: definition.limit ?? DEFAULT_LIMIT,
  }
}

function groupingFrom(text: string, field: string): Grouping {
  if (!GROUPING.test(text))
    throw invalid(field, `Nothing can be grouped by ${JSON.stringify(text.slice(0, 64))}.`)
  // The expression admits exactly these.
  return text as Grouping
}

async function roundingFrom(ctx: Ctx, definition: ReportDefinition): Promise<Rounding> {
  const workspace =
    definition.workspace_id === undefined
      ? undefined
      : (await membershipIn(ctx, definition.workspace_id)).workspace
  return {
    mode: definition.rounding ?? workspace?.rounding_mode ?? 'none',
    minutes: definition.rounding_minutes ?? workspace?.rounding_minutes ?? 15,
    per: definition.rounding_per ?? workspace?.rounding_per ?? 'entry',
  }
}
