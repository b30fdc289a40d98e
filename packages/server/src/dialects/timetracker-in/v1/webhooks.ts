import type { FastifyInstance } from 'fastify'
import { invalid, notFound } from '../../../core/errors.ts'
import { getWebhook } from '../../../core/webhooks/webhooks.ts'
import type { House } from '../../../http/house.ts'
import { bodyOf, type Input, requireFields, textOf } from '../input.ts'
import { HOOK_EVENTS, type HookEvent, hookEvent } from '../webhooks/events.ts'
import {
  findSubscription,
  isHookUrl,
  listSubscriptions,
  subscribe,
  toWholeSubscription,
  unsubscribe,
} from '../webhooks/subscriptions.ts'
import { listOf, pageOf } from './pages.ts'

type OneHook = { Params: { hook_id: string } }

const ONE = '/webhooks/:hook_id'

/** Webhooks are a person's own, and hear of every workspace that the person is in. */
export function webhookRoutes(app: FastifyInstance, house: House): void {
  app.get('/webhooks', { schema: { summary: 'List one’s webhooks, oldest first' } }, async (request) => {
    const page = pageOf(request)
    const { offset, limit } = page.slice
    const webhooks = await listSubscriptions(request.ctx)
    return listOf(page, webhooks.length, webhooks.slice(offset, offset + limit).map(toWholeSubscription))
  })

  app.post(
    '/webhooks',
    { schema: { summary: 'Create a webhook; only this answer has its secret' } },
    async (request) => {
      const input = bodyOf(request)
      requireFields(input, 'url', 'events')
      const { url } = input
      if (!isHookUrl(url, house)) throw invalid('url', 'Must be an HTTPS URL')
      const { webhook, secret } = await subscribe(house, request.ctx, {
        url,
        events: eventsOf(input),
        description: textOf(input, 'description') ?? null,
      })
      return { ...toWholeSubscription(webhook), secret }
    },
  )

  app.get<OneHook>(ONE, { schema: { summary: 'Show a webhook' } }, async ({ ctx, params }) => {
    const known = await findSubscription(ctx, params.hook_id)
    if (!known) throw notFound('webhook')
    return toWholeSubscription(await getWebhook(ctx, known.id))
  })

  app.delete<OneHook>(
    ONE,
    { schema: { summary: 'Delete a webhook; to delete one’s own twice does no harm' } },
    async ({ ctx, params }) => {
      if ((await unsubscribe(ctx, params.hook_id)) === 'unknown') throw notFound('webhook')
      return { success: true }
    },
  )
}

function eventsOf({ events }: Input): HookEvent[] {
  const known = Array.isArray(events) ? events.map(hookEvent) : []
  const asked = known.filter((event) => event !== undefined)
  if (asked.length > 0 && asked.length === known.length) return asked
  throw invalid('events', `Must be a list of one or more of: ${HOOK_EVENTS.join(', ')}`)
}
