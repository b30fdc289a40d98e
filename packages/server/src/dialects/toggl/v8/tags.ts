import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createTag, deleteTag, getTag, type Tag, updateTag } from '../../../core/tags.ts'
import { listedTime } from '../values.ts'
import { type Input, pathId, textOf } from '../wire.ts'
import { blank, data, sendJson, wrapped } from './envelope.ts'
import { namedWorkspace } from './place.ts'

type OneTag = { Params: { tag_id: string } }

export function tagRoutes(app: FastifyInstance): void {
  app.post('/tags', { schema: { summary: 'Create a tag' } }, async (request) => {
    const { ctx } = request
    const input = wrapped(request, 'tag')
    const name = nameOf(input)
    return data(toTag(await createTag(ctx, await namedWorkspace(ctx, input), { name })))
  })

  app.put<OneTag>('/tags/:tag_id', { schema: { summary: 'Rename a tag' } }, async (request) => {
    const { id } = await tagAt(request)
    const name = nameOf(wrapped(request, 'tag'))
    return data(toTag(await updateTag(request.ctx, { id }, { name })))
  })

  app.delete<OneTag>('/tags/:tag_id', { schema: { summary: 'Delete a tag' } }, async (request, reply) => {
    const { id } = await tagAt(request)
    await deleteTag(request.ctx, { id })
    return sendJson(reply, [id])
  })
}

function tagAt({ ctx, params }: FastifyRequest<OneTag>): Promise<Tag> {
  return getTag(ctx, pathId(params.tag_id) ?? 0)
}

function nameOf(input: Input): string {
  const name = textOf(input, 'name')?.trim()
  if (!name) throw blank('Name')
  return name
}

function toTag(tag: Tag) {
  return { id: tag.id, wid: tag.workspace_id, name: tag.name }
}

/** A tag as lists have it, which tell when it has changed. */
export function toListedTag(tag: Tag) {
  return {
    ...toTag(tag),
    at: listedTime(tag.updated_at),
    server_deleted_at: tag.deleted_at === null ? null : listedTime(tag.deleted_at),
  }
}
