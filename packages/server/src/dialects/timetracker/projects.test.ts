import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listBudgets, setBudget } from '../../core/budgets.ts'
import { getEntry } from '../../core/entries/read.ts'
import { createProject } from '../../core/projects/write.ts'
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
  ann = await server.person()
  client = await clientOf(server, ann)
  customer = (await client.post('/clients', { name: 'Big' })).body.client.id
})
afterAll(() => server.close())

describe('a client that is to be deleted', () => {
  test('stays with the time that is booked directly on it', async () => {
    const { body } = await client.post('/time-entries', {
      client_id: customer,
      start_time: '2026-03-01T09:00:00',
      end_time: '2026-03-01T10:00:00',
    })
    const refused = await client.remove(`/clients/${customer}`)
    expect([refused.status, refused.body.error]).toEqual([
      400,
      'Cannot delete client with existing projects or time entries',
    ])
    expect((await getEntry(ann.ctx(), body.time_entry.id)).client_id).toBe(customer)
    await client.remove(`/time-entries/${body.time_entry.id}`)
    expect((await client.remove(`/clients/${customer}`)).status).toBe(200)
  })
})

describe('the budget of a project', () => {
  test('is shown to who may see budgets, and to nobody else', async () => {
    const team = await server.team(ann, 'manager', 'member', 'viewer')
    const { id } = await createProject(ann.ctx(), team.id, { title: 'Shop' })
    await setBudget(ann.ctx(), { id }, { amount: 50_000, alert_percent: 60 })
    const shown = async (person: Person, scopes = ['*']) => {
      const reader = await clientOf(server, person, { workspaceId: team.id, scopes })
      const { project } = (await reader.get(`/projects/${id}`)).body
      return [project.budget_amount, project.budget_threshold_percent, project.budget_threshold_exceeded]
    }
    expect(await shown(team.manager)).toEqual([500, 60, false])
    expect(await shown(team.manager, ['read:projects'])).toEqual([null, 80, false])
    expect(await shown(team.member)).toEqual([null, 80, false])
    expect(await shown(team.viewer)).toEqual([null, 80, false])
  })

  test('stays where a key that does not see it sends the project back as it was shown', async () => {
    const { id } = await createProject(ann.ctx(), ann.workspaceId, { title: 'Shop' })
    await setBudget(ann.ctx(), { id }, { amount: 50_000, alert_percent: 60 })
    const blind = await clientOf(server, ann, { scopes: ['read:projects', 'write:projects'] })
    const { budget_amount, budget_threshold_percent } = (await blind.get(`/projects/${id}`)).body.project
    const sent = { description: 'x', budget_amount, budget_threshold_percent }
    expect((await blind.patch(`/projects/${id}`, sent)).status).toBe(200)
    const budgets = () => listBudgets(ann.ctx(), { workspaceId: ann.workspaceId })
    expect(await budgets()).toMatchObject([{ amount: 50_000, alert_percent: 60 }])
    await blind.patch(`/projects/${id}`, { budget_amount: 600 })
    expect(await budgets()).toMatchObject([{ amount: 60_000, alert_percent: 60 }])
  })
})

describe('a new project', () => {
  test('is refused to a viewer before its names are looked at', async () => {
    const { id, viewer } = await server.team(ann, 'viewer')
    const owning = await clientOf(server, ann, { workspaceId: id })
    const client_id = (await owning.post('/clients', { name: 'Big' })).body.client.id
    const body = { name: 'Shop', client_id }
    expect((await owning.post('/projects', body)).status).toBe(201)
    expect((await owning.post('/projects', body)).status).toBe(400)
    const looking = await clientOf(server, viewer, { workspaceId: id })
    for (const sent of [body, { ...body, name: 'Other' }])
      expect(await looking.post('/projects', sent)).toMatchObject({
        status: 403,
        body: { error_code: 'forbidden', error: 'Access denied' },
      })
  })

  test('has a code of 20 letters and a billing reference of 100 at most', async () => {
    const make = (name: string, fields: object) =>
      client.post('/projects', { name, client_id: customer, ...fields })
    const refused = await make('A', { code: 'C'.repeat(21), billing_ref: 'R'.repeat(101) })
    expect(refused).toMatchObject({ status: 400, body: { error_code: 'validation_error' } })
    expect(refused.body.errors).toEqual({
      billing_ref: ['Longer than maximum length 100.'],
      code: ['Longer than maximum length 20.'],
    })
    expect((await make('A', { code: 'C'.repeat(20), billing_ref: 'R'.repeat(100) })).status).toBe(201)
  })
})
