import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../../core/context.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let toggl: Calls

const NOW = '2013-03-12T16:00:00.500Z'
const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set(NOW)
  ann = await server.person({ timeZone: 'Europe/Tallinn' })
  toggl = togglCalls(server, ann)
})
afterAll(() => server.close())

const create = (fields: object) =>
  toggl.post('/api/v8/time_entries', {
    time_entry: {
      created_with: 'curl',
      start: '2013-03-05T07:58:58.000Z',
      duration: 1200,
      wid: ann.workspaceId,
      ...fields,
    },
  })

/** An entry of an hour that began this long ago. */
const ago = (ms: number, title = 'Work') =>
  createEntry(ann.ctx(), {
    started_at: server.clock.now - ms,
    ended_at: server.clock.now - ms + HOUR_MS,
    title,
  })
const listed = async (query = '') => (await toggl.get(`/api/v8/time_entries${query}`)).body

describe('the list of time entries', () => {
  test('is the literal null where there are none', async () => {
    const { status, body, headers } = await toggl.get('/api/v8/time_entries')
    expect([status, body]).toEqual([200, null])
    expect(headers['content-length']).toBe('4')
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  })

  test('goes from nine days ago, which no longer counts, to now, oldest first', async () => {
    server.clock.set('2013-03-12T16:00:00Z')
    await ago(9 * DAY_MS, 'exactly nine days')
    await ago(0, 'now')
    await ago(9 * DAY_MS - 1000, 'a second less')
    await ago(-1000, 'in a second')
    await ago(DAY_MS, 'yesterday')
    const titles = (await listed()).map((entry: { description: string }) => entry.description)
    expect(titles).toEqual(['a second less', 'yesterday', 'now'])
  })

  test('takes a range whose end no longer counts; without an end it goes to now', async () => {
    for (const days of [1, 20, 40]) await ago(days * DAY_MS, `${days}`)
    await ago(-DAY_MS, 'tomorrow')
    const titles = async (query: string) =>
      (await listed(query))?.map((entry: { description: string }) => entry.description) ?? null
    const at = (days: number) => encodeURIComponent(new Date(server.clock.now - days * DAY_MS).toISOString())
    expect(await titles(`?start_date=${at(41)}`)).toEqual(['40', '20', '1'])
    expect(await titles(`?start_date=${at(41)}&end_date=${at(-2)}`)).toEqual(['40', '20', '1', 'tomorrow'])
    expect(await titles(`?start_date=${at(40.5)}&end_date=${at(19)}`)).toEqual(['40', '20'])
    expect(await titles(`?end_date=${at(19)}`)).toEqual(['20'])
    expect(await titles(`?start_date=${at(10)}&end_date=${at(5)}`)).toBeNull()
  })

  test('reads offsets, encoded or not, and days on the wall of the person', async () => {
    await create({ start: '2013-03-10T13:42:46Z', description: 'At the edge' })
    expect(await listed('?start_date=2013-03-10T15%3A42%3A46%2B02%3A00')).toHaveLength(1)
    expect(await listed('?start_date=2013-03-10T15:42:46+02:00')).toHaveLength(1)
    expect(await listed('?start_date=2013-03-10T15:42:47+02:00')).toBeNull()
    await create({ start: '2013-03-09T22:30:00Z', description: 'After midnight in Tallinn' })
    expect(await listed('?start_date=2013-03-10&end_date=2013-03-11')).toHaveLength(2)
  })

  test.each([
    ['start_date=yesterday', 'Invalid start date\n'],
    ['end_date=2013-02-30', 'Invalid end date\n'],
  ])('refuses %s in plain text', async (query, message) => {
    const { status, body, headers } = await toggl.get(`/api/v8/time_entries?${query}`)
    expect([status, body]).toEqual([400, message])
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  test('has the first thousand', async () => {
    await transact(ann.ctx(), async (ctx) => {
      for (let minute = 0; minute < 1001; minute++) {
        const started_at = Date.UTC(2013, 2, 11) + minute * 60_000
        await createEntry(
          { ...ann.ctx(), db: ctx.db },
          { started_at, ended_at: started_at, title: `${minute}` },
        )
      }
    })
    const entries = await listed()
    expect(entries).toHaveLength(1000)
    expect(entries[0].description).toBe('0')
    expect(entries.at(-1).description).toBe('999')
  })
})
