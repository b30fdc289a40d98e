import { sql } from 'kysely'
import type { Row } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { prepared } from '../prepared.ts'
import { isBillable, isInvoiced } from '../rules/billing-status.ts'
import { durationSeconds } from '../rules/duration.ts'
import { groupBy } from '../rules/group-by.ts'
import { amountOf } from '../rules/money.ts'
import { type RateBook, rateBook, rateInForce, type RateRow, ratesFitting } from '../rules/rates.ts'

const PRICE_COLUMNS = [
  'billable_rate',
  'billable_currency',
  'billable_amount',
  'cost_rate',
  'cost_currency',
  'cost_amount',
] as const

/** What an entry is worth: the rates in force on its day, and what its time comes to at them. */
export type Price = Pick<Row<'entry'>, (typeof PRICE_COLUMNS)[number]>

type Rates = Omit<Price, 'billable_amount' | 'cost_amount'>

/** What of an entry its price depends on. */
export type Pricable = Pick<
  Row<'entry'>,
  | 'workspace_id'
  | 'user_id'
  | 'project_id'
  | 'task_id'
  | 'client_id'
  | 'started_on'
  | 'billing_status'
  | 'started_at'
  | 'ended_at'
  | 'paused_at'
  | 'break_seconds'
>

/** Only the price of an entry that has one. */
export function priceIn(entry: Price): Price {
  const { billable_rate, billable_currency, billable_amount, cost_rate, cost_currency, cost_amount } = entry
  return { billable_rate, billable_currency, billable_amount, cost_rate, cost_currency, cost_amount }
}

/** The price of an entry that is about to be written. `before` is what it was, whose rates it may keep. */
export async function priceOf(ctx: Ctx, entry: Pricable, before: (Pricable & Rates) | null): Promise<Price> {
  const rates =
    before && keepsRates(before, entry) ? before : ratesFrom(await fittingRates(ctx, entry), entry)
  return atRates(entry, rates)
}

/** Time that was billed keeps its rates while it stays where it is; other time while nothing they go by changes. */
function keepsRates(before: Pricable, after: Pricable): boolean {
  const isInPlace =
    before.workspace_id === after.workspace_id &&
    before.user_id === after.user_id &&
    before.project_id === after.project_id &&
    before.task_id === after.task_id &&
    before.client_id === after.client_id
  if (!isInPlace) return false
  if (isInvoiced(before.billing_status) && isInvoiced(after.billing_status)) return true
  return before.started_on === after.started_on && before.billing_status === after.billing_status
}

function ratesFrom(fitting: readonly RateRow[], { billing_status }: Pricable): Rates {
  const billable = isBillable(billing_status) ? rateInForce(fitting, 'billable') : null
  const cost = rateInForce(fitting, 'cost')
  return {
    billable_rate: billable?.amount ?? null,
    billable_currency: billable?.currency ?? null,
    cost_rate: cost?.amount ?? null,
    cost_currency: cost?.currency ?? null,
  }
}

/** A running timer has rates and no amounts yet: those are a matter of when one asks. */
function atRates(entry: Pricable, rates: Rates): Price {
  const { billable_rate, billable_currency, cost_rate, cost_currency } = rates
  const seconds = entry.ended_at === null ? null : durationSeconds(entry, entry.ended_at)
  const amount = (rate: number | null) => (rate === null || seconds === null ? null : amountOf(seconds, rate))
  return {
    billable_rate,
    billable_currency,
    billable_amount: amount(billable_rate),
    cost_rate,
    cost_currency,
    cost_amount: amount(cost_rate),
  }
}

// 0 stands for none, as in the unique key of rates, which answers this.
const ratesNaming = prepared(
  // oxlint-disable-next-line max-params -- one value for each place in the compiled query
  (
    { kysely },
    workspaceId: number,
    projectId: number,
    taskId: number,
    clientId: number,
    userId: number,
    on: string,
  ) =>
    kysely
      .selectFrom('rate')
      .where('workspace_id', '=', workspaceId)
      .where(sql`coalesce(project_id, 0)`, 'in', [sql.lit(0), projectId])
      .where(sql`coalesce(task_id, 0)`, 'in', [sql.lit(0), taskId])
      .where(sql`coalesce(client_id, 0)`, 'in', [
        sql.lit(0),
        sql<number>`coalesce((select project.client_id from project
          where project.workspace_id = ${workspaceId} and project.id = ${projectId}), ${clientId})`,
      ])
      .where(sql`coalesce(user_id, 0)`, 'in', [sql.lit(0), userId])
      .where('effective_from', '<=', on)
      .where('deleted_at', 'is', null)
      .select([
        'kind',
        'user_id',
        'client_id',
        'project_id',
        'task_id',
        'amount',
        'currency',
        'effective_from',
      ]),
)

function fittingRates(ctx: Ctx, entry: Pricable): Promise<RateRow[]> {
  const { workspace_id, project_id, task_id, client_id, user_id, started_on } = entry
  return ratesNaming(ctx, workspace_id, project_id ?? 0, task_id ?? 0, client_id ?? 0, user_id, started_on)
}

/** The rates of a workspace and the clients of its projects: what prices of many entries are reckoned from. */
export type PriceList = { book: RateBook; clientOf: ReadonlyMap<number, number | null> }

export async function priceList(ctx: Ctx, workspaceId: number): Promise<PriceList> {
  const rates = await ctx.db.kysely
    .selectFrom('rate')
    .select(['kind', 'user_id', 'client_id', 'project_id', 'task_id', 'amount', 'currency', 'effective_from'])
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .execute()
  const projects = await ctx.db.kysely
    .selectFrom('project')
    .select(['id', 'client_id'])
    .where('workspace_id', '=', workspaceId)
    .execute()
  return { book: rateBook(rates), clientOf: new Map(projects.map(({ id, client_id }) => [id, client_id])) }
}

/** The price of an entry at the rates it has, or at those that a price list has for it. */
export function pricedAnew(entry: Pricable, at: Rates | PriceList): Price {
  if (!('book' in at)) return atRates(entry, at)
  const { book, clientOf } = at
  const client_id = entry.project_id === null ? entry.client_id : (clientOf.get(entry.project_id) ?? null)
  return atRates(entry, ratesFrom(ratesFitting(book, { ...entry, client_id }), entry))
}

/** Writes the prices of entries anew, as they now stand in one workspace; billed time keeps its own. */
export async function repriceEntries(
  ctx: Ctx,
  entries: readonly (Pricable & Price & { id: number })[],
  list: PriceList,
): Promise<ReadonlyMap<number, Price>> {
  const prices = new Map<number, Price>()
  const changed = entries.flatMap((entry) => {
    if (isInvoiced(entry.billing_status)) return []
    const price = pricedAnew(entry, list)
    prices.set(entry.id, price)
    return PRICE_COLUMNS.every((column) => price[column] === entry[column]) ? [] : [{ entry, price }]
  })
  // Entries of one length at one rate are written together.
  for (const alike of groupBy(changed, ({ price }) => Object.values(price).join(' ')).values()) {
    const [first] = alike
    if (!first) continue
    await ctx.db.kysely
      .updateTable('entry')
      .set(first.price)
      .where('workspace_id', '=', first.entry.workspace_id)
      .where(
        'id',
        'in',
        alike.map(({ entry }) => entry.id),
      )
      .execute()
  }
  return prices
}
