import type { Entry } from '@sundial/sdk'
import { addDays, toLocal, type LocalTime } from '../../lib/local-time.ts'

/** Entries as blocks on days. Seconds of a day are counted on the wall clock of the person, 0 to 86,400. */

export const daySeconds = 86_400
/** What blocks are moved and stretched by, and the least that one is drawn as. */
export const stepSeconds = 900

/** The part of an entry that lies on one day; one over midnight has a block on each of its days. */
export type Block = {
  id: string
  entry: Entry
  day: string
  from: number
  to: number
  /** The entry begins on a day before. */
  isContinued: boolean
  /** The entry ends on a day after. */
  continues: boolean
}

type Wall = {
  zone: string
  /** Where what runs has come to. */
  now: number
}

/** The blocks of entries on these days, in the order of time. */
export function blocksOf(entries: readonly Entry[], days: readonly string[], wall: Wall): Block[] {
  return entries
    .flatMap((entry) => blocksOfEntry(entry, days, wall))
    .sort((a, b) => compare(a.day, b.day) || a.from - b.from || b.to - a.to || a.entry.id - b.entry.id)
}

function blocksOfEntry(entry: Entry, days: readonly string[], { zone, now }: Wall): Block[] {
  const start = toLocal(Date.parse(entry.started_at), zone)
  const end = toLocal(entry.ended_at ? Date.parse(entry.ended_at) : now, zone)
  // What ends at midnight has nothing on the day that begins there.
  const lastDay = end.secondOfDay === 0 && end.day > start.day ? addDays(end.day, -1) : end.day
  return days
    .filter((day) => day >= start.day && day <= (lastDay > start.day ? lastDay : start.day))
    .map((day) => {
      const from = day === start.day ? start.secondOfDay : 0
      const to = day === end.day ? end.secondOfDay : daySeconds
      return {
        // The first keeps its name wherever it is moved to.
        id: day > start.day ? `${entry.id} ${day}` : String(entry.id),
        entry,
        day,
        from,
        // In the hour that comes twice, an end may stand before its start on the wall.
        to: Math.max(from, to),
        isContinued: day > start.day,
        continues: day < lastDay,
      }
    })
}

/** Where a block is drawn, in percent of the day: never so short that it could not be read or touched. */
export function placeOf({ from, to }: Pick<Block, 'from' | 'to'>): { top: number; height: number } {
  const top = Math.min(from, daySeconds - stepSeconds)
  const bottom = Math.min(daySeconds, Math.max(to, top + stepSeconds))
  return { top: (top / daySeconds) * 100, height: ((bottom - top) / daySeconds) * 100 }
}

/** Where a grid is scrolled to at first: an hour above what begins first, or the morning. */
export function firstHourOf(blocks: readonly Block[]): string {
  const starts = blocks.filter(({ isContinued }) => !isContinued).map(({ from }) => from)
  const earliest = starts.length > 0 ? Math.min(...starts) : 8 * 3600
  return `${String(Math.max(0, Math.floor(earliest / 3600) - 1)).padStart(2, '0')}:00:00`
}

/** `2026-03-16 09:15:00`, which belongs to no time zone. */
export function writeWall({ day, secondOfDay }: LocalTime): string {
  const [hours, minutes, seconds] = [
    Math.floor(secondOfDay / 3600),
    Math.floor(secondOfDay / 60) % 60,
    secondOfDay % 60,
  ].map((part) => String(part).padStart(2, '0'))
  return `${day} ${hours}:${minutes}:${seconds}`
}

/** The other way round; the last minute of a grid that ends there stands for the midnight after it. */
export function readWall(text: string): LocalTime {
  const [day = '', time = ''] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const secondOfDay = hours * 3600 + minutes * 60 + seconds
  return secondOfDay >= daySeconds - 60 ? { day: addDays(day, 1), secondOfDay: 0 } : { day, secondOfDay }
}

/** The day and time on the wall so many seconds later. */
export function addToWall({ day, secondOfDay }: LocalTime, seconds: number): LocalTime {
  const sum = secondOfDay + seconds
  const days = Math.floor(sum / daySeconds)
  return { day: addDays(day, days), secondOfDay: sum - days * daySeconds }
}

/** How many seconds on the wall lie between two times. */
export function wallBetween(from: LocalTime, to: LocalTime): number {
  const days = (Date.parse(to.day) - Date.parse(from.day)) / 1000
  return days + to.secondOfDay - from.secondOfDay
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
