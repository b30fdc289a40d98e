import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Schema } from '../db/schema.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient } from './clients.ts'
import { createEntry, deleteEntry } from './entries/write.ts'
import { answerOnce } from './idempotency.ts'
import { createInvitation } from './invitations.ts'
import { createResetLink } from './password-resets.ts'
import { createProject, deleteProject } from './projects/write.ts'
import { purge } from './purge.ts'
import { createSession } from './sessions.ts'
import { createTag, deleteTag } from './tags.ts'
import { createTask, deleteTask } from './tasks.ts'

let server: TestServer
let ann: Person

const DAY_S = 24 * 3600
const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const run = () => purge(server.house.db, server.clock.now)

async function has(table: 'entry' | 'project' | 'client' | 'task' | 'tag', id: number): Promise<boolean> {
  const row = await server.house.db.kysely
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

async function rowsOf(table: keyof Schema): Promise<number> {
  return (await server.house.db.kysely.selectFrom(table).selectAll().execute()).length
}

describe('what is deleted', () => {
  test('stays for 30 days as a tombstone, and is gone then, with all that hangs on it', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, { name: 'C' })
    const parent = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    const child = await createProject(ann.ctx(), ann.workspaceId, { title: 'Q', parent_id: parent.id })
    const task = await createTask(ann.ctx(), child.id, { name: 'T', assignee_ids: [ann.user.id] })
    const other = await createTask(ann.ctx(), child.id, { name: 'U' })
    const tag = await createTag(ann.ctx(), ann.workspaceId, { name: 'g' })
    const entry = await createEntry(ann.ctx(), { ...anHour, task_id: task.id, tag_ids: [tag.id] })
    await deleteEntry(ann.ctx(), { id: entry.id })
    await deleteTask(ann.ctx(), { id: other.id })
    await deleteTag(ann.ctx(), { id: tag.id })
    await deleteProject(ann.ctx(), { id: parent.id })
    await deleteClient(ann.ctx(), { id: client.id })
    const all = [
      ['entry', entry.id],
      ['task', task.id],
      ['task', other.id],
      ['tag', tag.id],
      ['project', child.id],
      ['project', parent.id],
      ['client', client.id],
    ] as const
    server.clock.advance(30 * DAY_S)
    await run()
    for (const [table, id] of all) expect(await has(table, id), table).toBe(true)
    server.clock.advance(1)
    await run()
    for (const [table, id] of all) expect(await has(table, id), table).toBe(false)
  })

  test('stays as long as something newer points at it', async () => {
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P' })
    const entry = await createEntry(ann.ctx(), { ...anHour, project_id: project.id })
    await deleteEntry(ann.ctx(), { id: entry.id })
    server.clock.advance(DAY_S)
    await deleteProject(ann.ctx(), { id: project.id })
    server.clock.advance(29 * DAY_S + 1)
    await run()
    expect([await has('entry', entry.id), await has('project', project.id)]).toEqual([false, true])
    server.clock.advance(DAY_S)
    await run()
    expect(await has('project', project.id)).toBe(false)
  })

  test('is nothing that lives, and its ids are not used again', async () => {
    const kept = await createEntry(ann.ctx(), { ...anHour, tags: ['kept'] })
    const gone = await createEntry(ann.ctx(), anHour)
    await deleteEntry(ann.ctx(), { id: gone.id })
    server.clock.advance(31 * DAY_S)
    await run()
    expect([await has('entry', kept.id), await has('tag', kept.tags[0]!.id)]).toEqual([true, true])
    expect(await has('entry', gone.id)).toBe(false)
    expect((await createEntry(ann.ctx(), anHour)).id).toBeGreaterThan(gone.id)
  })
})

test('what has expired goes: sessions, reset links, keys of repeated requests and invitations', async () => {
  const team = await server.team(ann)
  await createSession(ann.ctx(), ann.user, { userAgent: null, ip: null })
  await createResetLink(server.system(), ann.user.id)
  await createInvitation(ann.ctx(), team.id, { email: 'x@example.org', role: 'member', byMail: false })
  const once = { key: 'k', request: { method: 'POST', url: '/', body: null }, status: 200 }
  await answerOnce(ann.ctx(), once, async () => null)
  const tables = ['session', 'password_reset', 'idempotency_key', 'invitation'] as const
  const counts = () => Promise.all(tables.map(rowsOf))
  await run()
  expect(await counts()).toEqual([1, 1, 1, 1])
  server.clock.advance(2 * DAY_S)
  await run()
  expect(await counts()).toEqual([1, 0, 0, 1])
  server.clock.advance(29 * DAY_S)
  await run()
  expect(await counts()).toEqual([0, 0, 0, 1])
  server.clock.advance(30 * DAY_S)
  await run()
  expect(await counts()).toEqual([0, 0, 0, 0])
})
