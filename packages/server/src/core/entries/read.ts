import { sql, type SqlBool } from 'kysely'
import type { BillingStatus } from '../../db/schema.ts'
import { type Membership, membershipIn, membershipsOf, requireScope, workspaceIds } from '../access.ts'
import type { Ctx } from '../context.ts'
import { holds } from '../like.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { subtreeIds } from '../projects/read.ts'
import { searchWords } from '../rules/names.ts'
import {
  type Entry,
  loadEntries,
  requireEntry,
  type VisibleEntries,
  visibleEntries,
  type Whose,
} from './entry.ts'

export type EntryFilter = {
  whose: Whose
  workspaceId?: number
  /** Started at or after this instant. */
  startedFrom?: number
  /** Started before this instant. */
  startedBefore?: number
  /** Having some time in `[from, to)`, wherever they start; a running entry reaches to now. */
  overlapping?: { from: number; to: number }
  /** On any of these projects, or on none where the list holds null. */
  projectIds?: readonly (number | null)[]
  /** Also on the projects below those. */
  withChildren?: boolean
  tagId?: number
  taskId?: number
  billingStatuses?: readonly (BillingStatus | 'undetermined')[]
  /** Every word of it must occur in the title or the notes. */
  text?: string
  isRunning?: boolean
}

async function matchingEntries(
  ctx: Ctx,
  filter: EntryFilter,
  within: readonly Membership[],
): Promise<VisibleEntries> {
  let entries = await visibleEntries(ctx, filter.whose, within)
  const { startedFrom, startedBefore, overlapping, tagId, taskId, billingStatuses, isRunning } = filter
  if (startedFrom !== undefined) entries = entries.where('entry.started_at', '>=', startedFrom)
  if (startedBefore !== undefined) entries = entries.where('entry.started_at', '<', startedBefore)
  if (overlapping) entries = havingTimeIn(ctx, entries, { ...overlapping, within })
  if (filter.projectIds) entries = await onProjects(ctx, entries, filter)
  if (taskId !== undefined) entries = entries.where('entry.task_id', '=', taskId)
  if (tagId !== undefined) {
    entries = entries.where((eb) =>
      eb.exists(
        eb
          .selectFrom('entry_tag')
          .select('entry_tag.tag_id')
          .whereRef('entry_tag.workspace_id', '=', 'entry.workspace_id')
          .whereRef('entry_tag.entry_id', '=', 'entry.id')
          .where('entry_tag.tag_id', '=', tagId),
      ),
    )
  }
  if (billingStatuses) {
    const stored = billingStatuses.filter((status) => status !== 'undetermined')
    entries = entries.where((eb) =>
      eb.or([
        ...(stored.length > 0 ? [eb('entry.billing_status', 'in', stored)] : []),
        ...(stored.length < billingStatuses.length ? [eb('entry.billing_status', 'is', null)] : []),
      ]),
    )
  }
  if (isRunning !== undefined) entries = entries.where('entry.ended_at', isRunning ? 'is' : 'is not', null)
  for (const word of searchWords(filter.text ?? '')) {
    entries = entries.where(holds('entry.search_text', word))
  }
  return entries
}

/** How long an entry may be before the index of long ones has it; the first migration says the same. */
const LONG_MS = 24 * 3600 * 1000

type Window = { from: number; to: number; within: readonly Membership[] }

/**
 * Those with time in a range. What may reach into it began at most a day before, or earlier where a longer entry
 * says so; without that bound, a list reads everything from the beginning.
 */
function havingTimeIn(ctx: Ctx, entries: VisibleEntries, { from, to, within }: Window): VisibleEntries {
  const usual = from - LONG_MS
  const earliest = ctx.db.kysely
    .selectFrom('entry as long')
    .select((eb) => eb.fn.coalesce(eb.fn.min('long.started_at'), eb.val(usual)).as('started_at'))
    .where('long.workspace_id', 'in', workspaceIds(within))
    .where(sql<SqlBool>`(long.ended_at is null or long.ended_at - long.started_at > ${sql.lit(LONG_MS)})`)
    .where('long.started_at', '<', usual)
    .where((eb) => eb.or([eb('long.ended_at', '>', from), eb('long.ended_at', 'is', null)]))
  return entries
    .where('entry.started_at', '>=', earliest)
    .where('entry.started_at', '<', to)
    .where((eb) =>
      eb.or([
        eb('entry.started_at', '>=', from),
        eb('entry.ended_at', '>', from),
        ...(from < ctx.now ? [eb('entry.ended_at', 'is', null)] : []),
      ]),
    )
}

async function onProjects(ctx: Ctx, entries: VisibleEntries, filter: EntryFilter): Promise<VisibleEntries> {
  const wanted = filter.projectIds ?? []
  const named = wanted.filter((id) => id !== null)
  const ids = filter.withChildren ? await subtreeIds(ctx, named) : named
  return entries.where((eb) =>
    eb.or([
      ...(ids.length > 0 ? [eb('entry.project_id', 'in', ids)] : []),
      ...(wanted.includes(null) ? [eb('entry.project_id', 'is', null)] : []),
    ]),
  )
}

/** Entries, newest start first; those that start together, newest made first. */
export async function listEntries(ctx: Ctx, filter: EntryFilter, page: Page): Promise<PageOf<Entry>> {
  requireScope(ctx, 'read:time_entries')
  const within = await workspacesOf(ctx, filter)
  // One's own lie together in an index; everybody's do only within one workspace, so there it is one list for each.
  const parts = filter.whose === 'mine' ? [within] : within.map((membership) => [membership])
  const matching: VisibleEntries[] = []
  for (const part of parts) matching.push(await matchingEntries(ctx, filter, part))
  return pageOf(
    page,
    async (after, limit) => {
      const lists: Entry[][] = []
      for (const entries of matching) {
        const next = newestFirst(entries).where(beyond(after, ['entry.started_at', 'entry.id'], 'desc'))
        lists.push(await loadEntries(ctx, next.limit(limit)))
      }
      if (lists.length === 1) return lists.flat()
      return lists
        .flat()
        .sort((a, b) => b.started_at - a.started_at || b.id - a.id)
        .slice(0, limit)
    },
    (entry) => [entry.started_at, entry.id],
  )
}

async function workspacesOf(ctx: Ctx, { workspaceId }: EntryFilter): Promise<Membership[]> {
  return workspaceId === undefined ? membershipsOf(ctx) : [await membershipIn(ctx, workspaceId)]
}

/** One numbered page of entries and how many there are in all, for the wires that count pages. */
export async function listEntriesByNumber(
  ctx: Ctx,
  filter: EntryFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Entry[]; total: number }> {
  requireScope(ctx, 'read:time_entries')
  const matching = await matchingEntries(ctx, filter, await workspacesOf(ctx, filter))
  const counted = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  if (page.offset >= counted.total) return { rows: [], total: counted.total }
  const rows = await loadEntries(ctx, newestFirst(matching).offset(page.offset).limit(page.limit))
  return { rows, total: counted.total }
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
