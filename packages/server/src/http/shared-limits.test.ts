import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { readingHere } from '../reading/reads.ts'
import { openServer, type Server } from '../server.ts'
import { type Gate, gateTo, ownKeys, REDIS_URL } from '../testing/redis.ts'
import { openTestServer, type TestServer } from '../testing/server.ts'

/** Two processes of one installation, which share a database and a Redis. */
describe.skipIf(REDIS_URL === '')('processes that share a Redis', () => {
  let gate: Gate
  let one: TestServer
  let two: Server

  beforeAll(async () => {
    gate = await gateTo(REDIS_URL)
    one = await openTestServer({ REDIS_URL: gate.url, RATE_LIMITS: 'documented' })
    two = await openServer(readConfig(one.env), {
      clock: () => one.clock.now,
      reading: readingHere(),
      leavesJobs: true,
    })
  })
  afterAll(async () => {
    const keys = ownKeys(`sundial:${one.house.secrets.code('rate limits')}`)
    await two.close()
    await one.close()
    await keys.close()
    await gate.close()
  })

  type Sent = { url: string; headers?: Record<string, string>; payload?: object; remoteAddress?: string }

  /** The statuses of so many requests, one to each process in turn. */
  async function inTurn(times: number, sent: Sent): Promise<number[]> {
    const statuses = []
    for (let count = 0; count < times; count++) {
      const { app } = count % 2 === 0 ? one : two
      const { statusCode } = await app.inject({ method: sent.payload ? 'POST' : 'GET', ...sent })
      statuses.push(statusCode)
    }
    return statuses
  }

  const times = (status: number, count: number) => Array.from({ length: count }, () => status)

  async function timer(): Promise<Sent> {
    const { token } = await one.person()
    return { url: '/timing/api/v1/teams', headers: { authorization: `Bearer ${token}` } }
  }

  test('share one budget of each key, however it is presented', async () => {
    expect(await inTurn(203, await timer())).toEqual([...times(200, 200), ...times(429, 3)])
    const { token } = await one.person()
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
    const names = ownKeys(`sundial:${one.house.secrets.code('rate limits')}`)
    const before = (await names.names()).length
    for (const authorization of [`Bearer ${token}`, basic(`${token}:`), basic(`watcher:${token}`)])
      expect(await inTurn(2, { url: '/activitywatch/api/0/buckets/', headers: { authorization } })).toEqual([
        200, 200,
      ])
    expect((await names.names()).length - before).toBe(1)
    await names.close()
  })

  test('share the tries at a password', async () => {
    const { email, password } = await one.person()
    const sign = (word: string) => ({
      url: '/sundial/api/v1/session',
      payload: { email, password: word },
      remoteAddress: '192.0.2.7',
    })
    expect(await inTurn(10, sign('wrong password'))).toEqual(times(401, 10))
    expect(await inTurn(2, sign(password))).toEqual([429, 429])
  })

  test('answer without it, each by its own count', async () => {
    const sent = await timer()
    expect(await inTurn(100, sent)).toEqual(times(200, 100))
    await gate.shut()
    const statuses = await inTurn(410, sent)
    expect(statuses).toEqual([...times(200, 400), ...times(429, 10)])
    const ready = await one.app.inject({ url: '/health/ready' })
    expect(ready.statusCode).toBe(200)
    await gate.open()
  })
})
