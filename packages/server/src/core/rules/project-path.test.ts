import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idsOfPath, isWithin, pathUnder } from './project-path.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 })
const pathOf = (chain: number[]) => chain.reduce<string | null>(pathUnder, null) ?? ''

test('a path is written from the root to the project', () => {
  expect(pathUnder(null, 1)).toBe('/1/')
  expect(pathUnder('/1/5/', 12)).toBe('/1/5/12/')
})

test('a path tells the ids it was made of', () => {
  fc.assert(
    fc.property(ids, (chain) => {
      expect(idsOfPath(pathOf(chain))).toEqual(chain)
    }),
  )
})

test('a project lies within itself and each of its ancestors, and they not within it', () => {
  fc.assert(
    fc.property(ids, fc.nat(), (chain, at) => {
      const ancestor = pathOf(chain.slice(0, (at % chain.length) + 1))
      const path = pathOf(chain)
      expect(isWithin(path, ancestor)).toBe(true)
      expect(isWithin(ancestor, path)).toBe(ancestor === path)
    }),
  )
})

test('a project whose number begins like another’s does not lie within that one', () => {
  expect(isWithin('/15/', '/1/')).toBe(false)
  expect(isWithin('/1/15/', '/1/1/')).toBe(false)
})
