import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createSecrets } from '../core/secrets.ts'
import { secretKeysOf } from '../secret-keys.ts'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'

let server: TestServer
let ann: Person
beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

describe('a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sundial-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><style nonce="__CSP_NONCE__"></style>')
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync('export {}'))
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.js.gz'), gzipSync('export {}'))
  writeFileSync(join(folder, 'sw.js'), 'export {}')
  writeFileSync(join(folder, '.hidden'), 'secret')
  afterAll(() => rmSync(folder, { recursive: true }))

  async function pageApp(baseUrl: string) {
    return createApp(
      { ...server.house, baseUrl, routes: [] },
      { trustProxy: false, dialectHosts: new Map(), webRoot: folder },
    )
  }

  test('has a strict policy: no inline script, styles by a nonce of its own, no frames', async () => {
    const app = await pageApp('http://sundial.test')
    const [first, second] = [await app.inject({ url: '/' }), await app.inject({ url: '/reports/weekly' })]
    for (const page of [first, second]) {
      expect(page.statusCode).toBe(200)
      const policy = String(page.headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("object-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(page.body).toContain(`nonce="${nonce}"`)
      expect(page.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
      })
      // Browsers ignore both without a secure connection, and complain of the second.
      expect(page.headers['strict-transport-security']).toBeUndefined()
      expect(page.headers['cross-origin-opener-policy']).toBeUndefined()
    }
    expect(first.headers['content-security-policy']).not.toBe(second.headers['content-security-policy'])
    await app.close()
  })

  test('holds browsers to https where the address has it', async () => {
    const app = await pageApp('https://time.example.org')
    for (const url of [
      '/',
      '/assets/app-1a2b3c.js',
      `${API}/server`,
      '/timing/api/v1/projects',
      '/health/live',
    ])
      expect((await app.inject({ url })).headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect((await app.inject({ url: '/' })).headers['cross-origin-opener-policy']).toBe('same-origin')
    await app.close()
  })

  test('keeps hashed files for good and asks for the others, compressed where the browser takes it', async () => {
    const app = await pageApp('http://sundial.test')
    const asset = await app.inject({ url: '/assets/app-1a2b3c.js' })
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(asset.headers['content-encoding']).toBeUndefined()
    expect((await app.inject({ url: '/sw.js' })).headers['cache-control']).toBe('no-cache')
    for (const encoding of ['br', 'gzip']) {
      const compressed = await app.inject({
        url: '/assets/app-1a2b3c.js',
        headers: { 'accept-encoding': encoding },
      })
      expect(compressed.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': encoding,
        'content-type': 'application/javascript; charset=utf-8',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
      })
    }
    await app.close()
  })

  test('gives no file beside those of the web app', async () => {
    const app = await pageApp('http://sundial.test')
    for (const url of [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2f.hidden',
      '/.hidden',
      '/assets/%00',
    ]) {
      const answer = await app.inject({ url })
      expect([url, answer.body.includes('secret'), answer.body.includes('root:')]).toEqual([
        url,
        false,
        false,
      ])
    }
    expect(
      (await app.inject({ url: '/assets/gone.js', headers: { accept: 'text/html' } })).body,
    ).not.toContain(folder)
    await app.close()
  })
})

describe('every answer', () => {
  test.each([
    ['GET', `${API}/server`],
    ['GET', `${API}/me`],
    ['GET', `${API}/nothing`],
    ['DELETE', `${API}/server`],
    ['GET', `${API}/entries/%ZZ`],
    ['GET', '/timing/api/v1/projects'],
    ['GET', '/timing/api/v1/nothing'],
    ['GET', '/timing/api/v1/teams/%ZZ/members'],
    ['GET', '/health/live'],
    ['GET', '/health/ready'],
    ['GET', '/docs'],
    ['GET', '/docs/native/openapi.json'],
    ['GET', '/llms.txt'],
    ['GET', '/nothing/at/all.js'],
    ['POST', '/nothing'],
    ['GET', '/%ZZ'],
  ] as const)('is taken for what it says it is, and names no software: %s %s', async (method, url) => {
    const answer = await call(server.app, { method, url })
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['x-powered-by']).toBeUndefined()
    expect(answer.headers['server']).toBeUndefined()
    expect(answer.status).toBeLessThan(500)
    if (url.startsWith('/sundial')) expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('to a request whose body cannot be read, outside every wire, is in our own words', async () => {
    const body = {
      method: 'POST' as const,
      url: '/nothing',
      body: '{',
      headers: { 'content-type': 'application/json' },
    }
    const answer = await call(server.app, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body).toMatchObject({ error: { code: expect.any(String) } })
  })
})

describe('a bug', () => {
  test('shows no stack, no SQL, no path and no name of a table; the log has it all', async () => {
    const broken = await openTestServer()
    const person = await broken.person()
    const { kysely } = broken.house.db
    await sql`alter table tag rename to broken_tag`.execute(kysely)
    await sql`alter table project rename to broken_project`.execute(kysely)
    const native = await person.call('GET', `${API}/tags`)
    expect([native.status, native.body]).toEqual([
      500,
      { error: { code: 'internal', reason: 'bug', message: 'Something went wrong here.' } },
    ])
    const timing = await person.call('GET', '/timing/api/v1/projects')
    expect([timing.status, timing.body]).toEqual([500, { message: 'Server Error' }])
    for (const { headers } of [native, timing]) {
      expect(JSON.stringify(headers)).not.toMatch(/select|tag|project"|node_modules|\.ts/i)
    }
    const log = JSON.stringify(broken.log)
    expect(log).toMatch(/tag/)
    expect(log).toMatch(/\.ts:\d+/)
    expect(log).not.toContain(person.token)
    await broken.close()
  })
})

describe('a body', () => {
  test('is limited to two megabytes, said or unsaid', async () => {
    const big = JSON.stringify({ title: 'x'.repeat(2 * 1024 * 1024) })
    for (const url of [`${API}/timer/start`, '/timing/api/v1/time-entries/start']) {
      const answer = await ann.call('POST', url, big)
      expect([url, answer.status]).toEqual([url, 413])
    }
    const just = JSON.stringify({ title: 'x', filler: 'x'.repeat(2 * 1024 * 1024 - 100) })
    expect((await ann.call('POST', `${API}/timer/start`, just)).status).toBe(201)
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const address = server.app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const chunk = 'x'.repeat(64 * 1024)
    const answer = await raw(port, [
      `POST ${API}/timer/start HTTP/1.1\r\nhost: sundial.test\r\nauthorization: Bearer ${ann.token}\r\n`,
      'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      ...Array.from({ length: 40 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`),
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('body_too_large')
  })

  test('counts as long as it is once it is unpacked', async () => {
    const bomb = Buffer.from(JSON.stringify({ title: 'x'.repeat(16 * 1024 * 1024) }))
    for (const [encoding, payload] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb)],
    ] as const) {
      expect(payload.length).toBeLessThan(64 * 1024)
      const answer = await server.app.inject({
        method: 'POST',
        url: `${API}/timer/start`,
        headers: {
          authorization: `Bearer ${ann.token}`,
          'content-type': 'application/json',
          'content-encoding': encoding,
        },
        payload,
      })
      expect([encoding, answer.statusCode]).toEqual([encoding, 413])
    }
  })

  test('may be as deep as it fits, and is refused for what it is', async () => {
    for (const text of ['['.repeat(500_000), `${'['.repeat(500_000)}${']'.repeat(500_000)}`]) {
      const answer = await ann.call('POST', `${API}/timer/start`, text)
      expect([answer.status >= 400 && answer.status < 500, typeof answer.body.error.code]).toEqual([
        true,
        'string',
      ])
    }
  })

  test('cannot reach into the prototype of anything', async () => {
    const evil =
      '{"title":"x","__proto__":{"is_admin":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    expect((await ann.call('POST', `${API}/timer/start`, evil)).status).toBe(201)
    expect((await ann.call('POST', '/timing/api/v1/time-entries/start', evil)).status).toBe(201)
    const form = '__proto__[polluted]=1&constructor[prototype][polluted]=1&title=x'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ann.call('POST', '/timing/api/v1/time-entries/start', form, headers)).status).toBe(201)
    await ann.call('GET', `${API}/entries?${form}`)
    const fields = '{"custom_fields":{"__proto__":"x","constructor":"y","toString":"z"}}'
    const started = await ann.call('POST', `${API}/timer/start`, fields)
    expect(started.status).toBeLessThan(500)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect((await ann.call('GET', `${API}/me`)).body.is_admin).toBe(false)
  })

  test('of what is no HTTP at all gets an answer that says no more than that', async () => {
    const address = server.app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    for (const [text, status] of [
      ['HELLO\r\n\r\n', 400],
      ['GET / HTTP/1.1\r\nhost: a\r\nx: \u0001\r\n\r\n', 400],
      [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
      ['POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ] as const) {
      const answer = await raw(port, [text])
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
      expect(answer).not.toMatch(/node|fastify|\.js/i)
    }
  })
})

/** Sends text over a connection of its own and gives all that comes back. */
async function raw(port: number, parts: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    answer += text
    if (answer.includes('\r\n\r\n')) socket.end()
  })
  // Whoever is told that a body is too long may still be writing it.
  socket.on('error', () => {})
  for (const part of parts) socket.write(part)
  await new Promise((resolve) => socket.on('close', resolve))
  return answer
}

test('a refusal has one line in the log, with where it came from and without what was presented', async () => {
  const own = await openTestServer()
  const person = await own.person()
  await own.app.inject({
    method: 'POST',
    url: `${API}/session?password=in-the-address`,
    remoteAddress: '203.0.113.9',
    payload: { email: person.email, password: 'not the right one' },
  })
  expect(own.log).toHaveLength(1)
  expect(own.log[0]).toMatchObject({
    msg: 'refused',
    operation: expect.any(String),
    wire: 'native',
    method: 'POST',
    path: `${API}/session`,
    ip: '203.0.113.9',
    status: 401,
    reason: 'bad_credentials',
  })
  expect(JSON.stringify(own.log)).not.toMatch(/not the right one|in-the-address|example\.com/)
  await own.close()
})

describe('what is secret', () => {
  test('stands in no event, no log line and no answer but the one that hands it over', async () => {
    const own = await openTestServer({ SMTP_URL: 'smtp://127.0.0.1:1' })
    const admin = await own.person({ isAdmin: true })
    const person = await own.person()
    const signedIn = await own.app.inject({
      method: 'POST',
      url: `${API}/session`,
      payload: { email: person.email, password: person.password },
    })
    const session = /=([\w-]{43});/.exec(String(signedIn.headers['set-cookie']))?.[1] ?? ''
    const made = await person.call('POST', `${API}/tokens`, { name: 'key' }, { 'idempotency-key': 'once' })
    const linked = await admin.call('POST', `${API}/users/${person.user.id}/password-reset`)
    const reset = new URL(linked.body.url).pathname.split('/').at(-1) ?? ''
    const team = await own.team(person)
    await person.call('POST', `${API}/workspaces/${team.id}/invitations`, {
      email: 'new@example.com',
      role: 'member',
    })
    const next = 'a different passphrase'
    // Each of these is refused, and so has its line in the log.
    await call(own.app, {
      method: 'PUT',
      url: `${API}/password-resets/${reset}`,
      body: { password: 'short' },
    })
    await call(own.app, { method: 'PUT', url: `${API}/password-resets/${reset}x`, body: { password: next } })
    await call(own.app, {
      method: 'GET',
      url: `${API}/me`,
      headers: { authorization: `Bearer ${made.body.token}x` },
    })
    await call(own.app, {
      method: 'PATCH',
      url: `${API}/me`,
      body: {},
      headers: { cookie: `sundial-session=${session}` },
    })
    await person.call('PUT', `${API}/me/password`, {
      current_password: `${person.password}?`,
      password: next,
    })
    await person.call('PUT', `${API}/me/password`, { current_password: person.password, password: next })

    const hashes = await own.house.db.kysely.selectFrom('user').select('password_hash').execute()
    const stored = await own.house.db.kysely.selectFrom('token').select('secret_hash').execute()
    const secrets = [
      person.password,
      next,
      session,
      reset,
      made.body.token.slice(8),
      person.token.slice(8),
      ...hashes.map((row) => row.password_hash ?? ''),
      ...stored.map((row) => row.secret_hash),
    ]
    const events = await own.house.db.kysely.selectFrom('event').selectAll().execute()
    const [jobs, keys, sessions] = [
      await own.house.db.kysely.selectFrom('job').selectAll().execute(),
      await own.house.db.kysely.selectFrom('idempotency_key').selectAll().execute(),
      await own.house.db.kysely.selectFrom('session').select(['user_agent', 'ip', 'user_id']).execute(),
    ]
    const answers = [
      await person.call('GET', `${API}/tokens`),
      await person.call('GET', `${API}/me`),
      await person.call('GET', `${API}/events?workspace_id=${person.workspaceId}&limit=500`),
      await person.call('GET', `${API}/workspaces/${team.id}/invitations`),
      await admin.call('GET', `${API}/users`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(events.length).toBeGreaterThan(5)
    expect(jobs).toHaveLength(1)
    expect(keys).toHaveLength(1)
    const places = { events, jobs, keys, sessions, log: own.log, answers: answers.map(({ body }) => body) }
    const found = Object.entries(places).flatMap(([place, what]) =>
      secrets
        .filter((secret) => secret.length > 4 && JSON.stringify(what).includes(secret))
        .map((secret) => `${place}: ${secret}`),
    )
    expect(found).toEqual([])
    expect(JSON.stringify([events, answers])).not.toMatch(/password_hash|secret_hash/)
    await own.close()
  })

  test('is sealed so that a change of any one byte is noticed, and another key opens nothing', () => {
    const secrets = createSecrets('a secret key of this installation')
    const sealed = Buffer.from(secrets.seal('a link as good as a password'), 'base64url')
    expect(secrets.open(sealed.toString('base64url'))).toBe('a link as good as a password')
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => secrets.open(changed.toString('base64url'))).toThrow()
    }
    for (let length = 0; length < sealed.length; length++)
      expect(() => secrets.open(sealed.subarray(0, length).toString('base64url'))).toThrow()
    expect(() => createSecrets('the secret key of another one').open(sealed.toString('base64url'))).toThrow()
    expect(secrets.seal('same')).not.toBe(secrets.seal('same'))
  })

  test('has its key in a file that only its owner reads, in a folder that only its owner enters', () => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'sundial-key-')), 'data')
    const settings = { secretKey: null, secretKeyBefore: [], dataDir }
    const [key = ''] = secretKeysOf(settings)()
    expect(key.length).toBeGreaterThanOrEqual(43)
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(secretKeysOf(settings)()).toEqual([key])
    rmSync(dataDir, { recursive: true })
  })
})

describe('the front door', () => {
  test('leads a host that is given to a dialect to that dialect, and to nothing else', async () => {
    const doors = await openTestServer({ DIALECT_HOSTS: 'timing.example.org=timing' })
    const person = await doors.person()
    const at = (host: string, url: string) =>
      call(doors.app, { method: 'GET', url, headers: { host, authorization: `Bearer ${person.token}` } })
    expect((await at('timing.example.org', '/api/v1/projects')).body).toEqual({ data: [] })
    expect((await at('TIMING.example.org:3000', '/api/v1/teams')).status).toBe(200)
    expect((await at('timing.example.org', '/timing/api/v1/teams')).status).toBe(200)
    // Nothing of ours answers there: neither our own API nor a page that could set a cookie.
    for (const url of [`${API}/me`, '/health/ready', '/', '/docs']) {
      const answer = await at('timing.example.org', url)
      expect([url, answer.status, typeof answer.body.message]).toEqual([url, 404, 'string'])
    }
    expect((await at('timing.example.org.evil.example', `${API}/me`)).status).toBe(200)
    await doors.close()
  })

  test('keeps who calls from the wire they have no key for', async () => {
    const bare = (authorization: string) =>
      call(server.app, { method: 'GET', url: '/api/v1/teams', headers: { authorization } })
    expect((await bare(`Bearer ${ann.token}`)).status).toBe(200)
    expect((await bare('Bearer tm_wrong')).status).toBe(401)
    expect((await call(server.app, { method: 'GET', url: '/api/v1/teams' })).body).toEqual({
      message: 'Unauthenticated.',
    })
  })

  test('lets nobody around a wire by another spelling of its path', async () => {
    for (const url of [
      '//sundial/api/v1/me',
      '/sundial//api/v1/me',
      '/SUNDIAL/api/v1/me',
      '/sundial/api/v1/../v1/me',
      '/x/../sundial/api/v1/me',
      '/sundial/api/v1/%6de',
    ]) {
      const answer = await call(server.app, { method: 'GET', url, headers: { accept: 'application/json' } })
      expect([url, answer.status >= 400 && answer.status < 500]).toEqual([url, true])
    }
  })
})
