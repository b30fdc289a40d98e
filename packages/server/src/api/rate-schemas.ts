import { Type } from 'typebox'
import { RATE_LEVELS } from '../core/rules/rates.ts'
import { Currency, Day, Id, Instant, listOf, named, nullable, oneOf, Version } from './schemas.ts'

/** What rates and budgets take and give. */

export const RateKind = oneOf(['billable', 'cost'])
export const RateLevel = oneOf([...RATE_LEVELS], { description: 'From the least to the most specific.' })

const Amount = nullable(
  Type.Integer({
    minimum: 0,
    maximum: 100_000_000,
    description: 'Minor units an hour; null where from this day on the next level holds.',
    examples: [9500],
  }),
)
const EffectiveFrom = nullable(
  Type.String({
    ...Day,
    description: 'The first day it holds for; null for always.',
    examples: ['2026-03-01'],
  }),
)

export const Rate = named(
  'Rate',
  Type.Object({
    id: Id,
    workspace_id: Id,
    kind: RateKind,
    level: RateLevel,
    user_id: nullable(Id),
    client_id: nullable(Id),
    project_id: nullable(Id),
    task_id: nullable(Id),
    amount: Amount,
    currency: Currency,
    effective_from: EffectiveFrom,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
  }),
)
export const Rates = listOf(Rate)

export const NewRate = named(
  'NewRate',
  Type.Object({
    workspace_id: Id,
    kind: RateKind,
    user_id: Type.Optional(nullable(Id)),
    client_id: Type.Optional(nullable(Id)),
    project_id: Type.Optional(nullable(Id)),
    task_id: Type.Optional(nullable(Id)),
    amount: Amount,
    currency: Type.Optional(Currency),
    effective_from: Type.Optional(EffectiveFrom),
  }),
)

export const RateChanges = named(
  'RateChanges',
  Type.Partial(Type.Object({ amount: Amount, currency: Currency, effective_from: EffectiveFrom })),
)

const BudgetPeriod = oneOf(['total', 'month'])
const Seconds = nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000, examples: [144_000] }))
const Money = nullable(
  Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'Minor units.', examples: [500_000] }),
)
const AlertPercent = nullable(
  Type.Integer({ minimum: 1, maximum: 100, description: 'From this share on it is said.', examples: [80] }),
)

export const Budget = named(
  'Budget',
  Type.Object({
    project_id: Id,
    period: BudgetPeriod,
    period_key: Type.String({ description: '`total`, or the month as YYYY-MM.', examples: ['2026-03'] }),
    seconds: Seconds,
    amount: Money,
    currency: nullable(Currency),
    alert_percent: AlertPercent,
    used_seconds: Type.Integer(),
    used_amount: Type.Integer({ description: 'Minor units of the budget’s currency.' }),
    used_percent: Type.Integer({ description: 'Rounded down; above 100 where it is overdrawn.' }),
  }),
)
export const Budgets = named('Budgets', Type.Object({ data: Type.Array(Budget) }))

export const NewBudget = named(
  'NewBudget',
  Type.Object({
    period: Type.Optional(BudgetPeriod),
    seconds: Type.Optional(Seconds),
    amount: Type.Optional(Money),
    currency: Type.Optional(Currency),
    alert_percent: Type.Optional(AlertPercent),
  }),
)
