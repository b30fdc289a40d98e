import { any, FOREIGN, of, ofProject, rows, updates, WHO } from '../../../testing/permission-rows.ts'

const API = '/api/v1'
const PROJECT = `${API}/projects/:project_id`
const TASK = `${API}/tasks/:task_id`
const CLIENT = `${API}/clients/:client_id`
const CONTACT = `${API}/contacts/:contact_id`
const LEAD = `${API}/leads/:lead_id`
const DEAL = `${API}/deals/:deal_id`

/** What names a second thing of elsewhere is refused to everybody. */
const MIXED = '- - - - - - - - - who'
/** Leads, deals and contacts are nothing for viewers, who cannot tell one they may not see from none. */
const CRM = { own: 'ok ok ok ok - - no no - who', colleague: 'ok ok ok - - - no no - who' }
const CRM_READ = { own: 'ok ok ok ok - - ok no - who', colleague: 'ok ok ok - - - ok no - who' }
const crm = (call: string, more = {}) => rows(call, { ...CRM, ...more, foreign: FOREIGN })
const crmRead = (call: string) => rows(call, { ...CRM_READ, foreign: FOREIGN })
const CRM_LIST = 'ok ok ok ok no ok ok no ok who'
/** What a member may not give, to somebody of the team or of elsewhere. */
const GIVEN = { 'own, with owner': '- - - no - - no no - who' }
const DEAL_OF_ELSEWHERE = Object.fromEntries(
  ['client', 'contact', 'lead', 'project'].map((thing) => [`own, with ${thing}`, MIXED]),
)

/** Who may do what to people, projects, tasks, clients, contacts, leads and deals. */
export const THING_PERMISSIONS = [
  rows(`GET ${API}/users/me`, { any: 'ok ok ok ok ok ok ok ok ok who' }),
  // The scope that opens it is no role, and whoever is in a workspace may know who else is.
  rows(`GET ${API}/users`, { any: 'ok ok ok ok ok ok no no ok who' }),

  // A project is one's favourite wherever one sees it.
  any('readHome', `GET ${API}/users/me/favorites/projects`),
  rows(`POST ${API}/users/me/favorites/projects`, {
    own: 'ok ok ok ok ok - no no - who',
    private: 'ok ok - - - - no no - who',
    foreign: FOREIGN,
  }),
  rows(`DELETE ${API}/users/me/favorites/projects/:project_id`, {
    own: 'ok ok ok ok ok - no no - who',
    colleague: MIXED,
    foreign: FOREIGN,
  }),

  rows(`GET ${API}/projects`, { any: WHO.readHome, 'own, with client': WHO.readHome }),
  rows(`POST ${API}/projects`, { own: WHO.member, 'own, with client': MIXED, foreign: FOREIGN }),
  ofProject('read', [`GET ${PROJECT}`]),
  ofProject('manager', updates(PROJECT), { 'own, with client': MIXED }),
  ofProject('manager', [`DELETE ${PROJECT}`]),

  rows(`GET ${API}/tasks`, { any: WHO.readHome, 'own, with project': WHO.readHome }),
  ofProject('member', [`POST ${API}/tasks`], { 'own, with assignee': MIXED }),
  ofProject('read', [`GET ${TASK}`]),
  ofProject('member', updates(TASK), { 'own, with project': MIXED, 'own, with assignee': MIXED }),
  ofProject('manager', [`DELETE ${TASK}`]),

  any('readHome', `GET ${API}/clients`),
  any('memberHome', `POST ${API}/clients`),
  of('read', `GET ${CLIENT}`),
  of('manager', ...updates(CLIENT), `DELETE ${CLIENT}`),

  rows(`GET ${CLIENT}/contacts`, { own: 'ok ok ok ok no - ok no - who', foreign: FOREIGN }),
  rows(`POST ${CLIENT}/contacts`, { own: WHO.member, foreign: FOREIGN }),
  crmRead(`GET ${CONTACT}`),
  ...updates(CONTACT).map((call) => crm(call)),
  crm(`DELETE ${CONTACT}`),

  rows(`GET ${API}/leads`, { any: CRM_LIST }),
  rows(`POST ${API}/leads`, {
    any: WHO.memberHome,
    'colleague, given': 'ok ok ok no no - no no - who',
    'own, with owner': '- - - no no - no no - who',
  }),
  crmRead(`GET ${LEAD}`),
  ...updates(LEAD).map((call) => crm(call, GIVEN)),
  crm(`POST ${LEAD}/convert`, { 'own, with client': MIXED }),
  crm(`DELETE ${LEAD}`),

  rows(`GET ${API}/deals`, { any: CRM_LIST }),
  rows(`POST ${API}/deals`, {
    any: WHO.memberHome,
    'colleague, given': 'ok ok ok no no - no no - who',
    'own, with owner': '- - - no no - no no - who',
    ...DEAL_OF_ELSEWHERE,
  }),
  crmRead(`GET ${DEAL}`),
  ...updates(DEAL).map((call) => crm(call, { ...GIVEN, ...DEAL_OF_ELSEWHERE })),
  crm(`DELETE ${DEAL}`),
].join('\n')
