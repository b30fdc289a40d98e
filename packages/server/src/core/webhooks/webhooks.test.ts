import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createEntry, deleteEntry, updateEntry } from '../entries/write.ts'
import { listEvents } from '../events.ts'
import { purge } from '../purge.ts'
import { DELIVERABLE_EVENTS } from '../rules/webhook-events.ts'
import { createTag, deleteTag } from '../tags.ts'
import { startTimer, stopTimer } from '../timer.ts'
import { transact } from '../context.ts'
import { latestDeliveries, listDeliveries, redeliver, sendPing } from './deliveries.ts'
import { createOwnWebhook, listOwnWebhooks, wasOwnWebhook } from './own-webhooks.ts'
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  type NewWebhook,
  rotateSecret,
  secretOf,
  updateWebhook,
  validateWebhook,
} from './webhooks.ts'

let server: TestServer
let ann: Person
let workspaceId: number

const all = { cursor: null, limit: 200 }
const anHour = { started_at: Date.UTC(2026, 2, 2, 7), ended_at: Date.UTC(2026, 2, 2, 8) }
const FORBIDDEN = { code: 'forbidden' }
const NOT_FOUND = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  workspaceId = ann.workspaceId
})
afterAll(() => server.close())

const plain = { name: 'Payroll', url: 'https://example.com/hook', events: ['*'], allowsPlainHttp: false }

const make = async (fields: Partial<NewWebhook> = {}, person = ann, workspace = workspaceId) =>
  (await createWebhook(person.ctx(), workspace, { ...plain, wire: 'native', ...fields })).webhook

/** What a webhook was told, or is to be told, in order. */
async function told(id: number): Promise<string[]> {
  const { rows } = await listDeliveries(ann.ctx(), { webhookId: id }, all)
  return rows.map((row) => row.kind).toReversed()
}

describe('a webhook', () => {
  test('is kept by the owner and admins of its workspace, each of whom sees all of them', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
    const { id } = await make({}, team.admin, team.id)
    for (const person of [ann, team.admin]) {
      expect((await listWebhooks(person.ctx(), { workspaceId: team.id }, all)).rows).toMatchObject([{ id }])
      expect(await getWebhook(person.ctx(), id)).toMatchObject({ id, events: ['*'], is_enabled: 1 })
      expect(await secretOf(person.ctx(), id)).toMatch(/^whsec_[\w+/]{32}$/)
      await sendPing(person.ctx(), id)
    }
    for (const person of [team.manager, team.member, team.viewer]) {
      await expect(make({}, person, team.id)).rejects.toMatchObject(FORBIDDEN)
      await expect(getWebhook(person.ctx(), id)).rejects.toMatchObject(FORBIDDEN)
      await expect(secretOf(person.ctx(), id)).rejects.toMatchObject(FORBIDDEN)
      await expect(sendPing(person.ctx(), id)).rejects.toMatchObject(FORBIDDEN)
      await expect(deleteWebhook(person.ctx(), { id })).rejects.toMatchObject(FORBIDDEN)
    }
    await expect(getWebhook((await server.person()).ctx(), id)).rejects.toMatchObject(NOT_FOUND)
  })

  test('needs the scopes that are named after it', async () => {
    const { id } = await make()
    const reader = ann.ctx({ scopes: ['read:webhooks'], tokenId: 1 })
    expect(await getWebhook(reader, id)).toMatchObject({ id })
    const missing = { reason: 'missing_scope' }
    await expect(secretOf(reader, id)).rejects.toMatchObject(missing)
    await expect(rotateSecret(reader, { id })).rejects.toMatchObject(missing)
    await expect(sendPing(reader, id)).rejects.toMatchObject(missing)
    const writer = ann.ctx({ scopes: ['write:webhooks'], tokenId: 1 })
    await expect(getWebhook(writer, id)).rejects.toMatchObject(missing)
    await updateWebhook(writer, { id }, { name: 'Renamed', allowsPlainHttp: false })
    expect(await getWebhook(ann.ctx(), id)).toMatchObject({ name: 'Renamed', version: 2 })
  })

  test('is listed by the wire that made it, or with all others', async () => {
    const native = await make()
    const other = await make({ wire: 'other' })
    const ids = async (wire?: string) =>
      (await listWebhooks(ann.ctx(), { workspaceId, wire }, all)).rows.map((row) => row.id)
    expect(await ids()).toEqual([native.id, other.id])
    expect(await ids('other')).toEqual([other.id])
  })

  test.each([
    ['ftp://example.com', 'address such as'],
    ['example.com/hook', 'address such as'],
    ['https://user:word@example.com', 'user name'],
    ['http://example.com', 'https://'],
    [`https://example.com/${'a'.repeat(2000)}`, '2000 characters'],
    ['https://example.com/\u0000', 'control characters'],
  ])('has no address such as %s', async (url, why) => {
    await expect(make({ url })).rejects.toMatchObject({ code: 'invalid', fields: { url: /./ } })
    await expect(make({ url })).rejects.toThrow(why)
  })

  test('may have a plain address where the installation says so', async () => {
    expect(await make({ url: 'http://10.0.0.1:8080/x', allowsPlainHttp: true })).toMatchObject({
      url: 'http://10.0.0.1:8080/x',
    })
  })

  test('asks for events that there are', async () => {
    await expect(make({ events: ['entry.*', 'entry.eaten'] })).rejects.toThrow('"entry.eaten"')
    await expect(make({ events: [] })).rejects.toMatchObject({ fields: { events: /./ } })
    expect(await make({ events: ['tag.*', ...DELIVERABLE_EVENTS, 'tag.*'] })).toMatchObject({
      events: ['tag.*', ...DELIVERABLE_EVENTS],
    })
  })

  test('has a name, and at most ninety-nine neighbours', async () => {
    await expect(make({ name: ' ' })).rejects.toMatchObject({ fields: { name: /./ } })
    await expect(make({ name: 'x'.repeat(256) })).rejects.toMatchObject({ fields: { name: /./ } })
    for (let count = 0; count < 100; count++) await make()
    await expect(make()).rejects.toThrow('at most 100')
  })

  test('leaves events that hold neither its secret nor its code, and is written over at its version only', async () => {
    const { id } = await make({ secret: 'a secret of mine', needsValidation: true })
    const update = { name: 'New', allowsPlainHttp: false }
    await expect(updateWebhook(ann.ctx(), { id, version: 7 }, update)).rejects.toMatchObject({
      reason: 'version_mismatch',
    })
    expect(await secretOf(ann.ctx(), id)).toBe('a secret of mine')
    const secret = await rotateSecret(ann.ctx(), { id, version: 1 })
    expect(await secretOf(ann.ctx(), id)).toBe(secret)
    await deleteWebhook(ann.ctx(), { id })
    const { rows } = await listEvents(ann.ctx(), { workspaceId }, all)
    const kinds = rows.map((row) => row.kind).filter((kind) => kind.startsWith('webhook'))
    expect(kinds).toEqual(['webhook.deleted', 'webhook.updated', 'webhook.created'])
    expect(JSON.stringify(rows)).not.toMatch(/sealed_secret|validation_code/)
  })
})

describe('one’s own webhook', () => {
  test('is made by any member, lies with its person alone, and is listed there and nowhere else', async () => {
    const team = await server.team(ann, 'viewer')
    const { webhook } = await createOwnWebhook(team.viewer.ctx(), { ...plain, wire: 'native' })
    const plainOne = await make({}, team.viewer, team.viewer.workspaceId)
    expect(webhook).toMatchObject({ hears_everywhere: 1, workspace_id: team.viewer.workspaceId })
    const own = async (wire?: string) =>
      (await listOwnWebhooks(team.viewer.ctx(), { wire }, all)).rows.map((row) => row.id)
    expect([await own(), await own('native'), await own('other')]).toEqual([[webhook.id], [webhook.id], []])
    const home = { workspaceId: team.viewer.workspaceId }
    expect((await listWebhooks(team.viewer.ctx(), home, all)).rows.map((row) => row.id)).toEqual([
      plainOne.id,
    ])
    expect((await listWebhooks(ann.ctx(), { workspaceId: team.id }, all)).rows).toEqual([])
    await expect(getWebhook(ann.ctx(), webhook.id)).rejects.toMatchObject(NOT_FOUND)
  })

  test('is known as one’s own after it has been deleted, and to nobody else', async () => {
    const { webhook } = await createOwnWebhook(ann.ctx(), plain)
    expect(await wasOwnWebhook(ann.ctx(), webhook.id)).toBe(false)
    await deleteWebhook(ann.ctx(), { id: webhook.id })
    expect(await wasOwnWebhook(ann.ctx(), webhook.id)).toBe(true)
    expect(await wasOwnWebhook((await server.person()).ctx(), webhook.id)).toBe(false)
  })

  test('is not for a key that is bound to another workspace', async () => {
    const team = await server.team(ann)
    const bound = ann.ctx({ workspaceId: team.id, tokenId: 1 })
    await expect(createOwnWebhook(bound, plain)).rejects.toMatchObject(FORBIDDEN)
    await expect(listOwnWebhooks(bound, {}, all)).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('what a webhook is told', () => {
  test('is what it asks for, once, from when it was made', async () => {
    await createTag(ann.ctx(), workspaceId, { name: 'before' })
    const everything = await make({ events: ['*', 'tag.*', 'tag.created'] })
    const starts = await make({ events: ['entry.started'] })
    const entries = await make({ events: ['entry.*'] })
    const tag = await createTag(ann.ctx(), workspaceId, { name: 'after' })
    await startTimer(ann.ctx(), { workspace_id: workspaceId, title: 'Work' })
    server.clock.advance(60)
    await stopTimer(ann.ctx(), {})
    await deleteTag(ann.ctx(), { id: tag.id })
    expect(await told(everything.id)).toEqual([
      'tag.created',
      'entry.started',
      'entry.stopped',
      'tag.deleted',
    ])
    expect(await told(starts.id)).toEqual(['entry.started'])
    expect(await told(entries.id)).toEqual(['entry.started', 'entry.stopped'])
  })

  test('is known of each by the last of it, of those that were told anything', async () => {
    const [tags, entries] = [await make({ events: ['tag.*'] }), await make({ events: ['entry.*'] })]
    const tag = await createTag(ann.ctx(), workspaceId, { name: 'a' })
    await deleteTag(ann.ctx(), { id: tag.id })
    const latest = await latestDeliveries(ann.ctx(), [tags, entries])
    expect([...latest].map(([id, { kind, subject_id }]) => [id, kind, subject_id])).toEqual([
      [tags.id, 'tag.deleted', tag.id],
    ])
    const shown = await ann.call('GET', `/sundial/api/v1/workspaces/${workspaceId}/webhooks`)
    expect(shown.body.data).toMatchObject([
      { id: tags.id, last_delivery: { kind: 'tag.deleted', status: 'waiting' } },
      { id: entries.id, last_delivery: null },
    ])
  })

  test('is left in the transaction of what happened: kept with it, and gone with it', async () => {
    const { id } = await make()
    const broken = transact(ann.ctx(), async (ctx) => {
      await createTag(ctx, workspaceId, { name: 'never' })
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await told(id)).toEqual([])
    await createTag(ann.ctx(), workspaceId, { name: 'ever' })
    expect(await told(id)).toEqual(['tag.created'])
  })

  test('follows a change of what it asks for', async () => {
    const { id } = await make({ events: ['tag.*'] })
    await createEntry(ann.ctx(), { ...anHour, title: 'Work' })
    await updateWebhook(ann.ctx(), { id }, { events: ['entry.*'], allowsPlainHttp: false })
    await createTag(ann.ctx(), workspaceId, { name: 'unheard' })
    const entry = await createEntry(ann.ctx(), { ...anHour, title: 'Work' })
    await updateEntry(ann.ctx(), { id: entry.id }, { title: 'More' })
    await deleteEntry(ann.ctx(), { id: entry.id })
    expect(await told(id)).toEqual(['entry.created', 'entry.updated', 'entry.deleted'])
  })

  test('is nothing of other workspaces, and nothing while it is off, deleted or not validated', async () => {
    const team = await server.team(ann)
    const elsewhere = await make({}, ann, team.id)
    const off = await make({ isEnabled: false })
    const gone = await make()
    await deleteWebhook(ann.ctx(), { id: gone.id })
    const unproven = await make({ needsValidation: true })
    await createTag(ann.ctx(), workspaceId, { name: 'here' })
    for (const { id } of [elsewhere, off, unproven]) expect(await told(id)).toEqual([])
    const { kysely } = server.house.db
    const left = await kysely.selectFrom('delivery').select('id').where('webhook_id', '=', gone.id).execute()
    expect(left).toEqual([])
  })

  test('is no matter of keys, sessions and webhooks, which are nobody’s to hear', async () => {
    const { id } = await make()
    await make()
    await updateWebhook(ann.ctx(), { id }, { name: 'New', allowsPlainHttp: false })
    await ann.call('POST', '/sundial/api/v1/tokens', { name: 'key' })
    expect(await told(id)).toEqual([])
  })

  test('is of what others in the workspace do, too', async () => {
    const team = await server.team(ann, 'member')
    const { id } = await make({ events: ['entry.created'] }, ann, team.id)
    await createEntry(team.member.ctx(), { ...anHour, workspace_id: team.id, title: 'Theirs' })
    expect(await told(id)).toEqual(['entry.created'])
  })
})

describe('a webhook that must be validated', () => {
  test('hears once its receiver has shown the code, and has to again at another address', async () => {
    const { id, validation_code: code } = await make({ needsValidation: true })
    const anybody = server.system()
    await expect(validateWebhook(anybody, id, 'wrong')).rejects.toMatchObject(NOT_FOUND)
    await expect(validateWebhook(anybody, (await make()).id, '')).rejects.toMatchObject(NOT_FOUND)
    expect(await validateWebhook(anybody, id, code!)).toMatchObject({ validated_at: server.clock.now })
    await expect(validateWebhook(anybody, id, code!)).rejects.toMatchObject({ code: 'conflict' })
    await createTag(ann.ctx(), workspaceId, { name: 'heard' })
    expect(await told(id)).toEqual(['tag.created'])
    const moved = { url: 'https://example.com/elsewhere', allowsPlainHttp: false }
    const again = await updateWebhook(ann.ctx(), { id }, moved)
    expect(again.validated_at).toBeNull()
    expect(again.validation_code).not.toBe(code)
    await createTag(ann.ctx(), workspaceId, { name: 'unheard' })
    expect(await told(id)).toEqual(['tag.created'])
  })
})

describe('what waits for a webhook', () => {
  const statuses = async (id: number) => {
    const { rows } = await listDeliveries(ann.ctx(), { webhookId: id }, all)
    return rows.map((row) => row.status)
  }

  test('is given up when it is switched off, and not taken up when it is switched on', async () => {
    const { id } = await make()
    await createTag(ann.ctx(), workspaceId, { name: 'one' })
    const off = await updateWebhook(ann.ctx(), { id }, { isEnabled: false, allowsPlainHttp: false })
    expect(off).toMatchObject({ disabled_at: server.clock.now, disabled_reason: 'switched_off' })
    expect(await statuses(id)).toEqual(['failed'])
    const on = await updateWebhook(ann.ctx(), { id }, { isEnabled: true, allowsPlainHttp: false })
    expect(on).toMatchObject({ is_enabled: 1, disabled_at: null, disabled_reason: null })
    expect(await statuses(id)).toEqual(['failed'])
  })

  test('belongs to whoever switches it on again', async () => {
    const team = await server.team(ann, 'admin')
    const { id } = await make({}, team.admin, team.id)
    await updateWebhook(ann.ctx(), { id }, { isEnabled: true, allowsPlainHttp: false })
    expect(await getWebhook(ann.ctx(), id)).toMatchObject({ user_id: team.admin.user.id })
    await updateWebhook(ann.ctx(), { id }, { isEnabled: false, allowsPlainHttp: false })
    await updateWebhook(ann.ctx(), { id }, { isEnabled: true, allowsPlainHttp: false })
    expect(await getWebhook(ann.ctx(), id)).toMatchObject({ user_id: ann.user.id })
  })

  test('can be sent once more, but not to a webhook that is off', async () => {
    const { id } = await make()
    await createTag(ann.ctx(), workspaceId, { name: 'one' })
    const first = (await listDeliveries(ann.ctx(), { webhookId: id }, all)).rows[0]!
    const second = await redeliver(ann.ctx(), first.id)
    expect(second).toMatchObject({ status: 'waiting', attempts: 0, event_id: first.event_id })
    expect(second.id).toBeGreaterThan(first.id)
    await updateWebhook(ann.ctx(), { id }, { isEnabled: false, allowsPlainHttp: false })
    await expect(redeliver(ann.ctx(), first.id)).rejects.toThrow('switched off')
    expect(await sendPing(ann.ctx(), id)).toMatchObject({ kind: 'ping', status: 'waiting', event_id: null })
    const waiting = await listDeliveries(ann.ctx(), { webhookId: id, status: 'waiting' }, all)
    expect(waiting.rows).toMatchObject([{ kind: 'ping' }])
  })

  test('is nobody else’s to read', async () => {
    const team = await server.team(ann, 'admin', 'member')
    const { id } = await make({}, ann, team.id)
    const ping = await sendPing(ann.ctx(), id)
    const stranger = await server.person()
    await expect(redeliver(stranger.ctx(), ping.id)).rejects.toMatchObject(NOT_FOUND)
    await expect(redeliver(team.member.ctx(), ping.id)).rejects.toMatchObject(FORBIDDEN)
    await expect(listDeliveries(team.member.ctx(), { webhookId: id }, all)).rejects.toMatchObject(FORBIDDEN)
    expect((await listDeliveries(team.admin.ctx(), { webhookId: id }, all)).rows).toHaveLength(1)
  })

  test('is kept for a week once it is over, and a deleted webhook for 30 days', async () => {
    const { id } = await make()
    const count = async () => {
      const { kysely } = server.house.db
      const webhook = await kysely.selectFrom('webhook').select('id').where('id', '=', id).execute()
      const own = await kysely.selectFrom('delivery').select('id').where('webhook_id', '=', id).execute()
      return [webhook.length, own.length]
    }
    const DAY = 24 * 3600
    await createTag(ann.ctx(), workspaceId, { name: 'one' })
    server.clock.advance(8 * DAY)
    await purge(server.house.db, server.clock.now)
    expect(await count()).toEqual([1, 1])
    await deleteWebhook(ann.ctx(), { id })
    await purge(server.house.db, server.clock.now + 7 * DAY * 1000)
    expect(await count()).toEqual([1, 1])
    await purge(server.house.db, server.clock.now + 7 * DAY * 1000 + 1)
    expect(await count()).toEqual([1, 0])
    await purge(server.house.db, server.clock.now + 30 * DAY * 1000)
    expect(await count()).toEqual([1, 0])
    await purge(server.house.db, server.clock.now + 30 * DAY * 1000 + 1)
    expect(await count()).toEqual([0, 0])
  })
})
