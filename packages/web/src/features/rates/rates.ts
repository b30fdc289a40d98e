import type { NewRate, Rate, RateChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'

const ratesKey = ['rates'] as const

/** All rates of a workspace: which one holds somewhere depends on those of the other levels. */
export function ratesQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...ratesKey, workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(api.GET('/rates', { params: { query: { workspace_id: workspaceId, limit: 500, cursor } } })),
      ),
  })
}

export function useCreateRate() {
  const refresh = useRefreshRates()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: (rate: NewRate) => settle(api.POST('/rates', { body: rate })),
    onSuccess: ({ operationId }) => {
      offerUndo(t('rates.wasSet'), operationId)
    },
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useUpdateRate() {
  const refresh = useRefreshRates()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: RateChanges }) =>
      settle(api.PATCH('/rates/{id}', { params: { path: { id } }, body: changes })),
    onSuccess: ({ operationId }) => {
      offerUndo(t('rates.wasChanged'), operationId)
    },
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useDeleteRate() {
  const refresh = useRefreshRates()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Rate) => settle(api.DELETE('/rates/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }) => {
      offerUndo(t('rates.wasTakenBack'), operationId)
    },
    onSettled: refresh,
  })
}

function useRefreshRates() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ratesKey })
}
