import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, dealOut, isCurrency } from './money.ts'

describe('an amount', () => {
  test.each([
    ['an hour', 3600, 9500, 9500],
    ['a second of a cheap hour, below half', 1, 1799, 0],
    ['exactly half a unit, which goes up', 1800, 1, 1],
    ['half a unit more often', 5400, 1, 2],
    ['nothing', 0, 9500, 0],
    ['twenty minutes', 1200, 10_000, 3333],
    ['a thousand years at the highest rate', 31_557_600_000, 100_000_000, 876_600_000_000_000],
  ])('of %s', (_, seconds, rate, amount) => {
    expect(amountOf(seconds, rate)).toBe(amount)
  })

  test('is the exact product, half away from zero', () => {
    fc.assert(
      fc.property(fc.nat(400_000_000), fc.nat(100_000_000), (seconds, rate) => {
        const exact = (BigInt(seconds) * BigInt(rate) * 2n + 3600n) / 7200n
        expect(BigInt(amountOf(seconds, rate))).toBe(exact)
      }),
    )
  })
})

describe('what is dealt out', () => {
  test.each([
    ['evenly', 9, [1, 1, 1], [3, 3, 3]],
    ['to the larger remainder', 10, [1, 1, 2], [3, 2, 5]],
    ['to the earlier of equals', 100, [1, 1, 1], [34, 33, 33]],
    ['of nothing', 0, [5, 3], [0, 0]],
    ['without weights', 5, [0, 0, 0], [2, 2, 1]],
    ['to nobody', 0, [], []],
  ])('%s', (_, total, weights, shares) => {
    expect(dealOut(total, weights)).toEqual(shares)
  })

  test('adds up, and nobody is a whole unit away from their share', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat(1_000_000_000_000), weights, (total, weights) => {
        const shares = dealOut(total, weights)
        const sum = weights.reduce((a, b) => a + b, 0)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
        if (sum === 0) return
        for (const [index, share] of shares.entries())
          expect(Math.abs(share - (total / sum) * (weights[index] ?? 0))).toBeLessThan(1.01)
      }),
    )
  })
})

test('a currency is a code that is known', () => {
  expect(['EUR', 'JPY', 'KWD'].map(isCurrency)).toEqual([true, true, true])
  expect(['eur', 'ABC', 'EURO', '', '€'].map(isCurrency)).toEqual([false, false, false, false, false])
})
