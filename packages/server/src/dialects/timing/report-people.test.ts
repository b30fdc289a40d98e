import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject, updateProject } from '../../core/projects/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const ROLES = ['owner', 'admin', 'manager', 'member', 'viewer'] as const
const HOUR = 3_600_000

type Role = (typeof ROLES)[number]

let server: TestServer
let team: { id: number } & Record<Role, Person>
let teamProject: number
let closedProject: number

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  const owner = await server.person()
  team = { ...(await server.team(owner, 'admin', 'manager', 'member', 'viewer')), owner }
  const { admin, manager, member } = team
  teamProject = (await createProject(owner.ctx(), team.id, { title: 'Team' })).id
  closedProject = (await createProject(admin.ctx(), team.id, { title: 'Closed', is_private: true })).id
  const home = await createProject(member.ctx(), member.workspaceId, { title: 'Home' })
  await spend(member, teamProject, 1)
  await spend(member, home.id, 2)
  await spend(manager, teamProject, 4)
  await spend(admin, closedProject, 8)
})

async function spend(person: Person, projectId: number, hours: number): Promise<void> {
  const started_at = server.clock.now - 12 * HOUR
  const times = { started_at, ended_at: started_at + hours * HOUR }
  await createEntry(person.ctx(), { title: 'Work', project_id: projectId, ...times })
}

async function rows(person: Person, query: string): Promise<Record<string, unknown>[]> {
  const { status, body } = await person.call('GET', `${API}/report?${query}`)
  expect([status, status === 200 ? null : body]).toEqual([200, null])
  return body.data
}

async function hours(person: Person, query: string): Promise<number> {
  const [row] = await rows(person, `columns[]=user&${query}`)
  return Number(row?.['duration'] ?? 0) / 3600
}

const ALL = 'include_team_members=1'

describe('colleagues', () => {
  test('are in a report only where they are asked for, and as far as the list has them', async () => {
    const seen = { owner: 13, admin: 13, manager: 5, member: 3, viewer: 0 }
    const own = { owner: 0, admin: 8, manager: 4, member: 3, viewer: 0 }
    for (const role of ROLES) {
      const person = team[role]
      const shown = await rows(person, `columns[]=billing_status&${ALL}`)
      expect([role, shown.reduce((sum, row) => sum + Number(row['duration']), 0) / 3600]).toEqual([
        role,
        seen[role],
      ])
      expect([role, await hours(person, '')]).toEqual([role, own[role]])
      const { body } = await person.call('GET', `${API}/time-entries?${ALL}`)
      const listed = body.data.reduce((sum: number, each: { duration: number }) => sum + each.duration, 0)
      expect([role, listed / 3600]).toEqual([role, seen[role]])
    }
  })

  test('are told apart by the column of users, and sorted by name', async () => {
    const { owner, admin, manager, member } = team
    await server.house.db.kysely
      .updateTable('user')
      .set({ name: null })
      .where('id', '=', manager.user.id)
      .execute()
    await server.house.db.kysely
      .updateTable('user')
      .set({ name: 'aaron' })
      .where('id', '=', admin.user.id)
      .execute()
    const self = ({ user }: Person) => `/users/${user.id}`
    expect(await rows(owner, `columns[]=user&sort[]=-user&${ALL}`)).toEqual([
      { duration: 4 * 3600, user: { self: self(manager), email: manager.email, name: null } },
      { duration: 3600, user: { self: self(member), email: member.email, name: member.user.name } },
      { duration: 8 * 3600, user: { self: self(admin), email: admin.email, name: 'aaron' } },
    ])
    const byName = await rows(owner, `columns[]=user&columns[]=title&sort[]=user&sort[]=-duration&${ALL}`)
    expect(byName.map((row) => row['duration'])).toEqual([8 * 3600, 3600, 4 * 3600])
  })

  test('can be picked by reference; whom one may not see, or did not ask for, is left out', async () => {
    const { owner, manager, member } = team
    const of = (...people: Person[]) => people.map(({ user }) => `team_members[]=/users/${user.id}`).join('&')
    const total = async (person: Person, query: string) =>
      (await rows(person, `columns[]=title&${query}`)).map((row) => Number(row['duration']) / 3600)
    expect(await total(owner, `${ALL}&${of(member)}`)).toEqual([1])
    expect(await total(owner, `${ALL}&${of(member, manager)}`)).toEqual([5])
    expect(await total(owner, of(member))).toEqual([])
    expect(await total(member, `${ALL}&${of(manager)}`)).toEqual([])
    expect(await total(manager, of(manager, member))).toEqual([4])
    expect(await total(await server.person(), `${ALL}&${of(member)}`)).toEqual([])
  })
})

describe('a project that is closed to one', () => {
  test('stays a reference beside one’s own time, as in the list', async () => {
    const { admin, manager, member } = team
    const below = await createProject(admin.ctx(), team.id, { title: 'Below', parent_id: teamProject })
    await spend(manager, below.id, 1)
    await updateProject(admin.ctx(), { id: teamProject }, { is_private: true })

    const query = 'include_project_data=1'
    const { body } = await manager.call('GET', `${API}/time-entries?${query}`)
    const listed = body.data.map((entry: { project: unknown }) => entry.project)
    const shown = (await rows(manager, query)).map((row) => row['project'])
    const expected = [{ self: `/projects/${teamProject}` }, { self: `/projects/${below.id}` }]
    expect(shown).toEqual(expected)
    expect(listed).toEqual(expect.arrayContaining(expected))
    // Nor does the order tell what it is called.
    expect(await rows(manager, `columns[]=project&project_grouping_level=0&sort[]=project&${query}`)).toEqual(
      [{ duration: 5 * 3600, project: expected[0] }],
    )
    expect(await rows(member, `columns[]=project&${query}`)).toHaveLength(2)
  })

  test('cannot be asked for', async () => {
    const { owner, manager } = team
    const path = (id: number) => `${API}/report?${ALL}&projects[]=/projects/${id}`
    expect((await owner.call('GET', path(closedProject))).body.data).toHaveLength(1)
    const refused = await manager.call('GET', path(closedProject))
    const unknown = await manager.call('GET', path(999_999))
    expect([refused.status, refused.body]).toEqual([422, unknown.body])
  })
})

test('a team’s project is shown with its team', async () => {
  const [row] = await rows(team.manager, 'columns[]=project&include_project_data=1')
  expect(row?.['project']).toMatchObject({ team_id: `/teams/${team.id}`, title: 'Team' })
})
