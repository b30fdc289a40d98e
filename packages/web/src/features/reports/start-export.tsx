import type { Export, NewExport, NewFullExport } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { showLasting } from '../../ui/notices.tsx'
import { ExportNotice } from './export-notice.tsx'
import { exportQuery, exportsKey } from './exports.ts'

/** Has a report written into a file, and shows how far it is in a notice that may be left. */
export function useStartExport() {
  const { show, refresh } = useShownExport()
  return useMutation({
    mutationFn: (wanted: NewExport) => answer(api.POST('/exports', { body: wanted })),
    onSuccess: show,
    onSettled: refresh,
  })
}

/** The same for everything one may see. */
export function useStartFullExport() {
  const { show, refresh } = useShownExport()
  return useMutation({
    mutationFn: (wanted: NewFullExport) => answer(api.POST('/exports/everything', { body: wanted })),
    onSuccess: show,
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

function useShownExport() {
  const client = useQueryClient()
  return {
    show: (made: Export) => {
      client.setQueryData(exportQuery(made.id).queryKey, made)
      showLasting((close) => <ExportNotice id={made.id} onClose={close} />)
    },
    refresh: () => client.invalidateQueries({ queryKey: exportsKey, exact: true }),
  }
}
