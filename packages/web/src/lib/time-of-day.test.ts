import { expect, test } from 'vitest'
import { formatTimeOfDay, parseTimeOfDay } from './time-of-day.ts'

test.each([
  ['9', 9 * 3600],
  ['930', 9.5 * 3600],
  ['0930', 9.5 * 3600],
  ['9:30', 9.5 * 3600],
  ['9.30', 9.5 * 3600],
  ['9:30pm', 21.5 * 3600],
  ['9p', 21 * 3600],
  ['12am', 0],
  ['12pm', 12 * 3600],
  ['24:00', 0],
])('%j is a time of day', (text, secondOfDay) => {
  expect(parseTimeOfDay(text)).toBe(secondOfDay)
})

test.each(['', '25', '24:30', '9:75', '13pm', 'noon'])('%j is none', (text) => {
  expect(parseTimeOfDay(text)).toBeUndefined()
})

test('a time of day reads on a clock of twenty-four or of twelve hours', () => {
  expect(formatTimeOfDay(9 * 3600 + 120, '24h')).toBe('9:02')
  expect(formatTimeOfDay(0, '12h')).toBe('12:00 AM')
  expect(formatTimeOfDay(13 * 3600, '12h')).toBe('1:00 PM')
})
