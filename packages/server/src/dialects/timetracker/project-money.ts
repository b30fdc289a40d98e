import type { Membership } from '../../core/access.ts'
import { clearBudget, MOST_BUDGET_AMOUNT, seesBudgets, setBudget } from '../../core/budgets.ts'
import type { Ctx } from '../../core/context.ts'
import { type Project, requireProject } from '../../core/projects/read.ts'
import { validation } from './errors.ts'
import { type Input, integerOf } from './input.ts'
import { amountOf, setSentRate } from './money.ts'
import { DEFAULT_THRESHOLD } from './project-map.ts'

type Sent = { project: Project; input: Input }

/** The rate and the budget of a project, as far as they were sent. */
export async function setPrices(ctx: Ctx, place: Membership, sent: Sent): Promise<Project> {
  const { project, input } = sent
  await setSentRate(ctx, place, {
    level: 'project',
    id: project.id,
    input,
    field: 'hourly_rate',
    currency: place.workspace.currency,
  })
  await changeBudget(ctx, place, sent)
  return requireProject(ctx, project.id)
}

/**
 * A budget here can also be one of hours, or for each month, of which the system knows nothing: what is sent back as it was
 * shown leaves all of that as it is, and another amount its period and currency.
 */
async function changeBudget(ctx: Ctx, place: Membership, { project, input }: Sent): Promise<void> {
  const currency = project.budget_currency ?? place.workspace.currency
  const amount = amountOf(input, 'budget_amount', { currency, most: MOST_BUDGET_AMOUNT })
  const threshold = thresholdOf(input)
  const isShown = seesBudgets(ctx, place)
  const shownAmount = isShown ? (project.budget_amount ?? 0) : 0
  const shownThreshold = (isShown ? project.budget_alert_percent : null) ?? DEFAULT_THRESHOLD
  const isOther = amount !== undefined && (amount ?? 0) !== shownAmount
  const isWarned = threshold !== undefined && threshold !== shownThreshold
  if (isOther && !amount) return clearBudget(ctx, { id: project.id })
  if (!isOther && (!isWarned || project.budget_period === null)) return
  const keptAlert = project.budget_period === null ? DEFAULT_THRESHOLD : project.budget_alert_percent
  await setBudget(
    ctx,
    { id: project.id },
    {
      ...(isOther ? { amount } : { amount: project.budget_amount, seconds: project.budget_seconds }),
      currency,
      period: project.budget_period ?? 'total',
      alert_percent: isWarned ? threshold : keptAlert,
    },
  )
}

function thresholdOf(input: Input): number | undefined {
  const percent = integerOf(input, 'budget_threshold_percent') ?? undefined
  if (percent === undefined) return undefined
  if (percent < 0 || percent > 100)
    throw validation('Validation failed', {
      budget_threshold_percent: ['Must be greater than or equal to 0 and less than or equal to 100.'],
    })
  return percent === 0 ? DEFAULT_THRESHOLD : percent
}
