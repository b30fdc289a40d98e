import { expect, test } from 'vitest'
import { daysOf, daysOfRange, lengthOf, periodFor, periodStarts, shiftDays } from './ranges.ts'

const wall = { today: '2026-03-18', weekStart: 1, zone: 'Europe/Berlin' }

test.each([
  ['this_week', '2026-03-16', '2026-03-22'],
  ['last_week', '2026-03-09', '2026-03-15'],
  ['this_month', '2026-03-01', '2026-03-31'],
  ['last_month', '2026-02-01', '2026-02-28'],
  ['last_30_days', '2026-02-17', '2026-03-18'],
  ['this_year', '2026-01-01', '2026-12-31'],
  ['last_year', '2025-01-01', '2025-12-31'],
] as const)('%s is %s to %s', (range, from, to) => {
  expect(daysOfRange(range, wall)).toEqual({ from, to })
})

test('a week that begins on Sunday begins on Sunday', () => {
  expect(daysOfRange('this_week', { ...wall, weekStart: 7 })).toEqual({
    from: '2026-03-15',
    to: '2026-03-21',
  })
})

test('days of one’s own go before a name, moments count as their day, and open ranges have none', () => {
  expect(daysOf({ range: 'this_week', from: '2026-01-01', to: '2026-01-31' }, wall)).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
  })
  expect(daysOf({ from: '2026-01-01T23:30:00Z', to: '2026-01-05' }, wall)?.from).toBe('2026-01-02')
  expect(daysOf({ from: '2026-01-01' }, wall)).toBeUndefined()
  expect(daysOf({ from: 'soon', to: '2026-01-01' }, wall)).toBeUndefined()
})

test('the arrows go by whole months and years, and else by as many days', () => {
  expect(shiftDays({ from: '2026-03-01', to: '2026-03-31' }, -1)).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
  expect(shiftDays({ from: '2026-01-01', to: '2026-12-31' }, 1)).toEqual({
    from: '2027-01-01',
    to: '2027-12-31',
  })
  expect(shiftDays({ from: '2026-03-16', to: '2026-03-22' }, 1)).toEqual({
    from: '2026-03-23',
    to: '2026-03-29',
  })
  expect(shiftDays({ from: '2026-03-18', to: '2026-03-18' }, -1)).toEqual({
    from: '2026-03-17',
    to: '2026-03-17',
  })
})

test('a chart has no more bars than can be told apart, and one for each period of the range', () => {
  expect(periodFor({ from: '2026-03-01', to: '2026-03-31' })).toBe('day')
  expect(periodFor({ from: '2026-01-01', to: '2026-06-30' })).toBe('week')
  expect(periodFor({ from: '2026-01-01', to: '2026-12-31' })).toBe('month')
  expect(periodFor({ from: '2015-01-01', to: '2026-12-31' })).toBe('year')
  expect(periodStarts({ from: '2026-03-01', to: '2026-03-10' }, 'week', 1)).toEqual([
    '2026-02-23',
    '2026-03-02',
    '2026-03-09',
  ])
  expect(periodStarts({ from: '2025-12-15', to: '2026-02-01' }, 'month', 1)).toEqual([
    '2025-12-01',
    '2026-01-01',
    '2026-02-01',
  ])
  expect(lengthOf({ from: '2026-03-29', to: '2026-03-30' })).toBe(2)
})
