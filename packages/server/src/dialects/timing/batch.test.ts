import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const BATCH = `${API}/time-entries/batch-update`

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  ann = await server.person()
})

async function add(
  title: string | null,
  fields: { project_id?: number; notes?: string; billing_status?: 'billed' | 'paid' } = {},
) {
  const times = { started_at: server.clock.now, ended_at: server.clock.now + 3600_000 }
  return `/time-entries/${(await createEntry(ann.ctx(), { title, ...times, ...fields })).id}`
}

describe('a batch', () => {
  test('changes all alike, and answers in the order asked for, each once', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    const idOf = (self: string) => self.split('/').at(-1)
    const body = {
      time_entries: [c, Number(idOf(a)), idOf(b), c, { self: a }],
      data: { billing_status: 'billed', notes: 'n', custom_fields: { x: 'y' }, unknown: 1 },
    }
    const answer = await ann.call('PATCH', BATCH, body)
    expect(answer).toMatchObject({ status: 200, body: { message: 'Updated 3 time entries.' } })
    expect(answer.body.data.map((entry: { self: string }) => entry.self)).toEqual([c, a, b])
    for (const entry of answer.body.data) {
      expect(entry).toMatchObject({ billing_status: 'billed', notes: 'n', custom_fields: { x: 'y' } })
    }
  })

  test('keeps what it does not name', async () => {
    const self = await add('A', { notes: 'n', billing_status: 'paid' })
    const { body } = await ann.call('PATCH', BATCH, {
      time_entries: [self],
      data: { custom_fields: { x: 'y' } },
    })
    expect(body.data[0]).toMatchObject({ title: 'A', notes: 'n', billing_status: 'paid' })
  })

  test('is done whole or not at all', async () => {
    const self = await add('A')
    const stranger = await server.person()
    const foreign = await createEntry(stranger.ctx(), { title: 'X', started_at: 0, ended_at: 0 })
    for (const wrong of [foreign.id, 999_999, '/projects/1', 'x', null, -1, '9007199254740993', [1]]) {
      const body = { time_entries: [self, wrong], data: { title: 'B' } }
      expect(await ann.call('PATCH', BATCH, body)).toMatchObject({
        status: 422,
        body: { errors: { 'time_entries.1': ['The selected time_entries.1 is invalid.'] } },
      })
    }
    expect((await ann.call('GET', API + self)).body.data.title).toBe('A')
  })

  test('has to name entries, at most a thousand, and something to change', async () => {
    const self = await add('A')
    const data = { title: 'B' }
    for (const wrong of [
      undefined,
      null,
      [],
      'x',
      1,
      {},
      Array.from({ length: 1001 }, (_, index) => index + 1),
    ]) {
      expect(await ann.call('PATCH', BATCH, { time_entries: wrong, data })).toMatchObject({
        status: 422,
        body: { errors: { time_entries: expect.anything() } },
      })
    }
    for (const wrong of [undefined, null, {}, [], 'x', { start_date: '2026-01-01' }]) {
      expect(await ann.call('PATCH', BATCH, { time_entries: [self], data: wrong })).toMatchObject({
        status: 422,
        body: { errors: { data: expect.anything() } },
      })
    }
  })

  test('of a thousand is no trouble', async () => {
    const self = await add('A')
    const { id: _, ...row } = await server.house.db.kysely
      .selectFrom('entry')
      .selectAll()
      .where('id', '=', Number(self.split('/').at(-1)))
      .executeTakeFirstOrThrow()
    const ids: number[] = []
    for (let made = 0; made < 1000; made += 200) {
      const rows = Array.from({ length: 200 }, () => row)
      const inserted = await server.house.db.kysely.insertInto('entry').values(rows).returning('id').execute()
      ids.push(...inserted.map((each) => each.id))
    }
    const answer = await ann.call('PATCH', BATCH, { time_entries: ids, data: { billing_status: 'paid' } })
    expect(answer).toMatchObject({ status: 200, body: { message: 'Updated 1000 time entries.' } })
  })
})
