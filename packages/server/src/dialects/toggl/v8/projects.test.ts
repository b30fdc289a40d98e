import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject } from '../../../core/projects/write.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { PALETTE } from '../colors.ts'
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
const HOUR_MS = 3600_000
const { get, post, put, remove } = eightCalls(() => toggl)

describe('projects', () => {
  test('are made private, with a colour by its number, and their maker manages them', async () => {
    const client = (await post('/clients', { client: { name: 'A', wid } })).body.data
    const { status, body } = await post('/projects', {
      project: { name: 'An awesome project', wid, cid: client.id, color: '5' },
    })
    expect(status).toBe(200)
    const { id } = body.data
    expect(Object.entries(body.data)).toEqual([
      ['id', id],
      ['wid', wid],
      ['cid', client.id],
      ['name', 'An awesome project'],
      ['billable', false],
      ['is_private', true],
      ['active', true],
      ['template', false],
      ['at', at],
      ['created_at', at],
      ['color', '5'],
      ['auto_estimates', false],
      ['hex_color', PALETTE[5]],
    ])
    expect(await get(`/projects/${id}`)).toEqual(body)
    expect(await get(`/workspaces/${wid}/projects`)).toEqual([body.data])
    expect(await get(`/projects/${id}/project_users`)).toEqual([
      { id: expect.any(Number), pid: id, uid: ann.user.id, wid, manager: true, at },
    ])
  })

  test('are changed', async () => {
    const { id } = (await post('/projects', { project: { name: 'A', wid, is_private: false } })).body.data
    const { body } = await put(`/projects/${id}`, {
      project: {
        name: 'Changed',
        is_private: true,
        color: 6,
        billable: true,
        estimated_hours: 3,
        rate: 50,
        active: false,
      },
    })
    expect(body.data).toMatchObject({
      name: 'Changed',
      is_private: true,
      color: '6',
      hex_color: PALETTE[6],
      billable: true,
      estimated_hours: 3,
      rate: 50,
      active: false,
    })
    expect((await put(`/projects/${id}`, { project: { color: '#0b83da' } })).body.data).toMatchObject({
      color: '0',
      hex_color: '#0b83da',
    })
  })

  test('are refused with a bad colour, a blank name, a name twice, a stranger’s client, or a template', async () => {
    const make = (fields: object) => post('/projects', { project: { name: 'A', wid, ...fields } })
    const bob = await server.person()
    const his = (
      await togglCalls(server, bob).post('/api/v8/clients', { client: { name: 'His', wid: bob.workspaceId } })
    ).body.data
    await make({})
    expect(short(await make({}))).toEqual([404, ['Name has already been taken']])
    expect(short(await make({ name: '' }))).toEqual([404, ["Name can't be blank"]])
    expect(short(await make({ name: 'B', color: '14' }))).toEqual([404, ['Color is invalid']])
    expect(short(await make({ name: 'B', color: {} }))).toEqual([404, ['Color is invalid']])
    expect((await make({ name: 'B', cid: his.id })).status).toBe(404)
    expect((await make({ name: 'B', template_id: 10237 })).status).toBe(402)
    expect((await make({ name: 'B', wid: undefined })).body).toEqual(["wid can't be blank"])
  })

  test('are listed with the hours worked on them on request, and none is a template', async () => {
    const { id } = await createProject(ann.ctx(), wid, { title: 'A' })
    const started_at = Date.UTC(2013, 2, 5)
    await createEntry(ann.ctx(), { project_id: id, started_at, ended_at: started_at + 2.5 * HOUR_MS })
    expect((await get(`/workspaces/${wid}/projects`))[0]).not.toHaveProperty('actual_hours')
    expect((await get(`/workspaces/${wid}/projects?actual_hours=true`))[0].actual_hours).toBe(2)
    expect(await get(`/workspaces/${wid}/projects?only_templates=true`)).toBeNull()
  })

  test('are deleted together, all or none', async () => {
    const ids = []
    for (const title of ['A', 'B']) ids.push((await createProject(ann.ctx(), wid, { title })).id)
    expect(short(await remove(`/projects/${ids.join(',')},2000000000`))).toEqual(nothing)
    expect(await get(`/workspaces/${wid}/projects`)).toHaveLength(2)
    expect(short(await remove(`/projects/${ids.join(',')}`))).toEqual([200, ids])
    expect(await get(`/workspaces/${wid}/projects`)).toBeNull()
  })
})

describe('project users', () => {
  test('come and go, one or several, with their names on request', async () => {
    const team = await server.team(ann, 'member', 'manager')
    const { id: pid } = await createProject(ann.ctx(), team.id, { title: 'Site' })
    const [one, two] = [team.member.user.id, team.manager.user.id]
    const added = await post('/project_users', { project_user: { pid, uid: one, rate: 4.0, manager: true } })
    const first = added.body.data
    expect(Object.entries(first)).toEqual([
      ['id', first.id],
      ['pid', pid],
      ['uid', one],
      ['wid', team.id],
      ['manager', true],
      ['rate', 4],
    ])
    const others = await post('/project_users', { project_user: { pid, uid: `${two},${ann.user.id}` } })
    expect(others.body.data.map((each: { uid: number }) => each.uid)).toEqual([two, ann.user.id])
    const ids = others.body.data.map((each: { id: number }) => each.id)

    const changed = await put(`/project_users/${first.id}`, {
      project_user: { manager: false, rate: 15, fields: 'fullname' },
    })
    expect(changed.body.data).toEqual({
      ...first,
      manager: false,
      rate: 15,
      fullname: team.member.user.name,
      at,
    })
    const all = await put(`/project_users/${ids.join(',')}`, { project_user: { manager: true } })
    expect(all.body.data.map((each: { manager: boolean }) => each.manager)).toEqual([true, true])
    expect(await get(`/workspaces/${team.id}/project_users`)).toHaveLength(3)

    expect(short(await remove(`/project_users/${ids.join(',')}`))).toEqual([200, ids])
    expect(await get(`/projects/${pid}/project_users`)).toMatchObject([{ uid: one, rate: 15 }])
  })

  test('are people of the workspace, each once', async () => {
    const bob = await server.person()
    const { id: pid } = await createProject(ann.ctx(), wid, { title: 'Site' })
    const add = (uid: unknown) => post('/project_users', { project_user: { pid, uid } })
    expect(short(await add(bob.user.id))).toEqual([404, ['Invalid user_id']])
    expect(short(await add(`${ann.user.id},x`))).toEqual([404, ['Invalid user_id']])
    expect(short(await add(undefined))).toEqual([404, ["uid can't be blank"]])
    expect((await add(ann.user.id)).status).toBe(200)
    expect(short(await add(ann.user.id))).toEqual([404, ['Project user already exists']])
    expect((await remove('/project_users/2000000000')).status).toBe(404)
  })
})
