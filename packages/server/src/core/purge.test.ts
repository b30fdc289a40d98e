import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Schema } from '../db/schema.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createPolicy, deletePolicy } from './approvals/policies.ts'
import { submitWeek } from './approvals/submit-week.ts'
import { getTimesheet } from './approvals/timesheet.ts'
import { findDamage } from './check/check.ts'
import { createClient, deleteClient } from './clients.ts'
import { createContact, deleteContact } from './crm/contacts.ts'
import { convertLead } from './crm/convert.ts'
import { createDeal, deleteDeal, getDeal } from './crm/deals.ts'
import { createLead, deleteLead } from './crm/leads.ts'
import { createEntry, deleteEntry } from './entries/write.ts'
import { answerOnce } from './idempotency.ts'
import { createInvitation } from './invitations.ts'
import { createResetLink } from './password-resets.ts'
import { createProject, deleteProject } from './projects/write.ts'
import { purge } from './purge.ts'
import { createSession } from './sessions.ts'
import { createTag, deleteTag } from './tags.ts'
import { createTask, deleteTask } from './tasks.ts'

let server: TestServer
let ann: Person

const DAY_S = 24 * 3600
const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const run = () => purge(server.house.db, server.clock.now)

type Kept = 'entry' | 'project' | 'client' | 'task' | 'tag' | 'contact' | 'lead' | 'deal' | 'approval_policy'

async function has(table: Kept, id: number): Promise<boolean> {
  const row = await server.house.db.kysely
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

async function rowsOf(table: keyof Schema): Promise<number> {
  return (await server.house.db.kysely.selectFrom(table).selectAll().execute()).length
}

describe('what is deleted', () => {
  test('stays for 30 days as a tombstone, and is gone then, with all that hangs on it', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'C' })
    const parent = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'Q', parent_id: parent.id })
    const task = await createTask(ann.ctx(), child.id, { name: 'T', assignee_ids: [ann.user.id] })
    const other = await createTask(ann.ctx(), child.id, { name: 'U' })
    const tag = await createTag(ann.ctx(), ann.workspaceId, { name: 'g' })
    const entry = await createEntry(ann.ctx(), { ...anHour, task_id: task.id, tag_ids: [tag.id] })
    await deleteEntry(ann.ctx(), { id: entry.id })
    await deleteTask(ann.ctx(), { id: other.id })
    await deleteTag(ann.ctx(), { id: tag.id })
    await deleteProject(ann.ctx(), { id: parent.id })
    await deleteClient(ann.ctx(), { id: client.id })
    const all = [
      ['entry', entry.id],
      ['task', task.id],
      ['task', other.id],
      ['tag', tag.id],
      ['project', child.id],
      ['project', parent.id],
      ['client', client.id],
    ] as const
    server.clock.advance(30 * DAY_S)
    await run()
    for (const [table, id] of all) expect(await has(table, id), table).toBe(true)
    server.clock.advance(1)
    await run()
    for (const [table, id] of all) expect(await has(table, id), table).toBe(false)
  })

  test('stays as long as something newer points at it', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    const entry = await createEntry(ann.ctx(), { ...anHour, project_id: project.id })
    await deleteEntry(ann.ctx(), { id: entry.id })
    server.clock.advance(DAY_S)
    await deleteProject(ann.ctx(), { id: project.id })
    server.clock.advance(29 * DAY_S + 1)
    await run()
    expect([await has('entry', entry.id), await has('project', project.id)]).toEqual([false, true])
    server.clock.advance(DAY_S)
    await run()
    expect(await has('project', project.id)).toBe(false)
  })

  test('is purged with its leads, deals, contacts and policies, in whatever order they were deleted', async () => {
    const ctx = () => ann.ctx()
    const ada = { first_name: 'Ada', last_name: 'Lovelace' }
    const makeAll = async (name: string) => {
      const { id: client } = await createClient(ctx(), ann.workspaceId, { name })
      const { id: project } = await createProject(ctx(), ann.workspaceId, { title: name, client_id: client })
      const { id: contact } = await createContact(ctx(), client, ada)
      const { id: lead } = await createLead(ctx(), ann.workspaceId, ada)
      await convertLead(ctx(), lead, { client: { id: client }, makesContact: false })
      const about = { client_id: client, contact_id: contact, lead_id: lead, project_id: project }
      const { id: deal } = await createDeal(ctx(), ann.workspaceId, { name, ...about })
      const levels = [[ann.user.id]]
      const { id: policy } = await createPolicy(ctx(), ann.workspaceId, { name, levels, project_id: project })
      return { client, project, contact, lead, deal, policy }
    }
    type All = Awaited<ReturnType<typeof makeAll>>
    const deletions: Record<keyof All, (id: number) => Promise<void>> = {
      client: (id) => deleteClient(ctx(), { id }),
      project: (id) => deleteProject(ctx(), { id }),
      contact: (id) => deleteContact(ctx(), { id }),
      lead: (id) => deleteLead(ctx(), { id }),
      deal: (id) => deleteDeal(ctx(), { id }),
      policy: (id) => deletePolicy(ctx(), { id }),
    }
    const tables = {
      client: 'client',
      project: 'project',
      contact: 'contact',
      lead: 'lead',
      deal: 'deal',
    } as const
    const left = async (all: All) => {
      const kept = []
      for (const [name, table] of Object.entries({ ...tables, policy: 'approval_policy' } as const))
        if (await has(table, all[name as keyof All])) kept.push(name)
      return kept
    }
    const orders: (keyof All)[][] = [
      ['client', 'project', 'lead', 'deal'],
      ['contact', 'deal', 'lead', 'policy', 'project', 'client'],
      ['policy', 'lead', 'contact', 'client', 'project', 'deal'],
    ]
    for (const [index, order] of orders.entries()) {
      const all = await makeAll(`Order ${index}`)
      for (const name of order) {
        // The next is deleted when the one before it may be purged, if nothing holds it.
        await deletions[name](all[name])
        server.clock.advance(31 * DAY_S)
        await run()
      }
      expect(await left(all)).toEqual([])
    }
    expect(await findDamage(server.system())).toEqual([])
  })

  test('is held by what lives and points at it', async () => {
    const ctx = () => ann.ctx()
    const { id: client } = await createClient(ctx(), ann.workspaceId, { name: 'Held' })
    const { id: contact } = await createContact(ctx(), client, { first_name: 'A', last_name: 'B' })
    const { id: lead } = await createLead(ctx(), ann.workspaceId, { first_name: 'A', last_name: 'B' })
    const deal = await createDeal(ctx(), ann.workspaceId, { name: 'D', contact_id: contact, lead_id: lead })
    await deleteClient(ctx(), { id: client })
    await deleteLead(ctx(), { id: lead })
    server.clock.advance(31 * DAY_S)
    await run()
    expect([await has('client', client), await has('contact', contact), await has('lead', lead)]).toEqual([
      true,
      true,
      true,
    ])
    expect(await getDeal(ctx(), deal.id)).toEqual(deal)
    await deleteDeal(ctx(), { id: deal.id })
    await run()
    expect(await has('lead', lead)).toBe(true)
    server.clock.advance(31 * DAY_S)
    await run()
    expect([await has('client', client), await has('contact', contact), await has('lead', lead)]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('takes its approvals along, and leaves the week they were part of', async () => {
    const entry = await createEntry(ann.ctx(), anHour)
    const { id } = await submitWeek(ann.ctx(), { workspaceId: ann.workspaceId, day: '2026-03-02' })
    await deleteEntry(ann.ctx(), { id: entry.id })
    server.clock.advance(31 * DAY_S)
    await run()
    const approvals = await server.house.db.kysely
      .selectFrom('approval')
      .select('id')
      .where('entry_id', '=', entry.id)
      .execute()
    expect(approvals).toEqual([])
    expect(await getTimesheet(ann.ctx(), id)).toMatchObject({ status: 'draft', seconds: 0 })
  })

  test('is nothing that lives, and its ids are not used again', async () => {
    const kept = await createEntry(ann.ctx(), { ...anHour, tags: ['kept'] })
    const gone = await createEntry(ann.ctx(), anHour)
    await deleteEntry(ann.ctx(), { id: gone.id })
    server.clock.advance(31 * DAY_S)
    await run()
    expect([await has('entry', kept.id), await has('tag', kept.tags[0]!.id)]).toEqual([true, true])
    expect(await has('entry', gone.id)).toBe(false)
    expect((await createEntry(ann.ctx(), anHour)).id).toBeGreaterThan(gone.id)
  })
})

test('what has expired goes: sessions, reset links, keys of repeated requests and invitations', async () => {
  const team = await server.team(ann)
  await createSession(ann.ctx(), ann.user, { userAgent: null, ip: null })
  await createResetLink(server.system(), ann.user.id)
  await createInvitation(ann.ctx(), team.id, { email: 'x@example.org', role: 'member', byMail: false })
  const once = { key: 'k', request: { method: 'POST', url: '/', body: null }, status: 200 }
  await answerOnce(ann.ctx(), once, async () => null)
  const tables = ['session', 'password_reset', 'idempotency_key', 'invitation'] as const
  const counts = () => Promise.all(tables.map(rowsOf))
  await run()
  expect(await counts()).toEqual([1, 1, 1, 1])
  server.clock.advance(2 * DAY_S)
  await run()
  expect(await counts()).toEqual([1, 0, 0, 1])
  server.clock.advance(29 * DAY_S)
  await run()
  expect(await counts()).toEqual([0, 0, 0, 1])
  server.clock.advance(30 * DAY_S)
  await run()
  expect(await counts()).toEqual([0, 0, 0, 0])
})
