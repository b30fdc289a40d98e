import { Button } from '@mantine/core'
import type { PublicReport, Report } from '@sundial/sdk'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiError } from '../../lib/api-error.ts'
import { answer, api } from '../../lib/api.ts'
import { inBackground } from '../../lib/background.ts'
import { formatDuration } from '../../lib/duration.ts'
import { setPageTitle } from '../../lib/tab-title.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { ChartPair, useBars, WhatCard, WhenCard } from './charts.tsx'
import { formatDays } from './dates.ts'
import { isPeriod } from './question.ts'
import { ReaderProvider } from './reader.tsx'
import { ReportTable } from './report-table.tsx'
import { Totals } from './totals.tsx'
import classes from './shared-page.module.css'

const formats = ['pdf', 'xlsx', 'csv', 'json'] as const

function publicReportQuery(secret: string) {
  return queryOptions({
    queryKey: ['public-report', secret],
    queryFn: () => answer(api.GET('/public-reports/{secret}', { params: { path: { secret } } })),
  })
}

/** A report as somebody without an account sees it, who was given a link. */
export function SharedPage() {
  const { t, i18n } = useTranslation()
  const { secret } = useParams({ from: '/shared/$secret' })
  const { data, error, refetch } = useQuery(publicReportQuery(secret))
  // A guest has no profile; weeks are drawn as they were counted.
  const reader = {
    locale: i18n.language,
    weekStart: weekStartOf(data?.report),
    duration: (seconds: number) => formatDuration(seconds, 'clock'),
  }
  const isOver = isApiError(error, 'gone') || isApiError(error, 'not_found')
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <Wordmark />
      </header>
      {isOver && (
        <Titled title={t('reports.public.over')}>
          <p>{isApiError(error, 'gone') ? t('reports.public.expired') : t('reports.public.revoked')}</p>
        </Titled>
      )}
      {error && !isOver && !data && (
        <Titled title={t('nav.reports')}>
          <ErrorState error={error} onRetry={() => inBackground(refetch())} />
        </Titled>
      )}
      {!data && !error && <RowsSkeleton />}
      {data && !isOver && (
        <ReaderProvider reader={reader}>
          <SharedReport shared={data} secret={secret} />
        </ReaderProvider>
      )}
    </main>
  )
}

function Titled({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    setPageTitle(title)
  }, [title])
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      {children}
    </>
  )
}

function SharedReport({
  shared: { name, workspace, report },
  secret,
}: {
  shared: PublicReport
  secret: string
}) {
  const { t, i18n } = useTranslation()
  const days = report.from && report.to ? { from: report.from, to: report.to } : undefined
  const range = days ? formatDays(days, i18n.language) : t('reports.range.all')
  return (
    <>
      <div className={classes.top}>
        <div className={classes.names}>
          <Titled title={name} />
          <p className={classes.sub}>{`${workspace} · ${range}`}</p>
        </div>
        <div className={classes.files} role="group" aria-label={t('reports.export.button')}>
          {formats.map((format) => (
            <Button
              key={format}
              size="xs"
              component="a"
              download
              href={`/sundial/api/v1/public-reports/${encodeURIComponent(secret)}/export?format=${format}`}
            >
              {t(`reports.export.${format}`)}
            </Button>
          ))}
        </div>
      </div>
      {report.total.entries === 0 ? (
        <EmptyState title={t('reports.empty')} />
      ) : (
        <>
          <Totals report={report} />
          <SharedCharts report={report} />
          {report.group_by.length > 0 && <ReportTable report={report} sort={undefined} />}
          <p className={classes.asOf}>
            {t('reports.public.asOf', { time: formatMoment(report, i18n.language) })}
          </p>
        </>
      )}
    </>
  )
}

/** Only what the report says can be drawn: bars by period where it is grouped by one. */
function SharedCharts({ report }: { report: Report }) {
  const [by = ''] = report.group_by
  const days = report.from && report.to ? { from: report.from, to: report.to } : undefined
  const bars = useBars(isPeriod(by) ? report : undefined, days)
  if (by === '') return null
  return (
    <ChartPair
      when={bars && <WhenCard bars={bars} withLegend />}
      what={!bars && <WhatCard lines={report.groups} by={by} report={report} parts={undefined} />}
    />
  )
}

function weekStartOf(report: Report | undefined): number {
  const week = report?.groups.find(({ by }) => by === 'week')
  return week ? new Date(`${week.key}T00:00:00Z`).getUTCDay() || 7 : 1
}

function formatMoment({ as_of, time_zone }: Report, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: time_zone,
  })
  return `${format.format(Date.parse(as_of))} (${time_zone})`
}
