import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpointsOf } from '../../reference/call.ts'
import type { JsonSchema } from '../../reference/components.ts'
import { type DescribedWire, describeWires } from '../../reference/documents.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { timeTrackerWire } from './index.ts'

const WIRE = '/timetracker'

let server: TestServer
let ada: Person
let document: DescribedWire['document']
let key: string
let client: number
let project: number
const ajv = new Ajv({ strict: false, validateFormats: false })
const asked = new Set<string>()

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  ada = await server.person({ isAdmin: true })
  const [wire] = describeWires([timeTrackerWire(server.house)], server.house)
  document = wire!.document
  ajv.addSchema({ $id: 'document', components: closed(document.components) })
  key = (await ask('POST', '/api/v1/auth/login', { username: ada.email, password: ada.password })).token
  client = await made('/clients', { name: 'Acme', email: 'office@acme.example' }, 'client')
  project = await made('/projects', { name: 'Shop', client_id: client, color: '#B45309' }, 'project')
})
afterAll(() => server.close())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Asks, and compares what is answered with what the document says of that route, to the last field. */
async function ask(method: Method, path: string, body?: unknown) {
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
  const { status, body: answer } = await call(server.app, { method, url: WIRE + path, body, headers })
  const what = `${method} ${path}: ${JSON.stringify(answer)}`
  const endpoint = endpointFor(method, path)
  asked.add(`${endpoint.method} ${endpoint.path}`)
  // The document is of our own making: every operation has an answer, and the good one comes first.
  const [[described, response]] = Object.entries(endpoint.operation.responses) as [[string, object]]
  expect(String(status), what).toBe(described)
  const content = 'content' in response ? (response.content as Record<string, { schema: JsonSchema }>) : {}
  const schema = content['application/json']?.schema
  if (!schema) return answer
  ajv.validate(JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/', '"document#/')), answer)
  expect(ajv.errors, what).toBeNull()
  return answer
}

function endpointFor(method: Method, path: string) {
  const [plain = ''] = path.split('?', 1)
  const found = endpointsOf(document)
    .filter((each) => each.method === method)
    .filter((each) => new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain))
    // What is written out goes before what is a parameter.
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)
  return found[0]!
}

/** The same schemas, of which an object has no field that is not described. What is copied keeps its shape. */
function closed<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(closed) as T
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([name, each]) => [name, closed(each)]))
  const isClosed = 'properties' in schema && 'type' in schema && !('additionalProperties' in schema)
  return (isClosed ? { ...copy, additionalProperties: false } : copy) as T
}

const V1 = '/api/v1'

async function made(path: string, body: unknown, name: string): Promise<number> {
  return (await ask('POST', V1 + path, body))[name].id
}

async function changed(path: string, body: unknown): Promise<void> {
  await ask('PUT', V1 + path, body)
  await ask('PATCH', V1 + path, body)
}

async function shown(...paths: string[]): Promise<void> {
  for (const path of paths) await ask('GET', V1 + path)
}

async function entryAt(hour: number, day = '2026-02-23'): Promise<number> {
  const times = { start_time: `${day}T0${hour}:00:00`, end_time: `${day}T0${hour + 1}:00:00` }
  return made(
    '/time-entries',
    { ...times, project_id: project, notes: 'Fix basket', tags: 'urgent' },
    'time_entry',
  )
}

async function deleted(thing: string): Promise<void> {
  await ask('DELETE', `${V1}/${thing}`)
}

async function requested(entry: number): Promise<number> {
  return made(`/time-entries/${entry}/request-approval`, { comment: 'Sprint 7' }, 'approval')
}

async function opened(day: string): Promise<number> {
  return made('/timesheet-periods', { reference_date: day }, 'timesheet_period')
}

describe('the document tells of every field that is answered', () => {
  test('about the server and its people', async () => {
    await shown('/info', '/health', '/users/me', '/users')
    await made('/users/me/favorites/projects', { project_id: project }, 'favorite')
    await shown('/users/me/favorites/projects')
    await ask('DELETE', `${V1}/users/me/favorites/projects/${project}`)
    await ask('GET', '/api/openapi.json')
  })

  test('about projects, tasks and clients', async () => {
    const rated = { hourly_rate: 95.5, budget_amount: 5000, estimated_hours: 40, billing_ref: 'PO-1' }
    await changed(`/projects/${project}`, { ...rated, code: 'shop', custom_fields: { ticket: 'SHOP-42' } })
    await changed(`/clients/${client}`, { default_hourly_rate: 95, custom_fields: { vat: '1' } })
    const fields = { assignee_id: ada.user.id, tags: 'shop', due_date: '2026-03-01' }
    const task = await made('/tasks', { ...fields, name: 'Draw', project_id: project }, 'task')
    await changed(`/tasks/${task}`, { status: 'done', estimated_hours: 3 })
    await shown('/projects', `/projects/${project}`, '/tasks', `/tasks/${task}`)
    await shown('/clients', `/clients/${client}`)
    const gone = await made('/clients', { name: 'Gone' }, 'client')
    const over = await made('/projects', { name: 'Over', client_id: client }, 'project')
    for (const thing of [`tasks/${task}`, `clients/${gone}`, `projects/${over}`]) await deleted(thing)
    await shown('/projects?status=archived')
  })

  test('about contacts, leads and deals', async () => {
    const contact = await made(`/clients/${client}/contacts`, { name: 'Ben Best', title: 'Boss' }, 'contact')
    await changed(`/contacts/${contact}`, { is_primary: true, tags: 'billing' })
    const deal = await made('/deals', { name: 'More', value: 100, client_id: client }, 'deal')
    await changed(`/deals/${deal}`, { stage: 'closed_lost', loss_reason: 'Price' })
    const lead = await made('/leads', { first_name: 'Cy', last_name: 'Cole', company_name: 'Cole' }, 'lead')
    await changed(`/leads/${lead}`, { score: 40, estimated_value: 500, tags: 'fair' })
    await shown(`/clients/${client}/contacts`, `/contacts/${contact}`, '/deals?status=all', `/deals/${deal}`)
    await shown('/leads', `/leads/${lead}`)
    await ask('POST', `${V1}/leads/${lead}/convert`, { deal: { value: 200 } })
    await shown('/leads?status=converted')
    for (const thing of [`leads/${lead}`, `deals/${deal}`, `contacts/${contact}`]) await deleted(thing)
  })

  test('about the timer and entries', async () => {
    await shown('/timer/status')
    await ask('POST', `${V1}/timer/start`, { project_id: project, notes: 'Draw' })
    await shown('/timer/status', '/time-entries?include_active=true')
    await ask('POST', `${V1}/timer/pause`)
    server.clock.advance(60)
    await ask('POST', `${V1}/timer/resume`)
    await ask('POST', `${V1}/timer/stop`)
    const entry = await entryAt(0)
    await changed(`/time-entries/${entry}`, { notes: 'Fix basket', reason: 'A typing error', paid: true })
    await ask('POST', `${V1}/time-entries/bulk`, { entry_ids: [entry], action: 'add_tag', value: 'shop' })
    const row = `${project},2026-02-24T09:00:00,2026-02-24T10:00:00,By file`
    const csv = `project_id,start_time,end_time,notes\n${row}\n0,,,\n`
    await ask('POST', `${V1}/time-entries/import-csv`, { csv })
    await shown('/time-entries', `/time-entries/${entry}`)
    await ask('DELETE', `${V1}/time-entries/${entry}`, { reason: 'Twice' })
  })

  test('about what is searched and added up', async () => {
    await entryAt(1)
    const range = 'start_date=2026-02-01&end_date=2026-03-31'
    await shown('/search?q=ba', `/reports/summary?${range}`, `/reports/capacity?${range}`)
    await shown(`/reports?group_by=project,user,week&${range}`, `/exports/payroll?${range}`)
  })

  test('about approvals and their policies', async () => {
    const levels = [[ada.user.id]]
    const policy = await made('/time-approval-policies', { levels, project_id: project }, 'policy')
    await changed(`/time-approval-policies/${policy}`, { name: 'Shop', min_hours: 0.5 })
    await shown('/time-approval-policies')
    const entry = await entryAt(2)
    const approval = await requested(entry)
    await shown('/time-entry-approvals', `/time-entry-approvals/${approval}`)
    await ask('POST', `${V1}/time-entry-approvals/${approval}/cancel`)
    await ask('POST', `${V1}/time-entry-approvals/${await requested(entry)}/reject`, { reason: 'No' })
    await ask('POST', `${V1}/time-entry-approvals/${await requested(entry)}/approve`, { comment: 'Thanks' })
    const other = await requested(await entryAt(3))
    await ask('POST', `${V1}/time-entry-approvals/bulk-approve`, { approval_ids: [other, other + 1000] })
    await shown('/time-entry-approvals?status=rejected')
    await deleted(`time-approval-policies/${policy}`)
  })

  test('about timesheets', async () => {
    await entryAt(4)
    const period = await opened('2026-02-23')
    await ask('POST', `${V1}/timesheet-periods/${period}/submit`)
    await ask('POST', `${V1}/timesheet-periods/${period}/reject`, { reason: 'Friday is missing' })
    await shown('/timesheet-periods')
    await ask('POST', `${V1}/timesheet-periods/${period}/submit`)
    await ask('POST', `${V1}/timesheet-periods/${period}/approve`)
    await ask('POST', `${V1}/timesheet-periods/${period}/close`, { reason: 'Paid' })
    await shown('/timesheet-periods', '/reports/compliance/locked-periods')
    await deleted(`timesheet-periods/${await opened('2026-01-05')}`)
  })

  test('about webhooks', async () => {
    const hook = { name: 'Billing', url: 'http://127.0.0.1:9/hook', events: ['*'] }
    const webhook = await made('/webhooks', { ...hook, headers: { 'X-Team': 'shop' } }, 'webhook')
    // The week of the others is closed by now.
    await entryAt(5, '2026-03-02')
    await changed(`/webhooks/${webhook}`, { generate_secret: true, description: 'For the books' })
    await shown('/webhooks', '/webhooks/events', `/webhooks/${webhook}`, `/webhooks/${webhook}/deliveries`)
    await deleted(`webhooks/${webhook}`)
  })

  test('about what happened', async () => {
    await shown('/audit-logs?limit=500', '/activities?limit=500', '/reports/compliance/audit-events')
  })

  test('about keys', async () => {
    const tokens = '/admin/api-tokens'
    const fields = { name: 'Payroll', user_id: ada.user.id, scopes: 'read:reports', expires_days: 90 }
    const { token_id } = await ask('POST', tokens, { ...fields, ip_whitelist: '192.0.2.0/24' })
    await ask('POST', `${tokens}/${token_id}/rotate`)
    await ask('POST', `${tokens}/${token_id}/toggle`)
    await ask('GET', tokens)
    await ask('DELETE', `${tokens}/${token_id}`)
  })

  test('and of no route that was not asked here', () => {
    const all = endpointsOf(document).map((each) => `${each.method} ${each.path}`)
    expect([...asked].toSorted()).toEqual(all.toSorted())
  })
})
