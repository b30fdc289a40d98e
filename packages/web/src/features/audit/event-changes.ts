import type { Event } from '@sundial/sdk'

/** A row of the database as an event keeps it. */
export type Row = Record<string, unknown>
export type FieldChange = { field: string; before: unknown; after: unknown }

/** What every row has, what is derived from the rest, and what is written beside an amount. */
const untold = new Set([
  'id',
  'workspace_id',
  'personal_user_id',
  'version',
  'created_at',
  'updated_at',
  'deleted_at',
  'revoked_at',
  'search_text',
  'path',
  'position',
  'preferences',
  'started_on',
  'via_wire',
  'via_client',
  'wire_memo',
  'billable_currency',
  'cost_currency',
  'budget_currency',
])

/** The fields that an event changed, or all that what it made or removed had. */
export function changesOf({ before, after }: Pick<Event, 'before' | 'after'>, verb: string): FieldChange[] {
  const was = toRow(before)
  const is = verb === 'deleted' ? {} : toRow(after)
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !untold.has(field) && !field.endsWith('_key'))
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter((change) => isTold(change.before) !== isTold(change.after) || differ(change))
}

export function toRow(value: unknown): Row {
  // Rows are written as objects; a page that finds anything else shows nothing of it.
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

/** What is set at all: neither nothing, nor a list or a text without anything in it. */
export function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && !['', '[]', '{}'].includes(textOf(value))
}

function differ({ before, after }: FieldChange): boolean {
  return isTold(before) && textOf(before) !== textOf(after)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
