import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  addPasskey,
  authenticatePasskey,
  beginPasskey,
  beginPasskeySignIn,
  listPasskeys,
  type Passkey,
  removePasskey,
  renamePasskey,
} from '../core/passkeys.ts'
import type { House } from '../http/house.ts'
import { signIn } from './accounts.ts'
import { orNull, toInstant } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { listOf, Me } from './schemas.ts'
import * as Shape from './sign-in-schemas.ts'

/** One's own passkeys, and signing in by them. */
export function passkeyRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listPasskeys',
    method: 'GET',
    url: '/me/passkeys',
    summary: 'List one’s passkeys, newest first',
    query: Type.Object(listQuery),
    answer: listOf(Shape.Passkey),
    async handle(ctx, { query }) {
      const { rows, next } = await listPasskeys(ctx, pageFrom(query))
      return { data: rows.map(toPasskey), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'beginPasskey',
    method: 'POST',
    url: '/me/passkeys/options',
    summary: 'What a browser needs to make a passkey; for the web app, which has a session',
    body: Shape.PasskeyStart,
    answer: Shape.PasskeyCreation,
    isPasswordDoor: true,
    handle: (ctx, { body }) => beginPasskey(ctx, house, body.password),
  })
  route(app, {
    operationId: 'addPasskey',
    method: 'POST',
    url: '/me/passkeys',
    summary: 'Keep the passkey that a browser has made',
    body: Shape.NewPasskey,
    answer: Shape.Passkey,
    status: 201,
    handle: async (ctx, { body }) => toPasskey(await addPasskey(ctx, house, body)),
  })
  route(app, {
    operationId: 'renamePasskey',
    method: 'PATCH',
    url: '/me/passkeys/:id',
    summary: 'Give one of one’s passkeys another name',
    params: IdParams,
    body: Shape.PasskeyChanges,
    answer: Shape.Passkey,
    handle: async (ctx, { params, body }) => toPasskey(await renamePasskey(ctx, params.id, body.name)),
  })
  route(app, {
    operationId: 'removePasskey',
    method: 'DELETE',
    url: '/me/passkeys/:id',
    summary: 'Remove one of one’s passkeys; nobody signs in with it any more',
    params: IdParams,
    handle: (ctx, { params }) => removePasskey(ctx, params.id),
  })

  route(app, {
    operationId: 'beginPasskeySignIn',
    method: 'POST',
    url: '/session/passkey/options',
    summary: 'What a browser needs to sign somebody in by a passkey',
    answer: Shape.PasskeyRequest,
    isPublic: true,
    async handle(ctx, { request }) {
      await house.limiter.countPasswordTry(request.ip, nobodyYet(request.ip))
      return beginPasskeySignIn(ctx, house)
    },
  })
  route(app, {
    operationId: 'signInWithPasskey',
    method: 'POST',
    url: '/session/passkey',
    summary: 'Sign in by a passkey, which stands for both factors; the answer sets a cookie',
    body: Shape.PasskeySignIn,
    answer: Me,
    status: 201,
    isPublic: true,
    async handle(ctx, { body, request, reply }) {
      await house.limiter.countPasswordTry(request.ip, nobodyYet(request.ip))
      const user = await authenticatePasskey(ctx, house, body.response)
      await house.limiter.forgivePasswordTries(request.ip, nobodyYet(request.ip))
      return signIn(house, ctx, { user, request, reply, with: 'passkey' })
    },
  })
}

/** Whose passkey it is turns out at the end, so that tries are counted for the address alone. */
function nobodyYet(ip: string): string {
  return `passkey from ${ip}`
}

function toPasskey({ id, name, created_at, last_used_at }: Passkey) {
  return { id, name, created_at: toInstant(created_at), last_used_at: orNull(last_used_at) }
}
