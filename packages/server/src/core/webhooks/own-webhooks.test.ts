import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createEntry } from '../entries/write.ts'
import { addMember, listMembers, updateMember } from '../members.ts'
import { createTag } from '../tags.ts'
import { startTimer, stopTimer } from '../timer.ts'
import { updateUser } from '../users.ts'
import { getDelivery, listDeliveries, redeliver } from './deliveries.ts'
import { claimDeliveries, settleDelivery } from './outbox.ts'
import { createOwnWebhook, listOwnWebhooks, wasOwnWebhook } from './own-webhooks.ts'
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  type NewWebhook,
  updateWebhook,
} from './webhooks.ts'

let server: TestServer
let ann: Person
let bob: Person
let team: number

const all = { cursor: null, limit: 200 }
const anHour = { started_at: Date.UTC(2026, 2, 2, 7), ended_at: Date.UTC(2026, 2, 2, 8) }
const plain = { name: 'Mine', url: 'https://example.com/hook', events: ['*'], allowsPlainHttp: false }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  await server.house.db.kysely.deleteFrom('delivery').execute()
  ann = await server.person()
  const made = await server.team(ann, 'member')
  team = made.id
  bob = made.member
})
afterAll(() => server.close())

const own = async (person: Person, fields: Partial<NewWebhook> = {}) =>
  (await createOwnWebhook(person.ctx(), { ...plain, wire: 'native', ...fields })).webhook

/** What a person's webhook was told, or is to be told, in order, with where it happened. */
async function told(person: Person, webhookId: number): Promise<[string, number | null][]> {
  const { rows } = await listDeliveries(person.ctx(), { webhookId }, all)
  return rows
    .map(({ kind, event_workspace_id }): [string, number | null] => [kind, event_workspace_id])
    .toReversed()
}

const entryIn = (person: Person, workspace_id: number) =>
  createEntry(person.ctx(), { ...anHour, workspace_id })

describe('a webhook of one’s own', () => {
  test('lies in the personal workspace, and any member may have one', async () => {
    const { id, workspace_id } = await own(bob)
    expect(workspace_id).toBe(bob.workspaceId)
    expect((await listOwnWebhooks(bob.ctx(), {}, all)).rows).toMatchObject([{ id, hears_everywhere: 1 }])
    expect((await listOwnWebhooks(bob.ctx(), { wire: 'toggl' }, all)).rows).toEqual([])
    expect((await listOwnWebhooks(ann.ctx(), {}, all)).rows).toEqual([])
    expect((await listWebhooks(ann.ctx(), { workspaceId: team }, all)).rows).toEqual([])
    await expect(getWebhook(ann.ctx(), id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('hears in every workspace its person is in, those they come to later too', async () => {
    const { id } = await own(bob, { events: ['tag.created'] })
    await createTag(bob.ctx(), bob.workspaceId, { name: 'at home' })
    await createTag(ann.ctx(), team, { name: 'in the team' })
    await createTag(ann.ctx(), ann.workspaceId, { name: 'elsewhere' })
    const other = await server.team(ann)
    await createTag(ann.ctx(), other.id, { name: 'before' })
    await addMember(server.system(), { workspace_id: other.id, user_id: bob.user.id, role: 'member' })
    await createTag(ann.ctx(), other.id, { name: 'after' })
    expect(await told(bob, id)).toEqual([
      ['tag.created', bob.workspaceId],
      ['tag.created', team],
      ['tag.created', other.id],
    ])
  })

  test('hears nothing more of a workspace its person has left', async () => {
    const { id } = await own(bob, { events: ['tag.created'] })
    const { rows } = await listMembers(ann.ctx(), team, all)
    const memberId = rows.find((member) => member.user_id === bob.user.id)?.id ?? 0
    await updateMember(ann.ctx(), { workspaceId: team, memberId }, { is_active: false })
    await createTag(ann.ctx(), team, { name: 'unheard' })
    await createTag(bob.ctx(), bob.workspaceId, { name: 'heard' })
    expect(await told(bob, id)).toEqual([['tag.created', bob.workspaceId]])
  })

  test('hears of one’s own time, and of everybody’s only where one manages', async () => {
    const [ofBob, ofAnn] = [await own(bob, { events: ['entry.*'] }), await own(ann, { events: ['entry.*'] })]
    await entryIn(bob, team)
    await entryIn(ann, team)
    await startTimer(bob.ctx(), { workspace_id: team })
    await stopTimer(bob.ctx())
    const timer = ['entry.started', 'entry.stopped'].map((kind) => [kind, team])
    expect(await told(bob, ofBob.id)).toEqual([['entry.created', team], ...timer])
    expect(await told(ann, ofAnn.id)).toEqual([['entry.created', team], ['entry.created', team], ...timer])
  })

  test('is told once of what several of its patterns fit, and apart from those of the workspace', async () => {
    const { id } = await own(ann, { events: ['*', 'tag.*', 'tag.created'] })
    const { webhook } = await createWebhook(ann.ctx(), ann.workspaceId, { ...plain, wire: 'native' })
    await createTag(ann.ctx(), ann.workspaceId, { name: 'once' })
    expect(await told(ann, id)).toEqual([['tag.created', ann.workspaceId]])
    expect(await told(ann, webhook.id)).toEqual([['tag.created', ann.workspaceId]])
  })

  test('is claimed with its event wherever that happened, and sent again with it', async () => {
    const { id } = await own(bob, { events: ['tag.created'] })
    const tag = await createTag(ann.ctx(), team, { name: 'far away' })
    const [claimed] = await claimDeliveries(server.system(), { most: 10 })
    expect(claimed?.event).toMatchObject({ workspace_id: team, subject_id: tag.id })
    const outcome = { answer: { status: 200, text: '' }, requestBody: '{}', tookMs: 1 }
    if (claimed) await settleDelivery(server.system(), claimed, { outcome, retries: [] })
    const again = await redeliver(bob.ctx(), claimed?.delivery.id ?? 0)
    expect(await getDelivery(bob.ctx(), again.id)).toMatchObject({ event_workspace_id: team, webhook_id: id })
    const [second] = await claimDeliveries(server.system(), { most: 10 })
    expect(second?.event?.id).toBe(claimed?.event?.id)
  })

  test('goes with a receiver that is gone, where its wire has it so', async () => {
    const { id } = await own(bob, { events: ['tag.created'] })
    await createTag(ann.ctx(), team, { name: 'gone' })
    await createTag(ann.ctx(), team, { name: 'waiting' })
    const [claimed] = await claimDeliveries(server.system(), { most: 1 })
    if (!claimed) throw new Error('There is something to tell')
    const outcome = { answer: { status: 410, text: '' }, requestBody: '{}', tookMs: 1 }
    await settleDelivery(server.system(), claimed, { outcome, retries: [1000], removesGone: true })
    await expect(getWebhook(bob.ctx(), id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await wasOwnWebhook(bob.ctx(), id)).toBe(true)
    expect(await claimDeliveries(server.system(), { most: 1 })).toEqual([])
  })

  test('falls silent with its account', async () => {
    const { id } = await own(bob, { events: ['tag.created'] })
    await createTag(ann.ctx(), team, { name: 'last' })
    const admin = await server.person({ isAdmin: true })
    await updateUser(admin.ctx({ isAdmin: true }), bob.user.id, { is_active: false })
    expect(await claimDeliveries(server.system(), { most: 1 })).toEqual([])
    expect(
      await server.house.db.kysely
        .selectFrom('delivery')
        .select('status')
        .where('webhook_id', '=', id)
        .execute(),
    ).toEqual([{ status: 'failed' }])
  })

  test('needs a key of its scope that is bound to no workspace', async () => {
    await expect(createOwnWebhook(bob.ctx({ scopes: ['read:*'] }), plain)).rejects.toMatchObject({
      reason: 'missing_scope',
    })
    for (const workspaceId of [team, bob.workspaceId]) {
      const bound = bob.ctx({ workspaceId })
      await expect(createOwnWebhook(bound, plain)).rejects.toMatchObject({ reason: 'not_allowed' })
      await expect(listOwnWebhooks(bound, {}, all)).rejects.toMatchObject({ reason: 'not_allowed' })
    }
    // Nor is one that is there already to be read or changed with such a key.
    const { id } = await own(bob)
    const atHome = bob.ctx({ workspaceId: bob.workspaceId })
    await expect(getWebhook(atHome, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      updateWebhook(atHome, { id }, { events: ['*'], allowsPlainHttp: false }),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await getWebhook(bob.ctx(), id)).toMatchObject({ id })
  })

  test('that one has deleted is known to have been there, to nobody else', async () => {
    const { id } = await own(bob)
    expect(await wasOwnWebhook(bob.ctx(), id)).toBe(false)
    await deleteWebhook(bob.ctx(), { id })
    expect([await wasOwnWebhook(bob.ctx(), id), await wasOwnWebhook(ann.ctx(), id)]).toEqual([true, false])
  })
})
