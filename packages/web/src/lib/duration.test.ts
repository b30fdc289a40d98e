import { expect, test } from 'vitest'
import {
  exactSeconds,
  formatClock,
  formatDuration,
  formatExactDuration,
  parseDuration,
  parseNamedDuration,
} from './duration.ts'

test.each([
  ['1:30', 5400],
  ['1:30:15', 5415],
  ['0:45', 2700],
  ['1.5', 5400],
  ['1,5h', 5400],
  ['1h30', 5400],
  ['1h 30m', 5400],
  ['1 h', 3600],
  ['1 h 30', 5400],
  ['1,5', 5400],
  [':45', 2700],
  ['90', 324_000],
  ['90 m', 5400],
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

test('durations written in full add up by hand to the sum written in full', () => {
  expect(formatExactDuration(5_940, 'clock')).toBe('1:39')
  expect(formatExactDuration(5_990, 'clock')).toBe('1:39:50')
  expect(formatExactDuration(5_990 + 5_950, 'clock')).toBe('3:19')
  const thirds = [1_200, 1_200, 1_200].map((seconds) => exactSeconds(seconds, 'decimal'))
  expect(formatExactDuration(thirds[0] ?? 0, 'decimal')).toBe('0.33')
  expect(
    formatExactDuration(
      thirds.reduce((sum, each) => sum + each, 0),
      'decimal',
    ),
  ).toBe('0.99')
  expect(exactSeconds(1_201, 'clock')).toBe(1_201)
})

test('a clock never runs backwards', () => {
  expect(formatClock(2527.9)).toBe('0:42:07')
  expect(formatClock(-3)).toBe('0:00:00')
})

test.each([
  ['de-DE', '1234,50'],
  ['es-ES', '1234,50'],
  ['en-GB', '1234.50'],
])('in %s decimal hours read %s, and are read back', (locale, text) => {
  expect(formatDuration(1234.5 * 3600, 'decimal', locale)).toBe(text)
  expect(parseDuration(text)).toBe(1234.5 * 3600)
})
