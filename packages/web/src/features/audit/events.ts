import type { Event } from '@sundial/sdk'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { toQuery, type AuditFilter } from './audit-filter.ts'

type Page = { data: Event[]; next_cursor: string | null }
type Question = { workspaceId: number; filter: AuditFilter; zone: string }

/** What happened in a workspace, newest first. */
export function eventsQuery({ workspaceId, filter, zone }: Question) {
  return infiniteQueryOptions({
    queryKey: ['events', workspaceId, filter, zone],
    queryFn: ({ pageParam }): Promise<Page> =>
      answer(
        api.GET('/events', {
          params: {
            query: { workspace_id: workspaceId, ...toQuery(filter, zone), limit: 50, cursor: pageParam },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
