import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Crew, openCrew, teamOf } from '../../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createClient, deleteClient } from '../clients.ts'
import { createProject } from '../projects/write.ts'
import { DEAL_STAGES, weightedValue } from '../rules/deal-stages.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import { createContact } from './contacts.ts'
import {
  createDeal,
  type DealFields,
  type DealFilter,
  dealSums,
  deleteDeal,
  getDeal,
  listDeals,
  listDealsByNumber,
  updateDeal,
} from './deals.ts'
import { createLead } from './leads.ts'

let server: TestServer
let crew: Crew
let teamId: number

const all = { cursor: null, limit: 100 }
const ada = { first_name: 'Ada', last_name: 'Lovelace' }
const notFound = { code: 'not_found' }
const forbidden = { code: 'forbidden' }
const invalid = { code: 'invalid' }

beforeAll(async () => {
  server = await openTestServer()
  crew = await openCrew(server)
})
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  teamId = await teamOf(server, crew)
})
afterAll(() => server.close())

const make = (fields: DealFields = {}, person = crew.owner) =>
  createDeal(person.ctx(), teamId, { name: 'Relaunch', ...fields })
const update = (id: number, fields: DealFields, person = crew.owner) =>
  updateDeal(person.ctx(), { id }, fields)
const ids = async (person: Person, filter: DealFilter = {}) =>
  (await listDeals(person.ctx(), { workspaceId: teamId, ...filter }, all)).rows.map((each) => each.id)

describe('a deal', () => {
  test('is written down, changed and deleted', async () => {
    const deal = await make({ description: ' New shop ' })
    expect(deal).toMatchObject({
      name: 'Relaunch',
      description: 'New shop',
      stage: 'prospecting',
      status: 'open',
      probability: 50,
      value: null,
      currency: 'EUR',
      owner_id: crew.owner.user.id,
      closed_on: null,
      version: 1,
    })
    const after = await update(deal.id, { stage: 'proposal', value: 500_000, probability: 70 })
    expect(after).toMatchObject({ stage: 'proposal', value: 500_000, description: 'New shop', version: 2 })
    const stale = updateDeal(crew.owner.ctx(), { id: deal.id, version: 1 }, {})
    await expect(stale).rejects.toMatchObject({ reason: 'version_mismatch' })
    await deleteDeal(crew.owner.ctx(), { id: deal.id })
    await expect(getDeal(crew.owner.ctx(), deal.id)).rejects.toMatchObject(notFound)
    expect(await ids(crew.owner)).toEqual([])
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a chance beyond certainty', { probability: 101 }],
    ['a broken chance', { probability: 0.5 }],
    ['a broken value', { value: 0.5 }],
    ['a day there is not', { expected_close_on: '2026-02-30' }],
    ['another day there is not', { status: 'won' as const, closed_on: '2026-02-30' }],
  ])('is refused for %s', async (_, fields) => {
    await expect(make(fields)).rejects.toMatchObject(invalid)
  })

  test('is dated when it closes, by the day it is in its workspace, and open again without a date', async () => {
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { time_zone: 'Pacific/Auckland' })
    server.clock.set('2026-03-02T20:00:00Z')
    const { id } = await make()
    const won = await update(id, { stage: 'closed_won' })
    expect(won).toMatchObject({ status: 'won', closed_on: '2026-03-03', closed_at: server.clock.now })
    server.clock.set('2026-03-09T20:00:00Z')
    expect(await update(id, { notes: 'N' })).toMatchObject({
      closed_on: '2026-03-03',
      closed_at: won.closed_at,
    })
    expect(await update(id, { closed_on: '2026-03-01' })).toMatchObject({ closed_on: '2026-03-01' })
    const lost = await update(id, { status: 'lost', loss_reason: 'Price' })
    expect(lost).toMatchObject({ stage: 'closed_lost', closed_on: '2026-03-10', closed_at: server.clock.now })
    const open = await update(id, { status: 'open' })
    expect(open).toMatchObject({ stage: 'negotiation', closed_on: null, closed_at: null })
    const given = await update(id, { status: 'cancelled', closed_on: '2026-01-31' })
    expect(given).toMatchObject({ stage: 'negotiation', closed_on: '2026-01-31' })
  })

  test('is seen and changed by whose it is and by who manages, and by no viewer', async () => {
    const mine = await make({}, crew.member)
    const theirs = await make({}, crew.colleague)
    for (const person of [crew.owner, crew.admin, crew.manager])
      expect(await ids(person)).toEqual([mine.id, theirs.id])
    expect(await ids(crew.member)).toEqual([mine.id])
    await expect(ids(crew.viewer)).rejects.toMatchObject(forbidden)
    await expect(make({}, crew.viewer)).rejects.toMatchObject(forbidden)
    for (const person of [crew.colleague, crew.viewer, await server.person()]) {
      await expect(getDeal(person.ctx(), mine.id)).rejects.toMatchObject(notFound)
      await expect(update(mine.id, { value: 1 }, person)).rejects.toMatchObject(notFound)
      await expect(deleteDeal(person.ctx(), { id: mine.id })).rejects.toMatchObject(notFound)
    }
    const given = { owner_id: crew.colleague.user.id }
    await expect(update(mine.id, given, crew.member)).rejects.toMatchObject(forbidden)
    await update(mine.id, given, crew.manager)
    expect(await ids(crew.colleague)).toEqual([mine.id, theirs.id])
  })

  test('is out of reach for keys without the scope, and where deals are switched off', async () => {
    const { id } = await make()
    const narrow = crew.owner.ctx({ scopes: ['read:leads', 'write:leads'] })
    await expect(getDeal(narrow, id)).rejects.toMatchObject({ reason: 'missing_scope' })
    await expect(dealSums(narrow, { workspaceId: teamId })).rejects.toMatchObject({ reason: 'missing_scope' })
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: ['deals'] })
    const off = { code: 'forbidden', reason: 'module_disabled', fields: { module: 'deals' } }
    await expect(getDeal(crew.owner.ctx(), id)).rejects.toMatchObject(off)
    await expect(ids(crew.owner)).rejects.toMatchObject(off)
    await expect(make()).rejects.toMatchObject(off)
    await expect(dealSums(crew.owner.ctx(), { workspaceId: teamId })).rejects.toMatchObject(off)
  })

  test('comes back, or is as it was, by undo', async () => {
    const deal = await make({ value: 100 })
    const change = crew.owner.ctx()
    await updateDeal(change, { id: deal.id }, { status: 'won', value: 200, name: 'Other' })
    await undoOperation(crew.owner.ctx(), change.operation.id)
    const deletion = crew.owner.ctx()
    await deleteDeal(deletion, { id: deal.id })
    await undoOperation(crew.owner.ctx(), deletion.operation.id)
    const { version: _, updated_at: __, ...state } = deal
    expect(await getDeal(crew.owner.ctx(), deal.id)).toMatchObject(state)
  })
})

describe('what a deal is about', () => {
  async function client(person = crew.owner, workspaceId = teamId) {
    const { id } = await createClient(person.ctx(), workspaceId, { name: `Client of ${workspaceId}` })
    return { id, contact: await createContact(person.ctx(), id, ada) }
  }

  test('is of its own workspace, and its contact one of its client', async () => {
    const own = await client()
    const elsewhere = await client(crew.owner, crew.owner.workspaceId)
    const project = await createProject(crew.owner.ctx(), crew.owner.workspaceId, { title: 'P' })
    const lead = await createLead(crew.owner.ctx(), crew.owner.workspaceId, ada)
    for (const fields of [
      { client_id: elsewhere.id },
      { contact_id: elsewhere.contact.id },
      { project_id: project.id },
      { lead_id: lead.id },
      { client_id: 2_000_000_000 },
    ])
      await expect(make(fields)).rejects.toMatchObject(notFound)
    const deal = await make({ contact_id: own.contact.id })
    expect(deal).toMatchObject({ client_id: own.id, contact_id: own.contact.id })
    const other = await createClient(crew.owner.ctx(), teamId, { name: 'Other' })
    await expect(update(deal.id, { client_id: other.id })).rejects.toMatchObject(invalid)
    const moved = await update(deal.id, { client_id: other.id, contact_id: null })
    expect(moved).toMatchObject({ client_id: other.id, contact_id: null })
    await expect(update(deal.id, { contact_id: own.contact.id })).rejects.toMatchObject(invalid)
  })

  test('may be deleted, or out of one’s sight, and one works on it all the same', async () => {
    const own = await client()
    const given = { contact_id: own.contact.id, owner_id: crew.member.user.id }
    const deal = await make(given)
    // The member may not see the contact, which the owner wrote down.
    const ahead = await update(deal.id, { stage: 'proposal' }, crew.member)
    expect(ahead).toMatchObject({ stage: 'proposal', contact_id: own.contact.id, client_id: own.id })
    await deleteClient(crew.owner.ctx(), { id: own.id })
    const further = await update(deal.id, { stage: 'negotiation', contact_id: own.contact.id })
    expect(further).toMatchObject({ stage: 'negotiation', contact_id: own.contact.id })
    await expect(make({ contact_id: own.contact.id })).rejects.toMatchObject(notFound)
    expect(await update(deal.id, { contact_id: null, client_id: null })).toMatchObject({ client_id: null })
  })
})

describe('the list of deals', () => {
  test('goes by the day they are expected to close, those without one last', async () => {
    const days = [null, '2026-05-01', null, '2026-04-01', '2026-05-01']
    const made: number[] = []
    for (const expected_close_on of days) made.push((await make({ expected_close_on })).id)
    const order = [3, 1, 4, 0, 2].map((index) => made[index])
    expect(await ids(crew.owner)).toEqual(order)
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page = await listDeals(crew.owner.ctx(), { workspaceId: teamId }, { cursor, limit: 2 })
      seen.push(...page.rows.map((each) => each.id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(order)
    const numbered = await listDealsByNumber(
      crew.owner.ctx(),
      { workspaceId: teamId },
      { offset: 0, limit: 2 },
    )
    expect([numbered.rows.length, numbered.total]).toEqual([2, 5])
  })

  test('can be narrowed by status, stage, owner, client and words', async () => {
    const client = await createClient(crew.owner.ctx(), teamId, { name: 'C' })
    const [open, won, theirs] = [
      await make({ name: 'Shop', description: 'Für Émile', client_id: client.id }),
      await make({ status: 'won' }),
      await make({ stage: 'proposal', owner_id: crew.member.user.id }),
    ].map((deal) => deal.id)
    expect(await ids(crew.owner, { status: 'open' })).toEqual([open, theirs])
    expect(await ids(crew.owner, { stages: ['closed_won'] })).toEqual([won])
    expect(await ids(crew.owner, { ownerId: crew.member.user.id })).toEqual([theirs])
    expect(await ids(crew.owner, { clientId: client.id })).toEqual([open])
    expect(await ids(crew.owner, { text: 'éMILE' })).toEqual([open])
    expect(await ids(crew.owner, { text: '_hop' })).toEqual([])
  })
})

test('the sums of a board are those of its cards, whatever they are worth', async () => {
  const card = fc.record({
    value: fc.option(fc.integer({ min: 0, max: 10_000_000_000 })),
    probability: fc.integer({ min: 0, max: 100 }),
    currency: fc.constantFrom('EUR', 'USD'),
    stage: fc.constantFrom(...DEAL_STAGES),
    owner_id: fc.constantFrom(crew.owner.user.id, crew.member.user.id),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(card, { maxLength: 12 }), async (cards) => {
      teamId = await teamOf(server, crew)
      for (const fields of cards) await make(fields)
      for (const [person, status] of [
        [crew.owner, undefined],
        [crew.member, 'open'],
      ] as const) {
        const filter = { workspaceId: teamId, status }
        const { rows } = await listDeals(person.ctx(), filter, all)
        const sums = await dealSums(person.ctx(), filter)
        const expected = DEAL_STAGES.flatMap((stage) =>
          ['EUR', 'USD'].flatMap((currency) => {
            const own = rows.filter((row) => row.stage === stage && row.currency === currency)
            const sum = (worth: (row: (typeof own)[number]) => number | null) =>
              own.reduce((total, row) => total + (worth(row) ?? 0), 0)
            const value = sum((row) => row.value)
            const weighted_value = sum((row) => weightedValue(row.value, row.probability))
            return own.length > 0 ? [{ stage, currency, count: own.length, value, weighted_value }] : []
          }),
        )
        expect(sums).toHaveLength(expected.length)
        expect(sums).toEqual(expect.arrayContaining(expected))
      }
    }),
    { numRuns: 8 },
  )
})
