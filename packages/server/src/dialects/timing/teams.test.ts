import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { updateMember } from '../../core/members.ts'
import { createProject } from '../../core/projects/write.ts'
import { createToken } from '../../core/tokens.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const ROLES = ['owner', 'admin', 'manager', 'member', 'viewer'] as const

type Role = (typeof ROLES)[number]

let server: TestServer
let team: { id: number } & Record<Role, Person>
/** An entry of the plain member on a project of the team, and one on a private project of theirs. */
let onTeam: number
let onPrivate: number
let teamProject: number

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  const owner = await server.person()
  team = { ...(await server.team(owner, 'admin', 'manager', 'member', 'viewer')), owner }
  const { member } = team
  teamProject = (await createProject(owner.ctx(), team.id, { title: 'Team project' })).id
  const own = await createProject(member.ctx(), member.workspaceId, { title: 'Private project' })
  const times = { started_at: server.clock.now, ended_at: server.clock.now + 3600_000 }
  onTeam = (await createEntry(member.ctx(), { title: 'For the team', project_id: teamProject, ...times })).id
  onPrivate = (await createEntry(member.ctx(), { title: 'Private', project_id: own.id, ...times })).id
})

function memberQuery(): string {
  return `?other_user_id=/users/${team.member.user.id}`
}

async function listed(person: Person, query: string): Promise<string[]> {
  const { status, body } = await person.call('GET', `${API}/time-entries${query}`)
  expect(status).toBe(200)
  return body.data.map((entry: { title: string }) => entry.title).sort()
}

describe('teams', () => {
  test('are those one is an active member of, without the personal workspace', async () => {
    const shown = [{ id: `/teams/${team.id}`, name: expect.any(String) }]
    for (const role of ROLES) {
      expect((await team[role].call('GET', `${API}/teams`)).body).toEqual({ data: shown })
    }
    const stranger = await server.person()
    expect((await stranger.call('GET', `${API}/teams`)).body).toEqual({ data: [] })
  })

  test('tell their active members to each of them, and to nobody else', async () => {
    const { owner, viewer } = team
    const unnamed = await server.person()
    await server.house.db.kysely
      .updateTable('user')
      .set({ name: null })
      .where('id', '=', unnamed.user.id)
      .execute()
    const { id } = await server.team(unnamed)
    expect((await unnamed.call('GET', `${API}/teams/${id}/members`)).body.data).toEqual([
      { self: `/users/${unnamed.user.id}`, email: unnamed.email, name: null },
    ])

    const path = `${API}/teams/${team.id}/members`
    for (const role of ROLES) {
      const { body } = await team[role].call('GET', path)
      expect(body.data.map((each: { email: string }) => each.email)).toEqual(
        ROLES.map((each) => team[each].email),
      )
    }
    for (const [person, teamPath] of [
      [unnamed, path],
      [owner, `${API}/teams/${owner.workspaceId}/members`],
      [owner, `${API}/teams/999999/members`],
      [owner, `${API}/teams/x/members`],
      [owner, `${API}/teams/%25/members`],
    ] as const) {
      expect((await person.call('GET', teamPath)).status).toBe(404)
    }

    const member = await server.house.db.kysely
      .selectFrom('member')
      .select('id')
      .where('workspace_id', '=', team.id)
      .where('user_id', '=', viewer.user.id)
      .executeTakeFirstOrThrow()
    await updateMember(owner.ctx(), { workspaceId: team.id, memberId: member.id }, { is_active: false })
    expect((await owner.call('GET', path)).body.data).toHaveLength(4)
    expect((await viewer.call('GET', `${API}/teams`)).body.data).toEqual([])
    expect((await viewer.call('GET', path)).status).toBe(404)
  })
})

describe.each(['owner', 'admin', 'manager'] as const)('an administrator of the team, as %s', (role) => {
  test('reads colleagues’ time on its projects, naming them or not, and never their private time', async () => {
    const person = team[role]
    expect(await listed(person, '')).toEqual([])
    expect(await listed(person, '?include_team_members=1')).toEqual(['For the team'])
    const named = `team_members[]=/users/${team.member.user.id}`
    expect(await listed(person, `?include_team_members=1&${named}`)).toEqual(['For the team'])
    expect(await listed(person, `?${named}`)).toEqual([])
    for (const query of ['', memberQuery()]) {
      const answer = await person.call('GET', `${API}/time-entries/${onTeam}${query}`)
      expect(answer.body.data).toMatchObject({
        title: 'For the team',
        creator_id: `/users/${team.member.user.id}`,
      })
      expect((await person.call('GET', `${API}/time-entries/${onPrivate}${query}`)).status).toBe(404)
    }
    const wrong = `?other_user_id=/users/${person.user.id}`
    expect((await person.call('GET', `${API}/time-entries/${onTeam}${wrong}`)).status).toBe(404)
  })

  test('changes it only where the owner is named', async () => {
    const person = team[role]
    const path = `${API}/time-entries/${onTeam}`
    const change = { notes: role }
    for (const method of ['PUT', 'PATCH'] as const) {
      const refused = await person.call(method, path, change)
      expect(refused).toMatchObject({ status: 403, body: { message: expect.stringContaining('owner') } })
      for (const wrong of [`/users/${person.user.id}`, '/users/999999', 'nobody']) {
        expect((await person.call(method, `${path}?other_user_id=${wrong}`, change)).status).toBe(404)
      }
      const inQuery = await person.call(method, path + memberQuery(), change)
      expect(inQuery).toMatchObject({ status: 200, body: { data: { notes: role } } })
      const inBody = await person.call(method, path, { ...change, other_user_id: team.member.user.id })
      expect(inBody.status).toBe(200)
    }
    expect((await person.call('DELETE', path)).status).toBe(403)
    expect((await person.call('DELETE', `${path}?other_user_id=999999`)).status).toBe(404)
    expect((await person.call('DELETE', path + memberQuery())).status).toBe(204)
    expect((await team.member.call('GET', path)).status).toBe(404)
  })

  test('changes it in a batch only with the word for it, and then all or nothing', async () => {
    const person = team[role]
    const own = await createEntry(person.ctx(), { title: 'Own', started_at: 0, ended_at: 0 })
    const body = { time_entries: [own.id, onTeam], data: { billing_status: 'billed' } }
    const url = `${API}/time-entries/batch-update`
    for (const allow of [undefined, false, 0]) {
      const refused = await person.call('PATCH', url, { ...body, allow_editing_other_users: allow })
      expect(refused.status).toBe(403)
    }
    expect((await person.call('GET', `${API}/time-entries/${own.id}`)).body.data.billing_status).toBe(
      'billable',
    )
    const withPrivate = {
      ...body,
      time_entries: [own.id, onTeam, onPrivate],
      allow_editing_other_users: true,
    }
    expect(await person.call('PATCH', url, withPrivate)).toMatchObject({
      status: 422,
      body: { errors: { 'time_entries.2': ['The selected time_entries.2 is invalid.'] } },
    })
    const done = await person.call('PATCH', url, { ...body, allow_editing_other_users: true })
    expect(done).toMatchObject({ status: 200, body: { message: 'Updated 2 time entries.' } })
  })

  test('takes a colleague’s entry off its project without taking it out of the team', async () => {
    const path = `${API}/time-entries/${onTeam}`
    const answer = await team[role].call('PUT', path + memberQuery(), { project: null })
    expect(answer).toMatchObject({ status: 200, body: { data: { project: null } } })
    expect((await team[role].call('GET', path)).status).toBe(200)
  })

  test('makes, changes and deletes its projects', async () => {
    const made = await team[role].call('POST', `${API}/projects`, { title: 'New', team_id: team.id })
    expect(made.status).toBe(201)
    expect((await team[role].call('PUT', API + made.body.data.self, { title: 'Newer' })).status).toBe(200)
    expect((await team[role].call('DELETE', API + made.body.data.self)).status).toBe(204)
  })
})

describe.each(['member', 'viewer'] as const)('a contributor or restricted member, as %s', (role) => {
  test('sees and changes nobody else’s time', async () => {
    const { owner } = team
    const entry = await createEntry(owner.ctx(), {
      title: 'Owner’s',
      project_id: teamProject,
      started_at: 0,
      ended_at: 0,
    })
    const query = `?other_user_id=/users/${owner.user.id}`
    for (const suffix of ['', query]) {
      const path = `${API}/time-entries/${entry.id}${suffix}`
      expect((await team[role].call('GET', path)).status).toBe(404)
      expect((await team[role].call('PUT', path, { notes: 'x' })).status).toBe(404)
      expect((await team[role].call('DELETE', path)).status).toBe(404)
    }
    const everybody = '?include_team_members=1&start_date_min=1970-01-01'
    expect(await listed(team[role], everybody)).toEqual(role === 'member' ? ['For the team', 'Private'] : [])
    expect(await listed(team[role], `${everybody}&team_members[]=/users/${owner.user.id}`)).toEqual([])
    const batch = { time_entries: [entry.id], data: { notes: 'x' }, allow_editing_other_users: true }
    expect((await team[role].call('PATCH', `${API}/time-entries/batch-update`, batch)).status).toBe(422)
  })

  test('reads the projects of the team and changes none of them', async () => {
    const person = team[role]
    expect((await person.call('GET', `${API}/projects/${teamProject}`)).status).toBe(200)
    for (const answer of [
      await person.call('POST', `${API}/projects`, { title: 'New', team_id: team.id }),
      await person.call('POST', `${API}/projects`, { title: 'New', parent: teamProject }),
      await person.call('PUT', `${API}/projects/${teamProject}`, { title: 'X' }),
      await person.call('DELETE', `${API}/projects/${teamProject}`),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { message: 'This action is unauthorized.' } })
    }
  })

  test('books time on them as a contributor, and not when restricted', async () => {
    const started = await team[role].call('POST', `${API}/time-entries/start`, { project: teamProject })
    expect(started.status).toBe(role === 'member' ? 201 : 403)
    const private_ = await team[role].call('POST', `${API}/time-entries/start`, { title: 'At home' })
    expect(private_.status).toBe(201)
  })
})

test('an owner named for one’s own entry has to be oneself', async () => {
  const path = `${API}/time-entries/${onTeam}`
  expect((await team.member.call('PUT', path + memberQuery(), { notes: 'x' })).status).toBe(200)
  expect((await team.member.call('GET', `${path}?other_user_id=/users/${team.owner.user.id}`)).status).toBe(
    404,
  )
  expect((await team.member.call('PUT', `${path}?other_user_id=1000000`, { notes: 'x' })).status).toBe(404)
})

test('a key for one team knows nothing else', async () => {
  const { member } = team
  const { secret } = await createToken(member.ctx(), {
    name: 'team',
    kind: 'timing',
    scopes: ['*'],
    workspaceId: team.id,
    expiresAt: null,
    allowedIps: [],
  })
  const headers = { authorization: `Bearer ${secret}` }
  const get = async (path: string) => (await member.call('GET', API + path, undefined, headers)).body.data
  expect(await get('/projects')).toEqual([])
  expect(await get('/projects/hierarchy')).toEqual([])
  expect(await get(`/projects?team_id=${team.id}`)).toHaveLength(1)
  expect(await get('/time-entries')).toHaveLength(1)
  const project = await member.call('POST', `${API}/projects`, { title: 'A' }, headers)
  expect(project).toMatchObject({ status: 422, body: { errors: { team_id: expect.anything() } } })
})

test('names fall back to the e-mail address', async () => {
  const { member } = team
  const name = async () => (await member.call('GET', `${API}/time-entries/${onTeam}`)).body.data.creator_name
  expect(await name()).toBe(member.user.name)
  await server.house.db.kysely
    .updateTable('user')
    .set({ name: null })
    .where('id', '=', member.user.id)
    .execute()
  expect(await name()).toBe(member.email)
})
