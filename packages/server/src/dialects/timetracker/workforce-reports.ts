import type { FastifyInstance } from 'fastify'
import { stringify } from 'csv-stringify/sync'
import { canManage } from '../../core/access.ts'
import { listTimesheets } from '../../core/approvals/timesheet.ts'
import { actingUser } from '../../core/context.ts'
import type { EntryFilter } from '../../core/entries/filter.ts'
import { activeMembers, type Member } from '../../core/members.ts'
import { peopleById } from '../../core/people.ts'
import { type Line, mergeLines } from '../../core/reports/lines.ts'
import type { Grouping, Question } from '../../core/reports/question.ts'
import { firstDayOf } from '../../core/rules/local-periods.ts'
import { addDays, endOfDay, startOfDay } from '../../core/rules/local-time.ts'
import type { House } from '../../http/house.ts'
import { whoseOf } from './entries.ts'
import { bare } from './errors.ts'
import { flagIn, numberIn, queryOf } from './input.ts'
import { type Call, route } from './route.ts'
import { hoursOf, isDayText } from './times.ts'

/** What people could work, did work, and are to be paid for. */
export function workforceReportRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    method: 'GET',
    url: '/reports/capacity',
    summary: 'Compare what people worked with what their working days expect',
    scope: 'read:reports',
    async handle(call) {
      const days = daysOf(call, 'start_date and end_date are required')
      const seconds = await secondsByUser(house, call, days)
      const people = await peopleAsked(call)
      const expected = workdaysIn(days) * HOURS_A_DAY
      return {
        capacity: people.map((person) =>
          capacityOf(person, { expected, seconds: seconds.get(person.user_id) ?? 0 }),
        ),
        start_date: days.from,
        end_date: days.to,
      }
    },
  })

  route(app, {
    method: 'GET',
    url: '/exports/payroll',
    summary: 'Download the hours of each person and week as CSV',
    scope: 'read:reports',
    async handle(call) {
      const days = daysOf(call, 'start_date and end_date are required (YYYY-MM-DD)')
      const rows = await payrollRows(house, call, days)
      return call.reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename=payroll_export_${days.from}_${days.to}.csv`)
        .send(stringify([PAYROLL_COLUMNS, ...rows], { record_delimiter: '\r\n', escape_formulas: true }))
    },
  })
}

type Days = { from: string; to: string }

function daysOf({ request }: Call, missing: string): Days {
  const { start_date: from, end_date: to } = queryOf(request)
  if (isDayText(from) && isDayText(to)) return { from, to }
  throw bare(missing)
}

const HOURS_A_DAY = 8
const MOST_DAYS = 3660

/** Mondays to Fridays of a range. */
function workdaysIn({ from, to }: Days): number {
  let count = 0
  for (let day = from, left = MOST_DAYS; day <= to && left > 0; day = addDays(day, 1), left--) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) count += 1
  }
  return count
}

/** Who manages the workspace may ask for anybody; others get themselves, whoever they ask for. */
async function peopleAsked({ ctx, place, workspaceId, request }: Call): Promise<Member[]> {
  const me = actingUser(ctx).userId
  const wanted = (queryOf(request)['user_ids'] ?? '').split(',').map(Number).filter(Number.isSafeInteger)
  const members = (await activeMembers(ctx, workspaceId)).toSorted((a, b) => (a.email < b.email ? -1 : 1))
  if (!canManage(place.role)) return members.filter((member) => member.user_id === me)
  const isNamed = (queryOf(request)['user_ids'] ?? '') !== ''
  return isNamed ? members.filter((member) => wanted.includes(member.user_id)) : members
}

type Worked = { expected: number; seconds: number }

function capacityOf({ user_id, email }: Member, { expected, seconds }: Worked) {
  const allocated = hoursOf(seconds)
  return {
    user_id,
    username: email,
    expected_hours: expected,
    allocated_hours: allocated,
    time_off_hours: 0,
    available_hours: Math.max(0, Math.round((expected - allocated) * 100) / 100),
    utilization_pct: expected === 0 ? 0 : Math.round((allocated / expected) * 10_000) / 100,
  }
}

type Asked = { days: Days; groupBy: readonly Grouping[]; approvals?: EntryFilter['approvals'] }

function questionOf(house: House, call: Call, { days, groupBy, approvals }: Asked): Question {
  const zone = house.timeZone
  return {
    filter: {
      whose: whoseOf(call, numberIn(queryOf(call.request), 'user_id')),
      workspaceId: call.workspaceId,
      isRunning: false,
      approvals,
    },
    from: startOfDay(days.from, zone),
    to: endOfDay(days.to, zone),
    zone,
    weekStart: 1,
    groupBy,
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    sort: null,
    limit: 1,
  }
}

async function secondsByUser(house: House, call: Call, days: Days): Promise<Map<number, number>> {
  const question = questionOf(house, call, { days, groupBy: ['user'] })
  const { lines } = await house.reading.ask(call.ctx, 'reportLines', question)
  return new Map(lines.map(({ keys, sum }) => [Number(keys[0]), sum.seconds]))
}

const PAYROLL_COLUMNS = [
  'user_id',
  'username',
  'week_year',
  'week_number',
  'period_start',
  'period_end',
  'hours',
  'billable_hours',
  'non_billable_hours',
]

/** One row for each person and week, in the order of weeks and then of names. */
async function payrollRows(house: House, call: Call, days: Days): Promise<(string | number)[][]> {
  const lines = await payrollLines(house, call, days)
  // Whoever has left is paid for what they worked.
  const people = await peopleById(
    call.ctx,
    lines.map(({ keys: [user] }) => Number(user)),
  )
  const rows = lines.map(({ keys: [user, monday], sum }) => ({
    userId: Number(user),
    name: people.get(Number(user))?.email ?? '',
    monday: String(monday),
    ...sum,
  }))
  return rows
    .toSorted((a, b) => (a.monday === b.monday ? (a.name < b.name ? -1 : 1) : a.monday < b.monday ? -1 : 1))
    .map(({ userId, name, monday, seconds, billable_seconds }) => {
      const { year, week } = isoWeek(monday)
      const hours = [seconds, billable_seconds, seconds - billable_seconds].map(shownHours)
      return [userId, name, year, week, monday, addDays(monday, 6), ...hours]
    })
}

/** The time of each person and Monday. A week that is closed may begin on another day, so its days are looked at one by one. */
async function payrollLines(house: House, call: Call, days: Days): Promise<Line[]> {
  const query = queryOf(call.request)
  const approvals = flagIn(query, 'approved_only') ? (['approved'] as const) : undefined
  const closed = flagIn(query, 'closed_only') ? await closedDays(call, days) : undefined
  const question = questionOf(house, call, { days, groupBy: ['user', closed ? 'day' : 'week'], approvals })
  const { lines } = await house.reading.ask(call.ctx, 'reportLines', question)
  if (!closed) return lines
  const settled = lines.filter(({ keys: [user, day] }) => closed.has(`${user} ${day}`))
  return mergeLines(
    settled.map(({ keys: [user, day], sum }) => ({
      keys: [user ?? null, firstDayOf(String(day), 'week', 1)],
      sum,
    })),
  )
}

/** `8` as `8.0`, as its program prints numbers. */
function shownHours(seconds: number): string {
  const hours = hoursOf(seconds)
  return Number.isInteger(hours) ? `${hours}.0` : String(hours)
}

const AT_ONCE = 500

/** The days whose weeks are closed, each with its owner. */
async function closedDays({ ctx, workspaceId }: Call, { from, to }: Days): Promise<Set<string>> {
  const closed = new Set<string>()
  let cursor: string | null = null
  do {
    const page = await listTimesheets(ctx, { workspaceId, from, to }, { cursor, limit: AT_ONCE })
    for (const { user_id, starts_on, ends_on, closed_at } of page.rows)
      if (closed_at !== null)
        for (let day = starts_on; day <= ends_on; day = addDays(day, 1)) closed.add(`${user_id} ${day}`)
    cursor = page.next
  } while (cursor !== null)
  return closed
}

/** The week of ISO 8601 that a Monday begins: it belongs to the year of its Thursday. */
function isoWeek(monday: string): { year: number; week: number } {
  const thursday = addDays(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const dayOfYear = (Date.parse(`${thursday}T00:00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000
  return { year, week: Math.floor(dayOfYear / 7) + 1 }
}
