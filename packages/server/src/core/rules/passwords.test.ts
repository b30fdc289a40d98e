import { expect, test } from 'vitest'
import { passwordProblem } from './passwords.ts'

test.each([
  ['ten different characters', 'abcdefghij', true],
  ['nine characters', 'abcdefghi', false],
  ['ten characters that are pairs of units', '😀😁😂😃😄😅😆😇😈😉', true],
  ['two hundred characters', 'abcd'.repeat(50), true],
  ['more than two hundred', `${'abcd'.repeat(50)}e`, false],
  ['one character over and over', 'aaaaaaaaaaaa', false],
  ['the e-mail address itself', 'Ann@Example.com', false],
])('a password of %s', (_, password, isGood) => {
  expect(passwordProblem(password, 'ann@example.com') === undefined).toBe(isGood)
})
