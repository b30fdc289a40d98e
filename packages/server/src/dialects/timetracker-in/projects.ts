import type { Membership } from '../../core/access.ts'
import { MOST_BUDGET_AMOUNT, seesBudgets, clearBudget, setBudget } from '../../core/budgets.ts'
import { clientsById } from '../../core/clients.ts'
import { type Ctx, transact } from '../../core/context.ts'
import { invalid } from '../../core/errors.ts'
import type { FlatFilter } from '../../core/projects/list.ts'
import { projectMemberCounts } from '../../core/projects/members.ts'
import { type Project, type ProjectRow, requireProject } from '../../core/projects/read.ts'
import { createProject, type ProjectFields, updateProject } from '../../core/projects/write.ts'
import { hourlyRates, setHourlyRate } from '../../core/rate-changes.ts'
import { MOST_AN_HOUR } from '../../core/rates.ts'
import { isBillable, resolveBillingStatus } from '../../core/rules/billing-status.ts'
import { taskCounts } from '../../core/task-lists.ts'
import { trackedWork } from '../../core/tracked.ts'
import { majorUnits, minorUnits } from '../../exporters/figures.ts'
import { uuidOf, uuidOrNull } from './ids.ts'
import {
  booleanOf,
  estimateOf,
  type Input,
  isSent,
  positiveOf,
  referenceOf,
  refuseEmpty,
  requireFields,
  textOf,
  wordOf,
} from './input.ts'
import { hoursOrNull, isoTime } from './values.ts'

/** What the system's words for a project are here. Its `inactive` is what we call archived. */
const STATUSES = {
  active: { status: 'active', is_archived: false },
  completed: { status: 'completed', is_archived: false },
  'on-hold': { status: 'on_hold', is_archived: false },
  cancelled: { status: 'cancelled', is_archived: false },
  inactive: { is_archived: true },
} as const

const STATUS_WORDS = ['active', 'completed', 'on-hold', 'cancelled', 'inactive'] as const
type StatusWord = (typeof STATUS_WORDS)[number]

/** Which projects are meant by one of the system's words. */
export function statusFilterOf(input: Input): Pick<FlatFilter, 'isInactive' | 'isArchived' | 'statuses'> {
  const word = wordOf(input, 'status', STATUS_WORDS)
  if (word === undefined) return {}
  return word === 'inactive' ? { isInactive: true } : { isArchived: false, statuses: [STATUSES[word].status] }
}

export function statusOf({
  status,
  is_archived: isArchived,
}: Pick<ProjectRow, 'status' | 'is_archived'>): StatusWord {
  if (isArchived === 1) return 'inactive'
  return status === 'on_hold' ? 'on-hold' : status
}

/** Makes a project from what was sent, with its rate and budget. */
export async function createProjectFrom(ctx: Ctx, place: Membership, input: Input): Promise<Project> {
  requireFields(input, 'name')
  return transact(ctx, async (ctx) => {
    const fields = { ...projectFieldsOf(input), title: textOf(input, 'name') ?? '' }
    const made = await createProject(ctx, place.workspace_id, fields)
    return setMoney(ctx, place, { project: made, input })
  })
}

/** Changes a project; what was not sent stays. */
export async function updateProjectFrom(
  ctx: Ctx,
  place: Membership,
  { project, input }: { project: Project; input: Input },
): Promise<Project> {
  return transact(ctx, async (ctx) => {
    const changed = await updateProject(ctx, { id: project.id }, projectFieldsOf(input, project))
    return setMoney(ctx, place, { project: changed, input })
  })
}

/** As far as they were sent; what we call inactive, too, reads as the system's `inactive`, and sent back stays it. */
function projectFieldsOf(input: Input, before?: Project): ProjectFields {
  refuseEmpty(input, 'name')
  const title = textOf(input, 'name') ?? undefined
  const word = wordOf(input, 'status', STATUS_WORDS)
  const status = before && statusOf(before) === word ? undefined : word
  const isPrivate = booleanOf(input, 'is_private')
  const isBilled = booleanOf(input, 'default_billable')
  return {
    ...(title === undefined ? {} : { title }),
    ...(status === undefined ? {} : STATUSES[status]),
    ...(isPrivate === undefined ? {} : { is_private: isPrivate }),
    ...(isBilled === undefined ? {} : { default_billing_status: isBilled ? 'billable' : 'not_billable' }),
    estimate_seconds: estimateOf(input, 'estimated_hours'),
    notes: textOf(input, 'description'),
    client_id: referenceOf(input, 'client_id', 'client'),
  }
}

type Sent = { project: Project; input: Input }

async function setMoney(ctx: Ctx, place: Membership, { project, input }: Sent): Promise<Project> {
  const { currency } = place.workspace
  if (isSent(input, 'default_billable_rate')) {
    const amountIn = (shown: string) =>
      amountOf(input, 'default_billable_rate', { currency: shown, most: MOST_AN_HOUR })
    await setHourlyRate(ctx, place, { level: 'project', id: project.id, currency, amountIn })
  }
  if (isSent(input, 'estimated_budget')) await changeBudget(ctx, place, { project, input })
  return requireProject(ctx, project.id)
}

/** A budget here can also be one of hours, or for each month: what is sent back as it was shown leaves that as it is. */
async function changeBudget(ctx: Ctx, place: Membership, { project, input }: Sent): Promise<void> {
  const currency = project.budget_currency ?? place.workspace.currency
  const amount = amountOf(input, 'estimated_budget', { currency, most: MOST_BUDGET_AMOUNT })
  const shown = seesBudgets(ctx, place) ? (project.budget_amount ?? 0) : 0
  if (amount === shown) return
  if (amount === 0) return clearBudget(ctx, { id: project.id })
  await setBudget(ctx, { id: project.id }, { amount, currency, period: project.budget_period ?? 'total' })
}

type Bounds = { currency: string; most: number }

/** A positive amount in minor units, or 0 for none. */
function amountOf(input: Input, name: string, { currency, most }: Bounds): number {
  const sent = positiveOf(input, name) ?? 0
  const amount = minorUnits(sent, currency)
  if (amount === 0 && sent > 0) throw invalid(name, `Must be at least ${majorUnits(1, currency)}`)
  if (amount > most) throw invalid(name, `Must be at most ${majorUnits(most, currency)}`)
  return amount
}

/** What time on a project is, unless it is said. */
export function isBilledByDefault(project: ProjectRow, { workspace }: Membership): boolean {
  return isBillable(
    resolveBillingStatus({
      explicit: undefined,
      project: project.default_billing_status,
      workspace: workspace.default_billing_status,
      user: undefined,
      lastWord: 'billable',
    }),
  )
}

/** A budget of money in whole units, as far as one may know of it. */
export function budgetOf(ctx: Ctx, project: ProjectRow, place: Membership): number | null {
  const { budget_amount: amount, budget_currency: currency } = project
  return amount === null || !seesBudgets(ctx, place)
    ? null
    : majorUnits(amount, currency ?? place.workspace.currency)
}

/** Projects of one workspace as both surfaces show them; each of their counts is one question for all of them. */
export async function showProjects(ctx: Ctx, place: Membership, projects: readonly ProjectRow[]) {
  const ids = projects.map((project) => project.id)
  const rates = await hourlyRates(ctx, [place], { level: 'project', ids })
  const clients = await clientsById(
    ctx,
    projects.flatMap((project) => project.client_id ?? []),
  )
  const tasks = await taskCounts(ctx, ids)
  const tracked = await trackedWork(ctx, 'project_id', ids)
  const members = await projectMemberCounts(ctx, place.workspace_id, ids)
  return projects.map((project) => {
    const rate = rates.get(project.id)
    const client = clients.get(project.client_id ?? 0)
    return {
      id: uuidOf('project', project.id),
      name: project.title,
      description: project.notes,
      status: statusOf(project),
      is_private: project.is_private === 1,
      default_billable_rate: rate ? majorUnits(rate.amount, rate.currency) : null,
      default_billable: isBilledByDefault(project, place),
      estimated_hours: hoursOrNull(project.estimate_seconds),
      estimated_budget: budgetOf(ctx, project, place),
      workspace_id: uuidOf('workspace', project.workspace_id),
      workspace_name: place.workspace.name,
      client_id: uuidOrNull('client', project.client_id),
      client_name: client?.name ?? null,
      task_count: tasks.get(project.id) ?? 0,
      time_entry_count: tracked.get(project.id)?.entries ?? 0,
      member_count: members.get(project.id) ?? 0,
      created_at: isoTime(project.created_at),
      updated_at: isoTime(project.updated_at),
    }
  })
}

/** The same of one. */
export async function showProject(ctx: Ctx, place: Membership, project: ProjectRow) {
  const [shown] = await showProjects(ctx, place, [project])
  return shown
}
