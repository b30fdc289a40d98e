import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Ctx, transact } from '../../../core/context.ts'
import { getProject, type Project } from '../../../core/projects/read.ts'
import { deleteProject } from '../../../core/projects/write.ts'
import { listTasks } from '../../../core/task-lists.ts'
import { workspaceById } from '../access.ts'
import { WHOLE } from '../v9/lists.ts'
import { createFrom, updateFrom } from '../v9/project-input.ts'
import { flagOf, type Input, pathId, pathIds, textOf } from '../wire.ts'
import { hexColorOf } from './colors.ts'
import { blank, data, sendJson, sendList, wrapped } from './envelope.ts'
import { namedWorkspace } from './place.ts'
import { toProjects } from './project-map.ts'
import { usersOfProject } from './project-users.ts'
import { toTasks } from './task-map.ts'

type OneProject = { Params: { project_id: string } }

export function projectRoutes(app: FastifyInstance): void {
  app.post('/projects', { schema: { summary: 'Create a project' } }, async (request) => {
    const { ctx } = request
    const input = wrapped(request, 'project')
    if (!textOf(input, 'name')?.trim()) throw blank('Name')
    const membership = await workspaceById(ctx, await namedWorkspace(ctx, input))
    // Others see a project only when they are let in, unless it is said.
    const isPrivate = flagOf(input, 'is_private') ?? true
    return shown(ctx, await createFrom(ctx, membership, { ...fieldsOf(input), is_private: isPrivate }))
  })

  app.get<OneProject>('/projects/:project_id', { schema: { summary: 'Show a project' } }, async (request) =>
    shown(request.ctx, await projectAt(request)),
  )

  app.put<OneProject>(
    '/projects/:project_id',
    { schema: { summary: 'Update a project' } },
    async (request) => {
      const { ctx } = request
      const project = await projectAt(request)
      const input = wrapped(request, 'project')
      const { name } = input
      if (typeof name === 'string' && name.trim() === '') throw blank('Name')
      const membership = await workspaceById(ctx, project.workspace_id)
      return shown(ctx, await updateFrom(ctx, { membership, project }, fieldsOf(input)))
    },
  )

  app.delete<OneProject>(
    '/projects/:project_id',
    { schema: { summary: 'Delete a project, or several' } },
    async (request, reply) => {
      const ids = pathIds(request.params.project_id, 'Resource can not be found')
      await transact(request.ctx, async (ctx) => {
        for (const id of ids) await deleteProject(ctx, { id })
      })
      return sendJson(reply, ids)
    },
  )

  app.get<OneProject>(
    '/projects/:project_id/project_users',
    { schema: { summary: 'List the people of a project' } },
    async (request, reply) => sendList(reply, await usersOfProject(request.ctx, await projectAt(request))),
  )

  app.get<OneProject>(
    '/projects/:project_id/tasks',
    { schema: { summary: 'List the tasks of a project' } },
    async (request, reply) => {
      const { id } = await projectAt(request)
      const { rows } = await listTasks(request.ctx, { projectIds: [id] }, WHOLE)
      return sendList(reply, await toTasks(request.ctx, rows))
    },
  )
}

function projectAt({ ctx, params }: FastifyRequest<OneProject>): Promise<Project> {
  return getProject(ctx, pathId(params.project_id) ?? 0)
}

/** The fields as the newer version names them, which has colours in hex. */
function fieldsOf(input: Input): Input {
  const { color: _, hex_color: __, ...rest } = input
  const color = hexColorOf(input)
  return color === undefined ? rest : { ...rest, color }
}

async function shown(ctx: Ctx, project: Project) {
  const [one] = await toProjects(ctx, [project])
  return data(one ?? {})
}
