import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverAll, openReceiver, type Receiver } from '../../../testing/receiver.ts'
import { call, openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { basic, type Calls, togglCalls } from '../testing/toggl-client.ts'
import { signatureOf } from '../../../core/webhooks/signature.ts'

let server: TestServer
let receiver: Receiver
let ann: Person
let toggl: Calls
let path: string

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  receiver = await openReceiver()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  await server.house.db.kysely.deleteFrom('delivery').execute()
  ann = await server.person()
  toggl = togglCalls(server, ann)
  path = `/webhooks/api/v1/subscriptions/${ann.workspaceId}`
  receiver.heard = []
  receiver.answer = echo
})
afterAll(async () => {
  await receiver.close()
  await server.close()
})

/** Shows at once that it expects to be told. */
const echo = (body: string) => {
  const { validation_code } = JSON.parse(body)
  return { status: 200, text: validation_code ? JSON.stringify({ validation_code }) : '' }
}
const wanted = () => ({
  url_callback: receiver.url,
  event_filters: [{ entity: 'time_entry', action: '*' }],
  enabled: true,
  description: 'My hook',
  secret: 'a secret of mine',
})
const subscribe = async (fields: object = {}) => (await toggl.post(path, { ...wanted(), ...fields })).body
const told = () => receiver.heard.map(({ body }) => JSON.parse(body))

describe('a signature', () => {
  // The vectors of the service's own documents.
  const before =
    '{"event_id":0,"created_at":"2022-06-25T03:58:10.207820267Z","creator_id":6,"metadata":{"request_type":"POST","event_user_id":6},"payload":"ping","subscription_id":6'
  test.each([
    [`${before}}`, '55343383e52a9cd2f56bd4e9fb5b6ce6982fb45955f26ea816cf7495d98c5fd2'],
    [
      `${before},"timestamp":"2022-06-25T03:58:10.207820267Z","url_callback":"https://callback-url.com"}`,
      'bf829606cda0ca6923defb5ca70a43135adc7e8887486a201a19cb50ca6006b1',
    ],
  ])('is that of the documents', (body, signature) => {
    expect(signatureOf(body, 'PGuRrhCFajIyEvFlreKL')).toBe(`sha256=${signature}`)
  })
})

describe('a subscription', () => {
  test('is pinged when it is made, and confirmed by a receiver that sends the code back', async () => {
    const { status, body } = await toggl.post(path, wanted())
    expect([status, body]).toEqual([
      200,
      {
        subscription_id: body.subscription_id,
        workspace_id: ann.workspaceId,
        user_id: ann.user.id,
        enabled: true,
        description: 'My hook',
        event_filters: [{ entity: 'time_entry', action: '*' }],
        url_callback: receiver.url,
        secret: 'a secret of mine',
        validated_at: '2026-03-02T09:00:00Z',
        has_pending_events: false,
        created_at: '2026-03-02T09:00:00Z',
        updated_at: '2026-03-02T09:00:00Z',
      },
    ])
    const [ping] = told()
    expect(ping).toEqual({
      event_id: 0,
      created_at: '2026-03-02T09:00:00Z',
      creator_id: ann.user.id,
      metadata: { request_type: 'POST', event_user_id: ann.user.id },
      payload: 'ping',
      subscription_id: body.subscription_id,
      timestamp: '2026-03-02T09:00:00Z',
      url_callback: receiver.url,
      validation_code: ping.validation_code,
      validation_code_url: `http://sundial.test/toggl/webhooks/api/v1/validate/${ann.workspaceId}/${body.subscription_id}/${ping.validation_code}`,
    })
    const [{ headers, body: raw }] = receiver.heard as [(typeof receiver.heard)[0]]
    const signature = createHmac('sha256', 'a secret of mine').update(raw).digest('hex')
    expect(headers['x-webhook-signature-256']).toBe(`sha256=${signature}`)
    expect((await toggl.get(path)).body).toEqual([body])
  })

  test('is confirmed later by the address in the ping, once', async () => {
    receiver.answer = () => ({ status: 204, text: '' })
    const { subscription_id: id, validated_at } = await subscribe()
    expect(validated_at).toBeNull()
    await toggl.post(`/api/v9/workspaces/${ann.workspaceId}/tags`, { name: 'unheard' })
    const url = new URL(told()[0].validation_code_url).pathname
    const validate = (at: string) => call(server.app, { method: 'GET', url: at })
    const wrong = await validate(url.replace(/[^/]+$/, 'wrong'))
    expect([wrong.status, wrong.body]).toEqual([
      400,
      `subscription ${id} for workspace ${ann.workspaceId} and validation code 'wrong' was not found`,
    ])
    expect(await validate(url)).toMatchObject({ status: 200, body: 'OK' })
    expect(await validate(url)).toMatchObject({
      status: 400,
      body: `subscription ${id} has already been validated`,
    })
    expect((await toggl.get(path)).body[0].validated_at).toBe('2026-03-02T09:00:00Z')
  })

  test('is confirmed later by the answer to a ping, or to the one with which it is switched on', async () => {
    for (const wake of ['ping', 'patch'] as const) {
      receiver.answer = () => ({ status: 204, text: '' })
      const { subscription_id: id } = await subscribe({ description: wake, enabled: false })
      receiver.answer = echo
      if (wake === 'ping') await toggl.post(`/webhooks/api/v1/ping/${ann.workspaceId}/${id}`)
      else await toggl.patch(`${path}/${id}`, { enabled: true })
      const { body } = await toggl.get(path)
      const found = body.find((each: { description: string }) => each.description === wake)
      expect([wake, found.validated_at]).toEqual([wake, '2026-03-02T09:00:00Z'])
    }
  })

  test('does not come to be where its address does not answer well', async () => {
    receiver.answer = () => ({ status: 500, text: '' })
    const refused = await toggl.post(path, wanted())
    expect([refused.status, refused.body]).toEqual([
      400,
      `URL endpoint ${receiver.url} responded with status 500 instead of 200`,
    ])
    const nowhere = await toggl.post(path, { ...wanted(), url_callback: 'http://127.0.0.1:1/' })
    expect(nowhere.body).toBe(
      'URL endpoint http://127.0.0.1:1/ request failed with error: The receiver refused the connection.',
    )
    expect((await toggl.get(path)).body).toEqual([])
  })

  test.each<[string, object]>([
    ['Subscription description must not be empty', { description: ' ' }],
    ['The list of event filters must not be empty', { event_filters: [] }],
    [
      'The entity field for each subscription event filter must be non-empty',
      { event_filters: [{ action: '*' }] },
    ],
    [
      "The value 'a-b' for the filter entity can only contain letters, numbers and '_' or be '*' to match all entities",
      { event_filters: [{ entity: 'a-b', action: '*' }] },
    ],
    [
      'The action field for each subscription event filter must be non-empty',
      { event_filters: [{ entity: '*' }] },
    ],
    [
      "Invalid value 'started' for event filter action",
      { event_filters: [{ entity: '*', action: 'started' }] },
    ],
    [
      'The following event filter appears more than once for your subscription: tag:created',
      {
        event_filters: [
          { entity: 'tag', action: 'created' },
          { entity: 'tag', action: 'created' },
        ],
      },
    ],
  ])('is refused with "%s"', async (message, fields) => {
    const { status, body } = await toggl.post(path, { ...wanted(), ...fields })
    expect([status, body]).toEqual([400, message])
  })

  test('has a description of its own in its workspace', async () => {
    await subscribe()
    const message = `Subscription description 'My hook' is already in use for workspace ${ann.workspaceId}`
    expect((await toggl.post(path, wanted())).body).toBe(message)
    const other = await subscribe({ description: 'Other' })
    expect((await toggl.put(`${path}/${other.subscription_id}`, wanted())).body).toBe(message)
    expect(
      (await toggl.put(`${path}/${other.subscription_id}`, { ...wanted(), description: 'Other' })).status,
    ).toBe(200)
  })

  test('is switched off and on, changed and deleted', async () => {
    const { subscription_id: id } = await subscribe()
    const one = `${path}/${id}`
    expect((await toggl.patch(one, { enabled: false })).body.enabled).toBe(false)
    receiver.answer = () => ({ status: 500, text: '' })
    expect((await toggl.patch(one, { enabled: true })).body).toBe(
      `URL endpoint ${receiver.url} responded with status 500 instead of 200`,
    )
    expect((await toggl.put(one, { enabled: true })).body).toBe(
      `URL endpoint ${receiver.url} responded with status 500 instead of 2xx`,
    )
    receiver.answer = echo
    expect((await toggl.patch(one, { enabled: true })).body.enabled).toBe(true)
    const moved = await toggl.put(one, { ...wanted(), url_callback: `${receiver.url}?elsewhere` })
    expect(moved.body).toMatchObject({ url_callback: `${receiver.url}?elsewhere`, enabled: true })
    // The receiver at the new address has sent the new code back.
    expect(moved.body.validated_at).toBe('2026-03-02T09:00:00Z')
    expect((await toggl.post(`/webhooks/api/v1/ping/${ann.workspaceId}/${id}`)).body).toEqual({
      status: 'OK',
    })
    expect((await toggl.remove(one)).body).toMatchObject({
      subscription_id: id,
      deleted_at: '2026-03-02T09:00:00Z',
    })
    const gone = await toggl.patch(one, { enabled: true })
    expect([gone.status, gone.body]).toEqual([
      404,
      `subscription ${id} for workspace ${ann.workspaceId} was not found`,
    ])
  })

  test('is kept by owners and admins with a token, and by nobody else', async () => {
    const team = await server.team(ann, 'member')
    const there = `/webhooks/api/v1/subscriptions/${team.id}`
    expect((await togglCalls(server, team.member).get(there)).status).toBe(403)
    const foreign = await toggl.get('/webhooks/api/v1/subscriptions/987654')
    expect([foreign.status, foreign.body]).toEqual([403, 'User not found/accessible for workspace'])
    const byPassword = await call(server.app, {
      method: 'GET',
      url: `/toggl${path}`,
      headers: basic(ann.email, ann.password),
    })
    expect(byPassword.status).toBe(403)
  })

  test('of another wire is none of this one', async () => {
    await ann.call('POST', `/sundial/api/v1/workspaces/${ann.workspaceId}/webhooks`, {
      name: 'Native',
      url: receiver.url,
      events: ['*'],
    })
    expect((await toggl.get(path)).body).toEqual([])
  })
})

describe('what happens', () => {
  const entries = () => `/api/v9/workspaces/${ann.workspaceId}/time_entries`

  test('is told as v9 shows it, whichever wire caused it', async () => {
    const { subscription_id: id } = await subscribe()
    receiver.heard = []
    await ann.call('POST', '/timing/api/v1/time-entries/start', { title: 'By another wire' })
    const { body: running } = await toggl.get('/api/v9/me/time_entries/current')
    server.clock.advance(60)
    await toggl.patch(`${entries()}/${running.id}/stop`)
    await toggl.remove(`${entries()}/${running.id}`)
    await deliverAll(server)
    expect(told().map(({ metadata }) => metadata.action)).toEqual(['created', 'updated', 'deleted'])
    const [created, updated, deleted] = told()
    expect(created).toEqual({
      event_id: created.event_id,
      created_at: '2026-03-02T09:00:00Z',
      creator_id: ann.user.id,
      metadata: {
        action: 'created',
        event_user_id: String(ann.user.id),
        model: 'time_entry',
        path: `/api/v9/workspaces/${ann.workspaceId}/time_entries`,
        request_type: 'POST',
        workspace_id: String(ann.workspaceId),
        time_entry_id: String(running.id),
        model_owner_id: String(ann.user.id),
      },
      payload: running,
      subscription_id: id,
      timestamp: '2026-03-02T09:01:00Z',
      url_callback: receiver.url,
    })
    expect(updated.payload).toMatchObject({ duration: 60, stop: '2026-03-02T09:01:00+00:00' })
    expect(deleted.payload.server_deleted_at).toBe('2026-03-02T09:01:00+00:00')
    const events = await toggl.get(`${path}/${id}/events`)
    expect(events.body.total).toBe(3)
    expect(events.body.events[0]).toMatchObject({
      ...deleted,
      consumer_id: id,
      last_delivery_attempt: '2026-03-02T09:01:00Z',
      last_delivery_error: null,
      failed_delivery_attempts: 0,
    })
  })

  test('is told of every kind of thing', async () => {
    await subscribe({ event_filters: [{ entity: '*', action: '*' }] })
    receiver.heard = []
    const base = `/api/v9/workspaces/${ann.workspaceId}`
    const { body: client } = await toggl.post(`${base}/clients`, { name: 'Acme' })
    const { body: project } = await toggl.post(`${base}/projects`, { name: 'Shop', client_id: client.id })
    const { body: task } = await toggl.post(`${base}/projects/${project.id}/tasks`, { name: 'Design' })
    const { body: tag } = await toggl.post(`${base}/tags`, { name: 'urgent' })
    await ann.call('PATCH', `/sundial/api/v1/workspaces/${ann.workspaceId}`, { name: 'Home' })
    await deliverAll(server)
    const models = told().map(({ metadata }) => `${metadata.model} ${metadata.action}`)
    expect(models).toEqual(
      expect.arrayContaining([
        'client created',
        'project created',
        'task created',
        'tag created',
        'workspace updated',
      ]),
    )
    const payloadOf = (model: string) => told().find(({ metadata }) => metadata.model === model).payload
    expect(told().find(({ metadata }) => metadata.model === 'task').metadata).toMatchObject({
      task_id: String(task.id),
      project_id: String(project.id),
      project_is_private: 'false',
    })
    expect(payloadOf('client')).toEqual(client)
    expect(payloadOf('project')).toMatchObject({ id: project.id, name: 'Shop', client_id: client.id })
    expect(payloadOf('task')).toMatchObject({ id: task.id, name: 'Design' })
    expect(payloadOf('tag')).toEqual(tag)
    expect(payloadOf('workspace')).toMatchObject({ id: ann.workspaceId, name: 'Home' })
  })

  test('is told only as far as the filters go', async () => {
    await subscribe({ event_filters: [{ entity: 'tag', action: 'deleted' }] })
    receiver.heard = []
    const tags = `/api/v9/workspaces/${ann.workspaceId}/tags`
    const { body: tag } = await toggl.post(tags, { name: 'urgent' })
    await toggl.remove(`${tags}/${tag.id}`)
    await deliverAll(server)
    expect(told().map(({ metadata }) => metadata.action)).toEqual(['deleted'])
  })
})

test('the rest of the address says what there is', async () => {
  const status = await call(server.app, { method: 'GET', url: '/webhooks/api/v1/status' })
  expect([status.status, status.body]).toEqual([200, { status: 'OK' }])
  const { body } = await toggl.get('/webhooks/api/v1/event_filters')
  expect(body.time_entry).toEqual(['created', 'updated', 'deleted'])
  expect((await toggl.get(`/webhooks/api/v1/limits/${ann.workspaceId}`)).body).toEqual({
    max_webhooks: 100,
    max_events_per_webhook: 100,
  })
})
