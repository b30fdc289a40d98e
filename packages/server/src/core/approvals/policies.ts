import type { Row } from '../../db/schema.ts'
import {
  activeMember,
  canTrackTime,
  inTurn,
  isWorkspaceAdmin,
  membershipIn,
  membershipsOf,
  requireAllowed,
  requireScope,
  workspaceIds,
} from '../access.ts'
import { type Ctx, lockWorkspace, transact } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { requireModule } from '../modules.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { requireProjectIn } from '../projects/read.ts'
import type { PolicyLevels } from '../rules/approval-levels.ts'
import { softDelete } from '../soft-delete.ts'
import { optionalSeconds, requiredText, toFlag } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'

/** Who approves what: the levels through which the time of a project, a person or everybody goes. */
export type ApprovalPolicy = Row<'approval_policy'>

export type PolicyFields = Partial<
  Pick<ApprovalPolicy, 'name' | 'project_id' | 'user_id' | 'min_seconds'>
> & {
  levels?: PolicyLevels
  billable_only?: boolean
  is_enabled?: boolean
}

const MOST_LEVELS = 10
const MOST_APPROVERS = 50
const A_YEAR = 365 * 24 * 3600

/** The people of each level of a policy. */
export function levelsIn({ levels }: Pick<ApprovalPolicy, 'levels'>): number[][] {
  // The column is only ever written by `levelsColumn`.
  return JSON.parse(levels) as number[][]
}

function livePolicies(ctx: Ctx, workspaces: readonly number[]) {
  return ctx.db.kysely
    .selectFrom('approval_policy')
    .selectAll()
    .where('workspace_id', 'in', [...workspaces])
    .where('deleted_at', 'is', null)
}

/** The policies that are in force in a workspace. */
export async function enabledPolicies(ctx: Ctx, workspaceId: number): Promise<ApprovalPolicy[]> {
  return livePolicies(ctx, [workspaceId]).where('is_enabled', '=', 1).orderBy('id').execute()
}

/** The policies of a workspace, for every member: one may know who approves one's time. */
export async function listPolicies(
  ctx: Ctx,
  workspaceId: number,
  page: Page,
): Promise<PageOf<ApprovalPolicy>> {
  requireScope(ctx, 'read:time_approvals')
  requireModule(await membershipIn(ctx, workspaceId), 'time_approvals')
  return pageOf(
    page,
    (after, limit) =>
      livePolicies(ctx, [workspaceId])
        .where(beyond(after, ['id']))
        .orderBy('id')
        .limit(limit)
        .execute(),
    (policy) => [policy.id],
  )
}

/** Makes a policy. It holds for what is submitted from now on; requests under way keep their levels. */
export async function createPolicy(
  ctx: Ctx,
  workspaceId: number,
  fields: PolicyFields & { name: string; levels: PolicyLevels },
): Promise<ApprovalPolicy> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    await requirePolicyKeeper(ctx, workspaceId)
    const policy = await ctx.db.kysely
      .insertInto('approval_policy')
      .values({
        workspace_id: workspaceId,
        ...(await policyColumns(ctx, workspaceId, { fields, before: undefined })),
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, policyEvent('approval_policy.created', null, policy))
    return policy
  })
}

/** Changes a policy; what is left out stays. */
export async function updatePolicy(ctx: Ctx, target: Target, fields: PolicyFields): Promise<ApprovalPolicy> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const before = await policyToWrite(ctx, target)
    const after = await ctx.db.kysely
      .updateTable('approval_policy')
      .set({
        ...(await policyColumns(ctx, before.workspace_id, { fields, before })),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await emit(ctx, policyEvent('approval_policy.updated', before, after))
    return after
  })
}

/** Deletes a policy; requests under way keep their levels. */
export async function deletePolicy(ctx: Ctx, target: Target): Promise<void> {
  requireScope(ctx, 'write:time_approvals')
  await transact(ctx, async (ctx) => {
    await softDelete(ctx, 'approval_policy', await policyToWrite(ctx, target))
  })
}

/** The policies of projects that go, which go with them. */
export async function deletePoliciesOf(
  ctx: Ctx,
  workspaceId: number,
  projectIds: readonly number[],
): Promise<void> {
  const policies = await livePolicies(ctx, [workspaceId])
    .where('project_id', 'in', [...projectIds])
    .orderBy('id')
    .execute()
  if (policies.length > 0) await softDelete(ctx, 'approval_policy', ...policies)
}

async function requirePolicyKeeper(ctx: Ctx, workspaceId: number): Promise<void> {
  const membership = await membershipIn(ctx, workspaceId)
  requireModule(membership, 'time_approvals')
  requireAllowed(isWorkspaceAdmin(membership.role), 'Only an owner or admin may say who approves time.')
}

async function policyToWrite(ctx: Ctx, { id, version }: Target): Promise<ApprovalPolicy> {
  const policy = await inTurn(ctx, async (ctx) => {
    const found = await livePolicies(ctx, workspaceIds(await membershipsOf(ctx)))
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found) throw notFound('approval policy')
    return found
  })
  await requirePolicyKeeper(ctx, policy.workspace_id)
  requireVersion(policy, version)
  return policy
}

type PolicyInput = { fields: PolicyFields; before: ApprovalPolicy | undefined }

async function policyColumns(ctx: Ctx, workspaceId: number, { fields, before }: PolicyInput) {
  const { project_id: projectId, user_id: userId, min_seconds: minSeconds } = fields
  if (projectId) await requireProjectIn(ctx, workspaceId, projectId)
  if (userId) await activeMember(ctx, workspaceId, userId)
  return {
    name: requiredText('name', fields.name ?? before?.name ?? ''),
    project_id: projectId === undefined ? (before?.project_id ?? null) : projectId,
    user_id: userId === undefined ? (before?.user_id ?? null) : userId,
    min_seconds:
      minSeconds === undefined
        ? (before?.min_seconds ?? null)
        : optionalSeconds('min_seconds', minSeconds, A_YEAR),
    billable_only: toFlag(fields.billable_only, before?.billable_only ?? 0),
    levels:
      fields.levels === undefined
        ? (before?.levels ?? '[]')
        : await levelsColumn(ctx, workspaceId, fields.levels),
    is_enabled: toFlag(fields.is_enabled, before?.is_enabled ?? 1),
  }
}

async function levelsColumn(ctx: Ctx, workspaceId: number, levels: PolicyLevels): Promise<string> {
  if (levels.length === 0 || levels.length > MOST_LEVELS)
    throw invalid('levels', `A policy has 1 to ${MOST_LEVELS} levels.`)
  if (levels.some((ids) => ids.length === 0 || ids.length > MOST_APPROVERS))
    throw invalid('levels', `A level has 1 to ${MOST_APPROVERS} approvers.`)
  for (const userId of new Set(levels.flat())) {
    const { role } = await activeMember(ctx, workspaceId, userId)
    if (!canTrackTime(role)) throw invalid('levels', 'A viewer decides on nothing.')
  }
  return JSON.stringify(levels.map((ids) => [...new Set(ids)]))
}

function policyEvent(
  kind: 'approval_policy.created' | 'approval_policy.updated',
  before: ApprovalPolicy | null,
  after: ApprovalPolicy,
) {
  return { workspaceId: after.workspace_id, kind, subjectId: after.id, before, after }
}
