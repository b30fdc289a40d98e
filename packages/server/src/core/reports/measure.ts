import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely'
import { canManage, type Membership, workspaceIds } from '../access.ts'
import type { Ctx } from '../context.ts'
import type { VisibleEntries } from '../entries/entry.ts'
import { hasLiveTag } from '../entries/filter.ts'
import { rawSeconds } from '../entries/seconds.ts'
import { AppError } from '../errors.ts'
import { type Calendar, columnsFor, type KeyColumns, periodColumn } from './columns.ts'
import type { Grouping, Rounding } from './question.ts'
import { addMoney, emptySum, type Sum } from './sums.ts'

/** What the engine can add up by itself: entries that stand whole under their start, rounded each on its own or not. */
export type Sums = {
  entries: VisibleEntries
  calendar: Calendar
  rounding: Rounding
  within: readonly Membership[]
}

/** A sum with the columns it is the sum of. */
export type SumRow = { columns: KeyColumns; sum: Sum }

const MOST_ROWS = 250_000

/** The sums of entries by what the groupings take, from one pass over them. */
export async function sumsBy(ctx: Ctx, question: Sums, groupings: readonly Grouping[]): Promise<SumRow[]> {
  const names = [...new Set(groupings.flatMap(columnsFor))]
  const keys = names.map((name) => sql.ref(name))
  const sums = sql`count(*) as entries, sum(seconds) as seconds, sum(billable_seconds) as billable_seconds,
    sum(billable) as billable, sum(cost) as cost`
  // Hardly any question holds two currencies, and telling them apart takes half as long again.
  const usual = question.within[0]?.workspace.currency ?? ''
  const inUsual = await sql<SummedRow & { has_other: 0 | 1 }>`
    select ${sql.join([...keys, sums])}, ${usual} as billable_money, ${usual} as cost_money, max(is_other) as has_other
    from ${countedEntries(ctx, question, { names, money: otherThan(usual) })} as counted
    ${groupedBy(keys)} limit ${sql.lit(MOST_ROWS + 1)}`.execute(ctx.db.kysely)
  refuseTooMany(inUsual.rows.length)
  if (!inUsual.rows.some((row) => row.has_other === 1)) return inUsual.rows.flatMap(toSumRow)
  const apart = [...keys, sql.ref('billable_money'), sql.ref('cost_money')]
  const byCurrency = await sql<SummedRow>`select ${sql.join([...apart, sums])}
    from ${countedEntries(ctx, question, { names, money: currencies })} as counted
    ${groupedBy(apart)} limit ${sql.lit(MOST_ROWS + 1)}`.execute(ctx.db.kysely)
  refuseTooMany(byCurrency.rows.length)
  return byCurrency.rows.flatMap(toSumRow)
}

/** What each row says of its currencies. */
type MoneyColumns = (seen: Seen) => AliasedRawBuilder<unknown, string>[]

function currencies(seen: Seen) {
  return [
    currencyColumn('billable', seen.billable).as('billable_money'),
    currencyColumn('cost', seen.cost).as('cost_money'),
  ]
}

function otherThan(usual: string): MoneyColumns {
  return (seen) => [
    sql`case when ${currencyColumn('billable', seen.billable)} <> ${usual}
      or ${currencyColumn('cost', seen.cost)} <> ${usual} then 1 else 0 end`.as('is_other'),
  ]
}

function groupedBy(keys: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return keys.length === 0 ? sql`` : sql`group by ${sql.join(keys)}`
}

export function refuseTooMany(rows: number): void {
  if (rows <= MOST_ROWS) return
  throw new AppError(
    'too_large',
    'too_many_rows',
    'This report has too many lines. Group it more coarsely, or ask for a shorter range.',
  )
}

type SummedRow = KeyColumns & {
  billable_money: string | null
  cost_money: string | null
  entries: number
  seconds: number
  billable_seconds: number
  billable: number | null
  cost: number | null
}

/** A total of nothing is a row of nulls. */
function toSumRow(row: SummedRow): SumRow[] {
  if (row.entries === 0) return []
  const sum = emptySum()
  sum.entries = row.entries
  sum.seconds = row.seconds
  sum.billable_seconds = row.billable_seconds
  addMoney(sum, row.billable_money, { billable: row.billable })
  addMoney(sum, row.cost_money, { cost: row.cost })
  return [{ columns: row, sum }]
}

/** One row for each entry, or for each of its tags: what it is grouped by, what it counts and what it is worth. */
function countedEntries(
  ctx: Ctx,
  { entries, calendar, rounding, within }: Sums,
  { names, money }: { names: (keyof KeyColumns)[]; money: MoneyColumns },
) {
  const raw = rawSeconds(ctx.now)
  const seconds = roundedSeconds(raw, rounding)
  const isRounded = rounding.mode !== 'none'
  const seen = seenIn(within)
  const tagged = names.includes('tag_id')
    ? entries.leftJoin('entry_tag', (join) =>
        join
          .onRef('entry_tag.workspace_id', '=', 'entry.workspace_id')
          .onRef('entry_tag.entry_id', '=', 'entry.id')
          .on(hasLiveTag()),
      )
    : entries
  return ctx.db.engine.reckonedFirst(
    tagged.select([
      ...names.map((name) => keyColumn(name, calendar, seen).as(name)),
      seconds.as('seconds'),
      sql<number>`case when entry.billing_status in ('billable', 'billed', 'paid') then ${seconds} else 0 end`.as(
        'billable_seconds',
      ),
      ...money(seen),
      ifSeen(amountColumn('billable', seconds, isRounded), seen.billable).as('billable'),
      ifSeen(amountColumn('cost', seconds, isRounded), seen.cost).as('cost'),
    ]),
  )
}

function keyColumn(name: keyof KeyColumns, calendar: Calendar, seen: Seen): RawBuilder<unknown> {
  switch (name) {
    case 'billable_rate':
      return ifSeen(sql.ref('entry.billable_rate'), seen.billable)
    case 'billable_currency':
      return currencyColumn('billable', seen.billable)
    case 'day':
    case 'week':
    case 'month':
    case 'year':
      return periodColumn(name, calendar)
    case 'tag_id':
      return sql.ref('entry_tag.tag_id')
    default:
      return sql.ref(`entry.${name}`)
  }
}

/** `roundSeconds`, for the engine. */
function roundedSeconds(seconds: RawBuilder<number>, { mode, minutes }: Rounding): RawBuilder<number> {
  const step = sql.lit(minutes * 60)
  switch (mode) {
    case 'none':
      return seconds
    case 'up':
      return sql`((${seconds} + ${sql.lit(minutes * 60 - 1)}) / ${step} * ${step})`
    case 'down':
      return sql`(${seconds} / ${step} * ${step})`
    case 'nearest':
      return sql`((${seconds} + ${sql.lit(minutes * 30)}) / ${step} * ${step})`
  }
}

type MoneyKind = 'billable' | 'cost'

/** `amountOf`, for the engine; what an entry comes to that is neither running nor rounded is kept with it. */
export function amountColumn(
  kind: MoneyKind,
  seconds: RawBuilder<number>,
  isRounded: boolean,
): RawBuilder<number> {
  const reckoned = sql<number>`(${seconds} * ${sql.ref(`entry.${kind}_rate`)} + 1800) / 3600`
  if (isRounded) return reckoned
  const kept = sql.ref(`entry.${kind}_amount`)
  return sql`case when entry.ended_at is null then ${reckoned} else ${kept} end`
}

/** The workspaces whose amounts the reader may know; null for all of them. */
export type Seen = { billable: readonly number[] | null; cost: readonly number[] | null }

/** Those who manage a workspace know all amounts, members what their own time is billed for, viewers none. */
export function seenIn(within: readonly Membership[]): Seen {
  const billable = within.filter(({ role }) => role !== 'viewer')
  const cost = within.filter(({ role }) => canManage(role))
  return {
    billable: billable.length === within.length ? null : workspaceIds(billable),
    cost: cost.length === within.length ? null : workspaceIds(cost),
  }
}

function currencyColumn(kind: MoneyKind, seen: readonly number[] | null): RawBuilder<string | null> {
  return ifSeen(sql.ref(`entry.${kind}_currency`), seen)
}

function ifSeen(column: RawBuilder<unknown>, seen: readonly number[] | null): RawBuilder<never> {
  if (seen === null) return sql`${column}`
  return sql`case when entry.workspace_id in (${sql.join(seen)}) then ${column} end`
}
