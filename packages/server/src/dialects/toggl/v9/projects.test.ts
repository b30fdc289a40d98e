import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { listProjectMembers } from '../../../core/projects/members.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask } from '../../../core/tasks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'
import { PALETTE } from '../colors.ts'

let server: TestServer
let ann: Person
let calls: Calls
let projects: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.123Z')
  ann = await server.person()
  calls = togglCalls(server, ann)
  projects = `/api/v9/workspaces/${ann.workspaceId}/projects`
})

const NOW = '2026-03-02T09:00:00+00:00'
const KEYS = `id workspace_id client_id name is_private active at created_at server_deleted_at color billable template
  auto_estimates estimated_hours estimated_seconds rate rate_last_updated currency recurring template_id
  recurring_parameters fixed_fee actual_hours actual_seconds tasks_count can_track_time status wid cid pinned`
const make = async (body: object) => (await calls.post(projects, body)).body.id as number
const work = (projectId: number, started: string, seconds: number) =>
  createEntry(ann.ctx(), {
    project_id: projectId,
    started_at: Date.parse(started),
    ended_at: Date.parse(started) + seconds * 1000,
  })

describe('a project', () => {
  test('is made with what the service gives one, and with its maker in it', async () => {
    const { status, body } = await calls.post(projects, {
      id: null,
      name: 'Site',
      color: null,
      client_id: null,
    })
    const color = body.color as (typeof PALETTE)[number]
    expect(status).toBe(200)
    expect(PALETTE).toContain(color)
    expect(Object.keys(body)).toEqual(KEYS.split(/\s+/))
    expect(body).toEqual({
      id: body.id,
      workspace_id: ann.workspaceId,
      client_id: null,
      name: 'Site',
      is_private: false,
      active: true,
      at: NOW,
      created_at: NOW,
      server_deleted_at: null,
      color,
      billable: false,
      template: false,
      auto_estimates: false,
      estimated_hours: null,
      estimated_seconds: null,
      rate: null,
      rate_last_updated: null,
      currency: 'EUR',
      recurring: false,
      template_id: null,
      recurring_parameters: null,
      fixed_fee: null,
      actual_hours: 0,
      actual_seconds: 0,
      tasks_count: 0,
      can_track_time: true,
      status: 'active',
      wid: ann.workspaceId,
      cid: null,
      pinned: false,
    })
    expect(await listProjectMembers(ann.ctx(), body.id)).toEqual([{ user_id: ann.user.id, is_manager: 1 }])
    expect((await calls.get(`${projects}/${body.id}`)).body).toEqual(body)
  })

  test('takes everything that is said of it', async () => {
    const { body } = await calls.post(projects, {
      name: 'Site',
      client_name: 'Acme',
      color: '#9E5BD9',
      is_private: true,
      active: false,
      billable: true,
      estimated_hours: 12,
      rate: 95.5,
      currency: 'USD',
      start_date: '2026-04-01T00:00:00.000Z',
      end_date: '2026-05-01',
      fixed_fee: null,
      recurring: false,
    })
    expect(body).toMatchObject({
      is_private: true,
      active: false,
      status: 'archived',
      can_track_time: false,
      color: '#9e5bd9',
      billable: true,
      estimated_hours: 12,
      estimated_seconds: 43_200,
      rate: 95.5,
      rate_last_updated: NOW,
      currency: 'USD',
      start_date: '2026-04-01',
      end_date: '2026-05-01',
      client_name: 'Acme',
    })
    expect(body.cid).toBe(body.client_id)
    const again = await calls.post(projects, { name: 'App', client_name: 'ACME' })
    expect(again.body.client_id).toBe(body.client_id)
    const byId = await calls.post(projects, { name: 'Third', cid: body.client_id })
    expect(byId.body.client_name).toBe('Acme')
  })

  test('keeps what a change leaves out, and loses what it empties', async () => {
    const id = await make({ name: 'Site', client_name: 'Acme', estimated_hours: 2, start_date: '2026-04-01' })
    const active = await calls.put(`${projects}/${id}`, { active: false })
    expect(active.body).toMatchObject({
      name: 'Site',
      active: false,
      estimated_hours: 2,
      client_name: 'Acme',
    })
    const emptied = { client_id: null, estimated_hours: null, start_date: null, billable: true, name: 'Web' }
    const { body } = await calls.put(`${projects}/${id}`, emptied)
    expect(body).toMatchObject({ name: 'Web', client_id: null, estimated_seconds: null, billable: true })
    expect(body).not.toHaveProperty('start_date')
  })

  test('can be sent back whole without anything changing', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site', estimate_seconds: 5400 })
    const { body } = await calls.get(`${projects}/${project.id}`)
    expect(body).toMatchObject({ estimated_hours: 2, estimated_seconds: 5400 })
    const sent = await calls.put(`${projects}/${project.id}`, body)
    expect(sent.body).toEqual({ ...body, billable: false })
  })

  test.each([
    [{ name: '' }, 400, "Project name can't be blank"],
    [
      { name: 'New', color: 'red' },
      400,
      "Error in validating color 'red'. Project color must be a hex value in the form of #[0-9a-f]{6}.",
    ],
    [{ name: 'taken' }, 400, 'Name has already been taken'],
    [{ name: 'New', estimated_hours: -1 }, 400, 'Invalid estimated_hours'],
    [{ name: 'New', start_date: 'soon' }, 400, 'Write a real day as YYYY-MM-DD.'],
    [{ name: 'New', rate: 5, rate_change_mode: 'never' }, 400, 'Invalid rate_change_mode'],
    [{ name: 'New', template: true }, 402, 'template is not offered here'],
    [{ name: 'New', fixed_fee: 100 }, 402, 'fixed_fee is not offered here'],
    [{ name: 'New', recurring: true }, 402, 'recurring is not offered here'],
    [{ name: 'New', currency: 'JPY' }, 402, 'currency without a rate is not offered here'],
    [{ name: 'New', billable: 'yes' }, 400, 'Unexpected "billable" type string, offset=30'],
  ])('is refused with %j', async (body, status, message) => {
    await make({ name: 'Taken' })
    const answer = await calls.post(projects, body)
    expect([answer.status, answer.body]).toEqual([status, message])
    expect((await calls.get(projects)).body).toHaveLength(1)
  })

  test('may have the name of another client’s project, and no foreign client', async () => {
    await make({ name: 'Site' })
    expect((await calls.post(projects, { name: 'Site', client_name: 'Acme' })).status).toBe(200)
    const stranger = await server.person()
    const foreign = await createClient(stranger.ctx(), stranger.workspaceId, { name: 'Theirs' })
    for (const id of [foreign.id, 999_999_999]) {
      const { status, body } = await calls.post(projects, { name: 'New', client_id: id })
      const message = `Client with the ID ${id} isn't present in workspace ${ann.workspaceId}`
      expect([status, body]).toEqual([400, message])
    }
  })

  test('is deleted with its number for an answer; its time stays, or goes with it', async () => {
    const [kept, gone] = [await make({ name: 'Kept' }), await make({ name: 'Gone' })]
    const entries = [
      await work(kept, '2026-03-01T10:00:00Z', 60),
      await work(gone, '2026-03-01T11:00:00Z', 60),
    ]
    const unassigned = await calls.remove(`${projects}/${kept}`)
    expect([unassigned.status, unassigned.body]).toEqual([200, kept])
    expect((await calls.remove(`${projects}/${gone}?teDeletionMode=delete`)).body).toBe(gone)
    const shown = entries.map(({ id }) => calls.get(`/api/v9/me/time_entries/${id}`))
    const [first, second] = await Promise.all(shown)
    expect(first?.body).toMatchObject({ project_id: null })
    expect(second?.status).toBe(404)
    const missing = await calls.remove(`${projects}/${gone}`)
    expect([missing.status, missing.body]).toEqual([404, 'Resource can not be found'])
    const word = await calls.remove(`${projects}/x`)
    const message = "We're expecting an integer as part of the url for project_id"
    expect([word.status, word.body]).toEqual([400, message])
  })
})

describe('the rate of a project', () => {
  const rates = async (id: number) =>
    (await calls.get(`/api/v9/workspaces/${ann.workspaceId}/rates/project/${id}`)).body.map(
      ({ start, amount }: { start: string; amount: number }) => [start, amount],
    )

  test('changes from today, or instead of the one in force, or for all time', async () => {
    const id = await make({ name: 'Site', rate: 50 })
    expect(await rates(id)).toEqual([['0001-01-01', 50]])
    await calls.put(`${projects}/${id}`, { rate: 60, rate_change_mode: 'start-today' })
    expect(await rates(id)).toEqual([
      ['2026-03-02', 60],
      ['0001-01-01', 50],
    ])
    await calls.put(`${projects}/${id}`, { rate: 65.25 })
    expect(await rates(id)).toEqual([
      ['2026-03-02', 65.25],
      ['0001-01-01', 50],
    ])
    await calls.put(`${projects}/${id}`, { rate: 70, rate_change_mode: 'override-all' })
    expect(await rates(id)).toEqual([['0001-01-01', 70]])
    const { body } = await calls.put(`${projects}/${id}`, { rate: null })
    expect(body.rate).toBeNull()
  })

  test('is for those who manage the workspace to set and to see', async () => {
    const team = await server.team(ann, 'manager', 'member')
    const path = `/api/v9/workspaces/${team.id}/projects`
    const made = await togglCalls(server, team.manager).post(path, { name: 'Site', rate: 50 })
    expect(made.body.rate).toBe(50)
    const member = togglCalls(server, team.member)
    expect((await member.get(`${path}/${made.body.id}`)).body.rate).toBeNull()
    const own = await member.post(path, { name: 'Mine', rate: 999 })
    expect([own.status, own.body]).toEqual([403, 'User does not have access to this resource.'])
    expect((await member.get(path)).body).toHaveLength(1)
  })
})

describe('the list of projects', () => {
  const names = async (query: string) =>
    (await calls.get(`${projects}${query}`)).body.map((each: { name: string }) => each.name)

  test('has those in use, and answers every filter', async () => {
    const site = await make({ name: 'Site', client_name: 'Acme', billable: true })
    await make({ name: 'App', active: false })
    await make({ name: 'Later', start_date: '2026-06-01' })
    await make({ name: 'Over', end_date: '2026-01-01' })
    const { client_id: acme } = (await calls.get(`${projects}/${site}`)).body
    expect(await names('')).toEqual(['Later', 'Over', 'Site'])
    expect(await names('?active=false')).toEqual(['App'])
    expect(await names('?active=both&sort_order=DESC')).toEqual(['Site', 'Over', 'Later', 'App'])
    expect(await names('?billable=true')).toEqual(['Site'])
    expect(await names('?billable=false')).toEqual(['Later', 'Over'])
    expect(await names(`?client_ids=${acme}`)).toEqual(['Site'])
    expect(await names(`?project_ids=${site},5`)).toEqual(['Site'])
    expect(await names(`?user_ids=${ann.user.id}&name=LAT`)).toEqual(['Later'])
    expect(await names('?user_ids=999999999')).toEqual([])
    expect(await names('?statuses=upcoming,archived')).toEqual(['App', 'Later'])
    expect(await names('?statuses=ended')).toEqual(['Over'])
    expect(await names('?statuses=active')).toEqual(['Site'])
    expect(await names('?page=2&per_page=2')).toEqual(['Site'])
    expect(await names('?page=9')).toEqual([])
    expect(await names('?only_templates=true')).toEqual([])
    expect(await names('?group_ids=1')).toEqual([])
    expect((await calls.get(`${projects}?sort_field=mood`)).status).toBe(400)
    expect((await calls.get(`${projects}?statuses=lost`)).status).toBe(400)
  })

  test('says of each how much time and how many tasks it has, and when it was worked on', async () => {
    const id = await make({ name: 'Site' })
    await work(id, '2026-02-01T10:00:00Z', 5400)
    await work(id, '2026-02-03T10:00:00Z', 1800)
    await createTask(ann.ctx(), id, { name: 'Draw' })
    expect((await calls.get(projects)).body).toEqual([
      expect.objectContaining({ actual_hours: 2, actual_seconds: 7200, tasks_count: 1 }),
    ])
    expect((await calls.get(`${projects}/${id}/statistics`)).body).toEqual({
      earliest_time_entry: '2026-02-01T10:00:00+00:00',
      latest_time_entry: '2026-02-03T10:00:00+00:00',
    })
    const asked = { project_ids: [id, 999_999_999] }
    expect((await calls.post(`${projects}/task_count`, asked)).body).toEqual({ [id]: 1 })
    expect((await calls.post(`${projects}/user_count`, asked)).body).toEqual({ [id]: 1 })
    const empty = await make({ name: 'App' })
    expect((await calls.get(`${projects}/${empty}/statistics`)).body).toEqual({
      earliest_time_entry: null,
      latest_time_entry: null,
    })
  })

  test('of all my workspaces has archived ones on request', async () => {
    const team = await server.team(ann)
    await createProject(ann.ctx(), team.id, { title: 'Ours' })
    const mine = await make({ name: 'Mine' })
    await make({ name: 'Old', active: false })
    const mineAll = async (query: string) =>
      (await calls.get(`/api/v9/me/projects${query}`)).body.map((each: { name: string }) => each.name)
    expect(await mineAll('')).toEqual(['Mine', 'Ours'])
    expect(await mineAll('?include_archived=true')).toEqual(['Mine', 'Old', 'Ours'])
    expect(await mineAll(`/paginated?start_project_id=${mine}&per_page=1`)).toEqual(['Mine'])
    const wrong = await calls.get('/api/v9/me/projects?include_archived=maybe')
    expect([wrong.status, wrong.body]).toEqual([404, 'Invalid include_archived'])
    const start = await calls.get('/api/v9/me/projects/paginated?start_project_id=x')
    expect([start.status, start.body]).toEqual([400, 'Invalid start_project_id'])
  })

  test('of a sync tells what is gone, and nothing of what was private to others', async () => {
    const team = await server.team(ann, 'member')
    const closed = await createProject(ann.ctx(), team.id, { title: 'Secret', is_private: true })
    const open = await createProject(ann.ctx(), team.id, { title: 'Open' })
    server.clock.advance(60)
    const since = Math.floor(server.clock.now / 1000)
    for (const { id } of [closed, open]) await calls.remove(`/api/v9/workspaces/${team.id}/projects/${id}`)
    const told = async (person: Person) =>
      (await togglCalls(server, person).get(`/api/v9/me/projects?since=${since}`)).body
    expect(await told(team.member)).toEqual([
      expect.objectContaining({
        name: 'Open',
        status: 'deleted',
        can_track_time: false,
        server_deleted_at: '2026-03-02T09:01:00+00:00',
      }),
    ])
    expect(await told(ann)).toHaveLength(2)
  })
})

describe('several projects', () => {
  const patch = (ids: string, body: unknown) => calls.patch(`${projects}/${ids}`, body)

  test('are changed alike, each for itself', async () => {
    const [one, two] = [await make({ name: 'One' }), await make({ name: 'Two' })]
    const { status, body } = await patch(`${one},${two},999999999`, [
      { op: 'replace', path: '/color', value: '#2da608' },
      { op: 'replace', path: '/billable', value: true },
    ])
    expect(status).toBe(200)
    expect(body).toEqual({
      success: [one, two],
      failure: [{ id: 999_999_999, message: 'Resource can not be found' }],
    })
    expect((await calls.get(`${projects}/${two}`)).body).toMatchObject({ color: '#2da608', billable: true })
    const same = await patch(`${one},${two}`, [{ op: 'replace', path: '/name', value: 'Same' }])
    expect(same.body).toEqual({
      success: [one],
      failure: [{ id: two, message: 'Name has already been taken' }],
    })
  })

  test.each([
    [[{ op: 'move', path: '/color' }], 'Invalid op: move'],
    [[{ op: 'replace', path: 'color' }], 'Invalid path format: color'],
    [[{ op: 'replace', path: '/id', value: 1 }], 'Path not found: /id'],
    [[], 'No patchable fields defined'],
    [{}, 'JSON is not valid'],
  ])('are not changed by %j', async (body, message) => {
    const answer = await patch('1', body)
    expect([answer.status, answer.body]).toEqual([400, message])
  })

  test('are at most a hundred', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => index + 1).join(',')
    const answer = await patch(ids, [{ op: 'replace', path: '/color', value: '#2da608' }])
    expect(answer.body).toBe('PATCH request is limited to 100 entries at once')
  })
})

test('a pin is one’s own, and the first in a list that is asked so', async () => {
  const team = await server.team(ann, 'member')
  const path = `/api/v9/workspaces/${team.id}/projects`
  const first = await calls.post(path, { name: 'A' })
  const second = await calls.post(path, { name: 'B' })
  const pinned = await calls.post(`${path}/${second.body.id}/pin`, { pin: true })
  expect([pinned.status, pinned.body]).toEqual([200, ''])
  await calls.post(`${path}/${second.body.id}/pin`, { pin: true })
  const listed = (await calls.get(`${path}?sort_pinned=true`)).body
  expect(listed.map((each: { name: string; pinned: boolean }) => [each.name, each.pinned])).toEqual([
    ['B', true],
    ['A', false],
  ])
  const others = (await togglCalls(server, team.member).get(path)).body
  expect(others.every((each: { pinned: boolean }) => !each.pinned)).toBe(true)
  await calls.post(`${path}/${second.body.id}/pin`, { pin: false })
  expect((await calls.get(`${path}/${second.body.id}`)).body.pinned).toBe(false)
  const missing = await calls.post(`${path}/999999999/pin`, { pin: true })
  expect([missing.status, missing.body]).toEqual([404, 'Project not found/accessible'])
  expect(first.body.pinned).toBe(false)
})

test('a hundred projects may be pinned', async () => {
  for (let made = 0; made < 100; made++) {
    const { id } = await createProject(ann.ctx(), ann.workspaceId, { title: `Project ${made}` })
    await calls.post(`${projects}/${id}/pin`, { pin: true })
  }
  const answer = await calls.post(`${projects}/${await make({ name: 'Last' })}/pin`, { pin: true })
  expect([answer.status, answer.body]).toEqual([403, 'Cannot pin more projects: Max 100 pins for paid plans'])
})

test('only admins make projects where the workspace has it so', async () => {
  const team = await server.team(ann, 'member')
  await calls.put(`/api/v9/workspaces/${team.id}`, { only_admins_may_create_projects: true })
  const answer = await togglCalls(server, team.member).post(`/api/v9/workspaces/${team.id}/projects`, {
    name: 'A',
  })
  expect([answer.status, answer.body]).toEqual([403, 'Only admins may create projects in this workspace'])
})
