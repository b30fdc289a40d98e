import type { BillingStatus, ReportEntry, ReportEntryList } from '@sundial/sdk'
import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, settle } from '../../lib/api.ts'
import { useUndoNotice } from '../../lib/undo.ts'
import { useMe } from '../session/session.ts'
import type { SettableStatus } from '../timer/billing-menu.tsx'
import { entriesKey } from '../timer/timer.ts'
import { reportEntriesKey, reportsKey } from './reports.ts'

/** All of an entry, to edit it. */
export function useFetchEntry() {
  return useMutation({
    mutationFn: (id: number) => answer(api.GET('/entries/{id}', { params: { path: { id } } })),
  })
}

type Change = { entries: readonly ReportEntry[]; status: SettableStatus }

/** So many entries at once; the API takes no more. */
export const mostAtOnce = 1000

/** Shows the status at once, puts it back where the server refuses, and offers to take it back. */
export function useSetBilling() {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const offerUndo = useUndoNotice()
  return useMutation({
    mutationFn: ({ entries, status }: Change) =>
      settle(
        api.PATCH('/entries', {
          body: {
            ids: entries.map(({ id }) => id),
            changes: { billing_status: status },
            // Whose they are stands in the rows that were ticked.
            ...(entries.some(({ user_id }) => user_id !== me.id) && { for_others: true }),
          },
        }),
      ),
    onMutate: async ({ entries, status }) => {
      await client.cancelQueries({ queryKey: reportEntriesKey })
      const before = client.getQueriesData({ queryKey: reportEntriesKey })
      paint(entries, status ?? 'undetermined')
      return before
    },
    onError: (_error, _change, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
    },
    onSuccess: ({ operationId }, { entries, status }) => {
      const name = t(`billing.${status ?? 'undetermined'}`)
      offerUndo(t('reports.statusSet', { count: entries.length, status: name }), operationId)
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: reportsKey }),
        client.invalidateQueries({ queryKey: entriesKey }),
      ]),
  })

  function paint(entries: readonly ReportEntry[], status: BillingStatus) {
    const touched = new Set(entries.map(({ id }) => id))
    client.setQueriesData<InfiniteData<ReportEntryList, string | undefined>>(
      { queryKey: reportEntriesKey },
      (pages) =>
        pages && {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            data: page.data.map((row) => (touched.has(row.id) ? { ...row, billing_status: status } : row)),
          })),
        },
    )
  }
}
