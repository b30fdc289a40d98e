import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam, HOUR, NINE } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { getEntry } from '../entries/read.ts'
import { createEntry, updateEntry } from '../entries/write.ts'
import { activeMembers, addMember, updateMember } from '../members.ts'
import { updateUser } from '../users.ts'
import { approve, approveMany, cancelRequest, reject, rejectMany } from './decide.ts'
import { getApproval, listApprovals } from './read.ts'
import { requestApproval } from './request.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

const all = { cursor: null, limit: 500 }
const decided = { code: 'conflict', reason: 'not_pending' }
const notApprover = { code: 'forbidden', reason: 'not_approver' }
const notFound = { code: 'not_found' }

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

async function change(person: Person, changes: Parameters<typeof updateMember>[2]): Promise<void> {
  const members = await activeMembers(team.owner.ctx(), team.id)
  const member = members.find((each) => each.user_id === person.user.id)
  await updateMember(team.owner.ctx(), { workspaceId: team.id, memberId: member!.id }, changes)
}

describe('levels', () => {
  test('decide one after the other, and the last of them approves', async () => {
    await team.policy([['manager'], ['colleague'], ['admin']])
    const entry = await team.work()
    const [first, second, third] = (await team.ask(entry)).map((level) => level.id)
    await expect(approve(team.colleague.ctx(), second!)).rejects.toMatchObject(decided)
    await expect(reject(team.colleague.ctx(), second!, 'No')).rejects.toMatchObject(decided)
    expect([await team.waitingFor(team.manager), await team.waitingFor(team.colleague)]).toEqual([
      [first],
      [],
    ])

    server.clock.advance(60)
    const ctx = team.manager.ctx()
    const decision = await approve(ctx, first!, ' Fine ')
    expect(decision.approval).toMatchObject({
      status: 'approved',
      is_due: 0,
      decision_comment: 'Fine',
      decided_by: team.manager.user.id,
      decided_at: server.clock.now,
    })
    expect(decision.next).toMatchObject({ id: second, is_due: 1 })
    expect(await team.kindsOf(ctx)).toEqual(['approval.approved'])
    expect(await team.statusOf(entry)).toBe('pending')
    expect([await team.waitingFor(team.manager), await team.waitingFor(team.colleague)]).toEqual([
      [],
      [second],
    ])

    await approve(team.colleague.ctx(), second!)
    expect((await approve(team.admin.ctx(), third!)).next).toBeNull()
    expect(await team.statusOf(entry)).toBe('approved')
    expect(await team.levelsOf(entry)).toEqual(['approved', 'approved', 'approved'])
  })

  test('need one of their people', async () => {
    await team.policy([['manager', 'colleague']])
    const entry = await team.work()
    const [asked] = await team.ask(entry)
    expect([await team.waitingFor(team.manager), await team.waitingFor(team.colleague)]).toEqual([
      [asked!.id],
      [asked!.id],
    ])
    await approve(team.colleague.ctx(), asked!.id)
    expect(await team.statusOf(entry)).toBe('approved')
    expect([await team.waitingFor(team.manager), await team.waitingFor(team.colleague)]).toEqual([[], []])
    await expect(approve(team.manager.ctx(), asked!.id)).rejects.toMatchObject(decided)
  })

  test('after one that rejects are not asked', async () => {
    await team.policy([['manager'], ['colleague'], ['admin']])
    const entry = await team.work()
    const [first, second] = (await team.ask(entry)).map((level) => level.id)
    await approve(team.manager.ctx(), first!)
    const ctx = team.colleague.ctx()
    const rejected = await reject(ctx, second!, ' Wrong project ')
    expect(rejected).toMatchObject({ status: 'rejected', decision_comment: 'Wrong project', is_due: 0 })
    expect(await team.kindsOf(ctx)).toEqual(['approval.rejected', 'approval.cancelled'])
    expect(await team.levelsOf(entry)).toEqual(['approved', 'rejected', 'cancelled'])
    expect(await team.statusOf(entry)).toBe('rejected')
    expect(await team.waitingFor(team.admin)).toEqual([])
  })

  test('reject for a reason only', async () => {
    const [asked] = await team.ask(await team.work())
    await expect(reject(team.owner.ctx(), asked!.id, ' \n')).rejects.toMatchObject({ code: 'invalid' })
    expect(await getApproval(team.owner.ctx(), asked!.id)).toMatchObject({ status: 'pending' })
  })

  test('decide once, one way or the other', async () => {
    const [first] = await team.ask(await team.work())
    const [second] = await team.ask(await team.work())
    await approve(team.owner.ctx(), first!.id)
    await reject(team.owner.ctx(), second!.id, 'No')
    for (const { id } of [first!, second!]) {
      await expect(approve(team.admin.ctx(), id)).rejects.toMatchObject(decided)
      await expect(reject(team.admin.ctx(), id, 'No')).rejects.toMatchObject(decided)
      await expect(cancelRequest(team.member.ctx(), id)).rejects.toMatchObject(decided)
    }
  })

  test('decide once, however many decide at the same time', async () => {
    await team.policy([['manager'], ['admin']])
    const entry = await team.work()
    const [first] = await team.ask(entry)
    const decisions = await Promise.allSettled([
      approve(team.manager.ctx(), first!.id),
      approve(team.admin.ctx(), first!.id),
      reject(team.owner.ctx(), first!.id, 'No'),
      cancelRequest(team.member.ctx(), first!.id),
    ])
    expect(decisions.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const levels = await team.levelsOf(entry)
    expect([
      ['approved', 'pending'],
      ['rejected', 'cancelled'],
      ['cancelled', 'cancelled'],
    ]).toContainEqual(levels)
  })

  test('decide on time as it was submitted, or its change comes too late', async () => {
    const entry = await team.work()
    const [asked] = await team.ask(entry)
    await Promise.allSettled([
      approve(team.owner.ctx(), asked!.id),
      updateEntry(team.member.ctx(), { id: entry.id }, { title: 'Other' }),
    ])
    const { title, approval_status } = await getEntry(team.member.ctx(), entry.id)
    expect([
      ['Work', 'approved'],
      ['Other', null],
    ]).toContainEqual([title, approval_status])
  })
})

describe('a decision is for', () => {
  test('those who are asked, and admins, of whose time it is not', async () => {
    await team.policy([['manager', 'member']])
    const [asked] = await team.ask(await team.work())
    expect(asked!.approver_ids).toEqual(team.idsOf('manager'))
    await expect(approve(team.member.ctx(), asked!.id)).rejects.toMatchObject(notApprover)
    await expect(approve(team.colleague.ctx(), asked!.id)).rejects.toMatchObject(notFound)
    await expect(approve((await server.person()).ctx(), asked!.id)).rejects.toMatchObject(notFound)
    const [others] = await team.ask(await team.work({}, team.colleague), {}, team.colleague)
    await approve(team.member.ctx(), others!.id)
    await expect(approve(team.admin.ctx(), asked!.id)).resolves.toBeDefined()
  })

  test('keys with the scope', async () => {
    const [asked] = await team.ask(await team.work())
    const narrow = team.owner.ctx({ scopes: ['read:*', 'write:time_entries'] })
    await expect(approve(narrow, asked!.id)).rejects.toMatchObject({ reason: 'missing_scope' })
  })

  test('the others, or the admins, once somebody who was asked has left', async () => {
    await team.policy([['manager', 'colleague']])
    const [first] = await team.ask(await team.work())
    const [second] = await team.ask(await team.work())
    await change(team.manager, { is_active: false })
    await expect(approve(team.manager.ctx(), first!.id)).rejects.toMatchObject(notFound)
    await approve(team.colleague.ctx(), first!.id)
    await change(team.colleague, { is_active: false })
    expect(await team.waitingFor(team.admin)).toEqual([second!.id])
    await approve(team.admin.ctx(), second!.id)
    // Who has left is asked no more, and the admins are where nobody is left.
    const [third] = await team.ask(await team.work())
    expect(third).toMatchObject({ level: 1, approver_ids: [] })
    await approve(team.owner.ctx(), third!.id)
  })

  test('no viewer, whatever they were when they were asked', async () => {
    await team.policy([['colleague']])
    const [asked] = await team.ask(await team.work())
    await change(team.colleague, { role: 'viewer' })
    await expect(approve(team.colleague.ctx(), asked!.id)).rejects.toMatchObject(notApprover)
    expect(await team.waitingFor(team.colleague)).toEqual([])
    const [anew] = await team.ask(await team.work())
    expect(anew!.approver_ids).toEqual([])
  })

  test('an admin about their own time where nobody else could decide, and only there', async () => {
    const owner = await server.person()
    const other = await server.person()
    const { id: workspaceId } = await server.team(owner)
    const hour = { started_at: NINE, ended_at: NINE + HOUR, workspace_id: workspaceId }
    const ask = async () => {
      const entry = await createEntry(owner.ctx(), hour)
      const [asked] = await requestApproval(owner.ctx(), [entry.id])
      return asked!.id
    }
    const waiting = async () => {
      const filter = { workspaceId, view: 'to_decide' } as const
      return (await listApprovals(owner.ctx(), filter, all)).rows.map((row) => row.id)
    }
    const mine = async (id: number, isMine: boolean) => {
      expect(await waiting()).toEqual(isMine ? [id] : [])
      const deciding = approve(owner.ctx(), id)
      await (isMine
        ? expect(deciding).resolves.toBeDefined()
        : expect(deciding).rejects.toMatchObject(notApprover))
    }
    await mine(await ask(), true)

    const added = { workspace_id: workspaceId, user_id: other.user.id }
    const early = await ask()
    const { id: memberId } = await addMember(server.system(), { ...added, role: 'admin' })
    await mine(early, false)
    const set = (changes: Parameters<typeof updateMember>[2]) =>
      updateMember(owner.ctx(), { workspaceId, memberId }, changes)
    await set({ role: 'manager' })
    await mine(early, true)

    await set({ role: 'admin' })
    const asksOther = await ask()
    await set({ role: 'member' })
    // One who was asked can still decide, until they are a viewer, switched off or gone.
    await mine(asksOther, false)
    await set({ role: 'viewer' })
    expect(await waiting()).toEqual([asksOther])
    await set({ role: 'member' })
    await updateUser(server.system(), other.user.id, { is_active: false })
    expect(await waiting()).toEqual([asksOther])
    await updateUser(server.system(), other.user.id, { is_active: true })
    expect(await waiting()).toEqual([])
    await set({ is_active: false })
    await mine(asksOther, true)
  })
})

describe('a request can be taken back', () => {
  test('by who made it, by whose time it is, and by admins', async () => {
    for (const who of [team.manager, team.member, team.admin]) {
      const entry = await team.work()
      const [asked] = await team.ask(entry, {}, team.manager)
      const ctx = who.ctx()
      expect(await cancelRequest(ctx, asked!.id)).toMatchObject({ status: 'cancelled', is_due: 0 })
      expect(await team.kindsOf(ctx)).toEqual(['approval.cancelled'])
      expect(await team.statusOf(entry)).toBeNull()
    }
    await team.policy([['colleague']])
    const [asked] = await team.ask(await team.work())
    await expect(cancelRequest(team.manager.ctx(), asked!.id)).rejects.toMatchObject(notApprover)
    await expect(cancelRequest(team.colleague.ctx(), asked!.id)).rejects.toMatchObject(notApprover)
    await expect(cancelRequest(team.viewer.ctx(), asked!.id)).rejects.toMatchObject(notFound)
  })

  test('with all its levels, from any of them', async () => {
    await team.policy([['manager'], ['admin']])
    const entry = await team.work()
    const [first, second] = await team.ask(entry)
    await approve(team.manager.ctx(), first!.id)
    await cancelRequest(team.member.ctx(), second!.id)
    expect(await team.levelsOf(entry)).toEqual(['approved', 'cancelled'])
    expect(await team.statusOf(entry)).toBeNull()
    await updateEntry(team.member.ctx(), { id: entry.id }, { title: 'Other' })
    await expect(team.ask(entry)).resolves.toHaveLength(2)
  })
})

describe('many are decided on', () => {
  test('each by itself', async () => {
    const [mine, theirs] = [await team.work({}, team.owner), await team.work()]
    const ids = []
    for (const entry of [mine, theirs]) ids.push((await team.ask(entry, {}, team.owner))[0]!.id)
    const results = await approveMany(team.owner.ctx(), [...ids, ids[1]!, 2_000_000_000], 'Fine')
    expect(
      results.map((each) => ('error' in each ? each.error.reason : each.decision.approval.status)),
    ).toEqual(['not_approver', 'approved', 'no_such_thing'])
    expect([await team.statusOf(mine), await team.statusOf(theirs)]).toEqual(['pending', 'approved'])
    const again = await rejectMany(team.admin.ctx(), ids, 'No')
    expect(again.map((each) => ('error' in each ? each.error.reason : 'done'))).toEqual([
      'done',
      'not_pending',
    ])
  })

  test('without a word about those of other workspaces', async () => {
    const [foreign] = await team.ask(await team.work())
    const stranger = await server.person()
    const results = await approveMany(stranger.ctx(), [foreign!.id, 2_000_000_000])
    const told = results.map((each) => ('error' in each ? [each.error.code, each.error.message] : []))
    expect(told[0]).toEqual(told[1])
    expect(told[0]).toContain('not_found')
  })

  test('where they are named, for a reason, and not too many', async () => {
    const [asked] = await team.ask(await team.work())
    const many = Array.from({ length: 201 }, (_, index) => index + 1)
    for (const refused of [
      () => approveMany(team.owner.ctx(), []),
      () => approveMany(team.owner.ctx(), many),
      () => rejectMany(team.owner.ctx(), [asked!.id], ' '),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'invalid' })
  })
})
