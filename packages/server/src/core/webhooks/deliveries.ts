import type { DeliveryStatus, Row } from '../../db/schema.ts'
import { membershipsOf, requireScope, workspaceIds } from '../access.ts'
import { type Ctx, transact } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { requireWebhook, type Webhook } from './webhook.ts'

/** One message to a webhook, with what was sent and answered at the last try. */
export type Delivery = Row<'delivery'>

/** A delivery without the long texts. */
export type DeliverySummary = Omit<Delivery, 'request_body' | 'response_text'>

export const SUMMARY = [
  'id',
  'workspace_id',
  'webhook_id',
  'event_id',
  'event_workspace_id',
  'kind',
  'subject_kind',
  'subject_id',
  'status',
  'attempts',
  'run_at',
  'locked_until',
  'response_status',
  'error',
  'took_ms',
  'created_at',
  'attempted_at',
  'finished_at',
] as const satisfies readonly (keyof DeliverySummary)[]

/** The deliveries of a webhook of the last days, newest first. */
export async function listDeliveries(
  ctx: Ctx,
  { webhookId, status }: { webhookId: number; status?: DeliveryStatus },
  page: Page,
): Promise<PageOf<DeliverySummary>> {
  requireScope(ctx, 'read:webhooks')
  const webhook = await requireWebhook(ctx, webhookId)
  return pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('delivery')
        .select(SUMMARY)
        .where('workspace_id', '=', webhook.workspace_id)
        .where('webhook_id', '=', webhook.id)
        .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'waiting'))
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (delivery) => [delivery.id],
  )
}

/** The newest delivery of each of these webhooks of one workspace, of those that were told anything lately. */
export async function latestDeliveries(
  ctx: Ctx,
  webhooks: readonly Pick<Webhook, 'id' | 'workspace_id'>[],
): Promise<Map<number, DeliverySummary>> {
  requireScope(ctx, 'read:webhooks')
  if (webhooks.length === 0) return new Map()
  const rows = await ctx.db.kysely
    .selectFrom('delivery')
    .select(SUMMARY)
    .where('workspace_id', '=', webhooks[0]?.workspace_id ?? 0)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('delivery')
        .select((latest) => latest.fn.max<number>('id').as('id'))
        .where('workspace_id', '=', webhooks[0]?.workspace_id ?? 0)
        .where(
          'webhook_id',
          'in',
          webhooks.map((webhook) => webhook.id),
        )
        .groupBy('webhook_id'),
    )
    .execute()
  return new Map(rows.map((delivery) => [delivery.webhook_id, delivery]))
}

export async function getDelivery(ctx: Ctx, id: number): Promise<Delivery> {
  requireScope(ctx, 'read:webhooks')
  return requireDelivery(ctx, id)
}

/** Sends the message of a delivery once more, whatever became of it. */
export async function redeliver(ctx: Ctx, id: number): Promise<Delivery> {
  requireScope(ctx, 'write:webhooks')
  return transact(ctx, async (ctx) => {
    const delivery = await requireDelivery(ctx, id)
    const webhook = await requireWebhook(ctx, delivery.webhook_id)
    if (delivery.event_id !== null && webhook.is_enabled === 0)
      throw invalid('id', 'This webhook is switched off. Switch it on first.')
    return leave(ctx, delivery)
  })
}

/** Sends a webhook a message that tells of nothing, to see whether it arrives; also where it is switched off. */
export async function sendPing(ctx: Ctx, webhookId: number): Promise<Delivery> {
  requireScope(ctx, 'write:webhooks')
  return transact(ctx, async (ctx) => {
    const webhook = await requireWebhook(ctx, webhookId)
    return leave(ctx, {
      workspace_id: webhook.workspace_id,
      webhook_id: webhook.id,
      event_id: null,
      event_workspace_id: null,
      kind: 'ping',
      subject_kind: 'webhook',
      subject_id: webhook.id,
    })
  })
}

/** The deliveries of a webhook whole, newest first, for wires that show what was sent in the list itself. */
export async function listWholeDeliveries(ctx: Ctx, webhookId: number, most: number): Promise<Delivery[]> {
  requireScope(ctx, 'read:webhooks')
  const webhook = await requireWebhook(ctx, webhookId)
  return ctx.db.kysely
    .selectFrom('delivery')
    .selectAll()
    .where('workspace_id', '=', webhook.workspace_id)
    .where('webhook_id', '=', webhook.id)
    .where('event_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

async function requireDelivery(ctx: Ctx, id: number): Promise<Delivery> {
  const delivery = await ctx.db.kysely
    .selectFrom('delivery')
    .selectAll()
    .where('workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!delivery) throw notFound('delivery')
  await requireWebhook(ctx, delivery.webhook_id)
  return delivery
}

type Message = Pick<
  Delivery,
  'workspace_id' | 'webhook_id' | 'event_id' | 'event_workspace_id' | 'kind' | 'subject_kind' | 'subject_id'
>

/** A delivery is itself the record of who was told what, so it leaves no event, which would be told of in turn. */
async function leave(ctx: Ctx, message: Message): Promise<Delivery> {
  const { workspace_id, webhook_id, event_id, event_workspace_id, kind, subject_kind, subject_id } = message
  return ctx.db.kysely
    .insertInto('delivery')
    .values({
      workspace_id,
      webhook_id,
      event_id,
      event_workspace_id,
      kind,
      subject_kind,
      subject_id,
      status: 'waiting',
      attempts: 0,
      run_at: ctx.now,
      locked_until: null,
      request_body: null,
      response_status: null,
      response_text: null,
      error: null,
      took_ms: null,
      created_at: ctx.now,
      attempted_at: null,
      finished_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
