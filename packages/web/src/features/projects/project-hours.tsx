import { SegmentedControl, Skeleton } from '@mantine/core'
import type { Project, Report } from '@sundial/sdk'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, startOfWeek } from '../../lib/local-time.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { reportQuery } from '../reports/reports.ts'
import { useFormats } from '../session/formats.ts'
import { useMe } from '../session/session.ts'
import classes from './project-page.module.css'

const HoursChart = lazy(async () => ({ default: (await import('./hours-chart.tsx')).HoursChart }))

type Period = 'week' | 'month'
const shownPeriods = 12

/** How many hours went into a project in the last twelve weeks or months. */
export function ProjectHours({ project, seesOthers }: { project: Project; seesOthers: boolean }) {
  const { t } = useTranslation()
  const [period, setPeriod] = useState<Period>('week')
  const starts = usePeriodStarts(period)
  const query = useQuery(
    reportQuery({
      workspaceId: project.workspace_id,
      question: {
        project_id: [project.id],
        everyone: seesOthers,
        rounding: 'none',
        group_by: [period],
        ...(starts[0] && { from: starts[0] }),
      },
    }),
  )
  return (
    <section className={classes.hoursOverTime} aria-labelledby="hours">
      <header className={classes.head}>
        <h2 id="hours" className={classes.heading}>
          {t('projects.hoursOverTime')}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t('projects.hoursBy')}
          data={[
            { value: 'week', label: t('projects.byWeek') },
            { value: 'month', label: t('projects.byMonth') },
          ]}
          value={period}
          onChange={(value) => {
            setPeriod(value === 'month' ? 'month' : 'week')
          }}
        />
      </header>
      <Loaded query={query}>{(report) => <Bars period={period} starts={starts} report={report} />}</Loaded>
    </section>
  )
}

function Bars({ period, starts, report }: { period: Period; starts: readonly string[]; report: Report }) {
  const { t } = useTranslation()
  const skeleton = <Skeleton className={classes.chart} />
  // Until the other periods are there, the answer is still about the ones before.
  if (report.group_by[0] !== period) return skeleton
  if (report.total.seconds === 0) {
    return (
      <p className={classes.quiet}>
        {t(period === 'week' ? 'projects.noHoursWeeks' : 'projects.noHoursMonths')}
      </p>
    )
  }
  return (
    <Suspense fallback={skeleton}>
      <HoursChart period={period} bars={toBars(starts, report)} />
    </Suspense>
  )
}

/** The first days of the last periods, the oldest first. */
function usePeriodStarts(period: Period): string[] {
  const today = useFormats().today()
  const { week_start } = useMe()
  const starts = [period === 'week' ? startOfWeek(today, week_start) : `${today.slice(0, 7)}-01`]
  while (starts.length < shownPeriods) {
    const before = addDays(starts[0] ?? today, period === 'week' ? -7 : -1)
    starts.unshift(period === 'week' ? before : `${before.slice(0, 7)}-01`)
  }
  return starts
}

/** A period without time has no line in the report, but its place in the chart. */
function toBars(starts: readonly string[], report: Report) {
  const secondsOf = new Map(report.groups.map(({ key, total }) => [key, total.seconds]))
  return starts.map((start) => ({ start, seconds: secondsOf.get(start) ?? 0 }))
}
