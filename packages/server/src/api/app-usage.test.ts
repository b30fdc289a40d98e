import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../core/projects/write.ts'
import { createToken } from '../core/tokens.ts'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'
const STARTS = { started_at: '2026-03-02T08:00:00Z', ended_at: '2026-03-02T08:10:00Z' }

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person({ timeZone: 'Europe/Berlin' })
})
afterAll(() => server.close())

const batch = (samples: unknown) => ({ device: 'laptop', source: 'windows', samples })
const record = (person: Person, samples: unknown) => person.call('POST', `${API}/app-usage`, batch(samples))
const list = async (person: Person, query = '') =>
  (await person.call('GET', `${API}/app-usage${query}`)).body.data

describe('app usage', () => {
  test('is recorded, listed, put on a project and removed', async () => {
    const page = { ...STARTS, application: 'Firefox', title: 'Floor plan', path: 'https://example.org/plan' }
    const recorded = await record(ann, [page, page])
    expect(recorded).toMatchObject({ status: 200, body: { recorded: 1 } })
    const [sample] = await list(ann)
    expect(sample).toEqual({
      id: expect.any(Number),
      device: 'laptop',
      source: 'windows',
      ...page,
      domain: 'example.org',
      is_away: false,
      project_id: null,
      is_assigned_by_hand: false,
    })
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Plan' })
    const body = { ids: [sample.id], project_id: project.id }
    const assigned = await ann.call('PATCH', `${API}/app-usage`, body)
    expect(assigned.body.data).toMatchObject([
      { id: sample.id, project_id: project.id, is_assigned_by_hand: true },
    ])
    expect(assigned.headers['x-operation-id']).toBeDefined()
    expect(await list(ann, '?unassigned=true')).toEqual([])
    const gone = await ann.call('DELETE', `${API}/app-usage?from=2026-03-02&to=2026-03-02`)
    expect(gone).toMatchObject({ status: 200, body: { deleted: 1 } })
    expect(await list(ann)).toEqual([])
  })

  test('is listed by days of one’s own zone', async () => {
    const at = (time: string) => ({ started_at: time, ended_at: time, title: time })
    await record(ann, ['2026-03-01T22:59:59Z', '2026-03-01T23:00:00Z'].map(at))
    expect(await list(ann, '?from=2026-03-02&to=2026-03-02')).toHaveLength(1)
    expect(await list(ann, '?from=2026-03-02&to=2026-03-02&time_zone=UTC')).toEqual([])
  })

  test('is added up', async () => {
    await record(ann, [{ ...STARTS, application: 'Sketchbook' }])
    const { body } = await ann.call('GET', `${API}/app-usage/summary?from=2026-03-02&to=2026-03-02`)
    const line = { application: 'Sketchbook', domain: null, project_id: null, day: null, seconds: 600 }
    expect(body).toEqual({ data: [line], total_seconds: 600 })
  })

  test('of a colleague is nowhere: no text of it leaves for an owner, by any list or event', async () => {
    const team = await server.team(ann, 'member')
    const shared = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    const secret = {
      ...STARTS,
      application: 'Clinicapp',
      title: 'Diagnosis',
      path: 'https://clinic.example.org',
    }
    await record(team.member, [secret])
    const [sample] = await list(team.member)
    await team.member.call('PATCH', `${API}/app-usage`, { ids: [sample.id], project_id: shared.id })
    const rule = { field: 'domain', match: 'is', value: 'clinic.example.org', project_id: shared.id }
    await team.member.call('POST', `${API}/usage-rules`, rule)
    const everything = await Promise.all(
      [
        '/app-usage',
        `/app-usage?project_id=${shared.id}`,
        '/app-usage/summary?from=2026-03-01&to=2026-03-03',
        '/usage-rules',
        `/events?workspace_id=${team.id}&limit=500`,
      ].map(async (path) => JSON.stringify((await ann.call('GET', API + path)).body)),
    )
    expect(everything.join()).not.toMatch(/clinic|diagnosis/i)
    const taken = await ann.call('PATCH', `${API}/app-usage`, { ids: [sample.id], project_id: null })
    expect(taken.status).toBe(404)
  })

  test('is not reached by a key that is bound to a workspace', async () => {
    const { secret } = await createToken(ann.ctx(), {
      name: 'bound',
      kind: 'timetracker',
      scopes: ['*'],
      workspaceId: ann.workspaceId,
      expiresAt: null,
      allowedIps: [],
    })
    const headers = { authorization: `Bearer ${secret}` }
    const { status } = await call(server.app, { method: 'GET', url: `${API}/app-usage`, headers })
    expect(status).toBe(403)
  })
})

describe('usage rules', () => {
  test('are made, moved, written with care, applied and deleted', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'Plan' })
    const rule = { field: 'application', match: 'is', value: 'sketchbook', project_id: project.id }
    await record(ann, [{ ...STARTS, application: 'Sketchbook' }])
    const made = await ann.call('POST', `${API}/usage-rules`, rule)
    expect(made).toMatchObject({ status: 201, body: { ...rule, position: 0, version: 1 } })
    const url = `${API}/usage-rules/${made.body.id}`
    const changed = await ann.call('PATCH', url, { match: 'contains' }, { 'if-match': '"1"' })
    expect(changed).toMatchObject({ status: 200, body: { match: 'contains', version: 2 } })
    expect((await ann.call('PATCH', url, { value: 'x' }, { 'if-match': '"1"' })).status).toBe(409)
    const applied = await ann.call('POST', `${API}/usage-rules/apply`, {
      from: '2026-03-01',
      to: '2026-03-03',
    })
    expect(applied.body).toEqual({ checked: 1, changed: 1 })
    expect(await list(ann, `?project_id=${project.id}`)).toHaveLength(1)
    expect((await ann.call('DELETE', url)).status).toBe(204)
    expect((await ann.call('GET', `${API}/usage-rules`)).body).toEqual({ data: [] })
  })
})

describe('bad input', () => {
  const good = { ...STARTS, title: 'A' }
  test.each<[string, unknown, string]>([
    ['ten thousand samples', batch(Array.from({ length: 10_000 }, () => good)), 'samples'],
    ['no samples', batch([]), 'samples'],
    ['null for samples', batch(null), 'samples'],
    ['a null among the samples', batch([good, null]), 'samples.1'],
    ['no start', batch([{ ended_at: good.ended_at }]), 'samples.0.started_at'],
    ['null for a start', batch([{ ...good, started_at: null }]), 'samples.0.started_at'],
    ['a number for a start', batch([{ ...good, started_at: 1_772_438_400 }]), 'samples.0.started_at'],
    [
      'a start without offset',
      batch([{ ...good, started_at: '2026-03-02T08:00:00' }]),
      'samples.0.started_at',
    ],
    [
      'an end before the start',
      batch([good, { ...good, ended_at: '2026-03-02T07:59:59Z' }]),
      'samples.1.ended_at',
    ],
    ['the year 9999', batch([{ ...good, started_at: '9999-01-01T00:00:00Z' }]), 'samples.0.started_at'],
    [
      'the year 2999',
      batch([{ ...good, started_at: '2999-01-01T00:00:00Z', ended_at: '2999-01-01T00:00:00Z' }]),
      'samples.0.started_at',
    ],
    ['more than a day', batch([{ ...good, ended_at: '2026-03-03T08:00:01Z' }]), 'samples.0.ended_at'],
    ['a list for a title', batch([{ ...good, title: [] }]), 'samples.0.title'],
    ['a text for a flag', batch([{ ...good, is_away: 'yes' }]), 'samples.0.is_away'],
    ['no device', { source: 'windows', samples: [good] }, 'device'],
    ['an empty device', { ...batch([good]), device: ' ' }, 'device'],
    ['a long source', { ...batch([good]), source: 'x'.repeat(256) }, 'source'],
  ])('%s: the answer says which field', async (_, body, field) => {
    const answer = await ann.call('POST', `${API}/app-usage`, body)
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { fields: { [field]: expect.any(String) } } },
    })
    expect(await list(ann)).toEqual([])
  })

  test.each([
    ['GET', '/app-usage?from=yesterday'],
    ['GET', '/app-usage?from=2026-03-02&to=2026-03-01'],
    ['GET', '/app-usage/summary'],
    ['GET', '/app-usage/summary?from=2026-01-01&to=2028-01-01'],
    ['GET', '/app-usage/summary?from=2026-01-01&to=2026-01-02&by=title'],
    ['GET', '/app-usage/summary?from=2026-01-01&to=2026-01-02&time_zone=Mars'],
    ['DELETE', '/app-usage'],
    ['DELETE', '/app-usage?from=2026-01-01'],
  ] as const)('%s %s is a 422', async (method, path) => {
    expect((await ann.call(method, API + path)).status).toBe(422)
  })

  test('a long title is cut and kept', async () => {
    expect(
      (await record(ann, [{ ...good, title: '😀'.repeat(2000), path: 'x'.repeat(30_000) }])).status,
    ).toBe(200)
    const [sample] = await list(ann)
    expect([sample.title.length, sample.path.length]).toEqual([1000, 2000])
  })
})
