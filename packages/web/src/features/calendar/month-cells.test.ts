import { expect, test } from 'vitest'
import { dayOfArrow, tintOf, weeksOf } from './month-cells.ts'
import { daysOfView, listDays, readView, stepView } from './views.ts'

test('arrows go through the days, a week up or down', () => {
  expect(dayOfArrow('2026-03-01', 'ArrowLeft')).toBe('2026-02-28')
  expect(dayOfArrow('2026-03-01', 'ArrowRight')).toBe('2026-03-02')
  expect(dayOfArrow('2026-03-01', 'ArrowUp')).toBe('2026-02-22')
  expect(dayOfArrow('2026-03-01', 'ArrowDown')).toBe('2026-03-08')
  expect(dayOfArrow('2026-03-01', 'Enter')).toBe(undefined)
})

test('the tint grows by every two hours, and any time at all has one', () => {
  expect([0, 60, 7199, 7200, 4 * 3600, 8 * 3600, 14 * 3600].map(tintOf)).toEqual([0, 1, 1, 2, 3, 5, 5])
})

test('a view has its days, and those before and after', () => {
  expect(daysOfView('month', '2026-02-17', 1)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(daysOfView('week', '2026-03-18', 1)).toEqual({ from: '2026-03-16', to: '2026-03-22' })
  expect(daysOfView('week', '2026-03-18', 7)).toEqual({ from: '2026-03-15', to: '2026-03-21' })
  expect(stepView('month', '2026-01-31', 1)).toBe('2026-02-01')
  expect(stepView('week', '2026-03-18', -1)).toBe('2026-03-11')
  expect(stepView('day', '2026-02-28', 1)).toBe('2026-03-01')
  expect(weeksOf(listDays({ from: '2026-03-16', to: '2026-03-29' })).map((week) => week[0])).toEqual([
    '2026-03-16',
    '2026-03-23',
  ])
})

test('an address that names no view has the week, or the day where a week has no room', () => {
  expect([undefined, 'week', 'day', 'month', 'year'].map((word) => readView(word, false))).toEqual([
    'week',
    'week',
    'day',
    'month',
    'week',
  ])
  expect([undefined, 'week', 'month'].map((word) => readView(word, true))).toEqual(['day', 'day', 'month'])
})
