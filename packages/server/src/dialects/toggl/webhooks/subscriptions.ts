import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import { pendingWebhooks, secretsOf } from '../../../core/webhooks/secrets.ts'
import type { Webhook } from '../../../core/webhooks/webhook.ts'
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  updateWebhook,
} from '../../../core/webhooks/webhooks.ts'
import type { House } from '../../../http/house.ts'
import { workspaceById } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { bodyOf, flagOf, type Input, pathId, textOf } from '../wire.ts'
import { filtersOf, eventsOf } from './filters.ts'
import { greet, type Ping, requireAnswer } from './pings.ts'
import { toSubscription } from './subscription-map.ts'

type InWorkspace = { Params: { workspace_id: string } }
export type OneSubscription = { Params: { workspace_id: string; subscription_id: string } }

const MOST = 100

export function subscriptionRoutes(app: FastifyInstance, house: House): void {
  app.get<InWorkspace>(
    '/subscriptions/:workspace_id',
    { schema: { summary: 'List the subscriptions of a workspace' } },
    async (request) => {
      const { ctx } = request
      const webhooks = await subscriptionsIn(ctx, await workspaceOf(request))
      return shown(ctx, webhooks)
    },
  )

  app.post<InWorkspace>(
    '/subscriptions/:workspace_id',
    { schema: { summary: 'Create a subscription' } },
    async (request) => {
      const { ctx } = request
      const workspaceId = await workspaceOf(request)
      return shownOne(ctx, await subscribe(house, ctx, { workspaceId, input: bodyOf(request) }))
    },
  )

  app.put<OneSubscription>(
    '/subscriptions/:workspace_id/:subscription_id',
    { schema: { summary: 'Update a subscription' } },
    async (request) => {
      const before = await subscriptionAt(request)
      const change = { before, input: bodyOf(request), wants: '2xx' } as const
      return shownOne(request.ctx, await changed(house, request.ctx, change))
    },
  )

  app.patch<OneSubscription>(
    '/subscriptions/:workspace_id/:subscription_id',
    { schema: { summary: 'Switch a subscription on or off' } },
    async (request) => {
      const before = await subscriptionAt(request)
      const isEnabled = flagOf(bodyOf(request), 'enabled') ?? false
      const change = { before, input: { enabled: isEnabled }, wants: '200' } as const
      return shownOne(request.ctx, await changed(house, request.ctx, change))
    },
  )

  app.delete<OneSubscription>(
    '/subscriptions/:workspace_id/:subscription_id',
    { schema: { summary: 'Delete a subscription' } },
    async (request) => {
      const before = await subscriptionAt(request)
      const answer = await shownOne(request.ctx, { ...before, deleted_at: request.ctx.now })
      await deleteWebhook(request.ctx, { id: before.id })
      return answer
    },
  )
}

/** The workspace of the path, or the refusal of this API, which is another than elsewhere. */
export async function workspaceOf({ ctx, params }: FastifyRequest<InWorkspace>): Promise<number> {
  const id = pathId(params.workspace_id) ?? 0
  try {
    return (await workspaceById(ctx, id)).workspace_id
  } catch {
    throw inWords('forbidden', 'not_allowed', 'User not found/accessible for workspace')
  }
}

/** The subscription of the path: only what was made through this wire is one. */
export async function subscriptionAt(request: FastifyRequest<OneSubscription>): Promise<Webhook> {
  const workspaceId = await workspaceOf(request)
  const { subscription_id: text } = request.params
  const message = `subscription ${text.slice(0, 20)} for workspace ${workspaceId} was not found`
  const webhook = await orNotFound(getWebhook(request.ctx, pathId(text) ?? 0), message)
  if (webhook.workspace_id === workspaceId && webhook.wire === request.ctx.via.wire) return webhook
  throw inWords('not_found', 'no_such_thing', message)
}

async function subscriptionsIn(ctx: Ctx, workspaceId: number): Promise<Webhook[]> {
  const page = { limit: MOST, cursor: null }
  return (await listWebhooks(ctx, { workspaceId, wire: ctx.via.wire }, page)).rows
}

async function shown(ctx: Ctx, webhooks: readonly Webhook[]) {
  const secrets = secretsOf(ctx, webhooks)
  const pending = await pendingWebhooks(ctx, webhooks)
  return webhooks.map((webhook) =>
    toSubscription(webhook, { secret: secrets.get(webhook.id) ?? '', hasPending: pending.has(webhook.id) }),
  )
}

async function shownOne(ctx: Ctx, webhook: Webhook) {
  return (await shown(ctx, [webhook]))[0]
}

type Subscribing = { workspaceId: number; input: Input }

/** Makes a subscription that stays only if its address answers the first ping. */
async function subscribe(house: House, ctx: Ctx, { workspaceId, input }: Subscribing): Promise<Webhook> {
  const name = await descriptionOf(ctx, input, { workspaceId })
  const filters = filtersOf(input)
  if (name === undefined) throw refused('Subscription description must not be empty')
  if (filters === undefined) throw refused('The list of event filters must not be empty')
  const { webhook } = await createWebhook(ctx, workspaceId, {
    name,
    url: textOf(input, 'url_callback') ?? '',
    events: eventsOf(filters),
    details: { event_filters: filters },
    secret: textOf(input, 'secret') || undefined,
    isEnabled: flagOf(input, 'enabled') ?? false,
    needsValidation: true,
    allowsPlainHttp: house.outbound.allowsPrivate,
  })
  try {
    await greet(house, ctx, { webhook, wants: '200' })
  } catch (error) {
    await deleteWebhook(ctx, { id: webhook.id })
    throw error
  }
  return getWebhook(ctx, webhook.id)
}

type Change = { before: Webhook; input: Input; wants: Ping['wants'] }

/** Changes a subscription. An address that is new, or that is to hear again, has to answer a ping first. */
async function changed(house: House, ctx: Ctx, { before, input, wants }: Change): Promise<Webhook> {
  const { id, workspace_id: workspaceId } = before
  const name = await descriptionOf(ctx, input, { workspaceId, id })
  const filters = filtersOf(input)
  const url = textOf(input, 'url_callback') ?? undefined
  const isEnabled = flagOf(input, 'enabled') ?? undefined
  const isMoving = url !== undefined && url !== before.url
  const isWaking = isEnabled === true && before.is_enabled === 0
  if (isMoving) await requireAnswer(house, ctx, { webhook: { ...before, url }, wants })
  else if (isWaking) await greet(house, ctx, { webhook: before, wants })
  const after = await updateWebhook(
    ctx,
    { id },
    {
      name,
      url,
      isEnabled,
      secret: textOf(input, 'secret') || undefined,
      ...(filters ? { events: eventsOf(filters), details: { event_filters: filters } } : {}),
      allowsPlainHttp: house.outbound.allowsPrivate,
    },
  )
  // With the new address comes a new code, which its receiver is to send back.
  if (isMoving) await greet(house, ctx, { webhook: after, wants })
  return getWebhook(ctx, id)
}

/** The description, which no other subscription of the workspace may have; undefined where it was not sent. */
async function descriptionOf(
  ctx: Ctx,
  input: Input,
  { workspaceId, id }: { workspaceId: number; id?: number },
): Promise<string | undefined> {
  const text = textOf(input, 'description')
  if (text === undefined) return undefined
  const name = text?.trim() ?? ''
  if (name === '') throw refused('Subscription description must not be empty')
  const others = (await subscriptionsIn(ctx, workspaceId)).filter((webhook) => webhook.id !== id)
  if (others.some((webhook) => webhook.name === name))
    throw refused(
      `Subscription description '${name.slice(0, 255)}' is already in use for workspace ${workspaceId}`,
    )
  return name
}
