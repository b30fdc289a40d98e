import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** Asked for only when it is to be seen, and forgotten when it no longer is. */
export const personalKeyQuery = queryOptions({
  queryKey: ['personal-key'],
  queryFn: async () => (await answer(api.GET('/me/personal-key'))).key,
  gcTime: 0,
})

export function useReplacePersonalKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/me/personal-key/reset')),
    onSuccess: ({ key }) => client.setQueryData(personalKeyQuery.queryKey, key),
  })
}
