import type { Budget, Project } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { reportQuery } from '../reports/reports.ts'
import { useFormats } from '../session/formats.ts'
import { forecast, paceFrom, type Measured } from './budget-state.ts'
import { useMoney } from './use-money.ts'

type Asked = { budget: Budget; state: Measured; project: Project }

/** When a budget is used up at the pace of the last four weeks; undefined until that is known. */
export function useForecastText({ budget, state, project }: Asked): string | undefined {
  const { t } = useTranslation()
  const money = useMoney()
  const today = useFormats().today()
  const { data: recent } = useQuery(
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
  if (!recent) return undefined
  const amount = recent.total.money.find(({ currency }) => currency === budget.currency)?.billable ?? 0
  const expected = forecast(state, {
    recent: state.unit === 'time' ? recent.total.seconds : amount,
    period: budget.period,
    today,
  })
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
