import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { purge } from '../core/purge.ts'
import { updateUser } from '../core/users.ts'
import { type Authenticator, createAuthenticator, type Twist } from '../testing/authenticator.ts'
import { type Browser, openBrowser } from '../testing/browser.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { codeAt } from '../testing/sign-in-things.ts'

const API = '/sundial/api/v1'
const ORIGIN = 'http://sundial.test'

let server: TestServer
let ann: Person
let browser: Browser
let device: Authenticator
beforeAll(async () => {
  server = await openTestServer({ BASE_URL: ORIGIN })
})
beforeEach(async () => {
  ann = await server.person()
  browser = openBrowser(server)
  await browser.signIn(ann)
  device = createAuthenticator(ORIGIN)
})
afterAll(() => server.close())

async function register(on = browser, { person = ann, with: made = device, name = 'Laptop' } = {}) {
  const { body: options } = await on.call('POST', '/me/passkeys/options', { password: person.password })
  return on.call('POST', '/me/passkeys', { name, response: made.create(options) })
}

async function signIn(twist: Twist = {}, made = device) {
  const fresh = openBrowser(server)
  const { body: options } = await fresh.call('POST', '/session/passkey/options')
  made.counter += made.counter > 0 ? 1 : 0
  const answer = await fresh.call('POST', '/session/passkey', { response: made.get(options, twist) })
  return { answer, fresh }
}

const reasonOf = (answer: { status: number; body: { error?: { reason: string } } }) => [
  answer.status,
  answer.body.error?.reason,
]
const REFUSED = [401, 'unknown_passkey']

async function eventsOf(person: Person, kind: string) {
  return server.house.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', person.workspaceId)
    .where('kind', '=', kind)
    .execute()
}

describe('a passkey', () => {
  test('is made in a browser that is signed in, with the present password', async () => {
    const options = await browser.call('POST', '/me/passkeys/options', { password: ann.password })
    expect(options.body).toMatchObject({
      rp: { id: 'sundial.test', name: 'Sundial' },
      user: { name: ann.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(Buffer.from(options.body.user.id, 'base64url')).toHaveLength(32)
    const made = await browser.call('POST', '/me/passkeys', {
      name: ' Laptop ',
      response: device.create(options.body),
    })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ name: 'Laptop', last_used_at: null })
    expect((await browser.call('GET', '/me/passkeys')).body.data).toEqual([made.body])
    expect(await eventsOf(ann, 'passkey.created')).toMatchObject([
      { subject_user_id: ann.user.id, subject_id: made.body.id, after: '{"name":"Laptop"}' },
    ])
  })

  test('is not made without the password, nor by a key', async () => {
    for (const body of [{}, { password: 'wrong password' }])
      expect(reasonOf(await browser.call('POST', '/me/passkeys/options', body))).toEqual([
        422,
        'bad_credentials',
      ])
    const byKey = await ann.call('POST', `${API}/me/passkeys/options`, { password: ann.password })
    expect(reasonOf(byKey)).toEqual([403, 'not_allowed'])
  })

  test('is made without a password by somebody who has none', async () => {
    await server.house.db.kysely
      .updateTable('user')
      .set({ password_hash: null })
      .where('id', '=', ann.user.id)
      .execute()
    expect((await browser.call('POST', '/me/passkeys/options', {})).status).toBe(200)
  })

  test('is registered once, and the browser is told which there are', async () => {
    await register()
    const { body: options } = await browser.call('POST', '/me/passkeys/options', { password: ann.password })
    const response = device.create(options)
    expect(options.excludeCredentials).toMatchObject([{ id: response.id }])
    expect(reasonOf(await browser.call('POST', '/me/passkeys', { name: 'Again', response }))).toEqual([
      409,
      'in_use',
    ])
  })

  const twists: [string, Twist][] = [
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a sub-domain', { origin: 'http://evil.sundial.test' }],
    ['another host', { rpId: 'evil.example' }],
    ['an answer to another question', { type: 'webauthn.get' }],
    ['a challenge of one’s own', { challenge: 'AAAA' }],
    ['a touch without finger or PIN', { isUnverified: true }],
  ]

  test.each(twists)('is not kept where it comes from %s', async (_, twist) => {
    const { body: options } = await browser.call('POST', '/me/passkeys/options', { password: ann.password })
    const response = device.create(options, twist)
    const answer = await browser.call('POST', '/me/passkeys', { name: 'Laptop', response })
    expect(reasonOf(answer)).toEqual([422, 'unknown_passkey'])
    expect((await browser.call('GET', '/me/passkeys')).body.data).toEqual([])
  })

  test('answers its challenge once, within five minutes, and for the person who asked', async () => {
    const options = async (on: Browser, { password }: Person) =>
      (await on.call('POST', '/me/passkeys/options', { password })).body
    const keep = async (on: Browser, response: object) =>
      (await on.call('POST', '/me/passkeys', { name: 'Laptop', response })).status
    const first = await options(browser, ann)
    expect(await keep(browser, device.create(first))).toBe(201)
    expect(await keep(browser, createAuthenticator(ORIGIN).create(first))).toBe(422)

    const late = await options(browser, ann)
    server.clock.advance(5 * 60)
    expect(await keep(browser, createAuthenticator(ORIGIN).create(late))).toBe(422)

    const bob = await server.person()
    const bobs = openBrowser(server)
    await bobs.signIn(bob)
    const planted = createAuthenticator(ORIGIN).create(await options(browser, ann))
    expect(await keep(bobs, planted)).toBe(422)
  })

  test('is renamed and removed by its owner, and is not there for anybody else', async () => {
    const { body: made } = await register()
    const bob = await server.person()
    const path = `/me/passkeys/${made.id}`
    expect((await bob.call('PATCH', API + path, { name: 'Mine' })).status).toBe(404)
    expect((await bob.call('DELETE', API + path)).status).toBe(404)
    expect((await browser.call('PATCH', path, { name: 'Phone' })).body.name).toBe('Phone')
    expect((await signIn()).answer.status).toBe(201)
    expect((await browser.call('DELETE', path)).status).toBe(204)
    expect(reasonOf((await signIn()).answer)).toEqual(REFUSED)
    expect(await eventsOf(ann, 'passkey.updated')).toMatchObject([
      { before: '{"name":"Laptop"}', after: '{"name":"Phone"}' },
    ])
    expect(await eventsOf(ann, 'passkey.deleted')).toMatchObject([{ before: '{"name":"Phone"}' }])
  })

  test('stays where nothing else opens the account', async () => {
    const { body: made } = await register()
    await server.house.db.kysely
      .updateTable('user')
      .set({ password_hash: null })
      .where('id', '=', ann.user.id)
      .execute()
    expect(reasonOf(await browser.call('DELETE', `/me/passkeys/${made.id}`))).toEqual([409, 'last_way_in'])
    expect((await signIn()).answer.status).toBe(201)

    const { body: second } = await register(browser, {
      person: ann,
      with: createAuthenticator(ORIGIN),
      name: 'Phone',
    })
    expect((await browser.call('DELETE', `/me/passkeys/${made.id}`)).status).toBe(204)
    expect((await browser.call('DELETE', `/me/passkeys/${second.id}`)).status).toBe(409)
  })
})

describe('signing in by a passkey', () => {
  test('needs no address, and gives a new session that says what opened it', async () => {
    await register()
    const { answer, fresh } = await signIn()
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ id: ann.user.id, email: ann.email })
    expect(fresh.cookie).not.toBe(browser.cookie)
    expect((await fresh.call('GET', '/me')).status).toBe(200)
    const { body: sessions } = await fresh.call('GET', '/me/sessions')
    expect(sessions.data[0]).toMatchObject({ opened_with: 'passkey', is_current: true })
    const { body: passkeys } = await fresh.call('GET', '/me/passkeys')
    expect(passkeys.data[0].last_used_at).not.toBeNull()
  })

  test('tells nobody who has one: what the browser is told is the same for everybody', async () => {
    await register()
    const { body } = await openBrowser(server).call('POST', '/session/passkey/options')
    expect(body).toMatchObject({ rpId: 'sundial.test', userVerification: 'required' })
    expect(body.allowCredentials ?? []).toEqual([])
  })

  test('stands for both factors: no code is asked', async () => {
    const begun = await browser.call('POST', '/me/second-factor', { password: ann.password })
    const code = codeAt(begun.body.secret, server.clock.now)
    await browser.call('POST', '/me/second-factor/confirm', { code })
    await register()
    expect(reasonOf(await openBrowser(server).signIn(ann))).toEqual([401, 'second_factor_required'])
    expect((await signIn()).answer.status).toBe(201)
  })

  const twists: [string, Twist][] = [
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a sub-domain', { origin: 'http://evil.sundial.test' }],
    ['another host', { rpId: 'evil.example' }],
    ['an answer to another question', { type: 'webauthn.create' }],
    ['a challenge of one’s own', { challenge: 'AAAA' }],
    ['a touch without finger or PIN', { isUnverified: true }],
    ['somebody else’s name on it', { userHandle: 'AAAA' }],
    ['nobody’s name on it', { userHandle: '' }],
    ['a signature of something else', { signature: Buffer.alloc(70, 1) }],
  ]

  test.each(twists)('is refused with %s', async (_, twist) => {
    await register()
    const { answer, fresh } = await signIn(twist)
    expect(reasonOf(answer)).toEqual(REFUSED)
    expect(fresh.cookie).toBeUndefined()
    expect((await signIn()).answer.status).toBe(201)
  })

  test('is refused with one that is not registered, in the same words', async () => {
    await register()
    const strange = createAuthenticator(ORIGIN)
    const { answer } = await signIn({}, strange)
    const { answer: twisted } = await signIn({ origin: 'https://evil.example' })
    expect([answer.status, answer.body]).toEqual([twisted.status, twisted.body])
  })

  test('takes an answer once, also when it comes twice at once', async () => {
    await register()
    const fresh = openBrowser(server)
    const { body: options } = await fresh.call('POST', '/session/passkey/options')
    const response = device.get(options)
    const both = await Promise.all([1, 2].map(() => fresh.call('POST', '/session/passkey', { response })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401])
    expect((await fresh.call('POST', '/session/passkey', { response })).status).toBe(401)
  })

  test('uses a challenge up even with a wrong answer', async () => {
    await register()
    const fresh = openBrowser(server)
    const { body: options } = await fresh.call('POST', '/session/passkey/options')
    const wrong = device.get(options, { signature: Buffer.alloc(70, 1) })
    expect((await fresh.call('POST', '/session/passkey', { response: wrong })).status).toBe(401)
    const right = device.get(options)
    expect((await fresh.call('POST', '/session/passkey', { response: right })).status).toBe(401)
  })

  test('takes no challenge that is older than five minutes, nor one for making a passkey', async () => {
    await register()
    const fresh = openBrowser(server)
    const { body: options } = await fresh.call('POST', '/session/passkey/options')
    server.clock.advance(5 * 60)
    const late = await fresh.call('POST', '/session/passkey', { response: device.get(options) })
    expect(reasonOf(late)).toEqual(REFUSED)
    const { body: making } = await browser.call('POST', '/me/passkeys/options', { password: ann.password })
    const asked = { challenge: making.challenge, rpId: 'sundial.test' }
    const mixed = await fresh.call('POST', '/session/passkey', { response: device.get(asked) })
    expect(reasonOf(mixed)).toEqual(REFUSED)
  })

  test('refuses a passkey that counts backwards: there is a copy of it', async () => {
    device.counter = 5
    await register()
    expect((await signIn()).answer.status).toBe(201)
    const copied = device.counter
    expect((await signIn()).answer.status).toBe(201)
    device.counter = copied - 1
    expect(reasonOf((await signIn()).answer)).toEqual(REFUSED)
  })

  test('is refused to somebody who is switched off', async () => {
    await register()
    await updateUser(server.system(), ann.user.id, { is_active: false })
    expect(reasonOf((await signIn()).answer)).toEqual(REFUSED)
  })

  test('is tried ten times a minute from an address, until one is right', async () => {
    await register()
    const fresh = openBrowser(server)
    const ask = () => fresh.call('POST', '/session/passkey/options')
    for (let tries = 0; tries < 8; tries++) expect((await ask()).status).toBe(200)
    const { body: options } = await ask()
    expect((await fresh.call('POST', '/session/passkey', { response: device.get(options) })).status).toBe(201)
    for (let tries = 0; tries < 10; tries++) expect((await ask()).status).toBe(200)
    expect(reasonOf(await ask())).toEqual([429, 'too_many_requests'])
  })

  test('leaves no challenges behind', async () => {
    await openBrowser(server).call('POST', '/session/passkey/options')
    server.clock.advance(6 * 60)
    await purge(server.house.db, server.clock.now)
    const { kysely } = server.house.db
    expect(await kysely.selectFrom('passkey_challenge').selectAll().execute()).toEqual([])
  })
})
