import type { Entry, NewEntry } from '@sundial/sdk'
import { addDays, fromLocal, toLocal } from '../../lib/local-time.ts'
import { weekDays, type RowThing } from './week-rows.ts'

type Asked = {
  /** Those of the week that is copied, with the days around it. */
  entries: readonly Entry[]
  /** The first day of the week they are copied into, which is the one after. */
  from: string
  zone: string
  /** Whether time may be put there: an empty cell that nothing locks. */
  isOpen: (thing: RowThing, day: string) => boolean
}

/** The same work a week later, at the same hours of the clock: what there is to write, and how much finds no place. */
export function planCopy({ entries, from, zone, isOpen }: Asked): { fresh: NewEntry[]; left: number } {
  const days = weekDays(from)
  const due = entries
    .filter(({ ended_at, started_on }) => ended_at !== null && days.includes(addDays(started_on, 7)))
    .sort((a, b) => Date.parse(a.started_at) - Date.parse(b.started_at))
  const open = due.filter(({ project_id, task_id, started_on }) =>
    isOpen({ projectId: project_id, taskId: task_id }, addDays(started_on, 7)),
  )
  return { fresh: open.map((entry) => aWeekLater(entry, zone)), left: due.length - open.length }
}

/** What it was billed as belongs to that week; what it is worth to bill follows its project again. */
function aWeekLater(entry: Entry, zone: string): NewEntry {
  const later = (at: string) => {
    const { day, secondOfDay } = toLocal(Date.parse(at), zone)
    return fromLocal({ day: addDays(day, 7), secondOfDay }, zone)
  }
  const start = later(entry.started_at)
  // A clock that is turned in between changes no length.
  const length = Date.parse(entry.ended_at ?? entry.started_at) - Date.parse(entry.started_at)
  return {
    workspace_id: entry.workspace_id,
    project_id: entry.project_id,
    task_id: entry.task_id,
    title: entry.title,
    tag_ids: entry.tags.map(({ id }) => id),
    break_seconds: entry.break_seconds,
    started_at: new Date(start).toISOString(),
    ended_at: new Date(start + length).toISOString(),
  }
}
