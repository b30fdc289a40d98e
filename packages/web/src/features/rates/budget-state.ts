import type { Budget } from '@sundial/sdk'
import { addDays } from '../../lib/local-time.ts'

/** A budget as a number of its own unit, seconds or minor units of money. */
export type Measured = {
  unit: 'time' | 'money'
  total: number
  used: number
  /** Negative once it is overdrawn. */
  left: number
  percent: number
  state: 'fine' | 'alert' | 'used_up' | 'over'
}

export function measured(budget: Budget): Measured {
  const unit = budget.seconds === null ? 'money' : 'time'
  const total = budget.seconds ?? budget.amount ?? 0
  const used = unit === 'time' ? budget.used_seconds : budget.used_amount
  return {
    unit,
    total,
    used,
    left: total - used,
    percent: budget.used_percent,
    state: stateOf(budget, total - used),
  }
}

function stateOf({ used_percent, alert_percent }: Budget, left: number): Measured['state'] {
  if (left < 0) return 'over'
  if (left === 0) return 'used_up'
  return alert_percent !== null && used_percent >= alert_percent ? 'alert' : 'fine'
}

export type Forecast =
  /** Nothing was used lately, so there is no pace. */
  | { kind: 'idle' }
  /** At this pace nothing is left after this day. */
  | { kind: 'used_up_on'; day: string }
  /** A month's budget that outlasts its month, with the share used by then. */
  | { kind: 'lasts_month'; percent: number }
  /** Further away than anybody plans. */
  | { kind: 'lasts_long' }

const paceDays = 28
const longest = 3650

/** The first of the days that the pace is taken from; today is the last of them. */
export function paceFrom(today: string): string {
  return addDays(today, 1 - paceDays)
}

/** When a budget is used up if the next weeks are like the last four. For one that is not used up yet. */
export function forecast(
  { left, total, used }: Pick<Measured, 'left' | 'total' | 'used'>,
  { recent, period, today }: { recent: number; period: Budget['period']; today: string },
): Forecast {
  if (recent <= 0) return { kind: 'idle' }
  const perDay = recent / paceDays
  const days = Math.floor(left / perDay)
  if (period === 'month') {
    const remaining = daysLeftInMonth(today)
    if (days > remaining) {
      return { kind: 'lasts_month', percent: Math.floor(((used + perDay * remaining) / total) * 100) }
    }
  }
  return days > longest ? { kind: 'lasts_long' } : { kind: 'used_up_on', day: addDays(today, days) }
}

/** How many days of the month are still to come after today. */
function daysLeftInMonth(today: string): number {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate() - day
}
