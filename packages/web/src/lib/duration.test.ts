import { expect, test } from 'vitest'
import { formatClock, formatDuration, parseDuration, parseNamedDuration } from './duration.ts'

test.each([
  ['1:30', 5400],
  ['1:30:15', 5415],
  ['0:45', 2700],
  ['1.5', 5400],
  ['1,5h', 5400],
  ['1h30', 5400],
  ['1h 30m', 5400],
  ['90m', 5400],
  ['45 min', 2700],
  [' 2 ', 7200],
  ['.25', 900],
  ['0', 0],
])('%j is read as %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

test.each(['', '.', 'abc', '1:75', '1h 99x', '-1', '1:2:3:4'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

test('in a line of text only a duration that names its unit is one', () => {
  expect(parseNamedDuration('90m')).toBe(5400)
  expect(parseNamedDuration('2')).toBeUndefined()
  expect(parseNamedDuration('1:30')).toBeUndefined()
})

test('a duration reads as hours and minutes, or as decimal hours; less than a minute shows its seconds', () => {
  expect(formatDuration(5_940, 'clock')).toBe('1:39')
  expect(formatDuration(5_999, 'clock')).toBe('1:39')
  expect(formatDuration(42, 'clock')).toBe('0:00:42')
  expect(formatDuration(0, 'clock')).toBe('0:00')
  expect(formatDuration(360_000, 'clock')).toBe('100:00')
  expect(formatDuration(5_400, 'decimal')).toBe('1.50')
})

test('a clock never runs backwards', () => {
  expect(formatClock(2527.9)).toBe('0:42:07')
  expect(formatClock(-3)).toBe('0:00:00')
})
