import { canTrackTime, isWorkspaceAdmin, membershipIn, requireAllowed, requireScope } from '../access.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { requireEntry } from '../entries/entry.ts'
import { AppError, conflict, invalid } from '../errors.ts'
import { emit } from '../events.ts'
import { optionalText } from '../text.ts'
import {
  type Approval,
  approvalEvent,
  type ApprovalRow,
  LONGEST_COMMENT,
  requireApproval,
  requireMayDecide,
} from './approval.ts'
import { markEntries } from './request.ts'
import { cancelPending } from './withdraw.ts'

/** What a decision came to: the level that was decided, and the next one that now waits for its own. */
export type Decision = { approval: Approval; next: ApprovalRow | null }

/** Approves one level. The next level is asked then; after the last one the entry is approved, and locked. */
export async function approve(ctx: Ctx, id: number, comment: string | null = null): Promise<Decision> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const before = await inItsTurn(ctx, id)
    await settle(ctx, before, { status: 'approved', comment })
    const next = await askNext(ctx, before)
    if (!next) await markEntries(ctx, [entryOf(before)], 'approved')
    return { approval: await requireApproval(ctx, id), next }
  })
}

/** Rejects an entry at one level, saying why. The levels after it are not asked any more. */
export async function reject(ctx: Ctx, id: number, reason: string): Promise<Approval> {
  requireScope(ctx, 'write:time_approvals')
  const comment = optionalText('reason', reason, LONGEST_COMMENT)
  if (comment === null) throw invalid('reason', 'Say why it is rejected.')
  return transact(ctx, async (ctx) => {
    const before = await inItsTurn(ctx, id)
    await settle(ctx, before, { status: 'rejected', comment })
    await cancelPending(ctx, [entryOf(before)])
    await markEntries(ctx, [entryOf(before)], 'rejected')
    return requireApproval(ctx, id)
  })
}

/** Takes a request back, with all its levels: for who made it, and unless it is said, whose time it is, and admins. */
export async function cancelRequest(
  ctx: Ctx,
  id: number,
  { isForRequesterOnly = false } = {},
): Promise<Approval> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const before = await held(ctx, id)
    const { userId } = actingUser(ctx)
    const { role } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canTrackTime(role), 'A viewer may not take requests back.')
    const isConcerned = before.entry.user_id === userId || isWorkspaceAdmin(role)
    if (before.requested_by !== userId && (isForRequesterOnly || !isConcerned))
      throw new AppError('forbidden', 'not_approver', 'Only who made a request may take it back.')
    if (before.status !== 'pending') throw conflict('not_pending', 'This is decided already.')
    await cancelPending(ctx, [entryOf(before)])
    await markEntries(ctx, [entryOf(before)], null)
    return requireApproval(ctx, id)
  })
}

/** Opens an approved entry again, so that it can be changed and submitted anew; for admins. */
export async function reopenEntry(ctx: Ctx, entryId: number): Promise<void> {
  requireScope(ctx, 'write:time_approvals')
  await transact(ctx, async (ctx) => {
    const seen = await requireEntry(ctx, entryId)
    await lockUser(ctx, seen.user_id)
    const entry = await requireEntry(ctx, entryId)
    const { role } = await membershipIn(ctx, entry.workspace_id)
    requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may open approved time again.')
    if (entry.approval_status !== 'approved') throw conflict('not_pending', 'This entry is not approved.')
    const last = await ctx.db.kysely
      .selectFrom('approval')
      .selectAll()
      .where('workspace_id', '=', entry.workspace_id)
      .where('entry_id', '=', entry.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await markEntries(ctx, [entry], null)
    await emit(ctx, approvalEvent('reopened', last, last))
  })
}

/** An approval whose turn it is, held for the decision of somebody who may decide. */
async function inItsTurn(ctx: Ctx, id: number): Promise<Approval> {
  const approval = await held(ctx, id)
  if (approval.status !== 'pending') throw conflict('not_pending', 'This is decided already.')
  await requireMayDecide(ctx, approval)
  if (approval.is_due === 0) throw conflict('not_pending', 'The level before this one has not decided yet.')
  return approval
}

/** An approval as it is once its owner's time is held, as everybody holds it who writes an entry. */
async function held(ctx: Ctx, id: number): Promise<Approval> {
  const seen = await requireApproval(ctx, id)
  await lockUser(ctx, seen.entry.user_id)
  return requireApproval(ctx, id)
}

type Verdict = { status: 'approved' | 'rejected'; comment: string | null }

async function settle(ctx: Ctx, approval: Approval, verdict: Verdict) {
  const { approver_ids: _, entry: __, step: ___, steps: ____, ...before } = approval
  const after = await ctx.db.kysely
    .updateTable('approval')
    .set({
      status: verdict.status,
      is_due: 0,
      decided_by: actingUser(ctx).userId,
      decided_at: ctx.now,
      decision_comment: optionalText('comment', verdict.comment, LONGEST_COMMENT),
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit(ctx, approvalEvent(verdict.status, before, after))
}

async function askNext(ctx: Ctx, { workspace_id, entry_id }: Approval): Promise<ApprovalRow | null> {
  const next = await ctx.db.kysely
    .selectFrom('approval')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('entry_id', '=', entry_id)
    .where('status', '=', 'pending')
    .orderBy('level')
    .executeTakeFirst()
  if (!next) return null
  return ctx.db.kysely
    .updateTable('approval')
    .set((eb) => ({ is_due: 1, version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', next.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

function entryOf({ workspace_id, entry_id }: Approval) {
  return { id: entry_id, workspace_id }
}

/** What became of each of many decisions. */
export type DecisionResult = { id: number; decision: Decision } | { id: number; error: AppError }

const MOST_AT_ONCE = 200

/** Approves many, each by itself: one that cannot be approved holds up no other. */
export async function approveMany(
  ctx: Ctx,
  ids: readonly number[],
  comment: string | null = null,
): Promise<DecisionResult[]> {
  requireScope(ctx, 'write:time_approvals')
  return each(ids, async (id) => ({ id, decision: await approve(ctx, id, comment) }))
}

/** Rejects many for one reason, each by itself. */
export async function rejectMany(
  ctx: Ctx,
  ids: readonly number[],
  reason: string,
): Promise<DecisionResult[]> {
  requireScope(ctx, 'write:time_approvals')
  if (reason.trim() === '') throw invalid('reason', 'Say why it is rejected.')
  return each(ids, async (id) => ({ id, decision: { approval: await reject(ctx, id, reason), next: null } }))
}

async function each(
  ids: readonly number[],
  decide: (id: number) => Promise<DecisionResult>,
): Promise<DecisionResult[]> {
  if (ids.length === 0) throw invalid('ids', 'Name at least one approval.')
  if (ids.length > MOST_AT_ONCE) throw invalid('ids', `At most ${MOST_AT_ONCE} at once.`)
  const results: DecisionResult[] = []
  for (const id of new Set(ids)) {
    try {
      results.push(await decide(id))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      results.push({ id, error })
    }
  }
  return results
}
