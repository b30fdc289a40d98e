import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, openBrowser } from '../testing/browser.ts'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { codeAt } from '../testing/sign-in-things.ts'

const API = '/sundial/api/v1'
const STEP_S = 30

let server: TestServer
let ann: Person
let browser: Browser
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  browser = openBrowser(server)
  await browser.signIn(ann)
})
afterAll(() => server.close())

/** What the person's app shows, so many half minutes from now. */
const codeOf = (secret: string, steps = 0) => codeAt(secret, server.clock.now + steps * STEP_S * 1000)

/** Switches two-factor authentication on in a browser, and waits until the next code. */
async function switchOn(person = ann, on = browser): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await on.call('POST', '/me/second-factor', { password: person.password })
  const secret: string = begun.body.secret
  const { body } = await on.call('POST', '/me/second-factor/confirm', { code: codeOf(secret) })
  server.clock.advance(STEP_S)
  return { secret, recoveryCodes: body.recovery_codes }
}

const reasonOf = (answer: { status: number; body: { error?: { reason: string } } }) => [
  answer.status,
  answer.body.error?.reason,
]

async function eventsOf(person: Person) {
  return server.house.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', person.workspaceId)
    .orderBy('id')
    .execute()
}

describe('two-factor authentication', () => {
  test('begins with the present password, and counts from its first code on', async () => {
    expect(reasonOf(await browser.call('POST', '/me/second-factor', { password: 'wrong password' }))).toEqual(
      [422, 'bad_credentials'],
    )
    const { status, body } = await browser.call('POST', '/me/second-factor', { password: ann.password })
    expect(status).toBe(201)
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/)
    const uri = new URL(body.uri)
    expect(uri.protocol + uri.host).toBe('otpauth:totp')
    expect(uri.searchParams.get('secret')).toBe(body.secret)
    expect(decodeURIComponent(uri.pathname)).toContain(ann.email)

    // Nothing is asked yet.
    expect((await openBrowser(server).signIn(ann)).status).toBe(201)
    expect((await browser.call('GET', '/me')).body.has_second_factor).toBe(false)
    const wrong = await browser.call('POST', '/me/second-factor/confirm', { code: codeOf(body.secret, 5) })
    expect(reasonOf(wrong)).toEqual([422, 'wrong_code'])
    const code = codeOf(body.secret)
    const confirmed = await browser.call('POST', '/me/second-factor/confirm', {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    })
    expect(confirmed.status).toBe(200)
    expect(new Set(confirmed.body.recovery_codes).size).toBe(10)
    for (const each of confirmed.body.recovery_codes) expect(each).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/)
    expect((await browser.call('GET', '/me')).body.has_second_factor).toBe(true)
    expect((await browser.call('GET', '/me/second-factor')).body).toEqual({
      is_on: true,
      recovery_codes_left: 10,
    })
    expect(reasonOf(await browser.call('POST', '/me/second-factor', { password: ann.password }))).toEqual([
      409,
      'already_set_up',
    ])
  })

  test('cannot be confirmed, ended or given new recovery codes where it was not begun', async () => {
    const body = { code: '123456', password: ann.password }
    for (const path of ['confirm', 'end', 'recovery-codes'])
      expect((await browser.call('POST', `/me/second-factor/${path}`, body)).status).toBe(404)
  })

  test('keeps its secret encrypted, its recovery codes as hashes, and both out of events', async () => {
    const { secret, recoveryCodes } = await switchOn()
    const { kysely } = server.house.db
    const user = await kysely.selectFrom('user').selectAll().where('id', '=', ann.user.id).execute()
    const kept = await kysely.selectFrom('recovery_code').selectAll().execute()
    await browser.call('PATCH', '/me', { name: 'Ann' })
    const events = await eventsOf(ann)
    const all = JSON.stringify([user, kept, events])
    for (const each of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(all).not.toContain(each)
    expect(JSON.stringify(events)).not.toContain('sealed_totp_secret')
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'user.second_factor_begun',
        'user.second_factor_added',
        'user.recovery_codes_made',
      ]),
    )
  })

  test('ends every other session when it is switched on; this one goes on', async () => {
    const elsewhere = openBrowser(server)
    await elsewhere.signIn(ann)
    await switchOn()
    expect((await elsewhere.call('GET', '/me')).status).toBe(401)
    expect((await browser.call('GET', '/me')).status).toBe(200)
  })

  test('is one’s own: a key with a few scopes, or bound to a workspace, cannot touch it', async () => {
    const { body } = await ann.call('POST', `${API}/tokens`, { name: 'narrow', scopes: ['write:users'] })
    const headers = { authorization: `Bearer ${body.token}` }
    const url = `${API}/me/second-factor`
    const answer = await call(server.app, {
      method: 'POST',
      url,
      body: { password: ann.password },
      headers,
    })
    expect(reasonOf(answer)).toEqual([403, 'missing_scope'])
  })

  test('is ended with the password and a code', async () => {
    const { secret } = await switchOn()
    const end = (password: string, code: string) =>
      browser.call('POST', '/me/second-factor/end', { password, code })
    expect(reasonOf(await end('wrong password', codeOf(secret)))).toEqual([422, 'bad_credentials'])
    expect(reasonOf(await end(ann.password, codeOf(secret, 5)))).toEqual([422, 'wrong_code'])
    expect((await end(ann.password, codeOf(secret))).status).toBe(204)
    expect((await openBrowser(server).signIn(ann)).status).toBe(201)
    expect((await eventsOf(ann)).at(-2)).toMatchObject({ kind: 'user.second_factor_removed' })
    expect((await browser.call('GET', '/me/second-factor')).body).toEqual({
      is_on: false,
      recovery_codes_left: 0,
    })
  })
})

describe('signing in with two-factor authentication on', () => {
  test('asks for a code only once the password was right', async () => {
    const { secret } = await switchOn()
    const stranger = openBrowser(server)
    const wrongPassword = { email: ann.email, password: 'wrong password' }
    expect(reasonOf(await stranger.signIn(wrongPassword))).toEqual([401, 'bad_credentials'])
    expect(reasonOf(await stranger.signIn(wrongPassword, codeOf(secret)))).toEqual([401, 'bad_credentials'])
    expect(reasonOf(await stranger.signIn(ann))).toEqual([401, 'second_factor_required'])
    expect(reasonOf(await stranger.signIn(ann, ''))).toEqual([401, 'second_factor_required'])
    expect(reasonOf(await stranger.signIn(ann, codeOf(secret, 5)))).toEqual([401, 'wrong_code'])
    expect(stranger.cookie).toBeUndefined()
    expect((await stranger.signIn(ann, codeOf(secret))).status).toBe(201)
    expect((await stranger.call('GET', '/me')).status).toBe(200)
  })

  test('takes the code of the half minute before and after, and no older one', async () => {
    const { secret } = await switchOn()
    server.clock.advance(10 * STEP_S)
    const tries = async (steps: number) =>
      (await openBrowser(server).signIn(ann, codeOf(secret, steps))).status
    expect(await tries(-2)).toBe(401)
    expect(await tries(-1)).toBe(201)
    expect(await tries(2)).toBe(401)
    expect(await tries(1)).toBe(201)
    // It was passed over: what comes before a code that was taken is not taken any more.
    expect(await tries(0)).toBe(401)
  })

  test('takes no code twice, not even when it comes twice at once', async () => {
    const { secret } = await switchOn()
    const code = codeOf(secret)
    const both = await Promise.all([1, 2].map(() => openBrowser(server).signIn(ann, code)))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401])
    expect(reasonOf(await openBrowser(server).signIn(ann, code))).toEqual([401, 'wrong_code'])
    server.clock.advance(STEP_S)
    expect((await openBrowser(server).signIn(ann, codeOf(secret))).status).toBe(201)
  })

  test('takes the code that switched it on no second time', async () => {
    const begun = await browser.call('POST', '/me/second-factor', { password: ann.password })
    const code = codeOf(begun.body.secret)
    await browser.call('POST', '/me/second-factor/confirm', { code })
    expect((await openBrowser(server).signIn(ann, code)).status).toBe(401)
  })

  test('takes a recovery code once, however it is written', async () => {
    const { recoveryCodes } = await switchOn()
    const [first = '', second = ''] = recoveryCodes
    const both = await Promise.all([1, 2].map(() => openBrowser(server).signIn(ann, first)))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401])
    expect((await openBrowser(server).signIn(ann, first)).status).toBe(401)
    const spelled = ` ${second.toUpperCase().replaceAll('-', ' ')} `
    expect((await openBrowser(server).signIn(ann, spelled)).status).toBe(201)
    expect((await browser.call('GET', '/me/second-factor')).body.recovery_codes_left).toBe(8)
    expect((await eventsOf(ann)).filter(({ kind }) => kind === 'user.recovery_code_used')).toHaveLength(2)
  })

  test('takes no recovery code of somebody else, nor one that was replaced', async () => {
    const { secret, recoveryCodes } = await switchOn()
    const bob = await server.person()
    const bobsBrowser = openBrowser(server)
    await bobsBrowser.signIn(bob)
    const bobs = await switchOn(bob, bobsBrowser)
    expect((await openBrowser(server).signIn(ann, bobs.recoveryCodes[0])).status).toBe(401)
    const renew = (code: string) => browser.call('POST', '/me/second-factor/recovery-codes', { code })
    expect(reasonOf(await renew('000000'))).toEqual([422, 'wrong_code'])
    expect(reasonOf(await renew('😀'.repeat(3)))).toEqual([422, 'wrong_code'])
    const renewed = await renew(codeOf(secret))
    expect(renewed.body.recovery_codes).toHaveLength(10)
    expect((await openBrowser(server).signIn(ann, recoveryCodes[0])).status).toBe(401)
    expect((await openBrowser(server).signIn(ann, renewed.body.recovery_codes[0])).status).toBe(201)
  })

  test('asks for a code after a password reset as before', async () => {
    const { secret } = await switchOn()
    const admin = await server.person({ isAdmin: true })
    const link = await admin.call('POST', `${API}/users/${ann.user.id}/password-reset`)
    const path = `/password-resets/${new URL(link.body.url).pathname.split('/').at(-1)}`
    const password = 'a different passphrase'
    expect((await openBrowser(server).call('PUT', path, { password })).status).toBe(204)
    const again = openBrowser(server)
    expect(reasonOf(await again.signIn({ email: ann.email, password }))).toEqual([
      401,
      'second_factor_required',
    ])
    expect((await again.signIn({ email: ann.email, password }, codeOf(secret))).status).toBe(201)
  })

  test('gives a new session each time, and adopts none', async () => {
    const { secret } = await switchOn()
    const planted = openBrowser(server)
    planted.cookie = `sundial-session=${'a'.repeat(43)}`
    const before = planted.cookie
    expect((await planted.signIn(ann, codeOf(secret))).status).toBe(201)
    expect(planted.cookie).not.toBe(before)
    const first = planted.cookie
    server.clock.advance(STEP_S)
    await planted.signIn(ann, codeOf(secret))
    expect(planted.cookie).not.toBe(first)
  })

  test('lets twenty wrong codes in an hour pass for whoever has the password, from whatever address', async () => {
    const { secret } = await switchOn()
    const guess = async (tries: number, code: string) => {
      const body = { email: ann.email, password: ann.password, code }
      const asked = { method: 'POST' as const, url: `${API}/session`, body, from: `10.7.0.${tries}` }
      return (await call(server.app, asked)).status
    }
    const statuses = []
    for (let tries = 0; tries < 20; tries++) statuses.push(await guess(tries, codeOf(secret, 9)))
    expect(new Set(statuses)).toEqual(new Set([401]))
    expect(await guess(30, codeOf(secret))).toBe(429)
    // Who is signed in goes on, and can still make new recovery codes.
    const renewed = await browser.call('POST', '/me/second-factor/recovery-codes', { code: codeOf(secret) })
    expect(renewed.status).toBe(200)
  })

  test('counts tries at the password on, whatever reset links are asked for in between', async () => {
    const from = '10.8.0.1'
    const post = async (path: string, body: object) =>
      (await call(server.app, { method: 'POST', url: API + path, body, from })).status
    const statuses = []
    for (let tries = 0; tries < 6; tries++) {
      statuses.push(await post('/session', { email: ann.email, password: 'wrong password' }))
      statuses.push(await post('/password-resets', { email: ann.email }))
    }
    expect(statuses).toContain(429)
  })
})

describe('every other door that takes a password', () => {
  const basic = (name: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
  })
  type Door = { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; body?: object }
  const doors: [string, (person: Person) => Door][] = [
    [
      'Toggl Track’s API v9 with Basic',
      ({ email, password }) => ({ method: 'GET', url: '/toggl/api/v9/me', headers: basic(email, password) }),
    ],
    [
      'Toggl Track’s API v8 with Basic',
      ({ email, password }) => ({ method: 'GET', url: '/toggl/api/v8/me', headers: basic(email, password) }),
    ],
    [
      'Toggl Track’s sign-in of v9',
      ({ email, password }) => ({
        method: 'POST',
        url: '/toggl/api/v9/me/sessions',
        headers: basic(email, password),
      }),
    ],
    [
      'Toggl’s accounts service',
      ({ email, password }) => ({ method: 'POST', url: '/toggl/api/sessions', body: { email, password } }),
    ],
    [
      'TimeTracker’s sign-in',
      ({ email, password }) => ({
        method: 'POST',
        url: '/timetracker/api/v1/auth/login',
        body: { username: email, password },
      }),
    ],
  ]

  let tries = 0

  test.each(doors)('is shut, as with a wrong password: %s', async (_, door) => {
    const right = door(ann)
    const at = (one: Door) => call(server.app, { ...one, from: `10.6.0.${++tries}` })
    const before = await at(right)
    expect(before.status).toBe(200)
    await switchOn()
    // At once: what was remembered of the password a moment ago opens nothing.
    const after = await at(right)
    const wrong = await at(door({ ...ann, password: 'wrong password' }))
    expect(after.status).toBeGreaterThanOrEqual(401)
    expect([after.status, after.body]).toEqual([wrong.status, wrong.body])
    expect(after.headers['set-cookie']).toBeUndefined()
  })

  test('opens again when two-factor authentication is switched off', async () => {
    const { secret } = await switchOn()
    await browser.call('POST', '/me/second-factor/end', { password: ann.password, code: codeOf(secret) })
    const [, door] = doors[0] ?? []
    if (!door) throw new Error('There are no doors')
    expect((await call(server.app, door(ann))).status).toBe(200)
  })

  test('is no matter to keys, which go on working', async () => {
    const personal = (await ann.call('GET', `${API}/me/personal-key`)).body.key
    await switchOn()
    expect((await ann.call('GET', `${API}/me`)).status).toBe(200)
    expect((await ann.call('GET', '/timing/api/v1/projects')).status).toBe(200)
    const headers = basic(personal, 'api_token')
    expect((await call(server.app, { method: 'GET', url: '/toggl/api/v9/me', headers })).status).toBe(200)
  })
})

describe('an administrator', () => {
  test('sees who has a second factor, and takes it from somebody who has lost everything', async () => {
    await switchOn()
    const admin = await server.person({ isAdmin: true })
    const listed = async () => {
      const { body } = await admin.call('GET', `${API}/admin/users?q=${encodeURIComponent(ann.email)}`)
      return body.data[0].has_second_factor
    }
    expect(await listed()).toBe(true)
    const path = `${API}/admin/users/${ann.user.id}/second-factor`
    expect((await ann.call('DELETE', path)).status).toBe(403)
    expect((await admin.call('DELETE', path)).status).toBe(204)
    expect(await listed()).toBe(false)
    expect((await openBrowser(server).signIn(ann)).status).toBe(201)
    const removed = (await eventsOf(ann)).find(({ kind }) => kind === 'user.second_factor_removed')
    expect(removed).toMatchObject({ user_id: admin.user.id, subject_user_id: ann.user.id })
    expect((await admin.call('DELETE', path)).status).toBe(404)
  })
})
