import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember, updateMember } from '../../core/members.ts'
import { createProject } from '../../core/projects/write.ts'
import { type NewToken, revokeToken, updateToken } from '../../core/tokens.ts'
import { updateUser } from '../../core/users.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { clientOf, keyOf } from './testing/client.ts'

const API = '/timetracker/api/v1'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  ann = await server.person()
})
afterAll(() => server.close())

const HOUR = 3_600_000

type Ask = { secret: string; path?: string; from?: string; method?: 'GET' | 'POST' }

async function ask({ secret, path = '/timer/status', from = '192.0.2.1', method = 'GET' }: Ask) {
  const headers = { authorization: `Bearer ${secret}` }
  const answer = await server.app.inject({ method, url: API + path, headers, remoteAddress: from })
  return { status: answer.statusCode, body: answer.json() }
}

describe('a key', () => {
  test('that is wrong in many ways is told the first of them', async () => {
    const { token, secret } = await keyOf(ann, {
      allowedIps: ['198.51.100.0/24'],
      expiresAt: server.clock.now + HOUR,
    })
    const message = async (from?: string) => (await ask({ secret, from })).body.message
    const allowed = '198.51.100.7'
    expect((await ask({ secret, from: allowed })).status).toBe(200)
    await server.house.db.kysely
      .updateTable('user')
      .set({ is_active: 0 })
      .where('id', '=', ann.user.id)
      .execute()
    expect(await message(allowed)).toBe('User account is inactive')
    expect(await message()).toBe('Access denied from this IP address')
    server.clock.advance(3600)
    expect(await message()).toBe('Token has expired')
    await updateToken(ann.ctx(), token.id, { isActive: false })
    expect(await message()).toBe('Token has been revoked')
    await revokeToken(ann.ctx(), token.id)
    expect(await message()).toBe('Token not found')
  })

  test('that is bound to a workspace knows no other, nor anything in it', async () => {
    const { id } = await server.team(ann)
    const { secret } = await keyOf(ann, { workspaceId: id })
    const home = await createProject(ann.ctx(), ann.workspaceId, { title: 'Home' })
    const there = await createProject(ann.ctx(), id, { title: 'There' })
    const { body } = await ask({ secret, path: '/projects' })
    expect(body.projects.map((each: { id: number }) => each.id)).toEqual([there.id])
    expect((await ask({ secret, path: `/projects/${home.id}` })).status).toBe(404)
    expect((await ask({ secret, path: `/time-entries?project_id=${home.id}` })).body.time_entries).toEqual([])
    expect((await ask({ secret, path: '/search?q=home' })).body.results).toEqual([])
  })

  test('acts in the default workspace of its owner, and at home once they have left that', async () => {
    const boss = await server.person()
    const { id } = await server.team(boss)
    const member = await addMember(server.system(), {
      workspace_id: id,
      user_id: ann.user.id,
      role: 'member',
    })
    await ann.call('PATCH', '/sundial/api/v1/me', { default_workspace_id: id })
    const client = await clientOf(server, ann)
    const project = await createProject(boss.ctx(), id, { title: 'There' })
    expect((await client.post('/timer/start', { project_id: project.id })).status).toBe(201)
    await updateMember(boss.ctx(), { workspaceId: id, memberId: member.id }, { is_active: false })
    const { status, body } = await client.get('/projects')
    expect([status, body.projects]).toEqual([200, []])
    expect((await client.get(`/projects/${project.id}`)).status).toBe(404)
  })

  test.each<[string[], string, number]>([
    [['read:*'], '/projects', 200],
    [['read:projects'], '/projects', 200],
    [['write:projects'], '/projects', 403],
    [['write:*'], '/projects', 403],
    [['*'], '/users', 200],
    [['admin:all'], '/users', 200],
    [['admin:all'], '/projects', 200],
    [['read:*', 'write:*'], '/users', 403],
    [['read:*', 'write:*'], '/audit-logs', 403],
    [['read:projects'], '/search?q=ab', 200],
    [['read:tasks'], '/search?q=ab', 403],
    [['read:tags'], '/users/me', 200],
  ])('with %j asks for %s: %i', async (scopes, path, status) => {
    const { secret } = await keyOf(ann, { scopes })
    expect((await ask({ secret, path })).status).toBe(status)
  })

  test('finds in a search only what its scopes let it read', async () => {
    await createProject(ann.ctx(), ann.workspaceId, { title: 'Alpha' })
    await ann.call('POST', '/sundial/api/v1/clients', { workspace_id: ann.workspaceId, name: 'Alpha' })
    const types = async (scopes: string[]) => {
      const { body } = await ask({ ...(await keyOf(ann, { scopes })), path: '/search?q=alpha' })
      return body.results.map(({ type }: { type: string }) => type)
    }
    expect(await types(['read:projects'])).toEqual(['project'])
    expect(await types(['read:projects', 'read:clients'])).toEqual(['project', 'client'])
  })

  test('of an administrator of nothing is no role, whatever its scopes', async () => {
    const boss = await server.person()
    const { id, member } = await server.team(boss, 'member')
    const entry = await createProject(boss.ctx(), id, { title: 'Secret', is_private: true })
    const { secret } = await keyOf(member, { scopes: ['admin:all'], workspaceId: id })
    expect((await ask({ secret, path: `/projects/${entry.id}` })).status).toBe(404)
    expect((await ask({ secret, path: `/time-entries?user_id=${boss.user.id}` })).status).toBe(403)
    expect((await ask({ secret, path: '/webhooks' })).status).toBe(403)
  })

  test('is counted once for each use', async () => {
    const { token, secret } = await keyOf(ann, { scopes: ['read:projects'] })
    for (const path of ['/projects', '/projects?page=2', '/clients']) await ask({ secret, path })
    await server.house.usage.flush()
    const tokens = server.house.db.kysely.selectFrom('token').select('usage_count')
    expect(await tokens.where('id', '=', token.id).executeTakeFirst()).toEqual({ usage_count: 3 })
  })
})

describe('signing in', () => {
  const login = (username: string, password: string, from = '203.0.113.1') =>
    server.app.inject({
      method: 'POST',
      url: `${API}/auth/login`,
      payload: { username, password },
      remoteAddress: from,
    })

  test('gives a new key each time, which lasts 90 days and may do what its owner may', async () => {
    const [one, two] = [
      await login(ann.email, ann.password),
      await login(ann.email.toUpperCase(), ann.password),
    ]
    const [first, second] = [one.json().token, two.json().token]
    expect(first).toMatch(/^tt_[\w-]{32}$/)
    expect(second).not.toBe(first)
    expect((await ask({ secret: first, path: '/users' })).status).toBe(200)
    server.clock.advance(90 * 24 * 3600 - 1)
    expect((await ask({ secret: second })).status).toBe(200)
    server.clock.advance(1)
    expect((await ask({ secret: second })).body.message).toBe('Token has expired')
  })

  test('gives those who administer nothing a key that opens no page of administrators', async () => {
    const boss = await server.person()
    const { id } = await server.team(boss)
    await addMember(server.system(), { workspace_id: id, user_id: ann.user.id, role: 'member' })
    await ann.call('PATCH', '/sundial/api/v1/me', { default_workspace_id: id })
    const secret = (await login(ann.email, ann.password)).json().token
    expect((await ask({ secret, path: '/time-entries' })).status).toBe(200)
    expect((await ask({ secret, path: '/users' })).body.available_scopes).toEqual(['read:*', 'write:*'])
  })

  test('is refused in the same words to somebody who is switched off', async () => {
    const operator = await server.person({ isAdmin: true })
    await updateUser(operator.ctx({ isAdmin: true }), ann.user.id, { is_active: false })
    const answer = await login(ann.email, ann.password)
    expect([answer.statusCode, answer.json()]).toEqual([401, { error: 'Invalid username or password' }])
  })

  test('is held after ten wrong tries, and forgets them once it goes well', async () => {
    const from = '203.0.113.2'
    const tries = async (count: number) => {
      const statuses = []
      for (let each = 0; each < count; each++)
        statuses.push((await login(ann.email, `guess ${each}`, from)).statusCode)
      return new Set(statuses)
    }
    expect(await tries(6)).toEqual(new Set([401]))
    expect((await login(ann.email, ann.password, from)).statusCode).toBe(200)
    expect(await tries(10)).toEqual(new Set([401]))
    const held = await login(ann.email, ann.password, from)
    expect([held.statusCode, Number(held.headers['retry-after']) > 0]).toEqual([429, true])
    expect(held.json()).toEqual({
      success: false,
      error: 'Too many requests. Try again later.',
      message: 'Too many requests. Try again later.',
      error_code: 429,
    })
    expect((await login(ann.email, ann.password, '203.0.113.3')).statusCode).toBe(200)
  })
})

describe('the page of keys', () => {
  async function signedIn({ email, password }: Person) {
    const url = '/sundial/api/v1/session'
    const answer = await call(server.app, { method: 'POST', url, body: { email, password } })
    return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' }
  }
  const make = (headers: Record<string, string>, more: object = {}) =>
    call(server.app, {
      method: 'POST',
      url: '/admin/api-tokens',
      headers,
      body: { name: 'Robot', user_id: ann.user.id, scopes: 'read:projects', ...more },
    })

  test('takes the web app’s cookie from the web app’s own pages only', async () => {
    const cookie = await signedIn(await server.person({ isAdmin: true }))
    expect((await make({ ...cookie, origin: 'http://sundial.test' })).status).toBe(201)
    const others: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const other of others) expect((await make({ ...cookie, ...other })).status).toBe(403)
    const nobody = await signedIn(ann)
    expect((await make({ ...nobody, origin: 'http://sundial.test' })).status).toBe(403)
  })

  test('takes a key of an administrator that is bound to nothing and may do everything', async () => {
    const operator = await server.person({ isAdmin: true })
    const withKey = async (changes: Partial<NewToken>) =>
      (await make({ authorization: `Bearer ${(await keyOf(operator, changes)).secret}` })).status
    expect(await withKey({})).toBe(201)
    expect(await withKey({ scopes: ['admin:all'] })).toBe(201)
    expect(await withKey({ workspaceId: operator.workspaceId })).toBe(403)
    expect(await withKey({ scopes: ['read:*', 'write:*'] })).toBe(403)
  })

  test('makes keys that keep to their addresses and their days', async () => {
    const cookie = await signedIn(await server.person({ isAdmin: true }))
    const headers = { ...cookie, origin: 'http://sundial.test' }
    const limits = { expires_days: 2, ip_whitelist: '192.0.2.0/24, 2001:db8::/32' }
    const { body } = await make(headers, limits)
    const secret = body.token
    expect((await ask({ secret, path: '/projects' })).status).toBe(200)
    expect((await ask({ secret, path: '/projects', from: '2001:db8::7' })).status).toBe(200)
    expect((await ask({ secret, path: '/projects', from: '198.51.100.1' })).status).toBe(401)
    server.clock.advance(2 * 24 * 3600)
    expect((await ask({ secret, path: '/projects' })).body.message).toBe('Token has expired')
    expect((await make(headers, { expires_days: -1 })).status).toBe(400)
    expect((await make(headers, { ip_whitelist: 'home' })).status).toBe(400)
  })

  test('makes nothing of the cookie anywhere else', async () => {
    const cookie = await signedIn(ann)
    const url = `${API}/timer/status`
    expect((await call(server.app, { method: 'GET', url, headers: cookie })).status).toBe(401)
  })
})
