import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTag } from '../../../core/tags.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let calls: Calls
let tags: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.120Z')
  ann = await server.person()
  calls = togglCalls(server, ann)
  tags = `/api/v9/workspaces/${ann.workspaceId}/tags`
})

const make = async (name: string) => (await calls.post(tags, { name })).body.id as number

describe('a tag', () => {
  test('is made, renamed and deleted; each answer is one object', async () => {
    const made = await calls.post(tags, { name: ' urgent ', workspace_id: 99 })
    const { id } = made.body
    const at = '2026-03-02T09:00:00.12Z'
    expect([made.status, made.body]).toEqual([200, { id, workspace_id: ann.workspaceId, name: 'urgent', at }])
    expect(Object.keys(made.body)).toEqual(['id', 'workspace_id', 'name', 'at'])
    expect((await calls.put(`${tags}/${id}`, { name: 'Urgent' })).body.name).toBe('Urgent')
    const gone = await calls.remove(`${tags}/${id}`)
    expect([gone.status, gone.body]).toEqual([200, ''])
    expect((await calls.get(tags)).body).toEqual([])
  })

  test.each([
    [{ name: '  ' }, "tag name can't be blank"],
    [{ name: null }, "tag name can't be blank"],
    [{ name: 'URGENT' }, "a tag with the name 'URGENT' already exists"],
  ])('is refused with %j', async (body, message) => {
    await make('urgent')
    const answer = await calls.post(tags, body)
    expect([answer.status, answer.body]).toEqual([400, message])
    const other = await make('other')
    expect((await calls.put(`${tags}/${other}`, body)).body).toBe(message)
  })

  test('that is not there, or not mine, is not found', async () => {
    const stranger = await server.person()
    const foreign = await createTag(stranger.ctx(), stranger.workspaceId, { name: 'theirs' })
    for (const id of [foreign.id, 999_999_999]) {
      const put = await calls.put(`${tags}/${id}`, { name: 'mine' })
      expect([put.status, put.body]).toEqual([404, 'Tag was not found'])
      const gone = await calls.remove(`${tags}/${id}`)
      expect([gone.status, gone.body]).toEqual([404, 'Tag was not found.'])
    }
    const word = await calls.remove(`${tags}/x`)
    expect(word.body).toBe("We're expecting an integer as part of the url for tag_id")
  })
})

describe('the list of tags', () => {
  test('is whole, or comes by pages, or is searched', async () => {
    for (const name of ['c', 'A', 'b']) await make(name)
    const names = async (query: string) =>
      (await calls.get(`${tags}${query}`)).body.map((tag: { name: string }) => tag.name)
    expect(await names('')).toEqual(['A', 'b', 'c'])
    expect(await names('?page=2&per_page=2')).toEqual(['c'])
    expect(await names('?page=3&per_page=2')).toEqual([])
    expect(await names('?search=a')).toEqual(['A'])
    expect((await calls.get(`${tags}?page=x`)).body).toBe('Invalid page')
  })

  test('of a sync tells of those that are gone', async () => {
    const gone = await make('gone')
    await make('early')
    server.clock.advance(1)
    const since = Math.floor(server.clock.now / 1000)
    await calls.remove(`${tags}/${gone}`)
    expect((await calls.get(`/api/v9/me/tags?since=${since}`)).body).toEqual([
      {
        id: gone,
        workspace_id: ann.workspaceId,
        name: 'gone',
        at: '2026-03-02T09:00:01.12Z',
        deleted_at: '2026-03-02T09:00:01.12Z',
      },
    ])
    expect((await calls.get('/api/v9/me/tags')).body).toHaveLength(1)
  })
})

test('several tags are deleted at once, or none of them', async () => {
  const [one, two] = [await make('one'), await make('two')]
  const mixed = await calls.patch(tags, { delete: [one, 999_999_999] })
  expect([mixed.status, mixed.body]).toEqual([400, 'Some tag IDs do not belong to workspace.'])
  expect((await calls.get(tags)).body).toHaveLength(2)
  const all = await calls.patch(tags, { delete: [one, two] })
  expect([all.status, all.body]).toEqual([200, ''])
  expect((await calls.get(tags)).body).toEqual([])
})

test('members make and rename tags; whoever manages the workspace deletes them', async () => {
  const team = await server.team(ann, 'member', 'viewer')
  const path = `/api/v9/workspaces/${team.id}/tags`
  const member = togglCalls(server, team.member)
  const made = await member.post(path, { name: 'ours' })
  expect((await member.put(`${path}/${made.body.id}`, { name: 'Ours' })).status).toBe(200)
  for (const answer of [
    await member.remove(`${path}/${made.body.id}`),
    await member.patch(path, { delete: [made.body.id] }),
    await togglCalls(server, team.viewer).post(path, { name: 'mine' }),
  ])
    expect([answer.status, answer.body]).toEqual([403, 'User does not have access to this resource.'])
})

test('beyond ten thousand are on the next page', async () => {
  const { now: at } = server.clock
  const rows = Array.from({ length: 10_050 }, (_, index) => {
    const name = String(index).padStart(5, '0')
    return { workspace_id: ann.workspaceId, name, name_key: name, created_at: at, updated_at: at }
  })
  while (rows.length > 0)
    await server.house.db.kysely.insertInto('tag').values(rows.splice(0, 1000)).execute()
  const names = async (query: string) =>
    (await calls.get(`${tags}?${query}`)).body.map((tag: { name: string }) => tag.name)
  expect(await names('')).toHaveLength(10_000)
  expect((await names('page=2')).slice(0, 2)).toEqual(['10000', '10001'])
  for (const page of ['page=202&per_page=50', `page=${Number.MAX_SAFE_INTEGER}`])
    expect(await names(page)).toEqual([])
  expect((await names('page=201&per_page=50')).at(-1)).toBe('10049')
})
