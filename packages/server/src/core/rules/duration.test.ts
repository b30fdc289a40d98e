import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clippedBreak, durationSeconds, endFor, type Span } from './duration.ts'

const NOW = 100_000
const span = (fields: Partial<Span>): Span => ({
  started_at: 0,
  ended_at: null,
  paused_at: null,
  break_seconds: 0,
  ...fields,
})

describe('the duration', () => {
  test.each([
    ['of a finished entry is end − start', { ended_at: 60_000 }, 60],
    ['leaves out the breaks', { ended_at: 60_000, break_seconds: 20 }, 40],
    ['of a running entry reaches to now', {}, 100],
    ['of a paused entry reaches to its pause', { paused_at: 30_000 }, 30],
    ['of a paused entry leaves out earlier breaks', { paused_at: 30_000, break_seconds: 10 }, 20],
    ['of an entry that ends as it starts is nothing', { ended_at: 0 }, 0],
    ['is never negative, whatever the breaks', { ended_at: 60_000, break_seconds: 90 }, 0],
    ['is nothing before a start that a faster clock wrote', { started_at: 200_000 }, 0],
  ])('%s', (_, fields, expected) => {
    expect(durationSeconds(span(fields), NOW)).toBe(expected)
  })

  const seconds = fc.integer({ min: 0, max: 1_000_000 })
  const anySpan = fc.record({
    started_at: seconds.map((each) => each * 1000),
    ended_at: fc.option(seconds.map((each) => each * 1000)),
    paused_at: fc.option(seconds.map((each) => each * 1000)),
    break_seconds: seconds,
  })

  test('is a whole number of seconds and never negative', () => {
    fc.assert(
      fc.property(anySpan, fc.nat(), (each, now) => {
        const duration = durationSeconds(each, now)
        expect(duration).toBeGreaterThanOrEqual(0)
        expect(Number.isInteger(duration)).toBe(true)
      }),
    )
  })

  test('plus the break it can hold is end − start', () => {
    fc.assert(
      fc.property(seconds, seconds, seconds, (start, length, breakSeconds) => {
        const at = { started_at: start * 1000, ended_at: (start + length) * 1000 }
        const entry = span({ ...at, break_seconds: breakSeconds })
        const clipped = span({ ...at, break_seconds: clippedBreak(entry) })
        expect(durationSeconds(clipped, 0) + clipped.break_seconds).toBe(length)
      }),
    )
  })

  test('that is written is the one that is read, break included', () => {
    fc.assert(
      fc.property(seconds, seconds, seconds, (start, duration, break_seconds) => {
        const started_at = start * 1000
        const ended_at = endFor(started_at, duration, break_seconds)
        expect(durationSeconds(span({ started_at, ended_at, break_seconds }), 0)).toBe(duration)
      }),
    )
  })
})
