import type { BillingStatus, DefaultBillingStatus, EntrySource } from '../../db/schema.ts'
import { type Membership, membershipsOf, requireScope } from '../access.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { AppError, invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { resolveBillingStatus } from '../rules/billing-status.ts'
import type { CustomFieldChanges } from '../rules/custom-fields.ts'
import { clippedBreak } from '../rules/duration.ts'
import { localDay, wholeSeconds } from '../rules/local-time.ts'
import { searchText } from '../rules/names.ts'
import { mergedCustomFields, optionalText } from '../text.ts'
import { requireVersion, type Target } from '../version.ts'
import { type Entry, loadEntries, requireEntry, rowOf, visibleEntries } from './entry.ts'
import {
  changesBilled,
  type NamedOwner,
  presentMoment,
  refuseLocked,
  requireMayWrite,
  requireOrder,
} from './guards.ts'
import { keepOverlapPolicy, type OverlapPolicy } from './make-room.ts'
import { findPlace, findTags, type Place, type PlaceFields } from './place.ts'
import {
  changeEvents,
  columnsOf,
  type EntryColumns,
  entryEvent,
  insertEntry,
  moveEntry,
  writeEntry,
} from './store.ts'

/** What an entry says, beside when it was. */
export type EntryFields = PlaceFields & {
  title?: string | null
  notes?: string | null
  billing_status?: BillingStatus | null
  tag_ids?: readonly number[]
  /** Tags by name; those that do not exist are made. */
  tags?: readonly string[]
  custom_fields?: CustomFieldChanges
}

/** What a wire adds to every write, as its documents say. */
export type WireRules = {
  /** The billing status of a new entry that nothing else decides. */
  lastWord?: DefaultBillingStatus
  /** Refuse an entry that has neither title nor project. */
  needsTitleOrProject?: boolean
}

const LONGEST_TITLE = 2000
const LONGEST_NOTES = 10_000
const MOST_AT_ONCE = 1000

export type NewEntry = EntryFields &
  WireRules & {
    started_at: number
    ended_at: number
    break_seconds?: number
    /** The owner, where it is not oneself. */
    user_id?: number | null
    overlap?: OverlapPolicy
  }

/** Writes down time that has been worked, or is planned. */
export async function createEntry(ctx: Ctx, input: NewEntry): Promise<Entry> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const ownerId = input.user_id ?? actingUser(ctx).userId
    await lockUser(ctx, ownerId)
    const place = await findPlace(ctx, input, undefined)
    requireMayWrite(ctx, place.membership, { ownerId, named: input.user_id ?? undefined })
    const columns = await newColumns(ctx, { ...input, ownerId, place, source: 'manual' })
    refuseLocked(columns, place.membership, { isFreezing: false })
    await keepOverlapPolicy(ctx, {
      ownerId,
      range: { start: columns.started_at, end: columns.ended_at ?? columns.started_at },
      policy: policyFor(place.membership, input.overlap),
    })
    const entry = await insertEntry(ctx, columns, await findTags(ctx, columns.workspace_id, input))
    await emit(ctx, entryEvent('entry.created', null, entry))
    return entry
  })
}

/** A workspace that wants no overlap turns `allow` into a refusal. */
export function policyFor({ workspace }: Membership, asked: OverlapPolicy | undefined): OverlapPolicy {
  if (workspace.refuses_overlap === 1 && asked !== 'replace') return 'refuse'
  return asked ?? 'allow'
}

type NewColumns = EntryFields &
  WireRules & {
    ownerId: number
    place: Place
    source: EntrySource
    started_at: number
    ended_at: number | null
    break_seconds?: number
  }

/** The columns of a new entry: the owner's zone and local day, and the status that applies. */
export async function newColumns(ctx: Ctx, input: NewColumns): Promise<EntryColumns> {
  const { place, ownerId } = input
  const { workspace } = place.membership
  const owner = await activeMember(ctx, workspace.id, ownerId)
  const started_at = wholeSeconds(input.started_at)
  const ended_at = input.ended_at === null ? null : wholeSeconds(input.ended_at)
  if (ended_at !== null) requireOrder(started_at, ended_at)
  const title = optionalText('title', input.title ?? null, LONGEST_TITLE)
  const notes = optionalText('notes', input.notes ?? null, LONGEST_NOTES)
  requireTitleOrProject(input, title, place.project !== null)
  return {
    workspace_id: workspace.id,
    user_id: ownerId,
    project_id: place.project?.id ?? null,
    task_id: place.task_id,
    client_id: place.client_id,
    title,
    notes,
    search_text: searchText(title, notes),
    started_at,
    ended_at,
    paused_at: null,
    break_seconds: clippedBreak({
      started_at,
      ended_at,
      paused_at: null,
      break_seconds: input.break_seconds ?? 0,
    }),
    time_zone: owner.time_zone,
    started_on: localDay(started_at, owner.time_zone),
    billing_status: resolveBillingStatus({
      explicit: input.billing_status,
      project: place.project?.default_billing_status,
      workspace: workspace.default_billing_status,
      user: owner.default_billing_status,
      lastWord: input.lastWord ?? 'billable',
    }),
    custom_fields: mergedCustomFields('{}', input.custom_fields),
    source: input.source,
    via_wire: ctx.via.wire,
    via_client: ctx.via.client,
  }
}

async function activeMember(ctx: Ctx, workspaceId: number, userId: number) {
  const owner = await ctx.db.kysely
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .where('member.workspace_id', '=', workspaceId)
    .where('member.user_id', '=', userId)
    .where('member.is_active', '=', 1)
    .select(['user.time_zone', 'user.default_billing_status'])
    .executeTakeFirst()
  if (!owner) throw notFound('member')
  return owner
}

function requireTitleOrProject(rules: WireRules, title: string | null, hasProject: boolean): void {
  if (!rules.needsTitleOrProject || title !== null || hasProject) return
  const message = 'An entry needs a title or a project.'
  throw new AppError('invalid', 'bad_input', message, { fields: { title: message, project: message } })
}

export type EntryChanges = EntryFields &
  WireRules & {
    started_at?: number
    /** Null lets a finished entry run again. */
    ended_at?: number | null
    break_seconds?: number
    overlap?: OverlapPolicy
  }

/** Which entry to write, whose the caller says it is, and the version they have read. */
export type EntryTarget = Target & { owner?: NamedOwner }

/** Changes an entry; what is left out stays. A project of another workspace takes the entry there, under its id. */
export async function updateEntry(ctx: Ctx, target: EntryTarget, changes: EntryChanges): Promise<Entry> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const seen = await requireEntry(ctx, target.id)
    await lockUser(ctx, seen.user_id)
    const before = await requireEntry(ctx, target.id)
    requireVersion(before, target.version)
    return change(ctx, before, { ...changes, owner: target.owner })
  })
}

/** Changes many entries alike: all of them or none. Gives them in the order asked for. */
export async function updateEntries(
  ctx: Ctx,
  target: { ids: readonly number[]; owner?: NamedOwner },
  changes: EntryFields & WireRules,
): Promise<Entry[]> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const entries = await lockEntries(ctx, target.ids)
    const changed = new Map<number, Entry>()
    for (const entry of entries)
      changed.set(entry.id, await change(ctx, entry, { ...changes, owner: target.owner }))
    return [...new Set(target.ids)].flatMap((id) => changed.get(id) ?? [])
  })
}

/** Reads entries for writing, their owners held in a fixed order so that two bulk changes never wait crosswise. */
async function lockEntries(ctx: Ctx, ids: readonly number[]): Promise<Entry[]> {
  if (ids.length === 0) throw invalid('ids', 'Name at least one entry.')
  if (ids.length > MOST_AT_ONCE)
    throw invalid('ids', `At most ${MOST_AT_ONCE} entries can be changed at once.`)
  const query = (await visibleEntries(ctx, 'everyone')).where('entry.id', 'in', [...ids]).orderBy('entry.id')
  const owners = new Set((await loadEntries(ctx, query)).map((entry) => entry.user_id))
  for (const owner of [...owners].sort((a, b) => a - b)) await lockUser(ctx, owner)
  const entries = await loadEntries(ctx, query)
  const found = new Set(entries.map((entry) => entry.id))
  const missing = ids.findIndex((id) => !found.has(id))
  if (missing !== -1) {
    const message = `There is no such entry: ${ids[missing]}.`
    throw new AppError('not_found', 'no_such_thing', message, { fields: { [`ids.${missing}`]: message } })
  }
  return entries
}

async function change(
  ctx: Ctx,
  before: Entry,
  { owner, ...changes }: EntryChanges & { owner: NamedOwner },
): Promise<Entry> {
  const memberships = await membershipsOf(ctx)
  const current = memberships.find((each) => each.workspace_id === before.workspace_id)
  if (!current) throw notFound('entry')
  requireMayWrite(ctx, current, { ownerId: before.user_id, named: owner })
  const place = await findPlace(ctx, changes, before)
  const isMoving = place.membership.workspace_id !== before.workspace_id
  if (isMoving) {
    requireMayWrite(ctx, place.membership, { ownerId: before.user_id, named: owner })
    await activeMember(ctx, place.membership.workspace_id, before.user_id)
  }
  const columns = {
    ...columnsOf(rowOf(before)),
    ...changedColumns(ctx, before, changes),
    ...placedColumns(before, changes, place),
  }
  requireTitleOrProject(changes, columns.title, columns.project_id !== null)

  const hasNewTime =
    columns.started_at !== before.started_at ||
    columns.ended_at !== before.ended_at ||
    columns.break_seconds !== before.break_seconds
  refuseLocked(before, current, { isFreezing: changesBilled(before, columns) })
  refuseLocked(columns, place.membership, { isFreezing: false })
  if (hasNewTime || isMoving) {
    await keepOverlapPolicy(ctx, {
      ownerId: before.user_id,
      range: { start: columns.started_at, end: columns.ended_at ?? ctx.now },
      policy: policyFor(place.membership, changes.overlap),
      exceptId: before.id,
    })
  }
  const tagIds = await findTags(ctx, place.membership.workspace_id, { ...changes, before })
  const after = isMoving
    ? await moveEntry(ctx, rowOf(before), { ...columns, tagIds })
    : await writeEntry(ctx, before, { ...withoutKeys(columns), tagIds })
  await emit(ctx, ...changeEvents(before, after))
  return after
}

function placedColumns(before: Entry, changes: EntryChanges, place: Place) {
  return {
    workspace_id: place.membership.workspace_id,
    project_id:
      changes.project_id === undefined && !place.project ? before.project_id : (place.project?.id ?? null),
    task_id: place.task_id,
    client_id: place.client_id,
  }
}

function changedColumns(ctx: Ctx, before: Entry, changes: EntryChanges) {
  const title =
    changes.title === undefined ? before.title : optionalText('title', changes.title, LONGEST_TITLE)
  const notes =
    changes.notes === undefined ? before.notes : optionalText('notes', changes.notes, LONGEST_NOTES)
  const time = changedTime(ctx, before, changes)
  return {
    title,
    notes,
    search_text: searchText(title, notes),
    ...time,
    started_on:
      time.started_at === before.started_at ? before.started_on : localDay(time.started_at, before.time_zone),
    billing_status: changes.billing_status === undefined ? before.billing_status : changes.billing_status,
    custom_fields: mergedCustomFields(before.custom_fields, changes.custom_fields),
  }
}

function changedTime(ctx: Ctx, before: Entry, changes: EntryChanges) {
  const ended_at =
    changes.ended_at === undefined
      ? before.ended_at
      : changes.ended_at === null
        ? null
        : wholeSeconds(changes.ended_at)
  const isRunning = ended_at === null
  const startsRunning = isRunning && (changes.started_at !== undefined || before.ended_at !== null)
  const wanted = changes.started_at ?? before.started_at
  const started_at = startsRunning ? presentMoment(ctx, 'started_at', wanted) : wholeSeconds(wanted)
  if (ended_at !== null) requireOrder(started_at, ended_at)
  const wasPaused = before.paused_at !== null
  const paused_at = isRunning && wasPaused ? Math.max(before.paused_at ?? 0, started_at) : null
  const pausedSeconds = !isRunning && wasPaused ? Math.max(0, (ended_at - (before.paused_at ?? 0)) / 1000) : 0
  const break_seconds = (changes.break_seconds ?? before.break_seconds) + pausedSeconds
  return {
    started_at,
    ended_at,
    paused_at,
    break_seconds: clippedBreak({ started_at, ended_at, paused_at, break_seconds }),
  }
}

function withoutKeys(columns: EntryColumns) {
  const { workspace_id: _, user_id: __, ...rest } = columns
  return rest
}

/** Deletes an entry; undo brings it back. */
export async function deleteEntry(ctx: Ctx, target: EntryTarget): Promise<void> {
  requireScope(ctx, 'write:time_entries')
  await transact(ctx, async (ctx) => {
    const seen = await requireEntry(ctx, target.id)
    await lockUser(ctx, seen.user_id)
    const before = await requireEntry(ctx, target.id)
    requireVersion(before, target.version)
    await remove(ctx, before, target.owner)
  })
}

/** Deletes many entries: all of them or none. */
export async function deleteEntries(
  ctx: Ctx,
  target: { ids: readonly number[]; owner?: NamedOwner },
): Promise<void> {
  requireScope(ctx, 'write:time_entries')
  await transact(ctx, async (ctx) => {
    for (const entry of await lockEntries(ctx, target.ids)) await remove(ctx, entry, target.owner)
  })
}

async function remove(ctx: Ctx, before: Entry, owner: NamedOwner): Promise<void> {
  const membership = (await membershipsOf(ctx)).find((each) => each.workspace_id === before.workspace_id)
  if (!membership) throw notFound('entry')
  requireMayWrite(ctx, membership, { ownerId: before.user_id, named: owner })
  refuseLocked(before, membership, { isFreezing: true })
  const after = await writeEntry(ctx, before, { deleted_at: ctx.now })
  await emit(ctx, entryEvent('entry.deleted', before, after))
}
