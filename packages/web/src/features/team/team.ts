import type { Invitation, MemberChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, answerAll, api } from '../../lib/api.ts'
import { sessionKey } from '../session/session.ts'

export function membersQuery(workspaceId: number) {
  return queryOptions({
    queryKey: ['members', workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/workspaces/{id}/members', {
            params: { path: { id: workspaceId }, query: { limit: 500, cursor } },
          }),
        ),
      ),
  })
}

export function invitationsQuery(workspaceId: number) {
  return queryOptions({
    queryKey: ['invitations', workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/workspaces/{id}/invitations', {
            params: { path: { id: workspaceId }, query: { limit: 500, cursor } },
          }),
        ),
      ),
  })
}

export function useUpdateMember(workspaceId: number) {
  const refresh = useRefreshTeam()
  return useMutation({
    mutationFn: ({ memberId, changes }: { memberId: number; changes: MemberChanges }) =>
      answer(
        api.PATCH('/workspaces/{id}/members/{member_id}', {
          params: { path: { id: workspaceId, member_id: memberId } },
          body: changes,
        }),
      ),
    onSettled: refresh,
  })
}

export function useRemoveMember(workspaceId: number) {
  const refresh = useRefreshTeam()
  return useMutation({
    mutationFn: (memberId: number) =>
      answer(
        api.DELETE('/workspaces/{id}/members/{member_id}', {
          params: { path: { id: workspaceId, member_id: memberId } },
        }),
      ),
    onSettled: refresh,
  })
}

export type InvitableRole = Exclude<Invitation['role'], 'owner'>

export function useInvite(workspaceId: number) {
  const refresh = useRefreshTeam()
  return useMutation({
    mutationFn: (body: { email: string; role: InvitableRole }) =>
      answer(api.POST('/workspaces/{id}/invitations', { params: { path: { id: workspaceId } }, body })),
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useWithdrawInvitation(workspaceId: number) {
  const refresh = useRefreshTeam()
  return useMutation({
    mutationFn: (invitationId: number) =>
      answer(
        api.DELETE('/workspaces/{id}/invitations/{invitation_id}', {
          params: { path: { id: workspaceId, invitation_id: invitationId } },
        }),
      ),
    onSettled: refresh,
  })
}

function useRefreshTeam() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['members'] }),
      client.invalidateQueries({ queryKey: ['invitations'] }),
      // One may have changed one's own role.
      client.invalidateQueries({ queryKey: sessionKey }),
    ])
}
