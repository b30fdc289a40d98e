import type { Contact, ContactChanges, NewContact } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'

const contactsKey = ['contacts'] as const

/** The people at a client whom one may see. */
export function contactsQuery(clientId: number) {
  return queryOptions({
    queryKey: [...contactsKey, clientId],
    queryFn: () =>
      answerAll((cursor) =>
        answer(api.GET('/contacts', { params: { query: { client_id: clientId, limit: 500, cursor } } })),
      ),
  })
}

export function contactName({ first_name, last_name }: Pick<Contact, 'first_name' | 'last_name'>): string {
  return `${first_name} ${last_name}`
}

export function useCreateContact() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (row: NewContact) => answer(api.POST('/contacts', { body: row })),
    onSettled: () => client.invalidateQueries({ queryKey: contactsKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateContact() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: ContactChanges }) =>
      answer(api.PATCH('/contacts/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: contactsKey }),
    meta: { showsOwnError: true },
  })
}

export function useDeleteContact() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Contact) => settle(api.DELETE('/contacts/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, contact) => {
      offerUndo(t('crm.deleted', { name: contactName(contact) }), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: contactsKey }),
  })
}
