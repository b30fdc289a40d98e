import {
  isWorkspaceAdmin,
  membershipIn,
  membershipsOf,
  requireAllowed,
  requireScope,
  workspaceIds,
} from '../access.ts'
import { actingUser, type Ctx, lockUser, transact } from '../context.ts'
import { conflict, notFound } from '../errors.ts'
import { emit } from '../events.ts'
import { optionalText } from '../text.ts'
import {
  type Approval,
  loadApprovals,
  LONGEST_COMMENT,
  mayDecide,
  notMine,
  visibleApprovals,
} from './approval.ts'
import { approve, reject } from './decide.ts'
import { writeRequests } from './request.ts'
import {
  entriesOf,
  held,
  requireTimesheet,
  rowOf,
  type Timesheet,
  timesheetEvent,
  type TimesheetRow,
  withStanding,
  writeTimesheet,
} from './timesheet.ts'

/** Approves all of a week that is one's turn to decide. */
export async function approveTimesheet(
  ctx: Ctx,
  id: number,
  comment: string | null = null,
): Promise<Timesheet> {
  return decideAll(ctx, id, async (ctx, approval) => void (await approve(ctx, approval.id, comment)))
}

/** Rejects all of a week that is one's turn to decide, saying why. */
export async function rejectTimesheet(ctx: Ctx, id: number, reason: string): Promise<Timesheet> {
  return decideAll(ctx, id, async (ctx, approval) => void (await reject(ctx, approval.id, reason)))
}

/** Closes a week for good: what is not approved yet is approved, at every level left; for admins. */
export async function closeTimesheet(
  ctx: Ctx,
  id: number,
  comment: string | null = null,
): Promise<Timesheet> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const before = await held(ctx, id)
    const { role } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may close a week.')
    if (before.closed_at !== null) throw conflict('not_pending', 'This week is closed already.')
    const entries = await entriesOf(ctx, before)
    if (entries.some((entry) => entry.ended_at === null))
      throw conflict('timer_running', 'Stop the timer before you close its week.')
    const open = entries.filter(({ approval_status: status }) => status === null || status === 'rejected')
    await writeRequests(ctx, open, { comment, timesheetId: id })
    for (let due = await dueApprovals(ctx, before); due.length > 0; due = await dueApprovals(ctx, before))
      for (const approval of due) await approve(ctx, approval.id, comment)
    const said = optionalText('comment', comment, LONGEST_COMMENT)
    const after = await writeTimesheet(ctx, before, {
      closed_at: ctx.now,
      closed_by: actingUser(ctx).userId,
      // Why it was closed is the last that is said of it.
      ...(said === null ? {} : { comment: said }),
    })
    await emit(ctx, timesheetEvent('timesheet.closed', before, after))
    return requireTimesheet(ctx, id)
  })
}

async function decideAll(
  ctx: Ctx,
  id: number,
  decide: (ctx: Ctx, approval: Approval) => Promise<void>,
): Promise<Timesheet> {
  requireScope(ctx, 'write:time_approvals')
  return transact(ctx, async (ctx) => {
    const timesheet = await timesheetToDecide(ctx, id)
    await lockUser(ctx, timesheet.user_id)
    const due = await dueApprovals(ctx, timesheet)
    const [first] = due
    if (!first) throw conflict('not_pending', 'Nothing of this week waits for a decision.')
    const mine = await dueApprovals(ctx, timesheet, { areMine: true })
    if (mine.length === 0) throw notMine(ctx, first)
    for (const approval of mine) await decide(ctx, approval)
    const [after] = await withStanding(ctx, [await rowOf(ctx, timesheet.id)])
    if (!after) throw notFound('timesheet')
    return after
  })
}

/** A timesheet that one may see, or in whose week there is something that one is asked to decide on. */
async function timesheetToDecide(ctx: Ctx, id: number): Promise<TimesheetRow> {
  const row = await ctx.db.kysely
    .selectFrom('timesheet')
    .selectAll()
    .where('workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('timesheet')
  const asked = await (await approvalsOf(ctx, row)).select('approval.id').limit(1).executeTakeFirst()
  return asked ? row : requireTimesheet(ctx, id)
}

/** What one may see of the approvals of a week, those among them that were asked for one by one. */
async function approvalsOf(ctx: Ctx, { workspace_id, user_id, starts_on, ends_on }: TimesheetRow) {
  return (await visibleApprovals(ctx, [await membershipIn(ctx, workspace_id)]))
    .where('entry.user_id', '=', user_id)
    .where('entry.started_on', '>=', starts_on)
    .where('entry.started_on', '<=', ends_on)
}

/** What of a week waits for a decision now, or only what is one's own to decide. */
async function dueApprovals(
  ctx: Ctx,
  timesheet: TimesheetRow,
  { areMine = false } = {},
): Promise<Approval[]> {
  const within = [await membershipIn(ctx, timesheet.workspace_id)]
  const due = (await approvalsOf(ctx, timesheet))
    .where('approval.status', '=', 'pending')
    .where('approval.is_due', '=', 1)
    .$if(areMine, (query) => query.where(mayDecide(ctx, within)))
    .orderBy('approval.id')
  return loadApprovals(ctx, due)
}
