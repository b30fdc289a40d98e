import type { AppError, ErrorCode, Reason } from '../../core/errors.ts'
import type { Painted } from '../../http/wire.ts'

/** Errors as both of ActivityWatch's servers answer them: a status, and a `message` that clients write into their log. */
export function paint(error: AppError | null): Painted {
  if (!error) return { status: 500, body: { message: 'Internal Server Error' } }
  const status = REASON_STATUS[error.reason] ?? STATUS[error.code]
  return { status, body: { message: messageOf(error) } }
}

const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
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

const REASON_STATUS: Partial<Record<Reason, number>> = { unsupported_media_type: 415 }

function messageOf({ code, message, fields }: AppError): string {
  if (code === 'unauthenticated')
    return "Missing or invalid API key. Set 'Authorization: Bearer <key>' header."
  const [field, text] = Object.entries(fields ?? {})[0] ?? []
  return field === undefined || message.startsWith(field) ? message : `${field}: ${text}`
}
