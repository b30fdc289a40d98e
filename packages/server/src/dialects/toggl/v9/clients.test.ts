import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { listProjectsByNumber } from '../../../core/projects/list.ts'
import { createProject } from '../../../core/projects/write.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let calls: Calls
let clients: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.123Z')
  ann = await server.person()
  calls = togglCalls(server, ann)
  clients = `/api/v9/workspaces/${ann.workspaceId}/clients`
})

const NOW = '2026-03-02T09:00:00+00:00'
const make = async (name: string) => (await calls.post(clients, { name })).body.id as number

describe('a client', () => {
  test('is made, shown, changed and deleted', async () => {
    const body = { id: null, name: ' Acme ', notes: 'Pays late', wid: 99, unknown: true }
    const made = await calls.post(clients, body)
    expect(made.status).toBe(200)
    const { id } = made.body
    const acme = { id, wid: ann.workspaceId, archived: false, name: 'Acme', notes: 'Pays late', at: NOW }
    expect(made.body).toEqual(acme)
    expect(Object.keys(made.body)).toEqual(['id', 'wid', 'archived', 'name', 'notes', 'at'])
    expect((await calls.get(`${clients}/${id}`)).body).toEqual(acme)

    const changed = await calls.put(`${clients}/${id}`, { name: 'Acme & Co', notes: null })
    expect(changed.body).toEqual({ id, wid: ann.workspaceId, archived: false, name: 'Acme & Co', at: NOW })

    const deleted = await calls.remove(`${clients}/${id}`)
    expect([deleted.status, deleted.body]).toEqual([200, id])
    expect(deleted.headers['content-type']).toBe('application/json; charset=utf-8')
    expect((await calls.get(clients)).body).toEqual([])
  })

  test('leaves its projects without it when it goes', async () => {
    const id = await make('Acme')
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Site', client_id: id })
    await calls.remove(`${clients}/${id}`)
    const { body } = await calls.get(`/api/v9/workspaces/${ann.workspaceId}/projects/${project.id}`)
    expect(body).toMatchObject({ client_id: null, cid: null })
  })

  test.each([
    [{ name: ' ' }, 'Client name cannot be empty'],
    [{}, 'Client name cannot be empty'],
    [{ name: 'x'.repeat(256) }, 'Client name maximum length is 255'],
    [{ name: 'ACME' }, 'Name has already been taken'],
    [{ name: 7 }, 'Unexpected "name" type number, offset=9'],
    ['{', 'JSON is not valid'],
  ])('is refused with %j', async (body, message) => {
    await make('Acme')
    const answer = await calls.post(clients, body)
    expect([answer.status, answer.body]).toEqual([400, message])
  })

  test('that is not there is answered as the service does, and so is one of another workspace', async () => {
    const stranger = await server.person()
    const foreign = await createClient(stranger.ctx(), stranger.workspaceId, { name: 'Theirs' })
    for (const id of [foreign.id, 999_999_999]) {
      const path = `${clients}/${id}`
      const missing = [404, `No client with ID ${id} was found`]
      for (const answer of [
        await calls.get(path),
        await calls.remove(path),
        await calls.post(`${path}/archive`),
      ])
        expect([answer.status, answer.body]).toEqual(missing)
      const put = await calls.put(path, { name: 'Mine' })
      expect([put.status, put.body]).toEqual([404, "Client doesn't exist in the workspace."])
    }
  })

  test('is not found in another workspace of mine', async () => {
    const id = await make('Acme')
    const team = await server.team(ann)
    expect((await calls.get(`/api/v9/workspaces/${team.id}/clients/${id}`)).status).toBe(404)
  })

  test('needs numbers in its address', async () => {
    const word = await calls.get(`${clients}/first`)
    const message = "We're expecting an integer as part of the url for client_id"
    expect([word.status, word.body]).toEqual([400, message])
    const nowhere = await calls.get('/api/v9/workspaces/home/clients')
    expect([nowhere.status, nowhere.body]).toEqual([400, 'Missing or invalid workspace_id'])
  })

  test('of a workspace that is not mine is nobody’s business', async () => {
    const stranger = await server.person()
    for (const id of [stranger.workspaceId, 999_999_999]) {
      const answer = await calls.get(`/api/v9/workspaces/${id}/clients`)
      expect([answer.status, answer.body]).toEqual([403, 'User does not have access to this resource.'])
    }
  })
})

describe('the list of clients', () => {
  const names = async (query: string) =>
    (await calls.get(`${clients}${query}`)).body.map((each: { name: string }) => each.name)

  test('has those in use, or those put away, or both, and looks for names', async () => {
    await make('Acme')
    const old = await make('Old Acme')
    await make('Zenith')
    await calls.post(`${clients}/${old}/archive`)
    expect(await names('')).toEqual(['Acme', 'Zenith'])
    expect(await names('?status=archived')).toEqual(['Old Acme'])
    expect(await names('?status=both&name=aCm')).toEqual(['Acme', 'Old Acme'])
    expect(await names('?status=both&page=2&per_page=2')).toEqual(['Zenith'])
    expect(await names('?status=both&page=3&per_page=2')).toEqual([])
    const wrong = await calls.get(`${clients}?status=gone`)
    expect([wrong.status, wrong.body]).toEqual([400, 'Client status is invalid'])
  })

  test('of a sync has what has changed, and what is gone', async () => {
    await make('Early')
    const gone = await make('Gone')
    server.clock.advance(60)
    const since = server.clock.now / 1000
    await make('Late')
    await calls.remove(`${clients}/${gone}`)
    const { body } = await calls.get(`/api/v9/me/clients?since=${Math.floor(since)}`)
    expect(body).toEqual([
      {
        id: gone,
        wid: ann.workspaceId,
        archived: false,
        name: 'Gone',
        at: '2026-03-02T09:01:00+00:00',
        server_deleted_at: '2026-03-02T09:01:00+00:00',
      },
      expect.objectContaining({ name: 'Late' }),
    ])
    expect((await calls.get('/api/v9/me/clients')).body).toHaveLength(2)
    expect((await calls.get('/api/v9/clients')).body).toHaveLength(2)
    const wrong = await calls.get('/api/v9/me/clients?since=yesterday')
    expect(wrong.body).toBe('Since is expected to be an unix timestamp, integer value')
  })
})

describe('many clients at once', () => {
  const archivedTitles = async () => {
    const page = { offset: 0, limit: 10, by: 'title_key', order: 'asc' } as const
    const projects = await listProjectsByNumber(ann.ctx(), { isArchived: true }, page)
    return projects.map((project) => project.title)
  }

  test('go to the archive with their projects, and come back with those that are named', async () => {
    const id = await make('Acme')
    const projects = []
    for (const title of ['One', 'Two'])
      projects.push((await createProject(ann.ctx(), ann.workspaceId, { title, client_id: id })).id)
    expect((await calls.post(`${clients}/${id}/archive`)).body).toEqual(projects)
    expect(await archivedTitles()).toEqual(['One', 'Two'])

    const restored = await calls.post(`${clients}/${id}/restore`, { projects: [projects[1]] })
    expect(restored.body).toMatchObject({ id, archived: false })
    expect(await archivedTitles()).toEqual(['One'])
    expect((await calls.post(`${clients}/archive`, [id])).body).toEqual([
      { client_ids: [id], project_ids: [projects[1]] },
    ])
    await calls.post(`${clients}/${id}/restore`, { restore_all_projects: true })
    expect(await archivedTitles()).toEqual([])
  })

  test('are shown and deleted, all of them or none', async () => {
    const [one, two] = [await make('One'), await make('Two')]
    expect((await calls.post(`${clients}/data`, [two, 999_999_999])).body).toEqual([
      expect.objectContaining({ id: two, name: 'Two' }),
    ])
    const half = await calls.post(`${clients}/delete`, [one, 999_999_999])
    expect([half.status, half.body]).toEqual([404, 'No client with ID 999999999 was found'])
    expect((await calls.get(clients)).body).toHaveLength(2)
    const all = await calls.post(`${clients}/delete`, [one, two])
    expect([all.status, all.body]).toEqual([200, ''])
    expect((await calls.get(clients)).body).toEqual([])
    expect((await calls.post(`${clients}/delete`, { ids: [one] })).status).toBe(400)
  })
})
