import type { Budget, NewBudget } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'

const budgetsKey = ['budgets'] as const

/** The budgets of a workspace with what is used of them; running timers use more with every minute. */
export function budgetsQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...budgetsKey, workspaceId],
    queryFn: async () =>
      (await answer(api.GET('/budgets', { params: { query: { workspace_id: workspaceId } } }))).data,
    refetchInterval: 60_000,
  })
}

/** By project; none for those who may not see budgets. */
export function useBudgets(workspaceId: number, isAllowed: boolean): ReadonlyMap<number, Budget> {
  const { data } = useQuery({ ...budgetsQuery(workspaceId), enabled: isAllowed })
  return useMemo(() => new Map(data?.map((budget) => [budget.project_id, budget])), [data])
}

export function useSetBudget(projectId: number) {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: (body: NewBudget) =>
      settle(api.PUT('/projects/{id}/budget', { params: { path: { id: projectId } }, body })),
    onSuccess: ({ operationId }) => {
      offerUndo(t('budgets.wasSet'), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: budgetsKey }),
    meta: { showsOwnError: true },
  })
}

export function useClearBudget(projectId: number) {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: () => settle(api.DELETE('/projects/{id}/budget', { params: { path: { id: projectId } } })),
    onSuccess: ({ operationId }) => {
      offerUndo(t('budgets.wasTakenAway'), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: budgetsKey }),
  })
}
