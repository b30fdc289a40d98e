import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Crew, openCrew, teamOf } from '../testing/crew.ts'
import { openTestServer, type TestServer } from '../testing/server.ts'
import { membershipIn } from './access.ts'
import { createClient, deleteClient, getClient, listClients, updateClient } from './clients.ts'
import { disabledModules, isModuleOn, MODULES } from './modules.ts'
import { updateWorkspace } from './workspaces.ts'

let server: TestServer
let crew: Crew
let teamId: number

const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
  crew = await openCrew(server)
  teamId = await teamOf(server, crew)
})
afterAll(() => server.close())

async function disable(...modules: string[]) {
  return (await updateWorkspace(crew.owner.ctx(), { id: teamId }, { disabled_modules: modules })).workspace
}

describe('a module', () => {
  test('is on until its workspace switches it off, and on again by itself', async () => {
    const membership = () => membershipIn(crew.member.ctx(), teamId)
    for (const module of MODULES) expect(isModuleOn(await membership(), module)).toBe(true)
    expect(disabledModules(await disable('deals', 'contacts', 'deals'))).toEqual(['contacts', 'deals'])
    const on = MODULES.filter((module) => module !== 'contacts' && module !== 'deals')
    const after = await membership()
    expect(MODULES.filter((module) => isModuleOn(after, module))).toEqual(on)
    await updateWorkspace(crew.owner.ctx(), { id: teamId }, { name: 'Other' })
    expect(disabledModules((await membership()).workspace)).toEqual(['contacts', 'deals'])
    await disable()
    for (const module of MODULES) expect(isModuleOn(await membership(), module)).toBe(true)
  })

  test('is switched by owners and admins, and only if there is one of that name', async () => {
    const changes = { disabled_modules: ['deals'] }
    for (const person of [crew.manager, crew.member, crew.viewer]) {
      const switching = updateWorkspace(person.ctx(), { id: teamId }, changes)
      await expect(switching).rejects.toMatchObject({ code: 'forbidden' })
    }
    const unknown = { code: 'invalid', fields: { disabled_modules: expect.any(String) } }
    for (const name of ['', 'Deals', 'projects', '__proto__'])
      await expect(disable('deals', name)).rejects.toMatchObject(unknown)
    expect(disabledModules((await membershipIn(crew.owner.ctx(), teamId)).workspace)).toEqual([])
  })
})

test('clients that are switched off are kept in view by admins, and out of everybody else’s', async () => {
  const client = await createClient(crew.owner.ctx(), teamId, { name: 'Engines' })
  await disable('clients')
  const off = { code: 'forbidden', reason: 'module_disabled', fields: { module: 'clients' } }
  for (const person of [crew.manager, crew.member, crew.viewer]) {
    const ctx = () => person.ctx()
    await expect(getClient(ctx(), client.id)).rejects.toMatchObject(off)
    await expect(listClients(ctx(), { workspaceId: teamId }, all)).rejects.toMatchObject(off)
    await expect(createClient(ctx(), teamId, { name: 'Looms' })).rejects.toMatchObject(off)
    await expect(updateClient(ctx(), { id: client.id }, { name: 'Looms' })).rejects.toMatchObject(off)
    await expect(deleteClient(ctx(), { id: client.id })).rejects.toMatchObject(off)
    const everywhere = await listClients(ctx(), {}, all)
    expect(everywhere.rows.map((row) => row.id)).not.toContain(client.id)
  }
  for (const person of [crew.owner, crew.admin]) {
    expect(await getClient(person.ctx(), client.id)).toEqual(client)
    const { rows } = await listClients(person.ctx(), {}, all)
    expect(rows.map((row) => row.id)).toContain(client.id)
  }
  await disable()
  expect(await getClient(crew.member.ctx(), client.id)).toEqual(client)
})
