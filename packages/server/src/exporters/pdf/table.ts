import { HAIRLINE, INK, MUTED, RULE } from './look.ts'
import { hairline, makeRoom, type Sheet } from './sheet.ts'
import { lineHeight, type Style, wrap, write, writeFigure } from './writing.ts'

/** A column: `width` in points, or null for the one that takes what the others leave. */
export type Column = { title: string; width: number | null; isFigure?: boolean }

/** What stands in a cell: lines below one another, each wrapped to as many lines as it may take. */
export type CellLine = { text: string; color?: string; isStrong?: boolean; most?: number; size?: number }

export type TableRow = {
  cells: CellLine[][]
  indent?: number
  /** The colour of a dot before the first cell. */
  dot?: string | null
  rule?: 'hairline' | 'line'
  /** True for a line that must not stand last on a page, away from what is below it. */
  leads?: boolean
}

const TEXT: Style = { size: 8.5 }
const HEAD: Style = { size: 7.5, weight: 600, color: MUTED }
const GAP = 10
const PADDING = 3.5
const DOT = 11
const LEAST_ROW = 20
// Columns of figures give way, and what stands in them is set smaller, so that names can be read.
const LEAST_NAME = 120

/** The head of a table; drawn again on each page that a row begins. */
export function drawHead(sheet: Sheet, columns: readonly Column[]): void {
  for (const { column, x, width } of placed(sheet, columns)) {
    write(sheet, column.title, { ...HEAD, x, y: sheet.y, width, align: column.isFigure ? 'right' : 'left' })
  }
  sheet.y += lineHeight(HEAD) + 3
  hairline(sheet, sheet.y, RULE)
  sheet.y += 2
}

export function drawRow(sheet: Sheet, columns: readonly Column[], row: TableRow): void {
  const { indent = 0, dot = null, rule = 'hairline' } = row
  const cells = placed(sheet, columns).map(({ column, x, width }, index) => {
    const shift = index === 0 ? indent + (dot === null ? 0 : DOT) : 0
    const lines = (row.cells[index] ?? []).flatMap((line) =>
      styledLines(sheet, line, { column, width: width - shift }),
    )
    return { column, x: x + shift, width: width - shift, lines, height: heightOf(lines) }
  })
  const height = Math.max(lineHeight(TEXT), ...cells.map((cell) => cell.height)) + 2 * PADDING
  const room = row.leads ? height + LEAST_ROW : height
  if (makeRoom(sheet, room + 1)) drawHead(sheet, columns)
  if (rule === 'line') hairline(sheet, sheet.y, RULE)
  const top = sheet.y + PADDING
  if (dot !== null) {
    const middle = top + lineHeight(TEXT) / 2
    sheet.pdf.circle(sheet.left + indent + 3, middle, 3).fill(dot)
  }
  for (const { column, x, width, lines } of cells) {
    let y = top
    for (const { text, style } of lines) {
      if (column.isFigure) writeFigure(sheet, text, { ...style, x, y, width })
      else write(sheet, text, { ...style, x, y, width })
      y += lineHeight(style)
    }
  }
  sheet.y += height
  hairline(sheet, sheet.y, HAIRLINE)
}

/** The height at which no more than the head of a table would stand at a page's foot. */
export const LEAST_TABLE = 60

type StyledLine = { text: string; style: Style }

function styledLines(
  sheet: Sheet,
  { text, color = INK, isStrong = false, most = 1, size = TEXT.size }: CellLine,
  { column, width }: { column: Column; width: number },
): StyledLine[] {
  const style: Style = { size, color, weight: isStrong ? 600 : 400, isFigure: column.isFigure }
  if (most === 1) return [{ text, style }]
  return wrap(sheet, text, { width, lines: most, style }).map((line) => ({ text: line, style }))
}

function heightOf(lines: readonly StyledLine[]): number {
  return lines.reduce((height, { style }) => height + lineHeight(style), 0)
}

type Placed = { column: Column; x: number; width: number }

function placed({ left, width }: Sheet, columns: readonly Column[]): Placed[] {
  const gaps = GAP * (columns.length - 1)
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  const shrink = Math.min(1, (width - gaps - LEAST_NAME) / fixed)
  const rest = width - gaps - fixed * shrink
  let x = left
  return columns.map((column) => {
    const one = { column, x, width: column.width === null ? rest : column.width * shrink }
    x += one.width + GAP
    return one
  })
}
