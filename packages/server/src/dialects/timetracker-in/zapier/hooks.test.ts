import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask } from '../../../core/tasks.ts'
import { startTimer, stopTimer } from '../../../core/timer.ts'
import { createToken } from '../../../core/tokens.ts'
import { createOwnWebhook } from '../../../core/webhooks/own-webhooks.ts'
import { updateWebhook } from '../../../core/webhooks/webhooks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { hookIdOf, idOfHook, uuidOf } from '../ids.ts'
import { type Client, coreClient, integrationClient } from '../testing/client.ts'

let server: TestServer
let ann: Person
let zapier: Client

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person({ name: 'Ann' })
  zapier = integrationClient(server, ann.token)
})
afterAll(() => server.close())

const HOOK = { url: 'https://hooks.example.com/x', events: ['TIMER_STOPPED'] }

describe('to subscribe', () => {
  test('gives the hook with its id, and does not tell its description', async () => {
    const { status, body } = await zapier.post('/webhooks/subscribe', { ...HOOK, description: 'My Zap' })
    expect([status, body]).toEqual([
      200,
      {
        success: true,
        webhook: { id: expect.stringMatching(/^wh_[0-9a-f]{16}$/), ...HOOK, status: 'ACTIVE' },
      },
    ])
  })

  test('knows every event, and one by its short name', async () => {
    const events = [
      'CLIENT_CREATED',
      'PROJECT_CREATED',
      'TASK_CREATED',
      'TIMER_STARTED',
      'TIMER_STOPPED',
      'MANUAL_TIME_ENTRY_CREATED',
      'TIME_ENTRY_DELETED',
    ]
    expect((await zapier.post('/webhooks/subscribe', { ...HOOK, events })).body.webhook.events).toEqual(
      events,
    )
    const short = await zapier.post('/webhooks/subscribe', { ...HOOK, events: ['MANUAL_ENTRY'] })
    expect(short.body.webhook.events).toEqual(['MANUAL_TIME_ENTRY_CREATED'])
  })

  test.each([
    [{ url: undefined }, 'URL and events array are required'],
    [{ events: undefined }, 'URL and events array are required'],
    [{ events: 'TIMER_STOPPED' }, 'URL and events array are required'],
    [{ events: [] }, 'URL and events array are required'],
    [{ url: 'nowhere' }, 'Invalid URL format'],
    [{ url: 'http://hooks.example.com/x' }, 'Invalid URL format'],
    [{ url: 'ftp://hooks.example.com/x' }, 'Invalid URL format'],
    [{ url: 7 }, 'Invalid URL format'],
    [{ events: ['TIMER_PAUSED'] }, 'Invalid event type: TIMER_PAUSED'],
    [{ events: [null] }, 'Invalid event type: null'],
    [{ events: ['toString'] }, 'Invalid event type: toString'],
    [{ events: [['TIMER_STOPPED']] }, 'Invalid event type: ["TIMER_STOPPED"]'],
    [{ events: [{ toString: 1 }] }, 'Invalid event type: {"toString":1}'],
  ])('in a way that makes no sense (%j) is refused in the system’s words', async (wrong, error) => {
    const { status, body } = await zapier.post('/webhooks/subscribe', { ...HOOK, ...wrong })
    expect([status, body]).toEqual([400, { error }])
  })

  test('is not for a key that is bound to a workspace', async () => {
    const { secret } = await createToken(ann.ctx(), {
      name: 'Bound',
      kind: 'timetracker',
      scopes: ['*'],
      workspaceId: (await server.team(ann)).id,
      expiresAt: null,
      allowedIps: [],
    })
    expect((await integrationClient(server, secret).post('/webhooks/subscribe', HOOK)).status).toBe(403)
  })
})

describe('to unsubscribe', () => {
  const subscribed = async () => (await zapier.post('/webhooks/subscribe', HOOK)).body.webhook.id

  test('does no harm when it is done twice', async () => {
    const id = await subscribed()
    expect(await zapier.remove(`/webhooks/${id}`)).toMatchObject({ status: 200, body: { success: true } })
    expect(await zapier.remove(`/webhooks/${id}`)).toMatchObject({ status: 200, body: { success: true } })
  })

  test('is refused where there is no such hook of one’s own', async () => {
    const id = await subscribed()
    const other = integrationClient(server, (await server.person()).token)
    const { webhook } = await createOwnWebhook(ann.ctx(), {
      name: 'In our own words',
      url: HOOK.url,
      events: ['*'],
      wire: 'native',
      allowsPlainHttp: false,
    })
    for (const [client, unknown] of [
      [zapier, 'wh_1234567890abcdef'],
      [zapier, hookIdOf(2_000_000_000)],
      [zapier, '7'],
      [zapier, hookIdOf(webhook.id)],
      [other, id],
    ] as const)
      expect(await client.remove(`/webhooks/${unknown}`)).toMatchObject({
        status: 400,
        body: { error: 'Webhook not found' },
      })
  })

  test('is the same on the core API, which lists hooks beside', async () => {
    const id = await subscribed()
    await updateWebhook(ann.ctx(), { id: idOfHook(id) ?? 0 }, { isEnabled: false, allowsPlainHttp: false })
    const core = coreClient(server, ann.token)
    expect((await core.get(`/webhooks/${id}`)).body).toMatchObject({
      id,
      status: 'INACTIVE',
      description: null,
    })
    expect((await core.remove(`/webhooks/${id}`)).status).toBe(200)
    expect((await core.get(`/webhooks/${id}`)).status).toBe(404)
  })
})

describe('a sample', () => {
  const PATHS = [
    'clients',
    'projects',
    'tasks',
    'time-entries/start',
    'time-entries/stop',
    'time-entries/manual',
  ] as const
  const sampleOf = async (path: string) => {
    const { status, body } = await zapier.get(`/triggers/${path}/fallback`)
    expect([status, body.length]).toEqual([200, 1])
    return body[0]
  }

  test('is there before there is anything, in the shape of what comes later', async () => {
    const samples = new Map<string, object>()
    for (const path of PATHS) samples.set(path, await sampleOf(path))
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Northwind' })
    const project = await createProject(ann.ctx(), ann.workspaceId, {
      title: 'Website',
      client_id: client.id,
    })
    await createTask(ann.ctx(), project.id, { name: 'Draw', assignee_ids: [ann.user.id] })
    const hour = { started_at: server.clock.now - 7_200_000, ended_at: server.clock.now - 3_600_000 }
    await createEntry(ann.ctx(), { ...hour, workspace_id: ann.workspaceId, title: 'By hand' })
    await startTimer(ann.ctx(), { workspace_id: ann.workspaceId, title: 'By timer' })
    server.clock.advance(60)
    await stopTimer(ann.ctx())
    for (const path of PATHS) {
      const real = await sampleOf(path)
      expect(Object.keys(real), path).toEqual(Object.keys(samples.get(path) ?? {}))
      expect(real.id, path).not.toBe((samples.get(path) as { id: string }).id)
    }
    expect((await sampleOf('clients')).name).toBe('Northwind')
    expect(await sampleOf('time-entries/start')).toMatchObject({
      action: 'start_timer',
      description: 'By timer',
    })
    expect(await sampleOf('time-entries/stop')).toMatchObject({ action: 'stop_timer', duration: 60 })
    expect(await sampleOf('time-entries/manual')).toMatchObject({
      action: 'manual_entry',
      description: 'By hand',
    })
  })
})

describe('errors', () => {
  test('are a sentence', async () => {
    expect(await integrationClient(server, 'wrong').get('/triggers/clients')).toMatchObject({
      status: 401,
      body: { error: 'Unauthorized' },
    })
    expect((await zapier.get('/nothing')).status).toBe(404)
    expect((await zapier.patch('/triggers/clients', {})).status).toBe(404)
    const notJson = await zapier.post('/triggers/clients', '{"name":')
    expect([notJson.status, notJson.body]).toEqual([400, { error: expect.any(String) }])
    const list = await zapier.post('/triggers/clients', [1])
    expect([list.status, list.body]).toEqual([400, { error: 'The body must be a JSON object.' }])
  })

  test('of the core API have a code', async () => {
    const core = coreClient(server, ann.token)
    const at = `/workspaces/${uuidOf('workspace', ann.workspaceId)}`
    const codes = async (answer: Promise<{ status: number; body: { error: { code: string } } }>) => {
      const { status, body } = await answer
      return [status, body.error.code]
    }
    expect(await codes(coreClient(server, 'wrong').get('/workspaces'))).toEqual([401, 'INVALID_API_KEY'])
    expect(await codes(core.get('/nothing'))).toEqual([404, 'RESOURCE_NOT_FOUND'])
    expect(await codes(core.patch(`${at}/clients`, {}))).toEqual([404, 'RESOURCE_NOT_FOUND'])
    expect(await codes(core.post(`${at}/clients`, '{'))).toEqual([400, 'VALIDATION_ERROR'])
    expect(await codes(core.post(`${at}/clients`, {}))).toEqual([400, 'VALIDATION_ERROR'])
    expect(await codes(core.get('/workspaces?per_page=101'))).toEqual([400, 'VALIDATION_ERROR'])
    const narrow = await createToken(ann.ctx(), {
      name: 'Narrow',
      kind: 'timing',
      scopes: ['read:tags'],
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
    })
    expect(await codes(coreClient(server, narrow.secret).get(`${at}/clients`))).toEqual([
      403,
      'PERMISSION_DENIED',
    ])
  })

  test('either header says whose key it is, on either surface', async () => {
    const url = '/timetracker-in/v1/workspaces'
    const bearer = await server.app.inject({ url, headers: { authorization: `Bearer ${ann.token}` } })
    const zapierUrl = '/api/integrations/zapier/triggers/workspaces'
    const apiKey = await server.app.inject({ url: zapierUrl, headers: { 'x-api-key': ann.token } })
    const bare = await server.app.inject({ url: '/v1/workspaces', headers: { 'x-api-key': ann.token } })
    expect([bearer.statusCode, apiKey.statusCode, bare.statusCode]).toEqual([200, 200, 200])
  })
})
