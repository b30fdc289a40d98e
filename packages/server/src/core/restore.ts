import { type RawBuilder, sql } from 'kysely'
import { releaseUsage } from './app-usage/assign.ts'
import type { Ctx } from './context.ts'
import { conflict } from './errors.ts'
import { emit } from './events.ts'
import type { Row } from '../db/schema.ts'
import { moveSubtree } from './projects/write.ts'
import { enqueueReprice, ofProject } from './repricing.ts'
import { idsOfPath, pathUnder } from './rules/project-path.ts'

/** What an operation did to one thing, from the first event of it to the last. */
export type Change = {
  kind:
    | 'entry'
    | 'project'
    | 'client'
    | 'task'
    | 'tag'
    | 'rate'
    | 'saved_report'
    | 'contact'
    | 'lead'
    | 'deal'
    | 'approval_policy'
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

type TableChange = Change & { kind: Exclude<Change['kind'], 'entry'> }

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
  if (change.before === null && kind === 'project') await releaseUsage(ctx, workspaceId, [id])
  const columns =
    change.before === null ? { deleted_at: ctx.now } : columnsOf(change.before, Object.keys(current))
  const restored = {
    ...columns,
    ...(kind === 'project' && change.before ? await placeNow(ctx, change, change.before) : {}),
    version: current.version + 1,
    updated_at: ctx.now,
  }
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
  if (kind === 'rate' || kind === 'project') await restorePrices(ctx, kind, [current, restored])
  if (kind === 'task' && change.before) await restoreLinks(ctx, change, change.before)
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

/** The path of a project below the parent it comes back to, which may have moved meanwhile, even below the project itself. */
async function placeNow(ctx: Ctx, { id, workspaceId }: TableChange, before: Record<string, unknown>) {
  const parentId = before['parent_id']
  if (parentId === null) return { path: pathUnder(null, id) }
  const parent = await ctx.db.kysely
    .selectFrom('project')
    .select('path')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', Number(parentId))
    .executeTakeFirst()
  if (!parent || idsOfPath(parent.path).includes(id)) throw changedSince()
  return { path: pathUnder(parent.path, id) }
}

async function restoreSubtree(ctx: Ctx, current: object, restored: object): Promise<void> {
  if (!('path' in current) || !('path' in restored) || current.path === restored.path) return
  if (!('workspace_id' in current)) return
  const { path, workspace_id } = current
  await moveSubtree(ctx, { path: String(path), workspace_id: Number(workspace_id) }, String(restored.path))
}

/** Rates that come back or go, and projects that change hands between clients, leave other prices on entries. */
async function restorePrices(
  ctx: Ctx,
  kind: 'rate' | 'project',
  [current, restored]: [object, object],
): Promise<void> {
  // Both are rows of the one table, before and after.
  const before = current as Row<'rate'> & Row<'project'>
  const after = { ...before, ...restored }
  if (kind === 'project') {
    if (before.client_id !== after.client_id) await enqueueReprice(ctx, ofProject(after))
    return
  }
  await enqueueReprice(ctx, before.effective_from < after.effective_from ? before : after)
}

async function restoreLinks(ctx: Ctx, change: TableChange, before: Record<string, unknown>): Promise<void> {
  const { assignee_ids: ids, tags } = before
  if (Array.isArray(tags)) await restoreTags(ctx, change, tags)
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

/** Tags that are deleted by now stay away. */
async function restoreTags(ctx: Ctx, { workspaceId, id }: TableChange, tags: unknown[]): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('task_tag')
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', id)
    .execute()
  // The event holds them as a task has them.
  const ids = (tags as { id: number }[]).map((tag) => tag.id)
  if (ids.length === 0) return
  const live = ctx.db.kysely
    .selectFrom('tag')
    .select(['workspace_id', sql.lit(id).as('task_id'), 'id as tag_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
  await ctx.db.kysely
    .insertInto('task_tag')
    .columns(['workspace_id', 'task_id', 'tag_id'])
    .expression(live)
    .execute()
}

/** What a thing belongs to, by the column that says so. */
const BELONGS_TO: Record<Change['kind'], readonly ['project' | 'task' | 'client', string][]> = {
  entry: [
    ['project', 'project_id'],
    ['task', 'task_id'],
    ['client', 'client_id'],
  ],
  project: [
    ['project', 'parent_id'],
    ['client', 'client_id'],
  ],
  task: [['project', 'project_id']],
  client: [],
  tag: [],
  rate: [
    ['project', 'project_id'],
    ['task', 'task_id'],
    ['client', 'client_id'],
  ],
  saved_report: [],
  contact: [['client', 'client_id']],
  lead: [],
  deal: [],
  approval_policy: [['project', 'project_id']],
}

/**
 * Refuses to bring back what belongs to something that is deleted by now. Asked when everything else is done, as one
 * operation may bring back both.
 */
export async function requireBelongings(ctx: Ctx, changes: readonly Change[]): Promise<void> {
  for (const table of ['project', 'task', 'client'] as const) {
    const wanted = new Map<number, Set<number>>()
    for (const { kind, before } of changes) {
      if (before === null || before['deleted_at'] !== null) continue
      const workspaceId = Number(before['workspace_id'])
      const ids = BELONGS_TO[kind].flatMap(([to, column]) =>
        to === table && before[column] !== null ? Number(before[column]) : [],
      )
      wanted.set(workspaceId, new Set([...(wanted.get(workspaceId) ?? []), ...ids]))
    }
    for (const [workspaceId, ids] of wanted) await requireLive(ctx, table, { workspaceId, ids })
  }
}

type Wanted = { workspaceId: number; ids: ReadonlySet<number> }

async function requireLive(
  ctx: Ctx,
  table: 'project' | 'task' | 'client',
  { workspaceId, ids }: Wanted,
): Promise<void> {
  if (ids.size === 0) return
  const live = await ctx.db.kysely
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .execute()
  if (live.length < ids.size)
    throw conflict('changed_since', `The ${table} of this has been deleted since, so it cannot come back.`)
}

type UsingTable = 'entry' | 'project' | 'task' | 'entry_tag' | 'task_tag' | 'contact' | 'lead' | 'deal'

/** What has tags is what uses them, as long as it lives. */
const TAGGED: Partial<Record<UsingTable, RawBuilder<unknown>>> = {
  entry_tag: sql`entry_tag join entry using (workspace_id) where entry.id = entry_tag.entry_id and`,
  task_tag: sql`task_tag join task using (workspace_id) where task.id = task_tag.task_id and`,
}

/** What an operation made cannot be taken back once something else stands on it. */
async function refuseInUse(ctx: Ctx, { kind, id, workspaceId }: TableChange): Promise<void> {
  const users: Record<TableChange['kind'], readonly [UsingTable, string][]> = {
    project: [
      ['entry', 'project_id'],
      ['project', 'parent_id'],
      ['task', 'project_id'],
    ],
    client: [
      ['entry', 'client_id'],
      ['project', 'client_id'],
      ['contact', 'client_id'],
      ['lead', 'client_id'],
      ['deal', 'client_id'],
    ],
    task: [['entry', 'task_id']],
    tag: [
      ['entry_tag', 'tag_id'],
      ['task_tag', 'tag_id'],
    ],
    rate: [],
    saved_report: [],
    contact: [
      ['lead', 'contact_id'],
      ['deal', 'contact_id'],
    ],
    lead: [['deal', 'lead_id']],
    deal: [['lead', 'deal_id']],
    approval_policy: [],
  }
  for (const [table, column] of users[kind]) {
    const rows = TAGGED[table] ?? sql`${sql.table(table)} where`
    const used = await sql`
      select 1 from ${rows} workspace_id = ${workspaceId} and ${sql.ref(column)} = ${id} and deleted_at is null
      limit 1`.execute(ctx.db.kysely)
    if (used.rows.length > 0)
      throw conflict('in_use', 'Something uses this by now, so it can no longer be undone.')
  }
}
