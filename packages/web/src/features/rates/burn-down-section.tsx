import { Skeleton } from '@mantine/core'
import type { Budget, Project, Report } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../ui/loaded.tsx'
import { Section } from '../../ui/section.tsx'
import { reportQuery } from '../reports/reports.ts'
import { useFormats } from '../session/formats.ts'
import { burnDown, burnDownFrom } from './burn-down.ts'
import { measured } from './budget-state.ts'
import classes from './burn-down.module.css'
import { useBudgets } from './budgets.ts'

const BurnDownChart = lazy(async () => ({ default: (await import('./burn-down-chart.tsx')).BurnDownChart }))

/** The most days a report gives. */
const mostDays = 10_000

/** How what is left of a project's budget has gone down, and how it may go on; for those who see budgets. */
export function BurnDownSection({ project }: { project: Project }) {
  const budget = useBudgets(project.workspace_id, true).get(project.id)
  return budget && <OfBudget project={project} budget={budget} />
}

function OfBudget({ project, budget }: { project: Project; budget: Budget }) {
  const { t } = useTranslation()
  const today = useFormats().today()
  const from = burnDownFrom(budget.period, today)
  const query = useQuery(
    reportQuery({
      workspaceId: project.workspace_id,
      question: {
        project_id: [project.id],
        everyone: true,
        rounding: 'none',
        group_by: ['day'],
        ...(from && { from }),
      },
      limit: mostDays,
    }),
  )
  return (
    <Section title={t(budget.period === 'month' ? 'budgets.burnDown.month' : 'budgets.burnDown.title')}>
      <Loaded query={query}>{(report) => <Drawn project={project} budget={budget} report={report} />}</Loaded>
    </Section>
  )
}

type DrawnProps = { project: Project; budget: Budget; report: Report }

function Drawn({ project, budget, report }: DrawnProps) {
  const { t } = useTranslation()
  const today = useFormats().today()
  const state = measured(budget)
  const drawn = burnDown({
    budget: state,
    period: budget.period,
    usedOn: usedOn(report, budget),
    startsOn: project.starts_on,
    endsOn: project.ends_on,
    today,
  })
  if (!drawn) return <p className={classes.quiet}>{t('budgets.burnDown.soon')}</p>
  return (
    <Suspense fallback={<Skeleton data-waiting className={classes.chart} />}>
      <BurnDownChart drawn={drawn} budget={budget} today={today} />
    </Suspense>
  )
}

/** By day, in the budget's own unit; what is in another currency does not count. */
function usedOn(report: Report, { seconds, currency }: Budget): Map<string, number> {
  return new Map(
    report.groups.map(({ key, total }) => [
      String(key),
      seconds === null
        ? (total.money.find((money) => money.currency === currency)?.billable ?? 0)
        : total.seconds,
    ]),
  )
}
