import { Button } from '@mantine/core'
import type { Approval } from '@sundial/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useFocusInTurn } from '../../ui/use-focus-in-turn.ts'
import { projectName, useProjectsById } from '../projects/projects.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canTrackTime } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'
import { ApprovalBar } from './approval-bar.tsx'
import { ApprovalGroupRows } from './approval-group-rows.tsx'
import { currentLevels, groupApprovals } from './approval-groups.ts'
import { approvalsQuery, type ApprovalView } from './approvals.ts'
import { usePeople } from './people.ts'
import { UndecidedList } from './undecided-list.tsx'
import { useDeciding } from './use-deciding.ts'
import { useTickedApprovals } from './use-ticked-approvals.ts'
import classes from './approval-list.module.css'

const RejectDialog = lazy(async () => ({ default: (await import('./reject-dialog.tsx')).RejectDialog }))

/** What waits for a decision, to be decided; or what was asked for, and what became of it. */
export function ApprovalList({ view }: { view: ApprovalView }) {
  const { t } = useTranslation()
  const me = useMe()
  const { workspace } = useCurrentWorkspace()
  const weekStart = useWorkspace(workspace.id)?.week_start ?? me.week_start
  const people = usePeople(workspace.id)
  const query = useInfiniteQuery(approvalsQuery(workspace.id, view))
  const approvals = useMemo(
    () => currentLevels(query.data?.pages.flatMap(({ data }) => data) ?? []),
    [query.data],
  )
  const [search, setSearch] = useState('')
  const shown = useSearched(approvals, search)
  const ticked = useTickedApprovals(shown)
  const deciding = useDeciding()
  const { rejecting } = deciding
  const inTurn = useFocusInTurn()
  if (query.isPending) return <RowsSkeleton />
  if (query.isLoadingError)
    return <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
  const groups = groupApprovals(shown, { weekStart, nameOf: people.nameOf })
  return (
    <div {...inTurn}>
      {deciding.undecided.length > 0 && (
        <UndecidedList undecided={deciding.undecided} onClose={deciding.forget} />
      )}
      {approvals.length === 0 && !query.hasNextPage ? (
        <NoApprovals view={view} />
      ) : (
        <div className={list.tools}>
          <div className={list.search}>
            <SearchField value={search} onChange={setSearch} label={t('approvals.search')} />
          </div>
          <span className={list.count} role="status">
            {t('approvals.count', { count: shown.length })}
          </span>
        </div>
      )}
      {approvals.length > 0 && shown.length === 0 && <EmptyState title={t('approvals.noMatch')} />}
      {groups.map((group) => (
        <ApprovalGroupRows
          key={group.key}
          group={group}
          name={people.nameOf(group.userId)}
          ticked={view === 'to_decide' ? ticked : undefined}
          deciding={deciding}
          isWhole={search.trim() === ''}
        />
      ))}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('approvals.loadMore')}
          </Button>
        </div>
      )}
      {view === 'to_decide' && <ApprovalBar ticked={ticked} deciding={deciding} />}
      {rejecting && (
        <Suspense>
          <RejectDialog
            title={t('approvals.rejectTitle', { count: rejecting.approvals.length })}
            isBusy={deciding.isRejecting}
            error={deciding.error}
            onReject={deciding.reject}
            onClose={() => {
              deciding.askWhy(undefined)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function NoApprovals({ view }: { view: ApprovalView }) {
  const { t } = useTranslation()
  const mayTrack = canTrackTime(useCurrentWorkspace().role)
  if (view === 'requested' && !mayTrack)
    return <EmptyState title={t('approvals.empty.requested')} text={t('timer.readOnly')} />
  return (
    <EmptyState
      title={t(`approvals.empty.${view}`)}
      text={t(`approvals.emptyHint.${view}`)}
      action={
        view === 'requested' && (
          <Button component={Link} to="/timesheet">
            {t('approvals.toTimesheet')}
          </Button>
        )
      }
    />
  )
}

/** Those whose person, project or title holds what is searched for. */
function useSearched(approvals: readonly Approval[], search: string): Approval[] {
  const { workspace } = useCurrentWorkspace()
  const { nameOf } = usePeople(workspace.id)
  const projects = useProjectsById()
  return useMemo(() => {
    const wanted = search.trim().toLowerCase()
    return approvals.filter(({ entry }) => {
      const project = projects.get(entry.project_id ?? 0)
      const text = [nameOf(entry.user_id), project && projectName(project), entry.title].join(' ')
      return text.toLowerCase().includes(wanted)
    })
  }, [approvals, search, nameOf, projects])
}
