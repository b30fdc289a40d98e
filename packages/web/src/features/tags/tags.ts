import type { Tag } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'

const tagsKey = ['tags'] as const

export function tagsQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...tagsKey, workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(api.GET('/tags', { params: { query: { workspace_id: workspaceId, limit: 500, cursor } } })),
      ),
  })
}

export function useCreateTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (tag: { workspace_id: number; name: string }) => answer(api.POST('/tags', { body: tag })),
    onSettled: () => client.invalidateQueries({ queryKey: tagsKey }),
    meta: { showsOwnError: true },
  })
}

export function useRenameTag() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) =>
      answer(api.PATCH('/tags/{id}', { params: { path: { id } }, body: { name } })),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: tagsKey }),
        client.invalidateQueries({ queryKey: ['entries'] }),
      ]),
    meta: { showsOwnError: true },
  })
}

export function useDeleteTag() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Tag) => settle(api.DELETE('/tags/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, { name }) => {
      offerUndo(t('tags.deleted', { name }), operationId)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: tagsKey }),
        client.invalidateQueries({ queryKey: ['entries'] }),
      ]),
  })
}
