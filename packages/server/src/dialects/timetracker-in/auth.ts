import type { FastifyRequest } from 'fastify'
import type { Actor, Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { authenticateToken } from '../../core/tokens.ts'
import { presentedCredentials } from '../../http/credentials.ts'

/** Who calls: any key, as `X-Api-Key` or as a Bearer token on either surface. */
export async function authenticate(ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const key = presentedKey(request)
  if (key === undefined)
    throw new AppError('unauthenticated', 'no_credentials', 'Send an API key as X-Api-Key.')
  return authenticateToken(ctx, key, { ip: request.ip })
}

export function presentedKey(request: FastifyRequest): string | undefined {
  const presented = presentedCredentials(request)
  return presented?.scheme === 'bearer' || presented?.scheme === 'api_key' ? presented.secret : undefined
}
