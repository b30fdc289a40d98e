import type { Report, ReportMeasures } from '@sundial/sdk'

export const moneyKinds = ['billable', 'cost', 'profit'] as const
export type MoneyKind = (typeof moneyKinds)[number]

/** Which amounts a report has: none where there are no rates, and cost only where somebody costs something. */
export function columnsOf({ total }: Pick<Report, 'total'>): MoneyKind[] {
  const { money } = total
  const hasBillable = money.some(({ billable }) => billable !== null)
  const hasCost = money.some(({ cost }) => cost !== null && cost !== 0)
  return [...(hasBillable ? (['billable'] as const) : []), ...(hasCost ? (['cost', 'profit'] as const) : [])]
}

/** The amounts of a line, currency by currency, in the order of the total; those that are nothing are left out. */
export function amountsOf(
  { money }: ReportMeasures,
  kind: MoneyKind,
): { currency: string; amount: number }[] {
  return money.flatMap(({ currency, [kind]: amount }) => (amount ? [{ currency, amount }] : []))
}
