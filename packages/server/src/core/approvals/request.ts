import type { ApprovalOutcome, Row } from '../../db/schema.ts'
import { canTrackTime, isWorkspaceAdmin, type Membership, membershipIn, requireScope } from '../access.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { type Entry, loadEntries, requireEntry, visibleEntries } from '../entries/entry.ts'
import { refuseLocked, requireMayWrite } from '../entries/guards.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { requireModule } from '../modules.ts'
import { isBillable } from '../rules/billing-status.ts'
import { durationSeconds } from '../rules/duration.ts'
import { groupBy } from '../rules/group-by.ts'
import { type Level, levelsOf, narrowed, policyFor } from '../rules/approval-levels.ts'
import { optionalText } from '../text.ts'
import { type Approval, approvalEvent, loadApprovals, LONGEST_COMMENT, visibleApprovals } from './approval.ts'
import { enabledPolicies, levelsIn } from './policies.ts'

const MOST_AT_ONCE = 500

export type ApprovalRequest = {
  comment?: string | null
  /** Of those whom the levels ask, only these; whom no level knows is refused. */
  approverIds?: readonly number[]
}

/** Asks for the approval of finished entries, all of them or none. Gives the levels of each, by entry and level. */
export async function requestApproval(
  ctx: Ctx,
  entryIds: readonly number[],
  request: ApprovalRequest = {},
): Promise<Approval[]> {
  requireScope(ctx, 'write:time_approvals')
  if (entryIds.length === 0) throw invalid('entry_ids', 'Name at least one entry.')
  if (entryIds.length > MOST_AT_ONCE)
    throw invalid('entry_ids', `At most ${MOST_AT_ONCE} entries can be submitted at once.`)
  return transact(ctx, async (ctx) => {
    const entries = await lockedEntries(ctx, [...new Set(entryIds)])
    const ids: number[] = []
    for (const ofWorkspace of groupBy(entries, (entry) => entry.workspace_id).values())
      ids.push(...(await writeRequests(ctx, ofWorkspace, { ...request, timesheetId: null })))
    return loadApprovals(
      ctx,
      (await visibleApprovals(ctx))
        .where('approval.id', 'in', ids)
        .orderBy('approval.entry_id')
        .orderBy('approval.level'),
    )
  })
}

/** The entries to be asked about, their owners held in the order in which everybody holds people. */
async function lockedEntries(ctx: Ctx, ids: readonly number[]): Promise<Entry[]> {
  const found = await loadEntries(
    ctx,
    (await visibleEntries(ctx, 'everyone')).where('entry.id', 'in', [...ids]),
  )
  if (found.length < ids.length) throw notFound('entry')
  const owners = [...new Set(found.map((entry) => entry.user_id))].sort((a, b) => a - b)
  for (const owner of owners) await lockUser(ctx, owner)
  const entries: Entry[] = []
  for (const id of ids) entries.push(await requireEntry(ctx, id))
  return entries
}

type Batch = ApprovalRequest & { timesheetId: number | null }

/** Writes the requests of entries of one workspace, whose owners are held. Gives the ids of all levels. */
export async function writeRequests(ctx: Ctx, entries: readonly Entry[], batch: Batch): Promise<number[]> {
  const [first] = entries
  if (!first) return []
  const membership = await membershipIn(ctx, first.workspace_id)
  requireModule(membership, 'time_approvals')
  for (const entry of entries) refuseUnfit(ctx, membership, entry)
  const chains = await chainsFor(ctx, entries, batch.approverIds ?? [])
  const ids = await insertLevels(ctx, chains, {
    timesheetId: batch.timesheetId,
    comment: optionalText('comment', batch.comment ?? null, LONGEST_COMMENT),
  })
  await markEntries(ctx, entries, 'pending')
  return ids
}

function refuseUnfit(ctx: Ctx, membership: Membership, entry: Entry): void {
  requireMayWrite(ctx, membership, { ownerId: entry.user_id, named: 'anybody' })
  if (entry.ended_at === null) throw conflict('timer_running', 'Stop the timer before you submit its time.')
  if (entry.approval_status === 'pending')
    throw conflict('already_pending', 'This entry is submitted already.')
  refuseLocked(entry, membership, { isFreezing: false })
}

type Chain = { entry: Entry; levels: Level[] }

async function chainsFor(ctx: Ctx, entries: readonly Entry[], named: readonly number[]): Promise<Chain[]> {
  const workspaceId = entries[0]?.workspace_id ?? 0
  const policies = await enabledPolicies(ctx, workspaceId)
  const members = await ctx.db.kysely
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .select(['member.user_id', 'member.role'])
    .where('member.workspace_id', '=', workspaceId)
    .where('member.is_active', '=', 1)
    .where('user.is_active', '=', 1)
    .execute()
  // A viewer decides on nothing, whoever named them while they could.
  const active = new Set(members.flatMap(({ role, user_id }) => (canTrackTime(role) ? user_id : [])))
  const admins = members.filter(({ role }) => isWorkspaceAdmin(role)).map((member) => member.user_id)
  return entries.map((entry) => {
    const seconds = durationSeconds(entry, ctx.now)
    const policy = policyFor(policies, { ...entry, seconds, isBillable: isBillable(entry.billing_status) })
    const people = { ownerId: entry.user_id, active, admins }
    const levels = narrowed(levelsOf(policy ? levelsIn(policy) : [], people), named)
    if (levels) return { entry, levels }
    throw invalid('approver_ids', 'One of these people is not asked about this entry.', 'no_approvers')
  })
}

async function insertLevels(
  ctx: Ctx,
  chains: readonly Chain[],
  { timesheetId, comment }: { timesheetId: number | null; comment: string | null },
): Promise<number[]> {
  const written: Row<'approval'>[] = []
  // The first level of all entries, then the second, so that each knows the one before it.
  const parents = new Map<number, number>()
  const deepest = Math.max(...chains.map(({ levels }) => levels.length))
  for (let step = 0; step < deepest; step++) {
    const values = chains.flatMap(({ entry, levels }) => {
      const level = levels[step]
      if (!level) return []
      const row = {
        workspace_id: entry.workspace_id,
        entry_id: entry.id,
        timesheet_id: timesheetId,
        level: level.level,
        status: 'pending' as const,
        is_due: step === 0 ? (1 as const) : (0 as const),
        parent_id: parents.get(entry.id) ?? null,
        requested_by: actingUser(ctx).userId,
        request_comment: comment,
        decided_by: null,
        decided_at: null,
        decision_comment: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      }
      return [{ row, approverIds: level.approverIds }]
    })
    const rows = await ctx.db.kysely
      .insertInto('approval')
      .values(values.map(({ row }) => row))
      .returningAll()
      .execute()
    for (const row of rows) parents.set(row.entry_id, row.id)
    await insertApprovers(
      ctx,
      rows.flatMap((row) => {
        const asked = values.find((each) => each.row.entry_id === row.entry_id)?.approverIds ?? []
        return asked.map((userId) => ({
          workspace_id: row.workspace_id,
          approval_id: row.id,
          user_id: userId,
        }))
      }),
    )
    written.push(...rows)
  }
  await emit(ctx, ...written.map((row) => approvalEvent('created', null, row)))
  return written.map((row) => row.id)
}

async function insertApprovers(ctx: Ctx, approvers: Row<'approval_approver'>[]): Promise<void> {
  if (approvers.length > 0) await ctx.db.kysely.insertInto('approval_approver').values(approvers).execute()
}

/** Notes on entries of one workspace how their approval stands. What it says of their time is in their approvals' events. */
export async function markEntries(
  ctx: Ctx,
  entries: readonly Pick<Row<'entry'>, 'id' | 'workspace_id'>[],
  status: ApprovalOutcome | null,
): Promise<void> {
  await ctx.db.kysely
    .updateTable('entry')
    .set((eb) => ({ approval_status: status, version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('workspace_id', '=', entries[0]?.workspace_id ?? 0)
    .where(
      'id',
      'in',
      entries.map((entry) => entry.id),
    )
    .execute()
}
