import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTimer, stopTimer } from '../../../core/timer.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { type ReportTeam, reportTeam } from '../testing/report-team.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let team: ReportTeam
let ada: Calls
let ben: Calls
let path: string

const WEEK = { start_date: '2026-03-25', end_date: '2026-03-31' }

beforeAll(async () => {
  server = await openTestServer()
  team = await reportTeam(server)
  ada = togglCalls(server, team.ada)
  ben = togglCalls(server, team.ben)
  path = `/reports/api/v3/workspace/${team.id}/search/time_entries`
})

afterAll(() => server.close())

const idsOf = (rows: { time_entries: { id: number }[] }[]) =>
  rows.flatMap((row) => row.time_entries.map(({ id }) => id))

describe('the detailed report', () => {
  test('lists the entries of everybody, newest first, with times on the wall of the caller', async () => {
    const { status, body, headers } = await ada.post(path, WEEK)
    expect(status).toBe(200)
    const { late, night, plan, again, loose, cells } = team.entries
    expect(idsOf(body)).toEqual([cells, loose, again, plan, night, late])
    expect(body[3]).toEqual({
      user_id: team.ada.user.id,
      username: 'Ada',
      project_id: team.site,
      task_id: team.layout,
      billable: true,
      description: 'Plan',
      tag_ids: [team.call, team.deep],
      billable_amount_in_cents: 13_333,
      hourly_rate_in_cents: 10_000,
      currency: 'EUR',
      time_entries: [
        {
          id: plan,
          seconds: 4800,
          start: '2026-03-30T09:00:00+02:00',
          stop: '2026-03-30T10:20:00+02:00',
          at: '2026-04-01T12:00:00+00:00',
        },
      ],
      row_number: 4,
    })
    expect(Object.keys(body[3])).toEqual([
      'user_id',
      'username',
      'project_id',
      'task_id',
      'billable',
      'description',
      'tag_ids',
      'billable_amount_in_cents',
      'hourly_rate_in_cents',
      'currency',
      'time_entries',
      'row_number',
    ])
    expect(body[1]).toMatchObject({ project_id: null, task_id: null, description: '', tag_ids: [] })
    expect(body[1]).toMatchObject({ billable_amount_in_cents: null, hourly_rate_in_cents: null })
    expect(body[4].time_entries[0]).toMatchObject({
      start: '2026-03-29T01:30:00+01:00',
      stop: '2026-03-29T03:30:00+02:00',
      seconds: 3600,
    })
    expect(headers['x-range-start']).toBe('2026-03-25')
    expect(headers['x-range-end']).toBe('2026-03-31')
    expect(headers['x-next-id']).toBeUndefined()
    expect(headers['x-next-row-number']).toBeUndefined()
  })

  test('shows members their own entries only', async () => {
    const { body } = await ben.post(path, WEEK)
    expect(idsOf(body)).toEqual([team.entries.cells, team.entries.loose])
  })

  test('adds the names where they are asked for', async () => {
    const { body } = await ada.post(path, {
      ...WEEK,
      enrich_response: true,
      time_entry_ids: [team.entries.plan],
    })
    expect(body).toHaveLength(1)
    expect(body[0]).toMatchObject({
      email: team.ada.email,
      client_name: 'Acme',
      project_name: 'Site',
      project_hex: '#112233',
      task_name: 'Layout',
      tag_names: ['call', 'deep'],
    })
    expect(body[0].time_entries[0].at_tz).toBe('2026-04-01T14:00:00+02:00')
  })

  test('puts entries that say the same into one row', async () => {
    const { body } = await ada.post(path, { ...WEEK, grouped: true })
    const { late, night, plan, again, loose, cells } = team.entries
    expect(body.map((row: never) => idsOf([row]))).toEqual([[cells], [loose], [again, plan], [night], [late]])
    expect(body[2]).toMatchObject({ billable_amount_in_cents: 13_333 + 1686, row_number: 3 })
  })

  test('keeps amounts to itself where they are to be hidden', async () => {
    const { body } = await ada.post(path, { ...WEEK, hide_amounts: true })
    expect(body[3]).toMatchObject({ billable_amount_in_cents: null, hourly_rate_in_cents: null })
  })

  test.each([
    ['date', 'ASC', ['late', 'night', 'plan', 'again', 'loose', 'cells']],
    ['duration', 'DESC', ['cells', 'plan', 'night', 'late', 'loose', 'again']],
    ['description', 'ASC', ['loose', 'cells', 'night', 'late', 'plan', 'again']],
    ['user', 'ASC', ['late', 'night', 'plan', 'again', 'loose', 'cells']],
  ] as const)('sorts by %s, %s', async (order_by, order_dir, names) => {
    const { body } = await ada.post(path, { ...WEEK, order_by, order_dir })
    expect(idsOf(body)).toEqual(names.map((name) => team.entries[name]))
  })
})

describe('pages', () => {
  const WAYS = {
    'the number of the row': ['first_row_number'],
    'the entry': ['first_id'],
    'the entry and its time': ['first_id', 'first_timestamp'],
    'all three': ['first_id', 'first_row_number', 'first_timestamp'],
  } as const
  const HEADERS = {
    first_row_number: 'x-next-row-number',
    first_id: 'x-next-id',
    first_timestamp: 'x-next-timestamp',
  } as const
  const walks = Object.keys(WAYS).flatMap((way) =>
    ['date', 'duration', 'description', 'user', 'last_update'].flatMap((order_by) =>
      [true, false].map((grouped) => ({ way: way as keyof typeof WAYS, order_by, grouped })),
    ),
  )

  test.each(walks)('go on by $way, sorted by $order_by, grouped $grouped', async ({ way, ...layout }) => {
    const whole = await ada.post(path, { ...WEEK, ...layout })
    const rows: { row_number: number; time_entries: { id: number }[] }[] = []
    let from = {}
    for (let page = 0; page < 9; page += 1) {
      const { body, headers } = await ada.post(path, { ...WEEK, ...layout, page_size: 2, ...from })
      expect(body.length).toBeLessThanOrEqual(2)
      rows.push(...body)
      if (headers['x-next-id'] === undefined) break
      from = Object.fromEntries(WAYS[way].map((name) => [name, Number(headers[HEADERS[name]])]))
    }
    expect(rows).toEqual(whole.body)
    expect(rows.map((row) => row.row_number)).toEqual(rows.map((_, index) => index + 1))
  })

  test('goes on from the time of an entry that is gone', async () => {
    const gone = { first_id: 999_999_999, first_timestamp: Date.parse('2026-03-30T09:00:00Z') / 1000 }
    const { body } = await ada.post(path, { ...WEEK, ...gone })
    expect(idsOf(body)).toEqual([team.entries.plan, team.entries.night, team.entries.late])
    expect(body[0].row_number).toBe(4)
  })
})

describe('what counts', () => {
  const named = (names: (keyof ReportTeam['entries'])[]) => names.map((name) => team.entries[name])
  const found = async (filter: object) =>
    idsOf((await ada.post(path, { ...WEEK, order_dir: 'ASC', ...filter })).body)

  test('is narrowed by each field', async () => {
    expect(await found({ project_ids: [team.site] })).toEqual(named(['night', 'plan', 'again']))
    expect(await found({ project_ids: [null] })).toEqual(named(['loose']))
    expect(await found({ project_ids: [null, team.shop] })).toEqual(named(['late', 'loose', 'cells']))
    expect(await found({ client_ids: [team.acme] })).toEqual(named(['night', 'plan', 'again']))
    expect(await found({ client_ids: [null] })).toEqual(named(['loose']))
    expect(await found({ task_ids: [team.layout] })).toEqual(named(['plan', 'again']))
    expect(await found({ task_ids: [null] })).toEqual(named(['late', 'night', 'loose', 'cells']))
    expect(await found({ tag_ids: [team.deep] })).toEqual(named(['night', 'plan', 'again']))
    expect(await found({ tag_ids: [null] })).toEqual(named(['late', 'loose']))
    expect(await found({ user_ids: [team.ben.user.id] })).toEqual(named(['loose', 'cells']))
    expect(await found({ billable: true })).toEqual(named(['night', 'plan', 'again']))
    expect(await found({ billable: false })).toEqual(named(['late', 'loose', 'cells']))
    expect(await found({ description: 'LA' })).toEqual(named(['plan', 'again']))
    expect(await found({ description: '1+' })).toEqual(named(['cells']))
    expect(await found({ min_duration_seconds: 3601 })).toEqual(named(['plan', 'cells']))
    expect(await found({ max_duration_seconds: 2700 })).toEqual(named(['again', 'loose']))
    expect(await found({ time_entry_ids: named(['late']) })).toEqual(named(['late']))
    expect(await found({ project_ids: [], tag_ids: [], user_ids: [] })).toHaveLength(6)
  })

  test('is what began on the days of the caller, the last one whole', async () => {
    expect(await found({ start_date: '2026-03-28', end_date: '2026-03-28' })).toEqual(named(['late']))
    expect(await found({ start_date: '2026-03-29', end_date: '2026-03-29' })).toEqual(named(['night']))
    expect(await found({ start_date: '2026-03-30', startTime: '12:00', endTime: '08:00' })).toEqual(
      named(['again', 'loose', 'cells']),
    )
    expect(await found({ start_date: undefined, end_date: undefined })).toHaveLength(6)
  })

  test('may be of all time', async () => {
    expect(await found({ start_date: '1900-01-01', end_date: '2999-12-31' })).toHaveLength(6)
    const ever = { start_date: '1900-01-01', end_date: '2999-12-31', with_graph: true }
    const { body } = await ada.post(`${path}/totals`, { ...ever, resolution: 'day' })
    expect(body).toBe('Date range too large for given resolution')
    const week = await ada.post(path.replace('search', 'weekly'), { start_date: '2999-12-31' })
    expect([week.status, week.body]).toEqual([200, []])
  })

  test('is rounded entry by entry', async () => {
    const seconds = async (rounding: number) =>
      (await ada.post(path, { ...WEEK, rounding, rounding_minutes: 15, time_entry_ids: named(['again']) }))
        .body[0]
    expect((await seconds(-1)).time_entries[0].seconds).toBe(0)
    expect((await seconds(0)).time_entries[0].seconds).toBe(900)
    expect(await seconds(1)).toMatchObject({ billable_amount_in_cents: 2500 })
  })

  test('is never a running timer', async () => {
    const { started } = await startTimer(team.ben.ctx(), { workspace_id: team.id, title: 'Still at it' })
    const today = { start_date: '2026-04-01', end_date: '2026-04-01' }
    expect((await ada.post(path, today)).body).toEqual([])
    server.clock.advance(60)
    await stopTimer(team.ben.ctx())
    expect(idsOf((await ada.post(path, today)).body)).toEqual([started.id])
  })
})

describe('a request that makes no sense', () => {
  test.each([
    [{}, 'At least one parameter must be set'],
    [undefined, 'At least one parameter must be set'],
    ['[]', 'JSON is not valid'],
    ['{', 'JSON is not valid'],
    [{ start_date: '2026-02-30' }, 'Invalid start_date format'],
    [{ start_date: '2026-03-02', end_date: '2026-03-01' }, 'Start time must be before end time'],
    [{ startTime: '25:00' }, 'Invalid startTime format'],
    [
      { order_by: 'colour' },
      "Invalid 'order_by' value, allowed values are: 'date, user, duration, description, last_update'",
    ],
    [{ rounding: 2 }, "Invalid 'rounding' value, allowed values are: '-1, 0, 1'"],
    [
      { project_ids: Array.from({ length: 4001 }, (_, index) => index) },
      'Maximum count of posted IDs is 4000',
    ],
    [{ project_ids: 'all' }, 'Unexpected "project_ids" type string, offset=20'],
    [{ first_row_number: -1 }, "Invalid 'first_row_number' value, allowed values are: 'positive numbers'"],
  ])('is refused: %j', async (body, message) => {
    expect(await ada.post(path, body)).toMatchObject({ status: 400, body: message })
  })

  test('is refused where it is about groups, which are not offered', async () => {
    const { status, body } = await ada.post(path, { ...WEEK, group_ids: [1] })
    expect([status, body]).toEqual([402, 'Workspace needs to have this feature enabled'])
  })

  test('is refused in a workspace of others, as in one that is none', async () => {
    for (const id of [team.ben.workspaceId, 999_999_999]) {
      const { status, body } = await ada.post(`/reports/api/v3/workspace/${id}/search/time_entries`, WEEK)
      expect([status, body]).toEqual([403, 'Workspace not found/accessible'])
    }
    const { status, body } = await ada.post('/reports/api/v3/workspace/x/search/time_entries', WEEK)
    expect([status, body]).toEqual([400, 'Invalid workspace id'])
  })
})
