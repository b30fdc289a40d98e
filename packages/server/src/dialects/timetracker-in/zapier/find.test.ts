import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject, updateProject } from '../../../core/projects/write.ts'
import { createTag } from '../../../core/tags.ts'
import { createTask } from '../../../core/tasks.ts'
import { startTimer, stopTimer } from '../../../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { type Client, integrationClient } from '../testing/client.ts'

let server: TestServer
let ann: Person
let bob: Person
let team: number
let zapier: Client
let workspace_id: string
let project: number
let task: number

const THINGS = ['clients', 'projects', 'tasks', 'tags'] as const

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person({ name: 'Ann' })
  const made = await server.team(ann, 'member')
  team = made.id
  bob = made.member
  zapier = integrationClient(server, ann.token)
  workspace_id = uuidOf('workspace', team)
  for (const name of ['Development', 'DevOps', 'Frontend Dev', 'Design']) {
    server.clock.advance(60)
    await createClient(ann.ctx(), team, { name })
    project = (await createProject(ann.ctx(), team, { title: name })).id
    task = (await createTask(ann.ctx(), project, { name })).id
    await createTag(ann.ctx(), team, { name })
  }
  await createTag(ann.ctx(), ann.workspaceId, { name: 'Dev elsewhere' })
})
afterAll(() => server.close())

const namesOf = ({ body }: { body: { name: string }[] }) => body.map(({ name }) => name)

describe.each(THINGS)('%s', (things) => {
  test('are found by a part of their name, whatever its case, newest first', async () => {
    const found = await zapier.post(`/triggers/${things}/find`, { workspace_id, name: 'dev' })
    expect([found.status, namesOf(found)]).toEqual([200, ['Frontend Dev', 'DevOps', 'Development']])
    const byQuery = await zapier.get(`/triggers/${things}/find?workspace_id=${workspace_id}&name=DEV`)
    expect(byQuery.body).toEqual(found.body)
  })

  test('that are not there are an empty list, and so are those of a workspace that is not there', async () => {
    const other = uuidOf('workspace', (await server.person()).workspaceId)
    for (const [where, name] of [
      [workspace_id, 'nothing like it'],
      [workspace_id, '%'],
      [other, 'dev'],
      ['w1b2', 'dev'],
    ])
      expect(await zapier.post(`/triggers/${things}/find`, { workspace_id: where, name })).toMatchObject({
        status: 200,
        body: [],
      })
  })

  test('are asked for by workspace and name', async () => {
    for (const asked of [
      {},
      { workspace_id },
      { name: 'dev' },
      { workspace_id, name: '' },
      { workspace_id: 7, name: 'x' },
    ])
      expect(await zapier.post(`/triggers/${things}/find`, asked)).toMatchObject({
        status: 400,
        body: { error: 'workspace_id and name are required' },
      })
  })

  test('can be chosen from, newest first, a page at a time', async () => {
    const all = await zapier.get(`/triggers/${things}?workspace_id=${workspace_id}`)
    expect(namesOf(all)).toEqual(['Design', 'Frontend Dev', 'DevOps', 'Development'])
    const second = await zapier.get(`/triggers/${things}?workspace_id=${workspace_id}&per_page=3&page=2`)
    expect(namesOf(second)).toEqual(['Development'])
    const elsewhere = await zapier.get(`/triggers/${things}?workspace_id=${uuidOf('client', team)}`)
    expect([elsewhere.status, elsewhere.body]).toEqual([404, { error: 'Workspace not found' }])
  })
})

test('without a workspace, forms choose from all of one’s own', async () => {
  expect(namesOf(await zapier.get('/triggers/tags'))).toContain('Dev elsewhere')
  const workspaces = await zapier.get('/triggers/workspaces')
  expect(workspaces.body.map(({ id }: { id: string }) => id)).toEqual([
    workspace_id,
    uuidOf('workspace', ann.workspaceId),
  ])
  const people = await zapier.get(`/triggers/team-members?workspace_id=${workspace_id}`)
  expect(people.body.map(({ email }: { email: string }) => email).toSorted()).toEqual(
    [ann.email, bob.email].toSorted(),
  )
  const inProject = await zapier.get(`/triggers/tasks?project_id=${uuidOf('project', project)}`)
  expect(namesOf(inProject)).toEqual(['Design'])
})

test('a project tells what the others call on hold and archived', async () => {
  const find = async () =>
    (await zapier.post('/triggers/projects/find', { workspace_id, name: 'DevOps' })).body[0]
  const found = (await zapier.post('/triggers/projects/find', { workspace_id, name: 'DevOps' })).body[0]
  const { rows } = {
    rows: await server.house.db.kysely
      .selectFrom('project')
      .selectAll()
      .where('title', '=', 'DevOps')
      .execute(),
  }
  const id = rows[0]?.id ?? 0
  expect(found.id).toBe(uuidOf('project', id))
  await updateProject(ann.ctx(), { id }, { status: 'on_hold' })
  expect((await find()).status).toBe('on-hold')
  await updateProject(ann.ctx(), { id }, { is_archived: true })
  expect((await find()).status).toBe('inactive')
})

describe('time entries', () => {
  const at = (hour: number) => Date.UTC(2026, 2, 2, hour)
  let ids: Record<'typed' | 'timed' | 'bobs', string>

  beforeAll(async () => {
    const typed = await createEntry(ann.ctx(), {
      workspace_id: team,
      started_at: at(7),
      ended_at: at(8),
      title: 'Feature work',
      project_id: project,
      task_id: task,
      billing_status: 'billable',
    })
    server.clock.set('2026-03-03T09:00:00Z')
    const { started: timed } = await startTimer(ann.ctx(), {
      workspace_id: team,
      title: 'Feature talk',
      billing_status: 'not_billable',
    })
    server.clock.advance(1800)
    await stopTimer(ann.ctx())
    const bobs = await createEntry(bob.ctx(), {
      workspace_id: team,
      started_at: at(10),
      ended_at: at(12),
      title: 'Of Bob',
    })
    ids = {
      typed: uuidOf('time_entry', typed.id),
      timed: uuidOf('time_entry', timed.id),
      bobs: uuidOf('time_entry', bobs.id),
    }
  })

  const find = async (asked: object, client = zapier) => {
    const { status, body } = await client.post('/triggers/time-entries/find', { workspace_id, ...asked })
    expect([status, body]).toEqual([200, expect.any(Array)])
    return body.map(({ id }: { id: string }) => Object.entries(ids).find(([, each]) => each === id)?.[0])
  }

  test.each([
    [{}, ['timed', 'bobs', 'typed']],
    [{ description: 'FEATURE' }, ['timed', 'typed']],
    [{ billable: 'true' }, ['bobs', 'typed']],
    [{ billable: 'false' }, ['timed']],
    [{ billable: false }, ['timed']],
    [{ manually_entered: 'true' }, ['bobs', 'typed']],
    [{ manuallyEntered: 'false' }, ['timed']],
    [{ date_after: '2026-03-03T00:00:00.000Z' }, ['timed']],
    [{ date_before: '2026-03-02T00:00:00.000Z' }, ['bobs', 'typed']],
    [{ start_time_after: '2026-03-02T10:00:00Z' }, ['timed', 'bobs']],
    [{ start_time_before: '2026-03-02T10:00:00Z' }, ['bobs', 'typed']],
    [{ end_time_after: '2026-03-02T08:00:01Z', end_time_before: '2026-03-02T12:00:00Z' }, ['bobs']],
    [{ project_id: 'nothing' }, []],
    [{ description: 'feature', billable: 'true', manually_entered: 'false' }, []],
  ])('are found by %j', async (asked, expected) => {
    expect(await find(asked)).toEqual(expected)
  })

  test('are found by project, task and member, and only those one may see', async () => {
    expect(await find({ project_id: uuidOf('project', project) })).toEqual(['typed'])
    expect(await find({ task_id: uuidOf('task', task) })).toEqual(['typed'])
    const bobs = (await zapier.get('/triggers/team-members')).body.find(
      ({ email }: { email: string }) => email === bob.email,
    )
    expect(await find({ team_member_id: bobs.id })).toEqual(['bobs'])
    expect(await find({}, integrationClient(server, bob.token))).toEqual(['bobs'])
  })

  test('need a workspace, and filters that make sense', async () => {
    expect(await zapier.post('/triggers/time-entries/find', {})).toMatchObject({
      status: 400,
      body: { error: 'workspace_id is required' },
    })
    expect(
      await zapier.post('/triggers/time-entries/find', { workspace_id, billable: 'maybe' }),
    ).toMatchObject({
      status: 400,
      body: { error: 'Validation error', details: [{ field: 'billable' }] },
    })
  })
})
