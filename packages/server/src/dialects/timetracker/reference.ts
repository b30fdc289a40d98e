import { Type } from 'typebox'
import type { DescribedRoute, WireReference } from '../../http/reference.ts'
import { ADMIN_TOKEN_ROUTES } from './reference/admin-tokens.ts'
import { APPROVAL_ROUTES } from './reference/approvals.ts'
import { AUDIT_ROUTES } from './reference/audit.ts'
import { CLIENT_ROUTES } from './reference/clients.ts'
import { DEAL_ROUTES } from './reference/deals.ts'
import { GROUPS } from './reference/groups.ts'
import { LEAD_ROUTES } from './reference/leads.ts'
import { PROJECT_ROUTES } from './reference/projects.ts'
import { REFUSAL_BODY, REFUSALS } from './reference/refusals.ts'
import { REPORT_ROUTES } from './reference/reports.ts'
import { SEARCH_ROUTES } from './reference/search.ts'
import { SYSTEM_ROUTES } from './reference/system.ts'
import { TASK_ROUTES } from './reference/tasks.ts'
import { TIME_ENTRY_ROUTES, TIMER_ROUTES } from './reference/time-entries.ts'
import { TIMESHEET_ROUTES } from './reference/timesheets.ts'
import { USER_ROUTES } from './reference/users.ts'
import { WEBHOOK_ROUTES } from './reference/webhooks.ts'

/** What the documents of this dialect say beyond what its routes say themselves. */
export function timeTrackerReference(sessionCookie: string): WireReference {
  return {
    about: [
      'The REST API v1 of TimeTracker as its clients know it: point its phone and desktop apps, its browser extension or a script at this address, with a key of this server that begins with `tt_`.',
      'A key knows one workspace here: its own, or the default of its owner. Lists come in pages of 50, at most 100. PUT and PATCH mean the same. A key may make 100 requests a minute and 1,000 an hour unless this installation says otherwise. A method that a path does not have is 405.',
      'Moments are answered without an offset: by the clock of the installation, whose zone `GET /api/v1/info` tells, or in UTC where it is said. Sent without one they mean that clock, too; with one they are what they say. Money is in whole units of its currency.',
      'What is not offered (invoices, expenses, inventory, time off and the like) answers 403 as a module that is switched off.',
    ].join('\n\n'),
    source: { title: 'TimeTracker', url: 'https://github.com/DRYTRIX/TimeTracker/blob/main/docs/API.md' },
    groups: GROUPS,
    signIn: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'A key: `Authorization: Bearer tt_…`.',
      },
      token: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'The same with another word: `Authorization: Token tt_…`.',
      },
      key: {
        type: 'apiKey',
        in: 'header',
        name: 'X-API-Key',
        description: 'The key alone, where `Authorization` holds none.',
      },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: sessionCookie,
        description: 'The session of the web app. Writes must come from a page of this server.',
        applies: ({ path }) => path.startsWith('/admin/'),
      },
    },
    refusalBody: REFUSAL_BODY,
    refusals: REFUSALS,
    answerHeaders: [
      {
        name: 'X-RateLimit-Limit',
        schema: Type.Integer({ description: 'Requests a key may make in a minute.' }),
        applies: isGuarded,
      },
      {
        name: 'X-RateLimit-Remaining',
        schema: Type.Integer({ description: 'How many of them are left.' }),
        applies: isGuarded,
      },
      {
        name: 'X-RateLimit-Reset',
        schema: Type.Integer({ description: 'When there are more, in Unix seconds.' }),
        applies: isGuarded,
      },
      {
        name: 'X-Operation-Id',
        schema: Type.String({ description: 'Names what was written; our own API can undo it.' }),
        applies: (route) => isGuarded(route) && route.method !== 'GET',
      },
    ],
    routes: {
      ...SYSTEM_ROUTES,
      ...USER_ROUTES,
      ...PROJECT_ROUTES,
      ...TIME_ENTRY_ROUTES,
      ...TIMER_ROUTES,
      ...TASK_ROUTES,
      ...CLIENT_ROUTES,
      ...DEAL_ROUTES,
      ...LEAD_ROUTES,
      ...SEARCH_ROUTES,
      ...REPORT_ROUTES,
      ...APPROVAL_ROUTES,
      ...TIMESHEET_ROUTES,
      ...WEBHOOK_ROUTES,
      ...AUDIT_ROUTES,
      ...ADMIN_TOKEN_ROUTES,
    },
  }
}

function isGuarded({ isPublic }: DescribedRoute): boolean {
  return !isPublic
}
