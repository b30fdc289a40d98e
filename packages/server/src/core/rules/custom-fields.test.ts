import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { customFieldProblems, mergeCustomFields } from './custom-fields.ts'

describe('custom fields', () => {
  test('are merged: null deletes, a value replaces, the others stay', () => {
    const fields = { keep: '1', change: '2', drop: '3' }
    expect(mergeCustomFields(fields, { change: 'two', drop: null, add: '4', missing: null })).toEqual({
      keep: '1',
      change: 'two',
      add: '4',
    })
  })

  test.each([
    ['letters', 'Ticket', true],
    ['digits beside letters', 'ticket2', true],
    ['- and _ inside', 'a-b_c', true],
    ['a leading -', '-a', true],
    ['a leading _', '_a', false],
    ['only digits', '123', false],
    ['a space', 'a b', false],
    ['a letter beyond ASCII', 'größe', false],
    ['nothing', '', false],
    ['a dot', 'a.b', false],
    ['the name of a prototype', '__proto__', false],
  ])('may have a name with %s: %j %s', (_, name, allowed) => {
    expect(Object.keys(customFieldProblems({}, { [name]: 'x' }))).toEqual(allowed ? [] : [name])
  })

  test('hold 10,000 characters and not one more', () => {
    expect(customFieldProblems({}, { a: 'x'.repeat(10_000) })).toEqual({})
    expect(customFieldProblems({}, { a: 'x'.repeat(10_001) })).toHaveProperty('a')
  })

  test('are at most a hundred, counted after the merge', () => {
    const hundred = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}`, 'x']))
    expect(customFieldProblems({}, hundred)).toEqual({})
    expect(customFieldProblems(hundred, { f0: 'y' })).toEqual({})
    expect(customFieldProblems(hundred, { one: 'x', f0: null })).toEqual({})
    expect(customFieldProblems(hundred, { one: 'x' })).not.toEqual({})
  })

  test('are as they were after a change and its inverse', () => {
    const name = fc.stringMatching(/^[a-z]{1,3}$/)
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.string()),
        fc.dictionary(name, fc.option(fc.string())),
        (fields, changes) => {
          const inverse = Object.fromEntries(Object.keys(changes).map((each) => [each, fields[each] ?? null]))
          expect(mergeCustomFields(mergeCustomFields(fields, changes), inverse)).toEqual(fields)
        },
      ),
    )
  })
})
