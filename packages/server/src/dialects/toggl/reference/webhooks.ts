import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { changes, flag, inPath, list, named, nullable, number, text } from './words.ts'

const Filter = Type.Object({
  entity: text('A kind of thing, or * for any.', 'time_entry'),
  action: text('created, updated, deleted, or * for any.', '*'),
})
const Wanted = {
  url_callback: text('Where it is told.', 'https://example.com/hook'),
  event_filters: list(Filter, 'What it hears of.'),
  enabled: flag('Whether it is told.'),
  description: text('What it is called; one of its own in the workspace.', 'To the invoices'),
  secret: text('What messages are signed with; made where it is left out.', 'PGuRrhCFajIyEvFlreKL'),
}
const Subscription = named(
  'Subscription',
  Type.Object({
    subscription_id: number('The subscription.'),
    workspace_id: number('Its workspace.'),
    user_id: number('For whom it is told.'),
    ...Wanted,
    validated_at: nullable(text('When its receiver confirmed it; null until then.', '2026-03-02T09:00:00Z')),
    has_pending_events: flag('Whether something waits to be told.'),
    created_at: text('When it was made.', '2026-03-02T09:00:00Z'),
    updated_at: text('When it changed.', '2026-03-02T09:00:00Z'),
    deleted_at: Type.Optional(text('When it was deleted.', '2026-03-02T09:00:00Z')),
  }),
)
const Status = Type.Object({ status: text('OK.', 'OK') })
const InWorkspace = inPath('workspace_id')
const One = Type.Object({
  workspace_id: number('The workspace.'),
  subscription_id: number('The subscription.'),
})
const NewSubscription = Type.Object({
  url_callback: Wanted.url_callback,
  event_filters: Wanted.event_filters,
  description: Wanted.description,
  enabled: Type.Optional(Wanted.enabled),
  secret: Type.Optional(Wanted.secret),
})

const BASE = '/webhooks/api/v1'

export const WEBHOOK_ROUTES: Readonly<Record<string, RouteReference>> = {
  [`GET ${BASE}/status`]: { operationId: 'showWebhookStatus', status: 200, answer: Status },
  [`GET ${BASE}/event_filters`]: {
    operationId: 'listEventFilters',
    status: 200,
    answer: Type.Record(Type.String(), Type.Array(Type.String()), {
      examples: [{ time_entry: ['created', 'updated', 'deleted'] }],
    }),
  },
  [`GET ${BASE}/limits/:workspace_id`]: {
    operationId: 'showWebhookLimits',
    params: InWorkspace,
    status: 200,
    answer: Type.Object({
      max_webhooks: number('Subscriptions in a workspace.', 100),
      max_events_per_webhook: number('Filters of one of them.', 100),
    }),
  },
  [`GET ${BASE}/subscriptions/:workspace_id`]: {
    operationId: 'listSubscriptions',
    params: InWorkspace,
    status: 200,
    answer: list(Subscription),
  },
  [`POST ${BASE}/subscriptions/:workspace_id`]: {
    operationId: 'createSubscription',
    about:
      'The address is pinged at once and has to answer with a 2xx. It is told of events once it has confirmed the ping, by `{"validation_code"}` in its answer or by a call of the `validation_code_url`. Each message carries `X-Webhook-Signature-256: sha256=` and the HMAC of its body.',
    params: InWorkspace,
    body: NewSubscription,
    status: 200,
    answer: Subscription,
  },
  [`PUT ${BASE}/subscriptions/:workspace_id/:subscription_id`]: {
    operationId: 'updateSubscription',
    about: 'A new address has to be confirmed anew.',
    params: One,
    body: changes(Wanted),
    status: 200,
    answer: Subscription,
  },
  [`PATCH ${BASE}/subscriptions/:workspace_id/:subscription_id`]: {
    operationId: 'switchSubscription',
    params: One,
    body: Type.Object({ enabled: Wanted.enabled }),
    status: 200,
    answer: Subscription,
  },
  [`DELETE ${BASE}/subscriptions/:workspace_id/:subscription_id`]: {
    operationId: 'deleteSubscription',
    params: One,
    status: 200,
    answer: Subscription,
  },
  [`GET ${BASE}/subscriptions/:workspace_id/:subscription_id/events`]: {
    operationId: 'listToldEvents',
    params: One,
    status: 200,
    answer: Type.Object({
      total: number('How many there are.', 0),
      events: list(Type.Record(Type.String(), Type.Unknown()), 'Each message with what became of it.'),
    }),
  },
  [`POST ${BASE}/ping/:workspace_id/:subscription_id`]: {
    operationId: 'pingSubscription',
    params: One,
    status: 200,
    answer: Status,
  },
  [`GET ${BASE}/validate/:workspace_id/:subscription_id/:validation_code`]: {
    operationId: 'validateSubscription',
    params: Type.Object({
      ...One.properties,
      validation_code: text('The code in the ping.', 'hN2c6jzBzFhHLjmvM2kz5Nn0AjUOjXtB'),
    }),
    status: 200,
    answer: text('OK.', 'OK'),
  },
}
