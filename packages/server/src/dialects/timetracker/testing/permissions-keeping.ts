import { any, FOREIGN, of, rows, updates, WHO } from '../../../testing/permission-rows.ts'

const API = '/api/v1'
const APPROVAL = `${API}/time-entry-approvals/:approval_id`
const PERIOD = `${API}/timesheet-periods/:period_id`
const POLICY = `${API}/time-approval-policies/:policy_id`
const WEBHOOK = `${API}/webhooks/:webhook_id`
const TOKEN = '/admin/api-tokens/:token_id'

const MIXED = '- - - - - - - - - who'
const PRIVATE = { private: 'ok ok - - - - no no - who' }
/** Who is not the one to decide is answered with a 400, as somebody whom the rules keep from it. */
const DECISION = {
  own: 'bad bad bad bad bad - no no - who',
  colleague: 'ok ok bad - - - no no - who',
  'colleague, asked': 'ok ok ok ok bad - no no - who',
}
/** Everybody's keys are for those who run the installation, whatever the workspace. */
const OPERATOR = 'no no no no no ok no no no who'
const NO_TOKEN = 'no no no no no - no no no who'
const OF_TOKEN = { colleague: OPERATOR, foreign: OPERATOR, unknown: NO_TOKEN }

/** Who may do what with approvals, periods, policies, webhooks and keys. */
export const KEEPING_PERMISSIONS = [
  any('anybody', `GET ${API}/info`, `GET ${API}/health`, 'GET /api/openapi.json'),
  rows(`POST ${API}/auth/login`, { own: WHO.anybody }),

  any('readHome', `GET ${API}/time-entry-approvals`),
  rows(`GET ${APPROVAL}`, {
    own: WHO.read,
    colleague: 'ok ok ok - - - ok no - who',
    'colleague, asked': WHO.read,
    private: 'ok ok - - - - ok no - who',
    foreign: FOREIGN,
  }),
  rows(`POST ${API}/time-entries/:entry_id/request-approval`, {
    own: WHO.member,
    colleague: 'ok ok ok - - - no no - who',
    ...PRIVATE,
    'own, with approver': MIXED,
    foreign: FOREIGN,
  }),
  ...['approve', 'reject'].map((verb) =>
    rows(`POST ${APPROVAL}/${verb}`, { ...DECISION, ...PRIVATE, foreign: FOREIGN }),
  ),
  rows(`POST ${APPROVAL}/cancel`, {
    own: 'ok ok ok ok no - no no - who',
    colleague: 'bad bad bad - - - no no - who',
    'colleague, asked': 'bad bad bad bad no - no no - who',
    private: 'bad bad - - - - no no - who',
    foreign: FOREIGN,
  }),
  // Each is decided on by itself, in an answer that is good.
  ...[`POST ${API}/time-entry-approvals/bulk-approve`].map((call) =>
    rows(call, { own: 'ok ok ok ok ok ok no no ok who', foreign: 'ok ok ok ok ok ok no no ok who' }),
  ),

  any('readHome', `GET ${API}/time-approval-policies`),
  rows(`POST ${API}/time-approval-policies`, {
    colleague: WHO.admin,
    ...Object.fromEntries(
      ['project', 'user', 'approver'].map((thing) => [
        `colleague, with ${thing}`,
        '- - no no no - no no - who',
      ]),
    ),
  }),
  ...updates(POLICY).map((call) =>
    rows(call, {
      own: WHO.admin,
      ...Object.fromEntries(
        ['project', 'user', 'approver'].map((thing) => [`own, with ${thing}`, '- - no no no - no no - who']),
      ),
      foreign: FOREIGN,
    }),
  ),
  of('admin', `DELETE ${POLICY}`),

  any('readHome', `GET ${API}/timesheet-periods`),
  rows(`POST ${API}/timesheet-periods`, {
    any: WHO.memberHome,
    colleague: 'ok ok ok ok no - no no - who',
  }),
  rows(`POST ${PERIOD}/submit`, {
    own: WHO.member,
    colleague: 'bad bad bad - - - no no - who',
    foreign: FOREIGN,
  }),
  rows(`DELETE ${PERIOD}`, { own: WHO.member, colleague: 'ok ok no - - - no no - who', foreign: FOREIGN }),
  ...['approve', 'reject'].map((verb) => rows(`POST ${PERIOD}/${verb}`, { ...DECISION, foreign: FOREIGN })),
  rows(`POST ${PERIOD}/close`, {
    own: 'bad bad no no no - no no - who',
    colleague: 'ok ok no no no - no no - who',
    foreign: '- - no no no - no no - who',
  }),

  any('readHome', `GET ${API}/webhooks/events`),
  rows(`GET ${API}/webhooks`, { any: 'ok ok no no no ok ok no ok who' }),
  any('adminHome', `POST ${API}/webhooks`),
  ...[`GET ${WEBHOOK}`, `GET ${WEBHOOK}/deliveries`].map((call) =>
    rows(call, { own: 'ok ok no no no - ok no - who', foreign: FOREIGN }),
  ),
  of('admin', ...updates(WEBHOOK), `DELETE ${WEBHOOK}`),

  rows('GET /admin/api-tokens', { any: OPERATOR }),
  rows('POST /admin/api-tokens', OF_TOKEN),
  rows(`POST ${TOKEN}/toggle`, OF_TOKEN),
  rows(`POST ${TOKEN}/rotate`, OF_TOKEN),
  rows(`DELETE ${TOKEN}`, OF_TOKEN),
].join('\n')
