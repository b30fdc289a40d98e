import type { FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import { authenticatePersonalKey } from '../../core/personal-keys.ts'
import { hasControlCharacters } from '../../core/rules/names.ts'
import type { Device } from '../../core/sessions.ts'
import { findSession } from '../../core/sessions.ts'
import { authenticateToken } from '../../core/tokens.ts'
import { presentedCredentials } from '../../http/credentials.ts'
import type { House } from '../../http/house.ts'

/** The session cookie of the Track API, and that of the accounts service, by which newer clients sign in. */
export const TRACK_COOKIE = '__Host-timer-session'
export const ACCOUNTS_COOKIE = '__Secure-accounts-session'

const API_TOKEN = 'api_token'

/**
 * Basic with an e-mail address and a password, or with a token and the word `api_token`; else the cookie of a session.
 * A token is the personal one of the profile, or a key of this server with its scopes.
 */
export async function authenticate(house: House, ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const token = presentedToken(request)
  if (token !== undefined) return byToken(ctx, token, request.ip)
  const presented = presentedCredentials(request)
  if (presented?.scheme !== 'basic') return bySession(house, ctx, request)
  const { name, password } = presented
  // Hooks are kept by scripts that hold a token; the service takes nothing else there.
  if (isTokenOnly(request) || hasControlCharacters(name)) throw wrongCredentials()
  const user = await house.passwords.open(ctx, { email: name, password, ip: request.ip })
  return actingAs(ctx, user.id, user.is_admin === 1).actor
}

/** By the route: the address may be spelled in several ways. */
function isTokenOnly({ routeOptions: { url = '' } }: FastifyRequest): boolean {
  return /\/(webhooks\/api|reports\/api\/v2)\//.test(url)
}

const PERSONAL_KEY = /^[0-9a-f]{32}$/i

/** The token that comes with the word `api_token`. The digits of a personal one may be in capitals. */
export function presentedToken(request: FastifyRequest): string | undefined {
  const presented = presentedCredentials(request)
  if (presented?.scheme !== 'basic' || presented.password !== API_TOKEN) return undefined
  return PERSONAL_KEY.test(presented.name) ? presented.name.toLowerCase() : presented.name
}

function byToken(ctx: Ctx, token: string, ip: string): Promise<Actor> {
  return PERSONAL_KEY.test(token)
    ? authenticatePersonalKey(ctx, token)
    : authenticateToken(ctx, token, { ip })
}

async function bySession(house: House, ctx: Ctx, request: FastifyRequest): Promise<Actor> {
  const secret = sessionSecretOf(request)
  if (secret === undefined || isTokenOnly(request))
    throw new AppError('unauthenticated', 'no_credentials', 'Sign in, or send a token.')
  refuseForeignPages(house, request)
  const actor = await findSession(ctx, secret, request.ip)
  if (!actor) throw wrongCredentials()
  return actor
}

/** The secret in the cookie of either service. */
export function sessionSecretOf({ cookies }: FastifyRequest): string | undefined {
  return cookies[TRACK_COOKIE] ?? cookies[ACCOUNTS_COOKIE]
}

/** A page of another site may not write with the cookie of somebody who happens to visit it. */
function refuseForeignPages({ baseUrl }: House, { method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return
  const site = headers['sec-fetch-site']
  // A proxy may have put another host in place of the one people know.
  const own = [headers.host?.toLowerCase(), hostOf(baseUrl)]
  const isForeignOrigin = headers.origin !== undefined && !own.includes(hostOf(headers.origin) ?? '')
  if (site === 'cross-site' || isForeignOrigin)
    throw new AppError('forbidden', 'foreign_origin', 'This page may not write here.')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host.toLowerCase() : undefined
}

function wrongCredentials(): AppError {
  return new AppError('unauthenticated', 'bad_credentials', 'The user name or the password is wrong.')
}

/** What somebody signed in with, for the session that comes of it; undefined where it was a session already. */
export function signedInWith(request: FastifyRequest): Pick<Device, 'with'> | undefined {
  const presented = presentedCredentials(request)
  const { actor } = request.ctx
  if (presented?.scheme !== 'basic' || actor.kind !== 'user') return undefined
  if (actor.tokenId !== null) return { with: { tokenId: actor.tokenId } }
  return presented.password === API_TOKEN ? { with: 'personal_key' } : {}
}
