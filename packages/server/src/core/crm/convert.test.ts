import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Crew, openCrew, teamOf } from '../../testing/crew.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { createClient, listClients } from '../clients.ts'
import { activeMembers, updateMember } from '../members.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import { createContact, listContacts } from './contacts.ts'
import { convertLead } from './convert.ts'
import { getDeal, listDeals } from './deals.ts'
import { createLead, deleteLead, getLead, type LeadFields, updateLead } from './leads.ts'

let server: TestServer
let crew: Crew
let teamId: number

const all = { cursor: null, limit: 100 }
const ada = { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' }

beforeAll(async () => {
  server = await openTestServer()
  crew = await openCrew(server)
})
beforeEach(async () => {
  teamId = await teamOf(server, crew)
})
afterAll(() => server.close())

const make = (fields: LeadFields = {}, person = crew.owner) =>
  createLead(person.ctx(), teamId, { ...ada, ...fields })

/** How many clients, contacts and deals there are. */
async function counts(): Promise<number[]> {
  const ctx = crew.owner.ctx()
  const lists = [
    await listClients(ctx, { workspaceId: teamId }, all),
    await listContacts(ctx, { workspaceId: teamId }, all),
    await listDeals(ctx, { workspaceId: teamId }, all),
  ]
  return lists.map(({ rows }) => rows.length)
}

describe('a lead that is converted', () => {
  test('becomes a client with a contact, and a deal where there is to be one', async () => {
    const lead = await make({
      company_name: 'Engines',
      value: 9e4,
      currency: 'USD',
      tags: ['fair'],
      title: 'Head',
      owner_id: crew.member.user.id,
    })
    const ctx = crew.manager.ctx()
    const converted = await convertLead(ctx, lead.id, { deal: { stage: 'proposal', probability: 80 } })
    const { client, contact, deal } = converted
    expect(client).toMatchObject({ name: 'Engines', contact_person: 'Ada Lovelace', type: 'company' })
    expect(contact).toMatchObject({
      ...ada,
      client_id: client.id,
      is_primary: 1,
      tags: '["fair"]',
      title: 'Head',
    })
    expect(deal).toMatchObject({
      name: 'Engines',
      stage: 'proposal',
      probability: 80,
      value: 9e4,
      currency: 'USD',
      client_id: client.id,
      contact_id: contact!.id,
      lead_id: lead.id,
      owner_id: crew.member.user.id,
    })
    expect(converted.lead).toMatchObject({
      status: 'converted',
      converted_at: ctx.now,
      converted_by: crew.manager.user.id,
      client_id: client.id,
      contact_id: contact!.id,
      deal_id: deal!.id,
      version: 2,
    })
    expect(await getLead(crew.member.ctx(), lead.id)).toEqual(converted.lead)
  })

  test('without a company becomes a client of its own name, without contact and deal where that is wished', async () => {
    const { client, contact, deal } = await convertLead(crew.owner.ctx(), (await make()).id, {
      makesContact: false,
    })
    expect(client).toMatchObject({ name: 'Ada Lovelace', type: 'individual' })
    expect([contact, deal, await counts()]).toEqual([null, null, [1, 0, 0]])
  })

  test('joins a client there is, as its primary contact', async () => {
    const { id } = await createClient(crew.owner.ctx(), teamId, { name: 'Engines' })
    const before = await createContact(crew.owner.ctx(), id, { ...ada, last_name: 'Byron', is_primary: true })
    const ctx = crew.owner.ctx()
    const { client, contact } = await convertLead(ctx, (await make()).id, { client: { id } })
    expect([client.id, contact?.is_primary]).toEqual([id, 1])
    const { rows } = await listContacts(crew.owner.ctx(), { clientId: id, isActive: true }, all)
    expect(rows.filter((each) => each.is_primary === 1).map((each) => each.id)).toEqual([contact?.id])
    await undoOperation(crew.owner.ctx(), ctx.operation.id)
    const after = await listContacts(crew.owner.ctx(), { clientId: id }, all)
    expect(after.rows.map((each) => [each.id, each.is_primary])).toEqual([[before.id, 1]])
  })

  test('is converted once, however many do it at once', async () => {
    const { id } = await make({ company_name: 'Engines' })
    const names = ['A', 'B', 'C']
    const conversions = await Promise.allSettled(
      names.map((name) => convertLead(crew.owner.ctx(), id, { client: { name }, deal: {} })),
    )
    expect(conversions.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await counts()).toEqual([1, 1, 1])
    const again = convertLead(crew.owner.ctx(), id, { client: { name: 'D' } })
    await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'in_use' })
  })

  test('keeps that status', async () => {
    const { id } = await make()
    await convertLead(crew.owner.ctx(), id)
    const lost = updateLead(crew.owner.ctx(), { id }, { status: 'lost' })
    await expect(lost).rejects.toMatchObject({ code: 'conflict', reason: 'in_use' })
    expect(await updateLead(crew.owner.ctx(), { id }, { status: 'converted', score: 9 })).toMatchObject({
      score: 9,
    })
  })

  test('is converted by whose it is and by who manages', async () => {
    const { id } = await make({}, crew.member)
    for (const person of [crew.colleague, crew.viewer])
      await expect(convertLead(person.ctx(), id)).rejects.toMatchObject({ code: 'not_found' })
    const { contact } = await convertLead(crew.member.ctx(), id)
    expect(contact).toMatchObject({ created_by: crew.member.user.id })
  })

  test('of somebody who has left gives its deal to who converts it', async () => {
    const { id } = await make({}, crew.member)
    const members = await activeMembers(crew.owner.ctx(), teamId)
    const { id: memberId } = members.find((each) => each.user_id === crew.member.user.id)!
    await updateMember(crew.owner.ctx(), { workspaceId: teamId, memberId }, { is_active: false })
    const { deal, lead } = await convertLead(crew.manager.ctx(), id, { deal: {} })
    expect([deal?.owner_id, lead.owner_id]).toEqual([crew.manager.user.id, crew.member.user.id])
  })
})

describe('a conversion that fails leaves nothing behind', () => {
  test.each([
    ['the name of the client is taken', {}, 'name_taken'],
    ['there is no such client', { client: { id: 2_000_000_000 } }, 'no_such_thing'],
    ['the deal is wrong', { client: { name: 'New' }, deal: { probability: 101 } }, 'bad_input'],
  ])('because %s', async (_, conversion, reason) => {
    await createClient(crew.owner.ctx(), teamId, { name: 'Engines' })
    const lead = await make({ company_name: 'ENGINES' })
    await expect(convertLead(crew.owner.ctx(), lead.id, conversion)).rejects.toMatchObject({ reason })
    expect(await counts()).toEqual([1, 0, 0])
    expect(await getLead(crew.owner.ctx(), lead.id)).toEqual(lead)
  })

  test('because the client is of another workspace', async () => {
    const { id } = await createClient(crew.owner.ctx(), crew.owner.workspaceId, { name: 'Elsewhere' })
    const lead = await make()
    const conversion = convertLead(crew.owner.ctx(), lead.id, { client: { id } })
    await expect(conversion).rejects.toMatchObject({ code: 'not_found' })
    expect(await counts()).toEqual([0, 0, 0])
  })

  test('because one may not make clients, contacts or deals', async () => {
    const { id } = await make({}, crew.member)
    for (const missing of ['clients', 'contacts', 'deals']) {
      const scopes = ['clients', 'contacts', 'deals', 'leads'].filter((noun) => noun !== missing)
      const ctx = crew.member.ctx({ scopes: scopes.map((noun) => `write:${noun}`) })
      await expect(convertLead(ctx, id, { deal: {} })).rejects.toMatchObject({ reason: 'missing_scope' })
    }
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { only_admins_create_projects: true })
    await expect(convertLead(crew.member.ctx(), id)).rejects.toMatchObject({ code: 'forbidden' })
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: ['deals'] })
    const off = convertLead(crew.owner.ctx(), id, { deal: {} })
    await expect(off).rejects.toMatchObject({ reason: 'module_disabled' })
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: [] })
    expect(await counts()).toEqual([0, 0, 0])
  })

  test('or that is undone: the lead is as it was', async () => {
    const lead = await make({ company_name: 'Engines' })
    const ctx = crew.owner.ctx()
    const { deal } = await convertLead(ctx, lead.id, { deal: {} })
    await undoOperation(crew.owner.ctx(), ctx.operation.id)
    expect(await counts()).toEqual([0, 0, 0])
    await expect(getDeal(crew.owner.ctx(), deal!.id)).rejects.toMatchObject({ code: 'not_found' })
    const { version: _, updated_at: __, ...state } = lead
    expect(await getLead(crew.owner.ctx(), lead.id)).toMatchObject(state)
    await expect(convertLead(crew.owner.ctx(), lead.id, { deal: {} })).resolves.toBeDefined()
    await deleteLead(crew.owner.ctx(), { id: lead.id })
    expect(await counts()).toEqual([1, 1, 1])
  })
})
