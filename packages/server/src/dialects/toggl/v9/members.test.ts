import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../../../core/projects/write.ts'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'
import { projectUserId } from './project-users.ts'

let server: TestServer
let ann: Person
let calls: Calls
let team: { id: number; manager: Person; member: Person }
let home: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.120Z')
  ann = await server.person({ name: 'Ann', timeZone: 'Europe/Berlin' })
  calls = togglCalls(server, ann)
  team = await server.team(ann, 'manager', 'member')
  home = `/api/v9/workspaces/${team.id}`
})

const NOW = '2026-03-02T09:00:00+00:00'
type Listed = { id: number; user_id: number; role: string; inactive: boolean; rate: number | null }
const listed = async () => (await calls.get(`${home}/workspace_users`)).body as Listed[]
const memberOf = async (person: Person) => (await listed()).find((each) => each.user_id === person.user.id)!

describe('the people of a workspace', () => {
  test('are listed under the numbers of their memberships', async () => {
    const [owner] = await listed()
    expect(owner).toEqual({
      id: owner!.id,
      user_id: ann.user.id,
      uid: ann.user.id,
      workspace_id: team.id,
      wid: team.id,
      admin: true,
      organization_admin: true,
      workspace_admin: true,
      active: true,
      email: ann.email,
      timezone: 'Europe/Berlin',
      inactive: false,
      at: NOW,
      name: 'Ann',
      rate: null,
      rate_last_updated: null,
      labour_cost: null,
      labor_cost: null,
      labor_cost_last_updated: null,
      invite_url: null,
      invitation_code: null,
      avatar_file_name: null,
      group_ids: null,
      is_direct: true,
      role: 'admin',
      role_id: null,
      working_hours_in_minutes: null,
    })
    expect((await listed()).map((each) => each.role)).toEqual(['admin', 'teamlead', 'user'])
  })

  test('are listed under their own numbers for those who choose among them', async () => {
    const { body } = await calls.get(`${home}/users`)
    const shown = {
      id: ann.user.id,
      email: ann.email,
      fullname: 'Ann',
      inactive: false,
      is_active: true,
      is_admin: true,
      role: 'admin',
    }
    expect(body[0]).toEqual(shown)
    expect((await calls.post(`${home}/users/data`, [ann.user.id, 999_999_999])).body).toEqual([shown])
    expect((await calls.post(`${home}/users/data`, [])).body).toBe('user_ids must not be empty')
    const many = Array.from({ length: 151 }, (_, index) => index + 1)
    const refusal = 'user_ids must not contain more than 150 elements'
    expect((await calls.post(`${home}/users/data`, many)).body).toBe(refusal)
  })

  test('become admins and stop being ones', async () => {
    const { id } = await memberOf(team.member)
    const made = await calls.put(`${home}/workspace_users/${id}`, { admin: true })
    expect([made.status, made.body]).toEqual([200, ''])
    expect((await memberOf(team.member)).role).toBe('admin')
    await calls.put(`${home}/workspace_users/${id}`, { admin: false })
    expect((await memberOf(team.member)).role).toBe('user')
    await calls.put(`${home}/users/${team.member.user.id}`, { role: 'teamlead' })
    expect((await memberOf(team.member)).role).toBe('teamlead')
    await calls.put(`${home}/workspace_users/${id}`, { admin: false })
    expect((await memberOf(team.member)).role).toBe('teamlead')
  })

  test('have rates for those who manage the workspace', async () => {
    const { id } = await memberOf(team.member)
    await calls.put(`${home}/workspace_users/${id}`, { rate: 80, labor_cost: 30.5 })
    expect(await memberOf(team.member)).toMatchObject({ rate: 80, labor_cost: 30.5, rate_last_updated: NOW })
    const blind = await togglCalls(server, team.member).get(`${home}/workspace_users`)
    expect(blind.body.map((each: Listed) => each.rate)).toEqual([null, null, null])
    const own = await togglCalls(server, team.member).put(`${home}/workspace_users/${id}`, { rate: 500 })
    expect([own.status, own.body]).toEqual([403, 'User does not have access to this resource.'])
  })

  test('leave, and come back', async () => {
    const { id } = await memberOf(team.member)
    const gone = await calls.remove(`${home}/workspace_users/${id}`)
    expect([gone.status, gone.body]).toEqual([200, ''])
    expect((await memberOf(team.member)).inactive).toBe(true)
    expect((await togglCalls(server, team.member).get(home)).status).toBe(403)
    expect((await calls.get(`${home}/users?exclude_deleted=true`)).body).toHaveLength(2)
    await calls.put(`${home}/workspace_users/${id}`, { inactive: false })
    expect((await togglCalls(server, team.member).get(home)).status).toBe(200)
  })

  test('that are not there are answered as the service does', async () => {
    const put = await calls.put(`${home}/workspace_users/999999999`, { admin: true })
    expect([put.status, put.body]).toEqual([400, 'Workspace user not found/accessible by user'])
    const gone = await calls.remove(`${home}/workspace_users/999999999`)
    expect([gone.status, gone.body]).toEqual([403, 'Workspace user is not found or accessible'])
    const user = await calls.put(`${home}/users/999999999`, { admin: true })
    expect([user.status, user.body]).toEqual([404, 'Not Found'])
    const { id } = await memberOf(team.member)
    expect((await calls.put(`${home}/workspace_users/${id}`, { role_id: 5 })).status).toBe(402)
    expect((await calls.put(`${home}/workspace_users/${id}`, { role: 'king' })).body).toBe('Invalid role')
    const manager = togglCalls(server, team.manager)
    expect((await manager.put(`${home}/workspace_users/${id}`, { admin: true })).status).toBe(403)
  })
})

describe('the people of a project', () => {
  let projectId: number
  let path: string
  beforeEach(async () => {
    projectId = (await createProject(ann.ctx(), team.id, { title: 'Site', makerJoins: true })).id
    path = `${home}/project_users`
  })
  const join = (person: Person, more: object = {}) =>
    calls.post(path, { project_id: projectId, user_id: person.user.id, ...more })

  test('have numbers that say who and where', async () => {
    const { id: memberId } = await memberOf(ann)
    const mine = {
      id: projectUserId(projectId, memberId),
      project_id: projectId,
      user_id: ann.user.id,
      workspace_id: team.id,
      manager: true,
      rate: null,
      rate_last_updated: null,
      labor_cost: null,
      labor_cost_last_updated: null,
      at: NOW,
      gid: null,
      group_id: null,
    }
    const { body } = await calls.get(path)
    expect(body).toEqual([mine])
    expect(Object.keys(body[0])).toEqual(Object.keys(mine))
    expect((await calls.get(`${path}?project_ids=${projectId},5&user_id=${ann.user.id}`)).body).toHaveLength(
      1,
    )
    expect((await calls.get(`${path}?user_id=${team.member.user.id}`)).body).toEqual([])
    expect(() => projectUserId(2 ** 27, 1)).toThrow('has no number')
    expect(() => projectUserId(1, 2 ** 26)).toThrow('has no number')
  })

  test('join with rates of their own, change and leave', async () => {
    const joined = await join(team.member, { rate: 70, manager: false })
    expect(joined.status).toBe(200)
    expect(joined.body).toMatchObject({ user_id: team.member.user.id, manager: false, rate: 70 })
    const changed = await calls.put(`${path}/${joined.body.id}`, { manager: true, labor_cost: 20 })
    expect(changed.body).toEqual({
      ...joined.body,
      manager: true,
      labor_cost: 20,
      labor_cost_last_updated: NOW,
    })
    const gone = await calls.remove(`${path}/${joined.body.id}`)
    expect([gone.status, gone.body]).toEqual([200, joined.body.id])
    expect((await calls.get(path)).body).toHaveLength(1)
    const again = await calls.remove(`${path}/${joined.body.id}`)
    expect([again.status, again.body]).toEqual([400, 'Project user not found/accessible'])
  })

  test('are patched together', async () => {
    const one = (await join(team.member)).body.id
    const two = (await join(team.manager)).body.id
    const answer = await calls.patch(`${path}/${one},${two},7`, [
      { op: 'replace', path: '/manager', value: true },
    ])
    expect(answer.body).toEqual({
      success: [one, two],
      failure: [{ id: 7, message: 'Project user not found/accessible' }],
    })
    const { body } = await calls.post(`${path}/paginated`, [projectId])
    expect(
      body.map((each: { manager: boolean; user_name: string }) => [each.manager, each.user_name]),
    ).toEqual([
      [true, 'Ann'],
      [true, team.manager.user.name],
      [true, team.member.user.name],
    ])
  })

  test.each([
    [{ op: 'add', path: '/rate', value: 5 }, 'Operation not supported (add /rate)'],
    [{ op: 'replace', path: '/manager', value: 'yes' }, '/manager expects a boolean'],
    [{ op: 'replace', path: '/rate', value: 'much' }, '/rate expects an float64 or null'],
    [{ op: 'replace', path: '/name', value: 'x' }, 'Path not found: /name'],
  ])('are not patched by %j', async (operation, message) => {
    const answer = await calls.patch(`${path}/1`, [operation])
    expect([answer.status, answer.body]).toEqual([400, message])
  })

  test('are members of the workspace, once each, on projects of it', async () => {
    await join(team.member)
    const stranger = await server.person()
    const foreign = await createProject(stranger.ctx(), stranger.workspaceId, { title: 'Theirs' })
    const refusals = [
      [await join(team.member), 'Project user already exists'],
      [await join(stranger), 'Invalid user_id'],
      [await join(team.manager, { project_id: foreign.id }), 'Invalid project_id'],
      [await join(team.manager, { project_id: 999_999_999 }), 'Invalid project_id'],
      [
        await calls.get(`${path}?project_ids=${Array(201).fill('1').join(',')}`),
        'project_ids cannot exceed 200 elements.',
      ],
    ] as const
    for (const [answer, message] of refusals) expect([answer.status, answer.body]).toEqual([400, message])
  })
})

describe('rates', () => {
  test('are set for a workspace, a person, a project, a person on a project and a task', async () => {
    const project = await createProject(ann.ctx(), team.id, { title: 'Site', makerJoins: true })
    const { id: memberId } = await memberOf(ann)
    const tasks = `${home}/projects/${project.id}/tasks`
    const task = (await calls.post(tasks, { name: 'Draw' })).body.id
    const levels = [
      ['workspace', team.id, {}],
      ['workspace_user', memberId, { workspace_user_id: memberId }],
      ['project', project.id, { project_id: project.id }],
      [
        'project_user',
        projectUserId(project.id, memberId),
        { project_user_id: projectUserId(project.id, memberId) },
      ],
      ['task', task, { planned_task_id: task }],
    ] as const
    for (const [level, level_id, named] of levels) {
      const body = { level, level_id, amount: 12.5, start: '2026-03-01', type: 'billable_rates' }
      const made = await calls.post(`${home}/rates`, body)
      expect([level, made.status, made.body]).toEqual([level, 201, ''])
      const { body: rates } = await calls.get(`${home}/rates/${level}/${level_id}?type=billable_rates`)
      expect(rates).toEqual([
        expect.objectContaining({ ...named, amount: 12.5, start: '2026-03-01', end: null }),
      ])
    }
    await calls.post(`${home}/rates`, { level: 'task', level_id: task, amount: 20, mode: 'start-today' })
    const { body } = await calls.get(`${home}/rates/task/${task}`)
    expect(body.map((rate: { amount: number; end: string }) => [rate.amount, rate.end])).toEqual([
      [20, null],
      [12.5, '2026-03-01'],
    ])
    expect((await calls.get(`${home}/rates/task/${task}?type=labor_costs`)).body).toEqual([])
  })

  test('are for those who manage the workspace, and for things in it', async () => {
    const cannot = await togglCalls(server, team.member).get(`${home}/rates/workspace/${team.id}`)
    expect([cannot.status, cannot.body]).toEqual([403, 'User cannot access billable rate(s).'])
    const wrong = [
      [{}, 'Request payload must be informed'],
      [
        { level: 'moon', level_id: 1 },
        'Invalid level: it should be workspace, workspace_user, project or project_user',
      ],
      [{ level: 'workspace', level_id: 1_000_000 }, 'Invalid entity ID'],
      [{ level: 'task', level_id: 999_999_999 }, 'Task not found in workspace'],
      [{ level: 'workspace_user', level_id: 999_999_999 }, 'User not found in workspace'],
    ] as const
    for (const [body, message] of wrong) {
      const answer = await calls.post(`${home}/rates`, body)
      expect([answer.status, answer.body]).toEqual([400, message])
    }
  })
})
