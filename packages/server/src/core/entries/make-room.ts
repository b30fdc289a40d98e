import { canManage, type Membership, membershipsOf, workspaceIds } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { AppError } from '../errors.ts'
import { emit } from '../events.ts'
import { brokenSeconds, clippedBreak } from '../rules/duration.ts'
import { localDay } from '../rules/local-time.ts'
import { type Displacement, makeRoom, overlaps, type Range, rangeOf } from '../rules/overlap.ts'
import { type Entry, loadEntries, rowOf } from './entry.ts'
import { refuseLocked, requireMayWrite } from './guards.ts'
import { columnsOf, entryEvent, insertEntry, writeEntry } from './store.ts'

/** What happens to a person's own entries that lie where another one is to be: the caller's decision. */
export type OverlapPolicy = 'allow' | 'refuse' | 'replace'

/** A workspace that wants no overlap turns `allow` into a refusal. */
export function policyFor({ workspace }: Membership, asked: OverlapPolicy | undefined): OverlapPolicy {
  if (workspace.refuses_overlap === 1 && asked !== 'replace') return 'refuse'
  return asked ?? 'allow'
}

type Room = { ownerId: number; range: Range; policy: OverlapPolicy; exceptId?: number }

/** Keeps the overlap policy for an entry that is about to take up `range`. */
export async function keepOverlapPolicy(ctx: Ctx, room: Room): Promise<void> {
  if (room.policy === 'allow') return
  const inTheWay = await entriesInTheWay(ctx, room)
  if (room.policy === 'refuse') {
    const [first] = inTheWay
    if (!first) return
    const from = new Date(first.started_at).toISOString()
    throw new AppError(
      'conflict',
      'overlap',
      `This overlaps the entry ${JSON.stringify(first.title ?? '')} that starts at ${from}.`,
      {
        fields: { started_at: 'Overlaps another entry.' },
      },
    )
  }
  for (const displacement of makeRoom(inTheWay, room.range, ctx.now)) await displace(ctx, displacement)
}

/** Where the actor may see the owner's time: everywhere it is their own, else where they manage. */
async function workspacesOf(ctx: Ctx, ownerId: number): Promise<Membership[]> {
  const memberships = await membershipsOf(ctx)
  if (ownerId === actingUser(ctx).userId) return memberships
  return memberships.filter(({ role }) => canManage(role))
}

/** The owner's live entries with time in the range, in the workspaces where the actor may see them. */
async function entriesInTheWay(ctx: Ctx, { ownerId, range, exceptId }: Room): Promise<Entry[]> {
  if (range.start >= range.end) return []
  const visible = workspaceIds(await workspacesOf(ctx, ownerId))
  const entries = await loadEntries(
    ctx,
    ctx.db.kysely
      .selectFrom('entry')
      .where('entry.user_id', '=', ownerId)
      .where('entry.workspace_id', 'in', visible)
      .where('entry.deleted_at', 'is', null)
      .where('entry.started_at', '<', range.end)
      .where((eb) => eb.or([eb('entry.ended_at', '>', range.start), eb('entry.ended_at', 'is', null)]))
      .orderBy('entry.started_at')
      .orderBy('entry.id'),
  )
  return entries.filter((entry) => entry.id !== exceptId && overlaps(rangeOf(entry, ctx.now), range))
}

async function displace(ctx: Ctx, displacement: Displacement<Entry>): Promise<void> {
  const before = displacement.entry
  const membership = (await membershipsOf(ctx)).find((each) => each.workspace_id === before.workspace_id)
  if (!membership) throw new Error('An entry in the way was found in a workspace the actor may see')
  requireMayWrite(ctx, membership, { ownerId: before.user_id, named: before.user_id })
  refuseLocked(before, membership, { isFreezing: true })

  if (displacement.kind === 'delete') {
    const after = await writeEntry(ctx, before, { deleted_at: ctx.now })
    return emit(ctx, entryEvent('entry.deleted', before, after))
  }
  if (displacement.kind === 'start') {
    const { started_at } = displacement
    const paused_at = before.paused_at === null ? null : Math.max(before.paused_at, started_at)
    const span = { ...before, started_at, paused_at }
    const started_on = localDay(started_at, before.time_zone)
    const after = await writeEntry(ctx, before, {
      started_at,
      paused_at,
      started_on,
      break_seconds: clippedBreak(span),
    })
    return emit(ctx, entryEvent('entry.updated', before, after))
  }
  const ended_at = displacement.ended_at
  const span = { ...before, ended_at, paused_at: null, break_seconds: brokenSeconds(before, ended_at) }
  const earlier = await writeEntry(ctx, before, {
    ended_at,
    paused_at: null,
    break_seconds: clippedBreak(span),
  })
  await emit(ctx, entryEvent(before.ended_at === null ? 'entry.stopped' : 'entry.updated', before, earlier))
  if (displacement.kind === 'end') return

  // The break stays with the earlier piece; a timer that runs goes on in the later one.
  const started_at = displacement.rest_started_at
  const later = await insertEntry(
    ctx,
    {
      ...columnsOf(rowOf(before)),
      started_at,
      paused_at: before.paused_at === null ? null : Math.max(before.paused_at, started_at),
      started_on: localDay(started_at, before.time_zone),
      break_seconds: 0,
    },
    { tagIds: before.tags.map((tag) => tag.id), partOf: rowOf(before) },
  )
  await emit(ctx, entryEvent('entry.created', null, later))
}
