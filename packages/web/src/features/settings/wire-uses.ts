import type { WireUse } from '@sundial/sdk'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, api } from '../../lib/api.ts'
import { inBackground } from '../../lib/background.ts'

/** When one's clients were last heard from. No event tells of it, so it is never fresh. */
const wireUsesQuery = queryOptions({
  queryKey: ['wire-uses'],
  queryFn: async () => (await answer(api.GET('/me/wires'))).data,
  staleTime: 0,
})

const looksEvery = 2000
const waitsAtMost = 600_000

type Waiting = {
  /** The last use there was when it began. */
  before: WireUse | undefined
  isOver: boolean
}

/** Waits for a request through a wire: looks for one while the page is seen, and gives up after a while. */
export function useConnectionTest(wire: string) {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState<Waiting>()
  const query = useQuery({
    ...wireUsesQuery,
    refetchInterval: ({ state }) =>
      stateOf(waiting, lastUse(wire, state.data)) === 'waiting' ? looksEvery : false,
  })
  const begin = useMutation({
    // What the server says of before, as its clock need not be the browser's.
    mutationFn: () => client.fetchQuery(wireUsesQuery),
    onSuccess: (uses) => {
      setWaiting({ before: lastUse(wire, uses), isOver: false })
    },
    // The query has the same error.
    meta: { showsOwnError: true },
  })
  const last = lastUse(wire, query.data)
  const state = stateOf(waiting, last)
  const isWaiting = state === 'waiting'
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => {
      setWaiting((now) => now && { ...now, isOver: true })
    }, waitsAtMost)
    return () => {
      clearTimeout(timer)
    }
  }, [isWaiting])
  return {
    // It goes on waiting all the same.
    state: query.error ? ('failed' as const) : state,
    last,
    isKnown: query.isSuccess,
    error: query.error,
    retry: () => {
      inBackground(query.refetch())
    },
    begin: begin.mutate,
    end: () => {
      setWaiting(undefined)
    },
  }
}

function lastUse(wire: string, uses: readonly WireUse[] | undefined): WireUse | undefined {
  return uses?.find((use) => use.wire === wire)
}

type State = 'idle' | 'waiting' | 'heard' | 'late'

function stateOf(waiting: Waiting | undefined, last: WireUse | undefined): State {
  if (!waiting) return 'idle'
  if (last && last.used_at !== waiting.before?.used_at) return 'heard'
  return waiting.isOver ? 'late' : 'waiting'
}
