import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { restoreSnapshot, takeSnapshot } from './entry-cache.ts'
import { entriesKey, timerKey } from './timer.ts'
import { weekEntriesKey } from './week-entries.ts'

type Change<V, R> = {
  send: (input: V, client: QueryClient) => Promise<R>
  paint?: (client: QueryClient, input: V) => void
  confirm?: (client: QueryClient, result: R) => void
}

/** Shows the change at once; rolls back when the server refuses; asks for the truth in the end. */
export function useEntryChange<V, R>({ send, paint, confirm }: Change<V, R>) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: entriesKey,
    // One at a time, in the order they were made: a stop must not overtake its start.
    scope: { id: 'entries' },
    mutationFn: (input: V) => send(input, client),
    onMutate: async (input) => {
      await Promise.all([
        client.cancelQueries({ queryKey: entriesKey }),
        client.cancelQueries({ queryKey: timerKey }),
        client.cancelQueries({ queryKey: weekEntriesKey }),
      ])
      const before = takeSnapshot(client)
      paint?.(client, input)
      return before
    },
    onSuccess: (result) => {
      confirm?.(client, result)
    },
    onError: (_error, _input, before) => {
      if (before) restoreSnapshot(client, before)
    },
    onSettled: () => {
      // While another change is under way its paint must stay; the last one to settle refreshes for all.
      if (client.isMutating({ mutationKey: entriesKey }) > 1) return undefined
      return Promise.all([
        client.invalidateQueries({ queryKey: entriesKey }),
        client.invalidateQueries({ queryKey: timerKey }),
        client.invalidateQueries({ queryKey: weekEntriesKey }),
        client.invalidateQueries({ queryKey: ['reports'] }),
        // Tags may have been created by name.
        client.invalidateQueries({ queryKey: ['tags'] }),
      ])
    },
  })
}
