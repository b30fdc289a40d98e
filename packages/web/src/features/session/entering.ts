import type { Me, NewAccount } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { signWithPasskey } from '../../lib/passkeys.ts'
import { showNotice } from '../../ui/notices.tsx'
import { serverQuery, sessionKey } from './session.ts'

/** Every way into the app: each answers with who is now signed in, and leads on. */

export function useSignIn(to = '/') {
  const enter = useEnter(to)
  return useMutation({
    mutationFn: ({ code, ...credentials }: { email: string; password: string; code: string }) =>
      answer(api.POST('/session', { body: { ...credentials, ...(code && { code }) } })),
    onSuccess: enter,
    meta: { showsOwnError: true },
  })
}

/** The server asks something, the browser has it signed by a passkey, and that says who it is. */
export function useSignInByPasskey(to = '/') {
  const enter = useEnter(to)
  return useMutation({
    mutationFn: async () => {
      const options = await answer(api.POST('/session/passkey/options'))
      const response = await signWithPasskey(options)
      return answer(api.POST('/session/passkey', { body: { response } }))
    },
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

/** The first account, with sample data where it is wanted; without that one enters all the same. */
export function useSetUp() {
  const { t } = useTranslation()
  const enter = useEnter('/')
  return useMutation({
    mutationFn: async ({ account, withSample }: { account: NewAccount; withSample: boolean }) => {
      const me = await answer(api.POST('/users', { body: account }))
      if (!withSample) return me
      return answer(api.POST('/me/sample-data')).catch(() => {
        showNotice({ message: t('sample.failed') })
        return me
      })
    },
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
