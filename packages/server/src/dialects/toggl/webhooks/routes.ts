import type { FastifyInstance } from 'fastify'
import { AppError } from '../../../core/errors.ts'
import { type Delivery, listWholeDeliveries } from '../../../core/webhooks/deliveries.ts'
import { validateWebhook } from '../../../core/webhooks/webhooks.ts'
import type { House } from '../../../http/house.ts'
import { refused } from '../errors.ts'
import { exactTime } from '../values.ts'
import { isRecord, pathId } from '../wire.ts'
import { eventFilters } from './filters.ts'
import { greet } from './pings.ts'
import { type OneSubscription, subscriptionAt, subscriptionRoutes, workspaceOf } from './subscriptions.ts'

/** Webhooks v1 (https://engineering.toggl.com/docs/webhooks_start), below its own address. */
export function webhookRoutes(app: FastifyInstance, house: House): void {
  app.get(
    '/status',
    { config: { isPublic: true }, schema: { summary: 'Say that all is well' } },
    async () => ({
      status: 'OK',
    }),
  )

  app.get('/event_filters', { schema: { summary: 'List what a subscription can hear of' } }, async () =>
    eventFilters(),
  )

  app.get<{ Params: { workspace_id: string } }>(
    '/limits/:workspace_id',
    { schema: { summary: 'Show the limits of a workspace' } },
    async (request) => {
      await workspaceOf(request)
      return { max_webhooks: 100, max_events_per_webhook: 100 }
    },
  )

  subscriptionRoutes(app, house)

  app.post<OneSubscription>(
    '/ping/:workspace_id/:subscription_id',
    { schema: { summary: 'Send a ping' } },
    async (request) => {
      const webhook = await subscriptionAt(request)
      await greet(house, request.ctx, { webhook, wants: '200' })
      return { status: 'OK' }
    },
  )

  app.get<{ Params: { workspace_id: string; subscription_id: string; validation_code: string } }>(
    '/validate/:workspace_id/:subscription_id/:validation_code',
    // Whoever holds the code got it by the ping, which is the proof that is asked for.
    { config: { isPublic: true }, schema: { summary: 'Confirm that a subscription is expected' } },
    async ({ ctx, params }, reply) => {
      const { workspace_id: workspace, subscription_id: id, validation_code: code } = params
      try {
        await validateWebhook(ctx, pathId(id) ?? 0, code)
      } catch (error) {
        throw validationRefusal(error, { workspace, id, code })
      }
      return reply.type('application/json; charset=utf-8').send('"OK"')
    },
  )

  app.get<OneSubscription>(
    '/subscriptions/:workspace_id/:subscription_id/events',
    { schema: { summary: 'List what a subscription was told' } },
    async (request) => {
      const webhook = await subscriptionAt(request)
      const deliveries = await listWholeDeliveries(request.ctx, webhook.id, MOST_EVENTS)
      return { total: deliveries.length, events: deliveries.map(toTold) }
    },
  )
}

const MOST_EVENTS = 200

type Validating = { workspace: string; id: string; code: string }

function validationRefusal(error: unknown, { workspace, id, code }: Validating): unknown {
  if (!(error instanceof AppError)) return error
  const subscription = id.slice(0, 20)
  const message =
    error.code === 'conflict'
      ? `subscription ${subscription} has already been validated`
      : `subscription ${subscription} for workspace ${workspace.slice(0, 20)} and validation code '${code.slice(0, 64)}' was not found`
  return refused(message)
}

/** A message with what became of it. One that was not tried yet has not been worded either. */
function toTold(delivery: Delivery) {
  const body: unknown = delivery.request_body === null ? {} : JSON.parse(delivery.request_body)
  return {
    ...(isRecord(body) ? body : {}),
    event_id: delivery.event_id,
    consumer_id: delivery.webhook_id,
    last_delivery_attempt: delivery.attempted_at === null ? null : exactTime(delivery.attempted_at),
    last_delivery_error: delivery.error,
    failed_delivery_attempts: delivery.status === 'done' ? delivery.attempts - 1 : delivery.attempts,
  }
}
