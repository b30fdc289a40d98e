import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../../core/entries/write.ts'
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
const HOUR_MS = 3600_000
const { get, post, put, remove } = eightCalls(() => toggl)

describe('workspaces', () => {
  test('are listed, shown and changed', async () => {
    const { body } = await put(`/workspaces/${wid}`, {
      workspace: {
        default_currency: 'EUR',
        default_hourly_rate: 50,
        name: "John's ws",
        only_admins_may_create_projects: false,
        only_admins_see_billable_rates: true,
        rounding: 1,
        rounding_minutes: 60,
      },
    })
    expect(body).toEqual({
      data: {
        id: wid,
        name: "John's ws",
        profile: 102,
        premium: true,
        admin: true,
        default_hourly_rate: 50,
        default_currency: 'EUR',
        only_admins_may_create_projects: false,
        only_admins_see_billable_rates: true,
        only_admins_see_team_dashboard: true,
        projects_billable_by_default: false,
        rounding: 1,
        rounding_minutes: 60,
        api_token: '',
        at,
        logo_url: '',
        ical_url: '',
        ical_enabled: false,
      },
    })
    expect(await get(`/workspaces/${wid}`)).toEqual(body)
    expect(await get('/workspaces')).toEqual([body.data])
    expect((await put(`/workspaces/${wid}`, { workspace: { rounding: 7 } })).status).toBe(404)
    expect((await put(`/workspaces/${wid}`, {})).body).toEqual(["workspace can't be blank"])
  })

  test('of others are 403, and what is no number is refused', async () => {
    const bob = await server.person()
    for (const path of ['', '/users', '/clients', '/projects', '/tags', '/tasks', '/workspace_users'])
      expect((await toggl.get(`/api/v8/workspaces/${bob.workspaceId}${path}`)).status).toBe(403)
    expect((await toggl.get('/api/v8/workspaces/x')).body).toEqual(['Missing or invalid workspace_id'])
  })

  test('have people, who are invited, become administrators and leave', async () => {
    const team = await server.team(ann, 'member')
    const { member } = team
    expect(await get(`/workspaces/${team.id}/users`)).toEqual([
      {
        id: ann.user.id,
        default_wid: team.id,
        email: ann.email,
        fullname: 'John Swift',
        at,
        timezone: 'UTC',
      },
      {
        id: member.user.id,
        default_wid: team.id,
        email: member.email,
        fullname: member.user.name,
        at,
        timezone: 'UTC',
      },
    ])
    const [, theirs] = await get(`/workspaces/${team.id}/workspace_users`)
    expect(theirs).toEqual({
      id: theirs.id,
      uid: member.user.id,
      wid: team.id,
      admin: false,
      active: true,
      email: member.email,
      at,
      name: member.user.name,
    })
    const promoted = await put(`/workspace_users/${theirs.id}`, { workspace_user: { admin: true } })
    expect(promoted.body).toEqual({ data: { ...theirs, admin: true } })
    expect(short(await remove(`/workspace_users/${theirs.id}`))).toEqual([200, [theirs.id]])
    expect((await get(`/workspaces/${team.id}/workspace_users`))[1]).toMatchObject({ active: false })
    expect(short(await remove('/workspace_users/2000000000'))).toEqual(nothing)
  })

  test('are invited to by address; what is wrong with one is said beside the others', async () => {
    const team = await server.team(ann, 'member')
    const emails = ['jane.swift@toggl.example', team.member.email, 'nobody']
    const { status, body } = await post(`/workspaces/${team.id}/invite`, { emails })
    expect(status).toBe(200)
    expect(body).toEqual({
      data: [
        {
          id: expect.any(Number),
          wid: team.id,
          admin: false,
          active: false,
          email: 'jane.swift@toggl.example',
          invite_url: expect.stringMatching(/^http:\/\/sundial\.test\/invitations\/.{43}$/),
        },
      ],
      notifications: [
        `${team.member.email}: This person is already a member of the workspace.`,
        'nobody: That is not an e-mail address.',
      ],
    })
    const asMember = togglCalls(server, team.member)
    expect(
      (await asMember.post(`/api/v8/workspaces/${team.id}/invite`, { emails: ['a@b.example'] })).status,
    ).toBe(403)
    expect((await post(`/workspaces/${team.id}/invite`, {})).body).toEqual(["emails can't be blank"])
  })
})

describe('the dashboard', () => {
  test('is null and null where nothing was done', async () => {
    expect(await get(`/dashboard/${wid}`)).toEqual({ most_active_user: null, activity: null })
  })

  test('has the hours of a week by person, and the latest entries of all', async () => {
    const team = await server.team(ann, 'member')
    const project = await createProject(ann.ctx(), team.id, { title: 'Site' })
    const add = (person: Person, hoursAgo: number, fields: object) => {
      const started_at = server.clock.now - hoursAgo * HOUR_MS
      return createEntry(person.ctx(), {
        workspace_id: team.id,
        started_at,
        ended_at: started_at + HOUR_MS,
        ...fields,
      })
    }
    await add(ann, 24 * 8, { title: 'Long ago' })
    await add(ann, 5, { project_id: project.id, title: 'design' })
    await add(team.member, 4, {})
    await add(team.member, 3, {})
    expect(await get(`/dashboard/${team.id}`)).toEqual({
      most_active_user: [
        { user_id: team.member.user.id, duration: 7200 },
        { user_id: ann.user.id, duration: 3600 },
      ],
      activity: [
        { user_id: team.member.user.id, project_id: 0, duration: 3600, stop: '2013-03-06T10:15:37+00:00' },
        { user_id: team.member.user.id, project_id: 0, duration: 3600, stop: '2013-03-06T09:15:37+00:00' },
        {
          user_id: ann.user.id,
          project_id: project.id,
          duration: 3600,
          description: 'design',
          stop: '2013-03-06T08:15:37+00:00',
        },
        {
          user_id: ann.user.id,
          project_id: 0,
          duration: 3600,
          description: 'Long ago',
          stop: '2013-02-26T13:15:37+00:00',
        },
      ],
    })
    const seen = (await togglCalls(server, team.member).get(`/api/v8/dashboard/${team.id}`)).body
    expect(seen.most_active_user).toEqual([{ user_id: team.member.user.id, duration: 7200 }])
  })
})

test('groups are not offered', async () => {
  const answers = [
    await toggl.get(`/api/v8/workspaces/${wid}/groups`),
    await post('/groups', { group: { name: 'Developers', wid } }),
    await put('/groups/1', { group: { name: 'Developers' } }),
    await remove('/groups/1'),
  ]
  for (const { status, body } of answers) expect([status, body]).toEqual([402, [expect.any(String)]])
})
