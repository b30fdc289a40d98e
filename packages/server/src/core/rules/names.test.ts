import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containing, hasControlCharacters, nameKey, searchText, searchWords } from './names.ts'

describe('two names', () => {
  test.each([
    ['differ in case only', 'Sundial', 'SUNDIAL', true],
    ['differ in the case of an accented letter', 'Café', 'CAFÉ', true],
    ['spell one accent in two ways', 'Cafe\u0301', 'Caf\u00e9', true],
    ['have an accented letter that is one sign in lower case only', 'J\u030c', '\u01f0', true],
    ['differ in an accent', 'Cafe', 'Café', false],
    ['differ in a letter', 'Cafe', 'Cave', false],
  ])('that %s are the same: %#', (_, a, b, same) => {
    expect(nameKey(a) === nameKey(b)).toBe(same)
  })

  test('are the same in lower case, and however their accents are spelt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameKey(name.toLowerCase())).toBe(nameKey(name))
        expect(nameKey(name.normalize('NFD'))).toBe(nameKey(name))
        expect(nameKey(nameKey(name))).toBe(nameKey(name))
      }),
    )
  })
})

describe('a search', () => {
  test('looks at title and notes, and at nothing where both are missing', () => {
    expect(searchText('Write Élan', 'about IT')).toBe('write élan\nabout it')
    expect(searchText(null, null)).toBe('')
  })

  test('has its words apart, in one case', () => {
    expect(searchWords('  Write\tÉLAN \n')).toEqual(['write', 'élan'])
    expect(searchWords('   ')).toEqual([])
  })

  test.each([
    ['100%', String.raw`%100\%%`],
    ['a_b', String.raw`%a\_b%`],
    [String.raw`c\d`, String.raw`%c\\d%`],
  ])('for %s takes its signs literally', (text, pattern) => {
    expect(containing(text)).toBe(pattern)
  })

  test('finds any part of a text, and nothing that is not in it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '%', '_', '\\') })
    fc.assert(
      fc.property(text, text, (whole, part) => {
        expect(like(containing(part)).test(whole)).toBe(whole.includes(part))
      }),
    )
  })
})

test('tab and line ends are text, other control characters are not', () => {
  expect(hasControlCharacters('a\tb\r\nc')).toBe(false)
  expect(hasControlCharacters('a\u0000b')).toBe(true)
  expect(hasControlCharacters('a\u001bb')).toBe(true)
  expect(hasControlCharacters('a\u007fb')).toBe(true)
})

/** What `like … escape '\'` means, as a regular expression. */
function like(pattern: string): RegExp {
  const parts = [...pattern.matchAll(/\\(.)|(.)/gs)].map(([, escaped, plain]) => {
    if (escaped === undefined && plain === '%') return '.*'
    if (escaped === undefined && plain === '_') return '.'
    return (escaped ?? plain ?? '').replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  })
  return new RegExp(`^${parts.join('')}$`, 's')
}
