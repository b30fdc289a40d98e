import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import { membershipsOfPeople } from '../../../core/members.ts'
import type { Group, Measures } from '../../../core/reports/answer.ts'
import type { CountedEntry } from '../../../core/reports/entries.ts'
import { addDays } from '../../../core/rules/local-time.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import type { House } from '../../../http/house.ts'
import { showEntries } from '../entries.ts'
import { type Kind, uuidOf } from '../ids.ts'
import { queryOf } from '../input.ts'
import { listOf, pageOf } from './pages.ts'
import { type Days, daysOf, groupingsOf, questionOf, weekOf } from './report-input.ts'
import { type InWorkspace, placeOf } from './workspaces.ts'

const REPORTS = '/workspaces/:workspace_id/reports'

export function reportRoutes(app: FastifyInstance, house: House): void {
  app.get<InWorkspace>(
    `${REPORTS}/summary`,
    { schema: { summary: 'Sum up the time of some days in one or two groupings' } },
    async (request) => {
      const { ctx, place, input } = await askedBy(request)
      const days = await daysOf(ctx, input)
      const groupBy = groupingsOf(input, { most: 2, usual: 'project' })
      const question = await questionOf(ctx, place, { input, days, groupBy })
      const { total, groups } = await house.reading.ask(ctx, 'report', question)
      const headOf = await headsOf(ctx, place, groups)
      return {
        ...toHeader(days),
        group_by: groupBy,
        totals: toTotals(total),
        groups: groups.map((group) => toGroup(group, headOf)),
      }
    },
  )

  app.get<InWorkspace>(
    `${REPORTS}/detailed`,
    { schema: { summary: 'List the time of some days, newest first, with what it comes to' } },
    async (request) => {
      const { ctx, place, input } = await askedBy(request)
      const page = pageOf(request)
      const days = await daysOf(ctx, input)
      const question = await questionOf(ctx, place, { input, days, groupBy: [] })
      const { total } = await house.reading.ask(ctx, 'report', question)
      const { rows } = await house.reading.ask(ctx, 'reportRows', {
        question,
        sort: 'start',
        isDescending: true,
        mergesAlike: false,
        from: { row: page.slice.offset + 1 },
        limit: page.slice.limit,
      })
      const list = listOf(page, total.entries, await showCounted(ctx, rows.flat()))
      return { ...toHeader(days), totals: toTotals(total), ...list }
    },
  )

  app.get<InWorkspace>(
    `${REPORTS}/weekly`,
    { schema: { summary: 'Show the time of each day of a week, for each team member or project' } },
    async (request) => {
      const { ctx, place, input } = await askedBy(request)
      const days = await weekOf(ctx, input)
      const words = ['team_member', 'project'] as const
      const groupBy = groupingsOf(input, { words, most: 1, usual: 'team_member' })
      const question = await questionOf(ctx, place, { input, days, groupBy: [...groupBy, 'day'] })
      const { groups, total } = await house.reading.ask(ctx, 'report', question)
      const whole = await house.reading.ask(ctx, 'report', { ...question, groupBy: ['day'] })
      const headOf = await headsOf(ctx, place, groups)
      return {
        ...toHeader(days),
        group_by: groupBy,
        totals: { ...toTotals(total), days: toDays(days, whole.groups) },
        groups: groups.map((group) => ({
          ...headOf(group),
          ...toTotals(group.total),
          days: toDays(days, group.groups),
        })),
      }
    },
  )
}

async function askedBy(request: FastifyRequest<InWorkspace>) {
  return { ctx: request.ctx, place: await placeOf(request), input: queryOf(request) }
}

function toHeader({ start, end, zone }: Days) {
  return { start_date: start, end_date: end, timezone: zone }
}

/** Amounts are what the time is billed for, as far as one may know. */
function toTotals({ seconds, billable_seconds, entries, money }: Measures) {
  return {
    duration: seconds,
    billable_duration: billable_seconds,
    entries,
    amounts: money.flatMap(({ currency, billable }) =>
      billable === null ? [] : [{ currency, amount: majorUnits(billable, currency) }],
    ),
  }
}

type Head = { by: string; date: Group['key'] } | { by: string; id: string | null; name: string | null }
type HeadOf = (group: Group) => Head

const KINDS: Readonly<Record<string, Kind>> = {
  project: 'project',
  client: 'client',
  task: 'task',
  tag: 'tag',
}

/** What groups are called: periods by their first day, people by their membership, other things by their ids. */
async function headsOf(ctx: Ctx, { workspace_id }: Membership, groups: readonly Group[]): Promise<HeadOf> {
  const people = peopleIn(groups).map((user_id) => ({ workspace_id, user_id }))
  const memberOf = await membershipsOfPeople(ctx, people)
  return ({ by, key, label }) => {
    if (by === 'user') {
      const member = memberOf({ workspace_id, user_id: Number(key) })
      return { by: 'team_member', id: member ? uuidOf('team_member', member.id) : null, name: label }
    }
    const kind = KINDS[by]
    if (!kind) return { by, date: key }
    return { by, id: key === null ? null : uuidOf(kind, Number(key)), name: label }
  }
}

function peopleIn(groups: readonly Group[]): number[] {
  const ids = groups.flatMap((group) => [
    ...(group.by === 'user' ? [Number(group.key)] : []),
    ...peopleIn(group.groups),
  ])
  return [...new Set(ids)]
}

type ShownGroup = Head & ReturnType<typeof toTotals> & { groups: ShownGroup[] }

function toGroup(group: Group, headOf: HeadOf): ShownGroup {
  const groups = group.groups.map((each) => toGroup(each, headOf))
  return { ...headOf(group), ...toTotals(group.total), groups }
}

/** Seven days, also those without time. */
function toDays({ start }: Days, groups: readonly Group[]) {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => {
    const date = addDays(start, days)
    return { date, duration: groups.find(({ key }) => key === date)?.total.seconds ?? 0 }
  })
}

/** Entries with what they are billed for, as far as one may know. */
async function showCounted(ctx: Ctx, entries: readonly CountedEntry[]) {
  const shown = await showEntries(ctx, entries)
  return entries.map(({ billable_amount: amount, billable_currency: currency }, index) => ({
    ...shown[index],
    amount: amount === null || currency === null ? null : majorUnits(amount, currency),
    currency,
  }))
}
