import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { transact } from '../core/context.ts'
import { enqueue } from '../core/queue.ts'
import { openTestServer, type TestServer } from '../testing/server.ts'
import { claim, type Claimed, postpone, settle } from './queue.ts'

let server: TestServer

const LEASE_MS = 60_000
const letter = (to: string) => ({ to, letter: 'invitation' as const, secret: 'the secret' })

beforeAll(async () => {
  server = await openTestServer()
})
afterEach(async () => {
  await server.house.db.kysely.deleteFrom('job').execute()
})
afterAll(() => server.close())

const put = (to: string) => enqueue(server.system(), 'send-mail', letter(to))
const take = (after = 0) => claim(server.house.db, server.clock.now + after, ['send-mail'])
const addressee = (job: Claimed | undefined) =>
  job && (JSON.parse(server.house.secrets.open(job.payload)) as { to: string }).to
const jobs = () => server.house.db.kysely.selectFrom('job').selectAll().execute()

describe('a job', () => {
  test('is there if and only if the work that left it is kept', async () => {
    const broken = transact(server.system(), async (ctx) => {
      await enqueue(ctx, 'send-mail', letter('a'))
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await take()).toBeUndefined()
    await put('a')
    expect(addressee(await take())).toBe('a')
  })

  test('is kept under seal', async () => {
    await put('somebody@example.com')
    expect(JSON.stringify(await jobs())).not.toMatch(/the secret|somebody@example.com/)
  })

  test('is taken in the order of its time, each by one runner', async () => {
    for (const to of ['a', 'b', 'c']) await put(to)
    expect([addressee(await take()), addressee(await take())]).toEqual(['a', 'b'])
    const rest = await Promise.all([take(), take(), take(), take()])
    expect(rest.map(addressee).filter(Boolean)).toEqual(['c'])
  })

  test('is taken by one each of many runners at once', async () => {
    for (let index = 0; index < 5; index++) await put(`${index}`)
    const taken = await Promise.all(Array.from({ length: 8 }, () => take()))
    const names = taken.map(addressee).filter(Boolean)
    expect(names).toHaveLength(new Set(names).size)
    // A runner that finds the next job just being taken may go without; it looks again a second later.
    while (true) {
      const job = await take()
      if (!job) break
      names.push(addressee(job))
    }
    expect(names.map(String).toSorted()).toEqual(['0', '1', '2', '3', '4'])
  })

  test('is free again when its runner has died and the lease is over', async () => {
    await put('a')
    const first = await take()
    expect(first).toMatchObject({ attempts: 1 })
    expect(await take(LEASE_MS - 1)).toBeUndefined()
    expect(await take(LEASE_MS)).toMatchObject({ id: first!.id, attempts: 2 })
  })

  test('is gone when it is done', async () => {
    await put('a')
    await settle(server.house.db, (await take())!)
    expect(await jobs()).toEqual([])
  })

  test('that fails is tried again later and later, and kept for somebody to look at in the end', async () => {
    await put('a')
    const waits: number[] = []
    let now = server.clock.now
    for (;;) {
      const job = await claim(server.house.db, now, ['send-mail'])
      if (!job) break
      await postpone(server.house.db, job, { error: 'x'.repeat(2000), now })
      const [row] = await jobs()
      waits.push((row!.run_at - now) / 1000)
      expect(await claim(server.house.db, row!.run_at - 1, ['send-mail'])).toBeUndefined()
      now = row!.run_at
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120, 10_240, 20_480])
    expect(await jobs()).toMatchObject([{ attempts: 12, failed_at: expect.any(Number), locked_until: null }])
    expect((await jobs())[0]?.last_error).toHaveLength(1000)
    expect(await claim(server.house.db, now + 365 * 24 * 3_600_000, ['send-mail'])).toBeUndefined()
  })
})
