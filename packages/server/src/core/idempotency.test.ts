import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import type { Ctx } from './context.ts'
import { AppError } from './errors.ts'
import { answerOnce } from './idempotency.ts'
import { createTag, listTags } from './tags.ts'

let server: TestServer
let ann: Person
let count = 0

const DAY_S = 24 * 3600
const request = { method: 'POST', url: '/tags', body: { name: 'x' } }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const make = (ctx: Ctx) => createTag(ctx, ann.workspaceId, { name: `tag ${++count}` })

function once(
  key: string,
  options: { ctx?: Ctx; request?: typeof request; work?: (ctx: Ctx) => Promise<unknown> } = {},
) {
  const { ctx = ann.ctx(), work = make } = options
  return answerOnce(ctx, { key, request: options.request ?? request, status: 201 }, work)
}

async function tagCount(): Promise<number> {
  const { rows } = await listTags(ann.ctx(), { workspaceId: ann.workspaceId }, { cursor: null, limit: 100 })
  return rows.length
}

describe('a write with a key', () => {
  test('is done once, and told again to whoever repeats it', async () => {
    const first = await once('a')
    const second = await once('a')
    expect(first.isReplay).toBe(false)
    expect(second).toEqual({ answer: first.answer, isReplay: true })
    expect(await tagCount()).toBe(1)
  })

  test('is done once when it comes many times at once', async () => {
    const many = await Promise.all(Array.from({ length: 10 }, () => once('a')))
    expect(many.filter((each) => !each.isReplay)).toHaveLength(1)
    expect(new Set(many.map((each) => JSON.stringify(each.answer))).size).toBe(1)
    expect(await tagCount()).toBe(1)
  })

  test('is refused where the key was used for something else', async () => {
    await once('a')
    for (const other of [
      { ...request, body: { name: 'y' } },
      { ...request, url: '/clients' },
      { ...request, method: 'PATCH' },
    ]) {
      await expect(once('a', { request: other })).rejects.toMatchObject({
        code: 'conflict',
        reason: 'idempotency_key_reused',
      })
    }
    expect(await tagCount()).toBe(1)
  })

  test('has its key to itself: another key, session or person may use the same', async () => {
    const bob = await server.person()
    const callers = [ann.ctx(), ann.ctx({ tokenId: 1 }), ann.ctx({ tokenId: 2 })]
    for (const ctx of callers) expect(await once('a', { ctx })).toMatchObject({ isReplay: false })
    const work = (ctx: Ctx) => createTag(ctx, bob.workspaceId, { name: 'his' })
    expect(await once('a', { ctx: bob.ctx(), work })).toMatchObject({ isReplay: false })
  })

  test('is forgotten after a day', async () => {
    await once('a')
    server.clock.advance(DAY_S)
    expect(await once('a')).toMatchObject({ isReplay: true })
    server.clock.advance(1)
    expect(await once('a')).toMatchObject({ isReplay: false })
    expect(await tagCount()).toBe(2)
  })

  test('leaves neither key nor anything else where it fails, and can be tried again', async () => {
    const failing = once('a', {
      async work(ctx) {
        await make(ctx)
        throw new AppError('locked', 'locked_period', 'No.')
      },
    })
    await expect(failing).rejects.toMatchObject({ code: 'locked' })
    expect(await tagCount()).toBe(0)
    expect(await once('a')).toMatchObject({ isReplay: false })
  })

  test('has its answer kept under seal, as that may hold a secret', async () => {
    await once('a', { work: async () => ({ secret: 'tt_very_secret' }) })
    const rows = await server.house.db.kysely.selectFrom('idempotency_key').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('tt_very_secret')
    expect((await once('a')).answer).toEqual({ secret: 'tt_very_secret' })
  })

  test('answers nothing again where there was nothing to answer', async () => {
    const work = async () => undefined
    await once('a', { work })
    expect(await once('a', { work })).toEqual({ answer: null, isReplay: true })
  })

  test.each(['', 'x'.repeat(256)])('has no key like %j', async (key) => {
    await expect(once(key)).rejects.toMatchObject({ code: 'invalid' })
  })
})
