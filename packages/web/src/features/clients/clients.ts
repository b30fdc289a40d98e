import type { Client, ClientChanges, NewClient } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { usableModules } from '../workspaces/modules.ts'
import { useWorkspace } from '../workspaces/workspaces.ts'

const clientsKey = ['clients'] as const

export function clientsQuery(workspaceId: number) {
  return queryOptions({
    queryKey: [...clientsKey, workspaceId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(api.GET('/clients', { params: { query: { workspace_id: workspaceId, limit: 500, cursor } } })),
      ),
  })
}

export function clientQuery(id: number) {
  return queryOptions({
    queryKey: [...clientsKey, 'one', id],
    queryFn: () => answer(api.GET('/clients/{id}', { params: { path: { id } } })),
  })
}

/** None where the workspace has them switched off: there the server would refuse. */
export function useClients(workspaceId: number): Client[] | undefined {
  return useClientsOf(workspaceId).clients
}

/** The same, and whether they are being asked for the first time. */
export function useClientsOf(workspaceId: number): { clients: Client[] | undefined; isLoading: boolean } {
  const isOn = usableModules(useWorkspace(workspaceId)).has('clients')
  const { data, isLoading } = useQuery({ ...clientsQuery(workspaceId), enabled: isOn })
  return { clients: isOn ? data : [], isLoading }
}

export function useCreateClient() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (row: NewClient) => answer(api.POST('/clients', { body: row })),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateClient() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: ClientChanges }) =>
      answer(api.PATCH('/clients/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
    meta: { showsOwnError: true },
  })
}

export function useDeleteClient() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Client) => settle(api.DELETE('/clients/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, { name }) => {
      offerUndo(t('clients.deleted', { name }), operationId)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: clientsKey }),
        client.invalidateQueries({ queryKey: ['projects'] }),
      ]),
  })
}
