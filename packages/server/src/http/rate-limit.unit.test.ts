import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Logger } from '../core/context.ts'
import { gateTo, ownKeys, type OwnKeys, REDIS_URL } from '../testing/redis.ts'
import { countHere, countInRedis, type SharedCounters } from './counters.ts'
import { createRateLimiter, type RateLimiter, type RateLimiterOptions, tooMany } from './rate-limit.ts'

const NOW = Date.UTC(2026, 0, 1)
const wire = (...limits: [number, number][]) => ({
  name: 'wire',
  limits: limits.map(([requests, seconds]) => ({ requests, seconds })),
})
const BURST = wire([10, 30], [100, 600])

type Store = {
  limiter(options?: Partial<RateLimiterOptions>): RateLimiter
  advance(seconds: number): Promise<void>
  close(): Promise<void>
}

function limiterOf(options: Pick<RateLimiterOptions, 'makeCounter'> & Partial<RateLimiterOptions>) {
  return createRateLimiter({
    setting: 'documented',
    clock: () => NOW,
    raised: { factorOf: () => 1 },
    ...options,
  })
}

function memory(): Store {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  return {
    limiter: (options) => limiterOf({ makeCounter: countHere, ...options }),
    advance: async (seconds) => void vi.setSystemTime(Date.now() + seconds * 1000),
    close: async () => void vi.useRealTimers(),
  }
}

const quiet: Logger = { info() {}, error() {} }
const newPrefix = () => `sundial-test:${randomBytes(6).toString('hex')}`

async function redis(): Promise<Store> {
  const prefix = newPrefix()
  const keys = ownKeys(prefix)
  const shared = countInRedis(REDIS_URL, prefix)
  await shared.connect(quiet)
  return {
    limiter: (options) => limiterOf({ makeCounter: shared.makeCounter, ...options }),
    advance: (seconds) => keys.advance(seconds),
    async close() {
      shared.close()
      await keys.close()
    },
  }
}

type Limited = Parameters<RateLimiter['count']>[0]

/** What is left of each limit after the last of these requests, and how many of them passed. */
async function ask(limiter: RateLimiter, times: number, on: Limited = BURST) {
  let passed = 0
  let last = await limiter.count(on, 'key')
  for (let count = 1; count <= times; count++) {
    if (!last.exceeded) passed += 1
    if (count < times) last = await limiter.count(on, 'key')
  }
  return { passed, left: last.usage.map(({ remaining }) => remaining), exceeded: last.exceeded }
}

describe.each([
  { name: 'in memory', open: async () => memory(), skip: false },
  { name: 'in Redis', open: redis, skip: REDIS_URL === '' },
])('a limiter that counts $name', ({ open, skip }) => {
  let store: Store
  beforeEach(async (t) => {
    t.skip(skip, 'no Redis answers')
    store = await open()
    return () => store.close()
  })

  test('refuses what is above a burst, which counts against no other limit, until the burst’s window ends', async () => {
    const limiter = store.limiter()
    expect(await ask(limiter, 10)).toMatchObject({ passed: 10, left: [0, 90], exceeded: undefined })
    await store.advance(20)
    const refused = await ask(limiter, 5)
    expect(refused).toMatchObject({ passed: 0, left: [0, 90], exceeded: { requests: 10, seconds: 30 } })
    const wait = (refused.exceeded?.resetAt ?? 0) - NOW
    expect(wait).toBeGreaterThan(5000)
    expect(wait).toBeLessThanOrEqual(10_000)
    await store.advance(10)
    expect(await ask(limiter, 11)).toMatchObject({ passed: 10, left: [0, 80] })
  })

  test('gives back what a limit counted before a later one refused', async () => {
    const limiter = store.limiter()
    const slow = wire([100, 600], [10, 30])
    expect(await ask(limiter, 15, slow)).toMatchObject({
      passed: 10,
      left: [90, 0],
      exceeded: { requests: 10, seconds: 30 },
    })
    await store.advance(30)
    expect(await ask(limiter, 1, slow)).toMatchObject({ passed: 1, left: [89, 9] })
  })

  test('lets exactly the limit pass of requests at once', async () => {
    const limiter = store.limiter()
    const counts = await Promise.all(Array.from({ length: 40 }, () => limiter.count(BURST, 'key')))
    expect(counts.filter(({ exceeded }) => !exceeded)).toHaveLength(10)
    expect((await limiter.count(BURST, 'key')).usage.map(({ remaining }) => remaining)).toEqual([0, 90])
  })

  test('counts each key and each wire by itself', async () => {
    const limiter = store.limiter()
    await ask(limiter, 10)
    expect((await limiter.count(BURST, 'other')).exceeded).toBeUndefined()
    expect((await limiter.count({ ...BURST, name: 'other' }, 'key')).exceeded).toBeUndefined()
    expect((await limiter.count(BURST, 'key')).exceeded).toBeDefined()
  })

  test('multiplies the limits of a raised key, which begins anew, by what the setting gives', async () => {
    let factor = 1
    const raised = { factorOf: (key: string) => (key === 'key' ? factor : 1) }
    const limiter = store.limiter({ raised })
    expect(await ask(limiter, 15)).toMatchObject({ passed: 10 })
    factor = 3
    expect(await ask(limiter, 35)).toMatchObject({ passed: 30, left: [0, 270] })
    expect(limiter.untouched(BURST, 'key').map(({ requests }) => requests)).toEqual([30, 300])
    expect(limiter.untouched(BURST, 'other').map(({ requests }) => requests)).toEqual([10, 100])
    const friendly = store.limiter({ raised, setting: 'friendly' })
    expect((await ask(friendly, 1)).left).toEqual([599, 5999])
    const off = store.limiter({ raised, setting: 'off' })
    expect(await ask(off, 40)).toMatchObject({ passed: 40, left: [30, 300] })
  })

  test('keeps a password door shut for longer once there were ten tries in a minute', async () => {
    const limiter = store.limiter()
    const knock = (account = 'ann@example.org') => limiter.countPasswordTry('192.0.2.1', account)
    for (let tries = 0; tries < 10; tries++) await knock()
    await expect(knock()).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 120 })
    await store.advance(100)
    await expect(knock(' Ann@Example.org')).rejects.toMatchObject({ code: 'rate_limited' })
    await expect(knock('bob@example.org')).resolves.toBeUndefined()
    await store.advance(20)
    await knock()
    for (let tries = 1; tries < 10; tries++) await knock()
    await limiter.forgivePasswordTries('192.0.2.1', 'ann@example.org')
    await expect(knock()).resolves.toBeUndefined()
  })
})

test('who has to wait is told whole seconds, and one at least', () => {
  expect([0, 1, 1000, 1001].map((wait) => tooMany('Wait.', wait).retryAfter)).toEqual([1, 1, 1, 2])
})

describe.skipIf(REDIS_URL === '')('limiters that share a Redis', () => {
  let keys: OwnKeys
  let prefix: string
  let lines: string[]
  const open: SharedCounters[] = []
  const log: Logger = {
    info: (_, message) => void lines.push(message),
    error: (_, message) => void lines.push(message),
  }

  beforeEach(() => {
    prefix = newPrefix()
    keys = ownKeys(prefix)
    lines = []
  })
  afterEach(async () => {
    for (const shared of open.splice(0)) shared.close()
    await keys.close()
  })

  async function process(url: string): Promise<RateLimiter> {
    const shared = countInRedis(url, prefix)
    open.push(shared)
    await shared.connect(log)
    return limiterOf({ makeCounter: shared.makeCounter })
  }

  test('keep neither keys nor accounts in words', async () => {
    const limiter = await process(REDIS_URL)
    await limiter.countPasswordTry('192.0.2.1', 'ann@example.org')
    const names = await keys.names()
    expect(names).toHaveLength(3)
    expect(names.join()).not.toContain('ann')
  })

  test('count alone while it cannot be reached, say so once, and share again afterwards', async () => {
    const gate = await gateTo(REDIS_URL)
    try {
      const [one, two] = [await process(gate.url), await process(gate.url)]
      expect((await ask(one, 5)).passed + (await ask(two, 15)).passed).toBe(10)
      await gate.shut()
      expect(await ask(one, 15)).toMatchObject({ passed: 10, left: [0, 90] })
      expect((await ask(two, 15)).passed).toBe(10)
      await one.countPasswordTry('192.0.2.1', 'ann@example.org')
      await one.forgivePasswordTries('192.0.2.1', 'ann@example.org')
      await gate.open()
      await vi.waitFor(async () => expect(lines).toHaveLength(4), { timeout: 10_000 })
      expect(lines.filter((line) => line.startsWith('Redis does not answer'))).toHaveLength(2)
      expect(lines.filter((line) => line.startsWith('Redis answers again'))).toHaveLength(2)
      expect((await ask(one, 1)).passed + (await ask(two, 1)).passed).toBe(0)
    } finally {
      await gate.close()
    }
  })

  test('hold no request up for long where it says nothing any more', async () => {
    const gate = await gateTo(REDIS_URL)
    try {
      const limiter = await process(gate.url)
      await ask(limiter, 1)
      gate.freeze()
      const started = performance.now()
      expect((await ask(limiter, 15)).passed).toBe(10)
      expect(performance.now() - started).toBeLessThan(5000)
      expect(lines).toEqual([expect.stringContaining('does not answer')])
    } finally {
      await gate.close()
    }
  })

  test('count alone, and say so, where it answers and refuses', async () => {
    const limiter = await process(REDIS_URL)
    await ask(limiter, 5)
    await keys.spoil()
    expect((await ask(limiter, 15)).passed).toBe(10)
    expect(lines).toEqual([expect.stringContaining('does not answer')])
  })

  test('begin without it, too', async () => {
    const gate = await gateTo(REDIS_URL)
    await gate.shut()
    const refused = await process(gate.url)
    await gate.open()
    gate.freeze()
    const silent = await process(gate.url)
    try {
      expect((await ask(refused, 15)).passed).toBe(10)
      expect((await ask(silent, 15)).passed).toBe(10)
      expect(lines).toHaveLength(2)
    } finally {
      await gate.close()
    }
  })
})
