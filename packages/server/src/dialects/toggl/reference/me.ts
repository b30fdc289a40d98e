import { Type } from 'typebox'
import type { RouteReference } from '../../../http/reference.ts'
import { User } from './models.ts'
import { changes, flag, list, nullable, number, text } from './words.ts'

const Credentials = Type.Object({
  email: text('The address to sign in with.', 'ada@example.com'),
  password: text('The password.', 'a long enough password'),
})

const Preferences = Type.Object(
  {
    date_format: text('One of six formats.', 'YYYY-MM-DD'),
    beginningOfWeek: number('The day a week begins with; 0 is Sunday.'),
    duration_format: text('classic, improved or decimal.', 'improved'),
    pg_time_zone_name: text('The time zone.', 'Europe/Berlin'),
    timeofday_format: text('H:mm or h:mm A.', 'H:mm'),
    toSAcceptNeeded: flag('Always false.'),
  },
  { description: 'Formats, and whatever else clients have kept.' },
)
const PreferenceChanges = changes({
  date_format: text('One of six formats.', 'YYYY-MM-DD'),
  duration_format: text('classic, improved or decimal.', 'improved'),
  timeofday_format: text('H:mm or h:mm A.', 'H:mm'),
})
const Client = Type.Object({ client: text('The kind of client.', 'web') })
const Flags = Type.Record(Type.String(), Type.Unknown(), { examples: [{ seenTour: true }] })

export const ME_ROUTES: Readonly<Record<string, RouteReference>> = {
  'POST /api/sessions': {
    operationId: 'signInByAccount',
    about: 'Sets the cookies `__Secure-accounts-session` and `__Host-timer-session`.',
    body: Credentials,
    status: 200,
    answer: User,
  },
  'DELETE /api/sessions': { operationId: 'signOutByAccount', status: 200 },
  'POST /api/v9/signup': {
    operationId: 'signUp',
    about: 'Only where the operator lets anybody make an account.',
    body: Type.Object({
      ...Credentials.properties,
      fullname: Type.Optional(text('The name.', 'Ada Example')),
      timezone: Type.Optional(text('The time zone.', 'Europe/Berlin')),
      created_with: Type.Optional(text('What the client is called.', 'curl')),
    }),
    status: 200,
    answer: User,
  },
  'GET /api/v9/me': {
    operationId: 'showMe',
    about: 'With Basic credentials the answer sets the cookie of a session.',
    query: Type.Object({
      with_related_data: Type.Optional(
        flag('Adds my workspaces, clients, projects, tasks, tags and recent time entries.'),
      ),
    }),
    status: 200,
    answer: User,
  },
  'PUT /api/v9/me': {
    operationId: 'changeMe',
    body: changes({
      fullname: text('The name.', 'Ada Example'),
      email: text('The address to sign in with.', 'ada@example.com'),
      timezone: text('The time zone.', 'Europe/Berlin'),
      default_workspace_id: number('The workspace of new entries without a project.'),
      beginning_of_week: number('The day a week begins with; 0 is Sunday.'),
      current_password: text('The password until now; needed for a new one.', 'a long enough password'),
      password: text('A new password.', 'a longer password still'),
    }),
    status: 200,
    answer: User,
  },
  'POST /api/v9/me/sessions': {
    operationId: 'signIn',
    about: 'With Basic credentials; sets the cookie `__Host-timer-session`.',
    status: 200,
    answer: User,
  },
  'DELETE /api/v9/me/sessions': { operationId: 'signOut', status: 200 },
  'GET /api/v9/me/logged': { operationId: 'amSignedIn', status: 200 },
  'GET /api/v9/me/id': { operationId: 'showMyId', status: 200, answer: Type.Integer({ examples: [1] }) },
  'POST /api/v9/me/reset_token': {
    operationId: 'resetToken',
    about: 'The old one, and the sessions that were opened with it, end at once.',
    status: 200,
    answer: text('The new API token.', '1971800d4d82861d8f2c1651fea4d212'),
  },
  'GET /api/v9/me/quota': {
    operationId: 'showQuota',
    about: 'Nothing is counted; the numbers let clients go on that wait for them.',
    status: 200,
    answer: list(
      Type.Object({
        organization_id: nullable(Type.Integer()),
        remaining: number('Requests left.', 600),
        resets_in_secs: number('Seconds until there are more.', 3600),
        total: number('Requests in an hour.', 600),
      }),
    ),
  },
  'GET /api/v9/me/preferences': { operationId: 'showPreferences', status: 200, answer: Preferences },
  'POST /api/v9/me/preferences': { operationId: 'changePreferences', body: PreferenceChanges, status: 200 },
  'GET /api/v9/me/preferences/:client': {
    operationId: 'showClientPreferences',
    params: Client,
    status: 200,
    answer: Preferences,
  },
  'POST /api/v9/me/preferences/:client': {
    operationId: 'changeClientPreferences',
    params: Client,
    body: PreferenceChanges,
    status: 200,
  },
  'GET /api/v9/me/flags': { operationId: 'showFlags', status: 200, answer: Flags },
  'POST /api/v9/me/flags': {
    operationId: 'setFlags',
    about: 'At most four at once and 128 in all.',
    body: Flags,
    status: 200,
    answer: Flags,
  },
  'GET /api/v9/me/features': {
    operationId: 'listFeatures',
    status: 200,
    answer: list(
      Type.Object({
        workspace_id: number('The workspace.'),
        features: list(
          Type.Object({
            feature_id: number('Its place in the list.'),
            name: text('What it is called.', 'tasks'),
            enabled: flag('Always true.'),
          }),
        ),
      }),
    ),
  },
  'GET /api/v9/me/location': {
    operationId: 'showLocation',
    about: 'Every text is empty: nobody is looked up by their address here.',
    status: 200,
    answer: Type.Object({
      city: Type.String(),
      city_lat_long: Type.String(),
      state: Type.String(),
      country_code: Type.String(),
      country_name: Type.String(),
    }),
  },
}
