import type { Row } from '../db/schema.ts'
import {
  canManage,
  canTrackTime,
  inTurn,
  membershipIn,
  membershipsOf,
  requireAllowed,
  requireScope,
  workspaceIds,
} from './access.ts'
import { actingUser, type Ctx, orConflict, transact } from './context.ts'
import { conflict, invalid, notFound } from './errors.ts'
import { emit } from './events.ts'
import { requireProject, requireProjectIn, whereProjectVisible } from './projects/read.ts'
import { inFewTexts } from './prepared.ts'
import { groupBy } from './rules/group-by.ts'
import { nameKey, searchText } from './rules/names.ts'
import { optionalDay, optionalSeconds, optionalText, requiredText } from './text.ts'
import { requireTags, tagIdsByName } from './tags.ts'
import { releaseEntries } from './unassign.ts'
import { softDelete } from './soft-delete.ts'
import { requireVersion, type Target } from './version.ts'

/** A task with whom it is given to, and its tags. */
export type Task = Row<'task'> & { assignee_ids: number[]; tags: { id: number; name: string }[] }

export type TaskFields = Partial<
  Pick<Task, 'name' | 'description' | 'status' | 'priority' | 'estimate_seconds' | 'due_on' | 'assignee_ids'>
> & {
  tag_ids?: readonly number[]
  /** Tags by name; those that do not exist are made. */
  tags?: readonly string[]
}

/** A task on which no time is booked may also go to another project of its workspace. */
export type TaskChanges = TaskFields & { project_id?: number }

/** Tasks are as visible as their project. Sync clients are told of deleted ones too. */
export async function visibleTasks(ctx: Ctx, workspaceId?: number, withDeleted = false) {
  const memberships = await membershipsOf(ctx)
  const workspaces = workspaceId
    ? [(await membershipIn(ctx, workspaceId)).workspace_id]
    : workspaceIds(memberships)
  const tasks = ctx.db.kysely
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .selectAll('task')
    .where('task.workspace_id', 'in', workspaces)
    .where(whereProjectVisible(ctx, memberships, withDeleted))
  if (withDeleted) return tasks
  return tasks.where('task.deleted_at', 'is', null).where('project.deleted_at', 'is', null)
}

/** Adds to tasks whom they are given to, and their tags: two more questions for all of them. */
export async function withLinks(ctx: Ctx, rows: Row<'task'>[]): Promise<Task[]> {
  if (rows.length === 0) return []
  const assignees = await ctx.db.kysely
    .selectFrom('task_assignee')
    .select(['task_id', 'user_id'])
    .where('workspace_id', 'in', [...new Set(rows.map((row) => row.workspace_id))])
    .where(
      'task_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('user_id')
    .execute()
  const byTask = groupBy(assignees, (assignee) => assignee.task_id)
  const tags = await tagsOf(ctx, rows)
  return rows.map((row) => ({
    ...row,
    assignee_ids: (byTask.get(row.id) ?? []).map((each) => each.user_id),
    tags: tags.get(row.id) ?? [],
  }))
}

async function tagsOf(ctx: Ctx, rows: readonly Row<'task'>[]): Promise<Map<number, Task['tags']>> {
  const tags = await ctx.db.kysely
    .selectFrom('task_tag')
    // In this order on SQLite, which left to itself reads every tag of the workspace.
    .crossJoin('tag')
    .select(['task_tag.task_id', 'tag.id', 'tag.name'])
    .where('task_tag.workspace_id', 'in', [...new Set(rows.map((row) => row.workspace_id))])
    .where(
      'task_tag.task_id',
      'in',
      rows.map((row) => row.id),
    )
    .whereRef('tag.workspace_id', '=', 'task_tag.workspace_id')
    .whereRef('tag.id', '=', 'task_tag.tag_id')
    .where('tag.deleted_at', 'is', null)
    .orderBy('tag.name_key')
    .execute()
  const byTask = groupBy(tags, (tag) => tag.task_id)
  return new Map([...byTask].map(([id, each]) => [id, each.map((tag) => ({ id: tag.id, name: tag.name }))]))
}

export async function getTask(ctx: Ctx, id: number): Promise<Task> {
  requireScope(ctx, 'read:tasks')
  return visibleTask(ctx, id)
}

/** A task one may see, whatever the key may read: for those who change it. */
export async function visibleTask(ctx: Ctx, id: number): Promise<Task> {
  const row = await (await visibleTasks(ctx)).where('task.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('task')
  const [task] = await withLinks(ctx, [row])
  if (!task) throw notFound('task')
  return task
}

/** The task an entry is to be booked on; refused where one may not see it. */
export async function requireTask(ctx: Ctx, id: number): Promise<Row<'task'>> {
  const task = await findTask(ctx, id)
  if (!task) throw notFound('task')
  return task
}

/** A task one may see, or nothing. */
export async function findTask(ctx: Ctx, id: number): Promise<Row<'task'> | undefined> {
  return (await tasksById(ctx, [id])).get(id)
}

/** Those of these tasks that one may see, for wires that name them in other things. */
export async function tasksById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Row<'task'>>> {
  if (ids.length === 0) return new Map()
  const rows = await (await visibleTasks(ctx)).where('task.id', 'in', inFewTexts(ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Makes a task in a project. Names are unique in a project, whatever their case. */
export async function createTask(
  ctx: Ctx,
  projectId: number,
  fields: TaskFields & { name: string },
): Promise<Task> {
  requireScope(ctx, 'write:tasks')
  return transact(ctx, async (ctx) => {
    const project = await requireProject(ctx, projectId)
    const { role } = await membershipIn(ctx, project.workspace_id)
    requireAllowed(canTrackTime(role), 'Your role may not make tasks.')
    const columns = taskColumns(ctx, fields, undefined)
    const inserting = ctx.db.kysely
      .insertInto('task')
      .values({
        workspace_id: project.workspace_id,
        project_id: projectId,
        ...columns,
        created_by: ctx.actor.kind === 'user' ? actingUser(ctx).userId : null,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const row = await orConflict(ctx, inserting, () => nameTaken(columns.name))
    const task = {
      ...row,
      assignee_ids: await setAssignees(ctx, row, fields.assignee_ids ?? []),
      tags: await setTags(ctx, row, fields),
    }
    await emit(ctx, {
      workspaceId: row.workspace_id,
      kind: 'task.created',
      subjectId: row.id,
      before: null,
      after: task,
    })
    return task
  })
}

/** Changes a task. Its first step into work and its completion are dated. */
export async function updateTask(ctx: Ctx, { id, version }: Target, fields: TaskChanges): Promise<Task> {
  requireScope(ctx, 'write:tasks')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => visibleTask(ctx, id))
    const { role } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canTrackTime(role), 'Your role may not change tasks.')
    requireVersion(before, version)
    const columns = { ...taskColumns(ctx, fields, before), project_id: await projectFor(ctx, before, fields) }
    const writing = ctx.db.kysely
      .updateTable('task')
      .set({ ...columns, version: before.version + 1, updated_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const row = await orConflict(ctx, writing, () => nameTaken(columns.name))
    const assignees = fields.assignee_ids
      ? await setAssignees(ctx, row, fields.assignee_ids)
      : before.assignee_ids
    const isTagged = fields.tags !== undefined || fields.tag_ids !== undefined
    const tags = isTagged ? await setTags(ctx, row, fields) : before.tags
    const after = { ...row, assignee_ids: assignees, tags }
    await emit(ctx, { workspaceId: row.workspace_id, kind: 'task.updated', subjectId: id, before, after })
    return after
  })
}

async function projectFor(ctx: Ctx, task: Task, { project_id: wanted }: TaskChanges): Promise<number> {
  if (wanted === undefined || wanted === task.project_id) return task.project_id
  await requireProjectIn(ctx, task.workspace_id, wanted)
  const booked = await ctx.db.kysely
    .selectFrom('entry')
    .select('id')
    .where('workspace_id', '=', task.workspace_id)
    .where('task_id', '=', task.id)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (booked)
    throw conflict('in_use', 'Time is booked on this task, so it stays in its project.', 'project_id')
  return wanted
}

/** Deletes a task; its entries stay, without it. */
export async function deleteTask(ctx: Ctx, { id, version }: Target): Promise<void> {
  requireScope(ctx, 'write:tasks')
  await transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => visibleTask(ctx, id))
    const { role, workspace } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canManage(role), 'Your role may not delete tasks.')
    requireVersion(before, version)
    await releaseEntries(ctx, workspace, { column: 'task_id', ids: [id] })
    await softDelete(ctx, 'task', before)
  })
}

/** Deletes the tasks of projects that go; their entries have already been taken off them. */
export async function deleteTasksOf(
  ctx: Ctx,
  workspaceId: number,
  projectIds: readonly number[],
): Promise<void> {
  const rows = await ctx.db.kysely
    .selectFrom('task')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('project_id', 'in', [...projectIds])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  await softDelete(ctx, 'task', ...(await withLinks(ctx, rows)))
}

function taskColumns(ctx: Ctx, fields: TaskFields, before: Task | undefined) {
  const name = requiredText('name', fields.name ?? before?.name ?? '')
  const status = fields.status ?? before?.status ?? 'todo'
  const isDone = status === 'done' || status === 'cancelled'
  const { estimate_seconds: estimate, due_on: dueOn } = fields
  const description =
    fields.description === undefined
      ? (before?.description ?? null)
      : optionalText('description', fields.description, 10_000)
  return {
    name,
    name_key: nameKey(name),
    search_text: searchText(name, description),
    description,
    status,
    priority: fields.priority ?? before?.priority ?? ('medium' as const),
    estimate_seconds: optionalSeconds(
      'estimate_seconds',
      estimate === undefined ? (before?.estimate_seconds ?? null) : estimate,
    ),
    due_on: dueOn === undefined ? (before?.due_on ?? null) : optionalDay('due_on', dueOn),
    started_at: before?.started_at ?? (status === 'in_progress' ? ctx.now : null),
    completed_at: isDone ? (before?.completed_at ?? ctx.now) : null,
  }
}

async function setAssignees(ctx: Ctx, task: Row<'task'>, userIds: readonly number[]): Promise<number[]> {
  const ids = [...new Set(userIds)].sort((a, b) => a - b)
  await ctx.db.kysely
    .deleteFrom('task_assignee')
    .where('workspace_id', '=', task.workspace_id)
    .where('task_id', '=', task.id)
    .execute()
  if (ids.length === 0) return ids
  const members = await ctx.db.kysely
    .selectFrom('member')
    .select('user_id')
    .where('workspace_id', '=', task.workspace_id)
    .where('is_active', '=', 1)
    .where('user_id', 'in', ids)
    .execute()
  if (members.length < ids.length)
    throw invalid('assignee_ids', 'A task can only be given to active members.')
  await ctx.db.kysely
    .insertInto('task_assignee')
    .values(ids.map((userId) => ({ workspace_id: task.workspace_id, task_id: task.id, user_id: userId })))
    .execute()
  return ids
}

async function setTags(ctx: Ctx, task: Row<'task'>, { tag_ids: ids = [], tags: names = [] }: TaskFields) {
  await requireTags(ctx, task.workspace_id, ids)
  const tagIds = new Set([...ids, ...(await tagIdsByName(ctx, task.workspace_id, names))])
  await ctx.db.kysely
    .deleteFrom('task_tag')
    .where('workspace_id', '=', task.workspace_id)
    .where('task_id', '=', task.id)
    .execute()
  if (tagIds.size > 0) {
    const rows = [...tagIds].map((tagId) => ({
      workspace_id: task.workspace_id,
      task_id: task.id,
      tag_id: tagId,
    }))
    await ctx.db.kysely.insertInto('task_tag').values(rows).execute()
  }
  return (await tagsOf(ctx, [task])).get(task.id) ?? []
}

function nameTaken(name: string) {
  return conflict('name_taken', `This project already has a task called ${JSON.stringify(name)}.`, 'name')
}
