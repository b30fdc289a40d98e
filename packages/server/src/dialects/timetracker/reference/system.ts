import { Type } from 'typebox'
import { API, type Routes, list, local, text, oneOf, flag } from './words.ts'

const Info = Type.Object({
  api_version: oneOf(['v1']),
  app_version: text('The version of this server.', '1.0.0'),
  setup_required: flag('Whether the first account is still to be made.', false),
  enabled_modules: list(
    Type.String({ examples: ['projects'] }),
    'What there is; a workspace may have less of it.',
  ),
  documentation_url: text('Where this is described.', '/docs/timetracker'),
  authentication: text('How to sign in, in words.', 'API Token (Bearer or X-API-Key header)'),
  endpoints: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Paths by name, some of them a level deeper.',
    examples: [{ projects: '/api/v1/projects', search: '/api/v1/search' }],
  }),
  timezone: text('The zone of moments without an offset.', 'Europe/Berlin'),
})

export const SYSTEM_ROUTES: Routes = {
  [`GET ${API}/info`]: {
    operationId: 'showInfo',
    about: 'Its clients ask this first: `api_version` has to be `v1`, and `endpoints` an object.',
    status: 200,
    answer: Info,
  },
  [`GET ${API}/health`]: {
    operationId: 'showHealth',
    status: 200,
    answer: Type.Object({ status: oneOf(['healthy']), timestamp: local('Now.') }),
  },
  [`POST ${API}/auth/login`]: {
    operationId: 'signIn',
    about:
      'Each time a new key, for 90 days: `admin:all` for who owns or administers their own workspace, `read:*` and `write:*` for others. What is wrong is not told apart, and tries are counted.',
    body: Type.Object({
      username: text('The e-mail address.', 'ada@example.com'),
      password: text('The password.', 'a long enough password'),
    }),
    isBodyOptional: true,
    status: 200,
    answer: Type.Object({ token: text('The key; it is shown this once.', 'tt_Zx3kQ9') }),
  },
  'GET /api/openapi.json': {
    operationId: 'redirectToDocument',
    about: 'Sends on to `/docs/timetracker/openapi.json`.',
    status: 302,
  },
}
