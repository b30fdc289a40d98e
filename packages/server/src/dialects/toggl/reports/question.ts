import type { FastifyRequest } from 'fastify'
import { type Membership, membershipsOf } from '../../../core/access.ts'
import { actingUser, type Ctx } from '../../../core/context.ts'
import { getMe } from '../../../core/me.ts'
import type { Question, Rounding } from '../../../core/reports/question.ts'
import { addDays, endOfDay, isDay, localDay, readTime, startOfDay } from '../../../core/rules/local-time.ts'
import { inWords, refused } from '../errors.ts'
import { bodyOf, flagOf, type Input, integerOf, integersOf, pathId, textOf } from '../wire.ts'

export type ReportPath = { Params: { workspace_id: string } }
type ReportRequest = Pick<FastifyRequest<ReportPath>, 'ctx' | 'params' | 'body'>

/** What a request of Reports v3 asks: in which workspace, of which days, and which entries. */
export type Asked = {
  ctx: Ctx
  input: Input
  membership: Membership
  /** Both included. */
  days: Days
  question: Question
}

export type Days = { from: string; to: string }

/** Reads a request. The days are those of the caller's own zone. */
export async function askedOf(request: ReportRequest): Promise<Asked> {
  const membership = await reportWorkspace(request)
  return askedWith(request.ctx, membership, filledBody(request))
}

export async function askedWith(ctx: Ctx, membership: Membership, input: Input): Promise<Asked> {
  const me = await getMe(ctx)
  const days = daysOf(ctx, input, me.time_zone)
  return {
    ctx,
    input,
    membership,
    days,
    question: {
      filter: filterOf(ctx, input, membership),
      ...boundsOf(input, days, me.time_zone),
      zone: me.time_zone,
      weekStart: me.week_start,
      groupBy: [],
      attribution: 'start',
      rounding: roundingOf(input),
      ...(flagOf(input, 'hide_amounts') === true ? { shows: 'time' as const } : {}),
      sort: null,
      limit: 1,
    },
  }
}

/** The workspace of a report; one that is not mine, unknown or foreign alike, is refused in the words of reports. */
export async function reportWorkspace({
  ctx,
  params,
}: Pick<ReportRequest, 'ctx' | 'params'>): Promise<Membership> {
  const id = pathId(params.workspace_id)
  if (id === undefined) throw refused('Invalid workspace id')
  return membershipOf(ctx, id)
}

export async function membershipOf(ctx: Ctx, workspaceId: number): Promise<Membership> {
  const found = (await membershipsOf(ctx)).find((each) => each.workspace_id === workspaceId)
  if (!found) throw inWords('forbidden', 'not_allowed', 'Workspace not found/accessible')
  return found
}

/** A report that is asked nothing is refused. */
export function filledBody(request: Pick<FastifyRequest, 'body'>): Input {
  const input = bodyOf(request)
  if (Object.keys(input).length === 0) throw refused('At least one parameter must be set')
  return input
}

/** One of a few words; the first of them where nothing is said. */
export function wordOf<const T extends readonly [string, ...string[]]>(
  input: Input,
  name: string,
  allowed: T,
): T[number] {
  const text = textOf(input, name)
  if (text === undefined || text === null || text === '') return allowed[0]
  const found = allowed.find((word) => word.toLowerCase() === text.toLowerCase())
  if (found === undefined)
    throw refused(`Invalid '${name}' value, allowed values are: '${allowed.join(', ')}'`)
  return found
}

const WEEK = 7

/** The last seven days, unless the request says otherwise. */
function daysOf(ctx: Ctx, input: Input, zone: string): Days {
  const today = localDay(ctx.now, zone)
  const from = dayOf(input, 'start_date')
  const to = dayOf(input, 'end_date')
  const first = from ?? addDays(to ?? today, 1 - WEEK)
  const last = to ?? (first > today ? addDays(first, WEEK - 1) : today)
  if (last < first) throw refused('Start time must be before end time')
  return { from: first, to: last }
}

function dayOf(input: Input, name: string): string | undefined {
  const text = textOf(input, name)
  if (text === undefined || text === null || text === '') return undefined
  if (!isDay(text)) throw refused(`Invalid ${name} format`)
  return text
}

/** From the first day's `startTime` to the minute of the last day's `endTime`; whole days without them. */
function boundsOf(input: Input, days: Days, zone: string): { from: number; to: number } {
  const start = clockOf(input, 'startTime')
  const end = clockOf(input, 'endTime')
  const from = start === undefined ? startOfDay(days.from, zone) : momentOf(days.from, start, zone)
  const to = end === undefined ? endOfDay(days.to, zone) : momentOf(days.to, end, zone) + 60_000
  if (to <= from) throw refused('Start time must be before end time')
  return { from, to }
}

function clockOf(input: Input, name: string): string | undefined {
  const text = textOf(input, name)
  if (text === undefined || text === null || text === '') return undefined
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw refused(`Invalid ${name} format`)
  return text
}

function momentOf(day: string, clock: string, zone: string): number {
  const time = readTime(`${day}T${clock}:00`, zone)
  return time?.kind === 'instant' ? time.at : startOfDay(day, zone)
}

/** Which entries count. Running timers stand in no report of the service. */
function filterOf(ctx: Ctx, input: Input, { workspace_id }: Membership): Question['filter'] {
  const billable = flagOf(input, 'billable') ?? undefined
  return {
    whose: whoseOf(ctx, input),
    workspaceId: workspace_id,
    clientIds: idsOrNone(input, 'client_ids'),
    projectIds: idsOrNone(input, 'project_ids'),
    taskIds: idsOrNone(input, 'task_ids'),
    tagIds: idsOrNone(input, 'tag_ids'),
    entryIds: idsOf(input, 'time_entry_ids'),
    billingStatuses: statusesOf(billable),
    phrase: textOf(input, 'description') || undefined,
    minSeconds: integerOf(input, 'min_duration_seconds') ?? undefined,
    maxSeconds: integerOf(input, 'max_duration_seconds') ?? undefined,
    isRunning: false,
  }
}

function statusesOf(isBillable: boolean | undefined): Question['filter']['billingStatuses'] {
  if (isBillable === undefined) return undefined
  return isBillable ? ['billable', 'billed', 'paid'] : ['not_billable', 'undetermined']
}

function whoseOf(ctx: Ctx, input: Input): Question['filter']['whose'] {
  if (idsOf(input, 'group_ids')) throw noSuchFeature()
  const ids = idsOf(input, 'user_ids')
  if (!ids) return 'everyone'
  return ids.every((id) => id === actingUser(ctx).userId) ? 'mine' : ids
}

function noSuchFeature() {
  return inWords('invalid', 'not_offered', 'Workspace needs to have this feature enabled')
}

// As many as SQLite takes in one question from every list together.
const MOST_IDS = 4000

/** An empty list asks nothing. */
export function idsOf(input: Input, name: string): number[] | undefined {
  const ids = integersOf(input, name)
  if (ids && ids.length > MOST_IDS) throw refused(`Maximum count of posted IDs is ${MOST_IDS}`)
  return ids && ids.length > 0 ? ids : undefined
}

/** Null among the ids asks for the entries without any. */
function idsOrNone(input: Input, name: string): (number | null)[] | undefined {
  const list = input[name]
  if (!Array.isArray(list) || !list.includes(null)) return idsOf(input, name)
  const ids = idsOf({ ...input, [name]: list.filter((each) => each !== null) }, name) ?? []
  return [...ids, null]
}

const STEPS = [0, 1, 5, 6, 10, 12, 15, 30, 60, 240]
const MODES = new Map<number, Rounding['mode']>([
  [-1, 'down'],
  [0, 'nearest'],
  [1, 'up'],
])

/** Each entry is rounded by itself; without minutes none is. */
function roundingOf(input: Input): Rounding {
  const minutes = integerOf(input, 'rounding_minutes') ?? 0
  const mode = MODES.get(integerOf(input, 'rounding') ?? 0)
  if (mode === undefined) throw refused("Invalid 'rounding' value, allowed values are: '-1, 0, 1'")
  if (!STEPS.includes(minutes))
    throw refused(`Invalid 'rounding_minutes' value, allowed values are: '${STEPS.join(', ')}'`)
  return minutes === 0 ? { mode: 'none', minutes: 1, per: 'entry' } : { mode, minutes, per: 'entry' }
}
