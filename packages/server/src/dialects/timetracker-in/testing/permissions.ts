import { any, FOREIGN, of, ofPerson, ofProject, rows, WHO } from '../../../testing/permission-rows.ts'

const W = '/v1/workspaces/:workspace_id'
const I = '/api/integrations/zapier'

/** What is found is what one may see, and where one sees nothing there is nothing to find. */
const FOUND = { own: 'ok ok ok ok ok ok ok no ok who', foreign: 'ok ok ok ok ok ok ok ok ok who' }
/** Who may not make a thing at all learns nothing of the foreign one it would be for. */
const MIXED = '- - - - no - no no - who'
/** An entry is first looked for a place. */
const MISPLACED = '- - - - - - no no - who'
const MANAGER = 'ok ok ok no no - no no - who'
/** Hooks are one's own, whoever one is; a key that is bound to a workspace keeps none. */
const OWN_READ = 'ok ok ok ok ok ok ok no no who'
const OWN_WRITE = 'ok ok ok ok ok ok no no no who'

/** Who may do what on the core API. */
const CORE_PERMISSIONS = [
  rows('GET /v1/me', { any: 'ok ok ok ok ok ok ok ok ok who' }),
  any('readHome', 'GET /v1/workspaces'),
  of('read', `GET ${W}`),

  of('read', `GET ${W}/clients`, `GET ${W}/clients/:client_id`),
  of('member', `POST ${W}/clients`),
  of('manager', `PATCH ${W}/clients/:client_id`, `DELETE ${W}/clients/:client_id`),

  of('read', `GET ${W}/projects`),
  rows(`POST ${W}/projects`, { own: WHO.member, 'own, with client': MIXED, foreign: FOREIGN }),
  ofProject('read', [`GET ${W}/projects/:project_id`]),
  ofProject('manager', [`DELETE ${W}/projects/:project_id`]),
  ofProject('manager', [`PATCH ${W}/projects/:project_id`], {
    'own, with client': '- - - no no - no no - who',
  }),

  of('read', `GET ${W}/tasks`),
  ofProject('member', [`POST ${W}/tasks`, `PATCH ${W}/tasks/:task_id`]),
  ofProject('read', [`GET ${W}/tasks/:task_id`]),
  ofProject('manager', [`DELETE ${W}/tasks/:task_id`]),

  of('read', `GET ${W}/tags`, `GET ${W}/tags/:tag_id`),
  of('member', `POST ${W}/tags`, `PATCH ${W}/tags/:tag_id`),
  of('manager', `DELETE ${W}/tags/:tag_id`),

  of('read', `GET ${W}/time-entries`),
  rows(`POST ${W}/time-entries`, {
    own: WHO.member,
    colleague: MANAGER,
    private: 'ok ok - - - - no no - who',
    'own, with project': MISPLACED,
    'own, with task': MISPLACED,
    'own, with tag': MIXED,
    foreign: FOREIGN,
  }),
  ofPerson('read', [`GET ${W}/time-entries/:time_entry_id`], { private: 'ok ok - - - - ok no - who' }),
  ofPerson('member', [`PATCH ${W}/time-entries/:time_entry_id`, `DELETE ${W}/time-entries/:time_entry_id`], {
    private: 'ok ok - - - - no no - who',
  }),

  of('read', `GET ${W}/timer`, `GET ${W}/team-members`, `GET ${W}/team-members/:team_member_id`),
  rows(`POST ${W}/timer/start`, {
    own: WHO.member,
    private: 'ok ok - - - - no no - who',
    'own, with task': MISPLACED,
    foreign: FOREIGN,
  }),
  rows(`POST ${W}/timer/stop`, { own: 'ok ok ok ok no - no no - who', foreign: FOREIGN }),
  of('read', `GET ${W}/reports/summary`, `GET ${W}/reports/detailed`, `GET ${W}/reports/weekly`),

  rows('GET /v1/webhooks', { any: OWN_READ }),
  rows('POST /v1/webhooks', { any: OWN_WRITE }),
  rows('GET /v1/webhooks/:hook_id', {
    own: 'ok ok ok ok ok ok ok no - who',
    colleague: FOREIGN,
    foreign: FOREIGN,
  }),
  rows('DELETE /v1/webhooks/:hook_id', {
    own: 'ok ok ok ok ok ok no no - who',
    colleague: '- - - - - - no no - who',
    foreign: '- - - - - - no no - who',
  }),
]

const made = (things: string) => `POST ${I}/triggers/${things}`

/** Who may do what on the surface for integrations. */
const INTEGRATION_PERMISSIONS = [
  of('member', made('clients'), made('tags')),
  rows(made('projects'), { own: WHO.member, 'own, with client': MIXED, foreign: FOREIGN }),
  ofProject('member', [made('tasks')]),
  rows(made('time-entries'), {
    own: WHO.member,
    colleague: MANAGER,
    private: 'ok ok - - - - no no - who',
    'own, with project': MISPLACED,
    'own, with tag': MIXED,
    foreign: FOREIGN,
  }),
  ...['clients', 'projects', 'tasks', 'tags', 'time-entries'].flatMap((things) => [
    rows(`POST ${I}/triggers/${things}/find`, FOUND),
    rows(`GET ${I}/triggers/${things}/find`, FOUND),
  ]),
  ...['workspaces', 'clients', 'projects', 'tasks', 'tags', 'team-members'].map((things) =>
    rows(`GET ${I}/triggers/${things}`, {
      'own, everywhere': WHO.readHome,
      own: WHO.read,
      foreign: FOREIGN,
    }),
  ),
  any(
    'readHome',
    ...['clients', 'projects', 'tasks', 'time-entries/start', 'time-entries/stop', 'time-entries/manual'].map(
      (path) => `GET ${I}/triggers/${path}/fallback`,
    ),
  ),
  rows(`POST ${I}/webhooks/subscribe`, { any: OWN_WRITE }),
  rows(`DELETE ${I}/webhooks/:hook_id`, {
    own: 'ok ok ok ok ok ok no no - who',
    colleague: '- - - - - - no no - who',
    foreign: '- - - - - - no no - who',
  }),
]

export const TIMETRACKER_IN_PERMISSIONS = [...CORE_PERMISSIONS, ...INTEGRATION_PERMISSIONS].join('\n')
