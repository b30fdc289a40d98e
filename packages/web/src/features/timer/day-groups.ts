import type { Entry } from '@sundial/sdk'
import { toLocal } from '../../lib/local-time.ts'

export type DayGroup = { day: string; seconds: number; rows: EntryGroup[] }

/** One line of a day: entries of the same title and project, newest first. */
export type EntryGroup = { key: string; entries: [Entry, ...Entry[]]; seconds: number }

/** Finished entries by the local day they began on, days and lines newest first. */
export function groupByDay(entries: readonly Entry[], zone: string): DayGroup[] {
  const finished = entries
    .filter((entry) => entry.ended_at !== null)
    .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at) || b.id - a.id)
  const days = new Map<string, Map<string, EntryGroup>>()
  for (const entry of finished) {
    const { day } = toLocal(Date.parse(entry.started_at), zone)
    const rows = days.get(day) ?? new Map<string, EntryGroup>()
    days.set(day, rows)
    const key = `${day} ${entry.project_id ?? 0} ${entry.title ?? ''}`
    const row = rows.get(key)
    if (row) {
      row.entries.push(entry)
      row.seconds += entry.duration_seconds
    } else rows.set(key, { key, entries: [entry], seconds: entry.duration_seconds })
  }
  return [...days].map(([day, rows]) => {
    const lines = [...rows.values()]
    return { day, seconds: lines.reduce((sum, { seconds }) => sum + seconds, 0), rows: lines }
  })
}
