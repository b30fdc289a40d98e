import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvitation } from '../../core/invitations.ts'
import { personalKeyOf } from '../../core/personal-keys.ts'
import { createToken, type NewToken, revokeToken, updateToken } from '../../core/tokens.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { basic } from './testing/toggl-client.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person({ name: 'Ann' })
})
afterAll(() => server.close())

type Call = {
  method?: 'GET' | 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
  body?: object
  from?: string
}

function send({ method = 'GET', url, headers, body, from = '192.0.2.1' }: Call) {
  return server.app.inject({ method, url, headers, payload: body, remoteAddress: from })
}

const status = async (call: Call) => (await send(call)).statusCode

async function newKey(more: Partial<NewToken> = {}) {
  const key: NewToken = {
    name: 'key',
    kind: 'timetracker',
    scopes: ['*'],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
  }
  return createToken(ann.ctx(), { ...key, ...more })
}

/** The cookie of a session that is opened with a key. */
async function cookieOf(secret: string): Promise<Record<string, string>> {
  const { headers } = await send({ url: '/toggl/api/v9/me', headers: basic(secret, 'api_token') })
  return { cookie: String(headers['set-cookie']).split(';')[0] ?? '' }
}

describe('a session that was opened with a key', () => {
  const me = (headers: Record<string, string>, from?: string) =>
    status({ url: '/toggl/api/v9/me', headers, from })

  test('works from where the key does, and from nowhere else', async () => {
    const { token, secret } = await newKey({ allowedIps: ['192.0.2.0/24'] })
    const headers = await cookieOf(secret)
    expect([await me(headers, '192.0.2.9'), await me(headers, '198.51.100.1')]).toEqual([200, 403])
    const native = { cookie: headers['cookie']?.replace(/^[^=]+/, 'sundial-session') ?? '' }
    const url = '/sundial/api/v1/me'
    expect(await status({ url, headers: native, from: '192.0.2.9' })).toBe(200)
    expect(await status({ url, headers: native, from: '198.51.100.1' })).toBe(401)
    const asked = { url: '/sundial/api/v1/session', headers: native, from: '198.51.100.1' }
    expect((await send(asked)).json()).toEqual({ me: null })
    await updateToken(ann.ctx(), token.id, { allowedIps: ['198.51.100.1'] })
    expect([await me(headers, '192.0.2.9'), await me(headers, '198.51.100.1')]).toEqual([403, 200])
  })

  test('ends with the key', async () => {
    const short = await newKey({ expiresAt: server.clock.now + 60_000 })
    const revoked = await newKey()
    const cookies = [await cookieOf(short.secret), await cookieOf(revoked.secret)]
    expect(await Promise.all(cookies.map((headers) => me(headers)))).toEqual([200, 200])
    await revokeToken(ann.ctx(), revoked.token.id)
    server.clock.advance(60)
    expect(await Promise.all(cookies.map((headers) => me(headers)))).toEqual([403, 403])
  })

  test('sees the workspace of the key, and neither shows nor replaces the personal token', async () => {
    const { id } = await server.team(ann)
    const headers = await cookieOf((await newKey({ workspaceId: id })).secret)
    const workspaces = await send({ url: '/toggl/api/v9/me/workspaces', headers })
    expect(workspaces.json().map((each: { id: number }) => each.id)).toEqual([id])
    const key = await personalKeyOf(ann.ctx())
    for (const url of ['/toggl/api/v9/me', '/toggl/api/v8/me'])
      expect((await send({ url, headers })).body).not.toContain(key)
    for (const url of ['/toggl/api/v9/me/reset_token', '/toggl/api/v8/reset_token'])
      expect(await status({ method: 'POST', url, headers })).toBe(403)
    expect(await personalKeyOf(ann.ctx())).toBe(key)
  })
})

describe('a password', () => {
  test.each([
    ['/toggl/api/v9/me', (fields: object) => fields],
    ['/toggl/api/v8/me', (fields: object) => ({ user: fields })],
  ])('cannot be guessed with a stolen token at %s, not even between other changes', async (url, wrap) => {
    const bea = await server.person()
    const headers = basic(bea.token, 'api_token')
    const put = (fields: object) => status({ method: 'PUT', url, headers, body: wrap(fields) })
    const refused = url.includes('v8') ? 404 : 400
    for (let count = 0; count < 10; count++) {
      expect(await put({ current_password: `guess ${count}`, password: 'quite another password' })).toBe(
        refused,
      )
      expect(await put({ fullname: `Bea ${count}` })).toBe(200)
    }
    expect(await put({ current_password: bea.password, password: 'quite another password' })).toBe(429)
  })

  test('belongs to nobody whose address has a zero character', async () => {
    const headers = basic(`ann\0${ann.email}`, ann.password)
    expect(await status({ url: '/toggl/api/v9/me', headers })).toBe(403)
  })

  test.each([
    '/toggl/webhooks/api/v1/event_filters',
    '/toggl/webhooks//api/v1/event_filters',
    '/toggl/%77ebhooks/api/v1/event_filters',
  ])('is not taken where the service takes tokens only, however it is spelled: %s', async (url) => {
    expect(await status({ url, headers: basic(ann.token, 'api_token') })).toBe(200)
    expect(await status({ url, headers: basic(ann.email, ann.password) })).toBe(403)
    expect(
      await status({ url: `/toggl/api/v9/me?from=${url}`, headers: basic(ann.email, ann.password) }),
    ).toBe(200)
  })
})

test('the code of an invitation stands in no line of the log', async () => {
  const { id } = await server.team(ann)
  server.log.length = 0
  const invited = { email: 'new@example.com', role: 'member', byMail: false } as const
  const { secret } = await createInvitation(ann.ctx(), id, invited)
  const url = `/toggl/api/v9/organizations/invitations/${secret}/accept`
  // Nobody is signed in, and Ann is in the team already.
  expect(await status({ method: 'POST', url, headers: {} })).toBe(401)
  expect(await status({ method: 'POST', url, headers: basic(ann.token, 'api_token') })).toBeGreaterThan(399)
  expect(server.log.length).toBeGreaterThan(1)
  expect(JSON.stringify(server.log)).not.toContain(secret)
})
