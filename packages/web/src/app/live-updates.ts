import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { eventStreamUrl } from '../lib/api.ts'
import { inBackground } from '../lib/background.ts'

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
const reopenAfter = 3000

/** Keeps the screen true to the server: each change, made anywhere, refreshes what shows it. */
export function useLiveUpdates(): { isConnected: boolean } {
  const client = useQueryClient()
  const [isConnected, setConnected] = useState(true)

  useEffect(() => {
    const refresh = createRefresher(client)
    let source: EventSource
    let reopening: ReturnType<typeof setTimeout> | undefined
    let hasBeenLost = false

    function open() {
      source = new EventSource(eventStreamUrl)
      source.addEventListener('open', () => {
        setConnected(true)
        // What was missed while away may be more than the server still remembers.
        if (hasBeenLost) inBackground(client.invalidateQueries())
        hasBeenLost = false
      })
      source.addEventListener('change', ({ data }: MessageEvent<string>) => {
        refresh.note(readKind(data))
      })
      source.addEventListener('error', () => {
        setConnected(false)
        hasBeenLost = true
        // The browser tries again by itself, except after an answer that was no stream.
        if (source.readyState === EventSource.CLOSED) reopening = setTimeout(open, reopenAfter)
      })
    }

    open()
    return () => {
      source.close()
      clearTimeout(reopening)
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
    const keys = new Set(kinds.flatMap((kind) => listsShowing[kind] ?? ['']))
    if (keys.has('')) return inBackground(client.invalidateQueries())
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
