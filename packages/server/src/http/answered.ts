import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppError } from '../core/errors.ts'
import type { Queries } from '../core/queries.ts'

/** Why a request did not get what it asked for: refused, or a bug of ours. */
export type Failure = { refusal: AppError } | { bug: unknown }

/** Writes the one line that the log has of a request: a bug as an error, a refusal as information, the rest for who debugs. */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const { failure, log } = request
  if (!failure && log.level !== 'debug' && log.level !== 'trace') return
  const line = {
    wire: request.ctx?.via.wire,
    method: request.method,
    path: loggedPath(request),
    ip: request.ip,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    queries: request.queries?.count,
  }
  if (!failure) log.debug(line, 'answered')
  else if ('bug' in failure) log.error({ ...line, err: failure.bug }, 'bug')
  else log.info({ ...line, reason: failure.refusal.reason }, 'refused')
}

/**
 * A link that is as good as a password stays out of the log, and so does an address that is no wire's: the pages of the
 * web app have such links too.
 */
function loggedPath(request: FastifyRequest): string | undefined {
  const route = request.routeOptions?.url
  if (request.ctx === undefined || (route && /:\w*(secret|code)\b/.test(route))) return route
  return pathOf(request)
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? ''
}

declare module 'fastify' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merging with Fastify's own type needs an interface
  interface FastifyRequest {
    failure?: Failure
    /** How often it has asked the database; absent outside the wires. */
    queries?: Queries
  }
}
