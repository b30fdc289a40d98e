import type { EntrySource } from '../../db/schema.ts'
import { activeMember, membershipsOf, requireScope } from '../access.ts'
import { refuseClosedWeek } from '../approvals/closed-weeks.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { AppError, invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { requireVersion, type Target } from '../version.ts'
import {
  changedColumns,
  type EntryChanges,
  type EntryFields,
  newColumns,
  requireTitleOrProject,
  type WireRules,
} from './columns.ts'
import { type Entry, loadEntries, requireEntry, rowOf, visibleEntries } from './entry.ts'
import { changesBilled, type NamedOwner, refuseLocked, requireMayWrite } from './guards.ts'
import { keepOverlapPolicy, type OverlapPolicy, policyFor } from './make-room.ts'
import { findPlace, findTags, type Place } from './place.ts'
import {
  changeEvents,
  columnsOf,
  type EntryColumns,
  entryEvent,
  insertEntry,
  moveEntry,
  writeEntry,
} from './store.ts'

const MOST_AT_ONCE = 1000

export type NewEntry = EntryFields &
  WireRules & {
    started_at: number
    ended_at: number
    break_seconds?: number
    /** The owner, where it is not oneself. */
    user_id?: number | null
    overlap?: OverlapPolicy
    source?: EntrySource
  }

/** Writes down time that has been worked, or is planned. */
export async function createEntry(ctx: Ctx, input: NewEntry): Promise<Entry> {
  requireScope(ctx, 'write:time_entries')
  return transact(ctx, async (ctx) => {
    const ownerId = input.user_id ?? actingUser(ctx).userId
    await lockUser(ctx, ownerId)
    const place = await findPlace(ctx, input, undefined)
    requireMayWrite(ctx, place.membership, { ownerId, named: input.user_id ?? undefined })
    const columns = await newColumns(ctx, { ...input, ownerId, place, source: input.source ?? 'manual' })
    refuseLocked(columns, place.membership, { isFreezing: false })
    await refuseClosedWeek(ctx, columns)
    await keepOverlapPolicy(ctx, {
      ownerId,
      range: { start: columns.started_at, end: columns.ended_at ?? columns.started_at },
      policy: policyFor(place.membership, input.overlap),
    })
    const entry = await insertEntry(ctx, columns, {
      tagIds: await findTags(ctx, columns.workspace_id, input),
    })
    await emit(ctx, entryEvent('entry.created', null, entry))
    return entry
  })
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
  if (isMoving || columns.started_on !== before.started_on) await refuseClosedWeek(ctx, columns)
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
