import type { Timesheet } from '@sundial/sdk'
import { queryOptions, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api.ts'
import { addDays } from '../../lib/local-time.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useRefreshApprovals } from '../approvals/approvals.ts'

const timesheetsKey = ['timesheets'] as const

type Week = { workspaceId: number; userId: number; from: string }

/** Somebody's week as it was submitted; null where that was never asked for. */
export function timesheetQuery({ workspaceId, userId, from }: Week) {
  return queryOptions({
    queryKey: [...timesheetsKey, workspaceId, userId, from],
    queryFn: async (): Promise<Timesheet | null> => {
      const { data } = await answer(
        api.GET('/timesheets', {
          params: {
            query: { workspace_id: workspaceId, user_id: userId, from, to: addDays(from, 6), limit: 5 },
          },
        }),
      )
      // Weeks that began on another day, before the workspace changed that, are not this one.
      return data.find(({ starts_on }) => starts_on === from) ?? null
    },
  })
}

export function useSubmitWeek(workspaceId: number) {
  const { t } = useTranslation()
  const refresh = useRefreshApprovals()
  return useMutation({
    mutationFn: ({ day, comment }: { day: string; comment: string | null }) =>
      answer(api.POST('/timesheets', { body: { workspace_id: workspaceId, day, comment } })),
    onSuccess: () => {
      showNotice({ message: t('timesheet.wasSubmitted') })
    },
    onSettled: refresh,
    meta: { showsOwnError: true },
  })
}

export function useWithdrawWeek() {
  const { t } = useTranslation()
  const refresh = useRefreshApprovals()
  return useMutation({
    mutationFn: (id: number) => answer(api.POST('/timesheets/{id}/withdraw', { params: { path: { id } } })),
    onSuccess: () => {
      showNotice({ message: t('timesheet.wasWithdrawn') })
    },
    onSettled: refresh,
  })
}
