import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claim, postpone } from '../jobs/queue.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { readHealth } from './health.ts'
import { countJobs, listJobs, removeJob, retryJob } from './jobs.ts'
import { enqueue } from './queue.ts'
import { createExport, getExport } from './report-exports.ts'

let server: TestServer
let ann: Person
let admin: Person

const page = { cursor: null, limit: 50 }

beforeAll(async () => {
  server = await openTestServer()
  admin = await server.person({ isAdmin: true })
  ann = await server.person()
})
beforeEach(async () => {
  await server.house.db.kysely.deleteFrom('job').execute()
})
afterAll(() => server.close())

const asAdmin = () => admin.ctx({ isAdmin: true })
const letter = () =>
  enqueue(server.system(), 'send-mail', { to: 'a@example.org', letter: 'password-reset', secret: 'hush' })
const take = async () => {
  const job = await claim(server.house.db, server.clock.now, ['send-mail', 'write-export'])
  if (!job) throw new Error('Nothing is due')
  return job
}
const states = async () => (await listJobs(asAdmin(), {}, page)).rows.map((job) => job.state)

/** Lets the job fail until nobody tries any more. */
async function giveUp(): Promise<number> {
  for (;;) {
    const job = await take()
    await postpone(server.house.db, job, { error: 'no mail server', now: server.clock.now })
    const [row] = (await listJobs(asAdmin(), {}, page)).rows
    if (row?.state === 'failed') return row.id
    server.clock.advance(24 * 3600)
  }
}

describe('the queue', () => {
  test('shows what waits, what runs and what was given up, but not what it is about', async () => {
    await letter()
    expect(await states()).toEqual(['waiting'])
    await take()
    expect(await states()).toEqual(['running'])
    await letter()
    expect(await countJobs(asAdmin())).toEqual({ waiting: 1, running: 1, failed: 0 })
    expect((await listJobs(asAdmin(), { state: 'running' }, page)).rows).toHaveLength(1)
    expect((await listJobs(asAdmin(), { state: 'waiting' }, page)).rows).toHaveLength(1)
    expect((await listJobs(asAdmin(), { state: 'failed' }, page)).rows).toEqual([])
    expect(JSON.stringify(await listJobs(asAdmin(), {}, page))).not.toContain('payload')
  })

  test('tries again at once what was given up', async () => {
    await letter()
    const id = await giveUp()
    expect((await listJobs(asAdmin(), { state: 'failed' }, page)).rows).toMatchObject([
      { id, last_error: 'no mail server', attempts: 12 },
    ])
    expect(await retryJob(asAdmin(), id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await take()).toMatchObject({ id, attempts: 1 })
  })

  test('leaves a job alone that is being worked on', async () => {
    await letter()
    const { id } = await take()
    await expect(retryJob(asAdmin(), id)).rejects.toMatchObject({ reason: 'in_use' })
    await expect(removeJob(asAdmin(), id)).rejects.toMatchObject({ reason: 'in_use' })
    server.clock.advance(61)
    await removeJob(asAdmin(), id)
    expect(await states()).toEqual([])
    await expect(removeJob(asAdmin(), id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('tells who waits for a file that there will be none', async () => {
    const { id } = await createExport(ann.ctx(), { question: {}, format: 'csv' })
    const [job] = (await listJobs(asAdmin(), {}, page)).rows
    await removeJob(asAdmin(), job?.id ?? 0)
    expect(await getExport(ann.ctx(), id)).toMatchObject({ status: 'failed', error: expect.any(String) })
  })

  test('is for administrators of the installation', async () => {
    await letter()
    const [job] = (await listJobs(asAdmin(), {}, page)).rows
    const id = job?.id ?? 0
    const narrow = admin.ctx({ isAdmin: true, tokenId: 1, scopes: ['read:*', 'write:*'] })
    for (const ctx of [ann.ctx(), narrow]) {
      const refused = { code: 'forbidden' }
      await expect(listJobs(ctx, {}, page)).rejects.toMatchObject(refused)
      await expect(retryJob(ctx, id)).rejects.toMatchObject(refused)
      await expect(removeJob(ctx, id)).rejects.toMatchObject(refused)
      await expect(readHealth(ctx)).rejects.toMatchObject(refused)
    }
  })
})

test('health tells of the database, the queue and the mail', async () => {
  await letter()
  const { status, body } = await admin.call('GET', '/sundial/api/v1/admin/health')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    version: server.house.version,
    database: { engine: server.house.db.engine.kind, migrations: expect.any(Number) },
    redis: 'off',
    sends_mail: false,
    jobs: { waiting: 1, running: 0, failed: 0 },
    webhooks: { waiting: 0, oldest_waiting_at: null, disabled: 0 },
    accounts: { active: 2, inactive: 0 },
  })
  expect(body.database.size_bytes).toBeGreaterThan(10_000)
})
