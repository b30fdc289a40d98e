import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { membershipsOf } from './access.ts'
import { createClient } from './clients.ts'
import { createProject } from './projects/write.ts'
import { currentRates, rateInForce, setRate } from './rate-changes.ts'
import { createRate, listRates, type NewRate } from './rates.ts'
import type { RateLevel } from './rules/rates.ts'
import { createTask } from './tasks.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

const rate = (fields: Partial<NewRate>) =>
  createRate(ann.ctx(), { workspace_id: ann.workspaceId, kind: 'billable', amount: 1, ...fields })

async function amounts(level: RateLevel, of?: number[]) {
  const ctx = ann.ctx()
  const rates = await currentRates(ctx, await membershipsOf(ctx), { level, of })
  return rates.map(({ amount }) => amount).sort((a, b) => Number(a) - Number(b))
}

test('the rates in force are those of one level, of everything or of what is named', async () => {
  const { id: client_id } = await createClient(ann.ctx(), ann.workspaceId, { name: 'client' })
  const [one, two] = [
    await createProject(ann.ctx(), ann.workspaceId, { title: 'one' }),
    await createProject(ann.ctx(), ann.workspaceId, { title: 'two' }),
  ]
  const { id: task_id } = await createTask(ann.ctx(), one.id, { name: 'task' })
  const user_id = ann.user.id
  await rate({ amount: 10 })
  await rate({ amount: 20, user_id })
  await rate({ amount: 30, client_id })
  await rate({ amount: 39, project_id: one.id, effective_from: '2026-01-01' })
  await rate({ amount: 40, project_id: one.id, effective_from: '2026-02-01' })
  await rate({ amount: 99, project_id: one.id, effective_from: '2026-04-01' })
  await rate({ amount: 41, project_id: two.id })
  await rate({ amount: 50, task_id })
  await rate({ amount: 60, project_id: one.id, user_id })
  await rate({ amount: 61, project_id: two.id, user_id })
  await rate({ amount: 70, kind: 'cost', user_id })
  expect(await amounts('workspace')).toEqual([10])
  expect(await amounts('member')).toEqual([20])
  expect(await amounts('client')).toEqual([30])
  expect(await amounts('project')).toEqual([40, 41])
  expect(await amounts('project', [two.id])).toEqual([41])
  expect(await amounts('project', [])).toEqual([])
  expect(await amounts('task', [task_id, task_id + 1])).toEqual([50])
  expect(await amounts('project_member')).toEqual([60, 61])
  expect(await amounts('project_member', [one.id])).toEqual([60])
  // One that ends leaves nothing of its level, and touches no other.
  const place = { workspaceId: ann.workspaceId, kind: 'billable', project_id: one.id } as const
  await setRate(ann.ctx(), { ...place, amount: null, reach: 'today' })
  expect(await amounts('project')).toEqual([41])
  expect(await amounts('project_member')).toEqual([60, 61])
  await setRate(ann.ctx(), { ...place, amount: 42, reach: 'always' })
  expect(await amounts('project')).toEqual([41, 42])
  expect(await amounts('project_member')).toEqual([60, 61])
})

test('a rate that holds from today unless it is the first counts those that were ended and those to come', async () => {
  const make = async (title: string) => (await createProject(ann.ctx(), ann.workspaceId, { title })).id
  const [none, ended, coming] = [await make('none'), await make('ended'), await make('coming')]
  await rate({ amount: null, project_id: ended })
  await rate({ amount: 9, project_id: coming, effective_from: '2026-12-01' })
  const at = (project_id: number) => ({ workspaceId: ann.workspaceId, kind: 'billable', project_id }) as const
  const daysOf = async (projectId: number) => {
    await setRate(ann.ctx(), { ...at(projectId), amount: 7, reach: 'today_unless_first' })
    const filter = { workspaceId: ann.workspaceId, projectId }
    const { rows } = await listRates(ann.ctx(), filter, { cursor: null, limit: 10 })
    return rows.map(({ effective_from, amount }) => [effective_from, amount])
  }
  expect(await daysOf(none)).toEqual([['0001-01-01', 7]])
  expect(await daysOf(ended)).toEqual([
    ['2026-03-02', 7],
    ['0001-01-01', null],
  ])
  expect(await daysOf(coming)).toEqual([
    ['2026-12-01', 9],
    ['2026-03-02', 7],
  ])
  expect(await rateInForce(ann.ctx(), at(coming))).toMatchObject({ amount: 7 })
  const reader = ann.ctx({ scopes: ['read:*', 'write:projects'] })
  await expect(rateInForce(reader, at(coming))).rejects.toMatchObject({ reason: 'missing_scope' })
})
