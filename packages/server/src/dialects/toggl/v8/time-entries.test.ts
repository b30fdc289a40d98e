import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listEntries } from '../../../core/entries/read.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { createTask } from '../../../core/tasks.ts'
import { createToken } from '../../../core/tokens.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, short, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let toggl: Calls

const NOW = '2013-03-12T16:00:00.500Z'
const HOUR_MS = 3600_000

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set(NOW)
  ann = await server.person({ timeZone: 'Europe/Tallinn' })
  toggl = togglCalls(server, ann)
})
afterAll(() => server.close())

const create = (fields: object) =>
  toggl.post('/api/v8/time_entries', {
    time_entry: {
      created_with: 'curl',
      start: '2013-03-05T07:58:58.000Z',
      duration: 1200,
      wid: ann.workspaceId,
      ...fields,
    },
  })
const read = async (id: number) => (await toggl.get(`/api/v8/time_entries/${id}`)).body.data
const update = async (id: number | string, fields: object) =>
  toggl.put(`/api/v8/time_entries/${id}`, { time_entry: fields })
const guidOf = (id: number) => `00000000-0000-8000-8000-${id.toString(16).padStart(12, '0')}`

const listed = async (query = '') => (await toggl.get(`/api/v8/time_entries${query}`)).body

describe('a new time entry', () => {
  test('comes back as it was sent, its start letter for letter', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site' })
    const { status, body } = await create({
      description: 'Meeting with possible clients',
      tags: ['billed'],
      pid: project.id,
      wid: undefined,
    })
    expect(status).toBe(200)
    const { id } = body.data
    expect(Object.entries(body.data)).toEqual([
      ['id', id],
      ['guid', guidOf(id)],
      ['wid', ann.workspaceId],
      ['pid', project.id],
      ['uid', ann.user.id],
      ['billable', false],
      ['start', '2013-03-05T07:58:58.000Z'],
      ['stop', '2013-03-05T08:18:58Z'],
      ['duration', 1200],
      ['description', 'Meeting with possible clients'],
      ['tags', ['billed']],
      ['duronly', false],
      ['at', '2013-03-12T16:00:00+00:00'],
    ])
    expect(await read(id)).toEqual({
      ...body.data,
      start: '2013-03-05T07:58:58+00:00',
      stop: '2013-03-05T08:18:58+00:00',
    })
  })

  test('keeps the offset and the milliseconds of its bounds in the answer', async () => {
    const bounds = { start: '2013-03-05T09:58:58.250+02:00', stop: '2013-03-05T10:58:58.250+02:00' }
    const { body } = await create({ ...bounds, duration: 3600 })
    expect(body.data).toMatchObject({ ...bounds, duration: 3600 })
    expect(await read(body.data.id)).toMatchObject({
      start: '2013-03-05T07:58:58+00:00',
      stop: '2013-03-05T08:58:58+00:00',
    })
  })

  test.each([-1, -1362470338])(
    'runs with the duration %i, which comes back as it was sent',
    async (duration) => {
      const { body } = await create({ start: '2013-03-05T07:58:58.000Z', duration })
      expect(body.data).toMatchObject({ duration, start: '2013-03-05T07:58:58.000Z' })
      expect(body.data).not.toHaveProperty('stop')
      const current = await toggl.get('/api/v8/time_entries/current')
      expect(current.body.data).toEqual({ ...body.data, start: '2013-03-05T07:58:58+00:00' })
    },
  )

  test('has neither description nor tags where none are given', async () => {
    const { body } = await create({ tags: [''] })
    expect(body.data).not.toHaveProperty('description')
    expect(body.data).not.toHaveProperty('tags')
    expect(body.data).not.toHaveProperty('pid')
    expect(body.data).not.toHaveProperty('tid')
  })

  test('is in the workspace of its project, or of its task', async () => {
    const team = await server.team(ann)
    const project = await createProject(ann.ctx(), team.id, { title: 'Site' })
    const task = await createTask(ann.ctx(), project.id, { name: 'Design' })
    const byProject = await create({ wid: undefined, pid: project.id })
    expect(byProject.body.data).toMatchObject({ wid: team.id, pid: project.id })
    const byTask = await create({ wid: undefined, tid: task.id })
    expect(byTask.body.data).toMatchObject({ wid: team.id, pid: project.id, tid: task.id })
  })

  test('has its tags by name, and those that are new are made', async () => {
    const { body } = await create({ tags: ['zebra', 'Alpha', 'middle'] })
    expect(body.data.tags).toEqual(['Alpha', 'middle', 'zebra'])
    expect((await toggl.get(`/api/v8/workspaces/${ann.workspaceId}/tags`)).body).toHaveLength(3)
  })

  test.each<[string, object, string]>([
    ['start', { start: undefined }, "Start can't be blank"],
    ['start, but null', { start: null }, "Start can't be blank"],
    ['start, but empty', { start: '' }, "Start can't be blank"],
    ['duration', { duration: undefined }, "Duration can't be blank"],
    ['created_with', { created_with: '' }, 'created_with needs to be provided an a valid string'],
    ['workspace', { wid: undefined }, 'wid is required for time entry creation'],
  ])('is refused without its %s', async (_, fields, message) => {
    const { status, body, headers } = await create(fields)
    expect([status, body]).toEqual([404, [message]])
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect((await listEntries(ann.ctx(), { whose: 'mine' }, { limit: 9, cursor: null })).rows).toEqual([])
  })

  test('is refused where it ends beyond all dates, or before it starts', async () => {
    const far = await create({ duration: 9e15 })
    expect(short(far)).toEqual([404, ['The end lies too far in the future.']])
    const back = await create({ stop: '2013-03-05T07:00:00Z' })
    expect(short(back)).toEqual([404, ['Stop time must be after start time']])
    expect(await listed()).toBeNull()
  })

  test('is refused outside of its wrapping', async () => {
    const bare = await toggl.post('/api/v8/time_entries', { description: 'Bare' })
    expect([bare.status, bare.body]).toEqual([404, ["time_entry can't be blank"]])
    const broken = await toggl.post('/api/v8/time_entries', '{"time_entry":')
    expect([broken.status, broken.body]).toEqual([404, ['JSON is not valid']])
  })

  test('is refused on what is not mine: 403 for a workspace, 404 for a project', async () => {
    const bob = await server.person()
    const his = await createProject(bob.ctx(), bob.workspaceId, { title: 'His' })
    expect((await create({ wid: bob.workspaceId })).status).toBe(403)
    for (const fields of [{ pid: his.id }, { pid: his.id, wid: undefined }]) {
      const { status, body } = await create(fields)
      expect([status, body]).toEqual([404, ['User cannot access the selected project']])
    }
  })
})

describe('a timer', () => {
  test('starts now, spelt with Z, and stops the one before', async () => {
    const first = (await toggl.post('/api/v8/time_entries/start', { time_entry: { description: 'One' } }))
      .body.data
    expect(Object.entries(first)).toEqual([
      ['id', first.id],
      ['guid', guidOf(first.id)],
      ['wid', ann.workspaceId],
      ['uid', ann.user.id],
      ['billable', false],
      ['start', '2013-03-12T16:00:00Z'],
      ['duration', -1363104000],
      ['description', 'One'],
      ['duronly', false],
      ['at', '2013-03-12T16:00:00+00:00'],
    ])
    expect(await read(first.id)).toEqual({ ...first, start: '2013-03-12T16:00:00+00:00' })

    server.clock.advance(90)
    const second = await toggl.post('/api/v8/time_entries/start', {
      time_entry: { description: 'Two', created_with: 'curl', start: '2013-03-01T00:00:00Z' },
    })
    expect(second.body.data).toMatchObject({ start: '2013-03-12T16:01:30Z', duration: -1363104090 })
    expect(await read(first.id)).toMatchObject({ stop: '2013-03-12T16:01:30+00:00', duration: 90 })
  })

  test('starts where a key that is bound to a workspace belongs', async () => {
    const team = await server.team(ann)
    const { secret } = await createToken(ann.ctx(), {
      name: 'bound',
      kind: 'timing',
      scopes: ['*'],
      workspaceId: team.id,
      expiresAt: null,
      allowedIps: [],
    })
    const bound = togglCalls(server, { token: secret })
    const { body } = await bound.post('/api/v8/time_entries/start', { time_entry: {} })
    expect(body.data.wid).toBe(team.id)
  })

  test('stops once', async () => {
    const { id } = (await toggl.post('/api/v8/time_entries/start', { time_entry: {} })).body.data
    server.clock.advance(60)
    const stopped = await toggl.put(`/api/v8/time_entries/${id}/stop`)
    expect(stopped.body.data).toMatchObject({
      start: '2013-03-12T16:00:00Z',
      stop: '2013-03-12T16:01:00Z',
      duration: 60,
    })
    const again = await toggl.put(`/api/v8/time_entries/${id}/stop`)
    expect([again.status, again.body]).toEqual([409, ['Time entry already stopped']])
    expect((await toggl.put('/api/v8/time_entries/2000000000/stop')).status).toBe(404)
  })

  test('is null where none runs', async () => {
    expect((await toggl.get('/api/v8/time_entries/current')).body).toEqual({ data: null })
  })
})

describe('a change of a time entry', () => {
  test('takes what it names and leaves the rest', async () => {
    const { id } = (await create({ description: 'Before', tags: ['a', 'b'] })).body.data
    server.clock.advance(60)
    const { status, body } = await update(id, {
      description: 'Meeting',
      tags: [''],
      start: '2013-03-05T07:58:58.000Z',
      stop: '2013-03-05T08:58:58.000Z',
      billable: true,
      duronly: true,
    })
    expect(status).toBe(200)
    expect(body.data).toEqual({
      id,
      guid: guidOf(id),
      wid: ann.workspaceId,
      uid: ann.user.id,
      billable: true,
      start: '2013-03-05T07:58:58.000Z',
      stop: '2013-03-05T08:58:58.000Z',
      duration: 3600,
      description: 'Meeting',
      duronly: false,
      at: '2013-03-12T16:01:00+00:00',
    })
    expect((await update(id, { description: null })).body.data).not.toHaveProperty('description')
  })

  test('of the duration moves the stop, of the start keeps it', async () => {
    const { id } = (await create({})).body.data
    expect((await update(id, { duration: 600 })).body.data).toMatchObject({
      start: '2013-03-05T07:58:58Z',
      stop: '2013-03-05T08:08:58Z',
      duration: 600,
    })
    expect((await update(id, { start: '2013-03-05T08:00:00+00:00' })).body.data).toMatchObject({
      start: '2013-03-05T08:00:00+00:00',
      stop: '2013-03-05T08:08:58Z',
      duration: 538,
    })
  })

  test.each<[string, object, string[] | undefined]>([
    ['adds', { tags: ['c', 'a'], tag_action: 'add' }, ['a', 'b', 'c']],
    ['removes', { tags: ['b'], tag_action: 'remove' }, ['a']],
    ['removes the last', { tags: ['a', 'b'], tag_action: 'remove' }, undefined],
    ['replaces', { tags: ['z'] }, ['z']],
  ])('of several at once %s tags', async (_, fields, expected) => {
    const ids = []
    for (const tags of [
      ['a', 'b'],
      ['b', 'a'],
    ])
      ids.push((await create({ tags })).body.data.id)
    const { status, body } = await update(ids.toReversed().join(','), { ...fields, description: 'Ignored' })
    expect(status).toBe(200)
    expect(body.data.map((entry: { id: number }) => entry.id)).toEqual(ids.toReversed())
    for (const entry of body.data) {
      expect(entry.tags).toEqual(expected)
      expect(entry).not.toHaveProperty('description')
    }
  })

  test('of several at once is done to all or none', async () => {
    const { id } = (await create({ tags: ['a'] })).body.data
    const { status, body } = await update(`${id},2000000000`, { tags: ['z'] })
    expect([status, body]).toEqual([404, ['Time entry not found']])
    expect((await read(id)).tags).toEqual(['a'])
    expect((await update(`${id},${id}`, {})).body).toEqual(["tags can't be blank"])
  })

  test.each([true, false])(
    'moves it to the workspace of the project that is named, with the wid or without (%s)',
    async (isNamed) => {
      const team = await server.team(ann)
      const project = await createProject(ann.ctx(), team.id, { title: 'Theirs' })
      const { id } = (await create({ tags: ['a'] })).body.data
      const picked = { pid: project.id, ...(isNamed ? { wid: team.id } : {}) }
      const { status, body } = await update(id, picked)
      expect(status).toBe(200)
      expect(body.data).toMatchObject({ wid: team.id, pid: project.id, tags: ['a'], duration: 1200 })
    },
  )

  test('is refused for what is not there or another’s', async () => {
    const bob = await server.person()
    const his = await createEntry(bob.ctx(), { started_at: 0, ended_at: 1000 })
    for (const id of [his.id, 2000000000, 'x']) {
      const { status, body } = await update(id, { description: 'Mine' })
      expect([status, body]).toEqual([404, ['Time entry not found']])
    }
  })
})

describe('a deleted time entry', () => {
  test('is named in the answer, still shown by id, and in no list', async () => {
    const { data } = (await create({ start: '2013-03-12T10:00:00Z', tags: ['a'] })).body
    server.clock.advance(60)
    const deleted = await toggl.remove(`/api/v8/time_entries/${data.id}`)
    expect([deleted.status, deleted.body]).toEqual([200, [data.id]])
    const moment = '2013-03-12T16:01:00+00:00'
    expect(await read(data.id)).toEqual({
      ...data,
      start: '2013-03-12T10:00:00+00:00',
      stop: '2013-03-12T10:20:00+00:00',
      at: moment,
      server_deleted_at: moment,
    })
    expect(await listed()).toBeNull()
    expect((await toggl.remove(`/api/v8/time_entries/${data.id}`)).status).toBe(404)
    expect((await update(data.id, { description: 'Again' })).status).toBe(404)
  })
})

test('colleagues’ entries are changed by those who manage the workspace, when they name the owner', async () => {
  const team = await server.team(ann, 'member', 'viewer')
  const theirs = await createEntry(team.member.ctx(), {
    workspace_id: team.id,
    started_at: server.clock.now - HOUR_MS,
    ended_at: server.clock.now,
  })
  expect((await update(theirs.id, { description: 'Mine' })).status).toBe(403)
  const named = await update(theirs.id, { description: 'Theirs', uid: team.member.user.id })
  expect(named.body.data).toMatchObject({ description: 'Theirs', uid: team.member.user.id })
  const viewer = togglCalls(server, team.viewer)
  expect((await viewer.get(`/api/v8/time_entries/${theirs.id}`)).status).toBe(404)
})
