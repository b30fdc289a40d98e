import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { createIntegrationKey } from '../core/integration-keys.ts'
import { personalKeyOf, resetPersonalKey } from '../core/personal-keys.ts'
import {
  createToken,
  listTokens,
  type NewToken,
  revokeToken,
  type TokenChanges,
  updateToken,
} from '../core/tokens.ts'
import { toToken } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'
import { readOptionalInstant } from './times.ts'

/** One's own API keys. */
export function tokenRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listTokens',
    method: 'GET',
    url: '/tokens',
    summary: 'List one’s own keys, newest first',
    query: Type.Object(listQuery),
    answer: Shape.listOf(Shape.Token),
    async handle(ctx, { query }) {
      const { rows, next } = await listTokens(ctx, pageFrom(query))
      return { data: rows.map(toToken), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createToken',
    method: 'POST',
    url: '/tokens',
    summary: 'Make a key; its secret is shown this once',
    body: Shape.NewToken,
    answer: Shape.CreatedToken,
    status: 201,
    async handle(ctx, { body }) {
      const { token, secret } = await createToken(ctx, newTokenIn(body))
      return { ...toToken(token), token: secret }
    },
  })
  route(app, {
    operationId: 'createIntegrationKey',
    method: 'POST',
    url: '/tokens/integration',
    summary: 'Make the one key that integrations take; the one before ends at once',
    answer: Shape.CreatedToken,
    status: 201,
    async handle(ctx) {
      const { token, secret } = await createIntegrationKey(ctx)
      return { ...toToken(token), token: secret }
    },
  })
  route(app, {
    operationId: 'updateToken',
    method: 'PATCH',
    url: '/tokens/:id',
    summary: 'Rename a key, switch it off or on, or change its expiry or the addresses it works from',
    params: IdParams,
    body: Shape.TokenChanges,
    answer: Shape.Token,
    async handle(ctx, { params, body }) {
      const token = await updateToken(ctx, params.id, tokenChangesIn(body))
      return toToken(token)
    },
  })
  route(app, {
    operationId: 'revokeToken',
    method: 'DELETE',
    url: '/tokens/:id',
    summary: 'Revoke a key, at once and for good',
    params: IdParams,
    handle: (ctx, { params }) => revokeToken(ctx, params.id),
  })
  route(app, {
    operationId: 'getPersonalKey',
    method: 'GET',
    url: '/me/personal-key',
    summary:
      'One’s personal key, for clients that want one of 32 hexadecimal digits; made when it is first asked for',
    answer: Shape.PersonalKey,
    handle: async (ctx) => ({ key: await personalKeyOf(ctx) }),
  })
  route(app, {
    operationId: 'resetPersonalKey',
    method: 'POST',
    url: '/me/personal-key/reset',
    summary: 'Make another personal key; the old one ends at once',
    answer: Shape.PersonalKey,
    handle: async (ctx) => ({ key: await resetPersonalKey(ctx) }),
  })
}

/** A key as a body describes it: with every right, and without end, where nothing is said of that. */
export function newTokenIn(body: Static<typeof Shape.NewToken>): NewToken {
  return {
    name: body.name,
    description: body.description,
    kind: body.for ?? 'timetracker',
    scopes: body.scopes ?? ['*'],
    workspaceId: body.workspace_id ?? null,
    expiresAt: readOptionalInstant('expires_at', body.expires_at ?? null),
    allowedIps: body.allowed_ips ?? [],
  }
}

export function tokenChangesIn(body: Static<typeof Shape.TokenChanges>): TokenChanges {
  return {
    name: body.name,
    description: body.description,
    isActive: body.is_active,
    allowedIps: body.allowed_ips,
    expiresAt: readOptionalInstant('expires_at', body.expires_at),
  }
}
