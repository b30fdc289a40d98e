import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { getMe } from '../../core/me.ts'
import { createSession, endSession, findSession } from '../../core/sessions.ts'
import { actingUser } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { ACCOUNTS_COOKIE, sessionSecretOf, signedInWith, TRACK_COOKIE } from './auth.ts'

/** Gives a session to whoever signed in, and ends it. */
export type Sessions = {
  /** Sets the cookie of a session: a new one, or the one that these credentials got within the last hour. */
  give(request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Ends the session of the cookie; refused where there is none. */
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

const REMEMBERED_MS = 3600 * 1000
const MOST_REMEMBERED = 10_000

/**
 * The service opens a session with every sign-in, and `GET /me` is one. Scripts ask that every minute, so whoever comes
 * again with the same credentials is given the same session for an hour.
 */
export function createSessions(): Sessions {
  const hashKey = randomBytes(32)
  const given = new Map<string, { secret: string; until: number }>()

  async function secretFor(request: FastifyRequest): Promise<string | undefined> {
    const origin = signedInWith(request)
    if (!origin) return undefined
    const { ctx, headers, ip } = request
    const key = createHmac('sha256', hashKey)
      .update(`${headers.authorization} ${actingUser(ctx).userId}`)
      .digest('base64')
    const known = given.get(key)
    if (known && known.until > ctx.now && (await findSession(ctx, known.secret, ip))) return known.secret
    const { secret } = await createSession(ctx, await getMe(ctx), {
      ...origin,
      userAgent: headers['user-agent'] ?? null,
      ip,
    })
    if (given.size >= MOST_REMEMBERED) given.clear()
    given.set(key, { secret, until: ctx.now + REMEMBERED_MS })
    return secret
  }

  return {
    async give(request, reply) {
      const secret = await secretFor(request)
      if (secret !== undefined) setCookie(reply, TRACK_COOKIE, secret)
    },
    async end(request, reply) {
      const { ctx, ip } = request
      // By the cookie alone: clients that send it often send their credentials as well, which count for who calls.
      const secret = sessionSecretOf(request)
      const actor = secret === undefined ? undefined : await findSession(ctx, secret, ip)
      if (!actor) throw new AppError('forbidden', 'not_allowed', 'There is no session to end.')
      await endSession({ ...ctx, actor })
      for (const name of [TRACK_COOKIE, ACCOUNTS_COOKIE]) expireCookie(reply, name)
    },
  }
}

/** The attributes the documents show. Browsers and most clients keep it on https only; on plain http a token serves them. */
const ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

export function setCookie(reply: FastifyReply, name: string, secret: string): void {
  reply.setCookie(name, secret, ATTRIBUTES)
}

function expireCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, ATTRIBUTES)
}
