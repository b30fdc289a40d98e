import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, notFound } from '../../../core/errors.ts'
import {
  createTag,
  deleteTag,
  deleteTags,
  getTag,
  listTagsByNumber,
  type Tag,
  updateTag,
} from '../../../core/tags.ts'
import { idAt, workspaceAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import { exactTime } from '../values.ts'
import { bodyOf, type Input, integersOf, queryOf, queryText, textOf } from '../wire.ts'
import { numberedPage, WHOLE } from './lists.ts'

/** A tag as the service shows it; one that is deleted only where a sync asks for what has changed. */
export function toTag(tag: Tag) {
  return {
    id: tag.id,
    workspace_id: tag.workspace_id,
    name: tag.name,
    at: exactTime(tag.updated_at),
    ...(tag.deleted_at === null ? {} : { deleted_at: exactTime(tag.deleted_at) }),
  }
}

type InWorkspace = { Params: { workspace_id: string } }
type OneTag = { Params: { workspace_id: string; tag_id: string } }

export function tagRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/tags',
    { schema: { summary: 'List the tags of a workspace' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const query = queryOf(request)
      const filter = { workspaceId, text: queryText(query, 'search') }
      const page = numberedPage(query, WHOLE.limit, WHOLE.limit)
      return (await listTagsByNumber(request.ctx, filter, page)).rows.map(toTag)
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/tags',
    { schema: { summary: 'Create a tag' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const name = nameOf(bodyOf(request))
      return toTag(await orTaken(createTag(request.ctx, workspaceId, { name }), name))
    },
  )

  app.patch<InWorkspace>(
    '/workspaces/:workspace_id/tags',
    { schema: { summary: 'Delete several tags, all of them or none' } },
    async (request, reply) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const ids = integersOf(bodyOf(request), 'delete') ?? []
      if (ids.length > WHOLE.limit) throw inWords('invalid', 'too_many_rows', 'Bad Request')
      const message = 'Some tag IDs do not belong to workspace.'
      if (ids.length > 0) await orNotFound(deleteTags(request.ctx, workspaceId, ids), message, 'invalid')
      return reply.send()
    },
  )

  app.put<OneTag>(
    '/workspaces/:workspace_id/tags/:tag_id',
    { schema: { summary: 'Rename a tag' } },
    async (request) => {
      const { id } = await tagAt(request, 'Tag was not found')
      const name = nameOf(bodyOf(request))
      return toTag(await orTaken(updateTag(request.ctx, { id }, { name }), name))
    },
  )

  app.delete<OneTag>(
    '/workspaces/:workspace_id/tags/:tag_id',
    { schema: { summary: 'Delete a tag' } },
    async (request, reply) => {
      const { id } = await tagAt(request, 'Tag was not found.')
      await deleteTag(request.ctx, { id })
      return reply.send()
    },
  )
}

/** The tag of the path, in the workspace of the path. */
async function tagAt(request: FastifyRequest<OneTag>, message: string): Promise<Tag> {
  const { workspace_id: workspaceId } = await workspaceAt(request)
  const id = idAt(request.params.tag_id, 'tag_id')
  const found = getTag(request.ctx, id).then((tag) => {
    if (tag.workspace_id !== workspaceId) throw notFound('tag')
    return tag
  })
  return orNotFound(found, message)
}

function nameOf(body: Input): string {
  const name = textOf(body, 'name')?.trim() ?? ''
  if (name === '') throw refused("tag name can't be blank")
  return name
}

/** Says of a name that is taken what the service says of tags. */
async function orTaken<T>(work: Promise<T>, name: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'name_taken') throw error
    throw inWords('invalid', 'name_taken', `a tag with the name '${name}' already exists`)
  }
}
