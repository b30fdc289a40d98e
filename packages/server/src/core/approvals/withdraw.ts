import type { Row } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { emit } from '../events.ts'
import { approvalEvent } from './approval.ts'

/** The pending levels of these entries of one workspace are decided no more; the entries are for the caller to write. */
export async function cancelPending(
  ctx: Ctx,
  entries: readonly Pick<Row<'entry'>, 'id' | 'workspace_id'>[],
): Promise<void> {
  const [first] = entries
  if (!first) return
  const before = await ctx.db.kysely
    .selectFrom('approval')
    .selectAll()
    .where('workspace_id', '=', first.workspace_id)
    .where(
      'entry_id',
      'in',
      entries.map((entry) => entry.id),
    )
    .where('status', '=', 'pending')
    .orderBy('id')
    .execute()
  if (before.length === 0) return
  const change = {
    status: 'cancelled',
    is_due: 0,
    decided_by: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    decided_at: ctx.now,
    updated_at: ctx.now,
  } as const
  await ctx.db.kysely
    .updateTable('approval')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', first.workspace_id)
    .where(
      'id',
      'in',
      before.map((row) => row.id),
    )
    .execute()
  await emit(
    ctx,
    ...before.map((row) => approvalEvent('cancelled', row, { ...row, ...change, version: row.version + 1 })),
  )
}
