import { Type } from 'typebox'
import type { WireReference } from '../../http/reference.ts'
import { GROUPS } from './reference/groups.ts'
import { CREATE_ROUTES, FIND_ROUTES, LIST_ROUTES, SAMPLE_ROUTES } from './reference/integrations.ts'
import { ME_ROUTES } from './reference/me.ts'
import { isCore, REFUSAL_BODY, REFUSALS, writes } from './reference/refusals.ts'
import { REPORT_ROUTES } from './reference/reports.ts'
import { CLIENT_ROUTES, PROJECT_ROUTES, TAG_ROUTES, TASK_ROUTES } from './reference/things.ts'
import { TIME_ENTRY_ROUTES, TIMER_ROUTES } from './reference/time-entries.ts'
import { HOOK_ROUTES, WEBHOOK_ROUTES } from './reference/webhooks.ts'
import { versioned } from './reference/words.ts'
import { WORKSPACE_ROUTES } from './reference/workspaces.ts'

/** What the documents of this dialect say beyond what its routes say themselves. */
export const timeTrackerInReference: WireReference = {
  about: [
    'The API of Timetracker.in as its clients know it, both parts of it: the core API below `/v1`, and what Zapier and other integrations call, below `/api/integrations/zapier`. Point a client at this address with any key of this server.',
    'Everything is named by a UUID, and a hook by `wh_` and 16 digits. Moments are answered in UTC; sent without an offset they are in UTC, too. A day is its midnight in UTC. Durations are whole seconds, estimates decimal hours, and money is in whole units of its currency.',
    'Fields are answered as they are described here; sent, each may be spelled `like_this` or `likeThis`, and an empty text is as good as null. Whatever is done well is 200.',
    'A key may make 10 requests a second and 100 a minute unless this installation says otherwise.',
  ].join('\n\n'),
  source: {
    title: 'Timetracker API documentation',
    url: 'https://docs.timetracker.in/api-reference/introduction',
  },
  groups: GROUPS,
  signIn: {
    key: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Api-Key',
      description: 'A key, as the core API has it.',
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description:
        'The same as `Authorization: Bearer …`, as the integrations send it. Each part takes both.',
    },
  },
  refusalBody: REFUSAL_BODY,
  refusals: REFUSALS,
  answerHeaders: [
    {
      name: 'X-RateLimit-Limit',
      schema: Type.Integer({ description: 'Requests a key may make in a minute.' }),
      applies: always,
    },
    {
      name: 'X-RateLimit-Remaining',
      schema: Type.Integer({ description: 'How many of them are left.' }),
      applies: always,
    },
    {
      name: 'X-RateLimit-Reset',
      schema: Type.Integer({ description: 'When there are more, in Unix seconds.' }),
      applies: always,
    },
    {
      name: 'X-Api-Version',
      schema: Type.String({ description: 'The version that answered.', examples: ['1.0.0'] }),
      applies: isCore,
    },
    {
      name: 'X-Operation-Id',
      schema: Type.String({ description: 'Names what was written; our own API can undo it.' }),
      applies: writes,
    },
  ],
  routes: {
    ...versioned({
      ...ME_ROUTES,
      ...WORKSPACE_ROUTES,
      ...CLIENT_ROUTES,
      ...PROJECT_ROUTES,
      ...TASK_ROUTES,
      ...TAG_ROUTES,
      ...TIME_ENTRY_ROUTES,
      ...TIMER_ROUTES,
      ...REPORT_ROUTES,
      ...WEBHOOK_ROUTES,
    }),
    ...CREATE_ROUTES,
    ...LIST_ROUTES,
    ...FIND_ROUTES,
    ...SAMPLE_ROUTES,
    ...HOOK_ROUTES,
  },
}

function always(): boolean {
  return true
}
