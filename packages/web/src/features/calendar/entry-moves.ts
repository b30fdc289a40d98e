import type { Entry, Workspace } from '@sundial/sdk'
import { fromLocal, toLocal, type LocalTime } from '../../lib/local-time.ts'
import { cellLock, type CellLock } from '../timesheet/week-rows.ts'
import { addToWall, stepSeconds, wallBetween, type Block } from './blocks.ts'

/** What moving and stretching makes of an entry's times. */

export type Times = { start: number; end: number }
export type Edge = 'start' | 'end'

type LockRules = Pick<Workspace, 'locked_before' | 'protects_billed'>

/** Why a block stays where it is; undefined where it may be moved and stretched. */
export function blockLock(entry: Entry, rules: LockRules): CellLock | undefined {
  return cellLock({ entries: [entry], seconds: entry.duration_seconds }, entry.started_on, rules)
}

/** The entry with the top of one of its blocks put elsewhere. It stays as long as it was, whatever the clocks do. */
export function movedTo(block: Block, top: LocalTime, zone: string): Times {
  const { start, end } = timesOf(block.entry)
  const shift = wallBetween({ day: block.day, secondOfDay: block.from }, top)
  if (shift === 0) return { start, end }
  const moved = fromLocal(addToWall(toLocal(start, zone), shift), zone)
  return { start: moved, end: moved + end - start }
}

/** The entry with one of its ends put elsewhere; undefined where nothing would be left of it. */
export function stretchedTo(
  entry: Entry,
  edge: Edge,
  { time, zone }: { time: LocalTime; zone: string },
): Times | undefined {
  const times = { ...timesOf(entry), [edge]: fromLocal(time, zone) }
  return times.end > times.start ? times : undefined
}

/** The entry so many steps later, or earlier. */
export function movedBy(entry: Entry, steps: number): Times {
  const { start, end } = timesOf(entry)
  const by = steps * stepSeconds * 1000
  return { start: start + by, end: end + by }
}

/** The entry with its end so many steps later, or earlier; undefined where nothing would be left of it. */
export function stretchedBy(entry: Entry, steps: number): Times | undefined {
  const { start, end } = timesOf(entry)
  const next = end + steps * stepSeconds * 1000
  return next > start ? { start, end: next } : undefined
}

/** The instants between two times on the wall. */
export function timesBetween(from: LocalTime, to: LocalTime, zone: string): Times {
  const start = fromLocal(from, zone)
  const end = fromLocal(to, zone)
  // The night the clocks go forward, both may be the same instant.
  return { start, end: end > start ? end : start + stepSeconds * 1000 }
}

export function timesOf({ started_at, ended_at }: Entry): Times {
  const start = Date.parse(started_at)
  return { start, end: ended_at ? Date.parse(ended_at) : start }
}
