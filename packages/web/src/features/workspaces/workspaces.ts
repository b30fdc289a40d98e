import type { Workspace, WorkspaceChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { sessionKey } from '../session/session.ts'

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: async () => (await answer(api.GET('/workspaces'))).data,
  networkMode: 'always',
})

export function useWorkspace(id: number): Workspace | undefined {
  const { data } = useQuery({ ...workspacesQuery, select: (rows) => rows.find((row) => row.id === id) })
  return data
}

export function useUpdateWorkspace(id: number) {
  const refresh = useRefreshWorkspaces()
  return useMutation({
    mutationFn: (changes: WorkspaceChanges) =>
      answer(api.PATCH('/workspaces/{id}', { params: { path: { id } }, body: changes })),
    onSuccess: refresh,
    meta: { showsOwnError: true },
  })
}

export function useCreateWorkspace() {
  const refresh = useRefreshWorkspaces()
  return useMutation({
    mutationFn: (name: string) => answer(api.POST('/workspaces', { body: { name } })),
    onSuccess: refresh,
    meta: { showsOwnError: true },
  })
}

/** The session lists the memberships, so both are asked again. */
function useRefreshWorkspaces() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
      client.invalidateQueries({ queryKey: sessionKey }),
    ])
}
