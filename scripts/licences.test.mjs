import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllowed, licencesPage } from './licences.mjs'

test('a licence is allowed by its name, as a choice, and together with others that are', () => {
  const expected = {
    MIT: true,
    '(MIT OR GPL-3.0-only)': true,
    'GPL-3.0-only OR Apache-2.0': true,
    '(MIT AND Zlib)': true,
    'MIT AND ISC AND BSD-3-Clause': true,
    'MIT AND GPL-3.0-only': false,
    'GPL-3.0-only': false,
    'SEE LICENSE IN LICENSE.md': false,
    UNLICENSED: false,
    '': false,
  }
  const found = Object.fromEntries(Object.keys(expected).map((licence) => [licence, isAllowed(licence)]))
  assert.deepEqual(found, expected)
  assert.equal(isAllowed(undefined), false)
})

test('the page has what is needed far down and in the browser, and nothing that only builds or tests', () => {
  const rows = licencesPage()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const names = rows.map((row) => /`(.*)`/.exec(row)?.[1])
  for (const name of ['fastify', 'find-my-way', 'react', 'openapi-fetch', 'workbox-core', 'better-sqlite3'])
    assert.ok(names.includes(name), name)
  for (const name of ['vitest', 'vite', 'oidc-provider', 'playwright-core', 'autocannon', '@sundial/sdk'])
    assert.ok(!names.includes(name), name)
  assert.ok(names.every((name, index) => index === 0 || names[index - 1] <= name))
})
