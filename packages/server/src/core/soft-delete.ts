import type { Ctx } from './context.ts'
import { emit } from './events.ts'

/** What is deleted by a mark on its row alone; entries are deleted by their own verbs. */
type Deletable =
  | 'client'
  | 'project'
  | 'task'
  | 'tag'
  | 'rate'
  | 'saved_report'
  | 'webhook'
  | 'contact'
  | 'lead'
  | 'deal'
  | 'approval_policy'

/** The row of a thing, with what else its event is to remember. */
type Doomed = { id: number; workspace_id: number; version: number }

const AT_ONCE = 1000

/** Marks things of one workspace as deleted and writes their events, in the order given. */
export async function softDelete(ctx: Ctx, kind: Deletable, ...things: readonly Doomed[]): Promise<void> {
  const change = { deleted_at: ctx.now, updated_at: ctx.now }
  for (let start = 0; start < things.length; start += AT_ONCE) {
    const some = things.slice(start, start + AT_ONCE)
    await ctx.db.kysely
      .updateTable(kind)
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('workspace_id', '=', some[0]?.workspace_id ?? 0)
      .where(
        'id',
        'in',
        some.map((thing) => thing.id),
      )
      .execute()
  }
  await emit(
    ctx,
    ...things.map((before) => ({
      workspaceId: before.workspace_id,
      kind: `${kind}.deleted` as const,
      subjectId: before.id,
      before,
      after: { ...before, ...change, version: before.version + 1 },
    })),
  )
}
