import type { Entry } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { blocksOf, readWall } from './blocks.ts'
import {
  blockLock,
  movedBy,
  movedTo,
  stretchedBy,
  stretchedTo,
  timesBetween,
  type Times,
} from './entry-moves.ts'

const zone = 'Europe/Berlin'

function entry(started_at: string, ended_at: string, rest: Partial<Entry> = {}): Entry {
  // Only what a move looks at.
  return { id: 1, started_at, ended_at, started_on: started_at.slice(0, 10), ...rest } as Entry
}

function blockOn(day: string, of: Entry) {
  const [block] = blocksOf([of], [day], { zone, now: 0 })
  if (!block) throw new Error('The entry has no block on that day.')
  return block
}

const iso = (times: Times | undefined) =>
  times && [times.start, times.end].map((at) => new Date(at).toISOString().slice(5, 16))

const morning = entry('2026-03-16T09:02:00+01:00', '2026-03-16T10:40:00+01:00')

test('a block that is moved keeps its length', () => {
  const moved = movedTo(blockOn('2026-03-16', morning), readWall('2026-03-18 09:30:00'), zone)
  expect(iso(moved)).toEqual(['03-18T08:30', '03-18T10:08'])
  expect(iso(movedBy(morning, -1))).toEqual(['03-16T07:47', '03-16T09:25'])
})

test('the second block of a night moves the whole of it', () => {
  const night = entry('2026-03-16T22:30:00+01:00', '2026-03-17T00:45:00+01:00')
  const later = movedTo(blockOn('2026-03-17', night), readWall('2026-03-17 01:00:00'), zone)
  expect(iso(later)).toEqual(['03-16T22:30', '03-17T00:45'])
  const dropped = movedTo(blockOn('2026-03-17', night), readWall('2026-03-17 00:00:00'), zone)
  expect(iso(dropped)).toEqual(['03-16T21:30', '03-16T23:45'])
})

test('over a change of the clocks the start is what the wall says, and the length stays', () => {
  const friday = entry('2026-03-27T09:00:00+01:00', '2026-03-27T12:00:00+01:00')
  const sunday = movedTo(blockOn('2026-03-27', friday), readWall('2026-03-29 09:00:00'), zone)
  expect(iso(sunday)).toEqual(['03-29T07:00', '03-29T10:00'])
  const early = movedTo(blockOn('2026-03-27', friday), readWall('2026-03-29 01:00:00'), zone)
  expect(iso(early)).toEqual(['03-29T00:00', '03-29T03:00'])
})

test('an end that is put elsewhere leaves the other one to its second', () => {
  const exact = entry('2026-03-16T09:02:07+01:00', '2026-03-16T10:40:00+01:00')
  const times = stretchedTo(exact, 'end', { time: readWall('2026-03-16 11:00:00'), zone })
  expect(times?.start).toBe(Date.parse(exact.started_at))
  expect(iso(times)).toEqual(['03-16T08:02', '03-16T10:00'])
  expect(iso(stretchedTo(exact, 'start', { time: readWall('2026-03-16 08:45:00'), zone }))).toEqual([
    '03-16T07:45',
    '03-16T09:40',
  ])
  expect(stretchedTo(exact, 'start', { time: readWall('2026-03-16 10:45:00'), zone })).toBe(undefined)
  expect(iso(stretchedBy(exact, 1))).toEqual(['03-16T08:02', '03-16T09:55'])
  expect(stretchedBy(exact, -7)).toBe(undefined)
})

test('a range in the hour that the clocks skip is the one after it', () => {
  const times = timesBetween(readWall('2026-03-29 02:00:00'), readWall('2026-03-29 02:30:00'), zone)
  expect(iso(times)).toEqual(['03-29T01:00', '03-29T01:30'])
  const across = timesBetween(readWall('2026-03-29 02:45:00'), readWall('2026-03-29 03:30:00'), zone)
  expect(across.end).toBeGreaterThan(across.start)
  const night = timesBetween(readWall('2026-03-16 23:30:00'), readWall('2026-03-16 23:59:59'), zone)
  expect(iso(night)).toEqual(['03-16T22:30', '03-16T23:00'])
})

test('what is approved, locked, waiting, billed or running stays where it is', () => {
  const rules = { locked_before: '2026-03-01', protects_billed: true }
  const lockOf = (rest: Partial<Entry>) => blockLock({ ...morning, ...rest }, rules)
  expect(lockOf({})).toBe(undefined)
  expect(lockOf({ approval_status: 'approved' })).toBe('approved')
  expect(lockOf({ approval_status: 'pending' })).toBe('pending')
  expect(lockOf({ is_locked: true })).toBe('locked')
  expect(lockOf({ started_on: '2026-02-27' })).toBe('locked')
  expect(lockOf({ ended_at: null })).toBe('running')
  expect(lockOf({ billing_status: 'billed' })).toBe('protected')
})
