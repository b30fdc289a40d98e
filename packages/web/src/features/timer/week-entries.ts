import { queryOptions } from '@tanstack/react-query'
import { answer, answerAll, api } from '../../lib/api.ts'
import { addDays } from '../../lib/local-time.ts'

/** Not below the key of the timer's entries, which come in pages. */
export const weekEntriesKey = ['week-entries'] as const

/**
 * My entries around a week, also those of the days before and after it: they may reach into it, and whoever has
 * changed their time zone has days that began at other hours.
 */
export function weekEntriesQuery(workspaceId: number, from: string) {
  const days = { from: addDays(from, -1), to: addDays(from, 7) }
  return queryOptions({
    queryKey: [...weekEntriesKey, workspaceId, from],
    queryFn: () =>
      answerAll((cursor) =>
        answer(
          api.GET('/entries', {
            params: { query: { workspace_id: workspaceId, ...days, limit: 200, cursor } },
          }),
        ),
      ),
  })
}
