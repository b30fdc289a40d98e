import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { type ReportTeam, reportTeam } from '../testing/report-team.ts'
import { basic, type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let team: ReportTeam
let ada: Calls

const BASE = '/reports/api/v2'
let common: string

beforeAll(async () => {
  server = await openTestServer()
  team = await reportTeam(server)
  ada = togglCalls(server, team.ada)
  common = `user_agent=test&workspace_id=${team.id}&since=2026-03-25&until=2026-03-31`
})

afterAll(() => server.close())

const TOTALS = {
  total_grand: 20_707_000,
  total_billable: 9_007_000,
  total_currencies: [{ currency: 'EUR', amount: 250.19 }],
}

describe('details', () => {
  test('are fifty to a page, in milliseconds and whole amounts', async () => {
    const { status, body } = await ada.get(`${BASE}/details?${common}`)
    expect(status).toBe(200)
    const { data, ...envelope } = body
    expect(envelope).toEqual({ ...TOTALS, total_count: 6, per_page: 50 })
    const { late, night, plan, again, loose, cells } = team.entries
    expect(data.map((row: { id: number }) => row.id)).toEqual([cells, loose, again, plan, night, late])
    expect(data[3]).toEqual({
      id: plan,
      pid: team.site,
      tid: team.layout,
      uid: team.ada.user.id,
      description: 'Plan',
      start: '2026-03-30T09:00:00+02:00',
      end: '2026-03-30T10:20:00+02:00',
      updated: '2026-04-01T14:00:00+02:00',
      dur: 4_800_000,
      user: 'Ada',
      use_stop: true,
      client: 'Acme',
      project: 'Site',
      project_color: '13',
      project_hex_color: '#112233',
      task: 'Layout',
      billable: 133.33,
      is_billable: true,
      cur: 'EUR',
      tags: ['call', 'deep'],
    })
    expect(data[1]).toMatchObject({ pid: null, project: null, billable: null, cur: null, tags: [] })
  })

  test('beyond the last page are empty, and pages below one are the first', async () => {
    expect((await ada.get(`${BASE}/details?${common}&page=2`)).body).toMatchObject({
      total_count: 6,
      data: [],
    })
    expect((await ada.get(`${BASE}/details?${common}&page=-3`)).body.data).toHaveLength(6)
  })

  test('can be of nothing', async () => {
    const { body } = await ada.get(`${BASE}/details?${common}&tag_ids=999999999`)
    expect(body).toEqual({
      total_grand: null,
      total_billable: null,
      total_currencies: [{ currency: null, amount: null }],
      total_count: 0,
      per_page: 50,
      data: [],
    })
  })

  test('are narrowed by each parameter', async () => {
    const found = async (query: string) =>
      (await ada.get(`${BASE}/details?${common}&order_desc=off&${query}`)).body.data.map(
        ({ id }: { id: number }) => id,
      )
    const named = (...names: (keyof ReportTeam['entries'])[]) => names.map((name) => team.entries[name])
    expect(await found('billable=yes')).toEqual(named('night', 'plan', 'again'))
    expect(await found('billable=no')).toEqual(named('late', 'loose', 'cells'))
    expect(await found('billable=both')).toHaveLength(6)
    expect(await found('project_ids=0')).toEqual(named('loose'))
    expect(await found(`project_ids=0,${team.shop}`)).toEqual(named('late', 'loose', 'cells'))
    expect(await found(`client_ids=${team.acme}`)).toEqual(named('night', 'plan', 'again'))
    expect(await found('tag_ids=0')).toEqual(named('late', 'loose'))
    expect(await found(`task_ids=${team.layout}`)).toEqual(named('plan', 'again'))
    expect(await found(`user_ids=${team.ben.user.id}`)).toEqual(named('loose', 'cells'))
    expect(await found('description=plan')).toEqual(named('plan', 'again'))
    expect(await found('without_description=true')).toEqual(named('loose'))
    expect(await found(`time_entry_ids=${named('late', 'cells').join(',')}`)).toEqual(named('late', 'cells'))
    expect(await found('order_field=duration')).toEqual(
      named('again', 'loose', 'late', 'night', 'plan', 'cells'),
    )
  })

  test('are of the last week without days, and of a week where the first is to come', async () => {
    const { body } = await ada.get(`${BASE}/details?user_agent=test&workspace_id=${team.id}`)
    expect(body.total_count).toBe(6)
    const ahead = await ada.get(`${BASE}/details?user_agent=test&workspace_id=${team.id}&since=2026-05-01`)
    expect(ahead.body.total_count).toBe(0)
  })
})

describe('the summary', () => {
  test('adds up by project and description', async () => {
    const { status, body } = await ada.get(`${BASE}/summary?${common}`)
    expect(status).toBe(200)
    const { data, ...envelope } = body
    expect(envelope).toEqual(TOTALS)
    expect(data).toEqual([
      {
        id: team.site,
        title: { project: 'Site', client: 'Acme', color: '13', hex_color: '#112233' },
        time: 9_007_000,
        total_currencies: [{ currency: 'EUR', amount: 250.19 }],
        items: [
          { title: { time_entry: 'Plan' }, time: 5_407_000, cur: 'EUR', sum: 150.19, rate: null },
          { title: { time_entry: 'Deploy' }, time: 3_600_000, cur: 'EUR', sum: 100, rate: null },
        ],
      },
      {
        id: team.shop,
        title: { project: 'Shop', client: 'Birch', color: '13', hex_color: '#445566' },
        time: 9_000_000,
        total_currencies: [{ currency: null, amount: null }],
        items: [
          { title: { time_entry: '=1+1' }, time: 5_400_000, cur: null, sum: null, rate: null },
          { title: { time_entry: 'Move' }, time: 3_600_000, cur: null, sum: null, rate: null },
        ],
      },
      {
        id: null,
        title: { project: null, client: null, color: '0', hex_color: null },
        time: 2_700_000,
        total_currencies: [{ currency: null, amount: null }],
        items: [{ title: { time_entry: '' }, time: 2_700_000, cur: null, sum: null, rate: null }],
      },
    ])
  })

  test('groups as asked, with rates and numbers', async () => {
    const query =
      'grouping=users&subgrouping=projects&distinct_rates=on&subgrouping_ids=true&grouped_time_entry_ids=true'
    const { body } = await ada.get(`${BASE}/summary?${common}&${query}&user_ids=${team.ada.user.id}`)
    const { late, night, plan, again } = team.entries
    expect(body.data).toEqual([
      {
        id: team.ada.user.id,
        title: { user: 'Ada' },
        time: 12_607_000,
        total_currencies: [{ currency: 'EUR', amount: 250.19 }],
        items: [
          {
            title: { project: 'Site', client: 'Acme', color: '13', hex_color: '#112233' },
            time: 9_007_000,
            cur: 'EUR',
            sum: 250.19,
            rate: 100,
            ids: String(team.site),
            time_entry_ids: [night, plan, again].join(','),
          },
          {
            title: { project: 'Shop', client: 'Birch', color: '13', hex_color: '#445566' },
            time: 3_600_000,
            cur: null,
            sum: null,
            rate: null,
            ids: String(team.shop),
            time_entry_ids: String(late),
          },
        ],
      },
    ])
    const clients = await ada.get(`${BASE}/summary?${common}&grouping=clients&subgrouping=tasks`)
    expect(clients.body.data[0]).toMatchObject({
      id: team.acme,
      title: { client: 'Acme' },
      items: [{ title: { task: 'Layout' } }, { title: { task: null } }],
    })
  })
})

describe('the order', () => {
  const namesOf = (rows: { title: object }[]) => rows.map(({ title }) => Object.values(title)[0])

  test('of a summary is by title, duration or amount', async () => {
    const of = async (query: string) =>
      namesOf((await ada.get(`${BASE}/summary?${common}&${query}`)).body.data)
    expect(await of('order_field=title&order_desc=off')).toEqual([null, 'Shop', 'Site'])
    expect(await of('order_field=title&order_desc=on')).toEqual(['Site', 'Shop', null])
    expect(await of('order_field=duration&order_desc=off')).toEqual([null, 'Shop', 'Site'])
    expect((await of('order_field=amount&order_desc=on'))[0]).toBe('Site')
    const { status, body } = await ada.get(`${BASE}/summary?${common}&order_field=colour`)
    expect([status, body.error.message]).toEqual([
      400,
      "Invalid 'order_by' value, allowed values are: 'title, duration, amount'",
    ])
  })

  test('of a week is by title, a day or all of it', async () => {
    const week = `user_agent=test&workspace_id=${team.id}&since=2026-03-28`
    const of = async (query: string) => namesOf((await ada.get(`${BASE}/weekly?${week}&${query}`)).body.data)
    expect(await of('order_field=title')).toEqual([null, 'Shop', 'Site'])
    expect(await of('order_field=day4&order_desc=on')).toEqual(['Shop', 'Site', null])
    expect(await of('order_field=week_total')).toEqual([null, 'Shop', 'Site'])
    expect((await of('order_field=day2&order_desc=on&calculate=earnings'))[0]).toBe('Site')
  })
})

describe('the week', () => {
  test('has a cell for each day and one for all, empty ones null', async () => {
    const { body } = await ada.get(`${BASE}/weekly?user_agent=test&workspace_id=${team.id}&since=2026-03-28`)
    expect(body).toMatchObject(TOTALS)
    const hour = 3_600_000
    expect(body.week_totals).toEqual([hour, hour, 8_107_000, 5_400_000, null, null, null, 20_707_000])
    expect(body.data[1]).toEqual({
      title: { project: 'Shop', client: 'Birch', color: '13', hex_color: '#445566' },
      pid: team.shop,
      totals: [hour, null, null, 5_400_000, null, null, null, 9_000_000],
      details: [
        {
          title: { user: 'Ben' },
          uid: team.ben.user.id,
          totals: [null, null, null, 5_400_000, null, null, null, 5_400_000],
        },
        {
          title: { user: 'Ada' },
          uid: team.ada.user.id,
          totals: [hour, null, null, null, null, null, null, hour],
        },
      ],
    })
  })

  test('can be of earnings, by person', async () => {
    const query = `user_agent=test&workspace_id=${team.id}&since=2026-03-28&calculate=earnings&grouping=users`
    const { body } = await ada.get(`${BASE}/weekly?${query}`)
    const amount = [null, 100, 150.19, null, null, null, null, 250.19]
    expect(body.week_totals).toEqual([{ currency: 'EUR', amount }])
    expect(body.data[0]).toMatchObject({ title: { user: 'Ada' }, uid: team.ada.user.id })
    expect(body.data[0].totals).toEqual([{ currency: 'EUR', amount }])
    expect(body.data[1]).toMatchObject({ title: { user: 'Ben' }, totals: [] })
  })
})

describe('the dashboard of a project', () => {
  test('shows all its time', async () => {
    const { status, body } = await ada.get(`${BASE}/project?${common}&project_id=${team.site}`)
    expect(status).toBe(200)
    const task = {
      id: team.layout,
      name: 'Layout',
      duration: 5_407_000,
      billable_amount: 150.19,
      estimated_seconds: 7200,
    }
    expect(body).toEqual({
      name: 'Site',
      duration: 9_007_000,
      duration_without_task: 3_600_000,
      billable_duration: 9_007_000,
      billable_amount: 250.19,
      tasks_count: 1,
      currency: 'EUR',
      estimated_seconds: null,
      task_estimated_seconds: 7200,
      use_task_estimated_seconds: true,
      tasks_per_page: 10,
      users: [
        {
          id: team.ada.user.id,
          name: 'Ada',
          duration: 9_007_000,
          billable_duration: 9_007_000,
          billable_amount: 250.19,
        },
      ],
      top_tasks: [{ ...task, asignee: null }],
      tasks_page: [{ ...task, assignee: null }],
    })
  })

  test('needs a project of the workspace', async () => {
    expect((await ada.get(`${BASE}/project?${common}`)).status).toBe(400)
    const { status, body } = await ada.get(`${BASE}/project?${common}&project_id=999999999`)
    expect([status, body.error.message]).toEqual([404, 'Project was not found'])
  })
})

describe('refusals', () => {
  test.each([
    ['workspace_id=1', 'user_agent is required'],
    ['user_agent=test', 'workspace_id is required'],
    ['user_agent=test&workspace_id=x', 'Invalid workspace_id'],
  ])('stand in an envelope: %s', async (query, message) => {
    const { status, body } = await ada.get(`${BASE}/details?${query}`)
    expect([status, body]).toEqual([400, { error: { message, tip: expect.any(String), code: 400 } }])
  })

  test.each([
    'since=2030-02-30',
    'until=tomorrow',
    'since=2026-03-09&until=2026-03-01',
    'billable=yes&page=x',
  ])('answer days that are none: %s', async (query) => {
    const { status } = await ada.get(`${BASE}/details?user_agent=test&workspace_id=${team.id}&${query}`)
    expect(status).toBe(400)
  })

  test('of a workspace of others are as of one that is none', async () => {
    for (const id of [team.ben.workspaceId, 999_999_999]) {
      const { status, body } = await ada.get(`${BASE}/summary?user_agent=test&workspace_id=${id}`)
      expect([status, body.error.message]).toEqual([403, 'Workspace not found/accessible'])
    }
  })

  test('of strangers are 401, and passwords are not taken', async () => {
    const url = `/toggl${BASE}/details?${common}`
    for (const headers of [
      {},
      basic('x'.repeat(32), 'api_token'),
      basic(team.ada.email, team.ada.password),
    ]) {
      const { statusCode } = await server.app.inject({ method: 'GET', url, headers })
      expect(statusCode).toBe(401)
    }
  })

  test('can be tried', async () => {
    const client = await ada.get(`${BASE}/error400`)
    expect([client.status, client.body.error.code]).toEqual([400, 400])
    const own = await ada.get(`${BASE}/error500`)
    expect([own.status, own.body.error.code]).toEqual([500, 500])
    expect([client.headers['warning'], own.headers['warning']]).toEqual([
      expect.any(String),
      expect.any(String),
    ])
  })
})
