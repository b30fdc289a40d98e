import { bearerKey } from '../../http/credentials.ts'
import type { DoorRule } from '../../http/front-door.ts'
import type { House } from '../../http/house.ts'
import type { Wire } from '../../http/wire.ts'
import { authenticate } from './auth.ts'
import { batchRoutes } from './batch.ts'
import { entryListRoutes } from './entry-list.ts'
import { paint } from './errors.ts'
import { projectRoutes } from './projects.ts'
import { timingReference } from './reference.ts'
import { reportRoutes } from './report.ts'
import { teamRoutes } from './teams.ts'
import { timeEntryRoutes } from './time-entries.ts'
import { timerRoutes } from './timer.ts'

const ROOT = '/api/v1'

/** The Timing Web API (https://web.timingapp.com/docs/). */
export function timingWire(house: House): Wire {
  return {
    name: 'timing',
    title: 'Timing',
    prefix: '/timing',
    clientPath: `/timing${ROOT}`,
    connect: {
      addresses: [{ title: 'Web API', path: `/timing${ROOT}` }],
      key: 'timing',
      example: `curl -H 'Authorization: Bearer KEY' BASE/timing${ROOT}/projects`,
    },
    keyOf: bearerKey,
    authenticate,
    paint,
    limits: [
      { requests: 500, seconds: 3600 },
      { requests: 200, seconds: 60 },
    ],
    limitHeaders: ([hourly]) => ({
      'x-ratelimit-limit': String(hourly?.requests ?? 500),
      'x-ratelimit-remaining': String(hourly?.remaining ?? 0),
    }),
    headers: { 'cache-control': 'no-cache, private', 'access-control-allow-origin': '*' },
    preflight: {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type, Accept, X-Time-Zone',
      'access-control-max-age': '86400',
    },
    jsonType: 'application/json',
    readsAnyBody: true,
    reference: timingReference,
    async routes(app) {
      await app.register(
        async (api) => {
          projectRoutes(api, house)
          reportRoutes(api, house)
          teamRoutes(api)
          timerRoutes(api, house)
          batchRoutes(api)
          entryListRoutes(api, house)
          timeEntryRoutes(api)
        },
        { prefix: ROOT },
      )
    },
  }
}

const ONLY_TIMING =
  /^\/api\/v1\/(report|teams(\/.*)?|projects\/hierarchy|time-entries\/(start|stop|latest|running|batch-update))$/

/** `/api/v1` is spoken by two systems: Timing's are the keys that begin with tm_, and the paths that only it has. */
export const timingDoor: DoorRule = {
  wire: 'timing',
  from: ROOT,
  to: `/timing${ROOT}`,
  when: ({ path, authorization }) => /^bearer\s+tm_/i.test(authorization ?? '') || ONLY_TIMING.test(path),
}
