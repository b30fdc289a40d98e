import type { FastifyInstance } from 'fastify'
import { type Ctx, transact } from '../../../core/context.ts'
import {
  createTask,
  deleteTask,
  getTask,
  type Task,
  type TaskFields,
  updateTask,
} from '../../../core/tasks.ts'
import { fieldsOf as taskFieldsOf } from '../v9/task-routes.ts'
import { type Input, integerOf, pathId, pathIds, textOf } from '../wire.ts'
import { blank, data, dataOfAll, sendJson, wrapped } from './envelope.ts'
import { namedFields } from './named-fields.ts'
import { toTasks } from './task-map.ts'

type Tasks = { Params: { task_id: string } }

const NO_TASK = 'Resource can not be found'

export function taskRoutes(app: FastifyInstance): void {
  app.post('/tasks', { schema: { summary: 'Create a task' } }, async (request) => {
    const { ctx } = request
    const input = wrapped(request, 'task')
    const name = textOf(input, 'name')?.trim()
    if (!name) throw blank('Name')
    const projectId = integerOf(input, 'pid')
    if (!projectId) throw blank('pid')
    const task = await createTask(ctx, projectId, { ...fieldsOf(input), name })
    const [shown] = await toTasks(ctx, [task], namedFields(input))
    // The answer to a new task does not say when it has changed.
    return data({ ...shown, at: null })
  })

  app.get<Tasks>('/tasks/:task_id', { schema: { summary: 'Show a task' } }, async ({ ctx, params }) => {
    const [shown] = await toTasks(ctx, [await getTask(ctx, pathId(params.task_id) ?? 0)])
    return data(shown ?? {})
  })

  app.put<Tasks>(
    '/tasks/:task_id',
    { schema: { summary: 'Update a task, or several alike' } },
    async (request) => {
      const input = wrapped(request, 'task')
      const ids = pathIds(request.params.task_id, NO_TASK)
      const tasks = await transact(request.ctx, (ctx) => updateAll(ctx, ids, input))
      const shown = await toTasks(request.ctx, tasks, namedFields(input))
      return dataOfAll(shown, request.params.task_id.includes(','))
    },
  )

  app.delete<Tasks>(
    '/tasks/:task_id',
    { schema: { summary: 'Delete a task, or several' } },
    async (request, reply) => {
      const ids = pathIds(request.params.task_id, NO_TASK)
      await transact(request.ctx, async (ctx) => {
        for (const id of ids) await deleteTask(ctx, { id })
      })
      return sendJson(reply, ids)
    },
  )
}

async function updateAll(ctx: Ctx, ids: readonly number[], input: Input): Promise<Task[]> {
  const tasks: Task[] = []
  for (const id of ids) tasks.push(await updateTask(ctx, { id }, fieldsOf(input, await getTask(ctx, id))))
  return tasks
}

/** What the newer version reads, under the names this one has. */
function fieldsOf(input: Input, before?: Task): TaskFields {
  const name = textOf(input, 'name')
  if (typeof name === 'string' && name.trim() === '') throw blank('Name')
  const { active, estimated_seconds, uid } = input
  return taskFieldsOf({ name, active, estimated_seconds, user_id: uid }, before)
}
