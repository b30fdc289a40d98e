import { expect, test } from 'vitest'
import { stripsOf, suggestTitle } from './usage-strips.ts'

const used = (from: string, to: string, application: string | null, title: string | null = null) => ({
  started_at: `2026-03-16T${from}:00+01:00`,
  ended_at: `2026-03-16T${to}:00+01:00`,
  application,
  title,
  is_away: false,
})

const samples = [
  used('09:00', '09:20', 'Drawing', 'Floor plan'),
  used('09:20', '09:28', 'Mail', 'Inbox'),
  used('09:28', '09:50', 'Drawing', 'Stairs'),
  used('11:00', '11:00', 'Mail'),
  { ...used('12:00', '13:00', 'Mail'), is_away: true },
]

test('quarters of an hour are joined where the same was used most', () => {
  const strips = stripsOf(samples, ['2026-03-16'], 'Europe/Berlin')
  expect(strips.map(({ from, to, what }) => [from / 3600, to / 3600, what])).toEqual([
    [9, 9.25, 'Drawing'],
    [9.25, 9.5, 'Mail'],
    [9.5, 10, 'Drawing'],
  ])
  expect(new Date(strips[0]?.start ?? 0).toISOString()).toBe('2026-03-16T08:00:00.000Z')
  expect(stripsOf(samples, ['2026-03-17'], 'Europe/Berlin')).toEqual([])
})

test('a title is suggested by what was used longest in the range', () => {
  const range = (from: string, to: string) => ({
    start: Date.parse(`2026-03-16T${from}:00+01:00`),
    end: Date.parse(`2026-03-16T${to}:00+01:00`),
  })
  expect(suggestTitle(samples, range('09:00', '10:00'))).toBe('Stairs')
  expect(suggestTitle(samples, range('09:00', '09:15'))).toBe('Floor plan')
  expect(suggestTitle(samples, range('09:20', '09:28'))).toBe('Inbox')
  expect(suggestTitle([used('09:00', '09:20', 'Drawing')], range('09:00', '10:00'))).toBe('Drawing')
  expect(suggestTitle(samples, range('12:00', '13:00'))).toBe(undefined)
})
