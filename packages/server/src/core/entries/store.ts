import type { Insertable, Updateable } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { cancelPending } from '../approvals/withdraw.ts'
import { type Ctx, orConflict } from '../context.ts'
import { conflict } from '../errors.ts'
import type { NewEvent } from '../events.ts'
import { prepared } from '../prepared.ts'
import { type Entry, entryAsWritten, type EntryRow, rowOf, snapshotOf, withRow } from './entry.ts'
import { type Price, priceOf } from './pricing.ts'

/**
 * The statements that write entries, without any rule but one: what is written has its price, by the rates in force.
 * The verbs beside this file keep the others.
 */

export type EntryColumns = Omit<
  EntryRow,
  'id' | 'version' | 'created_at' | 'updated_at' | 'deleted_at' | 'approval_status' | keyof Price
>

const insertRow = prepared(({ kysely }, row: Insertable<Schema['entry']>) =>
  kysely.insertInto('entry').values(row).returning(['id', 'workspace_id']),
)

const updateRow = prepared(
  (
    { kysely },
    { workspace_id, id }: Pick<EntryRow, 'workspace_id' | 'id'>,
    changes: Updateable<Schema['entry']>,
  ) =>
    kysely
      .updateTable('entry')
      .set(changes)
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .returningAll(),
)

/** Writes a new entry with its tags. A piece of another one is `partOf` that, and keeps its rates where time does. */
export async function insertEntry(
  ctx: Ctx,
  columns: EntryColumns,
  { tagIds, partOf }: { tagIds: readonly number[]; partOf?: EntryRow },
): Promise<Entry> {
  const price = await priceOf(ctx, columns, partOf ?? null)
  const inserting = insertRow(ctx, {
    ...columns,
    ...price,
    approval_status: null,
    created_at: ctx.now,
    updated_at: ctx.now,
    deleted_at: null,
  })
  const [row] = await orConflict(ctx, inserting, alreadyRunning)
  if (!row) throw new Error('An entry that is written has an id')
  await writeTags(ctx, row, tagIds)
  return entryAsWritten(ctx, row)
}

type ChangedColumns = Partial<Omit<EntryColumns, 'workspace_id' | 'user_id'>> & {
  deleted_at?: number | null
  tagIds?: readonly number[]
  /** What it is worth, where that is known and not to be reckoned from the rates in force. */
  price?: Price
}

/** Changes columns of an entry in its workspace, and its tags when they are given. */
export async function writeEntry(ctx: Ctx, before: Entry, changes: ChangedColumns): Promise<Entry> {
  const { tagIds, price: known, ...columns } = changes
  const price = known ?? (await priceOf(ctx, { ...rowOf(before), ...columns }, before))
  const approval_status = await approvalAfter(ctx, before, changes)
  const { workspace_id, id } = before
  const changed = { ...columns, ...price, approval_status, version: before.version + 1, updated_at: ctx.now }
  const [row] = await orConflict(ctx, updateRow(ctx, { workspace_id, id }, changed), alreadyRunning)
  if (!row) throw new Error(`Entry ${id} is gone in the middle of its own transaction`)
  if (!tagIds) return withRow(before, row)
  await replaceTags(ctx, before, tagIds)
  return entryAsWritten(ctx, before)
}

/** What waits for approval is decided as it was submitted: a change to it takes the request back. */
async function approvalAfter(ctx: Ctx, before: Entry, changes: ChangedColumns) {
  const { tagIds, price: _, ...columns } = changes
  if (before.approval_status !== 'pending') return before.approval_status
  const had = new Map<string, unknown>(Object.entries(rowOf(before)))
  const isChanged = Object.entries(columns).some(
    ([name, value]) => value !== undefined && value !== had.get(name),
  )
  if (!isChanged && (!tagIds || hasTags(before, tagIds))) return before.approval_status
  await cancelPending(ctx, [before])
  return null
}

function hasTags({ tags }: Entry, ids: readonly number[]): boolean {
  return new Set(ids).size === tags.length && tags.every((tag) => ids.includes(tag.id))
}

/**
 * Takes an entry to another workspace under its own id. The workspace is part of the key by which a distributed
 * database places the row, so it is written anew there instead of being changed.
 */
export async function moveEntry(
  ctx: Ctx,
  before: EntryRow,
  after: EntryColumns & { tagIds: readonly number[]; price?: Price },
): Promise<Entry> {
  const { tagIds, price: known, ...columns } = after
  const price = known ?? (await priceOf(ctx, columns, before))
  await cancelPending(ctx, [before])
  await ctx.db.kysely
    .deleteFrom('entry')
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .execute()
  const inserting = ctx.db.kysely
    .insertInto('entry')
    .values({
      ...columns,
      ...price,
      id: before.id,
      approval_status: null,
      version: before.version + 1,
      created_at: before.created_at,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .execute()
  await orConflict(ctx, inserting, alreadyRunning)
  const place = { id: before.id, workspace_id: columns.workspace_id }
  await writeTags(ctx, place, tagIds)
  return entryAsWritten(ctx, place)
}

/** Every column of an entry that a copy or a moved entry takes over, without its price and approval; `entry` is the bare row. */
export function columnsOf(entry: EntryRow): EntryColumns {
  const { id: _, version: __, created_at: ___, updated_at: ____, deleted_at: _____, ...written } = entry
  const { approval_status: ______, ...rest } = written
  const { billable_rate: _1, billable_currency: _2, billable_amount: _3, ...unbilled } = rest
  const { cost_rate: _4, cost_currency: _5, cost_amount: _6, ...columns } = unbilled
  return columns
}

async function replaceTags(
  ctx: Ctx,
  entry: Pick<EntryRow, 'id' | 'workspace_id'>,
  tagIds: readonly number[],
): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('entry_tag')
    .where('workspace_id', '=', entry.workspace_id)
    .where('entry_id', '=', entry.id)
    .execute()
  await writeTags(ctx, entry, tagIds)
}

async function writeTags(
  ctx: Ctx,
  entry: Pick<EntryRow, 'id' | 'workspace_id'>,
  tagIds: readonly number[],
): Promise<void> {
  if (tagIds.length === 0) return
  await ctx.db.kysely
    .insertInto('entry_tag')
    .values(
      [...new Set(tagIds)].map((tagId) => ({
        workspace_id: entry.workspace_id,
        entry_id: entry.id,
        tag_id: tagId,
      })),
    )
    .execute()
}

export function entryEvent(
  kind:
    | 'entry.created'
    | 'entry.updated'
    | 'entry.deleted'
    | 'entry.started'
    | 'entry.stopped'
    | 'entry.restored',
  before: Entry | null,
  after: Entry | null,
): NewEvent {
  const entry = after ?? before
  if (!entry) throw new Error('An entry event is about an entry')
  return {
    workspaceId: entry.workspace_id,
    kind,
    subjectId: entry.id,
    subjectUserId: entry.user_id,
    before: before && snapshotOf(before),
    after: after && snapshotOf(after),
  }
}

/** A move shows in both workspaces: gone from one, there in the other. */
export function changeEvents(before: Entry, after: Entry): NewEvent[] {
  if (before.workspace_id === after.workspace_id) {
    const hasStopped = before.ended_at === null && after.ended_at !== null
    return [entryEvent(hasStopped ? 'entry.stopped' : 'entry.updated', before, after)]
  }
  return [entryEvent('entry.deleted', before, null), entryEvent('entry.created', null, after)]
}

function alreadyRunning() {
  return conflict('timer_running', 'A timer is already running.')
}
