import type { Key } from '../../../core/reports/columns.ts'
import { BYTE_ORDER_MARK, type Row, typed, written } from '../../../exporters/csv.ts'
import { decimalOf } from '../../../exporters/figures.ts'
import type { Input } from '../wire.ts'
import { wordOf } from './question.ts'

const UTF8 = new TextEncoder()

/**
 * Rows as a file. What says that it is UTF-8 and names the columns goes out with the first of them, so that what is
 * refused is refused before.
 */
export async function* csvFile(
  header: Row,
  pages: AsyncIterable<Row[]> | Iterable<Row[]>,
): AsyncGenerator<Uint8Array> {
  let head = BYTE_ORDER_MARK + written([header])
  for await (const rows of pages) {
    yield UTF8.encode(head + written(rows))
    head = ''
  }
}

/** The name of the column of amounts; its bracket is empty where the reader may know none. */
export function amountTitle(currency: string, isSeen: boolean): string {
  return `Amount (${isSeen ? currency : ''})`
}

/** An amount in the currency of its column; one in another says which. */
export function amountCell(
  amount: number | null,
  { currency, of }: { currency: string | null; of: string },
): string | null {
  if (amount === null) return null
  const number = decimalOf(amount, currency ?? of)
  return currency === null || currency === of ? number : `${number} ${currency}`
}

export type DurationFormat = 'classic' | 'decimal' | 'improved'

export function durationFormatOf(input: Input): DurationFormat {
  return wordOf(input, 'duration_format', ['classic', 'decimal', 'improved'])
}

/** `01:05:00`, `1.08` or `1:05:00`. */
export function durationCell(seconds: number, format: DurationFormat): string {
  if (format === 'decimal') return (seconds / 3600).toFixed(2)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return [format === 'classic' ? two(hours) : String(hours), two(minutes), two(rest)].join(':')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** What a person called something; a text that a spreadsheet would take for a formula is kept from being one. */
export function nameCell(text: Key | undefined): string {
  return typed(String(text ?? '')) ?? ''
}
