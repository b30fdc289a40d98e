import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { type ReportTeam, reportTeam } from '../testing/report-team.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let team: ReportTeam
let ada: Calls
let ben: Calls
let base: string

const WEEK = { start_date: '2026-03-25', end_date: '2026-03-31' }

beforeAll(async () => {
  server = await openTestServer()
  team = await reportTeam(server)
  ada = togglCalls(server, team.ada)
  ben = togglCalls(server, team.ben)
  base = `/reports/api/v3/workspace/${team.id}`
})

afterAll(() => server.close())

describe('the summary', () => {
  test('adds up by project and description, the longest first', async () => {
    const { status, body, headers } = await ada.post(`${base}/summary/time_entries`, WEEK)
    expect(status).toBe(200)
    expect(body).toEqual({
      groups: [
        {
          id: team.site,
          sub_groups: [
            { id: null, title: 'Plan', seconds: 5407 },
            { id: null, title: 'Deploy', seconds: 3600 },
          ],
        },
        {
          id: team.shop,
          sub_groups: [
            { id: null, title: '=1+1', seconds: 5400 },
            { id: null, title: 'Move', seconds: 3600 },
          ],
        },
        { id: null, sub_groups: [{ id: null, title: '', seconds: 2700 }] },
      ],
    })
    expect(headers).toMatchObject({
      'x-grouping': 'projects',
      'x-sub-grouping': 'time_entries',
      'x-range-start': '2026-03-25',
      'x-range-end': '2026-03-31',
    })
  })

  test('tells rates apart and names the entries where that is asked for', async () => {
    const { body } = await ada.post(`${base}/summary/time_entries`, {
      ...WEEK,
      grouping: 'users',
      sub_grouping: 'clients',
      distinguish_rates: true,
      include_time_entry_ids: true,
    })
    const { late, night, plan, again, loose, cells } = team.entries
    expect(body).toEqual({
      groups: [
        {
          id: team.ada.user.id,
          sub_groups: [
            {
              id: team.acme,
              title: 'Acme',
              seconds: 9007,
              rates: [{ billable_seconds: 9007, hourly_rate_in_cents: 10_000, currency: 'EUR' }],
              ids: [night, plan, again],
            },
            { id: team.birch, title: 'Birch', seconds: 3600, rates: null, ids: [late] },
          ],
        },
        {
          id: team.ben.user.id,
          sub_groups: [
            { id: team.birch, title: 'Birch', seconds: 5400, rates: null, ids: [cells] },
            { id: null, title: null, seconds: 2700, rates: null, ids: [loose] },
          ],
        },
      ],
    })
  })

  test('puts an entry with two tags under both', async () => {
    const { body } = await ada.post(`${base}/summary/time_entries`, {
      ...WEEK,
      grouping: 'tags',
      sub_grouping: 'users',
    })
    expect(body.groups).toEqual([
      {
        id: team.call,
        sub_groups: [
          { id: team.ada.user.id, title: 'Ada', seconds: 5407 },
          { id: team.ben.user.id, title: 'Ben', seconds: 5400 },
        ],
      },
      { id: team.deep, sub_groups: [{ id: team.ada.user.id, title: 'Ada', seconds: 9007 }] },
      {
        id: null,
        sub_groups: [
          { id: team.ada.user.id, title: 'Ada', seconds: 3600 },
          { id: team.ben.user.id, title: 'Ben', seconds: 2700 },
        ],
      },
    ])
  })

  test('shows groups between two bounds, and those nobody worked on', async () => {
    const idsWith = async (audit: object) =>
      (await ada.post(`${base}/summary/time_entries`, { ...WEEK, audit })).body.groups.map(
        (g: { id: number }) => g.id,
      )
    expect(await idsWith({ group_filter: { min_duration_seconds: 9001 } })).toEqual([team.site])
    expect(await idsWith({ group_filter: { max_duration_seconds: 9000 } })).toEqual([team.shop, null])
    expect(await idsWith({ group_filter: { currency: 'EUR', min_amount_cents: 1 } })).toEqual([team.site])
    const late = { start_date: '2026-03-28', end_date: '2026-03-28' }
    const empty = await ada.post(`${base}/summary/time_entries`, {
      ...late,
      audit: { show_empty_groups: true, show_tracked_groups: false },
    })
    expect(empty.body.groups.map((group: { id: number }) => group.id)).toContain(team.site)
    expect(empty.body.groups.every((group: { sub_groups: unknown[] }) => group.sub_groups.length === 0)).toBe(
      true,
    )
  })

  test('refuses two groupings that are one', async () => {
    const { status, body } = await ada.post(`${base}/summary/time_entries`, {
      ...WEEK,
      grouping: 'projects',
      sub_grouping: 'projects',
    })
    expect([status, body]).toEqual([
      400,
      "Invalid 'sub_grouping' value, allowed values are: 'time_entries, clients, users, tags, tasks, entries'",
    ])
  })
})

describe('the totals', () => {
  const MONEY = { billable_amount_in_cents: 25_019, labour_cost_in_cents: 17_256 }

  test('add everything up', async () => {
    const { status, body } = await ada.post(`${base}/search/time_entries/totals`, WEEK)
    expect(status).toBe(200)
    expect(body).toEqual({
      seconds: 20_707,
      graph: null,
      rates: [{ billable_seconds: 9007, hourly_rate_in_cents: 10_000, currency: 'EUR' }],
      resolution: 'day',
      tracked_days: 4,
      ...MONEY,
    })
  })

  test('come with a graph that has a point for each day, empty ones too', async () => {
    const { body } = await ada.post(`${base}/search/time_entries/totals`, { ...WEEK, with_graph: true })
    expect(body.graph.map((point: { seconds: number }) => point.seconds)).toEqual([
      0, 0, 0, 3600, 3600, 8107, 5400,
    ])
    expect(body.graph[5]).toEqual({
      seconds: 8107,
      by_rate: { 0: 2700, 10000: 5407 },
      billable_amount_in_cents: 15_019,
      labour_cost_in_cents: 6756,
    })
    expect(body.graph[0]).toEqual({
      seconds: 0,
      by_rate: {},
      billable_amount_in_cents: 0,
      labour_cost_in_cents: 0,
    })
  })

  test('of long ranges come by week and month', async () => {
    const graphOf = async (days: object) =>
      (await ada.post(`${base}/search/time_entries/totals`, { ...days, with_graph: true })).body
    const quarter = await graphOf({ start_date: '2026-01-01', end_date: '2026-03-31' })
    expect([quarter.resolution, quarter.graph.length]).toEqual(['week', 14])
    const decade = await graphOf({ start_date: '2016-04-01', end_date: '2026-03-31' })
    expect([decade.resolution, decade.graph.length]).toEqual(['month', 120])
    expect(decade.graph.at(-1).seconds).toBe(20_707)
    const { status, body } = await ada.post(`${base}/search/time_entries/totals`, {
      start_date: '1926-01-01',
      end_date: '2026-03-31',
      resolution: 'day',
    })
    expect([status, body]).toEqual([400, 'Date range too large for given resolution'])
  })

  test('tell members what their own time is billed for, and nobody but managers what time costs', async () => {
    const { body } = await ben.post(`${base}/search/time_entries/totals`, {
      ...WEEK,
      user_ids: [team.ben.user.id],
    })
    expect(body).toMatchObject({
      seconds: 8100,
      billable_amount_in_cents: 0,
      labour_cost_in_cents: null,
      rates: null,
    })
  })

  test('of a project need its days', async () => {
    const path = `${base}/projects/${team.site}/summary`
    expect(await ada.post(path, { end_date: '2026-03-31' })).toMatchObject({
      status: 400,
      body: 'The start_date parameter is required',
    })
    const { body } = await ada.post(path, WEEK)
    expect(body).toMatchObject({ seconds: 9007, tracked_days: 2, billable_amount_in_cents: 25_019 })
    const foreign = await ada.post(`${base}/projects/999999/summary`, WEEK)
    expect([foreign.status, foreign.body]).toEqual([403, 'project not found or not accessible'])
    expect((await ada.post(`${base}/projects/x/summary`, WEEK)).body).toBe('Invalid project id')
  })

  test('of each person on each project', async () => {
    const { body } = await ada.post(`${base}/projects/summary`, WEEK)
    const key = (row: { user_id: number; project_id: number }) => `${row.user_id} ${row.project_id}`
    const rows = [
      { user_id: team.ada.user.id, project_id: team.site, tracked_seconds: 9007, billable_seconds: 9007 },
      { user_id: team.ada.user.id, project_id: team.shop, tracked_seconds: 3600, billable_seconds: 0 },
      { user_id: team.ben.user.id, project_id: team.shop, tracked_seconds: 5400, billable_seconds: 0 },
    ]
    expect(body.toSorted((a: never, b: never) => key(a).localeCompare(key(b)))).toEqual(
      rows.toSorted((a, b) => key(a).localeCompare(key(b))),
    )
  })
})

describe('the week', () => {
  test('has seven days from the first', async () => {
    const { status, body } = await ada.post(`${base}/weekly/time_entries`, { start_date: '2026-03-28' })
    expect(status).toBe(200)
    expect(body).toHaveLength(4)
    expect(body[0]).toEqual({
      user_id: team.ada.user.id,
      user_name: 'Ada',
      project_id: team.site,
      project_name: 'Site',
      client_name: 'Acme',
      project_color: '13',
      project_hex_color: '#112233',
      currency: 'EUR',
      hourly_rate_in_cents: 10_000,
      seconds: [0, 3600, 5407, 0, 0, 0, 0],
      billable_seconds: [0, 3600, 5407, 0, 0, 0, 0],
      billable_amounts_in_cents: [0, 10_000, 15_019, 0, 0, 0, 0],
    })
    expect(
      body.map((row: { user_id: number; project_id: number; seconds: number[] }) => row.seconds),
    ).toEqual([
      [0, 3600, 5407, 0, 0, 0, 0],
      [3600, 0, 0, 0, 0, 0, 0],
      [0, 0, 2700, 0, 0, 0, 0],
      [0, 0, 0, 5400, 0, 0, 0],
    ])
  })
})

describe('trends', () => {
  test('compare the periods of a range', async () => {
    const { body } = await ada.post(`${base}/comparative`, {
      start_date: '2026-03-28',
      end_date: '2026-03-31',
      resolution: 'week',
    })
    expect(body).toEqual({
      graph: {
        data: [
          { date: '2026-03-23', total_seconds: 7200 },
          { date: '2026-03-30', total_seconds: 13_507 },
        ],
        resolution: 'week',
      },
    })
  })

  test('follow clients, projects and people', async () => {
    const days = { start_date: '2026-03-30', end_date: '2026-03-30', currency: 'EUR' }
    const { body } = await ada.post(`${base}/data_trends/projects`, { ...days, ids: [team.site] })
    expect(body).toEqual({
      currency: 'EUR',
      graph: {
        resolution: 'day',
        data: [
          {
            date: '2026-03-30',
            projects: [
              {
                project_id: team.site,
                name: 'Site',
                color: '#112233',
                currency: 'EUR',
                total_seconds: 5407,
                billable_seconds: 5407,
                earnings: 15_019,
              },
            ],
          },
        ],
      },
    })
    const clients = await ada.post(`${base}/data_trends/clients`, { ...days, ids: [team.acme] })
    expect(clients.body.graph.data[0].clients).toEqual([
      { client_id: team.acme, name: 'Acme', total_seconds: 5407, billable_seconds: 5407, earnings: 15_019 },
    ])
    const users = await ada.post(`${base}/data_trends/users`, { ...days, ids: [team.ben.user.id] })
    expect(users.body.graph.data[0].users).toEqual([
      { user_id: team.ben.user.id, name: 'Ben', total_seconds: 2700, billable_seconds: 0, earnings: 0 },
    ])
    expect((await ada.post(`${base}/data_trends/users`, WEEK)).body).toBe('Currency is required parameter')
    expect((await ada.post(`${base}/data_trends/projects`, days)).body).toBe('At least 1 id required')
  })
})
