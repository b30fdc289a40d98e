import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Crew, openCrew, teamOf } from '../../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createClient, deleteClient } from '../clients.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import {
  type Contact,
  type ContactFields,
  type ContactFilter,
  createContact,
  deleteContact,
  getContact,
  listContacts,
  updateContact,
} from './contacts.ts'
import { createDeal } from './deals.ts'
import { wordsOf } from './fields.ts'

let server: TestServer
let crew: Crew
let teamId: number
let clientId: number

const all = { cursor: null, limit: 100 }
const ada = { first_name: 'Ada', last_name: 'Lovelace' }
const notFound = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
  crew = await openCrew(server)
})
beforeEach(async () => {
  teamId = await teamOf(server, crew)
  clientId = (await createClient(crew.owner.ctx(), teamId, { name: 'Engines' })).id
})
afterAll(() => server.close())

const make = (fields: Partial<ContactFields> = {}, person = crew.owner) =>
  createContact(person.ctx(), clientId, { ...ada, ...fields })
const list = async (person: Person, filter: ContactFilter = {}) =>
  (await listContacts(person.ctx(), { workspaceId: teamId, ...filter }, all)).rows
const primaries = async () => (await list(crew.owner)).filter((each) => each.is_primary === 1)
/** All of a contact but its count of changes and their time. */
const stateOf = (contact: Contact) => ({ ...contact, version: 0, updated_at: 0 })

describe('a contact', () => {
  test('is written down, changed and deleted', async () => {
    const contact = await make({ email: ' ada@example.com ', tags: ['vip', 'vip', ' '], notes: '' })
    expect(contact).toMatchObject({
      ...ada,
      workspace_id: teamId,
      client_id: clientId,
      email: 'ada@example.com',
      notes: null,
      role: 'contact',
      is_primary: 0,
      is_active: 1,
      created_by: crew.owner.user.id,
      version: 1,
    })
    expect(wordsOf(contact.tags)).toEqual(['vip'])
    const changes = { last_name: 'King', is_active: false, tags: [] }
    const after = await updateContact(crew.owner.ctx(), { id: contact.id, version: 1 }, changes)
    expect(after).toMatchObject({
      first_name: 'Ada',
      last_name: 'King',
      is_active: 0,
      tags: '[]',
      version: 2,
    })
    expect(after.email).toBe('ada@example.com')
    const stale = updateContact(crew.owner.ctx(), { id: contact.id, version: 1 }, changes)
    await expect(stale).rejects.toMatchObject({ reason: 'version_mismatch' })
    await deleteContact(crew.owner.ctx(), { id: contact.id })
    await expect(getContact(crew.owner.ctx(), contact.id)).rejects.toMatchObject(notFound)
  })

  test('has both names, and no text that is too long', async () => {
    const long = 'x'.repeat(65)
    for (const fields of [{ first_name: ' ' }, { last_name: '' }, { phone: long }, { role: long }])
      await expect(make(fields)).rejects.toMatchObject({ code: 'invalid' })
    await expect(make({ tags: Array.from({ length: 51 }, String) })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('is seen and changed by who wrote it down and by who manages, and by no viewer', async () => {
    const mine = await make({}, crew.member)
    const theirs = await make({ last_name: 'Noether' }, crew.manager)
    for (const person of [crew.owner, crew.admin, crew.manager])
      expect((await list(person)).map((each) => each.id)).toEqual([mine.id, theirs.id])
    expect((await list(crew.member)).map((each) => each.id)).toEqual([mine.id])
    expect(await list(crew.colleague)).toEqual([])
    await expect(list(crew.viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(make({}, crew.viewer)).rejects.toMatchObject({ code: 'forbidden' })
    for (const person of [crew.colleague, crew.viewer, await server.person()]) {
      await expect(getContact(person.ctx(), mine.id)).rejects.toMatchObject(notFound)
      await expect(updateContact(person.ctx(), { id: mine.id }, { notes: 'N' })).rejects.toMatchObject(
        notFound,
      )
      await expect(deleteContact(person.ctx(), { id: mine.id })).rejects.toMatchObject(notFound)
    }
    await expect(updateContact(crew.manager.ctx(), { id: mine.id }, { notes: 'N' })).resolves.toBeDefined()
    const stranger = await server.person()
    await expect(createContact(stranger.ctx(), clientId, ada)).rejects.toMatchObject(notFound)
  })

  test('is listed by last name, by client, by words, and by whether it is in use', async () => {
    const other = await createClient(crew.owner.ctx(), teamId, { name: 'Looms' })
    const names = [
      ['Émile', 'Zola'],
      ['Ada', 'lovelace'],
      ['Grace', 'Hopper'],
    ] as const
    for (const [first_name, last_name] of names) await make({ first_name, last_name })
    await createContact(crew.owner.ctx(), other.id, { ...ada, last_name: 'Byron', is_active: false })
    const lastNames = async (filter: ContactFilter = {}) =>
      (await list(crew.owner, filter)).map((each) => each.last_name)
    expect(await lastNames()).toEqual(['Byron', 'Hopper', 'lovelace', 'Zola'])
    expect(await lastNames({ clientId: other.id })).toEqual(['Byron'])
    expect(await lastNames({ isActive: true })).toEqual(['Hopper', 'lovelace', 'Zola'])
    expect(await lastNames({ text: 'éMILE' })).toEqual(['Zola'])
    expect(await lastNames({ text: '%' })).toEqual([])
    const page = await listContacts(crew.owner.ctx(), { workspaceId: teamId }, { cursor: null, limit: 3 })
    const rest = await listContacts(
      crew.owner.ctx(),
      { workspaceId: teamId },
      { cursor: page.next, limit: 3 },
    )
    expect([...page.rows, ...rest.rows].map((each) => each.last_name)).toEqual(await lastNames())
  })

  test('is out of reach for keys without the scope, and where contacts are switched off', async () => {
    const { id } = await make()
    const narrow = crew.owner.ctx({ scopes: ['read:clients', 'write:clients'] })
    await expect(getContact(narrow, id)).rejects.toMatchObject({ reason: 'missing_scope' })
    await expect(createContact(narrow, clientId, ada)).rejects.toMatchObject({ reason: 'missing_scope' })
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: ['contacts'] })
    const off = { code: 'forbidden', reason: 'module_disabled', fields: { module: 'contacts' } }
    await expect(getContact(crew.owner.ctx(), id)).rejects.toMatchObject(off)
    await expect(list(crew.owner)).rejects.toMatchObject(off)
    await expect(make()).rejects.toMatchObject(off)
    const everywhere = await listContacts(crew.owner.ctx(), {}, all)
    expect(everywhere.rows.filter((each) => each.workspace_id === teamId)).toEqual([])
  })
})

describe('the primary contact of a client', () => {
  test('makes way for the next, whoever wrote it down', async () => {
    const first = await make({ is_primary: true })
    const second = await make({ is_primary: true }, crew.member)
    expect((await primaries()).map((each) => each.id)).toEqual([second.id])
    await updateContact(crew.owner.ctx(), { id: first.id }, { is_primary: true })
    expect((await primaries()).map((each) => each.id)).toEqual([first.id])
    await updateContact(crew.owner.ctx(), { id: first.id }, { notes: 'Still' })
    expect((await primaries()).map((each) => each.id)).toEqual([first.id])
    const other = await createClient(crew.owner.ctx(), teamId, { name: 'Looms' })
    await createContact(crew.owner.ctx(), other.id, { ...ada, is_primary: true })
    expect(await primaries()).toHaveLength(2)
  })

  test('is one, however many become it at once', async () => {
    const before = await make()
    await Promise.all([
      ...Array.from({ length: 5 }, () => make({ is_primary: true })),
      updateContact(crew.admin.ctx(), { id: before.id }, { is_primary: true }),
    ])
    expect(await primaries()).toHaveLength(1)
    expect(await list(crew.owner)).toHaveLength(6)
  })

  test('is the former one again once the change is undone', async () => {
    const first = await make({ is_primary: true })
    const ctx = crew.owner.ctx()
    const second = await createContact(ctx, clientId, { ...ada, is_primary: true })
    await undoOperation(crew.owner.ctx(), ctx.operation.id)
    expect((await primaries()).map((each) => each.id)).toEqual([first.id])
    await expect(getContact(crew.owner.ctx(), second.id)).rejects.toMatchObject(notFound)
  })

  test('does not come back beside another', async () => {
    const first = await make({ is_primary: true })
    const ctx = crew.owner.ctx()
    await deleteContact(ctx, { id: first.id })
    const second = await make({ is_primary: true })
    await expect(undoOperation(crew.owner.ctx(), ctx.operation.id)).rejects.toMatchObject({
      code: 'conflict',
    })
    await updateContact(crew.owner.ctx(), { id: second.id }, { is_primary: false })
    await undoOperation(crew.owner.ctx(), ctx.operation.id)
    expect((await primaries()).map((each) => each.id)).toEqual([first.id])
  })
})

describe('undo', () => {
  test('brings a deleted or changed contact back, and takes a new one away', async () => {
    const contact = await make({ tags: ['vip'], email: 'ada@example.com' })
    const change = crew.owner.ctx()
    await updateContact(change, { id: contact.id }, { first_name: 'Augusta', tags: [], email: null })
    await undoOperation(crew.owner.ctx(), change.operation.id)
    expect(stateOf(await getContact(crew.owner.ctx(), contact.id))).toEqual(stateOf(contact))
    expect((await list(crew.owner, { text: 'ada@' })).map((each) => each.id)).toEqual([contact.id])
    const deletion = crew.owner.ctx()
    await deleteContact(deletion, { id: contact.id })
    await undoOperation(crew.owner.ctx(), deletion.operation.id)
    expect(stateOf(await getContact(crew.owner.ctx(), contact.id))).toEqual(stateOf(contact))
    const creation = crew.owner.ctx()
    const made = await createContact(creation, clientId, ada)
    const deal = await createDeal(crew.owner.ctx(), teamId, { name: 'D', contact_id: made.id })
    const used = undoOperation(crew.owner.ctx(), creation.operation.id)
    await expect(used).rejects.toMatchObject({ code: 'conflict', reason: 'in_use' })
    expect(deal.contact_id).toBe(made.id)
  })

  test('brings the contacts of a deleted client back with it, whoever wrote them down', async () => {
    const contacts = [await make({ is_primary: true }), await make({ last_name: 'Noether' }, crew.member)]
    const earlier = await make({ last_name: 'Gone' })
    await deleteContact(crew.owner.ctx(), { id: earlier.id })
    const ctx = crew.manager.ctx()
    await deleteClient(ctx, { id: clientId })
    for (const { id } of contacts)
      await expect(getContact(crew.owner.ctx(), id)).rejects.toMatchObject(notFound)
    await undoOperation(crew.manager.ctx(), ctx.operation.id)
    expect((await list(crew.owner)).map(stateOf)).toEqual(contacts.map(stateOf))
  })

  test('does not bring a contact back to a client that is gone', async () => {
    const contact = await make()
    const ctx = crew.owner.ctx()
    await deleteContact(ctx, { id: contact.id })
    await deleteClient(crew.owner.ctx(), { id: clientId })
    await expect(undoOperation(crew.owner.ctx(), ctx.operation.id)).rejects.toMatchObject({
      reason: 'changed_since',
    })
  })
})
