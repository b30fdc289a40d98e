import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listDeliveries, sendPing } from '../core/webhooks/deliveries.ts'
import { claimDeliveries } from '../core/webhooks/outbox.ts'
import { createWebhook, getWebhook, rotateSecret } from '../core/webhooks/webhooks.ts'
import { createTag, updateTag } from '../core/tags.ts'
import { startTimer } from '../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { openPostRoom, type Post } from './deliver-webhooks.ts'

type Heard = { headers: IncomingHttpHeaders; body: string }

let server: TestServer
let ann: Person
let post: Post
let receiver: Server
let url: string
let heard: Heard[]
/** What the receiver answers next; 204 once nothing is left. */
let answers: number[]

const all = { cursor: null, limit: 200 }

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      const answer = answers.shift() ?? 204
      response.writeHead(answer, { location: '/elsewhere' }).end(answer === 204 ? '' : 'not now')
    })
  })
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?to=sundial`
})
beforeEach(async () => {
  await server.house.db.kysely.deleteFrom('delivery').execute()
  ann = await server.person()
  heard = []
  answers = []
  const { hooks, outbound } = server.house
  const retries = [10_000, 60_000]
  post = { hooks, outbound, retries, contextNow: () => server.system(), isClosed: () => false }
})
afterEach(() => receiver.closeAllConnections())
afterAll(async () => {
  receiver.close()
  await server.close()
})

const make = (fields: { events?: string[]; url?: string; wire?: string } = {}) =>
  createWebhook(ann.ctx(), ann.workspaceId, {
    name: 'Hook',
    url,
    events: ['*'],
    wire: 'native',
    allowsPlainHttp: true,
    ...fields,
  })

const tag = (name: string) => createTag(ann.ctx(), ann.workspaceId, { name })

/** Sends until nothing is due. */
async function deliver(more: Partial<Post> = {}): Promise<void> {
  const room = openPostRoom({ ...post, ...more })
  room.look()
  await room.done()
}

const deliveriesOf = async (webhookId: number) =>
  (await listDeliveries(ann.ctx(), { webhookId }, all)).rows.toReversed()

describe('a message', () => {
  test('tells of the event, signed so that anybody with the secret can check it', async () => {
    // The library that receivers use takes messages of the last five minutes only.
    server.clock.now = Math.floor(Date.now() / 1000) * 1000
    const { secret, webhook } = await make({ events: ['entry.*'] })
    const { started } = await startTimer(ann.ctx(), { title: 'Ünïcode' })
    await deliver()
    expect(heard).toHaveLength(1)
    const [{ headers, body }] = heard as [Heard]
    const message = new Verifier(secret).verify(body, headers as Record<string, string>)
    const shown = await ann.call('GET', `/sundial/api/v1/events?workspace_id=${ann.workspaceId}&limit=1`)
    expect(message).toEqual({
      type: 'entry.started',
      timestamp: new Date(server.clock.now).toISOString().replace('.000Z', 'Z'),
      workspace_id: ann.workspaceId,
      data: shown.body.data[0],
    })
    expect(message).toMatchObject({ data: { subject_id: started.id, after: { title: 'Ünïcode' } } })
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Sundial' })
    // The same by hand, as the document of Standard Webhooks describes it.
    const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key).update(signed).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    expect(headers['webhook-id']).toMatch(/^evt_\d+$/)
    expect((await deliveriesOf(webhook.id))[0]).toMatchObject({ status: 'done', attempts: 1 })
  })

  test('is a ping where there is nothing to tell', async () => {
    const { webhook } = await make()
    const ping = await sendPing(ann.ctx(), webhook.id)
    await deliver()
    expect(heard[0]?.headers['webhook-id']).toBe(`ping_${ping.id}`)
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({
      type: 'ping',
      workspace_id: ann.workspaceId,
      data: null,
    })
  })

  test('is signed with the secret as it is when it is sent', async () => {
    const { webhook } = await make()
    await tag('one')
    const secret = await rotateSecret(ann.ctx(), { id: webhook.id })
    server.clock.now = Date.now()
    await deliver()
    const [{ headers, body }] = heard as [Heard]
    expect(() => new Verifier(secret).verify(body, headers as Record<string, string>)).not.toThrow()
  })

  test('that did not arrive is sent again under the same id, and those after it wait for their turn', async () => {
    const { webhook } = await make()
    const { id } = await tag('one')
    await updateTag(ann.ctx(), { id }, { description: 'two' })
    await updateTag(ann.ctx(), { id }, { description: 'three' })
    answers = [500, 302]
    await deliver()
    expect(heard).toHaveLength(1)
    server.clock.advance(11)
    await deliver()
    expect(heard).toHaveLength(2)
    server.clock.advance(66)
    await deliver()
    const said = heard.map(({ headers, body }) => {
      const { data } = JSON.parse(body)
      return [headers['webhook-id'], data.after.description]
    })
    const rows = await deliveriesOf(webhook.id)
    const [first, second, third] = rows.map((row) => `evt_${row.event_id}`)
    expect(said).toEqual([
      [first, null],
      [first, null],
      [first, null],
      [second, 'two'],
      [third, 'three'],
    ])
    expect(rows.map((row) => [row.status, row.attempts])).toEqual([
      ['done', 3],
      ['done', 1],
      ['done', 1],
    ])
  })

  test('is written down with what was answered, as the API shows it', async () => {
    const { webhook } = await make()
    await tag('one')
    answers = [500]
    await deliver()
    const [row] = await deliveriesOf(webhook.id)
    const { body } = await ann.call('GET', `/sundial/api/v1/deliveries/${row!.id}`)
    expect(body).toMatchObject({
      status: 'waiting',
      attempts: 1,
      next_attempt_at: expect.any(String),
      response_status: 500,
      response_text: 'not now',
      error: 'The receiver answered 500.',
      request_body: heard[0]?.body,
    })
  })

  test('of a killed process is sent by the next, once its lease is over', async () => {
    const { webhook } = await make()
    await tag('one')
    await claimDeliveries(server.system(), { most: 8 })
    await deliver()
    expect(heard).toHaveLength(0)
    server.clock.advance(60)
    await deliver()
    expect(heard).toHaveLength(1)
    expect((await deliveriesOf(webhook.id))[0]).toMatchObject({ status: 'done', attempts: 2 })
  })

  test('waits for no receiver but its own', async () => {
    await make({ url: `${url}&slow` })
    const { webhook } = await make()
    for (const name of ['one', 'two', 'three']) await tag(name)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const { outbound } = server.house
    const room = openPostRoom({
      ...post,
      outbound: {
        async post(to, message) {
          if (to.endsWith('slow')) await held
          return outbound.post(to, message)
        },
      },
    })
    room.look()
    await expect.poll(() => heard.length, { interval: 5 }).toBe(3)
    await tag('four')
    await expect
      .poll(
        () => {
          room.look()
          return heard.length
        },
        { interval: 5 },
      )
      .toBe(4)
    const { rows } = await listDeliveries(ann.ctx(), { webhookId: webhook.id }, all)
    expect(rows.map((row) => row.attempts)).toEqual([1, 1, 1, 1])
    letGo()
    await room.done()
    expect(heard).toHaveLength(8)
  })

  test('is not begun any more by a server that closes, but what was begun is finished', async () => {
    await make()
    for (let count = 0; count < 20; count++) await tag(`tag ${count}`)
    let isClosed = false
    const { outbound } = server.house
    await deliver({
      isClosed: () => isClosed,
      outbound: {
        post(to, message) {
          isClosed = true
          return outbound.post(to, message)
        },
      },
    })
    expect(heard).toHaveLength(8)
    await deliver()
    expect(heard).toHaveLength(20)
  })

  test('fails with a reason where nobody can write or send it', async () => {
    const { webhook } = await make({ wire: 'forgotten' })
    await tag('one')
    await deliver()
    expect((await deliveriesOf(webhook.id))[0]).toMatchObject({
      status: 'waiting',
      error: 'This server does not speak the words of this webhook any more.',
    })
    const broken = new Map([['native', { render: () => Promise.reject(new Error('a bug in words')) }]])
    const second = await make()
    await tag('two')
    await deliver({ hooks: broken })
    expect((await deliveriesOf(second.webhook.id))[0]).toMatchObject({
      error: 'The message could not be written.',
    })
  })
})

describe('an installation that has not said otherwise', () => {
  test('takes no plain address, and calls no private one', async () => {
    const own = await openTestServer()
    try {
      const bob = await own.person()
      const path = `/sundial/api/v1/workspaces/${bob.workspaceId}/webhooks`
      const body = { name: 'Hook', url: 'http://example.com/', events: ['*'] }
      expect(await bob.call('POST', path, body)).toMatchObject({ status: 422 })
      const made = await bob.call('POST', path, { ...body, url: url.replace('http:', 'https:') })
      expect(made).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_/) } })
      await createTag(bob.ctx(), bob.workspaceId, { name: 'one' })
      const { hooks, outbound } = own.house
      await deliver({ hooks, outbound, retries: [], contextNow: () => own.system() })
      const { rows } = await listDeliveries(bob.ctx(), { webhookId: made.body.id }, all)
      expect(rows).toMatchObject([
        { status: 'failed', error: 'The address is private, so it is not called.' },
      ])
      expect(await getWebhook(bob.ctx(), made.body.id)).toMatchObject({ wire: 'native', failures_in_row: 1 })
      expect(heard).toEqual([])
    } finally {
      await own.close()
    }
  })
})
