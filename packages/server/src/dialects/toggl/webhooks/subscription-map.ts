import type { Webhook } from '../../../core/webhooks/webhook.ts'
import { exactTime } from '../values.ts'
import type { Filter } from './filters.ts'

/** A subscription as the service shows it. The secret is there for whoever may change it. */
export function toSubscription(webhook: Webhook, more: { secret: string; hasPending?: boolean }) {
  return {
    subscription_id: webhook.id,
    workspace_id: webhook.workspace_id,
    user_id: webhook.user_id,
    enabled: webhook.is_enabled === 1,
    description: webhook.name,
    event_filters: filtersIn(webhook),
    url_callback: webhook.url,
    secret: more.secret,
    validated_at: webhook.validated_at === null ? null : exactTime(webhook.validated_at),
    has_pending_events: more.hasPending ?? false,
    created_at: exactTime(webhook.created_at),
    updated_at: exactTime(webhook.updated_at),
    ...(webhook.deleted_at === null ? {} : { deleted_at: exactTime(webhook.deleted_at) }),
  }
}

/** The filters as they were sent, which our own patterns could not give back. */
function filtersIn({ details }: Webhook): Filter[] {
  const filters = details['event_filters']
  // Only this dialect writes the details of its webhooks.
  return Array.isArray(filters) ? (filters as Filter[]) : []
}
