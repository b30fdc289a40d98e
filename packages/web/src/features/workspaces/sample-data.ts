import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { showNotice } from '../../ui/notices.tsx'
import { sessionKey } from '../session/session.ts'
import { timerKey } from '../timer/timer.ts'
import { useCurrentWorkspace } from './current-workspace.tsx'
import { workspacesQuery } from './workspaces.ts'

/** Makes a workspace of sample data, and goes into it. */
export function useMakeSampleData() {
  const client = useQueryClient()
  const { choose } = useCurrentWorkspace()
  return useMutation({
    mutationFn: () => answer(api.POST('/me/sample-data')),
    onSuccess: (me) => {
      client.setQueryData(sessionKey, me)
      choose(me.default_workspace_id)
      return client.invalidateQueries()
    },
  })
}

/** Throws the sample data away; the screens go back to what is one's own. */
export function useRemoveSampleData() {
  const { t } = useTranslation()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.DELETE('/me/sample-data')),
    // Told from here: by then the button that asked for it may have gone with the workspace.
    onSuccess: async () => {
      // Asked again at once is only what holds beyond the workspace; its own lists cannot be asked for any more.
      await client.invalidateQueries({ refetchType: 'none' })
      await Promise.all(
        [sessionKey, workspacesQuery.queryKey, timerKey].map((queryKey) =>
          client.refetchQueries({ queryKey, type: 'active' }),
        ),
      )
      showNotice({ message: t('sample.removed') })
    },
  })
}
