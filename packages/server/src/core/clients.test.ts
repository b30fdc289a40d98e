import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createClient, deleteClient, getClient, listClients, updateClient } from './clients.ts'
import { getEntry } from './entries/read.ts'
import { createEntry } from './entries/write.ts'
import { getProject } from './projects/read.ts'
import { createProject } from './projects/write.ts'
import { updateWorkspace } from './workspaces.ts'

let server: TestServer
let ann: Person

const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }
const taken = { code: 'conflict', reason: 'name_taken' }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const make = (name: string) => createClient(ann.ctx(), ann.workspaceId, { name })

describe('a client', () => {
  test('has what is written, and keeps what is left out', async () => {
    const client = await createClient(ann.ctx(), ann.workspaceId, {
      name: ' Acme ',
      email: 'a@acme.test',
      notes: ' ',
      type: 'individual',
      custom_fields: { a: '1', b: '2' },
    })
    expect(client).toMatchObject({ name: 'Acme', notes: null, type: 'individual', is_active: 1 })
    const changed = await updateClient(
      ann.ctx(),
      { id: client.id },
      { is_active: false, phone: '1', custom_fields: { a: null } },
    )
    expect(changed).toMatchObject({ name: 'Acme', email: 'a@acme.test', phone: '1', is_active: 0 })
    expect(JSON.parse(changed.custom_fields)).toEqual({ b: '2' })
  })

  test('has a name that is unique in its workspace, whatever its case, and free again once deleted', async () => {
    const client = await make('Acme')
    await expect(make('ACME')).rejects.toMatchObject(taken)
    const other = await make('Other')
    await expect(updateClient(ann.ctx(), { id: other.id }, { name: 'acme' })).rejects.toMatchObject(taken)
    await deleteClient(ann.ctx(), { id: client.id })
    await expect(getClient(ann.ctx(), client.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(make('acme')).resolves.toBeDefined()
    const twice = await Promise.allSettled([make('Twice'), make('twice')])
    expect(twice.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('leaves its projects and entries when it is deleted', async () => {
    const client = await make('Acme')
    const project = await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: client.id })
    const entry = await createEntry(ann.ctx(), { ...anHour, client_id: client.id, title: 'Call' })
    await deleteClient(ann.ctx(), { id: client.id })
    expect(await getProject(ann.ctx(), project.id)).toMatchObject({ client_id: null, version: 2 })
    expect(await getEntry(ann.ctx(), entry.id)).toMatchObject({ client_id: null, title: 'Call', version: 2 })
  })

  test('stays with what it has where only one without any is to go', async () => {
    const [busy, owning, idle] = [await make('Busy'), await make('Owning'), await make('Idle')]
    const entry = await createEntry(ann.ctx(), { ...anHour, client_id: busy.id })
    await createProject(ann.ctx(), ann.workspaceId, { title: 'P', client_id: owning.id })
    for (const { id } of [busy, owning])
      await expect(deleteClient(ann.ctx(), { id }, { onlyUnused: true })).rejects.toMatchObject({
        code: 'conflict',
        reason: 'in_use',
      })
    expect((await getEntry(ann.ctx(), entry.id)).client_id).toBe(busy.id)
    await deleteClient(ann.ctx(), { id: idle.id }, { onlyUnused: true })
    await expect(getClient(ann.ctx(), idle.id)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('stays where some of its time is locked', async () => {
    const client = await make('Acme')
    await createEntry(ann.ctx(), { ...anHour, client_id: client.id })
    await updateWorkspace(ann.ctx(), { id: ann.workspaceId }, { locked_before: '2026-03-03' })
    await expect(deleteClient(ann.ctx(), { id: client.id })).rejects.toMatchObject({ code: 'locked' })
  })

  test('of another workspace is not there', async () => {
    const bob = await server.person()
    const client = await make('Acme')
    for (const verb of [
      () => getClient(bob.ctx(), client.id),
      () => updateClient(bob.ctx(), { id: client.id }, { name: 'x' }),
      () => deleteClient(bob.ctx(), { id: client.id }),
      () => listClients(bob.ctx(), { workspaceId: ann.workspaceId }, { cursor: null, limit: 10 }),
    ]) {
      await expect(verb()).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('is listed by name, page by page', async () => {
    for (const name of ['b', 'A', 'C']) await make(name)
    const first = await listClients(ann.ctx(), {}, { cursor: null, limit: 2 })
    const next = await listClients(ann.ctx(), {}, { cursor: first.next, limit: 2 })
    expect([...first.rows, ...next.rows].map((row) => row.name)).toEqual(['A', 'b', 'C'])
    expect(next.next).toBeNull()
  })
})
