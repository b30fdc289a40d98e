import { type Asked, nothing, type Sample, type Samples } from '../../../testing/sample.ts'
import { hookIdOf, uuidOf } from '../ids.ts'
import { mixedUuids, newEntry } from './samples-core.ts'

const I = '/api/integrations/zapier'

const workspaceId = async ({ the }: Asked) => uuidOf('workspace', await the.workspace())

/** A call that says in its body where something is to be made. */
const making =
  (body: (asked: Asked) => Promise<Record<string, unknown>>) =>
  async (asked: Asked): Promise<Sample> => ({
    body: { workspace_id: await workspaceId(asked), ...(await body(asked)) },
  })

const named = making(async ({ the }) => ({ name: the.name() }))
const finding = making(async () => ({ name: 'thing' }))
const findingByQuery = async (asked: Asked): Promise<Sample> => ({
  query: { workspace_id: await workspaceId(asked), name: 'thing' },
})

/** Where forms choose from: one workspace, or all of them where the row of the table says `any`. */
const choosing = async (asked: Asked): Promise<Sample> =>
  asked.variant === 'everywhere' ? {} : { query: { workspace_id: await workspaceId(asked) } }

const THINGS = ['clients', 'projects', 'tasks', 'tags', 'time-entries'] as const

/** The surface that integrations call. */
export const INTEGRATION_SAMPLES: Samples = {
  [`POST ${I}/triggers/clients`]: named,
  [`POST ${I}/triggers/projects`]: making(async (asked) => ({
    name: asked.the.name(),
    ...(await mixedUuids(asked)),
  })),
  [`POST ${I}/triggers/tasks`]: async ({ the }) => ({
    body: { name: the.name(), project_id: uuidOf('project', await the.project()) },
  }),
  [`POST ${I}/triggers/time-entries`]: making(newEntry),
  [`POST ${I}/triggers/tags`]: named,

  ...Object.fromEntries(
    THINGS.flatMap((things) => [
      [`POST ${I}/triggers/${things}/find`, finding],
      [`GET ${I}/triggers/${things}/find`, findingByQuery],
    ]),
  ),
  ...Object.fromEntries(
    ['clients', 'projects', 'tasks', 'tags', 'team-members'].map((things) => [
      `GET ${I}/triggers/${things}`,
      choosing,
    ]),
  ),
  [`GET ${I}/triggers/workspaces`]: choosing,
  ...Object.fromEntries(
    ['clients', 'projects', 'tasks', 'time-entries/start', 'time-entries/stop', 'time-entries/manual'].map(
      (path) => [`GET ${I}/triggers/${path}/fallback`, nothing],
    ),
  ),

  [`POST ${I}/webhooks/subscribe`]: async ({ the }) => {
    // A person has room for a hundred, so those before it go.
    await the.ownWebhook('timetracker-in')
    return { body: { url: 'https://example.com/hook', events: ['TIMER_STOPPED'] } }
  },
  [`DELETE ${I}/webhooks/:hook_id`]: async ({ the }) => ({
    params: { hook_id: hookIdOf(await the.ownWebhook('timetracker-in')) },
  }),
}
