import type { Measures, Money } from '../../core/reports/answer.ts'
import type { ReportDocument } from '../document.ts'
import { amountText, durationText } from '../figures.ts'
import { type Line, linesOf } from '../lines.ts'
import { count, groupingTitle } from '../words.ts'
import { INK, MUTED } from './look.ts'
import { makeRoom, type Sheet } from './sheet.ts'
import { type CellLine, type Column, drawHead, drawRow, LEAST_TABLE, type TableRow } from './table.ts'
import { prepare, widthOf } from './writing.ts'

/** Lines beyond are in the spreadsheet. */
const MOST_LINES = 10_000

const BEYOND = `The first ${count(MOST_LINES)} lines; the spreadsheet has them all.`
const INDENT = 12
const LINES_AT_ONCE = 40

/** The grouped lines with their sub-totals and the total; stops after some lines for others to go on. */
export async function* drawSummary(
  sheet: Sheet,
  document: ReportDocument,
): AsyncGenerator<void, void, undefined> {
  const { report } = document
  const columns = columnsFor(sheet, document)
  makeRoom(sheet, LEAST_TABLE)
  drawHead(sheet, columns)
  const lines = [...take(linesOf(report), MOST_LINES + 1)]
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    const name = line.names.at(-1) ?? ''
    await prepare(sheet, [name], [line.isInnermost ? 400 : 600])
    // The total does not stand on a page alone.
    drawRow(sheet, columns, {
      ...rowOf(line, document),
      leads: !line.isInnermost || index === lines.length - 1,
    })
    if (index % LINES_AT_ONCE === 0) yield
  }
  if (lines.length > MOST_LINES) {
    drawRow(sheet, columns, { cells: [[{ text: BEYOND, color: MUTED, most: 3 }]], leads: true })
  }
  const total: CellLine = { text: 'Total', isStrong: true }
  drawRow(sheet, columns, {
    cells: [[total], ...figures(report.total, document, { isStrong: true })],
    rule: 'line',
  })
}

function* take<T>(all: Iterable<T>, most: number): Generator<T, void, undefined> {
  let taken = 0
  for (const one of all) {
    if (taken === most) return
    yield one
    taken += 1
  }
}

function rowOf({ group, names, depth, isInnermost }: Line, document: ReportDocument): TableRow {
  const isStrong = !isInnermost
  const name = { text: names.at(-1) ?? '', most: 3, isStrong }
  return {
    cells: [[name], ...figures(group.total, document, { isStrong })],
    indent: depth * INDENT,
    dot: group.color,
  }
}

function columnsFor(sheet: Sheet, { report, shows, durationFormat }: ReportDocument): Column[] {
  const title = report.group_by.map(groupingTitle).join(' / ')
  const widest = (of: 'billable' | 'cost' | 'profit') =>
    Math.max(44, ...report.total.money.map((money) => widthOf(sheet, moneyText(money, of), STRONG) + 2))
  const time = widthOf(sheet, durationText(report.total.seconds, durationFormat), STRONG) + 2
  const figure = (name: string, width: number) => ({ title: name, width, isFigure: true })
  return [
    { title, width: null },
    figure('Entries', Math.max(36, widthOf(sheet, count(report.total.entries), STRONG) + 2)),
    figure('Time', Math.max(48, time)),
    figure('Billable', Math.max(48, time)),
    ...(shows.billable ? [figure('Amount', widest('billable'))] : []),
    ...(shows.cost ? [figure('Cost', widest('cost'))] : []),
    ...(shows.billable && shows.cost ? [figure('Profit', widest('profit'))] : []),
  ]
}

const STRONG = { size: 8.5, weight: 600, isFigure: true } as const

function moneyText(money: Money, of: 'billable' | 'cost' | 'profit'): string {
  const minor = money[of]
  return minor === null ? '' : `${amountText(minor, money.currency)} ${money.currency}`
}

function figures(
  { entries, seconds, billable_seconds, money }: Measures,
  { shows, durationFormat }: ReportDocument,
  { isStrong }: { isStrong: boolean },
): CellLine[][] {
  const amounts = (of: 'billable' | 'cost' | 'profit') =>
    money.map((one) => ({ text: moneyText(one, of), isStrong }))
  return [
    [{ text: count(entries), color: MUTED, isStrong }],
    [{ text: durationText(seconds, durationFormat), isStrong }],
    [{ text: durationText(billable_seconds, durationFormat), color: isStrong ? INK : MUTED, isStrong }],
    ...(shows.billable ? [amounts('billable')] : []),
    ...(shows.cost ? [amounts('cost')] : []),
    ...(shows.billable && shows.cost ? [amounts('profit')] : []),
  ]
}
