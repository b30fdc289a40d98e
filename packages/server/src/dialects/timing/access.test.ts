import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../core/tokens.ts'
import { createEntry } from '../../core/entries/write.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const REMAINING = /^\d+$/

/** Every route there is, with an id where the path wants one. */
const ROUTES = [
  ['GET', '/projects/hierarchy'],
  ['GET', '/projects'],
  ['POST', '/projects'],
  ['GET', '/projects/1'],
  ['PUT', '/projects/1'],
  ['PATCH', '/projects/1'],
  ['DELETE', '/projects/1'],
  ['GET', '/teams'],
  ['GET', '/teams/1/members'],
  ['POST', '/time-entries/start'],
  ['PUT', '/time-entries/stop'],
  ['GET', '/time-entries/latest'],
  ['GET', '/time-entries/running'],
  ['PATCH', '/time-entries/batch-update'],
  ['GET', '/time-entries'],
  ['POST', '/time-entries'],
  ['GET', '/time-entries/1'],
  ['PUT', '/time-entries/1'],
  ['PATCH', '/time-entries/1'],
  ['DELETE', '/time-entries/1'],
] as const

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

function keyOf(person: Person, options: { kind?: 'timetracker' | 'timing'; scopes?: string[] } = {}) {
  return createToken(person.ctx(), {
    name: 'key',
    kind: options.kind ?? 'timing',
    scopes: options.scopes ?? ['*'],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
  })
}

describe('a key', () => {
  test.each(ROUTES)('is needed for %s %s', async (method, path) => {
    for (const authorization of [undefined, 'Bearer tm_wrong', `Token ${ann.token}`, 'Bearer', 'nonsense']) {
      const answer = await call(server.app, {
        method,
        url: API + path,
        headers: authorization ? { authorization } : {},
      })
      expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthenticated.' } })
    }
  })

  test('is not taken from other headers, nor as name and password', async () => {
    const basic = Buffer.from(`${ann.token}:api_token`).toString('base64')
    const wrong: Record<string, string>[] = [{ 'x-api-key': ann.token }, { authorization: `Basic ${basic}` }]
    for (const headers of wrong) {
      expect(await call(server.app, { method: 'GET', url: `${API}/teams`, headers })).toMatchObject({
        status: 401,
      })
    }
  })

  test('works whichever kind it is, and however the scheme is spelt', async () => {
    const { secret } = await keyOf(ann, { kind: 'timetracker' })
    for (const authorization of [`Bearer ${secret}`, `bearer ${ann.token}`]) {
      const answer = await call(server.app, {
        method: 'GET',
        url: `${API}/teams`,
        headers: { authorization },
      })
      expect(answer.status).toBe(200)
    }
  })

  test('that may only read is told so where it writes', async () => {
    const { secret } = await keyOf(ann, { scopes: ['read:time_entries'] })
    const headers = { authorization: `Bearer ${secret}` }
    expect(await ann.call('GET', `${API}/time-entries`, undefined, headers)).toMatchObject({ status: 200 })
    const refused = await ann.call('POST', `${API}/time-entries/start`, { title: 'Write' }, headers)
    expect(refused.status).toBe(403)
    expect(Object.keys(refused.body)).toEqual(['message'])
  })
})

describe.each(['documented', 'friendly', 'off'])(
  'with RATE_LIMITS=%s, the headers of the documents are on',
  (setting) => {
    let strict: TestServer
    let bob: Person
    const limit = setting === 'friendly' ? '10000' : '500'

    beforeAll(async () => {
      strict = await openTestServer({ RATE_LIMITS: setting })
      bob = await strict.person()
      await createEntry(bob.ctx(), {
        title: 'Write',
        started_at: strict.clock.now,
        ended_at: strict.clock.now,
      })
    })
    afterAll(() => strict.close())

    test.each([
      [200, 'GET', '/teams', undefined],
      [201, 'POST', '/time-entries/start', { title: 'Read' }],
      [302, 'GET', '/time-entries/latest', undefined],
      [400, 'POST', '/time-entries/start', '{'],
      [404, 'GET', '/time-entries/999999', undefined],
      [404, 'GET', '/no-such-thing', undefined],
      [405, 'POST', '/teams', {}],
      [413, 'POST', '/projects', JSON.stringify({ title: 'x'.repeat(10_000_000) })],
      [422, 'POST', '/projects', {}],
    ] as const)('a %i to %s %s', async (status, method, path, body) => {
      const answer = await bob.call(method, API + path, body)
      expect(answer.status).toBe(status)
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-cache, private',
        'access-control-allow-origin': '*',
        'x-ratelimit-limit': limit,
        'x-ratelimit-remaining': expect.stringMatching(REMAINING),
        'content-type': status === 302 ? 'text/html; charset=utf-8' : 'application/json',
      })
    })

    test('a 401', async () => {
      const answer = await call(strict.app, { method: 'GET', url: `${API}/teams` })
      expect(answer).toMatchObject({ status: 401, headers: { 'x-ratelimit-limit': limit } })
    })

    test('a 204, which has no content type', async () => {
      const entry = await createEntry(bob.ctx(), { title: 'x', started_at: 0, ended_at: 0 })
      const answer = await bob.call('DELETE', `${API}/time-entries/${entry.id}`)
      expect(answer).toMatchObject({ status: 204, body: '', headers: { 'x-ratelimit-limit': limit } })
      expect(answer.headers).not.toHaveProperty('content-type')
    })

    test("a browser's question before a request of another origin, which needs no key", async () => {
      for (const path of ['/time-entries', '/time-entries/1', '/no-such-thing']) {
        const headers = { origin: 'https://example.org', 'access-control-request-method': 'PATCH' }
        const answer = await call(strict.app, { method: 'OPTIONS', url: API + path, headers })
        expect(answer.status).toBe(204)
        expect(answer.headers).toMatchObject({
          'access-control-allow-origin': '*',
          'access-control-allow-methods': expect.stringContaining('PATCH'),
          'access-control-allow-headers': expect.stringContaining('Authorization'),
          'cache-control': 'no-cache, private',
          'x-ratelimit-limit': limit,
          'x-ratelimit-remaining': expect.stringMatching(REMAINING),
        })
      }
    })

    test('an address that cannot be decoded', async () => {
      const answer = await bob.call('GET', `${API}/projects/%E0%A4%A`)
      expect(answer).toMatchObject({ status: 400, body: { message: expect.any(String) } })
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-cache, private',
        'access-control-allow-origin': '*',
        'content-type': 'application/json',
        'x-ratelimit-limit': limit,
      })
    })
  },
)

describe('a refusal', () => {
  test('is JSON whatever the client accepts, which GrandTotal does not say', async () => {
    for (const accept of ['text/html', '*/*', '']) {
      const answer = await call(server.app, { method: 'GET', url: `${API}/teams`, headers: { accept } })
      expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/json' } })
    }
  })

  test('of input names the first error and how many more there are, and lists them by field', async () => {
    const one = await ann.call('POST', `${API}/projects`, {})
    expect(one).toMatchObject({
      status: 422,
      body: {
        message: 'The title field is required.',
        errors: { title: ['The title field is required.'] },
      },
    })
    expect(Object.keys(one.body)).toEqual(['message', 'errors'])
    const two = await ann.call('POST', `${API}/time-entries/start`, {})
    expect(two.body.message).toMatch(/ \(and 1 more error\)$/)
    expect(Object.keys(two.body.errors)).toEqual(['title', 'project'])
  })

  test('of what is not there, or not ours to see, is a 404 with a message', async () => {
    const stranger = await server.person()
    const entry = await createEntry(stranger.ctx(), { title: 'Secret', started_at: 0, ended_at: 0 })
    for (const path of [
      `/time-entries/${entry.id}`,
      '/time-entries/999999',
      '/projects/999999',
      '/teams/999999/members',
    ]) {
      const answer = await ann.call('GET', API + path)
      expect(answer).toMatchObject({ status: 404, body: { message: expect.any(String) } })
      expect(Object.keys(answer.body)).toEqual(['message'])
    }
  })

  test.each([
    ['POST', '/projects/hierarchy', 'GET'],
    ['DELETE', '/projects', 'GET, POST'],
    ['POST', '/projects/1', 'GET, PUT, PATCH, DELETE'],
    ['PUT', '/teams', 'GET'],
    ['POST', '/teams/1/members', 'GET'],
    ['GET', '/time-entries/start', 'POST'],
    ['POST', '/time-entries/stop', 'PUT'],
    ['POST', '/time-entries/latest', 'GET'],
    ['DELETE', '/time-entries/running', 'GET'],
    ['POST', '/time-entries/batch-update', 'PATCH'],
    ['DELETE', '/time-entries', 'GET, POST'],
    ['POST', '/time-entries/1', 'GET, PUT, PATCH, DELETE'],
  ] as const)('of %s %s is a 405 that allows %s', async (method, path, allowed) => {
    const answer = await ann.call(method, API + path)
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']?.split(', ').sort()).toEqual(allowed.split(', ').sort())
    expect(answer.body).toEqual({ message: `The ${method} method is not supported for route api/v1${path}.` })
  })

  test('of an unknown path names it', async () => {
    const answer = await ann.call('GET', `${API}/nothing?x=1`)
    expect(answer).toMatchObject({
      status: 404,
      body: { message: 'The route api/v1/nothing could not be found.' },
    })
  })
})
