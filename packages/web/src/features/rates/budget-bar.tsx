import { useTranslation } from 'react-i18next'
import classes from './budget-bar.module.css'
import type { Measured } from './budget-state.ts'
import { useMoney } from './use-money.ts'

type Props = { budget: Pick<Measured, 'percent' | 'state'>; alertPercent: number | null; label: string }

/** How much of a budget is used. What it means is said in words beside it. */
export function BudgetBar({ budget: { percent, state }, alertPercent, label }: Props) {
  const { t } = useTranslation()
  const money = useMoney()
  const shown = Math.min(100, Math.max(0, percent))
  return (
    <div
      className={classes.bar}
      data-state={state}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={shown}
      aria-valuetext={t('budgets.usedPercent', { percent: money.percent(percent) })}
    >
      <div className={classes.fill} style={{ width: `${shown}%` }} />
      {alertPercent !== null && alertPercent < 100 && (
        <div className={classes.mark} style={{ left: `${alertPercent}%` }} />
      )}
    </div>
  )
}
