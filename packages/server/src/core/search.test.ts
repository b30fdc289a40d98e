import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Crew, openCrew, teamOf } from '../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient, updateClient } from './clients.ts'
import { createContact } from './crm/contacts.ts'
import { createDeal } from './crm/deals.ts'
import { createLead } from './crm/leads.ts'
import { createEntry, deleteEntries, deleteEntry, type NewEntry, updateEntry } from './entries/write.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import { purge } from './purge.ts'
import { type Search, search, SEARCH_KINDS, type SearchKind } from './search.ts'
import { createTask, deleteTask, updateTask } from './tasks.ts'
import { startTimer } from './timer.ts'
import { undoOperation } from './undo.ts'
import { updateWorkspace } from './workspaces.ts'

let server: TestServer
let crew: Crew
let teamId: number

const nine = Date.UTC(2026, 2, 2, 9)
const ada = { first_name: 'Ada', last_name: 'Lovelace' }

beforeAll(async () => {
  server = await openTestServer()
  crew = await openCrew(server)
})
beforeEach(async () => {
  teamId = await teamOf(server, crew)
})
afterAll(() => server.close())

const work = (fields: Partial<NewEntry> = {}, person = crew.owner) =>
  createEntry(person.ctx(), {
    workspace_id: teamId,
    started_at: nine,
    ended_at: nine + 6e4,
    ...fields,
  })

/** What somebody finds in the team, as `kind id`. */
async function found(text: string, person = crew.owner, asked: Partial<Search> = {}): Promise<string[]> {
  const all = await search(person.ctx(), { text, workspaceId: teamId, limit: 50, ...asked })
  return SEARCH_KINDS.flatMap((kind) => all[kind].map((each) => `${kind} ${each.id}`))
}
const entriesFound = async (text: string, person = crew.owner, asked: Partial<Search> = {}) =>
  (await search(person.ctx(), { text, workspaceId: teamId, limit: 50, ...asked })).entry.map(
    (each) => each.id,
  )

type Things = Record<SearchKind, number>

/** One of each kind with a word in its name, the owner's or, as far as that may be, somebody else's. */
async function oneOfEach(word: string, person = crew.owner): Promise<Things> {
  const ctx = () => person.ctx()
  const { id: client } = await createClient(ctx(), teamId, { name: `${word} Ltd ${person.user.id}` })
  const { id: project } = await createProject(ctx(), teamId, { title: `The ${word}` })
  return {
    project,
    task: (await createTask(ctx(), project, { name: `Draw the ${word}` })).id,
    client,
    entry: (await work({ title: `Built a ${word}` }, person)).id,
    contact: (await createContact(ctx(), client, { ...ada, last_name: word })).id,
    lead: (await createLead(ctx(), teamId, { ...ada, company_name: word })).id,
    deal: (await createDeal(ctx(), teamId, { name: `A ${word}` })).id,
  }
}

const told = (things: Partial<Things>) =>
  SEARCH_KINDS.flatMap((kind) => (things[kind] === undefined ? [] : [`${kind} ${things[kind]}`]))

describe('a search finds', () => {
  test('things of every kind, or of those that are asked for', async () => {
    const things = await oneOfEach('zeppelin')
    expect(await found('ZEPPELIN')).toEqual(told(things))
    expect(await found('zeppelin', crew.owner, { kinds: ['task', 'deal'] })).toEqual(
      told({ task: things.task, deal: things.deal }),
    )
    const all = await search(crew.owner.ctx(), { text: 'zeppelin', workspaceId: teamId, limit: 5 })
    expect(all.task[0]).toMatchObject({ project_title: 'The zeppelin', assignee_ids: [], tags: [] })
    expect(all.project[0]).toMatchObject({ title_chain: ['The zeppelin'] })
    expect(all.contact[0]).toMatchObject({ client_name: `zeppelin Ltd ${crew.owner.user.id}` })
  })

  test('what they are by other texts than their name', async () => {
    const { id: project } = await createProject(crew.owner.ctx(), teamId, {
      title: 'P',
      code: 'QX-7',
      notes: 'boats',
    })
    const { id: task } = await createTask(crew.owner.ctx(), project, {
      name: 'T',
      description: 'about boats',
    })
    const { id: client } = await createClient(crew.owner.ctx(), teamId, {
      name: 'C',
      email: 'boats@example.com',
    })
    const { id: entry } = await work({ title: 'x', notes: 'Sailed\nboats' })
    const { id: contact } = await createContact(crew.owner.ctx(), client, { ...ada, title: 'Boats' })
    const { id: lead } = await createLead(crew.owner.ctx(), teamId, { ...ada, email: 'x@boats.example' })
    const { id: deal } = await createDeal(crew.owner.ctx(), teamId, { name: 'D', description: 'Two boats' })
    expect(await found('boats')).toEqual(told({ project, task, client, entry, contact, lead, deal }))
    expect(await found('qx-7')).toEqual(told({ project }))
  })

  test('what holds every word of it, in any order', async () => {
    const { id } = await work({ title: 'Fix basket', notes: 'rounding of cents' })
    await work({ title: 'Fix the door' })
    expect(await entriesFound('rounding  fix')).toEqual([id])
    expect(await entriesFound('fix rounding door')).toEqual([])
    expect(await entriesFound('askè')).toEqual([])
    expect(await entriesFound('aske')).toEqual([id])
  })

  test.each([
    ['É, whatever its case and spelling', 'Café ÉTOILE', 'E\u0301toile'],
    ['a letter outside the alphabet', 'Straße nach Łódź', 'ŁÓDŹ'],
    ['signs that stand for anything elsewhere', '100% done_now', '0% done_n'],
    ['one of them alone', 'at 50% off', '%'.repeat(1) + ' off'],
    ['quotes', `the "big" one's`, `"big" one's`],
    ['a backslash', 'C:\\temp\\files', 'c:\\temp\\f'],
    ['what is a question to the index', 'a AND b* NOT (near)', 'and b* not (near)'],
    ['signs of the workspace', `place <1> here`, '<1> here'],
    ['signs beyond the plane', 'launch 🚀🚀🚀 day', '🚀🚀🚀'],
    ['ideographs', '時間管理の記録', '管理の'],
  ])('%s, taken literally', async (_, title, text) => {
    const { id } = await work({ title })
    const { id: project } = await createProject(crew.owner.ctx(), teamId, { title })
    await work({ title: 'Something else' })
    expect(await found(text)).toEqual(told({ project, entry: id }))
    expect(await found(text, crew.member)).toEqual(told({ project }))
  })

  test.each(['%%', '__', '_%_', '"""', '\\\\', '***', "'''", 'x" OR text:"abc', '<>', ':::', '-- ;'])(
    'nothing by %s where nothing holds it',
    async (text) => {
      await work({ title: 'abc def' })
      await createProject(crew.owner.ctx(), teamId, { title: 'abc def' })
      expect(await found(text)).toEqual([])
    },
  )

  test('words of one or two letters, alone or beside longer ones', async () => {
    const { id } = await work({ title: 'Go to QA' })
    const { id: other } = await work({ title: 'Going to the meeting' })
    expect(await entriesFound('qa')).toEqual([id])
    expect(await entriesFound('go')).toEqual([other, id])
    expect(await entriesFound('to meeting')).toEqual([other])
    expect(await entriesFound('qa meeting')).toEqual([])
    expect(await entriesFound('g a')).toEqual([id])
  })

  test('words of two letters in every workspace one manages, the newest of all first', async () => {
    const elsewhere = await teamOf(server, crew)
    const { id: old } = await work({ title: 'Xq here' })
    const { id: other } = await work({ title: 'Xq there', workspace_id: elsewhere })
    const { id: newest } = await work({ title: 'Xq here again' }, crew.member)
    const everywhere = { workspaceId: undefined }
    expect(await entriesFound('xq', crew.owner, everywhere)).toEqual([newest, other, old])
    expect(await entriesFound('xq', crew.owner, { ...everywhere, limit: 2 })).toEqual([newest, other])
    expect(await entriesFound('xq', crew.member, everywhere)).toEqual([newest])
  })

  test('nothing by less than two characters', async () => {
    for (const text of ['', ' ', 'a', ' a '])
      await expect(found(text)).rejects.toMatchObject({ code: 'invalid', fields: { q: expect.any(String) } })
  })

  test('the newest first, and no more of a kind than is asked for', async () => {
    const ids = []
    for (let count = 0; count < 5; count++)
      ids.push((await work({ title: `Zeppelin ${count}` }, crew.member)).id)
    const newest = ids.toReversed()
    expect(await entriesFound('zeppelin')).toEqual(newest)
    expect(await entriesFound('zeppelin', crew.member)).toEqual(newest)
    expect(await entriesFound('zeppelin', crew.owner, { limit: 2 })).toEqual(newest.slice(0, 2))
    expect(await entriesFound('zeppelin', crew.member, { limit: 2 })).toEqual(newest.slice(0, 2))
    expect(await entriesFound('ze', crew.owner, { limit: 2 })).toEqual(newest.slice(0, 2))
  })

  test('the newest of one’s own as of everybody’s, however old the time in them is', async () => {
    const ids = []
    for (const day of [3, 1, 2]) {
      const started_at = nine + day * 86_400_000
      ids.push((await work({ title: 'Zeppelin', started_at, ended_at: started_at + 1000 }, crew.member)).id)
    }
    const newest = ids.toReversed()
    for (const person of [crew.member, crew.owner])
      expect(await entriesFound('zeppelin', person, { limit: 2 })).toEqual(newest.slice(0, 2))
  })

  test('what lies behind many that are deleted', async () => {
    const { id } = await work({ title: 'Zeppelin' })
    const { id: other } = await work({ title: 'zeppelin again' })
    const row = await server.house.db.kysely
      .selectFrom('entry')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { id: _, ...copy } = row
    for (let batch = 0; batch < 5; batch++) {
      const copies = Array.from({ length: 100 }, () => ({ ...copy, deleted_at: server.clock.now }))
      await server.house.db.kysely.insertInto('entry').values(copies).execute()
    }
    expect(await entriesFound('zeppelin')).toEqual([other, id])
    expect(await entriesFound('zeppelin', crew.owner, { limit: 1 })).toEqual([other])
  })
})

describe('a search shows', () => {
  test('everybody’s time to who manages, and one’s own to a member', async () => {
    const mine = (await work({ title: 'zeppelin' }, crew.member)).id
    const theirs = (await work({ title: 'zeppelin' }, crew.colleague)).id
    for (const person of [crew.owner, crew.admin, crew.manager])
      expect(await entriesFound('zeppelin', person)).toEqual([theirs, mine])
    expect(await entriesFound('zeppelin', crew.member)).toEqual([mine])
    expect(await entriesFound('zeppelin', crew.viewer)).toEqual([])
    expect(await entriesFound('ze', crew.colleague)).toEqual([theirs])
  })

  test('one’s own time and that of those one manages together', async () => {
    const other = await teamOf(server, { ...crew, owner: crew.member, member: crew.owner })
    const managed = (await work({ title: 'zeppelin', workspace_id: other }, crew.colleague)).id
    const mine = (await work({ title: 'zeppelin' }, crew.member)).id
    await work({ title: 'zeppelin' }, crew.colleague)
    const all = await search(crew.member.ctx(), { text: 'zeppelin', limit: 50 })
    const here = all.entry.filter((each) => [teamId, other].includes(each.workspace_id))
    expect(here.map((each) => each.id)).toEqual([mine, managed])
  })

  test('nothing of a private project to who is not in it', async () => {
    const ctx = () => crew.colleague.ctx()
    const { id: project } = await createProject(ctx(), teamId, { title: 'zeppelin', is_private: true })
    const { id: task } = await createTask(ctx(), project, { name: 'zeppelin' })
    const { id: entry } = await work({ title: 'zeppelin', project_id: project }, crew.colleague)
    for (const person of [crew.manager, crew.member, crew.viewer])
      expect(await found('zeppelin', person)).toEqual([])
    for (const person of [crew.owner, crew.colleague])
      expect(await found('zeppelin', person)).toEqual(told({ project, task, entry }))
  })

  test('nothing of other workspaces', async () => {
    await oneOfEach('zeppelin')
    const stranger = await server.person()
    const all = await search(stranger.ctx(), { text: 'zeppelin', limit: 50 })
    expect(Object.values(all).flat()).toEqual([])
    await expect(found('zeppelin', stranger)).rejects.toMatchObject({ code: 'not_found' })
    const elsewhere = await found('zeppelin', crew.owner, { workspaceId: crew.owner.workspaceId })
    expect(elsewhere).toEqual([])
    const bound = await search(crew.owner.ctx({ workspaceId: crew.owner.workspaceId }), {
      text: 'zeppelin',
      limit: 50,
    })
    expect(Object.values(bound).flat()).toEqual([])
  })

  test('leads, deals and contacts to whose they are and to who manages', async () => {
    const mine = await oneOfEach('zeppelin', crew.member)
    const crm: SearchKind[] = ['contact', 'lead', 'deal']
    const seen = (person: Person) => found('zeppelin', person, { kinds: crm })
    const { contact, lead, deal } = mine
    for (const person of [crew.manager, crew.member])
      expect(await seen(person)).toEqual(told({ contact, lead, deal }))
    for (const person of [crew.colleague, crew.viewer]) expect(await seen(person)).toEqual([])
  })

  test('nothing that is archived, by itself or with what it lies in', async () => {
    const { id: parent } = await createProject(crew.owner.ctx(), teamId, { title: 'Old' })
    const { id: child } = await createProject(crew.owner.ctx(), teamId, {
      title: 'zeppelin',
      parent_id: parent,
    })
    const { id: task } = await createTask(crew.owner.ctx(), child, { name: 'zeppelin' })
    expect(await found('zeppelin')).toEqual(told({ project: child, task }))
    await updateProject(crew.owner.ctx(), { id: parent }, { is_archived: true })
    expect(await found('zeppelin')).toEqual([])
    await updateProject(crew.owner.ctx(), { id: parent }, { is_archived: false })
    await updateProject(crew.owner.ctx(), { id: child }, { is_archived: true })
    expect(await found('zeppelin')).toEqual([])
  })

  test('no timer that runs', async () => {
    await startTimer(crew.viewer.ctx(), { workspace_id: crew.viewer.workspaceId, title: 'zeppelin' })
    const all = await search(crew.viewer.ctx(), { text: 'zeppelin', limit: 50 })
    expect(all.entry).toEqual([])
  })

  test('nothing of a module that is switched off', async () => {
    const things = await oneOfEach('zeppelin')
    await updateWorkspace(
      crew.owner.ctx(),
      { id: teamId },
      { disabled_modules: ['contacts', 'deals', 'leads'] },
    )
    const { contact: _, lead: __, deal: ___, ...rest } = things
    expect(await found('zeppelin')).toEqual(told(rest))
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: ['clients'] })
    expect(await found('zeppelin', crew.manager, { kinds: ['client'] })).toEqual([])
    expect(await found('zeppelin', crew.admin, { kinds: ['client'] })).toEqual(
      told({ client: things.client }),
    )
  })

  test('of each kind only what the key may read', async () => {
    const things = await oneOfEach('zeppelin')
    const scopes: Record<SearchKind, string> = {
      project: 'read:projects',
      task: 'read:tasks',
      client: 'read:clients',
      entry: 'read:time_entries',
      contact: 'read:contacts',
      lead: 'read:leads',
      deal: 'read:deals',
    }
    for (const kind of SEARCH_KINDS) {
      const ctx = crew.owner.ctx({ scopes: ['read:projects', scopes[kind]] })
      const all = await search(ctx, { text: 'zeppelin', workspaceId: teamId, limit: 50 })
      const seen = SEARCH_KINDS.flatMap((each) => all[each].map(({ id }) => `${each} ${id}`))
      expect(seen).toEqual(told({ project: things.project, [kind]: things[kind] }))
    }
    const blind = search(crew.owner.ctx({ scopes: ['read:time_entries'] }), { text: 'zeppelin', limit: 5 })
    await expect(blind).rejects.toMatchObject({ reason: 'missing_scope' })
  })
})

describe('the index of entries keeps in step', () => {
  test('when they are changed, deleted, brought back, moved and removed for good', async () => {
    const { id } = await work({ title: 'zeppelin' }, crew.member)
    const both = async () => [await entriesFound('zeppelin'), await entriesFound('airship')]
    expect(await both()).toEqual([[id], []])
    const change = crew.member.ctx()
    await updateEntry(change, { id }, { title: 'airship' })
    expect(await both()).toEqual([[], [id]])
    await undoOperation(crew.member.ctx(), change.operation.id)
    expect(await both()).toEqual([[id], []])
    await updateEntry(crew.member.ctx(), { id }, { notes: 'an airship' })
    expect(await both()).toEqual([[id], [id]])

    const deletion = crew.member.ctx()
    await deleteEntry(deletion, { id })
    expect(await both()).toEqual([[], []])
    await undoOperation(crew.member.ctx(), deletion.operation.id)
    expect(await both()).toEqual([[id], [id]])

    const other = await teamOf(server, crew)
    const { id: project } = await createProject(crew.owner.ctx(), other, { title: 'P' })
    await updateEntry(crew.member.ctx(), { id }, { project_id: project })
    expect(await both()).toEqual([[], []])
    expect(await entriesFound('zeppelin', crew.owner, { workspaceId: other })).toEqual([id])

    await deleteEntries(crew.member.ctx(), { ids: [id] })
    await purge(server.house.db, server.clock.now + 31 * 86_400_000)
    expect(await entriesFound('zeppelin', crew.owner, { workspaceId: other })).toEqual([])
    const { engine, kysely } = server.house.db
    const asked = { words: ['zeppelin'], workspaceIds: [teamId, other], below: id + 1, limit: 10 }
    expect(await engine.findEntryIds(kysely, asked)).not.toContain(id)
  })

  test('when the deletion of its project gives an entry a title', async () => {
    const { id: project } = await createProject(crew.owner.ctx(), teamId, { title: 'Zeppelin' })
    const { id } = await work({ project_id: project }, crew.member)
    expect(await entriesFound('zeppelin')).toEqual([])
    const ctx = crew.owner.ctx()
    await deleteProject(ctx, { id: project })
    expect(await entriesFound('zeppelin')).toEqual([id])
    await undoOperation(crew.owner.ctx(), ctx.operation.id)
    expect(await found('zeppelin')).toEqual(told({ project }))
  })
})

test('projects, tasks and clients are found by what they are called now', async () => {
  const { project, task, client } = await oneOfEach('zeppelin')
  const ctx = () => crew.owner.ctx()
  const kinds: SearchKind[] = ['project', 'task', 'client']
  const both = async () => [
    await found('zeppelin', crew.owner, { kinds }),
    await found('airship', crew.owner, { kinds }),
  ]
  await updateProject(ctx(), { id: project }, { title: 'Airship' })
  await updateTask(ctx(), { id: task }, { name: 'Airship' })
  const change = ctx()
  await updateClient(change, { id: client }, { name: 'Airship' })
  expect(await both()).toEqual([[], told({ project, task, client })])
  await undoOperation(ctx(), change.operation.id)
  expect(await both()).toEqual([told({ client }), told({ project, task })])
  await deleteTask(ctx(), { id: task })
  await deleteProject(ctx(), { id: project })
  await deleteClient(ctx(), { id: client })
  expect(await both()).toEqual([[], []])
})
