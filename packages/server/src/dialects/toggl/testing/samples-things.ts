import { randomUUID } from 'node:crypto'
import { type Asked, nothing, type Sample, type Samples } from '../../../testing/sample.ts'
import { projectUserId } from '../v9/project-users.ts'

type More = (asked: Asked) => Promise<Sample>

/** A request in the workspace, or the organization, of the path. */
function within(place: 'workspace_id' | 'organization_id', more: More = nothing) {
  return async (asked: Asked): Promise<Sample> => {
    const sample = await more(asked)
    return { ...sample, params: { [place]: await asked.the.workspace(), ...sample.params } }
  }
}

const inWorkspace = (more?: More) => within('workspace_id', more)
const inOrganization = (more?: More) => within('organization_id', more)
/** For calls that change or end the team. */
const inFresh = (place: 'workspace_id' | 'organization_id', more: More) => async (asked: Asked) => {
  await asked.the.fresh()
  return within(place, more)(asked)
}

const client: More = async ({ the }) => ({ params: { client_id: await the.client() } })
const project: More = async ({ the }) => ({ params: { project_id: await the.project() } })
const tag: More = async ({ the }) => ({ params: { tag_id: await the.tag() } })
const member: More = async ({ the }) => ({ params: { workspace_user_id: await the.member() } })
const person: More = async ({ the }) => ({ params: { user_id: await the.user() } })
const colleague: More = async ({ the }) => ({ params: { organization_user_id: await the.member() } })
const code: More = async ({ the }) => ({ params: { invitation_code: await the.invitationSecret() } })
const with_ =
  (more: More, body: unknown): More =>
  async (asked) => ({ ...(await more(asked)), body: typeof body === 'function' ? await body(asked) : body })

const named = async ({ the }: Asked) => ({ name: the.name() })
const sent =
  (body: (asked: Asked) => Promise<unknown>): More =>
  async (asked) => ({ body: await body(asked) })
const projectIds = async ({ the }: Asked) => ({ project_ids: [await the.project()] })

const projectAndTask: More = async ({ the }) => ({ params: await the.projectTask() })

const MEMBER_IS_ADMIN = { admin: true }
const PATCH_COLOR = [{ op: 'replace', path: '/color', value: '#2da608' }]

async function projectUser({ the }: Asked): Promise<number> {
  const { project_id, member_id } = await the.projectMember()
  return projectUserId(project_id, member_id)
}

const V9 = '/api/v9'
const W = `${V9}/workspaces/:workspace_id`
const O = `${V9}/organizations/:organization_id`

/** A sensible call for every route about workspaces, people, clients, projects, tasks and tags. */
export const THING_SAMPLES: Samples = {
  ...Object.fromEntries(
    [
      `${V9}/me/clients`,
      `${V9}/clients`,
      `${V9}/me/tags`,
      `${V9}/me/projects`,
      `${V9}/me/projects/paginated`,
      `${V9}/me/tasks`,
      `${V9}/me/workspaces`,
      `${V9}/me/all_workspaces`,
      `${V9}/workspaces`,
      `${V9}/me/organizations`,
      `${V9}/countries`,
      `${V9}/currencies`,
      `${V9}/status`,
      `${V9}/timezones`,
      `${V9}/timezones/offsets`,
    ].map((path) => [`GET ${path}`, nothing]),
  ),
  ...Object.fromEntries(
    [
      '',
      '/statistics',
      '/currencies',
      '/preferences',
      '/time_entry_constraints',
      '/users',
      '/workspace_users',
      '/dashboard/all_activity',
      '/dashboard/top_activity',
      '/dashboard/most_active',
      '/clients',
      '/projects',
      '/project_users',
      '/tasks',
      '/tasks/basic',
      '/tags',
    ].map((path) => [`GET ${W}${path}`, inWorkspace()]),
  ),
  ...Object.fromEntries(
    ['', '/owner', '/users', '/users/detailed', '/workspaces/statistics'].map((path) => [
      `GET ${O}${path}`,
      inOrganization(),
    ]),
  ),
  [`GET ${V9}/countries/:country_id/subdivisions`]: async () => ({ params: { country_id: 999_999 } }),

  [`PUT ${W}`]: inFresh('workspace_id', sent(named)),
  [`POST ${W}/preferences`]: inWorkspace(sent(async () => ({ report_locked_at: null }))),
  [`POST ${W}/time_entry_constraints`]: inWorkspace(sent(async () => ({}))),
  [`POST ${W}/users/data`]: inWorkspace(sent(async ({ the }) => [await the.user()])),
  [`PUT ${W}/users/:user_id`]: inFresh('workspace_id', with_(person, MEMBER_IS_ADMIN)),
  [`PUT ${W}/workspace_users/:workspace_user_id`]: inFresh('workspace_id', with_(member, MEMBER_IS_ADMIN)),
  [`DELETE ${W}/workspace_users/:workspace_user_id`]: inFresh('workspace_id', member),
  [`POST ${W}/rates`]: inWorkspace(
    sent(async ({ the, other, variant }) => {
      const of = variant === 'with project' ? other : the
      return { level: 'project', level_id: await of.project(), amount: 50 }
    }),
  ),
  [`GET ${W}/rates/:level/:level_id`]: inWorkspace(async ({ the }) => ({
    params: { level: 'project', level_id: await the.project() },
  })),

  [`POST ${W}/clients`]: inWorkspace(sent(named)),
  [`GET ${W}/clients/:client_id`]: inWorkspace(client),
  [`PUT ${W}/clients/:client_id`]: inWorkspace(with_(client, { notes: 'New' })),
  [`DELETE ${W}/clients/:client_id`]: inWorkspace(client),
  [`POST ${W}/clients/:client_id/archive`]: inWorkspace(client),
  [`POST ${W}/clients/:client_id/restore`]: inWorkspace(with_(client, { restore_all_projects: true })),
  [`POST ${W}/clients/data`]: inWorkspace(sent(async ({ the }) => [await the.client()])),
  [`POST ${W}/clients/archive`]: inWorkspace(sent(async ({ the }) => [await the.client()])),
  [`POST ${W}/clients/delete`]: inWorkspace(sent(async ({ the }) => [await the.client()])),

  [`POST ${W}/projects`]: inWorkspace(
    sent(async ({ the, other, variant }) => ({
      name: the.name(),
      ...(variant === 'with client' ? { client_id: await other.client() } : {}),
    })),
  ),
  [`GET ${W}/projects/:project_id`]: inWorkspace(project),
  [`PUT ${W}/projects/:project_id`]: inWorkspace(with_(project, { billable: true })),
  [`PATCH ${W}/projects/:project_ids`]: inWorkspace(async ({ the }) => ({
    params: { project_ids: await the.project() },
    body: PATCH_COLOR,
  })),
  [`DELETE ${W}/projects/:project_id`]: inWorkspace(project),
  [`POST ${W}/projects/:project_id/pin`]: inWorkspace(with_(project, { pin: true })),
  [`GET ${W}/projects/:project_id/statistics`]: inWorkspace(project),
  [`POST ${W}/projects/task_count`]: inWorkspace(sent(projectIds)),
  [`POST ${W}/projects/user_count`]: inWorkspace(sent(projectIds)),
  [`POST ${W}/project_users`]: inWorkspace(
    sent(async ({ the, other, variant }) => ({
      project_id: await (variant === 'with project' ? other : the).project(),
      user_id: await (variant === 'with user' ? other : the).user(),
    })),
  ),
  [`POST ${W}/project_users/paginated`]: inWorkspace(sent(async ({ the }) => [await the.project()])),
  [`PUT ${W}/project_users/:project_user_id`]: inWorkspace(async (asked) => ({
    params: { project_user_id: await projectUser(asked) },
    body: { manager: false },
  })),
  [`PATCH ${W}/project_users/:project_user_ids`]: inWorkspace(async (asked) => ({
    params: { project_user_ids: await projectUser(asked) },
    body: [{ op: 'replace', path: '/manager', value: false }],
  })),
  [`DELETE ${W}/project_users/:project_user_id`]: inWorkspace(async (asked) => ({
    params: { project_user_id: await projectUser(asked) },
  })),

  [`GET ${W}/projects/:project_id/tasks`]: inWorkspace(project),
  [`POST ${W}/projects/:project_id/tasks`]: inWorkspace(with_(project, named)),
  [`GET ${W}/projects/:project_id/tasks/:task_id`]: inWorkspace(projectAndTask),
  [`PUT ${W}/projects/:project_id/tasks/:task_id`]: inWorkspace(
    with_(projectAndTask, { estimated_seconds: 60 }),
  ),
  [`PATCH ${W}/projects/:project_id/tasks/:task_ids`]: inWorkspace(async (asked) => {
    const { project_id, task_id: task_ids } = await asked.the.projectTask()
    const body = [{ op: 'replace', path: '/estimated_seconds', value: 60 }]
    return { params: { project_id, task_ids }, body }
  }),
  [`DELETE ${W}/projects/:project_id/tasks/:task_id`]: inWorkspace(projectAndTask),
  [`POST ${W}/tasks/data`]: inWorkspace(sent(async ({ the }) => [await the.task()])),

  [`POST ${W}/tags`]: inWorkspace(sent(named)),
  [`PATCH ${W}/tags`]: inWorkspace(
    sent(async ({ the, other, variant }) => ({
      delete: [await (variant === 'with tag' ? other : the).tag()],
    })),
  ),
  [`PUT ${W}/tags/:tag_id`]: inWorkspace(with_(tag, named)),
  [`DELETE ${W}/tags/:tag_id`]: inWorkspace(tag),

  [`POST ${V9}/organizations`]: sent(named),
  [`PUT ${O}`]: inFresh('organization_id', sent(named)),
  [`POST ${O}/workspaces`]: inOrganization(sent(named)),
  [`PATCH ${O}/users`]: inFresh(
    'organization_id',
    sent(async ({ the }) => ({ delete: [await the.member()] })),
  ),
  [`PUT ${O}/users/:organization_user_id`]: inFresh(
    'organization_id',
    with_(colleague, { organization_admin: true }),
  ),
  [`DELETE ${O}/users/leave`]: inFresh('organization_id', nothing),
  [`GET ${O}/workspaces/:workspace_id/workspace_users`]: inOrganization(async ({ the }) => ({
    params: { workspace_id: await the.workspace() },
  })),
  [`PATCH ${O}/workspaces/:workspace_id/workspace_users`]: inFresh('organization_id', async ({ the }) => ({
    params: { workspace_id: await the.workspace() },
    body: { delete: [await the.member()] },
  })),
  [`POST ${O}/invitations`]: inOrganization(
    sent(async ({ the }) => ({
      emails: [`${randomUUID()}@example.com`],
      workspaces: [{ workspace_id: await the.workspace() }],
    })),
  ),
  [`PUT ${O}/invitations/:invitation_id/resend`]: inOrganization(async ({ the }) => ({
    params: { invitation_id: await the.invitation() },
  })),
  [`GET ${V9}/invitations/:invitation_code`]: code,
  [`POST ${V9}/organizations/invitations/:invitation_code/accept`]: code,
  [`POST ${V9}/organizations/invitations/:invitation_code/reject`]: code,
}
