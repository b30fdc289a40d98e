import type { Measures, Money } from './answer.ts'

/** What lines add up to while a report is being put together. */
export type Sum = {
  entries: number
  seconds: number
  billable_seconds: number
  /** By currency, of which there is hardly ever more than one. */
  money: { currency: string; billable: number; cost: number }[]
}

/** Which amounts the reader may know. */
export type Sight = { billable: boolean; cost: boolean }

export function emptySum(): Sum {
  return { entries: 0, seconds: 0, billable_seconds: 0, money: [] }
}

/** Adds amounts in a currency; what is not known, or has no currency, adds nothing. */
export function addMoney(
  sum: Sum,
  currency: string | null,
  { billable, cost }: { billable?: number | null; cost?: number | null },
): void {
  if (currency === null || ((billable ?? null) === null && (cost ?? null) === null)) return
  let known = sum.money.find((each) => each.currency === currency)
  if (!known) {
    known = { currency, billable: 0, cost: 0 }
    sum.money.push(known)
  }
  known.billable += billable ?? 0
  known.cost += cost ?? 0
}

export function addSum(sum: Sum, other: Sum): void {
  sum.entries += other.entries
  sum.seconds += other.seconds
  sum.billable_seconds += other.billable_seconds
  for (const money of other.money) addMoney(sum, money.currency, money)
}

/** A sum as the reader may see it. */
export function toMeasures(sum: Sum, sight: Sight): Measures {
  const { entries, seconds, billable_seconds, money } = sum
  if (!sight.billable && !sight.cost) return { entries, seconds, billable_seconds, money: [] }
  const shown = money.map(({ currency, billable, cost }): Money => ({
    currency,
    billable: sight.billable ? billable : null,
    cost: sight.cost ? cost : null,
    profit: sight.billable && sight.cost ? billable - cost : null,
  }))
  shown.sort((a, b) => (a.currency < b.currency ? -1 : 1))
  return { entries, seconds, billable_seconds, money: shown }
}
