import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { call, openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let calls: Calls
let team: { id: number; manager: Person; member: Person }
let home: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.120Z')
  ann = await server.person({ name: 'Ann' })
  calls = togglCalls(server, ann)
  team = await server.team(ann, 'manager', 'member')
  home = `/api/v9/workspaces/${team.id}`
})

const NOW = '2026-03-02T09:00:00+00:00'
const KEYS = `id organization_id name premium business_ws admin role suspended_at server_deleted_at default_hourly_rate
  rate_last_updated default_currency only_admins_may_create_projects only_admins_may_create_tags
  only_admins_see_billable_rates only_admins_see_team_dashboard projects_billable_by_default
  projects_private_by_default projects_enforce_billable limit_public_project_data last_modified reports_collapse
  rounding rounding_minutes api_token at logo_url ical_url ical_enabled csv_upload subscription hide_start_end_times
  working_hours_in_minutes`

describe('a workspace', () => {
  test('is shown as one of a plan that has everything', async () => {
    const { body } = await calls.get(home)
    expect(Object.keys(body)).toEqual(KEYS.split(/\s+/))
    expect(body).toMatchObject({
      id: team.id,
      organization_id: team.id,
      premium: true,
      admin: true,
      role: 'admin',
      default_hourly_rate: null,
      default_currency: 'EUR',
      only_admins_may_create_projects: false,
      rounding: 1,
      rounding_minutes: 0,
      at: NOW,
    })
    const { body: seen } = await togglCalls(server, team.member).get(home)
    expect(seen).toMatchObject({ admin: false, role: 'user' })
  })

  test('is listed with its projects, and at the addresses that no document has', async () => {
    await createProject(ann.ctx(), team.id, { title: 'Site' })
    await createProject(ann.ctx(), team.id, { title: 'Old', is_archived: true })
    const { body } = await calls.get('/api/v9/me/workspaces')
    expect(
      body.map((each: { id: number; active_project_count: number }) => [each.id, each.active_project_count]),
    ).toEqual([
      [ann.workspaceId, 0],
      [team.id, 1],
    ])
    server.clock.advance(60)
    const since = Math.floor(server.clock.now / 1000)
    expect((await calls.get(`/api/v9/me/workspaces?since=${since}`)).body).toEqual([])
    for (const path of ['/api/v9/workspaces', '/api/v9/me/all_workspaces/'])
      expect((await calls.get(path)).body).toHaveLength(2)
  })

  test('is changed by its admins', async () => {
    const { status, body } = await calls.put(home, {
      name: 'Atelier',
      default_currency: 'USD',
      default_hourly_rate: 80.5,
      only_admins_may_create_projects: true,
      projects_billable_by_default: true,
      rounding: -1,
      rounding_minutes: 15,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'Atelier',
      default_currency: 'USD',
      default_hourly_rate: 80.5,
      rate_last_updated: NOW,
      only_admins_may_create_projects: true,
      projects_billable_by_default: true,
      rounding: -1,
      rounding_minutes: 15,
    })
    const same = await calls.put(home, body)
    expect(same.body).toEqual(body)
    const off = await calls.put(home, { rounding_minutes: 0, projects_billable_by_default: false })
    expect(off.body).toMatchObject({ rounding_minutes: 0, projects_billable_by_default: false })
    for (const person of [team.manager, team.member])
      expect((await togglCalls(server, person).put(home, { name: 'Mine' })).status).toBe(403)
  })

  test('takes what projects are by default for those that say nothing', async () => {
    const { id } = await createProject(ann.ctx(), team.id, { title: 'Site' })
    await calls.put(home, { projects_billable_by_default: true })
    expect((await calls.get(`${home}/projects/${id}`)).body.billable).toBe(true)
    expect((await calls.get(`${home}/projects?billable=true`)).body).toHaveLength(1)
    expect((await calls.get(`${home}/projects?billable=false`)).body).toEqual([])
  })

  test.each([
    [{ name: ' ' }, 400, 'workspace name must contain non-space characters'],
    [{ name: 'x'.repeat(141) }, 400, 'workspace name must not be longer than 140'],
    [{ rounding: 7 }, 400, 'Invalid rounding'],
    [{ rounding_minutes: 7 }, 400, 'Invalid rounding_minutes'],
    [{ default_currency: 'XXQ' }, 400, '"XXQ" is not a currency, such as EUR.'],
    [{ projects_private_by_default: true }, 402, 'projects_private_by_default is not offered here'],
    [{ only_admins_see_team_dashboard: false }, 402, 'only_admins_see_team_dashboard is not offered here'],
  ])('is refused %j', async (body, status, message) => {
    const answer = await calls.put(home, body)
    expect([answer.status, answer.body]).toEqual([status, message])
  })

  test('has preferences, of which one is where it is locked', async () => {
    const preferences = {
      disable_approvals: true,
      disable_expenses: true,
      disable_timesheet_view: true,
      hide_start_end_times: false,
      report_locked_at: null,
      single_sign_on: false,
    }
    expect((await calls.get(`${home}/preferences`)).body).toEqual(preferences)
    const locked = await calls.post(`${home}/preferences`, { report_locked_at: '2026-02-01T00:00:00Z' })
    expect(locked.body).toEqual({ ...preferences, report_locked_at: '2026-02-01T00:00:00Z' })
    const open = await calls.post(`${home}/preferences`, { report_locked_at: null })
    expect(open.body).toEqual(preferences)
    expect((await calls.post(`${home}/preferences`, { hide_start_end_times: true })).status).toBe(402)
    const member = togglCalls(server, team.member)
    expect((await member.post(`${home}/preferences`, { report_locked_at: null })).status).toBe(403)
  })

  test('demands nothing of time entries', async () => {
    const path = `${home}/time_entry_constraints`
    expect((await calls.get(path)).body).toEqual({
      time_entry_constraints_enabled: false,
      description_present: false,
      project_present: false,
      task_present: false,
      tag_present: false,
    })
    expect((await calls.post(path, { tag_present: false })).body).toEqual({ wid: team.id })
    expect((await calls.post(path, { tag_present: true })).status).toBe(402)
    expect((await togglCalls(server, team.member).post(path, {})).body).toBe('Admin permissions required')
  })

  test('says which currencies it works in', async () => {
    await createClient(ann.ctx(), team.id, { name: 'Acme', currency: 'USD' })
    await createClient(ann.ctx(), team.id, { name: 'Zenith' })
    expect((await calls.get(`${home}/currencies`)).body).toEqual(['EUR', 'USD'])
  })
})

describe('the dashboard', () => {
  const entry = (person: Person, title: string, started: string, minutes: number) =>
    createEntry(person.ctx(), {
      workspace_id: team.id,
      title,
      started_at: Date.parse(started),
      ended_at: Date.parse(started) + minutes * 60_000,
    })

  test('shows everybody’s week to who manages the workspace, and to others their own', async () => {
    await entry(ann, 'Draw', '2026-03-01T10:00:00Z', 60)
    await entry(ann, 'Draw', '2026-02-28T10:00:00Z', 30)
    await entry(team.member, 'Build', '2026-03-01T12:00:00Z', 45)
    await entry(ann, 'Long ago', '2026-01-01T10:00:00Z', 600)
    const read = async (person: Person, what: string) =>
      (await togglCalls(server, person).get(`${home}/dashboard/${what}`)).body
    expect(await read(team.manager, 'all_activity')).toEqual([
      {
        user_id: team.member.user.id,
        project_id: null,
        duration: 2700,
        description: 'Build',
        stop: '2026-03-01T12:45:00+00:00',
        tid: null,
      },
      expect.objectContaining({ user_id: ann.user.id, duration: 3600 }),
      expect.objectContaining({ user_id: ann.user.id, duration: 1800 }),
    ])
    const ids = { project_id: null, stop: null, tid: null }
    expect(await read(ann, 'top_activity')).toEqual([
      { user_id: ann.user.id, description: 'Draw', duration: 5400, ...ids },
      { user_id: team.member.user.id, description: 'Build', duration: 2700, ...ids },
    ])
    expect(await read(ann, 'most_active')).toEqual([
      { user_id: ann.user.id, fullname: 'Ann', email: ann.email, avatar_file_name: null, duration: 5400 },
      expect.objectContaining({ user_id: team.member.user.id, duration: 2700 }),
    ])
    for (const what of ['all_activity', 'top_activity', 'most_active'])
      expect(await read(team.member, what)).toEqual([expect.objectContaining({ duration: 2700 })])
    const since = Date.parse('2026-01-01T00:00:00Z') / 1000
    expect(await read(ann, `all_activity?since=${since}`)).toHaveLength(4)
  })
})

describe('what the world is made of', () => {
  const read = async (path: string) =>
    (await call(server.app, { method: 'GET', url: `/toggl/api/v9${path}` })).body

  test('is told to anybody', async () => {
    const countries = await read('/countries')
    const germany = countries.find((each: { country_code: string }) => each.country_code === 'DE')
    expect(germany).toEqual({
      id: 83,
      name: 'Germany',
      country_code: 'DE',
      default_currency_id: null,
      vat_applicable: false,
      vat_percentage: null,
      vat_regex: null,
      requires_postal_code: false,
    })
    const codes = countries.map((each: { country_code: string }) => each.country_code)
    expect(codes.length).toBeGreaterThan(240)
    for (const none of ['EU', 'UN', 'ZZ', 'SU', 'DD']) expect(codes).not.toContain(none)
    expect(await read('/countries/83/subdivisions')).toEqual([])
    expect(await read('/countries/999/subdivisions')).toBe('Invalid country code.')
    const currencies = await read('/currencies')
    const euro = currencies.find((each: { iso_code: string }) => each.iso_code === 'EUR')
    expect(euro).toEqual({ currency_id: 3242, iso_code: 'EUR', symbol: '€' })
    const ids = new Set(currencies.map((each: { currency_id: number }) => each.currency_id))
    expect(ids.size).toBe(currencies.length)
    expect(await read('/timezones')).toEqual(expect.arrayContaining(['Europe/Berlin', 'UTC']))
    const offsets = await read('/timezones/offsets')
    expect(offsets).toContainEqual({ name: 'Europe/Berlin', utc: '+01:00' })
    server.clock.set('2026-07-01T00:00:00Z')
    expect(await read('/timezones/offsets')).toContainEqual({ name: 'Europe/Berlin', utc: '+02:00' })
  })
})
