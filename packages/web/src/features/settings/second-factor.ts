import type { Me } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { sessionKey } from '../session/session.ts'
import { sessionsQuery } from './sessions.ts'

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => answer(api.GET('/me/second-factor')),
})

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: (body: { password: string }) => answer(api.POST('/me/second-factor', { body })),
    meta: { showsOwnError: true },
  })
}

export function useConfirmSecondFactor() {
  const turned = useTurned()
  return useMutation({
    mutationFn: (body: { code: string }) => answer(api.POST('/me/second-factor/confirm', { body })),
    onSuccess: () => turned(true),
    meta: { showsOwnError: true },
  })
}

export function useRenewRecoveryCodes() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { code: string }) => answer(api.POST('/me/second-factor/recovery-codes', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
    meta: { showsOwnError: true },
  })
}

export function useEndSecondFactor() {
  const turned = useTurned()
  return useMutation({
    mutationFn: (body: { password: string; code: string }) =>
      answer(api.POST('/me/second-factor/end', { body })),
    onSuccess: () => turned(false),
    meta: { showsOwnError: true },
  })
}

/** Switching it on has ended the other sessions. */
function useTurned() {
  const client = useQueryClient()
  return async (isOn: boolean) => {
    client.setQueryData(sessionKey, (me: Me | null | undefined) => me && { ...me, has_second_factor: isOn })
    await Promise.all(
      [secondFactorQuery.queryKey, sessionsQuery.queryKey].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  }
}
