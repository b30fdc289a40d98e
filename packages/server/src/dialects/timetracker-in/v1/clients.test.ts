import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { type CoreTeam, coreTeam, DENIED, NOT_FOUND, refusal, rootOf, wrong } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam
let list: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  team = await coreTeam(server)
  list = `${team.root}/clients`
})
afterAll(() => server.close())

test('the workspaces of the key are listed and shown, and no others', async () => {
  const { body } = await team.member.get('/workspaces?per_page=1')
  expect(body.pagination).toEqual({ page: 1, per_page: 1, total: 2, total_pages: 2 })
  expect(body.data).toEqual([
    {
      id: uuidOf('workspace', team.id),
      name: expect.any(String),
      currency: 'EUR',
      default_billable_rate: null,
      timezone: 'UTC',
      created_at: expect.any(String),
      updated_at: expect.any(String),
    },
  ])
  expect((await team.member.get(team.root)).body).toEqual(body.data[0])
  expect(refusal(await team.member.get(rootOf(team.people.owner.workspaceId)))).toEqual(NOT_FOUND)
})

describe('a client', () => {
  const sent = {
    name: 'Northwind Ltd',
    type: 'company',
    status: 'inactive',
    email: 'ops@northwind.test',
    phone: '+44-20-0000-0000',
    address: '1 Dock Road, London',
    note: 'Retainer',
    currency: 'GBP',
  }

  test('is made, shown, changed and deleted', async () => {
    const made = await team.owner.post(list, sent)
    const times = { created_at: expect.any(String), updated_at: expect.any(String) }
    const shown = { id: expect.any(String), ...sent, ...times }
    expect([made.status, made.body]).toEqual([
      200,
      {
        ...shown,
        workspaces: [{ id: uuidOf('workspace', team.id), name: expect.any(String) }],
        projects: [],
        project_count: 0,
        workspace_count: 1,
      },
    ])
    const one = `${list}/${made.body.id}`
    const { body } = await team.viewer.get(one)
    expect(body).toEqual(shown)
    expect((await team.owner.patch(one, body)).body).toEqual(body)
    const changed = await team.owner.patch(one, { status: 'active', note: null })
    expect(changed.body).toEqual({ ...body, status: 'active', note: null })
    expect((await team.owner.remove(one)).body).toEqual({ success: true })
    expect(refusal(await team.owner.get(one))).toEqual(NOT_FOUND)
  })

  test('has a name of its own, and only what it can have', async () => {
    await team.owner.post(list, sent)
    expect(refusal(await team.owner.post(list, sent))).toEqual(wrong('name'))
    expect(refusal(await team.owner.post(list, {}))).toEqual(wrong('name'))
    const wrongs = {
      type: 'enterprise',
      status: 'gone',
      email: 'ops',
      currency: 'Pound',
      note: 'x'.repeat(1e5),
    }
    for (const [field, value] of Object.entries(wrongs))
      expect(refusal(await team.owner.post(list, { name: 'A', [field]: value }))).toEqual(wrong(field))
  })

  test('of another workspace, or another kind, is not found', async () => {
    const { owner } = team.people
    const own = await createClient(owner.ctx(), owner.workspaceId, { name: 'Mine' })
    for (const id of [uuidOf('client', own.id), uuidOf('tag', own.id), '7'])
      for (const send of [team.owner.get, team.owner.patch, team.owner.remove])
        expect(refusal(await send(`${list}/${id}`))).toEqual(NOT_FOUND)
  })

  test('is written by no viewer', async () => {
    const { body } = await team.owner.post(list, sent)
    expect(refusal(await team.viewer.post(list, { name: 'A' }))).toEqual(DENIED)
    expect(refusal(await team.viewer.patch(`${list}/${body.id}`, { name: 'A' }))).toEqual(DENIED)
    expect(refusal(await team.viewer.remove(`${list}/${body.id}`))).toEqual(DENIED)
  })
})

test('the list of clients is paged, sorted and filtered', async () => {
  for (const name of ['Beta', 'alpha', 'Gamma']) {
    await team.owner.post(list, { name, status: name === 'Gamma' ? 'inactive' : 'active' })
    server.clock.advance(60)
  }
  const namesOf = async (query: string) =>
    (await team.owner.get(list + query)).body.data.map((each: { name: string }) => each.name)
  expect(await namesOf('')).toEqual(['Gamma', 'alpha', 'Beta'])
  expect(await namesOf('?sort=name&per_page=2&page=2')).toEqual(['Gamma'])
  expect(await namesOf('?status=active&sort=-name')).toEqual(['Beta', 'alpha'])
  expect(await namesOf('?name=ALPH')).toEqual(['alpha'])
  const since = new Date(server.clock.now - 60_000).toISOString()
  expect(await namesOf(`?updated_since=${since}`)).toEqual(['Gamma'])
  expect(refusal(await team.owner.get(`${list}?status=open`))).toEqual(wrong('status'))
})
