import type { Group } from '../../core/reports/answer.ts'
import type { ReportDocument, SeriesBar } from '../document.ts'
import { durationText } from '../figures.ts'
import { ACCENT, BAR, HAIRLINE, INK, MUTED, RULE, TRACK } from './look.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, type Style, widthOf, write } from './writing.ts'

const LABEL: Style = { size: 7, color: MUTED, isFigure: true }
const HEIGHT = 112
const AXIS = 30
const LABELS = 20

/** How high the chart over time is, with its labels. */
export const SERIES_HEIGHT = HEIGHT + LABELS

/** Bars for the days, weeks or months, over an axis of hours. */
export function drawSeries(sheet: Sheet, series: readonly SeriesBar[]): void {
  const { pdf, left, width } = sheet
  const top = sheet.y + 4
  const most = Math.max(...series.map(({ seconds }) => seconds / 3600))
  const { step, ticks } = scaleFor(most)
  const high = step * ticks
  const base = top + HEIGHT
  for (let tick = 0; tick <= ticks; tick += 1) {
    const y = base - (HEIGHT * tick) / ticks
    const color = tick === 0 ? RULE : HAIRLINE
    pdf
      .moveTo(left + AXIS, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke()
    const hours = tickText(step * tick)
    write(sheet, hours, { ...LABEL, x: left, y: y - 5, width: AXIS - 6, align: 'right' })
  }
  const slot = (width - AXIS) / series.length
  const bar = Math.min(slot * 0.72, 26)
  for (const [index, { seconds }] of series.entries()) {
    const height = (HEIGHT * (seconds / 3600)) / high
    if (height <= 0) continue
    const x = left + AXIS + slot * (index + 0.5) - bar / 2
    pdf.rect(x, base - height, bar, height).fill(ACCENT)
  }
  drawDays(sheet, series, { base, slot })
  sheet.y = base + LABELS
}

function drawDays(
  sheet: Sheet,
  series: readonly SeriesBar[],
  { base, slot }: { base: number; slot: number },
): void {
  const labels = series.map((bar, index) => dayLabel(bar, series[index - 1]))
  const widest = Math.max(...labels.map((label) => widthOf(sheet, label, LABEL)))
  const every = Math.max(1, Math.ceil((widest + 8) / slot))
  for (const [index, label] of labels.entries()) {
    if (index % every !== 0) continue
    const middle = sheet.left + AXIS + slot * (index + 0.5)
    const half = Math.max(widest, slot) / 2 + 2
    const x = Math.min(middle - half, sheet.left + sheet.width - 2 * half + 4)
    write(sheet, label, { ...LABEL, x, y: base + 4, width: 2 * half, align: 'center' })
  }
}

/** Steps of 1, 2 or 5 times a power of ten, and at most five of them. */
function scaleFor(most: number): { step: number; ticks: number } {
  if (most <= 0) return { step: 1, ticks: 1 }
  const power = 10 ** Math.floor(Math.log10(most / 4))
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => most / size <= 5) ?? most
  return { step, ticks: Math.max(1, Math.ceil(most / step - 1e-9)) }
}

function tickText(hours: number): string {
  return `${Number(hours.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 })} h`
}

function dayLabel({ from, unit }: SeriesBar, before: SeriesBar | undefined): string {
  const date = new Date(`${from}T00:00:00Z`)
  if (unit === 'month') {
    const isNewYear = before?.from.slice(0, 4) !== from.slice(0, 4)
    const year = isNewYear ? ({ year: 'numeric' } as const) : {}
    return new Intl.DateTimeFormat('en-GB', { month: 'short', ...year, timeZone: 'UTC' }).format(date)
  }
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)
}

const ROW = 19
const NAME: Style = { size: 8.5 }
const FIGURE: Style = { size: 8.5, isFigure: true }

export type NamedGroup = { name: string; group: Group }

export function heightOfLargest(count: number): number {
  return count * ROW
}

/** The largest lines as bars beside their names, each with its time and its share of the total. */
export function drawLargest(
  sheet: Sheet,
  largest: readonly NamedGroup[],
  { report, durationFormat }: ReportDocument,
): void {
  const { pdf, left, width } = sheet
  const shift = largest.some(({ group }) => group.color !== null) ? 12 : 0
  const longest = Math.max(...largest.map(({ name }) => widthOf(sheet, name, NAME)))
  const names = Math.min(width * 0.36, longest + shift + 12)
  const figures = 64
  const shares = 38
  const room = width - names - figures - shares - 8
  const most = Math.max(1, ...largest.map(({ group }) => group.total.seconds))
  for (const { name, group } of largest) {
    const y = sheet.y + (ROW - lineHeight(NAME)) / 2
    const middle = sheet.y + ROW / 2
    if (group.color) pdf.circle(left + 3, middle, 3).fill(group.color)
    const x = left + shift
    write(sheet, name, { ...NAME, color: INK, x, y, width: names - shift - 12 })
    pdf.rect(left + names, middle - 4, room, 8).fill(TRACK)
    pdf.rect(left + names, middle - 4, (room * Math.max(0, group.total.seconds)) / most, 8).fill(BAR)
    const duration = durationText(group.total.seconds, durationFormat)
    const right = left + names + room + 8
    write(sheet, duration, { ...FIGURE, x: right, y, width: figures, align: 'right' })
    const share = percent(group.total.seconds, report.total.seconds)
    write(sheet, share, { ...FIGURE, color: MUTED, x: right + figures, y, width: shares, align: 'right' })
    sheet.y += ROW
  }
}

export function percent(part: number, whole: number): string {
  if (whole <= 0) return '–'
  const share = (part / whole) * 100
  return share > 0 && share < 1 ? '< 1 %' : `${Math.round(share)} %`
}
