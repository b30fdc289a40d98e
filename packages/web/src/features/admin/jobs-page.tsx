import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SettingsSection } from '../settings/settings-section.tsx'
import classes from './admin-list.module.css'
import { healthQuery } from './health.ts'
import { JobRow } from './job-row.tsx'
import { jobsQuery, jobStates, type JobState } from './jobs.ts'

/** What is left to be done, and what could not be done. */
export function JobsPage() {
  const { t } = useTranslation()
  const [state, setState] = useState<JobState | null>(null)
  const query = useInfiniteQuery(jobsQuery(state))
  const { data: health } = useQuery(healthQuery)
  const jobs = query.data?.pages.flatMap((page) => page.data)
  const labelOf = (value: JobState) => {
    const count = health?.jobs[value]
    return count ? `${t(`installation.jobState.${value}`)} ${count}` : t(`installation.jobState.${value}`)
  }
  return (
    <SettingsSection title={t('installation.jobs')} text={t('installation.jobsText')}>
      <div className={list.tools}>
        <SegmentedControl
          aria-label={t('installation.whichJobs')}
          value={state ?? 'all'}
          onChange={(value) => {
            setState(jobStates.find((each) => each === value) ?? null)
          }}
          data={[
            { value: 'all', label: t('installation.allJobs') },
            ...jobStates.map((value) => ({ value, label: labelOf(value) })),
          ]}
        />
      </div>
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {jobs?.length === 0 && (
        <EmptyState title={t('installation.noJobs')} text={t('installation.noJobsHint')} />
      )}
      {jobs && jobs.length > 0 && (
        <ul className={list.rows}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('installation.moreJobs')}
          </Button>
        </div>
      )}
    </SettingsSection>
  )
}
