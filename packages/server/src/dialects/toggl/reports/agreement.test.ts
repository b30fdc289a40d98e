import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../../core/entries/write.ts'
import { createRate } from '../../../core/rates.ts'
import { updateWorkspace } from '../../../core/workspaces.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { type ReportTeam, reportTeam } from '../testing/report-team.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let team: ReportTeam
let ada: Calls
let ben: Calls

const BASE = '/reports/api/v2'

beforeAll(async () => {
  server = await openTestServer()
  team = await reportTeam(server)
  ada = togglCalls(server, team.ada)
  ben = togglCalls(server, team.ben)
})

afterAll(() => server.close())

describe('every report', () => {
  const RANGES = [
    ['2026-03-25', '2026-03-31'],
    ['2026-03-28', '2026-03-28'],
    ['2026-03-29', '2026-03-29'],
    ['2026-03-30', '2026-04-01'],
    ['2020-01-01', '2030-01-01'],
  ] as const

  test.each(RANGES)('comes to the same from %s to %s', async (from, to) => {
    for (const [who, calls] of [
      [team.ada, ada],
      [team.ben, ben],
    ] as const) {
      const days = { start_date: from, end_date: to }
      const three = `/reports/api/v3/workspace/${team.id}`
      const totals = (await calls.post(`${three}/search/time_entries/totals`, days)).body
      const { groups } = (await calls.post(`${three}/summary/time_entries`, days)).body
      const summary = groups
        .flatMap((group: { sub_groups: { seconds: number }[] }) => group.sub_groups)
        .reduce((sum: number, { seconds }: { seconds: number }) => sum + seconds, 0)
      const rows = (await calls.post(`${three}/search/time_entries`, days)).body
      const detailed = rows
        .flatMap((row: { time_entries: { seconds: number }[] }) => row.time_entries)
        .reduce((sum: number, { seconds }: { seconds: number }) => sum + seconds, 0)
      const address = `user_agent=test&workspace_id=${team.id}&since=${from}&until=${to}`
      const two = (await calls.get(`${BASE}/summary?${address}`)).body
      const native = (
        await who.call(
          'GET',
          `/sundial/api/v1/reports?workspace_id=${team.id}&everyone=true&from=${from}&to=${to}`,
        )
      ).body.total
      expect(totals.seconds).toBe(native.seconds)
      expect([summary, detailed, (two.total_grand ?? 0) / 1000]).toEqual([
        totals.seconds,
        totals.seconds,
        totals.seconds,
      ])
      expect(totals.billable_amount_in_cents).toBe(native.money[0]?.billable ?? 0)
    }
  })

  test('rounds as the workspace does, where version 2 is told to', async () => {
    await updateWorkspace(
      team.ada.ctx(),
      { id: team.id },
      { rounding_mode: 'up', rounding_minutes: 60, rounding_per: 'day_project' },
    )
    const address = `user_agent=test&workspace_id=${team.id}&since=2026-03-25&until=2026-03-31&rounding=on`
    const { body } = await ada.get(`${BASE}/summary?${address}&grouped_time_entry_ids=true`)
    const hour = 3_600_000
    // Saturday, Sunday, Monday with and without a project, and Tuesday.
    expect(body.total_grand).toBe((1 + 1 + 2 + 1 + 2) * hour)
    expect(body.data.map((group: { time: number }) => group.time)).toEqual([3 * hour, 3 * hour, hour])
    expect(body.data[0].items[0].time_entry_ids).toBe(`${team.entries.plan},${team.entries.again}`)
    const details = (await ada.get(`${BASE}/details?${address}`)).body
    expect(details.total_grand).toBe(body.total_grand)
    expect(details.data.reduce((sum: number, { dur }: { dur: number }) => sum + dur, 0)).toBe(
      body.total_grand,
    )
  })

  test('keeps currencies apart', async () => {
    const usd = { amount: 5000, currency: 'USD', effective_from: '2027-01-01' }
    await createRate(team.ada.ctx(), {
      workspace_id: team.id,
      kind: 'billable',
      project_id: team.site,
      ...usd,
    })
    await createEntry(team.ada.ctx(), {
      workspace_id: team.id,
      project_id: team.site,
      billing_status: 'billable',
      title: 'Later',
      started_at: Date.parse('2027-01-04T09:00:00Z'),
      ended_at: Date.parse('2027-01-04T10:00:00Z'),
    })
    const days = { start_date: '2026-03-25', end_date: '2027-01-31' }
    const totals = await ada.post(`/reports/api/v3/workspace/${team.id}/search/time_entries/totals`, days)
    // One number has room for one currency: that of the workspace.
    expect(totals.body.billable_amount_in_cents).toBe(25_019)
    expect(totals.body.rates).toEqual([
      { billable_seconds: 9007, hourly_rate_in_cents: 10_000, currency: 'EUR' },
      { billable_seconds: 3600, hourly_rate_in_cents: 5000, currency: 'USD' },
    ])
    const later = await ada.post(`/reports/api/v3/workspace/${team.id}/search/time_entries.csv`, {
      start_date: '2027-01-04',
      end_date: '2027-01-04',
    })
    expect(later.body).toContain(',01:00:00,,50.00 USD\r\n')
    const { body } = await ada.get(
      `${BASE}/summary?user_agent=test&workspace_id=${team.id}&since=2026-03-25&until=2027-01-31`,
    )
    expect(body.total_currencies).toEqual([
      { currency: 'EUR', amount: 250.19 },
      { currency: 'USD', amount: 50 },
    ])
  })
})
