import { type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Database } from '../../db/engine.ts'
import type { ApprovalOutcome, BillingStatus, EntrySource, Schema } from '../../db/schema.ts'
import { type Membership, membershipIn, membershipsOf, workspaceIds } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { holds } from '../like.ts'
import { inFewTexts } from '../prepared.ts'
import { subtreeIds } from '../projects/read.ts'
import { nameKey, searchWords } from '../rules/names.ts'
import { type VisibleEntries, visibleEntries, type Whose } from './entry.ts'
import { rawSeconds } from './seconds.ts'

/** Which entries are meant. Lists, reports and exports all go by this one, so that they cannot disagree. */
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
  /** For any of these clients, through the project or directly; for none where the list holds null. */
  clientIds?: readonly (number | null)[]
  /** On any of these tasks, or on none where the list holds null. */
  taskIds?: readonly (number | null)[]
  /** With any of these tags, or with none where the list holds null. */
  tagIds?: readonly (number | null)[]
  billingStatuses?: readonly (BillingStatus | 'undetermined')[]
  /** Every word of it must occur in the title or the notes. */
  text?: string
  /** These words, just so, occur in the title or the notes. */
  phrase?: string
  hasTitle?: boolean
  entryIds?: readonly number[]
  /** The worked seconds of an entry. */
  minSeconds?: number
  maxSeconds?: number
  isRunning?: boolean
  /** Begun on one of these days of their owner's calendar. */
  startedOn?: { from?: string; to?: string }
  /** Ended in this time, of which the end does not count. */
  ended?: { from?: number; before?: number }
  sources?: readonly EntrySource[]
  /** Made or changed at or after this instant. */
  updatedFrom?: number
  /** How their approval stands; `none` for those that were never submitted, or taken back. */
  approvals?: readonly (ApprovalOutcome | 'none')[]
  /** The custom field of this name says exactly this. */
  customField?: { name: string; value: string }
}

/** The entries one may see that a filter means, in these workspaces. */
export async function matchingEntries(
  ctx: Ctx,
  filter: EntryFilter,
  within: readonly Membership[],
): Promise<VisibleEntries> {
  let entries = await visibleEntries(ctx, filter.whose, within)
  entries = inSpan(ctx.db, entries, spanOf(ctx, filter, within))
  const { billingStatuses, isRunning, customField } = filter
  if (filter.projectIds) entries = await onProjects(ctx, entries, filter)
  if (filter.clientIds) entries = entries.where(forClients(filter.clientIds, within))
  if (filter.taskIds) entries = entries.where(onTasks(filter.taskIds))
  if (filter.tagIds) entries = entries.where(withTags(filter.tagIds))
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
  if (filter.approvals) entries = entries.where(standing(filter.approvals))
  entries = madeOrDated(entries, filter)
  if (customField) {
    const field = ctx.db.engine.jsonField('entry.custom_fields', customField.name)
    entries = entries.where(sql<SqlBool>`${field} = ${customField.value}`)
  }
  for (const word of searchWords(filter.text ?? '')) {
    entries = entries.where(holds('entry.search_text', word))
  }
  return havingSaid(ctx, entries, filter)
}

function madeOrDated(entries: VisibleEntries, filter: EntryFilter): VisibleEntries {
  const { startedOn, ended, sources, updatedFrom } = filter
  let dated = entries
  if (startedOn?.from !== undefined) dated = dated.where('entry.started_on', '>=', startedOn.from)
  if (startedOn?.to !== undefined) dated = dated.where('entry.started_on', '<=', startedOn.to)
  if (ended?.from !== undefined) dated = dated.where('entry.ended_at', '>=', ended.from)
  if (ended?.before !== undefined) dated = dated.where('entry.ended_at', '<', ended.before)
  if (sources) dated = dated.where('entry.source', 'in', [...sources])
  if (updatedFrom !== undefined) dated = dated.where('entry.updated_at', '>=', updatedFrom)
  return dated
}

function havingSaid(ctx: Ctx, entries: VisibleEntries, filter: EntryFilter): VisibleEntries {
  const { phrase, hasTitle, entryIds, minSeconds, maxSeconds } = filter
  let said = entries
  if (phrase !== undefined) said = said.where(holds('entry.search_text', nameKey(phrase)))
  if (hasTitle !== undefined) said = said.where('entry.title', hasTitle ? 'is not' : 'is', null)
  if (entryIds) said = said.where('entry.id', 'in', entryIds.length > 0 ? [...entryIds] : [0])
  if (minSeconds !== undefined) said = said.where(rawSeconds(ctx.now), '>=', minSeconds)
  if (maxSeconds !== undefined) said = said.where(rawSeconds(ctx.now), '<=', maxSeconds)
  return said
}

function standing(wanted: readonly (ApprovalOutcome | 'none')[]) {
  const outcomes = wanted.filter((each) => each !== 'none')
  return (eb: ExpressionBuilder<Schema, 'entry'>) =>
    eb.or([
      ...(outcomes.length > 0 ? [eb('entry.approval_status', 'in', outcomes)] : []),
      ...(wanted.includes('none') ? [eb('entry.approval_status', 'is', null)] : []),
    ])
}

function onTasks(wanted: readonly (number | null)[]) {
  const ids = wanted.filter((id) => id !== null)
  return (eb: ExpressionBuilder<Schema, 'entry'>) =>
    eb.or([
      ...(ids.length > 0 ? [eb('entry.task_id', 'in', ids)] : []),
      ...(wanted.includes(null) ? [eb('entry.task_id', 'is', null)] : []),
    ])
}

/**
 * The same as lists that each walk an index in order: one's own lie together in one, everybody's do only within one
 * workspace.
 */
export async function matchingParts(
  ctx: Ctx,
  filter: EntryFilter,
  within: readonly Membership[],
): Promise<VisibleEntries[]> {
  if (filter.whose === 'mine') return [await matchingEntries(ctx, filter, within)]
  const parts: VisibleEntries[] = []
  for (const membership of within) parts.push(await matchingEntries(ctx, filter, [membership]))
  return parts
}

/** An entry's client is that of its project, or its own where it has no project. */
function clientOfEntry(): RawBuilder<number | null> {
  return sql`coalesce((select project.client_id from project
    where project.workspace_id = entry.workspace_id and project.id = entry.project_id), entry.client_id)`
}

function forClients(wanted: readonly (number | null)[], within: readonly Membership[]): RawBuilder<SqlBool> {
  const ids = wanted.filter((id) => id !== null)
  const either: RawBuilder<SqlBool>[] = []
  if (ids.length > 0) {
    // As a list of projects, so that the index of projects can find the entries.
    either.push(sql`entry.client_id in (${sql.join(ids)}) or entry.project_id in (
      select project.id from project
      where project.workspace_id in (${sql.join(workspaceIds(within))}) and project.client_id in (${sql.join(ids)}))`)
  }
  if (wanted.includes(null)) either.push(sql`${clientOfEntry()} is null`)
  return either.length > 0 ? sql`(${sql.join(either, sql` or `)})` : sql`1 = 0`
}

/** A deleted tag stays with its entries, for undo, and is not theirs until then. */
export function hasLiveTag(): RawBuilder<SqlBool> {
  return sql`exists (select 1 from tag where tag.workspace_id = entry_tag.workspace_id
    and tag.id = entry_tag.tag_id and tag.deleted_at is null)`
}

function withTags(wanted: readonly (number | null)[]): RawBuilder<SqlBool> {
  const ids = wanted.filter((id) => id !== null)
  const tagged = (which: RawBuilder<unknown>) => sql<SqlBool>`exists (select 1 from entry_tag
    where entry_tag.workspace_id = entry.workspace_id and entry_tag.entry_id = entry.id and ${hasLiveTag()} ${which})`
  const either: RawBuilder<SqlBool>[] = []
  if (ids.length > 0) either.push(tagged(sql`and entry_tag.tag_id in (${sql.join(ids)})`))
  if (wanted.includes(null)) either.push(sql`not ${tagged(sql``)}`)
  return either.length > 0 ? sql`(${sql.join(either, sql` or `)})` : sql`1 = 0`
}

/** How long an entry may be before the index of long ones has it; the first migration says the same. */
const LONG_MS = 24 * 3600 * 1000

/** The time a filter asks for, as values alone: what a query that is kept can be built with. */
export type Span = {
  startedFrom?: number | undefined
  startedBefore?: number | undefined
  reach?: Reach | undefined
}

/** What may have time in a range: entries of these workspaces, and of these people where they are named. */
type Reach = {
  from: number
  to: number
  dayBefore: number
  now: number
  workspaces: number[]
  people?: number[] | undefined
}

export function spanOf(ctx: Ctx, filter: EntryFilter, within: readonly Membership[]): Span {
  const { startedFrom, startedBefore, overlapping, whose } = filter
  if (!overlapping) return { startedFrom, startedBefore }
  const { from, to } = overlapping
  const ids = typeof whose === 'string' ? [actingUser(ctx).userId] : [0, ...whose]
  const people = whose === 'everyone' ? undefined : ids
  const among = { workspaces: inFewTexts(workspaceIds(within)), people }
  return {
    startedFrom,
    startedBefore,
    reach: { from, to, dayBefore: from - LONG_MS, now: ctx.now, ...among },
  }
}

export function inSpan(
  { kysely }: Pick<Database, 'kysely'>,
  entries: VisibleEntries,
  { startedFrom, startedBefore, reach }: Span,
): VisibleEntries {
  let dated = entries
  if (startedFrom !== undefined) dated = dated.where('entry.started_at', '>=', startedFrom)
  if (startedBefore !== undefined) dated = dated.where('entry.started_at', '<', startedBefore)
  return reach ? havingTimeIn(kysely, dated, reach) : dated
}

/**
 * Those with time in a range. What may reach into it began at most a day before, or earlier where a longer entry
 * says so; without that bound, a list reads everything from the beginning.
 */
function havingTimeIn(
  kysely: Database['kysely'],
  entries: VisibleEntries,
  { from, to, dayBefore, now, workspaces, people }: Reach,
): VisibleEntries {
  const earliest = kysely
    .selectFrom('entry as long')
    .select((eb) => eb.fn.coalesce(eb.fn.min('long.started_at'), eb.val(dayBefore)).as('started_at'))
    .where('long.workspace_id', 'in', workspaces)
    // True of all: a column that the wide index of workspaces lacks, so that SQLite goes by the small one of long entries.
    .where('long.version', '>', 0)
    // The sign keeps the engines from the index of all that a person ever did.
    .$if(people !== undefined, (long) =>
      long.where(sql<SqlBool>`+long.user_id in (${sql.join(people ?? [])})`),
    )
    .where(sql<SqlBool>`(long.ended_at is null or long.ended_at - long.started_at > ${sql.lit(LONG_MS)})`)
    .where('long.started_at', '<', dayBefore)
    .where((eb) => eb.or([eb('long.ended_at', '>', from), eb('long.ended_at', 'is', null)]))
  const hasBegun = sql<SqlBool>`cast(${from} as bigint) < cast(${now} as bigint)`
  return entries
    .where('entry.started_at', '>=', earliest)
    .where('entry.started_at', '<', to)
    .where((eb) =>
      eb.or([
        eb('entry.started_at', '>=', from),
        eb('entry.ended_at', '>', from),
        eb.and([eb('entry.ended_at', 'is', null), hasBegun]),
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

/** The workspaces a filter looks in: the one it names, or all of one's own. */
export async function workspacesOf(ctx: Ctx, { workspaceId }: EntryFilter): Promise<Membership[]> {
  return workspaceId === undefined ? membershipsOf(ctx) : [await membershipIn(ctx, workspaceId)]
}
