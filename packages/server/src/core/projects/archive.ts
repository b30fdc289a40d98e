import { canEditProjects, membershipIn, requireAllowed, requireScope } from '../access.ts'
import { actingUser, type Ctx, lockWorkspace, transact } from '../context.ts'
import { emit } from '../events.ts'
import { visibleProjects } from './read.ts'

/** Which projects to put away or to take out again: all of a client, or those of these ids, in one workspace. */
export type Shelf = { workspaceId: number; clientId?: number; ids?: readonly number[]; isArchived: boolean }

/** Archives projects, or brings them back, all at once; gives the ids of those that were not so yet. */
export async function archiveProjects(ctx: Ctx, shelf: Shelf): Promise<number[]> {
  requireScope(ctx, 'write:projects')
  const { workspaceId, clientId, ids, isArchived } = shelf
  return transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    const membership = await membershipIn(ctx, workspaceId)
    requireAllowed(canEditProjects(membership), 'Your role may not change projects.')
    const before = await visibleProjects(ctx, [membership])
      .where('project.is_archived', '=', isArchived ? 0 : 1)
      .$if(clientId !== undefined, (query) => query.where('project.client_id', '=', clientId ?? 0))
      .$if(ids !== undefined, (query) => query.where('project.id', 'in', ids?.length ? [...ids] : [0]))
      .orderBy('project.id')
      .execute()
    if (before.length === 0) return []
    const change = {
      is_archived: isArchived ? (1 as const) : (0 as const),
      archived_at: isArchived ? ctx.now : null,
      archived_by: isArchived ? actingUser(ctx).userId : null,
      archive_reason: null,
      updated_at: ctx.now,
    }
    await ctx.db.kysely
      .updateTable('project')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('workspace_id', '=', workspaceId)
      .where(
        'id',
        'in',
        before.map((project) => project.id),
      )
      .execute()
    await emit(
      ctx,
      ...before.map((project) => ({
        workspaceId,
        kind: 'project.updated' as const,
        subjectId: project.id,
        before: project,
        after: { ...project, ...change, version: project.version + 1 },
      })),
    )
    return before.map((project) => project.id)
  })
}
