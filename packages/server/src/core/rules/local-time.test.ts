import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  endOfDay,
  isDay,
  isZone,
  localDay,
  readTime,
  startOfDay,
  wholeSeconds,
} from './local-time.ts'

const HOUR = 3_600_000

/** North and south, with half and quarter hours, with the date line and with clocks that move at midnight. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Cairo',
  'America/Havana',
]

describe('a written moment', () => {
  test.each([
    ['with Z', '2026-03-02T09:15:30Z', 'Asia/Tokyo', '2026-03-02T09:15:30.000Z'],
    ['with a small z and a space', '2026-03-02 09:15:30 z', 'UTC', '2026-03-02T09:15:30.000Z'],
    ['with an offset', '2026-03-02T09:15:30+01:00', 'UTC', '2026-03-02T08:15:30.000Z'],
    ['with an offset without colon', '2026-03-02T09:15:30-0330', 'UTC', '2026-03-02T12:45:30.000Z'],
    ['with an offset of hours', '2026-03-02T09:15+01', 'UTC', '2026-03-02T08:15:00.000Z'],
    ['with a fraction', '2026-03-02T09:15:30.123456Z', 'UTC', '2026-03-02T09:15:30.123Z'],
    ['with a comma', '2026-03-02T09:15:30,5Z', 'UTC', '2026-03-02T09:15:30.500Z'],
    [
      'without a zone, read in the one given',
      '2026-07-02T09:15',
      'Europe/Berlin',
      '2026-07-02T07:15:00.000Z',
    ],
    ['in a zone of 45 minutes', '2026-03-02T09:15', 'Asia/Kathmandu', '2026-03-02T03:30:00.000Z'],
    ['in a zone of 30 minutes', '2026-03-02T09:15', 'Asia/Kolkata', '2026-03-02T03:45:00.000Z'],
    ['on a leap day', '2028-02-29T00:00:00Z', 'UTC', '2028-02-29T00:00:00.000Z'],
  ])('%s', (_, text, zone, expected) => {
    const time = readTime(text, zone)
    expect(time?.kind === 'instant' && new Date(time.at).toISOString()).toBe(expected)
  })

  test.each([
    ['the earlier of two, in the north', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['the earlier of two, in the south', '2026-04-05T02:30', 'Australia/Sydney', '2026-04-04T15:30:00.000Z'],
    [
      'the earlier of two, half an hour apart',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
    ],
    ['after the gap, in the north', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['after the gap, in the south', '2026-10-04T02:30', 'Australia/Sydney', '2026-10-03T16:30:00.000Z'],
    ['after a gap at midnight', '2026-04-24T00:30', 'Africa/Cairo', '2026-04-23T22:30:00.000Z'],
  ])('that occurs twice or never is %s', (_, text, zone, expected) => {
    const time = readTime(text, zone)
    expect(time?.kind === 'instant' && new Date(time.at).toISOString()).toBe(expected)
  })

  test.each([
    '',
    'tomorrow',
    '2026-02-31',
    '2026-13-01',
    '2027-02-29T00:00Z',
    '2026-03-02T25:00Z',
    '2026-03-02T24:00Z',
    '2026-03-02T09:60Z',
    '2026-03-02T09:15:60Z',
    '2026-03-02T09:15+15:00',
    '2026-03-02T09:15+01:60',
    '1899-12-31',
    '3000-01-01T00:00Z',
    '02.03.2026',
    '3/2/2026',
    '2026-3-2',
    '1772442930',
    '2026-03-02T09:15Z; drop table entry',
  ])('is not %j', (text) => {
    expect(readTime(text, 'Europe/Berlin')).toBeUndefined()
  })

  test('without a time is a day', () => {
    expect(readTime('2026-03-02', 'Asia/Tokyo')).toEqual({ kind: 'day', day: '2026-03-02' })
  })

  test('knows whether it said its offset', () => {
    expect(readTime('2026-03-02T09:15', 'UTC')).toMatchObject({ hadOffset: false })
    expect(readTime('2026-03-02T09:15Z', 'UTC')).toMatchObject({ hadOffset: true })
  })

  test('reads back every instant that is written in UTC, whatever the zone', () => {
    fc.assert(
      fc.property(instants(), fc.constantFrom(...ZONES), (at, zone) => {
        expect(readTime(new Date(at).toISOString(), zone)).toEqual({ kind: 'instant', at, hadOffset: true })
      }),
    )
  })
})

describe('the days of a zone', () => {
  test.each([
    ['25 hours long when the clocks go back in the north', '2026-10-25', 'Europe/Berlin', 25],
    ['23 hours long when they go forward in the north', '2026-03-29', 'Europe/Berlin', 23],
    ['25 hours long when they go back in the south', '2026-04-05', 'Australia/Sydney', 25],
    ['23 hours long when they go forward in the south', '2026-10-04', 'Australia/Sydney', 23],
    ['24½ hours long on Lord Howe', '2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['23 hours long where midnight is skipped', '2026-04-24', 'Africa/Cairo', 23],
    ['24 hours long otherwise', '2026-06-01', 'Asia/Kathmandu', 24],
  ])('are %s', (_, day, zone, hours) => {
    expect((endOfDay(day, zone) - startOfDay(day, zone)) / HOUR).toBe(hours)
  })

  test.each([
    ['2026-01-15T22:45:00Z', 'Europe/Berlin', '2026-01-15'],
    ['2026-01-15T23:00:00Z', 'Europe/Berlin', '2026-01-16'],
    ['2026-07-15T22:00:00Z', 'Europe/Berlin', '2026-07-16'],
    ['2026-01-15T18:14:59Z', 'Asia/Kathmandu', '2026-01-15'],
    ['2026-01-15T18:15:00Z', 'Asia/Kathmandu', '2026-01-16'],
    ['2026-01-15T02:00:00Z', 'America/New_York', '2026-01-14'],
    ['2026-01-15T10:00:00Z', 'Pacific/Kiritimati', '2026-01-16'],
  ])('%s in %s is %s, by the offset of that very moment', (at, zone, day) => {
    expect(localDay(Date.parse(at), zone)).toBe(day)
  })

  test('hold each of their instants, and only those', () => {
    fc.assert(
      fc.property(instants(), fc.constantFrom(...ZONES), (at, zone) => {
        const day = localDay(at, zone)
        expect(startOfDay(day, zone)).toBeLessThanOrEqual(at)
        expect(endOfDay(day, zone)).toBeGreaterThan(at)
      }),
    )
  })

  test('follow each other without gap or overlap, also where a whole day was skipped', () => {
    fc.assert(
      fc.property(instants(), fc.constantFrom(...ZONES), (at, zone) => {
        const day = localDay(at, zone)
        expect(endOfDay(day, zone)).toBe(startOfDay(addDays(day, 1), zone))
        expect(localDay(endOfDay(day, zone) - 1, zone)).toBe(day)
      }),
    )
  })

  test('are counted by the calendar', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Mars/Olympus', false],
  ['+01:00', false],
  ['', false],
])('%j as a time zone: %s', (name, expected) => {
  expect(isZone(name)).toBe(expected)
})

test.each([
  ['2026-03-02', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-03-02T00:00', false],
  ['someday', false],
])('%j as a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test('what is below a second is dropped, also before 1970', () => {
  expect([1999, 2000, 0, -1].map(wholeSeconds)).toEqual([1000, 2000, 0, -1000])
})

/** From 1990 to 2040: every rule of change that these zones have had or will have, as far as it is known. */
function instants() {
  return fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
}
