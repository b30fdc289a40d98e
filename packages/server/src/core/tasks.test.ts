import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { getEntry } from './entries/read.ts'
import { createEntry } from './entries/write.ts'
import { createProject, updateProject } from './projects/write.ts'
import { listTasks } from './task-lists.ts'
import { createTask, deleteTask, getTask, updateTask } from './tasks.ts'
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
