import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  createTokenFor,
  listAllTokens,
  type OwnedToken,
  revokeAnyToken,
  rotateToken,
  updateAnyToken,
} from '../core/token-admin.ts'
import type { House } from '../http/house.ts'
import { toToken } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'
import { newTokenIn, tokenChangesIn } from './tokens.ts'

/** Everybody's API keys, for the administrators of the installation. */
export function adminTokenRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    operationId: 'listAllTokens',
    method: 'GET',
    url: '/admin/tokens',
    summary: 'List the keys of everybody, newest first',
    query: Type.Object({
      ...listQuery,
      user_id: Type.Optional(Shape.Id),
      q: Type.Optional(Type.String({ maxLength: 254, description: 'Part of the owner’s address.' })),
    }),
    answer: Shape.listOf(Shape.OwnedToken),
    async handle(ctx, { query }) {
      const filter = { userId: query.user_id, text: query.q }
      const { rows, next } = await listAllTokens(ctx, filter, pageFrom(query))
      return { data: rows.map(toOwnedToken), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createTokenFor',
    method: 'POST',
    url: '/admin/tokens',
    summary: 'Make a key for somebody; its secret is shown this once',
    body: Shape.NewOwnedToken,
    answer: Shape.CreatedOwnedToken,
    status: 201,
    async handle(ctx, { body }) {
      const { token, secret } = await createTokenFor(ctx, body.user_id, newTokenIn(body))
      return { ...toOwnedToken(token), token: secret }
    },
  })
  route(app, {
    operationId: 'updateAnyToken',
    method: 'PATCH',
    url: '/admin/tokens/:id',
    summary: 'Switch anybody’s key off or on, rename it, or change its expiry, addresses or limits',
    params: IdParams,
    body: Shape.AnyTokenChanges,
    answer: Shape.OwnedToken,
    async handle(ctx, { params, body }) {
      const changes = { ...tokenChangesIn(body), limitFactor: body.limit_factor }
      const token = await updateAnyToken(ctx, params.id, changes)
      // Other processes hear of it within seconds.
      await house.raisedLimits.refresh()
      return toOwnedToken(token)
    },
  })
  route(app, {
    operationId: 'rotateToken',
    method: 'POST',
    url: '/admin/tokens/:id/rotate',
    summary: 'Make a key that may what this one may, and switch this one off',
    params: IdParams,
    answer: Shape.CreatedOwnedToken,
    status: 201,
    async handle(ctx, { params }) {
      const { token, secret } = await rotateToken(ctx, params.id)
      await house.raisedLimits.refresh()
      return { ...toOwnedToken(token), token: secret }
    },
  })
  route(app, {
    operationId: 'revokeAnyToken',
    method: 'DELETE',
    url: '/admin/tokens/:id',
    summary: 'Revoke anybody’s key, at once and for good',
    params: IdParams,
    handle: (ctx, { params }) => revokeAnyToken(ctx, params.id),
  })
}

function toOwnedToken(token: OwnedToken) {
  return {
    ...toToken(token),
    user_id: token.user_id,
    user_email: token.user_email,
    user_name: token.user_name,
  }
}
