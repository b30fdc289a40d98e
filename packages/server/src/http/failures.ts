import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Ctx } from '../core/context.ts'
import { AppError, type ErrorCode, type Reason } from '../core/errors.ts'
import type { House } from './house.ts'
import { limitKey } from './rate-limit.ts'
import type { Wire } from './wire.ts'

type Engine = Ctx['db']['engine']

/** What Fastify throws by itself, in our words. */
const FRAMEWORK: Readonly<Record<string, [ErrorCode, Reason, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large', 'body_too_large', 'The request is too large.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported',
    'unsupported_media_type',
    'Send JSON, as application/json.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'invalid',
    'malformed',
    'The length of the body is not what was announced.',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid', 'malformed', 'The body is empty.'],
  FST_ERR_BAD_URL: ['invalid', 'malformed', 'The address cannot be read.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not_found', 'no_such_route', 'There is nothing at this address.'],
}

/** The refusal behind whatever was thrown; undefined for a bug. */
export function refusalOf(error: unknown, engine: Engine): AppError | undefined {
  if (error instanceof AppError) return error
  if (isFrameworkError(error)) {
    if (error.validation) return validationRefusal(error)
    const known = FRAMEWORK[error.code]
    if (known) return new AppError(...known)
    if (error.statusCode && error.statusCode < 500)
      return new AppError('invalid', 'malformed', 'The request cannot be read.')
  }
  // Such as a cursor that another list gave.
  if (engine.isUnfit(error)) return new AppError('invalid', 'malformed', 'The request cannot be read.')
  if (engine.isUnavailable(error)) {
    return new AppError(
      'unavailable',
      'database_unavailable',
      'The database cannot be reached just now. Try again.',
      {
        retryAfter: 5,
      },
    )
  }
  return undefined
}

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && ('validation' in error || ('code' in error && 'statusCode' in error))
}

type FrameworkFailure = { error: FastifyError; request: FastifyRequest; reply: FastifyReply }

/** Answers what Fastify refuses before it knows a route, such as an undecodable address, in the words of its wire. */
export function paintFrameworkError(wires: readonly Wire[], house: House, failure: FrameworkFailure): void {
  const { error, request, reply } = failure
  const wire = wires.find(({ prefix }) => request.url.startsWith(`${prefix}/`)) ?? wires[0]
  if (!wire) throw new Error('A server has at least its own wire')
  const refusal = refusalOf(error, house.db.engine) ?? null
  const painted = wire.paint(refusal, request)
  request.failure = refusal ? { refusal } : { bug: error }
  reply
    .code(painted.status)
    .type(wire.jsonType ?? 'application/json; charset=utf-8')
    .headers({
      'x-content-type-options': 'nosniff',
      ...wire.headers,
      ...wire.limitHeaders(house.limiter.untouched(wire, limitKey(wire, request))),
      ...painted.headers,
    })
    // With a serialiser of its own, Fastify leaves the content type as it is. A text is painted already.
    .serializer((body) => (typeof body === 'string' ? body : JSON.stringify(body)))
    .send(painted.body)
}

function validationRefusal(error: FastifyError): AppError {
  const fields: Record<string, string> = {}
  for (const problem of error.validation ?? []) {
    const missing =
      problem.keyword === 'required' && typeof problem.params['missingProperty'] === 'string'
        ? problem.params['missingProperty']
        : ''
    const path = [...problem.instancePath.split('/').filter(Boolean), missing].filter(Boolean).join('.')
    fields[path || 'body'] ??= missing
      ? 'This is required.'
      : `${capitalised(problem.message ?? 'is wrong')}.`
  }
  const [[field, text] = ['body', 'wrong']] = Object.entries(fields)
  return new AppError('invalid', 'bad_input', `${field}: ${text}`, { fields })
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
