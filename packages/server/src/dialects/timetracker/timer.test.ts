import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let client: Client
let project: number

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  ann = await server.person()
  client = await clientOf(server, ann)
  project = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })).id
})
afterAll(() => server.close())

const start = (more: object = {}) => client.post('/timer/start', { project_id: project, ...more })

describe('the timer', () => {
  test('is one, however many are started at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => start()))
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
  })

  test('counts no pause, not even one that is open where it stops', async () => {
    await start()
    server.clock.advance(600)
    await client.post('/timer/pause')
    server.clock.advance(100)
    await client.post('/timer/resume')
    server.clock.advance(60)
    await client.post('/timer/pause')
    server.clock.advance(1000)
    expect((await client.post('/timer/stop')).body.time_entry).toMatchObject({
      duration_seconds: 660,
      break_seconds: 1100,
      paused_at: null,
      end_time: '2026-03-02T09:29:20',
    })
  })

  test('can be stopped at a moment since its start, which is no later than now', async () => {
    await start()
    server.clock.advance(3600)
    for (const stop_time of ['2026-03-02T08:59:59Z', '2026-03-02T10:30:00Z', '2026-03-02', 7]) {
      const { status, body } = await client.post('/timer/stop', { stop_time })
      expect([status, body.error_code]).toEqual([400, 'invalid_stop_time'])
    }
    const { body } = await client.post('/timer/stop', { stop_time: '2026-03-02T10:15:00+00:30' })
    expect(body.time_entry.end_time).toBe('2026-03-02T09:45:00')
  })

  test('that has been stopped stays so, and its first end counts', async () => {
    await start()
    const stops = await Promise.all([client.post('/timer/stop'), client.post('/timer/stop')])
    expect(new Set(stops.map(({ status }) => status))).toEqual(new Set([200, 400]))
  })

  test('that runs in another workspace is not shown here, and lets none start here', async () => {
    const { id } = await server.team(ann)
    const { started } = await startTimer(ann.ctx(), { workspace_id: id, title: 'Elsewhere' })
    expect((await client.get('/timer/status')).body).toEqual({ active: false, timer: null })
    const { status, body } = await start()
    expect([status, body.error_code, body.timer]).toEqual([409, 'timer_already_running', null])
    expect((await client.post('/timer/stop')).body.error_code).toBe('no_active_timer')
    expect((await client.get(`/time-entries/${started.id}`)).status).toBe(404)
    const there = await clientOf(server, ann, { workspaceId: id })
    expect((await there.get('/timer/status')).body).toMatchObject({ active: true, timer: { id: started.id } })
  })

  test('that another wire starts without a project is shown with none', async () => {
    await startTimer(ann.ctx(), { title: 'Think' })
    expect((await client.get('/timer/status')).body).toMatchObject({
      active: true,
      timer: {
        project_id: null,
        project: null,
        notes: 'Think',
        source: 'auto',
        duration_formatted: '00:00:00',
      },
    })
  })

  test('takes a task, notes and tags along', async () => {
    const { body: made } = await client.post('/tasks', { name: 'Draw', project_id: project })
    const { body } = await start({ task_id: made.task.id, notes: 'Lines\nand dots', tags: 'b,a' })
    expect(body.timer).toMatchObject({ task: 'Draw', notes: 'Lines\nand dots', tags: 'a, b', billable: true })
  })
})
