import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTimer } from '../../core/timer.ts'
import { createToken } from '../../core/tokens.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'

let server: TestServer
let ann: Person
/** A key that does not say for which system it is. */
let plainKey: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  ann = await server.person()
  const key = { name: 'k', scopes: ['*'], workspaceId: null, expiresAt: null, allowedIps: [] }
  plainKey = (await createToken(ann.ctx(), { ...key, kind: 'timetracker' })).secret
})

describe('on the bare host, at the path of the original', () => {
  test('a key made for Timing finds every route', async () => {
    const made = await ann.call('POST', '/api/v1/projects', { title: 'Acme' })
    expect(made).toMatchObject({ status: 201, headers: { 'x-ratelimit-limit': '500' } })
    expect(made.body.links['time-entries']).toBe(
      `http://sundial.test/api/v1/time-entries?project[]=${made.body.data.self}`,
    )
    expect((await ann.call('GET', `/api/v1${made.body.data.self}`)).status).toBe(200)
    const list = await ann.call('GET', '/api/v1/time-entries?is_running=0')
    expect(list.body.meta.path).toBe('http://sundial.test/api/v1/time-entries')
    expect(list.body.links.first).toBe('http://sundial.test/api/v1/time-entries?is_running=0&page=1')
  })

  test('a reference appended to the root is followed, as the documents tell clients to do', async () => {
    await startTimer(ann.ctx(), { title: 'Write' })
    for (const root of ['/api/v1', '/timing/api/v1']) {
      const { headers } = await ann.call('GET', `${root}/time-entries/running`)
      const location = new URL(headers['location']!)
      expect(location.pathname.startsWith(`${root}/time-entries/`)).toBe(true)
      expect((await ann.call('GET', location.pathname)).body.data.title).toBe('Write')
    }
  })

  test('every other key finds the paths that only Timing has', async () => {
    const headers = { authorization: `Bearer ${plainKey}` }
    for (const [method, path, status] of [
      ['GET', '/teams', 200],
      ['GET', '/teams/1/members', 404],
      ['GET', '/projects/hierarchy', 200],
      ['GET', '/time-entries/latest', 404],
      ['GET', '/time-entries/running?x=1', 404],
      ['PUT', '/time-entries/stop', 404],
      ['PATCH', '/time-entries/batch-update', 422],
    ] as const) {
      const answer = await call(server.app, { method, url: `/api/v1${path}`, headers })
      expect(answer).toMatchObject({ status, headers: { 'cache-control': 'no-cache, private' } })
    }
    const started = await call(server.app, {
      method: 'POST',
      url: '/api/v1/time-entries/start',
      headers,
      body: { title: 'A' },
    })
    expect(started.status).toBe(201)
  })

  test('nobody is refused there in the words of Timing', async () => {
    const answer = await call(server.app, { method: 'GET', url: '/api/v1/teams' })
    expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthenticated.' } })
  })

  test('a key made for Timing that is wrong is refused there in the words of Timing', async () => {
    const headers = { authorization: 'Bearer tm_wrong' }
    const answer = await call(server.app, { method: 'GET', url: '/api/v1/projects', headers })
    expect(answer).toMatchObject({ status: 401, body: { message: 'Unauthenticated.' } })
  })

  test('an address that cannot be decoded, and an unknown path, are answered by Timing', async () => {
    expect(await ann.call('GET', '/api/v1/projects/%zz')).toMatchObject({
      status: 400,
      body: { message: expect.any(String) },
    })
    expect(await ann.call('GET', '/api/v1/nothing')).toMatchObject({
      status: 404,
      body: { message: 'The route api/v1/nothing could not be found.' },
    })
  })
})

test('a host of its own speaks Timing at its root, whatever the key', async () => {
  const hosted = await openTestServer({ DIALECT_HOSTS: 'timing.example.org=timing' })
  try {
    const bob = await hosted.person()
    await startTimer(bob.ctx(), { title: 'Write' })
    const headers = { host: 'timing.example.org' }
    const { status, headers: answer } = await bob.call(
      'GET',
      '/api/v1/time-entries/running',
      undefined,
      headers,
    )
    expect(status).toBe(302)
    expect(answer['location']).toMatch(/^http:\/\/timing\.example\.org\/api\/v1\/time-entries\/\d+$/)
    const anonymous = await call(hosted.app, { method: 'GET', url: '/api/v1/projects', headers })
    expect(anonymous).toMatchObject({ status: 401, body: { message: 'Unauthenticated.' } })
  } finally {
    await hosted.close()
  }
})
