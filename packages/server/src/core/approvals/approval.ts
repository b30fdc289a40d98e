import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { ApprovalStatus, Role, Row } from '../../db/schema.ts'
import {
  canManage,
  canTrackTime,
  isWorkspaceAdmin,
  type Membership,
  membershipIn,
  membershipsOf,
  workspaceIds,
} from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { closedProjects } from '../entries/entry.ts'
import { AppError, notFound } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import { isModuleOn, requireModule } from '../modules.ts'
import { type Step, stepsOf } from '../rules/approval-levels.ts'
import { groupBy } from '../rules/group-by.ts'

export type ApprovalRow = Row<'approval'>

/** Of what is said with a request or a decision; characters. */
export const LONGEST_COMMENT = 2000

/** One level of a request: who may decide on it, and what it is about, which its approvers may know. */
export type Approval = ApprovalRow &
  Step & {
    approver_ids: number[]
    entry: Pick<
      Row<'entry'>,
      | 'user_id'
      | 'project_id'
      | 'task_id'
      | 'title'
      | 'notes'
      | 'started_at'
      | 'ended_at'
      | 'paused_at'
      | 'break_seconds'
      | 'started_on'
      | 'billing_status'
    >
  }

/**
 * The approvals one may see: of one's own time, those one asked for, those one is asked to decide on or has decided, and
 * everybody's where one manages, except on private projects that are closed to one.
 */
export async function visibleApprovals(ctx: Ctx, within?: readonly Membership[]) {
  const memberships = (within ?? (await membershipsOf(ctx))).filter((each) =>
    isModuleOn(each, 'time_approvals'),
  )
  const managed = memberships.filter(({ role }) => canManage(role))
  const closed = closedProjects(ctx, managed)
  const { userId } = actingUser(ctx)
  return ctx.db.kysely
    .selectFrom('approval')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.workspace_id', '=', 'approval.workspace_id')
        .onRef('entry.id', '=', 'approval.entry_id'),
    )
    .where('approval.workspace_id', 'in', workspaceIds(memberships))
    .where((eb) =>
      eb.or([
        eb.and([
          eb('approval.workspace_id', 'in', workspaceIds(managed)),
          closed
            ? eb.or([eb('entry.project_id', 'is', null), eb('entry.project_id', 'not in', closed)])
            : eb.lit(true),
        ]),
        eb('entry.user_id', '=', userId),
        eb('approval.requested_by', '=', userId),
        eb('approval.decided_by', '=', userId),
        isApprover(ctx),
      ]),
    )
}

export type VisibleApprovals = Awaited<ReturnType<typeof visibleApprovals>>

/** True for those one is asked to decide on. */
function isApprover(ctx: Ctx) {
  return sql<SqlBool>`exists (select 1 from approval_approver
    where approval_approver.workspace_id = approval.workspace_id
      and approval_approver.approval_id = approval.id and approval_approver.user_id = ${actingUser(ctx).userId})`
}

/** Runs a query of approvals and adds what an `Approval` has beside its row. */
export async function loadApprovals(ctx: Ctx, approvals: VisibleApprovals): Promise<Approval[]> {
  const rows = await approvals
    .selectAll('approval')
    .select([
      'entry.user_id',
      'entry.project_id',
      'entry.task_id',
      'entry.title',
      'entry.notes',
      'entry.started_at',
      'entry.ended_at',
      'entry.paused_at',
      'entry.break_seconds',
      'entry.started_on',
      'entry.billing_status',
    ])
    .execute()
  const approvers = await approversOf(ctx, rows)
  const steps = await stepsIn(ctx, rows)
  return rows.map((row) => {
    const { user_id, project_id, task_id, title, notes, started_on, billing_status, ...rest } = row
    const { started_at, ended_at, paused_at, break_seconds, ...approval } = rest
    return {
      ...approval,
      approver_ids: approvers.get(row.id) ?? [],
      ...(steps.get(row.id) ?? { step: 1, steps: 1 }),
      entry: {
        user_id,
        project_id,
        task_id,
        title,
        notes,
        started_on,
        billing_status,
        started_at,
        ended_at,
        paused_at,
        break_seconds,
      },
    }
  })
}

async function approversOf(ctx: Ctx, rows: readonly ApprovalRow[]): Promise<Map<number, number[]>> {
  if (rows.length === 0) return new Map()
  const approvers = await ctx.db.kysely
    .selectFrom('approval_approver')
    .selectAll()
    .where('workspace_id', 'in', [...new Set(rows.map((row) => row.workspace_id))])
    .where(
      'approval_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('user_id')
    .execute()
  const byApproval = groupBy(approvers, (each) => each.approval_id)
  return new Map([...byApproval].map(([id, each]) => [id, each.map(({ user_id }) => user_id)]))
}

/** The places of levels in their requests; who may know of one may know how many there are. */
async function stepsIn(ctx: Ctx, rows: readonly ApprovalRow[]): Promise<Map<number, Step>> {
  if (rows.length === 0) return new Map()
  const levels = await ctx.db.kysely
    .selectFrom('approval')
    .select(['id', 'parent_id'])
    .where('workspace_id', 'in', [...new Set(rows.map((row) => row.workspace_id))])
    .where('entry_id', 'in', [...new Set(rows.map((row) => row.entry_id))])
    .orderBy('id')
    .execute()
  return stepsOf(levels)
}

/** One approval that one may see, in a workspace where approvals are on. */
export async function requireApproval(ctx: Ctx, id: number): Promise<Approval> {
  const [approval] = await loadApprovals(ctx, (await visibleApprovals(ctx)).where('approval.id', '=', id))
  if (approval) return approval
  throw await notThere(ctx, 'approval', id)
}

/** Why there is no such thing for one: a member is told that approvals are switched off. */
export async function notThere(ctx: Ctx, table: 'approval' | 'timesheet', id: number): Promise<AppError> {
  const row = await ctx.db.kysely
    .selectFrom(table)
    .select('workspace_id')
    .where('id', '=', id)
    .executeTakeFirst()
  const membership = (await membershipsOf(ctx)).find((each) => each.workspace_id === row?.workspace_id)
  if (membership) requireModule(membership, 'time_approvals')
  return notFound(table)
}

/** The workspaces to look in: the one that is named, where approvals must be on, or all of one's own. */
export async function approvalMemberships(
  ctx: Ctx,
  workspaceId: number | undefined,
): Promise<readonly Membership[]> {
  if (workspaceId === undefined) return membershipsOf(ctx)
  const membership = await membershipIn(ctx, workspaceId)
  requireModule(membership, 'time_approvals')
  return [membership]
}

/**
 * True for what is one's to decide, now or when its turn comes: where one is asked, and everywhere as an admin. Nobody
 * decides on their own time, but an admin does where nobody else could; a viewer decides on nothing.
 */
export function mayDecide(ctx: Ctx, within: readonly Membership[]): RawBuilder<SqlBool> {
  const { userId } = actingUser(ctx)
  const workspacesOf = (allows: (role: Role) => boolean) =>
    sql.join(workspaceIds(within.filter(({ role }) => allows(role))))
  const isAdmin = sql`approval.workspace_id in (${workspacesOf(isWorkspaceAdmin)})`
  const isAsked = sql`(approval.workspace_id in (${workspacesOf(canTrackTime)}) and ${isApprover(ctx)})`
  return sql`((entry.user_id <> ${userId} and (${isAdmin} or ${isAsked}))
    or (entry.user_id = ${userId} and ${isAdmin} and not ${othersCould()}))`
}

/** True where somebody who is active in the workspace, and whose time it is not, could decide. */
function othersCould(): RawBuilder<SqlBool> {
  return sql`exists (select 1 from member join "user" on "user".id = member.user_id
    where member.workspace_id = approval.workspace_id and member.user_id <> entry.user_id
      and member.is_active = 1 and "user".is_active = 1
      and (member.role in ('owner', 'admin') or (member.role <> 'viewer' and exists (select 1 from approval_approver
        where approval_approver.workspace_id = approval.workspace_id
          and approval_approver.approval_id = approval.id and approval_approver.user_id = member.user_id))))`
}

/** Refuses a decision by anybody whose it is not. */
export async function requireMayDecide(ctx: Ctx, approval: Approval): Promise<void> {
  const within = [await membershipIn(ctx, approval.workspace_id)]
  const mine = await (
    await visibleApprovals(ctx, within)
  )
    .where('approval.id', '=', approval.id)
    .where(mayDecide(ctx, within))
    .select('approval.id')
    .executeTakeFirst()
  if (!mine) throw notMine(ctx, approval)
}

/** Why one may not decide on this. */
export function notMine(ctx: Ctx, { entry }: Approval): AppError {
  const isOwn = entry.user_id === actingUser(ctx).userId
  return new AppError(
    'forbidden',
    'not_approver',
    isOwn ? 'Nobody approves their own time.' : 'Somebody else decides on this.',
  )
}

export function approvalEvent(
  verb: 'created' | 'approved' | 'rejected' | 'cancelled' | 'reopened',
  before: ApprovalRow | null,
  after: ApprovalRow,
): NewEvent {
  return {
    workspaceId: after.workspace_id,
    kind: `approval.${verb}`,
    subjectId: after.id,
    before,
    after,
  }
}

export const APPROVAL_STATUSES = [
  'pending',
  'approved',
  'rejected',
  'cancelled',
] as const satisfies readonly ApprovalStatus[]
