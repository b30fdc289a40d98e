import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const TEAMS = '/timing/api/v1/teams'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer({ RATE_LIMITS: 'documented' })
})
afterAll(() => server.close())

beforeEach(async () => {
  ann = await server.person()
  // The counters go by the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
})
afterEach(() => vi.useRealTimers())

async function ask(times: number, person = ann) {
  let last = await person.call('GET', TEAMS)
  for (let count = 1; count < times; count++) last = await person.call('GET', TEAMS)
  return last
}

function wait(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000)
}

describe('the documented limits', () => {
  test('let 200 requests a minute through and hold the next until the minute is over', async () => {
    const last = await ask(200)
    expect(last).toMatchObject({
      status: 200,
      headers: { 'x-ratelimit-limit': '500', 'x-ratelimit-remaining': '300' },
    })

    wait(20)
    const refused = await ask(1)
    expect(refused).toMatchObject({ status: 429, body: { message: 'Too Many Attempts.' } })
    expect(refused.headers).toMatchObject({
      'x-ratelimit-limit': '500',
      'x-ratelimit-remaining': '0',
      'retry-after': '40',
      'x-ratelimit-reset': String(Math.ceil(server.clock.now / 1000) + 40),
    })

    wait(40)
    expect(await ask(1)).toMatchObject({ status: 200, headers: { 'x-ratelimit-remaining': '299' } })
  })

  test('let 500 requests an hour through and hold the next until the hour is over', async () => {
    for (const requests of [200, 200, 99]) {
      await ask(requests)
      wait(61)
    }
    expect(await ask(1)).toMatchObject({ status: 200, headers: { 'x-ratelimit-remaining': '0' } })
    const refused = await ask(1)
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': String(3600 - 3 * 61) } })
    wait(3600 - 3 * 61)
    expect(await ask(1)).toMatchObject({ status: 200, headers: { 'x-ratelimit-remaining': '499' } })
  })

  test('count all routes together, refusals and unknown paths too, and each key by itself', async () => {
    const { token } = await server.person()
    const requests = [
      () => ann.call('GET', TEAMS),
      () => ann.call('GET', '/timing/api/v1/nothing'),
      () => ann.call('POST', '/timing/api/v1/projects', {}),
      () => ann.call('POST', TEAMS),
    ]
    const left = []
    for (const request of requests) left.push((await request()).headers['x-ratelimit-remaining'])
    expect(left).toEqual(['499', '498', '497', '496'])
    const other = await call(server.app, {
      method: 'GET',
      url: TEAMS,
      headers: { authorization: `Bearer ${token}` },
    })
    expect(other.headers['x-ratelimit-remaining']).toBe('499')
  })

  test('do not count a browser asking whether it may call', async () => {
    await ask(1)
    await ann.call('OPTIONS', TEAMS)
    expect((await ask(1)).headers['x-ratelimit-remaining']).toBe('498')
  })
})

test('twenty times as much is let through where the installation is friendly, and everything where limits are off', async () => {
  for (const [setting, remaining] of [
    ['friendly', String(10_000 - 201)],
    ['off', '500'],
  ] as const) {
    const generous = await openTestServer({ RATE_LIMITS: setting })
    try {
      const bob = await generous.person()
      expect(await ask(201, bob)).toMatchObject({
        status: 200,
        headers: { 'x-ratelimit-remaining': remaining },
      })
    } finally {
      await generous.close()
    }
  }
})
