import type { NewReportLink, SavedReport, SavedReportChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { toDefinition, type Question } from './question.ts'
import { useQuestion } from './use-question.ts'

const savedKey = ['saved-reports'] as const

/** One's own saved reports, and those others share. */
export function savedReportsQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...savedKey, workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/saved-reports', { params: { query: { workspace_id: workspaceId, limit: 500, cursor } } }),
        ),
      ),
  })
}

/** The saved report the address names. */
export function useOpenReport(): SavedReport | undefined {
  const { savedId, workspaceId } = useQuestion()
  const { data } = useQuery(savedReportsQuery(workspaceId))
  return savedId === undefined ? undefined : data?.find(({ id }) => id === savedId)
}

/** One's own may be changed, and by who administers the workspace those that are shared. */
export function useMayChange(report: SavedReport | undefined): boolean {
  const me = useMe()
  const { role } = useCurrentWorkspace()
  return report !== undefined && (report.user_id === me.id || canManageWorkspace(role))
}

type Named = { name: string; isShared: boolean; question: Question; workspaceId: number }

export function useSaveReport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, isShared, question, workspaceId }: Named) =>
      answer(
        api.POST('/saved-reports', {
          body: {
            workspace_id: workspaceId,
            name,
            is_shared: isShared,
            question: toDefinition(question, workspaceId),
          },
        }),
      ),
    // Its name is wanted as soon as the address says which it is.
    onSuccess: (report) => {
      client.setQueryData(savedReportsQuery(report.workspace_id).queryKey, (rows) => [
        ...(rows ?? []),
        report,
      ])
    },
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateReport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: SavedReportChanges }) =>
      answer(api.PATCH('/saved-reports/{id}', { params: { path: { id } }, body: changes })),
    onSuccess: (report) => {
      client.setQueryData(savedReportsQuery(report.workspace_id).queryKey, (rows) =>
        rows?.map((row) => (row.id === report.id ? report : row)),
      )
    },
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
  })
}

/** Its links end with it, and come back when it does. */
export function useDeleteReport() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: SavedReport) =>
      settle(api.DELETE('/saved-reports/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, { name }) => {
      offerUndo(t('reports.saved.deleted', { name }), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: savedKey }),
  })
}

// ── Public links ────────────────────────────────────────────────────────────────────────────────────────────────────

const linksKey = ['report-links'] as const

export function reportLinksQuery(reportId: number) {
  return queryOptions({
    queryKey: [...linksKey, reportId],
    queryFn: async () =>
      (await answer(api.GET('/saved-reports/{id}/links', { params: { path: { id: reportId } } }))).data,
  })
}

export function useCreateLink(reportId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (link: NewReportLink) =>
      answer(api.POST('/saved-reports/{id}/links', { params: { path: { id: reportId } }, body: link })),
    onSettled: () => client.invalidateQueries({ queryKey: linksKey }),
  })
}

export function useRevokeLink(reportId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (linkId: number) =>
      answer(
        api.DELETE('/saved-reports/{id}/links/{link_id}', {
          params: { path: { id: reportId, link_id: linkId } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: linksKey }),
  })
}
