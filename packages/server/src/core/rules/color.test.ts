import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colorOfHue } from './color.ts'

test('every hue gives a colour as #RRGGBB, and each sixth of the circle its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), (hue) => {
      expect(colorOfHue(hue)).toMatch(/^#[0-9A-F]{6}$/)
    }),
  )
  expect([0, 120, 240].map(colorOfHue)).toEqual(['#FF4D4D', '#4DFF4D', '#4D4DFF'])
})
