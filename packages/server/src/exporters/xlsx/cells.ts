import { digitsOf } from '../figures.ts'
import { type Kind, moneyKind, styleOf } from './styles.ts'

/** A cell: text, or a number and what it is. Null is empty. There are no formulas. */
export type Cell = { text: string; style?: number } | { number: number; kind: Kind } | null

export type Row = { cells: Cell[]; isBold?: boolean; depth?: number }

// Excel's limit for the text of one cell, in UTF-16 units.
const MOST_CHARACTERS = 32_767
const MILLISECONDS_A_DAY = 86_400_000
const DAYS_TO_1970 = 25_569
// Before 1 March 1900 Excel counts a day that never was.
const FIRST_SERIAL = 61

export function text(value: string | null, style?: number): Cell {
  return value === null || value === '' ? null : { text: value, style }
}

export function whole(number: number): Cell {
  return { number, kind: 'whole' }
}

/** Seconds as hours. */
export function hours(seconds: number): Cell {
  return { number: seconds / 3600, kind: 'hours' }
}

/** Seconds as Excel counts time, in days. */
export function duration(seconds: number): Cell {
  return { number: seconds / 86_400, kind: 'duration' }
}

/** A reading of a wall clock, or its day. */
export function moment(local: number | null, kind: 'moment' | 'day'): Cell {
  if (local === null) return null
  const serial = local / MILLISECONDS_A_DAY + DAYS_TO_1970
  if (serial < FIRST_SERIAL) return { text: new Date(local).toISOString().slice(0, kind === 'day' ? 10 : 19) }
  return { number: kind === 'day' ? Math.floor(serial) : serial, kind }
}

export function money(minor: number | null | undefined, currency: string | null | undefined): Cell {
  if (minor == null) return null
  const digits = digitsOf(currency ?? '')
  return { number: Number((minor / 10 ** digits).toFixed(digits)), kind: moneyKind(digits) }
}

/** A row of a sheet, its number counted from 1. */
export function rowXml({ cells, isBold = false, depth = 0 }: Row, number: number): string {
  const inside = cells.map((cell, index) =>
    cell === null ? '' : cellXml(cell, columnOf(index) + number, isBold),
  )
  const outline = depth > 0 ? ` outlineLevel="${Math.min(depth, 7)}"` : ''
  return `<row r="${number}"${outline}>${inside.join('')}</row>`
}

function cellXml(cell: NonNullable<Cell>, at: string, isBold: boolean): string {
  if ('number' in cell) return `<c r="${at}" s="${styleOf(cell.kind, isBold)}"><v>${cell.number}</v></c>`
  const style = cell.style ?? styleOf('text', isBold)
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`
}

const columns: string[] = []

/** A, B, … Z, AA, AB … */
export function columnOf(index: number): string {
  columns[index] ??=
    (index < 26 ? '' : columnOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))
  return columns[index]
}

// What XML 1.0 cannot hold, and half a pair of UTF-16.
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu
const MARKUP = /[&<>"]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escaped(value: string): string {
  const short = value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS - 1)}…` : value
  return (
    short
      .replaceAll(IMPOSSIBLE, '\ufffd')
      // Excel reads `_x0041_` as the character; the underscore itself is written so to keep it.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll(MARKUP, (mark) => ENTITIES[mark] ?? mark)
  )
}
