const V9 = '/api/v9'
const W = `${V9}/workspaces/:workspace_id`
const O = `${V9}/organizations/:organization_id`

//                owner admin manager member viewer | operator | reader scopeless elsewhere | nobody
const FOREIGN = '- - - - - - - - - who'
const PRIVATE = 'ok ok - - - - ok no - who'
const WORDS = {
  read: 'ok ok ok ok ok - ok no - who',
  /** What everybody may do whose own it is, and a key that may write. */
  mine: 'ok ok ok ok ok - no no - who',
  member: 'ok ok ok ok no - no no - who',
  manager: 'ok ok ok no no - no no - who',
  admin: 'ok ok no no no - no no - who',
} as const

type Who = keyof typeof WORDS

/** The rows of calls on paths that name a workspace, or an organization, and nothing else. */
function of(who: Who, ...calls: string[]): string {
  return calls.map((call) => rows(call, { own: WORDS[who], foreign: FOREIGN })).join('\n')
}

/** The same of a colleague instead of oneself. */
function ofColleague(who: Who, ...calls: string[]): string {
  return calls.map((call) => rows(call, { colleague: WORDS[who], foreign: FOREIGN })).join('\n')
}

/** The rows of calls on a project, or on what is in one: a private one is closed to those who are not in it. */
function ofProject(who: Who, ...calls: string[]): string {
  const hidden = who === 'read' ? PRIVATE : PRIVATE.replace('ok no', 'no no')
  return calls.map((call) => rows(call, { own: WORDS[who], private: hidden, foreign: FOREIGN })).join('\n')
}

function rows(call: string, expectations: Readonly<Record<string, string>>): string {
  const lines = Object.entries(expectations).map(([label, words]) => `  ${label}  ${words}`)
  return [call, ...lines].join('\n')
}

const ANYBODY = 'ok ok ok ok ok ok ok ok ok ok'
const MY_LIST = 'ok ok ok ok ok ok ok no ok who'
const MY_WRITE = 'ok ok ok ok ok ok no no no who'
const NOT_MINE = 'no no no no no no no no no who'
const UNKNOWN = '- - - - - - - - - -'
/** Each thing is done or refused for itself, in an answer that is good. */
const EACH = 'ok ok ok ok ok - ok ok - who'

/** Who may do what to workspaces, people, clients, projects, tasks and tags. */
export const THING_PERMISSIONS = [
  ...[
    'me/clients',
    'clients',
    'me/tags',
    'me/projects',
    'me/projects/paginated',
    'me/tasks',
    'me/workspaces',
    'me/all_workspaces',
    'workspaces',
    'me/organizations',
  ].map((path) => rows(`GET ${V9}/${path}`, { any: MY_LIST })),
  ...['countries', 'currencies', 'status', 'timezones', 'timezones/offsets'].map((path) =>
    rows(`GET ${V9}/${path}`, { any: ANYBODY }),
  ),
  rows(`GET ${V9}/countries/:country_id/subdivisions`, { unknown: UNKNOWN }),

  of('read', `GET ${W}`, `GET ${W}/statistics`, `GET ${W}/currencies`, `GET ${W}/preferences`),
  of('read', `GET ${W}/time_entry_constraints`, `GET ${W}/users`, `POST ${W}/users/data`),
  of('read', `GET ${W}/workspace_users`, `GET ${W}/dashboard/all_activity`),
  of('read', `GET ${W}/dashboard/top_activity`, `GET ${W}/dashboard/most_active`),
  of('admin', `PUT ${W}`, `POST ${W}/preferences`),
  // It asks for nothing and writes nothing.
  rows(`POST ${W}/time_entry_constraints`, { own: 'ok ok no no no - ok no - who', foreign: FOREIGN }),
  ofColleague('admin', `PUT ${W}/users/:user_id`, `PUT ${W}/workspace_users/:workspace_user_id`),
  rows(`DELETE ${W}/workspace_users/:workspace_user_id`, {
    own: 'busy ok ok ok ok - no no - who',
    colleague: WORDS.admin,
    foreign: FOREIGN,
  }),
  rows(`POST ${W}/rates`, {
    own: WORDS.manager,
    private: 'ok ok - no no - no no - who',
    'own, with project': '- - - no no - - no - who',
    foreign: FOREIGN,
  }),
  rows(`GET ${W}/rates/:level/:level_id`, {
    own: 'ok ok ok no no - ok no - who',
    private: 'ok ok - no no - ok no - who',
    foreign: FOREIGN,
  }),

  of('read', `GET ${W}/clients`, `GET ${W}/clients/:client_id`, `POST ${W}/clients/data`),
  of('member', `POST ${W}/clients`),
  of('manager', `PUT ${W}/clients/:client_id`, `DELETE ${W}/clients/:client_id`),
  of('manager', `POST ${W}/clients/:client_id/archive`, `POST ${W}/clients/:client_id/restore`),
  of('manager', `POST ${W}/clients/archive`, `POST ${W}/clients/delete`),

  of('read', `GET ${W}/projects`, `POST ${W}/projects/task_count`, `POST ${W}/projects/user_count`),
  rows(`POST ${W}/projects`, {
    own: WORDS.member,
    'own, with client': '- - - - - - - - - who',
    foreign: FOREIGN,
  }),
  ofProject('read', `GET ${W}/projects/:project_id`, `GET ${W}/projects/:project_id/statistics`),
  ofProject('manager', `PUT ${W}/projects/:project_id`, `DELETE ${W}/projects/:project_id`),
  ofProject('mine', `POST ${W}/projects/:project_id/pin`),
  rows(`PATCH ${W}/projects/:project_ids`, { own: EACH, foreign: FOREIGN }),

  of('read', `GET ${W}/project_users`, `POST ${W}/project_users/paginated`),
  rows(`POST ${W}/project_users`, {
    own: WORDS.manager,
    'own, with project': '- - - - - - - - - who',
    'own, with user': '- - - - - - - - - who',
    foreign: FOREIGN,
  }),
  ofProject(
    'manager',
    `PUT ${W}/project_users/:project_user_id`,
    `DELETE ${W}/project_users/:project_user_id`,
  ),
  rows(`PATCH ${W}/project_users/:project_user_ids`, { own: EACH, foreign: FOREIGN }),

  of('read', `GET ${W}/tasks`, `GET ${W}/tasks/basic`, `POST ${W}/tasks/data`),
  ofProject('read', `GET ${W}/projects/:project_id/tasks`),
  ofProject('member', `POST ${W}/projects/:project_id/tasks`),
  ofProject('read', `GET ${W}/projects/:project_id/tasks/:task_id`),
  ofProject('member', `PUT ${W}/projects/:project_id/tasks/:task_id`),
  ofProject('manager', `DELETE ${W}/projects/:project_id/tasks/:task_id`),
  rows(`PATCH ${W}/projects/:project_id/tasks/:task_ids`, {
    own: EACH.replace('ok ok - who', 'ok no - who'),
    private: PRIVATE,
    foreign: FOREIGN,
  }),

  of('read', `GET ${W}/tags`),
  of('member', `POST ${W}/tags`, `PUT ${W}/tags/:tag_id`),
  of('manager', `DELETE ${W}/tags/:tag_id`),
  rows(`PATCH ${W}/tags`, {
    own: WORDS.manager,
    'own, with tag': '- - - no no - no no - who',
    foreign: FOREIGN,
  }),

  rows(`POST ${V9}/organizations`, { any: MY_WRITE }),
  of('read', `GET ${O}`, `GET ${O}/owner`, `GET ${O}/users`, `GET ${O}/users/detailed`),
  of('read', `GET ${O}/workspaces/statistics`, `GET ${O}/workspaces/:workspace_id/workspace_users`),
  of('admin', `PUT ${O}`, `POST ${O}/invitations`),
  rows(`POST ${O}/workspaces`, { own: 'bad bad bad bad bad - bad bad - who', foreign: FOREIGN }),
  ofColleague('admin', `PATCH ${O}/users`, `PUT ${O}/users/:organization_user_id`),
  ofColleague('admin', `PATCH ${O}/workspaces/:workspace_id/workspace_users`),
  rows(`DELETE ${O}/users/leave`, { own: 'bad ok ok ok ok - bad bad - who', foreign: FOREIGN }),
  // The test server sends no mail.
  rows(`PUT ${O}/invitations/:invitation_id/resend`, {
    own: 'bad bad no no no - bad no - who',
    foreign: FOREIGN,
  }),
  rows(`GET ${V9}/invitations/:invitation_code`, { own: ANYBODY, unknown: UNKNOWN }),
  ...['accept', 'reject'].map((verb) =>
    rows(`POST ${V9}/organizations/invitations/:invitation_code/${verb}`, {
      own: MY_WRITE,
      colleague: NOT_MINE,
      unknown: '- - - - - - - - - who',
    }),
  ),
].join('\n')
