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
  entry: ['entries', 'timer', 'tracking', 'week-entries', 'timesheets', ...amounts],
  // Who is let into a private project sees what runs on it.
  project: ['projects', 'tracking', ...amounts],
  client: ['clients', ...amounts],
  contact: ['contacts'],
  lead: ['leads'],
  deal: ['deals'],
  rate: ['rates'],
  [priced]: amounts,
  tag: ['tags', 'entries', 'timer', 'reports'],
  task: ['tasks', 'reports'],
  // How an entry stands is told by what is decided on it.
  approval: ['approvals', 'timesheets', 'entries', 'week-entries'],
  approval_policy: ['approval-policies'],
  timesheet: ['timesheets', 'approvals'],
  saved_report: ['saved-reports'],
  report_link: ['report-links'],
  token: ['tokens', 'admin-tokens'],
  webhook: ['webhooks'],
  invitation: ['invitations'],
  member: ['members', 'session', 'workspaces'],
  workspace: ['workspaces', 'session'],
  user: ['session', 'sessions', 'members', 'personal-key', 'accounts'],
}

/** Answers of a page that began so long ago are as good as new. */
const freshFor = 5000

/** Gathers the events of one change (a bulk edit sends many) before anything is asked again. */
const gatherFor = 60
/** Reports and the audit log are dear to answer: while changes keep coming, they are asked again no oftener than this. */
const dearEvery = 3000

/** Keeps the screen true to the server: each change, made anywhere, refreshes what shows it. */
export function useLiveUpdates(): { isConnected: boolean } {
  const client = useQueryClient()
  const [isConnected, setConnected] = useState(true)
  const tellBudget = useBudgetNotices()

  useEffect(() => {
    const refresh = createRefresher(client)
    const beganAt = Date.now()
    let hasOpened = false
    const stop = followLive((message) => {
      setConnected(message.type === 'open' || message.type === 'change')
      if (message.type === 'change') {
        const event = readEvent(message.data)
        refresh.note(event.subject_kind)
        if (event.kind === 'project.budget_reached') tellBudget(event)
      }
      if (message.type === 'open') {
        // What a page has just asked need not be asked again, but for what may start and stop in that very second.
        if (hasOpened || Date.now() - beganAt > freshFor) refresh.note(everything)
        else inBackground(client.invalidateQueries({ queryKey: ['timer'] }))
        hasOpened = true
      }
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
  const later = new Set<ReturnType<typeof setTimeout>>()
  const refreshReports = refresherOf('reports')
  const refreshEvents = refresherOf('events')

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
    if (client.isMutating() > 0 || turnsPage(client)) return schedule()
    const kinds = [...waiting]
    waiting.clear()
    const keys = new Set(kinds.flatMap((kind) => listsShowing[kind] ?? [everything]))
    if (keys.has(everything)) return inBackground(client.invalidateQueries())
    if (keys.delete('reports')) refreshReports()
    // Whatever happens stands in the audit log.
    refreshEvents()
    for (const key of keys) inBackground(client.invalidateQueries({ queryKey: [key] }))
  }

  /** At once, or when the last time is long enough ago. */
  function refresherOf(key: string) {
    let timer: ReturnType<typeof setTimeout> | undefined
    let askedAt = 0
    return function refresh() {
      if (timer) later.delete(timer)
      clearTimeout(timer)
      const wait = askedAt + dearEvery - Date.now()
      if (wait > 0 || turnsPage(client)) {
        timer = setTimeout(refresh, Math.max(wait, gatherFor))
        later.add(timer)
        return
      }
      askedAt = Date.now()
      inBackground(client.invalidateQueries({ queryKey: [key] }))
    }
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
      for (const waited of [timer, ...later]) clearTimeout(waited)
    },
  }
}

/** Whether a list is getting its next page: to ask it again meanwhile would take back what somebody has asked for. */
function turnsPage(client: QueryClient): boolean {
  return client.isFetching({ predicate: ({ state }) => state.fetchMeta?.fetchMore !== undefined }) > 0
}

type LiveEvent = { kind: string; subject_kind: string; subject_id: number; workspace_id: number }

function readEvent(data: string): LiveEvent {
  // Written by the server this page came from.
  const event = JSON.parse(data) as Partial<LiveEvent> | null
  return { kind: '', subject_kind: '', subject_id: 0, workspace_id: 0, ...event }
}
