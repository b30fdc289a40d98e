import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../../core/projects/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  ann = await server.person()
})

async function addProject(): Promise<number> {
  return (await createProject(ann.ctx(), ann.workspaceId, { title: 'A' })).id
}

describe('custom fields', () => {
  test('are merged, kept when not named, deleted by null, and an object when there are none', async () => {
    const id = await addProject()
    const set = async (fields: unknown) => {
      const answer = await ann.call('PUT', `${API}/projects/${id}`, { custom_fields: fields })
      return answer.status === 200 ? answer.body.data.custom_fields : answer.body.errors
    }
    expect(await set({ 'a-1': 'x', B_2: '' })).toEqual({ 'a-1': 'x', B_2: '' })
    expect(await set({ c: '  y  ' })).toEqual({ 'a-1': 'x', B_2: '', c: '  y  ' })
    for (const nothing of [{}, [], null])
      expect(await set(nothing)).toEqual({ 'a-1': 'x', B_2: '', c: '  y  ' })
    expect(await set({ 'a-1': null, B_2: null, c: null, never: null })).toEqual({})
  })

  test.each([
    ['a name with _ in front', '_hidden', 'x'],
    ['a name of digits', '123', 'x'],
    ['a name with a space', 'with space', 'x'],
    ['a name with other letters', 'ümlaut', 'x'],
    ['a name that is too long', 'a'.repeat(256), 'x'],
    ['a number', 'number', 1],
    ['a boolean', 'flag', true],
    ['a list', 'list', []],
    ['an object', 'object', {}],
    ['a value that is too long', 'long', 'x'.repeat(10_001)],
    ['a control character', 'control', 'a\u0000b'],
  ])('refuse %s', async (_, name, value) => {
    const fields = { custom_fields: { [name]: value } }
    const project = await ann.call('POST', `${API}/projects`, { title: 'A', ...fields })
    expect(project).toMatchObject({
      status: 422,
      body: { errors: { [`custom_fields.${name}`]: [expect.any(String)] } },
    })
    const entry = await ann.call('POST', `${API}/time-entries/start`, { title: 'A', ...fields })
    expect(entry.status).toBe(422)
  })

  test('number at most a hundred', async () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 'x']))
    const full = await ann.call('POST', `${API}/projects`, { title: 'A', custom_fields: fields(100) })
    expect(full.status).toBe(201)
    const over = await ann.call('PUT', API + full.body.data.self, { custom_fields: { one: 'more' } })
    expect(over).toMatchObject({ status: 422, body: { errors: { custom_fields: expect.anything() } } })
    for (const wrong of ['text', 7, ['x']]) {
      expect((await ann.call('POST', `${API}/projects`, { title: 'A', custom_fields: wrong })).status).toBe(
        422,
      )
    }
  })
})

describe('null', () => {
  test('means the default where a project is made', async () => {
    const answer = await ann.call('POST', `${API}/projects`, {
      title: 'A',
      parent: null,
      color: null,
      productivity_score: null,
      is_archived: null,
      team_id: null,
      notes: null,
      default_billing_status: null,
      custom_fields: null,
    })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        data: {
          parent: null,
          color: expect.stringMatching(/^#[0-9A-F]{6}$/),
          productivity_score: 1,
          is_archived: false,
          team_id: null,
          notes: null,
          default_billing_status: null,
          custom_fields: {},
        },
      },
    })
    expect((await ann.call('POST', `${API}/projects`, { title: null })).status).toBe(422)
  })

  test('is refused where a project has to keep a value', async () => {
    const id = await addProject()
    for (const field of ['title', 'color', 'productivity_score']) {
      for (const empty of [null, '', '  ']) {
        const answer = await ann.call('PUT', `${API}/projects/${id}`, { [field]: empty })
        expect(answer).toMatchObject({ status: 422, body: { errors: { [field]: expect.anything() } } })
      }
    }
    const allowed = { is_archived: null, notes: null, custom_fields: null, default_billing_status: null }
    expect((await ann.call('PUT', `${API}/projects/${id}`, allowed)).status).toBe(200)
  })

  test('is refused for the dates of an entry, and means the default elsewhere', async () => {
    const nothing = {
      project: null,
      notes: null,
      billing_status: null,
      custom_fields: null,
      replace_existing: null,
    }
    const times = { start_date: '2026-03-01T10:00:00Z', end_date: '2026-03-01T11:00:00Z' }
    for (const field of ['start_date', 'end_date']) {
      for (const empty of [null, '', undefined]) {
        const answer = await ann.call('POST', `${API}/time-entries`, { title: 'A', ...times, [field]: empty })
        expect(answer).toMatchObject({ status: 422, body: { errors: { [field]: expect.anything() } } })
      }
    }
    const made = await ann.call('POST', `${API}/time-entries`, { title: 'A', ...times, ...nothing })
    expect(made).toMatchObject({
      status: 201,
      body: { data: { billing_status: 'billable', custom_fields: {} } },
    })
    for (const field of ['start_date', 'end_date']) {
      const answer = await ann.call('PUT', API + made.body.data.self, { [field]: null })
      expect(answer).toMatchObject({ status: 422, body: { errors: { [field]: expect.anything() } } })
    }
    const kept = await ann.call('PUT', `${API}${made.body.data.self}?other_user_id=`, nothing)
    expect(kept).toMatchObject({ status: 200, body: { data: { title: 'A', billing_status: 'billable' } } })
    const started = await ann.call('POST', `${API}/time-entries/start`, {
      title: 'B',
      start_date: null,
      ...nothing,
    })
    expect(started.status).toBe(201)
  })
})
