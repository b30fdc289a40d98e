import type { Me, NewAccount } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { answer, api } from '../../lib/api.ts'
import { serverQuery, sessionKey } from './session.ts'

/** Every way into the app: each answers with who is now signed in, and leads on. */

export function useSignIn(to = '/') {
  const enter = useEnter(to)
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      answer(api.POST('/session', { body: credentials })),
    onSuccess: enter,
    meta: { showsOwnError: true },
  })
}

export function useCreateAccount() {
  const enter = useEnter('/')
  return useMutation({
    mutationFn: (account: NewAccount) => answer(api.POST('/users', { body: account })),
    onSuccess: enter,
    meta: { showsOwnError: true },
  })
}

function useEnter(to: string) {
  const client = useQueryClient()
  const router = useRouter()
  return async (me: Me) => {
    client.clear()
    client.setQueryData(sessionKey, me)
    await client.prefetchQuery(serverQuery)
    // Only a path of this site: what follows `?to=` may come from anywhere.
    router.history.push(to.startsWith('/') && !to.startsWith('//') ? to : '/')
  }
}
