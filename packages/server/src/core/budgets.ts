import { sql } from 'kysely'
import type { BudgetPeriod, Row } from '../db/schema.ts'
import {
  canManage,
  hasScope,
  inTurn,
  type Membership,
  membershipIn,
  requireAllowed,
  requireScope,
} from './access.ts'
import { type Ctx, transact } from './context.ts'
import { invalid } from './errors.ts'
import { rawSeconds } from './entries/seconds.ts'
import { emit } from './events.ts'
import { type Project, requireProject, visibleProjects } from './projects/read.ts'
import { amountColumn } from './reports/measure.ts'
import { firstDayOf } from './rules/local-periods.ts'
import { localDay, startOfDay } from './rules/local-time.ts'
import { requireCurrency } from './text.ts'
import { requireVersion, type Target } from './version.ts'

/** How much a project may take: seconds, or an amount in minor units, in all or each month. */
export type Budget = {
  period: BudgetPeriod
  seconds: number | null
  amount: number | null
  currency: string | null
  /** From this share on it is said that the budget is running out. */
  alert_percent: number | null
}

/** A budget with what is used of it, by the project and all below it; running timers count up to now. */
export type BudgetState = Budget & {
  project_id: number
  /** `total`, or the month as YYYY-MM. */
  period_key: string
  used_seconds: number
  /** In the budget's currency; what is in others does not count. */
  used_amount: number
  /** Whole percent, rounded down. */
  used_percent: number
}

const DEFAULT_ALERT = 80
export const MOST_BUDGET_AMOUNT = 1_000_000_000_000
const MOST_BUDGET_SECONDS = 1_000_000_000

export type BudgetFields = {
  period?: BudgetPeriod
  seconds?: number | null
  amount?: number | null
  currency?: string
  alert_percent?: number | null
}

/** Gives a project a budget, instead of any it had. */
export async function setBudget(ctx: Ctx, target: Target, fields: BudgetFields): Promise<BudgetState> {
  const seconds = checkedBudget('seconds', fields.seconds ?? null, MOST_BUDGET_SECONDS)
  const amount = checkedBudget('amount', fields.amount ?? null, MOST_BUDGET_AMOUNT)
  if ((seconds === null) === (amount === null))
    throw invalid('seconds', 'A budget is either of time or of money.')
  const project = await writeBudget(ctx, target, (currency) => ({
    budget_seconds: seconds,
    budget_amount: amount,
    budget_currency: amount === null ? null : requireCurrency('currency', fields.currency ?? currency),
    budget_period: fields.period ?? 'total',
    budget_alert_percent: fields.alert_percent === undefined ? DEFAULT_ALERT : fields.alert_percent,
  }))
  const [state] = await budgetStates(ctx, { workspaceId: project.workspace_id, projectId: project.id })
  if (!state) throw new Error('A budget that has just been set has a state')
  return state
}

function checkedBudget(field: 'seconds' | 'amount', size: number | null, most: number): number | null {
  if (size === null || (Number.isInteger(size) && size >= 1 && size <= most)) return size
  throw invalid(field, `Write a whole number from 1 to ${most}.`)
}

/** Takes a project's budget away. */
export async function clearBudget(ctx: Ctx, target: Target): Promise<void> {
  await writeBudget(ctx, target, () => ({
    budget_seconds: null,
    budget_amount: null,
    budget_currency: null,
    budget_period: null,
    budget_alert_percent: null,
  }))
}

type BudgetColumns = Pick<
  Row<'project'>,
  'budget_seconds' | 'budget_amount' | 'budget_currency' | 'budget_period' | 'budget_alert_percent'
>

async function writeBudget(
  ctx: Ctx,
  { id, version }: Target,
  columns: (workspaceCurrency: string) => BudgetColumns,
): Promise<Project> {
  requireScope(ctx, 'write:projects')
  return transact(ctx, async (ctx) => {
    const { title_chain: _, is_hidden: __, ...before } = await inTurn(ctx, (ctx) => requireProject(ctx, id))
    const { role, workspace } = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canManage(role), 'Your role may not set budgets.')
    requireVersion(before, version)
    const after = await ctx.db.kysely
      .updateTable('project')
      .set({ ...columns(workspace.currency), version: before.version + 1, updated_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    // Another budget is reached anew.
    await ctx.db.kysely
      .deleteFrom('budget_alert')
      .where('workspace_id', '=', before.workspace_id)
      .where('project_id', '=', id)
      .execute()
    await emit(ctx, {
      workspaceId: before.workspace_id,
      kind: 'project.updated',
      subjectId: id,
      before,
      after,
    })
    return requireProject(ctx, id)
  })
}

/** Whether one may see the budgets of a workspace, for wires that show them beside the project. */
export function seesBudgets(ctx: Ctx, { role }: Pick<Membership, 'role'>): boolean {
  return canManage(role) && hasScope(ctx, 'read:reports')
}

/** The budgets of a workspace with what is used of them; for those who manage it. */
export async function listBudgets(
  ctx: Ctx,
  filter: { workspaceId: number; projectId?: number },
): Promise<BudgetState[]> {
  requireScope(ctx, 'read:reports')
  const membership = await membershipIn(ctx, filter.workspaceId)
  requireAllowed(canManage(membership.role), 'Your role may not see budgets.')
  const states = await budgetStates(ctx, filter)
  if (states.length === 0) return []
  const visible = await visibleProjects(ctx, [membership])
    .clearSelect()
    .select('project.id')
    .where('project.budget_period', 'is not', null)
    .execute()
  const ids = new Set(visible.map((project) => project.id))
  return states.filter((state) => ids.has(state.project_id))
}

type StateRow = BudgetColumns & { id: number; used_seconds: number | null; used_amount: number | null }

/** The state of every budget of a workspace, or of one project's, whoever asks. */
async function budgetStates(
  ctx: Ctx,
  { workspaceId, projectId }: { workspaceId: number; projectId?: number },
): Promise<BudgetState[]> {
  const { time_zone } = await ctx.db.kysely
    .selectFrom('workspace')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const month = firstDayOf(localDay(ctx.now, time_zone), 'month', 1)
  const seconds = rawSeconds(ctx.now)
  const amount = amountColumn('billable', seconds, false)
  const only = projectId === undefined ? sql`` : sql`and project.id = ${projectId}`
  const rows = await sql<StateRow>`
    with recursive below (budget_id, id, since, currency) as (
      select project.id, project.id,
        case when project.budget_period = 'month' then ${sql.lit(startOfDay(month, time_zone))} end, project.budget_currency
      from project where project.workspace_id = ${workspaceId} and project.budget_period is not null
        and project.deleted_at is null ${only}
      union all
      select below.budget_id, child.id, below.since, below.currency
      from below join project as child
        on child.workspace_id = ${workspaceId} and child.parent_id = below.id and child.deleted_at is null
    ), used (budget_id, used_seconds, used_amount) as (
      select below.budget_id, sum(${seconds}),
        sum(case when entry.billable_currency = below.currency then ${amount} else 0 end)
      from below join entry on entry.workspace_id = ${workspaceId} and entry.project_id = below.id
      where entry.deleted_at is null and (below.since is null or entry.started_at >= below.since)
      group by below.budget_id
    )
    select project.id, project.budget_seconds, project.budget_amount, project.budget_currency,
      project.budget_period, project.budget_alert_percent, used.used_seconds, used.used_amount
    from project left join used on used.budget_id = project.id
    where project.workspace_id = ${workspaceId} and project.budget_period is not null
      and project.deleted_at is null ${only}
    order by project.id`.execute(ctx.db.kysely)
  return rows.rows.map((row) => toState(row, month))
}

function toState(row: StateRow, month: string): BudgetState {
  const used_seconds = row.used_seconds ?? 0
  const used_amount = row.used_amount ?? 0
  const share =
    row.budget_seconds === null ? used_amount / (row.budget_amount ?? 1) : used_seconds / row.budget_seconds
  return {
    project_id: row.id,
    period: row.budget_period ?? 'total',
    period_key: row.budget_period === 'month' ? month.slice(0, 7) : 'total',
    seconds: row.budget_seconds,
    amount: row.budget_amount,
    currency: row.budget_currency,
    alert_percent: row.budget_alert_percent,
    used_seconds,
    used_amount,
    used_percent: Math.floor(share * 100),
  }
}

/**
 * Says of every budget once when it runs out and once when it is used up, as an event of its project. Asked by the
 * clock, as a running timer uses a budget up without anybody writing anything.
 */
export async function checkBudgets(ctx: Ctx): Promise<void> {
  const workspaces = await ctx.db.kysely
    .selectFrom('project')
    .innerJoin('workspace', 'workspace.id', 'project.workspace_id')
    .select('project.workspace_id')
    .distinct()
    .where('project.budget_period', 'is not', null)
    .where('project.deleted_at', 'is', null)
    .where('workspace.deleted_at', 'is', null)
    .execute()
  for (const { workspace_id } of workspaces) {
    for (const state of await budgetStates(ctx, { workspaceId: workspace_id }))
      await sayReached(ctx, workspace_id, state)
  }
}

async function sayReached(ctx: Ctx, workspaceId: number, state: BudgetState): Promise<void> {
  for (const percent of new Set([state.alert_percent ?? 100, 100])) {
    if (state.used_percent < percent) continue
    await transact(ctx, async (ctx) => {
      const said = await ctx.db.kysely
        .insertInto('budget_alert')
        .values({
          workspace_id: workspaceId,
          project_id: state.project_id,
          period: state.period_key,
          percent,
          reached_at: ctx.now,
        })
        .onConflict((known) => known.doNothing())
        .returning('percent')
        .executeTakeFirst()
      if (!said) return
      await emit(ctx, {
        workspaceId,
        kind: 'project.budget_reached',
        subjectId: state.project_id,
        before: null,
        after: { ...state, percent },
      })
    })
  }
}
