import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry, deleteEntry, updateEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { startTimer, stopTimer } from '../../../core/timer.ts'
import { createToken } from '../../../core/tokens.ts'
import { secretOf } from '../../../core/webhooks/webhooks.ts'
import { personalKeyOf } from '../../../core/personal-keys.ts'
import { listDeliveries, redeliver, sendPing } from '../../../core/webhooks/deliveries.ts'
import { updateWorkspace } from '../../../core/workspaces.ts'
import { deliverAll, openReceiver, type Receiver } from '../../../testing/receiver.ts'
import { call, openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { idOfHook, idOfUuid, uuidOf } from '../ids.ts'
import { type Client, integrationClient } from '../testing/client.ts'
import { HOOK_EVENTS } from './events.ts'

let server: TestServer
let receiver: Receiver
let ann: Person
let bob: Person
let team: number
let zapier: Client

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
})
beforeEach(async () => {
  await server.house.db.kysely.deleteFrom('delivery').execute()
  server.clock.set('2026-03-02T10:00:00Z')
  receiver = await openReceiver()
  ann = await server.person({ name: 'Ann' })
  const made = await server.team(ann, 'member')
  team = made.id
  bob = made.member
  zapier = integrationClient(server, ann.token)
})
afterEach(() => receiver.close())
afterAll(() => server.close())

/** The number of a hook that hears these events; all of them unless it is said otherwise. */
async function hook(events: readonly string[] = HOOK_EVENTS, client = zapier): Promise<number> {
  const { body } = await client.post('/webhooks/subscribe', { url: receiver.url, events })
  return idOfHook(body.webhook.id) ?? 0
}

/** What has been told since the last time, with the name of each event. */
async function told() {
  await deliverAll(server)
  return receiver.heard.splice(0).map(({ headers, body }) => ({
    event: headers['x-timetracker-event'],
    ...JSON.parse(body),
  }))
}

const inOrder = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1))
const anHour = { started_at: Date.UTC(2026, 2, 2, 7), ended_at: Date.UTC(2026, 2, 2, 8) }
const TIMES = { createdAt: '2026-03-02T10:00:00.000Z', updatedAt: '2026-03-02T10:00:00.000Z' }
const inTeam = () => ({ id: uuidOf('workspace', team), name: expect.any(String) })

describe('a message', () => {
  test('is the thing itself, signed, with its event and its delivery in the headers', async () => {
    const id = await hook(['CLIENT_CREATED'])
    await createClient(ann.ctx(), team, { name: 'Northwind', email: 'ops@example.com' })
    await deliverAll(server)
    const [heard, ...others] = receiver.heard
    expect(others).toEqual([])
    const { headers, body = '' } = heard ?? {}
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Timetracker-Webhooks/1.0',
      'x-timetracker-event': 'CLIENT_CREATED',
    })
    const { rows } = await listDeliveries(ann.ctx(), { webhookId: id }, { cursor: null, limit: 10 })
    expect(idOfUuid('delivery', headers?.['x-timetracker-delivery'])).toBe(rows[0]?.id)
    const signature = createHmac('sha256', await secretOf(ann.ctx(), id))
      .update(body)
      .digest('hex')
    expect(headers?.['x-timetracker-signature']).toBe(`sha256=${signature}`)
  })

  test('of a client', async () => {
    await hook(['CLIENT_CREATED'])
    const client = await createClient(ann.ctx(), team, {
      name: 'Northwind',
      email: 'ops@example.com',
      phone: '+44 20',
    })
    expect(await told()).toEqual([
      {
        event: 'CLIENT_CREATED',
        id: uuidOf('client', client.id),
        name: 'Northwind',
        email: 'ops@example.com',
        phone: '+44 20',
        address: null,
        status: 'active',
        type: 'company',
        workspace: inTeam(),
        ...TIMES,
      },
    ])
  })

  test('of a project', async () => {
    await hook(['PROJECT_CREATED'])
    const client = await createClient(ann.ctx(), team, { name: 'Northwind' })
    const { body } = await zapier.post('/triggers/projects', {
      workspace_id: uuidOf('workspace', team),
      name: 'Mobile app',
      client_id: uuidOf('client', client.id),
      defaultBillableRate: 75,
      estimatedHours: 200,
      estimatedBudget: 15_000,
    })
    expect(await told()).toEqual([
      {
        event: 'PROJECT_CREATED',
        id: body.id,
        name: 'Mobile app',
        description: null,
        status: 'active',
        workspace: inTeam(),
        client: {
          id: uuidOf('client', client.id),
          name: 'Northwind',
          email: null,
          phone: null,
          status: 'active',
          type: 'company',
        },
        defaultBillable: true,
        defaultBillableRate: 75,
        estimatedHours: 200,
        estimatedBudget: 15_000,
        isPrivate: false,
        ...TIMES,
      },
    ])
  })

  test('of a task, with whom it is given to', async () => {
    await hook(['TASK_CREATED'])
    const project = await createProject(ann.ctx(), team, { title: 'Mobile app' })
    const task = await createTask(ann.ctx(), project.id, {
      name: 'Implement login',
      priority: 'urgent',
      estimate_seconds: 8 * 3600,
      due_on: '2026-03-31',
      assignee_ids: [bob.user.id],
    })
    expect(await told()).toEqual([
      {
        event: 'TASK_CREATED',
        id: uuidOf('task', task.id),
        name: 'Implement login',
        description: null,
        project: { id: uuidOf('project', project.id), name: 'Mobile app' },
        client: null,
        workspace: inTeam(),
        teamMembers: [
          {
            id: expect.any(String),
            name: bob.user.name,
            email: bob.email,
            avatar: null,
            designation: null,
            department: null,
            status: 'active',
            role: { id: expect.any(String), name: 'Member', description: expect.any(String) },
            billableRate: null,
          },
        ],
        status: 'todo',
        priority: 'high',
        estimatedHours: 8,
        actualHours: 0,
        dueDate: '2026-03-31T00:00:00.000Z',
        ...TIMES,
      },
    ])
  })

  test('of the timer, as it was then', async () => {
    await hook(['TIMER_STARTED', 'TIMER_STOPPED'])
    const project = await createProject(ann.ctx(), team, { title: 'Web' })
    const task = await createTask(ann.ctx(), project.id, { name: 'Draw' })
    const tag = await createTag(ann.ctx(), team, { name: 'deep' })
    const fields = { project_id: project.id, task_id: task.id, tag_ids: [tag.id] }
    const { started } = await startTimer(ann.ctx(), { ...fields, title: 'Sketches', notes: 'of the front' })
    server.clock.advance(9000)
    await stopTimer(ann.ctx())
    const shared = {
      id: uuidOf('time_entry', started.id),
      description: 'Sketches\nof the front',
      date: '2026-03-02T00:00:00.000Z',
      startTime: '2026-03-02T10:00:00.000Z',
      billable: true,
      workspace: inTeam(),
      teamMember: { id: expect.any(String), name: 'Ann' },
      project: { id: uuidOf('project', project.id), name: 'Web' },
      task: { id: uuidOf('task', task.id), name: 'Draw' },
      tags: [{ id: uuidOf('tag', tag.id), name: 'deep' }],
      createdAt: '2026-03-02T10:00:00.000Z',
    }
    expect(await told()).toEqual([
      { event: 'TIMER_STARTED', ...shared, action: 'start_timer', updatedAt: '2026-03-02T10:00:00.000Z' },
      {
        event: 'TIMER_STOPPED',
        ...shared,
        action: 'stop_timer',
        endTime: '2026-03-02T12:30:00.000Z',
        duration: 9000,
        updatedAt: '2026-03-02T12:30:00.000Z',
      },
    ])
  })

  test('of time that was typed in, and of time that is deleted', async () => {
    await hook()
    const entry = await createEntry(ann.ctx(), { ...anHour, workspace_id: team, title: 'By hand' })
    await updateEntry(ann.ctx(), { id: entry.id }, { title: 'By hand, later' })
    await deleteEntry(ann.ctx(), { id: entry.id })
    expect(await told()).toMatchObject([
      {
        event: 'MANUAL_TIME_ENTRY_CREATED',
        action: 'manual_entry',
        description: 'By hand',
        duration: 3600,
        project: null,
        task: null,
        tags: [],
      },
      { event: 'TIME_ENTRY_DELETED', action: 'delete_entry', description: 'By hand, later', duration: 3600 },
    ])
  })

  test('comes of neither time that a timer took elsewhere, nor of what goes to another workspace', async () => {
    await hook()
    const finished = {
      workspace_id: uuidOf('workspace', team),
      start_time: '2026-03-02T07:00:00Z',
      end_time: '2026-03-02T08:00:00Z',
    }
    await zapier.post('/triggers/time-entries', { ...finished, billable: true, manually_entered: false })
    const entry = await createEntry(ann.ctx(), { ...anHour, workspace_id: team, title: 'Moves' })
    await told()
    server.clock.advance(60)
    const elsewhere = await createProject(ann.ctx(), ann.workspaceId, { title: 'Home' })
    await updateEntry(ann.ctx(), { id: entry.id }, { project_id: elsewhere.id })
    expect((await told()).map(({ event }) => event)).toEqual(['PROJECT_CREATED'])
  })

  test('as a ping says so', async () => {
    const id = await hook(['CLIENT_CREATED'])
    await sendPing(ann.ctx(), id)
    expect(await told()).toEqual([{ event: 'PING', action: 'ping', sentAt: '2026-03-02T10:00:00.000Z' }])
  })
})

describe('whichever wire causes it', () => {
  test('the timer is told of', async () => {
    await hook(['TIMER_STARTED', 'TIMER_STOPPED'])
    const key = await personalKeyOf(ann.ctx())
    const basic = { authorization: `Basic ${Buffer.from(`${key}:api_token`).toString('base64')}` }
    const tt = await createToken(ann.ctx(), {
      name: 'app',
      kind: 'timetracker',
      scopes: ['*'],
      workspaceId: team,
      expiresAt: null,
      allowedIps: [],
    })
    const app = { authorization: `Bearer ${tt.secret}` }
    const project = await createProject(ann.ctx(), team, { title: 'Web' })
    await ann.call('POST', '/sundial/api/v1/timer/start', { title: 'native' })
    await ann.call('POST', '/timing/api/v1/time-entries/start', {
      title: 'timing',
      project: `/projects/${project.id}`,
    })
    const toggl = `/toggl/api/v9/workspaces/${team}/time_entries`
    const running = {
      description: 'toggl',
      duration: -1,
      start: '2026-03-02T10:00:00Z',
      workspace_id: team,
      created_with: 'test',
    }
    await call(server.app, { method: 'POST', url: toggl, body: running, headers: basic })
    await call(server.app, { method: 'POST', url: '/timetracker/api/v1/timer/stop', headers: app })
    await call(server.app, {
      method: 'POST',
      url: '/timetracker/api/v1/timer/start',
      body: { project_id: project.id, notes: 'timetracker' },
      headers: app,
    })
    const heard = (await told()).map(({ action, description }) => `${action} ${description}`)
    expect(inOrder(heard)).toEqual([
      'start_timer native',
      'start_timer timetracker',
      'start_timer timing',
      'start_timer toggl',
      'stop_timer native',
      'stop_timer timing',
      'stop_timer toggl',
    ])
  })
})

describe('a hook', () => {
  test('hears what its person may see: their own time, everybody’s where they manage, no private project', async () => {
    await hook()
    const ofBob = await openReceiver()
    const { body } = await integrationClient(server, bob.token).post('/webhooks/subscribe', {
      url: ofBob.url,
      events: HOOK_EVENTS,
    })
    expect(body.success).toBe(true)
    await createEntry(bob.ctx(), { ...anHour, workspace_id: team, title: 'Of Bob' })
    await createEntry(ann.ctx(), { ...anHour, workspace_id: team, title: 'Of Ann' })
    await createProject(ann.ctx(), team, { title: 'Open' })
    await createProject(ann.ctx(), team, { title: 'Secret', is_private: true })
    await deliverAll(server)
    const names = ({ heard }: Receiver): string[] =>
      inOrder(
        heard.map(({ body: text }) => JSON.parse(text)).map(({ name, description }) => name ?? description),
      )
    expect(names(receiver)).toEqual(['Of Ann', 'Of Bob', 'Open', 'Secret'])
    expect(names(ofBob)).toEqual(['Of Bob', 'Open'])
    await ofBob.close()
  })

  test('hears nothing of clients where they are switched off, unless its person keeps them', async () => {
    await hook(['CLIENT_CREATED'])
    const ofBob = await openReceiver()
    const subscription = { url: ofBob.url, events: ['CLIENT_CREATED'] }
    await integrationClient(server, bob.token).post('/webhooks/subscribe', subscription)
    await updateWorkspace(ann.ctx(), { id: team }, { disabled_modules: ['clients'] })
    await createClient(ann.ctx(), team, { name: 'Hidden' })
    expect((await told()).map(({ name }) => name)).toEqual(['Hidden'])
    expect(ofBob.heard).toEqual([])
    await ofBob.close()
  })

  test('is removed by a receiver that says it is gone', async () => {
    const id = await hook(['CLIENT_CREATED'])
    receiver.answer = () => ({ status: 410, text: '' })
    await createClient(ann.ctx(), team, { name: 'One' })
    await told()
    await expect(secretOf(ann.ctx(), id)).rejects.toMatchObject({ code: 'not_found' })
    await createClient(ann.ctx(), team, { name: 'Two' })
    expect(await told()).toEqual([])
  })

  test('is told again on demand', async () => {
    const id = await hook(['CLIENT_CREATED'])
    await createClient(ann.ctx(), team, { name: 'Again' })
    await told()
    const { rows } = await listDeliveries(ann.ctx(), { webhookId: id }, { cursor: null, limit: 10 })
    await redeliver(ann.ctx(), rows[0]?.id ?? 0)
    expect(await told()).toMatchObject([{ event: 'CLIENT_CREATED', name: 'Again' }])
  })
})
