import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Crew, openCrew, teamOf } from '../../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import {
  createLead,
  deleteLead,
  getLead,
  type LeadFields,
  type LeadFilter,
  listLeads,
  listLeadsByNumber,
  updateLead,
} from './leads.ts'

let server: TestServer
let crew: Crew
let teamId: number

const all = { cursor: null, limit: 100 }
const ada = { first_name: 'Ada', last_name: 'Lovelace' }
const notFound = { code: 'not_found' }
const forbidden = { code: 'forbidden' }

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
const ids = async (person: Person, filter: LeadFilter = {}) =>
  (await listLeads(person.ctx(), { workspaceId: teamId, ...filter }, all)).rows.map((each) => each.id)

describe('a lead', () => {
  test('is written down, changed and deleted', async () => {
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { currency: 'CHF' })
    const lead = await make({ company_name: ' Engines ', value: 120_000, tags: ['fair'] })
    expect(lead).toMatchObject({
      ...ada,
      company_name: 'Engines',
      value: 12e4,
      currency: 'CHF',
      tags: '["fair"]',
      status: 'new',
      score: 0,
      owner_id: crew.owner.user.id,
      converted_at: null,
      version: 1,
    })
    const after = await updateLead(
      crew.owner.ctx(),
      { id: lead.id, version: 1 },
      { status: 'qualified', score: 60 },
    )
    expect(after).toMatchObject({ status: 'qualified', score: 60, company_name: 'Engines', version: 2 })
    const stale = updateLead(crew.owner.ctx(), { id: lead.id, version: 1 }, { score: 1 })
    await expect(stale).rejects.toMatchObject({ reason: 'version_mismatch' })
    await deleteLead(crew.owner.ctx(), { id: lead.id })
    await expect(getLead(crew.owner.ctx(), lead.id)).rejects.toMatchObject(notFound)
    expect(await ids(crew.owner)).toEqual([])
  })

  test.each([
    ['a name', { last_name: ' ' }],
    ['a score that is too high', { score: 1001 }],
    ['a broken score', { score: 0.5 }],
    ['a negative value', { value: -1 }],
    ['a value beyond all counting', { value: 2 ** 53 }],
    ['a currency there is not', { currency: 'x' }],
    ['a status that only converting gives', { status: 'converted' as const }],
  ])('is refused for %s', async (_, fields) => {
    await expect(make(fields)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is seen and changed by whose it is and by who manages, and by no viewer', async () => {
    const mine = await make({}, crew.member)
    const theirs = await make({}, crew.colleague)
    for (const person of [crew.owner, crew.admin, crew.manager])
      expect(await ids(person)).toEqual([theirs.id, mine.id])
    expect(await ids(crew.member)).toEqual([mine.id])
    await expect(ids(crew.viewer)).rejects.toMatchObject(forbidden)
    await expect(make({}, crew.viewer)).rejects.toMatchObject(forbidden)
    for (const person of [crew.colleague, crew.viewer, await server.person()]) {
      await expect(getLead(person.ctx(), mine.id)).rejects.toMatchObject(notFound)
      await expect(updateLead(person.ctx(), { id: mine.id }, { score: 1 })).rejects.toMatchObject(notFound)
      await expect(deleteLead(person.ctx(), { id: mine.id })).rejects.toMatchObject(notFound)
    }
  })

  test('is given to somebody else by who manages only, and only to members', async () => {
    const given = { owner_id: crew.colleague.user.id }
    await expect(make(given, crew.member)).rejects.toMatchObject(forbidden)
    const mine = await make({}, crew.member)
    await expect(updateLead(crew.member.ctx(), { id: mine.id }, given)).rejects.toMatchObject(forbidden)
    await updateLead(crew.manager.ctx(), { id: mine.id }, given)
    expect([await ids(crew.member), await ids(crew.colleague)]).toEqual([[], [mine.id]])
    const stranger = await server.person()
    await expect(make({ owner_id: stranger.user.id })).rejects.toMatchObject(notFound)
    await expect(make({ owner_id: crew.viewer.user.id })).rejects.toMatchObject({ code: 'invalid' })
    // Who has it may write it without being asked to whom it belongs.
    const kept = await updateLead(crew.colleague.ctx(), { id: mine.id }, { ...given, score: 5 })
    expect(kept).toMatchObject({ score: 5, ...given })
  })

  test('is listed by score, status, source, owner and words', async () => {
    const [low, high, lost] = [
      await make({ score: 1, source: 'fair', company_name: 'Études' }),
      await make({ score: 90, status: 'contacted', email: 'ada@example.com' }),
      await make({ score: 50, status: 'lost', owner_id: crew.member.user.id }),
    ].map((lead) => lead.id)
    expect(await ids(crew.owner)).toEqual([high, lost, low])
    expect(await ids(crew.owner, { statuses: ['new', 'lost'] })).toEqual([lost, low])
    expect(await ids(crew.owner, { statuses: [] })).toEqual([])
    expect(await ids(crew.owner, { source: 'fair' })).toEqual([low])
    expect(await ids(crew.owner, { ownerId: crew.member.user.id })).toEqual([lost])
    expect(await ids(crew.owner, { text: 'éTUDES' })).toEqual([low])
    expect(await ids(crew.owner, { text: 'ada@' })).toEqual([high])
    expect(await ids(crew.owner, { text: '_da@' })).toEqual([])
    const page = await listLeads(crew.owner.ctx(), { workspaceId: teamId }, { cursor: null, limit: 2 })
    const rest = await listLeads(crew.owner.ctx(), { workspaceId: teamId }, { cursor: page.next, limit: 2 })
    expect([...page.rows, ...rest.rows].map((each) => each.id)).toEqual([high, lost, low])
    const numbered = await listLeadsByNumber(
      crew.owner.ctx(),
      { workspaceId: teamId },
      { offset: 1, limit: 1 },
    )
    expect([numbered.rows.map((each) => each.id), numbered.total]).toEqual([[lost], 3])
  })

  test('comes back, or is as it was, by undo', async () => {
    const lead = await make({ score: 7, notes: 'N' })
    const change = crew.owner.ctx()
    await updateLead(change, { id: lead.id }, { score: 8, notes: null, status: 'lost' })
    await undoOperation(crew.owner.ctx(), change.operation.id)
    const deletion = crew.owner.ctx()
    await deleteLead(deletion, { id: lead.id })
    await undoOperation(crew.owner.ctx(), deletion.operation.id)
    const { version: _, updated_at: __, ...state } = lead
    expect(await getLead(crew.owner.ctx(), lead.id)).toMatchObject(state)
    const narrow = undoOperation(crew.owner.ctx({ scopes: ['write:deals'] }), deletion.operation.id)
    await expect(narrow).rejects.toMatchObject({ reason: 'missing_scope' })
  })

  test('is out of reach for keys without the scope, and where leads are switched off', async () => {
    const { id } = await make()
    const narrow = crew.owner.ctx({ scopes: ['read:deals', 'write:deals'] })
    await expect(getLead(narrow, id)).rejects.toMatchObject({ reason: 'missing_scope' })
    await expect(updateLead(narrow, { id }, { score: 1 })).rejects.toMatchObject({ reason: 'missing_scope' })
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: ['leads'] })
    const off = { code: 'forbidden', reason: 'module_disabled', fields: { module: 'leads' } }
    await expect(getLead(crew.owner.ctx(), id)).rejects.toMatchObject(off)
    await expect(ids(crew.owner)).rejects.toMatchObject(off)
    await expect(make()).rejects.toMatchObject(off)
  })
})
