import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam, HOUR, NINE } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { updateEntry } from '../entries/write.ts'
import { startTimer, stopTimer } from '../timer.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import { approve, reopenEntry } from './decide.ts'
import { listApprovals } from './read.ts'
import { approveTimesheet, closeTimesheet, rejectTimesheet } from './settle-week.ts'
import { deleteTimesheet, openTimesheet, submitWeek, withdrawTimesheet } from './submit-week.ts'
import { getTimesheet, listTimesheets, type TimesheetFilter } from './timesheet.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

const DAY = 24 * HOUR
const all = { cursor: null, limit: 100 }
const decided = { code: 'conflict', reason: 'not_pending' }
const forbidden = { code: 'forbidden' }
const notFound = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

/** An hour on a day of the week, counted from its Monday. */
const workOn = (day: number, person = team.member) =>
  team.work({ started_at: NINE + day * DAY, ended_at: NINE + day * DAY + HOUR }, person)
const submit = (day = '2026-03-04', by = team.member, userId?: number) =>
  submitWeek(by.ctx(), { workspaceId: team.id, day, userId })

describe('a week', () => {
  test('is submitted with all its time that neither waits nor is approved', async () => {
    const entries = [await workOn(-1), await workOn(0), await workOn(6), await workOn(7)]
    const [before, first, last, after] = entries
    const ctx = team.member.ctx()
    const week = { workspaceId: team.id, day: '2026-03-05' }
    const timesheet = await submitWeek(ctx, week, ' A week ')
    expect(timesheet).toMatchObject({
      user_id: team.member.user.id,
      starts_on: '2026-03-02',
      ends_on: '2026-03-08',
      status: 'submitted',
      seconds: 7200,
      comment: 'A week',
      submitted_at: server.clock.now,
      counts: {
        open: 0,
        pending: 2,
        approved: 0,
        rejected: 0,
      },
    })
    expect(await team.kindsOf(ctx)).toEqual([
      'timesheet.created',
      'approval.created',
      'approval.created',
      'timesheet.submitted',
    ])
    expect(await Promise.all(entries.map(team.statusOf))).toEqual([null, 'pending', 'pending', null])
    const asked = await listApprovals(team.owner.ctx(), { timesheetId: timesheet.id }, all)
    expect(asked.rows.map((row) => row.entry_id)).toEqual([last!.id, first!.id])

    await expect(submit()).rejects.toMatchObject({ code: 'invalid' })
    await workOn(2)
    const again = await submit()
    expect([again.id, again.counts.pending]).toEqual([timesheet.id, 3])
    expect([before, after].map((each) => each!.approval_status)).toEqual([null, null])
  })

  test('begins on the day on which weeks begin in its workspace', async () => {
    await workOn(-1)
    await workOn(5)
    await updateWorkspace(team.owner.ctx(), { id: team.id }, { week_start: 7 })
    const timesheet = await submit('2026-03-02')
    expect(timesheet).toMatchObject({ starts_on: '2026-03-01', ends_on: '2026-03-07', seconds: 7200 })
    await updateWorkspace(team.owner.ctx(), { id: team.id }, { week_start: 6 })
    const next = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-07' })
    expect(next).toMatchObject({ starts_on: '2026-03-07', ends_on: '2026-03-13' })
  })

  test('is one row, however many open it at once', async () => {
    const week = { workspaceId: team.id, day: '2026-03-04' }
    const opened = await Promise.all([
      openTimesheet(team.member.ctx(), week),
      openTimesheet(team.member.ctx(), { ...week, day: '2026-03-02' }),
      openTimesheet(team.manager.ctx(), { ...week, userId: team.member.user.id }),
    ])
    expect(new Set(opened.map((each) => each.id)).size).toBe(1)
    expect(opened[0]).toMatchObject({ status: 'draft', seconds: 0, submitted_at: null })
  })

  test('is not submitted while a timer runs in it, or where there is nothing to submit', async () => {
    await expect(submit()).rejects.toMatchObject({ code: 'invalid' })
    await workOn(0)
    await startTimer(team.member.ctx(), { workspace_id: team.id })
    await expect(submit()).rejects.toMatchObject({ code: 'conflict', reason: 'timer_running' })
    const { rows } = await listTimesheets(team.member.ctx(), { workspaceId: team.id }, all)
    expect(rows).toEqual([])
    await stopTimer(team.member.ctx())
    expect(await submit()).toMatchObject({ status: 'submitted' })
    await expect(submit('2026-02-30')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is for whose it is, and for who manages', async () => {
    await workOn(0)
    const id = team.member.user.id
    await expect(submit('2026-03-04', team.colleague, id)).rejects.toMatchObject(forbidden)
    await expect(submit('2026-03-04', team.viewer)).rejects.toMatchObject(forbidden)
    const stranger = await server.person()
    await expect(submit('2026-03-04', stranger)).rejects.toMatchObject(notFound)
    await expect(submit('2026-03-04', team.manager, stranger.user.id)).rejects.toMatchObject(notFound)
    expect(await submit('2026-03-04', team.manager, id)).toMatchObject({ user_id: id, status: 'submitted' })
  })

  test('stands as its entries stand, whatever becomes of them', async () => {
    const [first, second] = [await workOn(0), await workOn(1)]
    const { id } = await submit()
    const status = async () => (await getTimesheet(team.member.ctx(), id)).status
    const { rows } = await listApprovals(team.owner.ctx(), { timesheetId: id, entryId: first.id }, all)
    await approve(team.owner.ctx(), rows[0]!.id)
    expect(await status()).toBe('submitted')
    await updateEntry(team.member.ctx(), { id: second.id }, { title: 'Other' })
    expect(await status()).toBe('draft')
    await submit()
    await approveTimesheet(team.owner.ctx(), id)
    expect(await status()).toBe('approved')
    await workOn(2)
    expect(await status()).toBe('draft')
    await reopenEntry(team.owner.ctx(), first.id)
    expect(await getTimesheet(team.member.ctx(), id)).toMatchObject({
      counts: { open: 2, approved: 1, pending: 0, rejected: 0 },
    })
  })
})

describe('a submitted week', () => {
  test('can be taken back by whose it is and by admins, with all that still waits', async () => {
    await workOn(0)
    await team.ask(await workOn(1))
    const { id } = await submit()
    await expect(withdrawTimesheet(team.colleague.ctx(), id)).rejects.toMatchObject(notFound)
    await expect(withdrawTimesheet(team.manager.ctx(), id)).rejects.toMatchObject(forbidden)
    const ctx = team.member.ctx()
    expect(await withdrawTimesheet(ctx, id)).toMatchObject({ status: 'draft', counts: { open: 2 } })
    expect(await team.kindsOf(ctx)).toEqual(['approval.cancelled', 'approval.cancelled'])
    await expect(withdrawTimesheet(team.member.ctx(), id)).rejects.toMatchObject(decided)
    await submit()
    expect(await withdrawTimesheet(team.admin.ctx(), id)).toMatchObject({ status: 'draft' })
  })

  test('is approved level by level, each as far as it is one’s turn', async () => {
    await team.policy([['manager', 'colleague'], ['admin']])
    const entries = [await workOn(0), await workOn(1)]
    const { id } = await submit()
    await expect(approveTimesheet(team.member.ctx(), id)).rejects.toMatchObject({ reason: 'not_approver' })
    expect(await approveTimesheet(team.colleague.ctx(), id, 'Fine')).toMatchObject({ status: 'submitted' })
    await expect(approveTimesheet(team.manager.ctx(), id)).rejects.toMatchObject({ reason: 'not_approver' })
    expect(await approveTimesheet(team.admin.ctx(), id)).toMatchObject({
      status: 'approved',
      counts: { open: 0, pending: 0, approved: 2, rejected: 0 },
    })
    expect(await team.levelsOf(entries[0]!)).toEqual(['approved', 'approved'])
    await expect(approveTimesheet(team.admin.ctx(), id)).rejects.toMatchObject(decided)
  })

  test('is decided on as far as it is one’s own to decide, and the rest waits for others', async () => {
    await team.policy([['colleague']], { billable_only: true })
    await team.policy([['manager']])
    const mine = await team.work({ billing_status: 'billable' })
    const theirs = await team.work({ billing_status: 'not_billable' })
    const { id } = await submit()
    await rejectTimesheet(team.colleague.ctx(), id, 'Too much')
    expect([await team.statusOf(mine), await team.statusOf(theirs)]).toEqual(['rejected', 'pending'])
    expect(await getTimesheet(team.member.ctx(), id)).toMatchObject({ status: 'rejected' })
  })

  test('is approved with the time in it that was submitted by itself', async () => {
    await team.policy([['colleague']])
    const alone = await workOn(3)
    await team.ask(alone)
    const { id } = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-04' })
    expect(await approveTimesheet(team.colleague.ctx(), id)).toMatchObject({ status: 'approved' })
    expect(await team.statusOf(alone)).toBe('approved')
  })

  test('is submitted anew once it is rejected', async () => {
    const entry = await workOn(0)
    const { id } = await submit()
    await expect(rejectTimesheet(team.owner.ctx(), id, ' ')).rejects.toMatchObject({ code: 'invalid' })
    expect(await rejectTimesheet(team.owner.ctx(), id, 'Wrong project')).toMatchObject({ status: 'rejected' })
    await updateEntry(team.member.ctx(), { id: entry.id }, { title: 'Other' })
    expect(await submit()).toMatchObject({ id, status: 'submitted' })
    expect(await approveTimesheet(team.owner.ctx(), id)).toMatchObject({ status: 'approved' })
  })

  test('is approved once, however many approve it at once', async () => {
    const entries = [await workOn(0), await workOn(1)]
    const { id } = await submit()
    const decisions = await Promise.allSettled([
      approveTimesheet(team.owner.ctx(), id),
      approveTimesheet(team.admin.ctx(), id),
      rejectTimesheet(team.admin.ctx(), id, 'No'),
    ])
    expect(decisions.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const statuses = await Promise.all(entries.map(team.statusOf))
    expect(new Set(statuses).size).toBe(1)
  })
})

describe('closing a week', () => {
  test('approves all that is left of it, at every level, for admins', async () => {
    await team.policy([['manager'], ['colleague'], ['admin']])
    const [waiting, byItself, rejected, open] = [
      await workOn(0),
      await workOn(1),
      await workOn(2),
      await workOn(3),
    ]
    await team.ask(byItself)
    const { id } = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-04' })
    const [asked] = await team.ask(waiting)
    await approve(team.manager.ctx(), asked!.id)
    await team.ask(rejected)
    await expect(closeTimesheet(team.manager.ctx(), id)).rejects.toMatchObject(forbidden)
    await expect(closeTimesheet(team.member.ctx(), id)).rejects.toMatchObject(forbidden)
    await expect(closeTimesheet(team.colleague.ctx(), id)).rejects.toMatchObject(notFound)
    const closed = await closeTimesheet(team.admin.ctx(), id, 'End of month')
    expect(closed).toMatchObject({
      status: 'approved',
      closed_at: server.clock.now,
      closed_by: team.admin.user.id,
      counts: {
        open: 0,
        pending: 0,
        approved: 4,
        rejected: 0,
      },
    })
    for (const entry of [waiting, byItself, rejected, open]) {
      expect(await team.statusOf(entry)).toBe('approved')
      expect(await team.levelsOf(entry)).toEqual(['approved', 'approved', 'approved'])
    }
  })

  test('lets no more time into the week, and keeps why it was closed', async () => {
    const [, later] = [await workOn(0), await workOn(7)]
    const week = { workspaceId: team.id, day: '2026-03-04' }
    const { id } = await submitWeek(team.member.ctx(), week, 'A week')
    expect(await closeTimesheet(team.owner.ctx(), id, ' Paid out ')).toMatchObject({ comment: 'Paid out' })
    const locked = { code: 'locked', reason: 'locked_period' }
    await expect(workOn(2)).rejects.toMatchObject(locked)
    await expect(startTimer(team.member.ctx(), { workspace_id: team.id })).rejects.toMatchObject(locked)
    const move = { started_at: NINE + 3 * DAY, ended_at: NINE + 3 * DAY + HOUR }
    await expect(updateEntry(team.member.ctx(), { id: later.id }, move)).rejects.toMatchObject(locked)
    await updateEntry(team.member.ctx(), { id: later.id }, { title: 'Still open' })
    // It is the week of one person in one team.
    await workOn(2, team.colleague)
    await startTimer(team.member.ctx(), {})
    await stopTimer(team.member.ctx())
  })

  test('is done once, and keeps when and by whom', async () => {
    const { id } = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-04' })
    const closed = await closeTimesheet(team.admin.ctx(), id, 'End of month')
    server.clock.advance(60)
    await expect(closeTimesheet(team.owner.ctx(), id, 'Again')).rejects.toMatchObject(decided)
    await expect(closeTimesheet(team.manager.ctx(), id)).rejects.toMatchObject(forbidden)
    expect(await getTimesheet(team.owner.ctx(), id)).toEqual(closed)
  })

  test('keeps an empty week from being deleted', async () => {
    const { id } = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-04' })
    await closeTimesheet(team.owner.ctx(), id)
    await expect(deleteTimesheet(team.member.ctx(), id)).rejects.toMatchObject({ reason: 'in_use' })
  })

  test('is nothing an admin does to their own', async () => {
    await workOn(0, team.admin)
    const week = { workspaceId: team.id, day: '2026-03-04' }
    const { id } = await openTimesheet(team.admin.ctx(), week)
    await expect(closeTimesheet(team.admin.ctx(), id)).rejects.toMatchObject({ reason: 'not_approver' })
    expect(await getTimesheet(team.admin.ctx(), id)).toMatchObject({ status: 'draft', closed_at: null })
    await expect(closeTimesheet(team.owner.ctx(), id)).resolves.toMatchObject({ status: 'approved' })
  })

  test('waits for its timer to be stopped', async () => {
    const { id } = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-04' })
    await startTimer(team.member.ctx(), { workspace_id: team.id })
    await expect(closeTimesheet(team.owner.ctx(), id)).rejects.toMatchObject({ reason: 'timer_running' })
    await stopTimer(team.member.ctx())
  })

  test('and submitting and approving it cannot be undone', async () => {
    const entry = await workOn(0)
    const [submitting, closing] = [team.member.ctx(), team.owner.ctx()]
    const { id } = await submitWeek(submitting, { workspaceId: team.id, day: '2026-03-04' })
    await closeTimesheet(closing, id)
    for (const [person, { operation }] of [
      [team.member, submitting] as const,
      [team.owner, closing] as const,
    ])
      await expect(undoOperation(person.ctx(), operation.id)).rejects.toMatchObject(notFound)
    expect(await team.statusOf(entry)).toBe('approved')
  })
})

describe('timesheets', () => {
  test('are forgotten once nothing of them waits or is approved; their time stays', async () => {
    const entry = await workOn(0)
    const { id } = await submit()
    await expect(deleteTimesheet(team.member.ctx(), id)).rejects.toMatchObject({ reason: 'in_use' })
    await withdrawTimesheet(team.member.ctx(), id)
    await expect(deleteTimesheet(team.manager.ctx(), id)).rejects.toMatchObject(forbidden)
    const ctx = team.member.ctx()
    await deleteTimesheet(ctx, id)
    expect(await team.kindsOf(ctx)).toEqual(['timesheet.deleted'])
    await expect(getTimesheet(team.member.ctx(), id)).rejects.toMatchObject(notFound)
    expect(await team.levelsOf(entry)).toEqual(['cancelled'])
    const [asked] = await team.ask(entry)
    await approve(team.owner.ctx(), asked!.id)
    const anew = await openTimesheet(team.member.ctx(), { workspaceId: team.id, day: '2026-03-04' })
    await expect(deleteTimesheet(team.member.ctx(), anew.id)).rejects.toMatchObject({ reason: 'in_use' })
  })

  test('are listed, the latest week first, to whose they are and to who manages', async () => {
    for (const day of [0, 7, 14]) await workOn(day)
    await workOn(7, team.colleague)
    const weeks = []
    for (const day of ['2026-03-02', '2026-03-16', '2026-03-09']) weeks.push((await submit(day)).id)
    const [first, third, second] = weeks
    const other = (await submit('2026-03-09', team.colleague)).id
    const ids = async (person = team.owner, filter: TimesheetFilter = {}) =>
      (await listTimesheets(person.ctx(), { workspaceId: team.id, ...filter }, all)).rows.map((row) => row.id)
    expect(await ids()).toEqual([third, other, second, first])
    expect(await ids(team.manager, { userId: team.member.user.id })).toEqual([third, second, first])
    expect(await ids(team.member)).toEqual([third, second, first])
    expect(await ids(team.colleague)).toEqual([other])
    expect(await ids(team.viewer)).toEqual([])
    expect(await ids(team.member, { from: '2026-03-08', to: '2026-03-09' })).toEqual([second, first])
    const page = await listTimesheets(team.owner.ctx(), { workspaceId: team.id }, { cursor: null, limit: 3 })
    const rest = await listTimesheets(
      team.owner.ctx(),
      { workspaceId: team.id },
      { cursor: page.next, limit: 3 },
    )
    expect([...page.rows, ...rest.rows].map((row) => row.id)).toEqual(await ids())
  })

  test('are out of reach where approvals are switched off', async () => {
    await workOn(0)
    const { id } = await submit()
    await updateWorkspace(team.owner.ctx(), { id: team.id }, { disabled_modules: ['time_approvals'] })
    const off = { code: 'forbidden', reason: 'module_disabled' }
    await expect(submit()).rejects.toMatchObject(off)
    await expect(listTimesheets(team.owner.ctx(), { workspaceId: team.id }, all)).rejects.toMatchObject(off)
    for (const refused of [
      () => getTimesheet(team.member.ctx(), id),
      () => withdrawTimesheet(team.member.ctx(), id),
      () => approveTimesheet(team.owner.ctx(), id),
      () => closeTimesheet(team.owner.ctx(), id),
    ])
      await expect(refused()).rejects.toMatchObject(off)
    await expect(getTimesheet((await server.person()).ctx(), id)).rejects.toMatchObject(notFound)
  })
})
