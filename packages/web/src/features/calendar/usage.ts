import type { UsageSample } from '@sundial/sdk'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api.ts'
import type { Days } from '../reports/ranges.ts'

/** What devices of mine saw on these days; of a very busy week the newest of it. */
export function usageQuery({ from, to }: Days) {
  return queryOptions({
    queryKey: ['app-usage', from, to],
    queryFn: async () => {
      const samples: UsageSample[] = []
      let cursor: string | undefined
      for (let page = 0; page < mostPages; page++) {
        const query = { from, to, limit: 500, cursor }
        const { data, next_cursor } = await answer(api.GET('/app-usage', { params: { query } }))
        samples.push(...data)
        if (!next_cursor) break
        cursor = next_cursor
      }
      return samples
    },
    staleTime: 60_000,
  })
}

/** The lane is a help to remember by; it is not worth more requests than these. */
const mostPages = 20
