import type { RowsPage } from '../../../core/reports/rows.ts'
import type { Row } from '../../../exporters/csv.ts'
import { dayText, type LocalClock, localClock } from '../../../exporters/local-clock.ts'
import type { House } from '../../../http/house.ts'
import {
  amountCell,
  amountTitle,
  csvFile,
  type DurationFormat,
  durationCell,
  durationFormatOf,
  nameCell,
} from './csv.ts'
import { orderOf } from './detailed.ts'
import type { Asked } from './question.ts'
import { namesIn, type SaidRow, saidRow } from './rows.ts'

const COLUMNS = [
  'User',
  'Email',
  'Client',
  'Project',
  'Task',
  'Description',
  'Billable',
  'Start date',
  'Start time',
  'End date',
  'End time',
  'Duration',
  'Tags',
]

/** The detailed report in the columns that importers of the service's files know. */
export function detailedCsv(house: House, asked: Asked): AsyncGenerator<Uint8Array> {
  const { membership, question } = asked
  const { currency } = membership.workspace
  const isSeen = question.shows !== 'time' && membership.role !== 'viewer'
  return csvFile([...COLUMNS, amountTitle(currency, isSeen)], rowsOf(house, asked))
}

const AT_ONCE = 1000
/** Rows of several entries are put together from all of them, which is not done anew for each page. */
const ALL_AT_ONCE = 100_000

async function* rowsOf(house: House, asked: Asked): AsyncGenerator<Row[]> {
  const { ctx, question, membership, input } = asked
  const order = orderOf(input)
  const limit = order.mergesAlike ? ALL_AT_ONCE : AT_ONCE
  const spelling: Spelling = {
    clock: localClock(question.zone),
    format: durationFormatOf(input),
    currency: membership.workspace.currency,
  }
  for (let from: RowsPage['next'] = null; ;) {
    const page: RowsPage = await house.reading.ask(ctx, 'reportRows', {
      question,
      ...order,
      from: from ?? {},
      limit,
    })
    const names = await namesIn(ctx, page.rows.flat(), membership)
    yield page.rows.map((entries) => toCells(saidRow(entries, names), spelling))
    if (!page.next) return
    from = page.next
  }
}

type Spelling = { clock: LocalClock; format: DurationFormat; currency: string }

function toCells(row: SaidRow, { clock, format, currency }: Spelling): Row {
  const [start, end] = [clock(row.startedAt), clock(row.endedAt)]
  return [
    nameCell(row.person),
    nameCell(row.email),
    nameCell(row.client),
    nameCell(row.project?.title),
    nameCell(row.task),
    nameCell(row.first.title),
    row.isBillable ? 'Yes' : 'No',
    dayText(start),
    clockText(start),
    dayText(end),
    clockText(end),
    durationCell(row.seconds, format),
    nameCell(row.first.tags.map(({ name }) => name).join(', ')),
    amountCell(row.amount, { currency: row.first.billable_currency, of: currency }),
  ]
}

/** `09:05:00` of a wall clock. */
function clockText(local: number): string {
  return new Date(local).toISOString().slice(11, 19)
}
