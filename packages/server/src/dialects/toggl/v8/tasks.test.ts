import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask } from '../../../core/tasks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, eightCalls, nothing, short, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let toggl: Calls
let wid: number

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2013-03-06T12:15:37Z')
  ann = await server.person({ name: 'John Swift' })
  toggl = togglCalls(server, ann)
  wid = ann.workspaceId
})
afterAll(() => server.close())

const at = '2013-03-06T12:15:37+00:00'
const { get, post, put, remove } = eightCalls(() => toggl)

describe('tasks', () => {
  test('are made, shown, changed with more fields, listed and deleted', async () => {
    const { id: pid } = await createProject(ann.ctx(), wid, { title: 'Site' })
    const made = await post('/tasks', { task: { name: 'A new task', pid } })
    const { id } = made.body.data
    expect(made.body.data).toEqual({
      name: 'A new task',
      id,
      wid,
      pid,
      active: true,
      estimated_seconds: 0,
      tracked_seconds: 0,
    })
    const started_at = Date.UTC(2013, 2, 5)
    await createEntry(ann.ctx(), { task_id: id, started_at, ended_at: started_at + 1200_000 })
    const shown = { ...made.body.data, tracked_seconds: 1200, at }
    expect(await get(`/tasks/${id}`)).toEqual({ data: shown })
    expect(await get(`/projects/${pid}/tasks`)).toEqual([shown])

    const changed = await put(`/tasks/${id}`, {
      task: { active: false, estimated_seconds: 3600, uid: ann.user.id, fields: 'done_seconds,uname' },
    })
    const done = { ...shown, active: false, estimated_seconds: 3600, uid: ann.user.id }
    expect(changed.body).toEqual({ data: { ...done, done_seconds: 1200, uname: 'John Swift' } })
    expect(await get(`/workspaces/${wid}/tasks`)).toBeNull()
    expect(await get(`/workspaces/${wid}/tasks?active=false`)).toEqual([done])
    expect(await get(`/workspaces/${wid}/tasks?active=both`)).toEqual([done])

    expect(short(await remove(`/tasks/${id}`))).toEqual([200, [id]])
    expect(short(await toggl.get(`/api/v8/tasks/${id}`))).toEqual(nothing)
  })

  test('are changed and deleted several at once', async () => {
    const { id: pid } = await createProject(ann.ctx(), wid, { title: 'Site' })
    const ids = []
    for (const name of ['A', 'B']) ids.push((await createTask(ann.ctx(), pid, { name })).id)
    const { body } = await put(`/tasks/${ids.join(',')}`, { task: { active: false } })
    expect(body.data).toMatchObject(ids.map((id) => ({ id, active: false })))
    expect(short(await put(`/tasks/${ids[0]},2000000000`, { task: { active: true } }))).toEqual(nothing)
    expect((await get(`/tasks/${ids[0]}`)).data.active).toBe(false)
    expect(short(await remove(`/tasks/${ids.join(',')}`))).toEqual([200, ids])
  })

  test('want a name of their own and a project', async () => {
    const { id: pid } = await createProject(ann.ctx(), wid, { title: 'Site' })
    const make = (task: object) => post('/tasks', { task })
    await make({ name: 'A', pid })
    expect(short(await make({ name: 'A', pid }))).toEqual([404, ['Name has already been taken']])
    expect(short(await make({ name: ' ', pid }))).toEqual([404, ["Name can't be blank"]])
    expect(short(await make({ name: 'B' }))).toEqual([404, ["pid can't be blank"]])
    expect(short(await make({ name: 'B', pid: 2000000000 }))).toEqual(nothing)
  })
})
