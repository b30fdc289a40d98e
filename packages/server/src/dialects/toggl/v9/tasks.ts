import { hasScope, type Membership, membershipsOf } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { peopleById } from '../../../core/people.ts'
import { type ProjectRow, projectsById } from '../../../core/projects/read.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import type { Rate } from '../../../core/rates.ts'
import type { Task } from '../../../core/tasks.ts'
import { trackedSeconds } from '../../../core/tracked.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { exactTime, listedTime } from '../values.ts'
import { clientNames } from './clients.ts'
import { isBillable } from './projects.ts'

/** What an answer says of a task beside what is on its row. */
export type BesideTask = {
  trackedSeconds?: number
  /** Its project, and whether time on it is billable unless it is said. */
  project?: ProjectRow & { isBillable: boolean }
  clientName?: string
  /** What whoever has it is called. */
  userName?: string
  rate?: Rate
}

/** A task as the service shows it. What it calls tracked seconds are milliseconds, as its documents say themselves. */
function toTask(task: Task, beside: BesideTask = {}) {
  const { project, rate } = beside
  return {
    id: task.id,
    name: task.name,
    workspace_id: task.workspace_id,
    project_id: task.project_id,
    user_id: task.assignee_ids[0] ?? null,
    recurring: false,
    active: isOpen(task),
    at: exactTime(task.updated_at),
    server_deleted_at: task.deleted_at === null ? null : listedTime(task.deleted_at),
    estimated_seconds: task.estimate_seconds,
    tracked_seconds: (beside.trackedSeconds ?? 0) * 1000,
    ...(project ? besideProject(project) : {}),
    ...(beside.clientName === undefined ? {} : { client_name: beside.clientName }),
    ...(beside.userName === undefined ? {} : { user_name: beside.userName }),
    rate: rate?.amount == null ? null : majorUnits(rate.amount, rate.currency),
    rate_last_updated: rate ? listedTime(rate.updated_at) : null,
  }
}

function besideProject(project: ProjectRow & { isBillable: boolean }) {
  return {
    project_name: project.title,
    project_color: project.color.toLowerCase(),
    project_billable: project.isBillable,
    project_is_private: project.is_private === 1,
    client_id: project.client_id,
  }
}

export function isOpen({ status }: Pick<Task, 'status'>): boolean {
  return status !== 'done' && status !== 'cancelled'
}

/** Tasks with what is shown beside them: one more question each, however many tasks there are. */
export async function showTasks(ctx: Ctx, tasks: readonly Task[]) {
  if (tasks.length === 0) return []
  const within = await membershipsOf(ctx)
  const projects = await projectsOf(ctx, tasks, within)
  const clients = await clientNames(ctx, [...projects.values()])
  const people = await peopleById(
    ctx,
    tasks.flatMap((task) => task.assignee_ids[0] ?? []),
  )
  const ids = tasks.map((task) => task.id)
  const tracked = await trackedSeconds(ctx, 'task_id', ids)
  const rates = await currentRates(ctx, within, { level: 'task', of: ids })
  const rateOf = new Map(rates.map((rate) => [rate.task_id ?? 0, rate]))
  return tasks.map((task) => {
    const project = projects.get(task.project_id)
    const person = people.get(task.assignee_ids[0] ?? 0)
    return toTask(task, {
      project,
      clientName: clients.get(project?.client_id ?? 0),
      userName: person && (person.name ?? person.email),
      trackedSeconds: tracked.get(task.id),
      rate: rateOf.get(task.id),
    })
  })
}

async function projectsOf(ctx: Ctx, tasks: readonly Task[], within: readonly Membership[]) {
  if (!hasScope(ctx, 'read:projects')) return new Map<number, never>()
  const projects = await projectsById(
    ctx,
    tasks.map((task) => task.project_id),
  )
  const workspaces = new Map(within.map(({ workspace }) => [workspace.id, workspace]))
  return new Map(
    [...projects.values()].map((project) => {
      const workspace = workspaces.get(project.workspace_id) ?? { default_billing_status: null }
      return [project.id, { ...project, isBillable: isBillable(project, workspace) }]
    }),
  )
}
