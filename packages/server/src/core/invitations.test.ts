import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  previewInvitation,
  revokeInvitation,
} from './invitations.ts'
import { updateMember } from './members.ts'
import { signUp } from './sign-up.ts'
import { deleteWorkspace, getWorkspace, listWorkspaces } from './workspaces.ts'

let server: TestServer
let ann: Person
let bob: Person
let teamId: number
let count = 0

const all = { cursor: null, limit: 100 }
const DAY_S = 24 * 3600

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
beforeEach(async () => {
  bob = await server.person()
  teamId = (await server.team(ann)).id
})
afterAll(() => server.close())

const invite = (email: string, role: 'admin' | 'member' = 'member', byMail = false) =>
  createInvitation(ann.ctx(), teamId, { email, role, byMail })

const newAddress = () => `new${++count}@example.com`
const account = (email: string, invitation: string) =>
  signUp(server.system(), {
    email,
    password: 'a long enough password',
    timeZone: 'UTC',
    registration: 'invitation',
    invitation,
  })

describe('an invitation', () => {
  test('lets an existing account in, with its role', async () => {
    const { secret } = await invite(bob.email.toUpperCase(), 'admin')
    expect(await previewInvitation(server.system(), secret)).toMatchObject({ hasAccount: true })
    expect(await acceptInvitation(bob.ctx(), secret)).toMatchObject({ workspace_id: teamId, role: 'admin' })
    expect(await getWorkspace(bob.ctx(), teamId)).toMatchObject({ role: 'admin' })
    expect(await listWorkspaces(bob.ctx())).toHaveLength(2)
  })

  test('makes an account for a new address, with a personal workspace and the team', async () => {
    const email = newAddress()
    const { secret } = await invite(email)
    expect(await previewInvitation(server.system(), secret)).toMatchObject({ hasAccount: false })
    const user = await account(email, secret)
    const carl = { ...bob.ctx(), actor: { ...bob.ctx().actor, userId: user.id } as never }
    const roles = (await listWorkspaces(carl)).map((each) => [each.workspace.personal_user_id, each.role])
    expect(roles).toEqual([
      [null, 'member'],
      [user.id, 'owner'],
    ])
  })

  test('is for its address: nobody else gets in, and no account is left behind', async () => {
    const { secret } = await invite(newAddress())
    await expect(acceptInvitation(bob.ctx(), secret)).rejects.toMatchObject({ code: 'forbidden' })
    const email = newAddress()
    await expect(account(email, secret)).rejects.toMatchObject({ code: 'forbidden' })
    const { secret: own } = await invite(email)
    await expect(account(email, own)).resolves.toBeDefined()
  })

  test('works once', async () => {
    const { secret } = await invite(bob.email)
    await acceptInvitation(bob.ctx(), secret)
    for (const again of [acceptInvitation, previewInvitation]) {
      await expect(again(bob.ctx(), secret)).rejects.toMatchObject({ code: 'gone', reason: 'link_used' })
    }
  })

  test('works once when it is accepted twice at once', async () => {
    const { secret } = await invite(bob.email)
    const both = await Promise.allSettled([
      acceptInvitation(bob.ctx(), secret),
      acceptInvitation(bob.ctx(), secret),
    ])
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toMatchObject([{ code: 'gone', reason: 'link_used' }])
    const members = await server.house.db.kysely
      .selectFrom('member')
      .select('id')
      .where('workspace_id', '=', teamId)
      .where('user_id', '=', bob.user.id)
      .execute()
    expect(members).toHaveLength(1)
  })

  test('makes one account when it is used twice at once', async () => {
    const email = newAddress()
    const { secret } = await invite(email)
    const both = await Promise.allSettled([account(email, secret), account(email, secret)])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is good for 14 days, and then does not stand in the way of the next', async () => {
    const { secret } = await invite(bob.email)
    server.clock.advance(14 * DAY_S)
    await expect(acceptInvitation(bob.ctx(), secret)).rejects.toMatchObject({
      code: 'gone',
      reason: 'link_expired',
    })
    expect((await listInvitations(ann.ctx(), teamId, all)).rows).toEqual([])
    const next = await invite(bob.email)
    server.clock.advance(14 * DAY_S - 1)
    await expect(acceptInvitation(bob.ctx(), next.secret)).resolves.toBeDefined()
  })

  test('can be withdrawn, and sent anew', async () => {
    const { invitation, secret } = await invite(bob.email)
    await expect(invite(bob.email.toUpperCase())).rejects.toMatchObject({ code: 'conflict' })
    await revokeInvitation(ann.ctx(), teamId, invitation.id)
    await expect(acceptInvitation(bob.ctx(), secret)).rejects.toMatchObject({ code: 'not_found' })
    await expect(invite(bob.email)).resolves.toBeDefined()
  })

  test('is one for each address, also when two are made at once', async () => {
    const both = await Promise.allSettled([invite(bob.email), invite(bob.email)])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('brings back a member who has left, and is refused for one who is there', async () => {
    const first = await invite(bob.email, 'admin')
    const membership = await acceptInvitation(bob.ctx(), first.secret)
    await expect(invite(bob.email)).rejects.toMatchObject({ code: 'conflict', reason: 'already_member' })
    const target = { workspaceId: teamId, memberId: membership.member_id }
    await updateMember(ann.ctx(), target, { is_active: false })
    const second = await invite(bob.email)
    expect(await acceptInvitation(bob.ctx(), second.secret)).toMatchObject({
      role: 'member',
      member_id: membership.member_id,
    })
  })

  test('ends with its workspace', async () => {
    const { secret } = await invite(bob.email)
    await deleteWorkspace(ann.ctx(), teamId)
    await expect(acceptInvitation(bob.ctx(), secret)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is stored without its secret', async () => {
    const { invitation, secret } = await invite(bob.email)
    expect(Object.values(invitation)).not.toContain(secret)
  })

  test('is for teams, from their owner and admins', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
    const to = { email: newAddress(), role: 'member', byMail: false } as const
    for (const person of [team.manager, team.member, team.viewer]) {
      const forbidden = { code: 'forbidden' }
      await expect(createInvitation(person.ctx(), team.id, to)).rejects.toMatchObject(forbidden)
      await expect(listInvitations(person.ctx(), team.id, all)).rejects.toMatchObject(forbidden)
    }
    await expect(createInvitation(team.admin.ctx(), team.id, to)).resolves.toBeDefined()
    const personal = createInvitation(ann.ctx(), ann.workspaceId, to)
    await expect(personal).rejects.toMatchObject({ code: 'invalid' })
    await expect(createInvitation(bob.ctx(), team.id, to)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is not accepted by a key that is bound to another workspace', async () => {
    const { secret } = await invite(bob.email)
    const bound = acceptInvitation(bob.ctx({ workspaceId: bob.workspaceId }), secret)
    await expect(bound).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is mailed if and only if it is kept', async () => {
    const jobs = async () =>
      (await server.house.db.kysely.selectFrom('job').select('payload').execute()).map((job) =>
        JSON.parse(server.house.secrets.open(job.payload)),
      )
    const { secret } = await invite(bob.email, 'member', true)
    await expect(invite(bob.email, 'member', true)).rejects.toMatchObject({ code: 'conflict' })
    expect((await jobs()).filter((job) => job.to === bob.email)).toMatchObject([
      { letter: 'invitation', secret },
    ])
  })
})
