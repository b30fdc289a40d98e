import { aMinute, type Asked, mixed, nothing, type Sample, type Samples } from '../../../testing/sample.ts'
import type { Things } from '../../../testing/world.ts'
import { hookIdOf, type Kind, uuidOf } from '../ids.ts'

const W = '/v1/workspaces/:workspace_id'
const RANGE = { start_date: '2026-01-01', end_date: '2026-12-31' }

/** The workspace that a path names. */
async function workspaceIn({ the }: Asked): Promise<Record<string, string>> {
  return { workspace_id: uuidOf('workspace', await the.workspace()) }
}

const inWorkspace = async (asked: Asked): Promise<Sample> => ({ params: await workspaceIn(asked) })

type OneThing = {
  kind: Kind
  make: (the: Things) => Promise<number>
  body?: (asked: Asked) => Promise<unknown>
}

/** A call on one thing of a workspace. */
const one =
  ({ kind, make, body }: OneThing) =>
  async (asked: Asked): Promise<Sample> => ({
    params: { ...(await workspaceIn(asked)), [`${kind}_id`]: uuidOf(kind, await make(asked.the)) },
    ...(body ? { body: await body(asked) } : {}),
  })

/** A call that makes something in a workspace. */
const making =
  (body: (asked: Asked) => Promise<Record<string, unknown>>) =>
  async (asked: Asked): Promise<Sample> => ({ params: await workspaceIn(asked), body: await body(asked) })

/** A second thing, as this wire names it, which is foreign where the row of the table says so. */
export async function mixedUuids(asked: Asked): Promise<Record<string, unknown>> {
  const { project_id, task_id, client_id, tag_ids } = await mixed(asked)
  return {
    ...(project_id === undefined ? {} : { project_id: uuidOf('project', Number(project_id)) }),
    ...(task_id === undefined ? {} : { task_id: uuidOf('task', Number(task_id)) }),
    ...(client_id === undefined ? {} : { client_id: uuidOf('client', Number(client_id)) }),
    ...(Array.isArray(tag_ids) ? { tag_ids: tag_ids.map((id) => uuidOf('tag', Number(id))) } : {}),
  }
}

/** Whose time it is, where it is not one's own. */
async function member({ the }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' ? {} : { team_member_id: uuidOf('team_member', await the.member()) }
}

export async function newEntry(asked: Asked): Promise<Record<string, unknown>> {
  const [start_time, end_time] = aMinute()
  const project_id = uuidOf('project', await asked.the.project())
  return {
    start_time,
    end_time,
    billable: true,
    project_id,
    ...(asked.the.situation === 'colleague' ? await member(asked) : {}),
    ...(await mixedUuids(asked)),
  }
}

const CLIENT = { kind: 'client', make: (the: Things) => the.client() } as const
const PROJECT = { kind: 'project', make: (the: Things) => the.project() } as const
const TASK = { kind: 'task', make: (the: Things) => the.task() } as const
const TAG = { kind: 'tag', make: (the: Things) => the.tag() } as const
const ENTRY = { kind: 'time_entry', make: (the: Things) => the.entry() } as const
const MEMBER = { kind: 'team_member', make: (the: Things) => the.member() } as const

const changed = (field: string) => async (asked: Asked) => ({
  [field]: 'Changed',
  ...(await mixedUuids(asked)),
})

const hook = async ({ the }: Asked): Promise<Sample> => ({
  params: { hook_id: hookIdOf(await the.ownWebhook('timetracker-in')) },
})

/** The core API. */
export const CORE_SAMPLES: Samples = {
  'GET /v1/me': nothing,
  'GET /v1/workspaces': nothing,
  [`GET ${W}`]: inWorkspace,
  [`GET ${W}/clients`]: inWorkspace,
  [`POST ${W}/clients`]: making(async ({ the }) => ({ name: the.name() })),
  [`GET ${W}/clients/:client_id`]: one(CLIENT),
  [`PATCH ${W}/clients/:client_id`]: one({ ...CLIENT, body: changed('note') }),
  [`DELETE ${W}/clients/:client_id`]: one(CLIENT),
  [`GET ${W}/projects`]: inWorkspace,
  [`POST ${W}/projects`]: making(async (asked) => ({ name: asked.the.name(), ...(await mixedUuids(asked)) })),
  [`GET ${W}/projects/:project_id`]: one(PROJECT),
  [`PATCH ${W}/projects/:project_id`]: one({ ...PROJECT, body: changed('description') }),
  [`DELETE ${W}/projects/:project_id`]: one(PROJECT),
  [`GET ${W}/tasks`]: inWorkspace,
  [`POST ${W}/tasks`]: making(async ({ the }) => ({
    name: the.name(),
    project_id: uuidOf('project', await the.project()),
  })),
  [`GET ${W}/tasks/:task_id`]: one(TASK),
  [`PATCH ${W}/tasks/:task_id`]: one({ ...TASK, body: changed('description') }),
  [`DELETE ${W}/tasks/:task_id`]: one(TASK),
  [`GET ${W}/tags`]: inWorkspace,
  [`POST ${W}/tags`]: making(async ({ the }) => ({ name: the.name() })),
  [`GET ${W}/tags/:tag_id`]: one(TAG),
  [`PATCH ${W}/tags/:tag_id`]: one({ ...TAG, body: changed('description') }),
  [`DELETE ${W}/tags/:tag_id`]: one(TAG),
  [`GET ${W}/time-entries`]: inWorkspace,
  [`POST ${W}/time-entries`]: making(newEntry),
  [`GET ${W}/time-entries/:time_entry_id`]: one(ENTRY),
  [`PATCH ${W}/time-entries/:time_entry_id`]: one({ ...ENTRY, body: changed('description') }),
  [`DELETE ${W}/time-entries/:time_entry_id`]: one(ENTRY),
  [`GET ${W}/team-members`]: inWorkspace,
  [`GET ${W}/team-members/:team_member_id`]: one(MEMBER),
  [`GET ${W}/timer`]: inWorkspace,
  [`POST ${W}/timer/start`]: making(async (asked) => ({
    description: 'Work',
    project_id: uuidOf('project', await asked.the.project()),
    ...(await mixedUuids(asked)),
  })),
  async [`POST ${W}/timer/stop`](asked) {
    await asked.the.timer()
    return inWorkspace(asked)
  },
  [`GET ${W}/reports/summary`]: async (asked) => ({ ...(await inWorkspace(asked)), query: RANGE }),
  [`GET ${W}/reports/detailed`]: async (asked) => ({ ...(await inWorkspace(asked)), query: RANGE }),
  [`GET ${W}/reports/weekly`]: async (asked) => ({
    ...(await inWorkspace(asked)),
    query: { start_date: '2026-01-05' },
  }),
  'GET /v1/webhooks': nothing,
  'POST /v1/webhooks': async ({ the }) => {
    // A person has room for a hundred, so those before it go.
    await the.ownWebhook('timetracker-in')
    return { body: { url: 'https://example.com/hook', events: ['TIMER_STARTED'] } }
  },
  'GET /v1/webhooks/:hook_id': hook,
  'DELETE /v1/webhooks/:hook_id': hook,
}
