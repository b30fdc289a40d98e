import type { Approval } from '@sundial/sdk'
import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, answerAll, api } from '../../lib/api.ts'
import { useCurrentWorkspace } from '../workspaces/current-workspace.tsx'
import { canEditProjects } from '../workspaces/permissions.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'

const approvalsKey = ['approvals'] as const

export type ApprovalView = 'to_decide' | 'requested' | 'all'
type ApprovalPage = { data: Approval[]; next_cursor: string | null }

/** Approvals are for teams that have not switched them off. */
export function useHasApprovals(): boolean {
  const { workspace } = useCurrentWorkspace()
  const settings = useWorkspace(workspace.id)
  return settings?.kind === 'team' && !settings.disabled_modules.includes('time_approvals')
}

/** Approvals of a workspace, newest first. */
export function approvalsQuery(workspaceId: number, view: ApprovalView) {
  return infiniteQueryOptions({
    queryKey: [...approvalsKey, workspaceId, view],
    queryFn: ({ pageParam }): Promise<ApprovalPage> =>
      answer(
        api.GET('/approvals', {
          params: { query: { workspace_id: workspaceId, view, limit: 200, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ApprovalPage) => page.next_cursor ?? undefined,
  })
}

/** The rejections of a submitted week, newest first; also those that have been answered since. */
export function weekRejectionsQuery(timesheetId: number) {
  return queryOptions({
    queryKey: [...approvalsKey, 'rejected', 'week', timesheetId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/approvals', {
            params: { query: { timesheet_id: timesheetId, status: 'rejected', limit: 200, cursor } },
          }),
        ),
      ),
  })
}

/** The last rejections of what I have submitted entry by entry. */
export function myRejectionsQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...approvalsKey, 'rejected', 'mine', workspaceId],
    queryFn: async () => {
      const query = {
        workspace_id: workspaceId,
        view: 'requested',
        status: 'rejected',
        limit: 500,
      } as const
      return (await answer(api.GET('/approvals', { params: { query } }))).data
    },
  })
}

export function countQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...approvalsKey, 'count', workspaceId],
    queryFn: async () =>
      (await answer(api.GET('/approvals/count', { params: { query: { workspace_id: workspaceId } } }))).count,
  })
}

function hasAskedQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...approvalsKey, 'asked', workspaceId],
    queryFn: async () => {
      const query = { workspace_id: workspaceId, view: 'requested', limit: 1 } as const
      return (await answer(api.GET('/approvals', { params: { query } }))).data.length > 0
    },
  })
}

/** How many wait for my decision, and whether the room is for me at all. */
export function useApprovalsRoom(): { isShown: boolean; count: number } {
  const { workspace, role } = useCurrentWorkspace()
  const enabled = useHasApprovals()
  const { data: count = 0 } = useQuery({ ...countQuery(workspace.id), enabled })
  const mayAlways = canEditProjects(role)
  const { data: hasAsked = false } = useQuery({
    ...hasAskedQuery(workspace.id),
    enabled: enabled && !mayAlways && count === 0,
  })
  return { isShown: enabled && (mayAlways || count > 0 || hasAsked), count }
}

/** What a decision or a request changes: how entries, weeks and requests stand. */
export function useRefreshApprovals() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [approvalsKey, ['timesheets'], ['week-entries'], ['entries'], ['reports']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
}
