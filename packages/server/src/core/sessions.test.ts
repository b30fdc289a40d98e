import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import {
  authenticateSession,
  createSession,
  endOtherSessions,
  endOwnSession,
  listSessions,
} from './sessions.ts'
import { createToken, revokeToken } from './tokens.ts'

let server: TestServer
let ann: Person

const page = { cursor: null, limit: 50 }
const notFound = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

/** Signs in, and gives the context of a request that comes with the session. */
async function signIn(person: Person, userAgent: string) {
  const { secret } = await createSession(person.ctx(), person.user, { userAgent, ip: '192.0.2.1' })
  const actor = await authenticateSession(server.system(), secret, '192.0.2.1')
  return {
    secret,
    id: actor.kind === 'user' ? (actor.sessionId ?? 0) : 0,
    ctx: () => ({ ...person.ctx(), actor }),
  }
}

const isOpen = (secret: string) =>
  authenticateSession(server.system(), secret, '192.0.2.1').then(
    () => true,
    () => false,
  )

describe('one’s own sessions', () => {
  test('are listed with their browser and address, and the one in use is marked', async () => {
    await signIn(ann, 'Phone')
    const here = await signIn(ann, 'Laptop')
    await signIn(await server.person(), 'Somebody else’s')
    const { rows } = await listSessions(here.ctx(), page)
    expect(rows.map((row) => [row.user_agent, row.ip, row.is_current])).toEqual([
      ['Laptop', '192.0.2.1', true],
      ['Phone', '192.0.2.1', false],
    ])
    expect(JSON.stringify(rows)).not.toContain('hash')
  })

  test('name the key that one was opened with, as long as the key is good', async () => {
    const key = { kind: 'timing', scopes: ['*'], workspaceId: null, expiresAt: null, allowedIps: [] } as const
    const { token } = await createToken(ann.ctx(), {
      ...key,
      scopes: ['*'],
      allowedIps: [],
      name: 'Old client',
    })
    await createSession(ann.ctx(), ann.user, { userAgent: null, ip: null, with: { tokenId: token.id } })
    expect((await listSessions(ann.ctx(), page)).rows).toMatchObject([
      { opened_with: 'key', key_name: 'Old client' },
    ])
    await revokeToken(ann.ctx(), token.id)
    expect((await listSessions(ann.ctx(), page)).rows).toEqual([])
  })

  test('are ended one by one, never those of others', async () => {
    const phone = await signIn(ann, 'Phone')
    const here = await signIn(ann, 'Laptop')
    const bob = await server.person()
    await expect(endOwnSession(bob.ctx(), phone.id)).rejects.toMatchObject(notFound)
    await endOwnSession(here.ctx(), phone.id)
    expect([await isOpen(phone.secret), await isOpen(here.secret)]).toEqual([false, true])
    await expect(endOwnSession(here.ctx(), phone.id)).rejects.toMatchObject(notFound)
  })

  test('are ended all at once but for the one in use, which is written down', async () => {
    const others = [await signIn(ann, 'Phone'), await signIn(ann, 'Tablet')]
    const here = await signIn(ann, 'Laptop')
    await endOtherSessions(here.ctx())
    expect(await Promise.all(others.map(({ secret }) => isOpen(secret)))).toEqual([false, false])
    expect(await isOpen(here.secret)).toBe(true)
    const events = await server.house.db.kysely
      .selectFrom('event')
      .select('before')
      .where('kind', '=', 'user.signed_out')
      .where('subject_user_id', '=', ann.user.id)
      .execute()
    expect(events.map((event): string => JSON.parse(event.before ?? '').user_agent).toSorted()).toEqual([
      'Phone',
      'Tablet',
    ])
  })

  test('are no business of a narrow key, nor of one that is bound to a workspace', async () => {
    const { id } = await signIn(ann, 'Phone')
    for (const actor of [{ tokenId: 1, scopes: ['write:*', 'read:*'] }, { workspaceId: ann.workspaceId }]) {
      await expect(listSessions(ann.ctx(actor), page)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(endOwnSession(ann.ctx(actor), id)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(endOtherSessions(ann.ctx(actor))).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

test('a session goes on as long as it is used, and no longer than a year', async () => {
  const began = server.clock.now
  const DAY = 24 * 3600 * 1000
  const { secret } = await signIn(ann, 'Laptop')
  for (let day = 29; day < 365; day += 29) {
    server.clock.now = began + day * DAY
    expect([day, await isOpen(secret)]).toEqual([day, true])
  }
  server.clock.now = began + 365 * DAY
  expect(await isOpen(secret)).toBe(false)
  server.clock.now = began
})
