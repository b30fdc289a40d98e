import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import type { Question } from './question.ts'

export const reportsKey = ['reports'] as const
export const reportEntriesKey = [...reportsKey, 'entries'] as const

type Asked = { question: Question; workspaceId: number; limit?: number }

/** The answer to one question; the one before stays on the screen until the next is there. */
export function reportQuery({ question, workspaceId, limit }: Asked) {
  const query = { ...question, workspace_id: workspaceId, ...(limit !== undefined && { limit }) }
  return queryOptions({
    queryKey: [...reportsKey, 'lines', query],
    queryFn: () => answer(api.GET('/reports', { params: { query } })),
    placeholderData: keepPreviousData,
  })
}

/** The entries behind a question, newest first. */
export function reportEntriesQuery({ question, workspaceId }: Asked) {
  // How lines are put together and sorted does not matter to a list of entries.
  const { group_by: _, sort: __, ...rest } = question
  const query = { ...rest, workspace_id: workspaceId }
  return infiniteQueryOptions({
    queryKey: [...reportEntriesKey, query],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/reports/entries', { params: { query: { ...query, limit: 100, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}
