import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../db/schema.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { setBudget } from './budgets.ts'
import { createPolicy, deletePolicy, updatePolicy } from './approvals/policies.ts'
import { createClient, deleteClient, updateClient } from './clients.ts'
import { type Ctx, transact } from './context.ts'
import { createContact, deleteContact, updateContact } from './crm/contacts.ts'
import { convertLead } from './crm/convert.ts'
import { createDeal, deleteDeal, updateDeal } from './crm/deals.ts'
import { createLead, deleteLead, updateLead } from './crm/leads.ts'
import { createEntry, deleteEntry, updateEntry } from './entries/write.ts'
import { type EventFilter, listEvents } from './events.ts'
import { createInvitation, revokeInvitation } from './invitations.ts'
import { setProjectMembers } from './projects/members.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import { createRate } from './rates.ts'
import { createSession } from './sessions.ts'
import { createTag, deleteTag, listTags, updateTag } from './tags.ts'
import { createTask, deleteTask, updateTask } from './tasks.ts'
import { pauseTimer, resumeTimer, startTimer, stopTimer } from './timer.ts'
import { createToken, revokeToken, updateToken } from './tokens.ts'
import { changePassword, updateMe } from './users.ts'
import { createTeam, deleteWorkspace, updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

async function eventsOf(ctx: Ctx) {
  return server.house.db.kysely
    .selectFrom('event')
    .selectAll()
    .where('operation_id', '=', ctx.operation.id)
    .orderBy('id')
    .execute()
}

async function kindsOf(work: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
  const ctx = ann.ctx()
  await work(ctx)
  expect(ctx.operation.hasWritten).toBe(true)
  return (await eventsOf(ctx)).map((event) => event.kind)
}

test('every write leaves its event', async () => {
  const ws = ann.workspaceId
  const bare = { scopes: ['*'], workspaceId: null, expiresAt: null, allowedIps: [] }
  const team = await createTeam(ann.ctx(), { name: 'Team', timeZone: 'UTC' })
  const ada = { first_name: 'Ada', last_name: 'Lovelace' }
  const levels = [[ann.user.id]]
  const customer = await createClient(ann.ctx(), ws, { name: 'Customer' })
  const made = {
    client: await createClient(ann.ctx(), ws, { name: 'C' }),
    customer,
    contact: await createContact(ann.ctx(), customer.id, { ...ada, is_primary: true }),
    lead: await createLead(ann.ctx(), ws, ada),
    deal: await createDeal(ann.ctx(), ws, { name: 'D' }),
    policy: await createPolicy(ann.ctx(), ws, { name: 'P', levels }),
    project: await createProject(ann.ctx(), ws, { title: 'P' }),
    tag: await createTag(ann.ctx(), ws, { name: 'T' }),
    entry: await createEntry(ann.ctx(), anHour),
    token: (await createToken(ann.ctx(), { ...bare, name: 'k', kind: 'timetracker' })).token,
  }
  const task = await createTask(ann.ctx(), made.project.id, { name: 'T' })
  const invite = { email: 'new@example.com', role: 'member', byMail: false } as const
  const { invitation } = await createInvitation(ann.ctx(), team.workspace_id, invite)
  const of = ({ id }: { id: number }) => ({ id })
  const cases: [(ctx: Ctx) => Promise<unknown>, string[]][] = [
    [(ctx) => createClient(ctx, ws, { name: 'D' }), ['client.created']],
    [(ctx) => updateClient(ctx, of(made.client), { name: 'E' }), ['client.updated']],
    [(ctx) => deleteClient(ctx, of(made.client)), ['client.deleted']],
    [(ctx) => createContact(ctx, made.customer.id, ada), ['contact.created']],
    [(ctx) => updateContact(ctx, of(made.contact), { notes: 'N' }), ['contact.updated']],
    [
      (ctx) => createContact(ctx, made.customer.id, { ...ada, is_primary: true }),
      ['contact.updated', 'contact.created'],
    ],
    [(ctx) => deleteContact(ctx, of(made.contact)), ['contact.deleted']],
    [(ctx) => createLead(ctx, ws, ada), ['lead.created']],
    [(ctx) => updateLead(ctx, of(made.lead), { score: 5 }), ['lead.updated']],
    [
      (ctx) => convertLead(ctx, made.lead.id, { client: { name: 'New' }, deal: {} }),
      ['client.created', 'contact.created', 'deal.created', 'lead.converted'],
    ],
    [(ctx) => deleteLead(ctx, of(made.lead)), ['lead.deleted']],
    [(ctx) => createDeal(ctx, ws, { name: 'D' }), ['deal.created']],
    [(ctx) => updateDeal(ctx, of(made.deal), { status: 'won' }), ['deal.updated']],
    [(ctx) => deleteDeal(ctx, of(made.deal)), ['deal.deleted']],
    [(ctx) => createPolicy(ctx, ws, { name: 'P', levels }), ['approval_policy.created']],
    [(ctx) => updatePolicy(ctx, of(made.policy), { name: 'Q' }), ['approval_policy.updated']],
    [(ctx) => deletePolicy(ctx, of(made.policy)), ['approval_policy.deleted']],
    [(ctx) => createTag(ctx, ws, { name: 'D' }), ['tag.created']],
    [(ctx) => updateTag(ctx, of(made.tag), { name: 'E' }), ['tag.updated']],
    [(ctx) => deleteTag(ctx, of(made.tag)), ['tag.deleted']],
    [(ctx) => createTask(ctx, made.project.id, { name: 'D' }), ['task.created']],
    [(ctx) => updateTask(ctx, of(task), { name: 'E' }), ['task.updated']],
    [(ctx) => deleteTask(ctx, of(task)), ['task.deleted']],
    [(ctx) => createProject(ctx, ws, { title: 'D' }), ['project.created']],
    [(ctx) => updateProject(ctx, of(made.project), { title: 'E' }), ['project.updated']],
    [(ctx) => setProjectMembers(ctx, made.project.id, []), ['project.updated']],
    [(ctx) => deleteProject(ctx, of(made.project)), ['task.deleted', 'project.deleted']],
    [(ctx) => createEntry(ctx, { ...anHour, tags: ['new'] }), ['tag.created', 'entry.created']],
    [(ctx) => updateEntry(ctx, of(made.entry), { title: 'E' }), ['entry.updated']],
    [(ctx) => deleteEntry(ctx, of(made.entry)), ['entry.deleted']],
    [(ctx) => startTimer(ctx, {}), ['entry.started']],
    [(ctx) => startTimer(ctx, {}), ['entry.stopped', 'entry.started']],
    [(ctx) => pauseTimer(ctx), ['entry.updated']],
    [(ctx) => resumeTimer(ctx), ['entry.updated']],
    [(ctx) => stopTimer(ctx), ['entry.stopped']],
    [(ctx) => createToken(ctx, { ...bare, name: 'k', kind: 'timing' }), ['token.created']],
    [(ctx) => updateToken(ctx, made.token.id, { name: 'l' }), ['token.updated']],
    [(ctx) => revokeToken(ctx, made.token.id), ['token.deleted']],
    [(ctx) => updateMe(ctx, { name: 'Ann' }), ['user.updated']],
    [(ctx) => changePassword(ctx, ann.password, 'another good password'), ['user.password_changed']],
    [(ctx) => createSession(ctx, ann.user, { userAgent: null, ip: null }), ['user.signed_in']],
    [(ctx) => updateWorkspace(ctx, { id: team.workspace_id }, { name: 'N' }), ['workspace.updated']],
    [
      (ctx) => createInvitation(ctx, team.workspace_id, { ...invite, email: 'other@example.com' }),
      ['invitation.created'],
    ],
    [(ctx) => revokeInvitation(ctx, team.workspace_id, invitation.id), ['invitation.deleted']],
    [(ctx) => startTimer(ctx, { workspace_id: team.workspace_id }), ['entry.started']],
    [(ctx) => deleteWorkspace(ctx, team.workspace_id), ['entry.stopped', 'workspace.deleted']],
    [(ctx) => createTeam(ctx, { name: 'Team', timeZone: 'UTC' }), ['workspace.created', 'member.created']],
  ]
  for (const [work, expected] of cases) expect(await kindsOf(work)).toEqual(expected)
})

describe('an event', () => {
  test('tells what was and what is, who did it, with which key, over which wire, and when', async () => {
    const tag = await createTag(ann.ctx(), ann.workspaceId, { name: 'before' })
    const ctx = ann.ctx({ tokenId: 42 })
    const after = await updateTag(ctx, { id: tag.id }, { name: 'after' })
    const [event] = await eventsOf(ctx)
    expect(event).toMatchObject({
      workspace_id: ann.workspaceId,
      at: ctx.now,
      user_id: ann.user.id,
      token_id: 42,
      wire: 'test',
      subject_kind: 'tag',
      subject_id: tag.id,
    })
    expect([JSON.parse(event!.before!), JSON.parse(event!.after!)]).toEqual([tag, after])
  })

  test('holds the row as it was written, wherever a project is put', async () => {
    await createProject(ann.ctx(), ann.workspaceId, { title: 'A' })
    const ctx = ann.ctx()
    const made = await createProject(ctx, ann.workspaceId, { title: 'B', position: 0 })
    const moving = ann.ctx()
    const moved = await updateProject(moving, { id: made.id }, { position: 7 })
    for (const [each, project] of [[ctx, made] as const, [moving, moved] as const]) {
      const [event] = await eventsOf(each)
      expect(project).toMatchObject(JSON.parse(event!.after!))
    }
  })

  test('is not written, nor anything else, where the transaction is rolled back', async () => {
    const ctx = ann.ctx()
    const broken = transact(ctx, async (inner) => {
      await createTag(inner, ann.workspaceId, { name: 'never' })
      await startTimer(inner, {})
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await eventsOf(ctx)).toEqual([])
    const { rows } = await listTags(ann.ctx(), { text: 'never' }, all)
    expect(rows).toEqual([])
  })

  test('is not written by a verb that refuses', async () => {
    await createTag(ann.ctx(), ann.workspaceId, { name: 'taken' })
    const ctx = ann.ctx()
    await expect(createTag(ctx, ann.workspaceId, { name: 'Taken' })).rejects.toMatchObject({
      reason: 'name_taken',
    })
    expect(await eventsOf(ctx)).toEqual([])
    expect(ctx.operation.hasWritten).toBe(false)
  })

  test('holds no password and no secret', async () => {
    const rows = await server.house.db.kysely.selectFrom('event').select(['before', 'after']).execute()
    const text = rows.map((row) => `${row.before} ${row.after}`).join('\n')
    expect(text).not.toMatch(/password_hash|secret_hash|argon2/)
  })
})

describe('the list of events', () => {
  const become = async (person: Person, role: Role, workspaceId: number) =>
    server.house.db.kysely
      .updateTable('member')
      .set({ role })
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', person.user.id)
      .execute()

  test('tells owners and admins everything, others what they did themselves', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member')
    await createTag(ann.ctx(), team.id, { name: 'by ann' })
    await createEntry(team.member.ctx(), { ...anHour, workspace_id: team.id })
    const seen = async (person: Person) => {
      const { rows } = await listEvents(person.ctx(), { workspaceId: team.id }, all)
      return rows.map((row) => row.kind)
    }
    for (const person of [ann, team.admin]) {
      expect(await seen(person)).toEqual(expect.arrayContaining(['tag.created', 'entry.created']))
    }
    expect(await seen(team.manager)).toEqual([])
    expect(await seen(team.member)).toEqual(['entry.created'])
    const stranger = await server.person()
    await expect(seen(stranger)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('can be narrowed by who did what to which thing, and when', async () => {
    const team = await server.team(ann, 'admin')
    const start = server.clock.now
    const tag = await createTag(ann.ctx(), team.id, { name: 'x' })
    server.clock.advance(60)
    await updateTag(team.admin.ctx(), { id: tag.id }, { name: 'y' })
    server.clock.advance(60)
    const client = await createClient(team.admin.ctx(), team.id, { name: 'C' })
    await startTimer(ann.ctx(), { workspace_id: team.id })
    const kinds = async (filter: Omit<EventFilter, 'workspaceId'>) =>
      (await listEvents(ann.ctx(), { workspaceId: team.id, ...filter }, all)).rows.map((row) => row.kind)
    expect(await kinds({ userId: team.admin.user.id })).toEqual(['client.created', 'tag.updated'])
    expect(await kinds({ subjectKinds: ['tag'] })).toEqual(['tag.updated', 'tag.created'])
    expect(await kinds({ subjectKinds: ['client'], subjectId: client.id })).toEqual(['client.created'])
    expect(await kinds({ subjectKinds: ['client'], subjectId: 2_000_000_000 })).toEqual([])
    expect(await kinds({ verb: 'created', subjectKinds: ['tag'] })).toEqual(['tag.created'])
    expect(await kinds({ verb: 'started' })).toEqual(['entry.started'])
    expect(await kinds({ from: start + 60_000 })).toEqual(['entry.started', 'client.created', 'tag.updated'])
    expect(await kinds({ from: start + 60_000, before: start + 120_000 })).toEqual(['tag.updated'])
    expect(await kinds({ before: start + 1, subjectKinds: ['tag'] })).toEqual(['tag.created'])
    await stopTimer(ann.ctx())
    // Narrowing shows nothing that one would not see without it.
    const { rows } = await listEvents(team.admin.ctx(), { workspaceId: team.id, userId: ann.user.id }, all)
    expect(rows.every((row) => row.subject_kind !== 'token' && row.subject_kind !== 'user')).toBe(true)
    const bob = await server.team(ann, 'member')
    const seen = await listEvents(bob.member.ctx(), { workspaceId: bob.id, userId: ann.user.id }, all)
    expect(seen.rows).toEqual([])
  })

  test('keeps the money in it to those who see it in reports', async () => {
    const team = await server.team(ann, 'member', 'manager')
    const rates = { billable: 6000, cost: 4000 } as const
    for (const kind of ['billable', 'cost'] as const)
      await createRate(ann.ctx(), { workspace_id: team.id, kind, amount: rates[kind] })
    const entry = { ...anHour, workspace_id: team.id, billing_status: 'billable' } as const
    await createEntry(team.member.ctx(), entry)
    await createEntry(team.manager.ctx(), { ...entry, user_id: team.member.user.id })
    const told = async (person: Person, actor: Parameters<Person['ctx']>[0] = {}) => {
      const filter: EventFilter = { workspaceId: team.id, subjectKinds: ['entry'] }
      const { rows } = await listEvents(person.ctx(actor), filter, all)
      const texts = rows.flatMap(({ before, after }) => [before, after]).filter((text) => text !== null)
      const money = texts.map((text) => {
        const { billable_amount, billable_rate, cost_amount, cost_rate } = JSON.parse(text)
        return [billable_amount, billable_rate, cost_amount, cost_rate]
      })
      return [...new Map(money.map((each) => [JSON.stringify(each), each])).values()]
    }
    const nothing = [[undefined, undefined, undefined, undefined]]
    expect(await told(team.member)).toEqual([[6000, 6000, undefined, undefined]])
    expect(await told(team.manager)).toEqual([[6000, 6000, 4000, 4000]])
    expect(await told(ann)).toEqual([[6000, 6000, 4000, 4000]])
    expect(await told(ann, { scopes: ['read:workspaces'] })).toEqual(nothing)
    await become(team.manager, 'member', team.id)
    // It is the time of somebody else.
    expect(await told(team.manager)).toEqual(nothing)
    await become(team.manager, 'viewer', team.id)
    expect(await told(team.manager)).toEqual(nothing)
  })

  test('keeps rates and budgets to those who manage', async () => {
    const team = await server.team(ann, 'manager')
    const { manager } = team
    const { id } = await createProject(manager.ctx(), team.id, { title: 'P' })
    await setBudget(manager.ctx(), { id }, { amount: 100_000, currency: 'EUR' })
    await createRate(manager.ctx(), { workspace_id: team.id, kind: 'cost', amount: 4000 })
    const money = async () => {
      const filter: EventFilter = { workspaceId: team.id, subjectKinds: ['project', 'rate'] }
      const { rows } = await listEvents(manager.ctx(), filter, all)
      expect(rows.map(({ kind }) => kind)).toEqual(['rate.created', 'project.updated', 'project.created'])
      return rows.slice(0, 2).map(({ after }) => {
        const { amount, budget_amount, budget_period } = JSON.parse(after ?? '')
        return [amount, budget_amount, budget_period]
      })
    }
    expect(await money()).toEqual([
      [4000, undefined, undefined],
      [undefined, 100_000, 'total'],
    ])
    await become(manager, 'member', team.id)
    const hidden = [undefined, undefined, undefined]
    expect(await money()).toEqual([hidden, hidden])
  })

  test('does not tell an owner of the sign-ins and keys of others', async () => {
    const team = await server.team(ann, 'member')
    await updateMe(team.member.ctx(), { default_workspace_id: team.id })
    const user = { ...team.member.user, default_workspace_id: team.id }
    await createSession(team.member.ctx(), user, { userAgent: 'x', ip: '192.0.2.1' })
    const { rows } = await listEvents(ann.ctx(), { workspaceId: team.id }, all)
    expect(rows.filter((row) => row.subject_kind === 'user')).toEqual([])
    const own = await listEvents(team.member.ctx(), { workspaceId: team.id }, all)
    expect(own.rows.map((row) => row.kind)).toContain('user.signed_in')
  })
})
