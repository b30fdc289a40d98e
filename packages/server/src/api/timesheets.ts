import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { approveTimesheet, closeTimesheet, rejectTimesheet } from '../core/approvals/settle-week.ts'
import { submitWeek, withdrawTimesheet } from '../core/approvals/submit-week.ts'
import { listTimesheets, type Timesheet } from '../core/approvals/timesheet.ts'
import * as Shape from './approval-schemas.ts'
import { common, orNull } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Day, Id } from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Id),
  user_id: Type.Optional(Id),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
})

/** Weeks, as they are submitted. */
export function timesheetRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listTimesheets',
    method: 'GET',
    url: '/timesheets',
    summary: 'List submitted weeks, the latest first',
    query: Query,
    answer: Shape.Timesheets,
    async handle(ctx, { query }) {
      const { workspace_id: workspaceId, user_id: userId, from, to } = query
      const { rows, next } = await listTimesheets(ctx, { workspaceId, userId, from, to }, pageFrom(query))
      return { data: rows.map(toTimesheet), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'submitWeek',
    method: 'POST',
    url: '/timesheets',
    summary: 'Submit a week: ask for the approval of all its time that is neither approved nor submitted',
    body: Shape.SubmittedWeek,
    answer: Shape.Timesheet,
    status: 201,
    async handle(ctx, { body }) {
      const week = { workspaceId: body.workspace_id, day: body.day, userId: body.user_id }
      return toTimesheet(await submitWeek(ctx, week, body.comment ?? null))
    },
  })
  route(app, {
    operationId: 'withdrawTimesheet',
    method: 'POST',
    url: '/timesheets/:id/withdraw',
    summary: 'Take a submitted week back',
    params: IdParams,
    answer: Shape.Timesheet,
    handle: async (ctx, { params }) => toTimesheet(await withdrawTimesheet(ctx, params.id)),
  })
  route(app, {
    operationId: 'approveTimesheet',
    method: 'POST',
    url: '/timesheets/:id/approve',
    summary: 'Approve all of a week that is one’s turn to decide',
    params: IdParams,
    body: Shape.Approving,
    answer: Shape.Timesheet,
    handle: async (ctx, { params, body }) =>
      toTimesheet(await approveTimesheet(ctx, params.id, body.comment ?? null)),
  })
  route(app, {
    operationId: 'rejectTimesheet',
    method: 'POST',
    url: '/timesheets/:id/reject',
    summary: 'Reject all of a week that is one’s turn to decide, saying why',
    params: IdParams,
    body: Shape.Rejecting,
    answer: Shape.Timesheet,
    handle: async (ctx, { params, body }) => toTimesheet(await rejectTimesheet(ctx, params.id, body.reason)),
  })
  route(app, {
    operationId: 'closeTimesheet',
    method: 'POST',
    url: '/timesheets/:id/close',
    summary: 'Close a week: approve all that is left of it, for admins',
    params: IdParams,
    body: Shape.Approving,
    answer: Shape.Timesheet,
    handle: async (ctx, { params, body }) =>
      toTimesheet(await closeTimesheet(ctx, params.id, body.comment ?? null)),
  })
}

function toTimesheet(timesheet: Timesheet): Static<typeof Shape.Timesheet> {
  const { id, workspace_id, user_id, starts_on, ends_on, status, seconds, counts, comment } = timesheet
  return {
    id,
    workspace_id,
    user_id,
    starts_on,
    ends_on,
    status,
    seconds,
    counts,
    comment,
    submitted_at: orNull(timesheet.submitted_at),
    closed_at: orNull(timesheet.closed_at),
    decided_at: orNull(timesheet.decision?.decided_at ?? null),
    decided_by: timesheet.decision?.decided_by ?? null,
    decision_comment: timesheet.decision?.decision_comment ?? null,
    ...common(timesheet),
  }
}
