import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { listEvents } from '../events.ts'
import { createProject, updateProject } from '../projects/write.ts'
import { applyRules } from './apply.ts'
import { assignUsage } from './assign.ts'
import { listUsage } from './read.ts'
import { recordUsage } from './record.ts'
import {
  createUsageRule,
  deleteUsageRule,
  listUsageRules,
  updateUsageRule,
  type UsageRuleFields,
} from './rules.ts'

let server: TestServer
let ann: Person
let plan: number

const nine = Date.UTC(2026, 2, 2, 9)
const day = { from: nine, to: nine + 24 * 3600 * 1000 }
const page = { limit: 500, cursor: null }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
  plan = await project('Plan')
})
afterAll(() => server.close())

const project = async (title: string) => (await createProject(ann.ctx(), ann.workspaceId, { title })).id
const rule = (value: string, more: UsageRuleFields = {}) =>
  createUsageRule(ann.ctx(), { field: 'application', match: 'is', value, project_id: plan, ...more })
const values = async () => (await listUsageRules(ann.ctx())).map((each) => each.value)
const places = async (person = ann) =>
  (await listUsage(person.ctx(), {}, page)).rows.map((row) => [row.application, row.project_id]).toReversed()

async function record(person: Person, ...applications: string[]) {
  const samples = applications.map((application, n) => ({
    application,
    started_at: nine + n * 1000,
    ended_at: nine + n * 1000 + 1000,
  }))
  return recordUsage(person.ctx(), { device: 'laptop', source: 'windows', samples })
}

describe('rules', () => {
  test('stand in the order they were made in, and move', async () => {
    const made = [await rule('A'), await rule('B'), await rule('C')]
    expect(await values()).toEqual(['A', 'B', 'C'])
    await updateUsageRule(ann.ctx(), { id: made[2]!.id }, { position: 0 })
    expect(await values()).toEqual(['C', 'A', 'B'])
    await updateUsageRule(ann.ctx(), { id: made[2]!.id }, { position: 99 })
    expect(await values()).toEqual(['A', 'B', 'C'])
    await rule('D', { position: 1 })
    expect(await values()).toEqual(['A', 'D', 'B', 'C'])
    await deleteUsageRule(ann.ctx(), { id: made[0]!.id })
    expect(await values()).toEqual(['D', 'B', 'C'])
  })

  test('change by what was read of them', async () => {
    const { id } = await rule('A')
    const changed = await updateUsageRule(ann.ctx(), { id, version: 1 }, { value: 'B', match: 'contains' })
    expect(changed).toMatchObject({ value: 'B', match: 'contains', field: 'application', version: 2 })
    const stale = updateUsageRule(ann.ctx(), { id, version: 1 }, { value: 'C' })
    await expect(stale).rejects.toMatchObject({ reason: 'version_mismatch' })
    await expect(deleteUsageRule(ann.ctx(), { id, version: 1 })).rejects.toMatchObject({
      reason: 'version_mismatch',
    })
  })

  test('are one’s own', async () => {
    const { id } = await rule('A')
    const bob = await server.person()
    expect(await listUsageRules(bob.ctx())).toEqual([])
    await expect(updateUsageRule(bob.ctx(), { id }, { value: 'B' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(deleteUsageRule(bob.ctx(), { id })).rejects.toMatchObject({ code: 'not_found' })
    await record(bob, 'A')
    expect(await places(bob)).toEqual([['A', null]])
  })

  test('lead only to projects that one sees and may book on', async () => {
    const team = await server.team(ann, 'viewer', 'member')
    const shared = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    const closed = await createProject(ann.ctx(), team.id, { title: 'Closed', is_private: true })
    const make = (person: Person, project_id: number) =>
      createUsageRule(person.ctx(), { field: 'keyword', match: 'contains', value: 'A', project_id })
    await expect(make(team.viewer, shared.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(make(team.member, closed.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(make(team.member, plan)).rejects.toMatchObject({ code: 'not_found' })
    await expect(make(team.member, shared.id)).resolves.toMatchObject({ workspace_id: team.id })
  })

  test('no longer apply where their project is closed to one', async () => {
    const team = await server.team(ann, 'member')
    const shared = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    const fields = { field: 'keyword', match: 'contains', value: 'A', project_id: shared.id } as const
    await createUsageRule(team.member.ctx(), fields)
    await record(team.member, 'A')
    await updateProject(ann.ctx(), { id: shared.id }, { is_private: true })
    await recordUsage(team.member.ctx(), {
      device: 'laptop',
      source: 'windows',
      samples: [{ application: 'A', started_at: nine + 60_000, ended_at: nine + 61_000 }],
    })
    expect(await places(team.member)).toEqual([
      ['A', shared.id],
      ['A', null],
    ])
    expect(await listUsageRules(team.member.ctx())).toHaveLength(1)
  })

  test('are told of to nobody else, whatever their role', async () => {
    const team = await server.team(ann, 'member')
    const shared = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    const fields = { field: 'domain', match: 'is', value: 'example.org', project_id: shared.id } as const
    const { id } = await createUsageRule(team.member.ctx(), fields)
    await updateUsageRule(team.member.ctx(), { id }, { value: 'example.com' })
    await deleteUsageRule(team.member.ctx(), { id })
    const kinds = async (person: Person) =>
      (await listEvents(person.ctx(), { workspaceId: team.id }, page)).rows.map((event) => event.kind)
    expect((await kinds(ann)).filter((kind) => kind.startsWith('usage_rule'))).toEqual([])
    expect(await kinds(team.member)).toEqual([
      'usage_rule.deleted',
      'usage_rule.updated',
      'usage_rule.created',
    ])
  })

  test.each(['', ' ', 'x'.repeat(1001)])('are refused with a value like %j', async (value) => {
    await expect(rule(value)).rejects.toMatchObject({ fields: { value: expect.any(String) } })
  })
})

describe('applying the rules anew', () => {
  test('places what is in the range, and leaves alone what a hand has placed', async () => {
    const other = await project('Other')
    const recorded = await record(ann, 'A', 'A', 'B')
    await assignUsage(ann.ctx(), [recorded[1]!.id], null)
    await rule('A', { project_id: other })
    expect(await places()).toEqual([
      ['A', null],
      ['A', null],
      ['B', null],
    ])
    expect(await applyRules(ann.ctx(), day)).toEqual({ checked: 2, changed: 1 })
    expect(await places()).toEqual([
      ['A', other],
      ['A', null],
      ['B', null],
    ])
    expect(await applyRules(ann.ctx(), day)).toEqual({ checked: 2, changed: 0 })
  })

  test('takes off what no rule puts there any more', async () => {
    const { id } = await rule('A')
    await record(ann, 'A')
    await deleteUsageRule(ann.ctx(), { id })
    expect(await places()).toEqual([['A', plan]])
    await applyRules(ann.ctx(), { from: day.to, to: day.to + 1 })
    expect(await places()).toEqual([['A', plan]])
    await applyRules(ann.ctx(), day)
    expect(await places()).toEqual([['A', null]])
  })

  test('goes through more samples than one batch holds', async () => {
    for (const source of ['one', 'two', 'three'])
      await recordUsage(ann.ctx(), {
        device: 'laptop',
        source,
        samples: Array.from({ length: 900 }, (_, n) => ({
          application: 'A',
          started_at: nine + n,
          ended_at: nine + n,
        })),
      })
    await rule('A')
    expect(await applyRules(ann.ctx(), day)).toEqual({ checked: 2700, changed: 2700 })
  })

  test('is refused for more than a year, and for an end before the start', async () => {
    const year = 367 * 24 * 3600 * 1000
    await expect(applyRules(ann.ctx(), { from: 0, to: year })).rejects.toMatchObject({ code: 'invalid' })
    await expect(applyRules(ann.ctx(), { from: 1, to: 0 })).rejects.toMatchObject({ code: 'invalid' })
  })
})
