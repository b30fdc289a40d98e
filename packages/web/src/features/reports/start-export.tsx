import type { NewExport } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { showLasting } from '../../ui/notices.tsx'
import { ExportNotice } from './export-notice.tsx'
import { exportQuery, exportsKey } from './exports.ts'

/** Has a file written, and shows how far it is in a notice that may be left. */
export function useStartExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: NewExport) => answer(api.POST('/exports', { body: wanted })),
    onSuccess: (made) => {
      client.setQueryData(exportQuery(made.id).queryKey, made)
      showLasting((close) => <ExportNotice id={made.id} onClose={close} />)
    },
    onSettled: () => client.invalidateQueries({ queryKey: exportsKey, exact: true }),
  })
}
