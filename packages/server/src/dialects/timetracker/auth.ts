import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../../core/context.ts'
import { AppError, type Reason } from '../../core/errors.ts'
import { authenticateToken } from '../../core/tokens.ts'
import type { House } from '../../http/house.ts'
import { actorOfCookie } from '../../http/session-cookie.ts'
import { inWords } from './errors.ts'
import { pathOf } from './paths.ts'

/** Who calls: a key, which knows one workspace here; or, where the system's web pages manage keys, the web app's cookie. */
export async function authenticate(house: House, ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const isAdmin = isAdminPage(request)
  if (isAdmin) {
    const actor = await actorOfCookie(house, ctx, request)
    if (actor) return actor
  }
  const token = presentedToken(request)
  if (token === undefined) throw unauthorized('Authentication required', MISSING, 'no_credentials')
  if (!token.startsWith('tt_')) throw invalidToken('Invalid token format')
  try {
    // Keys are kept for the whole installation; everything else is in one workspace.
    return await authenticateToken(ctx, token, { ip: request.ip, knowsOneWorkspace: !isAdmin })
  } catch (error) {
    const words = error instanceof AppError ? WORDS[error.reason] : undefined
    throw words === undefined ? error : invalidToken(words)
  }
}

function isAdminPage(request: FastifyRequest): boolean {
  return pathOf(request).startsWith('/admin/')
}

/** A header of two words decides, however wrong its token is; one of another scheme leaves it to `X-API-Key`. */
export function presentedToken({ headers }: FastifyRequest): string | undefined {
  const [scheme = '', token, ...rest] = (headers.authorization ?? '').trim().split(/\s+/)
  if (/^(bearer|token)$/i.test(scheme) && token !== undefined && rest.length === 0) return token
  const key = headers['x-api-key']
  return typeof key === 'string' && key !== '' ? key : undefined
}

const MISSING = 'API token must be provided in Authorization header or X-API-Key header'

/** What is wrong with a token, in the order in which it is looked at. */
const WORDS: Partial<Record<Reason, string>> = {
  bad_credentials: 'Token not found',
  token_revoked: 'Token has been revoked',
  token_expired: 'Token has expired',
  address_not_allowed: 'Access denied from this IP address',
  account_inactive: 'User account is inactive',
}

function invalidToken(message: string): AppError {
  return unauthorized('Invalid token', message, 'bad_credentials')
}

function unauthorized(error: string, message: string, reason: Reason): AppError {
  return inWords(new AppError('unauthenticated', reason, message), {
    status: 401,
    body: { error, message, error_code: 'unauthorized' },
  })
}
