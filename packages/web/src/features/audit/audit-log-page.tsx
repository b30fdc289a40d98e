import { Button } from '@mantine/core'
import type { Event } from '@sundial/sdk'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inBackground } from '../../lib/background.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import list from '../../ui/list.module.css'
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx'
import { useFormats } from '../session/formats.ts'
import { SettingsSection } from '../settings/settings-section.tsx'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { workspaceName } from '../workspaces/workspace-name.ts'
import { useAuditFilter } from './audit-filter.ts'
import { AuditFilters } from './audit-filters.tsx'
import classes from './audit-log-page.module.css'
import { EventRow } from './event-row.tsx'
import { eventsQuery } from './events.ts'
import { useNames } from './use-names.ts'

/** What happened in the workspace on the screen: who did what, when, and through which wire. */
export function AuditLogPage() {
  const { t } = useTranslation()
  const { workspace, role } = useCurrentWorkspace()
  const { zone } = useFormats()
  const { filter, isNarrowed, widen } = useAuditFilter()
  const query = useInfiniteQuery(eventsQuery({ workspaceId: workspace.id, filter, zone }))
  const days = useDays(query.data?.pages.flatMap((page) => page.data))
  const names = useNames(workspace.id)
  const formats = useFormats()
  return (
    <SettingsSection
      title={t('audit.title')}
      text={t(canManageWorkspace(role) ? 'audit.text' : 'audit.textOwn', {
        workspace: workspaceName(workspace, t),
      })}
    >
      <AuditFilters workspaceId={workspace.id} />
      {query.isPending && <RowsSkeleton count={10} />}
      {query.isLoadingError && (
        <ErrorState error={query.error} onRetry={() => inBackground(query.refetch())} />
      )}
      {days?.length === 0 && (
        <EmptyState
          title={t(isNarrowed ? 'audit.noMatch' : 'audit.empty')}
          action={isNarrowed && <Button onClick={widen}>{t('audit.widen')}</Button>}
        />
      )}
      <div
        className={classes.log}
        data-old={query.isPlaceholderData || undefined}
        aria-busy={query.isFetching}
      >
        {days?.map(([day, events]) => (
          <section key={day} aria-label={formats.day(day)}>
            <h3 className={classes.day}>{formats.day(day)}</h3>
            <ul data-rows className={list.rows}>
              {events.map((event) => (
                <EventRow key={event.id} event={event} names={names} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => inBackground(query.fetchNextPage())}>
            {t('audit.loadMore')}
          </Button>
        </div>
      )}
    </SettingsSection>
  )
}

/** By the day on which they happened where the reader is. */
function useDays(events: Event[] | undefined): [string, Event[]][] | undefined {
  const { dayOf } = useFormats()
  return useMemo(() => {
    if (!events) return undefined
    const days = new Map<string, Event[]>()
    for (const event of events) {
      const day = dayOf(Date.parse(event.at))
      days.set(day, [...(days.get(day) ?? []), event])
    }
    return [...days]
  }, [events, dayOf])
}
