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

/** A message as it is sent; by POST unless the webhook asks for another method. */
export type RenderedMessage = {
  body: string
  headers: Record<string, string>
  method?: 'POST' | 'PUT' | 'PATCH'
}

/** Writes the messages of the webhooks that were made through a wire. */
export type WireHooks = {
  /**
   * One message, told to the person the webhook is for, with the headers that prove who sends it. Null where the wire
   * tells events more finely apart than core does, and this one was not asked for.
   */
  render(ctx: Ctx, message: HookMessage): Promise<RenderedMessage | null>
  /** Where 410 from a receiver deletes its webhook; elsewhere it switches it off. */
  removesGone?: boolean
}
