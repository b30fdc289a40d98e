import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { inBackground } from '../lib/background.ts'
import { followLive } from '../lib/live-stream.ts'
import { useBudgetNotices } from './budget-notices.ts'

const everything = 'everything'
/** That entries have their amounts after a change of rates: nobody tells, but it takes no longer than this. */
const priced = 'priced'
const pricedAfter = [1500, 4000]
/** A project's client decides on its rates, too. */
const reprices = new Set(['rate', 'project', 'client'])

/** Reports, and what is used of budgets. */
const amounts = ['reports', 'budgets'] as const

/** Which lists show a thing of this kind; a kind not named here refreshes everything. */
const listsShowing: Record<string, readonly string[]> = {
  entry: ['entries', 'timer', ...amounts],
  project: ['projects', ...amounts],
  client: ['clients', ...amounts],
  rate: ['rates'],
  [priced]: amounts,
  tag: ['tags', 'entries', 'timer', 'reports'],
  task: ['tasks', 'reports'],
  saved_report: ['saved-reports'],
  report_link: ['report-links'],
  token: ['tokens'],
  webhook: ['webhooks'],
  invitation: ['invitations'],
  member: ['members', 'session', 'workspaces'],
  workspace: ['workspaces', 'session'],
  user: ['session', 'members', 'personal-key'],
}

/** Gathers the events of one change (a bulk edit sends many) before anything is asked again. */
const gatherFor = 60
/** Reports are dear to answer: while changes keep coming, they are asked again no oftener than this. */
const reportsEvery = 3000

/** Keeps the screen true to the server: each change, made anywhere, refreshes what shows it. */
export function useLiveUpdates(): { isConnected: boolean } {
  const client = useQueryClient()
  const [isConnected, setConnected] = useState(true)
  const tellBudget = useBudgetNotices()

  useEffect(() => {
    const refresh = createRefresher(client)
    const stop = followLive((message) => {
      setConnected(message.type === 'open' || message.type === 'change')
      if (message.type === 'change') {
        const event = readEvent(message.data)
        refresh.note(event.subject_kind)
        if (event.kind === 'project.budget_reached') tellBudget(event)
      }
      if (message.type === 'open') refresh.note(everything)
      if (message.type === 'refused') refresh.note('user')
    })
    return () => {
      stop()
      refresh.stop()
    }
  }, [client, tellBudget])

  return { isConnected }
}

function createRefresher(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let reportsTimer: ReturnType<typeof setTimeout> | undefined
  let reportsAskedAt = 0
  const later = new Set<ReturnType<typeof setTimeout>>()

  function noteLater(kind: string, delay: number) {
    const waited = setTimeout(() => {
      later.delete(waited)
      waiting.add(kind)
      schedule()
    }, delay)
    later.add(waited)
  }

  function flush() {
    timer = undefined
    // An answer that left before a write of ours has landed would paint over it; that write refreshes in the end.
    if (client.isMutating() > 0) return schedule()
    const kinds = [...waiting]
    waiting.clear()
    const keys = new Set(kinds.flatMap((kind) => listsShowing[kind] ?? [everything]))
    if (keys.has(everything)) return inBackground(client.invalidateQueries())
    if (keys.delete('reports')) refreshReports()
    for (const key of keys) inBackground(client.invalidateQueries({ queryKey: [key] }))
  }

  function refreshReports() {
    clearTimeout(reportsTimer)
    const wait = reportsAskedAt + reportsEvery - Date.now()
    if (wait > 0) {
      reportsTimer = setTimeout(refreshReports, wait)
      return
    }
    reportsAskedAt = Date.now()
    inBackground(client.invalidateQueries({ queryKey: ['reports'] }))
  }

  function schedule() {
    timer ??= setTimeout(flush, gatherFor)
  }

  return {
    note(kind: string) {
      waiting.add(kind)
      if (reprices.has(kind)) for (const delay of pricedAfter) noteLater(priced, delay)
      schedule()
    },
    stop() {
      for (const waited of [timer, reportsTimer, ...later]) clearTimeout(waited)
    },
  }
}

type LiveEvent = { kind: string; subject_kind: string; subject_id: number; workspace_id: number }

function readEvent(data: string): LiveEvent {
  // Written by the server this page came from.
  const event = JSON.parse(data) as Partial<LiveEvent> | null
  return { kind: '', subject_kind: '', subject_id: 0, workspace_id: 0, ...event }
}
