import type { NewOwnedToken, OwnedToken } from '@sundial/sdk'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { answer, answerAll, api } from '../../lib/api.ts'
import { tokensQuery } from '../settings/tokens.ts'

type Page = { data: OwnedToken[]; next_cursor: string | null }

const adminTokensKey = ['admin-tokens'] as const

/** The keys of everybody, newest first; of those whose address holds a text. */
export function adminTokensQuery(address: string) {
  return infiniteQueryOptions({
    queryKey: [...adminTokensKey, address],
    queryFn: ({ pageParam }): Promise<Page> =>
      answer(
        api.GET('/admin/tokens', {
          params: { query: { q: address || undefined, limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
    // What was found for fewer letters stays until the answer is there.
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Every account of this installation. */
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () =>
    answerAll((cursor) => answer(api.GET('/users', { params: { query: { limit: 500, cursor } } }))),
})

export function useCreateTokenFor() {
  const refresh = useRefreshTokens()
  return useMutation({
    mutationFn: (token: NewOwnedToken) => answer(api.POST('/admin/tokens', { body: token })),
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useSwitchAnyToken() {
  const refresh = useRefreshTokens()
  return useMutation({
    mutationFn: ({ id, isActive }: { id: number; isActive: boolean }) =>
      answer(api.PATCH('/admin/tokens/{id}', { params: { path: { id } }, body: { is_active: isActive } })),
    onSettled: refresh,
  })
}

export function useRaiseLimit() {
  const refresh = useRefreshTokens()
  return useMutation({
    mutationFn: ({ id, factor }: { id: number; factor: number }) =>
      answer(api.PATCH('/admin/tokens/{id}', { params: { path: { id } }, body: { limit_factor: factor } })),
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useRotateToken() {
  const refresh = useRefreshTokens()
  return useMutation({
    mutationFn: (id: number) => answer(api.POST('/admin/tokens/{id}/rotate', { params: { path: { id } } })),
    onSettled: refresh,
  })
}

export function useDeleteAnyToken() {
  const refresh = useRefreshTokens()
  return useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/admin/tokens/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  })
}

function useRefreshTokens() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: adminTokensKey }),
      // One's own are among them.
      client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
    ])
}
