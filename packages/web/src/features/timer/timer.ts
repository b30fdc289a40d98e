import type { Entry } from '@sundial/sdk'
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'

export type EntryPage = { data: Entry[]; next_cursor: string | null }

/** The timer that runs; `countsFrom` is the moment on this device's clock at which it read zero. */
export type RunningTimer = { entry: Entry; countsFrom: number }

/** Stands for an entry the server has not named yet. */
export const provisionalId = 0

export const timerKey = ['timer'] as const
export const entriesKey = ['entries'] as const

export const timerQuery = queryOptions({
  queryKey: timerKey,
  queryFn: async () => toRunningTimer((await answer(api.GET('/timer'))).entry),
})

/** My own entries in a workspace, newest first; the first screen waits for the first page, so that one is shorter. */
export function entriesQuery(workspaceId: number) {
  return infiniteQueryOptions({
    queryKey: [...entriesKey, workspaceId],
    queryFn: ({ pageParam }): Promise<EntryPage> =>
      answer(
        api.GET('/entries', {
          params: { query: { workspace_id: workspaceId, limit: pageParam ? 200 : 100, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: EntryPage) => page.next_cursor ?? undefined,
  })
}

export function useRunningTimer(): RunningTimer | null | undefined {
  return useQuery(timerQuery).data
}

/**
 * This device's clock may be wrong, so the count starts from the length the server states. Where the two clocks
 * agree to the second or two an answer takes, the start itself is steadier: all tabs then show the same second.
 */
export function toRunningTimer(entry: Entry | null, now = Date.now()): RunningTimer | null {
  if (!entry) return null
  const stated = now - entry.duration_seconds * 1000
  const exact = Date.parse(entry.started_at) + entry.break_seconds * 1000
  return { entry, countsFrom: Math.abs(stated - exact) < 2500 ? exact : stated }
}

export function runningSeconds({ entry, countsFrom }: RunningTimer, now: number): number {
  return entry.paused_at ? entry.duration_seconds : Math.max(0, (now - countsFrom) / 1000)
}
