import type { ApprovalPolicy, ApprovalPolicyChanges, NewApprovalPolicy } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { useMe } from '../session/session.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canManageWorkspace } from '../workspaces/permissions.ts'
import { countQuery } from './approvals.ts'

const policiesKey = ['approval-policies'] as const

export function policiesQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...policiesKey, workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/approval-policies', {
            params: { query: { workspace_id: workspaceId, limit: 500, cursor } },
          }),
        ),
      ),
  })
}

/** Whether anything comes to this person for a decision; undefined until that is known. */
export function useDecides(): boolean | undefined {
  const me = useMe()
  const { workspace, role } = useCurrentWorkspace()
  const mayAlways = canManageWorkspace(role)
  const policies = useQuery({ ...policiesQuery(workspace.id), enabled: !mayAlways })
  const count = useQuery({ ...countQuery(workspace.id), enabled: !mayAlways })
  if (mayAlways) return true
  if (policies.isPending || count.isPending) return undefined
  const isNamed = policies.data?.some(({ levels }) => levels.some((ids) => ids.includes(me.id))) ?? false
  return isNamed || (count.data ?? 0) > 0
}

export function useCreatePolicy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (policy: NewApprovalPolicy) => answer(api.POST('/approval-policies', { body: policy })),
    onSettled: () => client.invalidateQueries({ queryKey: policiesKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdatePolicy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: ApprovalPolicyChanges }) =>
      answer(api.PATCH('/approval-policies/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: policiesKey }),
    meta: { showsOwnError: true },
  })
}

export function useDeletePolicy() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: ApprovalPolicy) =>
      settle(api.DELETE('/approval-policies/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, { name }) => {
      offerUndo(t('approvals.policyDeleted', { name }), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: policiesKey }),
  })
}
