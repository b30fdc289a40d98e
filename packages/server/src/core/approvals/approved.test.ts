import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam, HOUR, NINE } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { createClient, deleteClient } from '../clients.ts'
import type { Ctx } from '../context.ts'
import type { Entry } from '../entries/entry.ts'
import { getEntry } from '../entries/read.ts'
import { createEntry, deleteEntries, deleteEntry, updateEntries, updateEntry } from '../entries/write.ts'
import { createProject, deleteProject } from '../projects/write.ts'
import { createTask, deleteTask } from '../tasks.ts'
import { undoOperation } from '../undo.ts'
import { approve, cancelRequest, reject, reopenEntry } from './decide.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

const notFound = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

/** Time of the member that has gone through all its levels. */
async function approved(fields: Parameters<ApprovalTeam['work']>[0] = {}): Promise<Entry> {
  const entry = await team.work(fields)
  for (const level of await team.ask(entry)) await approve(team.owner.ctx(), level.id)
  return getEntry(team.owner.ctx(), entry.id)
}

describe('approved time is locked against', () => {
  const edits: Record<string, (ctx: Ctx, entry: Entry) => Promise<unknown>> = {
    'a change': (ctx, { id }) => updateEntry(ctx, { id, owner: 'anybody' }, { title: 'Other' }),
    'a change of its status': (ctx, { id }) =>
      updateEntry(ctx, { id, owner: 'anybody' }, { billing_status: 'billed' }),
    'a change of many': (ctx, { id }) => updateEntries(ctx, { ids: [id], owner: 'anybody' }, { notes: 'N' }),
    'its deletion': (ctx, { id }) => deleteEntry(ctx, { id, owner: 'anybody' }),
    'the deletion of many': (ctx, { id }) => deleteEntries(ctx, { ids: [id], owner: 'anybody' }),
    'being replaced': (ctx, { user_id }) =>
      createEntry(ctx, {
        started_at: NINE - HOUR,
        ended_at: NINE + 6e4,
        overlap: 'replace',
        workspace_id: team.id,
        user_id,
      }),
    'the deletion of its project': (ctx, { project_id }) => deleteProject(ctx, { id: project_id! }),
    'the deletion of its task': (ctx, { task_id }) => deleteTask(ctx, { id: task_id! }),
  }
  test.each(Object.keys(edits))('%s', async (edit) => {
    const project = await createProject(team.owner.ctx(), team.id, { title: 'P' })
    const task = await createTask(team.owner.ctx(), project.id, { name: 'T' })
    const entry = await approved({ task_id: task.id })
    expect(entry.is_locked).toBe(true)
    const locked = { code: 'locked', reason: 'approved' }
    await expect(edits[edit]!(team.owner.ctx(), entry)).rejects.toMatchObject(locked)
    expect(await getEntry(team.owner.ctx(), entry.id)).toEqual(entry)
  })

  test('the deletion of its client', async () => {
    const client = await createClient(team.owner.ctx(), team.id, { name: 'C' })
    const entry = await approved({ client_id: client.id })
    const locked = { code: 'locked', reason: 'approved' }
    await expect(deleteClient(team.owner.ctx(), { id: client.id })).rejects.toMatchObject(locked)
    expect(await getEntry(team.owner.ctx(), entry.id)).toEqual(entry)
  })

  test('a move to another workspace', async () => {
    const entry = await approved()
    const home = await createProject(team.member.ctx(), team.member.workspaceId, { title: 'Home' })
    const moving = updateEntry(team.member.ctx(), { id: entry.id }, { project_id: home.id })
    await expect(moving).rejects.toMatchObject({ code: 'locked' })
    expect(await getEntry(team.owner.ctx(), entry.id)).toEqual(entry)
  })

  test('changes of others along with it', async () => {
    const [fine, shut] = [await team.work(), await approved()]
    const both = updateEntries(team.member.ctx(), { ids: [fine.id, shut.id] }, { title: 'Other' })
    await expect(both).rejects.toMatchObject({ code: 'locked' })
    expect(await getEntry(team.member.ctx(), fine.id)).toMatchObject({ title: 'Work' })
  })

  test('undo of what was done to it before', async () => {
    const ctx = team.member.ctx()
    const { id } = await createEntry(ctx, { started_at: NINE, ended_at: NINE + HOUR, workspace_id: team.id })
    const [asked] = await team.ask({ id })
    await approve(team.owner.ctx(), asked!.id)
    const entry = await getEntry(team.owner.ctx(), id)
    const undone = undoOperation(team.member.ctx(), ctx.operation.id)
    await expect(undone).rejects.toMatchObject({ code: 'conflict' })
    expect(await getEntry(team.owner.ctx(), id)).toEqual(entry)
  })
})

describe('approved time is opened again', () => {
  test('by an admin, can be changed then, and is to be submitted anew', async () => {
    const entry = await approved()
    for (const who of [team.manager, team.member])
      await expect(reopenEntry(who.ctx(), entry.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(reopenEntry(team.colleague.ctx(), entry.id)).rejects.toMatchObject(notFound)
    const ctx = team.admin.ctx()
    await reopenEntry(ctx, entry.id)
    expect(await team.kindsOf(ctx)).toEqual(['approval.reopened'])
    expect(await getEntry(team.member.ctx(), entry.id)).toMatchObject({
      approval_status: null,
      is_locked: false,
    })
    await updateEntry(team.member.ctx(), { id: entry.id }, { title: 'Other' })
    await team.ask(entry)
    expect(await team.levelsOf(entry)).toEqual(['approved', 'pending'])
    await expect(reopenEntry(team.admin.ctx(), entry.id)).rejects.toMatchObject({ reason: 'not_pending' })
  })
})

describe('a decision cannot be undone:', () => {
  test.each(['approve', 'reject', 'cancel', 'reopen'])('%s', async (verb) => {
    const entry = verb === 'reopen' ? await approved() : await team.work()
    const [asked] = verb === 'reopen' ? [] : await team.ask(entry)
    const ctx = team.owner.ctx()
    if (verb === 'approve') await approve(ctx, asked!.id)
    if (verb === 'reject') await reject(ctx, asked!.id, 'No')
    if (verb === 'cancel') await cancelRequest(ctx, asked!.id)
    if (verb === 'reopen') await reopenEntry(ctx, entry.id)
    const before = await getEntry(team.owner.ctx(), entry.id)
    await expect(undoOperation(team.owner.ctx(), ctx.operation.id)).rejects.toMatchObject(notFound)
    expect(await getEntry(team.owner.ctx(), entry.id)).toEqual(before)
  })
})
