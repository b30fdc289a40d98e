import type { Ctx } from './context.ts'
import { emit } from './events.ts'

/** What is deleted on its own, by a mark on its row; entries and projects bring more along. */
type Deletable = 'client' | 'task' | 'tag'

/** Marks a thing as deleted and writes its event. `before` is its row, with what else the event is to remember. */
export async function softDelete(
  ctx: Ctx,
  kind: Deletable,
  before: { id: number; workspace_id: number; version: number },
): Promise<void> {
  const change = { deleted_at: ctx.now, version: before.version + 1, updated_at: ctx.now }
  await ctx.db.kysely
    .updateTable(kind)
    .set(change)
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .execute()
  await emit(ctx, {
    workspaceId: before.workspace_id,
    kind: `${kind}.deleted`,
    subjectId: before.id,
    before,
    after: { ...before, ...change },
  })
}
