import type { Row } from '../db/schema.ts'
import {
  canManage,
  canTrackTime,
  inTurn,
  membershipIn,
  readableWorkspaces,
  requireAllowed,
  requireScope,
} from './access.ts'
import { type Ctx, lockWorkspace, orConflict, transact } from './context.ts'
import { conflict, notFound } from './errors.ts'
import { emit } from './events.ts'
import { holds } from './like.ts'
import { beyond, type ByChange, type Page, type PageOf, pageOf, type Slice, type Sorted } from './page.ts'
import { inFewTexts } from './prepared.ts'
import { nameKey } from './rules/names.ts'
import { optionalText, requiredText } from './text.ts'
import { softDelete } from './soft-delete.ts'
import { requireVersion, type Target } from './version.ts'

export type Tag = Row<'tag'>
export type TagFields = Partial<Pick<Tag, 'name' | 'color' | 'description'>>

function tagsIn(ctx: Ctx, workspaces: number[]) {
  return ctx.db.kysely.selectFrom('tag').selectAll().where('workspace_id', 'in', workspaces)
}

function liveTags(ctx: Ctx, workspaces: number[]) {
  return tagsIn(ctx, workspaces).where('deleted_at', 'is', null)
}

export type TagFilter = {
  workspaceId?: number
  text?: string
  /** Made, changed or deleted at or after this instant: sync clients are told of what is gone. */
  changedSince?: number
  /** Made or changed at or after this instant. */
  updatedFrom?: number
}

/** The tags of one's workspaces, by name. */
export async function listTags(ctx: Ctx, filter: TagFilter, page: Page): Promise<PageOf<Tag>> {
  requireScope(ctx, 'read:tags')
  const tags = await matchingTags(ctx, filter)
  return pageOf(
    page,
    (after, limit) =>
      tags
        .where(beyond(after, ['name_key', 'id']))
        .orderBy('name_key')
        .orderBy('id')
        .limit(limit)
        .execute(),
    (tag) => [tag.name_key, tag.id],
  )
}

/** One numbered page of tags, by name unless it is asked otherwise, and how many there are in all. */
export async function listTagsByNumber(
  ctx: Ctx,
  filter: TagFilter,
  { offset, limit, by = 'name_key', order = 'asc' }: Slice & Partial<Sorted<'name_key' | ByChange>>,
): Promise<{ rows: Tag[]; total: number }> {
  requireScope(ctx, 'read:tags')
  const tags = await matchingTags(ctx, filter)
  const { total } = await tags
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await tags.orderBy(by, order).orderBy('id', order).limit(limit).offset(offset).execute()
  return { rows, total }
}

async function matchingTags(ctx: Ctx, { workspaceId, text, changedSince, updatedFrom }: TagFilter) {
  const workspaces = await readableWorkspaces(ctx, workspaceId)
  const tags = changedSince === undefined ? liveTags(ctx, workspaces) : tagsIn(ctx, workspaces)
  return tags
    .$if(changedSince !== undefined, (query) => query.where('updated_at', '>=', changedSince ?? 0))
    .$if(updatedFrom !== undefined, (query) => query.where('updated_at', '>=', updatedFrom ?? 0))
    .$if(text !== undefined, (query) => query.where(holds('name_key', nameKey(text ?? ''))))
}

export async function getTag(ctx: Ctx, id: number): Promise<Tag> {
  requireScope(ctx, 'read:tags')
  return visibleTag(ctx, id)
}

async function visibleTag(ctx: Ctx, id: number): Promise<Tag> {
  const tag = await liveTags(ctx, await readableWorkspaces(ctx, undefined))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!tag) throw notFound('tag')
  return tag
}

/** Those of these tags that one may see, for wires that name them in other things. */
export async function tagsById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Tag>> {
  if (ids.length === 0) return new Map()
  const rows = await liveTags(ctx, await readableWorkspaces(ctx, undefined))
    .where('id', 'in', inFewTexts(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Makes a tag. Names are unique in a workspace, whatever their case. */
export async function createTag(
  ctx: Ctx,
  workspaceId: number,
  fields: TagFields & { name: string },
): Promise<Tag> {
  requireScope(ctx, 'write:tags')
  return transact(ctx, async (ctx) => {
    const { role } = await membershipIn(ctx, workspaceId)
    requireAllowed(canTrackTime(role), 'Your role may not make tags.')
    const tag = await insertTag(ctx, workspaceId, fields)
    if (!tag) throw nameTaken(fields.name)
    return tag
  })
}

/** Writes a new tag; gives nothing where the name is taken. */
async function insertTag(
  ctx: Ctx,
  workspaceId: number,
  fields: TagFields & { name: string },
): Promise<Tag | undefined> {
  const name = requiredText('name', fields.name)
  const tag = await ctx.db.kysely
    .insertInto('tag')
    .values({
      workspace_id: workspaceId,
      name,
      name_key: nameKey(name),
      color: fields.color ?? null,
      description: optionalText('description', fields.description ?? null, 1000),
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .onConflict((taken) =>
      taken.columns(['workspace_id', 'name_key']).where('deleted_at', 'is', null).doNothing(),
    )
    .returningAll()
    .executeTakeFirst()
  if (tag) await emit(ctx, { workspaceId, kind: 'tag.created', subjectId: tag.id, before: null, after: tag })
  return tag
}

/** Changes a tag, on every entry that has it. */
export async function updateTag(ctx: Ctx, { id, version }: Target, fields: TagFields): Promise<Tag> {
  requireScope(ctx, 'write:tags')
  return transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => visibleTag(ctx, id))
    const { role } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canTrackTime(role), 'Your role may not change tags.')
    requireVersion(before, version)
    const name = fields.name === undefined ? before.name : requiredText('name', fields.name)
    const writing = ctx.db.kysely
      .updateTable('tag')
      .set({
        name,
        name_key: nameKey(name),
        color: fields.color === undefined ? before.color : fields.color,
        description:
          fields.description === undefined
            ? before.description
            : optionalText('description', fields.description, 1000),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const after = await orConflict(ctx, writing, () => nameTaken(name))
    await emit(ctx, { workspaceId: after.workspace_id, kind: 'tag.updated', subjectId: id, before, after })
    return after
  })
}

/** Deletes a tag. Entries no longer show it; undo brings it back on all of them. */
export async function deleteTag(ctx: Ctx, { id, version }: Target): Promise<void> {
  requireScope(ctx, 'write:tags')
  await transact(ctx, async (ctx) => {
    const before = await inTurn(ctx, (ctx) => visibleTag(ctx, id))
    const { role } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canManage(role), 'Your role may not delete tags.')
    requireVersion(before, version)
    await softDelete(ctx, 'tag', before)
  })
}

/** Deletes tags of one workspace, all of them or none. */
export async function deleteTags(ctx: Ctx, workspaceId: number, ids: readonly number[]): Promise<void> {
  requireScope(ctx, 'write:tags')
  await transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    const { role } = await membershipIn(ctx, workspaceId)
    requireAllowed(canManage(role), 'Your role may not delete tags.')
    await requireTags(ctx, workspaceId, ids)
    const tags = liveTags(ctx, [workspaceId]).where('id', 'in', [...ids])
    await softDelete(ctx, 'tag', ...(await tags.orderBy('id').execute()))
  })
}

/** The ids of tags by name in a workspace, in the order given; those that do not exist are made. */
export async function tagIdsByName(
  ctx: Ctx,
  workspaceId: number,
  names: readonly string[],
): Promise<number[]> {
  const wanted = new Map(names.map((name) => [nameKey(requiredText('tags', name)), name]))
  if (wanted.size === 0) return []
  const known = await liveTags(ctx, [workspaceId])
    .where('name_key', 'in', [...wanted.keys()])
    .execute()
  const ids = new Map(known.map((tag) => [tag.name_key, tag.id]))
  // Always in the same order: two who each made what the other makes next would wait for one another.
  for (const [key, name] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!ids.has(key)) ids.set(key, await findOrMakeTag(ctx, workspaceId, name))
  }
  return [...wanted.keys()].flatMap((key) => ids.get(key) ?? [])
}

/** Two entries that bring the same new tag at once both get it: the second waits for the first and uses its tag. */
async function findOrMakeTag(ctx: Ctx, workspaceId: number, name: string): Promise<number> {
  requireScope(ctx, 'write:tags')
  const { role } = await membershipIn(ctx, workspaceId)
  requireAllowed(canTrackTime(role), 'Your role may not make tags.')
  const made = await insertTag(ctx, workspaceId, { name })
  if (made) return made.id
  const tag = await liveTags(ctx, [workspaceId])
    .where('name_key', '=', nameKey(name.trim()))
    .executeTakeFirstOrThrow()
  return tag.id
}

/** Refuses ids that are no tags of this workspace. */
export async function requireTags(ctx: Ctx, workspaceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const known = await liveTags(ctx, [workspaceId])
    .where('id', 'in', [...ids])
    .execute()
  if (known.length < new Set(ids).size) throw notFound('tag')
}

function nameTaken(name: string) {
  return conflict('name_taken', `There is already a tag called ${JSON.stringify(name)}.`, 'name')
}
