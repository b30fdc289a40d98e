import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../core/clients.ts'
import { getEntry } from '../../core/entries/read.ts'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
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
  server.clock.set('2026-03-02T18:00:00Z')
  ann = await server.person()
  client = await clientOf(server, ann)
  project = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })).id
})
afterAll(() => server.close())

const hour = (start: number, more: object = {}) => ({
  project_id: project,
  start_time: `2026-03-02T${String(start).padStart(2, '0')}:00:00`,
  end_time: `2026-03-02T${String(start + 1).padStart(2, '0')}:00:00`,
  ...more,
})
const made = async (body: object) => (await client.post('/time-entries', body)).body.time_entry
const listed = async (query = '') =>
  (await client.get(`/time-entries${query}`)).body.time_entries.map(({ id }: { id: number }) => id)

describe('notes', () => {
  test.each([
    ['Work on feature', 'Work on feature', null],
    ['Work on feature\nand on tests\n\nand more', 'Work on feature', 'and on tests\n\nand more'],
    [' \n\nLate start ', 'Late start', null],
    ['First\n\n  - indented\nlast', 'First', '\n  - indented\nlast'],
    [`${'x'.repeat(3001)}\nrest`, null, `${'x'.repeat(3001)}\nrest`],
    ['', null, null],
  ])('are what others call the title and the notes: %j', async (notes, title, rest) => {
    const { id, notes: shown } = await made(hour(9, { notes }))
    expect(await getEntry(ann.ctx(), id)).toMatchObject({ title, notes: rest })
    expect(shown).toBe(notes.trim() || null)
  })

  test('stay where an update says nothing of them, and go where it empties them', async () => {
    const { id } = await made(hour(9, { notes: 'First\nand more' }))
    expect((await client.patch(`/time-entries/${id}`, { tags: 'a' })).body.time_entry.notes).toBe(
      'First\nand more',
    )
    expect((await client.patch(`/time-entries/${id}`, { notes: '' })).body.time_entry.notes).toBeNull()
  })
})

describe('a client that was offline', () => {
  const key = { 'idempotency-key': 'queue-1' }

  test('makes one entry, however often it sends it and however much at once', async () => {
    const send = () => client.post('/time-entries', hour(9), key)
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.time_entry.id)).size).toBe(1)
    expect(await listed()).toHaveLength(1)
  })

  test('tries again under the same key after a refusal, which is not kept', async () => {
    expect((await client.post('/time-entries', hour(9, { project_id: 0 }), key)).status).toBe(400)
    expect((await client.post('/time-entries', hour(9), key)).status).toBe(201)
  })

  test('gets the first answer for a day, even where the entry has gone since', async () => {
    const { body: first } = await client.post('/time-entries', hour(9), key)
    await client.remove(`/time-entries/${first.time_entry.id}`)
    server.clock.advance(24 * 3600)
    expect((await client.post('/time-entries', hour(9), key)).body).toEqual(first)
    server.clock.advance(1)
    const { body: second } = await client.post('/time-entries', hour(9), key)
    expect(second.time_entry.id).not.toBe(first.time_entry.id)
  })

  test('has keys of its own, which another key of the same person does not know', async () => {
    const other = await clientOf(server, ann)
    expect((await client.post('/time-entries', hour(9), key)).status).toBe(201)
    expect((await other.post('/time-entries', hour(10), key)).status).toBe(201)
    expect(await listed()).toHaveLength(2)
  })

  test('does not write over what somebody changed in between', async () => {
    const { id, updated_at } = await made(hour(9, { notes: 'Mine' }))
    server.clock.advance(60)
    const theirs = await client.patch(`/time-entries/${id}`, { notes: 'Theirs', if_updated_at: updated_at })
    expect(theirs.status).toBe(200)
    const mine = await client.patch(`/time-entries/${id}`, { notes: 'Mine', if_updated_at: updated_at })
    expect([mine.status, mine.body.error_code]).toEqual([409, 'conflict'])
    expect((await client.get(`/time-entries/${id}`)).body.time_entry.notes).toBe('Theirs')
    const seen = theirs.body.time_entry.updated_at
    expect((await client.patch(`/time-entries/${id}`, { notes: 'Both', if_updated_at: seen })).status).toBe(
      200,
    )
  })
})

describe('overlapping time', () => {
  test('may touch, and counts for one person, breaks and all', async () => {
    await made(hour(9, { break_seconds: 3000 }))
    expect((await client.post('/time-entries', hour(10))).status).toBe(201)
    expect((await client.post('/time-entries', hour(8))).status).toBe(201)
    const within = { ...hour(9), start_time: '2026-03-02T09:50:00', end_time: '2026-03-02T09:55:00' }
    expect((await client.post('/time-entries', within)).body.error).toMatch(/^This time overlaps/)
    const around = { ...hour(9), start_time: '2026-03-02T07:00:00', end_time: '2026-03-02T12:00:00' }
    expect((await client.post('/time-entries', around)).status).toBe(400)
  })

  test('is refused to a timer that is started in the past, too', async () => {
    await made(hour(16))
    const started = { project_id: project, start_time: '2026-03-02T16:30:00' }
    expect((await client.post('/time-entries', started)).body.error).toMatch(/^This time overlaps/)
    expect((await client.get('/timer/status')).body.active).toBe(false)
  })

  test('is for other wires to allow, and then stays', async () => {
    const { id } = await made(hour(9))
    const times = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
    await createEntry(ann.ctx(), { ...times, title: 'Meeting', overlap: 'allow' })
    expect((await client.patch(`/time-entries/${id}`, { notes: 'Same time' })).status).toBe(200)
  })
})

describe('the list of time entries', () => {
  test('shows what began in the range, newest first, and what runs only where it is asked for', async () => {
    const [one, two] = [await made(hour(9)), await made(hour(14, { billable: false }))]
    const { body } = await client.post('/timer/start', { project_id: project })
    const running = body.timer.id
    expect(await listed()).toEqual([two.id, one.id])
    expect(await listed('?include_active=true')).toEqual([running, two.id, one.id])
    expect(await listed('?end_date=2026-03-02T13:59:59')).toEqual([one.id])
    expect(await listed('?start_date=2026-03-02T14:00:00&end_date=2026-03-02T14:00:00')).toEqual([two.id])
    expect(await listed('?billable=TRUE')).toEqual([one.id])
    expect(await listed('?billable=no')).toEqual([two.id])
  })

  test('can be narrowed to a project, and to nothing by one that is not there', async () => {
    const { id: other } = await createProject(ann.ctx(), ann.workspaceId, { title: 'Beta' })
    const [one, two] = [await made(hour(9)), await made(hour(10, { project_id: other }))]
    expect(await listed(`?project_id=${other}`)).toEqual([two.id])
    expect(await listed('?project_id=2000000000')).toEqual([])
    expect(await listed('?project_id=acme')).toEqual([two.id, one.id])
  })
})

test('an entry for a client has no project until it gets one, and the client is that of the project then', async () => {
  const { id: client_id } = await createClient(ann.ctx(), ann.workspaceId, { name: 'Big' })
  const entry = await made(hour(9, { project_id: undefined, client_id }))
  expect(entry).toMatchObject({ project_id: null, client_id, client: 'Big', project: null })
  const { body } = await client.patch(`/time-entries/${entry.id}`, { project_id: project })
  expect(body.time_entry).toMatchObject({
    project_id: project,
    client_id: null,
    client: null,
    project: 'Acme',
  })
})

test('time before the lock date of the workspace is refused in the words of a closed period', async () => {
  const { id } = await made(hour(9))
  const workspaces = '/sundial/api/v1/workspaces'
  await ann.call('PATCH', `${workspaces}/${ann.workspaceId}`, { locked_before: '2026-03-03' })
  const errors = [
    await client.post('/time-entries', hour(11)),
    await client.patch(`/time-entries/${id}`, { notes: 'Late' }),
    await client.remove(`/time-entries/${id}`),
    await client.post('/timer/start', { project_id: project }),
  ].map(({ status, body }) => [status, body.error])
  expect(errors).toEqual([
    [400, 'Timesheet period is closed for the selected date range'],
    [400, 'Timesheet period is closed for this entry'],
    [400, 'Timesheet period is closed for this entry'],
    [400, 'Timesheet period is closed for this date'],
  ])
})
