import type { OpenSession } from '@sundial/sdk'
import { infiniteQueryOptions, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

type Page = { data: OpenSession[]; next_cursor: string | null }

/** Where one is signed in, newest first. */
export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['sessions'],
  queryFn: ({ pageParam }): Promise<Page> =>
    answer(api.GET('/me/sessions', { params: { query: { limit: 50, cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
  staleTime: 0,
})

/** Ends one session, or all but the one in use where none is named. */
export function useEndSessions() {
  const client = useQueryClient()
  const key = sessionsQuery.queryKey
  return useMutation({
    mutationFn: async (id: number | 'others'): Promise<void> => {
      await (id === 'others'
        ? answer(api.DELETE('/me/sessions'))
        : answer(api.DELETE('/me/sessions/{id}', { params: { path: { id } } })))
    },
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData(key)
      const stays = (session: OpenSession) => (id === 'others' ? session.is_current : session.id !== id)
      client.setQueryData(
        key,
        (known: InfiniteData<Page> | undefined) =>
          known && {
            ...known,
            pages: known.pages.map((page) => ({ ...page, data: page.data.filter(stays) })),
          },
      )
      return { before }
    },
    onError: (_error, _id, context) => {
      client.setQueryData(key, context?.before)
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
