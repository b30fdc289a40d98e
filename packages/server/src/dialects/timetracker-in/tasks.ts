import type { Membership } from '../../core/access.ts'
import { clientsById } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import { invalid } from '../../core/errors.ts'
import { findMember, membersById, membershipsOfPeople } from '../../core/members.ts'
import { type Project, projectsById } from '../../core/projects/read.ts'
import { createTask, type Task, type TaskFields } from '../../core/tasks.ts'
import { trackedWork } from '../../core/tracked.ts'
import { uuidOf, uuidOrNull } from './ids.ts'
import {
  dayOf,
  estimateOf,
  type Input,
  missing,
  numberOf,
  referencesOf,
  refuseEmpty,
  requireFields,
  textOf,
  wordOf,
} from './input.ts'
import { statusOf as projectStatusOf } from './projects.ts'
import { hoursOf, hoursOrNull, isoDayOrNull, isoTime } from './values.ts'

/** The system knows three states and three priorities; those of ours that it lacks read as the nearest. */
const STATUS_WORDS: Record<Task['status'], 'todo' | 'in-progress' | 'completed'> = {
  todo: 'todo',
  in_progress: 'in-progress',
  review: 'in-progress',
  done: 'completed',
  cancelled: 'completed',
}
/** Of each the first is what is written, and all are what is looked for. */
const STATUSES = {
  todo: ['todo'],
  'in-progress': ['in_progress', 'review'],
  completed: ['done', 'cancelled'],
} as const
const WORDS = ['todo', 'in-progress', 'completed'] as const
const PRIORITY_WORDS: Record<Task['priority'], 'low' | 'medium' | 'high'> = {
  low: 'low',
  medium: 'medium',
  high: 'high',
  urgent: 'high',
}

/** Those states of ours that the system calls by the word that was sent. */
export function statusFilterOf(input: Input): readonly Task['status'][] | undefined {
  const word = wordOf(input, 'status', WORDS)
  return word && STATUSES[word]
}

export function statusOf({ status }: Pick<Task, 'status'>) {
  return STATUS_WORDS[status]
}

export function priorityOf({ priority }: Pick<Task, 'priority'>) {
  return PRIORITY_WORDS[priority]
}

/** Makes a task in a project from what was sent. */
export async function createTaskFrom(ctx: Ctx, project: Project, input: Input): Promise<Task> {
  requireFields(input, 'name')
  const fields = await taskFieldsOf(ctx, project.workspace_id, { input })
  return createTask(ctx, project.id, { ...fields, name: textOf(input, 'name') ?? '' })
}

/**
 * The fields of a task as far as they were sent. What is sent back as it was shown changes nothing: a task in review
 * reads as in progress, and stays in review. The hours that were worked are what was tracked, so those sent are not kept.
 */
export async function taskFieldsOf(
  ctx: Ctx,
  workspaceId: number,
  { input, before }: { input: Input; before?: Pick<Task, 'status' | 'priority'> },
): Promise<TaskFields> {
  refuseEmpty(input, 'name')
  const name = textOf(input, 'name') ?? undefined
  const status = wordOf(input, 'status', WORDS)
  const priority = wordOf(input, 'priority', ['low', 'medium', 'high'])
  refuseNegative(input, 'actual_hours')
  const assignees = referencesOf(input, 'assignee_ids', 'team_member')
  const isOther = status !== undefined && (!before || statusOf(before) !== status)
  const isMoreUrgent = priority !== undefined && (!before || priorityOf(before) !== priority)
  return {
    ...(name === undefined ? {} : { name }),
    ...(isOther ? { status: STATUSES[status][0] } : {}),
    ...(isMoreUrgent ? { priority } : {}),
    estimate_seconds: estimateOf(input, 'estimated_hours'),
    due_on: dayOf(input, 'due_date'),
    ...(assignees ? { assignee_ids: await peopleOf(ctx, workspaceId, assignees) } : {}),
    description: textOf(input, 'description'),
  }
}

/** Of what was tracked none is as good as some. */
function refuseNegative(input: Input, name: string): void {
  if ((numberOf(input, name) ?? 0) < 0) throw invalid(name, 'Must not be negative')
}

/** Who these members of a workspace are. */
async function peopleOf(ctx: Ctx, workspaceId: number, memberIds: readonly number[]): Promise<number[]> {
  const members = await membersById(ctx, memberIds)
  return memberIds.map((id) => {
    const member = members.get(id)
    if (member?.workspace_id !== workspaceId) throw missing('team_member')
    return member.user_id
  })
}

/** A member of this workspace; a member of another is nobody here. */
export async function requireTeamMember(ctx: Ctx, workspaceId: number, memberId: number) {
  const member = await findMember(ctx, memberId)
  if (member?.workspace_id !== workspaceId) throw missing('team_member')
  return member
}

/** Tasks of one workspace as both surfaces show them. */
export async function showTasks(ctx: Ctx, place: Membership, tasks: readonly Task[]) {
  const ids = tasks.map((task) => task.id)
  const projects = await projectsById(
    ctx,
    tasks.map((task) => task.project_id),
  )
  const clients = await clientsById(
    ctx,
    [...projects.values()].flatMap((project) => project.client_id ?? []),
  )
  const tracked = await trackedWork(ctx, 'task_id', ids)
  const memberOf = await membershipsOfPeople(
    ctx,
    tasks.flatMap((task) =>
      task.assignee_ids.map((user_id) => ({ workspace_id: task.workspace_id, user_id })),
    ),
  )
  return tasks.map((task) => {
    const project = projects.get(task.project_id)
    const client = clients.get(project?.client_id ?? 0)
    const assignees = task.assignee_ids.flatMap(
      (user_id) => memberOf({ workspace_id: task.workspace_id, user_id }) ?? [],
    )
    return {
      id: uuidOf('task', task.id),
      name: task.name,
      description: task.description,
      status: statusOf(task),
      priority: priorityOf(task),
      estimated_hours: hoursOrNull(task.estimate_seconds),
      actual_hours: hoursOf(tracked.get(task.id)?.seconds ?? 0),
      due_date: isoDayOrNull(task.due_on),
      project_id: uuidOf('project', task.project_id),
      project_name: project?.title ?? null,
      project_status: project ? projectStatusOf(project) : null,
      workspace_id: uuidOf('workspace', task.workspace_id),
      workspace_name: place.workspace.name,
      client_id: uuidOrNull('client', project?.client_id ?? null),
      client_name: client?.name ?? null,
      assignees: assignees.map(({ id, name, email }) => ({
        id: uuidOf('team_member', id),
        name: name ?? email,
        email,
      })),
      time_entry_count: tracked.get(task.id)?.entries ?? 0,
      created_at: isoTime(task.created_at),
      updated_at: isoTime(task.updated_at),
    }
  })
}

/** The same of one. */
export async function showTask(ctx: Ctx, place: Membership, task: Task) {
  const [shown] = await showTasks(ctx, place, [task])
  return shown
}
