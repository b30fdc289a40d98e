import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { Charts } from './charts.tsx'
import { GroupBar } from './group-bar.tsx'
import { countFilters, withoutGaps, type Question } from './question.ts'
import { ReportTable } from './report-table.tsx'
import { reportQuery } from './reports.ts'
import { Totals } from './totals.tsx'
import { useQuestion } from './use-question.ts'
import classes from './summary-page.module.css'

/** A report without a grouping would be no more than its total. */
function grouped(question: Question): Question {
  return { ...question, group_by: question.group_by ?? ['project'] }
}

export function SummaryPage() {
  const { ask, workspaceId, ...asked } = useQuestion()
  const question = grouped(asked.question)
  const query = useQuery(reportQuery({ question, workspaceId }))
  const report = query.data
  if (query.isError && (!report || query.isPlaceholderData))
    return <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
  if (!report) return <SummarySkeleton />
  if (report.total.entries === 0) return <NothingFound />
  return (
    <div
      className={classes.report}
      data-old={query.isPlaceholderData || undefined}
      aria-busy={query.isFetching}
    >
      <Totals report={report} />
      <Charts report={report} question={question} workspaceId={workspaceId} />
      <ReportTable
        report={report}
        tools={<GroupBar />}
        sort={question.sort}
        onSort={(sort) => {
          ask({ sort })
        }}
      />
    </div>
  )
}

export function NothingFound() {
  const { t } = useTranslation()
  const { question, ask, open, seesOthers } = useQuestion()
  const isFiltered = countFilters(question) > 0
  return (
    <EmptyState
      title={t('reports.empty')}
      text={isFiltered ? t('reports.emptyFiltered') : t('reports.emptyHint')}
      action={
        isFiltered ? (
          <Button
            onClick={() => {
              const { range, from, to, group_by } = question
              open(withoutGaps({ range, from, to, group_by, everyone: seesOthers || undefined }))
            }}
          >
            {t('reports.filter.liftAll')}
          </Button>
        ) : (
          <Button
            onClick={() => {
              ask({ range: 'this_year', from: undefined, to: undefined })
            }}
          >
            {t('reports.showYear')}
          </Button>
        )
      }
    />
  )
}

function SummarySkeleton() {
  return (
    <>
      <div className={classes.figures} aria-hidden>
        <Skeleton width={120} height={48} />
        <Skeleton width={96} height={40} />
        <Skeleton width={96} height={40} />
      </div>
      <div className={classes.charts} aria-hidden>
        <Skeleton height={220} />
        <Skeleton height={220} />
      </div>
      <RowsSkeleton />
    </>
  )
}
