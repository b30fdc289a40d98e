import type { FastifyInstance } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import { AppError } from '../../../core/errors.ts'
import { randomSecret } from '../../../core/secrets.ts'
import { listDeliveriesByNumber } from '../../../core/webhooks/delivery-lists.ts'
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  updateWebhook,
} from '../../../core/webhooks/webhooks.ts'
import type { Webhook } from '../../../core/webhooks/webhook.ts'
import type { House } from '../../../http/house.ts'
import { bare, orWords, validation } from '../errors.ts'
import {
  bodyOf,
  booleanOf,
  flagIn,
  type Input,
  isRecord,
  keptText,
  pathId,
  queryOf,
  textOf,
} from '../input.ts'
import { cut, pageOf, paginationOf } from '../pages.ts'
import { type Call, route } from '../route.ts'
import { EVENT_TYPES, isEventType, patternsOf } from './events.ts'
import { deliveryStatuses, showDeliveries, showWebhooks } from './map.ts'
import { type HookSettings, METHODS, settingsOf } from './settings.ts'

const WIRE = 'timetracker'
const MOST_WEBHOOKS = 100
const SECRET_LENGTH = 43

export function webhookRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone
  const shown = async (ctx: Ctx, webhook: Webhook) => (await showWebhooks(ctx, [webhook], house))[0]

  route(app, {
    method: 'GET',
    url: '/webhooks/events',
    summary: 'List the events a webhook can ask for',
    scope: 'read:webhooks',
    handle: async () => ({ events: EVENT_TYPES }),
  })

  route(app, {
    method: 'GET',
    url: '/webhooks',
    summary: 'List webhooks, newest first',
    scope: 'read:webhooks',
    async handle({ ctx, workspaceId, request }) {
      const page = pageOf(request)
      const isActive = flagIn(queryOf(request), 'is_active')
      const { rows } = await listWebhooks(
        ctx,
        { workspaceId, wire: WIRE },
        { cursor: null, limit: MOST_WEBHOOKS },
      )
      const wanted = rows.filter((hook) => isActive === undefined || (hook.is_enabled === 1) === isActive)
      const webhooks = await showWebhooks(ctx, cut(wanted.toReversed(), page), house)
      return { webhooks, pagination: paginationOf(page, wanted.length) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/webhooks',
    summary: 'Create a webhook; its secret is shown this once',
    scope: 'write:webhooks',
    async handle({ ctx, workspaceId, request, reply }) {
      const input = bodyOf(request)
      const { webhook, secret } = await created(ctx, workspaceId, { input, house })
      reply.code(201)
      return { webhook: { ...(await shown(ctx, webhook)), secret }, message: 'Webhook created successfully' }
    },
  })

  route(app, {
    method: 'GET',
    url: '/webhooks/:webhook_id',
    summary: 'Show a webhook',
    scope: 'read:webhooks',
    handle: async ({ ctx, request }) => ({ webhook: await shown(ctx, await ownWebhook(ctx, request)) }),
  })

  route(app, {
    method: ['PUT', 'PATCH'],
    url: '/webhooks/:webhook_id',
    summary: 'Update a webhook; what is left out stays',
    scope: 'write:webhooks',
    async handle({ ctx, request }) {
      const before = await ownWebhook(ctx, request)
      const webhook = await updated(ctx, before, { input: bodyOf(request), house })
      return { webhook: await shown(ctx, webhook), message: 'Webhook updated successfully' }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/webhooks/:webhook_id',
    summary: 'Delete a webhook',
    scope: 'write:webhooks',
    async handle({ ctx, request }) {
      const { id } = await ownWebhook(ctx, request)
      await deleteWebhook(ctx, { id })
      return { message: 'Webhook deleted successfully' }
    },
  })

  route(app, {
    method: 'GET',
    url: '/webhooks/:webhook_id/deliveries',
    summary: 'List what a webhook was sent, newest first',
    scope: 'read:webhooks',
    async handle({ ctx, request }) {
      const webhook = await ownWebhook(ctx, request)
      const page = pageOf(request)
      const statuses = deliveryStatuses(queryOf(request)['status'])
      const { rows, total } = await listDeliveriesByNumber(
        ctx,
        { webhookId: webhook.id, statuses },
        page.slice,
      )
      return {
        deliveries: showDeliveries(rows, webhook, zone),
        pagination: paginationOf(page, total),
      }
    },
  })
}

/** A webhook of this wire; those of others are kept where they were made. */
async function ownWebhook(ctx: Ctx, request: Call['request']): Promise<Webhook> {
  const webhook = await orWords(findWebhook(ctx, pathId(request, 'webhook_id')), notThere)
  if (webhook.wire !== WIRE) throw notThere()
  return webhook
}

function notThere(): AppError {
  return bare('Resource not found', 404)
}

type Writing = { input: Input; house: House }

async function created(ctx: Ctx, workspaceId: number, { input, house }: Writing) {
  const name = keptText(input, 'name')
  if (!name) throw bare('name is required')
  const url = keptText(input, 'url')
  if (!url) throw bare('url is required')
  const types = typesOf(input)
  if (!types) throw bare(NO_EVENTS)
  const settings = { ...settingsFrom(input), types }
  return inWords(
    createWebhook(ctx, workspaceId, {
      name: name.slice(0, 200),
      url,
      events: patternsFor(types),
      details: settings,
      secret: randomSecret(SECRET_LENGTH),
      isEnabled: booleanOf(input, 'is_active') ?? true,
      allowsPlainHttp: house.outbound.allowsPrivate,
    }),
  )
}

async function updated(ctx: Ctx, before: Webhook, { input, house }: Writing): Promise<Webhook> {
  const types = typesOf(input)
  const settings = { ...settingsOf(before), ...settingsFrom(input), ...(types ? { types } : {}) }
  const webhook = await inWords(
    updateWebhook(
      ctx,
      { id: before.id },
      {
        name: keptText(input, 'name') || undefined,
        url: keptText(input, 'url') || undefined,
        events: types && patternsFor(types),
        details: settings,
        secret: booleanOf(input, 'generate_secret') ? randomSecret(SECRET_LENGTH) : undefined,
        isEnabled: booleanOf(input, 'is_active'),
        allowsPlainHttp: house.outbound.allowsPrivate,
      },
    ),
  )
  return webhook
}

/** A webhook that asks only for what does not happen here hears of nothing: of our events, none is called so. */
function patternsFor(types: readonly string[]): string[] {
  const patterns = patternsOf(types)
  return patterns.length > 0 ? patterns : ['project.budget_reached']
}

const NO_EVENTS = 'events must be a non-empty list'

function typesOf(input: Input): string[] | undefined {
  const events = input['events']
  if (events === undefined) return undefined
  if (!Array.isArray(events)) throw bare('events must be a list')
  if (events.length === 0) throw bare(NO_EVENTS)
  for (const type of events) {
    if (typeof type !== 'string' || !isEventType(type)) {
      // An object may not let itself be made text.
      const shown = typeof type === 'string' ? type : JSON.stringify(type)
      throw bare(`Invalid event type: ${shown.slice(0, 64)}`)
    }
  }
  return events
}

function settingsFrom(input: Input): Partial<HookSettings> {
  const description = textOf(input, 'description')
  const method = input['http_method']
  const known = METHODS.find((each) => each === method)
  if (method !== undefined && method !== null && !known) throw bare('http_method must be POST, PUT, or PATCH')
  return {
    ...(description === undefined ? {} : { description }),
    ...(known ? { method: known } : {}),
    ...(isRecord(input['headers']) ? { headers: headersOf(input['headers']) } : {}),
  }
}

/** Headers that say who sends what are not for anybody to choose. */
const OWN_HEADERS = /^(host|content-length|content-type|connection|transfer-encoding|x-webhook-.*)$/i
const MOST_HEADERS = 20

function headersOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const headers = Object.entries(given).filter(([name]) => !OWN_HEADERS.test(name))
  if (headers.length > MOST_HEADERS) throw bare(`At most ${MOST_HEADERS} headers`)
  for (const [name, value] of headers) {
    if (!/^[\w-]{1,64}$/.test(name) || typeof value !== 'string' || !/^[\x20-\x7e]{0,1000}$/.test(value))
      throw bare(`Invalid header: ${name.slice(0, 64)}`)
  }
  return Object.fromEntries(headers.map(([name, value]) => [name, String(value)]))
}

async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError) || error.fields?.['url'] === undefined) throw error
    throw validation('Invalid URL format', { url: ['Invalid URL format.'] })
  }
}
