import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createToken, listTokens } from './tokens.ts'
import { createUsage, listWireUses } from './usage.ts'

let server: TestServer
let ann: Person

const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const processes = () => [createUsage(server.house.db), createUsage(server.house.db)] as const

describe('the use of keys', () => {
  test('is counted in memory and written down in one go, by several processes', async () => {
    const make = async () => {
      const input = { name: 'key', kind: 'timing', scopes: ['*'], workspaceId: null } as const
      const { token } = await createToken(ann.ctx(), {
        ...input,
        scopes: ['*'],
        expiresAt: null,
        allowedIps: [],
      })
      return token
    }
    const [first, second] = [await make(), await make()]
    const both = processes()
    for (const usage of both) {
      usage.noteToken(first.id, 1000)
      usage.noteToken(second.id, 2000)
      usage.noteToken(first.id, 3000)
    }
    const counts = async () =>
      (await listTokens(ann.ctx(), all)).rows
        .filter((row) => row.id === first.id || row.id === second.id)
        .map((row) => [row.usage_count, row.last_used_at])
    expect(await counts()).toEqual([
      [0, null],
      [0, null],
    ])
    await Promise.all(both.map((usage) => usage.flush()))
    await Promise.all(both.map((usage) => usage.flush()))
    expect(await counts()).toEqual([
      [2, 2000],
      [4, 3000],
    ])
  })
})

describe('the use of wires', () => {
  const use = (wire: string, client: string | null, used_at: number) => ({
    user_id: ann.user.id,
    wire,
    client,
    used_at,
  })

  test('is kept once for each person and wire: the newest, whichever process writes last', async () => {
    const bob = await server.person()
    const [one, two] = processes()
    one.noteWire(use('b', 'old', 1000))
    one.noteWire(use('b', 'older process', 2000))
    one.noteWire(use('a', null, 4000))
    two.noteWire(use('b', 'newest', 3000))
    two.noteWire({ ...use('b', 'of another', 5000), user_id: bob.user.id })
    expect(await listWireUses(ann.ctx())).toEqual([])
    await two.flush()
    await one.flush()
    expect(await listWireUses(ann.ctx())).toEqual([use('a', null, 4000), use('b', 'newest', 3000)])
    one.noteWire(use('b', 'again', 6000))
    await one.flush()
    expect(await listWireUses(ann.ctx())).toMatchObject([{ wire: 'a' }, use('b', 'again', 6000)])
  })

  test('is written by several processes at once, of many people crosswise', async () => {
    const people = [ann, await server.person(), await server.person()]
    const both = processes()
    for (let round = 1; round <= 5; round++) {
      for (const [index, usage] of both.entries()) {
        const order = index === 0 ? people : people.toReversed()
        for (const { user } of order)
          for (const wire of index === 0 ? ['a', 'b'] : ['b', 'a'])
            usage.noteWire({ ...use(wire, `process ${index}`, round * 10 + index), user_id: user.id })
      }
      await Promise.all(both.map((usage) => usage.flush()))
    }
    for (const person of people)
      expect(await listWireUses(person.ctx())).toMatchObject([
        { wire: 'a', client: 'process 1', used_at: 51 },
        { wire: 'b', client: 'process 1', used_at: 51 },
      ])
  })
})
