import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'

let server: TestServer
/** Somebody whose account is in a zone east of UTC, with daylight saving. */
let berta: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  berta = await server.person({ timeZone: 'Europe/Berlin' })
})

/** What the server makes of a date that is sent as the start of an entry. */
async function readStart(text: string, zone?: string): Promise<string> {
  const body = { title: 'A', start_date: text, end_date: '2999-01-01T00:00:00Z' }
  const answer = await berta.call(
    'POST',
    `${API}/time-entries`,
    body,
    zone === undefined ? {} : { 'x-time-zone': zone },
  )
  return answer.status === 201 ? answer.body.data.start_date : answer.body.errors.start_date[0]
}

describe('a date with an offset is that moment, however it is written', () => {
  test.each([
    ['2019-01-01T00:00:00+00:00', '2019-01-01T00:00:00'],
    ['2019-01-01 00:00:00+00', '2019-01-01T00:00:00'],
    ['2019-01-01T00:00:00Z', '2019-01-01T00:00:00'],
    ['2019-01-01T00:00:00z', '2019-01-01T00:00:00'],
    ['2019-01-01T00:00:00+0000', '2019-01-01T00:00:00'],
    ['2019-01-01T00:00:00.000000+00:00', '2019-01-01T00:00:00'],
    ['2019-01-01T00:00:00.123456789+01:00', '2018-12-31T23:00:00'],
    ['2019-01-01T00:00:00.9Z', '2019-01-01T00:00:00'],
    ['2019-01-01T00:00+05:30', '2018-12-31T18:30:00'],
    ['2019-01-01 00:00-08', '2019-01-01T08:00:00'],
    ['2019-01-01T00:00:00 +01:00', '2018-12-31T23:00:00'],
    ['2019-01-01T00:00:00+14:00', '2018-12-31T10:00:00'],
    ['2019-01-01T00:00:00-14:00', '2019-01-01T14:00:00'],
    ['2020-02-29T12:00:00Z', '2020-02-29T12:00:00'],
  ])('%s', async (text, start) => {
    expect(await readStart(text)).toBe(`${start}.000000+00:00`)
    expect(await readStart(text, 'America/New_York')).toBe(`${start}.000000+00:00`)
  })
})

describe('a date without an offset', () => {
  test.each([
    ['2019-07-01T12:00:00', undefined, '2019-07-01T12:00:00'],
    ['2019-07-01 12:00', undefined, '2019-07-01T12:00:00'],
    ['2019-07-01T12:00:00', 'America/New_York', '2019-07-01T16:00:00'],
    ['2019-01-01T12:00:00', 'America/New_York', '2019-01-01T17:00:00'],
    ['2019-07-01T12:00:00', 'Mars/Olympus', '2019-07-01T12:00:00'],
    ['2019-07-01T12:00:00', '+02:00', '2019-07-01T12:00:00'],
    ['2019-07-01T12:00:00', '', '2019-07-01T12:00:00'],
  ])('and with a time (%s) is in the zone of the header (%s), or else UTC', async (text, zone, start) => {
    expect(await readStart(text, zone)).toBe(`${start}.000000+00:00`)
  })

  test.each([
    ['2019-07-01', undefined, '2019-06-30T22:00:00'],
    ['2019-07-01', 'America/New_York', '2019-07-01T04:00:00'],
    ['2019-07-01', 'Mars/Olympus', '2019-06-30T22:00:00'],
  ])(
    'nor a time (%s) is a day in the zone of the header (%s), or else of the account',
    async (text, zone, start) => {
      expect(await readStart(text, zone)).toBe(`${start}.000000+00:00`)
    },
  )

  test('is the whole day as an end', async () => {
    const body = { title: 'A', start_date: '2019-07-01', end_date: '2019-07-01' }
    const { body: made } = await berta.call('POST', `${API}/time-entries`, body)
    expect(made.data).toMatchObject({ end_date: '2019-07-01T22:00:00.000000+00:00', duration: 24 * 3600 })
  })

  test.each([
    ['2025-03-30', 23],
    ['2025-10-26', 25],
  ])('lasts as long as %s does where the clocks change', async (day, hours) => {
    const body = { title: 'A', start_date: day, end_date: day }
    const { body: made } = await berta.call('POST', `${API}/time-entries`, body)
    expect(made.data.duration).toBe(hours * 3600)
  })

  test('is the earlier hour where a clock is set back, and after the gap where it is set forward', async () => {
    expect(await readStart('2025-10-26T02:30:00', 'Europe/Berlin')).toBe('2025-10-26T00:30:00.000000+00:00')
    expect(await readStart('2025-03-30T02:30:00', 'Europe/Berlin')).toBe('2025-03-30T01:30:00.000000+00:00')
  })
})

test.each([
  '2019-02-31',
  '2019-02-29T00:00:00Z',
  '2019-13-01',
  '2019-01-01T25:00:00Z',
  '2019-01-01T00:60:00Z',
  '2019-01-01T00:00:00+15:00',
  '2019-01-01T00:00:00+01:99',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '19-01-01',
  'yesterday',
  '1546300800',
  '2019-01-01T00:00:00.1234567890Z',
  '2019-01-01T00:00:00Z; drop table entry',
])('%s is no date', async (text) => {
  expect(await readStart(text)).toBe('The start date field must be a valid date.')
  const listed = await berta.call('GET', `${API}/time-entries?start_date_min=${encodeURIComponent(text)}`)
  expect(listed).toMatchObject({ status: 422, body: { errors: { start_date_min: expect.anything() } } })
})

describe('the range of a list', () => {
  const at = (text: string) => Date.parse(text)

  async function add(...starts: string[]): Promise<void> {
    for (const start of starts) {
      await createEntry(berta.ctx(), { title: start, started_at: at(start), ended_at: at(start) + 3600_000 })
    }
  }

  async function listed(query: string, zone?: string): Promise<string[]> {
    const headers: Record<string, string> = zone === undefined ? {} : { 'x-time-zone': zone }
    const { status, body } = await berta.call('GET', `${API}/time-entries?${query}`, undefined, headers)
    expect(status).toBe(200)
    return body.data.map((entry: { title: string }) => entry.title).reverse()
  }

  test('holds whole days where it is given in days, in the zone of the header or else of the account', async () => {
    await add('2019-01-01T22:59:59Z', '2019-01-01T23:00:00Z', '2019-01-02T22:59:59Z', '2019-01-02T23:00:00Z')
    const day = 'start_date_min=2019-01-02&start_date_max=2019-01-02'
    expect(await listed(day)).toEqual(['2019-01-01T23:00:00Z', '2019-01-02T22:59:59Z'])
    expect(await listed(day, 'UTC')).toEqual(['2019-01-02T22:59:59Z', '2019-01-02T23:00:00Z'])
    expect(await listed(day, 'Pacific/Auckland')).toEqual(['2019-01-01T22:59:59Z', '2019-01-01T23:00:00Z'])
  })

  test('counts both of its bounds', async () => {
    await add('2019-01-01T09:59:59Z', '2019-01-01T10:00:00Z', '2019-01-01T11:00:00Z', '2019-01-01T11:00:01Z')
    expect(await listed('start_date_min=2019-01-01T10:00:00Z&start_date_max=2019-01-01T11:00:00Z')).toEqual([
      '2019-01-01T10:00:00Z',
      '2019-01-01T11:00:00Z',
    ])
  })

  test('goes by the start alone', async () => {
    await add('2019-01-01T09:30:00Z')
    expect(await listed('start_date_min=2019-01-01T10:00:00Z&start_date_max=2019-01-01T11:00:00Z')).toEqual(
      [],
    )
  })

  test('takes the plus of an offset that was not encoded', async () => {
    await add('2019-01-01T10:00:00Z')
    for (const plus of ['+00:00', '+0000', '+00', '.000000+00:00']) {
      const bounds = `start_date_min=2019-01-01T10:00:00${plus}&start_date_max=2019-01-01T10:00:00${plus}`
      expect(await listed(bounds)).toEqual(['2019-01-01T10:00:00Z'])
      expect(await listed(bounds.replaceAll('+', '%2B'), 'Asia/Tokyo')).toEqual(['2019-01-01T10:00:00Z'])
    }
    expect(await listed('start_date_min=2019-01-01T11:00+01:00&start_date_max=2019-01-01 10:00')).toEqual([
      '2019-01-01T10:00:00Z',
    ])
  })

  test('may be open at either side', async () => {
    await add('2001-01-01T00:00:00Z', '2019-01-01T10:00:00Z', '2040-01-01T00:00:00Z')
    expect(await listed('start_date_min=2019-01-01')).toEqual([
      '2019-01-01T10:00:00Z',
      '2040-01-01T00:00:00Z',
    ])
    expect(await listed('start_date_max=2019-01-01')).toEqual([
      '2001-01-01T00:00:00Z',
      '2019-01-01T10:00:00Z',
    ])
    expect(await listed('start_date_min=1950-01-01&start_date_max=2050-01-01')).toHaveLength(3)
  })

  test('is from midnight 30 days ago to the end of today, in UTC, where no bound is given', async () => {
    await add('2026-01-30T23:59:59Z', '2026-01-31T00:00:00Z', '2026-03-02T23:59:59Z', '2026-03-03T00:00:00Z')
    expect(await listed('')).toEqual(['2026-01-31T00:00:00Z', '2026-03-02T23:59:59Z'])
  })
})
