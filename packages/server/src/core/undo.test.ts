import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { findDamage } from './check/check.ts'
import { createClient, deleteClient, getClient, updateClient } from './clients.ts'
import type { Ctx } from './context.ts'
import { getEntry } from './entries/read.ts'
import { createEntry, deleteEntries, deleteEntry, updateEntry } from './entries/write.ts'
import { getProject } from './projects/read.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import { createTag, deleteTag, getTag, updateTag } from './tags.ts'
import { createTask, deleteTask, getTask, updateTask } from './tasks.ts'
import { findTimer, startTimer } from './timer.ts'
import { undoOperation } from './undo.ts'
import { createTeam, updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person

const nine = Date.UTC(2026, 2, 2, 9)
const anHour = { started_at: nine, ended_at: nine + 3_600_000 }
const changedSince = { code: 'conflict', reason: 'changed_since' }

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

/** Does something as one request, and gives the way to take that back. */
async function operation<T>(work: (ctx: Ctx) => Promise<T>, person = ann) {
  const ctx = person.ctx()
  const result = await work(ctx)
  return { result, id: ctx.operation.id, undo: (by = person) => undoOperation(by.ctx(), ctx.operation.id) }
}

/** All of a row but its count of changes and their time. */
function stateOf(row: { version: number; updated_at: number }) {
  return { ...row, version: 0, updated_at: 0 }
}

describe('undo takes back', () => {
  test('the deletion of entries, with their tags', async () => {
    const first = await createEntry(ann.ctx(), { ...anHour, title: 'A', tags: ['x', 'y'] })
    const second = await createEntry(ann.ctx(), anHour)
    const deletion = await operation((ctx) => deleteEntries(ctx, { ids: [first.id, second.id] }))
    await deletion.undo()
    expect(stateOf(await getEntry(ann.ctx(), first.id))).toEqual(stateOf(first))
    expect(stateOf(await getEntry(ann.ctx(), second.id))).toEqual(stateOf(second))
  })

  test('a change of an entry, tags and custom fields included', async () => {
    const entry = await createEntry(ann.ctx(), {
      ...anHour,
      title: 'A',
      tags: ['x'],
      custom_fields: { a: '1' },
    })
    const change = await operation((ctx) =>
      updateEntry(
        ctx,
        { id: entry.id },
        {
          title: 'B',
          notes: 'n',
          tags: ['z'],
          billing_status: 'paid',
          started_at: nine - 1000,
          custom_fields: { a: null },
        },
      ),
    )
    await change.undo()
    expect(stateOf(await getEntry(ann.ctx(), entry.id))).toEqual(stateOf(entry))
  })

  test('a new entry, with the tags it made', async () => {
    const creation = await operation((ctx) => createEntry(ctx, { ...anHour, tags: ['made for it'] }))
    await creation.undo()
    await expect(getEntry(ann.ctx(), creation.result.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getTag(ann.ctx(), creation.result.tags[0]!.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a start of the timer: the one it stopped runs again', async () => {
    const bob = await server.person()
    const { started } = await startTimer(bob.ctx(), { title: 'First' })
    server.clock.advance(60)
    const second = await operation((ctx) => startTimer(ctx, { title: 'Second' }), bob)
    await second.undo()
    expect(await findTimer(bob.ctx())).toMatchObject({ id: started.id, ended_at: null })
  })

  test('a start in the past that stops a timer now and then takes its time from it', async () => {
    const bob = await server.person()
    const { started } = await startTimer(bob.ctx(), { title: 'First' })
    server.clock.advance(3600)
    const asked = {
      whenRunning: 'stop_now',
      overlap: 'replace',
      started_at: started.started_at + 1800_000,
    } as const
    const second = await operation((ctx) => startTimer(ctx, asked), bob)
    expect((await getEntry(bob.ctx(), started.id)).ended_at).toBe(asked.started_at)
    await second.undo()
    expect(stateOf(await getEntry(bob.ctx(), started.id))).toEqual(stateOf(started))
  })

  test('the deletion of a tree of projects, with tasks and entries as they were', async () => {
    const parent = await createProject(ann.ctx(), ann.workspaceId, { title: 'A' })
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'B', parent_id: parent.id })
    const task = await createTask(ann.ctx(), child.id, { name: 'T', assignee_ids: [ann.user.id] })
    const entry = await createEntry(ann.ctx(), { ...anHour, task_id: task.id })
    const deletion = await operation((ctx) => deleteProject(ctx, { id: parent.id }))
    await deletion.undo()
    expect(await getProject(ann.ctx(), child.id)).toMatchObject({ title_chain: ['A', 'B'] })
    expect(await getTask(ann.ctx(), task.id)).toMatchObject({ assignee_ids: [ann.user.id] })
    expect(stateOf(await getEntry(ann.ctx(), entry.id))).toEqual(stateOf(entry))
  })

  test('a move of a project, with all below it', async () => {
    const [a, b] = [
      await createProject(ann.ctx(), ann.workspaceId, { title: 'A' }),
      await createProject(ann.ctx(), ann.workspaceId, { title: 'B' }),
    ]
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'C', parent_id: a.id })
    const move = await operation((ctx) => updateProject(ctx, { id: a.id }, { parent_id: b.id, title: 'AA' }))
    await move.undo()
    expect((await getProject(ann.ctx(), child.id)).title_chain).toEqual(['A', 'C'])
  })

  test('a move of a project whose old parent has moved since, to where that is now', async () => {
    const make = (title: string) => createProject(ann.ctx(), ann.workspaceId, { title })
    const [parent, child, other] = [await make('P'), await make('C'), await make('O')]
    await updateProject(ann.ctx(), { id: child.id }, { parent_id: parent.id })
    const move = await operation((ctx) => updateProject(ctx, { id: child.id }, { parent_id: null }))
    await updateProject(ann.ctx(), { id: parent.id }, { parent_id: other.id })
    await move.undo()
    expect((await getProject(ann.ctx(), child.id)).path).toBe(`/${other.id}/${parent.id}/${child.id}/`)
    expect(await findDamage(server.system())).toEqual([])
  })

  test('the deletion of a client, which its projects and entries have again', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Undo Ltd' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    const entry = await createEntry(ann.ctx(), { ...anHour, client_id: client.id })
    const deletion = await operation((ctx) => deleteClient(ctx, { id: client.id }))
    expect(await getProject(ann.ctx(), project.id)).toMatchObject({ client_id: null })
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ client_id: null })
    await deletion.undo()
    expect(await getProject(ann.ctx(), project.id)).toMatchObject({ client_id: client.id })
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ client_id: client.id })
  })

  test('the deletion of a tag, on all of its entries', async () => {
    const entry = await createEntry(ann.ctx(), { ...anHour, tags: ['vanishing'] })
    const tag = entry.tags[0]!
    const deletion = await operation((ctx) => deleteTag(ctx, { id: tag.id }))
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ tags: [] })
    await deletion.undo()
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ tags: [tag] })
  })

  test('the deletion of a task, and a change of whom it is given to', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    const task = await createTask(ann.ctx(), project.id, { name: 'T', assignee_ids: [ann.user.id] })
    const entry = await createEntry(ann.ctx(), { ...anHour, task_id: task.id })
    const change = await operation((ctx) =>
      updateTask(ctx, { id: task.id }, { assignee_ids: [], status: 'done' }),
    )
    await change.undo()
    expect(stateOf(await getTask(ann.ctx(), task.id))).toEqual(stateOf(task))
    const deletion = await operation((ctx) => deleteTask(ctx, { id: task.id }))
    await deletion.undo()
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ task_id: task.id })
  })

  test('changes of clients and tags', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, {
      name: 'Old Ltd',
      custom_fields: { a: '1' },
    })
    const tag = await createTag(ann.ctx(), ann.workspaceId, { name: 'old tag' })
    const changes = [
      await operation((ctx) =>
        updateClient(ctx, { id: client.id }, { name: 'New Ltd', custom_fields: { a: '2' } }),
      ),
      await operation((ctx) => updateTag(ctx, { id: tag.id }, { name: 'new tag' })),
    ]
    for (const change of changes) await change.undo()
    expect(stateOf(await getClient(ann.ctx(), client.id))).toEqual(stateOf(client))
    expect(stateOf(await getTag(ann.ctx(), tag.id))).toEqual(stateOf(tag))
  })

  test('an undo', async () => {
    const entry = await createEntry(ann.ctx(), anHour)
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }))
    const undone = await operation((ctx) => undoOperation(ctx, deletion.id))
    await undone.undo()
    await expect(getEntry(ann.ctx(), entry.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('marking time as billed where that is protected', async () => {
    const bob = await server.person()
    const entry = await createEntry(bob.ctx(), anHour)
    await updateWorkspace(bob.ctx(), { id: bob.workspaceId }, { protects_billed: true })
    const billing = await operation(
      (ctx) => updateEntry(ctx, { id: entry.id }, { billing_status: 'billed' }),
      bob,
    )
    await billing.undo()
    expect(await getEntry(bob.ctx(), entry.id)).toMatchObject({ billing_status: 'billable' })
  })
})

describe('undo is refused as a whole', () => {
  test('where anything has changed since', async () => {
    const [first, second] = [await createEntry(ann.ctx(), anHour), await createEntry(ann.ctx(), anHour)]
    const both = await operation(async (ctx) => {
      await updateEntry(ctx, { id: first.id }, { title: 'x' })
      await updateEntry(ctx, { id: second.id }, { title: 'x' })
    })
    await updateEntry(ann.ctx(), { id: first.id }, { title: 'y' })
    await expect(both.undo()).rejects.toMatchObject(changedSince)
    expect(await getEntry(ann.ctx(), second.id)).toMatchObject({ title: 'x' })
  })

  test('a second time, also when both come at once', async () => {
    const entry = await createEntry(ann.ctx(), anHour)
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }))
    const both = await Promise.allSettled([deletion.undo(), deletion.undo()])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(deletion.undo()).rejects.toMatchObject(changedSince)
  })

  test('where the parent it had lies below it by now', async () => {
    const make = (title: string) => createProject(ann.ctx(), ann.workspaceId, { title })
    const [parent, child] = [await make('P'), await make('C')]
    await updateProject(ann.ctx(), { id: child.id }, { parent_id: parent.id })
    const move = await operation((ctx) => updateProject(ctx, { id: child.id }, { parent_id: null }))
    await updateProject(ann.ctx(), { id: parent.id }, { parent_id: child.id })
    await expect(move.undo()).rejects.toMatchObject(changedSince)
    expect(await findDamage(server.system())).toEqual([])
  })

  test('where its day has been locked since', async () => {
    const bob = await server.person()
    const entry = await createEntry(bob.ctx(), anHour)
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }), bob)
    await updateWorkspace(bob.ctx(), { id: bob.workspaceId }, { locked_before: '2026-03-03' })
    await expect(deletion.undo()).rejects.toMatchObject({ code: 'locked' })
  })

  test('where another timer runs by now', async () => {
    const bob = await server.person()
    const { started } = await startTimer(bob.ctx(), {})
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: started.id }), bob)
    await startTimer(bob.ctx(), {})
    await expect(deletion.undo()).rejects.toMatchObject({ code: 'conflict', reason: 'timer_running' })
  })

  test('where the name has been taken since', async () => {
    const tag = await createTag(ann.ctx(), ann.workspaceId, { name: 'contested' })
    const deletion = await operation((ctx) => deleteTag(ctx, { id: tag.id }))
    await createTag(ann.ctx(), ann.workspaceId, { name: 'CONTESTED' })
    await expect(deletion.undo()).rejects.toMatchObject({ code: 'conflict', reason: 'name_taken' })
  })

  test('where what it made is used by now', async () => {
    const project = await operation((ctx) => createProject(ctx, ann.workspaceId, { title: 'Used' }))
    const tag = await operation((ctx) => createTag(ctx, ann.workspaceId, { name: 'used' }))
    await createEntry(ann.ctx(), { ...anHour, project_id: project.result.id, tag_ids: [tag.result.id] })
    await expect(project.undo()).rejects.toMatchObject({ code: 'conflict', reason: 'in_use' })
    await expect(tag.undo()).rejects.toMatchObject({ code: 'conflict', reason: 'in_use' })
  })

  test.each(['entry', 'child', 'task', 'client'])(
    'where what the %s belonged to has been deleted since',
    async (kind) => {
      const client = await createClient(ann.ctx(), ann.workspaceId, { name: `Gone with the ${kind}` })
      const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Gone' })
      const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'Child', parent_id: project.id })
      const task = await createTask(ann.ctx(), project.id, { name: 'T' })
      const entry = await createEntry(ann.ctx(), { ...anHour, project_id: project.id })
      const ofClient = await createEntry(ann.ctx(), { ...anHour, client_id: client.id })
      const deletions: Record<string, (ctx: Ctx) => Promise<void>> = {
        entry: (ctx) => deleteEntry(ctx, { id: entry.id }),
        child: (ctx) => deleteProject(ctx, { id: child.id }),
        task: (ctx) => deleteTask(ctx, { id: task.id }),
        client: (ctx) => deleteEntry(ctx, { id: ofClient.id }),
      }
      const deletion = await operation(deletions[kind]!)
      const base = await operation((ctx) =>
        kind === 'client' ? deleteClient(ctx, { id: client.id }) : deleteProject(ctx, { id: project.id }),
      )
      await expect(deletion.undo()).rejects.toMatchObject(changedSince)
      await base.undo()
      await expect(deletion.undo()).resolves.toBeUndefined()
    },
  )
})

describe('undo is for', () => {
  test('whoever did it, and nobody else', async () => {
    const team = await server.team(ann, 'admin')
    const entry = await createEntry(ann.ctx(), { ...anHour, workspace_id: team.id })
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }))
    await expect(deletion.undo(team.admin)).rejects.toMatchObject({ code: 'not_found' })
    await expect(undoOperation(ann.ctx(), 'no such operation')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a key with the scope of what is undone', async () => {
    const entry = await createEntry(ann.ctx(), anHour)
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }))
    const narrow = undoOperation(ann.ctx({ scopes: ['write:projects'] }), deletion.id)
    await expect(narrow).rejects.toMatchObject({ code: 'forbidden', reason: 'missing_scope' })
  })

  test('a key of that workspace', async () => {
    const team = await server.team(ann)
    const entry = await createEntry(ann.ctx(), { ...anHour, workspace_id: ann.workspaceId })
    const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }))
    const bound = undoOperation(ann.ctx({ workspaceId: team.id }), deletion.id)
    await expect(bound).rejects.toMatchObject({ code: 'not_found' })
  })

  test('what deletes, replaces or changes tracked things, not for a new workspace', async () => {
    const creation = await operation((ctx) => createTeam(ctx, { name: 'T', timeZone: 'UTC' }))
    await expect(creation.undo()).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('an undo is written down like any other write', async () => {
  const entry = await createEntry(ann.ctx(), anHour)
  const deletion = await operation((ctx) => deleteEntry(ctx, { id: entry.id }))
  const undone = await operation((ctx) => undoOperation(ctx, deletion.id))
  const events = await server.house.db.kysely
    .selectFrom('event')
    .select(['kind', 'subject_id'])
    .where('operation_id', '=', undone.id)
    .execute()
  expect(events).toEqual([{ kind: 'entry.restored', subject_id: entry.id }])
})
