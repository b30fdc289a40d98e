import type { DoorRule } from '../../http/front-door.ts'
import type { House } from '../../http/house.ts'
import type { Wire } from '../../http/wire.ts'
import { accountRoutes } from './accounts.ts'
import { authenticate, presentedToken } from './auth.ts'
import { declinedRoutes } from './declined.ts'
import { paint } from './errors.ts'
import { togglReference } from './reference.ts'
import { reportsThreeRoutes } from './reports/three.ts'
import { reportsTwoRoutes } from './reports/two.ts'
import { createSessions } from './sessions.ts'
import { eightRoutes } from './v8/routes.ts'
import { meRoutes } from './v9/me.ts'
import { preferenceRoutes } from './v9/preferences.ts'
import { thingRoutes } from './v9/things.ts'
import { timeEntryRoutes } from './v9/time-entries.ts'
import { togglHooks } from './webhooks/messages.ts'
import { webhookRoutes } from './webhooks/routes.ts'

const PREFIX = '/toggl'
/** What the service promises a plan of its own; here nothing is counted, and clients that read the headers go on. */
const QUOTA = { 'x-toggl-quota-remaining': '600', 'x-toggl-quota-resets-in': '3600' }
/** What only answers to what went well have. */
const OF_SUCCESS = { 'referrer-policy': 'strict-origin-when-cross-origin', 'x-service-level': 'GREEN' }

/**
 * The Toggl Track API, versions 9 and 8, with Reports v3 and v2 and Webhooks v1
 * (https://engineering.toggl.com/docs/ and https://github.com/toggl/toggl_api_docs).
 */
export function togglWire(house: House): Wire {
  const sessions = createSessions()
  return {
    name: 'toggl',
    title: 'Toggl Track',
    prefix: PREFIX,
    clientPath: PREFIX,
    connect: {
      addresses: [
        { title: 'API v9', path: `${PREFIX}/api/v9` },
        { title: 'API v8', path: `${PREFIX}/api/v8` },
        { title: 'Reports API v3', path: `${PREFIX}/reports/api/v3` },
        { title: 'Reports API v2', path: `${PREFIX}/reports/api/v2` },
        { title: 'Webhooks API v1', path: `${PREFIX}/webhooks/api/v1` },
      ],
      key: 'personal',
      example: `curl BASE${PREFIX}/api/v9/me/time_entries/current -u KEY:api_token`,
    },
    keyOf: presentedToken,
    authenticate: (ctx, request) => authenticate(house, ctx, request),
    paint,
    limits: [],
    limitHeaders: () => QUOTA,
    headers: {
      'cache-control': 'no-cache, private, no-store, must-revalidate, max-stale=0, post-check=0, pre-check=0',
      'x-frame-options': 'SAMEORIGIN',
    },
    readsAnyBody: true,
    reference: togglReference,
    hooks: togglHooks(house.baseUrl),
    async routes(app) {
      app.addHook('onSend', async ({ ctx }, reply) => {
        reply.headers({ 'x-request-id': ctx.operation.id, 'x-toggl-request-id': ctx.operation.id })
        if (reply.statusCode < 300) reply.headers(OF_SUCCESS)
      })
      accountRoutes(app, house, sessions)
      await app.register(
        async (nine) => {
          meRoutes(nine, house, sessions)
          preferenceRoutes(nine)
          timeEntryRoutes(nine)
          thingRoutes(nine, house)
        },
        { prefix: '/api/v9' },
      )
      await app.register(async (eight) => eightRoutes(eight, house, sessions), { prefix: '/api/v8' })
      await app.register(async (three) => reportsThreeRoutes(three, house), { prefix: '/reports/api/v3' })
      await app.register(async (two) => reportsTwoRoutes(two, house), { prefix: '/reports/api/v2' })
      await app.register(async (hooks) => webhookRoutes(hooks, house), { prefix: '/webhooks/api/v1' })
      declinedRoutes(app)
    },
  }
}

/** Each of the service's hosts and paths, on the bare host here. */
export const togglDoors: readonly DoorRule[] = [
  '/api/v9',
  '/api/v8',
  '/reports/api',
  '/webhooks/api',
  '/insights/api',
  '/api/sessions',
].map((from) => ({ wire: 'toggl', from, to: PREFIX + from, forgivesSlashes: true }))
