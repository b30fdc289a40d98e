import type { Ctx } from '../../../core/context.ts'
import { deliveryCounts, type ToldDelivery } from '../../../core/webhooks/delivery-lists.ts'
import type { Delivery } from '../../../core/webhooks/deliveries.ts'
import type { Webhook } from '../../../core/webhooks/webhook.ts'
import type { House } from '../../../http/house.ts'
import { TIMEOUT_MS } from '../../../http/outbound.ts'
import { localTime, localTimeOrNull } from '../times.ts'
import { typesOf, typeToldTo } from './events.ts'
import { settingsOf } from './settings.ts'

/** Webhooks as the system shows them, with one question for the deliveries of all. */
export async function showWebhooks(ctx: Ctx, webhooks: readonly Webhook[], house: House) {
  const { timeZone: zone, webhookRetries: retries } = house
  const counts = await deliveryCounts(ctx, webhooks)
  return webhooks.map((webhook) => {
    const { types, description, method, headers } = settingsOf(webhook)
    const count = counts.get(webhook.id)
    return {
      id: webhook.id,
      name: webhook.name,
      description,
      url: webhook.url,
      events: types,
      http_method: method,
      content_type: 'application/json',
      headers,
      is_active: webhook.is_enabled === 1,
      user_id: webhook.user_id,
      // The installation's own schedule, which no webhook changes.
      max_retries: retries.length,
      retry_delay_seconds: (retries[0] ?? 0) / 1000,
      timeout_seconds: TIMEOUT_MS / 1000,
      total_deliveries: (count?.done ?? 0) + (count?.failed ?? 0),
      successful_deliveries: count?.done ?? 0,
      failed_deliveries: count?.failed ?? 0,
      last_delivery_at: localTimeOrNull(count?.lastAt ?? null, zone),
      last_success_at: localTimeOrNull(count?.lastDoneAt ?? null, zone),
      last_failure_at: localTimeOrNull(count?.lastFailedAt ?? null, zone),
      created_at: localTime(webhook.created_at, zone),
      updated_at: localTime(webhook.updated_at, zone),
    }
  })
}

/** The statuses of ours that one of the system's stands for: what waits after a failure is being retried. */
export function deliveryStatuses(text: string | undefined): readonly Delivery['status'][] | undefined {
  if (text === 'success') return ['done']
  if (text === 'failed') return ['failed']
  return text === 'pending' || text === 'retrying' ? ['waiting'] : undefined
}

/** Deliveries under the names their webhook asked for; without what is still waiting to be found not asked for. */
export function showDeliveries(deliveries: readonly ToldDelivery[], webhook: Webhook, zone: string) {
  const { types } = settingsOf(webhook)
  return deliveries.flatMap((delivery) => {
    const type = typeShown(delivery, types)
    return type === undefined ? [] : [showDelivery(delivery, type, zone)]
  })
}

/** What was sent says itself what it was called, whatever the webhook asks for by now. */
function typeShown({ request_body, event, status }: ToldDelivery, asked: readonly string[]) {
  if (request_body !== null) return typeSent(request_body)
  if (event === null) return 'webhook.test'
  const names = typesOf(event)
  return typeToldTo(asked, names) ?? (status === 'waiting' ? undefined : names.at(-1))
}

function typeSent(body: string): string {
  // The messages of these webhooks are all written in `messages.ts`.
  return (JSON.parse(body) as { event_type: string }).event_type
}

function showDelivery(delivery: ToldDelivery, type: string, zone: string) {
  const { id, webhook_id, attempts, response_status, error } = delivery
  const isRetrying = delivery.status === 'waiting' && attempts > 0
  return {
    id,
    webhook_id,
    event_type: type,
    event_id: delivery.event_id === null ? null : `activity_${delivery.event_id}`,
    status: isRetrying
      ? 'retrying'
      : { waiting: 'pending', done: 'success', failed: 'failed' }[delivery.status],
    attempt_number: attempts,
    response_status_code: response_status,
    error_message: error,
    error_type: error === null ? null : response_status === null ? 'connection_error' : 'http_error',
    started_at: localTimeOrNull(delivery.attempted_at ?? delivery.created_at, zone),
    completed_at: localTimeOrNull(delivery.finished_at, zone),
    duration_ms: delivery.took_ms,
    retry_count: Math.max(0, attempts - 1),
    next_retry_at: isRetrying ? localTime(delivery.run_at, zone) : null,
  }
}
