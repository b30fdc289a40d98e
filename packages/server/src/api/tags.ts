import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { createTag, deleteTag, getTag, listTags, updateTag } from '../core/tags.ts'
import { toTag } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Shape.Id),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Part of the name.' })),
})

export function tagRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listTags',
    method: 'GET',
    url: '/tags',
    summary: 'List tags by name',
    query: Query,
    answer: Shape.listOf(Shape.Tag),
    async handle(ctx, { query }) {
      const { rows, next } = await listTags(
        ctx,
        { workspaceId: query.workspace_id, text: query.q },
        pageFrom(query),
      )
      return { data: rows.map(toTag), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createTag',
    method: 'POST',
    url: '/tags',
    summary: 'Make a tag',
    body: Shape.NewTag,
    answer: Shape.Tag,
    status: 201,
    handle: async (ctx, { body }) => toTag(await createTag(ctx, body.workspace_id, body)),
  })
  route(app, {
    operationId: 'getTag',
    method: 'GET',
    url: '/tags/:id',
    summary: 'Show a tag',
    params: IdParams,
    answer: Shape.Tag,
    handle: async (ctx, { params }) => toTag(await getTag(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateTag',
    method: 'PATCH',
    url: '/tags/:id',
    summary: 'Change a tag, on every entry that has it',
    takesVersion: true,
    params: IdParams,
    body: Shape.TagChanges,
    answer: Shape.Tag,
    handle: async (ctx, { params, body, version }) =>
      toTag(await updateTag(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteTag',
    method: 'DELETE',
    url: '/tags/:id',
    summary: 'Delete a tag',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteTag(ctx, { id: params.id, version }),
  })
}
