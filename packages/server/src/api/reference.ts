import { Type } from 'typebox'
import type { DescribedRoute, WireReference } from '../http/reference.ts'
import { ErrorBody } from './schemas.ts'

const INSTANT_RULE =
  'Moments are RFC 3339 with an offset, answered in UTC; days are YYYY-MM-DD; lengths are whole seconds.'

/** What the documents of our own API say beyond its routes. */
export function nativeReference(sessionCookie: string): WireReference {
  return {
    about: [
      `The API of Sundial itself: everything the web app does, for programs. ${INSTANT_RULE}`,
      'Lists answer `data` and `next_cursor`; send the cursor back for what follows. Every write names its operation ' +
        'in `X-Operation-Id`, which can be undone. Send `If-Match` with the version you have read to write only over ' +
        'what you know, and `Idempotency-Key` to repeat a write without doing it twice.',
      'What belongs to a workspace you are not in reads as not found.',
    ].join('\n\n'),
    groups: [
      { name: 'Server', about: 'What this installation is.', roots: ['server'] },
      {
        name: 'Accounts',
        about: 'Sign-up, sign-in, one’s own profile and password, and the accounts of this installation.',
        roots: ['users', 'session', 'me', 'password-resets'],
      },
      {
        name: 'Keys',
        about: 'One’s own API keys, and everybody’s for the administrators of the installation.',
        roots: ['tokens', 'admin/tokens'],
      },
      {
        name: 'Workspaces',
        about: 'Personal and team workspaces, who belongs to them, and invitations into them.',
        roots: ['workspaces', 'invitations'],
      },
      {
        name: 'Administration',
        about: 'Accounts, the queue and the state of the installation, for its administrators.',
        roots: ['admin'],
      },
      { name: 'Timer', about: 'One’s running entry, of which there is at most one.', roots: ['timer'] },
      { name: 'Entries', about: 'Time that was spent.', roots: ['entries'] },
      {
        name: 'Approvals',
        about:
          'Finished time is submitted, by entry or by week, and goes through the levels of its policy; without one the ' +
          'admins decide. What is approved is locked; what is changed while it waits is to be submitted anew.',
        roots: ['approvals', 'approval-policies', 'timesheets'],
      },
      {
        name: 'App usage',
        about: 'What one’s devices saw, for oneself alone, and the rules that put it on projects.',
        roots: ['app-usage', 'usage-rules'],
      },
      {
        name: 'Reports',
        about: 'Questions to the entries, kept, shared by link and written into files.',
        roots: ['reports', 'saved-reports', 'public-reports', 'exports'],
      },
      {
        name: 'Rates and budgets',
        about: 'What an hour is billed at and costs, from which day on, and how much a project may take.',
        roots: ['rates', 'budgets'],
      },
      { name: 'Projects', about: 'What time is spent on, as a tree.', roots: ['projects'] },
      {
        name: 'Clients',
        about: 'For whom projects are, and the people there.',
        roots: ['clients', 'contacts'],
      },
      {
        name: 'Leads and deals',
        about:
          'Who may become a client, and what may come of it. A member sees their own, who manages sees all.',
        roots: ['leads', 'deals'],
      },
      { name: 'Tasks', about: 'Parts of a project, with people and due days.', roots: ['tasks'] },
      { name: 'Tags', about: 'Words that entries share across projects.', roots: ['tags'] },
      { name: 'Search', about: 'One question over everything one may see.', roots: ['search'] },
      {
        name: 'Events',
        about: 'What happened and who did it, live and afterwards, and how to take it back.',
        roots: ['events', 'operations'],
      },
      {
        name: 'Webhooks',
        about:
          'Addresses that are told of what happens. Each message is a POST of JSON (`type`, `timestamp`, `workspace_id` ' +
          'and, as `data`, the event), signed as Standard Webhooks says. Any 2xx means it has arrived; otherwise it ' +
          'is sent again later, under the same `webhook-id`. About one thing, messages arrive in the order of what happened.',
        roots: ['webhooks', 'deliveries'],
      },
    ],
    signIn: {
      bearer: { type: 'http', scheme: 'bearer', description: 'A key: `Authorization: Bearer tt_…`.' },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: sessionCookie,
        description:
          'The session of the web app, from signing in. Writes must come from a page of this server.',
      },
    },
    refusalBody: ErrorBody,
    refusals: [
      { status: 400, name: 'Malformed', meaning: 'The request cannot be read.', applies: takesBody },
      {
        status: 401,
        name: 'Unauthenticated',
        meaning: 'No key, or one that is wrong or expired.',
        applies: isGuarded,
      },
      {
        status: 403,
        name: 'Forbidden',
        meaning: 'Not allowed with this role or this key.',
        applies: isGuarded,
      },
      {
        status: 404,
        name: 'NotFound',
        meaning: 'There is no such thing, or it is not yours to know.',
        applies: hasParams,
      },
      {
        status: 409,
        name: 'Conflict',
        meaning: 'It contradicts what is there: a name that is taken, another version, no running timer.',
        applies: isWrite,
      },
      { status: 410, name: 'Gone', meaning: 'The link was used or has expired.', applies: hasSecret },
      { status: 413, name: 'TooLarge', meaning: 'The body is too large.', applies: takesBody },
      { status: 415, name: 'UnsupportedMediaType', meaning: 'The body is not JSON.', applies: takesBody },
      {
        status: 422,
        name: 'Invalid',
        meaning: 'A field is wrong; `fields` says which and why.',
        applies: takesInput,
      },
      {
        status: 423,
        name: 'Locked',
        meaning: 'The period is locked, or the entry has been billed.',
        applies: changesTime,
      },
      {
        status: 429,
        name: 'RateLimited',
        meaning: 'Too many requests; `Retry-After` says how many seconds to wait.',
        applies: always,
      },
      { status: 500, name: 'Internal', meaning: 'A fault of the server.', applies: always },
      {
        status: 503,
        name: 'Unavailable',
        meaning: 'The database cannot be reached just now.',
        applies: always,
      },
    ],
    answerHeaders: [
      {
        name: 'X-Operation-Id',
        schema: Type.String({ description: 'Names what was written, to undo it.' }),
        applies: (route) => isWrite(route) && isGuarded(route),
      },
      {
        name: 'ETag',
        schema: Type.String({ description: 'The version, to send as If-Match.', examples: ['"3"'] }),
        applies: (route) => route.answer !== undefined && 'version' in propertiesOf(route),
      },
      {
        name: 'Idempotent-Replayed',
        schema: Type.String({ description: '`true` where the first answer is given again.' }),
        applies: (route) => route.headers?.['Idempotency-Key'] !== undefined,
      },
      {
        name: 'X-RateLimit-Remaining',
        schema: Type.Integer({ description: 'Requests this key may still make in this minute.' }),
        applies: always,
      },
    ],
  }
}

function always(): boolean {
  return true
}

function isGuarded({ isPublic }: DescribedRoute): boolean {
  return !isPublic
}

function isWrite({ method }: DescribedRoute): boolean {
  return method !== 'GET'
}

function hasParams({ params }: DescribedRoute): boolean {
  return params !== undefined
}

function takesBody({ body }: DescribedRoute): boolean {
  return body !== undefined
}

function takesInput({ params, query, body }: DescribedRoute): boolean {
  return (params ?? query ?? body) !== undefined
}

function hasSecret({ path }: DescribedRoute): boolean {
  return path.includes('/:secret')
}

function changesTime(route: DescribedRoute): boolean {
  return isWrite(route) && /^\/(timer|entries|operations)\b/.test(route.path)
}

function propertiesOf({ answer }: DescribedRoute): object {
  return answer && 'properties' in answer && typeof answer.properties === 'object'
    ? (answer.properties ?? {})
    : {}
}
