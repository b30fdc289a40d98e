import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  ann = await server.person()
})

function addProject(title: string, parentId: number | null = null) {
  return createProject(ann.ctx(), ann.workspaceId, { title, parent_id: parentId })
}

function addEntry(title: string, projectId: number | null = null) {
  const now = server.clock.now
  return createEntry(ann.ctx(), { title, project_id: projectId, started_at: now, ended_at: now + 60_000 })
}

async function listedTitles(query: string): Promise<string[]> {
  const answer = await ann.call('GET', `${API}/time-entries?${query}`)
  expect(answer.status).toBe(200)
  return answer.body.data.map((entry: { title: string }) => entry.title).sort()
}

describe('a body', () => {
  test('may be empty on PUT and DELETE, with a JSON content type or without, or an empty object', async () => {
    for (const [body, headers] of [
      ['', { 'content-type': 'application/json' }],
      ['', {}],
      ['{}', { 'content-type': 'application/json' }],
      ['{}', {}],
      ['', FORM],
    ] as [string, Record<string, string>][]) {
      await startTimer(ann.ctx(), { title: 'Write' })
      const { id } = await addEntry('Read')
      const authorized = { authorization: `Bearer ${ann.token}`, ...headers }
      for (const [method, path] of [
        ['PUT', '/time-entries/stop'],
        ['PUT', `/time-entries/${id}`],
        ['DELETE', `/time-entries/${id}`],
      ] as const) {
        const payload = body === '' ? {} : { payload: body }
        const answer = await server.app.inject({ method, url: API + path, headers: authorized, ...payload })
        expect(answer.statusCode).toBe(method === 'DELETE' ? 204 : 200)
      }
    }
  })

  test('is read as JSON whatever the client declares', async () => {
    for (const type of [
      'application/json',
      'application/vnd.api+json; charset=utf-8',
      'text/plain',
      FORM['content-type'],
    ]) {
      const answer = await ann.call('POST', `${API}/projects`, '{"title":"Acme"}', { 'content-type': type })
      expect(answer).toMatchObject({ status: 201, body: { data: { title: 'Acme' } } })
    }
    const headers = { authorization: `Bearer ${ann.token}` }
    const url = `${API}/projects`
    const answer = await server.app.inject({
      method: 'POST',
      url,
      headers,
      payload: Buffer.from('{"title":"Acme"}'),
    })
    expect(answer.statusCode).toBe(201)
  })

  test('may be a form, in which everything is text', async () => {
    const form = 'title=Acme+Inc.&productivity_score=-0.5&is_archived=1&custom_fields[number]=7&parent='
    const answer = await ann.call('POST', `${API}/projects`, form, FORM)
    expect(answer).toMatchObject({
      status: 201,
      body: {
        data: {
          title: 'Acme Inc.',
          productivity_score: -0.5,
          is_archived: true,
          custom_fields: { number: '7' },
          parent: null,
        },
      },
    })
  })

  test('lies over the query, where one client puts everything', async () => {
    const root = await addProject('Root')
    const child = await addProject('Child', root.id)
    const query = new URLSearchParams({
      title: 'From the query',
      notes: 'As well',
      project: '["Root","Child"]',
      billing_status: 'paid',
    })
    const all = await call(server.app, {
      method: 'POST',
      url: `${API}/time-entries/start?${query.toString()}`,
      headers: { authorization: `Bearer ${ann.token}` },
    })
    expect(all).toMatchObject({
      status: 201,
      body: {
        data: {
          title: 'From the query',
          notes: 'As well',
          project: { self: `/projects/${child.id}` },
          billing_status: 'paid',
        },
      },
    })
    const both = await ann.call('POST', `${API}/time-entries/start?${query.toString()}`, {
      title: 'From the body',
    })
    expect(both.body.data).toMatchObject({ title: 'From the body', notes: 'As well' })
  })

  test('is trimmed, and empty text empties a field', async () => {
    const { id } = await addEntry('Read')
    const set = await ann.call('PUT', `${API}/time-entries/${id}`, { title: '  Write \n', notes: '  why  ' })
    expect(set.body.data).toMatchObject({ title: 'Write', notes: 'why' })
    const kept = await ann.call('PATCH', `${API}/time-entries/${id}`, {})
    expect(kept.body.data).toMatchObject({ title: 'Write', notes: 'why' })
    for (const empty of ['', '   ', null]) {
      await ann.call('PUT', `${API}/time-entries/${id}`, { notes: 'why' })
      const emptied = await ann.call('PUT', `${API}/time-entries/${id}`, { notes: empty })
      expect(emptied.body.data.notes).toBeNull()
    }
  })

  test('may hold keys nobody knows', async () => {
    const answer = await ann.call('POST', `${API}/projects`, { title: 'Acme', rules: [], team: { x: 1 } })
    expect(answer.status).toBe(201)
  })

  test('that is a whole project is taken back', async () => {
    const root = await addProject('Root')
    await addProject('Child', root.id)
    const { body: shown } = await ann.call('GET', `${API}/projects/${root.id}`)
    for (const body of [shown.data, { ...shown.data, ...shown }]) {
      const answer = await ann.call('PUT', `${API}/projects/${root.id}`, body)
      expect(answer).toMatchObject({ status: 200, body: shown })
    }
  })

  test('that is a whole entry is taken back, with its project as it came', async () => {
    const { id: projectId } = await addProject('Acme')
    const entry = await addEntry('Write', projectId)
    for (const query of ['', '?include_project_data=1']) {
      const { body: shown } = await ann.call('GET', `${API}/time-entries/${entry.id}${query}`)
      const answer = await ann.call('PUT', `${API}/time-entries/${entry.id}`, shown.data)
      expect(answer.status).toBe(200)
      expect(answer.body.data).toEqual({ ...shown.data, project: { self: `/projects/${projectId}` } })
    }
  })

  test('that is a whole running entry does not stop the timer', async () => {
    await startTimer(ann.ctx(), { title: 'Write' })
    server.clock.advance(90)
    const { headers } = await ann.call('GET', `${API}/time-entries/running`)
    const { body: shown } = await ann.call('GET', headers['location']!)
    server.clock.advance(10)
    const answer = await ann.call('PUT', headers['location']!, { ...shown.data, title: 'Read' })
    expect(answer.body.data).toMatchObject({ title: 'Read', is_running: true, duration: 100 })
  })

  test('that is a whole entry without a status is taken back, though the word cannot be set', async () => {
    const entry = await createEntry(ann.ctx(), { title: 'Old', started_at: 0, ended_at: 0 })
    await server.house.db.kysely
      .updateTable('entry')
      .set({ billing_status: null })
      .where('id', '=', entry.id)
      .execute()
    const { body: shown } = await ann.call('GET', `${API}/time-entries/${entry.id}`)
    expect(shown.data.billing_status).toBe('undetermined')
    const answer = await ann.call('PUT', `${API}/time-entries/${entry.id}`, { ...shown.data, title: 'Older' })
    expect(answer).toMatchObject({
      status: 200,
      body: { data: { title: 'Older', billing_status: 'undetermined' } },
    })

    const other = await addEntry('New')
    const refused = await ann.call('PUT', `${API}/time-entries/${other.id}`, {
      billing_status: 'undetermined',
    })
    expect(refused).toMatchObject({ status: 422, body: { errors: { billing_status: expect.anything() } } })
  })
})

describe('a boolean', () => {
  test.each([
    ['1', true],
    ['0', false],
    ['true', true],
    ['false', false],
    ['True', true],
    ['FALSE', false],
    [' 1 ', true],
  ])('is read from the query as %j', async (text, isRunning) => {
    await addEntry('Finished')
    await startTimer(ann.ctx(), { title: 'Running' })
    const expected = isRunning ? ['Running'] : ['Finished']
    expect(await listedTitles(`is_running=${encodeURIComponent(text)}`)).toEqual(expected)
  })

  test.each([true, false, 1, 0, '1', '0', 'true', 'false'])('is read from a body as %j', async (value) => {
    const answer = await ann.call('POST', `${API}/projects`, { title: 'Acme', is_archived: value })
    expect(answer.body.data.is_archived).toBe(['true', '1'].includes(String(value)))
  })

  test.each(['yes', '2', 'constructor', '__proto__', '-1', '1.0'])('is not %j', async (text) => {
    const answer = await ann.call('GET', `${API}/time-entries?is_running=${text}`)
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { is_running: ['The is running field must be true or false.'] } },
    })
  })

  test.each([[[true]], [{}], [2], ['on']])('is not %j in a body', async (value) => {
    const answer = await ann.call('POST', `${API}/projects`, { title: 'Acme', is_archived: value })
    expect(answer).toMatchObject({ status: 422, body: { errors: { is_archived: expect.anything() } } })
  })
})

describe('a list', () => {
  test('comes with brackets, numbers, repeated names, under its alias, or as one value', async () => {
    const { id: a } = await addProject('A')
    const { id: b } = await addProject('B')
    await addEntry('on a', a)
    await addEntry('on b', b)
    await addEntry('on neither')
    for (const query of [
      `projects[]=/projects/${a}&projects[]=/projects/${b}`,
      `projects[0]=/projects/${a}&projects[1]=/projects/${b}`,
      `projects%5B0%5D=%2Fprojects%2F${a}&projects%5B1%5D=%2Fprojects%2F${b}`,
      `projects[5]=${a}&projects[7]=${b}`,
      `projects=${a}&projects=${b}`,
      `project[]=/projects/${a}&project[]=/projects/${b}`,
      `project=${a}&project=${b}`,
    ]) {
      expect(await listedTitles(query)).toEqual(['on a', 'on b'])
    }
    for (const query of [`projects=${a}`, `project=${a}`, `project[]=/projects/${a}`]) {
      expect(await listedTitles(query)).toEqual(['on a'])
    }
  })

  test('is found through the link that a project gives', async () => {
    const { id } = await addProject('A')
    await addEntry('on a', id)
    await addEntry('elsewhere')
    const { body } = await ann.call('GET', `${API}/projects/${id}`)
    const link = new URL(body.links['time-entries'])
    expect(link.origin).toBe('http://sundial.test')
    const listed = await ann.call('GET', link.pathname + link.search)
    expect(listed.body.data.map((entry: { title: string }) => entry.title)).toEqual(['on a'])
  })

  test('of projects holds the empty text for "no project"; nothing else is meant by emptiness', async () => {
    const { id } = await addProject('A')
    await addEntry('on a', id)
    await addEntry('on none')
    expect(await listedTitles('projects[]=')).toEqual(['on none'])
    expect(await listedTitles(`projects[]=&projects[]=${id}`)).toEqual(['on a', 'on none'])
    const absent =
      'projects=&is_running=&search_query=&team_members[]=&billing_status[]=&page=&include_project_data='
    expect(await listedTitles(`start_date_min=&start_date_max=&${absent}`)).toEqual(['on a', 'on none'])
  })
})
