import type { NewToken, Token } from '@sundial/sdk'
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

/** Off, a key is refused until it is switched on again. */
export function useTokenSwitch({ id, is_active }: Token) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (isActive: boolean) =>
      answer(api.PATCH('/tokens/{id}', { params: { path: { id } }, body: { is_active: isActive } })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
  return { isActive: change.isPending ? change.variables : is_active, turn: change.mutate }
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/tokens/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
}
