import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFinder } from './day-finder.ts'
import { localDay } from './local-time.ts'

test('the day of a moment is the one on the calendar, on both sides of every change of the clocks', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  )
  const from = Date.UTC(2025, 0, 1)
  const length = 400 * 24 * 3600 * 1000
  fc.assert(
    fc.property(zone, fc.nat(length - 1), (name, offset) => {
      expect(dayFinder(name, from, from + length)(from + offset)).toBe(localDay(from + offset, name))
    }),
  )
})
