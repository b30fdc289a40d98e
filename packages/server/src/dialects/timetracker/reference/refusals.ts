import { Type } from 'typebox'
import type { DescribedRoute, Refusal } from '../../../http/reference.ts'
import { flag, list, named, text } from './words.ts'

/** The usual form; some older endpoints answer `error` alone, and a guard adds what it wants. */
export const REFUSAL_BODY = named(
  'ErrorBody',
  Type.Object({
    error: text('Why, in a sentence.', 'Resource not found'),
    message: Type.Optional(text('The same, or more of it.', 'Resource not found')),
    error_code: Type.Optional(
      Type.Union([Type.String(), Type.Integer()], {
        description: 'Why, in a word, or the status as a number.',
        examples: ['not_found'],
      }),
    ),
    success: Type.Optional(flag('Always false.', false)),
    errors: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.String()), {
        description: 'What is wrong with which field.',
      }),
    ),
    required_scope: Type.Optional(Type.String({ description: 'What the key lacks.' })),
    available_scopes: Type.Optional(list(Type.String(), 'What it has.')),
  }),
)

export const REFUSALS: readonly Refusal[] = [
  {
    status: 400,
    name: 'BadRequest',
    meaning:
      'A field is wrong (`validation_error`, with `errors`), a rule forbids it (`error`), or the body is not JSON.',
    applies: ({ method, path }) => method !== 'GET' || /\/(search|reports|exports)\b/.test(path),
  },
  {
    status: 401,
    name: 'Unauthorized',
    meaning: 'No key, or one that is wrong, revoked, expired or used from elsewhere.',
    applies: isGuarded,
  },
  {
    status: 403,
    name: 'Forbidden',
    meaning: 'The key lacks a scope, the role may not do that, or the module is switched off.',
    applies: (route) => isGuarded(route) && !isSignIn(route),
  },
  {
    status: 404,
    name: 'NotFound',
    meaning: 'There is no such thing, or it is not yours to know.',
    applies: ({ params, path }) => params !== undefined || path.endsWith('/bulk'),
  },
  {
    status: 409,
    name: 'Conflict',
    meaning:
      'A timer runs already (`timer_already_running`), or the entry was changed meanwhile (`conflict`).',
    applies: ({ method, path }) =>
      (method === 'POST' && /\/(time-entries|timer\/start)$/.test(path)) ||
      (/^P(UT|ATCH)$/.test(method) && path.endsWith('/:entry_id')),
  },
  { status: 413, name: 'TooLarge', meaning: 'The body is too large.', applies: takesBody },
  {
    status: 415,
    name: 'UnsupportedMediaType',
    meaning: 'The body is not declared as JSON.',
    applies: (route) =>
      takesBody(route) && route.isBodyOptional !== true && !route.path.endsWith('/import-csv'),
  },
  {
    status: 429,
    name: 'RateLimited',
    meaning: 'Too many requests; `Retry-After` says how many seconds to wait.',
    applies: isGuarded,
  },
  { status: 500, name: 'ServerError', meaning: 'A fault of the server.', applies: () => true },
  {
    status: 503,
    name: 'Unavailable',
    meaning: 'The database cannot be reached, or the server is too busy just now.',
    applies: () => true,
  },
]

function isGuarded(route: DescribedRoute): boolean {
  return !route.isPublic || isSignIn(route)
}

function isSignIn({ path }: DescribedRoute): boolean {
  return path.endsWith('/auth/login')
}

function takesBody({ body }: DescribedRoute): boolean {
  return body !== undefined
}
