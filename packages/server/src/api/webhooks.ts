import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Ctx } from '../core/context.ts'
import type { PageOf } from '../core/page.ts'
import {
  type Delivery,
  type DeliverySummary,
  getDelivery,
  latestDeliveries,
  listDeliveries,
  redeliver,
  sendPing,
} from '../core/webhooks/deliveries.ts'
import type { Webhook } from '../core/webhooks/webhook.ts'
import { createOwnWebhook, listOwnWebhooks } from '../core/webhooks/own-webhooks.ts'
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateSecret,
  secretOf,
  updateWebhook,
} from '../core/webhooks/webhooks.ts'
import type { House } from '../http/house.ts'
import { orNull, toInstant } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './webhook-schemas.ts'

const Wire = Type.String({ maxLength: 32, description: 'Only those that this API keeps, such as native.' })

/** Addresses that are told of what happens in a workspace, and what they were told. */
export function webhookRoutes(app: FastifyInstance, house: House): void {
  keepingRoutes(app, { allowsPlainHttp: house.outbound.allowsPrivate })
  secretRoutes(app)
  deliveryRoutes(app)
}

function keepingRoutes(app: FastifyInstance, rule: { allowsPlainHttp: boolean }): void {
  route(app, {
    operationId: 'listWebhooks',
    method: 'GET',
    url: '/workspaces/:id/webhooks',
    summary: 'List the webhooks of a workspace',
    params: IdParams,
    query: Type.Object({ ...listQuery, wire: Type.Optional(Wire) }),
    answer: Shape.Webhooks,
    async handle(ctx, { params, query }) {
      const filter = { workspaceId: params.id, wire: query.wire }
      return withLatest(ctx, await listWebhooks(ctx, filter, pageFrom(query)))
    },
  })
  route(app, {
    operationId: 'createWebhook',
    method: 'POST',
    url: '/workspaces/:id/webhooks',
    summary: 'Have an address told of what happens in a workspace',
    params: IdParams,
    body: Shape.NewWebhook,
    answer: Shape.CreatedWebhook,
    status: 201,
    async handle(ctx, { params, body }) {
      const { webhook, secret } = await createWebhook(ctx, params.id, { ...fieldsOf(body), ...rule })
      return { ...toWebhook(webhook), secret }
    },
  })
  route(app, {
    operationId: 'listOwnWebhooks',
    method: 'GET',
    url: '/me/webhooks',
    summary: 'List one’s own webhooks, which hear what one may see in every workspace',
    query: Type.Object({ ...listQuery, wire: Type.Optional(Wire) }),
    answer: Shape.Webhooks,
    handle: async (ctx, { query }) =>
      withLatest(ctx, await listOwnWebhooks(ctx, { wire: query.wire }, pageFrom(query))),
  })
  route(app, {
    operationId: 'createOwnWebhook',
    method: 'POST',
    url: '/me/webhooks',
    summary: 'Have an address told of all that one may see, in every workspace one is in now or later',
    body: Shape.NewWebhook,
    answer: Shape.CreatedWebhook,
    status: 201,
    async handle(ctx, { body }) {
      const { webhook, secret } = await createOwnWebhook(ctx, { ...fieldsOf(body), ...rule })
      return { ...toWebhook(webhook), secret }
    },
  })
  route(app, {
    operationId: 'getWebhook',
    method: 'GET',
    url: '/webhooks/:id',
    summary: 'A webhook',
    params: IdParams,
    answer: Shape.Webhook,
    handle: async (ctx, { params }) => toWebhook(await getWebhook(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateWebhook',
    method: 'PATCH',
    url: '/webhooks/:id',
    summary: 'Change a webhook, or switch it off or on; whoever switches it on is who it is told for',
    takesVersion: true,
    params: IdParams,
    body: Shape.WebhookChanges,
    answer: Shape.Webhook,
    handle: async (ctx, { params, body, version }) =>
      toWebhook(await updateWebhook(ctx, { id: params.id, version }, { ...fieldsOf(body), ...rule })),
  })
  route(app, {
    operationId: 'deleteWebhook',
    method: 'DELETE',
    url: '/webhooks/:id',
    summary: 'Delete a webhook; what still waits for it is not sent',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteWebhook(ctx, { id: params.id, version }),
  })
}

function secretRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'getWebhookSecret',
    method: 'GET',
    url: '/webhooks/:id/secret',
    summary: 'The secret that messages to a webhook are signed with',
    params: IdParams,
    answer: Shape.WebhookSecret,
    handle: async (ctx, { params }) => ({ secret: await secretOf(ctx, params.id) }),
  })
  route(app, {
    operationId: 'rotateWebhookSecret',
    method: 'POST',
    url: '/webhooks/:id/secret',
    summary: 'Sign messages to a webhook with another secret from now on',
    takesVersion: true,
    params: IdParams,
    answer: Shape.WebhookSecret,
    handle: async (ctx, { params, version }) => ({
      secret: await rotateSecret(ctx, { id: params.id, version }),
    }),
  })
}

function deliveryRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'pingWebhook',
    method: 'POST',
    url: '/webhooks/:id/ping',
    summary: 'Send a webhook a message that tells of nothing, also where it is switched off',
    params: IdParams,
    answer: Shape.Delivery,
    status: 202,
    handle: async (ctx, { params }) => toDelivery(await sendPing(ctx, params.id)),
  })
  route(app, {
    operationId: 'listDeliveries',
    method: 'GET',
    url: '/webhooks/:id/deliveries',
    summary: 'What a webhook was told in the last seven days, newest first',
    params: IdParams,
    query: Type.Object({ ...listQuery, status: Type.Optional(Shape.DeliveryStatus) }),
    answer: Shape.Deliveries,
    async handle(ctx, { params, query }) {
      const filter = { webhookId: params.id, status: query.status }
      const { rows, next } = await listDeliveries(ctx, filter, pageFrom(query))
      return { data: rows.map(toDelivery), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'getDelivery',
    method: 'GET',
    url: '/deliveries/:id',
    summary: 'A delivery with what was sent and answered',
    params: IdParams,
    answer: Shape.DeliveryDetails,
    async handle(ctx, { params }) {
      const delivery = await getDelivery(ctx, params.id)
      return { ...toDelivery(delivery), ...textsOf(delivery) }
    },
  })
  route(app, {
    operationId: 'redeliver',
    method: 'POST',
    url: '/deliveries/:id/redeliver',
    summary: 'Send the message of a delivery once more, as a delivery of its own',
    params: IdParams,
    answer: Shape.Delivery,
    status: 202,
    handle: async (ctx, { params }) => toDelivery(await redeliver(ctx, params.id)),
  })
}

async function withLatest(ctx: Ctx, { rows, next }: PageOf<Webhook>) {
  const latest = await latestDeliveries(ctx, rows)
  const data = rows.map((webhook) => {
    const delivery = latest.get(webhook.id)
    return { ...toWebhook(webhook), last_delivery: delivery ? toDelivery(delivery) : null }
  })
  return { data, next_cursor: next }
}

function fieldsOf<T extends { is_enabled?: boolean }>({ is_enabled: isEnabled, ...fields }: T) {
  return { ...fields, isEnabled }
}

function toWebhook(webhook: Webhook) {
  return {
    id: webhook.id,
    workspace_id: webhook.workspace_id,
    user_id: webhook.user_id,
    wire: webhook.wire,
    name: webhook.name,
    url: webhook.url,
    events: webhook.events,
    hears_everywhere: webhook.hears_everywhere === 1,
    is_enabled: webhook.is_enabled === 1,
    validated_at: orNull(webhook.validated_at),
    failures_in_row: webhook.failures_in_row,
    disabled_at: orNull(webhook.disabled_at),
    disabled_reason: webhook.disabled_reason,
    version: webhook.version,
    created_at: toInstant(webhook.created_at),
    updated_at: toInstant(webhook.updated_at),
  }
}

function toDelivery(delivery: DeliverySummary) {
  return {
    id: delivery.id,
    workspace_id: delivery.workspace_id,
    webhook_id: delivery.webhook_id,
    event_id: delivery.event_id,
    kind: delivery.kind,
    subject_kind: delivery.subject_kind,
    subject_id: delivery.subject_id,
    status: delivery.status,
    attempts: delivery.attempts,
    next_attempt_at: delivery.status === 'waiting' ? toInstant(delivery.run_at) : null,
    response_status: delivery.response_status,
    error: delivery.error,
    took_ms: delivery.took_ms,
    created_at: toInstant(delivery.created_at),
    attempted_at: orNull(delivery.attempted_at),
    finished_at: orNull(delivery.finished_at),
  }
}

function textsOf({ request_body, response_text }: Delivery) {
  return { request_body, response_text }
}
