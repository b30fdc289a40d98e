import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam, HOUR, NINE } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { createEntry, updateEntry } from '../entries/write.ts'
import { createProject } from '../projects/write.ts'
import { startTimer } from '../timer.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import { approve, reject } from './decide.ts'
import { deletePolicy, updatePolicy } from './policies.ts'
import { getApproval, listApprovals } from './read.ts'
import { requestApproval } from './request.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

describe('a request for approval', () => {
  test('goes through the levels of its policy, of which the first is due', async () => {
    await team.policy([['manager'], ['owner', 'admin']])
    const entry = await team.work()
    const ctx = team.member.ctx()
    const [first, second, ...more] = await requestApproval(ctx, [entry.id], { comment: ' Please ' })
    expect(first).toMatchObject({
      level: 1,
      status: 'pending',
      is_due: 1,
      parent_id: null,
      request_comment: 'Please',
      requested_by: team.member.user.id,
      approver_ids: team.idsOf('manager'),
      entry: {
        user_id: team.member.user.id,
        title: 'Work',
        started_at: NINE,
      },
    })
    expect(second).toMatchObject({ level: 2, status: 'pending', is_due: 0, parent_id: first?.id })
    expect(second?.approver_ids).toEqual(team.idsOf('owner', 'admin'))
    expect(more).toEqual([])
    expect(await team.statusOf(entry)).toBe('pending')
    expect(await team.kindsOf(ctx)).toEqual(['approval.created', 'approval.created'])
  })

  test('asks the admins where no policy fits', async () => {
    const [asked, ...more] = await team.ask(await team.work())
    expect(asked).toMatchObject({ level: 1, approver_ids: team.idsOf('owner', 'admin') })
    expect(more).toEqual([])
  })

  test('asks nobody about their own time: such a level is skipped, or goes to the other admins', async () => {
    await team.policy([['owner'], ['admin']])
    const [asked, ...more] = await team.ask(await team.work({}, team.owner), {}, team.owner)
    expect(asked).toMatchObject({ level: 2, is_due: 1, approver_ids: team.idsOf('admin') })
    expect(more).toEqual([])
    const admins = await team.ask(await team.work({}, team.admin), {}, team.admin)
    expect(admins.map((each) => each.level)).toEqual([1])
    const alone = await approvalTeam(server, people)
    await alone.policy([['owner']])
    const [others] = await alone.ask(await alone.work({}, alone.owner), {}, alone.owner)
    expect(others).toMatchObject({ level: 1, approver_ids: team.idsOf('admin') })
  })

  test('can be narrowed to some of those whom its levels ask, and to nobody else', async () => {
    await team.policy([['manager', 'colleague'], ['admin']])
    const entry = await team.work()
    const stranger = team.ask(entry, { approverIds: team.idsOf('colleague', 'owner') })
    await expect(stranger).rejects.toMatchObject({ code: 'invalid', reason: 'no_approvers' })
    expect([await team.statusOf(entry), await team.levelsOf(entry)]).toEqual([null, []])
    const levels = await team.ask(entry, { approverIds: team.idsOf('colleague') })
    expect(levels.map((each) => each.approver_ids)).toEqual([team.idsOf('colleague'), team.idsOf('admin')])
  })

  test('is for one’s own time, or for anybody’s where one manages', async () => {
    const entry = await team.work()
    await expect(team.ask(entry, {}, team.colleague)).rejects.toMatchObject({ code: 'not_found' })
    await expect(team.ask(entry, {}, team.viewer)).rejects.toMatchObject({ code: 'not_found' })
    const [asked] = await team.ask(entry, {}, team.manager)
    expect(asked).toMatchObject({
      requested_by: team.manager.user.id,
      entry: { user_id: team.member.user.id },
    })
  })

  test('is for all entries that are named or for none', async () => {
    const fine = await team.work()
    const waiting = await team.work()
    await team.ask(waiting)
    const both = requestApproval(team.member.ctx(), [fine.id, waiting.id])
    await expect(both).rejects.toMatchObject({ code: 'conflict', reason: 'already_pending' })
    expect(await team.statusOf(fine)).toBeNull()
    const unknown = requestApproval(team.member.ctx(), [fine.id, 2_000_000_000])
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
    await expect(requestApproval(team.member.ctx(), [])).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is refused for a timer that runs, for approved time, and before the lock date', async () => {
    const { started } = await startTimer(team.colleague.ctx(), { workspace_id: team.id })
    const running = team.ask(started, {}, team.colleague)
    await expect(running).rejects.toMatchObject({ code: 'conflict', reason: 'timer_running' })
    const entry = await team.work()
    const [asked] = await team.ask(entry)
    await approve(team.owner.ctx(), asked!.id)
    await expect(team.ask(entry)).rejects.toMatchObject({ code: 'locked', reason: 'approved' })
    const early = await team.work()
    await updateWorkspace(team.owner.ctx(), { id: team.id }, { locked_before: '2026-03-03' })
    await expect(team.ask(early)).rejects.toMatchObject({ code: 'locked', reason: 'locked_period' })
  })

  test('is made once, however many ask at once', async () => {
    const entry = await team.work()
    const asked = await Promise.allSettled([
      team.ask(entry),
      team.ask(entry),
      team.ask(entry, {}, team.manager),
    ])
    expect(asked.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await team.levelsOf(entry)).toEqual(['pending'])
  })

  test('can be made anew once it is rejected, from the first level on', async () => {
    await team.policy([['manager'], ['admin']])
    const entry = await team.work()
    const [first] = await team.ask(entry)
    await reject(team.manager.ctx(), first!.id, 'Too long')
    expect(await team.statusOf(entry)).toBe('rejected')
    const anew = await team.ask(entry)
    expect(anew.map(({ level, is_due }) => [level, is_due])).toEqual([
      [1, 1],
      [2, 0],
    ])
    expect(await team.statusOf(entry)).toBe('pending')
    expect(await team.levelsOf(entry)).toEqual(['rejected', 'cancelled', 'pending', 'pending'])
  })

  test('of entries of several workspaces goes by the policies of each', async () => {
    await team.policy([['manager']])
    const other = await approvalTeam(server, people)
    const entries = [await team.work(), await other.work()]
    const asked = await requestApproval(
      team.member.ctx(),
      entries.map((entry) => entry.id),
    )
    expect(asked.map((each) => each.approver_ids)).toEqual([
      team.idsOf('manager'),
      team.idsOf('owner', 'admin'),
    ])
  })

  test('needs the scope, and the module switched on', async () => {
    const entry = await team.work()
    const narrow = requestApproval(team.member.ctx({ scopes: ['read:*', 'write:time_entries'] }), [entry.id])
    await expect(narrow).rejects.toMatchObject({ code: 'forbidden', reason: 'missing_scope' })
    const [asked] = await team.ask(await team.work())
    await updateWorkspace(team.owner.ctx(), { id: team.id }, { disabled_modules: ['time_approvals'] })
    const off = { code: 'forbidden', reason: 'module_disabled' }
    await expect(team.ask(entry)).rejects.toMatchObject(off)
    await expect(getApproval(team.member.ctx(), asked!.id)).rejects.toMatchObject(off)
    await expect(approve(team.owner.ctx(), asked!.id)).rejects.toMatchObject(off)
    await expect(listApprovals(team.owner.ctx(), { workspaceId: team.id }, all)).rejects.toMatchObject(off)
    const everywhere = await listApprovals(team.owner.ctx(), {}, { cursor: null, limit: 500 })
    expect(everywhere.rows.filter((each) => each.workspace_id === team.id)).toEqual([])
  })

  test('cannot be undone', async () => {
    const entry = await team.work()
    const ctx = team.member.ctx()
    await requestApproval(ctx, [entry.id])
    await expect(undoOperation(team.member.ctx(), ctx.operation.id)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await team.statusOf(entry)).toBe('pending')
  })
})

describe('the policy of an entry', () => {
  const askedAbout = async (fields: Parameters<ApprovalTeam['work']>[0], person = team.member) => {
    const [asked] = await team.ask(await team.work(fields, person), {}, person)
    return asked?.approver_ids
  }

  test('is the one of its project before that of its owner before that of all, the oldest of several', async () => {
    const project = await createProject(team.owner.ctx(), team.id, { title: 'P' })
    const onProject = { project_id: project.id }
    await team.policy([['manager']])
    expect(await askedAbout(onProject)).toEqual(team.idsOf('manager'))
    await team.policy([['colleague']], { user_id: team.member.user.id })
    expect(await askedAbout(onProject)).toEqual(team.idsOf('colleague'))
    expect(await askedAbout(onProject, team.admin)).toEqual(team.idsOf('manager'))
    await team.policy([['admin']], onProject)
    await team.policy([['owner']], onProject)
    expect(await askedAbout(onProject)).toEqual(team.idsOf('admin'))
    expect(await askedAbout({})).toEqual(team.idsOf('colleague'))
  })

  test('holds from as much time as it says, for billable time where it says so, and while it is in force', async () => {
    await team.policy([['manager']], { min_seconds: 3600 })
    expect(await askedAbout({})).toEqual(team.idsOf('manager'))
    expect(await askedAbout({ ended_at: NINE + HOUR - 1000 })).toEqual(team.idsOf('owner', 'admin'))
    expect(await askedAbout({ break_seconds: 1 })).toEqual(team.idsOf('owner', 'admin'))
    const { id } = await team.policy([['colleague']], { billable_only: true, user_id: team.member.user.id })
    expect(await askedAbout({ billing_status: 'billed' })).toEqual(team.idsOf('colleague'))
    expect(await askedAbout({ billing_status: 'not_billable' })).toEqual(team.idsOf('manager'))
    await updatePolicy(team.owner.ctx(), { id }, { is_enabled: false })
    expect(await askedAbout({})).toEqual(team.idsOf('manager'))
    await updatePolicy(team.owner.ctx(), { id }, { is_enabled: true })
    expect(await askedAbout({})).toEqual(team.idsOf('colleague'))
    await deletePolicy(team.owner.ctx(), { id })
    expect(await askedAbout({})).toEqual(team.idsOf('manager'))
  })

  test('that changes leaves requests under way as they are', async () => {
    const { id } = await team.policy([['manager'], ['admin']])
    const entry = await team.work()
    const [first, second] = await team.ask(entry)
    await updatePolicy(team.owner.ctx(), { id }, { levels: [team.idsOf('owner')] })
    await approve(team.manager.ctx(), first!.id)
    await deletePolicy(team.owner.ctx(), { id })
    await approve(team.admin.ctx(), second!.id)
    expect(await team.statusOf(entry)).toBe('approved')
  })
})

test('a manager is told of time on a private project only where they are asked about it', async () => {
  const shut = await createProject(team.colleague.ctx(), team.id, { title: 'Shut', is_private: true })
  const entry = await createEntry(team.colleague.ctx(), {
    started_at: NINE,
    ended_at: NINE + HOUR,
    project_id: shut.id,
  })
  const [asked] = await team.ask(entry, {}, team.colleague)
  await expect(getApproval(team.manager.ctx(), asked!.id)).rejects.toMatchObject({ code: 'not_found' })
  const listed = await listApprovals(team.manager.ctx(), { workspaceId: team.id }, all)
  expect(listed.rows).toEqual([])
  await updateEntry(team.colleague.ctx(), { id: entry.id }, { title: 'Changed' })
  await team.policy([['manager']])
  const [anew] = await team.ask(entry, {}, team.colleague)
  expect(await getApproval(team.manager.ctx(), anew!.id)).toMatchObject({ entry: { title: 'Changed' } })
})
