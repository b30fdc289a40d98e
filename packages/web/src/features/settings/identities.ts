import type { Identity } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** The accounts at the provider that open one's own. */
export const identitiesQuery = queryOptions({
  queryKey: ['identities'],
  queryFn: async () => (await answer(api.GET('/me/identities'))).data,
  staleTime: 0,
})

export function useDisconnect() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: Identity): Promise<void> => {
      await answer(api.DELETE('/me/identities/{id}', { params: { path: { id } } }))
    },
    onSettled: () =>
      Promise.all(
        // It ends the sessions that were opened with it, too.
        [identitiesQuery.queryKey, ['sessions']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
    meta: { showsOwnError: true },
  })
}
