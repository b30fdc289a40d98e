import { expect, test } from 'vitest'
import { roundSeconds } from './rounding.ts'

test.each([
  ['none', 15, 1000, 1000],
  ['up', 15, 1, 900],
  ['up', 15, 900, 900],
  ['up', 15, 901, 1800],
  ['up', 15, 0, 0],
  ['down', 15, 899, 0],
  ['down', 15, 1800, 1800],
  ['nearest', 15, 449, 0],
  ['nearest', 15, 450, 900],
  ['nearest', 6, 180, 360],
  ['nearest', 1, 29, 0],
  ['nearest', 1, 30, 60],
] as const)('%s to %i minutes makes %i seconds %i', (mode, minutes, seconds, rounded) => {
  expect(roundSeconds(seconds, mode, minutes)).toBe(rounded)
})
