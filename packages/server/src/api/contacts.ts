import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  createContact,
  deleteContact,
  getContact,
  listContacts,
  updateContact,
} from '../core/crm/contacts.ts'
import { toContact } from './crm-map.ts'
import * as Shape from './crm-schemas.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import { Id } from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Id),
  client_id: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Part of the name, address or title.' })),
  is_active: Type.Optional(Type.Boolean()),
})

/** The people at one's clients. */
export function contactRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listContacts',
    method: 'GET',
    url: '/contacts',
    summary: 'List contacts by last name',
    query: Query,
    answer: Shape.Contacts,
    async handle(ctx, { query }) {
      const { workspace_id: workspaceId, client_id: clientId, q: text, is_active: isActive } = query
      const { rows, next } = await listContacts(
        ctx,
        { workspaceId, clientId, text, isActive },
        pageFrom(query),
      )
      return { data: rows.map(toContact), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createContact',
    method: 'POST',
    url: '/contacts',
    summary: 'Write down a contact of a client',
    body: Shape.NewContact,
    answer: Shape.Contact,
    status: 201,
    handle: async (ctx, { body }) => toContact(await createContact(ctx, body.client_id, body)),
  })
  route(app, {
    operationId: 'getContact',
    method: 'GET',
    url: '/contacts/:id',
    summary: 'Show a contact',
    params: IdParams,
    answer: Shape.Contact,
    handle: async (ctx, { params }) => toContact(await getContact(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateContact',
    method: 'PATCH',
    url: '/contacts/:id',
    summary: 'Change a contact',
    takesVersion: true,
    params: IdParams,
    body: Shape.ContactChanges,
    answer: Shape.Contact,
    handle: async (ctx, { params, body, version }) =>
      toContact(await updateContact(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteContact',
    method: 'DELETE',
    url: '/contacts/:id',
    summary: 'Delete a contact',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteContact(ctx, { id: params.id, version }),
  })
}
