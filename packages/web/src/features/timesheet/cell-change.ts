import type { Entry } from '@sundial/sdk'
import { addDays, fromLocal } from '../../lib/local-time.ts'
import { isInvoiced, type Cell } from './week-rows.ts'

/** What typing a time into a cell comes to. It never touches more than one entry, so one undo takes it back. */
export type CellChange =
  | { kind: 'nothing' }
  | { kind: 'add'; span: Span }
  | { kind: 'resize'; entry: Entry; end: number }
  | { kind: 'remove'; entry: Entry }
  /** Several entries could be meant, or time that is billed; they are to be looked at. */
  | { kind: 'look' }
  /** The day has no free stretch of that length. */
  | { kind: 'full' }

type Span = { start: number; end: number }

type Typed = {
  cell: Cell
  day: string
  wanted: number
  /** All of the days around, of whatever project: where time is taken already. */
  entries: readonly Entry[]
  zone: string
}

/** Where a day without time begins. */
const morning = 9 * 3600

export function planChange({ cell, day, wanted, entries, zone }: Typed): CellChange {
  const difference = wanted - cell.seconds
  if (difference === 0) return { kind: 'nothing' }
  const last = cell.entries.at(-1)
  if (difference < 0) return last ? planLess(cell, last, wanted) : { kind: 'nothing' }
  const room = roomOf(day, entries, zone)
  const end = last?.ended_at ? Date.parse(last.ended_at) : undefined
  // What is already there grows where nothing follows at once, so that a corrected cell stays one entry.
  if (last && end !== undefined && !isInvoiced(last)) {
    const longer = { start: end, end: end + difference * 1000 }
    if (room.isFree(longer)) return { kind: 'resize', entry: last, end: longer.end }
  }
  const span = room.find(difference)
  return span ? { kind: 'add', span } : { kind: 'full' }
}

function planLess(cell: Cell, last: Entry, wanted: number): CellChange {
  const rest = last.duration_seconds - (cell.seconds - wanted)
  if (isInvoiced(last)) return { kind: 'look' }
  if (rest > 0) {
    const end = Date.parse(last.started_at) + (rest + last.break_seconds) * 1000
    return { kind: 'resize', entry: last, end }
  }
  return cell.entries.length === 1 ? { kind: 'remove', entry: last } : { kind: 'look' }
}

/** The free time of a local day. */
function roomOf(day: string, entries: readonly Entry[], zone: string) {
  const dawn = fromLocal({ day, secondOfDay: 0 }, zone)
  const midnight = fromLocal({ day: addDays(day, 1), secondOfDay: 0 }, zone)
  const taken = entries
    .map((entry) => ({
      start: Date.parse(entry.started_at),
      // What runs may go on for any time.
      end: entry.ended_at === null ? Infinity : Date.parse(entry.ended_at),
    }))
    .filter(({ start, end }) => start < midnight && end > dawn)
    .sort((a, b) => a.start - b.start)

  const isFree = ({ start, end }: Span) =>
    start >= dawn && end <= midnight && taken.every((other) => other.end <= start || other.start >= end)

  /** After the last of the day, or in the morning; else in the latest gap, or before the first. */
  function find(seconds: number): Span | undefined {
    const ends = taken.map(({ end }) => end).sort((a, b) => b - a)
    const nine = fromLocal({ day, secondOfDay: morning }, zone)
    const first = taken[0]
    const starts = [ends[0] ?? nine, nine, ...ends, ...(first ? [first.start - seconds * 1000] : []), dawn]
    return starts.map((start) => ({ start, end: start + seconds * 1000 })).find(isFree)
  }

  return { isFree, find }
}
