/** What kind of refusal this is. Every wire's painter answers each of them. */
export const ERROR_CODES = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'locked',
  'gone',
  'too_large',
  'rate_limited',
  'unsupported',
  'unavailable',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Why, for machines and translations: no wire needs to read the English text. */
export const REASONS = [
  'bad_input',
  'malformed',
  'no_credentials',
  'bad_credentials',
  'second_factor_required',
  'wrong_code',
  'unknown_passkey',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'address_not_allowed',
  'foreign_origin',
  'missing_scope',
  'not_allowed',
  'owner_not_named',
  'registration_closed',
  'already_set_up',
  'no_such_thing',
  'no_such_route',
  'wrong_method',
  'ambiguous',
  'name_taken',
  'email_taken',
  'already_member',
  'last_owner',
  'last_admin',
  'version_mismatch',
  'changed_since',
  'idempotency_key_reused',
  'timer_running',
  'nothing_running',
  'not_paused',
  'already_paused',
  'overlap',
  'locked_period',
  'approved',
  'already_pending',
  'no_approvers',
  'not_pending',
  'not_approver',
  'module_disabled',
  'billed_protected',
  'cycle',
  'in_use',
  'link_used',
  'link_expired',
  'sign_in_expired',
  'sign_in_cancelled',
  'provider_unavailable',
  'provider_refused',
  'email_not_verified',
  'account_exists',
  'identity_taken',
  'last_way_in',
  'body_too_large',
  'too_many_requests',
  'too_many_rows',
  'unsupported_media_type',
  'not_offered',
  'database_unavailable',
  'too_busy',
] as const

export type Reason = (typeof REASONS)[number]

/** The one error the product throws on purpose; anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly reason: Reason
  /** What is wrong with which input field. */
  readonly fields: Readonly<Record<string, string>> | undefined
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined

  // oxlint-disable-next-line max-params -- a refusal reads as one line: what, why, in words, and where
  constructor(
    code: ErrorCode,
    reason: Reason,
    message: string,
    more: { fields?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.reason = reason
    this.fields = more.fields
    this.retryAfter = more.retryAfter
  }
}

export function invalid(field: string, message: string, reason: Reason = 'bad_input'): AppError {
  return new AppError('invalid', reason, message, { fields: { [field]: message } })
}

/** For what is not there, and for what the actor must not know to be there. */
export function notFound(what: string): AppError {
  return new AppError('not_found', 'no_such_thing', `There is no such ${what}.`)
}

export function notAllowed(message: string): AppError {
  return new AppError('forbidden', 'not_allowed', message)
}

export function conflict(reason: Reason, message: string, field?: string): AppError {
  return new AppError('conflict', reason, message, field ? { fields: { [field]: message } } : {})
}
