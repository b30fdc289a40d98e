import type { FastifyInstance } from 'fastify'
import { AppError } from '../../../core/errors.ts'
import type { House } from '../../../http/house.ts'
import { inWords, refused } from '../errors.ts'
import { bodyOf, textOf } from '../input.ts'
import { hookEvent } from '../webhooks/events.ts'
import { isHookUrl, subscribe, toSubscription, unsubscribe } from '../webhooks/subscriptions.ts'

export function hookRoutes(app: FastifyInstance, house: House): void {
  app.post(
    '/webhooks/subscribe',
    { schema: { summary: 'Have an address told of events, in every workspace of the key’s owner' } },
    async (request) => {
      const { url, events, ...input } = bodyOf(request)
      if (!url || !Array.isArray(events) || events.length === 0)
        throw refused(400, 'URL and events array are required')
      if (!isHookUrl(url, house)) throw refused(400, 'Invalid URL format')
      const asked = events.map((event) => {
        const known = hookEvent(event)
        if (known !== undefined) return known
        // An object may not let itself be made text.
        const shown = typeof event === 'string' ? event : JSON.stringify(event)
        throw refused(400, `Invalid event type: ${shown.slice(0, 64)}`)
      })
      const description = textOf(input, 'description') ?? null
      const { webhook } = await subscribe(house, request.ctx, { url, events: asked, description })
      return { success: true, webhook: toSubscription(webhook) }
    },
  )

  app.delete<{ Params: { hook_id: string } }>(
    '/webhooks/:hook_id',
    { schema: { summary: 'Delete a hook; to delete one’s own twice does no harm' } },
    async (request) => {
      const outcome = await deleted(unsubscribe(request.ctx, request.params.hook_id))
      if (outcome === 'unknown') throw refused(400, 'Webhook not found')
      return { success: true }
    },
  )
}

/** A hook that is there and stays is a failure in the system's words. */
async function deleted<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const isRefusal = error instanceof AppError && (error.code === 'conflict' || error.code === 'locked')
    throw isRefusal ? inWords(error, 400, 'Failed to delete webhook') : error
  }
}
