import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { conflict } from './errors.ts'
import { emit } from './events.ts'
import { moveSubtree } from './projects/write.ts'

/** What an operation did to one thing, from the first event of it to the last. */
export type Change = {
  kind: 'entry' | 'project' | 'client' | 'task' | 'tag'
  id: number
  workspaceId: number
  ownerId: number | null
  /** The row before the operation; null where the operation made it. */
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  lastEventId: number
}

export function changedSince() {
  return conflict('changed_since', 'This has changed since, so it can no longer be undone.')
}

type TableChange = Change & { kind: 'project' | 'client' | 'task' | 'tag' }

/** Puts a project, client, task or tag back to what it was; one that the operation made is deleted. */
export async function restoreRow(ctx: Ctx, change: Change): Promise<void> {
  if (change.kind === 'entry') throw new Error('Entries are restored with their tags')
  await restoreTableRow(ctx, { ...change, kind: change.kind })
}

async function restoreTableRow(ctx: Ctx, change: TableChange): Promise<void> {
  const { kind, id, workspaceId } = change
  const current = await ctx.db.kysely
    .selectFrom(kind)
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!current || current.version !== change.after?.['version']) throw changedSince()
  if (change.before === null) await refuseInUse(ctx, change)
  const columns =
    change.before === null ? { deleted_at: ctx.now } : columnsOf(change.before, Object.keys(current))
  const restored = { ...columns, version: current.version + 1, updated_at: ctx.now }
  try {
    await ctx.db.kysely
      .updateTable(kind)
      // The columns are those of this very table, read from its own event.
      .set(restored as object)
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  } catch (error) {
    throw ctx.db.engine.isUniqueViolation(error)
      ? conflict('name_taken', 'Something else has this name by now.')
      : error
  }
  if (kind === 'project') await restoreSubtree(ctx, current, restored)
  if (kind === 'task' && change.before) await restoreAssignees(ctx, change, change.before)
  await emit(ctx, {
    workspaceId,
    kind: change.before === null ? `${kind}.deleted` : `${kind}.restored`,
    subjectId: id,
    before: current,
    after: { ...current, ...restored },
  })
}

/** The columns of the table that an event remembers, without its keys. */
function columnsOf(before: Record<string, unknown>, columns: string[]): Record<string, unknown> {
  const fixed = new Set(['id', 'workspace_id', 'created_at', 'version'])
  return Object.fromEntries(
    columns.filter((name) => !fixed.has(name) && name in before).map((name) => [name, before[name]]),
  )
}

async function restoreSubtree(ctx: Ctx, current: object, restored: object): Promise<void> {
  if (!('path' in current) || !('path' in restored) || current.path === restored.path) return
  if (!('workspace_id' in current)) return
  const { path, workspace_id } = current
  await moveSubtree(ctx, { path: String(path), workspace_id: Number(workspace_id) }, String(restored.path))
}

async function restoreAssignees(
  ctx: Ctx,
  change: TableChange,
  before: Record<string, unknown>,
): Promise<void> {
  const ids = before['assignee_ids']
  if (!Array.isArray(ids)) return
  await ctx.db.kysely
    .deleteFrom('task_assignee')
    .where('workspace_id', '=', change.workspaceId)
    .where('task_id', '=', change.id)
    .execute()
  if (ids.length === 0) return
  await ctx.db.kysely
    .insertInto('task_assignee')
    .values(ids.map((id) => ({ workspace_id: change.workspaceId, task_id: change.id, user_id: Number(id) })))
    .execute()
}

/** What an operation made cannot be taken back once something else stands on it. */
async function refuseInUse(ctx: Ctx, { kind, id, workspaceId }: TableChange): Promise<void> {
  const users: Record<TableChange['kind'], readonly ['entry' | 'project' | 'task' | 'entry_tag', string][]> =
    {
      project: [
        ['entry', 'project_id'],
        ['project', 'parent_id'],
        ['task', 'project_id'],
      ],
      client: [
        ['entry', 'client_id'],
        ['project', 'client_id'],
      ],
      task: [['entry', 'task_id']],
      tag: [['entry_tag', 'tag_id']],
    }
  for (const [table, column] of users[kind]) {
    const live = table === 'entry_tag' ? sql`` : sql`and deleted_at is null`
    const used = await sql`
      select 1 from ${sql.table(table)}
      where workspace_id = ${workspaceId} and ${sql.ref(column)} = ${id} ${live} limit 1`.execute(
      ctx.db.kysely,
    )
    if (used.rows.length > 0)
      throw conflict('in_use', 'Something uses this by now, so it can no longer be undone.')
  }
}
