import { Type } from 'typebox'
import { EVENT_TYPES } from '../webhooks/events.ts'
import { METHODS } from '../webhooks/settings.ts'
import {
  API,
  changing,
  flag,
  inPath,
  list,
  local,
  named,
  nullable,
  number,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  said,
  text,
} from './words.ts'

const ADDRESS = 'https://hooks.example.com/timetracker'
const Headers = Type.Record(Type.String(), Type.String(), {
  description: 'Headers that are sent along.',
  examples: [{ 'x-team': 'shop' }],
})

const fields = {
  id: number('The webhook.'),
  name: text('What it is called.', 'Billing'),
  description: nullable(Type.String({ description: 'What it is for.' })),
  url: text('Where it sends to.', ADDRESS),
  events: list(Type.String({ examples: ['time_entry.created'] }), 'What it is told of; `*` is all.'),
  http_method: oneOf(METHODS),
  content_type: oneOf(['application/json']),
  headers: Headers,
  is_active: flag('Whether it sends anything.'),
  user_id: number('Who made it.'),
  max_retries: Type.Integer({ description: 'How often this installation tries again.', examples: [7] }),
  retry_delay_seconds: Type.Integer({ description: 'How long it waits the first time.', examples: [10] }),
  timeout_seconds: Type.Integer({ description: 'How long an answer may take.', examples: [10] }),
  total_deliveries: Type.Integer({ description: 'What is done and what failed, of the last week.' }),
  successful_deliveries: Type.Integer({ description: 'Of that, what is done.' }),
  failed_deliveries: Type.Integer({ description: 'Of that, what failed for good.' }),
  last_delivery_at: nullable(Type.String({ description: 'When it last sent something.' })),
  last_success_at: nullable(Type.String({ description: 'When that was last taken.' })),
  last_failure_at: nullable(Type.String({ description: 'When it was last not.' })),
  created_at: local('When it was made.'),
  updated_at: local('When it last changed.'),
}
const Webhook = named('Webhook', Type.Object(fields))
const NewWebhook = named(
  'NewWebhook',
  Type.Object({ ...fields, secret: text('What it signs with; it is shown this once.', 'Zx3kQ9v2') }),
)

const Delivery = named(
  'Delivery',
  Type.Object({
    id: number('The delivery.'),
    webhook_id: number('The webhook.'),
    event_type: text('What it tells of, under the name its webhook asked for.', 'time_entry.created'),
    event_id: nullable(text('The event.', 'activity_4711')),
    status: oneOf(['pending', 'success', 'failed', 'retrying']),
    attempt_number: number('How often it was tried.'),
    response_status_code: nullable(number('What was answered.', 200)),
    error_message: nullable(Type.String({ description: 'What went wrong.' })),
    error_type: nullable(
      Type.String({ description: 'http_error where there was an answer, connection_error where not.' }),
    ),
    started_at: nullable(local('When it was last tried.')),
    completed_at: nullable(local('When it was done.')),
    duration_ms: nullable(number('How long the answer took.', 120)),
    retry_count: Type.Integer({ description: 'How often it was tried again.' }),
    next_retry_at: nullable(Type.String({ description: 'When it will be.' })),
  }),
)

const settings = optional({
  description: nullable(Type.String({ description: 'What it is for.' })),
  http_method: oneOf(METHODS, 'POST at first.'),
  headers: Type.Record(Type.String(), Type.String(), {
    description: 'At most 20 headers to send along; those of HTTP itself and `X-Webhook-…` are left out.',
  }),
  is_active: Type.Boolean({ description: 'Whether it sends anything; true at first.' }),
})
const Events = Type.Array(Type.Union([oneOf(['*']), oneOf(EVENT_TYPES)]), {
  minItems: 1,
  description: 'What to be told of; `*` is all.',
  examples: [['time_entry.created', 'time_entry.stopped']],
})

const WebhookId = inPath('webhook_id', 'The webhook.')

export const WEBHOOK_ROUTES: Routes = {
  [`GET ${API}/webhooks/events`]: {
    operationId: 'listWebhookEvents',
    about: 'Invoices and comments are listed because they can be asked for; nothing is told of them.',
    status: 200,
    answer: Type.Object({ events: list(oneOf(EVENT_TYPES)) }),
  },
  [`GET ${API}/webhooks`]: {
    operationId: 'listWebhooks',
    about: 'Those that were made through this API.',
    query: pagedBy({ is_active: Type.Boolean({ description: '`true`, or anything else for the others.' }) }),
    status: 200,
    answer: paged('webhooks', Webhook),
  },
  [`POST ${API}/webhooks`]: {
    operationId: 'createWebhook',
    about:
      'How often and how long it is tried again is the installation’s own; what is sent of that is ignored.',
    body: Type.Object({
      name: text('What it is called.', 'Billing'),
      url: text(
        'Where it sends to: https, and no private address unless the installation allows it.',
        ADDRESS,
      ),
      events: Events,
      ...settings,
    }),
    status: 201,
    answer: said('Webhook created successfully', { webhook: NewWebhook }),
  },
  [`GET ${API}/webhooks/:webhook_id`]: {
    operationId: 'showWebhook',
    params: WebhookId,
    status: 200,
    answer: Type.Object({ webhook: Webhook }),
  },
  ...changing(`${API}/webhooks/:webhook_id`, 'Webhook', {
    params: WebhookId,
    body: Type.Object({
      ...optional({
        name: text('What it is called.', 'Billing'),
        url: Type.String({ description: 'Where it sends to.' }),
        events: Events,
        generate_secret: Type.Boolean({ description: 'true makes a new secret, which is not shown.' }),
      }),
      ...settings,
    }),
    status: 200,
    answer: said('Webhook updated successfully', { webhook: Webhook }),
  }),
  [`DELETE ${API}/webhooks/:webhook_id`]: {
    operationId: 'deleteWebhook',
    params: WebhookId,
    status: 200,
    answer: said('Webhook deleted successfully'),
  },
  [`GET ${API}/webhooks/:webhook_id/deliveries`]: {
    operationId: 'listDeliveries',
    about: 'They are kept for a week.',
    params: WebhookId,
    query: pagedBy({
      status: oneOf(['pending', 'success', 'failed', 'retrying'], 'pending and retrying give both.'),
    }),
    status: 200,
    answer: paged('deliveries', Delivery),
  },
}
