import type { Entry } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { planChange, type CellChange } from './cell-change.ts'
import { cellLock, cellOf, rowsOf } from './week-rows.ts'

const day = '2026-03-18'
const zone = 'Europe/Berlin'
const hour = 3600

type Given = { id: number; from: string; to: string | null; on?: string } & Partial<Entry>

function entry({ id, from, to, on = day, ...rest }: Given): Entry {
  const started_at = `${on}T${from}:00+01:00`
  const ended_at = to && `${on}T${to}:00+01:00`
  const seconds = ended_at ? (Date.parse(ended_at) - Date.parse(started_at)) / 1000 : 0
  const what = { project_id: 1, task_id: null, break_seconds: 0, billing_status: 'undetermined' }
  // What a sheet reads; the rest of an entry does not matter to it.
  return {
    id,
    started_at,
    ended_at,
    started_on: on,
    duration_seconds: seconds,
    approval_status: null,
    ...what,
    ...rest,
  } as Entry
}

function type(entries: Entry[], wanted: number): CellChange {
  const [row] = rowsOf(entries, [day], [{ projectId: 1, taskId: null }])
  return planChange({ cell: cellOf(row, day), day, wanted, entries, zone })
}

/** Such as `add 9:00-10:30`, in the hours of the zone. */
function read(change: CellChange): string {
  const clock = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(at)
  switch (change.kind) {
    case 'add':
      return `add ${clock(change.span.start)}-${clock(change.span.end)}`
    case 'resize':
      return `resize ${change.entry.id} to ${clock(change.end)}`
    case 'remove':
      return `remove ${change.entry.id}`
    default:
      return change.kind
  }
}

const one = entry({ id: 1, from: '10:00', to: '11:00' })
const two = entry({ id: 2, from: '13:00', to: '13:30' })
const other = entry({ id: 3, from: '11:00', to: '12:00', project_id: 2 })

test.each([
  ['an empty day begins in the morning', [], 1.5, 'add 09:00-10:30'],
  ['new time goes after the last of the day, of whatever project', [other], 1, 'add 12:00-13:00'],
  ['the entry of a cell grows', [one], 2.5, 'resize 1 to 12:30'],
  ['with something at once behind it, one is added after the day', [one, other], 1.5, 'add 12:00-12:30'],
  ['of several the last one grows', [one, two], 2, 'resize 2 to 14:00'],
  ['less shortens the entry', [one], 0.25, 'resize 1 to 10:15'],
  ['less than the last of several shortens that one', [one, two], 1.25, 'resize 2 to 13:15'],
  ['to take more than the last of several, one has to look', [one, two], 1, 'look'],
  ['nothing removes the only entry', [one], 0, 'remove 1'],
  ['nothing in place of several, one has to look', [one, two], 0, 'look'],
  ['the same is no change', [one], 1, 'nothing'],
  ['nothing in an empty cell is no change', [], 0, 'nothing'],
  ['a break stays', [{ ...one, break_seconds: 600, duration_seconds: 3000 }], 0.5, 'resize 1 to 10:40'],
  [
    'billed time is left as it is, and more is added',
    [{ ...one, billing_status: 'billed' }],
    2,
    'add 11:00-12:00',
  ],
  ['to take from billed time, one has to look', [{ ...one, billing_status: 'paid' }], 0.5, 'look'],
  [
    'while a timer runs, time goes before it',
    [entry({ id: 4, from: '09:00', to: null, project_id: 2 })],
    1,
    'add 08:00-09:00',
  ],
  [
    'a late evening leaves the morning',
    [entry({ id: 5, from: '20:00', to: '23:30', project_id: 2 })],
    2,
    'add 09:00-11:00',
  ],
  ['a day can be full', [entry({ id: 6, from: '00:30', to: '23:30', project_id: 2 })], 1, 'full'],
  [
    'the night before counts as taken',
    [
      {
        ...entry({ id: 7, from: '22:00', to: '23:00', on: '2026-03-17', project_id: 2 }),
        ended_at: `${day}T09:30:00+01:00`,
      },
    ],
    2,
    'add 09:30-11:30',
  ],
] as const)('%s', (_, entries, hours, change) => {
  expect(read(type([...entries] as Entry[], hours * hour))).toBe(change)
})

test('rows are the things with time and those wanted; a running timer counts nothing yet', () => {
  const rows = rowsOf(
    [
      two,
      one,
      entry({ id: 4, from: '14:00', to: null }),
      entry({ id: 5, from: '9:00', to: '9:30', on: '2026-03-25' }),
    ],
    [day],
    [
      { projectId: 1, taskId: 7 },
      { projectId: 1, taskId: null },
    ],
  )
  expect(rows.map(({ key, seconds }) => [key, seconds])).toEqual([
    ['1 7', 0],
    ['1 0', 1.5 * hour],
  ])
  expect(cellOf(rows[1], day).entries.map(({ id }) => id)).toEqual([1, 2, 4])
})

test('a cell says why it cannot be typed into', () => {
  const rules = { locked_before: null, protects_billed: false }
  const lock = (entries: Entry[], changed: Partial<typeof rules> | { locked_before: string } = {}) =>
    cellLock({ entries, seconds: 0 }, day, { ...rules, ...changed })
  expect(lock([one, two])).toBe(undefined)
  expect(lock([one, { ...two, approval_status: 'approved', is_locked: true }])).toBe('approved')
  expect(lock([{ ...one, approval_status: 'pending' }])).toBe('pending')
  expect(lock([{ ...one, approval_status: 'rejected' }])).toBe(undefined)
  expect(lock([{ ...one, ended_at: null }])).toBe('running')
  expect(lock([], { locked_before: '2026-03-19' })).toBe('locked')
  expect(lock([], { locked_before: day })).toBe(undefined)
  expect(lock([{ ...one, billing_status: 'billed' }], { protects_billed: true })).toBe('protected')
})
