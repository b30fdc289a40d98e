import type { Entry, EntryChanges } from '@sundial/sdk'
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { toLocal } from '../../lib/local-time.ts'
import { entriesKey, timerKey, toRunningTimer, type EntryPage, type RunningTimer } from './timer.ts'
import { weekEntriesKey } from './week-entries.ts'

/** What the screen shows of entries, changed before the server has answered, and put back if it refuses. */

type Pages = InfiniteData<EntryPage, string | undefined>
export type Snapshot = [QueryKey, unknown][]

export function takeSnapshot(client: QueryClient): Snapshot {
  return [
    ...client.getQueriesData({ queryKey: entriesKey }),
    ...client.getQueriesData({ queryKey: weekEntriesKey }),
    [timerKey, client.getQueryData(timerKey)],
  ]
}

export function restoreSnapshot(client: QueryClient, snapshot: Snapshot): void {
  for (const [key, data] of snapshot) client.setQueryData(key, data)
}

export function readTimer(client: QueryClient): RunningTimer | null {
  return client.getQueryData<RunningTimer | null>(timerKey) ?? null
}

export function paintTimer(client: QueryClient, entry: Entry | null): void {
  client.setQueryData(timerKey, toRunningTimer(entry))
}

/** Adds a row, or takes the place of the row with its id. */
export function paintEntry(client: QueryClient, entry: Entry): void {
  changeRows(client, [...entriesKey, entry.workspace_id], (rows, index) => {
    const others = rows.filter(({ id }) => id !== entry.id)
    return index === 0 ? [entry, ...others] : others
  })
  // Whoever shows a week takes from its rows what lies on its days.
  changeWeeks(client, [...weekEntriesKey, entry.workspace_id], (rows) => [
    ...rows.filter(({ id }) => id !== entry.id),
    entry,
  ])
}

export function paintRemoval(client: QueryClient, ids: readonly number[]): void {
  const gone = new Set(ids)
  const withoutGone = (rows: Entry[]) => rows.filter(({ id }) => !gone.has(id))
  changeRows(client, entriesKey, withoutGone)
  changeWeeks(client, weekEntriesKey, withoutGone)
}

export function paintChanges(client: QueryClient, ids: readonly number[], changes: EntryChanges): void {
  const touched = new Set(ids)
  const changed = (rows: Entry[]) =>
    rows.map((row) => (touched.has(row.id) ? applyChanges(row, changes) : row))
  changeRows(client, entriesKey, changed)
  changeWeeks(client, weekEntriesKey, changed)
  const running = readTimer(client)
  if (running && touched.has(running.entry.id)) paintTimer(client, applyChanges(running.entry, changes))
}

export function applyChanges(entry: Entry, changes: EntryChanges, now = Date.now()): Entry {
  const { tags, billing_status, title, notes, project_id, task_id, started_at, ended_at } = changes
  const changed: Entry = {
    ...entry,
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(project_id !== undefined && { project_id }),
    ...(task_id !== undefined && { task_id }),
    ...(started_at !== undefined && {
      started_at,
      started_on: toLocal(Date.parse(started_at), entry.time_zone).day,
    }),
    ...(ended_at !== undefined && { ended_at }),
    ...(billing_status !== undefined && { billing_status: billing_status ?? 'undetermined' }),
    ...(tags !== undefined && { tags: tags.map((name, index) => ({ id: -1 - index, name })) }),
  }
  const until = changed.ended_at ?? changed.paused_at
  const end = until ? Date.parse(until) : now
  const seconds = Math.floor((end - Date.parse(changed.started_at)) / 1000) - changed.break_seconds
  return { ...changed, duration_seconds: Math.max(0, seconds) }
}

function changeRows(
  client: QueryClient,
  key: QueryKey,
  change: (rows: Entry[], pageIndex: number) => Entry[],
) {
  client.setQueriesData<Pages>(
    { queryKey: key },
    (pages) =>
      pages && {
        ...pages,
        pages: pages.pages.map((page, index) => ({ ...page, data: change(page.data, index) })),
      },
  )
}

function changeWeeks(client: QueryClient, key: QueryKey, change: (rows: Entry[]) => Entry[]) {
  client.setQueriesData<Entry[]>({ queryKey: key }, (rows) => rows && change(rows))
}
