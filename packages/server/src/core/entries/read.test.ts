import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { setProjectMembers } from '../projects/members.ts'
import { createProject, updateProject } from '../projects/write.ts'
import { startTimer } from '../timer.ts'
import type { EntryFilter } from './filter.ts'
import { getEntry, listEntries, listEntriesByNumber, type NumberedEntries } from './read.ts'
import { createEntry, deleteEntry, updateEntry } from './write.ts'

let server: TestServer

const nine = Date.UTC(2026, 2, 2, 9)
const minute = 60_000
const from = (start: number, end: number) => ({
  started_at: nine + start * minute,
  ended_at: nine + end * minute,
})
const all = { cursor: null, limit: 100 }

async function titles(person: Person, filter: EntryFilter): Promise<string[]> {
  const { rows } = await listEntries(person.ctx(), filter, all)
  return rows.map((row) => row.title ?? '').toSorted()
}

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

describe('whose entries one sees', () => {
  let ann: Person
  let team: Awaited<ReturnType<typeof server.team<'admin' | 'manager' | 'member' | 'viewer'>>>

  beforeAll(async () => {
    ann = await server.person()
    team = await server.team(ann, 'admin', 'manager', 'member', 'viewer')
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'owner', workspace_id: team.id })
    await createEntry(team.member.ctx(), { ...from(0, 60), title: 'member', workspace_id: team.id })
    await createEntry(team.member.ctx(), { ...from(0, 60), title: 'private' })
  })

  test.each([
    ['owner', ['member', 'owner']],
    ['admin', ['member', 'owner']],
    ['manager', ['member', 'owner']],
    ['member', ['member']],
    ['viewer', []],
  ] as const)('as %s of a workspace: %j', async (role, expected) => {
    const person = role === 'owner' ? ann : team[role]
    expect(await titles(person, { whose: 'everyone', workspaceId: team.id })).toEqual(expected)
  })

  test('never those of another’s personal workspace, not even as an administrator of the installation', async () => {
    const root = await server.person({ isAdmin: true })
    const { user } = team.member
    for (const person of [root, ann]) {
      expect(await titles(person, { whose: [user.id] })).not.toContain('private')
    }
    const own = await listEntries(team.member.ctx(), { whose: 'mine' }, all)
    const entry = own.rows.find((row) => row.title === 'private')!
    for (const person of [root, ann]) {
      await expect(getEntry(person.ctx({ isAdmin: true }), entry.id)).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  test('of one workspace only, where a key is bound to it', async () => {
    const { member } = team
    const bound = member.ctx({ workspaceId: team.id })
    const { rows } = await listEntries(bound, { whose: 'mine' }, all)
    expect(rows.map((row) => row.title)).toEqual(['member'])
    const elsewhere = listEntries(bound, { whose: 'mine', workspaceId: member.workspaceId }, all)
    await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' })
  })

  test('as a manager, on private projects only as a member of them, and of all that is above', async () => {
    const parent = await createProject(ann.ctx(), team.id, { title: 'Secret', is_private: true })
    const project = await createProject(ann.ctx(), team.id, { title: 'Inside', parent_id: parent.id })
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'secret', project_id: project.id })
    const seen = () => titles(team.manager, { whose: 'everyone', workspaceId: team.id })
    expect(await seen()).not.toContain('secret')
    expect(await titles(team.admin, { whose: 'everyone', workspaceId: team.id })).toContain('secret')
    await setProjectMembers(ann.ctx(), parent.id, [{ userId: team.manager.user.id, isManager: false }])
    expect(await seen()).toContain('secret')
  })

  test('also one’s own on a project that has become private', async () => {
    const project = await createProject(ann.ctx(), team.id, { title: 'Open' })
    const entry = await createEntry(team.member.ctx(), { ...from(0, 60), project_id: project.id })
    await updateProject(ann.ctx(), { id: project.id }, { is_private: true })
    expect(await getEntry(team.member.ctx(), entry.id)).toMatchObject({ project_id: project.id })
  })
})

describe('a list of entries', () => {
  let ann: Person

  beforeAll(async () => {
    ann = await server.person()
    server.clock.now = nine + 600 * minute
    const parent = await createProject(ann.ctx(), ann.workspaceId, { title: 'Parent' })
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'Child', parent_id: parent.id })
    await createEntry(ann.ctx(), { ...from(0, 60), title: 'A', project_id: parent.id, tags: ['x'] })
    await createEntry(ann.ctx(), { ...from(60, 120), title: 'B', project_id: child.id, notes: 'Élan 100%' })
    await createEntry(ann.ctx(), { ...from(120, 180), title: 'C', billing_status: 'billed' })
    await startTimer(ann.ctx(), { title: 'D', started_at: nine + 500 * minute })
    const gone = await createEntry(ann.ctx(), { ...from(0, 60), title: 'gone' })
    await deleteEntry(ann.ctx(), { id: gone.id })
  })

  const at = (start: number, end: number) => ({ from: nine + start * minute, to: nine + end * minute })
  test.each<[string, Partial<EntryFilter>, string[]]>([
    ['with time in a range, by overlap', { overlapping: at(30, 121) }, ['A', 'B', 'C']],
    ['without those that only touch it', { overlapping: at(60, 120) }, ['B']],
    ['with the timer up to now', { overlapping: at(550, 560) }, ['D']],
    ['without the timer after now', { overlapping: at(600, 700) }, []],
    ['that start in a range', { startedFrom: nine + 60 * minute, startedBefore: nine + 120 * minute }, ['B']],
    ['by every word, in title or notes, whatever the case', { text: 'b ÉLAN' }, ['B']],
    ['by a sign that means something to the database', { text: '0%' }, ['B']],
    ['by an accent that is not there', { text: 'elan' }, []],
    ['that run', { isRunning: true }, ['D']],
    ['that are finished', { isRunning: false }, ['A', 'B', 'C']],
    ['by status', { billingStatuses: ['billed', 'paid'] }, ['C']],
    ['without project', { projectIds: [null] }, ['C', 'D']],
  ])('%s', async (_, filter, expected) => {
    expect(await titles(ann, { whose: 'mine', ...filter })).toEqual(expected)
  })

  test('of a project, with or without those below it', async () => {
    const { rows } = await listEntries(ann.ctx(), { whose: 'mine' }, all)
    const projectIds = [rows.find((row) => row.title === 'A')!.project_id]
    expect(await titles(ann, { whose: 'mine', projectIds })).toEqual(['A'])
    expect(await titles(ann, { whose: 'mine', projectIds, withChildren: true })).toEqual(['A', 'B'])
  })

  test('is read page by page without missing or repeating one, also where all start together', async () => {
    const bob = await server.person()
    const made: number[] = []
    for (let index = 0; index < 7; index++) made.push((await createEntry(bob.ctx(), from(0, 60))).id)
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listEntries>> = await listEntries(
        bob.ctx(),
        { whose: 'mine' },
        { cursor, limit: 3 },
      )
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(made.toReversed())
    const numbered = await listEntriesByNumber(bob.ctx(), { whose: 'mine' }, { offset: 3, limit: 3 })
    expect(numbered).toMatchObject({
      total: 7,
      rows: made
        .toReversed()
        .slice(3, 6)
        .map((id) => ({ id })),
    })
  })

  test('is numbered by when each was made or changed where that is asked for', async () => {
    const bob = await server.person()
    const ids: number[] = []
    for (const start of [60, 0, 120]) {
      ids.push((await createEntry(bob.ctx(), from(start, start + 30))).id)
      server.clock.advance(1)
    }
    await updateEntry(bob.ctx(), { id: ids[0] ?? 0 }, { title: 'Changed' })
    const numbered = async (sort: Partial<NumberedEntries>) => {
      const page = { offset: 0, limit: 10, ...sort }
      const { rows } = await listEntriesByNumber(bob.ctx(), { whose: 'mine' }, page)
      return rows.map((row) => ids.indexOf(row.id))
    }
    expect(await numbered({})).toEqual([2, 0, 1])
    expect(await numbered({ order: 'asc' })).toEqual([1, 0, 2])
    expect(await numbered({ by: 'created_at', order: 'asc' })).toEqual([0, 1, 2])
    expect(await numbered({ by: 'updated_at' })).toEqual([0, 2, 1])
  })

  test.each(['nonsense', Buffer.from('{}').toString('base64url'), Buffer.from('[]').toString('base64url')])(
    'refuses the cursor %j',
    async (cursor) => {
      const page = listEntries(ann.ctx(), { whose: 'mine' }, { cursor, limit: 10 })
      await expect(page).rejects.toMatchObject({ code: 'invalid' })
    },
  )
})
