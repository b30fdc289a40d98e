import type { Entry } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { groupByDay } from './day-groups.ts'
import { listItems, placeInDay } from './list-items.ts'

function entry(id: number, startedAt: string, title: string): Entry {
  // What the list reads of an entry.
  return {
    id,
    title,
    project_id: null,
    started_at: startedAt,
    ended_at: startedAt,
    duration_seconds: 60,
  } as Entry
}

const days = groupByDay(
  [
    entry(4, '2024-05-15T12:00:00Z', 'Mail'),
    entry(3, '2024-05-15T09:00:00Z', 'Plan'),
    entry(2, '2024-05-15T08:00:00Z', 'Mail'),
    entry(1, '2024-05-14T09:00:00Z', 'Late'),
  ],
  'UTC',
)

test('days become lines: a head, then what was done, folded where it is the same', () => {
  const items = listItems(days, new Set())
  expect(items.map(({ kind, key }) => [kind, key])).toEqual([
    ['day', '2024-05-15'],
    ['folded', '2024-05-15 0 Mail'],
    ['entry', 'entry 3'],
    ['day', '2024-05-14'],
    ['entry', 'entry 1'],
  ])
  expect(placeInDay(items, 2)).toEqual({ position: 2, count: 2 })
  expect(placeInDay(items, 4)).toEqual({ position: 1, count: 1 })
})

test('what is open is followed by its entries', () => {
  const items = listItems(days, new Set(['2024-05-15 0 Mail']))
  expect(items.map(({ key }) => key)).toEqual([
    '2024-05-15',
    '2024-05-15 0 Mail',
    'entry 2',
    'entry 4',
    'entry 3',
    '2024-05-14',
    'entry 1',
  ])
  expect(placeInDay(items, 3)).toEqual({ position: 3, count: 4 })
})
