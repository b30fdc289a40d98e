import type { Ctx } from '../context.ts'
import type { EventRow } from '../events.ts'
import type { Webhook } from './webhook.ts'

/** What a message to a webhook is made of. */
export type HookMessage = {
  webhook: Webhook
  secret: string
  /** Null for a ping, which only shows that somebody is there. */
  event: EventRow | null
  deliveryId: number
  /** From 1, and more where it is sent again. */
  attempt: number
}

/** Writes the messages of the webhooks that were made through a wire. */
export type WireHooks = {
  /** One message, told to the person the webhook is for, with the headers that prove who sends it. */
  render(ctx: Ctx, message: HookMessage): Promise<{ body: string; headers: Record<string, string> }>
}
