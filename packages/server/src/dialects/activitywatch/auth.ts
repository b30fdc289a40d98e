import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { authenticateToken } from '../../core/tokens.ts'
import { type Presented, presentedCredentials } from '../../http/credentials.ts'

/**
 * ActivityWatch's own servers know a Bearer key at most. What stands between a watcher and this server may only be able
 * to send a name and a password, or a header of its own, so the key is read there too.
 */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const presented = presentedCredentials(request)
  const key = presented && keyOf(presented)
  if (key) return authenticateToken(ctx, key, request.ip)
  throw new AppError('unauthenticated', 'no_credentials', 'Send a key as a Bearer token.')
}

const KEY = /^t[tm]_/

function keyOf(presented: Presented): string {
  if (presented.scheme !== 'basic') return presented.secret
  return KEY.test(presented.password) ? presented.password : presented.name
}
