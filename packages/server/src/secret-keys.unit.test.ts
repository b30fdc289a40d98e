import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { addSecretKey, dropFormerKeys, secretKeysOf } from './secret-keys.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sundial-keys-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const keysOf = (settings: Record<string, string> = {}) =>
  secretKeysOf(readConfig({ DATA_DIR: dataDir, ...settings }))
const file = () => readFileSync(join(dataDir, 'secret-key'), 'utf8')
const long = (letter: string) => letter.repeat(40)

test('a key is made once, and every process has the same', () => {
  const [first = ''] = keysOf()()
  expect(first).toMatch(/^[\w-]{43}$/)
  expect([keysOf()(), file()]).toEqual([[first], first])
})

test('a running process has a new key as soon as it is there, with the former one beside it until that is dropped', () => {
  const running = keysOf()
  const [former = ''] = running()
  addSecretKey(dataDir)
  const [newest = '', ...rest] = running()
  expect([rest, file()]).toEqual([[former], `${newest}\n${former}`])
  expect(newest).toMatch(/^[\w-]{43}$/)
  expect(newest).not.toBe(former)
  dropFormerKeys(dataDir)
  expect([running(), keysOf()()]).toEqual([[newest], [newest]])
  expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['secret-key'])
})

test('a rotation that was cut short goes on with the same two keys', () => {
  keysOf()()
  addSecretKey(dataDir)
  const between = file()
  // What a process leaves that ends before it has put its file into place.
  writeFileSync(join(dataDir, `secret-key.${process.pid}`), 'half a k')
  addSecretKey(dataDir)
  expect(file()).toBe(between)
  dropFormerKeys(dataDir)
  expect(between.startsWith(file())).toBe(true)
  expect(file()).not.toContain('half')
})

test('the settings come first, and what the folder or the settings had before opens what it has sealed', () => {
  const [kept = ''] = keysOf()()
  const settings = { SECRET_KEY: long('a'), SECRET_KEY_BEFORE: `${long('b')}, ${long('a')},short` }
  expect(keysOf(settings)()).toEqual([long('a'), kept, long('b'), 'short'])
  expect(keysOf({ SECRET_KEY_BEFORE: long('b') })()).toEqual([kept, long('b')])
  unlinkSync(join(dataDir, 'secret-key'))
  expect(keysOf({ SECRET_KEY: long('a') })()).toEqual([long('a')])
  expect(readdirSync(dataDir)).toEqual([])
})

test('a file that has been emptied is no reason to make another key', () => {
  writeFileSync(join(dataDir, 'secret-key'), '\n')
  expect(() => keysOf()()).toThrow(/secret-key holds no key/)
})
