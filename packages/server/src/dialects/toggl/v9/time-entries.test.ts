import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createProject, deleteProject } from '../../../core/projects/write.ts'
import { createTask } from '../../../core/tasks.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let toggl: Calls
let path: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2024-12-16T11:00:01.433Z')
  ann = await server.person({ timeZone: 'Europe/Berlin' })
  toggl = togglCalls(server, ann)
  path = `/api/v9/workspaces/${ann.workspaceId}/time_entries`
})
afterAll(() => server.close())

const sent = { created_with: 'test', start: '2024-12-16T10:00:00.000Z' }
const create = async (fields: object) => (await toggl.post(path, { ...sent, ...fields })).body
const read = async (id: number) => (await toggl.get(`/api/v9/me/time_entries/${id}`)).body
const current = async () => (await toggl.get('/api/v9/me/time_entries/current')).body

describe('a new time entry', () => {
  test('of a duration ends by it, and is shown with the keys of the service in their order', async () => {
    const { status, body } = await toggl.post(path, {
      ...sent,
      duration: 3600,
      workspace_id: ann.workspaceId,
    })
    expect(status).toBe(200)
    expect(Object.entries(body)).toEqual([
      ['id', body.id],
      ['workspace_id', ann.workspaceId],
      ['project_id', null],
      ['task_id', null],
      ['billable', false],
      ['start', '2024-12-16T10:00:00Z'],
      ['stop', '2024-12-16T11:00:00Z'],
      ['duration', 3600],
      ['description', null],
      ['tags', null],
      ['tag_ids', null],
      ['duronly', true],
      ['at', '2024-12-16T11:00:01.433Z'],
      ['server_deleted_at', null],
      ['user_id', ann.user.id],
      ['uid', ann.user.id],
      ['wid', ann.workspaceId],
    ])
    expect(await read(body.id)).toEqual({
      ...body,
      start: '2024-12-16T10:00:00+00:00',
      stop: '2024-12-16T11:00:00+00:00',
      tags: [],
      tag_ids: [],
    })
  })

  test('without a word gives back what was sent: an empty description, or none', async () => {
    const body = await create({ duration: 60, description: '' })
    expect(body.description).toBe('')
    expect((await read(body.id)).description).toBe('')
    await toggl.put(`${path}/${body.id}`, { description: null })
    expect((await read(body.id)).description).toBeNull()
    expect((await read((await create({ duration: 60 })).id)).description).toBeNull()
    // Somebody else calls it something, and nothing again.
    const blank = await create({ duration: -1, description: '' })
    await ann.call('PATCH', `/sundial/api/v1/entries/${blank.id}`, { title: 'Work' })
    expect(await read(blank.id)).toMatchObject({ description: 'Work', duration: -1 })
  })

  test.each([-1, -1734343200])(
    'runs with the duration %i, which is given back as it was sent',
    async (duration) => {
      const body = await create({ duration, stop: null })
      expect(body).toMatchObject({ duration, stop: null, start: '2024-12-16T10:00:00Z' })
      expect(await current()).toMatchObject({ id: body.id, duration, stop: null, tags: [] })
    },
  )

  test('without an end or a duration has neither, and later is of no length', async () => {
    const body = await create({})
    expect(body).toMatchObject({ duration: 0, stop: null })
    expect(await read(body.id)).toMatchObject({ duration: 0, stop: '2024-12-16T10:00:00+00:00' })
    expect(await current()).toBeNull()
  })

  test('with an end has the duration between, whatever the offsets', async () => {
    const body = await create({ start: '2024-12-16T11:00:00.900+01:00', stop: '2024-12-16T05:30:30-05:00' })
    expect(body).toMatchObject({
      start: '2024-12-16T10:00:00Z',
      stop: '2024-12-16T10:30:30Z',
      duration: 1830,
    })
  })

  test('goes by its end where the duration says otherwise', async () => {
    const body = await create({ stop: '2024-12-16T10:30:00Z', duration: 60 })
    expect(body).toMatchObject({ stop: '2024-12-16T10:30:00Z', duration: 1800 })
  })

  test('that runs ends what ran before, in every workspace', async () => {
    const team = await server.team(ann)
    const first = await create({ duration: -1 })
    server.clock.advance(60)
    const there = `/api/v9/workspaces/${team.id}/time_entries`
    const start = '2024-12-16T10:30:00Z'
    const { body: second } = await toggl.post(there, { ...sent, start, duration: -1 })
    expect(await current()).toMatchObject({ id: second.id, workspace_id: team.id })
    expect(await read(first.id)).toMatchObject({ stop: '2024-12-16T10:30:00+00:00', duration: 1800 })
  })

  test('has tags by name, made where they do not exist, with their ids in the same order', async () => {
    const body = await create({ duration: 60, tags: ['urgent', 'Ärger'] })
    expect(body.tags.toSorted()).toEqual(['urgent', 'Ärger'])
    const again = await create({ duration: 60, tag_ids: body.tag_ids })
    expect([again.tags, again.tag_ids]).toEqual([body.tags, body.tag_ids])
  })

  test('is on a project by any of its names, and a task brings its project along', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Shop' })
    const task = await createTask(ann.ctx(), project.id, { name: 'Design' })
    for (const fields of [{ project_id: project.id }, { pid: project.id }])
      expect(await create({ ...fields, duration: 60 })).toMatchObject({
        project_id: project.id,
        pid: project.id,
      })
    const onTask = await create({ tid: task.id, duration: 60 })
    expect(onTask).toMatchObject({ project_id: project.id, pid: project.id, task_id: task.id, tid: task.id })
    await deleteProject(ann.ctx(), { id: project.id })
    const after = await read(onTask.id)
    expect(after).toMatchObject({ project_id: null, task_id: null })
    expect(after).not.toHaveProperty('pid')
  })

  test('takes nulls for what is not set, as command lines post whole models, and its own number for itself', async () => {
    const body = await create({
      id: null,
      description: null,
      project_id: null,
      stop: null,
      tags: null,
      billable: null,
      duration: 60,
      color: null,
    })
    expect(body).toMatchObject({ duration: 60, billable: false })
    expect((await create({ id: 1, duration: 60 })).id).not.toBe(1)
  })

  test('is told apart by the name its client gives itself', async () => {
    const { id } = await create({ duration: 60, created_with: 'My script' })
    const row = await server.house.db.kysely
      .selectFrom('entry')
      .select(['via_wire', 'via_client'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row).toEqual({ via_wire: 'toggl', via_client: 'My script' })
  })

  test('is billable as it is sent, else as its project says, else not', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, {
      title: 'Shop',
      default_billing_status: 'billable',
    })
    expect((await create({ duration: 60 })).billable).toBe(false)
    expect((await create({ duration: 60, project_id: project.id })).billable).toBe(true)
    expect((await create({ duration: 60, project_id: project.id, billable: false })).billable).toBe(false)
  })

  test.each<[string, object, string]>([
    [
      'nobody says who writes',
      { created_with: undefined },
      'created_with needs to be provided an a valid string',
    ],
    ['it ends before it begins', { stop: '2024-12-16T09:00:00Z' }, 'Stop time must be after start time'],
    [
      'its description is too long',
      { duration: 1, description: 'x'.repeat(3001) },
      'Maximum length for description (3000 chars) exceeded',
    ],
    [
      'it has too many tags',
      { duration: 1, tags: Array.from({ length: 51 }, (_, index) => `t${index}`) },
      'Tags are limited to 50 per task',
    ],
    [
      'its project is unknown',
      { duration: 1, project_id: 987654 },
      'User cannot access the selected project',
    ],
    ['its task is unknown', { duration: 1, task_id: 987654 }, 'User cannot access selected task'],
    [
      'its workspace is no number',
      { duration: 1, project_id: 'x' },
      'Unexpected "project_id" type string, offset=87',
    ],
  ])('is refused where %s', async (_, fields, message) => {
    const { status, body } = await toggl.post(path, { ...sent, ...fields })
    expect([status, body]).toEqual([400, message])
  })

  test('is refused with 403 in a workspace that is not mine, unknown or foreign alike', async () => {
    const bea = await server.person()
    for (const id of [bea.workspaceId, 987654]) {
      const answer = await toggl.post(`/api/v9/workspaces/${id}/time_entries`, { ...sent, duration: 1 })
      expect([answer.status, answer.body]).toEqual([403, 'User does not have access to this resource.'])
    }
    const answer = await toggl.post('/api/v9/workspaces/mine/time_entries', { ...sent, duration: 1 })
    expect([answer.status, answer.body]).toEqual([400, 'Missing or invalid workspace_id'])
  })
})

describe('a change of a time entry', () => {
  const change = async (id: number, fields: object) => (await toggl.put(`${path}/${id}`, fields)).body

  test('of the start keeps the end, of the duration moves it, of the end makes another duration', async () => {
    const { id } = await create({ duration: 3600 })
    expect(await change(id, { start: '2024-12-16T10:30:00Z' })).toMatchObject({
      stop: '2024-12-16T11:00:00Z',
      duration: 1800,
    })
    expect(await change(id, { duration: 600 })).toMatchObject({ stop: '2024-12-16T10:40:00Z', duration: 600 })
    expect(await change(id, { stop: '2024-12-16T10:45:00Z' })).toMatchObject({ duration: 900 })
    expect(await change(id, { start: '2024-12-16T08:00:00Z', duration: 60 })).toMatchObject({
      start: '2024-12-16T08:00:00Z',
      stop: '2024-12-16T08:01:00Z',
    })
  })

  test('of tags replaces them, adds to them, or takes from them in the words of both versions', async () => {
    const { id } = await create({ duration: 60, tags: ['a', 'b'] })
    expect((await change(id, { tags: ['b', 'c'], tag_action: 'add' })).tags).toEqual(['a', 'b', 'c'])
    expect((await change(id, { tags: ['a', 'unknown'], tag_action: 'delete' })).tags).toEqual(['b', 'c'])
    expect((await change(id, { tags: ['c'], tag_action: 'remove' })).tags).toEqual(['b'])
    expect((await change(id, { tags: ['d'] })).tags).toEqual(['d'])
    expect((await change(id, { description: 'Kept' })).tags).toEqual(['d'])
    expect((await change(id, { tags: [] })).tags).toEqual([])
  })

  test('lets it run again by a negative duration, and ends it by any other', async () => {
    const { id } = await create({ duration: 60 })
    expect(await change(id, { duration: -1, stop: null })).toMatchObject({ duration: -1, stop: null })
    expect(await current()).toMatchObject({ id })
    expect(await change(id, { duration: 120 })).toMatchObject({ duration: 120, stop: '2024-12-16T10:02:00Z' })
  })

  test('takes the whole entry back as it was read, running or not, and changes nothing', async () => {
    for (const fields of [{ duration: 60, tags: ['a'] }, { duration: -1 }]) {
      const { id } = await create(fields)
      const before = await read(id)
      expect((await toggl.put(`${path}/${id}`, before)).status).toBe(200)
      expect({ ...(await read(id)), at: '' }).toEqual({ ...before, at: '' })
    }
  })

  test('empties what is null, and leaves invoiced time billable', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Shop' })
    const { id } = await create({ duration: 60, description: 'x', project_id: project.id, billable: true })
    expect(await change(id, { description: null, project_id: null })).toMatchObject({
      description: null,
      project_id: null,
      billable: true,
    })
    await ann.call('PATCH', `/sundial/api/v1/entries/${id}`, { billing_status: 'billed' })
    expect(await change(id, { billable: true })).toMatchObject({ billable: true })
    const refused = await toggl.put(`${path}/${id}`, { billable: false })
    expect([refused.status, refused.body]).toEqual([400, "Entries can't be added or edited in this period"])
  })

  test('of a colleague is for who names them and manages the workspace', async () => {
    const team = await server.team(ann, 'member')
    const there = `/api/v9/workspaces/${team.id}/time_entries`
    const { body } = await togglCalls(server, team.member).post(there, { ...sent, duration: 60 })
    expect((await toggl.put(`${there}/${body.id}`, { description: 'By Ann' })).status).toBe(403)
    const named = await toggl.put(`${there}/${body.id}`, {
      description: 'By Ann',
      user_id: team.member.user.id,
    })
    expect([named.status, named.body.description]).toEqual([200, 'By Ann'])
    const other = togglCalls(server, (await server.team(ann, 'member')).member)
    expect((await other.put(`${there}/${body.id}`, { description: 'No' })).status).toBe(403)
  })

  test.each(['987654', 'x'])('is refused with 404 for the entry %s', async (id) => {
    for (const answer of [await toggl.put(`${path}/${id}`, {}), await toggl.remove(`${path}/${id}`)])
      expect([answer.status, answer.body]).toEqual([404, 'Time entry not found'])
  })

  test('is refused with 404 through another of my workspaces', async () => {
    const team = await server.team(ann)
    const { id } = await create({ duration: 60 })
    expect((await toggl.put(`/api/v9/workspaces/${team.id}/time_entries/${id}`, {})).status).toBe(404)
  })

  test('is refused in a locked period', async () => {
    const { id } = await create({ duration: 60 })
    await ann.call('PATCH', `/sundial/api/v1/workspaces/${ann.workspaceId}`, { locked_before: '2024-12-17' })
    const words = "Entries can't be added or edited in this period"
    expect((await toggl.put(`${path}/${id}`, { description: 'x' })).body).toBe(words)
    expect(await create({ duration: 60 })).toBe(words)
  })
})

describe('stopping', () => {
  test('ends an entry now, once', async () => {
    const { id } = await create({ duration: -1, start: '2024-12-16T11:00:00Z', description: 'Write' })
    server.clock.advance(90)
    const { status, body } = await toggl.patch(`${path}/${id}/stop`)
    expect([status, body.stop, body.duration, body.tags]).toEqual([200, '2024-12-16T11:01:31Z', 91, []])
    const again = await toggl.patch(`${path}/${id}/stop`)
    expect([again.status, again.body]).toEqual([409, 'Time entry already stopped'])
    expect((await toggl.patch(`${path}/987654/stop`)).status).toBe(404)
    expect((await toggl.patch(`${path}/x/stop`)).body).toBe('Invalid or missing time_entry_id')
    expect(await current()).toBeNull()
  })
})

describe('a patch of many', () => {
  test('changes each for itself and says which it could not', async () => {
    const [one, two] = [await create({ duration: 60, tags: ['a'] }), await create({ duration: 60 })]
    const { status, body } = await toggl.patch(`${path}/${one.id},987654,${two.id}`, [
      { op: 'replace', path: '/description', value: 'Together' },
      { op: 'add', path: '/tags', value: ['b'] },
      { op: 'remove', path: '/tags', value: ['a'] },
    ])
    expect([status, body]).toEqual([
      200,
      { success: [one.id, two.id], failure: [{ id: 987654, message: 'Time entry not found' }] },
    ])
    for (const { id } of [one, two])
      expect(await read(id)).toMatchObject({ description: 'Together', tags: ['b'] })
  })

  test('removes every tag where it does not say which', async () => {
    const { id } = await create({ duration: 60, tags: ['a', 'b'] })
    await toggl.patch(`${path}/${id}`, [{ op: 'remove', path: '/tags' }])
    expect((await read(id)).tags).toEqual([])
  })

  test.each<[string, unknown]>([
    ['JSON is not valid', {}],
    ['No patchable fields defined', []],
    ['Invalid op: copy', [{ op: 'copy', path: '/description' }]],
    ['Invalid path format: description', [{ op: 'replace', path: 'description' }]],
    ['Path not found: /id', [{ op: 'replace', path: '/id', value: 1 }]],
  ])('is refused with "%s"', async (message, operations) => {
    const { id } = await create({ duration: 60 })
    const { status, body } = await toggl.patch(`${path}/${id}`, operations)
    expect([status, body]).toEqual([400, message])
  })

  test('takes at most a hundred', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => index + 1).join(',')
    const operations = [{ op: 'replace', path: '/description', value: 'x' }]
    expect((await toggl.patch(`${path}/${ids}`, operations)).status).toBe(400)
  })
})

describe('a list', () => {
  const ids = async (query: string) =>
    (await toggl.get(`/api/v9/me/time_entries?${query}`)).body.map((entry: { id: number }) => entry.id)

  test('has those of a range, whose end no longer counts, newest first, by the days of the person', async () => {
    const days = ['2024-12-14T23:00:00Z', '2024-12-15T22:59:59Z', '2024-12-15T23:00:00Z']
    const made = []
    for (const start of days) made.push((await create({ start, duration: 1 })).id)
    expect(await ids('start_date=2024-12-15&end_date=2024-12-16')).toEqual([made[1], made[0]])
    expect(await ids('start_date=2024-12-15T22:59:59Z&end_date=2024-12-15T23:00:00Z')).toEqual([made[1]])
    expect(await ids('before=2024-12-15')).toEqual([])
    expect(await ids('before=2024-12-16')).toEqual([made[1], made[0]])
  })

  test('without a range has the last nine days and what is to come', async () => {
    const old = (await create({ start: '2024-12-01T09:00:00Z', duration: 1 })).id
    const recent = (await create({ start: '2024-12-08T09:00:00Z', duration: 1 })).id
    const future = (await create({ start: '2024-12-20T09:00:00Z', duration: 1 })).id
    expect(await ids('')).toEqual([future, recent])
    expect(await ids('start_date=1999-01-01&end_date=2100-01-01')).toEqual([future, recent, old])
  })

  test('since a moment has what changed, and what is deleted as such', async () => {
    const kept = (await create({ duration: 1 })).id
    const gone = (await create({ duration: 1 })).id
    server.clock.advance(100)
    const since = Math.floor(server.clock.now / 1000)
    expect(await ids(`since=${since}`)).toEqual([])
    const deleted = await toggl.remove(`${path}/${gone}`)
    expect([deleted.status, deleted.body]).toEqual([200, ''])
    const { body } = await toggl.get(`/api/v9/me/time_entries?since=${since}`)
    expect(body).toMatchObject([{ id: gone, server_deleted_at: '2024-12-16T11:01:41+00:00' }])
    expect(await ids('')).toEqual([kept])
    const lookup = await toggl.get(`/api/v9/me/time_entries/${gone}`)
    expect([lookup.status, lookup.body]).toEqual([404, 'Resource can not be found'])
  })

  test('with meta has names and colours', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'Acme' })
    const project = await createProject(ann.ctx(), ann.workspaceId, {
      title: 'Shop',
      client_id: client.id,
      color: '#0B83D9',
    })
    const task = await createTask(ann.ctx(), project.id, { name: 'Design' })
    await create({ duration: 60, task_id: task.id })
    const { body } = await toggl.get('/api/v9/me/time_entries?meta=true')
    expect(body[0]).toMatchObject({
      client_name: 'Acme',
      project_name: 'Shop',
      project_color: '#0b83d9',
      project_active: true,
      project_billable: false,
      task_name: 'Design',
      user_name: ann.user.name,
    })
    await ann.call('PATCH', `/sundial/api/v1/workspaces/${ann.workspaceId}`, {
      default_billing_status: 'billable',
    })
    expect((await toggl.get('/api/v9/me/time_entries?meta=true')).body[0].project_billable).toBe(true)
  })

  test.each([
    ['since=1&before=2024-12-16', "'since' and 'before' can not be present simultaneously"],
    ['since=yesterday', 'Since is expected to be an unix timestamp, integer value'],
    ['start_date=31.12.2024&end_date=2025-01-01', 'Invalid start_date'],
  ])('is refused for %s', async (query, message) => {
    const { status, body } = await toggl.get(`/api/v9/me/time_entries?${query}`)
    expect([status, body]).toEqual([400, message])
  })

  test('is of at most a thousand', async () => {
    const ctx = ann.ctx()
    await server.house.db.kysely
      .insertInto('entry')
      .values(
        Array.from({ length: 1001 }, (_, index) => ({
          workspace_id: ann.workspaceId,
          user_id: ann.user.id,
          search_text: '',
          started_at: ctx.now - index * 1000,
          ended_at: ctx.now,
          break_seconds: 0,
          time_zone: 'UTC',
          started_on: '2024-12-16',
          custom_fields: '{}',
          source: 'manual' as const,
          via_wire: 'test',
          created_at: ctx.now,
          updated_at: ctx.now,
        })),
      )
      .execute()
    expect(await ids('')).toHaveLength(1000)
  })
})

describe('an alias', () => {
  test('of the paths that stand in no document does the same', async () => {
    const body = { ...sent, workspace_id: ann.workspaceId }
    const made = await toggl.post('/api/v9/time_entries', { ...body, duration: 60 })
    expect([made.status, made.body.duration]).toEqual([200, 60])
    const changed = await toggl.put(`/api/v9/time_entries/${made.body.id}`, { description: 'Alias' })
    expect(changed.body.description).toBe('Alias')
    const started = await toggl.post('/api/v9/time_entries/start', { ...body, duration: undefined })
    expect((await toggl.get('/api/v9/time_entries/current')).body.id).toBe(started.body.id)
    expect((await toggl.remove(`/api/v9/time_entries/${made.body.id}`)).status).toBe(200)
    const nowhere = await toggl.post('/api/v9/time_entries', { ...sent, duration: 60 })
    expect([nowhere.status, nowhere.body]).toEqual([400, 'wid is required for time entry creation'])
  })

  test('moves a running entry to the project one picks in another workspace, with its tags', async () => {
    const team = await server.team(ann)
    const project = await createProject(ann.ctx(), team.id, { title: 'Theirs' })
    const { id } = await create({ duration: -1, tags: ['a'] })
    const picked = { pid: project.id, tid: null, wid: team.id }
    const moved = await toggl.put(`/api/v9/time_entries/${id}`, picked)
    expect(moved.body).toMatchObject({ workspace_id: team.id, pid: project.id, duration: -1, tags: ['a'] })
    expect(await current()).toMatchObject({ id: moved.body.id, workspace_id: team.id })
    const bob = await server.person()
    const away = await toggl.put(`/api/v9/time_entries/${moved.body.id}`, { pid: null, wid: bob.workspaceId })
    expect(away.status).toBe(403)
    const back = await toggl.put(`/api/v9/time_entries/${moved.body.id}`, {
      pid: project.id,
      wid: ann.workspaceId,
    })
    expect([back.status, back.body]).toEqual([400, 'User cannot access the selected project'])
  })
})
