import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../../../core/projects/write.ts'
import { findTimer, startTimer } from '../../../core/timer.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { type CoreTeam, coreTeam, NOT_FOUND, refusal, rootOf, wrong } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam
let timer: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  team = await coreTeam(server)
  timer = `${team.root}/timer`
})
afterAll(() => server.close())

const nothing = { time_entry: null }
const at = (seconds: number) => new Date(server.clock.now + seconds * 1000).toISOString()

describe('the timer', () => {
  test('starts, is shown while it runs, and stops', async () => {
    const project = await createProject(team.people.owner.ctx(), team.id, { title: 'Website' })
    const sent = { description: 'Work', project_id: uuidOf('project', project.id), billable: false }
    const started = await team.owner.post(`${timer}/start`, { ...sent, start_time: at(-60) })
    expect([started.status, started.body]).toEqual([
      200,
      expect.objectContaining({
        description: 'Work',
        project_name: 'Website',
        billable: false,
        start_time: at(-60),
        end_time: null,
        duration: null,
        manually_entered: false,
      }),
    ])
    expect((await team.owner.get(timer)).body).toEqual({ time_entry: started.body })
    expect((await team.member.get(timer)).body).toEqual(nothing)
    server.clock.advance(120)
    const stopped = await team.owner.post(`${timer}/stop`)
    const ended = { end_time: at(0), duration: 180, updated_at: at(0) }
    expect([stopped.status, stopped.body]).toEqual([200, { ...started.body, ...ended }])
    expect((await team.owner.get(timer)).body).toEqual(nothing)
  })

  test('that runs is stopped by the next start, wherever it runs', async () => {
    const elsewhere = `${rootOf(team.people.owner.workspaceId)}/timer`
    const { body: first } = await team.owner.post(`${elsewhere}/start`, { description: 'First' })
    server.clock.advance(60)
    await team.owner.post(`${timer}/start`, { description: 'Second' })
    const { body } = await team.owner.get(`${rootOf(team.people.owner.workspaceId)}/time-entries/${first.id}`)
    expect(body).toMatchObject({ end_time: at(0), duration: 60 })
    expect((await team.owner.get(timer)).body.time_entry.description).toBe('Second')
  })

  test('stops at a moment since its start, and not before', async () => {
    await team.owner.post(`${timer}/start`, { start_time: at(-600) })
    expect(refusal(await team.owner.post(`${timer}/stop`, { end_time: at(-601) }))).toEqual(wrong('end_time'))
    expect(refusal(await team.owner.post(`${timer}/stop`, { end_time: at(120) }))).toEqual(wrong('end_time'))
    expect(refusal(await team.owner.post(`${timer}/stop`, { end_time: 'now' }))).toEqual(wrong('end_time'))
    expect((await team.owner.post(`${timer}/stop`, { end_time: at(-300) })).body.duration).toBe(300)
  })

  test('that does not run is not found', async () => {
    const { status, body } = await team.owner.post(`${timer}/stop`)
    expect([status, body]).toEqual([
      404,
      { error: { code: 'RESOURCE_NOT_FOUND', message: expect.stringContaining('No timer is running') } },
    ])
  })

  test('of another workspace is neither shown nor stopped', async () => {
    const { owner } = team.people
    await startTimer(owner.ctx(), { workspace_id: owner.workspaceId, title: 'Elsewhere' })
    expect((await team.owner.get(timer)).body).toEqual(nothing)
    expect(refusal(await team.owner.post(`${timer}/stop`))).toEqual(NOT_FOUND)
    expect((await findTimer(owner.ctx()))?.title).toBe('Elsewhere')
    for (const path of ['', '/start', '/stop']) {
      const send = path === '' ? team.member.get : team.member.post
      expect(refusal(await send(`${rootOf(owner.workspaceId)}/timer${path}`))).toEqual(NOT_FOUND)
    }
  })

  test('started on another wire is seen and stopped here', async () => {
    const project = await createProject(team.people.owner.ctx(), team.id, { title: 'Website' })
    await team.people.owner.call('POST', '/timing/api/v1/time-entries/start', {
      project: `/projects/${project.id}`,
      title: 'From afar',
    })
    expect((await team.owner.get(timer)).body.time_entry.description).toBe('From afar')
    server.clock.advance(60)
    await team.owner.post(`${timer}/stop`, {})
    const running = await team.people.owner.call('GET', '/timing/api/v1/time-entries/running')
    expect(running.status).toBe(404)
  })

  test.each([
    [{ billable: 'yes' }, wrong('billable')],
    [{ start_time: 'soon' }, wrong('start_time')],
    [{ start_time: '2099-01-01T00:00:00Z' }, wrong('start_time')],
    [{ description: 7.5, tag_ids: ['x'] }, NOT_FOUND],
    [{ project_id: 'x' }, NOT_FOUND],
  ])('is not started by %j', async (sent, answer) => {
    expect(refusal(await team.owner.post(`${timer}/start`, sent))).toEqual(answer)
    expect((await team.owner.get(timer)).body).toEqual(nothing)
  })

  test('does not start on a project of another workspace', async () => {
    const { owner } = team.people
    const { id } = await createProject(owner.ctx(), owner.workspaceId, { title: 'Mine' })
    const sent = { project_id: uuidOf('project', id) }
    expect(refusal(await team.owner.post(`${timer}/start`, sent))).toEqual(wrong('project_id'))
  })
})
