import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { call, openTestServer, type TestServer } from '../../testing/server.ts'
import { keyOf } from './testing/client.ts'

const STATUS = '/timetracker/api/v1/timer/status'

let server: TestServer
let secret: string

beforeAll(async () => {
  server = await openTestServer({ RATE_LIMITS: 'documented' })
})
afterAll(() => server.close())

beforeEach(async () => {
  secret = (await keyOf(await server.person())).secret
  // The counters go by the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
})
afterEach(() => vi.useRealTimers())

type Headers = Record<string, string>
const bearer = (): Headers => ({ authorization: `Bearer ${secret}` })

async function ask(times: number, headers = bearer()) {
  let last = await call(server.app, { method: 'GET', url: STATUS, headers })
  for (let count = 1; count < times; count++)
    last = await call(server.app, { method: 'GET', url: STATUS, headers })
  return last
}

function wait(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000)
}

describe('the documented limits', () => {
  test('let 100 requests a minute through and hold the next until the minute is over', async () => {
    expect(await ask(100)).toMatchObject({
      status: 200,
      headers: { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0' },
    })
    wait(20)
    const refused = await ask(1)
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '40',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(server.clock.now / 1000) + 40),
      },
    })
    expect(refused.body).toEqual({
      error: 'Rate limit exceeded',
      message: 'Too many requests for this API token. Try again later.',
      error_code: 'rate_limited',
      limit_per_minute: 100,
      limit_per_hour: 1000,
      remaining_per_minute: 0,
      remaining_per_hour: 900,
    })
    wait(40)
    expect(await ask(1)).toMatchObject({ status: 200, headers: { 'x-ratelimit-remaining': '99' } })
  })

  test('let 1000 requests an hour through', async () => {
    for (let minute = 0; minute < 10; minute++) {
      await ask(100)
      wait(61)
    }
    const refused = await ask(1)
    expect(refused.body).toMatchObject({ remaining_per_minute: 100, remaining_per_hour: 0 })
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, String(3600 - 610)])
  })

  test('count a key whichever header brings it, and each key by itself', async () => {
    await ask(1)
    await ask(1, { 'x-api-key': secret })
    // A header that is of no use here hides no key.
    await ask(1, { 'x-api-key': secret, authorization: 'Basic bm86Ym9keQ==' })
    const other = (await keyOf(await server.person())).secret
    expect((await ask(1)).headers['x-ratelimit-remaining']).toBe('96')
    expect((await ask(1, { 'x-api-key': other })).headers['x-ratelimit-remaining']).toBe('99')
  })

  test('do not count a browser asking whether it may call', async () => {
    await ask(1)
    await call(server.app, { method: 'OPTIONS', url: STATUS, headers: bearer() })
    expect((await ask(1)).headers['x-ratelimit-remaining']).toBe('98')
  })
})
