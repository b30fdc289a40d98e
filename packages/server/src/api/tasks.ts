import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { listTasks } from '../core/task-lists.ts'
import { createTask, deleteTask, getTask, updateTask } from '../core/tasks.ts'
import { toTask } from './map.ts'
import { IdParams, listQuery, pageFrom, route } from './route.ts'
import * as Shape from './schemas.ts'

const Query = Type.Object({
  ...listQuery,
  workspace_id: Type.Optional(Shape.Id),
  project_id: Type.Optional(Shape.Id),
  status: Type.Optional(Shape.TaskStatus),
  q: Type.Optional(Type.String({ maxLength: 500, description: 'Part of the name.' })),
})

export function taskRoutes(app: FastifyInstance): void {
  route(app, {
    operationId: 'listTasks',
    method: 'GET',
    url: '/tasks',
    summary: 'List tasks by name',
    query: Query,
    answer: Shape.listOf(Shape.Task),
    async handle(ctx, { query }) {
      const filter = {
        workspaceId: query.workspace_id,
        projectIds: query.project_id === undefined ? undefined : [query.project_id],
        statuses: query.status && [query.status],
        text: query.q,
      }
      const { rows, next } = await listTasks(ctx, filter, pageFrom(query))
      return { data: rows.map(toTask), next_cursor: next }
    },
  })
  route(app, {
    operationId: 'createTask',
    method: 'POST',
    url: '/tasks',
    summary: 'Make a task in a project',
    body: Shape.NewTask,
    answer: Shape.Task,
    status: 201,
    handle: async (ctx, { body }) => toTask(await createTask(ctx, body.project_id, body)),
  })
  route(app, {
    operationId: 'getTask',
    method: 'GET',
    url: '/tasks/:id',
    summary: 'Show a task',
    params: IdParams,
    answer: Shape.Task,
    handle: async (ctx, { params }) => toTask(await getTask(ctx, params.id)),
  })
  route(app, {
    operationId: 'updateTask',
    method: 'PATCH',
    url: '/tasks/:id',
    summary: 'Change a task',
    takesVersion: true,
    params: IdParams,
    body: Shape.TaskChanges,
    answer: Shape.Task,
    handle: async (ctx, { params, body, version }) =>
      toTask(await updateTask(ctx, { id: params.id, version }, body)),
  })
  route(app, {
    operationId: 'deleteTask',
    method: 'DELETE',
    url: '/tasks/:id',
    summary: 'Delete a task; its time stays',
    takesVersion: true,
    params: IdParams,
    handle: (ctx, { params, version }) => deleteTask(ctx, { id: params.id, version }),
  })
}
