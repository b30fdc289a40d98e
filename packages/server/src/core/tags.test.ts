import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { getEntry, listEntries } from './entries/read.ts'
import { createEntry } from './entries/write.ts'
import { createTag, deleteTag, getTag, listTags, updateTag } from './tags.ts'

let server: TestServer
let ann: Person

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
const all = { cursor: null, limit: 100 }
const taken = { code: 'conflict', reason: 'name_taken' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const make = (name: string, workspaceId = ann.workspaceId) => createTag(ann.ctx(), workspaceId, { name })

describe('a tag', () => {
  test('has a name that is unique in its workspace, whatever its case, and free again once deleted', async () => {
    const tag = await make('Élan')
    await expect(make('éLAN')).rejects.toMatchObject(taken)
    await expect(make('E\u0301lan')).rejects.toMatchObject(taken)
    const other = await make('Other')
    await expect(updateTag(ann.ctx(), { id: other.id }, { name: 'ÉLAN' })).rejects.toMatchObject(taken)
    await expect(updateTag(ann.ctx(), { id: tag.id }, { name: 'ÉLAN' })).resolves.toBeDefined()
    const team = await server.team(ann)
    await expect(make('Élan', team.id)).resolves.toBeDefined()
    await deleteTag(ann.ctx(), { id: tag.id })
    expect((await make('élan')).id).toBeGreaterThan(tag.id)
  })

  test('of one name is made once by many who make it at once', async () => {
    const many = await Promise.allSettled(Array.from({ length: 6 }, () => make('Once')))
    expect(many.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    for (const each of many) if (each.status === 'rejected') expect(each.reason).toMatchObject(taken)
  })

  test('of one name is shared by entries of several people that bring it at once', async () => {
    const team = await server.team(ann, 'manager', 'member')
    const people = [ann, team.manager, team.member, ann, team.manager, team.member]
    const entries = await Promise.all(
      people.map((person, index) =>
        createEntry(person.ctx(), {
          ...anHour,
          workspace_id: team.id,
          tags: index % 2 ? ['shared', 'too'] : ['TOO', 'Shared'],
        }),
      ),
    )
    expect(new Set(entries.flatMap((entry) => entry.tags.map((tag) => tag.id))).size).toBe(2)
    expect((await listTags(ann.ctx(), { workspaceId: team.id }, all)).rows).toHaveLength(2)
  })

  test('shows its new name on every entry, and is gone from them once deleted', async () => {
    const tag = await make('old')
    const entry = await createEntry(ann.ctx(), { ...anHour, tag_ids: [tag.id] })
    await updateTag(ann.ctx(), { id: tag.id }, { name: 'new', color: '#FF0000' })
    expect((await getEntry(ann.ctx(), entry.id)).tags).toEqual([{ id: tag.id, name: 'new' }])
    const { rows } = await listEntries(ann.ctx(), { whose: 'mine', tagIds: [tag.id] }, all)
    expect(rows.map((row) => row.id)).toEqual([entry.id])
    await deleteTag(ann.ctx(), { id: tag.id })
    expect((await getEntry(ann.ctx(), entry.id)).tags).toEqual([])
    const again = createEntry(ann.ctx(), { ...anHour, tag_ids: [tag.id] })
    await expect(again).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of another workspace is not there', async () => {
    const bob = await server.person()
    const tag = await make('mine')
    for (const verb of [
      () => getTag(bob.ctx(), tag.id),
      () => updateTag(bob.ctx(), { id: tag.id }, { name: 'x' }),
      () => deleteTag(bob.ctx(), { id: tag.id }),
      () => createTag(bob.ctx(), ann.workspaceId, { name: 'x' }),
    ]) {
      await expect(verb()).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('is found by any part of its name, sign for sign', async () => {
    for (const name of ['100%', '100 m', 'a_b', 'aXb', String.raw`back\slash`]) await make(name)
    const found = async (text: string) =>
      (await listTags(ann.ctx(), { workspaceId: ann.workspaceId, text }, all)).rows.map((row) => row.name)
    expect(await found('0%')).toEqual(['100%'])
    expect(await found('A_B')).toEqual(['a_b'])
    expect(await found('\\')).toEqual([String.raw`back\slash`])
    expect(await found('100')).toEqual(['100 m', '100%'])
  })
})
