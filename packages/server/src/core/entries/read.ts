import type { BillingStatus } from '../../db/schema.ts'
import { requireScope } from '../access.ts'
import type { Ctx } from '../context.ts'
import { type Page, type PageOf, pageOf } from '../page.ts'
import { subtreeIds } from '../projects/read.ts'
import { containing, searchWords } from '../rules/names.ts'
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

async function matchingEntries(ctx: Ctx, filter: EntryFilter): Promise<VisibleEntries> {
  let entries = await visibleEntries(ctx, filter.whose, filter.workspaceId)
  const { startedFrom, startedBefore, overlapping, tagId, taskId, billingStatuses, isRunning } = filter
  if (startedFrom !== undefined) entries = entries.where('entry.started_at', '>=', startedFrom)
  if (startedBefore !== undefined) entries = entries.where('entry.started_at', '<', startedBefore)
  if (overlapping)
    entries = entries.where((eb) =>
      eb.and([
        eb('entry.started_at', '<', overlapping.to),
        eb.or([
          eb('entry.started_at', '>=', overlapping.from),
          eb('entry.ended_at', '>', overlapping.from),
          ...(overlapping.from < ctx.now ? [eb('entry.ended_at', 'is', null)] : []),
        ]),
      ]),
    )
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
    entries = entries.where('entry.search_text', 'like', containing(word))
  }
  return entries
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
  const matching = await matchingEntries(ctx, filter)
  return pageOf(
    page,
    (after, limit) =>
      loadEntries(
        ctx,
        newestFirst(matching)
          .$if(after !== null, (query) =>
            query.where((eb) =>
              eb(
                eb.refTuple('entry.started_at', 'entry.id'),
                '<',
                eb.tuple(Number(after?.[0]), Number(after?.[1])),
              ),
            ),
          )
          .limit(limit),
      ),
    (entry) => [entry.started_at, entry.id],
  )
}

/** One numbered page of entries and how many there are in all, for the wires that count pages. */
export async function listEntriesByNumber(
  ctx: Ctx,
  filter: EntryFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Entry[]; total: number }> {
  requireScope(ctx, 'read:time_entries')
  const matching = await matchingEntries(ctx, filter)
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
