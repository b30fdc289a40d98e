import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { requireProjectIn } from '../../../core/projects/read.ts'
import { listTasksByNumber, type TaskFilter } from '../../../core/task-lists.ts'
import { deleteTask, findTask, getTask, updateTask } from '../../../core/tasks.ts'
import { bodyOf, idOf, type Input, missing, pathId, referenceOf, requireFields, wordsOf } from '../input.ts'
import {
  createTaskFrom,
  requireTeamMember,
  showTask,
  showTasks,
  statusFilterOf,
  taskFieldsOf,
} from '../tasks.ts'
import { listOf, pageOf, sortOf, updatedFrom } from './pages.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

type OneTask = { Params: InWorkspace['Params'] & { task_id: string } }

const LIST = '/workspaces/:workspace_id/tasks'
const ONE = `${LIST}/:task_id`

export function taskRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(LIST, { schema: { summary: 'List tasks' } }, async (request) => {
    const place = await placeOf(request)
    const page = pageOf(request)
    const filter = {
      ...(await filterOf(request.ctx, place, page.input)),
      updatedFrom: updatedFrom(page),
    }
    const { rows, total } = await listTasksByNumber(request.ctx, filter, {
      ...page.slice,
      ...sortOf(page, { word: 'name', column: 'name_key' }),
    })
    return listOf(page, total, await showTasks(request.ctx, place, rows))
  })

  app.post<InWorkspace>(LIST, { schema: { summary: 'Create a task in a project' } }, async (request) => {
    const { ctx } = request
    const place = await placeOf(request)
    const input = bodyOf(request)
    requireFields(input, 'name', 'project_id')
    const project = await requireProjectIn(ctx, place.workspace_id, idOf('project', input['project_id']))
    return showTask(ctx, place, await createTaskFrom(ctx, project, input))
  })

  app.get<OneTask>(ONE, { schema: { summary: 'Show a task' } }, async (request) => {
    const { place, task } = await targetOf(request)
    return showTask(request.ctx, place, await getTask(request.ctx, task.id))
  })

  app.patch<OneTask>(
    ONE,
    { schema: { summary: 'Change a task; what is left out stays' } },
    async (request) => {
      const { ctx } = request
      const { place, task } = await targetOf(request)
      const input = bodyOf(request)
      const fields = await taskFieldsOf(ctx, place.workspace_id, { input, before: task })
      const project_id = referenceOf(input, 'project_id', 'project') ?? undefined
      const { id, version } = task
      return showTask(ctx, place, await updateTask(ctx, { id, version }, { ...fields, project_id }))
    },
  )

  app.delete<OneTask>(
    ONE,
    { schema: { summary: 'Delete a task; its time stays, without it' } },
    async (request) => {
      const { task } = await targetOf(request)
      await deleteTask(request.ctx, { id: task.id })
      return { success: true }
    },
  )
}

async function filterOf(
  ctx: Ctx,
  { workspace_id: workspaceId }: Membership,
  input: Input,
): Promise<TaskFilter> {
  const project = referenceOf(input, 'project_id', 'project')
  const assignee = referenceOf(input, 'assignee_id', 'team_member')
  return {
    workspaceId,
    text: wordsOf(input, 'name'),
    projectIds: project ? [project] : undefined,
    statuses: statusFilterOf(input),
    assigneeIds: assignee ? [(await requireTeamMember(ctx, workspaceId, assignee)).user_id] : undefined,
  }
}

/** The task of the path, which has to be one of its workspace. */
async function targetOf(request: FastifyRequest<OneTask>) {
  const place = await placeOf(request)
  const task = await findTask(request.ctx, pathId(request, 'task_id', 'task'))
  if (task?.workspace_id !== place.workspace_id) throw missing('task')
  return { place, task }
}
