import type { Account, NewAccountFor, UserChanges } from '@sundial/sdk'
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { healthQuery } from './health.ts'
import { usersQuery } from './admin-tokens.ts'

type Page = { data: Account[]; next_cursor: string | null }

export const accountStates = ['active', 'inactive', 'admin'] as const
export type AccountState = (typeof accountStates)[number]

const accountsKey = ['accounts'] as const

/** The accounts of the installation, newest first; of those whose name or address holds a text. */
export function accountsQuery(text: string, state: AccountState | null) {
  return infiniteQueryOptions({
    queryKey: [...accountsKey, text, state],
    queryFn: ({ pageParam }): Promise<Page> =>
      answer(
        api.GET('/admin/users', {
          params: {
            query: { q: text || undefined, state: state ?? undefined, limit: 50, cursor: pageParam },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

export function useCreateAccountFor() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: (account: NewAccountFor) => answer(api.POST('/admin/users', { body: account })),
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useChangeAccount() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: UserChanges }) =>
      answer(api.PATCH('/admin/users/{id}', { params: { path: { id } }, body: changes })),
    onSettled: refresh,
  })
}

/** For somebody who has lost their phone and their recovery codes. */
export function useResetSecondFactor() {
  const refresh = useRefreshAccounts()
  return useMutation({
    mutationFn: (id: number) =>
      answer(api.DELETE('/admin/users/{id}/second-factor', { params: { path: { id } } })),
    onSettled: refresh,
  })
}

/** A link by which the owner of an account sets a new password. */
export function useMakeResetLink() {
  return useMutation({
    mutationFn: (id: number) => answer(api.POST('/users/{id}/password-reset', { params: { path: { id } } })),
  })
}

function useRefreshAccounts() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [accountsKey, usersQuery.queryKey, healthQuery.queryKey].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
}
