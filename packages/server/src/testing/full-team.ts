import { submitWeek } from '../core/approvals/submit-week.ts'
import { createClient } from '../core/clients.ts'
import { createContact } from '../core/crm/contacts.ts'
import { createDeal } from '../core/crm/deals.ts'
import { createLead } from '../core/crm/leads.ts'
import { createEntry } from '../core/entries/write.ts'
import { createProject } from '../core/projects/write.ts'
import { createRate } from '../core/rates.ts'
import { createSession } from '../core/sessions.ts'
import { createTask } from '../core/tasks.ts'
import { startTimer } from '../core/timer.ts'
import { createWebhook } from '../core/webhooks/webhooks.ts'
import { updateWorkspace } from '../core/workspaces.ts'
import { HOUR, NINE } from './approvals.ts'
import { type Crew, openCrew, teamOf } from './crew.ts'
import type { TestServer } from './server.ts'

/** A team that has a little of everything, with time that is tracked, priced, submitted and told of. */
export async function openFullTeam(server: TestServer): Promise<Crew & { id: number }> {
  const people = await openCrew(server)
  const { owner, member } = people
  const team = await teamOf(server, people)
  const url = 'https://hooks.example.com/'
  await createWebhook(owner.ctx(), team, {
    wire: 'native',
    name: 'All',
    url,
    events: ['*'],
    allowsPlainHttp: false,
  })
  await createRate(owner.ctx(), { workspace_id: team, kind: 'billable', amount: 9000 })
  await createRate(owner.ctx(), { workspace_id: team, kind: 'cost', amount: 4100 })
  const client = await createClient(owner.ctx(), team, { name: 'Éclair' })
  await createContact(owner.ctx(), client.id, { first_name: 'Ann', last_name: 'É' })
  await createLead(owner.ctx(), team, { first_name: 'Lee', last_name: 'D' })
  await createDeal(owner.ctx(), team, { name: 'Deal' })
  const project = await createProject(owner.ctx(), team, { title: 'Père', client_id: client.id })
  const below = await createProject(owner.ctx(), team, { title: 'Below', parent_id: project.id })
  const task = await createTask(owner.ctx(), below.id, { name: 'Task' })
  server.clock.advance(HOUR / 1000)
  const work = { workspace_id: team, billing_status: 'billable' as const, tags: ['Tag'] }
  await createEntry(member.ctx(), {
    ...work,
    title: 'ÉTÉ',
    task_id: task.id,
    started_at: NINE,
    ended_at: NINE + 1001_000,
  })
  await createEntry(member.ctx(), { ...work, started_at: NINE + HOUR, ended_at: NINE + 2 * HOUR })
  await createEntry(member.ctx(), { client_id: client.id, workspace_id: team, started_at: 0, ended_at: HOUR })
  await submitWeek(member.ctx(), { workspaceId: team, userId: member.user.id, day: '2026-03-02' })
  await createEntry(owner.ctx(), { ...work, started_at: NINE, ended_at: NINE + HOUR })
  await startTimer(owner.ctx(), { workspace_id: team })
  await createSession(owner.ctx(), owner.user, { userAgent: null, ip: null })
  await updateWorkspace(owner.ctx(), { id: team }, { refuses_overlap: true })
  return { ...people, id: team }
}
