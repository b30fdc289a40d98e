import type { Role, Row } from '../db/schema.ts'
import { actingUser, type Ctx } from './context.ts'
import { AppError, notAllowed, notFound } from './errors.ts'
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
  if (ctx.actor.kind === 'system') return
  if (allows(actingUser(ctx).scopes, scope)) return
  throw new AppError('forbidden', 'missing_scope', `This key does not have the scope ${scope}.`)
}

/** The workspaces the actor may see: those of an active membership, or the one a token is bound to. */
export async function membershipsOf(ctx: Ctx): Promise<Membership[]> {
  const { userId, workspaceId } = actingUser(ctx)
  const rows = await ctx.db.kysely
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .where('member.user_id', '=', userId)
    .where('member.is_active', '=', 1)
    .where('workspace.deleted_at', 'is', null)
    .$if(workspaceId !== null, (query) => query.where('workspace.id', '=', workspaceId))
    .selectAll('workspace')
    .select(['member.id as member_id', 'member.role'])
    .orderBy('workspace.id')
    .execute()
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
  if (actor.tokenId !== null && !actor.scopes.some((scope) => scope === '*' || scope === 'admin:all')) {
    throw new AppError('forbidden', 'missing_scope', 'This key does not have the scope admin:all.')
  }
}
