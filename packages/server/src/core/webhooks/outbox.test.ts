import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createEntry, updateEntry } from '../entries/write.ts'
import { listEvents } from '../events.ts'
import { updateMember } from '../members.ts'
import { createTag, updateTag } from '../tags.ts'
import { updateUser } from '../users.ts'
import { getDelivery, listDeliveries, redeliver, sendPing } from './deliveries.ts'
import { claimDeliveries, type ClaimedDelivery, settleDelivery } from './outbox.ts'
import { createWebhook, getWebhook, updateWebhook } from './webhooks.ts'

let server: TestServer
let ann: Person
let webhookId: number

const all = { cursor: null, limit: 200 }
const RETRIES = [10_000, 60_000]
const LEASE_MS = 60_000
const plain = { name: 'Hook', url: 'https://example.com/hook', events: ['*'], allowsPlainHttp: false }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  // What the test before left waiting is not this one's.
  await server.house.db.kysely.deleteFrom('delivery').execute()
  ann = await server.person()
  webhookId = (await createWebhook(ann.ctx(), ann.workspaceId, plain)).webhook.id
})
afterAll(() => server.close())

/** Everything that is due, webhook by webhook. */
async function claim(): Promise<ClaimedDelivery[]> {
  const all: ClaimedDelivery[] = []
  for (;;) {
    const some = await claimDeliveries(server.system(), { most: 100 })
    if (some.length === 0) return all
    all.push(...some)
  }
}

const tag = (name: string) => createTag(ann.ctx(), ann.workspaceId, { name })

function settle(claimed: ClaimedDelivery, answer: { status: number; text: string } | { error: string }) {
  const outcome = { answer, requestBody: '{}', tookMs: 12 }
  return settleDelivery(server.system(), claimed, { outcome, retries: RETRIES })
}

const arrives = (claimed: ClaimedDelivery) => settle(claimed, { status: 204, text: '' })
const fails = (claimed: ClaimedDelivery) => settle(claimed, { status: 500, text: 'broken' })

/** Lets a delivery fail until nothing more is tried. */
async function exhaust(): Promise<void> {
  for (;;) {
    const claimed = await claim()
    if (claimed.length === 0) return
    for (const each of claimed) await fails(each)
    server.clock.advance(100)
  }
}

const hook = () => getWebhook(ann.ctx(), webhookId)
const deliveries = async () => (await listDeliveries(ann.ctx(), { webhookId }, all)).rows.toReversed()

describe('what is due', () => {
  test('comes with its webhook, its secret and its event, and is held by one', async () => {
    const { id } = await tag('one')
    const { secret } = await createWebhook(ann.ctx(), ann.workspaceId, plain)
    const [claimed, ...rest] = await claim()
    expect(rest).toEqual([])
    expect(claimed).toMatchObject({
      delivery: { kind: 'tag.created', attempts: 1, subject_kind: 'tag', subject_id: id },
      webhook: { id: webhookId, events: ['*'] },
      event: { kind: 'tag.created', subject_id: id },
      secret: expect.stringMatching(/^whsec_/),
    })
    expect(claimed?.secret).not.toBe(secret)
    expect(await claim()).toEqual([])
  })

  test('goes to one of many that ask at once', async () => {
    for (let count = 0; count < 12; count++) await tag(`tag ${count}`)
    const taken: number[] = []
    const three = () => claimDeliveries(server.system(), { most: 3 })
    while (taken.length < 12) {
      const rounds = await Promise.all([three(), three(), three()])
      for (const claimed of rounds) expect(claimed.length).toBeLessThanOrEqual(3)
      taken.push(...rounds.flat().map((each) => each.delivery.id))
    }
    expect(new Set(taken).size).toBe(12)
    expect(await claim()).toEqual([])
  })

  test('is of one webhook at a time, and not of those that are being told already', async () => {
    const other = (await createWebhook(ann.ctx(), ann.workspaceId, plain)).webhook
    await tag('one')
    await tag('two')
    const idsOf = (claimed: ClaimedDelivery[]) => claimed.map((each) => each.webhook.id)
    const system = server.system()
    expect(idsOf(await claimDeliveries(system, { most: 1 }))).toEqual([webhookId])
    expect(idsOf(await claimDeliveries(system, { most: 8, notFor: [webhookId] }))).toEqual([
      other.id,
      other.id,
    ])
    expect(idsOf(await claimDeliveries(system, { most: 8, notFor: [webhookId] }))).toEqual([])
    expect(idsOf(await claimDeliveries(system, { most: 8 }))).toEqual([webhookId])
  })

  test('is free again when who held it has died and the lease is over', async () => {
    await tag('one')
    const [first] = await claim()
    server.clock.advance(LEASE_MS / 1000 - 1)
    expect(await claim()).toEqual([])
    server.clock.advance(1)
    const [second] = await claim()
    expect(second?.delivery).toMatchObject({ id: first!.delivery.id, attempts: 2 })
    // The first comes back late: what it has to say counts no more.
    await fails(first!)
    expect((await deliveries())[0]).toMatchObject({ status: 'waiting', response_status: null })
    await arrives(second!)
    expect((await deliveries())[0]).toMatchObject({ status: 'done', response_status: 204, error: null })
  })

  test('keeps the order of each thing, and holds up nothing of others', async () => {
    const { id } = await tag('one')
    await updateTag(ann.ctx(), { id }, { description: 'first' })
    await updateTag(ann.ctx(), { id }, { description: 'second' })
    await tag('two')
    const other = (await createWebhook(ann.ctx(), ann.workspaceId, plain)).webhook
    await updateTag(ann.ctx(), { id }, { description: 'third' })
    const order: string[] = []
    const told = ({ webhook, event }: ClaimedDelivery) =>
      `${webhook.id === other.id ? 'other' : 'first'} ${event?.kind} ${JSON.parse(event?.after ?? '').description}`
    const start = await claim()
    expect(start.map(told)).toEqual([
      'first tag.created null',
      'first tag.created null',
      'other tag.updated third',
    ])
    for (const each of start) await (each.event?.subject_id === id ? fails(each) : arrives(each))
    expect(await claim()).toEqual([])
    for (;;) {
      server.clock.advance(12)
      const claimed = await claim()
      if (claimed.length === 0) break
      order.push(...claimed.map(told))
      for (const each of claimed) await arrives(each)
    }
    expect(order.filter((each) => each.startsWith('first'))).toEqual([
      'first tag.created null',
      'first tag.updated first',
      'first tag.updated second',
      'first tag.updated third',
    ])
    expect(order.filter((each) => each.startsWith('other'))).toEqual(['other tag.updated third'])
  })

  test('goes on behind one that is given up', async () => {
    const { id } = await tag('one')
    await updateTag(ann.ctx(), { id }, { description: 'next' })
    for (let tries = 0; tries < 3; tries++) {
      const [claimed] = await claim()
      expect(claimed?.event?.kind).toBe('tag.created')
      await fails(claimed!)
      server.clock.advance(100)
    }
    expect((await claim()).map((each) => each.event?.kind)).toEqual(['tag.updated'])
  })
})

describe('a delivery', () => {
  test('that fails is tried again later and later, with what was answered, until it is given up', async () => {
    await tag('one')
    const waits: number[] = []
    for (;;) {
      const [claimed] = await claim()
      if (!claimed) break
      await settle(claimed, { status: 500, text: `${'x'.repeat(5000)}\0` })
      const [row] = await deliveries()
      expect(row).toMatchObject({ response_status: 500, took_ms: 12, error: 'The receiver answered 500.' })
      if (row?.status === 'failed') break
      waits.push(row!.run_at - server.clock.now)
      server.clock.advance(Math.ceil(waits.at(-1)! / 1000))
    }
    expect(waits).toHaveLength(RETRIES.length)
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(RETRIES[index]!)
      expect(wait).toBeLessThanOrEqual(RETRIES[index]! * 1.1)
    }
    const [row] = await deliveries()
    expect(row).toMatchObject({ status: 'failed', attempts: 3, finished_at: server.clock.now })
    expect(await getDelivery(ann.ctx(), row!.id)).toMatchObject({
      response_text: 'x'.repeat(4096),
      request_body: '{}',
    })
    expect(await hook()).toMatchObject({ failures_in_row: 1, is_enabled: 1 })
  })

  test('that is redirected, or has no answer, has failed too', async () => {
    await tag('one')
    await settle((await claim())[0]!, { status: 302, text: '' })
    expect((await deliveries())[0]).toMatchObject({ status: 'waiting', error: 'The receiver answered 302.' })
    server.clock.advance(12)
    await settle((await claim())[0]!, { error: 'The name of the host cannot be found.' })
    expect((await deliveries())[0]).toMatchObject({
      status: 'waiting',
      response_status: null,
      error: 'The name of the host cannot be found.',
    })
  })

  test('can be sent once more after it was given up, with the same event', async () => {
    await tag('one')
    await exhaust()
    const [failed] = await deliveries()
    await redeliver(ann.ctx(), failed!.id)
    const [claimed] = await claim()
    expect(claimed?.delivery).toMatchObject({ event_id: failed!.event_id, attempts: 1 })
    await arrives(claimed!)
    expect((await deliveries()).map((row) => row.status)).toEqual(['failed', 'done'])
    expect(await hook()).toMatchObject({ failures_in_row: 0 })
  })

  test('that is a ping is tried once, even where the webhook is off', async () => {
    await updateWebhook(ann.ctx(), { id: webhookId }, { isEnabled: false, allowsPlainHttp: false })
    await sendPing(ann.ctx(), webhookId)
    const [claimed] = await claim()
    expect(claimed).toMatchObject({ event: null, delivery: { kind: 'ping' } })
    await fails(claimed!)
    expect((await deliveries())[0]).toMatchObject({ status: 'failed', attempts: 1 })
    expect(await hook()).toMatchObject({ failures_in_row: 0 })
  })
})

describe('a webhook is switched off', () => {
  const offEvents = async () => {
    const { rows } = await listEvents(ann.ctx(), { workspaceId: ann.workspaceId }, all)
    return rows.filter((row) => row.kind === 'webhook.updated').map((row) => JSON.parse(row.after ?? ''))
  }

  test('after ten messages in a row were given up, and what waits fails with it', async () => {
    for (let count = 0; count < 9; count++) await tag(`tag ${count}`)
    await exhaust()
    expect(await hook()).toMatchObject({ is_enabled: 1, failures_in_row: 9 })
    const { id } = await tag('the tenth')
    await updateTag(ann.ctx(), { id }, { description: 'waits' })
    for (let tries = 0; tries < 3; tries++) {
      await fails((await claim())[0]!)
      server.clock.advance(100)
    }
    expect(await hook()).toMatchObject({ is_enabled: 0, disabled_reason: 'failing' })
    expect((await deliveries()).every((row) => row.status === 'failed')).toBe(true)
    expect(await offEvents()).toMatchObject([{ is_enabled: 0, disabled_reason: 'failing' }])
    await tag('unheard')
    expect(await claim()).toEqual([])
    const on = await updateWebhook(ann.ctx(), { id: webhookId }, { isEnabled: true, allowsPlainHttp: false })
    expect(on).toMatchObject({ failures_in_row: 0, disabled_reason: null })
  })

  test('not where one of them arrives', async () => {
    for (let count = 0; count < 9; count++) await tag(`tag ${count}`)
    await exhaust()
    await tag('arrives')
    await arrives((await claim())[0]!)
    await tag('fails')
    await exhaust()
    expect(await hook()).toMatchObject({ is_enabled: 1, failures_in_row: 1 })
  })

  test('at once where its receiver says that it is gone', async () => {
    const { id } = await tag('one')
    await updateTag(ann.ctx(), { id }, { description: 'waits' })
    await settle((await claim())[0]!, { status: 410, text: 'gone' })
    expect(await hook()).toMatchObject({ is_enabled: 0, disabled_reason: 'gone' })
    expect((await deliveries()).map((row) => [row.status, row.response_status])).toEqual([
      ['failed', 410],
      ['failed', null],
    ])
    expect(await offEvents()).toMatchObject([{ disabled_reason: 'gone' }])
  })

  test('when the person it is told for no longer keeps the workspace', async () => {
    const team = await server.team(ann, 'admin', 'manager')
    const { webhook } = await createWebhook(team.admin.ctx(), team.id, plain)
    await createTag(ann.ctx(), team.id, { name: 'heard' })
    expect(await claim()).toHaveLength(1)
    const { id: memberId } = await server.house.db.kysely
      .selectFrom('member')
      .select('id')
      .where('workspace_id', '=', team.id)
      .where('user_id', '=', team.admin.user.id)
      .executeTakeFirstOrThrow()
    await updateMember(ann.ctx(), { workspaceId: team.id, memberId }, { role: 'manager' })
    await createTag(ann.ctx(), team.id, { name: 'unheard' })
    expect(await claim()).toEqual([])
    expect(await getWebhook(ann.ctx(), webhook.id)).toMatchObject({
      is_enabled: 0,
      disabled_reason: 'creator_left',
    })
    const { rows } = await listDeliveries(ann.ctx(), { webhookId: webhook.id, status: 'waiting' }, all)
    expect(rows).toEqual([])
  })

  test('when the account of that person is switched off', async () => {
    const team = await server.team(ann, 'admin')
    const { webhook } = await createWebhook(team.admin.ctx(), team.id, plain)
    await createEntry(ann.ctx(), {
      workspace_id: team.id,
      title: 'Work',
      started_at: Date.UTC(2026, 2, 2, 7),
      ended_at: Date.UTC(2026, 2, 2, 8),
    }).then(({ id }) => updateEntry(ann.ctx(), { id }, { title: 'More' }))
    await updateUser(server.system(), team.admin.user.id, { is_active: false })
    expect(await claim()).toEqual([])
    expect(await getWebhook(ann.ctx(), webhook.id)).toMatchObject({ disabled_reason: 'creator_left' })
  })
})
