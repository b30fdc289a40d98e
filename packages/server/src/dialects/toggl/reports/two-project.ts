import type { FastifyInstance } from 'fastify'
import { findProject, type Project } from '../../../core/projects/read.ts'
import type { Line } from '../../../core/reports/lines.ts'
import { emptySum } from '../../../core/reports/sums.ts'
import { listTasks } from '../../../core/task-lists.ts'
import type { Task } from '../../../core/tasks.ts'
import type { House } from '../../../http/house.ts'
import { inWords, refused } from '../errors.ts'
import { WHOLE } from '../v9/lists.ts'
import { type Input, queryInteger, queryOf } from '../wire.ts'
import { type Names, namesOfIds } from './names.ts'
import type { Asked } from './question.ts'
import { everOn } from './status.ts'
import { bundlesAt } from './groupings.ts'
import { idOfKey, idsAt, shortened, sumOf, type Table, tableOf } from './table.ts'
import { ordered } from './two-order.ts'
import { askedInAddress } from './two-question.ts'
import { milliseconds, toAmount } from './two-values.ts'

const PER_PAGE = 10

export function oldProjectRoutes(app: FastifyInstance, house: House): void {
  app.get('/project', { schema: { summary: 'Show the dashboard of a project' } }, async (request) => {
    const query = queryOf(request)
    const asked = await askedInAddress(request)
    const project = await projectOf(asked, queryInteger(query, 'project_id'))
    const { ctx, membership } = asked
    const question = everOn(membership, 'project', [project.id])
    const table = await tableOf(house, { ctx, membership, question }, ['task', 'user'])
    const filter = { workspaceId: membership.workspace_id, projectIds: [project.id] }
    const { rows: tasks } = await listTasks(ctx, filter, WHOLE)
    const names = await namesOfIds(ctx, membership, {
      users: [...idsAt(table.lines, 1), ...tasks.flatMap((task) => task.assignee_ids[0] ?? [])],
    })
    const page = Math.max(1, queryInteger(query, 'page') ?? 1)
    return toDashboard({ project, tasks, names, table }, { input: asked.input, page })
  })
}

async function projectOf({ ctx, membership }: Asked, id: number | undefined): Promise<Project> {
  if (id === undefined) throw refused('project_id is required')
  const project = await findProject(ctx, id)
  if (project?.workspace_id !== membership.workspace_id)
    throw inWords('not_found', 'no_such_thing', 'Project was not found')
  return project
}

type Dashboard = { project: Project; tasks: readonly Task[]; names: Names; table: Table }

/** All the time a project has, by people and by tasks. Estimates are seconds, all else is milliseconds. */
function toDashboard(dashboard: Dashboard, { input, page }: { input: Input; page: number }) {
  const { project, tasks, names, table } = dashboard
  const sum = sumOf(table.lines)
  const rows = sortedTasks(
    tasks.map((task) => toTaskRow(task, dashboard)),
    input,
  )
  const estimated = tasks.reduce((seconds, task) => seconds + (task.estimate_seconds ?? 0), 0)
  return {
    name: project.title,
    duration: milliseconds(sum.seconds),
    duration_without_task: milliseconds(sumOf(linesOfTask(table.lines, null)).seconds),
    billable_duration: milliseconds(sum.billable_seconds),
    billable_amount: toAmount(sum, table).sum,
    tasks_count: tasks.length,
    currency: table.currency,
    estimated_seconds: project.estimate_seconds,
    task_estimated_seconds: estimated,
    use_task_estimated_seconds: project.estimate_seconds === null && estimated > 0,
    tasks_per_page: PER_PAGE,
    users: toPeople(table, names),
    top_tasks: rows
      .filter((row) => row.duration * 10 > milliseconds(sum.seconds))
      // The documents spell it so here, and only here.
      .map(({ assignee, ...row }) => ({ ...row, asignee: assignee })),
    tasks_page: rows.slice((page - 1) * PER_PAGE, page * PER_PAGE),
  }
}

function linesOfTask(lines: readonly Line[], id: number | null): Line[] {
  return lines.filter(({ keys }) => idOfKey(keys[0]) === id)
}

function toPeople(table: Table, { users }: Names) {
  const people = shortened(
    table.lines.map(({ keys, sum }) => ({ keys: [keys[1] ?? null], sum })),
    1,
  )
  return bundlesAt(people, 0).map(({ key, lines }) => {
    const sum = sumOf(lines)
    return {
      id: idOfKey(key),
      name: users.get(idOfKey(key) ?? 0)?.label ?? null,
      duration: milliseconds(sum.seconds),
      billable_duration: milliseconds(sum.billable_seconds),
      billable_amount: toAmount(sum, table).sum,
    }
  })
}

function toTaskRow(task: Task, { table, names }: Dashboard) {
  const lines = linesOfTask(table.lines, task.id)
  const sum = lines.length === 0 ? emptySum() : sumOf(lines)
  return {
    id: task.id,
    name: task.name,
    assignee: names.users.get(task.assignee_ids[0] ?? 0)?.label ?? null,
    duration: milliseconds(sum.seconds),
    billable_amount: toAmount(sum, table).sum,
    estimated_seconds: task.estimate_seconds,
  }
}

type TaskRow = ReturnType<typeof toTaskRow>

/** By name, unless the request says otherwise. */
function sortedTasks(rows: readonly TaskRow[], input: Input): TaskRow[] {
  return ordered(
    rows,
    { ...input, order_by: input['order_by'] ?? 'name' },
    {
      name: ({ name }) => name,
      assignee: ({ assignee }) => assignee,
      duration: ({ duration }) => duration,
      billable_amount: ({ billable_amount }) => billable_amount,
      estimated_seconds: ({ estimated_seconds }) => estimated_seconds,
    },
  )
}
