import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject, updateProject } from '../../core/projects/write.ts'
import { createTask, getTask } from '../../core/tasks.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let team: number
let admin: Person
let ann: Person
let client: Client
let project: number

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T18:00:00Z')
  admin = await server.person()
  const { id, manager } = await server.team(admin, 'manager')
  team = id
  ann = manager
  client = await clientOf(server, ann, { workspaceId: team })
  project = (await createProject(admin.ctx(), team, { title: 'Acme' })).id
})
afterAll(() => server.close())

describe('a task that several people are given', () => {
  test('keeps those who are not shown when the one who is comes back', async () => {
    const ids = [ann.user.id, admin.user.id]
    const task = await createTask(ann.ctx(), project, { name: 'Draw', assignee_ids: ids })
    const shown = (await client.get(`/tasks/${task.id}`)).body.task.assigned_to
    const answer = await client.patch(`/tasks/${task.id}`, { assigned_to: shown, description: 'Big' })
    expect(answer.status).toBe(200)
    expect((await getTask(ann.ctx(), task.id)).assignee_ids).toEqual(task.assignee_ids)
    const other = ids.find((id) => id !== shown)
    await client.patch(`/tasks/${task.id}`, { assigned_to: other })
    expect((await getTask(ann.ctx(), task.id)).assignee_ids).toEqual([other])
  })
})

describe('deals', () => {
  test('of a stage that nothing has are none', async () => {
    await client.post('/deals', { name: 'Shop' })
    expect((await client.get('/deals?stage=prospecting')).body.deals).toHaveLength(1)
    expect((await client.get('/deals?stage=a%20dream')).body.deals).toEqual([])
  })

  test.each(['client_id', 'contact_id', 'lead_id', 'related_project_id'])(
    'are refused where their %s is not there',
    async (name) => {
      const answer = await client.post('/deals', { name: 'Shop', [name]: 2_000_000_000 })
      expect(answer).toMatchObject({
        status: 400,
        body: { success: false, error: 'Invalid client, contact, lead or project', error_code: 'error' },
      })
    },
  )
})

test('a policy that asks somebody unknown is refused', async () => {
  const asked = await clientOf(server, admin, { workspaceId: team })
  const answer = await asked.post('/time-approval-policies', { levels: [[2_000_000_000]] })
  expect(answer).toMatchObject({ status: 400, body: { error: 'Invalid project, user or approver' } })
})

test('a second timer is refused before anything that is wrong with its project', async () => {
  await client.post('/timer/start', { project_id: project })
  const archived = await createProject(admin.ctx(), team, { title: 'Old' })
  await updateProject(admin.ctx(), { id: archived.id }, { is_archived: true })
  const answer = await client.post('/timer/start', { project_id: archived.id })
  expect(answer).toMatchObject({ status: 409, body: { error_code: 'timer_already_running' } })
  const blind = await clientOf(server, ann, { workspaceId: team, scopes: ['write:time_entries'] })
  expect((await blind.post('/timer/start', { project_id: project })).body).toMatchObject({
    error_code: 'timer_already_running',
    timer: null,
  })
})

test('what is wrong is told by the names that were sent', async () => {
  const asked = await clientOf(server, admin, { workspaceId: team })
  const lead = { first_name: 'Ada', last_name: 'Example', estimated_value: 1e15 }
  const answers = [
    await asked.patch(`/projects/${project}`, { name: 'x'.repeat(300) }),
    await asked.patch(`/projects/${project}`, { hourly_rate: 1e13 }),
    await asked.post('/leads', lead),
  ]
  expect(answers.map(({ body }) => Object.keys(body.errors ?? {}))).toEqual([
    ['name'],
    ['hourly_rate'],
    ['estimated_value'],
  ])
})
