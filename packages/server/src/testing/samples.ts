import type { Caller, Things } from './world.ts'

/** A request that makes sense: what goes into its path, its query and its body. */
export type Sample = {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  /** The answer does not end by itself. */
  isStream?: boolean
}

/** What a sample is made for. */
export type Asked = {
  the: Things
  caller: Caller
  /** How the situation is varied, where a row of the table says so: `unnamed`, or a second thing that is foreign. */
  variant: string | undefined
  /** Things of another workspace, for a request that mixes both. */
  other: Things
}

/** A sensible request for every route of a wire, by method and path below the wire's prefix. */
export type Samples = Readonly<Record<string, (asked: Asked) => Promise<Sample>>>

/** How a wire is called: its prefix, and how a key is presented. */
export type WireSamples = {
  prefix: string
  credentials(secret: string): Record<string, string>
  samples: Samples
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

let clock = Date.UTC(2025, 0, 1)

/** A minute that no other entry has. */
function aMinute() {
  clock += 120_000
  return [new Date(clock).toISOString(), new Date(clock + 60_000).toISOString()] as const
}

const params = (name: string, make: (the: Things) => Promise<string | number>) => async (asked: Asked) => ({
  params: { [name]: await make(asked.the) },
})
const nothing = async () => ({})

/** The reference to a second thing, which is foreign where the row of the table says so. */
async function mixed({ variant, other }: Asked): Promise<Record<string, unknown>> {
  if (variant === 'with project') return { project_id: await other.project() }
  if (variant === 'with task') return { task_id: await other.task() }
  if (variant === 'with client') return { client_id: await other.client() }
  if (variant === 'with tag') return { tag_ids: [await other.tag()] }
  if (variant === 'with user') return { user_id: await other.user() }
  if (variant === 'with parent') return { parent_id: await other.project() }
  if (variant === 'with workspace') return { workspace_id: await other.workspace() }
  if (variant === 'with assignee') return { assignee_ids: [await other.user()] }
  return {}
}

/** Names the owner of an entry, as one must who changes a colleague's. */
async function owner({ the, variant }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' || variant === 'unnamed' ? {} : { user_id: await the.user() }
}

const forOthers = ({ the, variant }: Asked) => the.situation !== 'own' && variant !== 'unnamed'

const NATIVE: Samples = {
  'GET /server': nothing,
  'POST /users': async ({ the }) => ({
    body: { email: `${the.name().replaceAll(' ', '')}@example.com`, password: 'a long enough password' },
  }),
  'GET /users': nothing,
  'PATCH /users/:id': async ({ the }) => ({ params: { id: await the.user() }, body: { is_active: true } }),
  'POST /users/:id/password-reset': params('id', (the) => the.user()),
  'POST /session': async ({ the }) => ({ body: { email: the.person.email, password: the.person.password } }),
  'GET /session': nothing,
  'DELETE /session': nothing,
  'GET /me': nothing,
  'PATCH /me': async ({ the }) => ({ body: { name: the.name() } }),
  'PUT /me/password': async ({ the }) => ({
    body: { current_password: the.person.password, password: the.person.password },
  }),
  'POST /password-resets': async ({ the }) => ({ body: { email: the.person.email } }),
  'PUT /password-resets/:secret': async ({ the }) => ({
    params: { secret: await the.resetSecret() },
    body: { password: the.person.password },
  }),
  'GET /tokens': nothing,
  'POST /tokens': async ({ the }) => ({ body: { name: the.name(), workspace_id: await the.workspace() } }),
  'PATCH /tokens/:id': async ({ the }) => ({ params: { id: await the.token() }, body: { name: the.name() } }),
  'DELETE /tokens/:id': params('id', (the) => the.token()),

  'GET /workspaces': nothing,
  'POST /workspaces': async ({ the }) => ({ body: { name: the.name() } }),
  'GET /workspaces/:id': params('id', (the) => the.workspace()),
  'PATCH /workspaces/:id': async ({ the }) => ({
    params: { id: await the.workspace() },
    body: { name: the.name() },
  }),
  async 'DELETE /workspaces/:id'({ the }) {
    await the.fresh()
    return { params: { id: await the.workspace() } }
  },
  'GET /workspaces/:id/members': params('id', (the) => the.workspace()),
  async 'PATCH /workspaces/:id/members/:member_id'({ the, other, variant }) {
    await the.fresh()
    const member = variant === 'with member' ? other : the
    const body = variant === 'hand over' ? { role: 'owner' } : { designation: 'Carpenter' }
    return { params: { id: await the.workspace(), member_id: await member.member() }, body }
  },
  async 'DELETE /workspaces/:id/members/:member_id'({ the }) {
    await the.fresh()
    return { params: { id: await the.workspace(), member_id: await the.member() } }
  },
  'GET /workspaces/:id/invitations': params('id', (the) => the.workspace()),
  'POST /workspaces/:id/invitations': async ({ the }) => ({
    params: { id: await the.workspace() },
    body: { email: `${the.name().replaceAll(' ', '')}@example.com`, role: 'member' },
  }),
  'DELETE /workspaces/:id/invitations/:invitation_id': async ({ the, other, variant }) => ({
    params: {
      id: await the.workspace(),
      invitation_id: await (variant === 'with invitation' ? other : the).invitation(),
    },
  }),
  'GET /invitations/:secret': params('secret', (the) => the.invitationSecret()),
  'POST /invitations/:secret/accept': params('secret', (the) => the.invitationSecret()),

  'GET /clients': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /clients': async ({ the }) => ({ body: { workspace_id: await the.workspace(), name: the.name() } }),
  'GET /clients/:id': params('id', (the) => the.client()),
  'PATCH /clients/:id': async ({ the }) => ({ params: { id: await the.client() }, body: { notes: 'New' } }),
  'DELETE /clients/:id': params('id', (the) => the.client()),

  'GET /projects': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /projects': async (asked) => ({
    body: { workspace_id: await asked.the.workspace(), title: asked.the.name(), ...(await mixed(asked)) },
  }),
  'GET /projects/:id': params('id', (the) => the.project()),
  'PATCH /projects/:id': async (asked) => ({
    params: { id: await asked.the.project() },
    body: { notes: 'New', ...(await mixed(asked)) },
  }),
  'DELETE /projects/:id': params('id', (the) => the.project()),
  'GET /projects/:id/members': params('id', (the) => the.project()),
  'PUT /projects/:id/members': async ({ the, other, variant }) => ({
    params: { id: await the.project() },
    body: { data: variant === 'with user' ? [{ user_id: await other.user(), is_manager: false }] : [] },
  }),

  'GET /tasks': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /tasks': async (asked) => ({
    body: { project_id: await asked.the.project(), name: asked.the.name(), ...(await mixed(asked)) },
  }),
  'GET /tasks/:id': params('id', (the) => the.task()),
  'PATCH /tasks/:id': async (asked) => ({
    params: { id: await asked.the.task() },
    body: { description: 'New', ...(await mixed(asked)) },
  }),
  'DELETE /tasks/:id': params('id', (the) => the.task()),

  'GET /tags': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'POST /tags': async ({ the }) => ({ body: { workspace_id: await the.workspace(), name: the.name() } }),
  'GET /tags/:id': params('id', (the) => the.tag()),
  'PATCH /tags/:id': async ({ the }) => ({ params: { id: await the.tag() }, body: { description: 'New' } }),
  'DELETE /tags/:id': params('id', (the) => the.tag()),

  'GET /entries': async ({ the }) => ({ query: { workspace_id: await the.workspace(), everyone: true } }),
  async 'POST /entries'(asked) {
    const [started_at, ended_at] = aMinute()
    const place = asked.variant === 'with project' ? {} : { workspace_id: await asked.the.workspace() }
    const named = asked.the.situation === 'colleague' ? { user_id: await asked.the.user() } : {}
    return { body: { started_at, ended_at, title: 'Work', ...place, ...named, ...(await mixed(asked)) } }
  },
  'PATCH /entries': async (asked) => ({
    body: {
      ids: [await asked.the.entry()],
      changes: { title: 'Changed', ...(await mixed(asked)) },
      for_others: forOthers(asked),
    },
  }),
  'DELETE /entries': async (asked) => ({
    query: { ids: await asked.the.entry(), for_others: forOthers(asked) },
  }),
  'GET /entries/:id': params('id', (the) => the.entry()),
  'PATCH /entries/:id': async (asked) => ({
    params: { id: await asked.the.entry() },
    body: { title: 'Changed', ...(await owner(asked)), ...(await mixed(asked)) },
  }),
  'DELETE /entries/:id': async (asked) => ({
    params: { id: await asked.the.entry() },
    query: await owner(asked),
  }),

  'GET /timer': nothing,
  'POST /timer/start': async (asked) => ({
    body: { workspace_id: await asked.the.workspace(), title: 'Work', ...(await mixed(asked)) },
  }),
  async 'POST /timer/stop'({ the }) {
    await the.timer()
    return { body: {} }
  },
  async 'POST /timer/pause'({ the }) {
    await the.timer()
    return {}
  },
  async 'POST /timer/resume'({ the }) {
    await the.timer('paused')
    return {}
  },

  'GET /events': async ({ the }) => ({ query: { workspace_id: await the.workspace() } }),
  'GET /events/stream': async () => ({ isStream: true }),
  'POST /operations/:operation_id/undo': params('operation_id', (the) => the.operation()),
}

/** Timing writes references, and a colleague's entry wants its owner named in every call. */
async function timingOwner({ the, variant }: Asked): Promise<Record<string, unknown>> {
  return the.situation === 'own' || variant === 'unnamed'
    ? {}
    : { other_user_id: `/users/${await the.user()}` }
}

const timingTeam = async (the: Things) => ({ team_id: `/teams/${await the.workspace()}` })
const timingProject = async (the: Things) => ({ project: `/projects/${await the.project()}` })

async function changeOfTimingEntry(asked: Asked): Promise<Sample> {
  return {
    params: { time_entry_id: await asked.the.entry() },
    body: {
      title: 'Changed',
      ...(await timingOwner(asked)),
      ...(asked.variant === 'with project' ? await timingProject(asked.other) : {}),
    },
  }
}

const TIMING: Samples = {
  'GET /api/v1/projects': async ({ the }) => ({ query: await timingTeam(the) }),
  'GET /api/v1/projects/hierarchy': async ({ the }) => ({ query: await timingTeam(the) }),
  'POST /api/v1/projects': async ({ the, other, variant }) => ({
    body: {
      title: the.name(),
      ...(await timingTeam(the)),
      ...(variant === 'with parent' ? { parent: `/projects/${await other.project()}` } : {}),
    },
  }),
  'GET /api/v1/projects/:project_id': params('project_id', (the) => the.project()),
  'PUT /api/v1/projects/:project_id': async ({ the }) => ({
    params: { project_id: await the.project() },
    body: { notes: 'New' },
  }),
  'PATCH /api/v1/projects/:project_id': async ({ the }) => ({
    params: { project_id: await the.project() },
    body: { notes: 'New' },
  }),
  'DELETE /api/v1/projects/:project_id': params('project_id', (the) => the.project()),

  'GET /api/v1/teams': nothing,
  'GET /api/v1/teams/:team_id/members': params('team_id', (the) => the.workspace()),

  'POST /api/v1/time-entries/start': async ({ the }) => ({
    body: { title: 'Work', ...(await timingProject(the)) },
  }),
  async 'PUT /api/v1/time-entries/stop'({ the }) {
    await the.timer()
    return {}
  },
  async 'GET /api/v1/time-entries/latest'({ the }) {
    await the.entry()
    return {}
  },
  async 'GET /api/v1/time-entries/running'({ the }) {
    await the.timer()
    return {}
  },
  'PATCH /api/v1/time-entries/batch-update': async (asked) => ({
    body: {
      time_entries: [`/time-entries/${await asked.the.entry()}`],
      data: {
        title: 'Changed',
        ...(asked.variant === 'with project' ? await timingProject(asked.other) : {}),
      },
      allow_editing_other_users: forOthers(asked),
    },
  }),
  'GET /api/v1/time-entries': async ({ other, variant }) => ({
    query: {
      include_team_members: 1,
      ...(variant === 'with project' ? { projects: [`/projects/${await other.project()}`] } : {}),
    },
  }),
  async 'POST /api/v1/time-entries'({ the }) {
    const [start_date, end_date] = aMinute()
    return { body: { title: 'Work', start_date, end_date, ...(await timingProject(the)) } }
  },
  'GET /api/v1/time-entries/:time_entry_id': async (asked) => ({
    params: { time_entry_id: await asked.the.entry() },
    query: await timingOwner(asked),
  }),
  'PUT /api/v1/time-entries/:time_entry_id': changeOfTimingEntry,
  'PATCH /api/v1/time-entries/:time_entry_id': changeOfTimingEntry,
  'DELETE /api/v1/time-entries/:time_entry_id': async (asked) => ({
    params: { time_entry_id: await asked.the.entry() },
    query: await timingOwner(asked),
  }),
}

/** Every wire, by its name. */
export const WIRES: Readonly<Record<string, WireSamples>> = {
  native: { prefix: '/sundial/api/v1', credentials: bearer, samples: NATIVE },
  timing: { prefix: '/timing', credentials: bearer, samples: TIMING },
}
