import { canEditProjects, membershipIn, requireAllowed, requireScope } from '../access.ts'
import { type Ctx, transact } from '../context.ts'
import { invalid } from '../errors.ts'
import { emit } from '../events.ts'
import { type ProjectRow, requireProject } from './read.ts'

export type ProjectMember = { user_id: number; is_manager: 0 | 1 }

/** Who is in a project. For a private one, that is who sees it, beside the workspace's owner and admins. */
export async function listProjectMembers(ctx: Ctx, id: number): Promise<ProjectMember[]> {
  requireScope(ctx, 'read:projects')
  const project = await requireProject(ctx, id)
  return membersOf(ctx, project)
}

async function membersOf(ctx: Ctx, project: ProjectRow): Promise<ProjectMember[]> {
  return ctx.db.kysely
    .selectFrom('project_member')
    .select(['user_id', 'is_manager'])
    .where('workspace_id', '=', project.workspace_id)
    .where('project_id', '=', project.id)
    .orderBy('user_id')
    .execute()
}

/** Says who is in a project, replacing who was. */
export async function setProjectMembers(
  ctx: Ctx,
  id: number,
  members: readonly { userId: number; isManager: boolean }[],
): Promise<ProjectMember[]> {
  requireScope(ctx, 'write:projects')
  return transact(ctx, async (ctx) => {
    const { title_chain: _, is_hidden: __, ...project } = await requireProject(ctx, id)
    requireAllowed(
      canEditProjects(await membershipIn(ctx, project.workspace_id)),
      'Your role may not change projects.',
    )
    const wanted = new Map(members.map((member) => [member.userId, member.isManager ? 1 : 0] as const))
    await requireActiveMembers(ctx, project.workspace_id, [...wanted.keys()])
    const before = await membersOf(ctx, project)
    await ctx.db.kysely
      .deleteFrom('project_member')
      .where('workspace_id', '=', project.workspace_id)
      .where('project_id', '=', id)
      .execute()
    for (const [user_id, is_manager] of wanted) await addProjectMember(ctx, project, { user_id, is_manager })
    const after = await membersOf(ctx, project)
    await emit(ctx, {
      workspaceId: project.workspace_id,
      kind: 'project.updated',
      subjectId: id,
      before: { ...project, members: before },
      after: { ...project, members: after },
    })
    return after
  })
}

async function requireActiveMembers(ctx: Ctx, workspaceId: number, userIds: number[]): Promise<void> {
  if (userIds.length === 0) return
  const active = await ctx.db.kysely
    .selectFrom('member')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('is_active', '=', 1)
    .where('user_id', 'in', userIds)
    .execute()
  if (active.length < userIds.length)
    throw invalid('data', 'Only active members of the workspace can be in its projects.')
}

/** Lets a person into a project. */
export async function addProjectMember(ctx: Ctx, project: ProjectRow, member: ProjectMember): Promise<void> {
  await ctx.db.kysely
    .insertInto('project_member')
    .values({ workspace_id: project.workspace_id, project_id: project.id, ...member })
    .onConflict((conflicting) => conflicting.columns(['workspace_id', 'project_id', 'user_id']).doNothing())
    .execute()
}
