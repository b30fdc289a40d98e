import type { Row } from '../db/schema.ts'
import { cancelPending } from './approvals/withdraw.ts'
import { type Ctx, lockUser } from './context.ts'
import { repriceEntries, type PriceList, priceList } from './entries/pricing.ts'
import { AppError } from './errors.ts'
import { emit } from './events.ts'
import { isFrozen, isLocked } from './rules/locks.ts'
import { searchText } from './rules/names.ts'

/** What entries are to be taken off: a project (with its task), a task or a client that is about to be deleted. */
type Release = {
  column: 'project_id' | 'task_id' | 'client_id'
  ids: readonly number[]
  /** The title chain of each project, which an entry without a title takes over. */
  chains?: ReadonlyMap<number, string[]>
}

const AT_ONCE = 500

/** Takes the entries off something that goes away. They stay; where one of them is locked, nothing happens. */
export async function releaseEntries(ctx: Ctx, workspace: Row<'workspace'>, release: Release): Promise<void> {
  for (const owner of await ownersOf(ctx, workspace.id, release)) await lockUser(ctx, owner)
  const prices = await priceList(ctx, workspace.id)
  for (let after = 0; ;) {
    const entries = await ctx.db.kysely
      .selectFrom('entry')
      .selectAll()
      .where('workspace_id', '=', workspace.id)
      .where(release.column, 'in', [...release.ids])
      .where('deleted_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    const last = entries.at(-1)
    if (!last) return
    after = last.id
    for (const entry of entries) refuse(entry, workspace, release)
    await writeReleased(ctx, entries, { ...release, prices })
  }
}

/** Whose entries these are, in the order in which everybody locks people. */
async function ownersOf(ctx: Ctx, workspaceId: number, { column, ids }: Release): Promise<number[]> {
  const owners = await ctx.db.kysely
    .selectFrom('entry')
    .select('user_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where(column, 'in', [...ids])
    .where('deleted_at', 'is', null)
    .orderBy('user_id')
    .execute()
  return owners.map((owner) => owner.user_id)
}

function refuse(entry: Row<'entry'>, workspace: Row<'workspace'>, { column }: Release): void {
  const isProtected = column === 'project_id' && isFrozen(entry, workspace)
  if (!isLocked(entry, workspace) && !isProtected) return
  throw new AppError(
    'locked',
    isProtected ? 'billed_protected' : entry.approval_status === 'approved' ? 'approved' : 'locked_period',
    'Some of its time is locked. Archive it instead.',
  )
}

async function writeReleased(
  ctx: Ctx,
  entries: Row<'entry'>[],
  release: Release & { prices: PriceList },
): Promise<void> {
  const changed = entries.map((before) => ({ before, after: released(ctx, before, release) }))
  await cancelPending(
    ctx,
    entries.filter((entry) => entry.approval_status === 'pending'),
  )
  const alike = changed.filter(({ before, after }) => before.title === after.title)
  if (alike.length > 0) {
    await ctx.db.kysely
      .updateTable('entry')
      .set((eb) => ({
        [release.column]: null,
        ...(release.column === 'project_id' ? { task_id: null } : {}),
        approval_status: eb
          .case()
          .when('approval_status', '=', 'pending')
          .then(null)
          .else(eb.ref('approval_status'))
          .end(),
        version: eb('version', '+', 1),
        updated_at: ctx.now,
      }))
      .where('workspace_id', '=', alike[0]?.before.workspace_id ?? 0)
      .where(
        'id',
        'in',
        alike.map(({ before }) => before.id),
      )
      .execute()
  }
  for (const { before, after } of changed) {
    if (before.title === after.title) continue
    const { id: _, workspace_id: __, created_at: ___, ...columns } = after
    await ctx.db.kysely
      .updateTable('entry')
      .set(columns)
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', before.id)
      .execute()
  }
  const prices = await repriceEntries(
    ctx,
    changed.map(({ after }) => after),
    release.prices,
  )
  const tags = await tagIdsOf(ctx, entries)
  await emit(
    ctx,
    ...changed.map(({ before, after }) => ({
      workspaceId: before.workspace_id,
      kind: 'entry.updated' as const,
      subjectId: before.id,
      subjectUserId: before.user_id,
      before: { ...before, tag_ids: tags.get(before.id) ?? [] },
      after: { ...after, ...prices.get(before.id), tag_ids: tags.get(before.id) ?? [] },
    })),
  )
}

function released(ctx: Ctx, before: Row<'entry'>, { column, chains }: Release): Row<'entry'> {
  const chain = before.project_id === null ? undefined : chains?.get(before.project_id)
  const title = before.title ?? chain?.join(' ▸ ').slice(0, 2000) ?? null
  return {
    ...before,
    [column]: null,
    ...(column === 'project_id' ? { task_id: null } : {}),
    approval_status: before.approval_status === 'pending' ? null : before.approval_status,
    title,
    search_text: searchText(title, before.notes),
    version: before.version + 1,
    updated_at: ctx.now,
  }
}

async function tagIdsOf(ctx: Ctx, entries: Row<'entry'>[]): Promise<Map<number, number[]>> {
  const rows = await ctx.db.kysely
    .selectFrom('entry_tag')
    .select(['entry_id', 'tag_id'])
    .where('workspace_id', 'in', [...new Set(entries.map((entry) => entry.workspace_id))])
    .where(
      'entry_id',
      'in',
      entries.map((entry) => entry.id),
    )
    .execute()
  const tags = new Map<number, number[]>()
  for (const { entry_id, tag_id } of rows) tags.set(entry_id, [...(tags.get(entry_id) ?? []), tag_id])
  return tags
}
