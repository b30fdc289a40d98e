import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfRange, NAMED_RANGES } from './date-ranges.ts'
import { localDay } from './local-time.ts'

const now = Date.parse('2026-03-01T00:30:00Z')

test.each([
  ['today', '2026-03-01', '2026-03-01'],
  ['yesterday', '2026-02-28', '2026-02-28'],
  ['this_week', '2026-02-23', '2026-03-01'],
  ['last_week', '2026-02-16', '2026-02-22'],
  ['this_month', '2026-03-01', '2026-03-31'],
  ['last_month', '2026-02-01', '2026-02-28'],
  ['this_year', '2026-01-01', '2026-12-31'],
  ['last_year', '2025-01-01', '2025-12-31'],
  ['last_7_days', '2026-02-23', '2026-03-01'],
  ['last_30_days', '2026-01-31', '2026-03-01'],
] as const)('%s is %s to %s', (range, from, to) => {
  expect(daysOfRange(range, { now, zone: 'UTC', weekStart: 1 })).toEqual({ from, to })
})

test('what is today depends on where one is', () => {
  const there = { now, zone: 'America/New_York', weekStart: 1 }
  expect(daysOfRange('this_month', there)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
})

test('every range is whole, and the present ones hold today', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000_000_000 }),
      fc.constantFrom(...NAMED_RANGES),
      fc.integer({ min: 1, max: 7 }),
      (seconds, range, weekStart) => {
        const present = { now: seconds * 1000, zone: 'Europe/Berlin', weekStart }
        const { from, to } = daysOfRange(range, present)
        expect(from <= to).toBe(true)
        const today = localDay(present.now, present.zone)
        if (range.startsWith('this')) expect(from <= today && today <= to).toBe(true)
      },
    ),
  )
})
