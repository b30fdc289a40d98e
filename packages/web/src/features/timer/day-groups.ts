import type { Entry } from '@sundial/sdk'
import { toLocal } from '../../lib/local-time.ts'

export type DayGroup = { day: string; seconds: number; rows: EntryGroup[] }

/** One line of a day: entries of the same title and project, oldest first. */
export type EntryGroup = { key: string; entries: [Entry, ...Entry[]]; seconds: number }

const knownDays = new WeakMap<Entry, { zone: string; day: string }>()

/** The local day an entry began on. Asked of thousands at each change, of which few are new. */
export function startedOn(entry: Entry, zone: string): string {
  const known = knownDays.get(entry)
  if (known?.zone === zone) return known.day
  const { day } = toLocal(Date.parse(entry.started_at), zone)
  knownDays.set(entry, { zone, day })
  return day
}

/** Finished entries by the local day they began on: the newest day first, each day from morning to evening. */
export function groupByDay(entries: readonly Entry[], zone: string): DayGroup[] {
  const finished = entries
    .filter((entry) => entry.ended_at !== null)
    .sort((a, b) => Date.parse(a.started_at) - Date.parse(b.started_at) || a.id - b.id)
  const days = new Map<string, Map<string, EntryGroup>>()
  for (const entry of finished) {
    const day = startedOn(entry, zone)
    const rows = days.get(day) ?? new Map<string, EntryGroup>()
    days.set(day, rows)
    const key = `${day} ${entry.project_id ?? 0} ${entry.title ?? ''}`
    const row = rows.get(key)
    if (row) {
      row.entries.push(entry)
      row.seconds += entry.duration_seconds
    } else rows.set(key, { key, entries: [entry], seconds: entry.duration_seconds })
  }
  return [...days].reverse().map(([day, rows]) => {
    const lines = [...rows.values()]
    return { day, seconds: lines.reduce((sum, { seconds }) => sum + seconds, 0), rows: lines }
  })
}

/** Where more can be loaded, the last day may lack its morning, and its sum would be wrong; it waits for the rest. */
export function wholeDays(days: DayGroup[], hasMore: boolean): DayGroup[] {
  return hasMore && days.length > 1 ? days.slice(0, -1) : days
}
