import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listEntries } from './entries/read.ts'
import { createEntry } from './entries/write.ts'
import { getMe } from './me.ts'
import { addMember, listMembers, type MemberChanges, updateMember } from './members.ts'
import { findTimer, startTimer } from './timer.ts'
import { authenticateToken, createToken } from './tokens.ts'
import { updateMe } from './users.ts'
import { getWorkspace, listWorkspaces } from './workspaces.ts'

let server: TestServer
let ann: Person
let team: Awaited<ReturnType<typeof server.team<'admin' | 'manager' | 'member' | 'viewer'>>>

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  team = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
})
afterAll(() => server.close())

async function memberOf(person: Person) {
  const { rows } = await listMembers(ann.ctx(), team.id, all)
  return rows.find((row) => row.user_id === person.user.id)!
}

async function change(by: Person, who: Person, changes: MemberChanges) {
  const { id } = await memberOf(who)
  return updateMember(by.ctx(), { workspaceId: team.id, memberId: id }, changes)
}

const leave = (person: Person) => change(person, person, { is_active: false })

describe('a member who leaves', () => {
  test('stops their timer there and keeps their time', async () => {
    const { member } = team
    await createEntry(member.ctx(), { ...anHour, workspace_id: team.id })
    const { started } = await startTimer(member.ctx(), { workspace_id: team.id })
    server.clock.advance(60)
    await leave(member)
    const { rows } = await listEntries(ann.ctx(), { whose: [member.user.id], workspaceId: team.id }, all)
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.id === started.id)).toMatchObject({ ended_at: started.started_at + 60_000 })
    await expect(getWorkspace(member.ctx(), team.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('goes on with a timer that runs elsewhere', async () => {
    await startTimer(team.member.ctx(), { workspace_id: team.member.workspaceId })
    await leave(team.member)
    expect(await findTimer(team.member.ctx())).toBeDefined()
  })

  test('loses the keys that are bound to the workspace, and no others', async () => {
    const key = { name: 'k', kind: 'timetracker', scopes: ['*'], expiresAt: null, allowedIps: [] } as const
    const make = (workspaceId: number | null) =>
      createToken(team.member.ctx(), { ...key, scopes: ['*'], allowedIps: [], workspaceId })
    const [bound, free] = [await make(team.id), await make(null)]
    await change(ann, team.member, { is_active: false })
    await expect(authenticateToken(server.system(), bound.secret, { ip: '127.0.0.1' })).rejects.toMatchObject(
      {
        code: 'unauthenticated',
      },
    )
    await expect(authenticateToken(server.system(), free.secret, { ip: '127.0.0.1' })).resolves.toBeDefined()
    const events = await server.house.db.kysely
      .selectFrom('event')
      .select('kind')
      .where('subject_kind', '=', 'token')
      .where('subject_id', '=', bound.token.id)
      .execute()
    expect(events.map((event) => event.kind)).toContain('token.deleted')
  })

  test('has the personal workspace as default again, and comes back by being let in', async () => {
    await updateMe(team.member.ctx(), { default_workspace_id: team.id })
    await leave(team.member)
    expect(await getMe(team.member.ctx())).toMatchObject({ default_workspace_id: team.member.workspaceId })
    const row = { workspace_id: team.id, user_id: team.member.user.id, role: 'viewer' } as const
    await addMember(server.system(), row)
    expect(await getWorkspace(team.member.ctx(), team.id)).toMatchObject({ role: 'viewer' })
    await expect(addMember(server.system(), row)).rejects.toMatchObject({ reason: 'already_member' })
  })

  test('is asked for only by themselves, an admin or the owner', async () => {
    for (const other of [team.manager, team.viewer]) {
      await expect(change(other, team.member, { is_active: false })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(change(team.admin, team.member, { is_active: false })).resolves.toMatchObject({
      is_active: 0,
    })
    await expect(leave(team.viewer)).resolves.toMatchObject({ is_active: 0 })
  })

  test('changes nothing else about themselves on the way', async () => {
    const sneaky = change(team.member, team.member, { is_active: false, role: 'admin' })
    await expect(sneaky).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the owner', () => {
  test('is one: handing over makes the old one an admin', async () => {
    await change(ann, team.manager, { role: 'owner' })
    expect(await memberOf(team.manager)).toMatchObject({ role: 'owner' })
    expect(await memberOf(ann)).toMatchObject({ role: 'admin' })
  })

  test('alone hands over, and only to somebody active', async () => {
    await expect(change(team.admin, team.member, { role: 'owner' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await change(ann, team.member, { is_active: false })
    await expect(change(ann, team.member, { role: 'owner' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each<MemberChanges>([{ is_active: false }, { role: 'member' }])(
    'cannot go by %j before another is',
    async (changes) => {
      for (const by of [ann, team.admin]) {
        await expect(change(by, ann, changes)).rejects.toMatchObject({
          code: 'conflict',
          reason: 'last_owner',
        })
      }
    },
  )

  test('is not doubled by two who are made it at once', async () => {
    await Promise.allSettled([
      change(ann, team.admin, { role: 'owner' }),
      change(ann, team.manager, { role: 'owner' }),
    ])
    const { rows } = await listMembers(ann.ctx(), team.id, all)
    expect(rows.filter((row) => row.role === 'owner')).toHaveLength(1)
  })
})

describe('a member', () => {
  test('is changed by the owner and admins, and by nobody else', async () => {
    const changes = { role: 'manager', designation: ' Lead ', department: '' } as const
    for (const by of [team.manager, team.member, team.viewer]) {
      await expect(change(by, team.viewer, changes)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await change(team.admin, team.viewer, changes)).toMatchObject({
      role: 'manager',
      designation: 'Lead',
      department: null,
    })
  })

  test('is written under the version that was read', async () => {
    const { id, version } = await memberOf(team.member)
    const target = { workspaceId: team.id, memberId: id, version }
    const edits = await Promise.allSettled([
      updateMember(ann.ctx(), target, { department: 'A' }),
      updateMember(team.admin.ctx(), target, { department: 'B' }),
    ])
    expect(edits.map((edit) => edit.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('joins by invitation, not by being added; the operator may add to teams only, and no owner', async () => {
    const bob = await server.person()
    const row = { workspace_id: team.id, user_id: bob.user.id, role: 'member' } as const
    await expect(addMember(ann.ctx(), row)).rejects.toMatchObject({ code: 'forbidden' })
    const owner = addMember(server.system(), { ...row, role: 'owner' })
    await expect(owner).rejects.toMatchObject({ code: 'invalid' })
    const personal = addMember(server.system(), { ...row, workspace_id: ann.workspaceId })
    await expect(personal).rejects.toMatchObject({ code: 'invalid' })
  })

  test('of another workspace is not there', async () => {
    const { id } = await memberOf(team.member)
    const other = await server.team(ann)
    const strange = updateMember(ann.ctx(), { workspaceId: other.id, memberId: id }, { role: 'viewer' })
    await expect(strange).rejects.toMatchObject({ code: 'not_found' })
    const bob = await server.person()
    await expect(listMembers(bob.ctx(), team.id, all)).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('an administrator of the installation is in no workspace by that', async () => {
  const root = await server.person({ isAdmin: true })
  const mine = await listWorkspaces(root.ctx({ isAdmin: true }))
  expect(mine.map((each) => each.workspace_id)).toEqual([root.workspaceId])
})
