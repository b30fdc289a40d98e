import type { Row } from '../../db/schema.ts'
import { type Ctx, lockWorkspace } from '../context.ts'
import { emit } from '../events.ts'
import { softDelete } from '../soft-delete.ts'
import type { DisabledReason } from './webhook.ts'

type Place = Pick<Row<'webhook'>, 'id' | 'workspace_id'>

const WORDS: Record<Exclude<DisabledReason, 'switched_off'>, string> = {
  failing: 'The webhook was switched off, as its receiver could not be reached.',
  gone: 'The receiver said that it is gone, so the webhook was switched off.',
  creator_left: 'The webhook was switched off, as the person it was told for may no longer hear this.',
}

/** Switches a webhook off by itself and gives up what waits for it. Nothing where that is done already. */
export async function disable(ctx: Ctx, place: Place, reason: keyof typeof WORDS): Promise<void> {
  await lockWorkspace(ctx, place.workspace_id)
  const before = await ctx.db.kysely
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', place.workspace_id)
    .where('id', '=', place.id)
    .executeTakeFirst()
  if (before?.is_enabled === 1) {
    const after = await ctx.db.kysely
      .updateTable('webhook')
      .set({
        is_enabled: 0,
        disabled_at: ctx.now,
        disabled_reason: reason,
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('workspace_id', '=', place.workspace_id)
      .where('id', '=', place.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const about = { workspaceId: place.workspace_id, subjectId: place.id }
    await emit(ctx, { ...about, kind: 'webhook.updated', before, after })
  }
  await giveUpWaiting(ctx, place, WORDS[reason])
}

/** Deletes a webhook whose receiver said that it is gone, with all that waits for it. */
export async function remove(ctx: Ctx, place: Place): Promise<void> {
  await lockWorkspace(ctx, place.workspace_id)
  const webhook = await ctx.db.kysely
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', place.workspace_id)
    .where('id', '=', place.id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (webhook) await softDelete(ctx, 'webhook', webhook)
  await giveUpWaiting(ctx, place, 'The receiver said that it is gone, so the webhook was deleted.')
}

/** Lets what still waits for a webhook fail, with the reason why. */
export async function giveUpWaiting(ctx: Ctx, place: Place, error: string): Promise<void> {
  await ctx.db.kysely
    .updateTable('delivery')
    .set({ status: 'failed', finished_at: ctx.now, locked_until: null, error })
    .where('workspace_id', '=', place.workspace_id)
    .where('webhook_id', '=', place.id)
    .where('status', '=', 'waiting')
    .execute()
}
