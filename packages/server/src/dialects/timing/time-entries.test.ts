import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const BATCH = `${API}/time-entries/batch-update`

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  ann = await server.person()
})

async function addProject(
  title: string,
  options: { parentId?: number; workspaceId?: number } = {},
): Promise<number> {
  const { parentId, workspaceId = ann.workspaceId } = options
  return (await createProject(ann.ctx(), workspaceId, { title, parent_id: parentId })).id
}

async function add(
  title: string | null,
  fields: { project_id?: number; notes?: string; billing_status?: 'billed' | 'paid' } = {},
) {
  const times = { started_at: server.clock.now, ended_at: server.clock.now + 3600_000 }
  return `/time-entries/${(await createEntry(ann.ctx(), { title, ...times, ...fields })).id}`
}

async function listed(query: string): Promise<string[]> {
  const { status, body } = await ann.call('GET', `${API}/time-entries?${query}`)
  expect(status).toBe(200)
  return body.data.map((entry: { title: string }) => entry.title).sort()
}

describe('an entry', () => {
  test('is made with both dates; an equal end is one, an earlier end is none', async () => {
    const make = (start: string, end: string) =>
      ann.call('POST', `${API}/time-entries`, { title: 'A', start_date: start, end_date: end })
    const made = await make('2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z')
    expect(made.status).toBe(201)
    expect(Object.keys(made.body)).toEqual(['data'])
    expect(made.body.data).toMatchObject({ duration: 0, is_running: false })
    expect(await make('2026-03-02T08:00:00Z', '2026-03-02T07:59:59Z')).toMatchObject({
      status: 422,
      body: { errors: { end_date: expect.anything() } },
    })
    const long = await make('2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z')
    expect(long.body.data.duration).toBe((Date.UTC(2100, 0, 1) - Date.UTC(2000, 0, 1)) / 1000)
  })

  test('drops what is below a second', async () => {
    const times = { start_date: '2026-03-02T08:00:00.900000Z', end_date: '2026-03-02T08:00:10.100000Z' }
    const { body } = await ann.call('POST', `${API}/time-entries`, { title: 'A', ...times })
    expect(body.data).toMatchObject({ start_date: '2026-03-02T08:00:00.000000+00:00', duration: 10 })
  })

  test('needs a title or a project, when it is made, changed, and changed with others', async () => {
    const project = await addProject('Acme')
    const times = { start_date: '2026-03-02T08:00:00Z', end_date: '2026-03-02T09:00:00Z' }
    const nameless = {
      status: 422,
      body: { errors: { title: expect.anything(), project: expect.anything() } },
    }
    expect(await ann.call('POST', `${API}/time-entries`, times)).toMatchObject(nameless)
    const titled = await add('Titled')
    expect(await ann.call('PUT', API + titled, { title: '' })).toMatchObject(nameless)
    const swapped = await ann.call('PUT', API + titled, { title: '', project })
    expect(swapped).toMatchObject({
      status: 200,
      body: { data: { title: null, project: { self: `/projects/${project}` } } },
    })
    expect(await ann.call('PUT', API + titled, { project: '' })).toMatchObject(nameless)
    const both = [await add('Both', { project_id: project }), titled]
    expect(await ann.call('PATCH', BATCH, { time_entries: both, data: { project: null } })).toMatchObject(
      nameless,
    )
    expect((await ann.call('GET', API + both[0])).body.data.project).not.toBeNull()
  })

  test('goes home without a project, and to the team of a new one, under its own name', async () => {
    const team = await server.team(ann)
    const shared = await addProject('Shared', { workspaceId: team.id })
    const self = await add('A', { project_id: shared })
    const workspaceOf = async () =>
      (await ann.call('GET', self.replace('/time-entries', '/sundial/api/v1/entries'))).body.workspace_id
    expect(await workspaceOf()).toBe(team.id)
    for (const empty of [null, '']) {
      const home = await ann.call('PUT', API + self, { project: empty })
      expect(home.body.data).toMatchObject({ self, project: null })
      expect(await workspaceOf()).toBe(ann.workspaceId)
      const back = await ann.call('PUT', API + self, { project: 'Shared' })
      expect(back.body.data).toMatchObject({ self, project: { self: `/projects/${shared}` } })
      expect(await workspaceOf()).toBe(team.id)
    }
    await ann.call('PUT', API + self, { notes: 'x' })
    expect(await workspaceOf()).toBe(team.id)
  })

  test('keeps its billing status when nothing is said of it, even on another project', async () => {
    const { id } = await createProject(ann.ctx(), ann.workspaceId, {
      title: 'Free',
      default_billing_status: 'not_billable',
    })
    const self = await add('A', { billing_status: 'billed' })
    const moved = await ann.call('PUT', API + self, { project: id, billing_status: '' })
    expect(moved.body.data.billing_status).toBe('billed')
    for (const status of ['not_billable', 'billable', 'billed', 'paid']) {
      const answer = await ann.call('PATCH', API + self, { billing_status: status })
      expect(answer.body.data.billing_status).toBe(status)
    }
    for (const wrong of ['undetermined', 'BILLED', 'free', 1, ['paid']]) {
      const answer = await ann.call('PUT', API + self, { billing_status: wrong })
      expect(answer).toMatchObject({ status: 422, body: { errors: { billing_status: expect.anything() } } })
    }
  })

  test('is deleted for good', async () => {
    const self = await add('A')
    expect(await ann.call('DELETE', API + self)).toMatchObject({ status: 204, body: '' })
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      expect((await ann.call(method, API + self, method === 'PUT' ? {} : undefined)).status).toBe(404)
    }
  })

  test('is shown with its project where that is wanted, without the children', async () => {
    const root = await addProject('Root')
    await addProject('Child', { parentId: root })
    const self = await add('A', { project_id: root })
    const homeless = await add('B')
    for (const flag of ['1', 'true']) {
      const { body } = await ann.call('GET', `${API}${self}?include_project_data=${flag}`)
      expect(body.data.project).toMatchObject({
        self: `/projects/${root}`,
        title: 'Root',
        title_chain: ['Root'],
      })
      expect(body.data.project).not.toHaveProperty('children')
      expect(
        (await ann.call('GET', `${API}${homeless}?include_project_data=${flag}`)).body.data.project,
      ).toBeNull()
    }
    expect((await ann.call('GET', `${API}${self}?include_project_data=0`)).body.data.project).toEqual({
      self: `/projects/${root}`,
    })
  })
})

describe('a list of entries', () => {
  test('holds running ones and finished ones, or those alone that are asked for', async () => {
    await add('Finished')
    await startTimer(ann.ctx(), { title: 'Running' })
    expect(await listed('')).toEqual(['Finished', 'Running'])
    expect(await listed('is_running=1')).toEqual(['Running'])
    expect(await listed('is_running=0')).toEqual(['Finished'])
  })

  test('is newest first, and of those that start together the latest made first', async () => {
    for (const title of ['1', '2', '3']) await add(title)
    server.clock.advance(60)
    await add('4')
    const { body } = await ann.call('GET', `${API}/time-entries`)
    expect(body.data.map((entry: { title: string }) => entry.title)).toEqual(['4', '3', '2', '1'])
  })

  test('is restricted to projects, with those below on request', async () => {
    const root = await addProject('Root')
    const child = await addProject('Child', { parentId: root })
    const deep = await addProject('Deep', { parentId: child })
    await add('on root', { project_id: root })
    await add('on child', { project_id: child })
    await add('on deep', { project_id: deep })
    await add('on none')
    expect(await listed(`projects[]=/projects/${root}`)).toEqual(['on root'])
    expect(await listed(`projects[]=/projects/${root}&include_child_projects=1`)).toEqual([
      'on child',
      'on deep',
      'on root',
    ])
    expect(await listed(`projects[]=/projects/${child}&projects[]=&include_child_projects=true`)).toEqual([
      'on child',
      'on deep',
      'on none',
    ])
  })

  test('is searched for all words in title or notes, in any case, with accents as they are', async () => {
    await add('Client Meeting', { notes: 'about the Café' })
    await add('50% done')
    await add('meeting_room')
    expect(await listed('search_query=meeting')).toEqual(['Client Meeting', 'meeting_room'])
    expect(await listed('search_query=MEET+caf%C3%A9')).toEqual(['Client Meeting'])
    expect(await listed('search_query=cafe')).toEqual([])
    expect(await listed('search_query=%25')).toEqual(['50% done'])
    expect(await listed('search_query=t_n')).toEqual([])
    expect(await listed('search_query=_')).toEqual(['meeting_room'])
  })

  test('is restricted to billing statuses, of which "undetermined" is one to look for', async () => {
    await add('billed', { billing_status: 'billed' })
    await add('paid', { billing_status: 'paid' })
    await add('billable')
    const self = await add('undetermined')
    const id = Number(self.split('/').at(-1))
    await server.house.db.kysely
      .updateTable('entry')
      .set({ billing_status: null })
      .where('id', '=', id)
      .execute()
    expect(await listed('billing_status[]=paid')).toEqual(['paid'])
    expect(await listed('billing_status[]=paid&billing_status[]=undetermined')).toEqual([
      'paid',
      'undetermined',
    ])
    expect(await listed('billing_status=billable')).toEqual(['billable'])
    for (const wrong of ['billing_status[]=free', 'billing_status[a][b]=paid']) {
      expect((await ann.call('GET', `${API}/time-entries?${wrong}`)).status).toBe(422)
    }
  })
})
