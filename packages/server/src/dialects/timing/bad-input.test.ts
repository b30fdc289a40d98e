import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { type Answer, openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const TIMES = { start_date: '2026-03-01T10:00:00Z', end_date: '2026-03-01T11:00:00Z' }

let server: TestServer
let ann: Person
let project: string
let entry: string

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  project = `/projects/${(await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })).id}`
  entry = `/time-entries/${(await createEntry(ann.ctx(), { title: 'A', started_at: 0, ended_at: 0 })).id}`
})
afterAll(() => server.close())

/** A refusal of this wire: a 4xx with a message. */
async function expectRefusal(request: Promise<Answer>): Promise<number> {
  const { status, body } = await request
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(body).toMatchObject({ message: expect.any(String) })
  return status
}

/** Every place that takes a body, with one that is right. */
const WRITES = [
  ['POST', () => '/projects', { title: 'A' }],
  ['PUT', () => project, { title: 'Acme' }],
  ['POST', () => '/time-entries/start', { title: 'A' }],
  ['POST', () => '/time-entries', { title: 'A', ...TIMES }],
  ['PUT', () => entry, { title: 'A' }],
  ['PATCH', () => '/time-entries/batch-update', { time_entries: [1], data: { title: 'A' } }],
] as const

describe.each(WRITES)('%s with a body', (method, path, good) => {
  const send = (body: unknown, headers?: Record<string, string>) =>
    ann.call(method, API + path(), body, headers)

  test.each(['{', '{"title":', 'title', '{"a":1}}', "{'title':'A'}", '\u0000', '['.repeat(100_000)])(
    'that is not JSON is a 400',
    async (text) => {
      expect(await expectRefusal(send(text))).toBe(400)
    },
  )

  test('that is no object is a 422', async () => {
    for (const wrong of [[], ['a'], 'text', 7, true])
      expect(await expectRefusal(send(JSON.stringify(wrong)))).toBe(422)
  })

  test('of ten megabytes is a 413', async () => {
    expect(await expectRefusal(send({ ...good, title: 'x'.repeat(10_000_000) }))).toBe(413)
  })

  test('of a type nobody can read is refused', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'image/png', 'nonsense', '/']) {
      await expectRefusal(send('--x\r\n\r\nA\r\n--x--', { 'content-type': type }))
    }
  })

  test('with values of the wrong type is a 422', async () => {
    const fields = [
      'title',
      'notes',
      'project',
      'parent',
      'color',
      'productivity_score',
      'is_archived',
      'team_id',
      'default_billing_status',
      'custom_fields',
      'start_date',
      'end_date',
      'replace_existing',
      'billing_status',
      'time_entries',
      'data',
      'allow_editing_other_users',
      'other_user_id',
    ]
    for (const field of fields) {
      for (const wrong of [
        { a: { b: 1 } },
        [[1]],
        -1.5,
        1e300,
        'a\u0000b',
        '\ud800',
        '9007199254740993',
        '__proto__',
      ]) {
        const { status } = await send({ ...good, [field]: wrong })
        expect(status).toBeLessThan(500)
      }
    }
  })

  test('with control characters is a 422, and with emoji is fine', async () => {
    if (method === 'PATCH') return
    for (const control of ['a\u0000b', 'a\u001bb', 'a\u007fb']) {
      expect(await expectRefusal(send({ ...good, title: control }))).toBe(422)
      expect(await expectRefusal(send({ ...good, notes: control }))).toBe(422)
    }
    const happy = await send({ ...good, title: '👩‍🚀 ünïcödé 漢字', notes: 'two\nlines\tand a tab' })
    expect(happy.body.data).toMatchObject({ title: '👩‍🚀 ünïcödé 漢字', notes: 'two\nlines\tand a tab' })
    await send({ title: 'A' })
  })

  test('with text that is too long is a 422', async () => {
    for (const field of ['title', 'notes']) {
      const body =
        method === 'PATCH' ? { time_entries: [entry], data: { [field]: 'x'.repeat(100_000) } } : undefined
      expect(await expectRefusal(send(body ?? { ...good, [field]: 'x'.repeat(100_000) }))).toBe(422)
    }
  })
})

test('keys that reach for an object’s prototype change nothing', async () => {
  const body =
    '{"title":"A","__proto__":{"is_archived":true},"constructor":{"prototype":{"is_archived":true}}}'
  const { body: made } = await ann.call('POST', `${API}/projects?__proto__[is_archived]=1`, body)
  expect(made.data.is_archived).toBe(false)
})

describe('a path', () => {
  test.each([
    '0',
    '-1',
    '1.5',
    '01',
    'x',
    '9007199254740993',
    '99999999999999999999999999',
    '%0ax',
    '%2Fusers%2F1',
    '1;drop',
    '1%27',
    '%F0%9F%8E%89',
  ])('with the id %j is a 404', async (id) => {
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', {}],
      ['PATCH', {}],
      ['DELETE', undefined],
    ] as const) {
      expect(await expectRefusal(ann.call(method, `${API}/projects/${id}`, body))).toBe(404)
      expect(await expectRefusal(ann.call(method, `${API}/time-entries/${id}`, body))).toBe(404)
    }
    expect(await expectRefusal(ann.call('GET', `${API}/teams/${id}/members`))).toBe(404)
  })

  test('with an id of any length is a 404', async () => {
    for (const length of [499, 500, 501, 5000]) {
      const id = '1'.repeat(length)
      expect(await expectRefusal(ann.call('GET', `${API}/projects/${id}`))).toBe(404)
      expect(await expectRefusal(ann.call('PUT', `${API}/time-entries/${id}`, {}))).toBe(404)
    }
  })

  test.each(['%', '%zz', '%E0%A4%A', '%ff', '%00'])('that cannot be read (%s) is a 400', async (id) => {
    for (const path of [`/projects/${id}`, `/time-entries/${id}`, `/teams/${id}/members`, `/${id}`]) {
      expect(await expectRefusal(ann.call('GET', API + path))).toBe(400)
    }
  })

  test.each(['', '/', '/projects/', '/time-entries/1/2', '//projects', '/report/x'])(
    'that is not known (%j) is a 404',
    async (path) => {
      expect(await expectRefusal(ann.call('GET', API + path))).toBe(404)
    },
  )
})

describe('a query', () => {
  const WRONG = [
    'a%00b',
    '%1b',
    '%ff',
    '%E0%A4%A',
    '%',
    '\u{1F389}',
    '9007199254740993',
    '-1',
    '1e999',
    '2019-02-31',
    '__proto__',
    "'%3B drop table entry",
    'a+'.repeat(2000),
    'x'.repeat(20_000),
  ]
  const NAMES = [
    'start_date_min',
    'start_date_max',
    'projects[]',
    'projects[0][1]',
    'project',
    'include_child_projects',
    'search_query',
    'search_query[]',
    'is_running',
    'include_project_data',
    'include_team_members',
    'team_members[]',
    'team_members[a][b]',
    'billing_status[]',
    'columns[]',
    'columns[a][b]',
    'project_grouping_level',
    'timespan_grouping_mode',
    'timespan_grouping_mode[]',
    'sort',
    'sort[]',
    'include_app_usage',
    'page',
    'page[]',
    'title',
    'hide_archived',
    'team_id',
    'team_id[a]',
    'other_user_id',
    '__proto__[x]',
    'toString',
  ]

  test.each(NAMES)('with anything as %s is answered', async (name) => {
    const isOfProjects = /^(title|hide_archived|team_id)/.test(name)
    for (const value of WRONG) {
      const ofTime = ['/time-entries', entry, '/report', '/report?include_app_usage=1']
      for (const path of isOfProjects ? ['/projects', '/projects/hierarchy'] : ofTime) {
        const { status, body } = await ann.call(
          'GET',
          `${API}${path}${path.includes('?') ? '&' : '?'}${name}=${value}`,
        )
        expect(status).toBeLessThan(500)
        if (status !== 200) expect(body).toMatchObject({ message: expect.any(String) })
      }
    }
  })

  test('for text with control characters, or too much of it, is a 422', async () => {
    for (const text of ['a%1bb', 'x'.repeat(501), 'a+'.repeat(2000)]) {
      expect(await expectRefusal(ann.call('GET', `${API}/time-entries?search_query=${text}`))).toBe(422)
      expect(await expectRefusal(ann.call('GET', `${API}/projects?title=${text}`))).toBe(422)
    }
    for (const lookup of ['a\u0000b', ['A', 'a\u0000b'], '["a\\u0000b"]']) {
      const body = { title: 'A', project: lookup }
      expect(await expectRefusal(ann.call('POST', `${API}/time-entries/start`, body))).toBe(422)
    }
  })

  test('in a zone that is none is read as if it had none', async () => {
    for (const zone of ['\t', 'x'.repeat(1000), 'Europe/../Berlin', '%00', 'utc', 'EST5EDT']) {
      const headers = { 'x-time-zone': zone }
      const { status } = await ann.call(
        'GET',
        `${API}/time-entries?start_date_min=2026-01-01`,
        undefined,
        headers,
      )
      expect(status).toBe(200)
    }
  })
})
