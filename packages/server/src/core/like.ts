import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { containing, nameKey } from './rules/names.ts'

/**
 * True where a column, or what is put together from some, holds `text` anywhere, taken literally. SQLite has no escape
 * sign unless it is named.
 */
export function holds(column: string | RawBuilder<string>, text: string): RawBuilder<SqlBool> {
  const within = typeof column === 'string' ? sql.ref(column) : column
  return sql<SqlBool>`${within} like ${containing(text)} escape '\\'`
}

/** The same whatever the case; on SQLite only of the letters of ASCII. */
export function holdsAnyCase(column: string, text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${containing(nameKey(text))} escape '\\'`
}
