import type { Project } from '@sundial/sdk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { withParent } from './project-tree.ts'
import { projectsQuery } from './projects.ts'

/** Puts a project below another, or at the top, at once; it goes back where the server refuses, or by undo. */
export function useMoveProject() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  const { queryKey } = projectsQuery
  return useMutation({
    mutationFn: ({ project, parent }: { project: Project; parent: Project | null }) =>
      settle(
        api.PATCH('/projects/{id}', {
          params: { path: { id: project.id } },
          body: { parent_id: parent?.id ?? null },
        }),
      ),
    onMutate: async ({ project, parent }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, (rows) => rows && withParent(rows, project.id, parent?.id ?? null))
      return { before }
    },
    onError: (_error, _moving, context) => {
      client.setQueryData(queryKey, context?.before)
    },
    onSuccess: ({ operationId }, { project: { title }, parent }) => {
      const text = parent
        ? t('projects.moved', { title, parent: parent.title })
        : t('projects.movedToTop', { title })
      offerUndo(text, operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
