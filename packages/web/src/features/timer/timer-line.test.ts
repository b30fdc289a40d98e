import { expect, test } from 'vitest'
import { findMarkAt, parseTimerLine, resolveSpan, spanSeconds } from './timer-line.ts'

const nothing = { title: '', projectQueries: [], tags: [], isBillable: false }
const half = 1800

test.each([
  ['Fix basket', { title: 'Fix basket' }],
  [
    'Fix @shop basket #bug $',
    { title: 'Fix basket', projectQueries: ['shop'], tags: ['bug'], isBillable: true },
  ],
  ['@"Old shop" #"far away" x', { title: 'x', projectQueries: ['Old shop'], tags: ['far away'] }],
  ['Call 9:30-11', { title: 'Call', span: { kind: 'range', start: 19 * half, end: 22 * half } }],
  ['Call 9am–10:30am', { title: 'Call', span: { kind: 'range', start: 18 * half, end: 21 * half } }],
  ['Call 1h30', { title: 'Call', span: { kind: 'duration', seconds: 5400 } }],
  [
    'Learn C# for me@example.com $20 in 2-3 parts, #42',
    { title: 'Learn C# for me@example.com $20 in 2-3 parts, #42' },
  ],
])('%j', (text, said) => {
  expect(parseTimerLine(text)).toEqual({ ...nothing, ...said })
})

test('what already runs takes no time from its line', () => {
  expect(parseTimerLine('Call 1h30', { readsSpan: false }).title).toBe('Call 1h30')
})

test('the mark under the caret is found, and only that', () => {
  expect(findMarkAt('Fix @sho', 8)).toEqual({ mark: '@', query: 'sho', from: 4 })
  expect(findMarkAt('#', 1)).toEqual({ mark: '#', query: '', from: 0 })
  expect(findMarkAt('Fix @shop now', 13)).toBeUndefined()
  expect(findMarkAt('me@example', 10)).toBeUndefined()
})

test('a duration ends now, a range lies on today, and one typed after midnight on yesterday', () => {
  const iso = ({ start, end }: { start: number; end: number }) =>
    [start, end].map((instant) => new Date(instant).toISOString())
  const noon = Date.parse('2024-05-15T10:00:00Z')
  expect(iso(resolveSpan({ kind: 'duration', seconds: 3600 }, 'Europe/Berlin', noon))).toEqual([
    '2024-05-15T09:00:00.000Z',
    '2024-05-15T10:00:00.000Z',
  ])
  const evening = { kind: 'range', start: 22 * 3600, end: 3600 } as const
  expect(iso(resolveSpan(evening, 'Europe/Berlin', noon))).toEqual([
    '2024-05-15T20:00:00.000Z',
    '2024-05-15T23:00:00.000Z',
  ])
  const afterMidnight = Date.parse('2024-05-14T22:30:00Z')
  expect(iso(resolveSpan(evening, 'Europe/Berlin', afterMidnight))[0]).toBe('2024-05-14T20:00:00.000Z')
  expect(spanSeconds(evening)).toBe(3 * 3600)
})
