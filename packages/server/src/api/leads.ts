import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { convertLead } from '../core/crm/convert.ts'
import { createLead, deleteLead, getLead, listLeads, updateLead } from '../core/crm/leads.ts'
import { toContact, toDeal, toLead } from './crm-map.ts'
import * as Shape from './crm-schemas.ts'
import { toClient } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Id),
  status: Type.Optional(Type.Array(Shape.LeadStatus, { maxItems: 5 })),
  owner_id: Type.Optional(Id),
  source: Type.Optional(Type.String({ maxLength: 255 })),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Part of the name, company or address.' })),
})

/** People who may become clients. */
export function leadRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listLeads',
    method: 'GET',
    url: '/leads',
    summary: 'List leads, the best score first',
    query: Query,
    answer: Shape.Leads,
    async handle(ctx, { query }) {
      const { workspace_id: workspaceId, status: statuses, owner_id: ownerId, source, q: text } = query
      const filter = { workspaceId, statuses, ownerId, source, text }
      const { rows, next } = await listLeads(ctx, filter, pageFrom(query))
      return { data: rows.map(toLead), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createLead',
    method: 'POST',
    url: '/leads',
    summary: 'Write down a lead',
    body: Shape.NewLead,
    answer: Shape.Lead,
    status: 201,
    handle: async (ctx, { body }) => toLead(await createLead(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'getLead',
    method: 'GET',
    url: '/leads/:id',
    summary: 'Show a lead',
    params: IdParams,
    answer: Shape.Lead,
    handle: async (ctx, { params }) => toLead(await getLead(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateLead',
    method: 'PATCH',
    url: '/leads/:id',
    summary: 'Change a lead',
    takesVersion: true,
    params: IdParams,
    body: Shape.LeadChanges,
    answer: Shape.Lead,
    handle: async (ctx, { params, body, version }) =>
      toLead(await updateLead(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'convertLead',
    method: 'POST',
    url: '/leads/:id/convert',
    summary: 'Make a client of a lead, with its contact and a deal',
    params: IdParams,
    body: Shape.Conversion,
    answer: Shape.Converted,
    status: 201,
    async handle(ctx, { params, body }) {
      const { client_id: id, client_name: name, makes_contact: makesContact, deal } = body
      const client = id === undefined ? (name === undefined ? undefined : { name }) : { id }
      const converted = await convertLead(ctx, params.id, { client, makesContact, deal })
      return {
        lead: toLead(converted.lead),
        client: toClient(converted.client),
        contact: converted.contact && toContact(converted.contact),
        deal: converted.deal && toDeal(converted.deal),
      }
    },
  })
  route(app, {
    operationId: 'deleteLead',
    method: 'DELETE',
    url: '/leads/:id',
    summary: 'Delete a lead',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteLead(ctx, { id: params.id, version }),
  })
}
