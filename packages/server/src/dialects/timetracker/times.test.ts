import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getEntry } from '../../core/entries/read.ts'
import { createProject } from '../../core/projects/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let client: Client
let project: number

beforeAll(async () => {
  server = await openTestServer({ TIME_ZONE: 'Europe/Berlin' })
})
beforeEach(async () => {
  server.clock.set('2025-11-03T11:30:00.250Z')
  // Where somebody lives is of no account: the system has one clock for all.
  ann = await server.person({ timeZone: 'Asia/Tokyo' })
  client = await clientOf(server, ann)
  project = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })).id
})
afterAll(() => server.close())

const made = async (start_time: string, end_time: string) =>
  (await client.post('/time-entries', { project_id: project, start_time, end_time })).body.time_entry
const instantsOf = async (id: number) => {
  const { started_at, ended_at } = await getEntry(ann.ctx(), id)
  return [started_at, ended_at].map((at) => new Date(at ?? 0).toISOString())
}

describe('a moment of a body', () => {
  test.each([
    ['2025-07-01T09:00:00', '2025-07-01T07:00:00.000Z', '2025-07-01T09:00:00'],
    ['2025-07-01 09:00', '2025-07-01T07:00:00.000Z', '2025-07-01T09:00:00'],
    ['2025-07-01T09:00:00.999999', '2025-07-01T07:00:00.000Z', '2025-07-01T09:00:00'],
    ['2025-07-01T09:00:00Z', '2025-07-01T09:00:00.000Z', '2025-07-01T11:00:00'],
    ['2025-07-01T09:00:00+02:00', '2025-07-01T07:00:00.000Z', '2025-07-01T09:00:00'],
    ['2025-07-01T09:00:00-05:00', '2025-07-01T14:00:00.000Z', '2025-07-01T16:00:00'],
    // An hour that the clock shows twice is the earlier one; one that it never shows is later by as much as is left out.
    ['2025-10-26T02:30:00', '2025-10-26T00:30:00.000Z', '2025-10-26T02:30:00'],
    ['2025-10-26T02:30:00+01:00', '2025-10-26T01:30:00.000Z', '2025-10-26T02:30:00'],
    ['2025-03-30T02:30:00', '2025-03-30T01:30:00.000Z', '2025-03-30T03:30:00'],
  ])('such as %s is %s, and shown as %s', async (sent, instant, shown) => {
    const entry = await made(sent, '2025-11-02T00:00:00')
    expect(entry.start_time).toBe(shown)
    expect((await instantsOf(entry.id))[0]).toBe(instant)
  })

  test('may have an offset where the other has none', async () => {
    const entry = await made('2025-07-01T07:00:00Z', '2025-07-01T10:00:00')
    expect(entry).toMatchObject({
      start_time: '2025-07-01T09:00:00',
      end_time: '2025-07-01T10:00:00',
      duration_seconds: 3600,
    })
  })
})

describe('a day', () => {
  test.each([
    ['2025-10-26', '2025-10-27', 25],
    ['2025-03-30', '2025-03-31', 23],
    ['2025-07-01', '2025-07-02', 24],
  ])('from midnight of %s has %3$i hours', async (from, to, hours) => {
    const { duration_hours, duration_formatted } = await made(`${from}T00:00:00`, `${to}T00:00:00`)
    expect([duration_hours, duration_formatted]).toEqual([hours, `${hours}:00:00`])
  })

  test('in a query counts whole, as the clock of the installation has it', async () => {
    const late = await made('2025-10-26T23:30:00', '2025-10-26T23:59:59')
    const early = await made('2025-10-27T00:00:00', '2025-10-27T00:30:00')
    const listed = async (query: string) =>
      (await client.get(`/time-entries?${query}`)).body.time_entries.map(({ id }: { id: number }) => id)
    expect(await listed('start_date=2025-10-26&end_date=2025-10-26')).toEqual([late.id])
    expect(await listed('start_date=2025-10-27')).toEqual([early.id])
    expect(await listed('start_date=2025-10-26T23:00:00Z')).toEqual([early.id])
    // A plus sign that was not encoded is a space.
    expect(await listed('end_date=2025-10-26T23:30:00+01:00')).toEqual([late.id])
    expect(await listed('end_date=2025-10-26T23:30:00%2B01:00')).toEqual([late.id])
    const { body } = await client.get('/reports/summary?start_date=2025-10-26&end_date=2025-10-26')
    expect(body.summary).toMatchObject({
      start_date: '2025-10-26T00:00:00',
      end_date: '2025-10-26T23:59:59',
      total_entries: 1,
    })
    const days = await client.get('/reports?start_date=2025-10-20&end_date=2025-11-02&group_by=day')
    expect(days.body.report.rows.map(({ day }: { day: string }) => day)).toEqual(['2025-10-26', '2025-10-27'])
  })
})

test('some moments are shown in UTC, the others as the clock of the installation shows them', async () => {
  const { body: client1 } = await client.post('/clients', { name: 'Big' })
  const { body: made } = await client.post('/projects', { name: 'Web', client_id: client1.client.id })
  const { body: task } = await client.post('/tasks', { name: 'Draw', project_id: project })
  const { body: timer } = await client.post('/timer/start', { project_id: project })
  const utc = '2025-11-03T11:30:00.250000'
  expect([client1.client.created_at, made.project.created_at]).toEqual([utc, utc])
  const local = '2025-11-03T12:30:00'
  expect([task.task.created_at, timer.timer.start_time, timer.timer.created_at]).toEqual([
    local,
    local,
    local,
  ])
  expect((await client.get('/info')).body.timezone).toBe('Europe/Berlin')
})
