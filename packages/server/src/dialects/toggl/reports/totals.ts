import type { FastifyInstance } from 'fastify'
import type { Line } from '../../../core/reports/lines.ts'
import { groupBy } from '../../../core/rules/group-by.ts'
import { dayNumber, firstDayOf } from '../../../core/rules/local-periods.ts'
import { addDays } from '../../../core/rules/local-time.ts'
import type { House } from '../../../http/house.ts'
import { refused } from '../errors.ts'
import { flagOf, type Input } from '../wire.ts'
import { type Asked, askedOf, type Days, type ReportPath, wordOf } from './question.ts'
import { rateOfKey, sumOf, type Table, tableOf, worthOf } from './table.ts'

export function totalsRoutes(app: FastifyInstance, house: House): void {
  app.post<ReportPath>(
    '/workspace/:workspace_id/search/time_entries/totals',
    { schema: { summary: 'Add up the time entries of a range' } },
    async (request, reply) => {
      const asked = await askedOf(request)
      reply.headers(rangeHeaders(asked))
      return toTotals(asked, await ratedTable(house, asked))
    },
  )
}

export function rangeHeaders({ days }: Pick<Asked, 'days'>): Record<string, string> {
  return { 'x-range-start': days.from, 'x-range-end': days.to }
}

/** Lines by day and rate, from which everything in the totals follows. */
export function ratedTable(house: House, asked: Asked): Promise<Table> {
  return tableOf(house, asked, ['day', 'rate'])
}

/** The totals of a range. */
export function toTotals(asked: Pick<Asked, 'input' | 'days' | 'question'>, table: Table) {
  const { input, days, question } = asked
  const sum = sumOf(table.lines)
  const worth = worthOf(sum, table)
  const resolution = resolutionOf(input, days)
  return {
    seconds: sum.seconds,
    graph: flagOf(input, 'with_graph') ? toGraph({ days, resolution, ...question }, table) : null,
    rates: toRates(table.lines, 1, table),
    resolution,
    tracked_days: new Set(table.lines.map(({ keys }) => keys[0])).size,
    billable_amount_in_cents: worth.billable,
    labour_cost_in_cents: worth.cost,
  }
}

const RESOLUTIONS = ['day', 'week', 'month'] as const
export type Resolution = (typeof RESOLUTIONS)[number]

const MOST_POINTS = 3660

/** How finely a graph tells time apart: as asked, or so that it has some thirty points. */
export function resolutionOf(input: Input, { from, to }: Days): Resolution {
  const length = dayNumber(to) - dayNumber(from) + 1
  const fitting = length <= 31 ? 'day' : length <= 186 ? 'week' : 'month'
  const name = input['granularity'] === undefined ? 'resolution' : 'granularity'
  const resolution = input[name] ? wordOf(input, name, RESOLUTIONS) : fitting
  if (length / DAYS[resolution] > MOST_POINTS) throw refused('Date range too large for given resolution')
  return resolution
}

const DAYS: Record<Resolution, number> = { day: 1, week: 7, month: 30 }

type Graph = { days: Days; resolution: Resolution; weekStart: number }

/** A point for each period of the range, empty ones too. */
function toGraph(graph: Graph, table: Table) {
  const inPeriod = linesByPeriod(table.lines, graph)
  return periodsOf(graph).map((period) => {
    const lines = inPeriod.get(period) ?? []
    const sum = sumOf(lines)
    const worth = worthOf(sum, table)
    return {
      seconds: sum.seconds,
      by_rate: table.sight.billable ? secondsByRate(lines) : {},
      billable_amount_in_cents: worth.billable,
      labour_cost_in_cents: worth.cost,
    }
  })
}

/** Lines whose first key is a day, by the first day of its period. */
export function linesByPeriod(
  lines: readonly Line[],
  { resolution, weekStart }: Omit<Graph, 'days'>,
): Map<string, Line[]> {
  return groupBy(lines, ({ keys }) => firstDayOf(String(keys[0]), resolution, weekStart))
}

/** The first days of the periods of a range. */
export function periodsOf({ days, resolution, weekStart }: Graph): string[] {
  const periods: string[] = []
  const first = (day: string) => firstDayOf(day, resolution, weekStart)
  const step = { day: 1, week: 7, month: 32 }[resolution]
  for (let day = first(days.from); day <= days.to; day = first(addDays(day, step))) periods.push(day)
  return periods
}

function secondsByRate(lines: readonly Line[]): Record<string, number> {
  const rates = groupBy(lines, ({ keys }) => String(rateOfKey(keys[1])?.amount ?? 0))
  return Object.fromEntries([...rates].map(([rate, at]) => [rate, sumOf(at).seconds]))
}

/** What billable time was billed at, the highest rate first; null where nothing was, or the reader may not know. */
export function toRates(lines: readonly Line[], at: number, { sight }: Pick<Table, 'sight'>) {
  if (!sight.billable) return null
  const rated = [...groupBy(lines, ({ keys }) => keys[at] ?? null)].flatMap(([key, alike]) => {
    const rate = rateOfKey(key)
    return rate ? [{ rate, seconds: sumOf(alike).billable_seconds }] : []
  })
  rated.sort((a, b) => b.rate.amount - a.rate.amount || (a.rate.currency < b.rate.currency ? -1 : 1))
  if (rated.length === 0) return null
  return rated.map(({ rate, seconds }) => ({
    billable_seconds: seconds,
    hourly_rate_in_cents: rate.amount,
    currency: rate.currency,
  }))
}
