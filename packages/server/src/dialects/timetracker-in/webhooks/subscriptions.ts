import type { Ctx } from '../../../core/context.ts'
import { AppError } from '../../../core/errors.ts'
import type { Webhook } from '../../../core/webhooks/webhook.ts'
import { createOwnWebhook, listOwnWebhooks, wasOwnWebhook } from '../../../core/webhooks/own-webhooks.ts'
import { deleteWebhook, findWebhook, MOST_WEBHOOKS } from '../../../core/webhooks/webhooks.ts'
import type { House } from '../../../http/house.ts'
import { hookIdOf, idOfHook } from '../ids.ts'
import { isoTime } from '../values.ts'
import { type HookEvent, patternsOf } from './events.ts'

/** What people see where their webhooks are listed: integrations mostly say no name. */
function nameOf(events: readonly HookEvent[]): string {
  return `Timetracker.in: ${events.map((event) => event.toLowerCase().replaceAll('_', ' ')).join(', ')}`
}

export type Subscription = { url: string; events: readonly HookEvent[]; description: string | null }

/** Has an address told of these events, in every workspace of who asks. */
export async function subscribe(
  house: House,
  ctx: Ctx,
  { url, events, description }: Subscription,
): Promise<{ webhook: Webhook; secret: string }> {
  const asked = [...new Set(events)]
  return createOwnWebhook(ctx, {
    name: description?.trim() || nameOf(asked),
    url,
    events: patternsOf(asked),
    details: { events: asked, description },
    allowsPlainHttp: house.outbound.allowsPrivate,
  })
}

/** All the hooks one has on this wire, of which there are never many. */
export async function listSubscriptions(ctx: Ctx): Promise<Webhook[]> {
  const page = { limit: MOST_WEBHOOKS, cursor: null }
  return (await listOwnWebhooks(ctx, { wire: ctx.via.wire }, page)).rows
}

/** A hook of one's own on this wire by its id; undefined for any other. */
export async function findSubscription(ctx: Ctx, hookId: string): Promise<Webhook | undefined> {
  const id = idOfHook(hookId)
  const webhook = id === undefined ? undefined : await found(findWebhook(ctx, id))
  return webhook?.wire === ctx.via.wire && webhook.hears_everywhere === 1 ? webhook : undefined
}

/** Deletes a hook of this wire; `deleted` again where its owner had deleted it before, and `unknown` for any other. */
export async function unsubscribe(ctx: Ctx, hookId: string): Promise<'deleted' | 'unknown'> {
  const webhook = await findSubscription(ctx, hookId)
  if (webhook) {
    await deleteWebhook(ctx, { id: webhook.id })
    return 'deleted'
  }
  const id = idOfHook(hookId)
  return id !== undefined && (await wasOwnWebhook(ctx, id)) ? 'deleted' : 'unknown'
}

async function found<T>(finding: Promise<T>): Promise<T | undefined> {
  try {
    return await finding
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}

/** What the wire keeps with a hook, as `subscribe` wrote it. */
type Details = { events?: HookEvent[]; description?: string | null }

export function toSubscription(webhook: Webhook) {
  const { events = [] } = webhook.details as Details
  return { id: hookIdOf(webhook.id), url: webhook.url, events, status: statusOf(webhook) }
}

/** The same with what the core API tells beside. */
export function toWholeSubscription(webhook: Webhook) {
  const { description = null } = webhook.details as Details
  return {
    ...toSubscription(webhook),
    description,
    created_at: isoTime(webhook.created_at),
    updated_at: isoTime(webhook.updated_at),
  }
}

function statusOf({
  is_enabled: isEnabled,
  disabled_reason: reason,
}: Webhook): 'ACTIVE' | 'INACTIVE' | 'DISABLED' {
  if (isEnabled === 1) return 'ACTIVE'
  return reason === 'switched_off' ? 'INACTIVE' : 'DISABLED'
}

/** Whether a text is an address that may be told, as far as its spelling goes. */
export function isHookUrl(text: unknown, { outbound }: House): text is string {
  if (typeof text !== 'string' || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && outbound.allowsPrivate)
  return isSafe && username === '' && password === ''
}
