import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject, updateProject } from '../../core/projects/write.ts'
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

async function addProject(title: string, parentId: number | null = null): Promise<number> {
  return (await createProject(ann.ctx(), ann.workspaceId, { title, parent_id: parentId })).id
}

/** The project that `project` is understood as, or the refusal. */
async function meant(project: unknown): Promise<number | string> {
  const { status, body } = await ann.call('POST', `${API}/time-entries/start`, { title: 'A', project })
  if (status !== 201) return `${status} ${body.errors?.project?.[0]}`
  return Number(body.data.project.self.split('/').at(-1))
}

/** Every form in which clients refer to a thing. */
function formsOf(kind: string, id: number): unknown[] {
  return [
    `/${kind}/${id}`,
    `${kind}/${id}`,
    `/api/v1/${kind}/${id}`,
    `/timing/api/v1/${kind}/${id}`,
    `http://sundial.test/timing/api/v1/${kind}/${id}`,
    `https://web.timingapp.com/api/v1/${kind}/${id}`,
    String.raw`\/${kind}\/${id}`,
    `  /${kind}/${id} `,
    String(id),
    id,
    { self: `/${kind}/${id}` },
  ]
}

describe('a reference', () => {
  test('to a project is understood in every form', async () => {
    const id = await addProject('Acme')
    for (const form of formsOf('projects', id)) {
      expect(await meant(form)).toBe(id)
      const child = await ann.call('POST', `${API}/projects`, { title: 'Child', parent: form })
      expect(child.body.data.parent).toEqual({ self: `/projects/${id}` })
      if (typeof form !== 'string') continue
      const listed = await ann.call('GET', `${API}/time-entries?projects[]=${encodeURIComponent(form)}`)
      expect(listed.status).toBe(200)
    }
  })

  test('to an entry is understood in every form, in a batch and in the path', async () => {
    const entry = await createEntry(ann.ctx(), { title: 'A', started_at: 0, ended_at: 0 })
    for (const form of formsOf('time-entries', entry.id)) {
      const body = { time_entries: [form], data: { notes: 'x' } }
      expect(await ann.call('PATCH', `${API}/time-entries/batch-update`, body)).toMatchObject({ status: 200 })
    }
    const whole = encodeURIComponent(`/time-entries/${entry.id}`)
    expect((await ann.call('GET', `${API}/time-entries/${whole}`)).status).toBe(200)
  })

  test('to a team and to a person is understood in every form', async () => {
    const team = await server.team(ann)
    const entry = await createEntry(ann.ctx(), { title: 'A', started_at: 0, ended_at: 0 })
    for (const form of formsOf('teams', team.id)) {
      const made = await ann.call('POST', `${API}/projects`, { title: 'In the team', team_id: form })
      expect(made).toMatchObject({ status: 201, body: { data: { team_id: `/teams/${team.id}` } } })
    }
    for (const form of [`/teams/${team.id}`, String(team.id)]) {
      const path = encodeURIComponent(form)
      expect((await ann.call('GET', `${API}/teams/${path}/members`)).status).toBe(200)
      expect((await ann.call('GET', `${API}/projects?team_id=${path}`)).status).toBe(200)
    }
    for (const form of formsOf('users', ann.user.id)) {
      if (typeof form !== 'string') continue
      const owner = encodeURIComponent(form)
      expect((await ann.call('GET', `${API}/time-entries/${entry.id}?other_user_id=${owner}`)).status).toBe(
        200,
      )
    }
  })

  test.each([
    '/users/ID',
    '/teams/ID',
    '/time-entries/ID',
    '/projects/ID/',
    '/projects/0',
    '/projects/-1',
    '/projects/1.5',
    '/projects/9007199254740993',
    '/projects/99999999999999999999',
    '99999999999999999999',
    '/projects/0x1',
    'https://example.org/projects',
  ])('that is %s means no project', async (form) => {
    const id = await addProject('Acme')
    expect(await meant(form.replace('ID', String(id)))).toMatch(/^422 /)
    const listed = await ann.call('GET', `${API}/time-entries?projects[]=${form.replace('ID', String(id))}`)
    expect(listed).toMatchObject({ status: 422, body: { errors: { 'projects.0': expect.anything() } } })
  })

  test('to what is unknown or belongs to strangers is refused alike', async () => {
    const stranger = await server.person()
    const foreign = await createProject(stranger.ctx(), stranger.workspaceId, { title: 'Secret' })
    for (const id of [foreign.id, 999_999]) {
      for (const form of [`/projects/${id}`, id, { self: `/projects/${id}` }]) {
        expect(await meant(form)).toBe('422 The selected project is invalid.')
      }
      const listed = await ann.call('GET', `${API}/time-entries?projects[]=${id}`)
      expect(listed).toMatchObject({
        status: 422,
        body: { errors: { 'projects.0': ['The selected projects.0 is invalid.'] } },
      })
      const child = await ann.call('POST', `${API}/projects`, { title: 'A', parent: `/projects/${id}` })
      expect(child).toMatchObject({
        status: 422,
        body: { errors: { parent: ['The selected parent is invalid.'] } },
      })
    }
    expect(await meant('Secret')).toMatch(/^422 There is no project "Secret"/)
  })
})

describe('a title', () => {
  test('is found exactly before it is found in another case', async () => {
    const lower = await addProject('acme')
    expect(await meant('ACME')).toBe(lower)
    const upper = await addProject('ACME')
    expect(await meant('ACME')).toBe(upper)
    expect(await meant('acme')).toBe(lower)
    expect(await meant(' acme ')).toBe(lower)
    expect(await meant('Acme')).toMatch(/^422 Several projects have this title/)
  })

  test('in use is found before one that is archived, or below an archived one', async () => {
    const archived = await addProject('Acme')
    await updateProject(ann.ctx(), { id: archived }, { is_archived: true })
    expect(await meant('Acme')).toBe(archived)
    const root = await addProject('Old')
    await addProject('Acme', root)
    await updateProject(ann.ctx(), { id: root }, { is_archived: true })
    const used = await addProject('Acme')
    expect(await meant('Acme')).toBe(used)
  })

  test('that is nowhere is refused, and nothing is made', async () => {
    expect(await meant('Acme')).toMatch(/^422 There is no project "Acme"/)
    expect((await ann.call('GET', `${API}/projects`)).body.data).toEqual([])
  })

  test('that several have is refused with their chains', async () => {
    const a = await addProject('A')
    const b = await addProject('B')
    await addProject('Design', a)
    await addProject('Design', b)
    expect(await meant('Design')).toBe('422 Several projects have this title: A ▸ Design; B ▸ Design.')
    const child = await ann.call('POST', `${API}/projects`, { title: 'X', parent: 'Design' })
    expect(child).toMatchObject({
      status: 422,
      body: { errors: { parent: [expect.stringContaining('A ▸ Design')] } },
    })
  })

  test('is looked for in the teams as well', async () => {
    const team = await server.team(ann)
    const { id } = await createProject(ann.ctx(), team.id, { title: 'Shared' })
    expect(await meant('shared')).toBe(id)
  })

  test('may be a number, which is a title first and an id second', async () => {
    const other = await addProject('Other')
    expect(await meant(String(other))).toBe(other)
    const numbered = await addProject(String(other))
    expect(await meant(String(other))).toBe(numbered)
    expect(await meant('2026')).toMatch(/^422 /)
    const year = await addProject('2026')
    expect(await meant('2026')).toBe(year)
    const beyond = await addProject('99999999999999999999')
    expect(await meant('99999999999999999999')).toBe(beyond)
  })

  test('may begin with a bracket, and hold what a pattern would take for more', async () => {
    for (const title of [
      '[internal]',
      '["A"',
      '50% off',
      'a_b',
      String.raw`back\slash`,
      '🎉 party',
      "O'Neil",
    ]) {
      const id = await addProject(title)
      expect(await meant(title)).toBe(id)
    }
    expect(await meant('a%b')).toMatch(/^422 /)
  })
})

describe('a chain of titles', () => {
  test('is exact from the root, as an array or as the JSON text of one', async () => {
    const a = await addProject('A')
    const b = await addProject('B')
    const inA = await addProject('Design', a)
    const inB = await addProject('Design', b)
    const deep = await addProject('A', inB)
    for (const [chain, id] of [
      [['A', 'Design'], inA],
      [['B', 'Design'], inB],
      [['b', ' design '], inB],
      [['B', 'Design', 'A'], deep],
      [['A'], a],
    ] as const) {
      expect(await meant(chain)).toBe(id)
      expect(await meant(JSON.stringify(chain))).toBe(id)
    }
    for (const wrong of [['Design'], ['A', 'Design', 'A'], ['Design', 'A'], ['']]) {
      expect(await meant(wrong)).toMatch(/^422 There is no project/)
    }
  })

  test('names a parent too', async () => {
    const a = await addProject('A')
    const inA = await addProject('Design', a)
    const answer = await ann.call('POST', `${API}/projects`, { title: 'Logo', parent: ['A', 'Design'] })
    expect(answer.body.data).toMatchObject({
      parent: { self: `/projects/${inA}` },
      title_chain: ['A', 'Design', 'Logo'],
    })
  })

  test.each([[[]], [[1]], [['A', null]], [{}], [{ self: 'A' }], [true], ['[1,2]'], ['[]']])(
    'is not %j',
    async (wrong) => {
      await addProject('A')
      expect(await meant(wrong)).toMatch(/^422 /)
    },
  )
})
