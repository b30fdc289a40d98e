import { Button } from '@mantine/core'
import type { Entry } from '@sundial/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useFormats } from '../session/formats.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { BulkBar } from './bulk-bar.tsx'
import { groupByDay, wholeDays } from './day-groups.ts'
import { EntryList } from './entry-list.tsx'
import { useEntrySelection } from './entry-selection.ts'
import { entriesQuery, useRunningTimer } from './timer.ts'
import { WeekTotal } from './week-total.tsx'
import classes from './timer-page.module.css'

const EntryDialog = lazy(async () => ({ default: (await import('./entry-dialog.tsx')).EntryDialog }))

export function TimerPage() {
  const { t } = useTranslation()
  const { zone } = useFormats()
  const { workspace, role } = useCurrentWorkspace()
  const query = useInfiniteQuery(entriesQuery(workspace.id))
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.data) ?? [], [query.data])
  const days = useMemo(
    () => wholeDays(groupByDay(entries, zone), query.hasNextPage),
    [entries, zone, query.hasNextPage],
  )
  const selection = useEntrySelection(entries)
  const runningId = useRunningTimer()?.entry.id
  const [edited, setEdited] = useState<Entry | 'new'>()
  const isReadOnly = !canTrackTime(role)
  const { fetchNextPage } = query
  // Where a page has failed, its button is pressed again by hand.
  const canLoadMore = query.hasNextPage && !query.isFetching && !query.isFetchNextPageError
  const loadMore = useCallback(() => {
    if (canLoadMore) inBackground(fetchNextPage())
  }, [canLoadMore, fetchNextPage])

  const addButton = !isReadOnly && (
    <Button
      className={classes.add}
      leftSection={<Icon of={IconPlus} />}
      onClick={() => {
        setEdited('new')
      }}
    >
      {t('timer.addTime')}
    </Button>
  )

  return (
    <Page
      title={t('nav.timer')}
      actions={
        <>
          <WeekTotal entries={entries} hasMore={query.hasNextPage} />
          {!isReadOnly && days.length > 0 && (
            <IconButton
              icon={IconListCheck}
              size={36}
              label={t('timer.select')}
              className={classes.select}
              aria-pressed={selection.isPicking}
              onClick={() => {
                selection.setPicking(!selection.isPicking)
              }}
            />
          )}
          {addButton}
        </>
      }
    >
      {query.isPending && <RowsSkeleton />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {query.data && days.length === 0 && !query.hasNextPage && (
        <EmptyState
          title={runningId === undefined ? t('timer.empty') : t('timer.emptyRunning')}
          text={isReadOnly ? undefined : t('timer.emptyHint')}
          action={addButton}
        />
      )}
      {query.data && (
        <EntryList
          days={days}
          selection={selection}
          isReadOnly={isReadOnly}
          onEdit={setEdited}
          onNearEnd={loadMore}
        />
      )}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('timer.loadMore')}
          </Button>
        </div>
      )}
      <BulkBar selection={selection} workspaceId={workspace.id} />
      {edited && (
        <Suspense>
          <EntryDialog
            entry={edited === 'new' ? undefined : edited}
            workspaceId={workspace.id}
            onClose={() => {
              setEdited(undefined)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}
