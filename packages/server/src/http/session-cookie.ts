import type { FastifyReply, FastifyRequest } from 'fastify'
import type { NewSession } from '../core/sessions.ts'
import type { Actor, Ctx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import { authenticateSession } from '../core/sessions.ts'
import type { House } from './house.ts'

/** With https the cookie is bound to this very host; without, people on a LAN still get one, and a warning at start. */
export function cookieName(house: House): string {
  return isSecure(house) ? '__Host-sundial-session' : 'sundial-session'
}

function isSecure(house: House): boolean {
  return house.baseUrl.startsWith('https:')
}

export function readSessionCookie(house: House, request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(house)]
}

export function setSessionCookie(house: House, reply: FastifyReply, session: NewSession): void {
  reply.setCookie(cookieName(house), session.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(house),
    expires: new Date(session.expiresAt),
  })
}

export function clearSessionCookie(house: House, reply: FastifyReply): void {
  reply.clearCookie(cookieName(house), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(house),
  })
}

/** Who a cookie of the web app belongs to, where one was sent. */
export async function actorOfCookie(
  house: House,
  ctx: Ctx,
  request: FastifyRequest,
): Promise<Actor | undefined> {
  const cookie = readSessionCookie(house, request)
  if (!cookie) return undefined
  requireSameOrigin(house, request)
  return authenticateSession(ctx, cookie, request.ip)
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A page of another site can make a browser send the cookie, but cannot claim to be one of ours. */
function requireSameOrigin(house: House, request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const isSame =
    origin === undefined
      ? site === 'same-origin'
      : origin === house.baseUrl || origin === `${request.protocol}://${request.host}`
  if (isSame && (site === undefined || site === 'same-origin')) return
  throw new AppError('forbidden', 'foreign_origin', 'This request comes from another site.')
}
