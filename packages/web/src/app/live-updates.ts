import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { inBackground } from '../lib/background.ts'
import { followLive } from '../lib/live-stream.ts'

const everything = 'everything'

/** Which lists show a thing of this kind; a kind not named here refreshes everything. */
const listsShowing: Record<string, readonly string[]> = {
  entry: ['entries', 'timer'],
  project: ['projects'],
  client: ['clients'],
  tag: ['tags', 'entries', 'timer'],
  task: [],
  token: ['tokens'],
  invitation: ['invitations'],
  member: ['members', 'session', 'workspaces'],
  workspace: ['workspaces', 'session'],
  user: ['session', 'members'],
}

/** Gathers the events of one change (a bulk edit sends many) before anything is asked again. */
const gatherFor = 60

/** Keeps the screen true to the server: each change, made anywhere, refreshes what shows it. */
export function useLiveUpdates(): { isConnected: boolean } {
  const client = useQueryClient()
  const [isConnected, setConnected] = useState(true)

  useEffect(() => {
    const refresh = createRefresher(client)
    const stop = followLive((message) => {
      setConnected(message.type === 'open' || message.type === 'change')
      if (message.type === 'change') refresh.note(readKind(message.data))
      if (message.type === 'open') refresh.note(everything)
      if (message.type === 'refused') refresh.note('user')
    })
    return () => {
      stop()
      refresh.stop()
    }
  }, [client])

  return { isConnected }
}

function createRefresher(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush() {
    timer = undefined
    // An answer that left before a write of ours has landed would paint over it; that write refreshes in the end.
    if (client.isMutating() > 0) return schedule()
    const kinds = [...waiting]
    waiting.clear()
    const keys = new Set(kinds.flatMap((kind) => listsShowing[kind] ?? [everything]))
    if (keys.has(everything)) return inBackground(client.invalidateQueries())
    for (const key of keys) inBackground(client.invalidateQueries({ queryKey: [key] }))
  }

  function schedule() {
    timer ??= setTimeout(flush, gatherFor)
  }

  return {
    note(kind: string) {
      waiting.add(kind)
      schedule()
    },
    stop() {
      clearTimeout(timer)
    },
  }
}

function readKind(data: string): string {
  const event: unknown = JSON.parse(data)
  const kind =
    typeof event === 'object' && event !== null && 'subject_kind' in event ? event.subject_kind : ''
  return String(kind)
}
