import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUser } from '../../../core/users.ts'
import { readConfig } from '../../../config.ts'
import { actingAs, type Ctx } from '../../../core/context.ts'
import { createToken } from '../../../core/tokens.ts'
import { secretOf } from '../../../core/webhooks/webhooks.ts'
import { contextOf } from '../../../http/house.ts'
import { readingHere } from '../../../reading/reads.ts'
import { openServer, type Server as Sundial } from '../../../server.ts'
import { call, createStorage, type Storage } from '../../../testing/server.ts'
import { idOfHook } from '../ids.ts'
import { integrationClient } from '../testing/client.ts'

const EVENTS = 1000
const A_SECOND_EACH = Array.from({ length: 30 }, () => '1s').join(',')

let storage: Storage
let server: Sundial

beforeAll(async () => {
  storage = await createStorage()
  const settings = {
    ...storage.env,
    WEBHOOK_ALLOW_PRIVATE: '1',
    WEBHOOK_RETRIES: A_SECOND_EACH,
    RATE_LIMITS: 'off',
  }
  // With its jobs, which deliver by the clock of the wall.
  server = await openServer(readConfig(settings), { reading: readingHere() })
  await server.app.ready()
})
afterAll(async () => {
  await server.close()
  await storage.remove()
})

type Heard = { id: string; action: string; body: string; signature: string }

/** A receiver that refuses every third message, and can be killed and come back at the same address. */
function openUnreliable() {
  const accepted: Heard[] = []
  let count = 0
  let refused = 0
  let server: Server
  const open = async (port: number) => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        count += 1
        if (count % 3 === 0) {
          refused += 1
          response.writeHead(refused % 2 === 0 ? 500 : 429).end()
          return
        }
        const body = Buffer.concat(chunks).toString('utf8')
        const { id, action } = JSON.parse(body) as { id: string; action: string }
        accepted.push({ id, action, body, signature: String(request.headers['x-timetracker-signature']) })
        response.writeHead(200).end()
      })
    })
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
    return (server.address() as AddressInfo).port
  }
  return {
    accepted,
    refusals: () => refused,
    open,
    kill: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

test(
  `${EVENTS} timer events arrive at a receiver that fails a third of the time, is killed and comes back, in order and signed`,
  { timeout: 120_000 },
  async () => {
    const { ctx, key } = await person()
    const receiver = openUnreliable()
    const port = await receiver.open(0)
    const zapier = integrationClient(server, key)
    const { body } = await zapier.post('/webhooks/subscribe', {
      url: `http://127.0.0.1:${port}/hook`,
      events: ['TIMER_STARTED', 'TIMER_STOPPED'],
    })
    const secret = await secretOf(ctx(), idOfHook(body.webhook.id) ?? 0)

    const killing = (async () => {
      while (receiver.accepted.length < EVENTS / 5) await wait(20)
      await receiver.kill()
      await wait(1500)
      await receiver.open(port)
    })()
    await trackAllDay(key)
    await killing

    while (receiver.accepted.length < EVENTS) await wait(100)
    // Long enough for one too many to come.
    await wait(1500)
    await receiver.kill()
    expect(receiver.refusals()).toBeGreaterThan(EVENTS / 3)

    const byEntry = new Map<string, string[]>()
    for (const { id, action } of receiver.accepted) byEntry.set(id, [...(byEntry.get(id) ?? []), action])
    expect(byEntry.size).toBe(EVENTS / 2)
    expect(new Set([...byEntry.values()].map((actions) => actions.join(' ')))).toEqual(
      new Set(['start_timer stop_timer']),
    )
    const signed = receiver.accepted.filter(
      (each) => each.signature === `sha256=${createHmac('sha256', secret).update(each.body).digest('hex')}`,
    )
    expect(signed).toHaveLength(EVENTS)
  },
)

/** Each start stops what runs, on one wire and the other in turn; the last one is stopped. */
async function trackAllDay(key: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}` }
  const urls = ['/sundial/api/v1/timer/start', '/timing/api/v1/time-entries/start']
  for (let count = 0; count < EVENTS / 2; count += 1) {
    const url = urls[count % urls.length] ?? ''
    const { status } = await call(server.app, {
      method: 'POST',
      url,
      body: { title: `Round ${count}` },
      headers,
    })
    expect(status).toBeLessThan(300)
  }
  await call(server.app, { method: 'POST', url: '/sundial/api/v1/timer/stop', headers })
}

async function person(): Promise<{ ctx: () => Ctx; key: string }> {
  const { house } = server
  const system = contextOf(house, { wire: 'test', client: null }, { kind: 'system' })
  const user = await createUser(system, {
    email: 'ann@example.com',
    password: 'correct horse battery staple',
    name: 'Ann',
    timeZone: 'UTC',
  })
  const ctx = () => actingAs(contextOf(house, { wire: 'test', client: null }, { kind: 'anonymous' }), user.id)
  const { secret } = await createToken(ctx(), {
    name: 'test',
    kind: 'timing',
    scopes: ['*'],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
  })
  return { ctx, key: secret }
}
