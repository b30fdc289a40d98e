import {
  activeMember,
  canManage,
  canTrackTime,
  isWorkspaceAdmin,
  membershipIn,
  requireAllowed,
  requireScope,
} from '../access.ts'
import { actingUser, type Ctx, lockUser, orConflict, transact } from '../context.ts'
import { conflict, invalid } from '../errors.ts'
import { emit } from '../events.ts'
import { requireModule } from '../modules.ts'
import { firstDayOf } from '../rules/local-periods.ts'
import { addDays, isDay } from '../rules/local-time.ts'
import { optionalText } from '../text.ts'
import { LONGEST_COMMENT } from './approval.ts'
import { markEntries, writeRequests } from './request.ts'
import {
  entriesOf,
  held,
  requireTimesheet,
  type Timesheet,
  timesheetEvent,
  type TimesheetRow,
  writeTimesheet,
} from './timesheet.ts'
import { cancelPending } from './withdraw.ts'

export type Week = {
  workspaceId: number
  /** Any day of it; weeks begin as those of the workspace do. */
  day: string
  /** Whose, where it is not one's own. */
  userId?: number
}

/** The timesheet of a week, made where there is none. */
export async function openTimesheet(ctx: Ctx, week: Week): Promise<Timesheet> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const row = await findOrMake(ctx, week)
    return requireTimesheet(ctx, row.id)
  })
}

/** Submits a week: asks for the approval of all its entries that are neither approved nor submitted already. */
export async function submitWeek(ctx: Ctx, week: Week, comment: string | null = null): Promise<Timesheet> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const before = await findOrMake(ctx, week)
    const entries = await entriesOf(ctx, before)
    if (entries.some((entry) => entry.ended_at === null))
      throw conflict('timer_running', 'Stop the timer before you submit its week.')
    const open = entries.filter(({ approval_status: status }) => status === null || status === 'rejected')
    if (open.length === 0) throw invalid('starts_on', 'There is nothing to submit in this week.')
    await writeRequests(ctx, open, { comment, timesheetId: before.id })
    const after = await writeTimesheet(ctx, before, {
      submitted_at: ctx.now,
      comment: optionalText('comment', comment, LONGEST_COMMENT),
    })
    await emit(ctx, timesheetEvent('timesheet.submitted', before, after))
    return requireTimesheet(ctx, after.id)
  })
}

async function findOrMake(ctx: Ctx, { workspaceId, day, userId }: Week): Promise<TimesheetRow> {
  const membership = await membershipIn(ctx, workspaceId)
  requireModule(membership, 'time_approvals')
  const me = actingUser(ctx).userId
  const owner = userId ?? me
  requireAllowed(
    owner === me ? canTrackTime(membership.role) : canManage(membership.role),
    'Your role may not submit this time.',
  )
  if (owner !== me) await activeMember(ctx, workspaceId, owner)
  if (!isDay(day)) throw invalid('starts_on', 'Write a real day as YYYY-MM-DD.')
  await lockUser(ctx, owner)
  const starts_on = firstDayOf(day, 'week', membership.workspace.week_start)
  const found = await ctx.db.kysely
    .selectFrom('timesheet')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', owner)
    .where('starts_on', '=', starts_on)
    .executeTakeFirst()
  if (found) return found
  const inserting = ctx.db.kysely
    .insertInto('timesheet')
    .values({
      workspace_id: workspaceId,
      user_id: owner,
      starts_on,
      ends_on: addDays(starts_on, 6),
      comment: null,
      submitted_at: null,
      closed_at: null,
      closed_by: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const made = await orConflict(ctx, inserting, () =>
    conflict('name_taken', 'This week has a timesheet already.'),
  )
  await emit(ctx, timesheetEvent('timesheet.created', null, made))
  return made
}

/** Takes a submitted week back: what waits for a decision does so no more. For whose it is, and admins. */
export async function withdrawTimesheet(ctx: Ctx, id: number): Promise<Timesheet> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const timesheet = await held(ctx, id)
    await requireOwnOrAdmin(ctx, timesheet)
    const waiting = (await entriesOf(ctx, timesheet)).filter((entry) => entry.approval_status === 'pending')
    if (waiting.length === 0) throw conflict('not_pending', 'Nothing of this week waits for a decision.')
    await cancelPending(ctx, waiting)
    await markEntries(ctx, waiting, null)
    return requireTimesheet(ctx, id)
  })
}

/** Forgets a timesheet nothing of which waits or is approved; its entries stay. For whose it is, and admins. */
export async function deleteTimesheet(ctx: Ctx, id: number): Promise<void> {
  requireScope(ctx, 'write:time_approvals')
  await transact(ctx, async (ctx) => {
    const { status, counts, seconds: _, decision: __, ...before } = await held(ctx, id)
    await requireOwnOrAdmin(ctx, before)
    if (status === 'submitted' || counts.approved > 0 || before.closed_at !== null)
      throw conflict('in_use', 'Time of this week is submitted or approved, or the week is closed.')
    await ctx.db.kysely
      .updateTable('approval')
      .set({ timesheet_id: null })
      .where('workspace_id', '=', before.workspace_id)
      .where('timesheet_id', '=', id)
      .execute()
    await ctx.db.kysely
      .deleteFrom('timesheet')
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .execute()
    await emit(ctx, { ...timesheetEvent('timesheet.deleted', before, before), after: null })
  })
}

async function requireOwnOrAdmin(ctx: Ctx, { user_id, workspace_id }: TimesheetRow): Promise<void> {
  const { role } = await membershipIn(ctx, workspace_id)
  const isOwn = user_id === actingUser(ctx).userId
  requireAllowed(
    isOwn ? canTrackTime(role) : isWorkspaceAdmin(role),
    'Only whose week it is, or an admin, may do that.',
  )
}
