import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient } from './clients.ts'
import { setBudget, checkBudgets, clearBudget, listBudgets, MOST_BUDGET_AMOUNT } from './budgets.ts'
import { actingUser } from './context.ts'
import { getEntry } from './entries/read.ts'
import { createEntry, deleteEntry, type NewEntry, updateEntry } from './entries/write.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import type { JobPayloads } from './queue.ts'
import { createRate, deleteRate, listRates, type NewRate, updateRate } from './rates.ts'
import { repriceWorkspace } from './repricing.ts'
import { createTask } from './tasks.ts'
import { startTimer, stopTimer } from './timer.ts'
import { undoOperation } from './undo.ts'

let server: TestServer
let ann: Person
const HOUR = 3_600_000
const nine = Date.UTC(2026, 2, 2, 9)

beforeAll(async () => {
  server = await openTestServer()
})
afterEach(async () => {
  await server.house.db.kysely.deleteFrom('job').execute()
})
afterAll(() => server.close())

async function freshAnn(): Promise<void> {
  ann = await server.person()
  server.clock.now = nine + 10 * HOUR
}

const rate = (fields: Partial<NewRate> = {}) =>
  createRate(ann.ctx(), { workspace_id: ann.workspaceId, kind: 'billable', amount: 6000, ...fields })

const hour = (fields: Partial<NewEntry> = {}) =>
  createEntry(ann.ctx(), {
    workspace_id: ann.workspaceId,
    started_at: nine,
    ended_at: nine + HOUR,
    ...fields,
  })

const amountOfEntry = async (id: number) => (await getEntry(ann.ctx(), id)).billable_amount

/** Does what the verbs have left for later. */
async function runJobs(): Promise<number> {
  const jobs = await server.house.db.kysely.selectFrom('job').selectAll().orderBy('id').execute()
  for (const job of jobs) {
    const payload = JSON.parse(server.house.secrets.open(job.payload)) as JobPayloads['reprice']
    await repriceWorkspace(server.system(), payload)
    await server.house.db.kysely.deleteFrom('job').where('id', '=', job.id).execute()
  }
  return jobs.length
}

describe('an entry', () => {
  beforeAll(freshAnn)

  test('has the rate of the most specific level on its day', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'C', currency: 'USD' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    const task = await createTask(ann.ctx(), project.id, { name: 'T' })
    const { userId } = actingUser(ann.ctx())
    const amounts: (number | null)[] = []
    const look = async (fields: Partial<NewEntry> = { task_id: task.id }) =>
      amounts.push((await hour(fields)).billable_amount)
    await look()
    await rate({ amount: 1000 })
    await look()
    await rate({ amount: 2000, user_id: userId })
    await look()
    const ofClient = await rate({ amount: 3000, client_id: client.id })
    expect(ofClient).toMatchObject({ currency: 'USD', effective_from: '0001-01-01' })
    await look()
    await rate({ amount: 4000, project_id: project.id })
    await look()
    await rate({ amount: 5000, task_id: task.id })
    await look()
    await rate({ amount: 6000, project_id: project.id, user_id: userId })
    await look()
    await look({ client_id: client.id })
    await look({})
    expect(amounts).toEqual([null, 1000, 2000, 3000, 4000, 5000, 6000, 3000, 2000])
  })

  test('is worth its time: a change of time, status or place changes the amount', async () => {
    await freshAnn()
    await rate({ amount: 6000 })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    await rate({ amount: 9000, project_id: project.id })
    const { id } = await hour()
    const after = async (changes: Parameters<typeof updateEntry>[2]) =>
      (await updateEntry(ann.ctx(), { id }, changes)).billable_amount
    expect(await after({ ended_at: nine + HOUR / 2 })).toBe(3000)
    expect(await after({ break_seconds: 600 })).toBe(2000)
    expect(await after({ billing_status: 'not_billable' })).toBeNull()
    expect(await after({ billing_status: 'billable', project_id: project.id })).toBe(3000)
    expect(await after({ project_id: null })).toBe(2000)
  })

  test('that runs has a rate, and an amount once it is stopped', async () => {
    await freshAnn()
    await rate({ amount: 6000 })
    const { started } = await startTimer(ann.ctx(), {})
    expect(started).toMatchObject({ billable_rate: 6000, billable_currency: 'EUR', billable_amount: null })
    server.clock.advance(1800)
    expect(await stopTimer(ann.ctx())).toMatchObject({ billable_amount: 3000 })
  })
})

describe('a rate that changes', () => {
  beforeAll(freshAnn)

  test('changes the time from its day on, and leaves what is billed', async () => {
    const first = await rate({ amount: 6000 })
    const before = await hour({ started_at: nine - 24 * HOUR, ended_at: nine - 23 * HOUR })
    const entry = await hour()
    const billed = await hour({ billing_status: 'billed' })
    await rate({ amount: 9000, effective_from: '2026-03-02' })
    await runJobs()
    expect([
      await amountOfEntry(before.id),
      await amountOfEntry(entry.id),
      await amountOfEntry(billed.id),
    ]).toEqual([6000, 9000, 6000])
    // Nothing of the entry itself has changed, so nobody who holds its version is in the way.
    expect((await getEntry(ann.ctx(), entry.id)).version).toBe(entry.version)
    await updateRate(ann.ctx(), { id: first.id }, { amount: 5000 })
    await runJobs()
    expect([await amountOfEntry(before.id), await amountOfEntry(entry.id)]).toEqual([5000, 9000])
    // Time that was billed keeps its rate when it is corrected.
    const corrected = await updateEntry(ann.ctx(), { id: billed.id }, { ended_at: nine + 2 * HOUR })
    expect(corrected.billable_amount).toBe(12_000)
  })

  test('or is taken back lets the next level hold, and undo brings it back', async () => {
    await freshAnn()
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    await rate({ amount: 1000 })
    const special = await rate({ amount: 9000, project_id: project.id })
    const { id } = await hour({ project_id: project.id })
    const ctx = ann.ctx()
    await deleteRate(ctx, { id: special.id })
    await runJobs()
    expect(await amountOfEntry(id)).toBe(1000)
    await undoOperation(ann.ctx(), ctx.operation.id)
    expect(await runJobs()).toBe(1)
    expect(await amountOfEntry(id)).toBe(9000)
    await rate({ amount: null, project_id: project.id, effective_from: '2026-03-01' })
    await runJobs()
    expect(await amountOfEntry(id)).toBe(1000)
  })

  test('is there once for a thing and a day', async () => {
    await freshAnn()
    await rate({ effective_from: '2026-03-01' })
    await expect(rate({ effective_from: '2026-03-01' })).rejects.toMatchObject({ code: 'conflict' })
    await rate({ kind: 'cost', effective_from: '2026-03-01' })
    const { rows } = await listRates(ann.ctx(), { workspaceId: ann.workspaceId }, { cursor: null, limit: 10 })
    expect(rows.map(({ kind }) => kind)).toEqual(['cost', 'billable'])
  })

  test('for what is deleted is of no account: its time goes by the next level', async () => {
    await freshAnn()
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'C' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    await rate({ amount: 1000 })
    await rate({ amount: 3000, client_id: client.id })
    const special = await rate({ amount: 9000, project_id: project.id })
    const { id } = await hour({ project_id: project.id })
    await deleteRate(ann.ctx(), { id: special.id })
    await runJobs()
    expect(await amountOfEntry(id)).toBe(3000)
    await deleteClient(ann.ctx(), { id: client.id })
    await runJobs()
    expect(await amountOfEntry(id)).toBe(1000)
    await rate({ amount: 9000, project_id: project.id })
    await runJobs()
    const ctx = ann.ctx()
    await deleteProject(ctx, { id: project.id })
    expect(await amountOfEntry(id)).toBe(1000)
    await undoOperation(ann.ctx(), ctx.operation.id)
    expect(await amountOfEntry(id)).toBe(9000)
  })

  test('comes with the client a project is given', async () => {
    await freshAnn()
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'C' })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    await rate({ amount: 3000, client_id: client.id })
    const { id } = await hour({ project_id: project.id })
    expect(await amountOfEntry(id)).toBeNull()
    await updateProject(ann.ctx(), { id: project.id }, { client_id: client.id })
    await runJobs()
    expect(await amountOfEntry(id)).toBe(3000)
  })

  test('does not take what was billed along when that is undone', async () => {
    await freshAnn()
    await rate({ amount: 6000 })
    const { id } = await hour({ billing_status: 'billed' })
    const ctx = ann.ctx()
    await deleteEntry(ctx, { id })
    await rate({ amount: 9000, effective_from: '2026-03-01' })
    await runJobs()
    await undoOperation(ann.ctx(), ctx.operation.id)
    expect(await amountOfEntry(id)).toBe(6000)
  })
})

test('rates are for those who manage', async () => {
  const owner = await server.person()
  const team = await server.team(owner, 'manager', 'member', 'viewer')
  const input = { workspace_id: team.id, kind: 'cost' as const, amount: 1 }
  const page = { cursor: null, limit: 10 }
  const made = await createRate(team.manager.ctx(), { ...input, user_id: team.member.user.id })
  for (const person of [team.member, team.viewer]) {
    await expect(createRate(person.ctx(), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listRates(person.ctx(), { workspaceId: team.id }, page)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(deleteRate(person.ctx(), { id: made.id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listBudgets(person.ctx(), { workspaceId: team.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  const stranger = await server.person()
  await expect(deleteRate(stranger.ctx(), { id: made.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(createRate(owner.ctx(), { ...input, user_id: stranger.user.id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(createRate(owner.ctx(), { ...input, currency: 'XXZ' })).rejects.toMatchObject({
    code: 'invalid',
  })
})

describe('a budget', () => {
  test('counts the project and what lies below it, in time or money, in all or this month', async () => {
    await freshAnn()
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'C', parent_id: project.id })
    await rate({ amount: 6000 })
    await hour({ project_id: project.id, started_at: nine - 48 * HOUR, ended_at: nine - 46 * HOUR })
    await hour({ project_id: child.id })
    await hour({ project_id: child.id, billing_status: 'not_billable' })
    await startTimer(ann.ctx(), { project_id: child.id })
    server.clock.advance(1800)
    const target = { id: project.id }
    expect(await setBudget(ann.ctx(), target, { seconds: 9 * 3600 })).toMatchObject({
      period_key: 'total',
      used_seconds: 4.5 * 3600,
      used_percent: 50,
      alert_percent: 80,
    })
    expect(await setBudget(ann.ctx(), target, { amount: 10_000, period: 'month' })).toMatchObject({
      period_key: '2026-03',
      currency: 'EUR',
      used_amount: 9000,
      used_percent: 90,
    })
    await clearBudget(ann.ctx(), target)
    expect(await listBudgets(ann.ctx(), { workspaceId: ann.workspaceId })).toEqual([])
    await expect(setBudget(ann.ctx(), target, {})).rejects.toMatchObject({ code: 'invalid' })
    await expect(setBudget(ann.ctx(), target, { seconds: 1, amount: 1 })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('is a whole number that can be kept, and more than nothing', async () => {
    await freshAnn()
    const { id } = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    const unfit = [-1, 0, 0.5, 1e19, Number.NaN]
    for (const fields of unfit.flatMap((size) => [{ seconds: size }, { amount: size }]))
      await expect(setBudget(ann.ctx(), { id }, fields)).rejects.toMatchObject({
        code: 'invalid',
        fields: { [Object.keys(fields)[0] ?? '']: expect.any(String) },
      })
    expect(await setBudget(ann.ctx(), { id }, { amount: MOST_BUDGET_AMOUNT })).toMatchObject({
      used_percent: 0,
    })
  })

  test('says once that it runs out and once that it is used up, every month anew', async () => {
    await freshAnn()
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    await setBudget(ann.ctx(), { id: project.id }, { seconds: 10 * 3600, period: 'month', alert_percent: 80 })
    const said = async () => {
      await checkBudgets(server.system())
      await checkBudgets(server.system())
      const events = await server.house.db.kysely
        .selectFrom('event')
        .select('after')
        .where('subject_id', '=', project.id)
        .where('kind', '=', 'project.budget_reached')
        .orderBy('id')
        .execute()
      return events.map(({ after }) => (JSON.parse(after ?? '') as { percent: number }).percent)
    }
    await hour({ project_id: project.id, ended_at: nine + 7 * HOUR })
    expect(await said()).toEqual([])
    await hour({ project_id: project.id, ended_at: nine + HOUR })
    expect(await said()).toEqual([80])
    await hour({ project_id: project.id, ended_at: nine + 4 * HOUR })
    expect(await said()).toEqual([80, 100])
    server.clock.now = nine + 31 * 24 * HOUR
    expect(await said()).toEqual([80, 100])
  })
})
