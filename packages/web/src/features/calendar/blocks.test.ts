import type { Entry } from '@sundial/sdk'
import { expect, test } from 'vitest'
import { addToWall, blocksOf, placeOf, readWall, wallBetween, writeWall } from './blocks.ts'

const zone = 'Europe/Berlin'
const now = Date.parse('2026-03-18T12:07:00+01:00')

function entry(started_at: string, ended_at: string | null, id = 1): Entry {
  // Only what a calendar looks at.
  return { id, started_at, ended_at } as Entry
}

const short = ({ day, from, to }: { day: string; from: number; to: number }) =>
  `${day.slice(8)} ${from / 3600}-${to / 3600}`

test('an entry lies on the day and the hours it has on the wall of the person', () => {
  const days = ['2026-03-16', '2026-03-17']
  const late = entry('2026-03-16T23:30:00Z', '2026-03-17T01:00:00Z')
  expect(blocksOf([late], days, { zone, now }).map(short)).toEqual(['17 0.5-2'])
  expect(blocksOf([late], days, { zone: 'America/New_York', now }).map(short)).toEqual(['16 19.5-21'])
})

test('over midnight it has a block on each day that is shown, and none on a day that it only touches', () => {
  const night = entry('2026-03-16T22:00:00+01:00', '2026-03-18T01:30:00+01:00')
  const days = ['2026-03-16', '2026-03-17', '2026-03-18']
  const blocks = blocksOf([night], days, { zone, now })
  expect(blocks.map(short)).toEqual(['16 22-24', '17 0-24', '18 0-1.5'])
  expect(blocks.map(({ isContinued, continues }) => [isContinued, continues])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(3)
  const untilMidnight = entry('2026-03-16T22:00:00+01:00', '2026-03-17T00:00:00+01:00')
  const [block, ...rest] = blocksOf([untilMidnight], days, { zone, now })
  expect(rest).toEqual([])
  expect(block).toMatchObject({ from: 22 * 3600, to: 24 * 3600, continues: false })
})

test('what runs reaches to now', () => {
  const running = entry('2026-03-18T11:00:00+01:00', null)
  const [block] = blocksOf([running], ['2026-03-18'], { zone, now })
  expect(block).toMatchObject({ from: 11 * 3600, to: 12 * 3600 + 7 * 60 })
})

test('on the days the clocks change, a block stands where the wall clock stood', () => {
  const spring = entry('2026-03-29T10:00:00+02:00', '2026-03-29T11:00:00+02:00')
  expect(blocksOf([spring], ['2026-03-29'], { zone, now }).map(short)).toEqual(['29 10-11'])
  const autumn = entry('2026-10-25T10:00:00+01:00', '2026-10-25T11:00:00+01:00')
  expect(blocksOf([autumn], ['2026-10-25'], { zone, now }).map(short)).toEqual(['25 10-11'])
  // From the first 2:45 to the second 2:15, half an hour later.
  const twice = entry('2026-10-25T02:45:00+02:00', '2026-10-25T02:15:00+01:00')
  expect(blocksOf([twice], ['2026-10-25'], { zone, now }).map(short)).toEqual(['25 2.75-2.75'])
})

test('the shortest block is drawn as a quarter of an hour, and never below the day', () => {
  expect(placeOf({ from: 6 * 3600, to: 12 * 3600 })).toEqual({ top: 25, height: 25 })
  const quarter = (900 / 86_400) * 100
  expect(placeOf({ from: 6 * 3600, to: 6 * 3600 })).toEqual({ top: 25, height: quarter })
  const { top, height } = placeOf({ from: 86_100, to: 86_400 })
  expect(top + height).toBeCloseTo(100)
  expect(height).toBeCloseTo(quarter)
})

test('times on the wall are written, read and added up without a zone', () => {
  expect(writeWall({ day: '2026-03-16', secondOfDay: 33_301 })).toBe('2026-03-16 09:15:01')
  expect(writeWall({ day: '2026-03-16', secondOfDay: 86_400 })).toBe('2026-03-16 24:00:00')
  expect(readWall('2026-03-16 09:15:00')).toEqual({ day: '2026-03-16', secondOfDay: 33_300 })
  for (const end of ['23:59:00', '23:59:59', '24:00:00'])
    expect(readWall(`2026-03-31 ${end}`)).toEqual({ day: '2026-04-01', secondOfDay: 0 })
  const evening = { day: '2026-02-28', secondOfDay: 86_000 }
  expect(addToWall(evening, 900)).toEqual({ day: '2026-03-01', secondOfDay: 500 })
  expect(addToWall({ day: '2026-03-01', secondOfDay: 500 }, -900)).toEqual(evening)
  expect(wallBetween(evening, { day: '2026-03-01', secondOfDay: 500 })).toBe(900)
})
