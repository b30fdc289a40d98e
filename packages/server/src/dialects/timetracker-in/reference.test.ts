import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpointsOf } from '../../reference/call.ts'
import type { JsonSchema } from '../../reference/components.ts'
import { type DescribedWire, describeWires } from '../../reference/documents.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { timeTrackerInWire } from './index.ts'
import { uuidOf } from './ids.ts'
import { CORE, INTEGRATION, PREFIX } from './paths.ts'

let server: TestServer
let ada: Person
let document: DescribedWire['document']
let home: string
let here: string
const ajv = new Ajv({ strict: false, validateFormats: false })
const asked = new Set<string>()

beforeAll(async () => {
  server = await openTestServer({ RATE_LIMITS: 'off' })
  ada = await server.person({ name: 'Ada' })
  home = uuidOf('workspace', ada.workspaceId)
  here = `/workspaces/${home}`
  const [wire] = describeWires([timeTrackerInWire(server.house)], server.house)
  document = wire!.document
  ajv.addSchema({ $id: 'document', components: closed(document.components) })
})
afterAll(() => server.close())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Asks, and compares what is answered with what the document says of that route, to the last field and header. */
async function ask(method: Method, path: string, body?: unknown) {
  const { status, headers, body: answer } = await ada.call(method, PREFIX + path, body)
  const what = `${method} ${path}: ${JSON.stringify(answer)}`
  const endpoint = endpointFor(method, path)
  asked.add(`${endpoint.method} ${endpoint.path}`)
  // The document is of our own making: every operation has a good answer with headers and a body, and it comes first.
  const [[described, response]] = Object.entries(endpoint.operation.responses) as [[string, object]]
  const good = response as { headers: object; content: Record<string, { schema: JsonSchema }> }
  expect(String(status), what).toBe(described)
  expect(headers, what).toMatchObject(texts(Object.keys(good.headers)))
  const schema = good.content['application/json']!.schema
  ajv.validate(JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/', '"document#/')), answer)
  expect(ajv.errors, what).toBeNull()
  return answer
}

/** Headers of these names, whatever they say. */
function texts(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), expect.any(String)]))
}

function endpointFor(method: Method, path: string) {
  const [plain = ''] = path.split('?', 1)
  const found = endpointsOf(document)
    .filter((each) => each.method === method)
    .filter((each) => new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain))
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

const TRIGGERS = `${INTEGRATION}/triggers`

async function added(things: string, body: object): Promise<string> {
  return (await ask('POST', `${TRIGGERS}/${things}`, { workspace_id: home, ...body })).id
}

async function shown(...paths: string[]): Promise<void> {
  for (const path of paths) await ask('GET', CORE + path)
}

/** The whole life of a thing of the workspace by the core API. */
async function lived(things: string, fields: object, changes: object): Promise<void> {
  const all = `${CORE}${here}/${things}`
  const { id } = await ask('POST', all, fields)
  await ask('PATCH', `${all}/${id}`, changes)
  await ask('GET', `${all}/${id}`)
  expect((await ask('GET', `${all}?sort=-updated_at&updated_since=2026-01-01`)).data).not.toEqual([])
  await ask('DELETE', `${all}/${id}`)
}

async function found(things: string, criteria: Record<string, string>): Promise<void> {
  const url = `${TRIGGERS}/${things}/find`
  const query = { workspace_id: home, ...criteria }
  expect(await ask('POST', url, query)).toHaveLength(1)
  expect(await ask('GET', `${url}?${new URLSearchParams(query).toString()}`)).toHaveLength(1)
}

describe('the document tells of every field that is answered', () => {
  test('in samples of what is not there yet', async () => {
    await sampled()
  })

  test('in the integrations', async () => {
    const client = await added('clients', {
      name: 'Acme',
      type: 'company',
      email: 'office@acme.example',
      note: 'Pays late',
    })
    const project = await added('projects', {
      name: 'Shop',
      client_id: client,
      defaultBillableRate: 75,
      estimatedBudget: 15_000,
      estimatedHours: 200,
    })
    const task = await added('tasks', {
      name: 'Draw',
      project_id: project,
      due_date: '2026-03-31',
      estimated_hours: 8,
      assignee_ids: await memberId(),
    })
    const tag = await added('tags', { name: 'Development', color: 'blue', description: 'Writing programs' })
    await added('time-entries', {
      start_time: '2026-03-02T09:00:00Z',
      end_time: '2026-03-02T10:30:00Z',
      billable: true,
      description: 'Fix basket',
      project_id: project,
      task_id: task,
      tag_ids: [tag],
    })
    for (const things of ['workspaces', 'clients', 'projects', 'tasks', 'tags', 'team-members']) {
      expect(await ask('GET', `${TRIGGERS}/${things}?workspace_id=${home}`)).toHaveLength(1)
    }
    await found('clients', { name: 'acm' })
    await found('projects', { name: 'sho' })
    await found('tasks', { name: 'dra' })
    await found('tags', { name: 'dev' })
    await found('time-entries', { description: 'basket', billable: 'true' })
  })

  test('in samples of what there is', async () => {
    const track = (verb: string, body = {}) => ada.call('POST', `/sundial/api/v1/timer/${verb}`, body)
    expect((await track('start', { workspace_id: ada.workspaceId, title: 'Draw' })).status).toBe(201)
    await sampled()
    server.clock.advance(60)
    expect((await track('stop')).status).toBe(200)
    await sampled()
  })

  test('of hooks', async () => {
    const hook = { url: 'https://hooks.example.com/x', events: ['TIMER_STOPPED', 'MANUAL_ENTRY'] }
    const { webhook } = await ask('POST', `${INTEGRATION}/webhooks/subscribe`, hook)
    await ask('DELETE', `${INTEGRATION}/webhooks/${webhook.id}`)
  })

  test('of people, workspaces and what is in them in the core API', async () => {
    await shown('/me', '/workspaces', `/workspaces/${home}`, `${here}/team-members`)
    await shown(`${here}/team-members/${await memberId()}`)
    await lived('clients', { name: 'Bolt', phone: '+49 30 1234' }, { status: 'inactive', currency: 'EUR' })
    await lived('projects', { name: 'Site', estimated_hours: 8 }, { default_billable_rate: 60 })
    const project_id = await added('projects', { name: 'House' })
    await lived('tasks', { name: 'Paint', project_id }, { status: 'completed', due_date: '2026-03-31' })
    await lived('tags', { name: 'Outside' }, { color: '#3B82F6' })
  })

  test('of time and what it comes to in the core API', async () => {
    const project_id = await added('projects', { name: 'Garden', defaultBillableRate: 75 })
    const tag_ids = [await added('tags', { name: 'Digging' })]
    await ask('POST', `${CORE}${here}/timer/start`, { description: 'Dig', project_id, tag_ids })
    expect((await ask('GET', `${CORE}${here}/timer`)).time_entry).not.toBeNull()
    server.clock.advance(60)
    await ask('POST', `${CORE}${here}/timer/stop`)
    const hour = { start_time: '2026-03-03T09:00:00Z', end_time: '2026-03-03T10:00:00Z', billable: true }
    await lived('time-entries', { ...hour, project_id, tag_ids }, { description: 'Dig', duration: 1800 })
    await ask('POST', `${CORE}${here}/time-entries`, { ...hour, project_id, tag_ids })
    const range = 'start_date=2026-03-02&end_date=2026-03-08'
    await shown(`${here}/reports/summary?${range}&group_by=project,day`, `${here}/reports/detailed?${range}`)
    await shown(`${here}/reports/weekly?start_date=2026-03-03`)
  })

  test('of hooks in the core API', async () => {
    const hook = { url: 'https://hooks.example.com/x', events: ['CLIENT_CREATED'], description: 'Rows' }
    const { id } = await ask('POST', `${CORE}/webhooks`, hook)
    await shown('/webhooks', `/webhooks/${id}`)
    await ask('DELETE', `${CORE}/webhooks/${id}`)
  })

  test('and of no route that was not asked here', () => {
    const all = endpointsOf(document).map((each) => `${each.method} ${each.path}`)
    expect([...asked].toSorted()).toEqual(all.toSorted())
  })
})

async function memberId(): Promise<string> {
  return (await ask('GET', `${TRIGGERS}/team-members`))[0].id
}

async function sampled(): Promise<void> {
  const entries = ['start', 'stop', 'manual'].map((action) => `time-entries/${action}`)
  for (const things of ['clients', 'projects', 'tasks', ...entries]) {
    await ask('GET', `${TRIGGERS}/${things}/fallback`)
  }
}

describe('a refusal is as the document has it', () => {
  test.each([
    [CORE, 'CoreError'],
    [TRIGGERS, 'IntegrationError'],
  ])('below %s', async (root, name) => {
    const wrongPage = await ada.call('GET', `${PREFIX}${root}/workspaces?page=0`)
    const noKey = await server.app.inject({ url: `${PREFIX}${root}/workspaces` })
    expect([wrongPage.status, noKey.statusCode]).toEqual([400, 401])
    for (const body of [wrongPage.body, noKey.json()]) {
      ajv.validate({ $ref: `document#/components/schemas/${name}` }, body)
      expect(ajv.errors, JSON.stringify(body)).toBeNull()
    }
  })
})
