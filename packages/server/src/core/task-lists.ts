import { hasScope, requireScope } from './access.ts'
import type { Ctx } from './context.ts'
import { holds } from './like.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { isOpenToMe } from './projects/list.ts'
import { nameKey } from './rules/names.ts'
import { type Task, visibleTasks, withAssignees } from './tasks.ts'

export type TaskFilter = {
  workspaceId?: number
  projectIds?: readonly number[]
  clientIds?: readonly number[]
  ids?: readonly number[]
  /** In projects that are open to everybody, or have me among their members. */
  isMine?: boolean
  status?: Task['status']
  /** True for what is still to be done, false for what is done or cancelled. */
  isOpen?: boolean
  text?: string
  /** Made, changed or deleted at or after this instant: sync clients are told of what is gone. */
  changedSince?: number
}

async function matchingTasks(ctx: Ctx, filter: TaskFilter) {
  const { projectIds, clientIds, ids, status, isOpen, text, changedSince } = filter
  let tasks = await visibleTasks(ctx, filter.workspaceId, changedSince !== undefined)
  if (changedSince !== undefined) tasks = tasks.where('task.updated_at', '>=', changedSince)
  if (projectIds) tasks = tasks.where('task.project_id', 'in', orNone(projectIds))
  if (clientIds) tasks = tasks.where('project.client_id', 'in', orNone(clientIds))
  if (ids) tasks = tasks.where('task.id', 'in', orNone(ids))
  if (status !== undefined) tasks = tasks.where('task.status', '=', status)
  if (isOpen !== undefined)
    tasks = tasks.where('task.status', isOpen ? 'not in' : 'in', ['done', 'cancelled'])
  if (text !== undefined) tasks = tasks.where(holds('task.name_key', nameKey(text)))
  return filter.isMine ? tasks.where(isOpenToMe(ctx)) : tasks
}

/** A list for `in`, which engines do not take empty; no row has the id 0. */
function orNone(ids: readonly number[]): number[] {
  return ids.length > 0 ? [...ids] : [0]
}

/** The tasks of the projects one may see, by name. */
export async function listTasks(ctx: Ctx, filter: TaskFilter, page: Page): Promise<PageOf<Task>> {
  requireScope(ctx, 'read:tasks')
  const tasks = await matchingTasks(ctx, filter)
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      tasks
        .where(beyond(after, ['task.name_key', 'task.id']))
        .orderBy('task.name_key')
        .orderBy('task.id')
        .limit(limit)
        .execute(),
    (task) => [task.name_key, task.id],
  )
  return { rows: await withAssignees(ctx, rows), next }
}

export type NumberedTasks = {
  offset: number
  limit: number
  by: 'name_key' | 'created_at'
  order: 'asc' | 'desc'
}

/** One numbered page of tasks and how many there are in all, for the wires that count pages. */
export async function listTasksByNumber(
  ctx: Ctx,
  filter: TaskFilter,
  { offset, limit, by, order }: NumberedTasks,
): Promise<{ rows: Task[]; total: number }> {
  requireScope(ctx, 'read:tasks')
  const tasks = await matchingTasks(ctx, filter)
  const { total } = await tasks
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  if (offset >= total) return { rows: [], total }
  const rows = await tasks
    .orderBy(`task.${by}`, order)
    .orderBy('task.id', order)
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: await withAssignees(ctx, rows), total }
}

/** How many tasks each of these projects has that one may see; nothing for a key that may not read tasks. */
export async function taskCounts(ctx: Ctx, projectIds: readonly number[]): Promise<Map<number, number>> {
  if (projectIds.length === 0 || !hasScope(ctx, 'read:tasks')) return new Map()
  const rows = await (
    await matchingTasks(ctx, { projectIds })
  )
    .clearSelect()
    .select(({ fn }) => ['task.project_id', fn.countAll<number>().as('count')])
    .groupBy('task.project_id')
    .execute()
  const none = projectIds.map((id): [number, number] => [id, 0])
  return new Map([...none, ...rows.map((row): [number, number] => [row.project_id, row.count])])
}
