import type { FastifyRequest } from 'fastify'
import { AppError, type ErrorCode, type Reason } from '../../core/errors.ts'
import type { Painted } from '../../http/wire.ts'

/**
 * Errors as the service answers them: a JSON string on v9, Reports v3 and Webhooks; an array of sentences on v8; an
 * object on Reports v2. Wrong credentials are plain text, and missing ones have no body at all.
 */
export function paint(error: AppError | null, request: FastifyRequest): Painted {
  const status = statusOf(error)
  if (/\/reports\/api\/v2(\/|$)/.test(pathOf(request))) return reportsTwo(error, status)
  const isEight = /\/api\/v8(\/|$)/.test(pathOf(request))
  if (error?.code === 'unauthenticated') return stranger(error, isEight)
  if (isEight) return json(isInputError(error) ? 404 : status, [messageOf(error)])
  const isUnread = error?.reason === 'malformed' && saysInvalidInput(pathOf(request))
  return json(status, isUnread ? 'Invalid JSON input' : messageOf(error))
}

/** The service has two sentences for a body that is no JSON. */
function saysInvalidInput(path: string): boolean {
  return /\/tags(\/|$)/.test(path) || (/\/organizations(\/|$)/.test(path) && !path.includes('/workspaces'))
}

const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  locked: 400,
  gone: 410,
  too_large: 413,
  rate_limited: 429,
  unsupported: 405,
  unavailable: 503,
}

const REASON_STATUS: Partial<Record<Reason, number>> = {
  not_offered: 402,
  name_taken: 400,
  email_taken: 400,
  already_member: 400,
  billed_protected: 400,
  unsupported_media_type: 415,
}

function statusOf(error: AppError | null): number {
  return error ? (REASON_STATUS[error.reason] ?? STATUS[error.code]) : 500
}

/** v8 answers a create or an update that cannot be with 404 and the reasons, as its documents say. */
function isInputError(error: AppError | null): boolean {
  return error !== null && statusOf(error) === 400
}

/** Where the words of core are not the service's own. Routes that know better words throw those. */
const MESSAGES: Partial<Record<Reason, string>> = {
  no_such_thing: 'Resource can not be found',
  no_such_route: 'Not found',
  malformed: 'JSON is not valid',
  not_allowed: 'User does not have access to this resource.',
  missing_scope: 'User does not have access to this resource.',
  owner_not_named: 'User does not have access to this resource.',
  address_not_allowed: 'User does not have access to this resource.',
  name_taken: 'Name has already been taken',
  email_taken: 'user with this email already exists',
  locked_period: "Entries can't be added or edited in this period",
  billed_protected: "Entries can't be added or edited in this period",
  nothing_running: 'Time entry already stopped',
  too_many_requests: 'Too Many Requests',
}

function messageOf(error: AppError | null): string {
  return error ? wordsOf(error) : 'Internal Server Error'
}

/** What the service says to an error. */
export function wordsOf(error: AppError): string {
  return own.has(error) ? error.message : (MESSAGES[error.reason] ?? error.message)
}

const own = new WeakSet<AppError>()

/** An error in the service's very words, which are not looked up by the reason. */
export function inWords(code: ErrorCode, reason: Reason, message: string): AppError {
  const error = new AppError(code, reason, message)
  own.add(error)
  return error
}

/** Input that the service would not take either. */
export function refused(message: string): AppError {
  return inWords('invalid', 'bad_input', message)
}

/** For what the service has and this server does not: as the service answers on a plan that lacks it. */
export function notOffered(what: string): AppError {
  return inWords('unsupported', 'not_offered', `${what} is not offered here`)
}

/** Gives what `work` gives; where core says that something is not there, says so in these words and with this code. */
export async function orNotFound<T>(
  work: Promise<T>,
  message: string,
  code: ErrorCode = 'not_found',
): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') {
      throw inWords(code, 'no_such_thing', message)
    }
    throw error
  }
}

const WRONG_CREDENTIALS = 'Incorrect username and/or password'

/** Without credentials v9 says 401 and nothing else; v8, and whoever brings wrong ones, get 403. */
function stranger({ reason }: AppError, isEight: boolean): Painted {
  if (isEight || reason !== 'no_credentials') return text(403, `${WRONG_CREDENTIALS}\n`)
  return { status: 401, headers: { 'x-authorization-missing': 'true' }, body: undefined }
}

function reportsTwo(error: AppError | null, status: number): Painted {
  const code = error?.code === 'unauthenticated' ? 401 : status
  const message = code === 401 ? 'api token missing' : messageOf(error)
  return json(code, { error: { message, tip: tipOf(code), code } })
}

function tipOf(code: number): string {
  if (code === 401) return 'Send your API token as the user name and api_token as the password.'
  if (code === 402) return 'This is not offered here.'
  if (code === 429) return 'Wait a little and try again.'
  return code < 500 ? 'Check the parameters of the request.' : 'Try again later.'
}

function json(status: number, body: unknown): Painted {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  }
}

function text(status: number, body: string): Painted {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? ''
}
