import type { NewWebhook, Webhook, WebhookChanges } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, answerAll, api } from '../../lib/api.ts'
import { showNotice } from '../../ui/notices.tsx'
import { serverQuery } from '../session/session.ts'

const webhooksKey = ['webhooks'] as const

/** Whose webhooks: those of a workspace, or one's own, which hear wherever one is. */
export type WebhookKeeper = number | 'me'

export function webhooksQuery(keeper: WebhookKeeper) {
  return queryOptions({
    queryKey: [...webhooksKey, 'of', keeper],
    queryFn: () =>
      answerAll((cursor) => {
        const query = { limit: 500, cursor }
        return keeper === 'me'
          ? answer(api.GET('/me/webhooks', { params: { query } }))
          : answer(api.GET('/workspaces/{id}/webhooks', { params: { path: { id: keeper }, query } }))
      }),
    // What each was told last leaves no event that would refresh the list.
    staleTime: 0,
  })
}

export function webhookQuery(id: number) {
  return queryOptions({
    queryKey: [...webhooksKey, 'one', id],
    queryFn: () => answer(api.GET('/webhooks/{id}', { params: { path: { id } } })),
  })
}

/** Asked for only when it is to be seen, and forgotten when it no longer is. */
export function secretQuery(id: number) {
  return queryOptions({
    queryKey: [...webhooksKey, 'secret', id],
    queryFn: async () =>
      (await answer(api.GET('/webhooks/{id}/secret', { params: { path: { id } } }))).secret,
    gcTime: 0,
  })
}

export function useCreateWebhook(keeper: WebhookKeeper) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewWebhook) =>
      keeper === 'me'
        ? answer(api.POST('/me/webhooks', { body }))
        : answer(api.POST('/workspaces/{id}/webhooks', { params: { path: { id: keeper } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey }),
    meta: { showsOwnError: true },
  })
}

export function useUpdateWebhook(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: WebhookChanges) =>
      answer(api.PATCH('/webhooks/{id}', { params: { path: { id } }, body: changes })),
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey }),
    meta: { showsOwnError: true },
  })
}

/** Nothing stands beside a switch that could say why it was refused. */
export function useSwitchWebhook(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (isEnabled: boolean) =>
      answer(api.PATCH('/webhooks/{id}', { params: { path: { id } }, body: { is_enabled: isEnabled } })),
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey }),
  })
}

export function useReplaceSecret(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/webhooks/{id}/secret', { params: { path: { id } } })),
    onSuccess: ({ secret }) => client.setQueryData(secretQuery(id).queryKey, secret),
  })
}

export function useDeleteWebhook() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (webhook: Webhook) => {
      // First away from its page, which would ask for what is no longer there.
      await navigate({ to: listOf(webhook).to })
      return answer(api.DELETE('/webhooks/{id}', { params: { path: { id: webhook.id } } }))
    },
    onSuccess: (_nothing, webhook) => {
      showNotice({ message: t('webhooks.deleted', webhook) })
    },
    onSettled: () => client.invalidateQueries({ queryKey: webhooksKey }),
  })
}

/** The list a webhook is in, and its page below that. */
export function listOf({ hears_everywhere }: Pick<Webhook, 'hears_everywhere'>) {
  return hears_everywhere
    ? ({
        to: '/settings/integrations',
        page: '/settings/integrations/$id',
        label: 'settings.integrations',
      } as const)
    : ({ to: '/settings/webhooks', page: '/settings/webhooks/$id', label: 'webhooks.toAll' } as const)
}

/** Whether its events are chosen here, and not by a program that made it through another API. */
export function isOfOwnApi({ wire }: Pick<Webhook, 'wire'>): boolean {
  return wire === 'native'
}

/** In the words of which API a webhook is told. */
export function useWireTitle(wire: string): string {
  const { t } = useTranslation()
  const { data: server } = useQuery(serverQuery)
  if (isOfOwnApi({ wire })) return t('webhooks.ownApi')
  return server?.wires.find(({ name }) => name === wire)?.title ?? wire
}
