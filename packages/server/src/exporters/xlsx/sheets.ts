import type { Money, ReportEntry } from '../../core/reports/answer.ts'
import type { ReportDocument } from '../document.ts'
import { linesOf } from '../lines.ts'
import { type LocalClock, localClock } from '../local-clock.ts'
import { CHAIN, caveats, groupingTitle, periodText, statusText } from '../words.ts'
import { type Cell, duration, hours, money, moment, type Row, text, whole } from './cells.ts'
import { NOTE_STYLE, TITLE_STYLE } from './styles.ts'

/** A table: what stands above its head, the head with the widths of its columns in characters, and its rows. */
export type Table = {
  above: Row[]
  head: { title: string; width: number }[]
  rows: AsyncIterable<Row> | Iterable<Row>
}

type Shows = ReportDocument['shows']

const NAME_WIDTH = 34

/** Lines with those below them, sub-totals bold, the total last; deeper lines can be folded away. */
export function summaryTable(document: ReportDocument): Table {
  const { report, shows } = document
  return {
    above: headings(document),
    head: [
      ...(report.group_by.length === 0 ? [{ title: '', width: NAME_WIDTH }] : []),
      ...report.group_by.map((by) => ({ title: groupingTitle(by), width: NAME_WIDTH })),
      { title: 'Entries', width: 10 },
      { title: 'Duration', width: 12 },
      { title: 'Hours', width: 11 },
      { title: 'Billable hours', width: 14 },
      ...moneyTitles(shows).map((title) => ({ title, width: title === 'Currency' ? 10 : 15 })),
    ],
    rows: summaryRows(document),
  }
}

function headings(document: ReportDocument): Row[] {
  const { title, workspace, filters, report } = document
  const notes = [
    workspace,
    `${periodText(report)} (${report.time_zone})`,
    ...filters,
    ...caveats(document),
  ].filter((note) => note !== null)
  return [
    { cells: [text(title, TITLE_STYLE)] },
    ...notes.map((note) => ({ cells: [text(note, NOTE_STYLE)] })),
    { cells: [] },
  ]
}

function* summaryRows({ report, shows }: ReportDocument): Generator<Row, void, undefined> {
  const levels = Math.max(1, report.group_by.length)
  for (const { group, names, depth, isInnermost } of linesOf(report)) {
    const named = Array.from({ length: levels }, (_, index) => text(names[index] ?? null))
    for (const cells of measured(named, group.total, shows)) yield { cells, isBold: !isInnermost, depth }
  }
  const named: Cell[] = [text('Total'), ...Array.from({ length: levels - 1 }, () => null)]
  for (const cells of measured(named, report.total, shows)) yield { cells, isBold: true }
}

/** One row for each currency; what is not money stands on the first alone. */
function measured(named: Cell[], total: ReportDocument['report']['total'], shows: Shows): Cell[][] {
  const [first, ...others] = total.money
  const measures = [
    whole(total.entries),
    duration(total.seconds),
    hours(total.seconds),
    hours(total.billable_seconds),
  ]
  return [
    [...named, ...measures, ...moneyCells(first, shows)],
    ...others.map((one) => [...named, null, null, null, null, ...moneyCells(one, shows)]),
  ]
}

function moneyTitles({ billable, cost }: Shows): string[] {
  const titles = [...(billable ? ['Amount'] : []), ...(cost ? ['Cost'] : [])]
  return titles.length === 0 ? [] : [...titles, ...(billable && cost ? ['Profit'] : []), 'Currency']
}

function moneyCells(of: Money | undefined, { billable, cost }: Shows): Cell[] {
  if (!billable && !cost) return []
  return [
    ...(billable ? [money(of?.billable, of?.currency)] : []),
    ...(cost ? [money(of?.cost, of?.currency)] : []),
    ...(billable && cost ? [money(of?.profit, of?.currency)] : []),
    text(of?.currency ?? null),
  ]
}

export function entriesTable({ report, shows }: ReportDocument, pages: AsyncIterable<ReportEntry[]>): Table {
  const titled = (titles: string[], width: number) => titles.map((title) => ({ title, width }))
  return {
    above: [],
    head: [
      ...titled(['Date'], 12),
      ...titled(['Start', 'End'], 20),
      ...titled(['Duration', 'Hours'], 11),
      ...titled(['Project', 'Client', 'Task', 'Title', 'Notes'], NAME_WIDTH),
      ...titled(['Tags', 'Person'], 22),
      ...titled(['Billing status'], 15),
      ...(shows.billable ? titled(['Rate', 'Amount', 'Currency'], 12) : []),
      ...(shows.cost ? titled(['Cost', 'Cost currency'], 13) : []),
    ],
    rows: entryRows(pages, localClock(report.time_zone), shows),
  }
}

async function* entryRows(
  pages: AsyncIterable<ReportEntry[]>,
  clock: LocalClock,
  shows: Shows,
): AsyncGenerator<Row, void, undefined> {
  for await (const page of pages) {
    for (const entry of page) yield { cells: entryCells(entry, clock, shows) }
  }
}

function entryCells(entry: ReportEntry, clock: LocalClock, shows: Shows): Cell[] {
  const start = clock(entry.started_at)
  return [
    moment(start, 'day'),
    moment(start, 'moment'),
    moment(entry.ended_at === null ? null : clock(entry.ended_at), 'moment'),
    duration(entry.seconds),
    hours(entry.seconds),
    text(entry.project.join(CHAIN)),
    text(entry.client),
    text(entry.task),
    text(entry.title),
    text(entry.notes),
    text(entry.tags.join(', ')),
    text(entry.user),
    text(statusText(entry.billing_status)),
    ...(shows.billable
      ? [
          money(entry.billable_rate, entry.billable_currency),
          money(entry.billable_amount, entry.billable_currency),
          text(entry.billable_currency),
        ]
      : []),
    ...(shows.cost ? [money(entry.cost_amount, entry.cost_currency), text(entry.cost_currency)] : []),
  ]
}
