import { membershipsOf, requireScope, workspaceIds } from '../access.ts'
import { actingUser, type Ctx, transact } from '../context.ts'
import { notAllowed } from '../errors.ts'
import type { Page, PageOf } from '../page.ts'
import { hearsEverywhere, type Webhook } from './webhook.ts'
import { insertWebhook, type NewWebhook, webhooksIn } from './webhooks.ts'

/** Has an address told of all that one may see, in every workspace one is in now or later; any member may. */
export async function createOwnWebhook(
  ctx: Ctx,
  input: NewWebhook,
): Promise<{ webhook: Webhook; secret: string }> {
  requireScope(ctx, 'write:webhooks')
  return transact(ctx, async (ctx) => {
    const home = await personalWorkspace(ctx)
    return insertWebhook(ctx, home, { ...input, hearsEverywhere: true })
  })
}

/** One's own webhooks by age, wherever they hear; of one wire, or of all. */
export async function listOwnWebhooks(
  ctx: Ctx,
  { wire }: { wire?: string },
  page: Page,
): Promise<PageOf<Webhook>> {
  requireScope(ctx, 'read:webhooks')
  const workspaceId = await personalWorkspace(ctx)
  return webhooksIn(ctx, { workspaceId, wire, hearsEverywhere: true }, page)
}

/** Whether this was a webhook of one's own that has been deleted, for wires on which that may be done twice. */
export async function wasOwnWebhook(ctx: Ctx, id: number): Promise<boolean> {
  requireScope(ctx, 'write:webhooks')
  const row = await ctx.db.kysely
    .selectFrom('webhook')
    .select('id')
    .where('workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
    .where('id', '=', id)
    .where('user_id', '=', actingUser(ctx).userId)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Where a person's own webhooks lie. A key that is bound to a workspace, if only to this one, keeps none. */
async function personalWorkspace(ctx: Ctx): Promise<number> {
  const { userId } = actingUser(ctx)
  if (!hearsEverywhere(ctx))
    throw notAllowed('A key that is bound to a workspace keeps no webhook that hears of others.')
  const memberships = await membershipsOf(ctx)
  const home = memberships.find(({ workspace }) => workspace.personal_user_id === userId)
  if (!home) throw new Error(`User ${userId} has no personal workspace`)
  return home.workspace_id
}
