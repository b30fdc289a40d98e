import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setProjectMembers } from '../../core/projects/members.ts'
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

async function add(title: string, parentId: number | null = null): Promise<number> {
  return (await createProject(ann.ctx(), ann.workspaceId, { title, parent_id: parentId })).id
}

function archive(id: number) {
  return updateProject(ann.ctx(), { id }, { is_archived: true })
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

describe('the lists of projects', () => {
  test('are a tree of whole projects, and flat with references, in the same order', async () => {
    const b = await add('B')
    const a = await add('A')
    const a1 = await add('A1', a)
    await add('A2', a)
    await add('A1x', a1)
    await add('B1', b)
    expect(await tree()).toEqual([
      ['B', 'B1'],
      ['A', ['A1', 'A1x'], 'A2'],
    ])
    expect(await titles()).toEqual(['B', 'B1', 'A', 'A1', 'A1x', 'A2'])
    const { body } = await ann.call('GET', `${API}/projects`)
    const listed = body.data.find((project: { title: string }) => project.title === 'A1')
    expect(listed.title_chain).toEqual(['A', 'A1'])
    expect(Object.keys(listed.children[0])).toEqual(['self'])
    expect(listed.parent).toEqual({ self: `/projects/${a}` })
  })

  test('hold archived projects, unless those and what lies below them are hidden', async () => {
    const old = await add('Old')
    await add('Below old', old)
    const used = await add('Used')
    await archive(await add('Part', used))
    await archive(old)
    expect(await titles()).toEqual(['Old', 'Below old', 'Used', 'Part'])
    for (const value of ['1', 'true']) expect(await titles(`?hide_archived=${value}`)).toEqual(['Used'])
    for (const value of ['0', 'false', '']) expect(await titles(`?hide_archived=${value}`)).toHaveLength(4)
    expect(await tree()).toEqual([
      ['Old', 'Below old'],
      ['Used', 'Part'],
    ])
    expect(await tree('?hide_archived=1')).toEqual(['Used'])
  })

  test('are searched for all words of a title, in any case, with accents as they are', async () => {
    for (const title of ['Café design', 'Cafe Design Website', 'Design', '50% off', 'a_b', 'É'])
      await add(title)
    const search = (text: string) => titles(`?title=${encodeURIComponent(text)}`)
    expect(await search('design')).toEqual(['Café design', 'Cafe Design Website', 'Design'])
    expect(await search('SIGN caf')).toEqual(['Café design', 'Cafe Design Website'])
    expect(await search('cafe')).toEqual(['Cafe Design Website'])
    expect(await search('é')).toEqual(['Café design', 'É'])
    expect(await search('%')).toEqual(['50% off'])
    expect(await search('_')).toEqual(['a_b'])
    expect(await search('design nothing')).toEqual([])
  })

  test('are the private projects without a team, and the projects of one with it', async () => {
    const team = await server.team(ann, 'member')
    await add('Mine')
    await createProject(ann.ctx(), team.id, { title: 'Ours' })
    expect(await titles()).toEqual(['Mine'])
    expect(await titles(`?team_id=/teams/${team.id}`)).toEqual(['Ours'])
    expect(await tree(`?team_id=${team.id}`)).toEqual(['Ours'])
    expect(await titles('', team.member)).toEqual([])
    expect(await titles(`?team_id=${team.id}`, team.member)).toEqual(['Ours'])
    const stranger = await server.person()
    for (const id of [`/teams/${team.id}`, '999999', 'x', String(ann.workspaceId)]) {
      const answer = await stranger.call('GET', `${API}/projects?team_id=${id}`)
      expect(answer).toMatchObject({ status: 422, body: { errors: { team_id: expect.anything() } } })
    }
  })

  test('leave private projects of a team out for whom they are closed, and nothing of them shows', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member')
    const open = await createProject(ann.ctx(), team.id, { title: 'Open' })
    const closed = await createProject(ann.ctx(), team.id, {
      title: 'Closed',
      parent_id: open.id,
      is_private: true,
    })
    await createProject(ann.ctx(), team.id, { title: 'Inside', parent_id: closed.id })
    const all = ['Open', 'Closed', 'Inside']
    expect(await titles(`?team_id=${team.id}`, team.admin)).toEqual(all)
    for (const person of [team.manager, team.member]) {
      expect(await titles(`?team_id=${team.id}`, person)).toEqual(['Open'])
      expect(await tree(`?team_id=${team.id}`, person)).toEqual(['Open'])
      expect((await person.call('GET', `${API}/projects/${closed.id}`)).status).toBe(404)
      expect((await person.call('GET', `${API}/projects/${open.id}`)).body.data.children).toEqual([])
      const start = { title: 'x', project: 'Inside' }
      expect((await person.call('POST', `${API}/time-entries/start`, start)).status).toBe(422)
    }
    await setProjectMembers(ann.ctx(), closed.id, [{ userId: team.member.user.id, isManager: false }])
    expect(await titles(`?team_id=${team.id}`, team.member)).toEqual(all)
  })
})
