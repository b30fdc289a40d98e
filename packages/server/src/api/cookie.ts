import type { FastifyReply, FastifyRequest } from 'fastify'
import type { NewSession } from '../core/sessions.ts'
import type { House } from '../http/house.ts'

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
