import { findTimer } from '../../../core/timer.ts'
import { openReceiver } from '../../../testing/receiver.ts'
import { aMinute, type Asked, mixed, nothing, params, type Samples } from '../../../testing/sample.ts'

const V9 = '/api/v9'
const HOOKS = '/webhooks/api/v1'

/** An entry in its workspace, with its owner named where it is a colleague's. */
async function entryOf({ the, variant }: Asked) {
  const owner = the.situation === 'own' || variant === 'unnamed' ? {} : { user_id: await the.user() }
  return {
    params: { workspace_id: await the.workspace(), time_entry_id: await the.entry() },
    owner,
  }
}

async function changeOfEntry(asked: Asked) {
  const { params: path, owner } = await entryOf(asked)
  return { params: path, body: { description: 'Changed', ...owner, ...(await mixed(asked)) } }
}

async function newEntry({ the, ...asked }: Asked) {
  const [start, stop] = aMinute()
  const owner = the.situation === 'colleague' ? { user_id: await the.user() } : {}
  return { created_with: 'walk', start, stop, ...owner, ...(await mixed({ the, ...asked })) }
}

async function newEntryAnywhere(asked: Asked) {
  return { body: { ...(await newEntry(asked)), workspace_id: await asked.the.workspace() } }
}

const client = ({ the }: Asked) => ({ client: the.situation === 'unknown' ? 'nonsense' : 'web' })

export const ME_SAMPLES: Samples = {
  async 'POST /api/sessions'({ the }) {
    await the.secondFactor('off')
    return { body: { email: the.person.email, password: the.person.password } }
  },
  'DELETE /api/sessions': nothing,
  [`POST ${V9}/signup`]: async ({ the }) => ({
    body: { email: `${the.name().replaceAll(' ', '')}@example.com`, password: 'a long enough password' },
  }),
  [`GET ${V9}/me`]: nothing,
  [`PUT ${V9}/me`]: async ({ the }) => ({ body: { fullname: the.name() } }),
  [`POST ${V9}/me/sessions`]: nothing,
  [`DELETE ${V9}/me/sessions`]: nothing,
  [`GET ${V9}/me/logged`]: nothing,
  [`GET ${V9}/me/id`]: nothing,
  [`POST ${V9}/me/reset_token`]: nothing,
  [`GET ${V9}/me/quota`]: nothing,
  [`GET ${V9}/me/preferences`]: nothing,
  [`POST ${V9}/me/preferences`]: async ({ the }) => ({ body: { manualMode: true, lastSeen: the.name() } }),
  [`GET ${V9}/me/preferences/:client`]: async (asked) => ({ params: client(asked) }),
  [`POST ${V9}/me/preferences/:client`]: async (asked) => ({
    params: client(asked),
    body: { date_format: 'DD.MM.YYYY' },
  }),
  [`GET ${V9}/me/flags`]: nothing,
  [`POST ${V9}/me/flags`]: async () => ({ body: { seenTour: true } }),
  [`GET ${V9}/me/features`]: nothing,
  [`GET ${V9}/me/location`]: nothing,
}

export const TIME_ENTRY_SAMPLES: Samples = {
  [`GET ${V9}/me/time_entries`]: nothing,
  [`GET ${V9}/me/time_entries/current`]: nothing,
  [`GET ${V9}/time_entries/current`]: nothing,
  [`GET ${V9}/me/time_entries/:time_entry_id`]: params('time_entry_id', (the) => the.entry()),
  [`POST ${V9}/workspaces/:workspace_id/time_entries`]: async (asked) => ({
    params: { workspace_id: await asked.the.workspace() },
    body: await newEntry(asked),
  }),
  [`POST ${V9}/time_entries`]: newEntryAnywhere,
  [`POST ${V9}/time_entries/start`]: newEntryAnywhere,
  [`PUT ${V9}/workspaces/:workspace_id/time_entries/:time_entry_id`]: changeOfEntry,
  [`PUT ${V9}/time_entries/:time_entry_id`]: changeOfEntry,
  async [`PATCH ${V9}/workspaces/:workspace_id/time_entries/:time_entry_id/stop`](asked) {
    const { params: path } = await entryOf(asked)
    if (asked.the.situation === 'foreign' || asked.the.situation === 'unknown') return { params: path }
    await asked.the.timer()
    const running = await findTimer(asked.the.person.ctx())
    return { params: { ...path, time_entry_id: running?.id ?? path.time_entry_id } }
  },
  [`PATCH ${V9}/workspaces/:workspace_id/time_entries/:time_entry_ids`]: async (asked) => ({
    params: { workspace_id: await asked.the.workspace(), time_entry_ids: await asked.the.entry() },
    body: [{ op: 'replace', path: '/description', value: 'Patched' }],
  }),
  [`DELETE ${V9}/workspaces/:workspace_id/time_entries/:time_entry_id`]: entryPath,
  [`DELETE ${V9}/time_entries/:time_entry_id`]: entryPath,
}

async function entryPath(asked: Asked) {
  return { params: (await entryOf(asked)).params }
}

/** Subscriptions are pinged as they are made, so there has to be somebody who answers. */
let receiver: ReturnType<typeof openReceiver> | undefined

async function receiverUrl(): Promise<string> {
  receiver ??= openReceiver()
  return (await receiver).url
}

async function subscriptionOf({ the }: Asked) {
  const subscription_id = await the.webhook({ wire: 'toggl', url: await receiverUrl() })
  return { params: { workspace_id: await the.workspace(), subscription_id } }
}

export const WEBHOOK_SAMPLES: Samples = {
  [`GET ${HOOKS}/status`]: nothing,
  [`GET ${HOOKS}/event_filters`]: nothing,
  [`GET ${HOOKS}/limits/:workspace_id`]: params('workspace_id', (the) => the.workspace()),
  [`GET ${HOOKS}/subscriptions/:workspace_id`]: params('workspace_id', (the) => the.workspace()),
  [`POST ${HOOKS}/subscriptions/:workspace_id`]: async ({ the }) => ({
    params: { workspace_id: await the.workspace() },
    body: {
      url_callback: await receiverUrl(),
      description: the.name(),
      event_filters: [{ entity: '*', action: '*' }],
    },
  }),
  [`PUT ${HOOKS}/subscriptions/:workspace_id/:subscription_id`]: async (asked) => ({
    ...(await subscriptionOf(asked)),
    body: { description: asked.the.name() },
  }),
  [`PATCH ${HOOKS}/subscriptions/:workspace_id/:subscription_id`]: async (asked) => ({
    ...(await subscriptionOf(asked)),
    body: { enabled: false },
  }),
  [`DELETE ${HOOKS}/subscriptions/:workspace_id/:subscription_id`]: subscriptionOf,
  [`GET ${HOOKS}/subscriptions/:workspace_id/:subscription_id/events`]: subscriptionOf,
  [`POST ${HOOKS}/ping/:workspace_id/:subscription_id`]: subscriptionOf,
  [`GET ${HOOKS}/validate/:workspace_id/:subscription_id/:validation_code`]: async (asked) => {
    const { params: path } = await subscriptionOf(asked)
    return { params: { ...path, validation_code: 'wrong' } }
  },
}
