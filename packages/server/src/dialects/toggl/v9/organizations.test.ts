import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../../testing/server.ts'
import { type Calls, togglCalls } from '../testing/toggl-client.ts'

let server: TestServer
let ann: Person
let calls: Calls
let team: { id: number; admin: Person; member: Person }
let home: string

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00.120Z')
  ann = await server.person({ name: 'Ann' })
  calls = togglCalls(server, ann)
  team = await server.team(ann, 'admin', 'member')
  home = `/api/v9/organizations/${team.id}`
})

const AT = '2026-03-02T09:00:00.12Z'
type User = { id: number; name: string; email: string; joined: boolean }
const users = async (query = '') => (await calls.get(`${home}/users${query}`)).body as User[]

describe('an organization', () => {
  test('stands for each workspace, under its number', async () => {
    const { body } = await calls.get('/api/v9/me/organizations')
    expect(body.map((each: { id: number }) => each.id)).toEqual([ann.workspaceId, team.id])
    expect(body[1]).toEqual({
      id: team.id,
      name: body[1].name,
      pricing_plan_id: 0,
      created_at: AT,
      at: AT,
      server_deleted_at: null,
      is_multi_workspace_enabled: false,
      suspended_at: null,
      user_count: 3,
      trial_info: {
        trial: false,
        trial_available: false,
        trial_end_date: null,
        next_payment_date: null,
        last_pricing_plan_id: null,
        can_have_trial: false,
        trial_plan_id: null,
      },
      is_unified: true,
      max_workspaces: 1,
      permissions: null,
      admin: true,
      owner: true,
      pricing_plan_name: 'Premium',
      pricing_plan_enterprise: false,
    })
    expect((await calls.get(home)).body).toEqual(body[1])
  })

  test('is made with its workspace, and renamed with it', async () => {
    const { status, body } = await calls.post('/api/v9/organizations', {
      name: 'Acme',
      workspace_name: 'Main',
    })
    expect(status).toBe(200)
    expect(body).toEqual({ id: body.id, name: 'Acme', workspace_id: body.id, workspace_name: 'Acme' })
    expect(Object.keys(body)).toEqual(['id', 'name', 'workspace_id', 'workspace_name'])
    const renamed = await calls.put(`/api/v9/organizations/${body.id}`, { name: 'Zenith' })
    expect([renamed.status, renamed.body]).toEqual([200, ''])
    expect((await calls.get(`/api/v9/workspaces/${body.id}`)).body.name).toBe('Zenith')
  })

  test.each([
    ['POST', { name: ' ' }, "Field 'name' cannot be empty."],
    ['POST', {}, "Field 'name' cannot be empty."],
    ['POST', { name: 'x'.repeat(141) }, 'organization name too long, maximum length is 140'],
    ['POST', { name: 'A', workspace_name: ' ' }, 'workspace name must contain non-space characters'],
    ['PUT', {}, 'At least one field is required'],
  ])('is refused: %s %j', async (method, body, message) => {
    const answer =
      method === 'POST' ? await calls.post('/api/v9/organizations', body) : await calls.put(home, body)
    expect([answer.status, answer.body]).toEqual([400, message])
  })

  test('has one workspace', async () => {
    const answer = await calls.post(`${home}/workspaces`, { name: 'Second' })
    expect([answer.status, answer.body]).toEqual([
      400,
      'Multiple workspaces are not enabled in this organization.',
    ])
  })

  test('says who owns it and how many belong to it', async () => {
    expect((await calls.get(`${home}/owner`)).body).toMatchObject({
      user_id: ann.user.id,
      name: 'Ann',
      email: ann.email,
    })
    const statistics = {
      admins: [
        { name: 'Ann', user_id: ann.user.id },
        { name: team.admin.user.name, user_id: team.admin.user.id },
      ],
      groups_count: 0,
      members_count: 3,
    }
    expect((await calls.get(`${home}/workspaces/statistics`)).body).toEqual({ [team.id]: statistics })
    expect((await calls.get(`/api/v9/workspaces/${team.id}/statistics`)).body).toEqual(statistics)
  })

  test('of others is a 403, and so are groups a 402', async () => {
    const stranger = await server.person()
    for (const id of [stranger.workspaceId, 999_999_999])
      expect((await calls.get(`/api/v9/organizations/${id}`)).status).toBe(403)
    expect((await calls.get('/api/v9/organizations/x')).body).toBe('Missing or invalid organization_id')
    expect((await calls.get(`${home}/groups`)).status).toBe(402)
  })
})

describe('the people of an organization', () => {
  test('are listed, with those who are invited', async () => {
    await calls.post(`${home}/invitations`, invitation('new@example.com'))
    const listed = await users()
    expect(listed.map((each) => [each.name, each.joined])).toEqual([
      ['Ann', true],
      ['', false],
      [team.admin.user.name, true],
      [team.member.user.name, true],
    ])
    expect(Object.keys(listed[0]!).slice(0, 13)).toEqual(
      'id name email user_id avatar_url admin owner joined invitation_code inactive can_edit_email workspaces groups'.split(
        ' ',
      ),
    )
    const names = async (query: string) => (await users(query)).map((each) => each.name)
    expect(await names('?active_status=active&only_admins=true')).toEqual(['Ann', team.admin.user.name])
    expect(await names('?active_status=invited')).toEqual([''])
    expect(await names('?filter=ANN')).toEqual(['Ann'])
    expect(await names('?active_status=active&sort_dir=desc&per_page=2')).toEqual([
      team.member.user.name,
      team.admin.user.name,
    ])
    expect(await names('?active_status=active&page=2&per_page=2')).toEqual([team.member.user.name])
    expect(await names(`?workspaces=${team.id}&active_status=inactive`)).toEqual([])
    expect(await names('?workspaces=999999999')).toEqual([])
    const blind = await togglCalls(server, team.member).get(`${home}/users/detailed`)
    expect(blind.body).toHaveLength(3)
  })

  test.each([
    ['active_status=gone', "active_status parameter can contain only 'active', 'inactive' or 'invited'."],
    ['only_admins=maybe', "only_admins parameter can contain only 'true' or 'false'."],
    ['page=x', "Invalid value sent for 'page'."],
    ['page=0', 'page parameter must contain values > 0.'],
    ['per_page=0', 'per_page parameter must contain values > 0.'],
    ['sort_dir=up', "sort_dir parameter can contain only 'asc' or 'desc'."],
    ['groups=x', "Invalid value sent for 'groups'."],
  ])('are not listed with %s', async (query, message) => {
    const answer = await calls.get(`${home}/users?${query}`)
    expect([answer.status, answer.body]).toEqual([400, message])
  })

  test('are changed, taken out, and leave', async () => {
    const member = (await users()).find((each) => each.email === team.member.email)!
    const workspaces = [{ workspace_id: team.id, admin: true }]
    expect((await calls.put(`${home}/users/${member.id}`, { workspaces })).status).toBe(200)
    expect((await users('?only_admins=true')).map((each) => each.id)).toContain(member.id)
    const nobody = await calls.put(`${home}/users/999999999`, { organization_admin: true })
    expect([nobody.status, nobody.body]).toEqual([404, 'Invalid organization user ID.'])
    const wrong = await calls.patch(`${home}/users`, { delete: [member.id, 5] })
    expect(wrong.body).toBe("The following organization user IDs do not belong to this organization: '5'.")
    expect((await calls.patch(`${home}/users`, {})).body).toBe(
      'At least one organization user ID must be supplied.',
    )
    expect((await calls.patch(`${home}/users`, { delete: [member.id] })).status).toBe(200)
    expect((await users('?active_status=active')).map((each) => each.id)).not.toContain(member.id)

    const owner = await calls.remove(`${home}/users/leave`)
    expect([owner.status, owner.body]).toEqual([400, 'Cannot remove the organization owner.'])
    const admin = togglCalls(server, team.admin)
    const left = await admin.remove(`${home}/users/leave`)
    expect([left.status, left.body]).toEqual([200, ''])
    expect((await admin.get(home)).status).toBe(403)
  })

  test('are also members of its workspace', async () => {
    const path = `${home}/workspaces/${team.id}/workspace_users`
    const { body } = await calls.get(`${path}?search=ann&active=true`)
    expect(body).toEqual([expect.objectContaining({ user_id: ann.user.id, admin: true })])
    expect((await calls.get(`${home}/workspaces/${ann.workspaceId}/workspace_users`)).status).toBe(404)
    const member = (await users()).find((each) => each.email === team.member.email)!
    expect((await calls.patch(path, { delete: [member.id] })).status).toBe(200)
    expect((await calls.patch(path, { delete: [5] })).body).toBe('Wrong workspace user IDs')
  })
})

function invitation(...emails: string[]) {
  return { emails, workspaces: [{ workspace_id: team.id, admin: false }] }
}

describe('an invitation', () => {
  const codeOf = (url: string) => url.split('/').at(-1) ?? ''

  test('is made, shown to whoever holds its code, and accepted', async () => {
    const bob = await server.person({ email: 'bob@example.org' })
    const { status, body } = await calls.post(`${home}/invitations`, invitation('bob@example.org'))
    expect(status).toBe(200)
    const [made] = body.data
    expect(body).toEqual({
      data: [
        {
          invitation_id: made.invitation_id,
          email: 'bob@example.org',
          organization_id: team.id,
          invite_url: expect.stringMatching(/\/invitations\/[\w-]{43}$/),
          recipient_id: null,
          sender_id: ann.user.id,
          workspaces: [{ workspace_id: team.id, user_id: null, workspace_user_id: null }],
        },
      ],
      messages: [],
    })
    const code = codeOf(made.invite_url)
    const shown = await server.app.inject({ method: 'GET', url: `/toggl/api/v9/invitations/${code}` })
    expect(shown.json()).toEqual({
      accounts_signup_url: made.invite_url,
      code,
      email: 'bob@example.org',
      organization_id: team.id,
      organization_name: expect.any(String),
      sender_email: ann.email,
      sender_name: 'Ann',
      sso: false,
    })
    const accept = `/api/v9/organizations/invitations/${code}/accept`
    expect((await calls.post(accept)).status).toBe(403)
    expect((await togglCalls(server, bob).post(accept)).status).toBe(200)
    expect((await users('?filter=bob')).map((each) => each.joined)).toEqual([true])
    expect((await togglCalls(server, bob).post(accept)).status).toBe(410)
  })

  test('is turned down by whom it is for, and by nobody else', async () => {
    const bob = await server.person({ email: 'bob@example.net' })
    const { body } = await calls.post(`${home}/invitations`, invitation('bob@example.net'))
    const reject = `/api/v9/organizations/invitations/${codeOf(body.data[0].invite_url)}/reject`
    expect((await calls.post(reject)).status).toBe(403)
    expect((await togglCalls(server, bob).post(reject)).status).toBe(200)
    expect(await users('?active_status=invited')).toEqual([])
    const again = await togglCalls(server, bob).post(reject)
    expect([again.status, again.body]).toEqual([404, 'Invalid invitation code'])
  })

  test('is not sent again by a server that sends no mail', async () => {
    const { body } = await calls.post(`${home}/invitations`, invitation('carol@example.com'))
    const path = `${home}/invitations/${body.data[0].invitation_id}/resend`
    const mute = await calls.put(path)
    expect([mute.status, mute.body]).toEqual([400, 'This server sends no mail'])
    const unknown = await calls.put(`${home}/invitations/999999999/resend`)
    expect([unknown.status, unknown.body]).toEqual([404, 'Invitation code not found'])
  })

  test.each([
    [{ emails: [] }, 'at least one email is required'],
    [{ emails: ['a@b.c'] }, 'at least one workspace is required'],
    [{ emails: ['a@b.c'], workspaces: [{ workspace_id: 1 }] }, 'invalid workspace ID'],
  ])('is refused with %j', async (body, message) => {
    const answer = await calls.post(`${home}/invitations`, body)
    expect([answer.status, answer.body]).toEqual([400, message])
  })

  test('needs an address, and somebody who may invite', async () => {
    const bad = await calls.post(`${home}/invitations`, invitation('good@example.com', 'bad'))
    expect([bad.status, bad.body]).toEqual([400, "Invalid e-mail: 'bad'"])
    expect(await users('?active_status=invited')).toEqual([])
    expect((await calls.post(`${home}/invitations`, { ...invitation('a@b.c'), groups: [1] })).status).toBe(
      402,
    )
    const member = togglCalls(server, team.member)
    expect((await member.post(`${home}/invitations`, invitation('a@b.c'))).status).toBe(403)
  })
})

test('invitations are mailed where the server sends mail, and can be mailed again', async () => {
  const mailing = await openTestServer({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'time@example.com' })
  try {
    const owner = await mailing.person()
    const { id } = await mailing.team(owner)
    const path = `/api/v9/organizations/${id}/invitations`
    const there = togglCalls(mailing, owner)
    const body = { emails: ['bob@example.com'], workspaces: [{ workspace_id: id }] }
    const made = await there.post(path, body)
    expect(made.body.data[0].invite_url).toBeNull()
    expect((await there.put(`${path}/${made.body.data[0].invitation_id}/resend`)).status).toBe(200)
    const letters = await mailing.house.db.kysely
      .selectFrom('job')
      .select('payload')
      .where('kind', '=', 'send-mail')
      .execute()
    expect(letters).toHaveLength(2)
  } finally {
    await mailing.close()
  }
})
