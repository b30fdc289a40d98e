import type { DoorRule } from '../../http/front-door.ts'
import type { House } from '../../http/house.ts'
import type { Wire } from '../../http/wire.ts'
import { authenticate, presentedKey } from './auth.ts'
import { bucketRoutes } from './buckets.ts'
import { paint } from './errors.ts'
import { eventRoutes } from './events.ts'
import { fileRoutes } from './files.ts'
import { activityWatchReference } from './reference.ts'

const ROOT = '/api/0'

/** What ActivityWatch's watchers say to their server (https://docs.activitywatch.net/en/latest/api/rest.html). */
export function activityWatchWire(house: House): Wire {
  return {
    name: 'activitywatch',
    title: 'ActivityWatch',
    prefix: '/activitywatch',
    clientPath: `/activitywatch${ROOT}`,
    connect: {
      addresses: [{ title: 'REST API', path: `/activitywatch${ROOT}` }],
      key: 'timetracker',
      example: `curl BASE/activitywatch${ROOT}/buckets/ -H 'Authorization: Bearer KEY'`,
    },
    keyOf: presentedKey,
    authenticate,
    paint,
    // Each watcher beats every second, and one that was away sends all it has kept at once.
    limits: [{ requests: 12_000, seconds: 60 }],
    limitHeaders: () => ({}),
    headers: { 'cache-control': 'no-store' },
    jsonType: 'application/json',
    readsAnyBody: true,
    reference: activityWatchReference,
    async routes(app) {
      await app.register(
        async (api) => {
          bucketRoutes(api, house)
          eventRoutes(api)
          fileRoutes(api)
        },
        { prefix: ROOT },
      )
    },
  }
}

/** Nobody else has `/api/0`, so a watcher needs no path, which it could not be given. */
export const activityWatchDoor: DoorRule = {
  wire: 'activitywatch',
  from: ROOT,
  to: `/activitywatch${ROOT}`,
}
