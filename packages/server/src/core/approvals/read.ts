import type { ApprovalStatus } from '../../db/schema.ts'
import { requireScope } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import {
  type Approval,
  approvalMemberships,
  loadApprovals,
  mayDecide,
  requireApproval,
  visibleApprovals,
} from './approval.ts'

export type ApprovalFilter = {
  workspaceId?: number
  /** What waits for my decision, what I asked for, or all that I may see. */
  view?: 'to_decide' | 'requested' | 'all'
  status?: ApprovalStatus
  entryId?: number
  timesheetId?: number
}

/** Approvals, the newest first. */
export async function listApprovals(ctx: Ctx, filter: ApprovalFilter, page: Page): Promise<PageOf<Approval>> {
  requireScope(ctx, 'read:time_approvals')
  const approvals = await matchingApprovals(ctx, filter)
  return pageOf(
    page,
    (after, limit) =>
      loadApprovals(
        ctx,
        approvals
          .where(beyond(after, ['approval.id'], 'desc'))
          .orderBy('approval.id', 'desc')
          .limit(limit),
      ),
    (approval) => [approval.id],
  )
}

/** How many wait for one's decision. */
export async function countToDecide(ctx: Ctx, workspaceId: number | undefined): Promise<number> {
  requireScope(ctx, 'read:time_approvals')
  const { count } = await (
    await matchingApprovals(ctx, { workspaceId, view: 'to_decide' })
  )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function matchingApprovals(ctx: Ctx, filter: ApprovalFilter) {
  const within = await approvalMemberships(ctx, filter.workspaceId)
  const { view = 'all', status, entryId, timesheetId } = filter
  let approvals = await visibleApprovals(ctx, within)
  if (view === 'to_decide') {
    approvals = approvals
      .where('approval.status', '=', 'pending')
      .where('approval.is_due', '=', 1)
      .where(mayDecide(ctx, within))
  }
  if (view === 'requested') approvals = approvals.where('approval.requested_by', '=', actingUser(ctx).userId)
  if (status !== undefined) approvals = approvals.where('approval.status', '=', status)
  if (entryId !== undefined) approvals = approvals.where('approval.entry_id', '=', entryId)
  if (timesheetId !== undefined) approvals = approvals.where('approval.timesheet_id', '=', timesheetId)
  return approvals
}

export async function getApproval(ctx: Ctx, id: number): Promise<Approval> {
  requireScope(ctx, 'read:time_approvals')
  return requireApproval(ctx, id)
}
