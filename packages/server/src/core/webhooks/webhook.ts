import type { Row } from '../../db/schema.ts'
import { isWorkspaceAdmin, membershipIn, membershipsOf, requireAllowed, workspaceIds } from '../access.ts'
import type { Ctx } from '../context.ts'
import { notFound } from '../errors.ts'

/** Why a webhook hears nothing: a person has switched it off, or it was switched off for one of these reasons. */
export const DISABLED_REASONS = ['switched_off', 'failing', 'gone', 'creator_left'] as const
export type DisabledReason = (typeof DISABLED_REASONS)[number]

/** An address that is told of what happens in a workspace. */
export type Webhook = Omit<Row<'webhook'>, 'events' | 'details' | 'disabled_reason'> & {
  events: string[]
  details: Record<string, unknown>
  disabled_reason: DisabledReason | null
}

export function toWebhook(row: Row<'webhook'>): Webhook {
  return {
    ...row,
    // All three are only ever written from these types.
    events: JSON.parse(row.events) as string[],
    details: JSON.parse(row.details) as Record<string, unknown>,
    disabled_reason: row.disabled_reason as DisabledReason | null,
  }
}

/** The row of a webhook, for those who may keep the webhooks of its workspace. */
export async function requireWebhook(ctx: Ctx, id: number): Promise<Row<'webhook'>> {
  const row = await ctx.db.kysely
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  // One that hears of every workspace is not for a key that knows only the one where it lies.
  if (!row || (row.hears_everywhere === 1 && !hearsEverywhere(ctx))) throw notFound('webhook')
  await requireKeeper(ctx, row.workspace_id)
  return row
}

/** Whether the actor may know of every workspace of theirs: a key that is bound to one may not. */
export function hearsEverywhere({ actor }: Ctx): boolean {
  return actor.kind !== 'user' || actor.workspaceId === null
}

export async function requireKeeper(ctx: Ctx, workspaceId: number): Promise<void> {
  const { role } = await membershipIn(ctx, workspaceId)
  requireAllowed(isWorkspaceAdmin(role), 'Only the owner and admins of a workspace keep its webhooks.')
}
