import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, coreClient, integrationClient } from './testing/client.ts'

let server: TestServer
let ann: Person
let core: Client

beforeAll(async () => {
  server = await openTestServer({ RATE_LIMITS: 'documented' })
})
afterAll(() => server.close())

beforeEach(async () => {
  ann = await server.person()
  core = coreClient(server, ann.token)
  // The counters go by the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
})
afterEach(() => vi.useRealTimers())

const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

/** The statuses of so many requests within one moment. */
async function burst(times: number, client = core): Promise<number[]> {
  const statuses: number[] = []
  for (let count = 0; count < times; count++) statuses.push((await client.get('/workspaces')).status)
  return statuses
}

const passes = (count: number) => Array.from({ length: count }, () => 200)

describe('ten requests a second', () => {
  test('pass and the eleventh does not, until the second is over', async () => {
    expect(await burst(10)).toEqual(passes(10))
    const refused = await core.get('/workspaces')
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1', 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '90' },
      body: { error: { code: 'RATE_LIMIT_EXCEEDED', message: expect.any(String) } },
    })
    wait(0.9)
    expect(await burst(1)).toEqual([429])
    wait(0.2)
    expect(await burst(11)).toEqual([...passes(10), 429])
  })

  test('are counted for each key, over both surfaces, however it is presented', async () => {
    expect(await burst(9)).toEqual(passes(9))
    const zapier = integrationClient(server, ann.token)
    expect((await zapier.get('/triggers/workspaces')).status).toBe(200)
    const refused = await zapier.get('/triggers/workspaces')
    expect([refused.status, refused.body, refused.headers['retry-after']]).toEqual([
      429,
      { error: 'Rate limit exceeded' },
      '1',
    ])
    expect(await burst(1)).toEqual([429])
    expect(await burst(1, coreClient(server, (await server.person()).token))).toEqual([200])
  })
})

describe('a hundred requests a minute', () => {
  test('pass, what was refused meanwhile not counted, and no more until the minute is over', async () => {
    for (let second = 0; second < 10; second++) {
      expect(await burst(11)).toEqual([...passes(10), 429])
      wait(1.1)
    }
    const refused = await core.get('/workspaces')
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        // The minute began with the first request, eleven seconds ago.
        'retry-after': '49',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(server.clock.now / 1000) + 49),
      },
    })
    wait(48)
    expect(await burst(1)).toEqual([429])
    wait(1.1)
    expect(await burst(10)).toEqual(passes(10))
  })
})

test('limits stand on every answer', async () => {
  for (const answer of [await core.get('/nothing'), await coreClient(server, 'wrong').get('/workspaces')])
    expect(answer.headers).toMatchObject({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '99' })
})
