import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import {
  LegacyClient,
  LegacyProject,
  LegacyTag,
  LegacyTask,
  LegacyTimeEntry,
  LegacyUser,
  LegacyWorkspace,
} from './v8-models.ts'
import { EIGHT_THING_ROUTES } from './v8-things.ts'
import { all, GONE, one, oneOrMany, several, wrapped } from './v8-words.ts'
import { EIGHT_WORKSPACE_ROUTES } from './v8-workspaces.ts'
import { flag, inPath, list, nullable, number, oneOf, Since, text } from './words.ts'

const Entry = {
  description: text('What was done.', 'Fix basket rounding'),
  wid: number('The workspace; that of the project or task without it.'),
  pid: nullable(number('Its project.')),
  tid: nullable(number('Its task.')),
  start: text('When it began.', '2026-03-02T09:00:00Z'),
  stop: text('When it ended.', '2026-03-02T10:00:00Z'),
  duration: number('Seconds; negative for an entry that runs.', 3600),
  billable: flag('Whether it is billable.'),
  tags: list(Type.String(), 'Its tags by name; those that do not exist are made.'),
  uid: number('Whose it is, to write the entry of a colleague.'),
  created_with: text('What the client is called.', 'curl'),
}
const { start: _, stop: __, duration: ___, ...Started } = Entry
const EntryChanges = {
  ...Entry,
  tag_action: oneOf(['add', 'remove'], 'Without it the tags are all there are.'),
}

const Profile = {
  fullname: text('The name.', 'Ada Example'),
  email: text('The address to sign in with.', 'ada@example.com'),
  timezone: text('The time zone.', 'Europe/Berlin'),
  beginning_of_week: number('The day a week begins with; 0 is Sunday.'),
  timeofday_format: oneOf(['H:mm', 'h:mm A']),
  date_format: text('How dates are written.', 'YYYY-MM-DD'),
  current_password: text('The password, to change it.', 'the old one'),
  password: text('The new one.', 'the new one'),
}
const SignUp = {
  email: text('The address to sign in with.', 'ada@example.com'),
  password: text('The password.', 'a long enough one'),
  timezone: text('The time zone.', 'Europe/Berlin'),
  created_with: text('What the client is called.', 'curl'),
}

const Mine = Type.Object({
  since: number('The time of the answer, in unix seconds.', 1_767_225_600),
  data: Type.Intersect([
    LegacyUser,
    Type.Object({
      time_entries: Type.Optional(list(LegacyTimeEntry)),
      projects: list(LegacyProject),
      tags: list(LegacyTag),
      tasks: list(LegacyTask),
      workspaces: list(LegacyWorkspace),
      clients: list(LegacyClient),
    }),
  ]),
})
const ME: Readonly<Record<string, RouteReference>> = {
  'GET /api/v8/me': {
    operationId: 'legacyShowMe',
    about: 'Signing in with a name and a password, or a token, sets the cookie of a session.',
    query: Type.Object({
      with_related_data: Type.Optional(flag('Adds the time entries of the last nine days.')),
      since: Since,
    }),
    status: 200,
    answer: Mine,
  },
  'PUT /api/v8/me': { operationId: 'legacyUpdateMe', body: wrapped('user', Profile), ...one(LegacyUser) },
  'POST /api/v8/reset_token': {
    operationId: 'legacyResetToken',
    about: 'The old token ends at once.',
    status: 200,
    answer: text('The new token.', '1971800d4d82861d8f2c1651fea4d212'),
  },
  'POST /api/v8/signups': {
    operationId: 'legacySignUp',
    about: 'Only where the operator lets anybody make an account.',
    body: wrapped('user', SignUp, 'email', 'password'),
    ...one(LegacyUser),
  },
  'POST /api/v8/sessions': {
    operationId: 'legacySignIn',
    about: 'Sets the cookie `__Host-timer-session`.',
    status: 200,
    answer: Mine,
  },
  'DELETE /api/v8/sessions': { operationId: 'legacySignOut', status: 200 },
}

const TIME: Readonly<Record<string, RouteReference>> = {
  'POST /api/v8/time_entries': {
    operationId: 'legacyCreateTimeEntry',
    about: 'A negative duration starts it, and ends what ran before. Its bounds come back as they were sent.',
    body: wrapped('time_entry', Entry, 'start', 'duration', 'created_with'),
    ...one(LegacyTimeEntry),
  },
  'POST /api/v8/time_entries/start': {
    operationId: 'legacyStartTimeEntry',
    about: 'It begins now, and ends what ran before. Without a place it is in the default workspace.',
    body: wrapped('time_entry', Started),
    ...one(LegacyTimeEntry),
  },
  'GET /api/v8/time_entries': {
    operationId: 'legacyListTimeEntries',
    about: 'Oldest start first, at most the first thousand; without parameters those of the last nine days.',
    query: Type.Object({
      start_date: Type.Optional(text('The first moment.', '2026-03-02T00:00:00+01:00')),
      end_date: Type.Optional(
        text('The moment after the last; now without it.', '2026-03-09T00:00:00+01:00'),
      ),
    }),
    ...all(LegacyTimeEntry),
  },
  'GET /api/v8/time_entries/current': {
    operationId: 'legacyShowCurrentTimeEntry',
    ...one(nullable(LegacyTimeEntry)),
  },
  'GET /api/v8/time_entries/:time_entry_id': {
    operationId: 'legacyShowTimeEntry',
    params: inPath('time_entry_id'),
    ...one(LegacyTimeEntry),
  },
  'PUT /api/v8/time_entries/:time_entry_id': {
    operationId: 'legacyUpdateTimeEntry',
    about: 'Several entries, with commas between them, get, keep or lose tags and nothing else.',
    params: several('time_entry_id', 'The entry, or several.'),
    body: wrapped('time_entry', EntryChanges),
    ...oneOrMany(LegacyTimeEntry),
  },
  'PUT /api/v8/time_entries/:time_entry_id/stop': {
    operationId: 'legacyStopTimeEntry',
    params: inPath('time_entry_id'),
    ...one(LegacyTimeEntry),
  },
  'DELETE /api/v8/time_entries/:time_entry_id': {
    operationId: 'legacyDeleteTimeEntry',
    params: inPath('time_entry_id'),
    ...GONE,
  },
}

/** Version 8, which is called legacy here, so that its calls are told from those of version 9. */
export const EIGHT_ROUTES: Readonly<Record<string, RouteReference>> = {
  ...ME,
  ...TIME,
  ...EIGHT_WORKSPACE_ROUTES,
  ...EIGHT_THING_ROUTES,
}
