import type { ProviderSignIn } from '@sundial/sdk'
import { useMutation } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** Both leave the app: the provider sends the browser back. */

export function useLeaveToSignIn() {
  return useMutation({
    mutationFn: (way: ProviderSignIn) => answer(api.POST('/session/provider', { body: way })),
    onSuccess: leave,
    meta: { showsOwnError: true },
  })
}

export function useLeaveToConnect() {
  return useMutation({
    mutationFn: () => answer(api.POST('/me/identities')),
    onSuccess: leave,
    meta: { showsOwnError: true },
  })
}

function leave({ url }: { url: string }): void {
  window.location.assign(url)
}
