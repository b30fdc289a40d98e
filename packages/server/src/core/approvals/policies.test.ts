import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { createProject, deleteProject } from '../projects/write.ts'
import { undoOperation } from '../undo.ts'
import { updateWorkspace } from '../workspaces.ts'
import {
  createPolicy,
  deletePolicy,
  levelsIn,
  listPolicies,
  type PolicyFields,
  updatePolicy,
} from './policies.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

const all = { cursor: null, limit: 100 }
const forbidden = { code: 'forbidden' }

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

const list = async (person = team.member) => (await listPolicies(person.ctx(), team.id, all)).rows

describe('a policy', () => {
  test('is made, changed and deleted by owners and admins, and seen by every member', async () => {
    const policy = await team.policy([['manager', 'manager'], ['admin']], { min_seconds: 60 })
    expect(policy).toMatchObject({ name: 'Policy', project_id: null, billable_only: 0, is_enabled: 1 })
    expect(levelsIn(policy)).toEqual([team.idsOf('manager'), team.idsOf('admin')])
    const change = { name: 'Other', billable_only: true }
    const after = await updatePolicy(team.admin.ctx(), { id: policy.id, version: 1 }, change)
    expect(after).toMatchObject({ name: 'Other', billable_only: 1, min_seconds: 60, version: 2 })
    for (const person of [team.owner, team.manager, team.member, team.viewer])
      expect(await list(person)).toEqual([after])
    const stale = updatePolicy(team.admin.ctx(), { id: policy.id, version: 1 }, change)
    await expect(stale).rejects.toMatchObject({ reason: 'version_mismatch' })
    for (const person of [team.manager, team.member, team.viewer]) {
      await expect(updatePolicy(person.ctx(), { id: policy.id }, change)).rejects.toMatchObject(forbidden)
      await expect(deletePolicy(person.ctx(), { id: policy.id })).rejects.toMatchObject(forbidden)
    }
    await deletePolicy(team.admin.ctx(), { id: policy.id })
    expect(await list()).toEqual([])
    const gone = updatePolicy(team.admin.ctx(), { id: policy.id }, change)
    await expect(gone).rejects.toMatchObject({ code: 'not_found' })
  })

  test('has levels of people of its workspace who may decide', async () => {
    const stranger = await server.person()
    const make = (levels: number[][], fields: PolicyFields = {}) =>
      createPolicy(team.owner.ctx(), team.id, { name: 'Policy', levels, ...fields })
    const admin = team.admin.user.id
    for (const levels of [[], [[]], [[admin], []], Array.from({ length: 11 }, () => [admin])])
      await expect(make(levels)).rejects.toMatchObject({ code: 'invalid' })
    await expect(make([team.idsOf('viewer')])).rejects.toMatchObject({ code: 'invalid' })
    await expect(make([[stranger.user.id]])).rejects.toMatchObject({ code: 'not_found' })
    await expect(make([[admin]], { user_id: stranger.user.id })).rejects.toMatchObject({ code: 'not_found' })
    for (const min_seconds of [-1, 0.5, 366 * 24 * 3600, 1e300])
      await expect(make([[admin]], { min_seconds })).rejects.toMatchObject({ code: 'invalid' })
    const foreign = await createProject(stranger.ctx(), stranger.workspaceId, { title: 'P' })
    const elsewhere = await createProject(team.owner.ctx(), team.owner.workspaceId, { title: 'P' })
    for (const { id } of [foreign, elsewhere])
      await expect(make([[admin]], { project_id: id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await list()).toEqual([])
  })

  test('comes back, or is as it was, by undo', async () => {
    const { id } = await team.policy([['manager']])
    const change = team.owner.ctx()
    await updatePolicy(change, { id }, { levels: [team.idsOf('admin')], is_enabled: false })
    await undoOperation(team.owner.ctx(), change.operation.id)
    const [restored] = await list()
    expect([levelsIn(restored!), restored!.is_enabled]).toEqual([[team.idsOf('manager')], 1])
    const deletion = team.owner.ctx()
    await deletePolicy(deletion, { id })
    await undoOperation(team.owner.ctx(), deletion.operation.id)
    expect((await list()).map((each) => each.id)).toEqual([id])
    const creation = team.owner.ctx()
    await createPolicy(creation, team.id, { name: 'New', levels: [team.idsOf('admin')] })
    await undoOperation(team.owner.ctx(), creation.operation.id)
    expect((await list()).map((each) => each.id)).toEqual([id])
  })

  test('of a project goes with it, and comes back with it', async () => {
    const { id: parent } = await createProject(team.owner.ctx(), team.id, { title: 'P' })
    const { id: child } = await createProject(team.owner.ctx(), team.id, { title: 'C', parent_id: parent })
    const { id } = await team.policy([['manager']], { project_id: child })
    const other = await team.policy([['manager']])
    const ctx = team.manager.ctx()
    await deleteProject(ctx, { id: parent })
    expect(await list()).toEqual([other])
    expect(await team.kindsOf(ctx)).toEqual(['approval_policy.deleted', 'project.deleted', 'project.deleted'])
    await undoOperation(team.manager.ctx(), ctx.operation.id)
    expect((await list()).map((each) => each.id)).toEqual([id, other.id])
  })

  test('is out of reach where approvals are switched off, and for keys without the scope', async () => {
    const { id } = await team.policy([['manager']])
    const narrow = listPolicies(team.owner.ctx({ scopes: ['read:projects'] }), team.id, all)
    await expect(narrow).rejects.toMatchObject({ reason: 'missing_scope' })
    await updateWorkspace(team.owner.ctx(), { id: team.id }, { disabled_modules: ['time_approvals'] })
    const off = { code: 'forbidden', reason: 'module_disabled' }
    await expect(list()).rejects.toMatchObject(off)
    await expect(updatePolicy(team.owner.ctx(), { id }, { name: 'Other' })).rejects.toMatchObject(off)
    await expect(team.policy([['manager']])).rejects.toMatchObject(off)
  })
})
