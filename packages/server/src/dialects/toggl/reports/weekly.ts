import type { FastifyInstance } from 'fastify'
import type { Project } from '../../../core/projects/read.ts'
import type { Line } from '../../../core/reports/lines.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import { addDays, endOfDay } from '../../../core/rules/local-time.ts'
import type { House } from '../../../http/house.ts'
import { colorNumber, hexOf } from '../colors.ts'
import { type Names, namesOfIds } from './names.ts'
import { type Asked, askedOf, type ReportPath } from './question.ts'
import { idOfKey, idsAt, rateOfKey, sumOf, type Table, tableOf, worthOf } from './table.ts'

export function weeklyRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/weekly/time_entries',
    { schema: { summary: 'Add up the days of a week by person and project' } },
    async (request) => {
      const week = weekOf(await askedOf(request))
      return toWeek(week, await tableOf(house, week, ['user', 'project', 'day', 'rate']))
    },
  )
}

const DAYS = [0, 1, 2, 3, 4, 5, 6]

/** The seven days from the first, whatever the last day was said to be. */
export function weekOf(asked: Asked): Asked {
  const to = addDays(asked.days.from, DAYS.length - 1)
  const { question } = asked
  return {
    ...asked,
    days: { ...asked.days, to },
    question: { ...question, to: endOfDay(to, question.zone) },
  }
}

export function daysOfWeek({ days }: Pick<Asked, 'days'>): string[] {
  return DAYS.map((index) => addDays(days.from, index))
}

/** A row for each person on each project, people by their numbers. */
async function toWeek(week: Asked, table: Table) {
  const { ctx, membership } = week
  const names = await namesOfIds(ctx, membership, {
    users: idsAt(table.lines, 0),
    projects: idsAt(table.lines, 1),
  })
  const rows = [...groupBy(table.lines, ({ keys }) => `${keys[0]} ${keys[1]}`).values()]
  const order = (lines: readonly Line[]) => [Number(lines[0]?.keys[0]), Number(lines[0]?.keys[1] ?? 0)]
  return rows
    .map((lines) => ({ lines, order: order(lines) }))
    .sort((a, b) => (a.order[0] ?? 0) - (b.order[0] ?? 0) || (a.order[1] ?? 0) - (b.order[1] ?? 0))
    .map(({ lines }) => toWeekRow(lines, { days: daysOfWeek(week), names, table }))
}

type Week = { days: readonly string[]; names: Names; table: Table }

function toWeekRow(lines: readonly Line[], { days, names, table }: Week) {
  const [userId, projectId] = lines[0]?.keys ?? []
  const id = idOfKey(projectId)
  const project = names.projects.get(id ?? 0)
  const sums = days.map((day) => sumOf(lines.filter(({ keys }) => keys[2] === day)))
  return {
    user_id: idOfKey(userId),
    user_name: names.users.get(idOfKey(userId) ?? 0)?.label ?? null,
    project_id: id,
    ...toProjectFields(project, names),
    currency: worthOf(sumOf(lines), table).currency,
    hourly_rate_in_cents: table.sight.billable ? onlyRate(lines) : null,
    seconds: sums.map(({ seconds }) => seconds),
    billable_seconds: sums.map(({ billable_seconds }) => billable_seconds),
    billable_amounts_in_cents: table.sight.billable ? sums.map((sum) => worthOf(sum, table).billable) : null,
  }
}

function toProjectFields(project: Project | undefined, { clients }: Names) {
  return {
    project_name: project?.title ?? null,
    client_name: clients.get(project?.client_id ?? 0)?.label ?? null,
    project_color: project ? colorNumber(project.color) : null,
    project_hex_color: project ? hexOf(project.color) : null,
  }
}

/** The rate of a row, where all of it was billed at one. */
function onlyRate(lines: readonly Line[]): number | null {
  const rates = new Set(lines.flatMap(({ keys }) => rateOfKey(keys[3])?.amount ?? []))
  const [rate] = rates
  return rates.size === 1 ? (rate ?? null) : null
}
