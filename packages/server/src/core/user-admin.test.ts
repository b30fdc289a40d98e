import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { resetPassword } from './password-resets.ts'
import { createSession } from './sessions.ts'
import { createAccount, listAccounts } from './user-admin.ts'
import { authenticatePassword, updateUser } from './users.ts'
import { deleteWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person
let admin: Person

const page = { cursor: null, limit: 100 }
const PASSWORD = 'another good password'

beforeAll(async () => {
  server = await openTestServer()
  admin = await server.person({ isAdmin: true, name: 'Root', email: 'root@example.org' })
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const asAdmin = () => admin.ctx({ isAdmin: true })
const found = async (filter: Parameters<typeof listAccounts>[1]) =>
  (await listAccounts(asAdmin(), filter, page)).rows.map((row) => row.email)

describe('the list of accounts', () => {
  test('tells in how many workspaces a person is, and when they were last heard from', async () => {
    const of = async (id: number) =>
      (await listAccounts(asAdmin(), {}, page)).rows.find((row) => row.id === id)
    expect(await of(ann.user.id)).toMatchObject({ workspace_count: 1, last_seen_at: null })
    const team = await server.team(ann, 'member')
    await createSession(ann.ctx(), ann.user, { userAgent: 'test', ip: '::1' })
    expect(await of(ann.user.id)).toMatchObject({ workspace_count: 2, last_seen_at: server.clock.now })
    await deleteWorkspace(ann.ctx(), team.id)
    expect(await of(ann.user.id)).toMatchObject({ workspace_count: 1 })
  })

  test('is searched by name and address, and by how an account stands', async () => {
    const zoe = await server.person({ name: 'Zoë Quill', email: 'quill_100%@example.org' })
    expect(await found({ text: 'zoë' })).toEqual([zoe.email])
    expect(await found({ text: 'QUILL_100%' })).toEqual([zoe.email])
    expect(await found({ text: 'nobody at all' })).toEqual([])
    expect(await found({ state: 'admin' })).toEqual([admin.email])
    await updateUser(asAdmin(), zoe.user.id, { is_active: false })
    expect(await found({ text: 'quill', state: 'active' })).toEqual([])
    expect(await found({ text: 'quill', state: 'inactive' })).toEqual([zoe.email])
  })

  test('comes in pages', async () => {
    const first = await listAccounts(asAdmin(), {}, { cursor: null, limit: 1 })
    expect(first.rows).toMatchObject([{ id: ann.user.id }])
    const second = await listAccounts(asAdmin(), {}, { cursor: first.next, limit: 1 })
    expect(second.rows[0]?.id).toBeLessThan(ann.user.id)
  })

  test('is for administrators of the installation', async () => {
    await expect(listAccounts(ann.ctx(), {}, page)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('an account made for somebody', () => {
  test('has no password until its owner sets one by the link', async () => {
    const email = 'newcomer@example.org'
    const { account, link } = await createAccount(asAdmin(), { email, name: 'Nova', timeZone: 'UTC' })
    expect(account).toMatchObject({ email, is_admin: 0, workspace_count: 1, last_seen_at: null })
    await expect(authenticatePassword(server.system(), email, '')).rejects.toMatchObject({
      reason: 'bad_credentials',
    })
    server.clock.advance(2 * 24 * 3600)
    await resetPassword(server.system(), link.secret, PASSWORD)
    await expect(authenticatePassword(server.system(), email, PASSWORD)).resolves.toMatchObject({ email })
  })

  test('is made by administrators only, and once for each address', async () => {
    const input = { email: ann.email, timeZone: 'UTC' }
    await expect(createAccount(ann.ctx(), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createAccount(asAdmin(), input)).rejects.toMatchObject({ reason: 'email_taken' })
  })
})

describe('the last administrator', () => {
  test('is one by all means, whoever asks', async () => {
    for (const changes of [{ is_admin: false }, { is_active: false }])
      await expect(updateUser(server.system(), admin.user.id, changes)).rejects.toMatchObject({
        code: 'conflict',
        reason: 'last_admin',
      })
  })

  test('is left where two take it from each other at once', async () => {
    await updateUser(asAdmin(), ann.user.id, { is_admin: true })
    const both = await Promise.allSettled([
      updateUser(asAdmin(), ann.user.id, { is_admin: false }),
      updateUser(ann.ctx({ isAdmin: true }), admin.user.id, { is_admin: false }),
    ])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await found({ state: 'admin' })).toHaveLength(1)
    await updateUser(server.system(), admin.user.id, { is_admin: true })
  })
})
