import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient, updateClient } from './clients.ts'
import { createEntry, deleteEntry, updateEntry } from './entries/write.ts'
import { createProject, deleteProject, updateProject } from './projects/write.ts'
import { createTag, deleteTag, updateTag } from './tags.ts'
import { createTask, deleteTask, updateTask } from './tasks.ts'
import { updateMe } from './users.ts'
import { updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }

type Target = { id: number; version?: number }
type Noun = {
  make(): Promise<{ id: number; version: number }>
  update(target: Target, text: string): Promise<{ version: number }>
  remove?(target: Target): Promise<void>
}

const home = () => ann.workspaceId
const nouns: Record<string, Noun> = {
  entry: {
    make: () => createEntry(ann.ctx(), anHour),
    update: (target, title) => updateEntry(ann.ctx(), target, { title }),
    remove: (target) => deleteEntry(ann.ctx(), target),
  },
  project: {
    make: () => createProject(ann.ctx(), home(), { title: 'P' }),
    update: (target, title) => updateProject(ann.ctx(), target, { title }),
    remove: (target) => deleteProject(ann.ctx(), target),
  },
  client: {
    make: () => createClient(ann.ctx(), home(), { name: `C${Math.random()}` }),
    update: (target, notes) => updateClient(ann.ctx(), target, { notes }),
    remove: (target) => deleteClient(ann.ctx(), target),
  },
  tag: {
    make: () => createTag(ann.ctx(), home(), { name: `T${Math.random()}` }),
    update: (target, description) => updateTag(ann.ctx(), target, { description }),
    remove: (target) => deleteTag(ann.ctx(), target),
  },
  task: {
    make: async () =>
      createTask(ann.ctx(), (await createProject(ann.ctx(), home(), { title: 'P' })).id, { name: 'T' }),
    update: (target, description) => updateTask(ann.ctx(), target, { description }),
    remove: (target) => deleteTask(ann.ctx(), target),
  },
  workspace: {
    make: async () => ({ id: (await server.team(ann)).id, version: 1 }),
    update: async (target, name) => (await updateWorkspace(ann.ctx(), target, { name })).workspace,
  },
  profile: {
    make: async () => updateMe(ann.ctx(), {}),
    update: (target, name) => updateMe(ann.ctx(), { name }, target.version),
  },
}

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

describe.each(Object.entries(nouns))('a %s', (_, noun) => {
  test('is written under the version that was read, and has the next one then', async () => {
    const { id, version } = await noun.make()
    expect(await noun.update({ id, version }, 'once')).toMatchObject({ version: version + 1 })
    expect(await noun.update({ id }, 'twice')).toMatchObject({ version: version + 2 })
  })

  test('is not written under another version; the refusal tells the current one', async () => {
    const { id, version } = await noun.make()
    await noun.update({ id, version }, 'first')
    const late = noun.update({ id, version }, 'second')
    await expect(late).rejects.toMatchObject({ code: 'conflict', reason: 'version_mismatch' })
    await expect(late).rejects.toThrow(`version ${version + 1}`)
    if (!noun.remove) return
    await expect(noun.remove({ id, version })).rejects.toMatchObject({ reason: 'version_mismatch' })
    await expect(noun.remove({ id, version: version + 1 })).resolves.toBeUndefined()
  })

  test('is written by exactly one of many who have read the same version', async () => {
    const { id, version } = await noun.make()
    const edits = await Promise.allSettled(
      Array.from({ length: 8 }, (__, index) => noun.update({ id, version }, `edit ${index}`)),
    )
    const refused = edits.flatMap((edit) => (edit.status === 'rejected' ? [edit.reason.reason] : []))
    expect(refused).toEqual(Array(7).fill('version_mismatch'))
    expect(await noun.update({ id, version: version + 1 }, 'next')).toBeDefined()
  })

  test('loses no count when many write without a version', async () => {
    const { id, version } = await noun.make()
    await Promise.all(Array.from({ length: 6 }, (__, index) => noun.update({ id }, `edit ${index}`)))
    expect(await noun.update({ id }, 'last')).toMatchObject({ version: version + 7 })
  })
})
