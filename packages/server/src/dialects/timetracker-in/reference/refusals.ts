import { Type } from 'typebox'
import type { DescribedRoute, Refusal } from '../../../http/reference.ts'
import { CORE, INTEGRATION } from '../paths.ts'
import { list, named, oneOf, text } from './words.ts'

const Details = list(
  named(
    'FieldError',
    Type.Object({
      field: text('The field, as it is sent.', 'start_time'),
      message: text('What is wrong with it.', 'Must be an ISO 8601 datetime'),
    }),
  ),
  'What is wrong with which field, where fields are.',
)

const CoreError = named(
  'CoreError',
  Type.Object(
    {
      error: Type.Object({
        code: oneOf([
          'VALIDATION_ERROR',
          'INVALID_API_KEY',
          'PERMISSION_DENIED',
          'RESOURCE_NOT_FOUND',
          'RATE_LIMIT_EXCEEDED',
          'INTERNAL_ERROR',
        ]),
        message: text('Why, in a sentence.', 'Must be an ISO 8601 datetime'),
        details: Type.Optional(Details),
      }),
    },
    { description: 'How the core API refuses.' },
  ),
)

const IntegrationError = named(
  'IntegrationError',
  Type.Object(
    { error: text('Why, in a few words.', 'Validation error'), details: Type.Optional(Details) },
    { description: 'How the integrations are refused.' },
  ),
)

/** Each surface refuses in a form of its own. */
export const REFUSAL_BODY = Type.Union([CoreError, IntegrationError])

export const REFUSALS: readonly Refusal[] = [
  {
    status: 400,
    name: 'BadRequest',
    meaning:
      'A field is missing or wrong, or the body is not JSON (`VALIDATION_ERROR`); on the core API also what is 409 elsewhere, and a version that is not served.',
    applies: (route) => isCore(route) || takesInput(route),
  },
  {
    status: 401,
    name: 'Unauthorized',
    meaning: 'No key, or one that is wrong, revoked or expired (`INVALID_API_KEY`).',
    applies: () => true,
  },
  {
    status: 403,
    name: 'Forbidden',
    meaning: 'The key lacks a scope, the role may not do that, or the time is locked (`PERMISSION_DENIED`).',
    applies: ({ path }) => path !== `${CORE}/me`,
  },
  {
    status: 404,
    name: 'NotFound',
    meaning: 'There is no such thing, or it is not yours to know (`RESOURCE_NOT_FOUND`).',
    applies: (route) => (isCore(route) ? route.params !== undefined : namesThings(route)),
  },
  {
    status: 409,
    name: 'Conflict',
    meaning: 'Another one has this name, or the workspace lets no time overlap and this does.',
    applies: ({ method, path }) =>
      method === 'POST' && /\/triggers\/(clients|tasks|tags|time-entries)$/.test(path),
  },
  {
    status: 429,
    name: 'RateLimited',
    meaning:
      'Too many requests in this second or minute (`RATE_LIMIT_EXCEEDED`); `Retry-After` says how many seconds to wait.',
    applies: () => true,
  },
  {
    status: 500,
    name: 'ServerError',
    meaning: 'A fault of the server, or it is too busy just now (`INTERNAL_ERROR`).',
    applies: () => true,
  },
]

export function isCore({ path }: DescribedRoute): boolean {
  return path.startsWith(`${CORE}/`)
}

/** Whether a call writes something down; the searches by POST do not. */
export function writes({ method, path }: DescribedRoute): boolean {
  return method !== 'GET' && !path.endsWith('/find')
}

function takesInput({ query, body, params }: DescribedRoute): boolean {
  return query !== undefined || body !== undefined || params !== undefined
}

/** What a search names and is not there is simply not found by it; a hook that is not there is 400. */
function namesThings({ path }: DescribedRoute): boolean {
  return new RegExp(`^${INTEGRATION}/triggers/[a-z-]+$`).test(path)
}
