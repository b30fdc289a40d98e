import type { ReportEntry } from '../../core/reports/answer.ts'
import type { ReportDocument } from '../document.ts'
import { amountText, durationText } from '../figures.ts'
import { dayText, type LocalClock, localClock, timeText } from '../local-clock.ts'
import { CHAIN, count } from '../words.ts'
import { MUTED } from './look.ts'
import { isolated } from './shaping.ts'
import { makeRoom, type Sheet } from './sheet.ts'
import { type CellLine, type Column, drawHead, drawRow, LEAST_TABLE } from './table.ts'
import { prepare, wrap, writeLines } from './writing.ts'

const ENTRIES_AT_ONCE = 20
const SMALL = 7.5

/** The entries as far as they go on paper, and where the others are; stops after some for others to go on. */
export async function* drawEntries(
  sheet: Sheet,
  { report, shows, durationFormat }: ReportDocument,
  { pages, most }: { pages: AsyncIterable<ReportEntry[]>; most: number },
): AsyncGenerator<void, void, undefined> {
  const columns = columnsFor(shows)
  const clock = localClock(report.time_zone)
  let drawn = 0
  for await (const page of pages) {
    for (const entry of page) {
      if (drawn === most) return drawRest(sheet, { most, all: report.total.entries })
      if (drawn === 0) startTable(sheet, columns)
      await prepare(sheet, textsOf(entry))
      drawRow(sheet, columns, { cells: cellsOf(entry, { clock, shows, durationFormat }) })
      drawn += 1
      if (drawn % ENTRIES_AT_ONCE === 0) yield
    }
  }
  if (drawn === 0) drawNote(sheet, 'No entries.')
}

function startTable(sheet: Sheet, columns: readonly Column[]): void {
  makeRoom(sheet, LEAST_TABLE)
  drawHead(sheet, columns)
}

function drawRest(sheet: Sheet, { most, all }: { most: number; all: number }): void {
  makeRoom(sheet, 30)
  sheet.y += 8
  drawNote(sheet, `The first ${count(most)} of ${count(all)} entries; the spreadsheet has them all.`)
}

function drawNote(sheet: Sheet, text: string): void {
  const style = { size: 8.5, color: MUTED }
  const lines = wrap(sheet, text, { width: sheet.width, lines: 2, style })
  sheet.y += writeLines(sheet, lines, { ...style, x: sheet.left, y: sheet.y, width: sheet.width })
}

function columnsFor(shows: ReportDocument['shows']): Column[] {
  return [
    { title: 'Date', width: 52 },
    { title: 'Entry', width: null },
    { title: 'Person', width: 74 },
    { title: 'Time', width: 46, isFigure: true },
    ...(shows.billable ? [{ title: 'Amount', width: 62, isFigure: true }] : []),
    ...(shows.cost ? [{ title: 'Cost', width: 62, isFigure: true }] : []),
  ]
}

function textsOf({ title, project, client, task, notes, tags, user }: ReportEntry): (string | null)[] {
  return [title, ...project, client, task, notes, ...tags, user, CHAIN]
}

type Shown = { clock: LocalClock } & Pick<ReportDocument, 'shows' | 'durationFormat'>

function cellsOf(entry: ReportEntry, { clock, shows, durationFormat }: Shown): CellLine[][] {
  const start = clock(entry.started_at)
  const end = entry.ended_at === null ? 'now' : timeText(clock(entry.ended_at))
  return [
    [{ text: dayText(start) }, small(`${timeText(start)}–${end}`)],
    whatLines(entry),
    [{ text: entry.user, most: 3 }],
    [{ text: durationText(entry.seconds, durationFormat) }],
    ...(shows.billable ? [amount(entry.billable_amount, entry.billable_currency)] : []),
    ...(shows.cost ? [amount(entry.cost_amount, entry.cost_currency)] : []),
  ]
}

/** The title, or the project where there is none; below it where it belongs, and its notes. */
function whatLines({ title, project, client, task, notes, tags }: ReportEntry): CellLine[] {
  const chain = project.map(isolated).join(CHAIN)
  const first = title ?? (chain === '' ? 'No title' : chain)
  const rest = [title === null ? '' : chain, client, task, tags.map((tag) => `#${tag}`).join(' ')]
  const parts = rest.filter((text) => text !== null && text !== '')
  const where = parts.map((part) => isolated(part ?? '')).join('  ·  ')
  return [
    { text: first, most: 3 },
    ...(where === '' ? [] : [small(where, 2)]),
    ...(notes === null || notes.trim() === '' ? [] : [small(notes, 3)]),
  ]
}

function small(text: string, most = 1): CellLine {
  return { text, most, color: MUTED, size: SMALL }
}

function amount(minor: number | null, currency: string | null): CellLine[] {
  return minor === null ? [] : [{ text: `${amountText(minor, currency ?? '')} ${currency ?? ''}` }]
}
