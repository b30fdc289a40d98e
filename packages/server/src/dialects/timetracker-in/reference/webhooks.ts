import { type TSchema, Type } from 'typebox'
import { hookIdOf } from '../ids.ts'
import { CORE, INTEGRATION } from '../paths.ts'
import { HOOK_EVENTS } from '../webhooks/events.ts'
import {
  list,
  named,
  nullable,
  oneOf,
  optional,
  paged,
  pagedBy,
  type Routes,
  Success,
  text,
  TIMES,
} from './words.ts'

const ADDRESS = 'https://hooks.example.com/timetracker'
const HookId = text('The hook.', hookIdOf(1))
const Params = Type.Object({ hook_id: HookId })

const hookFields = {
  id: HookId,
  url: text('Where it sends to.', ADDRESS),
  events: list(oneOf(HOOK_EVENTS), 'What it is told of.'),
  status: oneOf(
    ['ACTIVE', 'INACTIVE', 'DISABLED'],
    'INACTIVE where somebody has switched it off, DISABLED where it was switched off because it could not be told.',
  ),
}

const wholeFields = {
  ...hookFields,
  description: nullable(text('What it is for.', 'Rows for the books')),
  ...TIMES,
}
const Webhook = named('Webhook', Type.Object(wholeFields))

/** What is sent to have an address told. */
const Subscription = Type.Object({
  url: text('Where to send: https, and no private address unless the installation allows it.', ADDRESS),
  events: Type.Array(Type.Union([oneOf(HOOK_EVENTS), oneOf(['MANUAL_ENTRY'])]), {
    minItems: 1,
    description: 'What to be told of. `MANUAL_ENTRY` is `MANUAL_TIME_ENTRY_CREATED` in short.',
    examples: [['TIMER_STARTED', 'TIMER_STOPPED']],
  }),
  ...optional({ description: nullable(text('What it is for.', 'Rows for the books')) }),
})

export const WEBHOOK_ROUTES: Routes = {
  [`GET ${CORE}/webhooks`]: {
    operationId: 'listWebhooks',
    query: pagedBy(),
    status: 200,
    answer: paged(Webhook),
  },
  [`POST ${CORE}/webhooks`]: {
    operationId: 'createWebhook',
    body: Subscription,
    status: 200,
    answer: named(
      'NewWebhook',
      Type.Object({
        ...wholeFields,
        secret: text('What it signs with; it is shown this once.', 'whsec_Zx3kQ9v2'),
      }),
    ),
  },
  [`GET ${CORE}/webhooks/:hook_id`]: webhookCall('showWebhook', Webhook),
  [`DELETE ${CORE}/webhooks/:hook_id`]: webhookCall('deleteWebhook', Success),
}

function webhookCall(operationId: string, answer: TSchema) {
  return { operationId, params: Params, status: 200, answer }
}

export const HOOK_ROUTES: Routes = {
  [`POST ${INTEGRATION}/webhooks/subscribe`]: {
    operationId: 'subscribeHook',
    about: 'The secret that it signs with is not shown here: a hook made by the core API shows it.',
    body: Subscription,
    status: 200,
    answer: Type.Object({
      success: Success.properties.success,
      webhook: named('Hook', Type.Object(hookFields)),
    }),
  },
  [`DELETE ${INTEGRATION}/webhooks/:hook_id`]: {
    ...webhookCall('unsubscribeHook', Success),
    about: 'One that was never one’s own is 400.',
  },
}
