import type { Membership } from '../../core/access.ts'
import { seesBudgets } from '../../core/budgets.ts'
import { type Client, clientsById } from '../../core/clients.ts'
import type { Ctx } from '../../core/context.ts'
import type { Project } from '../../core/projects/read.ts'
import { hourlyRates } from '../../core/rate-changes.ts'
import { customFieldsOf } from '../../core/text.ts'
import { trackedTotals, type TrackedTotals } from '../../core/tracked.ts'
import { majorUnits } from '../../exporters/figures.ts'
import { amountIn, shownAmount } from './money.ts'
import { hoursOf, utcTime, utcTimeOrNull } from './times.ts'

/** Projects as the system shows them, with what their time comes to: three questions for all of them. */
export async function showProjects(ctx: Ctx, projects: readonly Project[], place: Membership) {
  const ids = projects.map((project) => project.id)
  const totals = await trackedTotals(ctx, 'project_id', ids)
  const rates = await hourlyRates(ctx, [place], { level: 'project', ids })
  const clients = await clientsById(ctx, [...new Set(projects.flatMap(({ client_id }) => client_id ?? []))])
  return projects.map((project) =>
    toProject(project, {
      totals: totals.get(project.id),
      rate: rates.get(project.id),
      client: project.client_id === null ? undefined : clients.get(project.client_id),
      currency: rates.get(project.id)?.currency ?? place.workspace.currency,
      budget: seesBudgets(ctx, place) ? project : NO_BUDGET,
      billsByDefault: place.workspace.default_billing_status !== 'not_billable',
    }),
  )
}

export async function showProject(ctx: Ctx, project: Project, place: Membership) {
  const [shown] = await showProjects(ctx, [project], place)
  return shown
}

type Beside = {
  totals: TrackedTotals | undefined
  rate: { amount: number } | undefined
  client: Client | undefined
  currency: string
  budget: Pick<Project, 'budget_amount' | 'budget_currency' | 'budget_alert_percent'>
  billsByDefault: boolean
}

/** What is shown to who may not see budgets. */
const NO_BUDGET = { budget_amount: null, budget_currency: null, budget_alert_percent: null }

/** The custom field that keeps what the system calls a billing reference. */
export const BILLING_REF = 'billing_ref'
export const DEFAULT_THRESHOLD = 80

function toProject(project: Project, { totals, rate, client, currency, budget, billsByDefault }: Beside) {
  const custom = customFieldsOf(project.custom_fields)
  const { budget_amount } = budget
  const budgetCurrency = budget.budget_currency ?? currency
  const consumed = amountIn(totals, budgetCurrency)
  const threshold = budget.budget_alert_percent ?? DEFAULT_THRESHOLD
  const { id, code, client_id, color, archived_by } = project
  return {
    id,
    name: project.title,
    code,
    code_display: code ?? shortCode(project.title),
    client_id,
    client: client?.name ?? null,
    description: project.notes,
    billable: isBillableProject(project, billsByDefault),
    hourly_rate: rate ? shownAmount(rate.amount, currency) : null,
    billing_ref: custom[BILLING_REF] ?? null,
    status: statusOf(project),
    estimated_hours: project.estimate_seconds === null ? null : hoursOf(project.estimate_seconds),
    budget_amount: shownAmount(budget_amount, budgetCurrency),
    budget_threshold_percent: threshold,
    created_at: utcTime(project.created_at),
    updated_at: utcTime(project.updated_at),
    total_hours: hoursOf(totals?.seconds ?? 0),
    total_billable_hours: hoursOf(totals?.billableSeconds ?? 0),
    estimated_cost: shownAmount(amountIn(totals, currency), currency),
    budget_consumed_amount: majorUnits(consumed, budgetCurrency),
    budget_threshold_exceeded:
      budget_amount !== null && budget_amount > 0 && consumed * 100 >= budget_amount * threshold,
    total_costs: 0,
    total_billable_costs: 0,
    total_project_value: majorUnits(amountIn(totals, currency), currency),
    custom_fields: custom,
    is_archived: project.is_archived === 1,
    archived_at: utcTimeOrNull(project.archived_at),
    archived_by,
    archived_reason: project.archive_reason,
    color,
  }
}

function isBillableProject({ default_billing_status: status }: Project, billsByDefault: boolean): boolean {
  return status === null ? billsByDefault : status === 'billable'
}

/** The first four signs of a name that are no spaces. */
function shortCode(name: string): string {
  return [...name.replaceAll(/\s+/g, '')].slice(0, 4).join('').toUpperCase()
}

function statusOf({ is_archived, status }: Project): string {
  if (is_archived === 1) return 'archived'
  if (status === 'on_hold') return 'on_hold'
  return status === 'active' ? 'active' : 'inactive'
}
