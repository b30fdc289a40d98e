import type { DecisionResults } from '@sundial/sdk'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useRefreshApprovals } from './approvals.ts'

export type DecisionResult = DecisionResults['data'][number]

/** As many as the server decides in one request. */
const mostAtOnce = 200

export function useRequestApproval() {
  const { t } = useTranslation()
  const refresh = useRefreshApprovals()
  return useMutation({
    mutationFn: (entryIds: number[]) => answer(api.POST('/approvals', { body: { entry_ids: entryIds } })),
    onSuccess: (_answer, entryIds) => {
      showNotice({ message: t('approvals.requested', { count: entryIds.length }) })
    },
    onSettled: refresh,
  })
}

/** Several, each by itself: the answer says which could not be decided, and why. */
export function useApprove() {
  return useDecide((ids: number[]) =>
    inBatches(ids, (some) => answer(api.POST('/approvals/approve', { body: { ids: some } }))),
  )
}

export function useReject() {
  return useDecide(
    ({ ids, reason }: { ids: number[]; reason: string }) =>
      inBatches(ids, (some) => answer(api.POST('/approvals/reject', { body: { ids: some, reason } }))),
    { showsOwnError: true },
  )
}

/** All of a submitted week that is mine to decide. */
export function useApproveWeek() {
  return useDecide((id: number) =>
    answer(api.POST('/timesheets/{id}/approve', { params: { path: { id } }, body: {} })),
  )
}

export function useRejectWeek() {
  return useDecide(
    ({ id, reason }: { id: number; reason: string }) =>
      answer(api.POST('/timesheets/{id}/reject', { params: { path: { id } }, body: { reason } })),
    { showsOwnError: true },
  )
}

export function useCancelRequest() {
  return useDecide((id: number) => answer(api.POST('/approvals/{id}/cancel', { params: { path: { id } } })))
}

export function useReopenEntry() {
  return useDecide((id: number) => answer(api.POST('/entries/{id}/reopen', { params: { path: { id } } })))
}

function useDecide<V, R>(decide: (input: V) => Promise<R>, meta: { showsOwnError?: true } = {}) {
  const refresh = useRefreshApprovals()
  return useMutation({ mutationFn: decide, onSettled: refresh, meta })
}

async function inBatches(
  ids: readonly number[],
  decide: (some: number[]) => Promise<DecisionResults>,
): Promise<DecisionResult[]> {
  const results: DecisionResult[] = []
  for (let start = 0; start < ids.length; start += mostAtOnce)
    results.push(...(await decide(ids.slice(start, start + mostAtOnce))).data)
  return results
}
