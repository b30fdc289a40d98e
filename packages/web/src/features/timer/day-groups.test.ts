import type { Entry } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { groupByDay, wholeDays } from './day-groups.ts'

function entry(id: number, startedAt: string, minutes: number, title: string | null = null): Entry {
  const start = Date.parse(startedAt)
  // What grouping reads; the rest of an entry does not matter to it.
  return {
    id,
    title,
    project_id: null,
    started_at: startedAt,
    ended_at: new Date(start + minutes * 60_000).toISOString(),
    duration_seconds: minutes * 60,
  } as Entry
}

test('days go back in time and read forward, by the local day; the same work folds', () => {
  const days = groupByDay(
    [
      entry(4, '2024-05-15T12:00:00Z', 30, 'Mail'),
      entry(3, '2024-05-15T09:00:00Z', 60, 'Plan'),
      entry(2, '2024-05-15T08:00:00Z', 15, 'Mail'),
      entry(1, '2024-05-14T22:30:00Z', 10, 'Late'),
      entry(0, '2024-05-14T21:30:00Z', 10, 'Late'),
    ],
    'Europe/Berlin',
  )
  expect(
    days.map(({ day, seconds, rows }) => [
      day,
      seconds,
      rows.map(({ entries }) => entries.map(({ id }) => id)),
    ]),
  ).toEqual([
    ['2024-05-15', 6900, [[1], [2, 4], [3]]],
    ['2024-05-14', 600, [[0]]],
  ])
})

test('what still runs is not among the days', () => {
  expect(groupByDay([{ ...entry(1, '2024-05-15T12:00:00Z', 0), ended_at: null }], 'UTC')).toEqual([])
})

test('while there is more to load, the last day waits for its morning, unless it is the only one', () => {
  const days = groupByDay([entry(2, '2024-05-15T12:00:00Z', 1), entry(1, '2024-05-14T12:00:00Z', 1)], 'UTC')
  expect(wholeDays(days, true)).toEqual(days.slice(0, 1))
  expect(wholeDays(days, false)).toEqual(days)
  expect(wholeDays(days.slice(0, 1), true)).toEqual(days.slice(0, 1))
})
