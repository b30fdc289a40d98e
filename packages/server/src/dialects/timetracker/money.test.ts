import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listBudgets, setBudget } from '../../core/budgets.ts'
import { getEntry } from '../../core/entries/read.ts'
import { createRate, listRates, type RateFilter, updateRate } from '../../core/rates.ts'
import { repriceWorkspace } from '../../core/repricing.ts'
import type { JobPayloads } from '../../core/queue.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let client: Client
let customer: number

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T18:00:00Z')
  ann = await server.person()
  client = await clientOf(server, ann)
  customer = (await client.post('/clients', { name: 'Big', default_hourly_rate: '60' })).body.client.id
})
afterAll(() => server.close())

async function makeProject(fields: object): Promise<number> {
  return (await client.post('/projects', { name: 'Web', client_id: customer, ...fields })).body.project.id
}

async function work(project: number, day: string, more: object = {}): Promise<number> {
  const times = { start_time: `${day}T09:00:00`, end_time: `${day}T10:30:00` }
  const { body } = await client.post('/time-entries', { project_id: project, ...times, ...more })
  return body.time_entry.id
}

const amountOf = async (id: number) => (await getEntry(ann.ctx(), id)).billable_amount
const shown = async (project: number) => (await client.get(`/projects/${project}`)).body.project

const FIRST_PAGE = { cursor: null, limit: 10 }

async function rateOf(filter: Partial<RateFilter>): Promise<number> {
  const { rows } = await listRates(ann.ctx(), { workspaceId: ann.workspaceId, ...filter }, FIRST_PAGE)
  return rows[0]?.id ?? 0
}

/** Does what a change of rates has left for later. */
async function runJobs(): Promise<void> {
  const jobs = await server.house.db.kysely.selectFrom('job').selectAll().orderBy('id').execute()
  for (const job of jobs) {
    // Nothing else is left for later here.
    const payload = JSON.parse(server.house.secrets.open(job.payload)) as JobPayloads['reprice']
    await repriceWorkspace(server.system(), payload)
    await server.house.db.kysely.deleteFrom('job').where('id', '=', job.id).execute()
  }
}

describe('an hourly rate', () => {
  test('of a project holds for all its time, and a later one from its day on', async () => {
    const project = await makeProject({ hourly_rate: 100 })
    const before = await work(project, '2026-03-01')
    expect(await amountOf(before)).toBe(15_000)
    server.clock.advance(24 * 3600)
    await client.patch(`/projects/${project}`, { hourly_rate: 120.5 })
    await runJobs()
    const after = await work(project, '2026-03-03')
    expect([await amountOf(before), await amountOf(after)]).toEqual([15_000, 18_075])
    expect(await shown(project)).toMatchObject({
      hourly_rate: 120.5,
      total_hours: 3,
      total_billable_hours: 3,
      estimated_cost: 330.75,
      total_project_value: 330.75,
    })
  })

  test('that is taken away leaves that of the client, and none at all none', async () => {
    const project = await makeProject({ hourly_rate: 100 })
    await client.patch(`/projects/${project}`, { hourly_rate: null })
    await runJobs()
    expect((await shown(project)).hourly_rate).toBeNull()
    expect(await amountOf(await work(project, '2026-03-02'))).toBe(9000)
    await client.patch(`/clients/${customer}`, { default_hourly_rate: 0 })
    expect((await client.get(`/clients/${customer}`)).body.client.default_hourly_rate).toBeNull()
  })

  test.each([
    ['with everything', ['*']],
    ['that may not see rates', ['write:projects', 'write:workspaces']],
  ])('that is set again keeps the price of what was worked before, by a key %s', async (_name, scopes) => {
    const project = await makeProject({ hourly_rate: 50 })
    const before = await work(project, '2026-03-01')
    server.clock.advance(24 * 3600)
    const setting = await clientOf(server, ann, { scopes })
    await setting.patch(`/projects/${project}`, { hourly_rate: null })
    expect((await shown(project)).hourly_rate).toBeNull()
    await setting.patch(`/projects/${project}`, { hourly_rate: 70 })
    await setting.patch(`/projects/${project}`, { hourly_rate: 80 })
    await runJobs()
    const after = await work(project, '2026-03-03')
    expect([await amountOf(before), await amountOf(after)]).toEqual([7500, 12_000])
  })

  test('that is set before one that is yet to come holds from today on', async () => {
    const project = await makeProject({})
    const before = await work(project, '2026-03-01')
    await createRate(ann.ctx(), {
      workspace_id: ann.workspaceId,
      kind: 'billable',
      project_id: project,
      amount: 9000,
      effective_from: '2026-04-01',
    })
    await client.patch(`/projects/${project}`, { hourly_rate: 70 })
    await runJobs()
    expect(await amountOf(before)).toBe(9000)
    expect(await amountOf(await work(project, '2026-03-02'))).toBe(10_500)
  })

  test('is a number of the currency in which it is shown', async () => {
    const project = await makeProject({})
    const yen = { workspace_id: ann.workspaceId, kind: 'billable', amount: 5000, currency: 'JPY' } as const
    await createRate(ann.ctx(), { ...yen, project_id: project })
    await updateRate(ann.ctx(), { id: await rateOf({ clientId: customer }) }, yen)
    const rates = async () => {
      const { rows } = await listRates(ann.ctx(), { workspaceId: ann.workspaceId }, FIRST_PAGE)
      return rows.map(({ amount, currency }) => [amount, currency])
    }
    const { hourly_rate } = await shown(project)
    const { default_hourly_rate } = (await client.get(`/clients/${customer}`)).body.client
    expect([hourly_rate, default_hourly_rate]).toEqual([5000, '5000'])
    await client.patch(`/projects/${project}`, { hourly_rate })
    await client.patch(`/clients/${customer}`, { default_hourly_rate })
    expect(await rates()).toEqual([
      [5000, 'JPY'],
      [5000, 'JPY'],
    ])
    await client.patch(`/projects/${project}`, { hourly_rate: 6000 })
    await client.patch(`/clients/${customer}`, { default_hourly_rate: '7000' })
    expect((await shown(project)).hourly_rate).toBe(6000)
    expect((await rates()).slice(0, 2)).toEqual([
      [7000, 'JPY'],
      [6000, 'JPY'],
    ])
  })

  test('of a client is text with as many digits as its currency has', async () => {
    const rate = async (default_hourly_rate: unknown) =>
      (await client.patch(`/clients/${customer}`, { default_hourly_rate })).body.client.default_hourly_rate
    expect([await rate(85), await rate('85.5'), await rate(0.1 + 0.2)]).toEqual(['85.00', '85.50', '0.30'])
  })

  test('says nothing of time that is not billable', async () => {
    const project = await makeProject({ hourly_rate: 100 })
    await work(project, '2026-03-01', { billable: false })
    expect(await shown(project)).toMatchObject({
      total_hours: 1.5,
      total_billable_hours: 0,
      estimated_cost: null,
      total_project_value: 0,
    })
  })
})

describe('a budget', () => {
  test('is exceeded from its threshold on', async () => {
    const project = await makeProject({
      hourly_rate: 100,
      budget_amount: 200,
      budget_threshold_percent: 75,
    })
    expect(await shown(project)).toMatchObject({
      budget_consumed_amount: 0,
      budget_threshold_exceeded: false,
    })
    await work(project, '2026-03-01')
    expect(await shown(project)).toMatchObject({
      budget_consumed_amount: 150,
      budget_threshold_exceeded: true,
    })
    const { body } = await client.patch(`/projects/${project}`, { budget_threshold_percent: 76 })
    expect(body.project).toMatchObject({ budget_threshold_percent: 76, budget_threshold_exceeded: false })
  })

  test('keeps its threshold where only its amount changes, and is gone without an amount', async () => {
    const project = await makeProject({ budget_amount: 200, budget_threshold_percent: 75 })
    await client.patch(`/projects/${project}`, { budget_amount: 300 })
    expect(await shown(project)).toMatchObject({ budget_amount: 300, budget_threshold_percent: 75 })
    await client.patch(`/projects/${project}`, { budget_amount: 0 })
    expect(await shown(project)).toMatchObject({ budget_amount: null, budget_threshold_percent: 80 })
  })
})

describe('a budget the system does not have', () => {
  const budgetOf = async (project: number) => {
    const [state] = await listBudgets(ann.ctx(), { workspaceId: ann.workspaceId, projectId: project })
    return state
  }

  test('for each month keeps its period and its currency, whatever else of it changes', async () => {
    const project = await makeProject({})
    await setBudget(ann.ctx(), { id: project }, { amount: 100_000, currency: 'JPY', period: 'month' })
    expect((await shown(project)).budget_amount).toBe(100_000)
    await client.patch(`/projects/${project}`, { budget_threshold_percent: 60 })
    expect(await budgetOf(project)).toMatchObject({
      amount: 100_000,
      currency: 'JPY',
      period: 'month',
      alert_percent: 60,
    })
    await client.patch(`/projects/${project}`, { budget_amount: 120_000 })
    expect(await budgetOf(project)).toMatchObject({
      amount: 120_000,
      currency: 'JPY',
      period: 'month',
      alert_percent: 60,
    })
  })

  test('of hours stays where the project is sent back as it was shown', async () => {
    const project = await makeProject({})
    await setBudget(ann.ctx(), { id: project }, { seconds: 36_000, alert_percent: null })
    const { name, budget_amount, budget_threshold_percent } = await shown(project)
    const before = await budgetOf(project)
    const sent = { name, budget_amount, budget_threshold_percent, description: 'x' }
    expect((await client.patch(`/projects/${project}`, sent)).status).toBe(200)
    expect(await budgetOf(project)).toEqual(before)
    await client.patch(`/projects/${project}`, { budget_threshold_percent: 60 })
    expect(await budgetOf(project)).toMatchObject({ seconds: 36_000, amount: null, alert_percent: 60 })
    await client.patch(`/projects/${project}`, { budget_amount: 200 })
    expect(await budgetOf(project)).toMatchObject({ seconds: null, amount: 20_000, currency: 'EUR' })
  })
})

test('hours of a summary add up over projects without being rounded', async () => {
  const project = await makeProject({})
  for (const minute of ['00', '10', '20'])
    await client.post('/time-entries', {
      project_id: project,
      start_time: `2026-03-01T09:${minute}:00`,
      end_time: `2026-03-01T09:${minute}:07`,
    })
  const { body } = await client.get('/reports/summary')
  expect(body.summary).toMatchObject({ total_hours: 0.01, total_entries: 3 })
  expect(body.summary.by_project).toEqual([
    { project_id: project, project_name: 'Web', hours: 21 / 3600, entries: 3 },
  ])
})

describe('a number that is too large, or less than nothing', () => {
  test.each([
    ['estimated_hours', 1e300],
    ['estimated_hours', -1],
    ['budget_amount', 1e17],
    ['budget_amount', 1e300],
    ['budget_amount', -1],
    ['hourly_rate', 1e300],
  ])('is refused as the %s of a project: %d', async (field, value) => {
    const project = await makeProject({})
    const refusal = { status: 400, body: { error_code: 'validation_error' } }
    const sent = { name: 'Shop', client_id: customer, [field]: value }
    const made = await client.post('/projects', sent)
    expect(made).toMatchObject(refusal)
    expect(Object.keys(made.body.errors)).toEqual([field])
    expect(await client.patch(`/projects/${project}`, { [field]: value })).toMatchObject(refusal)
  })

  test('is refused of a task, a policy and a client', async () => {
    const project = await makeProject({})
    const refusals = [
      await client.post('/tasks', { name: 'Draw', project_id: project, estimated_hours: 1e300 }),
      await client.post('/tasks', { name: 'Draw', project_id: project, estimated_hours: -1 }),
      await client.patch(`/clients/${customer}`, { default_hourly_rate: 1e300 }),
      await client.post('/time-approval-policies', {
        name: 'All',
        levels: [[ann.user.id]],
        min_hours: 1e300,
      }),
    ]
    expect(refusals.map(({ status, body }) => [status, Object.keys(body.errors)])).toEqual([
      [400, ['estimated_hours']],
      [400, ['estimated_hours']],
      [400, ['default_hourly_rate']],
      [400, ['min_hours']],
    ])
  })
})
