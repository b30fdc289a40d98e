import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House } from './house.ts'
import type { Proof } from './identity-provider.ts'

/** A sign-in that somebody has left for the provider with, kept by the very browser that is to come back. */
export type Attempt = {
  proof: Proof
  /** The page to go to afterwards. */
  to: string
  invitation?: string | undefined
  timeZone?: string | undefined
  /** Who wants to link an identity to their account; left out where somebody signs in. */
  linksFor?: number | undefined
  until: number
}

const LIFETIME_MS = 10 * 60 * 1000

/** Remembers where a browser went, sealed, so that it can neither be read nor made up there. */
export function keepAttempt(house: House, reply: FastifyReply, attempt: Omit<Attempt, 'until'>): void {
  const kept: Attempt = { ...attempt, until: house.clock() + LIFETIME_MS }
  reply.setCookie(cookieName(house), house.secrets.seal(JSON.stringify(kept)), {
    ...traits(house),
    maxAge: LIFETIME_MS / 1000,
  })
}

/** What this browser left with, once: it is forgotten with this answer. Nothing where it is too late, or was made up. */
export function takeAttempt(house: House, request: FastifyRequest, reply: FastifyReply): Attempt | undefined {
  const sealed = request.cookies[cookieName(house)]
  if (sealed === undefined) return undefined
  reply.clearCookie(cookieName(house), traits(house))
  const attempt = openAttempt(house, sealed)
  return attempt !== undefined && attempt.until > house.clock() ? attempt : undefined
}

function openAttempt(house: House, sealed: string): Attempt | undefined {
  try {
    // Sealed by `keepAttempt`, or it does not open.
    return JSON.parse(house.secrets.open(sealed)) as Attempt
  } catch {
    return undefined
  }
}

function cookieName(house: House): string {
  return isSecure(house) ? '__Host-sundial-attempt' : 'sundial-attempt'
}

function isSecure(house: House): boolean {
  return house.baseUrl.startsWith('https:')
}

/** Lax, since the way back from the provider begins at another site. */
function traits(house: House) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(house) } as const
}

/** A page of our own, whatever was asked for. */
export function ownPage(house: House, to: string | undefined): string {
  if (to === undefined || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, house.baseUrl)) return '/'
  const { origin, pathname, search, hash } = new URL(to, house.baseUrl)
  return origin === house.baseUrl && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
