import type { Delivery } from '@sundial/sdk'
import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import { useFormats } from '../session/formats.ts'

export const deliveryStatuses = ['waiting', 'done', 'failed'] as const

type Page = { data: Delivery[]; next_cursor: string | null }

const deliveriesKey = ['deliveries'] as const
/** A delivery leaves no event, so an open list looks for itself: soon where something is under way. */
const looksEvery = { underWay: 1000, otherwise: 5000 }

/** What a webhook was told, newest first. */
export function deliveriesQuery(webhookId: number, status: Delivery['status'] | undefined) {
  return infiniteQueryOptions({
    queryKey: [...deliveriesKey, 'of', webhookId, status ?? 'all'],
    queryFn: ({ pageParam }): Promise<Page> =>
      answer(
        api.GET('/webhooks/{id}/deliveries', {
          params: { path: { id: webhookId }, query: { status, limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => pauseBefore(state.data),
  })
}

export function deliveryQuery(id: number) {
  return queryOptions({
    queryKey: [...deliveriesKey, 'one', id],
    queryFn: () => answer(api.GET('/deliveries/{id}', { params: { path: { id } } })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'waiting' ? looksEvery.underWay : false),
  })
}

export function useSendPing(webhookId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answer(api.POST('/webhooks/{id}/ping', { params: { path: { id: webhookId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: deliveriesKey }),
  })
}

export function useRedeliver() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => answer(api.POST('/deliveries/{id}/redeliver', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: deliveriesKey }),
    meta: { showsOwnError: true },
  })
}

/** Such as “Today, 14:05”. */
export function useMoment(): (instant: string) => string {
  const formats = useFormats()
  return (instant) => {
    const at = Date.parse(instant)
    return `${formats.day(formats.dayOf(at))}, ${formats.time(at)}`
  }
}

/** Every page is asked for again each time, so the more there are, the longer the pause. */
function pauseBefore(data: InfiniteData<Page> | undefined): number {
  const pages = data?.pages ?? []
  const isUnderWay = pages.some((page) =>
    page.data.some(({ status, attempts }) => status === 'waiting' && attempts === 0),
  )
  return looksEvery[isUnderWay ? 'underWay' : 'otherwise'] * Math.max(1, pages.length)
}
