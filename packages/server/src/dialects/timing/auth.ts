import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { authenticateToken } from '../../core/tokens.ts'
import { presentedCredentials } from '../../http/credentials.ts'

/** Timing knows one way in, on every endpoint: a key as a Bearer token. Keys of either kind are welcome. */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const presented = presentedCredentials(request)
  if (presented?.scheme === 'bearer') return authenticateToken(ctx, presented.secret, request.ip)
  throw new AppError('unauthenticated', 'no_credentials', 'Send a key as a Bearer token.')
}
