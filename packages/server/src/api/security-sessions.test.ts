import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'
const DAY_SECONDS = 24 * 3600

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const sameOrigin = { origin: 'http://sundial.test' }

async function signIn(on: TestServer, person: Person, headers: Record<string, string> = {}) {
  return call(on.app, {
    method: 'POST',
    url: `${API}/session`,
    body: { email: person.email, password: person.password },
    headers,
  })
}

/** The cookie of an answer, as a browser would send it back. */
function cookieOf(answer: { headers: Record<string, unknown> }): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? ''
}

async function withCookie(
  cookie: string,
  method: 'GET' | 'PATCH' | 'PUT' | 'DELETE' | 'POST',
  path: string,
  body?: unknown,
) {
  return call(server.app, { method, url: API + path, body, headers: { cookie, ...sameOrigin } })
}

describe('the session cookie', () => {
  test('is for this site and no script; without https it has a plain name', async () => {
    const header = String((await signIn(server, await server.person())).headers['set-cookie'])
    expect(header).toMatch(/^sundial-session=[\w-]{43};/)
    expect(header).toMatch(/; HttpOnly/)
    expect(header).toMatch(/; SameSite=Lax/)
    expect(header).toMatch(/; Path=\//)
    expect(header).not.toMatch(/; Secure|; Domain/i)
  })

  test('is bound to this very host and to https where the address has https', async () => {
    const secure = await openTestServer({ BASE_URL: 'https://time.example.org' })
    const person = await secure.person()
    const header = String((await signIn(secure, person)).headers['set-cookie'])
    expect(header).toMatch(/^__Host-sundial-session=[\w-]{43};/)
    expect(header).toMatch(/; Secure/)
    expect(header).toMatch(/; HttpOnly/)
    expect(header).toMatch(/; SameSite=Lax/)
    expect(header).toMatch(/; Path=\//)
    expect(header).not.toMatch(/; Domain/i)
    // The plain name, which a neighbour on another port or a sub-domain could plant, means nothing there.
    const plain = header.replace('__Host-', '').split(';', 1)[0] ?? ''
    expect(
      (await call(secure.app, { method: 'GET', url: `${API}/me`, headers: { cookie: plain } })).status,
    ).toBe(401)
    await secure.close()
  })

  test('is taken back on signing out, with the same attributes', async () => {
    const cookie = cookieOf(await signIn(server, await server.person()))
    const answer = await withCookie(cookie, 'DELETE', '/session')
    expect(answer.status).toBe(204)
    expect(String(answer.headers['set-cookie'])).toMatch(/^sundial-session=;.*Expires=Thu, 01 Jan 1970/)
    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(401)
  })
})

describe('a session', () => {
  test('is new at every sign-in: a cookie somebody has planted is not adopted', async () => {
    const person = await server.person()
    const planted = `sundial-session=${'a'.repeat(43)}`
    const answer = await signIn(server, person, { cookie: planted, ...sameOrigin })
    expect(answer.status).toBe(201)
    expect(cookieOf(answer)).not.toBe(planted)
    expect((await withCookie(planted, 'GET', '/me')).status).toBe(401)
    expect(cookieOf(await signIn(server, person))).not.toBe(cookieOf(answer))
  })

  test('is kept as a hash', async () => {
    const secret = cookieOf(await signIn(server, await server.person())).split('=')[1] ?? ''
    const rows = await server.house.db.kysely.selectFrom('session').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('ends 30 days after its last use', async () => {
    const cookie = cookieOf(await signIn(server, await server.person()))
    server.clock.advance(20 * DAY_SECONDS)
    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(200)
    server.clock.advance(29 * DAY_SECONDS)
    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(200)
    server.clock.advance(31 * DAY_SECONDS)
    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(401)
  })

  test('of another device ends when the password changes; this one goes on', async () => {
    const person = await server.person()
    const here = cookieOf(await signIn(server, person))
    const there = cookieOf(await signIn(server, person))
    const body = { current_password: person.password, password: 'a different passphrase' }
    expect((await withCookie(here, 'PUT', '/me/password', body)).status).toBe(204)
    expect((await withCookie(here, 'GET', '/me')).status).toBe(200)
    expect((await withCookie(there, 'GET', '/me')).status).toBe(401)
    expect((await signIn(server, person)).status).toBe(401)
  })

  test('ends, like every other of the person, when the password is set by a reset link, which works once', async () => {
    const person = await server.person()
    const admin = await server.person({ isAdmin: true })
    const cookie = cookieOf(await signIn(server, person))
    const made = await admin.call('POST', `${API}/users/${person.user.id}/password-reset`)
    const secret = new URL(made.body.url).pathname.split('/').at(-1) ?? ''
    const reset = {
      method: 'PUT' as const,
      url: `${API}/password-resets/${secret}`,
      body: { password: 'a different passphrase' },
    }
    expect((await call(server.app, reset)).status).toBe(204)
    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(401)
    expect((await call(server.app, reset)).status).toBe(410)
  })
})

describe('a write with a cookie', () => {
  const foreign: [string, Record<string, string>][] = [
    ['nothing that says where it comes from', {}],
    ['a foreign origin', { origin: 'https://evil.example' }],
    [
      'a foreign origin that a browser calls same-origin',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['the origin null', { origin: 'null' }],
    ['the origin null that a browser calls same-origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['a sub-domain', { origin: 'http://evil.sundial.test' }],
    ['a host that only begins alike', { origin: 'http://sundial.test.evil.example' }],
    ['another port', { origin: 'http://sundial.test:8080' }],
    ['another scheme', { origin: 'https://sundial.test' }],
    ['an empty origin', { origin: '' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['its own origin and a browser that says cross-site', { ...sameOrigin, 'sec-fetch-site': 'cross-site' }],
    ['only a referer', { referer: 'http://sundial.test/timer' }],
  ]

  test.each(foreign)('is refused with %s', async (_, headers) => {
    const person = await server.person()
    const cookie = cookieOf(await signIn(server, person))
    for (const [method, path] of [
      ['POST', '/timer/start'],
      ['PATCH', '/me'],
      ['DELETE', '/session'],
      ['PUT', '/me/password'],
    ] as const) {
      const answer = await call(server.app, {
        method,
        url: API + path,
        body: {},
        headers: { cookie, ...headers },
      })
      expect([path, answer.status, answer.body.error?.reason]).toEqual([path, 403, 'foreign_origin'])
    }
    // A form of another page can post no JSON, but it could post a form.
    const form = { cookie, ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    const posted = await call(server.app, {
      method: 'POST',
      url: `${API}/timer/start`,
      body: 'title=x',
      headers: form,
    })
    expect(posted.status).toBe(403)
    const { body } = await withCookie(cookie, 'GET', '/timer')
    expect(body).toEqual({ entry: null })
  })

  test.each([
    ['the origin of the settings', { origin: 'http://sundial.test' }],
    [
      'the origin of the address that was called',
      { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' },
    ],
    ['a browser that says same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['both', { origin: 'http://sundial.test', 'sec-fetch-site': 'same-origin' }],
  ])('is accepted with %s', async (_, headers) => {
    const cookie = cookieOf(await signIn(server, await server.person()))
    const answer = await call(server.app, {
      method: 'POST',
      url: `${API}/timer/start`,
      body: {},
      headers: { cookie, ...headers },
    })
    expect(answer.status).toBe(201)
  })

  test('needs no origin to be read', async () => {
    const cookie = cookieOf(await signIn(server, await server.person()))
    const headers = { cookie, origin: 'https://evil.example' }
    const answer = await call(server.app, { method: 'GET', url: `${API}/me`, headers })
    expect(answer.status).toBe(200)
    // The browser keeps the answer from the other page, as nothing here allows it.
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  test('needs none where a key is presented, and the cookie beside the key means nothing', async () => {
    const [ann, bob] = [await server.person(), await server.person()]
    const cookie = cookieOf(await signIn(server, bob))
    const answer = await ann.call(
      'PATCH',
      `${API}/me`,
      { name: 'Ann' },
      { origin: 'https://evil.example', cookie },
    )
    expect(answer.body).toMatchObject({ id: ann.user.id, name: 'Ann' })
    const wrong = await call(server.app, {
      method: 'GET',
      url: `${API}/me`,
      headers: { cookie, authorization: 'Bearer tt_wrong' },
    })
    expect(wrong.status).toBe(401)
  })

  test('does not work on a foreign wire, which knows keys only', async () => {
    const cookie = cookieOf(await signIn(server, await server.person()))
    const answer = await call(server.app, {
      method: 'GET',
      url: '/timing/api/v1/projects',
      headers: { cookie, ...sameOrigin },
    })
    expect(answer.status).toBe(401)
  })
})

describe('somebody who is switched off', () => {
  test('is refused everywhere at once: session, key, sign-in, reset link, and on every wire', async () => {
    const [person, admin] = [await server.person(), await server.person({ isAdmin: true })]
    const cookie = cookieOf(await signIn(server, person))
    const link = await admin.call('POST', `${API}/users/${person.user.id}/password-reset`)
    await person.call('POST', `${API}/timer/start`, { title: 'Work' })
    expect((await admin.call('PATCH', `${API}/users/${person.user.id}`, { is_active: false })).status).toBe(
      200,
    )

    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(401)
    expect((await person.call('GET', `${API}/me`)).status).toBe(401)
    expect((await person.call('GET', '/timing/api/v1/projects')).status).toBe(401)
    expect((await person.call('GET', `${API}/events/stream`)).status).toBe(401)
    const refused = await signIn(server, person)
    const stranger = await signIn(server, { ...person, email: 'nobody@example.com' })
    expect([refused.status, refused.body]).toEqual([401, stranger.body])
    const secret = new URL(link.body.url).pathname.split('/').at(-1)
    await call(server.app, {
      method: 'PUT',
      url: `${API}/password-resets/${secret}`,
      body: { password: person.password },
    })
    expect((await signIn(server, person)).status).toBe(401)
    const running = await server.house.db.kysely
      .selectFrom('entry')
      .select('id')
      .where('user_id', '=', person.user.id)
      .where('ended_at', 'is', null)
      .execute()
    expect(running).toEqual([])
  })

  test('no longer hears what happens on a stream that was open, half a minute later at the latest', async () => {
    const owner = await server.person()
    const team = await server.team(owner, 'manager')
    const admin = await server.person({ isAdmin: true })
    const response = await server.app.inject({
      url: `${API}/events/stream`,
      headers: { authorization: `Bearer ${team.manager.token}` },
      payloadAsStream: true,
    })
    const ended = streamText(response.stream())
    await owner.call('POST', `${API}/entries`, await anEntry(team.id, 'Before'))
    await admin.call('PATCH', `${API}/users/${team.manager.user.id}`, { is_active: false })
    server.clock.advance(31)
    const later = await owner.call('POST', `${API}/entries`, await anEntry(team.id, 'After'))
    expect(await ended).not.toContain(`"subject_id":${later.body.id}`)
  })
})

let entries = 0

async function anEntry(workspace_id: number, title: string) {
  const at = Date.UTC(2026, 0, 1) + ++entries * 3_600_000
  return {
    workspace_id,
    title,
    started_at: new Date(at).toISOString(),
    ended_at: new Date(at + 60_000).toISOString(),
  }
}

async function streamText(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += chunk.toString()
  return text
}

describe('one’s own profile', () => {
  test('takes nothing that is not in it: nobody makes themselves an administrator', async () => {
    const person = await server.person()
    const body = {
      name: 'Ann',
      is_admin: 1,
      is_active: 0,
      password_hash: 'x',
      email_key: 'x',
      id: 1,
      version: 99,
      created_at: 0,
    }
    const answer = await person.call('PATCH', `${API}/me`, body)
    const row = await server.house.db.kysely
      .selectFrom('user')
      .selectAll()
      .where('id', '=', person.user.id)
      .executeTakeFirstOrThrow()
    expect(answer.body).toMatchObject({ name: 'Ann', is_admin: false })
    expect(row).toEqual({
      ...person.user,
      name: 'Ann',
      version: person.user.version + 1,
      updated_at: row.updated_at,
    })
  })

  test('is not changed by a key with a narrow scope', async () => {
    const person = await server.person()
    const made = await person.call('POST', `${API}/tokens`, {
      name: 'narrow',
      scopes: ['write:time_entries'],
    })
    const headers = { authorization: `Bearer ${made.body.token}` }
    const answer = await call(server.app, {
      method: 'PATCH',
      url: `${API}/me`,
      body: { email: 'thief@example.com' },
      headers,
    })
    expect(answer.status).toBe(403)
  })
})

describe('the first account', () => {
  test('needs the set-up code, which is good for no second one', async () => {
    const fresh = await openTestServer()
    const code = fresh.house.secrets.code('set up')
    const account = { email: 'first@example.com', password: 'correct horse battery staple' }
    const signUp = (more: object) =>
      call(fresh.app, { method: 'POST', url: `${API}/users`, body: { ...account, ...more } })
    expect((await signUp({})).status).toBe(422)
    expect((await signUp({ setup_code: '0123456789ABCDEF' })).status).toBe(422)
    const first = await signUp({ setup_code: code })
    expect(first.status).toBe(201)
    expect(first.body.is_admin).toBe(true)
    const second = await signUp({ email: 'second@example.com', setup_code: code })
    expect([second.status, second.body.error.reason]).toEqual([403, 'already_set_up'])
    await fresh.close()
  })

  test('is one, however many ask for it at once', async () => {
    const fresh = await openTestServer()
    const setup_code = fresh.house.secrets.code('set up')
    const password = 'correct horse battery staple'
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        call(fresh.app, {
          method: 'POST',
          url: `${API}/users`,
          body: { email: `${index}@example.com`, password, setup_code },
        }),
      ),
    )
    const admins = await fresh.house.db.kysely
      .selectFrom('user')
      .select('id')
      .where('is_admin', '=', 1)
      .execute()
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(admins).toHaveLength(1)
    await fresh.close()
  })
})
