import { sql } from 'kysely'
import type { Row } from '../../db/schema.ts'
import {
  canManage,
  type Membership,
  membershipIn,
  membershipsOf,
  requireScope,
  workspaceIds,
} from '../access.ts'
import { actingUser, type Ctx, lockUser } from '../context.ts'
import { type Entry, loadEntries, visibleEntries } from '../entries/entry.ts'
import { rawSeconds } from '../entries/seconds.ts'
import type { NewEvent } from '../events.ts'
import { isModuleOn } from '../modules.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { groupBy } from '../rules/group-by.ts'
import { type TimesheetStatus, timesheetStatus, type WeekCounts } from '../rules/timesheet-status.ts'
import { approvalMemberships, notThere } from './approval.ts'

/** Somebody's week in a workspace, as it was or will be submitted; how it stands is how its entries stand. */
export type Timesheet = Row<'timesheet'> & {
  status: TimesheetStatus
  counts: WeekCounts
  seconds: number
  /** The latest decision on any of its time by which it stands as it does; otherwise the latest of all. */
  decision: WeekDecision | null
}

type WeekDecision = Pick<Row<'approval'>, 'status' | 'decided_at' | 'decided_by' | 'decision_comment'>

export type TimesheetRow = Row<'timesheet'>

export type TimesheetFilter = {
  workspaceId?: number
  userId?: number
  /** Weeks that have a day in this range. */
  from?: string
  to?: string
}

/** One's own timesheets everywhere, and everybody's where one manages. */
async function visibleTimesheets(ctx: Ctx, within: readonly Membership[]) {
  const on = within.filter((membership) => isModuleOn(membership, 'time_approvals'))
  const managed = on.filter(({ role }) => canManage(role))
  return ctx.db.kysely
    .selectFrom('timesheet')
    .selectAll()
    .where('workspace_id', 'in', workspaceIds(on))
    .where((eb) =>
      eb.or([eb('user_id', '=', actingUser(ctx).userId), eb('workspace_id', 'in', workspaceIds(managed))]),
    )
}

/** Timesheets, the latest week first. */
export async function listTimesheets(
  ctx: Ctx,
  filter: TimesheetFilter,
  page: Page,
): Promise<PageOf<Timesheet>> {
  requireScope(ctx, 'read:time_approvals')
  const { workspaceId, userId, from, to } = filter
  let timesheets = await visibleTimesheets(ctx, await approvalMemberships(ctx, workspaceId))
  if (userId !== undefined) timesheets = timesheets.where('user_id', '=', userId)
  if (from !== undefined) timesheets = timesheets.where('ends_on', '>=', from)
  if (to !== undefined) timesheets = timesheets.where('starts_on', '<=', to)
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      timesheets
        .where(beyond(after, ['starts_on', 'id'], 'desc'))
        .orderBy('starts_on', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (row) => [row.starts_on, row.id],
  )
  return { rows: await withStanding(ctx, rows), next }
}

export async function getTimesheet(ctx: Ctx, id: number): Promise<Timesheet> {
  requireScope(ctx, 'read:time_approvals')
  return requireTimesheet(ctx, id)
}

export async function requireTimesheet(ctx: Ctx, id: number): Promise<Timesheet> {
  const row = await (
    await visibleTimesheets(ctx, await membershipsOf(ctx))
  )
    .where('id', '=', id)
    .executeTakeFirst()
  const [timesheet] = row ? await withStanding(ctx, [row]) : []
  if (timesheet) return timesheet
  throw await notThere(ctx, 'timesheet', id)
}

/** Adds how the entries of each week stand, in two questions for all of them. */
export async function withStanding(ctx: Ctx, rows: readonly TimesheetRow[]): Promise<Timesheet[]> {
  if (rows.length === 0) return []
  const sums = await ctx.db.kysely
    .selectFrom('timesheet')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.user_id', '=', 'timesheet.user_id')
        .onRef('entry.workspace_id', '=', 'timesheet.workspace_id')
        .onRef('entry.started_on', '>=', 'timesheet.starts_on')
        .onRef('entry.started_on', '<=', 'timesheet.ends_on'),
    )
    .where('timesheet.workspace_id', 'in', [...new Set(rows.map((row) => row.workspace_id))])
    .where(
      'timesheet.id',
      'in',
      rows.map((row) => row.id),
    )
    .where('entry.deleted_at', 'is', null)
    .where('entry.ended_at', 'is not', null)
    .groupBy(['timesheet.id', 'entry.approval_status'])
    .select(['timesheet.id', 'entry.approval_status'])
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<number>`sum(${rawSeconds(ctx.now)})`.as('seconds'),
    ])
    .execute()
  const decisions = await latestDecisions(ctx, rows)
  return rows.map((row) => {
    const own = sums.filter((sum) => sum.id === row.id)
    const count = (status: TimesheetSumStatus) =>
      own.find((sum) => sum.approval_status === status)?.count ?? 0
    const counts = {
      open: count(null),
      pending: count('pending'),
      approved: count('approved'),
      rejected: count('rejected'),
    }
    const seconds = own.reduce((total, sum) => total + Number(sum.seconds), 0)
    const status = timesheetStatus(counts)
    return { ...row, counts, seconds, decision: decisionFor(status, decisions.get(row.id) ?? []), status }
  })
}

/** The latest approval and the latest rejection of each week. */
async function latestDecisions(
  ctx: Ctx,
  rows: readonly TimesheetRow[],
): Promise<Map<number, WeekDecision[]>> {
  const ids = sql.join(rows.map((row) => row.id))
  const latest = (status: 'approved' | 'rejected') => sql`
    select timesheet.id as timesheet_id, approval.status, approval.decided_at, approval.decided_by,
      approval.decision_comment
    from timesheet join approval on approval.workspace_id = timesheet.workspace_id and approval.id = (
      select latest.id from approval as latest
      where latest.workspace_id = timesheet.workspace_id and latest.timesheet_id = timesheet.id
        and latest.status = ${status}
      order by latest.decided_at desc, latest.id desc limit 1)
    where timesheet.id in (${ids})`
  const { rows: found } = await sql<WeekDecision & { timesheet_id: number }>`
    ${latest('approved')} union all ${latest('rejected')}`.execute(ctx.db.kysely)
  return groupBy(found, ({ timesheet_id }) => timesheet_id)
}

function decisionFor(status: TimesheetStatus, decisions: readonly WeekDecision[]): WeekDecision | null {
  const fitting = decisions.find((decision) => decision.status === status)
  const [latest] = decisions.toSorted((a, b) => (b.decided_at ?? 0) - (a.decided_at ?? 0))
  return fitting ?? latest ?? null
}

type TimesheetSumStatus = Row<'entry'>['approval_status']

export async function rowOf(ctx: Ctx, id: number): Promise<TimesheetRow> {
  return ctx.db.kysely.selectFrom('timesheet').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** A timesheet that one may see, with its owner's time held. */
export async function held(ctx: Ctx, id: number): Promise<Timesheet> {
  const seen = await requireTimesheet(ctx, id)
  await lockUser(ctx, seen.user_id)
  return requireTimesheet(ctx, id)
}

/** The entries of a week that the actor may see, a running one among them. */
export async function entriesOf(
  ctx: Ctx,
  { workspace_id, user_id, starts_on, ends_on }: TimesheetRow,
): Promise<Entry[]> {
  const within = [await membershipIn(ctx, workspace_id)]
  return loadEntries(
    ctx,
    (await visibleEntries(ctx, [user_id], within))
      .where('entry.started_on', '>=', starts_on)
      .where('entry.started_on', '<=', ends_on)
      .orderBy('entry.started_at')
      .orderBy('entry.id'),
  )
}

export async function writeTimesheet(
  ctx: Ctx,
  before: TimesheetRow,
  changes: Partial<Pick<TimesheetRow, 'submitted_at' | 'comment' | 'closed_at' | 'closed_by'>>,
): Promise<TimesheetRow> {
  return ctx.db.kysely
    .updateTable('timesheet')
    .set({ ...changes, version: before.version + 1, updated_at: ctx.now })
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function timesheetEvent(
  kind: 'timesheet.created' | 'timesheet.submitted' | 'timesheet.closed' | 'timesheet.deleted',
  before: TimesheetRow | null,
  after: TimesheetRow,
): NewEvent {
  return { workspaceId: after.workspace_id, kind, subjectId: after.id, before, after }
}
