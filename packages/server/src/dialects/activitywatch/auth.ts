import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { authenticateToken } from '../../core/tokens.ts'
import { presentedCredentials } from '../../http/credentials.ts'

/**
 * ActivityWatch's own servers know a Bearer key at most. What stands between a watcher and this server may only be able
 * to send a name and a password, or a header of its own, so the key is read there too.
 */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const key = presentedKey(request)
  if (key) return authenticateToken(ctx, key, { ip: request.ip })
  throw new AppError('unauthenticated', 'no_credentials', 'Send a key as a Bearer token.')
}

const KEY = /^t[tm]_/

/** The key of a watcher, or of what stands before it. */
export function presentedKey(request: FastifyRequest): string | undefined {
  const presented = presentedCredentials(request)
  if (presented?.scheme !== 'basic') return presented?.secret
  return KEY.test(presented.password) ? presented.password : presented.name
}
