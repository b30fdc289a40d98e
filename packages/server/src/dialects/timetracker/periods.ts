import type { FastifyInstance } from 'fastify'
import { canManage, isWorkspaceAdmin } from '../../core/access.ts'
import { approveTimesheet, closeTimesheet, rejectTimesheet } from '../../core/approvals/settle-week.ts'
import { deleteTimesheet, openTimesheet, submitWeek } from '../../core/approvals/submit-week.ts'
import { getTimesheet, listTimesheets, type Timesheet } from '../../core/approvals/timesheet.ts'
import { actingUser, type Ctx } from '../../core/context.ts'
import { AppError, type Reason } from '../../core/errors.ts'
import { localDay } from '../../core/rules/local-time.ts'
import type { House } from '../../http/house.ts'
import { bare, refusal } from './errors.ts'
import { type Input, integerOf, keptText, looseBodyOf, numberIn, pathId, queryOf } from './input.ts'
import { type Call, route } from './route.ts'
import { isDayText, localTimeOrNull, utcTime } from './times.ts'

/** The system gives periods whole. */
const MOST_PERIODS = 500

/** Timesheet periods: our timesheets, which are weeks. What is approved is locked, whether it is closed or not. */
export function periodRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone
  const read = { scope: 'read:time_entries', module: 'time_approvals' } as const
  const write = { scope: 'write:time_entries', module: 'time_approvals' } as const

  route(app, {
    ...read,
    method: 'GET',
    url: '/timesheet-periods',
    summary: 'List timesheet periods, the latest first',
    handle: async (call) => ({
      timesheet_periods: (await listed(call)).map((sheet) => toPeriod(sheet, zone)),
    }),
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/timesheet-periods',
    summary: 'Open the period of a day',
    async handle({ ctx, place, workspaceId, request, reply }) {
      const input = looseBodyOf(request)
      const day = keptText(input, 'reference_date')?.slice(0, 10) ?? localDay(ctx.now, zone)
      if (!isDayText(day)) throw bare('reference_date must be YYYY-MM-DD')
      const userId = canManage(place.role) ? (integerOf(input, 'user_id') ?? undefined) : undefined
      const sheet = await openTimesheet(ctx, { workspaceId, day, userId })
      reply.code(201)
      return { timesheet_period: toPeriod(sheet, zone) }
    },
  })

  for (const action of ACTIONS) {
    route(app, {
      ...write,
      method: 'POST',
      url: `/timesheet-periods/:period_id/${action.name}`,
      summary: action.summary,
      async handle(call) {
        const words = { ...WORDS, ...action.words }
        const sheet = await inWords(action.act(call, looseBodyOf(call.request)), words)
        return { message: action.message, timesheet_period: toPeriod(sheet, zone) }
      },
    })
  }

  route(app, {
    ...write,
    method: 'DELETE',
    url: '/timesheet-periods/:period_id',
    summary: 'Delete a draft or rejected period; its time stays',
    async handle({ ctx, request }) {
      await inWords(deleteTimesheet(ctx, pathId(request, 'period_id')), WORDS)
      return { message: 'Timesheet period deleted' }
    },
  })

  route(app, {
    method: 'GET',
    scope: 'read:reports',
    module: 'time_approvals',
    url: '/reports/compliance/locked-periods',
    summary: 'List the periods that are closed',
    async handle(call) {
      if (!isWorkspaceAdmin(call.place.role))
        throw refusal('Access denied', { status: 403, code: 'forbidden' })
      const closed = (await listed(call)).filter((sheet) => sheet.closed_at !== null)
      return { locked_periods: closed.map((sheet) => toPeriod(sheet, zone)) }
    },
  })
}

type Action = {
  name: string
  summary: string
  message: string
  words?: Words
  act(call: Call, input: Input): Promise<Timesheet>
}

const ACTIONS: readonly Action[] = [
  {
    name: 'submit',
    summary: 'Submit one’s own period',
    message: 'Timesheet period submitted',
    act: async ({ ctx, request }) => submitted(ctx, pathId(request, 'period_id')),
  },
  {
    name: 'approve',
    summary: 'Approve a submitted period',
    message: 'Timesheet period approved',
    words: { not_pending: 'Only submitted/rejected periods can be approved' },
    act: ({ ctx, request }, input) =>
      approveTimesheet(ctx, pathId(request, 'period_id'), keptText(input, 'comment') ?? null),
  },
  {
    name: 'reject',
    summary: 'Reject a submitted period, saying why',
    message: 'Timesheet period rejected',
    words: { not_pending: 'Only submitted periods can be rejected' },
    act({ ctx, request }, input) {
      const reason = keptText(input, 'reason')
      if (!reason) throw bare('reason is required')
      return rejectTimesheet(ctx, pathId(request, 'period_id'), reason)
    },
  },
  {
    name: 'close',
    summary: 'Close a period, for admins: all its time is approved',
    message: 'Timesheet period closed',
    words: { not_pending: 'Timesheet period is already closed' },
    act({ ctx, place, request }, input) {
      if (!isWorkspaceAdmin(place.role)) throw bare('Only admins can close periods', 403)
      return closeTimesheet(ctx, pathId(request, 'period_id'), keptText(input, 'reason') ?? null)
    },
  },
]

async function submitted(ctx: Ctx, id: number): Promise<Timesheet> {
  const sheet = await getTimesheet(ctx, id)
  if (sheet.user_id !== actingUser(ctx).userId) throw bare('You can only submit your own period')
  if (sheet.closed_at !== null) throw bare('Closed period cannot be submitted')
  return submitWeek(ctx, { workspaceId: sheet.workspace_id, day: sheet.starts_on })
}

async function listed({ ctx, place, workspaceId, request }: Call): Promise<Timesheet[]> {
  const query = queryOf(request)
  const day = (text: string | undefined) => (isDayText(text) ? text : undefined)
  const userId = canManage(place.role) ? numberIn(query, 'user_id') : actingUser(ctx).userId
  const filter = { workspaceId, userId, from: day(query['start_date']), to: day(query['end_date']) }
  const { rows } = await listTimesheets(ctx, filter, { cursor: null, limit: MOST_PERIODS })
  const { status } = query
  return status ? rows.filter((sheet) => statusOf(sheet) === status) : rows
}

type Words = Partial<Record<Reason, string>>

const WORDS: Words = {
  no_such_thing: 'Timesheet period not found',
  timer_running: 'Stop active timers in this period before submitting',
  not_approver: 'Access denied',
  in_use: 'Only draft/rejected periods can be deleted',
}

async function inWords<T>(work: Promise<T>, words: Words): Promise<T> {
  try {
    return await work
  } catch (error) {
    const sentence = error instanceof AppError && error.code !== 'invalid' ? words[error.reason] : undefined
    throw sentence === undefined ? error : bare(sentence)
  }
}

function statusOf({ status, closed_at }: Timesheet): string {
  return closed_at === null ? status : 'closed'
}

function toPeriod(sheet: Timesheet, zone: string) {
  const status = statusOf(sheet)
  return {
    id: sheet.id,
    user_id: sheet.user_id,
    period_type: 'weekly',
    period_start: sheet.starts_on,
    period_end: sheet.ends_on,
    status,
    is_locked: status === 'closed' || status === 'approved',
    submitted_at: localTimeOrNull(sheet.submitted_at, zone),
    submitted_by: sheet.submitted_at === null ? null : sheet.user_id,
    ...decisionOf(sheet, zone),
    closed_at: localTimeOrNull(sheet.closed_at, zone),
    closed_by: sheet.closed_by,
    close_reason: sheet.comment,
    created_at: utcTime(sheet.created_at),
    updated_at: utcTime(sheet.updated_at),
  }
}

/** What made it stand as it does. A rejection stays until it is approved, as there; an approval lasts as long as it holds. */
function decisionOf({ status, decision }: Timesheet, zone: string) {
  const isApproved = status === 'approved'
  const approval = isApproved && decision?.status === 'approved' ? decision : null
  const rejection = !isApproved && decision?.status === 'rejected' ? decision : null
  return {
    approved_at: localTimeOrNull(approval?.decided_at ?? null, zone),
    approved_by: approval?.decided_by ?? null,
    rejected_at: localTimeOrNull(rejection?.decided_at ?? null, zone),
    rejected_by: rejection?.decided_by ?? null,
    rejection_reason: rejection?.decision_comment ?? null,
  }
}
