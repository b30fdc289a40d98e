import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { authenticateToken } from '../../core/tokens.ts'
import { bearerKey } from '../../http/credentials.ts'

/** Timing knows one way in, on every endpoint: a key as a Bearer token. Keys of either kind are welcome. */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const key = bearerKey(request)
  if (key !== undefined) return authenticateToken(ctx, key, { ip: request.ip })
  throw new AppError('unauthenticated', 'no_credentials', 'Send a key as a Bearer token.')
}
