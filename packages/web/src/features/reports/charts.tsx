import { Skeleton } from '@mantine/core'
import type { Report, ReportLine } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { barsOf, partsOf, type Bars, type Part } from './chart-data.ts'
import { groupingName } from './labels.ts'
import { isPeriod, type Question } from './question.ts'
import { daysOf, periodFor, type Days } from './ranges.ts'
import { reportQuery } from './reports.ts'
import { useReader } from './reader.tsx'
import { useWall } from './use-question.ts'
import { WhatChart } from './what-chart.tsx'
import classes from './charts.module.css'

const WhenChart = lazy(async () => ({ default: (await import('./when-chart.tsx')).WhenChart }))

/** The longest report that draws its bars with their parts. */
const mostLines = 5000

type Props = { report: Report; question: Question; workspaceId: number }

/** When the time was, and what it went to: the same question, put together in two other ways. */
export function Charts({ report, question, workspaceId }: Props) {
  const days = daysOf(question, useWall())
  const what = report.group_by.find((by) => !isPeriod(by)) ?? 'project'
  const period = periodFor(days)
  const split = useQuery(
    reportQuery({ question: { ...question, group_by: [period, what] }, workspaceId, limit: mostLines }),
  )
  const isTooFine = split.data?.is_cut ?? false
  const plain = useQuery({
    ...reportQuery({ question: { ...question, group_by: [period] }, workspaceId, limit: mostLines }),
    enabled: isTooFine,
  })
  const whatReport = useQuery({
    ...reportQuery({ question: { ...question, group_by: [what] }, workspaceId }),
    enabled: report.group_by[0] !== what,
  })
  const when = isTooFine ? plain : split
  const lines = report.group_by[0] === what ? report.groups : whatReport.data?.groups
  const bars = useBars(when.data, days)
  return (
    <ChartPair
      when={
        bars ? (
          <WhenCard bars={bars} />
        ) : when.error ? (
          <ErrorState error={when.error} onRetry={() => inBackground(when.refetch())} />
        ) : (
          <Skeleton height={220} />
        )
      }
      what={
        lines ? (
          <WhatCard lines={lines} by={what} report={report} parts={bars?.parts} />
        ) : (
          <Skeleton height={220} />
        )
      }
    />
  )
}

export function ChartPair({ when, what }: { when: ReactNode; what: ReactNode }) {
  return (
    <div className={classes.pair}>
      {when && <div className={classes.when}>{when}</div>}
      {what && <div className={classes.what}>{what}</div>}
    </div>
  )
}

export function useBars(report: Report | undefined, days: Days | undefined): Bars | undefined {
  const { weekStart } = useReader()
  return useMemo(() => report && barsOf(report, { days, weekStart }), [report, days, weekStart])
}

/** Beside what the time went to, that list names the parts; alone, it has a legend. */
export function WhenCard({ bars, withLegend = false }: { bars: Bars; withLegend?: boolean }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('reports.when')}>
      <h2 className={classes.title}>{t('reports.hoursBy', { what: groupingName(bars.period, t) })}</h2>
      <Suspense fallback={<Skeleton height={220} />}>
        <WhenChart bars={bars} withLegend={withLegend} />
      </Suspense>
    </section>
  )
}

type WhatProps = {
  lines: readonly ReportLine[]
  by: string
  report: Report
  parts: readonly Part[] | undefined
}

export function WhatCard({ lines, by, report, parts }: WhatProps) {
  const { t } = useTranslation()
  const own = useMemo(() => partsOf(lines), [lines])
  return (
    <section aria-label={t('reports.what')}>
      <h2 className={classes.title}>{t('reports.hoursBy', { what: groupingName(by, t) })}</h2>
      <WhatChart lines={lines} seconds={report.total.seconds} parts={parts?.length ? parts : own} />
    </section>
  )
}
