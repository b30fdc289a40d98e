import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personalKeyOf } from '../../core/personal-keys.ts'
import { createToken } from '../../core/tokens.ts'
import { changePassword } from '../../core/users.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { basic } from './testing/toggl-client.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person({ name: 'Ann', timeZone: 'Europe/Berlin' })
})
afterAll(() => server.close())

type Headers = Record<string, string>
const get = (path: string, headers: Headers = {}) =>
  call(server.app, { method: 'GET', url: `/toggl${path}`, headers })
const post = (path: string, headers: Headers = {}, body?: unknown) =>
  call(server.app, { method: 'POST', url: `/toggl${path}`, headers, body })
const remove = (path: string, headers: Headers = {}) =>
  call(server.app, { method: 'DELETE', url: `/toggl${path}`, headers })

const cookieOf = ({ headers }: { headers: Headers }) => String(headers['set-cookie']).split(';')[0] ?? ''
const mine = () => basic(ann.email, ann.password)

describe('signing in', () => {
  test('by e-mail address and password, or by the personal token and the word api_token', async () => {
    const key = await personalKeyOf(ann.ctx())
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    for (const credentials of [mine(), basic(key, 'api_token'), basic(ann.token, 'api_token')]) {
      const { status, body } = await get('/api/v9/me', credentials)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        id: ann.user.id,
        email: ann.email,
        fullname: 'Ann',
        timezone: 'Europe/Berlin',
      })
    }
    expect((await get('/api/v9/me', mine())).body.api_token).toBe(key)
  })

  test('shows the keys of a person in the order of the service', async () => {
    const { body } = await get('/api/v9/me', mine())
    expect(Object.keys(body)).toEqual([
      'id',
      'api_token',
      'email',
      'fullname',
      'timezone',
      'default_workspace_id',
      'beginning_of_week',
      'image_url',
      'created_at',
      'updated_at',
      'openid_email',
      'openid_enabled',
      'country_id',
      'has_password',
      'at',
      'authorization_updated_at',
    ])
    expect(body).toMatchObject({ beginning_of_week: 1, at: '2026-03-02T09:00:00Z', has_password: true })
  })

  test('is refused without a word where nobody says who they are, on v9', async () => {
    const { status, headers, body } = await get('/api/v9/me')
    expect([status, headers['x-authorization-missing'], headers['content-type'], body]).toEqual([
      401,
      'true',
      undefined,
      '',
    ])
  })

  test.each([
    ['a wrong password', () => basic(ann.email, 'wrong')],
    ['an address nobody has', () => basic('nobody@example.com', 'wrong')],
    ['a token nobody has', () => basic('1971800d4d82861d8f2c1651fea4d212', 'api_token')],
    ['a key nobody has', () => basic('tt_nobody', 'api_token')],
    ['a cookie nobody has', () => ({ cookie: '__Host-timer-session=MTM2MzA4' })],
  ])('is refused with 403 and in plain text with %s', async (_, headers) => {
    const answer = await get('/api/v9/me', headers())
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([
      403,
      'text/plain; charset=utf-8',
      'Incorrect username and/or password\n',
    ])
  })

  test('with a key of this server gives no more than its scopes, and not the token that has them all', async () => {
    const narrow = {
      name: 'read',
      kind: 'timetracker' as const,
      scopes: ['read:*'],
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
    }
    const { secret } = await createToken(ann.ctx(), narrow)
    const answer = await get('/api/v9/me', basic(secret, 'api_token'))
    expect(answer.body).not.toHaveProperty('api_token')
    const start = { created_with: 'test', start: '2026-03-02T09:00:00Z', duration: -1 }
    const path = `/api/v9/workspaces/${ann.workspaceId}/time_entries`
    expect((await post(path, basic(secret, 'api_token'), start)).status).toBe(403)
    // The session that such a sign-in opens may no more than the key.
    expect((await post(path, { cookie: cookieOf(answer) }, start)).status).toBe(403)
    expect((await post('/api/v9/me/reset_token', { cookie: cookieOf(answer) })).status).toBe(403)
  })

  test('is slowed down for whoever guesses passwords', async () => {
    const guesser = await server.person()
    const tries = []
    for (let count = 0; count < 12; count++)
      tries.push((await get('/api/v9/me', basic(guesser.email, `guess ${count}`))).status)
    expect(tries.slice(0, 10)).toEqual(Array(10).fill(403))
    expect(tries.at(-1)).toBe(429)
  })

  test('by a password that has changed is over at once', async () => {
    const bea = await server.person()
    expect((await get('/api/v9/me', basic(bea.email, bea.password))).status).toBe(200)
    await changePassword(bea.ctx(), bea.password, 'quite another long password')
    expect((await get('/api/v9/me', basic(bea.email, bea.password))).status).toBe(403)
    expect((await get('/api/v9/me', basic(bea.email, 'quite another long password'))).status).toBe(200)
  })
})

describe('a session', () => {
  test('is opened with an empty body, and its cookie has the attributes of the documents', async () => {
    const answer = await post('/api/v9/me/sessions', mine())
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ id: ann.user.id })
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-timer-session=[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test('comes with GET /me too, the same for an hour', async () => {
    const first = cookieOf(await get('/api/v9/me', mine()))
    expect(first).toMatch(/^__Host-timer-session=/)
    expect(cookieOf(await get('/api/v9/me', mine()))).toBe(first)
    server.clock.advance(3601)
    expect(cookieOf(await get('/api/v9/me', mine()))).not.toBe(first)
  })

  test('is good on every version until it is ended', async () => {
    const cookie = cookieOf(await post('/api/v9/me/sessions', mine()))
    for (const path of ['/api/v9/me', '/api/v9/me/time_entries', '/api/v8/me'])
      expect([path, (await get(path, { cookie })).status]).toEqual([path, 200])
    const ended = await remove('/api/v9/me/sessions', { cookie })
    expect([ended.status, ended.body]).toEqual([200, ''])
    expect(String(ended.headers['set-cookie'])).toContain('__Host-timer-session=;')
    expect((await get('/api/v9/me', { cookie })).status).toBe(403)
    expect((await remove('/api/v9/me/sessions', { cookie })).status).toBe(403)
    expect((await remove('/api/v9/me/sessions', mine())).status).toBe(403)
  })

  test('is ended by its cookie, also for clients that send their credentials with it', async () => {
    const cookie = cookieOf(await post('/api/v9/me/sessions', mine()))
    expect((await remove('/api/v9/me/sessions', { ...mine(), cookie })).status).toBe(200)
    expect((await get('/api/v9/me', { cookie })).status).toBe(403)
  })

  test('is opened by the accounts form as well', async () => {
    const answer = await post('/api/sessions', {}, { email: ann.email, password: ann.password })
    expect(answer.status).toBe(200)
    const cookies = [answer.headers['set-cookie']].flat().map((each) => String(each).split(';')[0])
    expect(cookies.map((each) => each?.split('=')[0])).toEqual([
      '__Secure-accounts-session',
      '__Host-timer-session',
    ])
    for (const cookie of cookies) expect((await get('/api/v9/me', { cookie: cookie ?? '' })).status).toBe(200)
    expect((await remove('/api/sessions', { cookie: cookies[0] ?? '' })).status).toBe(200)
    expect((await get('/api/v9/me', { cookie: cookies[1] ?? '' })).status).toBe(403)
    expect((await post('/api/sessions', {}, { email: ann.email, password: 'wrong' })).status).toBe(403)
    expect((await post('/api/sessions', {}, { email: ann.email })).status).toBe(403)
  })

  test('does not write for a page of another site', async () => {
    const cookie = cookieOf(await post('/api/v9/me/sessions', mine()))
    const change = (headers: Headers) =>
      call(server.app, {
        method: 'PUT',
        url: '/toggl/api/v9/me',
        headers: { cookie, host: 'sundial.test', ...headers },
        body: { fullname: 'Ann' },
      })
    expect((await change({})).status).toBe(200)
    expect((await change({ origin: 'http://sundial.test' })).status).toBe(200)
    expect((await change({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await change({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

describe('the personal token', () => {
  test('is replaced on request: the old one and its sessions end at once', async () => {
    const bea = await server.person()
    const old = await personalKeyOf(bea.ctx())
    const cookie = cookieOf(await get('/api/v9/me', basic(old, 'api_token')))
    const { status, headers, body } = await post('/api/v9/me/reset_token', basic(old, 'api_token'))
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    expect(body).toMatch(/^[0-9a-f]{32}$/)
    expect((await get('/api/v9/me', basic(old, 'api_token'))).status).toBe(403)
    expect((await get('/api/v9/me', { cookie })).status).toBe(403)
    expect((await get('/api/v9/me', basic(body, 'api_token'))).status).toBe(200)
  })

  test('stands encrypted in the database', async () => {
    const key = await personalKeyOf(ann.ctx())
    const rows = await server.house.db.kysely.selectFrom('user').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key)
    const events = await server.house.db.kysely.selectFrom('event').selectAll().execute()
    expect(JSON.stringify(events)).not.toContain(key)
  })
})

describe('signing up on v9', () => {
  const fields = (email: string) => ({ email, password: 'a long enough password', created_with: 'test' })

  test('makes an account, as a body of its own or wrapped as older clients send it', async () => {
    const open = await openTestServer({ REGISTRATION: 'open' })
    await open.person()
    const signUp = (body: unknown) => call(open.app, { method: 'POST', url: '/toggl/api/v9/signup', body })
    for (const [email, wrap] of [
      ['plain@example.com', (body: unknown) => body],
      ['wrapped@example.com', (user: unknown) => ({ user })],
    ] as const) {
      const { status, body } = await signUp(wrap(fields(email)))
      expect([status, body.email]).toEqual([200, email])
      expect(body.api_token).toMatch(/^[0-9a-f]{32}$/)
    }
    const again = await signUp(fields('plain@example.com'))
    expect([again.status, again.body]).toEqual([400, 'user with this email already exists'])
    expect((await signUp({ email: 'none@example.com' })).body).toBe("Password can't be blank")
    // What cannot be made text names no account, and is no bug.
    const textless = await signUp({ ...fields('x@example.com'), email: { toString: 'no function' } })
    expect([textless.status, typeof textless.body]).toEqual([400, 'string'])
    await open.close()
  })

  test('is closed where the operator has not opened it', async () => {
    expect((await post('/api/v9/signup', {}, fields('new@example.com'))).status).toBe(403)
  })
})

test('an answer has the headers of the service, two of them only where all went well', async () => {
  const good = await get('/api/v9/me/logged', mine())
  expect(good.headers).toMatchObject({
    'x-service-level': 'GREEN',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
  })
  expect(good.headers).not.toHaveProperty('content-type')
  const bad = await get('/api/v9/me')
  for (const name of ['x-service-level', 'referrer-policy']) expect(bad.headers).not.toHaveProperty(name)
  for (const { headers } of [good, bad, await get('/api/v9/nothing', mine())]) {
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['x-toggl-request-id']).toBe(headers['x-request-id'])
  }
})

test('the account keeps the formats of its clients, which have a usual one', async () => {
  const bea = await server.person()
  const hers = basic(bea.email, bea.password)
  expect((await get('/api/v9/me/preferences', hers)).body.date_format).toBe('YYYY-MM-DD')
  await post('/api/v9/me/preferences', hers, { date_format: 'DD.MM.YYYY' })
  expect((await get('/api/v9/me/preferences', hers)).body.date_format).toBe('DD.MM.YYYY')
})

test('the state of the service is told to anybody', async () => {
  const { status, body } = await get('/api/v9/status')
  expect([status, body]).toEqual([200, 'OK'])
})

describe('a request', () => {
  test('is found at the path the service has, with slashes to spare', async () => {
    for (const url of ['/api/v9/me', '/api/v9/me/', '//api/v9/me', '/toggl//api/v9/me/'])
      expect([url, (await call(server.app, { method: 'GET', url, headers: mine() })).status]).toEqual([
        url,
        200,
      ])
  })

  test('may have a compressed body, JSON of whatever type', async () => {
    const body = gzipSync(JSON.stringify({ fullname: 'Ann Compressed' }))
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'text/plain' }, {}]) {
      const answer = await server.app.inject({
        method: 'PUT',
        url: '/toggl/api/v9/me',
        headers: { ...mine(), ...headers, 'content-encoding': 'gzip' },
        payload: body,
      })
      expect([answer.statusCode, answer.json().fullname]).toEqual([200, 'Ann Compressed'])
    }
  })

  test.each([
    ['not JSON at all', 'gzip', Buffer.from('nonsense'), 400],
    ['of a compression nobody knows', 'lzma', Buffer.from('{}'), 400],
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(64 * 1024 * 1024)), 413],
  ])('is refused where its body is %s', async (_, encoding, payload, status) => {
    const answer = await server.app.inject({
      method: 'PUT',
      url: '/toggl/api/v9/me',
      headers: { ...mine(), 'content-type': 'application/json', 'content-encoding': encoding },
      payload,
    })
    expect(answer.statusCode).toBe(status)
  })

  test.each([
    ['an unknown path', 'GET', '/api/v9/nothing', undefined, 404, '"Not found"'],
    ['a method the path does not have', 'PATCH', '/api/v9/me', undefined, 405, undefined],
    ['a body that is no JSON', 'PUT', '/api/v9/me', '{', 400, '"JSON is not valid"'],
    ['a body that is no object', 'PUT', '/api/v9/me', '[]', 400, '"JSON is not valid"'],
    ['an organization that is no JSON', 'POST', '/api/v9/organizations', '{', 400, '"Invalid JSON input"'],
    ['a tag that is no JSON', 'POST', '/api/v9/workspaces/1/tags', '{', 400, '"Invalid JSON input"'],
    ['an address nobody can read', 'GET', '/api/v9/me/%E0%A4', undefined, 400, undefined],
    [
      'a field of another type',
      'PUT',
      '/api/v9/me',
      '{"fullname":"A","beginning_of_week":"1"}',
      400,
      JSON.stringify('Unexpected "beginning_of_week" type string, offset=39'),
    ],
    ['what is not offered', 'GET', '/api/v9/workspaces/1/goals', undefined, 402, undefined],
  ] as const)('that is %s is refused in a JSON string', async (_, method, path, payload, status, text) => {
    const answer = await server.app.inject({
      method,
      url: `/toggl${path}`,
      headers: { ...mine(), ...(payload ? { 'content-type': 'application/json' } : {}) },
      payload,
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      status,
      'application/json; charset=utf-8',
    ])
    expect(typeof answer.json()).toBe('string')
    if (text !== undefined) expect(answer.body).toBe(text)
    expect(answer.headers).toMatchObject({
      'x-toggl-quota-remaining': '600',
      'x-toggl-quota-resets-in': '3600',
    })
  })
})
