import { type Ctx, lockUser, transact } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { homeOf, requireUsageProject, usageOwner } from './access.ts'
import type { Usage } from './record.ts'

const MOST_AT_ONCE = 1000

/** Puts samples of one's own on a project by hand, or on none. Rules leave them alone from then on. */
export async function assignUsage(
  ctx: Ctx,
  ids: readonly number[],
  projectId: number | null,
): Promise<Usage[]> {
  const userId = usageOwner(ctx, 'write:app_usage')
  const wanted = [...new Set(ids)]
  if (wanted.length === 0 || wanted.length > MOST_AT_ONCE)
    throw invalid('ids', `Name 1 to ${MOST_AT_ONCE} samples.`)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const project = projectId === null ? null : await requireUsageProject(ctx, projectId)
    const before = await own(ctx, userId, wanted)
    if (before.length < wanted.length) throw notFound('app usage')
    const place = { workspace_id: project?.workspace_id ?? null, project_id: projectId }
    await ctx.db.kysely
      .updateTable('app_usage')
      .set({ ...place, is_assigned_by_hand: 1 })
      .where('user_id', '=', userId)
      .where('id', 'in', wanted)
      .execute()
    await emit(ctx, {
      workspaceId: project?.workspace_id ?? (await homeOf(ctx)),
      kind: 'app_usage.updated',
      subjectId: Math.min(...wanted),
      subjectUserId: userId,
      // Which samples went where, and nothing of what they say: that goes when they are deleted.
      before: { projects: before.map(({ id, project_id }) => ({ id, project_id })) },
      after: { ids: before.map(({ id }) => id), project_id: projectId },
    })
    return own(ctx, userId, wanted)
  })
}

async function own(ctx: Ctx, userId: number, ids: readonly number[]): Promise<Usage[]> {
  return ctx.db.kysely
    .selectFrom('app_usage')
    .selectAll()
    .where('user_id', '=', userId)
    .where('id', 'in', [...ids])
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Which samples are meant: those that start in `[from, to)`, or all of a device. */
export type UsageRange = { from?: number; to?: number; device?: string }

const DELETED_AT_ONCE = 5000

/** Removes what was recorded, for good. Gives how many samples that were. */
export async function deleteUsage(ctx: Ctx, range: UsageRange): Promise<number> {
  const userId = usageOwner(ctx, 'write:app_usage')
  const { from, to, device } = range
  if (device === undefined && (from === undefined || to === undefined))
    throw invalid('from', 'Say from when to when, or of which device.')
  let deleted = 0
  for (;;) {
    // Some at a time, so that nobody waits long for the one writer.
    const gone = await transact(ctx, async (ctx) => {
      const some = await deleteSome(ctx, userId, range)
      if (deleted === 0 && some > 0) await tellDeleted(ctx, userId, range)
      return some
    })
    deleted += gone
    if (gone < DELETED_AT_ONCE) return deleted
  }
}

async function deleteSome(ctx: Ctx, userId: number, { from, to, device }: UsageRange): Promise<number> {
  const gone = await ctx.db.kysely
    .deleteFrom('app_usage')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('app_usage')
        .select('id')
        .where('user_id', '=', userId)
        .$if(from !== undefined, (query) => query.where('started_at', '>=', from ?? 0))
        .$if(to !== undefined, (query) => query.where('started_at', '<', to ?? 0))
        .$if(device !== undefined, (query) => query.where('device', '=', device ?? ''))
        .limit(DELETED_AT_ONCE),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Says that what was recorded is gone, and nothing of what it was. */
export async function tellDeleted(
  ctx: Ctx,
  userId: number,
  range: UsageRange & { source?: string },
): Promise<void> {
  await emit(ctx, {
    workspaceId: await homeOf(ctx),
    kind: 'app_usage.deleted',
    subjectId: userId,
    subjectUserId: userId,
    before: range,
    after: null,
  })
}

/**
 * Takes everybody's usage off projects that go away, and removes the rules that put it there. The deletion of the
 * project tells of it; nobody's usage is told of.
 */
export async function releaseUsage(
  ctx: Ctx,
  workspaceId: number,
  projectIds: readonly number[],
): Promise<void> {
  for (let start = 0; start < projectIds.length; start += MOST_AT_ONCE) {
    const ids = projectIds.slice(start, start + MOST_AT_ONCE)
    await ctx.db.kysely
      .updateTable('app_usage')
      .set({ workspace_id: null, project_id: null, is_assigned_by_hand: 0 })
      .where('workspace_id', '=', workspaceId)
      .where('project_id', 'in', ids)
      .execute()
    await ctx.db.kysely
      .deleteFrom('usage_rule')
      .where('workspace_id', '=', workspaceId)
      .where('project_id', 'in', ids)
      .execute()
  }
}
