import { expect, test } from 'vitest'
import { isWholeNumber } from './whole-number.ts'

test.each(['0', '7', ' 100 ', '007'])('%j is a whole number up to 100', (text) => {
  expect(isWholeNumber(text, { least: 0, most: 100 })).toBe(true)
})

test.each(['', '2.5', '2,5', '-3', '101', '1e2', '5 %', 'half'])('%j is none', (text) => {
  expect(isWholeNumber(text, { least: 0, most: 100 })).toBe(false)
})

test('what is less than the least is none either', () => {
  expect(isWholeNumber('0', { least: 1, most: 100 })).toBe(false)
})
