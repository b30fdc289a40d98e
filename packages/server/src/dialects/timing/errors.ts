import type { FastifyRequest } from 'fastify'
import type { AppError, ErrorCode, Reason } from '../../core/errors.ts'
import type { Painted } from '../../http/wire.ts'

/**
 * Errors as Timing's web application answers them. Its documents show one (the 404 of a timer that does not run); the
 * others have the shapes of the framework it is built with, which clients were seen to read: `message`, and `errors` by
 * field on a 422.
 */
export function paint(error: AppError | null, request: FastifyRequest): Painted {
  if (!error) return { status: 500, body: { message: 'Server Error' } }
  const status = REASON_STATUS[error.reason] ?? STATUS[error.code]
  if (status === 422) return { status, body: fieldErrors(error) }
  const headers = error.code === 'rate_limited' ? emptyQuota(error, request) : {}
  return { status, headers, body: { message: messageOf(error, request) } }
}

const STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 422,
  locked: 422,
  gone: 410,
  too_large: 413,
  rate_limited: 429,
  unsupported: 405,
  unavailable: 503,
}

const REASON_STATUS: Partial<Record<Reason, number>> = {
  malformed: 400,
  nothing_running: 404,
  unsupported_media_type: 415,
}

function emptyQuota(error: AppError, request: FastifyRequest): Record<string, string> {
  const resetAt = Math.ceil(request.ctx.now / 1000) + (error.retryAfter ?? 0)
  return { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) }
}

function messageOf(error: AppError, request: FastifyRequest): string {
  if (error.code === 'unauthenticated') return 'Unauthenticated.'
  if (error.code === 'rate_limited') return 'Too Many Attempts.'
  // A script that forgot to name the colleague is told so; for the rest the framework has one sentence.
  if (error.reason === 'not_allowed') return 'This action is unauthorized.'
  if (error.reason === 'nothing_running') return 'No running timer found.'
  if (error.reason === 'no_such_route') return `The route ${pathOf(request)} could not be found.`
  if (error.reason !== 'wrong_method') return error.message
  return `The ${request.method} method is not supported for route ${pathOf(request)}.`
}

function pathOf(request: FastifyRequest): string {
  return (request.url.split('?', 1)[0] ?? '').replace(/^\/timing\//, '')
}

/** What the core calls a field, where a Timing client calls it otherwise. */
const FIELDS = new Map([
  ['started_at', 'start_date'],
  ['ended_at', 'end_date'],
  ['project_id', 'project'],
  ['parent_id', 'parent'],
  ['workspace_id', 'team_id'],
])

function fieldErrors({ fields, message }: AppError) {
  const errors = Object.entries(fields ?? {}).map(([field, text]) => [FIELDS.get(field) ?? field, [text]])
  const more = errors.length - 1
  const first = Object.values(fields ?? {})[0] ?? message
  return {
    message: more > 0 ? `${first} (and ${more} more ${more === 1 ? 'error' : 'errors'})` : first,
    errors: Object.fromEntries(errors),
  }
}
