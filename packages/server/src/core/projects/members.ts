import { canEditProjects, inTurn, membershipIn, requireAllowed, requireScope } from '../access.ts'
import { type Ctx, transact } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { type ProjectRow, requireProject, visibleProjects } from './read.ts'

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

/** A person in a project with the number of their membership of the workspace. */
export type ProjectMembership = ProjectMember & {
  workspace_id: number
  project_id: number
  member_id: number
  /** When the project has last changed. */
  updated_at: number
}

/** Who is in which of the projects one may see; people who have left the workspace are not. */
export async function listProjectMemberships(
  ctx: Ctx,
  filter: { workspaceId: number; projectIds?: readonly number[]; userId?: number },
  limit: number,
): Promise<ProjectMembership[]> {
  requireScope(ctx, 'read:projects')
  const { workspaceId, projectIds, userId } = filter
  return visibleProjects(ctx, [await membershipIn(ctx, workspaceId)])
    .clearSelect()
    .innerJoin('project_member', (join) =>
      join
        .onRef('project_member.workspace_id', '=', 'project.workspace_id')
        .onRef('project_member.project_id', '=', 'project.id'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'project_member.workspace_id')
        .onRef('member.user_id', '=', 'project_member.user_id')
        .on('member.is_active', '=', 1),
    )
    .$if(projectIds !== undefined, (query) =>
      query.where('project.id', 'in', projectIds?.length ? [...projectIds] : [0]),
    )
    .$if(userId !== undefined, (query) => query.where('project_member.user_id', '=', userId ?? 0))
    .select([
      'project.workspace_id',
      'project_member.project_id',
      'project_member.user_id',
      'project_member.is_manager',
      'member.id as member_id',
      'project.updated_at',
    ])
    .orderBy('project.id')
    .orderBy('member.id')
    .limit(limit)
    .execute()
}

/** Says who is in a project, replacing who was. */
export async function setProjectMembers(
  ctx: Ctx,
  id: number,
  members: readonly { userId: number; isManager: boolean }[],
): Promise<ProjectMember[]> {
  return changeMembers(ctx, id, () =>
    members.map(({ userId, isManager }) => ({ user_id: userId, is_manager: isManager ? 1 : 0 })),
  )
}

/** Lets a person into a project, or says whether one who is in it manages it. */
export async function putProjectMember(
  ctx: Ctx,
  id: number,
  { userId, isManager }: { userId: number; isManager: boolean },
): Promise<void> {
  await changeMembers(ctx, id, (before) => [
    ...before.filter((member) => member.user_id !== userId),
    { user_id: userId, is_manager: isManager ? 1 : 0 },
  ])
}

/** Takes a person off a project; their time on it stays. */
export async function removeProjectMember(ctx: Ctx, id: number, userId: number): Promise<void> {
  await changeMembers(ctx, id, (before) => {
    const after = before.filter((member) => member.user_id !== userId)
    if (after.length === before.length) throw notFound('project member')
    return after
  })
}

async function changeMembers(
  ctx: Ctx,
  id: number,
  change: (before: readonly ProjectMember[]) => readonly ProjectMember[],
): Promise<ProjectMember[]> {
  requireScope(ctx, 'write:projects')
  return transact(ctx, async (ctx) => {
    const { title_chain: _, is_hidden: __, ...project } = await inTurn(ctx, (ctx) => requireProject(ctx, id))
    requireAllowed(
      canEditProjects(await membershipIn(ctx, project.workspace_id)),
      'Your role may not change projects.',
    )
    const before = await membersOf(ctx, project)
    const wanted = new Map(change(before).map((member) => [member.user_id, member.is_manager]))
    const known = new Set(before.map((member) => member.user_id))
    await requireActiveMembers(
      ctx,
      project.workspace_id,
      [...wanted.keys()].filter((userId) => !known.has(userId)),
    )
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

/** How many people are in each of these projects. */
export async function projectMemberCounts(
  ctx: Ctx,
  workspaceId: number,
  projectIds: readonly number[],
): Promise<Map<number, number>> {
  requireScope(ctx, 'read:projects')
  if (projectIds.length === 0) return new Map()
  const rows = await visibleProjects(ctx, [await membershipIn(ctx, workspaceId)])
    .clearSelect()
    .innerJoin('project_member', (join) =>
      join
        .onRef('project_member.workspace_id', '=', 'project.workspace_id')
        .onRef('project_member.project_id', '=', 'project.id'),
    )
    .where('project.id', 'in', [...projectIds])
    .select(({ fn }) => ['project.id', fn.countAll<number>().as('count')])
    .groupBy('project.id')
    .execute()
  return new Map(rows.map((row) => [row.id, row.count]))
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
