import { expect, test } from 'vitest'
import { passwordProblem } from './passwords.ts'

test.each([
  ['ten different characters', 'bcadefjghi', true],
  ['nine characters', 'abcdefghi', false],
  ['ten characters that are pairs of units', '😀😁😂😃😄😅😆😇😈😉', true],
  ['two hundred characters', 'abcd'.repeat(50), true],
  ['more than two hundred', `${'abcd'.repeat(50)}e`, false],
  ['one character over and over', 'aaaaaaaaaaaa', false],
  ['the e-mail address itself', 'Ann@Example.com', false],
])('a password of %s', (_, password, isGood) => {
  expect(passwordProblem(password, 'ann@example.com') === undefined).toBe(isGood)
})

test.each([
  'password123',
  'Password1!',
  'P@ssw0rd2026',
  'passwordpassword',
  '1234567890',
  '0987654321',
  '123456789012',
  'abcdefghij',
  'qwertyuiop',
  'Qwertyuiop1',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  '2026Summer!!',
  'iloveyou123',
  'Welcome2026!',
  '___letmein___',
  'Sundial2026',
])('%s is what others use', (password) => {
  expect(passwordProblem(password, 'ann@example.com')).toMatch(/others/)
})

test.each([
  'correct horse battery staple',
  'password for the attic',
  'my monkey eats 4 plums',
  '8273649105',
  'winterreise 1827',
  'Zug um 5 nach 7',
])('%s is nobody’s but one’s own', (password) => {
  expect(passwordProblem(password, 'ann@example.com')).toBeUndefined()
})
