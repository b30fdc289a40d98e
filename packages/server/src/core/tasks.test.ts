import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { getEntry } from './entries/read.ts'
import { createEntry } from './entries/write.ts'
import { createProject, updateProject } from './projects/write.ts'
import { createTag, deleteTag } from './tags.ts'
import { listTasks } from './task-lists.ts'
import { createTask, deleteTask, getTask, updateTask } from './tasks.ts'
import { undoOperation } from './undo.ts'
import { updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person
let projectId: number

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
const all = { cursor: null, limit: 100 }
const taken = { code: 'conflict', reason: 'name_taken' }
const notFound = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  projectId = (await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })).id
})
afterAll(() => server.close())

const make = (name: string) => createTask(ann.ctx(), projectId, { name })

describe('a task', () => {
  test('has a name that is unique in its project, whatever its case', async () => {
    const task = await make('Design')
    await expect(make('DESIGN')).rejects.toMatchObject(taken)
    const other = await createProject(ann.ctx(), ann.workspaceId, { title: 'Q' })
    await expect(createTask(ann.ctx(), other.id, { name: 'Design' })).resolves.toBeDefined()
    await deleteTask(ann.ctx(), { id: task.id })
    await expect(make('design')).resolves.toBeDefined()
  })

  test.each([-1, 0.5, 1e300])('is not estimated at %d seconds', async (estimate_seconds) => {
    const refusal = { code: 'invalid', fields: { estimate_seconds: expect.any(String) } }
    const fields = { name: 'Design', estimate_seconds }
    await expect(createTask(ann.ctx(), projectId, fields)).rejects.toMatchObject(refusal)
    const { id } = await make('Design')
    await expect(updateTask(ann.ctx(), { id }, { estimate_seconds })).rejects.toMatchObject(refusal)
  })

  test('is dated when work on it first begins, and when it is done', async () => {
    const { id } = await make('Design')
    const at = server.clock.now
    expect(await updateTask(ann.ctx(), { id }, { status: 'in_progress' })).toMatchObject({ started_at: at })
    server.clock.advance(60)
    const done = await updateTask(ann.ctx(), { id }, { status: 'done' })
    expect(done).toMatchObject({ started_at: at, completed_at: at + 60_000 })
    server.clock.advance(60)
    expect(await updateTask(ann.ctx(), { id }, { name: 'x' })).toMatchObject({ completed_at: at + 60_000 })
    const reopened = await updateTask(ann.ctx(), { id }, { status: 'in_progress' })
    expect(reopened).toMatchObject({ started_at: at, completed_at: null })
  })

  test('is given to active members only, each once', async () => {
    const team = await server.team(ann, 'member')
    const project = await createProject(ann.ctx(), team.id, { title: 'P' })
    const ids = [team.member.user.id, ann.user.id, ann.user.id]
    const task = await createTask(ann.ctx(), project.id, { name: 'T', assignee_ids: ids })
    expect(task.assignee_ids).toEqual([ann.user.id, team.member.user.id])
    const bob = await server.person()
    const strange = updateTask(ann.ctx(), { id: task.id }, { assignee_ids: [bob.user.id] })
    await expect(strange).rejects.toMatchObject({ code: 'invalid' })
    expect((await getTask(ann.ctx(), task.id)).assignee_ids).toEqual(task.assignee_ids)
    expect((await updateTask(ann.ctx(), { id: task.id }, { assignee_ids: [] })).assignee_ids).toEqual([])
  })

  test('is found by whom it is given to', async () => {
    const team = await server.team(ann, 'member')
    const project = await createProject(ann.ctx(), team.id, { title: 'P' })
    const [me, other] = [ann.user.id, team.member.user.id]
    const give = (name: string, assignee_ids: number[]) =>
      createTask(ann.ctx(), project.id, { name, assignee_ids })
    await give('Both', [me, other])
    await give('Mine', [me])
    await give('Nobody’s', [])
    const givenTo = async (...assigneeIds: number[]) =>
      (await listTasks(ann.ctx(), { workspaceId: team.id, assigneeIds }, all)).rows.map((row) => row.name)
    expect(await givenTo(other)).toEqual(['Both'])
    expect(await givenTo(me, other)).toEqual(['Both', 'Mine'])
    expect(await givenTo()).toEqual([])
  })

  test('has tags, named or by their ids, each once, until they are changed', async () => {
    const known = await createTag(ann.ctx(), ann.workspaceId, { name: 'Urgent' })
    const fields = { name: 'T', tags: ['urgent', 'alpha', 'alpha'], tag_ids: [known.id, known.id] }
    const task = await createTask(ann.ctx(), projectId, fields)
    expect(task.tags).toEqual([
      { id: expect.any(Number), name: 'alpha' },
      { id: known.id, name: 'Urgent' },
    ])
    const [alpha] = task.tags
    expect(await getTask(ann.ctx(), task.id)).toEqual(task)
    const { rows } = await listTasks(ann.ctx(), { projectIds: [projectId] }, all)
    expect(rows.map((row) => row.tags)).toEqual([task.tags])
    const renamed = await updateTask(ann.ctx(), { id: task.id }, { name: 'U' })
    expect(renamed.tags).toEqual(task.tags)
    expect((await updateTask(ann.ctx(), { id: task.id }, { tag_ids: [known.id] })).tags).toHaveLength(1)
    expect((await updateTask(ann.ctx(), { id: task.id }, { tags: ['ALPHA'] })).tags).toEqual([alpha])
    expect((await updateTask(ann.ctx(), { id: task.id }, { tags: [] })).tags).toEqual([])
  })

  test('is found by any of its tags, or by part of one, taken literally', async () => {
    const { id: first } = await createTask(ann.ctx(), projectId, { name: 'A', tags: ['50% off', 'Été'] })
    const { id: second } = await createTask(ann.ctx(), projectId, { name: 'B', tags: ['urgent'] })
    await make('C')
    const tagged = async (...words: string[]) =>
      (await listTasks(ann.ctx(), { projectIds: [projectId], tagged: words }, all)).rows.map((row) => row.id)
    expect(await tagged('0% OFF')).toEqual([first])
    expect(await tagged('éTÉ', 'URG')).toEqual([first, second])
    expect(await tagged('u%t')).toEqual([])
    expect(await tagged()).toEqual([])
    await deleteTag(ann.ctx(), { id: (await getTask(ann.ctx(), second)).tags[0]!.id })
    expect(await tagged('urgent')).toEqual([])
  })

  test('has no tags of other workspaces', async () => {
    const bob = await server.person()
    const foreign = await createTag(bob.ctx(), bob.workspaceId, { name: 'x' })
    const task = await make('T')
    for (const id of [foreign.id, 2_000_000_000]) {
      await expect(updateTask(ann.ctx(), { id: task.id }, { tag_ids: [id] })).rejects.toMatchObject(notFound)
      await expect(createTask(ann.ctx(), projectId, { name: 'U', tag_ids: [id] })).rejects.toMatchObject(
        notFound,
      )
    }
    expect((await getTask(ann.ctx(), task.id)).tags).toEqual([])
  })

  test('has its tags again by undo, but for those that are deleted by then', async () => {
    const task = await createTask(ann.ctx(), projectId, { name: 'T', tags: ['a', 'b'] })
    const [a, b] = task.tags
    const change = ann.ctx()
    await updateTask(change, { id: task.id }, { tags: ['c'] })
    await undoOperation(ann.ctx(), change.operation.id)
    expect((await getTask(ann.ctx(), task.id)).tags).toEqual([a, b])
    const deletion = ann.ctx()
    await deleteTask(deletion, { id: task.id })
    const tagDeletion = ann.ctx()
    await deleteTag(tagDeletion, { id: a!.id })
    await undoOperation(ann.ctx(), deletion.operation.id)
    expect((await getTask(ann.ctx(), task.id)).tags).toEqual([b])
    const other = await createTask(ann.ctx(), projectId, { name: 'U', tags: ['b'] })
    const again = ann.ctx()
    await deleteTag(again, { id: b!.id })
    expect((await getTask(ann.ctx(), other.id)).tags).toEqual([])
    await undoOperation(ann.ctx(), again.operation.id)
    expect((await getTask(ann.ctx(), other.id)).tags).toEqual([b])
  })

  test('keeps a tag from being taken back that was made before it', async () => {
    const ctx = ann.ctx()
    const tag = await createTag(ctx, ann.workspaceId, { name: 'used' })
    const task = await createTask(ann.ctx(), projectId, { name: 'T', tag_ids: [tag.id] })
    const undone = undoOperation(ann.ctx(), ctx.operation.id)
    await expect(undone).rejects.toMatchObject({ code: 'conflict', reason: 'in_use' })
    await deleteTask(ann.ctx(), { id: task.id })
    await expect(undoOperation(ann.ctx(), ctx.operation.id)).resolves.toBeUndefined()
  })

  test('leaves its entries on the project when it is deleted, unless one is locked', async () => {
    const task = await make('Design')
    const entry = await createEntry(ann.ctx(), { ...anHour, task_id: task.id })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { locked_before: '2026-03-03' })
    await expect(deleteTask(ann.ctx(), { id: task.id })).rejects.toMatchObject({ code: 'locked' })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { locked_before: null })
    await deleteTask(ann.ctx(), { id: task.id })
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ project_id: projectId, task_id: null })
    await expect(getTask(ann.ctx(), task.id)).rejects.toMatchObject(notFound)
  })

  test('is as visible as its project', async () => {
    const team = await server.team(ann, 'member')
    const project = await createProject(ann.ctx(), team.id, { title: 'P' })
    const task = await createTask(ann.ctx(), project.id, { name: 'T' })
    await expect(getTask(team.member.ctx(), task.id)).resolves.toBeDefined()
    await updateProject(ann.ctx(), { id: project.id }, { is_private: true })
    await expect(getTask(team.member.ctx(), task.id)).rejects.toMatchObject(notFound)
    expect((await listTasks(team.member.ctx(), { workspaceId: team.id }, all)).rows).toEqual([])
    const blind = createTask(team.member.ctx(), project.id, { name: 'U' })
    await expect(blind).rejects.toMatchObject(notFound)
    const bob = await server.person()
    await expect(getTask(bob.ctx(), task.id)).rejects.toMatchObject(notFound)
  })

  test('is refused with a due day that does not exist', async () => {
    const due = createTask(ann.ctx(), projectId, { name: 'T', due_on: '2026-02-30' })
    await expect(due).rejects.toMatchObject({ code: 'invalid', fields: { due_on: expect.any(String) } })
  })
})
