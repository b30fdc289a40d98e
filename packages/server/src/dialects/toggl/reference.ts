import { Type } from 'typebox'
import type { WireReference } from '../../http/reference.ts'
import { ME_ROUTES } from './reference/me.ts'
import { OLD_REPORT_ROUTES } from './reference/old-reports.ts'
import { REPORT_PICKER_ROUTES } from './reference/report-pickers.ts'
import { PROJECT_ROUTES } from './reference/projects.ts'
import { REPORT_ROUTES } from './reference/reports.ts'
import { TIME_ENTRY_ROUTES } from './reference/time-entries.ts'
import { EIGHT_ROUTES } from './reference/v8.ts'
import { WEBHOOK_ROUTES } from './reference/webhooks.ts'
import { WORKSPACE_ROUTES } from './reference/workspaces.ts'

const V9 = 'api/v9'
const WORKSPACE = `${V9}/workspaces/:workspace_id`

/** What the documents of this dialect say beyond what its routes say themselves. */
export const togglReference: WireReference = {
  about: [
    'The Toggl Track API as its clients know it: point one at this server and it works unchanged. Version 9 and version 8, Reports v3 and v2, and Webhooks v1 are all here, each at the path it has there.',
    'Every workspace is a Toggl workspace, and an organization of the same number. It presents itself as a Premium one; nothing is counted, and entries may be as old and as long as they are. What is not offered (groups, goals, expenses, invoices and the like) answers 402, as on a plan without it.',
    'Sign in with HTTP Basic: your e-mail address and password, or your personal API token (Settings, Profile) with the word `api_token` as the password. Keys made under Settings, API keys work in its place, with the scopes they have.',
  ].join('\n\n'),
  source: { title: 'Toggl Track API documentation', url: 'https://engineering.toggl.com/docs/' },
  groups: [
    {
      name: 'Me',
      about: 'The account, its token, sessions and preferences, and lists of all that is mine.',
      roots: [`${V9}/me`, 'api/sessions', `${V9}/signup`],
    },
    {
      name: 'Time entries',
      about: 'Recording time. The running one has a negative duration.',
      roots: [`${V9}/me/time_entries`, `${V9}/time_entries`, `${WORKSPACE}/time_entries`],
    },
    {
      name: 'Workspaces',
      about: 'Workspaces with their rules, people and rates.',
      roots: [`${V9}/workspaces`],
    },
    {
      name: 'Organizations',
      about: 'Each workspace is an organization of the same number, with its people and invitations.',
      roots: [`${V9}/organizations`, `${V9}/invitations`],
    },
    { name: 'Clients', about: 'Whom projects are for.', roots: [`${WORKSPACE}/clients`, `${V9}/clients`] },
    {
      name: 'Projects',
      about: 'Projects and who is in them. Sub-projects stand beside the others.',
      roots: [`${WORKSPACE}/projects`, `${WORKSPACE}/project_users`, `${WORKSPACE}/project_groups`],
    },
    {
      name: 'Tasks',
      about: 'Tasks of projects.',
      roots: [`${WORKSPACE}/tasks`, `${WORKSPACE}/projects/:project_id/tasks`],
    },
    { name: 'Tags', about: 'Tags of time entries.', roots: [`${WORKSPACE}/tags`] },
    {
      name: 'Reference data',
      about: 'Countries, currencies and time zones.',
      roots: ['countries', 'currencies', 'timezones', 'status', 'keys'].map((root) => `${V9}/${root}`),
    },
    {
      name: 'Reports v3',
      about: 'Summaries, details and weeks, with their files and pickers.',
      roots: ['reports/api/v3', 'insights/api/v1'],
    },
    { name: 'Webhooks v1', about: 'Who is told of what happens.', roots: ['webhooks/api/v1'] },
    {
      name: 'API v8',
      about: 'The version before, with `data` around single things and nothing where a value is null.',
      roots: ['api/v8'],
    },
    { name: 'Reports v2', about: 'Reports by GET, in milliseconds.', roots: ['reports/api/v2'] },
  ],
  signIn: {
    token: {
      type: 'http',
      scheme: 'basic',
      keyPassword: 'api_token',
      description: 'An API token and the word `api_token`, or an e-mail address and a password.',
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-timer-session',
      description: 'The cookie of a session.',
    },
  },
  refusalBody: Type.String({ description: 'Why, in a sentence.', examples: ['Resource can not be found'] }),
  refusals: [
    { status: 400, name: 'BadRequest', meaning: 'The request makes no sense.', applies: always },
    {
      status: 401,
      name: 'NoCredentials',
      meaning: 'Nobody said who calls; the body is empty.',
      applies: always,
    },
    {
      status: 403,
      name: 'Forbidden',
      meaning: 'Wrong credentials, a workspace of others, or something this role may not do.',
      applies: always,
    },
    {
      status: 404,
      name: 'NotFound',
      meaning: 'There is no such thing, or it is not yours to know.',
      applies: ({ params }) => params !== undefined,
    },
    { status: 500, name: 'ServerError', meaning: 'A fault of the server.', applies: always },
  ],
  answerHeaders: [
    {
      name: 'X-Toggl-Quota-Remaining',
      schema: Type.Integer({ description: 'Always the same: nothing is counted.' }),
      applies: always,
    },
    {
      name: 'X-Toggl-Quota-Resets-In',
      schema: Type.Integer({ description: 'Always the same: nothing is counted.' }),
      applies: always,
    },
  ],
  routes: {
    ...ME_ROUTES,
    ...TIME_ENTRY_ROUTES,
    ...WORKSPACE_ROUTES,
    ...PROJECT_ROUTES,
    ...REPORT_ROUTES,
    ...REPORT_PICKER_ROUTES,
    ...OLD_REPORT_ROUTES,
    ...WEBHOOK_ROUTES,
    ...EIGHT_ROUTES,
  },
}

function always(): boolean {
  return true
}
