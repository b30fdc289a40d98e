import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { showNotice } from '../ui/notices.tsx'
import { answer, api } from './api.ts'

/** Says what was removed and offers to take it back. */
export function useUndoNotice() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (operationId: string) =>
      answer(
        api.POST('/operations/{operation_id}/undo', { params: { path: { operation_id: operationId } } }),
      ),
    onSuccess: () => {
      showNotice({ message: t('common.undone') })
    },
    // An operation may touch anything.
    onSettled: () => client.invalidateQueries(),
  })
  return (message: string, operationId: string | undefined, place?: string) => {
    showNotice({
      message,
      place,
      action: operationId
        ? {
            label: t('common.undo'),
            run: () => {
              mutate(operationId)
            },
          }
        : undefined,
    })
  }
}
