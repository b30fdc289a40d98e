import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { addMember, updateMember } from '../../../core/members.ts'
import { createProject, updateProject } from '../../../core/projects/write.ts'
import { createTask, updateTask } from '../../../core/tasks.ts'
import { deliverAll, openReceiver, type Receiver } from '../../../testing/receiver.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Client, clientOf } from '../testing/client.ts'
import { typesOf } from './events.ts'

let server: TestServer
let receiver: Receiver
let ann: Person
let client: Client
let team: number

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1', TIME_ZONE: 'Europe/Rome' })
  receiver = await openReceiver()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  await server.house.db.kysely.deleteFrom('delivery').execute()
  ann = await server.person({ name: 'Ann' })
  team = (await server.team(ann)).id
  client = await clientOf(server, ann, { workspaceId: team })
  receiver.heard = []
  receiver.answer = () => ({ status: 200, text: '' })
})
afterAll(async () => {
  await receiver.close()
  await server.close()
})

const hook = async (events: string[], more: object = {}) =>
  (await client.post('/webhooks', { name: 'Hook', url: receiver.url, events, ...more })).body.webhook

async function told() {
  await deliverAll(server)
  return receiver.heard.map(({ body }) => JSON.parse(body))
}
const typesTold = async (): Promise<string[]> => (await told()).map(({ event_type }) => event_type)
/** Messages about one thing come in order, those about several in any. */
const inOrder = (types: readonly string[]) => types.toSorted((a, b) => a.localeCompare(b))

describe('a message', () => {
  test('says who did what, and how long time took', async () => {
    const { id, secret } = await hook(['time_entry.created'])
    const big = await createClient(ann.ctx(), team, { name: 'Big' })
    const project = await createProject(ann.ctx(), team, { title: 'Web', client_id: big.id })
    const task = await createTask(ann.ctx(), project.id, { name: 'Draw' })
    const started_at = Date.UTC(2026, 2, 2, 7)
    const times = { started_at, ended_at: started_at + 5_400_000, break_seconds: 600 }
    const entry = await createEntry(ann.ctx(), { ...times, project_id: project.id, task_id: task.id })
    expect(await told()).toEqual([
      {
        event_type: 'time_entry.created',
        timestamp: '2026-03-02T09:00:00',
        user: { id: ann.user.id, username: ann.email, display_name: 'Ann' },
        entity: { type: 'time_entry', id: entry.id, name: 'Web - Draw' },
        action: 'created',
        description: 'Created time entry "Web - Draw"',
        data: {
          project_name: 'Web',
          client_name: 'Big',
          task_name: 'Draw',
          duration_formatted: '01:20:00',
          duration_hours: 1.33,
          target_user_id: ann.user.id,
        },
      },
    ])
    const { headers, body } = receiver.heard[0]!
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'TimeTracker-Webhook/1.0',
      'x-webhook-event': 'time_entry.created',
      'x-webhook-id': String(id),
      'x-webhook-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    })
  })

  test('goes by the method and with the headers of its webhook, but with our own signature', async () => {
    const headers = { 'X-Team': 'acme', 'User-Agent': 'Mine', 'X-Webhook-Signature': 'mine', Host: 'evil' }
    const made = await hook(['project.created'], { http_method: 'PATCH', headers })
    expect(made.headers).toEqual({ 'X-Team': 'acme', 'User-Agent': 'Mine' })
    await createProject(ann.ctx(), team, { title: 'Web' })
    await deliverAll(server)
    expect(receiver.heard[0]?.method).toBe('PATCH')
    expect(receiver.heard[0]?.headers).toMatchObject({ 'x-team': 'acme', 'user-agent': 'Mine' })
    expect(receiver.heard[0]?.headers['x-webhook-signature']).toMatch(/^sha256=[0-9a-f]{64}$/)
    expect(receiver.heard[0]?.headers['host']).toMatch(/^127\.0\.0\.1:/)
  })

  test('is signed with the new secret once it was renewed', async () => {
    const { id, secret } = await hook(['project.created'])
    const { body } = await client.patch(`/webhooks/${id}`, { generate_secret: true })
    expect(body.webhook).not.toHaveProperty('secret')
    await createProject(ann.ctx(), team, { title: 'Web' })
    await deliverAll(server)
    const [{ headers, body: raw }] = receiver.heard as [(typeof receiver.heard)[0]]
    const old = createHmac('sha256', secret).update(raw).digest('hex')
    expect(headers['x-webhook-signature']).toMatch(/^sha256=/)
    expect(headers['x-webhook-signature']).not.toBe(`sha256=${old}`)
  })
})

describe('an event', () => {
  test('has the finest name that its webhook asked for', async () => {
    await hook(['project.updated'])
    await hook(['project.updated', 'project.archived', 'project.unarchived'])
    const { id } = await createProject(ann.ctx(), team, { title: 'Web' })
    for (const is_archived of [true, false]) await updateProject(ann.ctx(), { id }, { is_archived })
    await updateProject(ann.ctx(), { id }, { title: 'Web site' })
    expect(inOrder(await typesTold())).toEqual([
      'project.archived',
      'project.unarchived',
      ...Array.from({ length: 4 }, () => 'project.updated'),
    ])
  })

  test('that is told apart from another is not sent to who asked for the other only', async () => {
    await hook(['project.archived', 'task.completed', 'task.assigned', 'task.status_changed'])
    const project = await createProject(ann.ctx(), team, { title: 'Web' })
    await updateProject(ann.ctx(), { id: project.id }, { title: 'Web site' })
    const { id } = await createTask(ann.ctx(), project.id, { name: 'Draw' })
    await updateTask(ann.ctx(), { id }, { name: 'Paint' })
    expect(await typesTold()).toEqual([])
    await updateTask(ann.ctx(), { id }, { status: 'review' })
    await updateTask(ann.ctx(), { id }, { status: 'done' })
    await updateTask(ann.ctx(), { id }, { assignee_ids: [ann.user.id] })
    expect(await typesTold()).toEqual(['task.status_changed', 'task.completed', 'task.assigned'])
  })

  test('of the timer is that of a time entry', async () => {
    await hook(['time_entry.started', 'time_entry.stopped', 'time_entry.deleted'])
    const { id } = await createProject(ann.ctx(), team, { title: 'Web' })
    const { body } = await client.post('/timer/start', { project_id: id })
    await client.post('/timer/pause')
    await client.post('/timer/stop')
    await client.remove(`/time-entries/${body.timer.id}`)
    expect(await typesTold()).toEqual(['time_entry.started', 'time_entry.stopped', 'time_entry.deleted'])
  })

  test('of a member is that of a user', async () => {
    await hook(['user.created', 'user.updated', 'user.deleted'])
    const bob = await server.person({ name: 'Bob' })
    const joining = { workspace_id: team, user_id: bob.user.id, role: 'member' as const }
    const { id: memberId } = await addMember(server.system(), joining)
    await updateMember(ann.ctx(), { workspaceId: team, memberId }, { role: 'manager' })
    await updateMember(ann.ctx(), { workspaceId: team, memberId }, { is_active: false })
    const messages = await told()
    expect(messages.map(({ event_type, entity }) => [event_type, entity.name])).toEqual([
      ['user.created', 'Bob'],
      ['user.updated', 'Bob'],
      ['user.deleted', 'Bob'],
    ])
  })

  test('of anything is sent to who asked for everything, if it is a thing of the system', async () => {
    await hook(['*'])
    await client.post('/clients', { name: 'Big' })
    await client.post('/deals', { name: 'No event of the system' })
    await ann.call('POST', '/sundial/api/v1/tags', { workspace_id: team, name: 'none either' })
    const project = await createProject(ann.ctx(), team, { title: 'Web' })
    await createTask(ann.ctx(), project.id, { name: 'Draw' })
    expect(inOrder(await typesTold())).toEqual(['client.created', 'project.created', 'task.created'])
  })

  test('that the system has no name for is told to nobody', () => {
    const event = { subject_kind: 'project', before: null, after: null }
    expect(typesOf({ ...event, kind: 'project.budget_reached' })).toEqual([])
    expect(typesOf({ ...event, kind: 'project.restored' })).toEqual(['project.created'])
  })

  test('of what does not happen here can be asked for, and never comes', async () => {
    const { events } = await hook(['invoice.paid', 'comment.created'])
    expect(events).toEqual(['invoice.paid', 'comment.created'])
    await createProject(ann.ctx(), team, { title: 'Web' })
    expect(await typesTold()).toEqual([])
  })

  test('has to be asked for: a webhook that would hear of none is refused', async () => {
    const { id } = await hook(['project.created'])
    const refused = { status: 400, body: { error: 'events must be a non-empty list' } }
    expect(await client.patch(`/webhooks/${id}`, { events: [] })).toMatchObject(refused)
    const none = { name: 'None', url: receiver.url, events: [] }
    expect(await client.post('/webhooks', none)).toMatchObject(refused)
    await createProject(ann.ctx(), team, { title: 'Web' })
    expect(await typesTold()).toEqual(['project.created'])
  })

  test('is not sent while its webhook is switched off, nor of another workspace', async () => {
    const { id } = await hook(['*'], { is_active: false })
    await createProject(ann.ctx(), team, { title: 'Web' })
    await client.patch(`/webhooks/${id}`, { is_active: true })
    await createProject(ann.ctx(), ann.workspaceId, { title: 'Home' })
    await createProject(ann.ctx(), team, { title: 'Shop' })
    expect((await told()).map(({ entity }) => entity.name)).toEqual(['Shop'])
  })
})

test('what was sent is listed with how it went', async () => {
  const { id } = await hook(['project.created'])
  receiver.answer = (body) => ({ status: body.includes('Bad') ? 500 : 200, text: 'as you say' })
  await createProject(ann.ctx(), team, { title: 'Good' })
  await deliverAll(server)
  server.clock.advance(60)
  await createProject(ann.ctx(), team, { title: 'Bad' })
  await deliverAll(server)
  const { body } = await client.get(`/webhooks/${id}/deliveries`)
  expect(body.pagination.total).toBe(2)
  expect(body.deliveries).toMatchObject([
    {
      webhook_id: id,
      event_type: 'project.created',
      event_id: expect.stringMatching(/^activity_\d+$/),
      status: 'retrying',
      attempt_number: 1,
      response_status_code: 500,
      error_type: 'http_error',
      started_at: '2026-03-02T10:01:00',
      completed_at: null,
      retry_count: 0,
      // A little later than that, so that not all come back at once.
      next_retry_at: expect.stringMatching(/^2026-03-02T10:01:1[01]$/),
    },
    {
      status: 'success',
      response_status_code: 200,
      error_message: null,
      error_type: null,
      started_at: '2026-03-02T10:00:00',
      next_retry_at: null,
    },
  ])
  const ids = async (status: string) =>
    (await client.get(`/webhooks/${id}/deliveries?status=${status}`)).body.deliveries.length
  expect([await ids('success'), await ids('retrying'), await ids('failed')]).toEqual([1, 1, 0])
  expect((await client.get(`/webhooks/${id}`)).body.webhook).toMatchObject({
    total_deliveries: 1,
    successful_deliveries: 1,
    failed_deliveries: 0,
    last_success_at: '2026-03-02T10:00:00',
    last_failure_at: null,
  })
  server.clock.advance(60)
  await deliverAll(server)
  expect([await ids('retrying'), await ids('failed')]).toEqual([0, 1])
})

test('what was sent is listed under the name it was told by, and what was not asked for nowhere', async () => {
  const { id } = await hook(['project.archived', 'time_entry.started', 'task.completed', 'user.deleted'])
  const { id: projectId } = await createProject(ann.ctx(), team, { title: 'Web' })
  const { id: taskId } = await createTask(ann.ctx(), projectId, { name: 'Draw' })
  const bob = await server.person({ name: 'Bob' })
  const joining = { workspace_id: team, user_id: bob.user.id, role: 'member' as const }
  const { id: memberId } = await addMember(server.system(), joining)
  await updateProject(ann.ctx(), { id: projectId }, { is_archived: true })
  await updateProject(ann.ctx(), { id: projectId }, { is_archived: false })
  await updateTask(ann.ctx(), { id: taskId }, { status: 'review' })
  await updateTask(ann.ctx(), { id: taskId }, { status: 'done' })
  await updateMember(ann.ctx(), { workspaceId: team, memberId }, { role: 'manager' })
  await updateMember(ann.ctx(), { workspaceId: team, memberId }, { is_active: false })
  await client.post('/timer/start', { project_id: projectId })
  const listed = async (): Promise<string[]> =>
    (await client.get(`/webhooks/${id}/deliveries`)).body.deliveries.map(
      (delivery: { event_type: string }) => delivery.event_type,
    )
  const asked = ['project.archived', 'task.completed', 'time_entry.started', 'user.deleted']
  expect(inOrder(await listed())).toEqual(asked)
  expect(inOrder(await typesTold())).toEqual(asked)
  // What it asks for from now on says nothing of what it was told.
  await client.patch(`/webhooks/${id}`, { events: ['project.updated'] })
  expect(inOrder(await listed())).toEqual(asked)
  expect((await client.get(`/webhooks/${id}`)).body.webhook.successful_deliveries).toBe(asked.length)
  expect((await client.get(`/webhooks/${id}/deliveries`)).body.pagination.total).toBe(asked.length)
})

test('what was not asked for is no sign that a receiver can be reached', async () => {
  const { id } = await hook(['project.archived'])
  receiver.answer = () => ({ status: 500, text: '' })
  const fails = async () => {
    const project = await createProject(ann.ctx(), team, { title: `Web ${server.clock.now}` })
    await updateProject(ann.ctx(), { id: project.id }, { is_archived: true })
    await deliverAll(server)
    server.clock.advance(60)
    await deliverAll(server)
    await updateProject(ann.ctx(), { id: project.id }, { is_archived: false })
    await deliverAll(server)
  }
  for (let count = 0; count < 10; count++) await fails()
  expect((await client.get(`/webhooks/${id}`)).body.webhook).toMatchObject({
    is_active: false,
    total_deliveries: 10,
    successful_deliveries: 0,
    failed_deliveries: 10,
    last_success_at: null,
  })
})
