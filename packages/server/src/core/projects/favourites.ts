import type { Row } from '../../db/schema.ts'
import { membershipsOf, requireScope, workspaceIds } from '../access.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { conflict } from '../errors.ts'
import { emit } from '../events.ts'
import { requireProject } from './read.ts'

const MOST_FAVOURITES = 100

export type Favourite = Pick<Row<'project_favourite'>, 'project_id' | 'user_id' | 'created_at'>

/** Marks a project as one's favourite, or takes the mark away. It is one's own: nobody else sees it. */
export async function setFavourite(ctx: Ctx, projectId: number, isFavourite: boolean): Promise<void> {
  requireScope(ctx, 'write:projects')
  const { userId } = actingUser(ctx)
  await transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const { workspace_id: workspaceId } = await requireProject(ctx, projectId)
    const was = await favouriteIds(ctx)
    if (was.has(projectId) === isFavourite) return
    if (isFavourite && was.size >= MOST_FAVOURITES)
      throw conflict('too_many_rows', `One may have at most ${MOST_FAVOURITES} favourites.`)
    const row = { workspace_id: workspaceId, project_id: projectId, user_id: userId, created_at: ctx.now }
    await (isFavourite
      ? ctx.db.kysely.insertInto('project_favourite').values(row).execute()
      : ctx.db.kysely
          .deleteFrom('project_favourite')
          .where('workspace_id', '=', workspaceId)
          .where('project_id', '=', projectId)
          .where('user_id', '=', userId)
          .execute())
    // A change of the person's own settings, and none of the project.
    await emit(ctx, {
      workspaceId,
      kind: 'user.updated',
      subjectId: userId,
      subjectUserId: userId,
      before: { project_id: projectId, is_favourite: !isFavourite },
      after: { project_id: projectId, is_favourite: isFavourite },
    })
  })
}

/** Which projects are one's favourites. */
export async function favouriteIds(ctx: Ctx): Promise<Set<number>> {
  return new Set((await listFavourites(ctx)).map((row) => row.project_id))
}

/** One's favourites, with when each became one. */
export async function listFavourites(ctx: Ctx): Promise<Favourite[]> {
  return ctx.db.kysely
    .selectFrom('project_favourite')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'project_favourite.workspace_id')
        .onRef('project.id', '=', 'project_favourite.project_id'),
    )
    .where('project_favourite.workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
    .where('project_favourite.user_id', '=', actingUser(ctx).userId)
    .where('project.deleted_at', 'is', null)
    .select(['project_favourite.project_id', 'project_favourite.user_id', 'project_favourite.created_at'])
    .orderBy('project_favourite.project_id')
    .limit(MOST_FAVOURITES)
    .execute()
}
