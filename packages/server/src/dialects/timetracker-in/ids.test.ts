import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hookIdOf, idOfHook, idOfUuid, type Kind, uuidOf } from './ids.ts'

const KINDS: Kind[] = ['workspace', 'client', 'project', 'task', 'tag', 'time_entry', 'team_member', 'user']
const anId = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const aKind = fc.constantFrom(...KINDS)

test('every number becomes a UUID of version 8, and that the number again', () => {
  fc.assert(
    fc.property(aKind, anId, (kind, id) => {
      const uuid = uuidOf(kind, id)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect([idOfUuid(kind, uuid), idOfUuid(kind, uuid.toUpperCase())]).toEqual([id, id])
    }),
  )
})

test('a UUID of another kind names nothing', () => {
  fc.assert(
    fc.property(aKind, aKind, anId, (kind, other, id) => {
      fc.pre(kind !== other)
      expect(idOfUuid(other, uuidOf(kind, id))).toBeUndefined()
    }),
  )
})

test('a UUID with another digit anywhere names nothing', () => {
  fc.assert(
    fc.property(aKind, anId, fc.nat(35), fc.nat(15), (kind, id, at, digit) => {
      const uuid = uuidOf(kind, id)
      const changed = uuid.slice(0, at) + digit.toString(16) + uuid.slice(at + 1)
      fc.pre(changed !== uuid)
      expect(idOfUuid(kind, changed)).toBeUndefined()
    }),
  )
})

test.each([null, undefined, 7, '', 'w1b2c3d4-e5f6-7890-abcd-ef1234567890', '7'])(
  'what is no UUID of ours, such as %j, names nothing',
  (text) => {
    expect(idOfUuid('workspace', text)).toBeUndefined()
  },
)

test('the id of a webhook is wh_ and 16 digits, and the number again; a mistyped one names nothing', () => {
  fc.assert(
    fc.property(anId, (id) => {
      expect(hookIdOf(id)).toMatch(/^wh_[0-9a-f]{16}$/)
      expect(idOfHook(hookIdOf(id))).toBe(id)
    }),
  )
  expect(hookIdOf(7)).not.toBe(hookIdOf(8))
  expect(idOfHook('wh_1234567890abcdef')).toBeUndefined()
  expect(idOfHook('1234567890abcdef')).toBeUndefined()
})
