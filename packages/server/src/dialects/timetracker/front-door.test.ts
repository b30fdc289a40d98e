import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { keyOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let secret: string

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  secret = (await keyOf(ann)).secret
})
afterAll(() => server.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  call(server.app, { method: 'GET', url, headers })
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

describe('on the bare host, at the path of the original', () => {
  test('a key is answered by the system it was made for', async () => {
    const ours = await get('/api/v1/projects', bearer(secret))
    expect(ours.body).toEqual({ projects: [], pagination: expect.objectContaining({ total: 0 }) })
    const timings = await get('/api/v1/projects', bearer(ann.token))
    expect(timings.body).toMatchObject({ data: [] })
    const others: Record<string, string>[] = [{ 'x-api-key': secret }, { authorization: `Token ${secret}` }]
    for (const headers of others)
      expect((await get('/api/v1/timer/status', headers)).body).toEqual({ active: false, timer: null })
  })

  test('what only Timing has is Timing’s, and the rest is answered in the words of TimeTracker', async () => {
    expect((await get('/api/v1/teams', bearer(secret))).body).toHaveProperty('data')
    for (const path of ['/api/v1/projects', '/api/v1/nothing'])
      expect((await get(path)).body).toHaveProperty('error')
    expect((await get('/api/v1/projects')).body).toMatchObject({ error_code: 'unauthorized' })
    expect((await get('/api/v1/info')).body).toMatchObject({ api_version: 'v1', setup_required: false })
  })

  test('a key made for Timing is none on this wire', async () => {
    const { status, body } = await get('/timetracker/api/v1/projects', bearer(ann.token))
    expect([status, body.message]).toEqual([401, 'Invalid token format'])
  })

  test('an address that cannot be read is a bad request', async () => {
    expect(await get('/api/v1/projects/%zz', bearer(secret))).toMatchObject({
      status: 400,
      body: { success: false, error_code: 'bad_request' },
    })
  })

  test('the document is where its clients look for it', async () => {
    for (const url of ['/api/openapi.json', '/timetracker/api/openapi.json']) {
      const { status, headers } = await get(url)
      expect([status, headers['location']]).toEqual([302, '/docs/timetracker/openapi.json'])
    }
  })

  test('keys are written at the page of keys, which a browser still opens', async () => {
    const send = (method: 'POST' | 'DELETE', url: string) => call(server.app, { method, url })
    expect((await send('POST', '/admin/api-tokens')).body).toMatchObject({ error: 'Authentication required' })
    expect((await send('DELETE', '/admin/api-tokens/1')).status).toBe(401)
    expect((await get('/admin/api-tokens')).body).not.toHaveProperty('error_code')
  })
})

test('a host of its own speaks TimeTracker at its root, whatever the key', async () => {
  const hosted = await openTestServer({ DIALECT_HOSTS: 'tt.example.org=timetracker' })
  try {
    const bob = await hosted.person()
    const { secret: key } = await keyOf(bob)
    const send = (url: string, headers: object) =>
      call(hosted.app, { method: 'GET', url, headers: { host: 'tt.example.org', ...headers } })
    expect((await send('/api/v1/timer/status', bearer(key))).body).toEqual({ active: false, timer: null })
    expect((await send('/api/v1/timer/status', bearer(bob.token))).body.message).toBe('Invalid token format')
    expect((await send('/api/v1/teams', bearer(key))).status).toBe(404)
    expect((await send('/admin/api-tokens', bearer(key))).status).toBe(403)
  } finally {
    await hosted.close()
  }
})
