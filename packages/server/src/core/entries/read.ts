import { membershipsOf, requireScope, workspaceIds } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { type ByChange, type Page, type PageOf, pageOf, type Slice, type Sorted } from '../page.ts'
import { type Entry, loadEntries, requireEntry, type VisibleEntries, visibleEntries } from './entry.ts'
import { type EntryFilter, matchingEntries, matchingParts, workspacesOf } from './filter.ts'
import { isOwnSpan, ownEntries } from './own.ts'
import { entriesBeyond } from './walk.ts'

/** Entries, newest start first unless it is asked otherwise; those that start together, newest made first. */
export async function listEntries(
  ctx: Ctx,
  filter: EntryFilter,
  { order = 'desc', ...page }: Page & { order?: 'asc' | 'desc' },
): Promise<PageOf<Entry>> {
  requireScope(ctx, 'read:time_entries')
  const within = await workspacesOf(ctx, filter)
  return pageOf(
    page,
    async (after, limit) =>
      isOwnSpan(filter)
        ? ownEntries(ctx, { filter, within }, { after, limit, order })
        : entriesBeyond(ctx, await matchingParts(ctx, filter, within), { after, limit, order }),
    (entry) => [entry.started_at, entry.id],
  )
}

/** Entries by their start unless it is asked otherwise, the newest first. */
export type NumberedEntries = Slice & Partial<Sorted<'started_at' | ByChange>>

/** One numbered page of entries and how many there are in all, for the wires that count pages. */
export async function listEntriesByNumber(
  ctx: Ctx,
  filter: EntryFilter,
  { offset, limit, by = 'started_at', order = 'desc' }: NumberedEntries,
): Promise<{ rows: Entry[]; total: number }> {
  requireScope(ctx, 'read:time_entries')
  const within = await workspacesOf(ctx, filter)
  const isOwn = isOwnSpan(filter) && by === 'started_at'
  const matching = isOwn ? null : await matchingEntries(ctx, filter, within)
  const sorted = matching?.orderBy(`entry.${by}`, order).orderBy('entry.id', order)
  const rows = sorted
    ? await loadEntries(ctx, sorted.offset(offset).limit(limit))
    : await ownEntries(ctx, { filter, within }, { after: null, offset, limit, order })
  // A page that is neither full nor empty is the last one, and tells itself how many there are.
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0)
  if (isLast) return { rows, total: offset + rows.length }
  return { rows, total: await countOf(matching ?? (await matchingEntries(ctx, filter, within))) }
}

async function countOf(entries: VisibleEntries): Promise<number> {
  const { total } = await entries
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/**
 * One's own entries that were made, changed or deleted at or after an instant, newest start first: what a client that
 * keeps a copy has to look at again. Deleted ones are among them for as long as they are kept.
 */
export async function entriesChangedSince(ctx: Ctx, since: number, limit: number): Promise<Entry[]> {
  requireScope(ctx, 'read:time_entries')
  const changed = (await ownEntriesAndTombstones(ctx)).where('entry.updated_at', '>=', since)
  return loadEntries(ctx, newestFirst(changed).limit(limit))
}

/** An entry one may see, or one's own that is deleted and still kept. */
export async function getEntryOrTombstone(ctx: Ctx, id: number): Promise<Entry> {
  requireScope(ctx, 'read:time_entries')
  const deleted = (await ownEntriesAndTombstones(ctx))
    .where('entry.id', '=', id)
    .where('entry.deleted_at', 'is not', null)
  const [tombstone] = await loadEntries(ctx, deleted)
  return tombstone ?? requireEntry(ctx, id)
}

async function ownEntriesAndTombstones(ctx: Ctx): Promise<VisibleEntries> {
  return ctx.db.kysely
    .selectFrom('entry')
    .where('entry.user_id', '=', actingUser(ctx).userId)
    .where('entry.workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
}

function newestFirst(entries: VisibleEntries): VisibleEntries {
  return entries.orderBy('entry.started_at', 'desc').orderBy('entry.id', 'desc')
}

export async function getEntry(ctx: Ctx, id: number): Promise<Entry> {
  requireScope(ctx, 'read:time_entries')
  return requireEntry(ctx, id)
}

/** One's entry with the latest start. */
export async function findLatestEntry(ctx: Ctx): Promise<Entry | undefined> {
  requireScope(ctx, 'read:time_entries')
  const [entry] = await loadEntries(ctx, newestFirst(await visibleEntries(ctx, 'mine')).limit(1))
  return entry
}
