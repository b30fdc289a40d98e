import type { Ctx } from '../../../core/context.ts'
import { type NewAmount, type RateReach, setRate } from '../../../core/rate-changes.ts'
import type { Rate } from '../../../core/rates.ts'
import { refused } from '../errors.ts'
import { majorUnits, minorUnits } from '../../../exporters/figures.ts'
import { type Input, numberOf, textOf } from '../wire.ts'

const REACHES: Readonly<Record<string, RateReach>> = {
  'start-today': 'today',
  'override-current': 'current',
  'override-all': 'always',
}

type Names = { amount: string; mode: string }

export const BILLABLE: Names = { amount: 'rate', mode: 'rate_change_mode' }
export const LABOR: Names = { amount: 'labor_cost', mode: 'labor_cost_change_mode' }

/** How far a change of a rate reaches; the one in force is changed unless it is said. */
export function reachOf(body: Input, name: string): RateReach {
  const mode = textOf(body, name)
  if (mode === undefined || mode === null || mode === '') return 'current'
  const reach = Object.hasOwn(REACHES, mode) ? REACHES[mode] : undefined
  if (!reach) throw refused(`Invalid ${name}`)
  return reach
}

export type RatePlace = Omit<NewAmount, 'amount' | 'reach' | 'currency'>

/** Sets a rate that a body names. One that stays as it is, as in a whole thing sent back, is left alone. */
export async function setRateFrom(
  ctx: Ctx,
  place: RatePlace,
  said: { body: Input; names: Names; current: Rate | undefined; currency: string },
): Promise<void> {
  const { body, names, current, currency } = said
  const value = numberOf(body, names.amount)
  if (value === undefined) return
  const wanted = value === null ? null : { amount: minorUnits(value, currency), currency }
  const was = current?.amount == null ? null : majorUnits(current.amount, current.currency)
  if (was === value && (wanted === null || current?.currency === currency)) return
  await setRate(ctx, {
    ...place,
    amount: wanted?.amount ?? null,
    ...(wanted ? { currency } : {}),
    reach: reachOf(body, names.mode),
  })
}
