import { expect, test } from 'vitest'
import { addDays, fromLocal, startOfWeek, toLocal } from './local-time.ts'

const hour = 3600

function at(day: string, secondOfDay: number, zone: string): string {
  return new Date(fromLocal({ day, secondOfDay }, zone)).toISOString()
}

test('an instant is a day and a time in each zone', () => {
  const instant = Date.parse('2024-01-01T00:30:15Z')
  expect(toLocal(instant, 'UTC')).toEqual({ day: '2024-01-01', secondOfDay: 1815 })
  expect(toLocal(instant, 'America/New_York')).toEqual({ day: '2023-12-31', secondOfDay: 19 * hour + 1815 })
  expect(toLocal(instant, 'Asia/Kathmandu')).toEqual({
    day: '2024-01-01',
    secondOfDay: 5 * hour + 45 * 60 + 1815,
  })
})

test('a time the clocks skip in spring is read with the offset before the skip', () => {
  expect(at('2024-03-31', 1 * hour, 'Europe/Berlin')).toBe('2024-03-31T00:00:00.000Z')
  expect(at('2024-03-31', 2.5 * hour, 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z')
  expect(at('2024-03-31', 3 * hour, 'Europe/Berlin')).toBe('2024-03-31T01:00:00.000Z')
})

test('a time that comes twice in autumn is the first of the two', () => {
  expect(at('2024-10-27', 2.5 * hour, 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z')
  expect(at('2024-10-27', 3 * hour, 'Europe/Berlin')).toBe('2024-10-27T02:00:00.000Z')
})

test('a day may begin at one, where midnight itself is skipped', () => {
  // Chile moves its clocks at midnight.
  expect(at('2024-09-08', 1 * hour, 'America/Santiago')).toBe('2024-09-08T04:00:00.000Z')
  expect(toLocal(Date.parse('2024-09-08T03:59:59Z'), 'America/Santiago').day).toBe('2024-09-07')
})

test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'])(
  'every moment of a year survives the way to local time and back in %s',
  (zone) => {
    const start = Date.parse('2024-01-01T00:00:00Z')
    for (let instant = start; instant < start + 366 * 86_400_000; instant += 5_400_000) {
      const back = fromLocal(toLocal(instant, zone), zone)
      // The second of two equal local times comes back as the first.
      expect([0, 1_800_000, 3_600_000]).toContain(instant - back)
    }
  },
)

test('days and weeks are counted on the calendar', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(startOfWeek('2024-05-15', 1)).toBe('2024-05-13')
  expect(startOfWeek('2024-05-13', 1)).toBe('2024-05-13')
  expect(startOfWeek('2024-05-12', 1)).toBe('2024-05-06')
  expect(startOfWeek('2024-05-15', 7)).toBe('2024-05-12')
})
