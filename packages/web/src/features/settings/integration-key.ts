import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { tokensQuery } from './tokens.ts'

/** Makes the one key of integrations; the one before ends at once. */
export function useMakeIntegrationKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/tokens/integration')),
    onSettled: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
    meta: { showsOwnError: true },
  })
}

export type MakingIntegrationKey = ReturnType<typeof useMakeIntegrationKey>
