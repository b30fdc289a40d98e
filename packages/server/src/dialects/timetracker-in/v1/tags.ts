import type { FastifyInstance, FastifyRequest } from 'fastify'
import { deleteTag, getTag, listTagsByNumber, tagsById, updateTag } from '../../../core/tags.ts'
import { bodyOf, missing, pathId, wordsOf } from '../input.ts'
import { createTagFrom, tagFieldsOf, toTag } from '../tags.ts'
import { listOf, pageOf, sortOf, updatedFrom } from './pages.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

type OneTag = { Params: InWorkspace['Params'] & { tag_id: string } }

const LIST = '/workspaces/:workspace_id/tags'
const ONE = `${LIST}/:tag_id`

export function tagRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(LIST, { schema: { summary: 'List tags' } }, async (request) => {
    const place = await placeOf(request)
    const page = pageOf(request)
    const filter = {
      workspaceId: place.workspace_id,
      text: wordsOf(page.input, 'name'),
      updatedFrom: updatedFrom(page),
    }
    const { rows, total } = await listTagsByNumber(request.ctx, filter, {
      ...page.slice,
      ...sortOf(page, { word: 'name', column: 'name_key' }),
    })
    return listOf(page, total, rows.map(toTag))
  })

  app.post<InWorkspace>(LIST, { schema: { summary: 'Create a tag' } }, async (request) =>
    toTag(await createTagFrom(request.ctx, await placeOf(request), bodyOf(request))),
  )

  app.get<OneTag>(ONE, { schema: { summary: 'Show a tag' } }, async (request) =>
    toTag(await getTag(request.ctx, (await targetOf(request)).id)),
  )

  app.patch<OneTag>(ONE, { schema: { summary: 'Change a tag; what is left out stays' } }, async (request) =>
    toTag(await updateTag(request.ctx, await targetOf(request), tagFieldsOf(bodyOf(request)))),
  )

  app.delete<OneTag>(
    ONE,
    { schema: { summary: 'Delete a tag; its time stays, without it' } },
    async (request) => {
      await deleteTag(request.ctx, await targetOf(request))
      return { success: true }
    },
  )
}

/** The tag of the path, which has to be one of its workspace. */
async function targetOf(request: FastifyRequest<OneTag>): Promise<{ id: number }> {
  const place = await placeOf(request)
  const id = pathId(request, 'tag_id', 'tag')
  const tag = (await tagsById(request.ctx, [id])).get(id)
  if (tag?.workspace_id !== place.workspace_id) throw missing('tag')
  return { id }
}
