import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { hasScope, requireScope } from './access.ts'
import type { Ctx } from './context.ts'
import { holds } from './like.ts'
import { beyond, type ByChange, type Page, type PageOf, pageOf, type Sorted } from './page.ts'
import { isOpenToMe } from './projects/list.ts'
import { nameKey } from './rules/names.ts'
import { type Task, visibleTasks, withLinks } from './tasks.ts'

export type TaskFilter = {
  workspaceId?: number
  projectIds?: readonly number[]
  clientIds?: readonly number[]
  /** Given to any of these people. */
  assigneeIds?: readonly number[]
  ids?: readonly number[]
  /** In projects that are open to everybody, or have me among their members. */
  isMine?: boolean
  statuses?: readonly Task['status'][]
  /** True for what is still to be done, false for what is done or cancelled. */
  isOpen?: boolean
  text?: string
  /** With a tag whose name holds any of these. */
  tagged?: readonly string[]
  /** Made, changed or deleted at or after this instant: sync clients are told of what is gone. */
  changedSince?: number
  /** Made or changed at or after this instant. */
  updatedFrom?: number
}

async function matchingTasks(ctx: Ctx, filter: TaskFilter) {
  const { projectIds, clientIds, ids, statuses, isOpen, text, changedSince } = filter
  let tasks = await visibleTasks(ctx, filter.workspaceId, changedSince !== undefined)
  if (changedSince !== undefined) tasks = tasks.where('task.updated_at', '>=', changedSince)
  if (filter.updatedFrom !== undefined) tasks = tasks.where('task.updated_at', '>=', filter.updatedFrom)
  if (projectIds) tasks = tasks.where('task.project_id', 'in', orNone(projectIds))
  if (clientIds) tasks = tasks.where('project.client_id', 'in', orNone(clientIds))
  if (filter.assigneeIds) tasks = tasks.where(givenTo(orNone(filter.assigneeIds)))
  if (ids) tasks = tasks.where('task.id', 'in', orNone(ids))
  if (statuses) tasks = tasks.where('task.status', 'in', statuses.length > 0 ? [...statuses] : [NO_STATUS])
  if (isOpen !== undefined)
    tasks = tasks.where('task.status', isOpen ? 'not in' : 'in', ['done', 'cancelled'])
  if (text !== undefined) tasks = tasks.where(holds('task.name_key', nameKey(text)))
  if (filter.tagged) tasks = tasks.where(taggedWith(filter.tagged))
  return filter.isMine ? tasks.where(isOpenToMe(ctx)) : tasks
}

/** As no task has it, for a list for `in` that holds none. */
const NO_STATUS = 'none' as Task['status']

function givenTo(userIds: readonly number[]): RawBuilder<SqlBool> {
  return sql`exists (select 1 from task_assignee where task_assignee.workspace_id = task.workspace_id
    and task_assignee.task_id = task.id and task_assignee.user_id in (${sql.join([...userIds])}))`
}

function taggedWith(words: readonly string[]): RawBuilder<SqlBool> {
  const either = words.map((word) => holds('tag.name_key', nameKey(word)))
  return sql`exists (select 1 from task_tag
    join tag on tag.workspace_id = task_tag.workspace_id and tag.id = task_tag.tag_id
    where task_tag.workspace_id = task.workspace_id and task_tag.task_id = task.id and tag.deleted_at is null
      and (${either.length > 0 ? sql.join(either, sql` or `) : sql`1 = 0`}))`
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
  return { rows: await withLinks(ctx, rows), next }
}

/** `urgency` is by priority, then by the day it is due, then by age. */
export type NumberedTasks = Sorted<'name_key' | ByChange | 'urgency'>

/** Days sort as text; a task without one comes last. */
const DUE = sql<string>`coalesce(task.due_on, '9999-12-31')`

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
  const sorted =
    by === 'urgency'
      ? tasks.orderBy('task.priority', 'desc').orderBy(DUE).orderBy('task.created_at')
      : tasks.orderBy(`task.${by}`, order)
  const rows = await sorted.orderBy('task.id', order).limit(limit).offset(offset).execute()
  return { rows: await withLinks(ctx, rows), total }
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
