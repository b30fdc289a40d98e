import { expect, test } from 'vitest'
import { currencyDigits, formatAmount, formatBareAmount, parseAmount } from './money.ts'

test.each([
  ['95', 9500],
  ['95.5', 9550],
  ['95.50', 9550],
  ['95,50', 9550],
  ['0', 0],
  ['0.05', 5],
  ['95.', 9500],
  ['1,234.50', 123_450],
  ['1.234,50', 123_450],
  ['1 234,50', 123_450],
  ['1’234.50', 123_450],
  ['1,234,567', 123_456_700],
  ['1.234.567,8', 123_456_780],
  [' € 95 ', 9500],
  ['95 eur', 9500],
])('%j is read as %d cents', (text, minor) => {
  expect(parseAmount(text, 'EUR', 'en')).toBe(minor)
  expect(parseAmount(text, 'EUR', 'de')).toBe(minor)
})

test.each(['', '.', '.5', '-1', 'abc', '95.505', '1.2.3', '1,23,4', '1,2345.50', '1.5,5.5', '9e3', '12a'])(
  '%j is no amount',
  (text) => {
    expect(parseAmount(text, 'EUR', 'en')).toBeUndefined()
  },
)

test('more than can be counted is too much, and still an amount', () => {
  expect(parseAmount('99999999999999', 'EUR', 'en')).toBe(Infinity)
})

test('where a mark could mean both, the locale decides', () => {
  expect(parseAmount('1,234', 'EUR', 'en')).toBe(123_400)
  expect(parseAmount('1.234', 'EUR', 'de')).toBe(123_400)
  expect(parseAmount('1.234', 'EUR', 'en')).toBeUndefined()
  expect(parseAmount('1.234', 'KWD', 'en')).toBe(1234)
  expect(parseAmount('1.234', 'KWD', 'de')).toBe(1_234_000)
})

test('a currency has the digits it has', () => {
  expect(['EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3])
  expect(parseAmount('9500', 'JPY', 'en')).toBe(9500)
  expect(parseAmount('9,500', 'JPY', 'en')).toBe(9500)
  expect(parseAmount('9.5', 'JPY', 'en')).toBeUndefined()
  expect(formatAmount(9500, 'JPY', 'en')).toBe('¥9,500')
})

test('an amount is written as the locale does', () => {
  expect(formatAmount(123_450, 'EUR', 'en-GB')).toBe('€1,234.50')
  expect(formatAmount(123_450, 'EUR', 'de')).toBe('1.234,50\u00A0€')
  expect(formatAmount(-5, 'USD', 'en-US')).toBe('-$0.05')
})

test.each(['en', 'de', 'fr', 'de-CH', 'ar-EG', 'hi'])(
  'what stands in a field can be read back (%s)',
  (locale) => {
    for (const minor of [0, 5, 9550, 123_456_789])
      for (const currency of ['EUR', 'JPY', 'KWD'])
        expect(parseAmount(formatBareAmount(minor, currency, locale), currency, locale)).toBe(minor)
  },
)
