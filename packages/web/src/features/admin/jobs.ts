import type { Job } from '@sundial/sdk'
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { healthQuery } from './health.ts'

type Page = { data: Job[]; next_cursor: string | null }

export const jobStates = ['waiting', 'running', 'failed'] as const
export type JobState = (typeof jobStates)[number]

const jobsKey = ['jobs'] as const

/** What is left to be done, newest first; asked anew while somebody looks, as no event tells of a job. */
export function jobsQuery(state: JobState | null) {
  return infiniteQueryOptions({
    queryKey: [...jobsKey, state],
    queryFn: ({ pageParam }): Promise<Page> =>
      answer(
        api.GET('/admin/jobs', {
          params: { query: { state: state ?? undefined, limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 5000,
    staleTime: 0,
  })
}

export function useRetryJob() {
  const refresh = useRefreshJobs()
  return useMutation({
    mutationFn: (id: number) => answer(api.POST('/admin/jobs/{id}/retry', { params: { path: { id } } })),
    onSettled: refresh,
  })
}

export function useRemoveJob() {
  const refresh = useRefreshJobs()
  return useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/admin/jobs/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  })
}

function useRefreshJobs() {
  const client = useQueryClient()
  return () =>
    Promise.all([jobsKey, healthQuery.queryKey].map((queryKey) => client.invalidateQueries({ queryKey })))
}
