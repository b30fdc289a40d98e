import type { ProjectMember } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

/** Below the key of the projects, so that what refreshes those refreshes these. */
export function projectMembersQuery(projectId: number) {
  return queryOptions({
    queryKey: ['projects', projectId, 'members'],
    queryFn: async () =>
      (await answer(api.GET('/projects/{id}/members', { params: { path: { id: projectId } } }))).data,
  })
}

export function useSetProjectMembers(projectId: number) {
  const client = useQueryClient()
  const { queryKey } = projectMembersQuery(projectId)
  return useMutation({
    mutationFn: (members: ProjectMember[]) =>
      answer(
        api.PUT('/projects/{id}/members', {
          params: { path: { id: projectId } },
          body: { data: members },
        }),
      ),
    onMutate: async (members) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      client.setQueryData(queryKey, members)
      return { before }
    },
    onError: (...[, , context]) => {
      client.setQueryData(queryKey, context?.before)
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
