import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { findTimer, startTimer } from './timer.ts'
import { getMe } from './me.ts'
import { preferencesOf, updatePreferences } from './preferences.ts'
import { createResetLink, requestPasswordReset, resetPassword } from './password-resets.ts'
import { authenticateSession, createSession, endSession } from './sessions.ts'
import { authenticateToken } from './tokens.ts'
import {
  authenticatePassword,
  changePassword,
  createUser,
  listUsers,
  type MeChanges,
  updateMe,
  updateUser,
} from './users.ts'
import { getWorkspace, listWorkspaces } from './workspaces.ts'

let server: TestServer
let ann: Person

const device = { userAgent: 'test', ip: '127.0.0.1' }
const unauthenticated = { code: 'unauthenticated', reason: 'bad_credentials' }
const NEW = 'another good password'
const HOUR_S = 3600

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person({ timeZone: 'Europe/Berlin' })
})
afterAll(() => server.close())

const signIn = (password: string, email = ann.email) => authenticatePassword(server.system(), email, password)
const session = async (person = ann) => (await createSession(person.ctx(), person.user, device)).secret
const whoIs = (secret: string) => authenticateSession(server.system(), secret, '192.0.2.1')

describe('an account', () => {
  test('comes with its personal workspace, in its zone, as its default', async () => {
    const [only, ...others] = await listWorkspaces(ann.ctx())
    expect(others).toEqual([])
    expect(only).toMatchObject({
      role: 'owner',
      workspace: { personal_user_id: ann.user.id, time_zone: 'Europe/Berlin' },
    })
    expect(ann.user.default_workspace_id).toBe(only?.workspace_id)
  })

  test('is one for each address, whatever its case, also when two are made at once', async () => {
    const make = (email: string) => createUser(server.system(), { email, password: NEW, timeZone: 'UTC' })
    await expect(make(ann.email.toUpperCase())).rejects.toMatchObject({
      code: 'conflict',
      reason: 'email_taken',
    })
    const both = await Promise.allSettled([make('Élise@example.com'), make('élise@EXAMPLE.com')])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test.each([
    ['a weak password', { password: 'short' }],
    ['its address as password', { password: 'newcomer@example.com' }],
    ['no address', { email: 'nobody' }],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }],
  ])('is not made with %s', async (_, fields) => {
    const input = { email: 'newcomer@example.com', password: NEW, timeZone: 'UTC', ...fields }
    await expect(createUser(server.system(), input)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is made by administrators of the installation only', async () => {
    const input = { email: 'someone@example.com', password: NEW, timeZone: 'UTC' }
    await expect(createUser(ann.ctx(), input)).rejects.toMatchObject({ code: 'forbidden' })
    const narrow = createUser(ann.ctx({ isAdmin: true, tokenId: 1, scopes: ['write:*'] }), input)
    await expect(narrow).rejects.toMatchObject({ reason: 'missing_scope' })
    const page = { cursor: null, limit: 1 }
    await expect(listUsers(ann.ctx(), page)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listUsers(ann.ctx({ isAdmin: true }), page)).resolves.toMatchObject({
      rows: [{ id: ann.user.id }],
    })
  })

  test('keeps its password as an argon2id hash', () => {
    expect(ann.user.password_hash).toMatch(/^\$argon2id\$/)
  })
})

describe('one’s own profile', () => {
  test('is read without any scope', async () => {
    expect(await getMe(ann.ctx({ scopes: ['read:tags'] }))).toMatchObject({ email: ann.email })
  })

  test('is changed, and what is left out stays', async () => {
    const after = await updateMe(ann.ctx(), { name: ' Ann ', locale: 'en-gb', week_start: 7 })
    expect(after).toMatchObject({ name: 'Ann', locale: 'en-GB', week_start: 7, time_zone: 'Europe/Berlin' })
  })

  test('says how close the rows stand, beside what other clients keep', async () => {
    await updatePreferences(ann.ctx(), 'a client', { colour: 'red' })
    const { body: before } = await ann.call('GET', '/sundial/api/v1/me')
    expect(before).toMatchObject({ density: 'comfortable' })
    const { body: after } = await ann.call('PATCH', '/sundial/api/v1/me', { density: 'compact' })
    expect(after).toMatchObject({ density: 'compact' })
    expect(await preferencesOf(ann.ctx(), 'a client')).toEqual({ colour: 'red' })
    const { body: kept } = await ann.call('PATCH', '/sundial/api/v1/me', { name: 'Ann' })
    expect(kept).toMatchObject({ density: 'compact' })
  })

  test.each<MeChanges>([{ time_zone: '+02:00' }, { locale: '!' }, { email: '' }])(
    'is not changed to %j',
    async (changes) => {
      await expect(updateMe(ann.ctx(), changes)).rejects.toMatchObject({ code: 'invalid' })
    },
  )

  test('has a default workspace that is one’s own', async () => {
    const bob = await server.person()
    const foreign = updateMe(ann.ctx(), { default_workspace_id: bob.workspaceId })
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
  })

  test('has an address nobody else has', async () => {
    const bob = await server.person()
    const taken = updateMe(ann.ctx(), { email: bob.email.toUpperCase() })
    await expect(taken).rejects.toMatchObject({ code: 'conflict', reason: 'email_taken' })
  })
})

describe('a password', () => {
  test('signs in with the address in any case, and nothing else does', async () => {
    expect(await signIn(ann.password, ann.email.toUpperCase())).toMatchObject({ id: ann.user.id })
    await expect(signIn('wrong')).rejects.toMatchObject(unauthenticated)
    await expect(signIn(ann.password, 'stranger@example.com')).rejects.toMatchObject(unauthenticated)
  })

  test('is the same however its accents are spelt', async () => {
    await changePassword(ann.ctx(), ann.password, 'Cafe\u0301 au lait 7')
    await expect(signIn('Caf\u00e9 au lait 7')).resolves.toBeDefined()
  })

  test('is changed by whoever knows it; every other session ends', async () => {
    const [mine, other] = [await session(), await session()]
    const actor = await whoIs(mine)
    const sessionId = actor.kind === 'user' ? actor.sessionId : null
    await expect(changePassword(ann.ctx(), 'wrong', NEW)).rejects.toMatchObject({ code: 'invalid' })
    await expect(changePassword(ann.ctx(), ann.password, 'short')).rejects.toMatchObject({ code: 'invalid' })
    await changePassword(ann.ctx({ sessionId }), ann.password, NEW)
    await expect(whoIs(mine)).resolves.toBeDefined()
    await expect(whoIs(other)).rejects.toMatchObject(unauthenticated)
    await expect(signIn(ann.password)).rejects.toMatchObject(unauthenticated)
    await expect(signIn(NEW)).resolves.toBeDefined()
  })
})

describe('a reset link', () => {
  const link = async () => (await createResetLink(server.system(), ann.user.id)).secret

  test('sets a password once, and ends every session', async () => {
    const [secret, open] = [await link(), await session()]
    await resetPassword(server.system(), secret, NEW)
    await expect(signIn(NEW)).resolves.toBeDefined()
    await expect(whoIs(open)).rejects.toMatchObject(unauthenticated)
    const again = resetPassword(server.system(), secret, 'a third good password')
    await expect(again).rejects.toMatchObject({ code: 'gone', reason: 'link_used' })
  })

  test('works for two hours', async () => {
    const secret = await link()
    server.clock.advance(2 * HOUR_S)
    const late = resetPassword(server.system(), secret, NEW)
    await expect(late).rejects.toMatchObject({ code: 'gone', reason: 'link_expired' })
  })

  test('is not used up by a password that is too weak', async () => {
    const secret = await link()
    await expect(resetPassword(server.system(), secret, 'short')).rejects.toMatchObject({ code: 'invalid' })
    await expect(resetPassword(server.system(), secret, NEW)).resolves.toBeUndefined()
  })

  test('works once when it is used twice at once', async () => {
    const secret = await link()
    const both = await Promise.allSettled([
      resetPassword(server.system(), secret, NEW),
      resetPassword(server.system(), secret, 'a third good password'),
    ])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('that was never given is not there', async () => {
    const unknown = resetPassword(server.system(), 'nonsense', NEW)
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is mailed to an account that is in use, and silently to nobody otherwise', async () => {
    const jobs = () => server.house.db.kysely.selectFrom('job').select('id').execute()
    const before = (await jobs()).length
    await requestPasswordReset(server.system(), 'stranger@example.com')
    expect(await jobs()).toHaveLength(before)
    await requestPasswordReset(server.system(), ann.email.toUpperCase())
    expect(await jobs()).toHaveLength(before + 1)
    await updateUser(server.system(), ann.user.id, { is_active: false })
    await requestPasswordReset(server.system(), ann.email)
    expect(await jobs()).toHaveLength(before + 1)
  })

  test('for somebody else is made by administrators only', async () => {
    const bob = await server.person()
    await expect(createResetLink(bob.ctx(), ann.user.id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a session', () => {
  test('is known by its secret, which is not stored', async () => {
    const secret = await session()
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await whoIs(secret)).toMatchObject({ userId: ann.user.id, scopes: ['*'], workspaceId: null })
    const rows = await server.house.db.kysely.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    await expect(whoIs('nonsense')).rejects.toMatchObject(unauthenticated)
  })

  test('ends 30 days after it was last used', async () => {
    const secret = await session()
    server.clock.advance(29 * 24 * HOUR_S)
    await expect(whoIs(secret)).resolves.toBeDefined()
    server.clock.advance(29 * 24 * HOUR_S)
    await expect(whoIs(secret)).resolves.toBeDefined()
    server.clock.advance(30 * 24 * HOUR_S)
    await expect(whoIs(secret)).rejects.toMatchObject(unauthenticated)
  })

  test('ends by signing out, alone', async () => {
    const [first, second] = [await session(), await session()]
    const actor = await whoIs(first)
    await endSession(ann.ctx({ sessionId: actor.kind === 'user' ? actor.sessionId : null }))
    await expect(whoIs(first)).rejects.toMatchObject(unauthenticated)
    await expect(whoIs(second)).resolves.toBeDefined()
  })
})

describe('an account that is switched off', () => {
  test('has no session, key or password that works, and its timer stops', async () => {
    const secret = await session()
    const { started } = await startTimer(ann.ctx(), {})
    server.clock.advance(60)
    await updateUser(server.system(), ann.user.id, { is_active: false })
    await expect(whoIs(secret)).rejects.toMatchObject(unauthenticated)
    await expect(authenticateToken(server.system(), ann.token, { ip: '::1' })).rejects.toMatchObject(
      unauthenticated,
    )
    await expect(signIn(ann.password)).rejects.toMatchObject(unauthenticated)
    expect(await findTimer(ann.ctx())).toBeUndefined()
    const entry = await server.house.db.kysely
      .selectFrom('entry')
      .select('ended_at')
      .where('id', '=', started.id)
      .executeTakeFirstOrThrow()
    expect(entry.ended_at).toBe(started.started_at + 60_000)
  })

  test('is switched by another administrator, not by oneself or by others', async () => {
    const admin = ann.ctx({ isAdmin: true })
    await expect(updateUser(admin, ann.user.id, { is_admin: false })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const bob = await server.person()
    await expect(updateUser(bob.ctx(), ann.user.id, { is_active: false })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await updateUser(admin, bob.user.id, { is_admin: true })).toMatchObject({ is_admin: 1 })
  })

  test('leaves everybody else’s workspace as it is', async () => {
    const team = await server.team(ann, 'member')
    await updateUser(server.system(), team.member.user.id, { is_active: false })
    expect(await getWorkspace(ann.ctx(), team.id)).toMatchObject({ role: 'owner' })
  })
})
