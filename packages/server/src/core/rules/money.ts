const HOUR = 3600

/**
 * What `seconds` at a rate of minor units an hour come to, rounded half away from zero. Whole hours are taken apart
 * from the rest, so that no product leaves the integers that numbers hold exactly.
 */
export function amountOf(seconds: number, rate: number): number {
  const hours = Math.floor(seconds / HOUR)
  const rest = seconds - hours * HOUR
  return hours * rate + Math.floor((rest * rate + HOUR / 2) / HOUR)
}

/**
 * Deals `total` out in whole parts as the weights have it, by largest remainder: the parts add up to the total, and
 * where two remainders are equal the earlier part gets the unit. Weights are not negative; all zero counts as all one.
 */
export function dealOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0 && weights.length > 0)
    return dealOut(
      total,
      weights.map(() => 1),
    )
  const parts = weights.map((weight, index) => ({ index, ...divide(total, weight, sum) }))
  let left = total - parts.reduce((a, part) => a + part.whole, 0)
  const shares = parts.map((part) => part.whole)
  parts.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  for (const { index } of parts) {
    if (left === 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return shares
}

/** total × weight / sum in whole and rest; products beyond 2^53 are taken exactly. */
function divide(total: number, weight: number, sum: number): { whole: number; rest: number | bigint } {
  const product = total * weight
  if (Number.isSafeInteger(product)) return { whole: Math.floor(product / sum), rest: product % sum }
  const exact = BigInt(total) * BigInt(weight)
  return { whole: Number(exact / BigInt(sum)), rest: exact % BigInt(sum) }
}

const CURRENCY = /^[A-Z]{3}$/

/** True for a currency by its code of ISO 4217, as far as this program's own tables know them. */
export function isCurrency(code: string): boolean {
  return CURRENCY.test(code) && currencies().has(code)
}

let known: ReadonlySet<string> | undefined

function currencies(): ReadonlySet<string> {
  known ??= new Set(Intl.supportedValuesOf('currency'))
  return known
}
