import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { createDeal, dealSums, deleteDeal, getDeal, listDeals, updateDeal } from '../core/crm/deals.ts'
import { toDeal } from './crm-map.ts'
import * as Shape from './crm-schemas.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'

const filters = {
  status: Type.Optional(Shape.DealStatus),
  owner_id: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Part of the name or description.' })),
}
const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Id),
  stage: Type.Optional(Shape.DealStage),
  client_id: Type.Optional(Id),
  ...filters,
})

/** Sales that may come about. */
export function dealRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listDeals',
    method: 'GET',
    url: '/deals',
    summary: 'List deals by the day they are expected to close',
    query: Query,
    answer: Shape.Deals,
    async handle(ctx, { query }) {
      const {
        workspace_id: workspaceId,
        status,
        stage,
        owner_id: ownerId,
        client_id: clientId,
        q: text,
      } = query
      const stages = stage === undefined ? undefined : [stage]
      const filter = { workspaceId, status, stages, ownerId, clientId, text }
      const { rows, next } = await listDeals(ctx, filter, pageFrom(query))
      return { data: rows.map(toDeal), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'sumDeals',
    method: 'GET',
    url: '/deals/sums',
    summary: 'What deals come to by stage and currency, whole and weighted',
    query: Type.Object({ workspace_id: Id, ...filters }),
    answer: Shape.DealSums,
    async handle(ctx, { query }) {
      const { workspace_id: workspaceId, status, owner_id: ownerId, q: text } = query
      return { data: await dealSums(ctx, { workspaceId, status, ownerId, text }) }
    },
  })
  route(app, {
    operationId: 'createDeal',
    method: 'POST',
    url: '/deals',
    summary: 'Write down a deal',
    body: Shape.NewDeal,
    answer: Shape.Deal,
    status: 201,
    handle: async (ctx, { body }) => toDeal(await createDeal(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'getDeal',
    method: 'GET',
    url: '/deals/:id',
    summary: 'Show a deal',
    params: IdParams,
    answer: Shape.Deal,
    handle: async (ctx, { params }) => toDeal(await getDeal(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateDeal',
    method: 'PATCH',
    url: '/deals/:id',
    summary: 'Change a deal; closing it is dated',
    takesVersion: true,
    params: IdParams,
    body: Shape.DealChanges,
    answer: Shape.Deal,
    handle: async (ctx, { params, body, version }) =>
      toDeal(await updateDeal(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteDeal',
    method: 'DELETE',
    url: '/deals/:id',
    summary: 'Delete a deal',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteDeal(ctx, { id: params.id, version }),
  })
}
