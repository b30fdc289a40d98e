import type { Deal, DealChanges, NewDeal } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import type { Stage } from './stages.ts'

const dealsKey = ['deals'] as const
const boardKey = [...dealsKey, 'board'] as const

export type BoardFilter = { ownerId: number | undefined; text: string }

/** A deal that was called off keeps its stage, but has left the board. */
const statusesOnBoard = ['open', 'won', 'lost'] as const

/** The deals of the board that one may see. */
export function boardQuery(workspaceId: number, filter: BoardFilter) {
  const query = inWords(workspaceId, filter)
  return queryOptions({
    queryKey: [...boardKey, query],
    queryFn: async () => {
      const parts = statusesOnBoard.map((status) =>
        answerAll((cursor) =>
          answer(api.GET('/deals', { params: { query: { ...query, status, limit: 500, cursor } } })),
        ),
      )
      return (await Promise.all(parts)).flat()
    },
  })
}

/** What the same deals come to, by stage and currency. */
export function dealSumsQuery(workspaceId: number, filter: BoardFilter) {
  const query = inWords(workspaceId, filter)
  return queryOptions({
    queryKey: [...dealsKey, 'sums', query],
    queryFn: async () => {
      const parts = statusesOnBoard.map((status) =>
        answer(api.GET('/deals/sums', { params: { query: { ...query, status } } })),
      )
      return (await Promise.all(parts)).flatMap(({ data }) => data)
    },
  })
}

function inWords(workspaceId: number, { ownerId, text }: BoardFilter) {
  const wanted = text.trim()
  return {
    workspace_id: workspaceId,
    ...(ownerId !== undefined && { owner_id: ownerId }),
    ...(wanted && { q: wanted }),
  }
}

/** All deals with a client, those that were called off, too. */
export function clientDealsQuery(workspaceId: number, clientId: number) {
  return queryOptions({
    queryKey: [...dealsKey, 'client', clientId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/deals', {
            params: { query: { workspace_id: workspaceId, client_id: clientId, limit: 500, cursor } },
          }),
        ),
      ),
  })
}

export function dealQuery(id: number) {
  return queryOptions({
    queryKey: [...dealsKey, 'one', id],
    queryFn: () => answer(api.GET('/deals/{id}', { params: { path: { id } } })),
  })
}

export function useCreateDeal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (row: NewDeal) => answer(api.POST('/deals', { body: row })),
    onSettled: () => client.invalidateQueries({ queryKey: dealsKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateDeal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: DealChanges }) =>
      answer(api.PATCH('/deals/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: dealsKey }),
    meta: { showsOwnError: true },
  })
}

type Move = { deal: Deal; stage: Stage; lossReason?: string | null }

/** Puts a card into another column at once, and back where the server refuses. */
export function useMoveDeal() {
  const client = useQueryClient()

  function paint(deal: Deal) {
    client.setQueriesData<Deal[]>({ queryKey: boardKey }, (rows) =>
      rows?.map((row) => (row.id === deal.id ? deal : row)),
    )
  }

  return useMutation({
    mutationFn: ({ deal, stage, lossReason }: Move) =>
      answer(
        api.PATCH('/deals/{id}', {
          params: { path: { id: deal.id } },
          body: { stage, ...(lossReason !== undefined && { loss_reason: lossReason }) },
        }),
      ),
    onMutate: async ({ deal, stage }) => {
      await client.cancelQueries({ queryKey: boardKey })
      paint({ ...deal, stage, closed_on: null })
    },
    onError: (_error, { deal }) => {
      paint(deal)
    },
    onSuccess: paint,
    onSettled: () => client.invalidateQueries({ queryKey: dealsKey }),
  })
}

export function useDeleteDeal() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Deal) => settle(api.DELETE('/deals/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, { name }) => {
      offerUndo(t('crm.deleted', { name }), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: dealsKey }),
  })
}
