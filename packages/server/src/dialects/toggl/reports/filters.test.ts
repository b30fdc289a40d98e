import { afterAll, beforeAll, expect, test } from 'vitest'
import { setProjectMembers } from '../../../core/projects/members.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { type ReportTeam, reportTeam } from '../testing/report-team.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let team: ReportTeam
let ada: Calls
let base: string

beforeAll(async () => {
  server = await openTestServer()
  team = await reportTeam(server)
  ada = togglCalls(server, team.ada)
  base = `/reports/api/v3/workspace/${team.id}`
})

afterAll(() => server.close())

test('clients are found by name, by number and from a place on', async () => {
  const both = [
    { id: team.acme, name: 'Acme' },
    { id: team.birch, name: 'Birch' },
  ]
  expect((await ada.post(`${base}/filters/clients`, {})).body).toEqual(both)
  expect((await ada.post(`${base}/filters/clients`)).body).toEqual(both)
  expect((await ada.post(`${base}/search/clients`, { name: 'cm' })).body).toEqual(both.slice(0, 1))
  expect((await ada.post(`${base}/search/clients`, { ids: [team.birch] })).body).toEqual(both.slice(1))
  expect((await ada.post(`${base}/search/clients`, { start: 1 })).body).toEqual(both.slice(1))
})

test('projects are found by what they are', async () => {
  const shop = {
    id: team.shop,
    name: 'Shop',
    client_id: team.birch,
    color: '#445566',
    active: true,
    currency: 'EUR',
    billable: false,
  }
  const { body } = await ada.post(`${base}/filters/projects`, {})
  expect(body.map((each: { name: string }) => each.name)).toEqual(['Shop', 'Site'])
  expect(body[0]).toEqual(shop)
  for (const filter of [
    { name: 'sho' },
    { ids: [team.shop] },
    { client_ids: [team.birch] },
    { page_size: 1 },
  ])
    expect((await ada.post(`${base}/search/projects`, filter)).body).toEqual([shop])
  for (const filter of [
    { is_active: false },
    { is_private: true },
    { is_billable: true },
    { currency: 'USD' },
  ])
    expect((await ada.post(`${base}/search/projects`, filter)).body).toEqual([])
})

test('people are found, whether or not they are still there', async () => {
  expect((await ada.post(`${base}/filters/users`, {})).body).toEqual([
    { id: team.ada.user.id, name: 'Ada', deleted_at: null },
    { id: team.ben.user.id, name: 'Ben', deleted_at: null },
  ])
  const { body } = await ada.post(`${base}/search/users`, { ids: [team.ben.user.id] })
  expect(body).toEqual([
    {
      id: team.ben.user.id,
      fullname: 'Ben',
      email: team.ben.email,
      active: true,
      avatar: null,
      deactivated: false,
      workspace_user_id: expect.any(Number),
    },
  ])
  expect((await ada.post(`${base}/search/users`, { active: false })).body).toEqual([])
})

test('tasks are found and shown as on the rest of the service', async () => {
  const { body } = await ada.post(`${base}/search/tasks`, { project_ids: [team.site] })
  expect(body).toHaveLength(1)
  expect(body[0]).toMatchObject({ id: team.layout, name: 'Layout', project_id: team.site, active: true })
  expect((await ada.post(`${base}/filters/tasks`, { active: false })).body).toEqual([])
})

test('projects and tasks say how far they are', async () => {
  const { body } = await ada.post(`${base}/filters/projects/status`, { ids: [team.site] })
  expect(body).toEqual([
    {
      id: team.site,
      tracked_seconds: 9007,
      billable_seconds: 9007,
      billable_amount: 25_019,
      currency: 'EUR',
      estimated_seconds: null,
    },
  ])
  const tasks = await ada.post(`${base}/filters/tasks/status`, { ids: [team.layout] })
  expect(tasks.body).toEqual([
    {
      id: team.layout,
      tracked_seconds: 5407,
      billable_seconds: 5407,
      billable_amount: 15_019,
      currency: 'EUR',
      estimated_seconds: 7200,
    },
  ])
})

test('people on projects are found by project and by client', async () => {
  await setProjectMembers(team.ada.ctx(), team.site, [{ userId: team.ben.user.id, isManager: false }])
  const { body } = await ada.post(`${base}/filters/project_users`, { project_ids: [team.site] })
  expect(body).toEqual([
    {
      id: expect.any(Number),
      group_id: null,
      hourly_rate: null,
      labour_cost: null,
      project_id: team.site,
      user_id: team.ben.user.id,
    },
  ])
  const found = async (filter: object) => (await ada.post(`${base}/filters/project_users`, filter)).body
  expect(await found({ client_ids: [team.acme] })).toEqual(body)
  expect(await found({ client_ids: [team.birch] })).toEqual([])
  expect(await found({ start_id: body[0].id + 1 })).toEqual([])
})

test('there are no groups of projects', async () => {
  expect((await ada.post(`${base}/filters/project_groups`, { project_ids: [team.site] })).body).toEqual([])
})

test.each([
  'search/clients',
  'search/projects',
  'search/users',
  'search/tasks',
  'filters/tasks',
  'filters/tasks/status',
  'filters/project_groups',
  'filters/project_users',
])('%s wants to be told something', async (path) => {
  const { status, body } = await ada.post(`${base}/${path}`, {})
  expect([status, body]).toEqual([400, 'At least one parameter must be set'])
})

test('too many numbers are refused', async () => {
  const many = (count: number) => ({ ids: Array.from({ length: count }, (_, index) => index + 1) })
  expect((await ada.post(`${base}/filters/clients`, many(2001))).body).toBe(
    'Maximum count of posted IDs is 2000',
  )
  expect((await ada.post(`${base}/filters/users`, many(101))).body).toBe('Maximum count of posted IDs is 100')
})
