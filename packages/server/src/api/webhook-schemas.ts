import { Type } from 'typebox'
import { EVENT_PATTERNS } from '../core/rules/webhook-events.ts'
import { DISABLED_REASONS } from '../core/webhooks/webhook.ts'
import { Id, Instant, listOf, named, nullable, oneOf, Version } from './schemas.ts'

/** What webhooks and their deliveries take and give. */

const Name = Type.String({ minLength: 1, maxLength: 255, examples: ['Payroll'] })
const Url = Type.String({ minLength: 1, maxLength: 2000, examples: ['https://example.com/hooks/sundial'] })
const EventPattern = named(
  'WebhookEvent',
  oneOf(EVENT_PATTERNS, { description: 'One kind of event, all about one kind of thing, or everything.' }),
)
const Events = { examples: [['entry.started', 'project.*']] }
const Secret = Type.String({
  description: 'What messages are signed with, as Standard Webhooks does: HMAC-SHA256.',
  examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
})

export const Webhook = named(
  'Webhook',
  Type.Object({
    id: Id,
    workspace_id: Id,
    user_id: {
      ...Id,
      description: 'Who made it, or switched it on again: it is told what this person may see.',
    },
    wire: Type.String({ description: 'In the words of which API it is told.', examples: ['native'] }),
    name: Name,
    url: Url,
    events: Type.Array(EventPattern, Events),
    hears_everywhere: Type.Boolean({
      description: 'One’s own: it hears what its person may see in every workspace.',
    }),
    is_enabled: Type.Boolean(),
    validated_at: nullable({
      ...Instant,
      description: 'Null until the receiver has confirmed it, on the wires that ask for that.',
    }),
    failures_in_row: Type.Integer({
      description: 'Messages that were given up since the last that arrived; with ten it is switched off.',
    }),
    disabled_at: nullable(Instant),
    disabled_reason: nullable(oneOf(DISABLED_REASONS)),
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)

const fields = {
  name: Name,
  url: { ...Url, description: 'https, and public, unless this server allows otherwise.' },
  events: Type.Array(EventPattern, { minItems: 1, maxItems: 100, ...Events }),
}
export const NewWebhook = named(
  'NewWebhook',
  Type.Object({ ...fields, is_enabled: Type.Optional(Type.Boolean()) }),
)
export const WebhookChanges = named(
  'WebhookChanges',
  Type.Partial(Type.Object({ ...fields, is_enabled: Type.Boolean() })),
)
export const CreatedWebhook = named(
  'CreatedWebhook',
  Type.Intersect([Webhook, Type.Object({ secret: Secret })]),
)
export const WebhookSecret = named('WebhookSecret', Type.Object({ secret: Secret }))

export const DeliveryStatus = oneOf(['waiting', 'done', 'failed'])

export const Delivery = named(
  'Delivery',
  Type.Object({
    id: Id,
    workspace_id: Id,
    webhook_id: Id,
    event_id: nullable({ ...Id, description: 'Null for a ping, which tells of no event.' }),
    kind: Type.String({ description: 'Such as entry.started, or ping.', examples: ['entry.started'] }),
    subject_kind: Type.String({ examples: ['entry'] }),
    subject_id: Id,
    status: DeliveryStatus,
    attempts: Type.Integer({ examples: [1] }),
    next_attempt_at: nullable({ ...Instant, description: 'Null when nothing more is tried.' }),
    response_status: nullable(Type.Integer({ examples: [200] })),
    error: nullable(Type.String({ examples: ['The receiver refused the connection.'] })),
    took_ms: nullable(Type.Integer({ examples: [84] })),
    created_at: Instant,
    attempted_at: nullable(Instant),
    finished_at: nullable(Instant),
  }),
)
export const Deliveries = listOf(Delivery)
export const Webhooks = listOf(
  named(
    'ListedWebhook',
    Type.Intersect([
      Webhook,
      Type.Object({
        /** Null where it was told nothing in seven days. */
        last_delivery: nullable(Delivery),
      }),
    ]),
  ),
)
export const DeliveryDetails = named(
  'DeliveryDetails',
  Type.Intersect([
    Delivery,
    Type.Object({
      request_body: nullable(Type.String({ description: 'What was sent last.' })),
      response_text: nullable(Type.String({ description: 'The beginning of the last answer.' })),
    }),
  ]),
)
