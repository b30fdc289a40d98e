import type { FastifyInstance } from 'fastify'
import type { Ctx } from '../../core/context.ts'
import { peopleById } from '../../core/people.ts'
import { findProject } from '../../core/projects/read.ts'
import { localDay } from '../../core/rules/local-time.ts'
import { listTasksByNumber } from '../../core/task-lists.ts'
import {
  createTask,
  deleteTask,
  getTask,
  type Task,
  type TaskFields,
  updateTask,
  visibleTask,
} from '../../core/tasks.ts'
import { trackedTotals, type TrackedTotals } from '../../core/tracked.ts'
import type { House } from '../../http/house.ts'
import { orWords, refusal, validation } from './errors.ts'
import {
  bodyOf,
  decimalOf,
  type Input,
  integerOf,
  keptText,
  numberIn,
  pathId,
  queryOf,
  tagsOf,
  textOf,
  wordOf,
  wordsIn,
} from './input.ts'
import { pageOf, paginationOf } from './pages.ts'
import { route } from './route.ts'
import { dayOf, hoursOf, localTime, localTimeOrNull } from './times.ts'

const STATUSES = ['todo', 'in_progress', 'review', 'done', 'cancelled'] as const
const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const

export function taskRoutes(app: FastifyInstance, house: House): void {
  const zone = house.timeZone

  route(app, {
    method: 'GET',
    url: '/tasks',
    summary: 'List tasks, the most urgent first',
    scope: 'read:tasks',
    async handle({ ctx, workspaceId, request }) {
      const page = pageOf(request)
      const query = queryOf(request)
      const projectId = numberIn(query, 'project_id')
      const tags = wordsIn(query, 'tags')
        ?.split(',')
        .map((tag) => tag.trim())
        .filter(Boolean)
      const filter = {
        workspaceId,
        ...(projectId === undefined ? {} : { projectIds: [projectId] }),
        ...statusFilter(query['status']),
        ...(tags && tags.length > 0 ? { tagged: tags } : {}),
      }
      const { rows, total } = await listTasksByNumber(ctx, filter, {
        ...page.slice,
        by: 'urgency',
        order: 'asc',
      })
      return { tasks: await showTasks(ctx, rows, zone), pagination: paginationOf(page, total) }
    },
  })

  route(app, {
    method: 'POST',
    url: '/tasks',
    summary: 'Create a task in a project',
    scope: 'write:tasks',
    async handle({ ctx, request, reply }) {
      const input = bodyOf(request)
      const name = keptText(input, 'name')
      const projectId = integerOf(input, 'project_id') ?? undefined
      if (!name || projectId === undefined) throw missingFields(name, projectId)
      if (!(await findProject(ctx, projectId))) throw refusal('Invalid project')
      const task = await createTask(ctx, projectId, { ...fieldsOf(input), name })
      reply.code(201)
      return { message: 'Task created successfully', task: await showTask(ctx, task, zone) }
    },
  })

  route(app, {
    method: 'GET',
    url: '/tasks/:task_id',
    summary: 'Show a task',
    scope: 'read:tasks',
    handle: async ({ ctx, request }) => ({
      task: await showTask(ctx, await getTask(ctx, pathId(request, 'task_id')), zone),
    }),
  })

  route(app, {
    method: ['PUT', 'PATCH'],
    url: '/tasks/:task_id',
    summary: 'Update a task; what is left out stays',
    scope: 'write:tasks',
    async handle({ ctx, request }) {
      const input = bodyOf(request)
      const id = pathId(request, 'task_id')
      const name = keptText(input, 'name')
      const projectId = integerOf(input, 'project_id') ?? undefined
      const fields = {
        ...fieldsOf(input),
        ...(name ? { name } : {}),
        ...(projectId === undefined ? {} : { project_id: projectId }),
      }
      const task = await orWords(updated(ctx, id, fields), () => refusal('Task not found'))
      return { message: 'Task updated successfully', task: await showTask(ctx, task, zone) }
    },
  })

  route(app, {
    method: 'DELETE',
    url: '/tasks/:task_id',
    summary: 'Delete a task; its time stays',
    scope: 'write:tasks',
    async handle({ ctx, request }) {
      const id = pathId(request, 'task_id')
      await orWords(deleteTask(ctx, { id }), () =>
        refusal(`Task with ID ${id} not found`, { status: 404, code: 'not_found' }),
      )
      return { message: 'Task deleted successfully' }
    },
  })
}

/** Of several assignees the first is shown; where it is sent back, those beside it stay. */
async function updated(ctx: Ctx, id: number, fields: TaskFields): Promise<Task> {
  const { assignee_ids: sent, ...rest } = fields
  if (!sent) return updateTask(ctx, { id }, fields)
  const [shown] = (await visibleTask(ctx, id)).assignee_ids
  return updateTask(ctx, { id }, shown === sent[0] ? rest : fields)
}

/** One status, several between commas, or all that are still to be done. */
function statusFilter(text: string | undefined): { statuses?: Task['status'][]; isOpen?: boolean } {
  if (text === undefined || text === '') return {}
  if (text === 'active' || text === 'open') return { isOpen: true }
  const wanted = text.split(',').map((word) => word.trim())
  return { statuses: STATUSES.filter((status) => wanted.includes(status)) }
}

function missingFields(name: string | undefined, projectId: number | undefined) {
  return validation('name and project_id are required', {
    ...(name ? {} : { name: ['name is required'] }),
    ...(projectId === undefined ? { project_id: ['project_id is required'] } : {}),
  })
}

/** Priorities by number, as the documents' sample has them. */
const NUMBERED = [undefined, 'low', 'medium', 'high', 'urgent'] as const

function fieldsOf(input: Input): TaskFields {
  const description = textOf(input, 'description')
  const hours = decimalOf(input, 'estimated_hours')
  const assignee =
    input['assignee_id'] === undefined ? integerOf(input, 'assigned_to') : integerOf(input, 'assignee_id')
  const priority =
    typeof input['priority'] === 'number'
      ? NUMBERED[input['priority']]
      : wordOf(input, 'priority', PRIORITIES)
  return {
    ...(description === undefined ? {} : { description }),
    ...(hours === undefined ? {} : { estimate_seconds: hours === null ? null : Math.round(hours * 3600) }),
    ...(assignee === undefined ? {} : { assignee_ids: assignee === null ? [] : [assignee] }),
    ...(input['due_date'] === undefined ? {} : { due_on: dueOf(input) }),
    status: wordOf(input, 'status', STATUSES),
    priority,
    tags: tagsOf(input),
  }
}

function dueOf(input: Input): string | null {
  const value = input['due_date']
  if (value === null || value === '') return null
  const day = dayOf(value)
  if (day === null) throw validation('Validation failed', { due_date: ['Not a valid date.'] })
  return day
}

async function showTasks(ctx: Ctx, tasks: readonly Task[], zone: string) {
  const totals = await trackedTotals(
    ctx,
    'task_id',
    tasks.map((task) => task.id),
  )
  const people = await peopleById(
    ctx,
    tasks.flatMap((task) => [...task.assignee_ids, ...(task.created_by === null ? [] : [task.created_by])]),
  )
  const nameOf = (id: number | null | undefined) => (id ? (people.get(id)?.email ?? null) : null)
  return tasks.map((task) =>
    toTask(task, { totals: totals.get(task.id), nameOf, zone, today: localDay(ctx.now, zone) }),
  )
}

async function showTask(ctx: Ctx, task: Task, zone: string) {
  const [shown] = await showTasks(ctx, [task], zone)
  return shown
}

type Beside = {
  totals: TrackedTotals | undefined
  nameOf: (id: number | null | undefined) => string | null
  zone: string
  today: string
}

function toTask(task: Task, { totals, nameOf, zone, today }: Beside) {
  const { id, project_id, name, description, status, priority, due_on, created_by } = task
  const seconds = totals?.seconds ?? 0
  const isActive = status !== 'done' && status !== 'cancelled'
  const [assignee = null] = task.assignee_ids
  const tags = task.tags.map((tag) => tag.name)
  return {
    id,
    project_id,
    name,
    description,
    status,
    status_display: titled(status),
    priority,
    priority_display: titled(priority),
    priority_class: `priority-${priority}`,
    estimated_hours: task.estimate_seconds === null ? null : hoursOf(task.estimate_seconds),
    due_date: due_on,
    assigned_to: assignee,
    assigned_user: nameOf(assignee),
    created_by,
    creator: nameOf(created_by),
    created_at: localTime(task.created_at, zone),
    updated_at: localTime(task.updated_at, zone),
    started_at: localTimeOrNull(task.started_at, zone),
    completed_at: localTimeOrNull(task.completed_at, zone),
    total_hours: hoursOf(seconds),
    total_billable_hours: hoursOf(totals?.billableSeconds ?? 0),
    progress_percentage: progressOf(seconds, task.estimate_seconds),
    is_active: isActive,
    is_overdue: isActive && due_on !== null && due_on < today,
    tags: tags.length > 0 ? tags.join(', ') : null,
    tag_list: tags,
  }
}

function progressOf(seconds: number, estimate: number | null): number {
  if (!estimate) return 0
  return Math.min(100, Math.round((seconds / estimate) * 1000) / 10)
}

/** `in_progress` as `In Progress`. */
export function titled(word: string): string {
  return word
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}
