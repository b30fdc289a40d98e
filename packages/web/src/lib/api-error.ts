type Details = {
  status: number
  code: string
  reason: string
  message: string
  fields?: Record<string, string>
}

/** What the server refused, or that it could not be reached (`code: 'unreachable'`). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly reason: string
  readonly fields: Record<string, string>

  constructor({ status, code, reason, message, fields = {} }: Details) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.reason = reason
    this.fields = fields
  }

  /** A proxy in between may answer with something that is not ours; then only the status is known. */
  static from(status: number, body: unknown): ApiError {
    const error = isErrorBody(body) ? body.error : undefined
    if (error) return new ApiError({ status, ...error })
    return new ApiError({ status, code: 'unknown', reason: 'unknown', message: `HTTP ${status}` })
  }
}

export function isApiError(error: unknown, code?: string): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code)
}

function isErrorBody(body: unknown): body is { error: Omit<Details, 'status'> } {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object'
}
