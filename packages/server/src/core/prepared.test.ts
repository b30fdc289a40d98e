import type { Insertable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Schema } from '../db/schema.ts'
import { openTestServer, type TestServer } from '../testing/server.ts'
import type { Ctx } from './context.ts'
import { inFewTexts, prepared } from './prepared.ts'

let server: TestServer
let ctx: Ctx
let ids: number[]

beforeAll(async () => {
  server = await openTestServer()
  const people = [await server.person(), await server.person(), await server.person()]
  ids = people.map(({ user }) => user.id)
  ctx = people[0]!.ctx()
})
afterAll(() => server.close())

describe('a query that is built once', () => {
  test('for each length of a list and each set of names, and then only gets its values', async () => {
    let built = 0
    const people = prepared(({ kysely }, among: number[], range: { from?: number; to?: number }) => {
      built += 1
      let query = kysely.selectFrom('user').select('id').where('id', 'in', among).orderBy('id')
      if (range.from !== undefined) query = query.where('id', '>=', range.from)
      return range.to === undefined ? query : query.where('id', '<=', range.to)
    })
    const found = async (among: number[], range: { from?: number; to?: number }) =>
      (await people(ctx, among, range)).map(({ id }) => id)
    const [first = 0, second = 0, third = 0] = ids

    expect(await found([first, second], {})).toEqual([first, second])
    expect(await found([third, second], {})).toEqual([second, third])
    expect(built).toBe(1)
    expect(await found([first, second, third], {})).toEqual(ids)
    expect(built).toBe(2)
    expect(await found([first, second], { from: second })).toEqual([second])
    expect(await found([first, second], { from: first, to: undefined })).toEqual([first, second])
    expect(built).toBe(3)
    expect(await found([first, second], { to: first })).toEqual([first])
    expect(built).toBe(4)
  })

  test('writes rows of a list, each with its own values', async () => {
    const insert = prepared(({ kysely }, rows: Insertable<Schema['job']>[]) =>
      kysely.insertInto('job').values(rows).returning(['kind', 'payload']),
    )
    const row = (payload: string) => ({
      kind: 'of this test',
      payload,
      run_at: 9e15,
      attempts: 0,
      created_at: 0,
    })
    const payloadsOf = async (...texts: string[]) =>
      (await insert(ctx, texts.map(row))).map(({ payload }) => payload).toSorted()
    expect(await payloadsOf('"a"', '"b"')).toEqual(['"a"', '"b"'])
    expect(await payloadsOf('"c"', '"d"')).toEqual(['"c"', '"d"'])
    await ctx.db.kysely.deleteFrom('job').where('kind', '=', 'of this test').execute()
  })
})

test.each([
  [[], [0]],
  [[7], [7]],
  [
    [7, 8, 9],
    [7, 8, 9, 9],
  ],
  [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 5, 5, 5],
  ],
])('ids in few texts: %j is asked as %j', (asked, filled) => {
  expect(inFewTexts(asked)).toEqual(filled)
})
