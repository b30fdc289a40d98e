import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../../core/tokens.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { type ReportTeam, reportTeam } from '../testing/report-team.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let team: ReportTeam
let ada: Calls
let base: string

const WEEK = { start_date: '2026-03-25', end_date: '2026-03-31' }
const OLD = 'since=2026-03-25&until=2026-03-31&user_agent=test'
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

beforeAll(async () => {
  server = await openTestServer()
  team = await reportTeam(server)
  ada = togglCalls(server, team.ada)
  base = `/reports/api/v3/workspace/${team.id}`
})

afterAll(() => server.close())

const KEY = { name: 'test', kind: 'timetracker' as const, workspaceId: null, expiresAt: null, allowedIps: [] }

/** The rows of a file, after the mark that says it is UTF-8. */
function rowsOf(text: string): string[] {
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  return text.slice(1, -2).split('\r\n')
}

const HEADER =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'

describe('the detailed report as CSV', () => {
  test('has the columns that importers know', async () => {
    const { status, body, headers } = await ada.post(`${base}/search/time_entries.csv`, {
      ...WEEK,
      order_dir: 'ASC',
    })
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/csv/)
    expect(headers['content-disposition']).toContain('Toggl_time_entries_2026-03-25_to_2026-03-31.csv')
    expect(rowsOf(body)).toEqual([
      HEADER,
      `Ada,${team.ada.email},Birch,Shop,,Move,No,2026-03-28,23:30:00,2026-03-29,00:30:00,01:00:00,,`,
      `Ada,${team.ada.email},Acme,Site,,Deploy,Yes,2026-03-29,01:30:00,2026-03-29,03:30:00,01:00:00,deep,100.00`,
      `Ada,${team.ada.email},Acme,Site,Layout,Plan,Yes,2026-03-30,09:00:00,2026-03-30,10:20:00,01:20:00,"call, deep",133.33`,
      `Ada,${team.ada.email},Acme,Site,Layout,Plan,Yes,2026-03-30,12:00:00,2026-03-30,12:10:07,00:10:07,"call, deep",16.86`,
      `Ben,${team.ben.email},,,,,No,2026-03-30,14:00:00,2026-03-30,14:45:00,00:45:00,,`,
      `Ben,${team.ben.email},Birch,Shop,,'=1+1,No,2026-03-31,08:00:00,2026-03-31,09:30:00,01:30:00,call,`,
    ])
  })

  test('writes durations as asked, and no amounts where they are to be hidden', async () => {
    const rows = async (body: object) =>
      rowsOf(
        (await ada.post(`${base}/search/time_entries.csv`, { ...WEEK, project_ids: [team.site], ...body }))
          .body,
      )
    const [, decimal] = await rows({ duration_format: 'decimal' })
    expect(decimal).toContain(',0.17,"call, deep",16.86')
    const [header, improved] = await rows({ duration_format: 'improved', hide_amounts: true })
    expect(header).toMatch(/,Amount \(\)$/)
    expect(improved).toMatch(/,0:10:07,"call, deep",$/)
    expect(await rows({ grouped: true })).toHaveLength(3)
  })
})

test('the summary as CSV has the names of both groupings', async () => {
  const { body, headers } = await ada.post(`${base}/summary/time_entries.csv`, WEEK)
  expect(headers['content-disposition']).toContain('Toggl_Track_summary_report_2026-03-25_2026-03-31.csv')
  expect(rowsOf(body)).toEqual([
    'Project,Client,Description,Duration,Amount (EUR)',
    'Site,Acme,Plan,01:30:07,150.19',
    "Shop,Birch,'=1+1,01:30:00,0.00",
    'Site,Acme,Deploy,01:00:00,100.00',
    'Shop,Birch,Move,01:00:00,0.00',
    ',,,00:45:00,0.00',
  ])
  const users = await ada.post(`${base}/summary/time_entries.csv`, {
    ...WEEK,
    grouping: 'users',
    collapse: true,
    order_by: 'title',
    duration_format: 'decimal',
  })
  expect(rowsOf(users.body)).toEqual(['User,Duration,Amount (EUR)', 'Ada,3.50,250.19', 'Ben,2.25,0.00'])
})

test('the week as CSV has a column for each day', async () => {
  const { body } = await ada.post(`${base}/weekly/time_entries.csv`, { start_date: '2026-03-28' })
  expect(rowsOf(body)).toEqual([
    'Project,Client,User,2026-03-28,2026-03-29,2026-03-30,2026-03-31,2026-04-01,2026-04-02,2026-04-03,Total',
    ',,Ben,00:00:00,00:00:00,00:45:00,00:00:00,00:00:00,00:00:00,00:00:00,00:45:00',
    'Shop,Birch,Ada,01:00:00,00:00:00,00:00:00,00:00:00,00:00:00,00:00:00,00:00:00,01:00:00',
    'Shop,Birch,Ben,00:00:00,00:00:00,00:00:00,01:30:00,00:00:00,00:00:00,00:00:00,01:30:00',
    'Site,Acme,Ada,00:00:00,01:00:00,01:30:07,00:00:00,00:00:00,00:00:00,00:00:00,02:30:07',
  ])
  const amounts = await ada.post(`${base}/weekly/time_entries.csv`, {
    start_date: '2026-03-28',
    grouping: 'users',
    group_by_task: true,
    calculate: 'amounts',
    project_ids: [team.site],
  })
  expect(rowsOf(amounts.body).slice(1)).toEqual([
    'Ada,Site,Acme,,0.00,100.00,0.00,0.00,0.00,0.00,0.00,100.00',
    'Ada,Site,Acme,Layout,0.00,0.00,150.19,0.00,0.00,0.00,0.00,150.19',
  ])
})

test.each([
  ['search/time_entries.xlsx', WORKBOOK, 'PK'],
  ['search/time_entries.pdf', 'application/pdf', '%PDF'],
  ['summary/time_entries.xlsx', WORKBOOK, 'PK'],
  ['summary/time_entries.pdf', 'application/pdf', '%PDF'],
  ['weekly/time_entries.pdf', 'application/pdf', '%PDF'],
])('%s is a file of its kind', async (path, type, begin) => {
  const { status, headers, body } = await ada.post(`${base}/${path}`, WEEK)
  expect([status, headers['content-type']]).toEqual([200, type])
  expect(body.slice(0, begin.length)).toBe(begin)
})

test('a file that cannot be is refused before its first byte', async () => {
  for (const path of ['search/time_entries.csv', 'summary/time_entries.xlsx', 'weekly/time_entries.csv'])
    expect(await ada.post(`${base}/${path}`, {})).toMatchObject({
      status: 400,
      body: 'At least one parameter must be set',
    })
  expect(await ada.post(`${base}/summary/time_entries.csv`, { ...WEEK, order_by: 'colour' })).toMatchObject({
    status: 400,
    body: "Invalid 'order_by' value, allowed values are: 'duration, title'",
  })
  expect(
    await ada.post(`${base}/search/time_entries.csv`, { ...WEEK, duration_format: 'long' }),
  ).toMatchObject({
    status: 400,
    body: "Invalid 'duration_format' value, allowed values are: 'classic, decimal, improved'",
  })
  const { secret } = await createToken(team.ada.ctx(), { ...KEY, scopes: ['read:time_entries'] })
  const limited = togglCalls(server, { token: secret })
  for (const path of ['search/time_entries.csv', 'search/time_entries.pdf', 'weekly/time_entries.csv'])
    expect((await limited.post(`${base}/${path}`, WEEK)).status).toBe(403)
})

test.each([
  ['details.csv', /^text\/csv/, '\ufeff'],
  ['details.xls', WORKBOOK, 'PK'],
  ['details.pdf', 'application/pdf', '%PDF'],
  ['summary.csv', /^text\/csv/, '\ufeff'],
  ['summary.xls', WORKBOOK, 'PK'],
  ['summary.pdf', 'application/pdf', '%PDF'],
  ['weekly.csv', /^text\/csv/, '\ufeff'],
  ['weekly.xls', WORKBOOK, 'PK'],
  ['weekly.pdf', 'application/pdf', '%PDF'],
])('version 2 gives %s', async (path, type, begin) => {
  const { status, headers, body } = await ada.get(`/reports/api/v2/${path}?${OLD}&workspace_id=${team.id}`)
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(type)
  expect(body.slice(0, begin.length)).toBe(begin)
})

test('version 2 and 3 write the same rows', async () => {
  const old = await ada.get(`/reports/api/v2/details.csv?${OLD}&workspace_id=${team.id}&order_desc=off`)
  const { body } = await ada.post(`${base}/search/time_entries.csv`, { ...WEEK, order_dir: 'ASC' })
  expect(rowsOf(old.body)).toEqual(rowsOf(body))
})
