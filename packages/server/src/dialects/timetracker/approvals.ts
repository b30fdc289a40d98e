import type { FastifyInstance } from 'fastify'
import { APPROVAL_STATUSES, type Approval } from '../../core/approvals/approval.ts'
import {
  approve,
  approveMany,
  cancelRequest,
  type Decision,
  type DecisionResult,
  reject,
} from '../../core/approvals/decide.ts'
import { getApproval, listApprovals } from '../../core/approvals/read.ts'
import { requestApproval } from '../../core/approvals/request.ts'
import type { Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { bare, orWords, refusal } from './errors.ts'
import { type Input, keptText, looseBodyOf, pathId, queryOf } from './input.ts'
import { type Call, route } from './route.ts'
import { utcTime, utcTimeOrNull } from './times.ts'

/** The system gives approvals whole. */
const MOST_APPROVALS = 500

export function approvalRoutes(app: FastifyInstance): void {
  const read = { scope: 'read:time_approvals', module: 'time_approvals' } as const
  const write = { scope: 'write:time_approvals', module: 'time_approvals' } as const

  route(app, {
    ...read,
    method: 'GET',
    url: '/time-entry-approvals',
    summary: 'List approvals that wait for one’s decision, or others by `status` and `mine`',
    handle: async (call) => ({ approvals: (await listed(call)).map(toApproval) }),
  })

  route(app, {
    ...read,
    method: 'GET',
    url: '/time-entry-approvals/:approval_id',
    summary: 'Show an approval',
    handle: async ({ ctx, request }) => ({
      approval: toApproval(
        await orWords(getApproval(ctx, pathId(request, 'approval_id')), () =>
          bare('Resource not found', 404),
        ),
      ),
    }),
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/time-entries/:entry_id/request-approval',
    summary: 'Ask for the approval of a time entry',
    async handle({ ctx, request }) {
      const input = looseBodyOf(request)
      const asked = requestApproval(ctx, [pathId(request, 'entry_id')], {
        comment: keptText(input, 'comment'),
        approverIds: approversOf(input),
      })
      const [approval] = await orWords(inRequestWords(asked), () => refusal('Time entry not found'))
      return { success: true, message: 'Approval requested', approval: approval && toApproval(approval) }
    },
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/time-entry-approvals/:approval_id/approve',
    summary: 'Approve one level of a request',
    async handle({ ctx, request }) {
      const comment = keptText(looseBodyOf(request), 'comment') ?? null
      const done = await orWords(approve(ctx, pathId(request, 'approval_id'), comment), notThere)
      return { success: true, message: messageOf(done), approval: toApproval(done.approval) }
    },
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/time-entry-approvals/:approval_id/reject',
    summary: 'Reject a request, saying why',
    async handle({ ctx, request }) {
      const input = looseBodyOf(request)
      const reason = keptText(input, 'reason') || keptText(input, 'rejection_reason')
      if (!reason) throw refusal('Rejection reason required')
      const approval = await orWords(reject(ctx, pathId(request, 'approval_id'), reason), notThere)
      return { success: true, message: 'Time entry rejected', approval: toApproval(approval) }
    },
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/time-entry-approvals/:approval_id/cancel',
    summary: 'Take a request back',
    async handle({ ctx, request }) {
      const approval = await orWords(cancelled(ctx, pathId(request, 'approval_id')), notThere)
      return { success: true, message: 'Approval cancelled', approval: toApproval(approval) }
    },
  })

  route(app, {
    ...write,
    method: 'POST',
    url: '/time-entry-approvals/bulk-approve',
    summary: 'Approve many, each by itself',
    async handle({ ctx, request }) {
      const input = looseBodyOf(request)
      const ids = input['approval_ids']
      if (!Array.isArray(ids) || ids.length === 0 || !ids.every(Number.isSafeInteger))
        throw refusal('approval_ids required')
      const results = await approveMany(ctx, ids, keptText(input, 'comment') ?? null)
      const approved = results.filter((result) => 'decision' in result).length
      return {
        success: true,
        message: `Approved ${approved} of ${results.length} entries`,
        results: results.map(toResult),
      }
    },
  })
}

function notThere(): AppError {
  return refusal('Approval not found')
}

/** Those that wait for me; with a status or `mine`, all that I may see, or what I asked for. */
async function listed({ ctx, workspaceId, request }: Call): Promise<Approval[]> {
  const query = queryOf(request)
  const status = APPROVAL_STATUSES.find((each) => each === query['status'])
  const view = query['mine'] === 'true' ? 'requested' : query['status'] === undefined ? 'to_decide' : 'all'
  const { rows } = await listApprovals(
    ctx,
    { workspaceId, view, status },
    { cursor: null, limit: MOST_APPROVALS },
  )
  return rows
}

function approversOf(input: Input): number[] | undefined {
  const ids = input['approver_ids']
  if (ids === undefined || ids === null) return undefined
  if (Array.isArray(ids) && ids.every(Number.isSafeInteger)) return ids
  throw refusal('No approvers found for this time entry')
}

async function inRequestWords(work: Promise<Approval[]>): Promise<Approval[]> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.reason === 'timer_running') throw refusal('Time entry is still running')
    if (error.reason === 'approved') throw refusal('Time entry is already approved')
    if (error.reason === 'no_approvers') throw refusal('No approvers found for this time entry')
    throw error
  }
}

async function cancelled(ctx: Ctx, id: number): Promise<Approval> {
  try {
    return await cancelRequest(ctx, id, { isForRequesterOnly: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.reason === 'not_approver') throw refusal('Not authorized to cancel')
    if (error.reason === 'not_pending') throw refusal('Cannot cancel non-pending approval')
    throw error
  }
}

function messageOf({ next }: Decision): string {
  return next ? 'Approved, awaiting next level approval' : 'Time entry approved'
}

const RESULT_ERRORS: Readonly<Record<string, { error: string; message: string }>> = {
  no_such_thing: { error: 'not_found', message: 'Approval not found' },
  not_pending: { error: 'invalid_status', message: 'Approval is not pending' },
  not_approver: { error: 'unauthorized', message: 'Not authorized to approve' },
}

function toResult(result: DecisionResult) {
  if ('decision' in result) {
    const { decision } = result
    return {
      approval_id: result.id,
      success: true,
      message: messageOf(decision),
      approval: toApproval(decision.approval),
    }
  }
  const { error, message } = RESULT_ERRORS[result.error.reason] ?? {
    error: 'error',
    message: result.error.message,
  }
  return { approval_id: result.id, success: false, message, error }
}

function toApproval(approval: Approval) {
  const { id, entry_id, status, requested_by, decided_by, decided_at, decision_comment } = approval
  const isRejected = status === 'rejected'
  return {
    id,
    time_entry_id: entry_id,
    status,
    requested_by,
    approved_by: status === 'approved' || isRejected ? decided_by : null,
    requested_at: utcTime(approval.created_at),
    approved_at: status === 'approved' ? utcTimeOrNull(decided_at) : null,
    rejected_at: isRejected ? utcTimeOrNull(decided_at) : null,
    request_comment: approval.request_comment,
    approval_comment: isRejected ? null : decision_comment,
    rejection_reason: isRejected ? decision_comment : null,
    parent_approval_id: approval.parent_id,
    approval_level: approval.level,
  }
}
