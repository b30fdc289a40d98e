import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listEvents } from './events.ts'
import { authenticatePersonalKey, personalKeyOf, resetPersonalKey } from './personal-keys.ts'
import { updateUser } from './users.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const BAD = { code: 'unauthenticated', reason: 'bad_credentials' }

describe('a personal key', () => {
  test('is made when it is first asked for, and is the same from then on', async () => {
    const key = await personalKeyOf(ann.ctx())
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(await personalKeyOf(ann.ctx())).toBe(key)
    expect(await personalKeyOf((await server.person()).ctx())).not.toBe(key)
  })

  test('is one, however many ask for it first', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => personalKeyOf(ann.ctx())))
    expect(new Set(keys).size).toBe(1)
  })

  test('may do everything its person may', async () => {
    const key = await personalKeyOf(ann.ctx())
    expect(await authenticatePersonalKey(ann.ctx(), key)).toEqual({
      kind: 'user',
      userId: ann.user.id,
      isAdmin: false,
      scopes: ['*'],
      workspaceId: null,
      tokenId: null,
      sessionId: null,
    })
    await expect(authenticatePersonalKey(ann.ctx(), key.toUpperCase())).rejects.toMatchObject(BAD)
    await expect(authenticatePersonalKey(ann.ctx(), '')).rejects.toMatchObject(BAD)
  })

  test('ends at once when another one is made', async () => {
    const old = await personalKeyOf(ann.ctx())
    const key = await resetPersonalKey(ann.ctx())
    expect(key).not.toBe(old)
    expect(await personalKeyOf(ann.ctx())).toBe(key)
    await expect(authenticatePersonalKey(ann.ctx(), old)).rejects.toMatchObject(BAD)
    expect(await authenticatePersonalKey(ann.ctx(), key)).toMatchObject({ userId: ann.user.id })
  })

  test('opens nothing for somebody who is switched off', async () => {
    const key = await personalKeyOf(ann.ctx())
    await updateUser(server.system(), ann.user.id, { is_active: false })
    await expect(authenticatePersonalKey(ann.ctx(), key)).rejects.toMatchObject(BAD)
  })

  test('is not for keys that may do less than it', async () => {
    for (const ask of [personalKeyOf, resetPersonalKey]) {
      const narrow = { scopes: ['read:*', 'write:*'], tokenId: 1 }
      await expect(ask(ann.ctx(narrow))).rejects.toMatchObject({ code: 'forbidden', reason: 'missing_scope' })
      const bound = { workspaceId: ann.workspaceId, tokenId: 1 }
      await expect(ask(ann.ctx(bound))).rejects.toMatchObject({ code: 'forbidden', reason: 'not_allowed' })
    }
  })

  test('leaves an event without itself, and is kept under seal', async () => {
    const key = await personalKeyOf(ann.ctx())
    const { rows } = await listEvents(
      ann.ctx(),
      { workspaceId: ann.workspaceId },
      { cursor: null, limit: 50 },
    )
    expect(rows[0]).toMatchObject({ kind: 'user.updated', subject_id: ann.user.id })
    expect(JSON.stringify(rows)).not.toMatch(/personal_key/)
    const row = await server.house.db.kysely
      .selectFrom('user')
      .selectAll()
      .where('id', '=', ann.user.id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(key)
  })
})
