import type { NewToken } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, answerAll, api } from '../../lib/api.ts'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () =>
    answerAll((cursor) => answer(api.GET('/tokens', { params: { query: { limit: 500, cursor } } }))),
})

export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (token: NewToken) => answer(api.POST('/tokens', { body: token })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
    meta: { showsOwnError: true },
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/tokens/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
}
