import type { ScheduleEventData } from '@mantine/schedule'
import { addDays } from '../../lib/local-time.ts'
import { daySeconds, placeOf, type Block } from './blocks.ts'

/**
 * Blocks as the grid takes them. It counts from the browser's own midnight to the next, in a zone that may be another
 * and on a day that may have 23 hours; so its times are made to lie where they should on any such day.
 */
export function toEvent(block: Block): ScheduleEventData {
  const { top, height } = placeOf(block)
  return {
    id: block.id,
    title: '',
    color: 'gray',
    start: atPart(block.day, top / 100),
    end: atPart(block.day, (top + height) / 100),
  }
}

/** What lies behind the blocks and is placed by its own style. */
export function toBackground(id: string, day: string): ScheduleEventData {
  return {
    id,
    title: '',
    color: 'gray',
    display: 'background',
    start: atPart(day, 0.5),
    end: atPart(day, 0.75),
  }
}

/** An end at midnight would make it a thing of the day and not of its hours. */
const lastPart = 1 - 30 / daySeconds

function atPart(day: string, part: number): Date {
  const midnight = Date.parse(`${day}T00:00:00`)
  const next = Date.parse(`${addDays(day, 1)}T00:00:00`)
  return new Date(midnight + Math.min(part, lastPart) * (next - midnight))
}
