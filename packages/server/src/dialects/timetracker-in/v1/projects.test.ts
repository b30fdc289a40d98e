import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../core/clients.ts'
import { createEntry } from '../../../core/entries/write.ts'
import { createProject, updateProject } from '../../../core/projects/write.ts'
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
  list = `${team.root}/projects`
})
afterAll(() => server.close())

const namesOf = async (query: string) => {
  const { status, body } = await team.owner.get(list + query)
  return status === 200 ? body.data.map((each: { name: string }) => each.name) : refusal({ status, body })
}

describe('a project', () => {
  test('is made, shown, changed and deleted', async () => {
    const client = await createClient(team.people.owner.ctx(), team.id, { name: 'Northwind' })
    const sent = {
      name: 'Website',
      description: 'A new one',
      is_private: true,
      defaultBillableRate: 75.5,
      defaultBillable: false,
      estimatedHours: 200,
      estimatedBudget: 15000,
      client_id: uuidOf('client', client.id),
    }
    const made = await team.owner.post(list, sent)
    expect([made.status, made.body]).toEqual([
      200,
      {
        id: expect.any(String),
        name: 'Website',
        description: 'A new one',
        status: 'active',
        is_private: true,
        default_billable_rate: 75.5,
        default_billable: false,
        estimated_hours: 200,
        estimated_budget: 15000,
        workspace_id: uuidOf('workspace', team.id),
        workspace_name: expect.any(String),
        client_id: sent.client_id,
        client_name: 'Northwind',
        task_count: 0,
        time_entry_count: 0,
        member_count: expect.any(Number),
        created_at: '2026-03-02T09:00:00.000Z',
        updated_at: '2026-03-02T09:00:00.000Z',
      },
    ])
    const one = `${list}/${made.body.id}`
    expect((await team.owner.get(one)).body).toEqual(made.body)

    const changed = await team.owner.patch(one, {
      status: 'on-hold',
      client_id: null,
      estimated_budget: null,
    })
    const nothing = { client_id: null, client_name: null, estimated_budget: null }
    expect(changed.body).toEqual({ ...made.body, status: 'on-hold', ...nothing })

    const gone = await team.owner.remove(one)
    expect([gone.status, gone.body]).toEqual([200, { success: true }])
    expect(refusal(await team.owner.get(one))).toEqual(NOT_FOUND)
    expect(refusal(await team.owner.remove(one))).toEqual(NOT_FOUND)
  })

  test('sent back as it was shown stays as it is, even where we tell more apart', async () => {
    const ctx = team.people.owner.ctx()
    const { id } = await createProject(ctx, team.id, { title: 'Old' })
    await updateProject(team.people.owner.ctx(), { id }, { status: 'inactive' })
    const one = `${list}/${uuidOf('project', id)}`
    const shown = (await team.owner.get(one)).body
    expect(shown.status).toBe('inactive')
    expect((await team.owner.patch(one, shown)).body).toEqual(shown)
    const { is_archived, status } = await server.house.db.kysely
      .selectFrom('project')
      .select(['is_archived', 'status'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect([is_archived, status]).toEqual([0, 'inactive'])
  })

  test.each([
    [{}, 'name'],
    [{ name: 'P', status: 'someday' }, 'status'],
    [{ name: 'P', isPrivate: 'maybe' }, 'is_private'],
    [{ name: 'P', estimatedHours: -1 }, 'estimated_hours'],
    [{ name: 'P', defaultBillableRate: 'much' }, 'default_billable_rate'],
    [{ name: 'P', estimatedBudget: 1e12 }, 'estimated_budget'],
    [{ name: ['P'] }, 'name'],
  ])('made from %j is refused for its %s', async (sent, field) => {
    expect(refusal(await team.owner.post(list, sent))).toEqual(wrong(field))
  })

  test('of another workspace, or another kind, is not found', async () => {
    const { owner } = team.people
    const own = await createProject(owner.ctx(), owner.workspaceId, { title: 'Mine' })
    const uuid = uuidOf('project', own.id)
    expect((await team.owner.get(`${rootOf(owner.workspaceId)}/projects/${uuid}`)).status).toBe(200)
    for (const id of [uuid, uuidOf('client', own.id), 'w1b2c3d4'])
      for (const send of [team.owner.get, team.owner.patch, team.owner.remove])
        expect(refusal(await send(`${list}/${id}`))).toEqual(NOT_FOUND)
    expect(refusal(await team.owner.get(`${rootOf(999_999)}/projects`))).toEqual(NOT_FOUND)
    expect(refusal(await team.owner.post(list, { name: 'P', client_id: uuid }))).toEqual(NOT_FOUND)
  })

  test('is looked at by all, made by members, and changed by who manages', async () => {
    const { body } = await team.member.post(list, { name: 'Own' })
    const { body: made } = await team.owner.post(list, { name: 'Website' })
    const one = `${list}/${made.id}`
    expect((await team.viewer.get(one)).status).toBe(200)
    expect(body.name).toBe('Own')
    expect(refusal(await team.viewer.post(list, { name: 'P' }))).toEqual(DENIED)
    expect(refusal(await team.viewer.patch(one, { name: 'P' }))).toEqual(DENIED)
    expect(refusal(await team.viewer.remove(one))).toEqual(DENIED)
    expect(refusal(await team.member.remove(one))).toEqual(DENIED)
  })

  test('that is private to others is not found', async () => {
    const { body } = await team.owner.post(list, { name: 'Secret', is_private: true })
    expect(refusal(await team.member.get(`${list}/${body.id}`))).toEqual(NOT_FOUND)
    expect((await team.member.get(list)).body.pagination.total).toBe(0)
  })
})

describe('the list of projects', () => {
  test('is paged, sorted and filtered', async () => {
    const client = await createClient(team.people.owner.ctx(), team.id, { name: 'Northwind' })
    await team.owner.post(list, { name: 'Beta', status: 'completed', client_id: uuidOf('client', client.id) })
    server.clock.advance(60)
    await team.owner.post(list, { name: 'alpha' })
    server.clock.advance(60)
    const since = new Date(server.clock.now).toISOString()
    const { body: gamma } = await team.owner.post(list, { name: 'Gamma' })
    await createEntry(team.people.owner.ctx(), {
      workspace_id: team.id,
      project_id: (await createProject(team.people.owner.ctx(), team.id, { title: 'Delta' })).id,
      started_at: server.clock.now - 3_600_000,
      ended_at: server.clock.now,
    })

    expect(await namesOf('')).toEqual(['Delta', 'Gamma', 'alpha', 'Beta'])
    expect(await namesOf('?sort=name')).toEqual(['alpha', 'Beta', 'Delta', 'Gamma'])
    expect(await namesOf('?sort=-name&per_page=2&page=2')).toEqual(['Beta', 'alpha'])
    expect(await namesOf('?name=A&status=active&sort=name')).toEqual(['alpha', 'Delta', 'Gamma'])
    expect(await namesOf('?status=completed')).toEqual(['Beta'])
    expect(await namesOf(`?client_id=${uuidOf('client', client.id)}`)).toEqual(['Beta'])
    expect(await namesOf(`?updated_since=${since}&sort=created_at`)).toEqual(['Gamma', 'Delta'])
    expect((await team.owner.get(`${list}?per_page=3&page=2`)).body.pagination).toEqual({
      page: 2,
      per_page: 3,
      total: 4,
      total_pages: 2,
    })

    await team.owner.patch(`${list}/${gamma.id}`, { status: 'inactive' })
    expect(await namesOf('?status=inactive')).toEqual(['Gamma'])
    expect(await namesOf('?status=active&sort=name')).toEqual(['alpha', 'Delta'])
    const counts = (await team.owner.get(`${list}?name=Delta`)).body.data[0]
    expect([counts.time_entry_count, counts.task_count]).toEqual([1, 0])
  })

  test.each([
    ['?status=done', wrong('status')],
    ['?sort=size', wrong('sort')],
    ['?page=0', wrong('page')],
    ['?per_page=101', wrong('per_page')],
    ['?updated_since=yesterday', wrong('updated_since')],
    ['?client_id=7', NOT_FOUND],
  ])('refuses %s', async (query, answer) => {
    expect(await namesOf(query)).toEqual(answer)
  })
})
