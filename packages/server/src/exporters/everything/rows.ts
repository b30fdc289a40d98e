import { canManage, type Membership } from '../../core/access.ts'
import { actingUser, type Ctx } from '../../core/context.ts'
import { AppError } from '../../core/errors.ts'
import type { Progress } from '../document.ts'
import type { Noun, Place, Row } from './nouns.ts'

const ROWS_AT_ONCE = 500

/** A workspace of the export: who one is in it, and what is asked for there. */
export type Part = { membership: Membership; whose: Place['whose'] }

/** The rows of one kind in several workspaces, page by page; none where one may not see them. */
export async function* rowsOf(
  ctx: Ctx,
  noun: Noun,
  { parts, progress }: { parts: readonly Part[]; progress: Progress & { seen: number } },
): AsyncGenerator<Row[], void, undefined> {
  for (const { membership, whose } of parts) {
    const place = { workspaceId: membership.workspace_id, whose }
    const read = (cursor: string | null) => noun.list(ctx, place, { cursor, limit: ROWS_AT_ONCE })
    let page = await read(null).catch(noneIfRefused)
    while (page) {
      progress.signal.throwIfAborted()
      if (page.rows.length > 0) yield page.rows.map((row) => plain(row, noun, hiddenFrom(ctx, membership)))
      progress.seen += page.rows.length
      progress.onRows(progress.seen)
      page = page.next === null ? undefined : await read(page.next)
    }
  }
}

/** What a role may not list, or a module that is off, is left out; anything else is no answer at all. */
function noneIfRefused(error: unknown): undefined {
  if (error instanceof AppError && (error.code === 'forbidden' || error.reason === 'module_disabled')) return
  throw error
}

const COST = ['cost_rate', 'cost_currency', 'cost_amount']
const BILLABLE = ['billable_rate', 'billable_currency', 'billable_amount']
const BUDGET = ['budget_seconds', 'budget_amount', 'budget_currency', 'budget_period', 'budget_alert_percent']

/** The columns of a row that its reader may not know: money is as it is in reports. */
function hiddenFrom(ctx: Ctx, { role }: Membership): (row: Row) => readonly string[] {
  if (canManage(role)) return () => []
  const { userId } = actingUser(ctx)
  return (row) => {
    const isOwn = row['user_id'] === userId && role !== 'viewer'
    return [...COST, ...BUDGET, ...(isOwn ? [] : BILLABLE)]
  }
}

function plain(row: Row, { columns }: Noun, hidden: (row: Row) => readonly string[]): Row {
  const kept = hidden(row)
  return Object.fromEntries(
    columns.map((column) => [column, kept.includes(column) ? null : valueOf(column, row[column])]),
  )
}

/** Instants as RFC 3339, flags as true and false, and what is kept as JSON as what it is. */
function valueOf(column: string, value: unknown): unknown {
  if (typeof value === 'number' && column.endsWith('_at')) return new Date(value).toISOString()
  if (typeof value === 'number' && column.startsWith('is_')) return value === 1
  if (typeof value === 'string' && (column === 'custom_fields' || column === 'tags'))
    // Columns that only verbs write, as JSON.
    return JSON.parse(value) as unknown
  if (column === 'tags' && Array.isArray(value))
    return value.map((tag: unknown) => (isNamed(tag) ? tag.name : tag))
  return value ?? null
}

function isNamed(tag: unknown): tag is { name: string } {
  return typeof tag === 'object' && tag !== null && 'name' in tag
}
