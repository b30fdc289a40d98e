import type { FastifyInstance } from 'fastify'
import type { CountedEntry } from '../../../core/reports/entries.ts'
import type { House } from '../../../http/house.ts'
import { colorNumber, hexOf } from '../colors.ts'
import { majorUnits } from '../../../exporters/figures.ts'
import { localTime } from '../values.ts'
import { queryInteger, queryOf } from '../wire.ts'
import { orderOf } from './detailed.ts'
import type { Names } from './names.ts'
import { namesIn, saidRow } from './rows.ts'
import { sumOf, tableOf } from './table.ts'
import { askedInAddress } from './two-question.ts'
import { milliseconds, toTotals } from './two-values.ts'

const PER_PAGE = 50

export function oldDetailsRoutes(app: FastifyInstance, house: House): void {
  app.get('/details', { schema: { summary: 'List time entries, page by page' } }, async (request) => {
    const asked = await askedInAddress(request)
    const { ctx, question, membership, input } = asked
    const page = Math.max(1, queryInteger(queryOf(request), 'page') ?? 1)
    const table = await tableOf(house, asked, [])
    const total = sumOf(table.lines)
    const { rows } = await house.reading.ask(ctx, 'reportRows', {
      question,
      ...orderOf(input),
      mergesAlike: false,
      from: { row: (page - 1) * PER_PAGE + 1 },
      limit: PER_PAGE,
    })
    const entries = rows.flat()
    const names = await namesIn(ctx, entries, membership)
    return {
      ...toTotals(total, table),
      total_count: total.entries,
      per_page: PER_PAGE,
      data: entries.map((entry) => toDetail(entry, { names, zone: question.zone })),
    }
  })
}

/** A time entry, its times on the wall of the caller's zone. */
function toDetail(entry: CountedEntry, { names, zone }: { names: Names; zone: string }) {
  const row = saidRow([entry], names)
  const currency = entry.billable_currency
  return {
    id: entry.id,
    pid: entry.project_id,
    tid: entry.task_id,
    uid: entry.user_id,
    description: entry.title ?? '',
    start: localTime(entry.started_at, zone),
    end: localTime(row.endedAt, zone),
    updated: localTime(entry.updated_at, zone),
    dur: milliseconds(entry.seconds),
    user: row.person,
    use_stop: true,
    client: row.client,
    project: row.project?.title ?? null,
    project_color: row.project ? colorNumber(row.project.color) : '0',
    project_hex_color: row.project ? hexOf(row.project.color) : null,
    task: row.task,
    billable: row.amount === null || currency === null ? null : majorUnits(row.amount, currency),
    is_billable: row.isBillable,
    cur: currency,
    tags: entry.tags.map(({ name }) => name),
  }
}
