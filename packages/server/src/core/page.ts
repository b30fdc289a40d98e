import { sql, type SqlBool } from 'kysely'
import { invalid } from './errors.ts'

/** Which part of a list: at most `limit` rows after the place a cursor marks. */
export type Page = { limit: number; cursor: string | null }

/** Which part of a list, for clients that turn numbered pages. */
export type Slice = { offset: number; limit: number }

/** The same in an order of the client's choice; what is alike goes by its id. */
export type Sorted<Column extends string> = Slice & { by: Column; order: 'asc' | 'desc' }

/** The columns by which most things can be sorted beside their name. */
export type ByChange = 'created_at' | 'updated_at'

export type PageOf<T> = { rows: T[]; next: string | null }

/** The sort values of a row. */
export type Place = readonly (string | number)[]

/**
 * Reads one page by keyset: `read` gets the sort values of the last row seen and how many rows to take, one more than
 * the page holds so that the end is known without counting.
 */
export async function pageOf<T>(
  page: Page,
  read: (after: Place | null, limit: number) => Promise<T[]>,
  placeOf: (row: T) => Place,
): Promise<PageOf<T>> {
  const rows = await read(page.cursor === null ? null : readCursor(page.cursor), page.limit + 1)
  if (rows.length <= page.limit) return { rows, next: null }
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: last === undefined ? null : writeCursor(placeOf(last)) }
}

/** The condition of the next page: rows beyond `after` in the order of these columns. */
export function beyond(after: Place | null, columns: readonly string[], order: 'asc' | 'desc' = 'asc') {
  if (after === null) return sql<SqlBool>`1 = 1`
  const names = sql.join(columns.map((column) => sql.ref(column)))
  return sql<SqlBool>`(${names}) ${sql.raw(order === 'asc' ? '>' : '<')} (${sql.join(after)})`
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function readCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(place) && place.length > 0 && place.every(isSortValue)) return place
  } catch {
    // Whatever it was, no list of ours gave it.
  }
  throw invalid('cursor', 'Send a cursor as a list gave it, or none to begin.')
}

function isSortValue(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && Number.isSafeInteger(value))
}
