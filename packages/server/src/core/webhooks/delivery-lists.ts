import { sql } from 'kysely'
import type { DeliveryStatus } from '../../db/schema.ts'
import { requireScope } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { EventRow } from '../events.ts'
import type { Slice } from '../page.ts'
import { type Delivery, type DeliverySummary, SUMMARY } from './deliveries.ts'
import { eventsOf } from './outbox.ts'
import { requireWebhook, type Webhook } from './webhook.ts'

/** A delivery with what was sent and the event it tells of, for wires whose names for events are not core's. */
export type ToldDelivery = DeliverySummary & Pick<Delivery, 'request_body'> & { event: EventRow | null }

/** One numbered page of the deliveries of a webhook, newest first, for the wires that count pages. */
export async function listDeliveriesByNumber(
  ctx: Ctx,
  { webhookId, statuses }: { webhookId: number; statuses?: readonly DeliveryStatus[] },
  { offset, limit }: Slice,
): Promise<{ rows: ToldDelivery[]; total: number }> {
  requireScope(ctx, 'read:webhooks')
  const webhook = await requireWebhook(ctx, webhookId)
  let deliveries = ctx.db.kysely
    .selectFrom('delivery')
    .where('workspace_id', '=', webhook.workspace_id)
    .where('webhook_id', '=', webhook.id)
  if (statuses) deliveries = deliveries.where('status', 'in', [...statuses])
  const { total } = await deliveries
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await deliveries
    .select([...SUMMARY, 'request_body'])
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const events = await eventsOf(ctx, rows)
  return { rows: rows.map((row) => ({ ...row, event: events.get(row.event_id ?? 0) ?? null })), total }
}

/** How the deliveries of the last days of a webhook went. */
export type DeliveryCounts = {
  done: number
  failed: number
  lastAt: number | null
  lastDoneAt: number | null
  lastFailedAt: number | null
}

/** The same of several webhooks of one workspace, in one question. */
export async function deliveryCounts(
  ctx: Ctx,
  webhooks: readonly Pick<Webhook, 'id' | 'workspace_id'>[],
): Promise<Map<number, DeliveryCounts>> {
  const [first] = webhooks
  if (!first) return new Map()
  const count = (status: DeliveryStatus) => sql<number>`sum(case when status = ${status} then 1 else 0 end)`
  const last = (status: DeliveryStatus) =>
    sql<number | null>`max(case when status = ${status} then finished_at end)`
  const rows = await ctx.db.kysely
    .selectFrom('delivery')
    .where('workspace_id', '=', first.workspace_id)
    .where(
      'webhook_id',
      'in',
      webhooks.map((webhook) => webhook.id),
    )
    .groupBy('webhook_id')
    .select(({ fn }) => [
      'webhook_id',
      count('done').as('done'),
      count('failed').as('failed'),
      fn.max('attempted_at').as('last_at'),
      last('done').as('last_done_at'),
      last('failed').as('last_failed_at'),
    ])
    .execute()
  return new Map(
    rows.map(({ webhook_id, done, failed, last_at, last_done_at, last_failed_at }) => [
      webhook_id,
      {
        done: Number(done),
        failed: Number(failed),
        lastAt: last_at,
        lastDoneAt: last_done_at,
        lastFailedAt: last_failed_at,
      },
    ]),
  )
}
