import type { Ctx } from '../../core/context.ts'
import type { Membership } from '../../core/access.ts'
import { setHourlyRate } from '../../core/rate-changes.ts'
import { MOST_AN_HOUR } from '../../core/rates.ts'
import type { TrackedTotals } from '../../core/tracked.ts'
import { majorUnits, minorUnits } from '../../exporters/figures.ts'
import { validation } from './errors.ts'
import { decimalOf, type Input } from './input.ts'

/** The system shows an amount of nothing as null. */
export function shownAmount(minor: number | null, currency: string): number | null {
  return minor === null || minor === 0 ? null : majorUnits(minor, currency)
}

/** What the time of a project is billed for in one currency; amounts of others are not added to it. */
export function amountIn(totals: TrackedTotals | undefined, currency: string): number {
  return totals?.amounts.find((each) => each.currency === currency)?.amount ?? 0
}

type Bounds = { currency: string; most: number }

/** An amount of a body, in minor units; null clears it. */
export function amountOf(input: Input, name: string, { currency, most }: Bounds): number | null | undefined {
  const amount = decimalOf(input, name)
  if (amount === undefined || amount === null) return amount
  if (amount < 0) throw validation('Validation failed', { [name]: ['Must be greater than or equal to 0.'] })
  const minor = minorUnits(amount, currency)
  if (minor <= most) return minor
  const limit = majorUnits(most, currency)
  throw validation('Validation failed', { [name]: [`Must be less than or equal to ${limit}.`] })
}

type SentRate = {
  level: 'project' | 'client'
  id: number
  input: Input
  field: string
  /** Of a rate where there is none yet. */
  currency: string
}

/** Sets the hourly rate of a thing, where it was sent. */
export async function setSentRate(
  ctx: Ctx,
  place: Membership,
  { input, field, ...rate }: SentRate,
): Promise<void> {
  if (input[field] === undefined) return
  const amountIn = (currency: string) => amountOf(input, field, { currency, most: MOST_AN_HOUR }) ?? 0
  await setHourlyRate(ctx, place, { ...rate, amountIn })
}
