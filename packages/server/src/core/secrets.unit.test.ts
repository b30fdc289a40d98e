import { describe, expect, test } from 'vitest'
import { createSecrets, hashSecret, randomSecret, sameSecret } from './secrets.ts'

const secrets = createSecrets('a secret key of the installation')

describe('a sealed text', () => {
  test('is opened with the same key, and looks different each time', () => {
    const [first, second] = [secrets.seal('Grüße'), secrets.seal('Grüße')]
    expect(first).not.toBe(second)
    expect([first, second].map((each) => secrets.open(each))).toEqual(['Grüße', 'Grüße'])
  })

  test('is not opened with another key, nor after a change', () => {
    const sealed = secrets.seal('text')
    expect(() => createSecrets('another secret key').open(sealed)).toThrow()
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => secrets.open(changed.toString('base64url'))).toThrow()
    }
  })
})

describe('with several keys', () => {
  const before = createSecrets('the key before')
  const both = createSecrets(() => ['a secret key of the installation', 'the key before'])

  test('the newest seals, and each opens what it has sealed', () => {
    expect(secrets.open(both.seal('new'))).toBe('new')
    expect([both.open(before.seal('old')), both.open(secrets.seal('new'))]).toEqual(['old', 'new'])
    expect(() => both.open(createSecrets('a key nobody has').seal('text'))).toThrow()
    expect(both.code('set up')).toBe(secrets.code('set up'))
  })

  test('what a former one has sealed is sealed anew, and nothing else', () => {
    expect(secrets.open(both.reseal(before.seal('old')) ?? '')).toBe('old')
    expect(both.reseal(both.seal('new'))).toBeUndefined()
    expect(() => both.reseal(createSecrets('a key nobody has').seal('text'))).toThrow()
  })

  test('a key that comes while the server runs counts at once', () => {
    const keys = ['the key before']
    const living = createSecrets(() => keys)
    const sealed = living.seal('old')
    keys.unshift('a secret key of the installation')
    expect([living.open(sealed), secrets.open(living.seal('new'))]).toEqual(['old', 'new'])
  })
})

test('a code is the same for one purpose and key, and for no other', () => {
  expect(secrets.code('set up')).toMatch(/^[0-9A-F]{16}$/)
  expect(secrets.code('set up')).toBe(createSecrets('a secret key of the installation').code('set up'))
  expect(secrets.code('other')).not.toBe(secrets.code('set up'))
  expect(createSecrets('another secret key').code('set up')).not.toBe(secrets.code('set up'))
})

test('random secrets are of the length and alphabet asked for, and never the same', () => {
  const made = Array.from({ length: 100 }, () => randomSecret(32))
  expect(new Set(made).size).toBe(100)
  for (const secret of made) expect(secret).toMatch(/^[\w-]{32}$/)
})

test('a secret is recognised by its hash, and compared whatever its length', () => {
  expect(hashSecret('a')).toMatch(/^[0-9a-f]{64}$/)
  expect(sameSecret('abc', 'abc')).toBe(true)
  expect(sameSecret('abc', 'abcd')).toBe(false)
})
