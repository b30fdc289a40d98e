import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask, getTask } from '../../../core/tasks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let calls: Calls
let home: string
let tasks: string
let projectId: number

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.120Z')
  ann = await server.person({ name: 'Ann' })
  calls = togglCalls(server, ann)
  const fields = { title: 'Site', color: '#2DA608', default_billing_status: 'billable' as const }
  projectId = (await createProject(ann.ctx(), ann.workspaceId, fields)).id
  home = `/api/v9/workspaces/${ann.workspaceId}`
  tasks = `${home}/projects/${projectId}/tasks`
})

const KEYS = `id name workspace_id project_id user_id recurring active at server_deleted_at estimated_seconds
  tracked_seconds project_name project_color project_billable project_is_private client_id rate rate_last_updated`
const make = async (name: string) => (await calls.post(tasks, { name })).body.id as number
const names = (list: { name: string }[]) => list.map((task) => task.name)

describe('a task', () => {
  test('is made, shown, changed and deleted', async () => {
    const { status, body } = await calls.post(tasks, { name: 'Draw', estimated_seconds: 3600 })
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(KEYS.split(/\s+/))
    expect(body).toEqual({
      id: body.id,
      name: 'Draw',
      workspace_id: ann.workspaceId,
      project_id: projectId,
      user_id: null,
      recurring: false,
      active: true,
      at: '2026-03-02T09:00:00.12Z',
      server_deleted_at: null,
      estimated_seconds: 3600,
      tracked_seconds: 0,
      project_name: 'Site',
      project_color: '#2da608',
      project_billable: true,
      project_is_private: false,
      client_id: null,
      rate: null,
      rate_last_updated: null,
    })
    const path = `${tasks}/${body.id}`
    expect((await calls.get(path)).body).toEqual(body)
    const done = await calls.put(path, { active: false, user_id: ann.user.id, estimated_seconds: null })
    expect(done.body).toMatchObject({ active: false, user_id: ann.user.id, user_name: 'Ann', name: 'Draw' })
    expect(done.body.estimated_seconds).toBeNull()
    const back = await calls.put(path, { active: true, user_id: null })
    expect(back.body).toMatchObject({ active: true, user_id: null })
    const gone = await calls.remove(path)
    expect([gone.status, gone.body]).toEqual([200, ''])
    expect((await calls.get(tasks)).body).toEqual([])
  })

  test('says its tracked seconds in milliseconds, as the service does', async () => {
    const id = await make('Draw')
    const started_at = Date.parse('2026-03-01T10:00:00Z')
    await createEntry(ann.ctx(), {
      project_id: projectId,
      task_id: id,
      started_at,
      ended_at: started_at + 90_000,
    })
    expect((await calls.get(`${tasks}/${id}`)).body.tracked_seconds).toBe(90_000)
  })

  test('keeps its other people and its state where nothing new is said', async () => {
    const team = await server.team(ann, 'member')
    const project = await createProject(ann.ctx(), team.id, { title: 'Ours' })
    const assignee_ids = [ann.user.id, team.member.user.id]
    const { id } = await createTask(ann.ctx(), project.id, { name: 'Draw', status: 'review', assignee_ids })
    const path = `/api/v9/workspaces/${team.id}/projects/${project.id}/tasks/${id}`
    const { body } = await calls.get(path)
    await calls.put(path, body)
    expect(await getTask(ann.ctx(), id)).toMatchObject({ status: 'review', assignee_ids })
  })

  test.each([
    [{ name: '' }, 400, "Task name can't be blank"],
    [{ name: 'DRAW' }, 400, 'Name has already been taken'],
    [{ name: 'New', estimated_seconds: -1 }, 400, 'Invalid estimated_seconds'],
    [{ name: 'New', user_id: 999_999_999 }, 400, 'A task can only be given to active members.'],
    [{ name: 'New', external_reference: 'JIRA-1' }, 402, 'external_reference is not offered here'],
  ])('is refused with %j', async (body, status, message) => {
    await make('Draw')
    const answer = await calls.post(tasks, body)
    expect([answer.status, answer.body]).toEqual([status, message])
  })

  test('needs its project: one of mine, in use, and its own', async () => {
    const id = await make('Draw')
    const stranger = await server.person()
    const foreign = await createProject(stranger.ctx(), stranger.workspaceId, { title: 'Theirs' })
    for (const other of [foreign.id, 999_999_999, 'x']) {
      const answer = await calls.get(`${home}/projects/${other}/tasks/${id}`)
      expect([answer.status, answer.body]).toEqual([400, 'Invalid project_id'])
    }
    const another = await createProject(ann.ctx(), ann.workspaceId, { title: 'App' })
    for (const wrong of [`${home}/projects/${another.id}/tasks/${id}`, `${tasks}/999999999`, `${tasks}/x`]) {
      const answer = await calls.put(wrong, { name: 'Mine' })
      expect([answer.status, answer.body]).toEqual([400, 'Invalid task_id'])
    }
    await calls.put(`${home}/projects/${projectId}`, { active: false })
    const closed = await calls.post(tasks, { name: 'New' })
    const message = 'Project not found/accessible, Can not change tasks of archived project'
    expect([closed.status, closed.body]).toEqual([400, message])
  })
})

describe('lists of tasks', () => {
  test('of a project are bare, and have those that are done too', async () => {
    await make('B')
    const done = await make('A')
    await calls.put(`${tasks}/${done}`, { active: false })
    expect(names((await calls.get(tasks)).body)).toEqual(['A', 'B'])
    expect(names((await calls.get(`${tasks}?active=true`)).body)).toEqual(['B'])
  })

  test('of a workspace come in an envelope, by pages', async () => {
    for (const name of ['C', 'A', 'B']) await make(name)
    const done = await make('Done')
    await calls.put(`${tasks}/${done}`, { active: false })
    const { body } = await calls.get(`${home}/tasks?page=2&per_page=2`)
    expect(Object.keys(body)).toEqual(['total_count', 'per_page', 'page', 'sort_field', 'sort_order', 'data'])
    expect(body).toMatchObject({
      total_count: 3,
      per_page: 2,
      page: 2,
      sort_field: 'name',
      sort_order: 'ASC',
    })
    expect(names(body.data)).toEqual(['C'])
    const list = async (query: string) => names((await calls.get(`${home}/tasks${query}`)).body.data)
    expect(await list('?sort_order=desc')).toEqual(['C', 'B', 'A'])
    expect(await list('?active=both&search=o')).toEqual(['Done'])
    expect(await list(`?pid=${projectId}&active=false`)).toEqual(['Done'])
    expect(await list('?pid=999999999')).toEqual([])
    expect((await calls.get(`${home}/tasks?sort_field=mood`)).status).toBe(400)
    const basic = (await calls.get(`${home}/tasks/basic?project_ids=${projectId}`)).body
    expect(basic.total_count).toBe(3)
    expect(names((await calls.post(`${home}/tasks/data`, [done])).body)).toEqual(['Done'])
  })

  test('of all my workspaces have what is open, or everything', async () => {
    await make('Open')
    const done = await make('Done')
    await calls.put(`${tasks}/${done}`, { active: false })
    const mine = async (query: string) => names((await calls.get(`/api/v9/me/tasks${query}`)).body)
    expect(await mine('')).toEqual(['Open'])
    expect(await mine('?include_not_active=true')).toEqual(['Done', 'Open'])
    expect(await mine('?include_not_active=true&per_page=1&offset=1')).toEqual(['Open'])
    const wrong = await calls.get('/api/v9/me/tasks?include_not_active=perhaps')
    expect([wrong.status, wrong.body]).toEqual([400, 'Invalid include_not_active'])
  })

  test('of a sync tell what is gone, also with its project', async () => {
    const [gone, lost] = [await make('Gone'), await make('Lost')]
    server.clock.advance(60)
    const since = Math.floor(server.clock.now / 1000)
    await calls.remove(`${tasks}/${gone}`)
    await calls.remove(`${home}/projects/${projectId}`)
    const { body } = await calls.get(`/api/v9/me/tasks?since=${since}`)
    const at = '2026-03-02T09:01:00+00:00'
    expect(
      body.map((task: { id: number; server_deleted_at: string }) => [task.id, task.server_deleted_at]),
    ).toEqual([
      [gone, at],
      [lost, at],
    ])
  })
})

test('several tasks are changed alike, each for itself', async () => {
  const [one, two] = [await make('One'), await make('Two')]
  const patch = await calls.patch(`${tasks}/${one},${two},999999999`, [
    { op: 'replace', path: '/active', value: false },
  ])
  expect(patch.body).toEqual({
    success: [one, two],
    failure: [{ id: 999_999_999, message: 'Invalid task_id' }],
  })
  expect((await calls.get(`${tasks}?active=true`)).body).toEqual([])
})
