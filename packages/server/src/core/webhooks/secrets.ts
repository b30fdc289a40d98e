import { requireScope } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { allows } from '../rules/scopes.ts'
import type { Webhook } from './webhook.ts'

/** What webhooks one has read are signed with, for the wires whose lists show it; none to a key that may only read. */
export function secretsOf(ctx: Ctx, webhooks: readonly Webhook[]): Map<number, string> {
  if (!allows(actingUser(ctx).scopes, 'write:webhooks')) return new Map()
  return new Map(webhooks.map((webhook) => [webhook.id, ctx.secrets.open(webhook.sealed_secret)]))
}

/** Those of these webhooks for which something waits. */
export async function pendingWebhooks(ctx: Ctx, webhooks: readonly Webhook[]): Promise<Set<number>> {
  requireScope(ctx, 'read:webhooks')
  if (webhooks.length === 0) return new Set()
  const rows = await ctx.db.kysely
    .selectFrom('delivery')
    .select('webhook_id')
    .distinct()
    .where('status', '=', 'waiting')
    .where('workspace_id', 'in', [...new Set(webhooks.map((webhook) => webhook.workspace_id))])
    .where(
      'webhook_id',
      'in',
      webhooks.map((webhook) => webhook.id),
    )
    .execute()
  return new Set(rows.map((row) => row.webhook_id))
}
