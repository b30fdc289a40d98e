import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../db/schema.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { deliverAll, openReceiver, type Receiver } from '../../testing/receiver.ts'
import { setBudget } from '../budgets.ts'
import { createClient } from '../clients.ts'
import { createContact } from '../crm/contacts.ts'
import { createLead } from '../crm/leads.ts'
import { createEntry } from '../entries/write.ts'
import { setProjectMembers } from '../projects/members.ts'
import { createProject, deleteProject, updateProject } from '../projects/write.ts'
import { createRate } from '../rates.ts'
import { createTask } from '../tasks.ts'
import { createOwnWebhook } from './own-webhooks.ts'

type Listener = 'admin' | 'manager' | 'member' | 'viewer'
const LISTENERS: readonly Listener[] = ['admin', 'manager', 'member', 'viewer']

let server: TestServer
let ann: Person
let team: { id: number } & Record<Listener, Person>
let receivers: Record<Listener, Receiver>

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
})
beforeEach(async () => {
  await server.house.db.kysely.deleteFrom('delivery').execute()
  ann = await server.person()
  team = await server.team(ann, ...(LISTENERS as Exclude<Role, 'owner'>[] as Listener[]))
  const opened: Partial<Record<Listener, Receiver>> = {}
  for (const role of LISTENERS) {
    const receiver = await openReceiver()
    opened[role] = receiver
    await createOwnWebhook(team[role].ctx(), {
      name: role,
      url: receiver.url,
      events: ['*'],
      wire: 'native',
      allowsPlainHttp: true,
    })
  }
  // All four have just been opened.
  receivers = opened as Record<Listener, Receiver>
})
afterAll(() => server.close())

type Told = { type: string; workspace_id: number; data: { after: Record<string, unknown> | null } }

/** What each was told since the last time. */
async function told(): Promise<Record<Listener, Told[]>> {
  await deliverAll(server)
  const heard = LISTENERS.map((role) => [
    role,
    receivers[role].heard.splice(0).map(({ body }): Told => JSON.parse(body)),
  ])
  return Object.fromEntries(heard)
}

/** Who was told of this kind of event. */
async function whoHears(kind: string): Promise<Listener[]> {
  const all = await told()
  return LISTENERS.filter((role) => all[role].some(({ type }) => type === kind))
}

const hour = { started_at: Date.UTC(2026, 2, 2, 7), ended_at: Date.UTC(2026, 2, 2, 8) }

test('money stands in what is told only to who may know it', async () => {
  const project = await createProject(ann.ctx(), team.id, { title: 'Web' })
  await createRate(ann.ctx(), {
    workspace_id: team.id,
    kind: 'cost',
    user_id: team.member.user.id,
    amount: 5200,
  })
  await setBudget(ann.ctx(), { id: project.id }, { amount: 100_000 })
  await told()
  await createEntry(team.member.ctx(), { ...hour, project_id: project.id })
  await updateProject(ann.ctx(), { id: project.id }, { notes: 'New' })
  const all = await told()
  const of = (role: Listener, kind: string) => all[role].find(({ type }) => type === kind)?.data.after
  expect(of('manager', 'entry.created')).toMatchObject({ cost_rate: 5200, cost_amount: 5200 })
  expect(of('member', 'entry.created')).not.toHaveProperty('cost_rate')
  expect(of('member', 'entry.created')).toHaveProperty('billable_rate')
  expect(of('manager', 'project.updated')).toMatchObject({ budget_amount: 100_000 })
  for (const role of ['member', 'viewer'] as const)
    expect(of(role, 'project.updated')).not.toHaveProperty('budget_amount')
  expect(all.member[0]?.workspace_id).toBe(team.id)
})

test('a private project, its tasks, its time and its end are told of to those in it alone', async () => {
  const secret = await createProject(ann.ctx(), team.id, { title: 'Secret', is_private: true })
  expect(await whoHears('project.created')).toEqual(['admin'])
  await setProjectMembers(ann.ctx(), secret.id, [{ userId: team.member.user.id, isManager: false }])
  await createTask(ann.ctx(), secret.id, { name: 'Hush' })
  expect(await whoHears('task.created')).toEqual(['admin', 'member'])
  await createEntry(ann.ctx(), { ...hour, project_id: secret.id })
  expect(await whoHears('entry.created')).toEqual(['admin'])
  await deleteProject(ann.ctx(), { id: secret.id })
  expect(await whoHears('project.deleted')).toEqual(['admin', 'member'])
})

test('contacts and leads are told of to who manages, and to whose they are', async () => {
  const client = await createClient(ann.ctx(), team.id, { name: 'Northwind' })
  expect(await whoHears('client.created')).toEqual([...LISTENERS])
  await createContact(team.member.ctx(), client.id, { first_name: 'Jo', last_name: 'Li' })
  expect(await whoHears('contact.created')).toEqual(['admin', 'manager', 'member'])
  await createLead(ann.ctx(), team.id, { first_name: 'Max', last_name: 'Li' })
  expect(await whoHears('lead.created')).toEqual(['admin', 'manager'])
})
