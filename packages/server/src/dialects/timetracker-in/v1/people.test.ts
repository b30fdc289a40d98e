import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateMember } from '../../../core/members.ts'
import { createToken } from '../../../core/tokens.ts'
import { openTestServer, type TestServer } from '../../../testing/server.ts'
import { uuidOf } from '../ids.ts'
import { idOf } from '../input.ts'
import { coreClient } from '../testing/client.ts'
import { type CoreTeam, coreTeam, DENIED, NOT_FOUND, refusal, rootOf } from '../testing/team.ts'

let server: TestServer
let team: CoreTeam

beforeAll(async () => {
  server = await openTestServer()
  team = await coreTeam(server)
})
afterAll(() => server.close())

describe('who one is', () => {
  test('is told with the workspace that one starts in', async () => {
    const { user, email, workspaceId } = team.people.owner
    const { status, body } = await team.owner.get('/me')
    expect([status, body]).toEqual([
      200,
      {
        id: uuidOf('user', user.id),
        name: 'Olga',
        email,
        avatar: null,
        timezone: 'UTC',
        default_workspace_id: uuidOf('workspace', workspaceId),
        created_at: '2026-03-02T09:00:00.000Z',
      },
    ])
  })

  test('is told to a key without any scope, but of no workspace beyond its own', async () => {
    const { secret } = await createToken(team.people.owner.ctx(), {
      name: 'Bound',
      kind: 'timetracker',
      scopes: ['read:tags'],
      workspaceId: team.id,
      expiresAt: null,
      allowedIps: [],
    })
    const { body } = await coreClient(server, secret).get('/me')
    expect([body.name, body.default_workspace_id]).toEqual(['Olga', null])
    const members = await coreClient(server, secret).get(`${team.root}/team-members`)
    expect(refusal(members)).toEqual(DENIED)
  })
})

describe('the team members', () => {
  test('are listed newest first, page by page, and shown one by one', async () => {
    const list = `${team.root}/team-members`
    const { body } = await team.member.get(`${list}?per_page=2`)
    expect(body.pagination).toEqual({ page: 1, per_page: 2, total: 3, total_pages: 2 })
    expect(body.data.map((each: { role: { name: string } }) => each.role.name)).toEqual(['Viewer', 'Member'])
    const [owner] = (await team.member.get(`${list}?per_page=2&page=2`)).body.data
    expect(owner).toEqual({
      id: expect.any(String),
      name: 'Olga',
      email: team.people.owner.email,
      avatar: null,
      designation: null,
      department: null,
      status: 'active',
      role: { id: uuidOf('role', 1), name: 'Owner', description: expect.any(String) },
      billable_rate: null,
    })
    expect((await team.viewer.get(`${list}/${owner.id}`)).body).toEqual(owner)
  })

  test('stay listed as inactive when they have left', async () => {
    const list = `${team.root}/team-members`
    const { body } = await team.owner.get(list)
    const { id } = body.data.find((each: { role: { name: string } }) => each.role.name === 'Viewer')
    const target = { workspaceId: team.id, memberId: idOf('team_member', id) }
    await updateMember(team.people.owner.ctx(), target, { is_active: false })
    expect((await team.owner.get(`${list}/${id}`)).body.status).toBe('inactive')
  })

  test('of another workspace, or another kind, are not found', async () => {
    const { workspaceId } = team.people.owner
    const own = (await team.owner.get(`${rootOf(workspaceId)}/team-members`)).body.data[0].id
    for (const id of [own, uuidOf('user', team.people.owner.user.id), '7'])
      expect(refusal(await team.owner.get(`${team.root}/team-members/${id}`))).toEqual(NOT_FOUND)
    expect(refusal(await team.member.get(`${rootOf(workspaceId)}/team-members`))).toEqual(NOT_FOUND)
  })
})
