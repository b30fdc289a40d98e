import { describe, expect, it } from 'vitest'
import { amountText, clockText, decimalOf, durationText, hoursOf } from './figures.ts'

describe('figures', () => {
  it.each([
    [123_456, 'EUR', '1234.56', '1,234.56'],
    [5, 'EUR', '0.05', '0.05'],
    [0, 'EUR', '0.00', '0.00'],
    [-50, 'EUR', '-0.50', '−0.50'],
    [1_234_567, 'JPY', '1234567', '1,234,567'],
    [-500, 'JPY', '-500', '−500'],
    [1_234_567, 'KWD', '1234.567', '1,234.567'],
    [7, 'KWD', '0.007', '0.007'],
    [9_007_199_254_740_991, 'EUR', '90071992547409.91', '90,071,992,547,409.91'],
    [100, 'no currency', '1.00', '1.00'],
  ])('%d minor units of %s are %s', (minor, currency, decimal, text) => {
    expect(decimalOf(minor, currency)).toBe(decimal)
    expect(amountText(minor, currency)).toBe(text)
  })

  it('show durations as a clock or as hours', () => {
    expect(clockText(0)).toBe('0:00:00')
    expect(clockText(100 * 3600 + 61)).toBe('100:01:01')
    expect(durationText(1234 * 3600 + 5, 'clock')).toBe('1,234:00:05')
    expect(durationText(1234 * 3600 + 1800, 'decimal')).toBe('1,234.50 h')
    expect(hoursOf(5700)).toBe('1.5833')
  })
})
