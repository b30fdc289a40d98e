import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject, updateProject } from '../../core/projects/write.ts'
import { updateWorkspace } from '../../core/workspaces.ts'
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

async function add(title: string, parentId: number | null = null): Promise<number> {
  return (await createProject(ann.ctx(), ann.workspaceId, { title, parent_id: parentId })).id
}

async function titles(query = '', person = ann): Promise<string[]> {
  const { status, body } = await person.call('GET', `${API}/projects${query}`)
  expect(status).toBe(200)
  return body.data.map((project: { title: string }) => project.title)
}

type Node = { title: string; children: Node[] }

/** A hierarchy as nested titles. */
async function tree(query = '', person = ann): Promise<unknown[]> {
  const { status, body } = await person.call('GET', `${API}/projects/hierarchy${query}`)
  expect(status).toBe(200)
  const shape = (nodes: Node[]): unknown[] =>
    nodes.map((node) => (node.children.length > 0 ? [node.title, ...shape(node.children)] : node.title))
  return shape(body.data)
}

describe('a new project', () => {
  test('has a colour of any hue at 70 % saturation and full value, unless it is given one', async () => {
    for (const color of [undefined, null, '']) {
      const { body } = await ann.call('POST', `${API}/projects`, { title: 'A', color })
      const channels = [1, 3, 5].map((from) => Number.parseInt(body.data.color.slice(from, from + 2), 16))
      expect(Math.max(...channels)).toBe(255)
      expect(Math.min(...channels)).toBe(Math.round(255 * 0.3))
    }
    for (const [sent, shown] of [
      ['#ab12CD', '#AB12CD'],
      ['#ab12cdff', '#AB12CD'],
    ]) {
      expect((await ann.call('POST', `${API}/projects`, { title: 'A', color: sent })).body.data.color).toBe(
        shown,
      )
    }
    for (const wrong of ['red', '#F00', 'FF0000', '#GG0000', '#FF00001', 255, ['#FF0000']]) {
      const answer = await ann.call('POST', `${API}/projects`, { title: 'A', color: wrong })
      expect(answer).toMatchObject({ status: 422, body: { errors: { color: expect.anything() } } })
    }
  })

  test('has a productivity from -1 to 1, and 1 without one', async () => {
    for (const [sent, shown] of [
      [undefined, 1],
      [-1, -1],
      [0, 0],
      [0.25, 0.25],
      ['0.5', 0.5],
    ]) {
      const { body } = await ann.call('POST', `${API}/projects`, { title: 'A', productivity_score: sent })
      expect(body.data.productivity_score).toBe(shown)
    }
    for (const wrong of [1.01, -2, 'high', true, [1]]) {
      const answer = await ann.call('POST', `${API}/projects`, { title: 'A', productivity_score: wrong })
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: { productivity_score: expect.anything() } },
      })
    }
  })

  test('belongs to the team it is made in, or to that of its parent', async () => {
    const team = await server.team(ann)
    const other = await server.team(ann)
    const { body: root } = await ann.call('POST', `${API}/projects`, {
      title: 'Root',
      team_id: `/teams/${team.id}`,
    })
    expect(root.data.team_id).toBe(`/teams/${team.id}`)
    for (const teamId of [undefined, null, '', team.id]) {
      const child = { title: 'Child', parent: root.data.self, team_id: teamId }
      const { body } = await ann.call('POST', `${API}/projects`, child)
      expect(body.data.team_id).toBe(`/teams/${team.id}`)
    }
    const torn = { title: 'Child', parent: root.data.self, team_id: other.id }
    expect(await ann.call('POST', `${API}/projects`, torn)).toMatchObject({
      status: 422,
      body: { errors: { team_id: ['The parent project belongs to another team.'] } },
    })
    const foreign = { title: 'Child', team_id: 999_999 }
    expect(await ann.call('POST', `${API}/projects`, foreign)).toMatchObject({ status: 422 })
  })

  test('is appended to its parent’s children', async () => {
    const root = await add('Root')
    await add('First', root)
    await ann.call('POST', `${API}/projects`, { title: 'A later one', parent: root })
    expect(await tree()).toEqual([['Root', 'First', 'A later one']])
  })
})

describe('the billing of a project', () => {
  test('is inherited, which reads null, until it is set, and again when it is emptied', async () => {
    const { body } = await ann.call('POST', `${API}/projects`, { title: 'A' })
    expect(body.data.default_billing_status).toBeNull()
    const set = async (status: unknown) => {
      const answer = await ann.call('PUT', API + body.data.self, { default_billing_status: status })
      return answer.status === 200 ? answer.body.data.default_billing_status : answer.status
    }
    expect(await set('not_billable')).toBe('not_billable')
    expect(await set(undefined)).toBe('not_billable')
    for (const empty of ['', null, 'automatic']) {
      expect(await set('billable')).toBe('billable')
      expect(await set(empty)).toBeNull()
    }
    for (const wrong of ['billed', 'paid', 'undetermined', 'Billable', 1]) expect(await set(wrong)).toBe(422)
  })

  test('decides for new entries before its team, and its team before the person', async () => {
    const team = await server.team(ann)
    const statusOf = async (project: unknown) => {
      const { body } = await ann.call('POST', `${API}/time-entries/start`, { title: 'A', project })
      return body.data.billing_status
    }
    const root = await createProject(ann.ctx(), team.id, {
      title: 'Root',
      default_billing_status: 'not_billable',
    })
    const child = await createProject(ann.ctx(), team.id, { title: 'Child', parent_id: root.id })
    expect(await statusOf(null)).toBe('billable')
    expect(await statusOf(root.id)).toBe('not_billable')
    // Ancestors play no part.
    expect(await statusOf(child.id)).toBe('billable')
    await updateWorkspace(ann.ctx(), { id: team.id }, { default_billing_status: 'not_billable' })
    expect(await statusOf(child.id)).toBe('not_billable')
    await updateProject(ann.ctx(), { id: child.id }, { default_billing_status: 'billable' })
    expect(await statusOf(child.id)).toBe('billable')
    await ann.call('PUT', `${API}/projects/${child.id}`, { default_billing_status: '' })
    const explicit = { title: 'A', project: child.id, billing_status: 'paid' }
    expect((await ann.call('POST', `${API}/time-entries/start`, explicit)).body.data.billing_status).toBe(
      'paid',
    )
  })
})

describe('an update of a project', () => {
  test.each(['PUT', 'PATCH'] as const)('by %s keeps what is left out', async (method) => {
    const { body: made } = await ann.call('POST', `${API}/projects`, {
      title: 'A',
      color: '#112233',
      productivity_score: 0.5,
      notes: 'n',
      default_billing_status: 'billable',
      custom_fields: { a: 'b' },
    })
    const answer = await ann.call(method, API + made.data.self, {})
    expect(answer).toMatchObject({ status: 200, body: made })
    const renamed = await ann.call(method, API + made.data.self, { title: 'B' })
    expect(renamed.body.data).toEqual({ ...made.data, title: 'B', title_chain: ['B'] })
  })

  test('ignores parent, children, team and reference', async () => {
    const team = await server.team(ann)
    const a = await add('A')
    const b = await add('B')
    const answer = await ann.call('PUT', `${API}/projects/${b}`, {
      self: '/projects/999999',
      title: 'B2',
      title_chain: ['X'],
      parent: `/projects/${a}`,
      children: [{ self: `/projects/${a}` }],
      team_id: `/teams/${team.id}`,
    })
    expect(answer.body.data).toMatchObject({
      self: `/projects/${b}`,
      title_chain: ['B2'],
      parent: null,
      children: [],
      team_id: null,
    })
  })

  test('that archives a parent leaves the flag of its children alone', async () => {
    const root = await add('Root')
    const child = await add('Child', root)
    await ann.call('PUT', `${API}/projects/${root}`, { is_archived: true })
    expect((await ann.call('GET', `${API}/projects/${child}`)).body.data.is_archived).toBe(false)
    expect(await titles('?hide_archived=1')).toEqual([])
  })
})

describe('deleting a project', () => {
  test('takes everything below along, and leaves the time without project', async () => {
    const root = await add('Root')
    const child = await add('Child', root)
    const times = { started_at: 0, ended_at: 3600_000 }
    const titled = await createEntry(ann.ctx(), { title: 'Titled', project_id: child, ...times })
    const untitled = await createEntry(ann.ctx(), { project_id: child, ...times })
    const deleted = await ann.call('DELETE', `${API}/projects/${root}`)
    expect(deleted).toMatchObject({ status: 204, body: '' })
    for (const id of [root, child]) expect((await ann.call('GET', `${API}/projects/${id}`)).status).toBe(404)
    expect(await titles()).toEqual([])
    const entry = async (id: number) => (await ann.call('GET', `${API}/time-entries/${id}`)).body.data
    expect(await entry(titled.id)).toMatchObject({ title: 'Titled', project: null, duration: 3600 })
    expect(await entry(untitled.id)).toMatchObject({ title: 'Root ▸ Child', project: null, duration: 3600 })
    expect((await ann.call('DELETE', `${API}/projects/${root}`)).status).toBe(404)
  })
})
