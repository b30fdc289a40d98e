import { membershipIn } from '../access.ts'
import type { Ctx } from '../context.ts'
import { emit } from '../events.ts'
import { type Change, changedSince } from '../restore.ts'
import { type Entry, type EntryRow, loadEntries, rowOf } from './entry.ts'
import { isInvoiced } from '../rules/billing-status.ts'
import { changesBilled, refuseLocked } from './guards.ts'
import { priceIn } from './pricing.ts'
import { changeEvents, columnsOf, entryEvent, moveEntry, writeEntry } from './store.ts'

/** Puts an entry back to what it was before an operation; one that the operation made is deleted. */
export async function restoreEntry(ctx: Ctx, change: Change): Promise<void> {
  const current = await currentEntry(ctx, change)
  if (!current || current.version !== change.after?.['version']) throw changedSince()
  const isLivingOn = change.before !== null && change.before['deleted_at'] === current.deleted_at
  refuseLocked(current, await membershipIn(ctx, current.workspace_id), {
    // The event holds the row as `snapshotOf` wrote it.
    isFreezing: !isLivingOn || changesBilled(current, change.before as EntryRow),
  })

  if (change.before === null) {
    const after = await writeEntry(ctx, current, { deleted_at: ctx.now })
    return emit(ctx, entryEvent('entry.deleted', current, after))
  }
  // The event holds the row as `snapshotOf` wrote it.
  const { tag_ids, ...row } = change.before as EntryRow & { tag_ids: number[] }
  const before: EntryRow = row
  refuseLocked(before, await membershipIn(ctx, before.workspace_id), { isFreezing: false })
  const tagIds = await liveTags(ctx, before.workspace_id, tag_ids)
  // What was on an invoice comes back at the amount that is on it.
  const price = isInvoiced(before.billing_status) ? priceIn(before) : undefined
  if (before.workspace_id !== current.workspace_id) {
    const after = await moveEntry(ctx, rowOf(current), { ...columnsOf(before), tagIds, price })
    return emit(ctx, ...changeEvents(current, after))
  }
  const { workspace_id: _, user_id: __, ...columns } = columnsOf(before)
  const after = await writeEntry(ctx, current, {
    ...columns,
    deleted_at: before.deleted_at,
    tagIds,
    price,
  })
  await emit(ctx, entryEvent('entry.restored', current, after))
}

async function currentEntry(ctx: Ctx, change: Change): Promise<Entry | undefined> {
  const [entry] = await loadEntries(
    ctx,
    ctx.db.kysely
      .selectFrom('entry')
      .where('entry.workspace_id', '=', change.workspaceId)
      .where('entry.id', '=', change.id),
  )
  return entry
}

async function liveTags(ctx: Ctx, workspaceId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const tags = await ctx.db.kysely
    .selectFrom('tag')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .execute()
  return tags.map((tag) => tag.id)
}
