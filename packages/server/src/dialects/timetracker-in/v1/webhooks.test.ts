import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createWebhook } from '../../../core/webhooks/webhooks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { hookIdOf } from '../ids.ts'
import { type Client, coreClient, integrationClient } from '../testing/client.ts'
import { NOT_FOUND, refusal, wrong } from '../testing/team.ts'

let server: TestServer
let ann: Person
let client: Client

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  client = coreClient(server, ann.token)
})
afterAll(() => server.close())

const url = 'https://hooks.example.com/x'
const sent = { url, events: ['TIMER_STOPPED', 'CLIENT_CREATED'], description: 'To the books' }

describe('a webhook', () => {
  test('is made with a secret that is told once, shown, and deleted', async () => {
    const { status, body } = await client.post('/webhooks', sent)
    const { secret, ...made } = body
    expect([status, secret, made]).toEqual([
      200,
      expect.stringMatching(/.{16,}/),
      {
        ...sent,
        id: expect.stringMatching(/^wh_[0-9a-f]{16}$/),
        status: 'ACTIVE',
        created_at: '2026-03-02T09:00:00.000Z',
        updated_at: '2026-03-02T09:00:00.000Z',
      },
    ])
    expect((await client.get(`/webhooks/${made.id}`)).body).toEqual(made)
    const gone = await client.remove(`/webhooks/${made.id}`)
    expect([gone.status, gone.body]).toEqual([200, { success: true }])
    expect(refusal(await client.get(`/webhooks/${made.id}`))).toEqual(NOT_FOUND)
    expect((await client.get('/webhooks')).body.data).toEqual([])
    expect((await client.remove(`/webhooks/${made.id}`)).body).toEqual({ success: true })
  })

  test('is the same on both surfaces', async () => {
    const zapier = integrationClient(server, ann.token)
    const { body } = await zapier.post('/webhooks/subscribe', { url, events: ['MANUAL_ENTRY'] })
    const { data } = (await client.get('/webhooks')).body
    expect(data).toMatchObject([
      { id: body.webhook.id, events: ['MANUAL_TIME_ENTRY_CREATED'], description: null },
    ])
    await client.remove(`/webhooks/${body.webhook.id}`)
    expect((await zapier.remove(`/webhooks/${body.webhook.id}`)).body).toEqual({ success: true })
  })

  test('of somebody else, of another wire, or of none is not found', async () => {
    const bob = await server.person()
    const { body: theirs } = await coreClient(server, bob.token).post('/webhooks', sent)
    const { webhook } = await createWebhook(ann.ctx(), ann.workspaceId, {
      name: 'A',
      url,
      events: ['*'],
      allowsPlainHttp: false,
    })
    for (const id of [theirs.id, hookIdOf(webhook.id), 'wh_1234567890abcdef', '7']) {
      expect(refusal(await client.get(`/webhooks/${id}`))).toEqual(NOT_FOUND)
      expect(refusal(await client.remove(`/webhooks/${id}`))).toEqual(NOT_FOUND)
    }
    expect((await client.get('/webhooks')).body.pagination.total).toBe(0)
  })

  test.each([
    [{}, 'url', 'events'],
    [{ ...sent, url: 'http://hooks.example.com' }, 'url'],
    [{ ...sent, url: 'hooks' }, 'url'],
    [{ ...sent, url: ['https://a.example'] }, 'url'],
    [{ ...sent, events: [] }, 'events'],
    [{ ...sent, events: 'TIMER_STOPPED' }, 'events'],
    [{ ...sent, events: ['TIMER_STOPPED', 'TIMER_PAUSED'] }, 'events'],
    [{ ...sent, description: {} }, 'description'],
    [{ ...sent, description: 'x'.repeat(1000) }, 'description'],
  ] as [object, ...string[]][])('made from %j is refused for its %s', async (body, ...fields) => {
    expect(refusal(await client.post('/webhooks', body))).toEqual(wrong(...fields))
  })
})

test('webhooks are listed by age, page by page', async () => {
  const ids = []
  for (const description of ['A', 'B', 'C'])
    ids.push((await client.post('/webhooks', { ...sent, description })).body.id)
  const { body } = await client.get('/webhooks?per_page=2&page=2')
  expect(body).toMatchObject({
    data: [{ id: ids[2], description: 'C' }],
    pagination: { page: 2, per_page: 2, total: 3, total_pages: 2 },
  })
  expect(refusal(await client.get('/webhooks?page=x'))).toEqual(wrong('page'))
})
