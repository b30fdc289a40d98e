import type { Entry } from '@sundial/sdk'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { inBackground } from '../../lib/background.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { EntriesTable } from './entries-table.tsx'
import { ReportBulkBar } from './report-bulk-bar.tsx'
import { useFetchEntry } from './report-changes.ts'
import { reportEntriesQuery, reportQuery } from './reports.ts'
import { NothingFound } from './summary-page.tsx'
import { Totals } from './totals.tsx'
import { useQuestion } from './use-question.ts'
import { useTicked } from './use-ticked.ts'
import classes from './detailed-page.module.css'

const EntryDialog = lazy(async () => ({ default: (await import('../timer/entry-dialog.tsx')).EntryDialog }))

/** Every entry behind the question. */
export function DetailedPage() {
  const { question, workspaceId } = useQuestion()
  const { role } = useCurrentWorkspace()
  const total = useQuery(reportQuery({ question: { ...question, group_by: [] }, workspaceId }))
  const query = useInfiniteQuery(reportEntriesQuery({ question, workspaceId }))
  const entries = useMemo(() => query.data?.pages.flatMap(({ data }) => data) ?? [], [query.data])
  const ticked = useTicked(entries)
  const fetchEntry = useFetchEntry()
  const [edited, setEdited] = useState<Entry>()
  const error = query.error ?? total.error
  if (error && (!query.data || query.isPlaceholderData)) {
    const retry = () => Promise.all([query.refetch(), total.refetch()])
    return <ErrorState error={error} onRetry={() => inBackground(retry())} />
  }
  if (!query.data || !total.data) return <RowsSkeleton count={10} />
  if (entries.length === 0) return <NothingFound />
  return (
    <div
      className={classes.report}
      data-old={query.isPlaceholderData || undefined}
      aria-busy={query.isFetching}
    >
      <Totals report={total.data} />
      <EntriesTable
        entries={entries}
        report={total.data}
        ticked={canTrackTime(role) ? ticked : undefined}
        hasMore={query.hasNextPage}
        onEnd={() => {
          if (query.hasNextPage && !query.isFetchingNextPage) inBackground(query.fetchNextPage())
        }}
        onOpen={(id) => {
          fetchEntry.mutate(id, { onSuccess: setEdited })
        }}
      />
      <ReportBulkBar ticked={ticked} />
      {edited && (
        <Suspense>
          <EntryDialog
            entry={edited}
            workspaceId={workspaceId}
            onClose={() => {
              setEdited(undefined)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
