import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personalKeyOf } from '../core/personal-keys.ts'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

let server: TestServer
let ann: Person
let personalKey: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  personalKey = await personalKeyOf(ann.ctx())
})
afterAll(() => server.close())

const basic = (name: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
})
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

const ask = (url: string, headers: Record<string, string>) =>
  call(server.app, { method: 'GET', url, headers: { 'user-agent': 'Some Client/1.2', ...headers } })

/** The wires through which somebody's clients were heard from, as their screen shows them. */
async function heard(): Promise<unknown> {
  await server.house.usage.flush()
  return (await ann.call('GET', '/sundial/api/v1/me/wires')).body.data
}

async function cookieOf(url: string, options: { headers?: Record<string, string>; body?: object }) {
  const { headers } = await call(server.app, { method: 'POST', url, ...options })
  return { cookie: String(headers['set-cookie']).split(';')[0] ?? '' }
}

const TRACKER = '/timetracker/api/v1'

async function trackerKey(): Promise<string> {
  const { body } = await ann.call('POST', '/sundial/api/v1/tokens', { name: 'Phone' })
  return body.token
}

describe('who calls through a foreign wire', () => {
  test.each<[string, string, string, () => Record<string, string> | Promise<Record<string, string>>]>([
    ['timing', 'a key', '/timing/api/v1/teams', () => bearer(ann.token)],
    ['toggl', 'a key', '/toggl/api/v9/me', () => basic(ann.token, 'api_token')],
    ['toggl', 'the personal key', '/toggl/api/v9/me', () => basic(personalKey, 'api_token')],
    ['toggl', 'a password', '/toggl/api/v9/me', () => basic(ann.email, ann.password)],
    [
      'toggl',
      'a session of its own',
      '/toggl/api/v9/me',
      () => cookieOf('/toggl/api/v9/me/sessions', { headers: basic(personalKey, 'api_token') }),
    ],
    ['timetracker', 'a key', `${TRACKER}/timer/status`, async () => bearer(await trackerKey())],
    [
      'timetracker',
      'X-API-Key',
      `${TRACKER}/timer/status`,
      async () => ({ 'x-api-key': await trackerKey() }),
    ],
    ['activitywatch', 'a key', '/activitywatch/api/0/buckets/', () => bearer(ann.token)],
  ])('is noted on %s with %s', async (wire, _, url, credentials) => {
    const headers = await credentials()
    server.clock.advance(60)
    expect((await ask(url, headers)).status).toBe(200)
    const used_at = new Date(server.clock.now).toISOString().replace('.000Z', 'Z')
    expect(await heard()).toEqual([{ wire, client: 'Some Client/1.2', used_at }])
  })

  test('is nobody where the key is wrong, where our own API is called, and where the web app calls', async () => {
    expect((await ask('/timing/api/v1/teams', bearer('tm_nonsense'))).status).toBe(401)
    expect((await ask('/sundial/api/v1/me', bearer(ann.token))).status).toBe(200)
    const boss = await server.person({ isAdmin: true })
    ann = boss
    const signIn = { body: { email: boss.email, password: boss.password } }
    const cookie = await cookieOf('/sundial/api/v1/session', signIn)
    expect((await ask(`/timetracker/admin/api-tokens`, cookie)).status).toBe(200)
    expect(await heard()).toEqual([])
  })

  test('is told to nobody else', async () => {
    await ask('/timing/api/v1/teams', bearer(ann.token))
    ann = await server.person()
    expect(await heard()).toEqual([])
  })
})
