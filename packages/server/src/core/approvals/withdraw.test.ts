import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam, HOUR, NINE } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { createClient, deleteClient } from '../clients.ts'
import type { Ctx } from '../context.ts'
import { type Entry, rowOf } from '../entries/entry.ts'
import { getEntry } from '../entries/read.ts'
import { createEntry, deleteEntries, deleteEntry, updateEntries, updateEntry } from '../entries/write.ts'
import { createProject, deleteProject, updateProject } from '../projects/write.ts'
import { createTask, deleteTask } from '../tasks.ts'
import { undoOperation } from '../undo.ts'
import { reject } from './decide.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam
let projectId: number
let taskId: number
let clientId: number

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
  clientId = (await createClient(team.owner.ctx(), team.id, { name: 'C' })).id
  projectId = (await createProject(team.owner.ctx(), team.id, { title: 'P' })).id
  taskId = (await createTask(team.owner.ctx(), projectId, { name: 'T' })).id
  await team.policy([['manager'], ['admin']])
})
afterAll(() => server.close())

/** Time of the member that waits for two levels. */
async function waiting(fields: Parameters<ApprovalTeam['work']>[0] = {}): Promise<Entry> {
  const entry = await team.work({ project_id: projectId, task_id: taskId, tags: ['a'], ...fields })
  await team.ask(entry)
  return getEntry(team.member.ctx(), entry.id)
}

/** What an entry says, without how its approval stands and how often it was written. */
function sayings(entry: Entry) {
  const { approval_status: _, version: __, updated_at: ___, ...row } = rowOf(entry)
  return { ...row, tags: entry.tags }
}

type Change = (ctx: Ctx, entry: Entry) => Promise<unknown>
const byMember: Record<string, Change> = {
  'its time': (ctx, { id }) => updateEntry(ctx, { id }, { ended_at: NINE + 2 * HOUR }),
  'its break': (ctx, { id }) => updateEntry(ctx, { id }, { break_seconds: 60 }),
  'its title': (ctx, { id }) => updateEntry(ctx, { id }, { title: 'Other' }),
  'its notes': (ctx, { id }) => updateEntry(ctx, { id }, { notes: 'Other' }),
  'its tags': (ctx, { id }) => updateEntry(ctx, { id }, { tags: ['b'] }),
  'its project': (ctx, { id }) => updateEntry(ctx, { id }, { project_id: null }),
  'its task': (ctx, { id }) => updateEntry(ctx, { id }, { task_id: null }),
  'its status': (ctx, { id }) => updateEntry(ctx, { id }, { billing_status: 'paid' }),
  'its fields': (ctx, { id }) => updateEntry(ctx, { id }, { custom_fields: { a: '1' } }),
  'whether it runs': (ctx, { id }) => updateEntry(ctx, { id }, { ended_at: null }),
  'many at once': (ctx, { id }) => updateEntries(ctx, { ids: [id] }, { title: 'Other' }),
  'its start, to make room': (ctx) =>
    createEntry(ctx, {
      workspace_id: team.id,
      started_at: NINE - HOUR,
      ended_at: NINE + 6e4,
      overlap: 'replace',
    }),
  'its end and a piece of it, to make room': (ctx) =>
    createEntry(ctx, {
      workspace_id: team.id,
      started_at: NINE + 6e4,
      ended_at: NINE + 12e4,
      overlap: 'replace',
    }),
}
const byOthers: Record<string, Change> = {
  'its title, by who manages': (ctx, { id }) =>
    updateEntry(ctx, { id, owner: 'anybody' }, { title: 'Other' }),
  'its project, which is deleted': (ctx) => deleteProject(ctx, { id: projectId }),
  'its task, which is deleted': (ctx) => deleteTask(ctx, { id: taskId }),
}

describe('a change to time that waits takes the request back, and undo brings all but the request back:', () => {
  const cases = [
    ...Object.entries(byMember).map(([what, change]) => ({ what, change, who: 'member' as const })),
    ...Object.entries(byOthers).map(([what, change]) => ({ what, change, who: 'manager' as const })),
  ]
  test.each(cases)('$what', async ({ change, who }) => {
    const entry = await waiting()
    const ctx = team[who].ctx()
    await change(ctx, entry)
    const after = await getEntry(team.member.ctx(), entry.id)
    expect(sayings(after)).not.toEqual(sayings(entry))
    expect(after.approval_status).toBeNull()
    expect(await team.levelsOf(entry)).toEqual(['cancelled', 'cancelled'])
    const kinds = await team.kindsOf(ctx)
    expect(kinds.filter((kind) => kind === 'approval.cancelled')).toHaveLength(2)

    await undoOperation(team[who].ctx(), ctx.operation.id)
    const undone = await getEntry(team.member.ctx(), entry.id)
    expect(sayings(undone)).toEqual(sayings(entry))
    expect(undone.approval_status).toBeNull()
    expect(await team.levelsOf(entry)).toEqual(['cancelled', 'cancelled'])
    const [anew] = await team.ask(undone)
    expect(anew).toMatchObject({ status: 'pending', is_due: 1 })
  })

  test('its client, which is deleted', async () => {
    const entry = await waiting({ project_id: null, task_id: null, client_id: clientId })
    const ctx = team.manager.ctx()
    await deleteClient(ctx, { id: clientId })
    expect(await getEntry(team.member.ctx(), entry.id)).toMatchObject({
      approval_status: null,
      client_id: null,
    })
    expect(await team.levelsOf(entry)).toEqual(['cancelled', 'cancelled'])
    await undoOperation(team.manager.ctx(), ctx.operation.id)
    const undone = await getEntry(team.member.ctx(), entry.id)
    expect([sayings(undone), undone.approval_status]).toEqual([sayings(entry), null])
  })

  test.each(['one', 'many'])('its existence, deleted as %s', async (count) => {
    const entry = await waiting()
    const ctx = team.member.ctx()
    await (count === 'one' ? deleteEntry(ctx, { id: entry.id }) : deleteEntries(ctx, { ids: [entry.id] }))
    expect(await team.levelsOf(entry)).toEqual(['cancelled', 'cancelled'])
    await undoOperation(team.member.ctx(), ctx.operation.id)
    const undone = await getEntry(team.member.ctx(), entry.id)
    expect([sayings(undone), undone.approval_status]).toEqual([sayings(entry), null])
  })

  test('its workspace', async () => {
    const entry = await waiting()
    const home = await createProject(team.member.ctx(), team.member.workspaceId, { title: 'Home' })
    const ctx = team.member.ctx()
    const moved = await updateEntry(ctx, { id: entry.id }, { project_id: home.id })
    expect(moved).toMatchObject({ workspace_id: team.member.workspaceId, approval_status: null })
    const kinds = await team.kindsOf(ctx)
    expect(kinds.filter((kind) => kind === 'approval.cancelled')).toHaveLength(2)
    await undoOperation(team.member.ctx(), ctx.operation.id)
    const undone = await getEntry(team.member.ctx(), entry.id)
    expect([sayings(undone), undone.approval_status]).toEqual([sayings(entry), null])
    await expect(team.ask(undone)).resolves.toHaveLength(2)
  })
})

describe('a request stays', () => {
  test('where a change leaves everything as it is', async () => {
    const entry = await waiting({ notes: 'N', custom_fields: { a: '1' } })
    const same = { title: entry.title, notes: 'N', tags: ['A'], project_id: projectId, task_id: taskId }
    const times = { started_at: NINE, ended_at: NINE + HOUR + 400, break_seconds: 0 }
    const after = await updateEntry(
      team.member.ctx(),
      { id: entry.id },
      { ...same, ...times, custom_fields: { a: '1' }, billing_status: entry.billing_status },
    )
    expect(after).toMatchObject({ approval_status: 'pending', version: entry.version + 1 })
    expect(await team.levelsOf(entry)).toEqual(['pending', 'pending'])
  })

  test('where what it is booked on is changed, but not deleted', async () => {
    const entry = await waiting()
    await updateProject(team.owner.ctx(), { id: projectId }, { title: 'Q', client_id: clientId })
    expect(await team.statusOf(entry)).toBe('pending')
  })

  test('where the time of somebody else is changed', async () => {
    const entry = await waiting()
    await updateEntry(team.member.ctx(), { id: (await team.work()).id }, { title: 'Other' })
    expect(await team.levelsOf(entry)).toEqual(['pending', 'pending'])
  })
})

test('time that is rejected can be changed, and stays rejected until it is submitted anew', async () => {
  const entry = await team.work()
  const [asked] = await team.ask(entry)
  await reject(team.manager.ctx(), asked!.id, 'Wrong project')
  const after = await updateEntry(team.member.ctx(), { id: entry.id }, { project_id: projectId })
  expect(after.approval_status).toBe('rejected')
  expect(await team.levelsOf(entry)).toEqual(['rejected', 'cancelled'])
})
