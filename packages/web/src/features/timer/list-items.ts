import type { Entry } from '@sundial/sdk'
import type { DayGroup, EntryGroup } from './day-groups.ts'

/** One line of the list of days: the head of a day, work that is folded into a line, or an entry. */
export type ListItem =
  | { kind: 'day'; key: string; day: DayGroup; isFirst: boolean }
  | { kind: 'folded'; key: string; day: DayGroup; group: EntryGroup; isOpen: boolean }
  | { kind: 'entry'; key: string; day: DayGroup; entry: Entry; isInside: boolean }

/** The days as one list of lines; of folded work, the entries follow only where it is open. */
export function listItems(days: readonly DayGroup[], open: ReadonlySet<string>): ListItem[] {
  return days.flatMap((day, index) => [
    { kind: 'day', key: day.day, day, isFirst: index === 0 } as const,
    ...day.rows.flatMap((group) => itemsOf(day, group, open.has(group.key))),
  ])
}

function itemsOf(day: DayGroup, group: EntryGroup, isOpen: boolean): ListItem[] {
  const isInside = group.entries.length > 1
  const entries = group.entries.map((entry): ListItem => ({
    kind: 'entry',
    key: `entry ${entry.id}`,
    day,
    entry,
    isInside,
  }))
  if (!isInside) return entries
  const folded: ListItem = { kind: 'folded', key: group.key, day, group, isOpen }
  return isOpen ? [folded, ...entries] : [folded]
}

/** How far into its day a line is, of how many: what is not on the screen counts, too. */
export function placeInDay(items: readonly ListItem[], index: number): { position: number; count: number } {
  let head = index
  while (items[head] && items[head]?.kind !== 'day') head -= 1
  let end = index + 1
  while (items[end] && items[end]?.kind !== 'day') end += 1
  return { position: index - head, count: end - head - 1 }
}
