import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { actingUser, type Ctx } from '../core/context.ts'
import { AppError } from '../core/errors.ts'
import {
  type Identity,
  linkIdentity,
  listIdentities,
  signInWithIdentity,
  unlinkIdentity,
} from '../core/identities.ts'
import { createSession, findSession } from '../core/sessions.ts'
import { requireKeyKeeper } from '../core/tokens.ts'
import type { House } from '../http/house.ts'
import type { IdentityProvider } from '../http/identity-provider.ts'
import { readSessionCookie, setSessionCookie } from '../http/session-cookie.ts'
import { type Attempt, keepAttempt, ownPage, takeAttempt } from '../http/sign-in-attempt.ts'
import { toInstant } from './map.ts'
import { IdParams, route } from './route.ts'
import * as Shape from './schemas.ts'

const LINKS_PAGE = '/settings/password'

/** Signing in at an OpenID Connect provider, and the identities there that open one's account. */
export function identityRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'beginProviderSignIn',
    method: 'POST',
    url: '/session/provider',
    summary: 'Begin a sign-in at the provider: the browser that asks is to go to the address in the answer',
    body: Shape.ProviderSignIn,
    answer: Shape.ProviderAddress,
    status: 201,
    isPublic: true,
    async handle(_ctx, { body, reply }) {
      const { url, proof } = await providerOf(house).begin()
      const { invitation, time_zone: timeZone } = body
      keepAttempt(house, reply, { proof, to: ownPage(house, body.to), invitation, timeZone })
      return { url }
    },
  })
  route(app, {
    operationId: 'finishProviderSignIn',
    method: 'GET',
    url: '/session/provider',
    summary: 'Where the provider sends a browser back to; leads on to a page, which is told of any problem',
    query: Type.Object({
      code: Type.Optional(Type.String({ maxLength: 4000 })),
      state: Type.Optional(Type.String({ maxLength: 4000 })),
      error: Type.Optional(Type.String({ maxLength: 4000 })),
    }),
    status: 302,
    isPublic: true,
    handle: (ctx, { request, reply }) => finish(house, ctx, { request, reply }),
  })
  route(app, {
    operationId: 'listIdentities',
    method: 'GET',
    url: '/me/identities',
    summary: 'List the identities at the provider that open one’s account',
    answer: Shape.Identities,
    handle: async (ctx) => ({ data: (await listIdentities(ctx)).map(toIdentity) }),
  })
  route(app, {
    operationId: 'beginLinkingIdentity',
    method: 'POST',
    url: '/me/identities',
    summary: 'Begin linking an identity to one’s account: the browser is to go to the address in the answer',
    answer: Shape.ProviderAddress,
    status: 201,
    async handle(ctx, { reply }) {
      const { userId } = requireKeyKeeper(ctx)
      const { url, proof } = await providerOf(house).begin()
      keepAttempt(house, reply, { proof, to: LINKS_PAGE, linksFor: userId })
      return { url }
    },
  })
  route(app, {
    operationId: 'unlinkIdentity',
    method: 'DELETE',
    url: '/me/identities/:id',
    summary: 'Take an identity from one’s account, unless nothing else opens it',
    params: IdParams,
    handle: (ctx, { params }) => unlinkIdentity(ctx, params.id),
  })
}

function providerOf({ provider }: House): IdentityProvider {
  if (provider) return provider
  throw new AppError('not_found', 'not_offered', 'This server has no provider to sign in with.')
}

type Exchange = { request: FastifyRequest; reply: FastifyReply }

/** The page to go on to. A browser is on its way here, so what goes wrong is told by a page, too. */
async function finish(house: House, ctx: Ctx, exchange: Exchange): Promise<string> {
  const attempt = takeAttempt(house, exchange.request, exchange.reply)
  try {
    const left = checked(attempt, exchange.request)
    return left.linksFor === undefined
      ? await enter(house, ctx, { ...exchange, attempt: left })
      : await link(house, ctx, { ...exchange, attempt: left })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    house.log.info({ operation: ctx.operation.id, reason: error.reason }, 'a sign-in at the provider failed')
    return withProblem(attempt, error.reason)
  }
}

/** The state says that it is the answer to what this very browser has asked. */
function checked(attempt: Attempt | undefined, { query }: FastifyRequest): Attempt {
  const state = typeof query === 'object' && query !== null && 'state' in query ? query.state : undefined
  if (attempt && attempt.proof.state === state) return attempt
  throw new AppError('gone', 'sign_in_expired', 'This sign-in is over. Begin again.')
}

function withProblem(attempt: Attempt | undefined, reason: string): string {
  const problem = new URLSearchParams({ problem: reason })
  if (attempt?.linksFor !== undefined) return `${LINKS_PAGE}?${problem.toString()}`
  if (attempt && attempt.to !== '/') problem.set('to', attempt.to)
  return `/sign-in?${problem.toString()}`
}

type Return = Exchange & { attempt: Attempt }

async function enter(house: House, ctx: Ctx, { request, reply, attempt }: Return): Promise<string> {
  const provider = providerOf(house)
  const claims = await provider.finish(queryOf(request), attempt.proof)
  const user = await signInWithIdentity(ctx, claims, {
    signsUp: provider.signsUp,
    invitation: attempt.invitation,
    timeZone: attempt.timeZone ?? house.timeZone,
  })
  const device = { userAgent: request.headers['user-agent'] ?? null, ip: request.ip }
  setSessionCookie(house, reply, await createSession(ctx, user, { ...device, with: 'identity' }))
  return attempt.to
}

/** Whoever began has to be signed in still, in this browser. */
async function link(house: House, ctx: Ctx, { request, attempt }: Return): Promise<string> {
  const cookie = readSessionCookie(house, request)
  const actor = cookie === undefined ? undefined : await findSession(ctx, cookie, request.ip)
  if (!actor || actingUser({ ...ctx, actor }).userId !== attempt.linksFor)
    throw new AppError('gone', 'sign_in_expired', 'This sign-in is over. Begin again.')
  const claims = await providerOf(house).finish(queryOf(request), attempt.proof)
  await linkIdentity({ ...ctx, actor }, claims)
  return attempt.to
}

function queryOf({ url }: FastifyRequest): string {
  return url.slice(url.indexOf('?'))
}

function toIdentity({ id, issuer, created_at, last_used_at }: Identity) {
  return { id, issuer, created_at: toInstant(created_at), last_used_at: toInstant(last_used_at) }
}
