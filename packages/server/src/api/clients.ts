import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { createClient, deleteClient, getClient, listClients, updateClient } from '../core/clients.ts'
import { toClient } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Shape.Id),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Part of the name.' })),
  is_active: Type.Optional(Type.Boolean()),
})

export function clientRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listClients',
    method: 'GET',
    url: '/clients',
    summary: 'List clients by name',
    query: Query,
    answer: Shape.listOf(Shape.Client),
    async handle(ctx, { query }) {
      const filter = { workspaceId: query.workspace_id, text: query.q, isActive: query.is_active }
      const { rows, next } = await listClients(ctx, filter, pageFrom(query))
      return { data: rows.map(toClient), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createClient',
    method: 'POST',
    url: '/clients',
    summary: 'Make a client',
    body: Shape.NewClient,
    answer: Shape.Client,
    status: 201,
    handle: async (ctx, { body }) => toClient(await createClient(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'getClient',
    method: 'GET',
    url: '/clients/:id',
    summary: 'Show a client',
    params: IdParams,
    answer: Shape.Client,
    handle: async (ctx, { params }) => toClient(await getClient(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateClient',
    method: 'PATCH',
    url: '/clients/:id',
    summary: 'Change a client',
    takesVersion: true,
    params: IdParams,
    body: Shape.ClientChanges,
    answer: Shape.Client,
    handle: async (ctx, { params, body, version }) =>
      toClient(await updateClient(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteClient',
    method: 'DELETE',
    url: '/clients/:id',
    summary: 'Delete a client; its projects and time stay',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteClient(ctx, { id: params.id, version }),
  })
}
