import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Ctx } from '../../../core/context.ts'
import type { Project } from '../../../core/projects/read.ts'
import { listTasksByNumber, type TaskFilter } from '../../../core/task-lists.ts'
import {
  createTask,
  deleteTask,
  getTask,
  type Task,
  type TaskFields,
  updateTask,
} from '../../../core/tasks.ts'
import { workspaceAt } from '../access.ts'
import { inWords, orNotFound, refused } from '../errors.ts'
import {
  bodyOf,
  flagOf,
  type Input,
  integerOf,
  pathId,
  queryFlag,
  queryIds,
  queryInteger,
  queryOf,
  queryText,
  queryTristate,
  textOf,
} from '../wire.ts'
import { idsBody, numberedPage, sinceOf, WHOLE } from './lists.ts'
import { asUpdate, operationsOf, patchEach } from './patches.ts'
import { directionOf } from './project-lists.ts'
import { projectIn } from './project-routes.ts'
import { isOpen, showTasks } from './tasks.ts'
import { refuseUncarried } from './uncarried.ts'

type InWorkspace = { Params: { workspace_id: string } }
type InProject = { Params: { workspace_id: string; project_id: string } }
type OneTask = { Params: { workspace_id: string; project_id: string; task_id: string } }
type ManyTasks = { Params: { workspace_id: string; project_id: string; task_ids: string } }

export function taskRoutes(app: FastifyInstance): void {
  listRoutes(app)

  app.post<InProject>(
    '/workspaces/:workspace_id/projects/:project_id/tasks',
    { schema: { summary: 'Create a task' } },
    async (request) => {
      const project = await projectOf(request)
      if (project.is_archived === 1) throw refused(CLOSED)
      const body = bodyOf(request)
      const name = textOf(body, 'name')?.trim() ?? ''
      if (name === '') throw refused("Task name can't be blank")
      return shown(request.ctx, await createTask(request.ctx, project.id, { ...fieldsOf(body), name }))
    },
  )

  app.get<OneTask>(
    '/workspaces/:workspace_id/projects/:project_id/tasks/:task_id',
    { schema: { summary: 'Show a task' } },
    async (request) => shown(request.ctx, await taskAt(request)),
  )

  app.put<OneTask>(
    '/workspaces/:workspace_id/projects/:project_id/tasks/:task_id',
    { schema: { summary: 'Update a task' } },
    async (request) => {
      const task = await taskAt(request)
      const fields = fieldsOf(bodyOf(request), task)
      return shown(request.ctx, await updateTask(request.ctx, { id: task.id }, fields))
    },
  )

  app.patch<ManyTasks>(
    '/workspaces/:workspace_id/projects/:project_id/tasks/:task_ids',
    { schema: { summary: 'Update several tasks alike' } },
    async (request) => {
      const { ctx, params, body } = request
      const project = await projectOf(request)
      const update = asUpdate(operationsOf(body, ['name', 'active', 'estimated_seconds', 'user_id']))
      return patchEach(params.task_ids, async (id) =>
        updateTask(ctx, { id }, fieldsOf(update, await taskIn(ctx, project, id))),
      )
    },
  )

  app.delete<OneTask>(
    '/workspaces/:workspace_id/projects/:project_id/tasks/:task_id',
    { schema: { summary: 'Delete a task' } },
    async (request, reply) => {
      const { id } = await taskAt(request)
      await deleteTask(request.ctx, { id })
      return reply.send()
    },
  )
}

function listRoutes(app: FastifyInstance): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/tasks',
    { schema: { summary: 'List the tasks of a workspace' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const query = queryOf(request)
      const projectId = queryInteger(query, 'pid', 'Invalid project_id')
      const projectIds = projectId === undefined ? undefined : [projectId]
      return envelope(request.ctx, { workspaceId, projectIds }, query)
    },
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/tasks/basic',
    { schema: { summary: 'List the tasks one may choose from' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const query = queryOf(request)
      const filter = {
        workspaceId,
        projectIds: queryIds(query, 'project_ids') ?? queryIds(query, 'project_id'),
        ids: queryIds(query, 'task_ids'),
        clientIds: queryIds(query, 'client_ids'),
        isMine: queryFlag(query, 'only_me') ?? true,
      }
      return envelope(request.ctx, filter, query)
    },
  )

  app.get<InProject>(
    '/workspaces/:workspace_id/projects/:project_id/tasks',
    { schema: { summary: 'List the tasks of a project' } },
    async (request) => {
      const project = await projectOf(request)
      const isActive = queryTristate(queryOf(request), 'active', undefined)
      const filter = { projectIds: [project.id], isOpen: isActive === true ? true : undefined }
      return showTasks(request.ctx, (await listTasksByNumber(request.ctx, filter, BY_NAME)).rows)
    },
  )

  app.post<InWorkspace>(
    '/workspaces/:workspace_id/tasks/data',
    { schema: { summary: 'Show several tasks' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      const filter = { workspaceId, ids: idsBody(request) }
      return showTasks(request.ctx, (await listTasksByNumber(request.ctx, filter, BY_NAME)).rows)
    },
  )
}

const BY_NAME = { offset: 0, limit: WHOLE.limit, by: 'name_key', order: 'asc' } as const
const USUAL_PAGE = 50
const MOST_PER_PAGE = 200

/** A numbered page of tasks with what it is a page of. */
async function envelope(ctx: Ctx, filter: TaskFilter, query: Input) {
  const { page, limit, offset } = numberedPage(query, USUAL_PAGE, MOST_PER_PAGE)
  const field = queryText(query, 'sort_field')?.toLowerCase() ?? 'name'
  if (field !== 'name' && field !== 'created_at') throw refused('Invalid sort_field')
  const order = directionOf(query)
  const changedSince = sinceOf(query)
  const { rows, total } = await listTasksByNumber(
    ctx,
    {
      ...filter,
      changedSince,
      text: queryText(query, 'search'),
      isOpen: queryTristate(query, 'active', changedSince === undefined ? true : undefined),
    },
    { offset, limit, by: field === 'name' ? 'name_key' : 'created_at', order },
  )
  return {
    total_count: total,
    per_page: limit,
    page,
    sort_field: field,
    sort_order: order.toUpperCase(),
    data: await showTasks(ctx, rows),
  }
}

/** The tasks of all one's workspaces; those that are done on request, and where a sync asks for what has changed. */
export async function myTasks(ctx: Ctx, query: Input) {
  const changedSince = sinceOf(query)
  const asked = queryText(query, 'include_not_active')
  if (asked !== undefined && asked !== 'true' && asked !== 'false')
    throw refused('Invalid include_not_active')
  const isAll = asked === undefined ? changedSince !== undefined : asked === 'true'
  const filter = { changedSince, isOpen: isAll ? undefined : true }
  const { limit } = numberedPage(query, WHOLE.limit, WHOLE.limit)
  const offset = Math.max(0, queryInteger(query, 'offset') ?? 0)
  return showTasks(ctx, (await listTasksByNumber(ctx, filter, { ...BY_NAME, limit, offset })).rows)
}

const CLOSED = 'Project not found/accessible, Can not change tasks of archived project'

/** The project of the path, in the workspace of the path. */
async function projectOf(request: FastifyRequest<InProject>): Promise<Project> {
  const membership = await workspaceAt(request)
  const id = pathId(request.params.project_id)
  if (id === undefined) throw refused('Invalid project_id')
  return orNotFound(projectIn(request.ctx, membership, id), 'Invalid project_id', 'invalid')
}

async function taskAt(request: FastifyRequest<OneTask>): Promise<Task> {
  const project = await projectOf(request)
  const id = pathId(request.params.task_id)
  if (id === undefined) throw refused('Invalid task_id')
  return taskIn(request.ctx, project, id)
}

async function taskIn(ctx: Ctx, project: Project, id: number): Promise<Task> {
  const task = await orNotFound(getTask(ctx, id), 'Invalid task_id', 'invalid')
  if (task.project_id === project.id) return task
  throw inWords('invalid', 'no_such_thing', 'Invalid task_id')
}

async function shown(ctx: Ctx, task: Task) {
  const [one] = await showTasks(ctx, [task])
  return one
}

/** What a body says of a task. Whoever has it first here is the one the service knows. */
export function fieldsOf(body: Input, before?: Task): TaskFields {
  refuseUncarried(body, ['external_reference', 'recurring'])
  const name = textOf(body, 'name')
  if (name?.trim() === '') throw refused("Task name can't be blank")
  const active = flagOf(body, 'active') ?? undefined
  const userId = integerOf(body, 'user_id')
  const isOther = userId !== undefined && userId !== (before?.assignee_ids[0] ?? null)
  const isTurned = active !== undefined && active !== (before ? isOpen(before) : true)
  return {
    name: name ?? undefined,
    status: isTurned ? (active ? 'todo' : 'done') : undefined,
    estimate_seconds: estimateOf(body),
    assignee_ids: isOther ? (userId === null ? [] : [userId]) : undefined,
  }
}

const LONGEST = 1_000_000 * 3600

function estimateOf(body: Input): number | null | undefined {
  const seconds = integerOf(body, 'estimated_seconds')
  if (typeof seconds === 'number' && (seconds < 0 || seconds > LONGEST))
    throw refused('Invalid estimated_seconds')
  return seconds
}
