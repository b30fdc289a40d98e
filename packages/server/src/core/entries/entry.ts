import type { InferResult } from 'kysely'
import type { Database, Engine } from '../../db/engine.ts'
import type { Row } from '../../db/schema.ts'
import { canManage, isWorkspaceAdmin, type Membership, membershipsOf, workspaceIds } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { notFound } from '../errors.ts'
import { prepared } from '../prepared.ts'
import { isLocked } from '../rules/locks.ts'

export type EntryRow = Row<'entry'>

/** An entry with its tags, its owner's name, and whether its workspace has locked it. */
export type Entry = EntryRow & {
  tags: { id: number; name: string }[]
  user_name: string | null
  user_email: string
  /** The lock date of its workspace. */
  locked_before: string | null
  is_locked: boolean
}

/** Whose entries to look at: my own, everybody's that I may see, or those of these people among them. */
export type Whose = 'mine' | 'everyone' | readonly number[]

/**
 * Every read of entries starts here. One's own in one's workspaces; others' where one is at least a manager, except on
 * private projects that are closed to one. `within` are the workspaces to look in: all of one's own unless it is given.
 */
export async function visibleEntries(ctx: Ctx, whose: Whose, within?: readonly Membership[]) {
  const memberships = within ?? (await membershipsOf(ctx))
  const { userId } = actingUser(ctx)
  if (whose === 'mine') return entriesOf(ctx.db, userId, workspaceIds(memberships))
  const managed = memberships.filter(({ role }) => canManage(role))
  const closed = closedProjects(ctx, managed)
  // The workspaces stand by themselves, so that a list can walk their index instead of sorting what it finds.
  const inMine = liveEntries(ctx.db).where('entry.workspace_id', 'in', workspaceIds(memberships))
  const seesEverything = managed.length === memberships.length && !closed
  const visible = seesEverything
    ? inMine
    : inMine.where((eb) =>
        eb.or([
          eb('entry.user_id', '=', userId),
          eb.and([
            eb('entry.workspace_id', 'in', workspaceIds(managed)),
            closed
              ? eb.or([eb('entry.project_id', 'is', null), eb('entry.project_id', 'not in', closed)])
              : eb.lit(true),
          ]),
        ]),
      )
  return whose === 'everyone'
    ? visible
    : visible.where('entry.user_id', 'in', whose.length > 0 ? [...whose] : [0])
}

function liveEntries({ kysely }: Pick<Database, 'kysely'>) {
  return kysely.selectFrom('entry').where('entry.deleted_at', 'is', null)
}

/** A person's own entries in these workspaces. */
export function entriesOf(db: Pick<Database, 'kysely'>, userId: number, workspaces: number[]) {
  return liveEntries(db).where('entry.user_id', '=', userId).where('entry.workspace_id', 'in', workspaces)
}

/** Asks for the private projects, and what lies below them, that a manager is not a member of; null where none can be. */
export function closedProjects(ctx: Ctx, managed: readonly Membership[]) {
  const asManager = managed.filter(({ role }) => !isWorkspaceAdmin(role))
  if (asManager.length === 0) return null
  const { userId } = actingUser(ctx)
  return (
    ctx.db.kysely
      // Down the tree by its index: comparing every path with every private one took 11 ms for 2,000 projects.
      .withRecursive('closed(workspace_id, id)', (db) =>
        db
          .selectFrom('project')
          .leftJoin('project_member', (join) =>
            join
              .onRef('project_member.workspace_id', '=', 'project.workspace_id')
              .onRef('project_member.project_id', '=', 'project.id')
              .on('project_member.user_id', '=', userId),
          )
          .where('project.workspace_id', 'in', workspaceIds(asManager))
          .where('project.is_private', '=', 1)
          .where('project.deleted_at', 'is', null)
          .where('project_member.user_id', 'is', null)
          .select(['project.workspace_id', 'project.id'])
          .union((eb) =>
            eb
              .selectFrom('closed')
              .innerJoin('project as child', (join) =>
                join
                  .onRef('child.workspace_id', '=', 'closed.workspace_id')
                  .onRef('child.parent_id', '=', 'closed.id'),
              )
              .select(['child.workspace_id', 'child.id']),
          ),
      )
      .selectFrom('closed')
      .select('closed.id')
  )
}

export type VisibleEntries = Awaited<ReturnType<typeof visibleEntries>>

/** A query of entries with what an `Entry` has beside its row. */
export function whole(engine: Engine, entries: VisibleEntries) {
  return entries
    .innerJoin('user', 'user.id', 'entry.user_id')
    .innerJoin('workspace', 'workspace.id', 'entry.workspace_id')
    .selectAll('entry')
    .select((eb) => [
      'user.name as user_name',
      'user.email as user_email',
      'workspace.locked_before',
      engine
        .rowsAsJson(
          eb
            .selectFrom('entry_tag')
            // SQLite keeps the order of a cross join; left to itself it may read every tag of the workspace.
            .crossJoin('tag')
            .select(['tag.id', 'tag.name'])
            .whereRef('entry_tag.workspace_id', '=', 'entry.workspace_id')
            .whereRef('entry_tag.entry_id', '=', 'entry.id')
            .whereRef('tag.workspace_id', '=', 'entry_tag.workspace_id')
            .whereRef('tag.id', '=', 'entry_tag.tag_id')
            .where('tag.deleted_at', 'is', null)
            .orderBy('tag.name_key'),
        )
        .as('tags'),
    ])
}

type WholeRow = InferResult<ReturnType<typeof whole>>[number]

/** The row itself becomes the entry: to copy its forty columns takes longer than to read them. */
export function toEntry(row: WholeRow): Entry {
  return Object.assign(row, {
    // The query has written just this.
    tags: row.tags === '[]' ? [] : (JSON.parse(row.tags) as Entry['tags']),
    is_locked: isLocked(row, row),
  })
}

/** Runs a query of entries and gives them with their tags, in one question. */
export async function loadEntries(ctx: Ctx, entries: VisibleEntries): Promise<Entry[]> {
  return (await whole(ctx.db.engine, entries).execute()).map(toEntry)
}

// A key that is bound to one workspace gives its id, any other 0.
const ownRunningRows = prepared(({ kysely, engine }, userId: number, boundTo: number) =>
  whole(engine, kysely.selectFrom('entry'))
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'entry.workspace_id')
        .onRef('member.user_id', '=', 'entry.user_id')
        .on('member.is_active', '=', 1),
    )
    .where('entry.user_id', '=', userId)
    .where('entry.ended_at', 'is', null)
    .where('entry.deleted_at', 'is', null)
    .where('workspace.deleted_at', 'is', null)
    .where((eb) => eb.or([eb(eb.val(boundTo), '=', eb.lit(0)), eb('workspace.id', '=', boundTo)])),
)

/** One's running entry where one may see it. */
export async function ownRunningEntry(ctx: Ctx): Promise<Entry | undefined> {
  const { userId, workspaceId } = actingUser(ctx)
  const [row] = await ownRunningRows(ctx, userId, workspaceId ?? 0)
  return row && toEntry(row)
}

const runningRows = prepared(({ kysely, engine }, userId: number) =>
  whole(engine, kysely.selectFrom('entry'))
    .where('entry.user_id', '=', userId)
    .where('entry.ended_at', 'is', null)
    .where('entry.deleted_at', 'is', null),
)

/** A person's running entry, whoever may see it: the verb that asks is about the person. */
export async function runningEntryOf(ctx: Ctx, userId: number): Promise<Entry | undefined> {
  const [row] = await runningRows(ctx, userId)
  return row && toEntry(row)
}

const rowsOfEntry = prepared(({ kysely, engine }, workspaceId: number, id: number) =>
  whole(engine, kysely.selectFrom('entry'))
    .where('entry.workspace_id', '=', workspaceId)
    .where('entry.id', '=', id),
)

/** An entry as it now stands, deleted or not, whoever may see it: the verb that wrote it has asked. */
export async function entryAsWritten(
  ctx: Ctx,
  { workspace_id, id }: Pick<EntryRow, 'workspace_id' | 'id'>,
): Promise<Entry> {
  const [row] = await rowsOfEntry(ctx, workspace_id, id)
  if (!row) throw new Error(`Entry ${id} is gone in the middle of its own transaction`)
  return toEntry(row)
}

/** The entry when its row has changed, and nothing beside it. */
export function withRow(entry: Entry, row: EntryRow): Entry {
  return { ...entry, ...row, is_locked: isLocked(row, entry) }
}

/** One entry that one may see. */
export async function requireEntry(ctx: Ctx, id: number): Promise<Entry> {
  const [entry] = await loadEntries(ctx, (await visibleEntries(ctx, 'everyone')).where('entry.id', '=', id))
  if (!entry) throw notFound('entry')
  return entry
}

/** The bare row of an entry. */
export function rowOf(entry: Entry): EntryRow {
  const { tags: _, user_name: _1, user_email: _2, locked_before: _3, is_locked: _4, ...row } = entry
  return row
}

/** What an event remembers of an entry. */
export function snapshotOf(entry: Entry) {
  return { ...rowOf(entry), tag_ids: entry.tags.map((tag) => tag.id) }
}
