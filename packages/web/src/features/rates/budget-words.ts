import type { Budget } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../session/formats.ts'
import { measured } from './budget-state.ts'
import { useMoney } from './use-money.ts'

/** A budget in words: hours or money, of all time or of this month. */
export function useBudgetWords(budget: Budget) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const money = useMoney()
  const { unit, total, used, left, percent, state } = measured(budget)

  function write(value: number): string {
    return unit === 'time' ? duration(value) : money.amount(value, budget.currency ?? '')
  }

  function leftText(): string {
    if (state === 'over') return t('budgets.over', { amount: write(-left) })
    if (state === 'used_up') return t('budgets.usedUp')
    // Durations are cut to the minute: what is used and what is left are to add up.
    const amount = write(unit === 'time' ? Math.ceil(left / 60) * 60 : left)
    return t(state === 'alert' ? 'budgets.leftAlert' : 'budgets.left', { amount })
  }

  const period = budget.period === 'month' ? 'Month' : 'Total'
  return {
    percent: money.percent(percent),
    used: write(used),
    ofTotal: t(`budgets.of${unit === 'time' ? 'Time' : 'Money'}${period}`, { amount: write(total) }),
    left: leftText(),
    // Once it has come, nobody need know when it would.
    alert:
      budget.alert_percent === null || state !== 'fine'
        ? undefined
        : t('budgets.alertAt', { percent: money.percent(budget.alert_percent) }),
  }
}
