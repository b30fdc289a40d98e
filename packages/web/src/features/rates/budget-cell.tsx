import type { Budget } from '@sundial/sdk'
import { useTranslation } from 'react-i18next'
import { BudgetBar } from './budget-bar.tsx'
import classes from './budget-cell.module.css'
import { measured } from './budget-state.ts'
import { useBudgetWords } from './budget-words.ts'

/** A budget in a list: how much of it is used, and on hovering the rest. */
export function BudgetCell({ budget, title }: { budget: Budget; title: string }) {
  const { t } = useTranslation()
  const words = useBudgetWords(budget)
  const state = measured(budget)
  return (
    <span
      className={classes.cell}
      data-state={state.state}
      title={`${words.used} ${words.ofTotal}. ${words.left}`}
    >
      <span className={classes.bar}>
        <BudgetBar
          budget={state}
          alertPercent={budget.alert_percent}
          label={t('budgets.titleOf', { title })}
        />
      </span>
      <span className={classes.text}>
        {state.state === 'over' ? t('budgets.overPercent', { percent: words.percent }) : words.percent}
      </span>
    </span>
  )
}
