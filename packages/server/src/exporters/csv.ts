import { stringify } from 'csv-stringify/sync'
import type { Money, Report, ReportEntry } from '../core/reports/answer.ts'
import { utf8 } from './bytes.ts'
import type { ReportDocument } from './document.ts'
import { clockText, decimalOf, hoursOf } from './figures.ts'
import { type Line, linesOf } from './lines.ts'
import { dateTimeText, dayText, instantText, type LocalClock, localClock } from './local-clock.ts'
import { CHAIN, groupingTitle, statusText } from './words.ts'

/** Each row is written as it stands; text that people wrote goes through `typed` before. */
export type Row = (string | number | null)[]

type Shows = ReportDocument['shows']

// Tells spreadsheets that this is UTF-8; without it they take it for the code page of the machine.
export const BYTE_ORDER_MARK = '\ufeff'
const LINES_AT_ONCE = 500

const TIME_TITLES = [
  'Date',
  'Start',
  'End',
  'Start (ISO 8601)',
  'End (ISO 8601)',
  'Seconds',
  'Hours',
  'Duration',
]
const NAME_TITLES = ['Project', 'Client', 'Task', 'Title', 'Notes', 'Tags', 'Person', 'Billing status']
const MEASURE_TITLES = ['Entries', 'Seconds', 'Hours', 'Billable hours']

/** A report as CSV: an entry or an innermost line on each row and no sub-totals, so that columns can be summed. */
export function csvOf(document: ReportDocument): AsyncIterable<Uint8Array> {
  return utf8(document.entries ? detailed(document, document.entries) : summary(document))
}

async function* detailed(
  { report, shows }: ReportDocument,
  pages: AsyncIterable<ReportEntry[]>,
): AsyncGenerator<string, void, undefined> {
  const clock = localClock(report.time_zone)
  yield BYTE_ORDER_MARK + written([entryHeader(shows)])
  for await (const page of pages) yield written(page.map((entry) => entryRow(entry, clock, shows)))
}

function entryHeader(shows: Shows): Row {
  return [
    ...TIME_TITLES,
    ...NAME_TITLES,
    ...(shows.billable ? ['Rate', 'Amount', 'Currency'] : []),
    ...(shows.cost ? ['Cost', 'Cost currency'] : []),
  ]
}

function entryRow(entry: ReportEntry, clock: LocalClock, shows: Shows): Row {
  const start = clock(entry.started_at)
  return [
    dayText(start),
    dateTimeText(start),
    entry.ended_at === null ? null : dateTimeText(clock(entry.ended_at)),
    instantText(entry.started_at),
    entry.ended_at === null ? null : instantText(entry.ended_at),
    entry.seconds,
    hoursOf(entry.seconds),
    clockText(entry.seconds),
    typed(entry.project.join(CHAIN)),
    typed(entry.client),
    typed(entry.task),
    typed(entry.title),
    typed(entry.notes),
    typed(entry.tags.join(', ')),
    typed(entry.user),
    statusText(entry.billing_status),
    ...(shows.billable
      ? [
          decimal(entry.billable_rate, entry.billable_currency),
          decimal(entry.billable_amount, entry.billable_currency),
          entry.billable_currency,
        ]
      : []),
    ...(shows.cost ? [decimal(entry.cost_amount, entry.cost_currency), entry.cost_currency] : []),
  ]
}

async function* summary({ report, shows }: ReportDocument): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + written([lineHeader(report, shows)])
  let rows: Row[] = []
  for (const line of innermost(report)) {
    rows.push(...lineRows(line, shows))
    if (rows.length < LINES_AT_ONCE) continue
    yield written(rows)
    rows = []
  }
  if (report.is_cut) rows.push([`Not all of the ${report.row_count} lines are listed.`])
  if (rows.length > 0) yield written(rows)
}

/** Without any grouping the total is the only line. */
function* innermost(report: Report): Generator<Pick<Line, 'names'> & { total: Report['total'] }> {
  if (report.group_by.length === 0) yield { names: [], total: report.total }
  for (const line of linesOf(report))
    if (line.isInnermost) yield { names: line.names, total: line.group.total }
}

function lineHeader({ group_by, repeats_entries }: Report, shows: Shows): Row {
  const repeated = repeats_entries ? 'Tag (an entry stands under each of its tags)' : 'Tag'
  return [
    ...group_by.map((by) => (by === 'tag' ? repeated : groupingTitle(by))),
    ...MEASURE_TITLES,
    ...moneyTitles(shows),
  ]
}

/** One row for each currency; what is not money stands on the first alone, so that no sum counts it twice. */
function lineRows({ names, total }: { names: string[]; total: Report['total'] }, shows: Shows): Row[] {
  const named = names.map(typed)
  const [first, ...others] = total.money
  const measured = [total.entries, total.seconds, hoursOf(total.seconds), hoursOf(total.billable_seconds)]
  return [
    [...named, ...measured, ...moneyCells(first, shows)],
    ...others.map((money) => [...named, null, null, null, null, ...moneyCells(money, shows)]),
  ]
}

function moneyTitles({ billable, cost }: Shows): string[] {
  const titles = [...(billable ? ['Amount'] : []), ...(cost ? ['Cost'] : [])]
  return titles.length === 0 ? [] : [...titles, ...(billable && cost ? ['Profit'] : []), 'Currency']
}

function moneyCells(money: Money | undefined, shows: Shows): Row {
  if (!shows.billable && !shows.cost) return []
  const currency = money?.currency ?? null
  return [
    ...(shows.billable ? [decimal(money?.billable, currency)] : []),
    ...(shows.cost ? [decimal(money?.cost, currency)] : []),
    ...(shows.billable && shows.cost ? [decimal(money?.profit, currency)] : []),
    currency,
  ]
}

function decimal(minor: number | null | undefined, currency: string | null): string | null {
  return minor == null ? null : decimalOf(minor, currency ?? '')
}

// OWASP's list for CSV injection, with the full-width forms that East Asian spreadsheets read as the signs.
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** What somebody wrote, with an apostrophe before it where a spreadsheet would take it for a formula. */
export function typed(text: string | null): string | null {
  return text !== null && FORMULA.test(text) ? `'${text}` : text
}

/** Rows as CSV, each with its line end. */
export function written(rows: Row[]): string {
  return stringify(rows, { record_delimiter: 'windows' })
}
