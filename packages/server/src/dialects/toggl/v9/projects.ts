import { type Membership, membershipsOf } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { favouriteIds } from '../../../core/projects/favourites.ts'
import type { ProjectRow } from '../../../core/projects/read.ts'
import { currentRates } from '../../../core/rate-changes.ts'
import type { Rate } from '../../../core/rates.ts'
import { localDay } from '../../../core/rules/local-time.ts'
import { phaseOf } from '../../../core/rules/project-phase.ts'
import { taskCounts } from '../../../core/task-lists.ts'
import { trackedSeconds } from '../../../core/tracked.ts'
import type { Workspace } from '../../../core/workspaces.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { listedTime } from '../values.ts'
import { clientNames } from './clients.ts'

/** What an answer says of a project beside what is on its row. */
export type BesideProject = {
  workspace: Workspace
  /** The moment of the answer. */
  now: number
  /** The rate of the project itself, as far as one may know it. */
  rate?: Rate
  trackedSeconds?: number
  taskCount?: number
  isPinned?: boolean
  clientName?: string
}

const HOUR = 3600

/** A project as the service shows it. Templates, fixed fees and recurring projects are not known here. */
function toProject(project: ProjectRow, beside: BesideProject) {
  const { rate, workspace, trackedSeconds: seconds } = beside
  const isActive = project.is_archived === 0
  return {
    id: project.id,
    workspace_id: project.workspace_id,
    client_id: project.client_id,
    name: project.title,
    is_private: project.is_private === 1,
    active: isActive,
    at: listedTime(project.updated_at),
    created_at: listedTime(project.created_at),
    server_deleted_at: project.deleted_at === null ? null : listedTime(project.deleted_at),
    color: project.color.toLowerCase(),
    billable: isBillable(project, workspace),
    template: false,
    auto_estimates: false,
    estimated_hours: project.estimate_seconds === null ? null : hoursOf(project.estimate_seconds),
    estimated_seconds: project.estimate_seconds,
    rate: rate?.amount == null ? null : majorUnits(rate.amount, rate.currency),
    rate_last_updated: rate ? listedTime(rate.updated_at) : null,
    currency: rate?.currency ?? workspace.currency,
    recurring: false,
    template_id: null,
    recurring_parameters: null,
    fixed_fee: null,
    actual_hours: seconds === undefined ? null : Math.floor(seconds / HOUR),
    actual_seconds: seconds ?? null,
    ...(beside.taskCount === undefined ? {} : { tasks_count: beside.taskCount }),
    can_track_time: isActive && project.deleted_at === null,
    ...(project.starts_on === null ? {} : { start_date: project.starts_on }),
    ...(project.ends_on === null ? {} : { end_date: project.ends_on }),
    status: statusOf(project, localDay(beside.now, workspace.time_zone)),
    wid: project.workspace_id,
    cid: project.client_id,
    pinned: beside.isPinned ?? false,
    ...(beside.clientName === undefined ? {} : { client_name: beside.clientName }),
  }
}

/** What new time on it is, unless it is said: as the workspace has it where the project says nothing. */
export function isBillable(
  project: Pick<ProjectRow, 'default_billing_status'>,
  workspace: Pick<Workspace, 'default_billing_status'>,
): boolean {
  return (project.default_billing_status ?? workspace.default_billing_status) === 'billable'
}

/** Whole hours, as the service counts an estimate; the seconds stand beside them. */
export function hoursOf(seconds: number): number {
  return Math.round(seconds / HOUR)
}

function statusOf(project: ProjectRow, today: string) {
  return project.deleted_at === null ? phaseOf(project, today) : ('deleted' as const)
}

/** Projects with what is shown beside them: one more question each, however many projects there are. */
export async function showProjects(ctx: Ctx, projects: readonly ProjectRow[]) {
  if (projects.length === 0) return []
  const within = (await membershipsOf(ctx)).filter(({ workspace_id: id }) =>
    projects.some((project) => project.workspace_id === id),
  )
  const ids = projects.map((project) => project.id)
  const workspaces = new Map(within.map(({ workspace }) => [workspace.id, workspace]))
  const rates = await projectRates(ctx, within, ids)
  const tracked = await trackedSeconds(ctx, 'project_id', ids)
  const tasks = await taskCounts(ctx, ids)
  const favourites = await favouriteIds(ctx)
  const clients = await clientNames(ctx, projects)
  return projects.flatMap((project) => {
    const workspace = workspaces.get(project.workspace_id)
    if (!workspace) return []
    const beside = {
      workspace,
      now: ctx.now,
      rate: rates.get(project.id),
      trackedSeconds: tracked.get(project.id),
      taskCount: tasks.get(project.id),
      isPinned: favourites.has(project.id),
      clientName: project.client_id === null ? undefined : clients.get(project.client_id),
    }
    return [toProject(project, beside)]
  })
}

async function projectRates(
  ctx: Ctx,
  within: readonly Membership[],
  of: readonly number[],
): Promise<Map<number, Rate>> {
  const rates = await currentRates(ctx, within, { level: 'project', of })
  return new Map(rates.map((rate) => [rate.project_id ?? 0, rate]))
}
