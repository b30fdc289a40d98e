import type { Budget, Project } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Waiting } from '../../ui/in-turn.tsx'
import { reportQuery } from '../reports/reports.ts'
import { useFormats } from '../session/formats.ts'
import classes from './budget-section.module.css'
import { forecast, paceFrom, type Forecast, type Measured } from './budget-state.ts'
import { useMoney } from './use-money.ts'

type Props = { budget: Budget; state: Measured; project: Project }

/** When a budget is used up at the pace of the last four weeks. */
export function ForecastLine({ budget, state, project }: Props) {
  const words = useForecastWords()
  const today = useFormats().today()
  const { data: recent, isLoading } = useQuery(
    reportQuery({
      workspaceId: project.workspace_id,
      question: {
        project_id: [project.id],
        everyone: true,
        rounding: 'none',
        from: paceFrom(today),
        to: today,
      },
    }),
  )
  if (!recent) return isLoading && <Waiting />
  const amount = recent.total.money.find(({ currency }) => currency === budget.currency)?.billable ?? 0
  const expected = forecast(state, {
    recent: state.unit === 'time' ? recent.total.seconds : amount,
    period: budget.period,
    today,
  })
  return <p className={classes.quiet}>{words(expected)}</p>
}

function useForecastWords(): (expected: Forecast) => string {
  const { t } = useTranslation()
  const money = useMoney()
  return (expected) => {
    switch (expected.kind) {
      case 'idle':
        return t('budgets.forecast.idle')
      case 'lasts_long':
        return t('budgets.forecast.lastsLong')
      case 'lasts_month':
        return t('budgets.forecast.lastsMonth', { percent: money.percent(expected.percent) })
      case 'used_up_on':
        return t('budgets.forecast.usedUpOn', { day: money.day(expected.day) })
    }
  }
}
