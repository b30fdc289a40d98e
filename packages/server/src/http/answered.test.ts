import { afterEach, expect, test } from 'vitest'
import type { LogLine } from '../testing/log.ts'
import { openTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer

/** A server whose log is of this level, and the log. */
async function openLogging(level: string): Promise<LogLine[]> {
  server = await openTestServer({ LOG_LEVEL: level })
  await server.person({ email: 'ada@example.com' })
  return server.log
}

afterEach(() => server.close())

const API = '/sundial/api/v1'
const signIn = (password: string) =>
  server.app.inject({
    method: 'POST',
    url: `${API}/session`,
    payload: { email: 'ada@example.com', password },
  })

test('every request is one line with its operation, and nothing secret is in it', async () => {
  const lines = await openLogging('debug')
  const signedIn = await signIn('correct horse battery staple')
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  await server.app.inject({ url: `${API}/me?token=in-the-query`, headers: { cookie } })
  await server.app.inject({ url: `${API}/invitations/secret-link` })
  await server.app.inject({ url: '/invitations/secret-page' })
  await server.app.inject({ url: '/health/live' })
  expect(lines.map(({ msg, path, status, reason }) => [msg, path, status, reason])).toEqual([
    ['answered', `${API}/session`, 201, undefined],
    ['answered', `${API}/me`, 200, undefined],
    ['refused', expect.stringMatching(/invitations\/:/), 404, 'no_such_thing'],
    ['answered', undefined, expect.any(Number), undefined],
    ['answered', '/health/live', 200, undefined],
  ])
  expect(new Set(lines.map(({ operation }) => operation)).size).toBe(5)
  expect(signedIn.headers['x-operation-id']).toBe(lines[0]?.['operation'])
  expect(lines[1]).toMatchObject({ wire: 'native', method: 'GET', ms: expect.any(Number), level: 20 })
  expect(lines[1]?.['queries']).toBeGreaterThan(0)
  const [, session = ''] = cookie.split('=')
  for (const secret of ['correct horse', 'in-the-query', 'secret-link', 'secret-page', session])
    expect(JSON.stringify(lines)).not.toContain(secret)
})

test('by default the log tells of what was refused, and of bugs with their stack', async () => {
  const lines = await openLogging('info')
  await signIn('correct horse battery staple')
  await signIn('wrong')
  await server.app.inject({ url: `${API}/%ZZ` })
  server.house.limiter.count = () => Promise.reject(new Error('a bug of ours'))
  const broken = await server.app.inject({ url: `${API}/server` })
  expect(broken.body).not.toContain('a bug of ours')
  expect(lines.map(({ level, msg, status, reason }) => [level, msg, status, reason])).toEqual([
    [30, 'refused', 401, 'bad_credentials'],
    [30, 'refused', 400, 'malformed'],
    [50, 'bug', 500, undefined],
  ])
  expect(lines[2]?.['err'].stack).toContain('a bug of ours')
  for (const { operation } of lines) expect(operation).toMatch(/^[0-9a-f-]{36}$/)
})

test('LOG_LEVEL=error leaves out what was refused', async () => {
  const lines = await openLogging('error')
  await signIn('wrong')
  expect(lines).toEqual([])
})
