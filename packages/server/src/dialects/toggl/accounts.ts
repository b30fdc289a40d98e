import type { FastifyInstance } from 'fastify'
import { actingAs } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { getMe } from '../../core/me.ts'
import { createSession } from '../../core/sessions.ts'
import type { House } from '../../http/house.ts'
import { ACCOUNTS_COOKIE, TRACK_COOKIE } from './auth.ts'
import { type Sessions, setCookie } from './sessions.ts'
import { signUpFrom } from './sign-up.ts'
import { ownToken, toMe } from './v9/me.ts'
import { bodyOf, isRecord, textOf } from './wire.ts'

/** Making an account, and signing in as the accounts service has it since 2025: by address and password in the body. */
export function accountRoutes(app: FastifyInstance, house: House, sessions: Sessions): void {
  app.post(
    '/api/v9/signup',
    { config: { isPublic: true, isPasswordDoor: true }, schema: { summary: 'Make an account' } },
    async (request) => {
      const body = bodyOf(request)
      // Older clients wrap it as version 8 does.
      const ctx = await signUpFrom(house, request.ctx, isRecord(body['user']) ? body['user'] : body)
      return toMe(await getMe(ctx), { now: ctx.now, apiToken: await ownToken(ctx) })
    },
  )

  app.post(
    '/api/sessions',
    { config: { isPublic: true }, schema: { summary: 'Sign in with e-mail address and password' } },
    async (request, reply) => {
      const body = bodyOf(request)
      const email = textOf(body, 'email')
      const password = textOf(body, 'password')
      if (!email || !password)
        throw new AppError('unauthenticated', 'bad_credentials', 'An address and a password are needed.')
      const user = await house.passwords.open(request.ctx, { email, password, ip: request.ip })
      const ctx = actingAs(request.ctx, user.id, user.is_admin === 1)
      const { secret } = await createSession(ctx, user, {
        userAgent: request.headers['user-agent'] ?? null,
        ip: request.ip,
      })
      // Clients keep whichever of the two they know.
      for (const name of [ACCOUNTS_COOKIE, TRACK_COOKIE]) setCookie(reply, name, secret)
      return toMe(await getMe(ctx), { now: ctx.now, apiToken: await ownToken(ctx) })
    },
  )

  app.delete('/api/sessions', { schema: { summary: 'Sign out' } }, async (request, reply) => {
    await sessions.end(request, reply)
    return reply.send()
  })
}
