import type { ReportDocument } from '../document.ts'
import { amountText, durationText } from '../figures.ts'
import { caveats, count, periodText } from '../words.ts'
import { percent } from './charts.ts'
import { INK, MUTED } from './look.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, type Place, prepare, type Style, widthOf, wrap, write, writeLines } from './writing.ts'

const WORKSPACE: Style = { size: 9, color: MUTED }
const TITLE: Style = { size: 22, weight: 600 }
const PERIOD: Style = { size: 10.5, color: INK }
const FILTERS: Style = { size: 8.5, color: MUTED }
const LABEL: Style = { size: 8, color: MUTED }
const FIGURE: Style = { size: 20, weight: 600, isFigure: true }
const SMALL_FIGURE: Style = { ...FIGURE, size: 14 }
const UNIT: Style = { size: 10, color: MUTED }
const MOST_FILTER_LINES = 6
const COLUMNS = 3
// The table has them all.
const MOST_CURRENCIES = 5

/** A large figure with what it is; null leaves its place free. */
type Total = { label: string; figure: string; unit: string } | null

/** What the report is about: title, workspace, period, filters, and what it comes to in large figures. */
export async function drawFront(sheet: Sheet, document: ReportDocument): Promise<void> {
  const { title, workspace, filters, report } = document
  await prepare(sheet, [title], [600])
  await prepare(sheet, [workspace, ...filters, periodText(report), report.time_zone])
  const { left: x, width } = sheet
  if (workspace !== null) {
    write(sheet, workspace, { ...WORKSPACE, x, y: sheet.y, width })
    sheet.y += lineHeight(WORKSPACE) + 4
  }
  const place = () => ({ x, y: sheet.y, width })
  const titles = wrap(sheet, title === '' ? 'Report' : title, { width, lines: 3, style: TITLE })
  sheet.y += writeLines(sheet, titles, { ...TITLE, ...place() }) + 4
  const period = `${periodText(report)}  ·  ${report.time_zone}`
  sheet.y += writeLines(sheet, [period], { ...PERIOD, ...place() }) + 4
  const said = wrap(sheet, filters.join('  ·  '), { width, lines: MOST_FILTER_LINES, style: FILTERS })
  sheet.y += writeLines(sheet, said, { ...FILTERS, ...place() })
  sheet.y += 20
  drawTotals(sheet, totalRows(document))
}

/** Time first, then a row of figures for each currency; a single amount stands beside the time. */
function totalRows({ report, shows, durationFormat }: ReportDocument): Total[][] {
  const { seconds, billable_seconds, entries, money } = report.total
  const share = percent(billable_seconds, seconds)
  const noun = entries === 1 ? 'entry' : 'entries'
  const time: Total[] = [
    { label: 'Total time', figure: durationText(seconds, durationFormat), unit: `${count(entries)} ${noun}` },
    {
      label: 'Billable',
      figure: durationText(billable_seconds, durationFormat),
      unit: share === '–' ? '' : share,
    },
  ]
  const rows = money
    .slice(0, MOST_CURRENCIES)
    .map(({ currency, billable, cost, profit }) => [
      ...(shows.billable ? [amountTotal('Amount', billable, currency)] : []),
      ...(shows.cost ? [amountTotal('Cost', cost, currency)] : []),
      ...(shows.billable && shows.cost ? [amountTotal('Profit', profit, currency)] : []),
    ])
  const [only = []] = rows
  return rows.length === 1 && only.length === 1 ? [[...time, ...only]] : [time, ...rows]
}

function amountTotal(label: string, minor: number | null, currency: string): Total {
  return minor === null ? null : { label, figure: amountText(minor, currency), unit: currency }
}

function drawTotals(sheet: Sheet, rows: readonly Total[][]): void {
  const width = sheet.width / COLUMNS
  // Several currencies are a small table: smaller figures under one row of labels.
  const isMany = rows.length > 2
  for (const [number, row] of rows.entries()) {
    const style = isMany && number > 0 ? SMALL_FIGURE : FIGURE
    const isLabelled = number < 2
    for (const [index, total] of row.entries()) {
      const place = { x: sheet.left + index * width, y: sheet.y, width: width - 12 }
      if (total) drawTotal(sheet, { ...total, label: isLabelled ? total.label : '' }, { ...place, ...style })
    }
    sheet.y += (isLabelled ? lineHeight(LABEL) : 0) + lineHeight(style) + (isMany && number > 0 ? 0 : 8)
  }
}

function drawTotal(sheet: Sheet, { label, figure, unit }: NonNullable<Total>, place: Place & Style): void {
  const { x, y, width } = place
  write(sheet, label, { ...LABEL, x, y, width })
  const size = sizeFor(sheet, figure, { ...place, width: width - 6 - widthOf(sheet, unit, UNIT) })
  const style = { ...place, size }
  // The figure and its unit stand on one line, however small the figure is.
  const baseline = y + (label === '' ? 0 : lineHeight(LABEL)) + place.size
  write(sheet, figure, { ...style, y: baseline - size })
  const after = widthOf(sheet, figure, style) + 6
  write(sheet, unit, { ...UNIT, x: x + after, y: baseline - UNIT.size, width: width - after + 6 })
}

/** Figures are never cut: a long one is set smaller. */
function sizeFor(sheet: Sheet, figure: string, style: Style & { width: number }): number {
  const needed = widthOf(sheet, figure, style)
  return needed <= style.width ? style.size : (style.size * style.width) / needed
}

/** What a reader must know to trust the sums, under the table they are about. */
export function drawCaveats(sheet: Sheet, document: ReportDocument): void {
  for (const said of caveats(document)) {
    const lines = wrap(sheet, said, { width: sheet.width, lines: 2, style: FILTERS })
    sheet.y += writeLines(sheet, lines, { ...FILTERS, x: sheet.left, y: sheet.y, width: sheet.width })
  }
}
