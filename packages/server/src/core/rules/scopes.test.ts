import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allows, GRANTABLE_SCOPES, type Scope } from './scopes.ts'

test.each<[string[], Scope, boolean]>([
  [['*'], 'write:projects', true],
  [['admin:all'], 'write:projects', true],
  [['read:*'], 'read:tags', true],
  [['read:*'], 'write:tags', false],
  [['write:*'], 'write:tags', true],
  [['write:*'], 'read:tags', false],
  [['write:tags'], 'read:tags', false],
  [['read:tags'], 'read:tags', true],
  [['read:tags'], 'read:tasks', false],
  [['read:projects', 'write:tags'], 'write:tags', true],
  [[], 'read:tags', false],
])('a key with %j may %s: %s', (granted, needed, expected) => {
  expect(allows(granted, needed)).toBe(expected)
})

test('more scopes never allow less', () => {
  const scopes = fc.array(fc.constantFrom(...GRANTABLE_SCOPES), { maxLength: 4 })
  const needed = fc.constantFrom(
    ...GRANTABLE_SCOPES.filter((scope): scope is Scope => /^(read|write):[a-z_]+$/.test(scope)),
  )
  fc.assert(
    fc.property(scopes, scopes, needed, (some, more, scope) => {
      if (allows(some, scope)) expect(allows([...some, ...more], scope)).toBe(true)
    }),
  )
})

test.each(['*', 'read:*', 'write:*', 'admin:all', 'read:app_usage', 'write:time_approvals', 'read:webhooks'])(
  '%s can be given to a key',
  (scope) => {
    expect(GRANTABLE_SCOPES).toContain(scope)
  },
)
