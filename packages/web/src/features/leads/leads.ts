import type { Conversion, Lead, LeadChanges, NewLead } from '@sundial/sdk'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'

const leadsKey = ['leads'] as const

/** Where a lead stands, as far as one sets it; it becomes converted by converting it. */
export const settableStatuses = ['new', 'contacted', 'qualified', 'lost'] as const
export type SettableStatus = (typeof settableStatuses)[number]

/** The lists that leads are looked at in. */
export const leadViews = {
  open: ['new', 'contacted', 'qualified'],
  converted: ['converted'],
  lost: ['lost'],
} as const satisfies Record<string, readonly Lead['status'][]>
export type LeadView = keyof typeof leadViews

/** The leads of a list that one may see, the best score first. */
export function leadsQuery(workspaceId: number, view: LeadView) {
  return queryOptions({
    queryKey: [...leadsKey, workspaceId, view],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/leads', {
            params: {
              query: { workspace_id: workspaceId, status: [...leadViews[view]], limit: 500, cursor },
            },
          }),
        ),
      ),
  })
}

export function leadQuery(id: number) {
  return queryOptions({
    queryKey: [...leadsKey, 'one', id],
    queryFn: () => answer(api.GET('/leads/{id}', { params: { path: { id } } })),
  })
}

export function leadName({ first_name, last_name }: Pick<Lead, 'first_name' | 'last_name'>): string {
  return `${first_name} ${last_name}`
}

export function useCreateLead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (row: NewLead) => answer(api.POST('/leads', { body: row })),
    onSettled: () => client.invalidateQueries({ queryKey: leadsKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateLead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: LeadChanges }) =>
      answer(api.PATCH('/leads/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: leadsKey }),
    meta: { showsOwnError: true },
  })
}

export function useDeleteLead() {
  const client = useQueryClient()
  const { t } = useTranslation()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ id }: Lead) => settle(api.DELETE('/leads/{id}', { params: { path: { id } } })),
    onSuccess: ({ operationId }, lead) => {
      offerUndo(t('crm.deleted', { name: leadName(lead) }), operationId)
    },
    onSettled: () => client.invalidateQueries({ queryKey: leadsKey }),
  })
}

/** Makes a client of a lead, with its contact and its deal. */
export function useConvertLead(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (conversion: Conversion) =>
      answer(api.POST('/leads/{id}/convert', { params: { path: { id } }, body: conversion })),
    onSettled: () =>
      Promise.all(
        [leadsKey, ['clients'], ['contacts'], ['deals']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
    meta: { showsOwnError: true },
  })
}
