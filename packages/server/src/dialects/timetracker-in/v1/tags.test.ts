import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTag } from '../../../core/tags.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { type CoreTeam, coreTeam, DENIED, NOT_FOUND, refusal, wrong } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam
let list: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  team = await coreTeam(server)
  list = `${team.root}/tags`
})
afterAll(() => server.close())

describe('a tag', () => {
  test('is made, shown, changed and deleted', async () => {
    const made = await team.owner.post(list, { name: 'Development', color: 'Blue', description: 'Software' })
    expect([made.status, made.body]).toEqual([
      200,
      {
        id: expect.any(String),
        name: 'Development',
        color: '#0000FF',
        description: 'Software',
        workspace_id: uuidOf('workspace', team.id),
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    ])
    const one = `${list}/${made.body.id}`
    expect((await team.viewer.get(one)).body).toEqual(made.body)
    const changed = await team.owner.patch(one, { color: '#abc', description: null })
    expect(changed.body).toEqual({ ...made.body, color: '#AABBCC', description: null })
    const gone = await team.owner.remove(one)
    expect([gone.status, gone.body]).toEqual([200, { success: true }])
    expect(refusal(await team.owner.get(one))).toEqual(NOT_FOUND)
  })

  test('has a name of its own in its workspace, and a colour there is', async () => {
    await team.owner.post(list, { name: 'Meeting' })
    expect(refusal(await team.owner.post(list, { name: 'MEETING' }))).toEqual(wrong('name'))
    expect(refusal(await team.owner.post(list, {}))).toEqual(wrong('name'))
    expect(refusal(await team.owner.post(list, { name: 'A', color: 'dull' }))).toEqual(wrong('color'))
    expect(refusal(await team.owner.post(list, { name: 'A', description: {} }))).toEqual(wrong('description'))
  })

  test('of another workspace, or another kind, is not found', async () => {
    const { owner } = team.people
    const own = await createTag(owner.ctx(), owner.workspaceId, { name: 'Mine' })
    for (const id of [uuidOf('tag', own.id), uuidOf('client', own.id), '7'])
      for (const send of [team.owner.get, team.owner.patch, team.owner.remove])
        expect(refusal(await send(`${list}/${id}`))).toEqual(NOT_FOUND)
  })

  test('is no matter of viewers', async () => {
    const { body } = await team.member.post(list, { name: 'Meeting' })
    expect(refusal(await team.viewer.post(list, { name: 'A' }))).toEqual(DENIED)
    expect(refusal(await team.viewer.patch(`${list}/${body.id}`, { name: 'A' }))).toEqual(DENIED)
    expect(refusal(await team.viewer.remove(`${list}/${body.id}`))).toEqual(DENIED)
  })
})

test('the list of tags is paged, sorted and filtered', async () => {
  for (const name of ['Meeting', 'admin', 'Travel']) {
    await team.owner.post(list, { name })
    server.clock.advance(60)
  }
  const namesOf = async (query: string) =>
    (await team.owner.get(list + query)).body.data.map((each: { name: string }) => each.name)
  expect(await namesOf('')).toEqual(['Travel', 'admin', 'Meeting'])
  expect(await namesOf('?sort=name&per_page=2')).toEqual(['admin', 'Meeting'])
  expect(await namesOf('?sort=name&per_page=2&page=2')).toEqual(['Travel'])
  expect(await namesOf('?name=ME')).toEqual(['Meeting'])
  const since = new Date(server.clock.now - 60_000).toISOString()
  expect(await namesOf(`?updated_since=${since}`)).toEqual(['Travel'])
  expect(refusal(await team.owner.get(`${list}?sort=color`))).toEqual(wrong('sort'))
})
