import { canManage, hasScope, type Membership } from './access.ts'
import { actingUser, type Ctx } from './context.ts'
import type { EventRow } from './events.ts'

/** What an entry is billed at and comes to. */
const BILLABLE: readonly string[] = ['billable_rate', 'billable_currency', 'billable_amount']

/** What only those know who manage a workspace, by what an event is about. */
const MANAGED = new Map<string, readonly string[]>([
  ['entry', ['cost_rate', 'cost_currency', 'cost_amount']],
  [
    'project',
    ['budget_seconds', 'budget_amount', 'budget_currency', 'budget_period', 'budget_alert_percent'],
  ],
  ['rate', ['amount']],
])

/**
 * Events of a workspace as its member may read them. They keep whole rows, and to have changed a row does not let one
 * know its money: as in reports, that takes the role, and a key that may read reports.
 */
export function withinSight(ctx: Ctx, { role }: Membership, events: readonly EventRow[]): EventRow[] {
  const readsReports = hasScope(ctx, 'read:reports')
  if (readsReports && canManage(role)) return [...events]
  const { userId } = actingUser(ctx)
  return events.map((event) => {
    const knowsBillable = readsReports && role !== 'viewer' && event.subject_user_id === userId
    const managed = MANAGED.get(event.subject_kind) ?? []
    const hidden = event.subject_kind === 'entry' && !knowsBillable ? [...BILLABLE, ...managed] : managed
    return hidden.length === 0 ? event : without(event, hidden)
  })
}

function without(event: EventRow, columns: readonly string[]): EventRow {
  return { ...event, before: less(event.before, columns), after: less(event.after, columns) }
}

function less(json: string | null, columns: readonly string[]): string | null {
  if (json === null) return null
  // Events hold the JSON of rows, written by `emit`.
  const row = JSON.parse(json) as Record<string, unknown>
  return JSON.stringify(Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))))
}
