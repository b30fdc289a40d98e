import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { createClient } from '../clients.ts'
import { createEntry } from '../entries/write.ts'
import { getEntry } from '../entries/read.ts'
import { listTasks } from '../task-lists.ts'
import { createTask } from '../tasks.ts'
import { updateWorkspace } from '../workspaces.ts'
import { listProjectMembers, setProjectMembers } from './members.ts'
import { childIds, getProject, listProjects, projectTree, subtreeIds } from './read.ts'
import { type ProjectReference, resolveProject } from './resolve.ts'
import { createProject, deleteProject, type ProjectFields, updateProject } from './write.ts'

let server: TestServer
let ann: Person

const nine = Date.UTC(2026, 2, 2, 9)
const anHour = { started_at: nine, ended_at: nine + 3_600_000 }
const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const make = (title: string, fields: ProjectFields = {}, workspaceId = ann.workspaceId) =>
  createProject(ann.ctx(), workspaceId, { ...fields, title })

async function tree(options: { includeHidden?: boolean } = {}) {
  const rows = await projectTree(ann.ctx(), { workspaceId: ann.workspaceId, ...options })
  return rows.map((row) => row.title_chain.join(' ▸ '))
}

test.each([-1, 0.5, 1e300])('a project is not estimated at %d seconds', async (estimate_seconds) => {
  const refusal = { code: 'invalid', fields: { estimate_seconds: expect.any(String) } }
  await expect(make('A', { estimate_seconds })).rejects.toMatchObject(refusal)
  const { id } = await make('A')
  await expect(updateProject(ann.ctx(), { id }, { estimate_seconds })).rejects.toMatchObject(refusal)
})

describe('the tree of projects', () => {
  test('has the chain of titles from the root, at any depth', async () => {
    let parent_id: number | null = null
    for (let depth = 1; depth <= 12; depth++) parent_id = (await make(`L${depth}`, { parent_id })).id
    const { title_chain } = await getProject(ann.ctx(), parent_id!)
    expect(title_chain).toEqual(Array.from({ length: 12 }, (_, index) => `L${index + 1}`))
  })

  test('is read parents first, siblings by their place', async () => {
    const b = await make('B')
    await make('A')
    await make('B2', { parent_id: b.id })
    await make('B1', { parent_id: b.id, position: 0 })
    expect(await tree()).toEqual(['B', 'B ▸ B1', 'B ▸ B2', 'A'])
    expect((await childIds(ann.ctx(), [b])).get(b.id)).toHaveLength(2)
  })

  test('takes a project’s whole subtree along to a new parent, and back to the root', async () => {
    const [a, b] = [await make('A'), await make('B')]
    const child = await make('Child', { parent_id: a.id })
    await make('Grandchild', { parent_id: child.id })
    await updateProject(ann.ctx(), { id: a.id }, { parent_id: b.id })
    expect(await tree()).toEqual(['B', 'B ▸ A', 'B ▸ A ▸ Child', 'B ▸ A ▸ Child ▸ Grandchild'])
    await updateProject(ann.ctx(), { id: child.id }, { parent_id: null })
    expect(await tree()).toEqual(['B', 'B ▸ A', 'Child', 'Child ▸ Grandchild'])
    expect(await subtreeIds(ann.ctx(), [b.id])).toHaveLength(2)
  })

  test('has no cycles: not itself, not a child, not a grandchild as parent', async () => {
    const a = await make('A')
    const b = await make('B', { parent_id: a.id })
    const c = await make('C', { parent_id: b.id })
    for (const parent of [a, b, c]) {
      const cycle = updateProject(ann.ctx(), { id: a.id }, { parent_id: parent.id })
      await expect(cycle).rejects.toMatchObject({ code: 'conflict', reason: 'cycle' })
    }
  })

  test('has none either when two are put below each other at once', async () => {
    const [a, b] = [await make('A'), await make('B')]
    const moves = await Promise.allSettled([
      updateProject(ann.ctx(), { id: a.id }, { parent_id: b.id }),
      updateProject(ann.ctx(), { id: b.id }, { parent_id: a.id }),
    ])
    expect(moves.map((move) => move.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await tree()).toHaveLength(2)
  })

  test('stays within one workspace', async () => {
    const team = await server.team(ann)
    const there = await make('There', {}, team.id)
    await expect(make('Here', { parent_id: there.id })).rejects.toMatchObject({ code: 'invalid' })
    const bob = await server.person()
    const his = await createProject(bob.ctx(), bob.workspaceId, { title: 'His' })
    await expect(make('Here', { parent_id: his.id })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('hides what lies below an archived project without changing it', async () => {
    const a = await make('A')
    const child = await make('Child', { parent_id: a.id })
    const archived = await updateProject(
      ann.ctx(),
      { id: a.id },
      { is_archived: true, archive_reason: 'Done' },
    )
    expect(archived).toMatchObject({
      is_archived: 1,
      archived_by: ann.user.id,
      archived_at: server.clock.now,
      archive_reason: 'Done',
    })
    expect(await tree()).toEqual([])
    expect(await tree({ includeHidden: true })).toEqual(['A', 'A ▸ Child'])
    expect(await getProject(ann.ctx(), child.id)).toMatchObject({
      is_archived: 0,
      version: 1,
      is_hidden: true,
    })
    const open = await updateProject(ann.ctx(), { id: a.id }, { is_archived: false })
    expect(open).toMatchObject({ is_archived: 0, archived_at: null, archived_by: null, archive_reason: null })
    expect(await tree()).toEqual(['A', 'A ▸ Child'])
  })
})

describe('a project', () => {
  test('has a colour of its own where none is given', async () => {
    expect((await make('A')).color).toMatch(/^#[0-9A-F]{6}$/)
    expect((await make('B', { color: '#ff00aa' })).color).toBe('#FF00AA')
  })

  test.each<[string, ProjectFields, string]>([
    ['an empty title', { title: ' ' }, 'title'],
    ['a title with a control character', { title: 'a\u0000' }, 'title'],
    ['an end before its start', { starts_on: '2026-02-02', ends_on: '2026-02-01' }, 'ends_on'],
    ['a day that does not exist', { starts_on: '2026-02-30' }, 'starts_on'],
    ['a bad name of a custom field', { custom_fields: { '1': 'x' } }, 'custom_fields.1'],
  ])('is refused with %s', async (_, fields, field) => {
    const making = createProject(ann.ctx(), ann.workspaceId, { title: 'A', ...fields })
    await expect(making).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } })
  })

  test('has a client of its workspace only', async () => {
    const team = await server.team(ann)
    const client = await createClient(ann.ctx(), team.id, { name: 'Acme' })
    await expect(make('A', { client_id: client.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(make('A', { client_id: client.id }, team.id)).resolves.toMatchObject({
      client_id: client.id,
    })
  })

  test('is listed by title, page by page', async () => {
    for (const title of ['b', 'A', 'C']) await make(title)
    const first = await listProjects(ann.ctx(), { workspaceId: ann.workspaceId }, { cursor: null, limit: 2 })
    const next = await listProjects(ann.ctx(), {}, { cursor: first.next, limit: 2 })
    expect([...first.rows, ...next.rows].map((row) => row.title)).toEqual(['A', 'b', 'C'])
  })
})

describe('deleting a project', () => {
  test('deletes what lies below it and its tasks, and leaves the entries without it', async () => {
    const a = await make('A')
    const b = await make('B', { parent_id: a.id })
    const task = await createTask(ann.ctx(), b.id, { name: 'Design' })
    const titled = await createEntry(ann.ctx(), { ...anHour, task_id: task.id, title: 'Write' })
    const bare = await createEntry(ann.ctx(), { ...anHour, project_id: b.id })
    const atRoot = await createEntry(ann.ctx(), { ...anHour, project_id: a.id })
    const ctx = ann.ctx()
    await deleteProject(ctx, { id: a.id })
    expect(await tree({ includeHidden: true })).toEqual([])
    expect((await listTasks(ann.ctx(), {}, all)).rows).toEqual([])
    const gone = { project_id: null, task_id: null, version: 2 }
    expect(await getEntry(ann.ctx(), titled.id)).toMatchObject({ ...gone, title: 'Write' })
    expect(await getEntry(ann.ctx(), bare.id)).toMatchObject({
      ...gone,
      title: 'A ▸ B',
      search_text: 'a ▸ b',
    })
    expect(await getEntry(ann.ctx(), atRoot.id)).toMatchObject({ ...gone, title: 'A' })
    const events = await server.house.db.kysely
      .selectFrom('event')
      .select(['kind', 'subject_id'])
      .where('operation_id', '=', ctx.operation.id)
      .execute()
    expect(events.map((event) => event.kind).toSorted()).toEqual([
      'entry.updated',
      'entry.updated',
      'entry.updated',
      'project.deleted',
      'project.deleted',
      'task.deleted',
    ])
  })

  test('is refused where any of the entries below it is locked, whoever owns it', async () => {
    const team = await server.team(ann, 'member')
    const a = await make('A', {}, team.id)
    const b = await make('B', { parent_id: a.id }, team.id)
    await createEntry(team.member.ctx(), { ...anHour, project_id: b.id })
    await updateWorkspace(ann.ctx(), { id: team.id }, { locked_before: '2026-03-03' })
    await expect(deleteProject(ann.ctx(), { id: a.id })).rejects.toMatchObject({ code: 'locked' })
    expect(await getProject(ann.ctx(), b.id)).toMatchObject({ version: 1 })
  })

  test('is done once by two who do it at once', async () => {
    const a = await make('A')
    const both = await Promise.allSettled([
      deleteProject(ann.ctx(), { id: a.id, version: 1 }),
      deleteProject(ann.ctx(), { id: a.id, version: 1 }),
    ])
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toMatchObject([{ code: 'not_found' }])
  })
})

describe('a project is found', () => {
  test.each<[string, (ids: number[]) => ProjectReference, number]>([
    ['by its id', ([id]) => ({ id: id! }), 0],
    ['by its exact title, before one in another case', () => ({ title: 'SITE' }), 1],
    ['by a title in another case', () => ({ title: 'sHoP' }), 2],
    ['by its whole chain, whatever the case', () => ({ chain: ['shop', 'Design'] }), 3],
    ['by a title that an archived one has, too', () => ({ title: 'Old' }), 5],
  ])('%s', async (_, reference, expected) => {
    const ids = await makeSome()
    expect(await resolveProject(ann.ctx(), reference(ids))).toMatchObject({ id: ids[expected] })
  })

  test('not where nothing has that title, and nothing is made', async () => {
    const ids = await makeSome()
    for (const reference of [{ title: 'Nothing' }, { chain: ['Site', 'Shop'] }]) {
      await expect(resolveProject(ann.ctx(), reference)).rejects.toMatchObject({
        code: 'invalid',
        reason: 'no_such_thing',
      })
    }
    expect(await tree({ includeHidden: true })).toHaveLength(ids.length)
  })

  test('not where several have that title: the answer lists them', async () => {
    const [site, , shop] = await makeSome()
    await make('Design', { parent_id: site! })
    const ambiguous = resolveProject(ann.ctx(), { title: 'Design' })
    await expect(ambiguous).rejects.toMatchObject({ code: 'invalid', reason: 'ambiguous' })
    await expect(ambiguous).rejects.toThrow(/Shop ▸ Design; Site ▸ Design/)
    expect(shop).toBeDefined()
  })

  test('not where it is another’s', async () => {
    const bob = await server.person()
    const his = await createProject(bob.ctx(), bob.workspaceId, { title: 'Quite his own' })
    await expect(resolveProject(ann.ctx(), { id: his.id })).rejects.toMatchObject({ code: 'not_found' })
    const named = resolveProject(ann.ctx(), { title: 'Quite his own' })
    await expect(named).rejects.toMatchObject({ reason: 'no_such_thing' })
  })

  async function makeSome(): Promise<number[]> {
    const [site, upper, shop] = [await make('Site'), await make('SITE'), await make('Shop')]
    const design = await make('Design', { parent_id: shop.id })
    const [shut, open] = [await make('Old'), await make('Old')]
    await updateProject(ann.ctx(), { id: shut.id }, { is_archived: true })
    return [site, upper, shop, design, shut, open].map((each) => each.id)
  }
})

describe('a private project', () => {
  test('is seen by owners and admins, and by anybody else only as its member', async () => {
    const team = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
    const project = await make('Secret', { is_private: true }, team.id)
    const child = await make('Inside', { parent_id: project.id }, team.id)
    for (const person of [ann, team.admin]) {
      await expect(getProject(person.ctx(), child.id)).resolves.toBeDefined()
    }
    const others = [team.manager, team.member, team.viewer]
    for (const person of others) {
      for (const id of [project.id, child.id]) {
        await expect(getProject(person.ctx(), id)).rejects.toMatchObject({ code: 'not_found' })
      }
      expect((await listProjects(person.ctx(), { workspaceId: team.id }, all)).rows).toEqual([])
      const booked = createEntry(person.ctx(), { ...anHour, project_id: project.id })
      await expect(booked).rejects.toMatchObject({ code: 'not_found' })
    }
    await setProjectMembers(
      ann.ctx(),
      project.id,
      others.map((person) => ({ userId: person.user.id, isManager: false })),
    )
    for (const person of others) {
      await expect(getProject(person.ctx(), child.id)).resolves.toBeDefined()
    }
  })

  test('keeps whoever makes it as its manager', async () => {
    const team = await server.team(ann, 'member')
    const project = await createProject(team.member.ctx(), team.id, { title: 'Mine', is_private: true })
    expect(await listProjectMembers(team.member.ctx(), project.id)).toEqual([
      { user_id: team.member.user.id, is_manager: 1 },
    ])
  })

  test('has only active members of its workspace', async () => {
    const team = await server.team(ann)
    const bob = await server.person()
    const project = await make('Secret', { is_private: true }, team.id)
    const stranger = setProjectMembers(ann.ctx(), project.id, [{ userId: bob.user.id, isManager: false }])
    await expect(stranger).rejects.toMatchObject({ code: 'invalid' })
  })
})
