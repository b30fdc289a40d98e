import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'

let server: TestServer
let ann: Person
beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

async function newKey(on: TestServer, person: Person, more: object): Promise<string> {
  const made = await call(on.app, {
    method: 'POST',
    url: `${API}/tokens`,
    body: { name: 'key', ...more },
    headers: { authorization: `Bearer ${person.token}` },
  })
  expect(made.status).toBe(201)
  return made.body.token
}

type From = { key: string; from: string; headers?: Record<string, string> }

async function statusFrom(on: TestServer, { key, from, headers }: From): Promise<number> {
  const response = await on.app.inject({
    url: `${API}/me`,
    remoteAddress: from,
    headers: { authorization: `Bearer ${key}`, ...headers },
  })
  return response.statusCode
}

describe('a key that is bound to addresses', () => {
  test.each([
    [
      'an IPv4 address',
      '192.0.2.1',
      ['192.0.2.1', '::ffff:192.0.2.1'],
      ['192.0.2.2', '::ffff:192.0.2.2', '::1'],
    ],
    [
      'an IPv4 network',
      '192.0.2.0/24',
      ['192.0.2.0', '192.0.2.255', '::ffff:192.0.2.9'],
      ['192.0.3.0', '192.0.1.255'],
    ],
    [
      'an IPv6 address',
      '2001:db8::1',
      ['2001:db8::1', '2001:0db8:0:0:0:0:0:1'],
      ['2001:db8::2', '192.0.2.1'],
    ],
    ['an IPv6 network', '2001:db8::/32', ['2001:db8:ffff::1'], ['2001:db9::1', '32.1.13.184']],
    ['a mapped IPv4 address', '::ffff:192.0.2.1', ['192.0.2.1', '::ffff:192.0.2.1'], ['192.0.2.2']],
  ])('works from %s and nowhere else', async (_, allowed, good, bad) => {
    const key = await newKey(server, ann, { allowed_ips: [allowed] })
    for (const from of good) expect([from, await statusFrom(server, { key, from })]).toEqual([from, 200])
    for (const from of bad) expect([from, await statusFrom(server, { key, from })]).toEqual([from, 403])
    const timing = await server.app.inject({
      url: '/timing/api/v1/projects',
      remoteAddress: bad[0],
      headers: { authorization: `Bearer ${key}` },
    })
    expect(timing.statusCode).toBe(403)
  })

  test('does not believe a forwarded address, where there is no proxy', async () => {
    const key = await newKey(server, ann, { allowed_ips: ['192.0.2.1'] })
    const headers = { 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1', 'x-real-ip': '192.0.2.1' }
    expect(await statusFrom(server, { key, from: '198.51.100.1', headers })).toBe(403)
  })

  test('believes the forwarded address of a proxy it trusts, and of nobody else', async () => {
    const behind = await openTestServer({ TRUST_PROXY: '10.0.0.0/8, fd00::/8' })
    const key = await newKey(behind, await behind.person(), { allowed_ips: ['192.0.2.1', '2001:db8::/32'] })
    const status = (from: string, forwarded: string) =>
      statusFrom(behind, { key, from, headers: { 'x-forwarded-for': forwarded } })
    expect(await status('10.1.2.3', '192.0.2.1')).toBe(200)
    expect(await status('::ffff:10.1.2.3', '192.0.2.1')).toBe(200)
    expect(await status('fd00::1', '2001:db8::5')).toBe(200)
    expect(await status('10.1.2.3', '198.51.100.1')).toBe(403)
    // What the client claims stands left of what the proxy has seen.
    expect(await status('10.1.2.3', '192.0.2.1, 198.51.100.1')).toBe(403)
    expect(await status('198.51.100.1', '192.0.2.1')).toBe(403)
    expect(await status('10.1.2.3', 'nonsense')).toBe(403)
    await behind.close()
  })

  test('is refused where the address makes no sense', async () => {
    for (const address of ['', '192.0.2', '192.0.2.1/33', 'localhost', '2001:db8::/129', '*']) {
      const answer = await ann.call('POST', `${API}/tokens`, { name: 'key', allowed_ips: [address] })
      expect([address, answer.status]).toEqual([address, 422])
    }
  })
})

describe('a key', () => {
  test('is kept as a hash, and shown once', async () => {
    const key = await newKey(server, ann, {})
    const rows = await server.house.db.kysely.selectFrom('token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key.slice(8))
    expect(JSON.stringify((await ann.call('GET', `${API}/tokens`)).body)).not.toContain(key.slice(8))
  })

  test('cannot make one that may do more', async () => {
    const everything = { name: 'wide', scopes: ['*'] }
    for (const scopes of [['read:*'], ['write:*', 'read:*'], ['write:users', 'read:users']]) {
      const headers = { authorization: `Bearer ${await newKey(server, ann, { scopes })}` }
      const answer = await call(server.app, {
        method: 'POST',
        url: `${API}/tokens`,
        body: everything,
        headers,
      })
      expect(answer.status).toBe(403)
    }
    const bound = { authorization: `Bearer ${await newKey(server, ann, { workspace_id: ann.workspaceId })}` }
    expect(
      (await call(server.app, { method: 'POST', url: `${API}/tokens`, body: everything, headers: bound }))
        .status,
    ).toBe(403)
  })

  test('is not accepted in an address or a cookie', async () => {
    for (const [name, value] of [
      ['cookie', `sundial-session=${ann.token}`],
      ['x-auth-token', ann.token],
    ] as const) {
      const headers = { [name]: value }
      expect((await call(server.app, { method: 'GET', url: `${API}/me`, headers })).status).toBe(401)
    }
    for (const name of ['token', 'access_token', 'api_key', 'key']) {
      expect((await call(server.app, { method: 'GET', url: `${API}/me?${name}=${ann.token}` })).status).toBe(
        401,
      )
    }
  })

  test('dies with its expiry, its revocation, and the membership it is bound to', async () => {
    const owner = await server.person()
    const team = await server.team(owner, 'member')
    const bound = await newKey(server, team.member, { workspace_id: team.id })
    const expires_at = new Date(server.clock.now + 60_000).toISOString()
    const short = await newKey(server, team.member, { expires_at })
    expect(await statusFrom(server, { key: bound, from: '192.0.2.1' })).toBe(200)
    expect(await statusFrom(server, { key: short, from: '192.0.2.1' })).toBe(200)
    server.clock.advance(60)
    expect(await statusFrom(server, { key: short, from: '192.0.2.1' })).toBe(401)
    const members = (await owner.call('GET', `${API}/workspaces/${team.id}/members`)).body.data
    const member = members.find((each: { user_id: number }) => each.user_id === team.member.user.id)
    await owner.call('DELETE', `${API}/workspaces/${team.id}/members/${member.id}`)
    expect(await statusFrom(server, { key: bound, from: '192.0.2.1' })).toBe(401)
  })
})
