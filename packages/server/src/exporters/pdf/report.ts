import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { ReportDocument } from '../document.ts'
import { localClock } from '../local-clock.ts'
import { groupingTitle, groupName, periodText } from '../words.ts'
import { drawLargest, drawSeries, heightOfLargest, SERIES_HEIGHT } from './charts.ts'
import { drawEntries } from './details.ts'
import { drawCaveats, drawFront } from './front.ts'
import { MUTED } from './look.ts'
import { addPage, closeSheet, FOOT_SIZE, makeRoom, openSheet, type Sheet } from './sheet.ts'
import { drawSummary } from './summary.ts'
import { lineHeight, prepare, type Style, write } from './writing.ts'

const HEADING: Style = { size: 11, weight: 600 }
const MOST_LARGEST = 10
// Entries beyond are in the spreadsheet; as many fill some seven hundred pages.
const MOST_ENTRIES = 10_000

/** A report as PDF, page by page: what is drawn is handed on before more is. */
export async function* pdfOf(
  document: ReportDocument,
  mostEntries = MOST_ENTRIES,
): AsyncGenerator<Uint8Array, void, undefined> {
  const sheet = openSheet(document, footOf(document))
  const made: Uint8Array[] = []
  sheet.pdf.on('data', (chunk: Uint8Array) => made.push(chunk))
  for await (const _ of drawn(sheet, document, mostEntries)) {
    // pdfkit hands on what it wrote only when others have their turn.
    await setImmediate()
    yield* taken(made)
  }
  const ended = once(sheet.pdf, 'end')
  closeSheet(sheet)
  await ended
  yield* taken(made)
}

function* taken(made: Uint8Array[]): Generator<Uint8Array, void, undefined> {
  const chunks = made.splice(0)
  if (chunks.length > 0) yield Buffer.concat(chunks)
}

function footOf({ title, report }: ReportDocument): Sheet['foot'] {
  const style: Style = { size: FOOT_SIZE, color: MUTED }
  const text = [title, periodText(report)].filter((part) => part !== '').join('  ·  ')
  return (sheet, baseline) => {
    const [x, width] = [sheet.left + 80, sheet.width - 80]
    write(sheet, text, { ...style, x, y: baseline - FOOT_SIZE * 1.04, width, align: 'right' })
  }
}

/** Draws everything, and stops wherever what is drawn so far can be handed on. */
async function* drawn(
  sheet: Sheet,
  document: ReportDocument,
  mostEntries: number,
): AsyncGenerator<void, void, undefined> {
  const { report, series, entries } = document
  await prepare(sheet, ['', document.title, '–·▸'], [400, 600])
  addPage(sheet)
  await drawFront(sheet, document)
  if (series.length > 0) drawWhen(sheet, document)
  yield
  if (report.groups.length > 0) {
    await drawWhat(sheet, document)
    yield
    heading(sheet, { title: 'Summary', room: 90 })
    yield* drawSummary(sheet, document)
    sheet.y += 8
  }
  makeRoom(sheet, 30)
  drawCaveats(sheet, document)
  if (entries) {
    heading(sheet, { title: 'Entries', room: 90 })
    yield* drawEntries(sheet, document, { pages: entries, most: mostEntries })
  }
}

function heading(sheet: Sheet, { title, room }: { title: string; room: number }): void {
  if (!makeRoom(sheet, room + 40)) sheet.y += 18
  write(sheet, title, { ...HEADING, x: sheet.left, y: sheet.y, width: sheet.width })
  sheet.y += lineHeight(HEADING) + 6
}

function drawWhen(sheet: Sheet, { series }: ReportDocument): void {
  const unit = { day: 'day', week: 'week', month: 'month' }[series[0]?.unit ?? 'day']
  heading(sheet, { title: `Hours by ${unit}`, room: SERIES_HEIGHT })
  drawSeries(sheet, series)
}

async function drawWhat(sheet: Sheet, document: ReportDocument): Promise<void> {
  const { report } = document
  const [by] = report.group_by
  const clock = localClock(report.time_zone)
  const largest = report.groups
    .map((group) => ({ group, name: groupName(group, { clock, above: [] }) }))
    .toSorted((a, b) => b.group.total.seconds - a.group.total.seconds)
    .slice(0, MOST_LARGEST)
  await prepare(
    sheet,
    largest.map(({ name }) => name),
  )
  const title = by === undefined ? 'Largest' : `Largest by ${groupingTitle(by).toLowerCase()}`
  heading(sheet, { title, room: heightOfLargest(largest.length) })
  drawLargest(sheet, largest, document)
}
