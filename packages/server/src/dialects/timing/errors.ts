import type { FastifyRequest } from 'fastify'
import type { AppError, ErrorCode } from '../../core/errors.ts'
import type { Painted } from '../../http/wire.ts'

/**
 * Errors as Timing's web application answers them. Its documents show one (the 404 of a timer that does not run); the
 * others have the shapes of the framework it is built with, which clients were seen to read: `message`, and `errors` by
 * field on a 422.
 */
export function paint(error: AppError | null, request: FastifyRequest): Painted {
  if (!error) return { status: 500, body: { message: 'Server Error' } }
  if (error.reason === 'nothing_running') return { status: 404, body: { message: 'No running timer found.' } }
  if (error.reason === 'malformed') return { status: 400, body: { message: error.message } }
  const status = STATUS[error.code]
  if (status === 422) return { status, body: fieldErrors(error) }
  if (error.code === 'rate_limited') {
    const resetAt = Math.ceil(request.ctx.now / 1000) + (error.retryAfter ?? 0)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) }
    return { status, headers, body: { message: 'Too Many Attempts.' } }
  }
  return { status, body: { message: messageOf(error, request) } }
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

function messageOf(error: AppError, request: FastifyRequest): string {
  if (error.code === 'unauthenticated') return 'Unauthenticated.'
  if (error.reason === 'no_such_route') return `The route ${pathOf(request)} could not be found.`
  if (error.reason === 'wrong_method')
    return `The ${request.method} method is not supported for route ${pathOf(request)}.`
  // A script that forgot to name the colleague is told so; for the rest the framework has one sentence.
  if (error.code === 'forbidden' && error.reason === 'not_allowed') return 'This action is unauthorized.'
  return error.message
}

function pathOf(request: FastifyRequest): string {
  return (request.url.split('?', 1)[0] ?? '').replace(/^\/timing\//, '')
}

/** What the core calls a field, where a Timing client calls it otherwise. */
const FIELDS: Readonly<Record<string, string>> = {
  started_at: 'start_date',
  ended_at: 'end_date',
  project_id: 'project',
  parent_id: 'parent',
  workspace_id: 'team_id',
}

function fieldErrors(error: AppError) {
  const entries = Object.entries(error.fields ?? {})
  const errors = Object.fromEntries(
    entries.map(([field, text]) => [FIELDS[field] ?? field.replace(/^ids\./, 'time_entries.'), [text]]),
  )
  const more = entries.length - 1
  const first = entries[0]?.[1] ?? error.message
  const message = more > 0 ? `${first} (and ${more} more ${more === 1 ? 'error' : 'errors'})` : first
  return { message, errors }
}
