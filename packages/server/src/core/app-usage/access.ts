import { canTrackTime, membershipIn, membershipsOf, requireAllowed, requireScope } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { notAllowed } from '../errors.ts'
import { type Project, requireProject } from '../projects/read.ts'
import { allows } from '../rules/scopes.ts'

/**
 * Whose app usage a request is about, which is always one's own. It belongs to a person and not to a workspace, so a
 * key that knows one workspace only does not reach it.
 */
export function usageOwner(ctx: Ctx, scope: 'read:app_usage' | 'write:app_usage'): number {
  requireScope(ctx, scope)
  return ownerOf(ctx)
}

/** As `usageOwner`, for what watchers ask before they write: a key that may do either will do. */
export function usageOwnerForWatchers(ctx: Ctx): number {
  if (!allows(actingUser(ctx).scopes, 'write:app_usage')) requireScope(ctx, 'read:app_usage')
  return ownerOf(ctx)
}

function ownerOf(ctx: Ctx): number {
  const { userId, workspaceId } = actingUser(ctx)
  if (workspaceId !== null)
    throw notAllowed('App usage belongs to a person. A key that is bound to a workspace does not reach it.')
  return userId
}

/** A project one may book on, for what is put there by hand or by a rule. */
export async function requireUsageProject(ctx: Ctx, id: number): Promise<Project> {
  const project = await requireProject(ctx, id)
  const { role } = await membershipIn(ctx, project.workspace_id)
  requireAllowed(canTrackTime(role), 'Your role may not put time on projects.')
  return project
}

/** Where an event about usage on no project is written: beside the rest that is one's own. */
export async function homeOf(ctx: Ctx): Promise<number> {
  const { userId } = actingUser(ctx)
  const memberships = await membershipsOf(ctx)
  const home = memberships.find(({ workspace }) => workspace.personal_user_id === userId) ?? memberships[0]
  if (!home) throw new Error('A person has a workspace of their own')
  return home.workspace_id
}
