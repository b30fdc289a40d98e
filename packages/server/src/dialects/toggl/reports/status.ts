import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { listProjects } from '../../../core/projects/read.ts'
import type { Question } from '../../../core/reports/question.ts'
import { emptySum } from '../../../core/reports/sums.ts'
import { listTasks } from '../../../core/task-lists.ts'
import type { House } from '../../../http/house.ts'
import { WHOLE } from '../v9/lists.ts'
import { bodyOf, flagOf } from '../wire.ts'
import { fewIds } from './filters.ts'
import { filledBody, type ReportPath, reportWorkspace } from './question.ts'
import { tableOf, worthOf } from './table.ts'

export function statusRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/filters/projects/status',
    { schema: { summary: 'Show how far projects are' } },
    (request) => projectStatus(house, request),
  )
  app.post<ReportPath>(
    '/workspace/:workspace_id/filters/tasks/status',
    { schema: { summary: 'Show how far tasks are' } },
    (request) => taskStatus(house, request),
  )
  app.post<ReportPath>(
    '/workspace/:workspace_id/filters/project_groups',
    { schema: { summary: 'List the groups of projects, of which there are none' } },
    async (request): Promise<never[]> => {
      await reportWorkspace(request)
      filledBody(request)
      return []
    },
  )
}

async function projectStatus(house: House, request: FastifyRequest<ReportPath>) {
  const { ctx } = request
  const membership = await reportWorkspace(request)
  const input = bodyOf(request)
  const ids = fewIds(input)
  const isActive = flagOf(input, 'active') ?? undefined
  const { workspace_id: workspaceId } = membership
  const { rows } = await listProjects(ctx, { workspaceId, includeHidden: true }, WHOLE)
  const projects = rows.filter(
    (project) =>
      (!ids || ids.includes(project.id)) &&
      (isActive === undefined || isActive === (project.is_archived === 0)),
  )
  return withTime(house, { ctx, membership, by: 'project' }, projects)
}

async function taskStatus(house: House, request: FastifyRequest<ReportPath>) {
  const { ctx } = request
  const membership = await reportWorkspace(request)
  const ids = fewIds(filledBody(request))
  const { rows } = await listTasks(ctx, { workspaceId: membership.workspace_id, ids }, WHOLE)
  return withTime(house, { ctx, membership, by: 'task' }, rows)
}

type Booked = { ctx: Ctx; membership: Membership; by: 'project' | 'task' }

/** What has an estimate, with all time that was ever booked on it. */
async function withTime(
  house: House,
  { ctx, membership, by }: Booked,
  things: readonly { id: number; estimate_seconds: number | null }[],
) {
  const ids = things.map(({ id }) => id)
  const table = await tableOf(house, { ctx, membership, question: everOn(membership, by, ids) }, [by])
  const sums = new Map(table.lines.map(({ keys, sum }) => [keys[0], sum]))
  return things.map(({ id, estimate_seconds }) => {
    const sum = sums.get(id) ?? emptySum()
    const { currency, billable } = worthOf(sum, table)
    return {
      id,
      tracked_seconds: sum.seconds,
      billable_seconds: sum.billable_seconds,
      billable_amount: billable,
      currency,
      estimated_seconds: estimate_seconds,
    }
  })
}

export function everOn({ workspace_id }: Membership, by: Booked['by'], ids: readonly number[]): Question {
  return {
    filter: {
      whose: 'everyone',
      workspaceId: workspace_id,
      isRunning: false,
      ...(by === 'project' ? { projectIds: ids } : { taskIds: ids }),
    },
    from: null,
    to: null,
    zone: 'UTC',
    weekStart: 1,
    groupBy: [],
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    sort: null,
    limit: 1,
  }
}
