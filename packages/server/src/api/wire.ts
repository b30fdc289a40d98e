import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../core/context.ts'
import { AppError, type ErrorCode } from '../core/errors.ts'
import { authenticateToken } from '../core/tokens.ts'
import { bearerKey, presentedCredentials } from '../http/credentials.ts'
import type { House } from '../http/house.ts'
import { actorOfCookie, cookieName } from '../http/session-cookie.ts'
import type { Painted, Wire } from '../http/wire.ts'
import { accountRoutes } from './accounts.ts'
import { adminJobRoutes } from './admin-jobs.ts'
import { adminTokenRoutes } from './admin-tokens.ts'
import { adminUserRoutes } from './admin-users.ts'
import { appUsageRoutes } from './app-usage.ts'
import { approvalPolicyRoutes } from './approval-policies.ts'
import { approvalRoutes } from './approvals.ts'
import { clientRoutes } from './clients.ts'
import { contactRoutes } from './contacts.ts'
import { dealRoutes } from './deals.ts'
import { entryRoutes } from './entries.ts'
import { eventRoutes } from './events.ts'
import { identityRoutes } from './identities.ts'
import { leadRoutes } from './leads.ts'
import { passkeyRoutes } from './passkeys.ts'
import { projectRoutes } from './projects.ts'
import { nativeReference } from './reference.ts'
import { rateRoutes } from './rates.ts'
import { reportRoutes } from './reports.ts'
import { searchRoutes } from './search.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { sessionRoutes } from './sessions.ts'
import { tagRoutes } from './tags.ts'
import { taskRoutes } from './tasks.ts'
import { timerRoutes } from './timer.ts'
import { timesheetRoutes } from './timesheets.ts'
import { tokenRoutes } from './tokens.ts'
import { nativeHooks } from './webhooks-message.ts'
import { webhookRoutes } from './webhooks.ts'
import { workspaceRoutes } from './workspaces.ts'

/** Our own API. */
export function nativeWire(house: House): Wire {
  return {
    name: 'native',
    title: 'Sundial',
    prefix: '/sundial/api/v1',
    clientPath: '/sundial/api/v1',
    keyOf: bearerKey,
    authenticate: (ctx, request) => authenticate(house, ctx, request),
    paint: (error) => paint(error),
    limits: [{ requests: 1200, seconds: 60 }],
    limitHeaders: (usage) =>
      Object.fromEntries(
        usage.flatMap(({ requests, remaining, resetAt }) => [
          ['x-ratelimit-limit', String(requests)],
          ['x-ratelimit-remaining', String(remaining)],
          ['x-ratelimit-reset', String(Math.ceil(resetAt / 1000))],
        ]),
      ),
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    reference: nativeReference(cookieName(house)),
    hooks: nativeHooks,
    routes(app: FastifyInstance) {
      accountRoutes(app, house)
      sessionRoutes(app)
      secondFactorRoutes(app, house)
      passkeyRoutes(app, house)
      identityRoutes(app, house)
      tokenRoutes(app)
      adminTokenRoutes(app, house)
      adminUserRoutes(app, house)
      adminJobRoutes(app, house)
      workspaceRoutes(app, house)
      clientRoutes(app)
      contactRoutes(app)
      leadRoutes(app)
      dealRoutes(app)
      projectRoutes(app)
      taskRoutes(app)
      tagRoutes(app)
      entryRoutes(app)
      timerRoutes(app)
      approvalRoutes(app)
      approvalPolicyRoutes(app)
      timesheetRoutes(app)
      searchRoutes(app)
      appUsageRoutes(app, house)
      reportRoutes(app, house)
      rateRoutes(app, house)
      webhookRoutes(app, house)
      eventRoutes(app, house, (ctx, request) => authenticate(house, ctx, request))
    },
  }
}

async function authenticate(house: House, ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const presented = presentedCredentials(request)
  if (presented?.scheme === 'bearer') return authenticateToken(ctx, presented.secret, { ip: request.ip })
  const actor = presented ? undefined : await actorOfCookie(house, ctx, request)
  if (actor) return actor
  throw new AppError('unauthenticated', 'no_credentials', 'Sign in, or send a key as a Bearer token.')
}

const STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  locked: 423,
  gone: 410,
  too_large: 413,
  rate_limited: 429,
  unsupported: 405,
  unavailable: 503,
}

function paint(error: AppError | null): Painted {
  if (!error)
    return {
      status: 500,
      body: { error: { code: 'internal', reason: 'bug', message: 'Something went wrong here.' } },
    }
  const { code, reason, message, fields } = error
  return {
    status: statusOf(error),
    body: { error: { code, reason, message, ...(fields ? { fields } : {}) } },
  }
}

function statusOf({ code, reason }: AppError): number {
  if (reason === 'malformed') return 400
  if (reason === 'unsupported_media_type') return 415
  return STATUS[code]
}
