import type { Input } from '../wire.ts'
import { wordOf } from './question.ts'

type Value = string | number | null

const collator = new Intl.Collator('en', { numeric: true })

/** Rows in the order the request names, by one of these values; as they come where it names none. */
export function ordered<T>(rows: readonly T[], input: Input, values: Record<string, (row: T) => Value>): T[] {
  const names = Object.keys(values)
  const [first] = names
  if (!input['order_by'] || first === undefined) return [...rows]
  const valueOf = values[wordOf(input, 'order_by', [first, ...names.slice(1)])]
  const direction = wordOf(input, 'order_dir', ['ASC', 'DESC']) === 'ASC' ? 1 : -1
  const valued = rows.map((row) => ({ row, value: valueOf?.(row) ?? null }))
  return valued.sort((a, b) => direction * compare(a.value, b.value)).map(({ row }) => row)
}

/** What is empty comes before what is not. */
function compare(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** What a title object says, for its place among others. */
export function titleText(title: Readonly<Record<string, string | null>>): string {
  const { hex_color: _, color: __, ...names } = title
  return Object.values(names)
    .map((name) => name ?? '')
    .join('\0')
}
