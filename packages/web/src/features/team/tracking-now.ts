import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answer, answerAll, api } from '../../lib/api.ts'
import { toRunningTimer, type RunningTimer } from '../timer/timer.ts'

/** The timers that run in a workspace, as far as one may see them. */
function trackingQuery(workspaceId: number) {
  return queryOptions({
    queryKey: ['tracking', workspaceId],
    queryFn: async () => {
      const entries = await answerAll((cursor) =>
        answer(
          api.GET('/entries', {
            params: {
              query: { workspace_id: workspaceId, everyone: true, running: true, limit: 200, cursor },
            },
          }),
        ),
      )
      return entries.flatMap((entry) => toRunningTimer(entry) ?? [])
    },
  })
}

type TrackingNow = {
  /** By user; nothing for those who do not see the time of others. */
  timers: ReadonlyMap<number, RunningTimer>
  isLoading: boolean
}

/** What each person tracks now. */
export function useTrackingNow(workspaceId: number, seesOthers: boolean): TrackingNow {
  const { data, isLoading } = useQuery({ ...trackingQuery(workspaceId), enabled: seesOthers })
  const timers = useMemo(() => new Map(data?.map((timer) => [timer.entry.user_id, timer])), [data])
  return { timers, isLoading }
}
