import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../../../core/projects/write.ts'
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

describe('clients', () => {
  test('are made, shown, changed, listed and deleted', async () => {
    const made = await post('/clients', { client: { name: 'Very Big Company', wid } })
    const { id } = made.body.data
    expect(made.status).toBe(200)
    expect(Object.entries(made.body.data)).toEqual([
      ['id', id],
      ['wid', wid],
      ['name', 'Very Big Company'],
      ['at', at],
    ])
    expect(await get(`/clients/${id}`)).toEqual(made.body)

    server.clock.advance(60)
    const changed = await put(`/clients/${id}`, {
      client: { notes: 'something about the client', hrate: 12.5, cur: 'USD' },
    })
    const shown = {
      ...made.body.data,
      notes: 'something about the client',
      hrate: 12.5,
      cur: 'USD',
      at: '2013-03-06T12:16:37+00:00',
    }
    expect(changed.body).toEqual({ data: shown })
    expect(await get('/clients')).toEqual([shown])
    expect(await get(`/workspaces/${wid}/clients`)).toEqual([shown])
    expect((await put(`/clients/${id}`, { client: { hrate: null } })).body.data).not.toHaveProperty('hrate')

    expect(short(await remove(`/clients/${id}`))).toEqual([200, [id]])
    expect(await get('/clients')).toBeNull()
    expect(short(await toggl.get(`/api/v8/clients/${id}`))).toEqual(nothing)
  })

  test('want a name of their own and a workspace', async () => {
    expect((await post('/clients', { client: { wid } })).body).toEqual(["Name can't be blank"])
    expect((await post('/clients', { client: { name: 'A' } })).body).toEqual(["wid can't be blank"])
    expect((await post('/clients', { name: 'A' })).body).toEqual(["client can't be blank"])
    const { id } = (await post('/clients', { client: { name: 'A', wid } })).body.data
    expect(short(await post('/clients', { client: { name: 'a', wid } }))).toEqual([
      404,
      ['Name has already been taken'],
    ])
    expect((await put(`/clients/${id}`, { client: { name: ' ' } })).body).toEqual(["Name can't be blank"])
    const bob = await server.person()
    expect((await post('/clients', { client: { name: 'B', wid: bob.workspaceId } })).status).toBe(403)
  })

  test('have the projects in use, or those that are asked for', async () => {
    const { id } = (await post('/clients', { client: { name: 'A', wid } })).body.data
    const shop = await createProject(ann.ctx(), wid, { title: 'Shop', client_id: id })
    await createProject(ann.ctx(), wid, { title: 'Old', client_id: id, is_archived: true })
    await createProject(ann.ctx(), wid, { title: 'Other' })
    const titles = async (query: string) =>
      (await get(`/clients/${id}/projects${query}`)).map((each: { name: string }) => each.name)
    expect(await titles('')).toEqual(['Shop'])
    expect(await titles('?active=false')).toEqual(['Old'])
    expect(await titles('?active=both')).toEqual(['Old', 'Shop'])
    expect((await get(`/clients/${id}/projects`))[0].id).toBe(shop.id)
  })
})

test('tags are made, renamed and deleted', async () => {
  const made = await post('/tags', { tag: { name: 'billed', wid } })
  const { id } = made.body.data
  expect(made.body).toEqual({ data: { id, wid, name: 'billed' } })
  expect((await put(`/tags/${id}`, { tag: { name: 'not billed' } })).body.data).toEqual({
    id,
    wid,
    name: 'not billed',
  })
  expect(await get(`/workspaces/${wid}/tags`)).toEqual([{ id, wid, name: 'not billed', at }])
  expect(short(await post('/tags', { tag: { name: 'Not Billed', wid } }))).toEqual([
    404,
    ['Name has already been taken'],
  ])
  expect((await post('/tags', { tag: { name: '', wid } })).body).toEqual(["Name can't be blank"])
  expect(short(await remove(`/tags/${id}`))).toEqual([200, [id]])
  expect(await get(`/workspaces/${wid}/tags`)).toBeNull()
  expect(short(await remove(`/tags/${id}`))).toEqual(nothing)
})
