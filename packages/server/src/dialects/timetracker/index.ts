import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DoorRule } from '../../http/front-door.ts'
import type { House } from '../../http/house.ts'
import { cookieName } from '../../http/session-cookie.ts'
import type { Wire } from '../../http/wire.ts'
import { authenticate, presentedToken } from './auth.ts'
import { adminTokenRoutes } from './admin-tokens.ts'
import { approvalRoutes } from './approvals.ts'
import { auditRoutes } from './audit.ts'
import { clientRoutes } from './clients.ts'
import { contactRoutes } from './contacts.ts'
import { dealRoutes } from './deals.ts'
import { declinedRoutes } from './declined.ts'
import { entryRoutes } from './entries.ts'
import { entryBulkRoutes } from './entry-bulk.ts'
import { entryImportRoutes } from './entry-import.ts'
import { paint } from './errors.ts'
import { leadRoutes } from './leads.ts'
import { PREFIX, ROOT } from './paths.ts'
import { periodRoutes } from './periods.ts'
import { policyRoutes } from './policies.ts'
import { projectRoutes } from './projects.ts'
import { timeTrackerReference } from './reference.ts'
import { reportRoutes } from './reports.ts'
import { searchRoutes } from './search.ts'
import { systemRoutes } from './system.ts'
import { taskRoutes } from './tasks.ts'
import { timerRoutes } from './timer.ts'
import { userRoutes } from './users.ts'
import { timeTrackerHooks } from './webhooks/messages.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { workforceReportRoutes } from './workforce-reports.ts'

const ALLOWED_HEADERS = 'Authorization, Content-Type, Accept, X-Request-ID, X-API-Key, Idempotency-Key'
const ALLOWED_METHODS = 'GET, POST, PUT, PATCH, DELETE, OPTIONS'

/** The REST API v1 of TimeTracker (https://github.com/DRYTRIX/TimeTracker, docs/API.md). */
export function timeTrackerWire(house: House): Wire {
  return {
    name: 'timetracker',
    title: 'TimeTracker',
    prefix: PREFIX,
    clientPath: PREFIX,
    connect: {
      addresses: [
        { title: 'Server address for its apps', path: PREFIX },
        { title: 'REST API v1', path: PREFIX + ROOT },
      ],
      key: 'timetracker',
      example: `curl -H 'Authorization: Bearer KEY' BASE${PREFIX}${ROOT}/timer/status`,
    },
    keyOf: presentedToken,
    authenticate: (ctx, request) => authenticate(house, ctx, request),
    paint,
    limits: [
      { requests: 100, seconds: 60 },
      { requests: 1000, seconds: 3600 },
    ],
    limitHeaders: ([minute]) => ({
      'x-ratelimit-limit': String(minute?.requests ?? 0),
      'x-ratelimit-remaining': String(minute?.remaining ?? 0),
      'x-ratelimit-reset': String(Math.ceil((minute?.resetAt ?? 0) / 1000)),
    }),
    headers: {
      'cache-control': 'no-store',
      vary: 'Origin',
      'access-control-allow-methods': ALLOWED_METHODS,
      'access-control-allow-headers': ALLOWED_HEADERS,
    },
    preflight: { 'access-control-max-age': '600' },
    jsonType: 'application/json',
    reference: timeTrackerReference(cookieName(house)),
    hooks: timeTrackerHooks,
    async routes(app) {
      app.addHook('onSend', async ({ headers }, reply) => {
        reply.header('access-control-allow-origin', headers.origin ?? '*')
      })
      await app.register(async (api) => {
        readBodiesWhole(api)
        await api.register(
          async (v1) => {
            systemRoutes(v1, house)
            userRoutes(v1, house)
            projectRoutes(v1)
            entryRoutes(v1, house)
            entryBulkRoutes(v1)
            entryImportRoutes(v1, house)
            timerRoutes(v1, house)
            taskRoutes(v1, house)
            clientRoutes(v1)
            contactRoutes(v1, house)
            dealRoutes(v1, house)
            leadRoutes(v1, house)
            searchRoutes(v1)
            reportRoutes(v1, house)
            workforceReportRoutes(v1, house)
            approvalRoutes(v1)
            policyRoutes(v1, house)
            periodRoutes(v1, house)
            webhookRoutes(v1, house)
            auditRoutes(v1, house)
            declinedRoutes(v1)
          },
          { prefix: ROOT },
        )
        adminTokenRoutes(api)
        documentRoute(api)
      })
    },
  }
}

/** Whether a body is needed, and of which type, is a matter of each endpoint; so they come as they were sent. */
function readBodiesWhole(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => ({
    type: request.headers['content-type'] ?? '',
    bytes,
  }))
}

/** Its clients look for the OpenAPI document beside the API; ours stands with the others. */
function documentRoute(app: FastifyInstance): void {
  app.get(
    '/api/openapi.json',
    { config: { isPublic: true }, schema: { summary: 'The OpenAPI document of what is served here' } },
    async (_, reply) => reply.redirect('/docs/timetracker/openapi.json'),
  )
}

/** What is left of `/api/v1` when Timing has taken its own, with the document and the key pages beside it. */
export const timeTrackerDoors: readonly DoorRule[] = [
  { wire: 'timetracker', from: ROOT, to: PREFIX + ROOT },
  { wire: 'timetracker', from: '/api/openapi.json', to: `${PREFIX}/api/openapi.json` },
  {
    wire: 'timetracker',
    from: '/admin/api-tokens',
    to: `${PREFIX}/admin/api-tokens`,
    // A browser that opens the page gets the web app's.
    when: ({ method }) => method === 'POST' || method === 'DELETE',
  },
]
