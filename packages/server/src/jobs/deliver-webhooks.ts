import { actingAs, actingUser, type Ctx } from '../core/context.ts'
import type { RenderedMessage, WireHooks } from '../core/webhooks/message.ts'
import { asSeen } from '../core/webhooks/own-sight.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  dropDelivery,
  type Outcome,
  settleDelivery,
} from '../core/webhooks/outbox.ts'

/** What it takes to send: the words of each wire, the way out, and how long to wait after each failure. */
export type Post = {
  hooks: ReadonlyMap<string, WireHooks>
  outbound: { post(url: string, message: RenderedMessage): Promise<{ status: number; text: string }> }
  retries: readonly number[]
  /** A context of this very moment: a message may take its time. */
  contextNow(): Ctx
  /** True once nothing more is to be begun. */
  isClosed(): boolean
}

/** Where messages leave the house. */
export type PostRoom = {
  /** Begins to send what is due, and waits for nobody. */
  look(): void
  /** When everything that was begun is over. */
  done(): Promise<void>
}

/** Each tells one webhook at a time, so that only as many receivers that hang can hold up the others. */
const MOST_WORKERS = 8
const AT_ONCE = 8

export function openPostRoom(post: Post): PostRoom {
  /** The webhook that each worker tells; null where it is looking for one. */
  const workers = new Map<Promise<void>, { webhookId: number | null }>()

  function look(): void {
    const telling = [...workers.values()]
    if (telling.length >= MOST_WORKERS || telling.some(({ webhookId }) => webhookId === null)) return
    const task = { webhookId: null }
    const work = tellWhoeverIsDue(task)
      .catch((error: unknown) => post.contextNow().log.error({ err: error }, 'the post room stumbled'))
      .finally(() => workers.delete(work))
    workers.set(work, task)
  }

  async function tellWhoeverIsDue(task: { webhookId: number | null }): Promise<void> {
    while (!post.isClosed()) {
      task.webhookId = null
      const notFor = [...workers.values()].flatMap(({ webhookId }) => webhookId ?? [])
      const claimed = await claimDeliveries(post.contextNow(), { most: AT_ONCE, notFor })
      const [first] = claimed
      if (!first) return
      task.webhookId = first.webhook.id
      // Somebody else looks for the next webhook meanwhile.
      look()
      await Promise.all(claimed.map((each) => deliver(post, each)))
    }
  }

  return {
    look,
    async done() {
      while (workers.size > 0) await Promise.all(workers.keys())
    },
  }
}

async function deliver(post: Post, claimed: ClaimedDelivery): Promise<void> {
  const outcome = await send(post, claimed)
  if (outcome === null) return dropDelivery(post.contextNow(), claimed)
  const removesGone = post.hooks.get(claimed.webhook.wire)?.removesGone
  await settleDelivery(post.contextNow(), claimed, { outcome, retries: post.retries, removesGone })
}

/**
 * Null where the webhook did not ask for this after all. No transaction is open meanwhile: a receiver that is slow holds
 * nobody up but its own messages.
 */
async function send(post: Post, claimed: ClaimedDelivery): Promise<Outcome | null> {
  const startedAt = performance.now()
  let requestBody: string | null = null
  let answer: Outcome['answer']
  try {
    const message = await render(post, claimed)
    if (message === null) return null
    requestBody = message.body
    answer = await post.outbound.post(claimed.webhook.url, {
      ...message,
      headers: { ...HEADERS, ...message.headers },
    })
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) }
  }
  return { answer, requestBody, tookMs: Math.round(performance.now() - startedAt) }
}

const HEADERS = { 'content-type': 'application/json', 'user-agent': 'Sundial' }

async function render(post: Post, { delivery, webhook, secret, event }: ClaimedDelivery) {
  const ctx = post.contextNow()
  const hooks = post.hooks.get(webhook.wire)
  if (!hooks) throw new Error('This server does not speak the words of this webhook any more.')
  const about = { webhook, secret, deliveryId: delivery.id, attempt: delivery.attempts }
  try {
    const told = toldTo(ctx, webhook)
    const seen = event && webhook.hears_everywhere === 1 ? await asSeen(told, event) : event
    return event !== null && seen === null ? null : await hooks.render(told, { ...about, event: seen })
  } catch (error) {
    ctx.log.error({ err: error, delivery: delivery.id, wire: webhook.wire }, 'a webhook could not be worded')
    throw new Error('The message could not be written.', { cause: error })
  }
}

/** Reads as the person the webhook is told for, in its workspace, or in all of theirs if it hears everywhere. */
function toldTo(ctx: Ctx, webhook: ClaimedDelivery['webhook']): Ctx {
  const acting = actingAs(ctx, webhook.user_id)
  const workspaceId = webhook.hears_everywhere === 1 ? null : webhook.workspace_id
  return { ...acting, actor: { ...actingUser(acting), scopes: ['read:*'], workspaceId } }
}
