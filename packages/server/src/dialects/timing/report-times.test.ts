import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const HOUR = 3_600_000

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

async function personIn(timeZone: string, ...starts: string[]): Promise<Person> {
  const person = await server.person({ timeZone })
  for (const [index, start] of starts.entries()) {
    const started_at = Date.parse(start)
    const ended_at = started_at + (index + 1) * HOUR
    await createEntry(person.ctx(), { started_at, ended_at, title: `E${index}` })
  }
  return person
}

type Asking = { mode?: string; zone?: string; range?: string }

/** Hours, start and end of each row, by start. */
async function spans(person: Person, { mode = 'exact', zone, range = 'start_date_min=1990-01-01' }: Asking) {
  const query = `columns[]=timespan&timespan_grouping_mode=${mode}&sort[]=start_date&${range}`
  const headers: Record<string, string> = zone === undefined ? {} : { 'x-time-zone': zone }
  const { status, body } = await person.call('GET', `${API}/report?${query}`, undefined, headers)
  expect([status, status === 200 ? null : body]).toEqual([200, null])
  return body.data.map((row: { duration: number; start_date: string; end_date: string }) => {
    expect(Object.keys(row)).toEqual(['duration', 'start_date', 'end_date'])
    return [row.duration / 3600, row.start_date.replace('.000000', ''), row.end_date.replace('.000000', '')]
  })
}

describe('exact rows', () => {
  test('carry the start and end of their entries in UTC, whatever the zone', async () => {
    const berta = await personIn('Europe/Berlin', '2026-03-02T09:00:00Z', '2026-03-02T22:30:00Z')
    const expected = [
      [1, '2026-03-02T09:00:00+00:00', '2026-03-02T10:00:00+00:00'],
      [2, '2026-03-02T22:30:00+00:00', '2026-03-03T00:30:00+00:00'],
    ]
    expect(await spans(berta, {})).toEqual(expected)
    expect(await spans(berta, { zone: 'Asia/Tokyo' })).toEqual(expected)
  })

  test('make one of entries that begin and end together', async () => {
    const berta = await personIn('UTC', '2026-03-02T09:00:00Z')
    const times = {
      started_at: Date.parse('2026-03-02T09:00:00Z'),
      ended_at: Date.parse('2026-03-02T10:00:00Z'),
    }
    await createEntry(berta.ctx(), { ...times, title: 'Beside it' })
    expect(await spans(berta, {})).toEqual([[2, '2026-03-02T09:00:00+00:00', '2026-03-02T10:00:00+00:00']])
  })
})

describe('rows of a day, week, month or year', () => {
  const STARTS = [
    '2025-12-31T23:30:00Z',
    '2026-01-01T22:00:00Z',
    '2026-01-05T00:00:00Z',
    '2026-03-31T22:30:00Z',
  ]

  test('go from its first moment to the first of the next, and hold entries by their start', async () => {
    const person = await personIn('UTC', ...STARTS)
    expect(await spans(person, { mode: 'day' })).toEqual([
      [1, '2025-12-31T00:00:00+00:00', '2026-01-01T00:00:00+00:00'],
      [2, '2026-01-01T00:00:00+00:00', '2026-01-02T00:00:00+00:00'],
      [3, '2026-01-05T00:00:00+00:00', '2026-01-06T00:00:00+00:00'],
      [4, '2026-03-31T00:00:00+00:00', '2026-04-01T00:00:00+00:00'],
    ])
    // Weeks are those of ISO 8601, whatever the week of the account begins with.
    expect(await spans(person, { mode: 'week' })).toEqual([
      [3, '2025-12-29T00:00:00+00:00', '2026-01-05T00:00:00+00:00'],
      [3, '2026-01-05T00:00:00+00:00', '2026-01-12T00:00:00+00:00'],
      [4, '2026-03-30T00:00:00+00:00', '2026-04-06T00:00:00+00:00'],
    ])
    expect(await spans(person, { mode: 'month' })).toEqual([
      [1, '2025-12-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00'],
      [5, '2026-01-01T00:00:00+00:00', '2026-02-01T00:00:00+00:00'],
      [4, '2026-03-01T00:00:00+00:00', '2026-04-01T00:00:00+00:00'],
    ])
    expect(await spans(person, { mode: 'year' })).toEqual([
      [1, '2025-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00'],
      [9, '2026-01-01T00:00:00+00:00', '2027-01-01T00:00:00+00:00'],
    ])
  })

  test('are those of the account, or of the zone that the header names', async () => {
    const person = await personIn('Europe/Berlin', ...STARTS)
    expect(await spans(person, { mode: 'month' })).toEqual([
      [6, '2026-01-01T00:00:00+01:00', '2026-02-01T00:00:00+01:00'],
      [4, '2026-04-01T00:00:00+02:00', '2026-05-01T00:00:00+02:00'],
    ])
    expect(await spans(person, { mode: 'year', zone: 'America/St_Johns' })).toEqual([
      [1, '2025-01-01T00:00:00-03:30', '2026-01-01T00:00:00-03:30'],
      [9, '2026-01-01T00:00:00-03:30', '2027-01-01T00:00:00-03:30'],
    ])
    expect(
      await spans(person, { mode: 'day', zone: 'Asia/Kathmandu', range: 'start_date_max=2026-01-01' }),
    ).toEqual([[1, '2026-01-01T00:00:00+05:45', '2026-01-02T00:00:00+05:45']])
    expect(await spans(person, { mode: 'month', zone: 'Mars/Olympus' })).toEqual(
      await spans(person, { mode: 'month' }),
    )
  })

  test('have 23 or 25 hours where the clocks are changed, each end with the offset of its moment', async () => {
    const person = await personIn(
      'UTC',
      '2026-03-29T00:30:00Z',
      '2026-03-29T21:30:00Z',
      '2026-10-24T22:30:00Z',
      '2026-10-25T22:30:00Z',
    )
    expect(await spans(person, { mode: 'day', zone: 'Europe/Berlin' })).toEqual([
      [3, '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'],
      [7, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
    ])
    expect(await spans(person, { mode: 'week', zone: 'Europe/Berlin' })).toEqual([
      [3, '2026-03-23T00:00:00+01:00', '2026-03-30T00:00:00+02:00'],
      [7, '2026-10-19T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
    ])
  })

  test('begin later where the clocks leave midnight out', async () => {
    const person = await personIn('America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06T03:59:59Z')
    expect(await spans(person, { mode: 'day' })).toEqual([
      [2, '2026-09-05T00:00:00-04:00', '2026-09-06T01:00:00-03:00'],
      [1, '2026-09-06T01:00:00-03:00', '2026-09-07T00:00:00-03:00'],
    ])
  })

  test('of leap years and of every month end where the next one begins', async () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      new Date(Date.UTC(2028, month, 28, 12)).toISOString(),
    )
    const person = await personIn('UTC', ...months)
    const shown = await spans(person, { mode: 'month' })
    expect(shown.map(([, start]: string[]) => start?.slice(0, 10))).toEqual(
      months.map((at) => `${at.slice(0, 7)}-01`),
    )
    expect(shown.slice(0, -1).map(([, , end]: string[]) => end)).toEqual(
      shown.slice(1).map(([, start]: string[]) => start),
    )
    expect(await spans(person, { mode: 'year' })).toEqual([
      [78, '2028-01-01T00:00:00+00:00', '2029-01-01T00:00:00+00:00'],
    ])
  })

  test('stand beside other columns, and give no dates where the time is not shown', async () => {
    const person = await personIn(
      'UTC',
      '2026-03-02T09:00:00Z',
      '2026-03-02T12:00:00Z',
      '2026-03-03T09:00:00Z',
    )
    const query = 'timespan_grouping_mode=week&start_date_min=2026-01-01'
    const beside = await person.call('GET', `${API}/report?columns[]=title&columns[]=timespan&${query}`)
    expect(beside.body.data).toHaveLength(3)
    const without = await person.call('GET', `${API}/report?columns[]=title&${query}`)
    expect(Object.keys(without.body.data[0])).toEqual(['duration', 'title'])
  })
})

describe('the range', () => {
  test('without bounds is the last 30 days in UTC, as of the list', async () => {
    server.clock.set('2026-03-31T23:30:00Z')
    const person = await personIn(
      'Europe/Berlin',
      '2026-02-28T23:59:59Z',
      '2026-03-01T00:00:00Z',
      '2026-03-31T23:59:59Z',
      '2026-04-01T00:00:00Z',
    )
    const listed = await person.call('GET', `${API}/time-entries`)
    expect(listed.body.data.map((entry: { title: string }) => entry.title)).toEqual(['E2', 'E1'])
    expect(await spans(person, { range: '' })).toEqual([
      [2, '2026-03-01T00:00:00+00:00', '2026-03-01T02:00:00+00:00'],
      [3, '2026-03-31T23:59:59+00:00', '2026-04-01T02:59:59+00:00'],
    ])
  })

  test('counts whole days of the zone, and what starts in it to its end', async () => {
    const person = await personIn(
      'UTC',
      '2026-03-01T23:00:00Z',
      '2026-03-02T22:59:59Z',
      '2026-03-02T23:00:00Z',
    )
    const range = 'start_date_min=2026-03-02&start_date_max=2026-03-02'
    expect(await spans(person, { mode: 'day', zone: 'Europe/Berlin', range })).toEqual([
      [3, '2026-03-02T00:00:00+01:00', '2026-03-03T00:00:00+01:00'],
    ])
  })

  test('may be all there ever was', async () => {
    const person = await personIn('Europe/Berlin', '1999-12-31T23:30:00Z', '2040-06-30T22:30:00Z')
    expect(
      await spans(person, { mode: 'year', range: 'start_date_min=1900-01-01&start_date_max=2999-12-31' }),
    ).toEqual([
      [1, '2000-01-01T00:00:00+01:00', '2001-01-01T00:00:00+01:00'],
      [2, '2040-01-01T00:00:00+01:00', '2041-01-01T00:00:00+01:00'],
    ])
    expect(await spans(person, { mode: 'year', range: 'start_date_max=2039-01-01' })).toEqual([
      [1, '2000-01-01T00:00:00+01:00', '2001-01-01T00:00:00+01:00'],
    ])
  })
})
