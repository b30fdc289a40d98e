import type { Role, Row } from '../db/schema.ts'
import { actingUser, type Ctx, lockWorkspace } from './context.ts'
import { AppError, notAllowed, notFound } from './errors.ts'
import { prepared } from './prepared.ts'
import { allows, type Scope } from './rules/scopes.ts'

/** A workspace as its member knows it: the role, and the rules every write must keep. */
export type Membership = {
  member_id: number
  workspace_id: number
  role: Role
  workspace: Row<'workspace'>
}

/** Refuses a token that was not given this scope; sessions have them all. */
export function requireScope(ctx: Ctx, scope: Scope): void {
  if (!hasScope(ctx, scope)) throw missingScope(scope)
}

/** The refusal of a key that lacks a scope, which `fields.scope` names. */
function missingScope(scope: Scope | 'admin:all'): AppError {
  const message = `This key does not have the scope ${scope}.`
  return new AppError('forbidden', 'missing_scope', message, { fields: { scope } })
}

/** For what an answer shows beside its subject only to those who may ask for it. */
export function hasScope(ctx: Ctx, scope: Scope): boolean {
  return ctx.actor.kind === 'system' || allows(actingUser(ctx).scopes, scope)
}

const known = new WeakMap<Ctx, Promise<Membership[]>>()

/**
 * The workspaces the actor may see: those of an active membership, or the one a token is bound to. Read once for a
 * context, which is once for a request and once more in its transaction.
 */
export function membershipsOf(ctx: Ctx): Promise<Membership[]> {
  const memberships = known.get(ctx) ?? readMemberships(ctx)
  known.set(ctx, memberships)
  return memberships
}

/** To be called by a verb that has written a membership or a workspace. */
export function forgetMemberships(ctx: Ctx): void {
  known.delete(ctx)
}

// A key that is bound to one workspace gives its id, any other 0.
const membershipRows = prepared(({ kysely }, userId: number, boundTo: number) =>
  kysely
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .where('member.user_id', '=', userId)
    .where('member.is_active', '=', 1)
    .where('workspace.deleted_at', 'is', null)
    .where((eb) => eb.or([eb(eb.val(boundTo), '=', eb.lit(0)), eb('workspace.id', '=', boundTo)]))
    .selectAll('workspace')
    .select(['member.id as member_id', 'member.role'])
    .orderBy('workspace.id'),
)

async function readMemberships(ctx: Ctx): Promise<Membership[]> {
  const { userId, workspaceId } = actingUser(ctx)
  const rows = await membershipRows(ctx, userId, workspaceId ?? 0)
  return rows.map(({ member_id, role, ...workspace }) => ({
    member_id,
    role,
    workspace_id: workspace.id,
    workspace,
  }))
}

/** The actor's membership of one workspace; to anybody else the workspace does not exist. */
export async function membershipIn(ctx: Ctx, workspaceId: number): Promise<Membership> {
  const membership = (await membershipsOf(ctx)).find((each) => each.workspace_id === workspaceId)
  if (!membership) throw notFound('workspace')
  return membership
}

/**
 * Reads a row again once it is one's turn in its workspace, so that two writers never go by the same version, nor by
 * rules of the workspace that have changed while one waited. The first look holds nothing: two that each held the row
 * while they wait for their turn would wait for one another.
 */
export async function inTurn<T extends { workspace_id: number }>(
  ctx: Ctx,
  read: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const seen = await read({ ...ctx, isReading: true })
  await lockWorkspace(ctx, seen.workspace_id)
  forgetMemberships(ctx)
  return read(ctx)
}

/** The workspaces to read from: the one that is named, if one may see it, or all of one's own. */
export async function readableWorkspaces(ctx: Ctx, workspaceId: number | undefined): Promise<number[]> {
  if (workspaceId !== undefined) return [(await membershipIn(ctx, workspaceId)).workspace_id]
  return workspaceIds(await membershipsOf(ctx))
}

/** The ids to begin every query with. A list of none matches nothing, on both engines. */
export function workspaceIds(memberships: readonly Membership[]): number[] {
  return memberships.length > 0 ? memberships.map((membership) => membership.workspace_id) : [0]
}

export function requireAllowed(allowed: boolean, message: string): void {
  if (!allowed) throw notAllowed(message)
}

export function isWorkspaceAdmin(role: Role): boolean {
  return role === 'owner' || role === 'admin'
}

export function canManage(role: Role): boolean {
  return isWorkspaceAdmin(role) || role === 'manager'
}

export function canTrackTime(role: Role): boolean {
  return role !== 'viewer'
}

export function canCreateProjects({ role, workspace }: Membership): boolean {
  if (workspace.only_admins_create_projects === 1) return isWorkspaceAdmin(role)
  return role !== 'viewer'
}

export function canEditProjects({ role, workspace }: Membership): boolean {
  return workspace.only_admins_create_projects === 1 ? isWorkspaceAdmin(role) : canManage(role)
}

export function requireInstallationAdmin(ctx: Ctx): void {
  if (ctx.actor.kind === 'system') return
  const actor = actingUser(ctx)
  requireAllowed(actor.isAdmin, 'Only an administrator of this installation may do that.')
  // With everybody's keys and accounts at hand, it would soon know every other workspace.
  requireAllowed(actor.workspaceId === null, 'A key that is bound to a workspace may not do that.')
  if (actor.tokenId !== null && !actor.scopes.some((scope) => scope === '*' || scope === 'admin:all')) {
    throw missingScope('admin:all')
  }
}

const activeMemberRows = prepared(({ kysely }, workspaceId: number, userId: number) =>
  kysely
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .where('member.workspace_id', '=', workspaceId)
    .where('member.user_id', '=', userId)
    .where('member.is_active', '=', 1)
    .select(['user.time_zone', 'user.default_billing_status', 'member.role']),
)

/** A person who is active in a workspace, with their role and what their entries take from them. */
export async function activeMember(ctx: Ctx, workspaceId: number, userId: number) {
  const [owner] = await activeMemberRows(ctx, workspaceId, userId)
  if (!owner) throw notFound('member')
  return owner
}
