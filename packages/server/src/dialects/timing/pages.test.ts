import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const LIST = '/timing/api/v1/time-entries'
const COUNT = 1003

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer({ BASE_URL: 'https://time.example.org' })
  ann = await server.person()
  const first = await createEntry(ann.ctx(), {
    title: 'Entry',
    started_at: server.clock.now,
    ended_at: server.clock.now,
  })
  const { id: _, ...row } = await server.house.db.kysely
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', first.id)
    .executeTakeFirstOrThrow()
  const rows = Array.from({ length: COUNT - 1 }, (_each, index) => ({
    ...row,
    started_at: row.started_at - index * 1000,
  }))
  for (let from = 0; from < rows.length; from += 200) {
    await server.house.db.kysely
      .insertInto('entry')
      .values(rows.slice(from, from + 200))
      .execute()
  }
}, 60_000)
afterAll(() => server.close())

function get(query: string) {
  return ann.call('GET', `${LIST}?${query}`)
}

describe('a list of entries', () => {
  test('comes in pages of a thousand, newest first, and no entry twice', async () => {
    const pages = [await get('page=1'), await get('page=2')]
    expect(pages.map(({ body }) => body.data.length)).toEqual([1000, 3])
    const entries = pages.flatMap(({ body }) => body.data)
    expect(new Set(entries.map((entry) => entry.self)).size).toBe(COUNT)
    const order = entries.map((entry) => [entry.start_date, Number(entry.self.split('/').at(-1))])
    const sorted = [...order].sort((a, b) => (a[0] === b[0] ? b[1] - a[1] : a[0] < b[0] ? 1 : -1))
    expect(order).toEqual(sorted)
    expect((await get('')).body.data).toEqual(pages[0]?.body.data)
  })

  test('has nothing beside its entries but links and meta, of which no message may be one', async () => {
    const { body } = await get('')
    expect(Object.keys(body)).toEqual(['data', 'links', 'meta'])
  })

  test('links its pages by whole addresses of the public server', async () => {
    const url = (page: number) => `https://time.example.org${LIST}?page=${page}`
    expect((await get('')).body).toMatchObject({
      links: { first: url(1), last: url(2), prev: null, next: url(2) },
      meta: {
        current_page: 1,
        from: 1,
        last_page: 2,
        links: [
          { url: null, label: '&laquo; Previous', page: null, active: false },
          { url: url(1), label: '1', page: 1, active: true },
          { url: url(2), label: '2', page: 2, active: false },
          { url: url(2), label: 'Next &raquo;', page: 2, active: false },
        ],
        path: `https://time.example.org${LIST}`,
        per_page: 1000,
        to: 1000,
        total: COUNT,
      },
    })
    expect((await get('page=2')).body).toMatchObject({
      links: { prev: url(1), next: null },
      meta: { current_page: 2, from: 1001, to: 1003 },
    })
  })

  test('leads GrandTotal on, which follows the https address of the link whose label holds "next"', async () => {
    const seen = []
    for (let url: string | null = `${LIST}?start_date_min=2010-01-01&start_date_max=2050-01-01`; url;) {
      const { body } = await ann.call('GET', url)
      seen.push(...body.data)
      const next = body.meta.links.find((link: { label: string }) =>
        link.label.toLowerCase().includes('next'),
      )
      url = String(next.url).startsWith('https') ? next.url.replace('https://time.example.org', '') : null
    }
    expect(seen).toHaveLength(COUNT)
  })

  test('keeps every parameter in its links, lists by number, and the page last', async () => {
    const sent =
      'page=1&search_query=entry%20%26&is_running=0&team_members[]=/users/1&billing_status=paid&billing_status=billed'
    const { body } = await get(`${sent}&projects[]=`)
    expect(body.links.last).toBe(
      `https://time.example.org${LIST}?search_query=entry%20%26&is_running=0&team_members%5B0%5D=%2Fusers%2F1` +
        '&billing_status%5B0%5D=paid&billing_status%5B1%5D=billed&projects%5B0%5D=&page=1',
    )
  })

  test('past its end is empty, as Pipedream needs to come to an end', async () => {
    for (const page of [3, 50, 2_000_000]) {
      const { status, body } = await get(`page=${page}`)
      expect(status).toBe(200)
      expect(body.data).toEqual([])
      expect(body.meta).toMatchObject({
        current_page: page,
        from: null,
        to: null,
        last_page: 2,
        total: COUNT,
      })
    }
  })

  test('without entries still has a first page', async () => {
    const { body } = await get('search_query=nowhere')
    expect(body).toMatchObject({
      data: [],
      links: { prev: null, next: null },
      meta: { current_page: 1, from: null, to: null, last_page: 1, total: 0 },
    })
  })

  test('begins at the first page, whatever lies before it', async () => {
    for (const page of ['0', '-1', '']) expect((await get(`page=${page}`)).body.meta.current_page).toBe(1)
    for (const page of ['two', '1.5', '1e300', '9007199254740993']) {
      expect(await get(`page=${page}`)).toMatchObject({
        status: 422,
        body: { errors: { page: expect.anything() } },
      })
    }
  })
})

test('projects and teams come whole, without pages', async () => {
  for (const path of ['projects', 'projects/hierarchy', 'teams']) {
    const { body } = await ann.call('GET', `/timing/api/v1/${path}?page=2`)
    expect(Object.keys(body)).toEqual(['data'])
  }
})
