import type { Me, MeChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export const sessionKey = ['session'] as const

/** Who is signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async () => (await answer(api.GET('/session'))).me,
  staleTime: Infinity,
  // Offline, to wait for a network would leave the page empty; a refusal can be said.
  networkMode: 'always',
})

export const serverQuery = queryOptions({
  queryKey: ['server'],
  queryFn: () => answer(api.GET('/server')),
  staleTime: Infinity,
  networkMode: 'always',
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
      // First the way out, then the rest: a screen that is still there must not find its person gone.
      client.setQueryData(sessionKey, null)
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    },
  })
}
