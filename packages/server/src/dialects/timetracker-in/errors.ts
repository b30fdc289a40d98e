import type { FastifyRequest } from 'fastify'
import { AppError, type ErrorCode, type Reason } from '../../core/errors.ts'
import type { Painted } from '../../http/wire.ts'
import { isIntegration } from './paths.ts'

/**
 * Errors as the system answers them: the core API with one of its five codes (and one of our own for what is our fault),
 * the integration surface with a sentence alone.
 */
export function paint(error: AppError | null, request: FastifyRequest): Painted {
  const own = error && worded.get(error)
  if (own) return own
  return isIntegration(request) ? sentence(error, request) : envelope(error, request)
}

const worded = new WeakMap<AppError, Painted>()

/** An error with its answer on the integration surface, where its documents say the very words. */
export function inWords(error: AppError, status: number, message: string): AppError {
  worded.set(error, { status, body: { error: message } })
  return error
}

/** A refusal of the integration surface in its own words. */
export function refused(status: 400 | 401 | 404 | 409, message: string): AppError {
  const code = { 400: 'invalid', 401: 'unauthenticated', 404: 'not_found', 409: 'conflict' } as const
  return inWords(new AppError(code[status], 'bad_input', message), status, message)
}

// ---- the core API ----

type Code =
  | 'INVALID_API_KEY'
  | 'RATE_LIMIT_EXCEEDED'
  | 'RESOURCE_NOT_FOUND'
  | 'PERMISSION_DENIED'
  | 'VALIDATION_ERROR'
  | 'INTERNAL_ERROR'

const STATUS: Record<Code, number> = {
  VALIDATION_ERROR: 400,
  INVALID_API_KEY: 401,
  PERMISSION_DENIED: 403,
  RESOURCE_NOT_FOUND: 404,
  RATE_LIMIT_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
}

/** Seven statuses are all that the system has. */
const CODES: Record<ErrorCode, Code> = {
  invalid: 'VALIDATION_ERROR',
  unauthenticated: 'INVALID_API_KEY',
  forbidden: 'PERMISSION_DENIED',
  not_found: 'RESOURCE_NOT_FOUND',
  conflict: 'VALIDATION_ERROR',
  locked: 'PERMISSION_DENIED',
  gone: 'RESOURCE_NOT_FOUND',
  too_large: 'VALIDATION_ERROR',
  rate_limited: 'RATE_LIMIT_EXCEEDED',
  unsupported: 'VALIDATION_ERROR',
  unavailable: 'INTERNAL_ERROR',
}

function envelope(error: AppError | null, request: FastifyRequest): Painted {
  const code = error ? codeOf(error) : 'INTERNAL_ERROR'
  const message = error?.message ?? 'Something went wrong on the server.'
  const details = error && code === 'VALIDATION_ERROR' ? detailsOf(error, request) : []
  return {
    status: STATUS[code],
    body: { error: { code, message, ...(details.length > 0 ? { details } : {}) } },
  }
}

/** A path that knows no such method is as good as none, and so is a timer that does not run. */
function codeOf({ code, reason }: AppError): Code {
  return reason === 'wrong_method' || reason === 'nothing_running' ? 'RESOURCE_NOT_FOUND' : CODES[code]
}

// ---- the integration surface ----

const SENTENCES: Record<ErrorCode, { status: number; message?: string }> = {
  invalid: { status: 400 },
  unauthenticated: { status: 401, message: 'Unauthorized' },
  forbidden: { status: 403 },
  not_found: { status: 404 },
  conflict: { status: 409 },
  locked: { status: 403 },
  gone: { status: 404 },
  too_large: { status: 400 },
  rate_limited: { status: 429, message: 'Rate limit exceeded' },
  unsupported: { status: 400 },
  unavailable: { status: 500, message: 'Internal server error' },
}

const WRONG_METHOD: Partial<Record<Reason, number>> = { wrong_method: 404 }

function sentence(error: AppError | null, request: FastifyRequest): Painted {
  if (!error) return { status: 500, body: { error: 'Internal server error' } }
  const { status, message = error.message } = SENTENCES[error.code]
  if (error.code !== 'invalid' || !error.fields)
    return { status: WRONG_METHOD[error.reason] ?? status, body: { error: message } }
  return { status, body: { error: 'Validation error', details: detailsOf(error, request) } }
}

// ---- what is wrong with which field ----

type Fields = Readonly<Record<string, string>>

/** What core calls otherwise than the fields of this wire. */
const FIELDS: Fields = {
  title: 'name',
  started_at: 'start_time',
  ended_at: 'end_time',
  billing_status: 'billable',
  estimate_seconds: 'estimated_hours',
  due_on: 'due_date',
  amount: 'default_billable_rate',
  seconds: 'estimated_budget',
  user_id: 'team_member_id',
  tags: 'tag_ids',
}

const ENTRY = { title: 'description', notes: 'description' }
/** Where the path says the workspace, it is the project that lies in another. */
const ENTRY_OF_PATH = { ...ENTRY, workspace_id: 'project_id' }

/** And what in the things of one area alone. */
const FIELDS_IN: Readonly<Record<string, Fields>> = {
  clients: { notes: 'note' },
  projects: { notes: 'description' },
  'workspaces/:workspace_id/time-entries': ENTRY_OF_PATH,
  'time-entries': ENTRY,
  timer: ENTRY_OF_PATH,
  webhooks: { name: 'description' },
}

function detailsOf({ fields = {} }: AppError, { routeOptions }: FastifyRequest) {
  const area = Object.keys(FIELDS_IN).find((each) => routeOptions.url?.includes(`/${each}`))
  const names = area === undefined ? FIELDS : { ...FIELDS, ...FIELDS_IN[area] }
  return Object.entries(fields).map(([name, message]) => ({ field: names[name] ?? name, message }))
}
