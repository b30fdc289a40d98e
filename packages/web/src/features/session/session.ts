import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { isApiError } from '../../lib/api-error.ts'
import type { Me, MeChanges } from '../../lib/api-types.ts'

export const sessionKey = ['session'] as const

/** Who is signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await answer(api.GET('/session'))
    } catch (error) {
      if (isApiError(error, 'unauthenticated')) return null
      throw error
    }
  },
  staleTime: Infinity,
})

export const serverQuery = queryOptions({
  queryKey: ['server'],
  queryFn: () => answer(api.GET('/server')),
  staleTime: Infinity,
})

/** Only for screens behind the sign-in, where the router has made sure of it. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('This screen needs somebody signed in.')
  return data
}

export function useUpdateMe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: MeChanges) => answer(api.PATCH('/me', { body: changes })),
    onSuccess: (me) => client.setQueryData(sessionKey, me),
    meta: { showsOwnError: true },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.DELETE('/session')),
    onSuccess: () => {
      client.clear()
      client.setQueryData(sessionKey, null)
    },
  })
}
