import type { DoorRule } from '../../http/front-door.ts'
import type { House } from '../../http/house.ts'
import type { Wire } from '../../http/wire.ts'
import { authenticate, presentedKey } from './auth.ts'
import { paint } from './errors.ts'
import { CORE, INTEGRATION, PREFIX } from './paths.ts'
import { timeTrackerInReference } from './reference.ts'
import { serveVersions, VERSIONS } from './versions.ts'
import { timeTrackerInHooks } from './webhooks/messages.ts'
import { integrationRoutes } from './zapier/routes.ts'

/**
 * The API of Timetracker.in: the core API in its versions, and the surface that Zapier and other integrations call
 * (https://docs.timetracker.in/api-reference/introduction).
 */
export function timeTrackerInWire(house: House, versions = VERSIONS): Wire {
  return {
    name: 'timetracker-in',
    title: 'Timetracker.in',
    prefix: PREFIX,
    clientPath: PREFIX,
    connect: {
      addresses: [
        { title: 'API v1', path: PREFIX + CORE },
        { title: 'Integrations, as Zapier calls them', path: PREFIX + INTEGRATION },
      ],
      key: 'integration',
      example: `curl -H 'X-Api-Key: KEY' BASE${PREFIX}${CORE}/workspaces`,
    },
    keyOf: presentedKey,
    authenticate,
    paint,
    // What the short limit refuses does not count against the long one.
    limits: [
      { requests: 10, seconds: 1 },
      { requests: 100, seconds: 60 },
    ],
    limitHeaders: (usage) => {
      const minute = usage.at(-1)
      return {
        'x-ratelimit-limit': String(minute?.requests ?? 0),
        'x-ratelimit-remaining': String(minute?.remaining ?? 0),
        'x-ratelimit-reset': String(Math.ceil((minute?.resetAt ?? 0) / 1000)),
      }
    },
    headers: { 'cache-control': 'no-store' },
    reference: timeTrackerInReference,
    hooks: timeTrackerInHooks,
    async routes(app) {
      serveVersions(app, { house, versions })
      await app.register(async (integration) => integrationRoutes(integration, house), {
        prefix: INTEGRATION,
      })
    },
  }
}

/** Each of the system's hosts and paths, on the bare host here. */
export const timeTrackerInDoors: readonly DoorRule[] = [CORE, INTEGRATION].map((from) => ({
  wire: 'timetracker-in',
  from,
  to: PREFIX + from,
}))
