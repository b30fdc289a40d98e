import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { endOtherSessions, endOwnSession, listSessions, type OpenSession } from '../core/sessions.ts'
import { toInstant } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

/** Where one is signed in. */
export function sessionRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listSessions',
    method: 'GET',
    url: '/me/sessions',
    summary: 'List where one is signed in, newest first',
    query: Type.Object(listQuery),
    answer: Shape.listOf(Shape.OpenSession),
    async handle(ctx, { query }) {
      const { rows, next } = await listSessions(ctx, pageFrom(query))
      return { data: rows.map(toSession), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'endSession',
    method: 'DELETE',
    url: '/me/sessions/:id',
    summary: 'End one of one’s sessions',
    params: IdParams,
    handle: (ctx, { params }) => endOwnSession(ctx, params.id),
  })
  route(app, {
    operationId: 'endOtherSessions',
    method: 'DELETE',
    url: '/me/sessions',
    summary: 'End all of one’s sessions but the one in use',
    handle: (ctx) => endOtherSessions(ctx),
  })
}

function toSession({ created_at, last_seen_at, expires_at, ...session }: OpenSession) {
  return {
    ...session,
    created_at: toInstant(created_at),
    last_seen_at: toInstant(last_seen_at),
    expires_at: toInstant(expires_at),
  }
}
