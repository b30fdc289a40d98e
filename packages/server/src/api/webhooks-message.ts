import { Webhook as Signer } from 'standardwebhooks'
import type { WireHooks } from '../core/webhooks/message.ts'
import { toEvent, toInstant } from './map.ts'

/** What webhooks of our own API are told, signed as Standard Webhooks says (standardwebhooks.com). */
export const nativeHooks: WireHooks = {
  async render(ctx, { webhook, secret, event, deliveryId }) {
    // The same however often it is sent, so that a receiver knows what it has seen.
    const id = event ? `evt_${event.id}` : `ping_${deliveryId}`
    const body = JSON.stringify({
      type: event?.kind ?? 'ping',
      timestamp: toInstant(event?.at ?? ctx.now),
      // One of a person's own hears of other workspaces than that where it lies.
      workspace_id: event?.workspace_id ?? webhook.workspace_id,
      data: event && toEvent(event),
    })
    const sentAt = new Date(ctx.now)
    return {
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(ctx.now / 1000)),
        'webhook-signature': new Signer(secret).sign(id, sentAt, body),
      },
    }
  },
}
