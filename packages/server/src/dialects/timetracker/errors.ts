import type { FastifyRequest } from 'fastify'
import { AppError, type ErrorCode, type Reason } from '../../core/errors.ts'
import type { Painted } from '../../http/wire.ts'

/**
 * Errors as the system answers them. Most have the standard form (`success: false`, the sentence as `error` and as
 * `message`, and an `error_code`); the guard of keys, switched-off modules and some older endpoints have forms of their
 * own, which their refusals bring along.
 */
export function paint(error: AppError | null, request: FastifyRequest): Painted {
  if (!error) return standard(500, 'Internal server error', 'internal_error')
  const own = worded.get(error)
  if (own) return own
  if (error.reason === 'missing_scope') return missingScope(error, request)
  if (error.reason === 'module_disabled') return moduleDisabled(error.fields?.['module'] ?? '')
  if (error.code === 'rate_limited') return tooMany(request)
  const { status, code = status, message = error.message } = WORDS[error.reason] ?? CODES[error.code]
  const painted = standard(status, message, code)
  return error.code === 'invalid' && error.fields
    ? withFields(painted, error.fields, areaOf(request))
    : painted
}

const worded = new WeakMap<AppError, Painted>()

/** An error with its answer, where a route knows the system's own. */
export function inWords(error: AppError, painted: Painted): AppError {
  worded.set(error, painted)
  return error
}

type Words = { status: number; code?: string; message?: string }

const CODES: Record<ErrorCode, Words> = {
  invalid: { status: 400, code: 'validation_error' },
  unauthenticated: { status: 401, code: 'unauthorized' },
  forbidden: { status: 403, code: 'forbidden', message: 'Access denied' },
  not_found: { status: 404, code: 'not_found', message: 'Resource not found' },
  conflict: { status: 409, code: 'conflict' },
  locked: { status: 400, code: 'error' },
  gone: { status: 410 },
  too_large: { status: 413 },
  rate_limited: { status: 429, code: 'rate_limited' },
  unsupported: { status: 405 },
  unavailable: { status: 503 },
}

/** Where the words of core are not the system's own. Those of other systems' frameworks have the status as their code. */
const WORDS: Partial<Record<Reason, Words>> = {
  malformed: {
    status: 400,
    code: 'bad_request',
    message: 'The browser (or proxy) sent a request that this server could not understand.',
  },
  wrong_method: { status: 405, message: 'The method is not allowed for the requested URL.' },
  unsupported_media_type: {
    status: 415,
    message: "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.",
  },
  timer_running: {
    status: 409,
    code: 'timer_already_running',
    message: 'You already have an active timer. Stop it before starting a new one.',
  },
  nothing_running: { status: 400, code: 'no_active_timer', message: 'No active timer found' },
  already_paused: { status: 400, code: 'invalid_state', message: 'Timer is already paused' },
  not_paused: { status: 400, code: 'invalid_state', message: 'Timer is not paused' },
  overlap: {
    status: 400,
    code: 'error',
    message: 'This time overlaps with an existing entry. Please choose a different time range.',
  },
  locked_period: {
    status: 400,
    code: 'error',
    message: 'Timesheet period is closed for this entry',
  },
  approved: { status: 400, code: 'error', message: 'Time entry is approved and locked' },
  version_mismatch: {
    status: 409,
    code: 'conflict',
    message: 'Time entry was modified on the server. Refresh and try again.',
  },
  already_pending: { status: 400, code: 'error', message: 'Approval already pending' },
  no_approvers: { status: 400, code: 'error', message: 'No approvers found for this time entry' },
  not_pending: { status: 400, code: 'error', message: 'Approval is not pending' },
  not_approver: { status: 400, code: 'error', message: 'Not authorized to approve' },
  name_taken: { status: 400, code: 'error' },
  in_use: { status: 400, code: 'error' },
}

type Fields = Readonly<Record<string, string>>

/** What core calls otherwise than the fields of this wire. */
const FIELDS: Fields = {
  started_at: 'start_time',
  ended_at: 'end_time',
  estimate_seconds: 'estimated_hours',
  min_seconds: 'min_hours',
  due_on: 'due_date',
  expected_close_on: 'expected_close_date',
  closed_on: 'actual_close_date',
  starts_on: 'reference_date',
  currency: 'currency_code',
  expires_at: 'expires_days',
  allowed_ips: 'ip_whitelist',
}

function standard(status: number, message: string, code: string | number): Painted {
  return { status, body: { success: false, error: message, message, error_code: code } }
}

/** And what in the things of one area alone. */
const FIELDS_IN: Readonly<Record<string, Fields>> = {
  projects: { title: 'name', amount: 'hourly_rate' },
  clients: { amount: 'default_hourly_rate' },
  leads: { value: 'estimated_value' },
}

/** `projects` of `/api/v1/projects/:project_id`. */
function areaOf({ routeOptions }: FastifyRequest): string {
  return /\/api\/v1\/([\w-]+)/.exec(routeOptions.url ?? '')?.[1] ?? ''
}

function withFields({ status, body }: Painted, fields: Fields, area: string): Painted {
  const nameOf = (name: string) => FIELDS_IN[area]?.[name] ?? FIELDS[name] ?? name
  const errors = Object.fromEntries(Object.entries(fields).map(([name, text]) => [nameOf(name), [text]]))
  return { status, body: { ...(body as object), errors } }
}

/** A refusal of what the caller asks, in the standard form: a rule of the business unless it is said otherwise. */
export function refusal(
  message: string,
  {
    status = 400,
    code = 'error',
    more = {},
  }: { status?: number; code?: string | number; more?: object } = {},
): AppError {
  const painted = standard(status, message, code)
  return inWords(new AppError(codeOf(status), 'bad_input', message), {
    status,
    // It was built a line ago.
    body: { ...(painted.body as object), ...more },
  })
}

/** A refusal with what is wrong with which field. */
export function validation(message: string, errors: Readonly<Record<string, readonly string[]>>): AppError {
  return refusal(message, { code: 'validation_error', more: { errors } })
}

/** The answer of the system's older endpoints: the sentence, and nothing beside it. */
export function bare(message: string, status = 400): AppError {
  return inWords(new AppError(codeOf(status), 'bad_input', message), { status, body: { error: message } })
}

/** The answer of a verb, or the system's own words where there is no such thing. */
export async function orWords<T>(work: Promise<T>, words: () => AppError): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof AppError && error.reason === 'no_such_thing' ? words() : error
  }
}

function codeOf(status: number): ErrorCode {
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  return status === 409 ? 'conflict' : 'invalid'
}

/** The guard names the scopes of which one would do, and those the key has. */
function missingScope({ fields }: AppError, { ctx }: FastifyRequest): Painted {
  const scope = fields?.['scope'] ?? ''
  return {
    status: 403,
    body: {
      error: 'Insufficient permissions',
      message: `This endpoint requires one of: "${scope}"`,
      error_code: 'forbidden',
      required_scope: scope,
      available_scopes: ctx.actor.kind === 'user' ? ctx.actor.scopes : [],
    },
  }
}

function moduleDisabled(module: string): Painted {
  return {
    status: 403,
    body: {
      error: 'module_disabled',
      message: `${module} module is disabled by the administrator.`,
      error_code: 'forbidden',
    },
  }
}

/** A module that this server does not have answers as one that is switched off. */
export function withoutModule(module: string): AppError {
  return inWords(
    new AppError('forbidden', 'not_offered', 'This server does not offer that.'),
    moduleDisabled(module),
  )
}

function tooMany({ limitUsage }: FastifyRequest): Painted {
  const message = 'Too many requests for this API token. Try again later.'
  const [minute, hour] = limitUsage ?? []
  if (!minute || !hour) return standard(429, 'Too many requests. Try again later.', 429)
  const isCounted = minute.remaining === 0 || hour.remaining === 0
  // A password door has its own limit, of which the system says no more than that.
  if (!isCounted) return standard(429, 'Too many requests. Try again later.', 429)
  return {
    status: 429,
    body: {
      error: 'Rate limit exceeded',
      message,
      error_code: 'rate_limited',
      limit_per_minute: minute.requests,
      limit_per_hour: hour.requests,
      remaining_per_minute: minute.remaining,
      remaining_per_hour: hour.remaining,
    },
  }
}
