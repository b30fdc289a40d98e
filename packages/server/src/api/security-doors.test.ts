import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'

let server: TestServer
let person: Person
beforeAll(async () => {
  server = await openTestServer({ RATE_LIMITS: 'off', SMTP_URL: 'smtp://127.0.0.1:1' })
  person = await server.person()
})
afterAll(() => server.close())

type Try = {
  method?: 'POST' | 'PUT'
  path: string
  body: object
  from: string
  headers?: Record<string, string>
}

async function tryAt({ method = 'POST', path, body, from, headers }: Try) {
  const response = await server.app.inject({
    method,
    url: API + path,
    payload: body,
    remoteAddress: from,
    headers,
  })
  return {
    status: response.statusCode,
    body: response.body === '' ? null : response.json(),
    headers: response.headers,
  }
}

const wrong = (email: string, from: string) =>
  tryAt({ path: '/session', body: { email, password: 'wrong password' }, from })

async function exhaust(work: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses = []
  for (let tries = 0; tries < 10; tries++) statuses.push((await work()).status)
  return statuses
}

describe('the doors where a password is tried', () => {
  test('let ten wrong ones in a minute pass for an account from an address, and then not even the right one', async () => {
    expect(await exhaust(() => wrong(person.email, '10.1.0.1'))).toEqual(
      Array.from({ length: 10 }, () => 401),
    )
    const body = { email: person.email, password: person.password }
    const shut = await tryAt({ path: '/session', body, from: '10.1.0.1' })
    expect(shut.status).toBe(429)
    expect(shut.body.error.reason).toBe('too_many_requests')
    // Longer than the minute in which the tries were counted.
    expect(Number(shut.headers['retry-after'])).toBeGreaterThan(60)
    expect((await tryAt({ path: '/session', body, from: '10.1.0.2' })).status).toBe(201)
  })

  test('count another spelling of an address as the same account', async () => {
    const email = 'Spelled@Example.com'
    await exhaust(() => wrong(email, '10.1.0.3'))
    for (const other of ['spelled@example.com', ' spelled@example.com ', 'SPELLED@EXAMPLE.COM'])
      expect((await wrong(other, '10.1.0.3')).status).toBe(429)
    expect((await wrong('another@example.com', '10.1.0.3')).status).toBe(401)
  })

  test('count a whole IPv6 network, and a mapped IPv4 address, as one address', async () => {
    await exhaust(() => wrong('v6@example.com', '2001:db8:1:2::1'))
    expect((await wrong('v6@example.com', '2001:db8:1:2:ffff::2')).status).toBe(429)
    expect((await wrong('v6@example.com', '2001:db8:1:3::1')).status).toBe(401)
    await exhaust(() => wrong('v4@example.com', '10.1.0.4'))
    expect((await wrong('v4@example.com', '::ffff:10.1.0.4')).status).toBe(429)
  })

  test('believe no forwarded address but a proxy’s', async () => {
    let count = 0
    const spoofed = () =>
      tryAt({
        path: '/session',
        body: { email: 'spoof@example.com', password: 'wrong password' },
        from: '10.1.0.5',
        headers: { 'x-forwarded-for': `192.0.2.${++count}` },
      })
    await exhaust(spoofed)
    expect((await spoofed()).status).toBe(429)
  })

  test('limit sign-up, asking for a reset link, and using one', async () => {
    const account = { email: 'new@example.com', password: 'correct horse battery staple' }
    const signUp = () => tryAt({ path: '/users', body: account, from: '10.1.0.6' })
    expect(new Set(await exhaust(signUp))).toEqual(new Set([403]))
    expect((await signUp()).status).toBe(429)
    const ask = () =>
      tryAt({ path: '/password-resets', body: { email: 'ask@example.com' }, from: '10.1.0.7' })
    await exhaust(ask)
    // Asking was answered each time, which forgets the tries of an account but not those of an address.
    const body = { password: 'correct horse battery staple' }
    const use = () => tryAt({ method: 'PUT', path: '/password-resets/wrong', body, from: '10.1.0.8' })
    expect(new Set(await exhaust(use))).toEqual(new Set([404]))
    expect((await use()).status).toBe(429)
  })

  test('limit guessing the present password with a key or a session that was stolen', async () => {
    const { token } = await server.person()
    const guess = () =>
      tryAt({
        method: 'PUT',
        path: '/me/password',
        body: { current_password: 'wrong password', password: 'correct horse battery staple' },
        from: '10.1.0.9',
        headers: { authorization: `Bearer ${token}` },
      })
    expect(new Set(await exhaust(guess))).toEqual(new Set([422]))
    expect((await guess()).status).toBe(429)
  })

  test('shut an address that tries many accounts', async () => {
    const statuses: number[] = []
    for (let account = 0; account < 101; account++) {
      const body = { email: `${account}@example.com`, password: 'wrong password' }
      statuses.push((await tryAt({ path: '/password-resets', body, from: '10.1.0.10' })).status)
    }
    expect(statuses.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 202))
    expect(statuses[100]).toBe(429)
  })
})

describe('who has an account here', () => {
  test('is not told by signing in, in words or by the time it takes', async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] }
    const answers = new Set<string>()
    for (let round = 0; round < 8; round++) {
      for (const [kind, email] of [
        ['known', person.email],
        ['unknown', `stranger${round}@example.com`],
      ] as const) {
        const since = performance.now()
        const { status, body } = await wrong(email, `10.2.0.${round}`)
        times[kind]?.push(performance.now() - since)
        answers.add(JSON.stringify({ status, body }))
      }
    }
    expect(answers.size).toBe(1)
    // A hash takes tens of milliseconds and its absence none: half of it is far from either. The quickest of several
    // is what a busy machine does not blur.
    expect(quickest(times['unknown'])).toBeGreaterThan(quickest(times['known']) / 2)
    expect(quickest(times['known'])).toBeGreaterThan(quickest(times['unknown']) / 2)
  })

  test('is not told by asking for a reset link, and only who has one is written to', async () => {
    const ask = (email: string) => tryAt({ path: '/password-resets', body: { email }, from: '10.2.1.1' })
    const [known, unknown] = [await ask(person.email), await ask('stranger@example.com')]
    const shown = ({ status, body, headers }: typeof known) => ({
      status,
      body,
      headers: Object.keys(headers).sort(),
    })
    expect(shown(known)).toEqual(shown(unknown))
    const letters = async () =>
      (await server.house.db.kysely.selectFrom('password_reset').selectAll().execute()).length
    await expect.poll(letters).toBe(1)
  })

  test('is not told by signing up, while accounts are made by invitation', async () => {
    const password = 'correct horse battery staple'
    const signUp = (email: string) => tryAt({ path: '/users', body: { email, password }, from: '10.2.1.2' })
    const [known, unknown] = [await signUp(person.email), await signUp('stranger@example.com')]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  })
})

function quickest(times: number[] = []): number {
  return Math.min(...times)
}
