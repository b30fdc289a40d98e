import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayNumber,
  dayOfNumber,
  firstDayOf,
  midnightsWithin,
  offsetSpans,
  periodStarts,
} from './local-periods.ts'
import { localDay } from './local-time.ts'

const HOUR = 3_600_000
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/Havana',
  'Europe/Dublin',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc
  .integer({ min: Date.UTC(1960, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((seconds) => seconds * 1000)

test('the offsets of a range give every instant in it its local day', () => {
  fc.assert(
    fc.property(
      zone,
      instant,
      fc.nat(3 * 365 * 24),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (...given) => {
        const [zone, from, hours, share] = given
        const to = from + (hours + 1) * HOUR
        const at = from + Math.floor(((to - from - 1000) * share) / 1000) * 1000
        const span = offsetSpans(zone, from, to).findLast((each) => each.from <= at)
        expect(dayOfNumber(Math.floor((at / 1000 + span!.offsetSeconds) / 86_400))).toBe(localDay(at, zone))
      },
    ),
  )
})

test('days and their numbers go both ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 375_000 }), (number) => {
      expect(dayNumber(dayOfNumber(number))).toBe(number)
    }),
  )
  expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2026-03-02')]).toEqual([0, -1, 20_514])
})

describe('the first day of a period', () => {
  test.each([
    ['2026-03-04', 'week', 1, '2026-03-02'],
    ['2026-03-02', 'week', 1, '2026-03-02'],
    ['2026-03-01', 'week', 1, '2026-02-23'],
    ['2026-03-01', 'week', 7, '2026-03-01'],
    ['2026-03-04', 'week', 6, '2026-02-28'],
    ['1969-12-31', 'week', 1, '1969-12-29'],
    ['2026-03-31', 'month', 1, '2026-03-01'],
    ['2026-03-31', 'year', 1, '2026-01-01'],
    ['2026-03-31', 'day', 1, '2026-03-31'],
  ] as const)('of %s, a %s that begins on %i, is %s', (day, period, weekStart, first) => {
    expect(firstDayOf(day, period, weekStart)).toBe(first)
  })
})

test('months begin where their first local day does, also where a clock moves at midnight', () => {
  const year = { from: Date.UTC(2026, 0, 15), to: Date.UTC(2026, 3, 2) }
  expect(periodStarts('Europe/Berlin', year, 'month').map(({ day }) => day)).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
  ])
  fc.assert(
    fc.property(zone, instant, fc.nat(2000), (zone, from, days) => {
      const to = from + (days + 1) * 24 * HOUR
      for (const { from: start, day } of periodStarts(zone, { from, to }, 'month')) {
        expect(localDay(start, zone)).toBe(day)
        expect(localDay(start - 1000, zone) < day).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

describe('midnights', () => {
  test('lie strictly inside a stretch', () => {
    const at = (text: string) => Date.parse(text)
    expect(midnightsWithin('UTC', at('2026-03-02T00:00:00Z'), at('2026-03-03T00:00:00Z'))).toEqual([])
    expect(midnightsWithin('UTC', at('2026-03-02T23:59:59Z'), at('2026-03-03T00:00:01Z'))).toEqual([
      at('2026-03-03T00:00:00Z'),
    ])
  })

  test('of a day that Samoa left out are counted once', () => {
    const midnights = midnightsWithin(
      'Pacific/Apia',
      Date.parse('2011-12-29T20:00:00Z'),
      Date.parse('2011-12-31T20:00:00Z'),
    )
    expect(midnights.map((at) => new Date(at).toISOString())).toEqual([
      '2011-12-30T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
    ])
  })
})
