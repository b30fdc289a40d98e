import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Approval } from '../core/approvals/approval.ts'
import {
  approve,
  approveMany,
  cancelRequest,
  type DecisionResult,
  reject,
  rejectMany,
  reopenEntry,
} from '../core/approvals/decide.ts'
import { countToDecide, getApproval, listApprovals } from '../core/approvals/read.ts'
import { requestApproval } from '../core/approvals/request.ts'
import { durationSeconds } from '../core/rules/duration.ts'
import * as Shape from './approval-schemas.ts'
import { common, orNull, toInstant } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id, oneOf } from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Id),
  view: Type.Optional(
    oneOf(['to_decide', 'requested', 'all'], {
      description: 'What waits for my decision, what I asked for, or all that I may see.',
    }),
  ),
  status: Type.Optional(Shape.ApprovalStatus),
  entry_id: Type.Optional(Id),
  timesheet_id: Type.Optional(Id),
})

/** Asking for the approval of time, and deciding on it. */
export function approvalRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listApprovals',
    method: 'GET',
    url: '/approvals',
    summary: 'List approvals, newest first',
    query: Query,
    answer: Shape.Approvals,
    async handle(ctx, { query }) {
      const { workspace_id: workspaceId, view, status, entry_id: entryId, timesheet_id: timesheetId } = query
      const filter = { workspaceId, view, status, entryId, timesheetId }
      const { rows, next } = await listApprovals(ctx, filter, pageFrom(query))
      return { data: rows.map(toApproval), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'countApprovals',
    method: 'GET',
    url: '/approvals/count',
    summary: 'How many approvals wait for one’s decision',
    query: Type.Object({ workspace_id: Type.Optional(Id) }),
    answer: Shape.ApprovalCount,
    handle: async (ctx, { query }) => ({ count: await countToDecide(ctx, query.workspace_id) }),
  })
  route(app, {
    operationId: 'requestApproval',
    method: 'POST',
    url: '/approvals',
    summary: 'Ask for the approval of entries, all of them or none',
    body: Shape.NewApprovals,
    answer: Shape.RequestedApprovals,
    status: 201,
    async handle(ctx, { body }) {
      const request = { comment: body.comment, approverIds: body.approver_ids }
      return { data: (await requestApproval(ctx, body.entry_ids, request)).map(toApproval) }
    },
  })
  route(app, {
    operationId: 'getApproval',
    method: 'GET',
    url: '/approvals/:id',
    summary: 'Show an approval',
    params: IdParams,
    answer: Shape.Approval,
    handle: async (ctx, { params }) => toApproval(await getApproval(ctx, params.id)),
  })
  route(app, {
    operationId: 'approve',
    method: 'POST',
    url: '/approvals/:id/approve',
    summary: 'Approve one level; after the last one the entry is approved, and locked',
    params: IdParams,
    body: Shape.Approving,
    answer: Shape.Approval,
    handle: async (ctx, { params, body }) =>
      toApproval((await approve(ctx, params.id, body.comment ?? null)).approval),
  })
  route(app, {
    operationId: 'reject',
    method: 'POST',
    url: '/approvals/:id/reject',
    summary: 'Reject an entry, saying why',
    params: IdParams,
    body: Shape.Rejecting,
    answer: Shape.Approval,
    handle: async (ctx, { params, body }) => toApproval(await reject(ctx, params.id, body.reason)),
  })
  route(app, {
    operationId: 'cancelApproval',
    method: 'POST',
    url: '/approvals/:id/cancel',
    summary: 'Take a request back, with all its levels',
    params: IdParams,
    answer: Shape.Approval,
    handle: async (ctx, { params }) => toApproval(await cancelRequest(ctx, params.id)),
  })
  route(app, {
    operationId: 'approveMany',
    method: 'POST',
    url: '/approvals/approve',
    summary: 'Approve many, each by itself',
    body: Shape.ApprovingMany,
    answer: Shape.DecisionResults,
    handle: async (ctx, { body }) => ({
      data: (await approveMany(ctx, body.ids, body.comment ?? null)).map(toResult),
    }),
  })
  route(app, {
    operationId: 'rejectMany',
    method: 'POST',
    url: '/approvals/reject',
    summary: 'Reject many for one reason, each by itself',
    body: Shape.RejectingMany,
    answer: Shape.DecisionResults,
    handle: async (ctx, { body }) => ({ data: (await rejectMany(ctx, body.ids, body.reason)).map(toResult) }),
  })
  route(app, {
    operationId: 'reopenEntry',
    method: 'POST',
    url: '/entries/:id/reopen',
    summary: 'Open an approved entry again, for admins',
    params: IdParams,
    handle: (ctx, { params }) => reopenEntry(ctx, params.id),
  })
}

function toApproval(approval: Approval): Static<typeof Shape.Approval> {
  const { id, workspace_id, entry_id, timesheet_id, level, step, steps, status, is_due, approver_ids } =
    approval
  const { requested_by, request_comment, decided_by, decided_at, decision_comment, entry } = approval
  const { user_id, project_id, task_id, title, notes, started_on } = entry
  return {
    id,
    workspace_id,
    entry_id,
    timesheet_id,
    level,
    step,
    steps,
    status,
    approver_ids,
    requested_by,
    request_comment,
    decided_by,
    decision_comment,
    is_due: is_due === 1,
    decided_at: orNull(decided_at),
    entry: {
      user_id,
      project_id,
      task_id,
      title,
      notes,
      started_on,
      started_at: toInstant(entry.started_at),
      ended_at: orNull(entry.ended_at),
      // Only finished time is submitted.
      duration_seconds: durationSeconds(entry, entry.ended_at ?? entry.started_at),
      billing_status: entry.billing_status ?? 'undetermined',
    },
    ...common(approval),
  }
}

function toResult(result: DecisionResult) {
  if ('decision' in result)
    return { id: result.id, approval: toApproval(result.decision.approval), error: null }
  const { code, reason, message } = result.error
  return { id: result.id, approval: null, error: { code, reason, message } }
}
