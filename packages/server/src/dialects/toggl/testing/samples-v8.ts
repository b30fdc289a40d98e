import { findTimer } from '../../../core/timer.ts'
import { type Asked, nothing, type Sample, type Samples } from '../../../testing/sample.ts'
import type { Things } from '../../../testing/world.ts'
import { projectUserId } from '../v9/project-users.ts'

/** A number that stands for nobody on any project. */
const UNKNOWN_ID = 2_000_000_000

let clock = Date.UTC(2024, 0, 1)

/** A minute that no other entry has. */
function aMinute() {
  clock += 120_000
  return { start: new Date(clock).toISOString(), duration: 60 }
}

const at = (name: string, make: (the: Things) => Promise<number>) => async (asked: Asked) => ({
  params: { [name]: await make(asked.the) },
})
const inWorkspace = at('workspace_id', (the) => the.workspace())

/** Names the owner of an entry, as one must who writes a colleague's. */
async function owner({ the, variant }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' || variant === 'unnamed' ? {} : { uid: await the.user() }
}

/** A second thing, which is foreign where the row of the table says so. */
async function mixed({ variant, other }: Asked): Promise<Record<string, unknown>> {
  if (variant === 'with project') return { pid: await other.project() }
  if (variant === 'with client') return { cid: await other.client() }
  if (variant === 'with user' || variant === 'with assignee') return { uid: await other.user() }
  return {}
}

/** The running entry of the person; of a stranger any entry will do. */
async function runningEntry(the: Things): Promise<number> {
  await the.timer()
  const running = the.situation === 'foreign' || the.situation === 'unknown' ? undefined : await timerOf(the)
  return running ?? the.entry()
}

async function timerOf(the: Things): Promise<number | undefined> {
  return (await findTimer(the.person.ctx()))?.id
}

/** Whoever makes a private project is in it. */
async function projectUser({ the }: Asked): Promise<Sample['params']> {
  if (the.situation === 'unknown') return { project_user_id: UNKNOWN_ID }
  return { project_user_id: projectUserId(await the.project(), await the.member()) }
}

/** A sensible request for every route of version 8. */
export const EIGHT_SAMPLES: Samples = {
  'GET /api/v8/me': nothing,
  'PUT /api/v8/me': async ({ the }) => ({ body: { user: { fullname: the.name() } } }),
  'POST /api/v8/reset_token': nothing,
  'POST /api/v8/signups': async ({ the }) => ({
    body: {
      user: { email: `${the.name().replaceAll(' ', '')}@example.com`, password: 'a long enough password' },
    },
  }),
  'POST /api/v8/sessions': nothing,
  'DELETE /api/v8/sessions': nothing,

  'POST /api/v8/time_entries': async (asked) => ({
    body: {
      time_entry: {
        ...aMinute(),
        created_with: 'walk',
        description: 'Work',
        wid: await asked.the.workspace(),
        ...(asked.the.situation === 'colleague' ? await owner(asked) : {}),
        ...(await mixed(asked)),
      },
    },
  }),
  'POST /api/v8/time_entries/start': async ({ the }) => ({
    body: {
      time_entry: the.situation === 'own' ? { wid: await the.workspace() } : { pid: await the.project() },
    },
  }),
  'GET /api/v8/time_entries': nothing,
  'GET /api/v8/time_entries/current': nothing,
  'GET /api/v8/time_entries/:time_entry_id': at('time_entry_id', (the) => the.entry()),
  'PUT /api/v8/time_entries/:time_entry_id': async (asked) => ({
    params: { time_entry_id: await asked.the.entry() },
    body: { time_entry: { description: 'Changed', ...(await owner(asked)), ...(await mixed(asked)) } },
  }),
  'DELETE /api/v8/time_entries/:time_entry_id': at('time_entry_id', (the) => the.entry()),
  'PUT /api/v8/time_entries/:time_entry_id/stop': at('time_entry_id', runningEntry),

  'GET /api/v8/workspaces': nothing,
  'GET /api/v8/workspaces/:workspace_id': inWorkspace,
  'PUT /api/v8/workspaces/:workspace_id': async ({ the }) => ({
    params: { workspace_id: await the.workspace() },
    body: { workspace: { name: the.name() } },
  }),
  'POST /api/v8/workspaces/:workspace_id/invite': async ({ the }) => ({
    params: { workspace_id: await the.workspace() },
    body: { emails: [`${the.name().replaceAll(' ', '')}@example.com`] },
  }),
  'GET /api/v8/workspaces/:workspace_id/users': inWorkspace,
  'GET /api/v8/workspaces/:workspace_id/workspace_users': inWorkspace,
  'GET /api/v8/workspaces/:workspace_id/clients': inWorkspace,
  'GET /api/v8/workspaces/:workspace_id/projects': inWorkspace,
  'GET /api/v8/workspaces/:workspace_id/project_users': inWorkspace,
  'GET /api/v8/workspaces/:workspace_id/tasks': inWorkspace,
  'GET /api/v8/workspaces/:workspace_id/tags': inWorkspace,
  async 'PUT /api/v8/workspace_users/:workspace_user_id'({ the }) {
    await the.fresh()
    return {
      params: { workspace_user_id: await the.member() },
      body: { workspace_user: { admin: true } },
    }
  },
  async 'DELETE /api/v8/workspace_users/:workspace_user_id'({ the }) {
    await the.fresh()
    return { params: { workspace_user_id: await the.member() } }
  },
  'GET /api/v8/dashboard/:workspace_id': inWorkspace,

  'GET /api/v8/clients': nothing,
  'POST /api/v8/clients': async ({ the }) => ({
    body: { client: { name: the.name(), wid: await the.workspace() } },
  }),
  'GET /api/v8/clients/:client_id': at('client_id', (the) => the.client()),
  'PUT /api/v8/clients/:client_id': async ({ the }) => ({
    params: { client_id: await the.client() },
    body: { client: { notes: 'New' } },
  }),
  'DELETE /api/v8/clients/:client_id': at('client_id', (the) => the.client()),
  'GET /api/v8/clients/:client_id/projects': at('client_id', (the) => the.client()),

  'POST /api/v8/projects': async (asked) => ({
    body: {
      project: { name: asked.the.name(), wid: await asked.the.workspace(), ...(await mixed(asked)) },
    },
  }),
  'GET /api/v8/projects/:project_id': at('project_id', (the) => the.project()),
  'PUT /api/v8/projects/:project_id': async (asked) => ({
    params: { project_id: await asked.the.project() },
    body: { project: { billable: true, ...(await mixed(asked)) } },
  }),
  'DELETE /api/v8/projects/:project_id': at('project_id', (the) => the.project()),
  'GET /api/v8/projects/:project_id/project_users': at('project_id', (the) => the.project()),
  'GET /api/v8/projects/:project_id/tasks': at('project_id', (the) => the.project()),
  'POST /api/v8/project_users': async (asked) => ({
    body: {
      project_user: {
        pid: await asked.the.project(),
        uid: await asked.the.user(),
        ...(await mixed(asked)),
      },
    },
  }),
  'PUT /api/v8/project_users/:project_user_id': async (asked) => ({
    params: await projectUser(asked),
    body: { project_user: { manager: true } },
  }),
  'DELETE /api/v8/project_users/:project_user_id': async (asked) => ({ params: await projectUser(asked) }),

  'POST /api/v8/tasks': async (asked) => ({
    body: { task: { name: asked.the.name(), pid: await asked.the.project(), ...(await mixed(asked)) } },
  }),
  'GET /api/v8/tasks/:task_id': at('task_id', (the) => the.task()),
  'PUT /api/v8/tasks/:task_id': async ({ the }) => ({
    params: { task_id: await the.task() },
    body: { task: { active: false } },
  }),
  'DELETE /api/v8/tasks/:task_id': at('task_id', (the) => the.task()),
  'POST /api/v8/tags': async ({ the }) => ({
    body: { tag: { name: the.name(), wid: await the.workspace() } },
  }),
  'PUT /api/v8/tags/:tag_id': async ({ the }) => ({
    params: { tag_id: await the.tag() },
    body: { tag: { name: the.name() } },
  }),
  'DELETE /api/v8/tags/:tag_id': at('tag_id', (the) => the.tag()),
}
