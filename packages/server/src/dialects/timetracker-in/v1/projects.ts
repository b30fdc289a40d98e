import type { FastifyInstance, FastifyRequest } from 'fastify'
import { countProjects, listProjectsByNumber } from '../../../core/projects/list.ts'
import { findProject, getProject } from '../../../core/projects/read.ts'
import { deleteProject } from '../../../core/projects/write.ts'
import { bodyOf, missing, pathId, referenceOf, wordsOf } from '../input.ts'
import {
  createProjectFrom,
  showProject,
  showProjects,
  statusFilterOf,
  updateProjectFrom,
} from '../projects.ts'
import { listOf, pageOf, sortOf, updatedFrom } from './pages.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

type OneProject = { Params: InWorkspace['Params'] & { project_id: string } }

const LIST = '/workspaces/:workspace_id/projects'
const ONE = `${LIST}/:project_id`

export function projectRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(LIST, { schema: { summary: 'List projects' } }, async (request) => {
    const { ctx } = request
    const place = await placeOf(request)
    const page = pageOf(request)
    const client = referenceOf(page.input, 'client_id', 'client')
    const filter = {
      workspaceId: place.workspace_id,
      phrase: wordsOf(page.input, 'name'),
      ...statusFilterOf(page.input),
      clientIds: client ? [client] : undefined,
      updatedFrom: updatedFrom(page),
    }
    const rows = await listProjectsByNumber(ctx, filter, {
      ...page.slice,
      ...sortOf(page, { word: 'name', column: 'title_key' }),
    })
    return listOf(page, await countProjects(ctx, filter), await showProjects(ctx, place, rows))
  })

  app.post<InWorkspace>(LIST, { schema: { summary: 'Create a project' } }, async (request) => {
    const place = await placeOf(request)
    return showProject(request.ctx, place, await createProjectFrom(request.ctx, place, bodyOf(request)))
  })

  app.get<OneProject>(ONE, { schema: { summary: 'Show a project' } }, async (request) => {
    const { place, project } = await targetOf(request)
    return showProject(request.ctx, place, await getProject(request.ctx, project.id))
  })

  app.patch<OneProject>(
    ONE,
    { schema: { summary: 'Change a project; what is left out stays' } },
    async (request) => {
      const { ctx } = request
      const { place, project } = await targetOf(request)
      const changed = await updateProjectFrom(ctx, place, { project, input: bodyOf(request) })
      return showProject(ctx, place, changed)
    },
  )

  app.delete<OneProject>(
    ONE,
    { schema: { summary: 'Delete a project with its tasks; its time stays, without it' } },
    async (request) => {
      const { project } = await targetOf(request)
      await deleteProject(request.ctx, { id: project.id })
      return { success: true }
    },
  )
}

/** The project of the path, which has to be one of its workspace. */
async function targetOf(request: FastifyRequest<OneProject>) {
  const place = await placeOf(request)
  const project = await findProject(request.ctx, pathId(request, 'project_id', 'project'))
  if (project?.workspace_id !== place.workspace_id) throw missing('project')
  return { place, project }
}
