import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../core/clients.ts'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { createRate } from '../../core/rates.ts'
import { readWholeExport } from '../../testing/whole-export.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

let server: TestServer
let owner: Person
let member: Person
let team: number

beforeAll(async () => {
  server = await openTestServer()
  owner = await server.person({ name: 'Olga' })
  const made = await server.team(owner, 'member')
  team = made.id
  member = made.member
  await createClient(owner.ctx(), team, { name: '=HYPERLINK("x")' })
  await createRate(owner.ctx(), { workspace_id: team, kind: 'cost', amount: 5000, currency: 'EUR' })
  await createRate(owner.ctx(), { workspace_id: team, kind: 'billable', amount: 9000, currency: 'EUR' })
  await createProject(owner.ctx(), team, { title: 'Hidden', is_private: true })
  for (const person of [owner, member])
    await createEntry(person.ctx(), {
      workspace_id: team,
      title: `Work of ${person.user.name}`,
      tags: ['deep'],
      started_at: server.clock.now - 3_600_000,
      ended_at: server.clock.now,
      billing_status: 'billable',
    })
})
afterAll(() => server.close())

const ask = (person: Person, body: object) => person.call('POST', '/sundial/api/v1/exports/everything', body)
const file = async (person: Person, body: object) => {
  const made = await ask(person, body)
  expect(made).toMatchObject({ status: 202, body: { content: 'everything' } })
  return readWholeExport(server, person, made.body.id)
}
const json = async (person: Person, body: object) =>
  JSON.parse((await file(person, { format: 'json', ...body })).toString('utf8'))

describe('a whole workspace', () => {
  test('is one JSON file for its owner, with everybody’s time and the money', async () => {
    const all = await json(owner, { workspace_id: team })
    expect(all.workspaces).toMatchObject([{ id: team, role: 'owner' }])
    expect(all.entries).toHaveLength(2)
    expect(all.entries[0]).toMatchObject({
      tags: ['deep'],
      billable_amount: 9000,
      cost_amount: 5000,
      started_at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect(all.members).toHaveLength(2)
    expect(all.rates).toHaveLength(2)
    expect(all.projects).toMatchObject([{ title: 'Hidden', is_private: true }])
    expect(JSON.stringify(all)).not.toMatch(/search_text|_hash|sealed/)
  })

  test('is a ZIP of tables in which nothing is taken for a formula', async () => {
    const files = unzipSync(new Uint8Array(await file(owner, { format: 'csv', workspace_id: team })))
    expect(Object.keys(files)).toContain('entries.csv')
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    expect(text('entries.csv').trim().split('\r\n')).toHaveLength(3)
    expect(text('clients.csv')).toContain(`"'=HYPERLINK(""x"")"`)
  })

  test('is for its owner and admins', async () => {
    expect((await ask(member, { format: 'json', workspace_id: team })).status).toBe(403)
    const stranger = await server.person()
    expect((await ask(stranger, { format: 'json', workspace_id: team })).status).toBe(404)
  })
})

test('what is one’s own holds one’s own time in every workspace, and only the money one may know', async () => {
  const own = await json(member, {})
  expect(own.workspaces.map((each: { id: number }) => each.id)).toContain(team)
  expect(own.entries).toMatchObject([
    { user_id: member.user.id, billable_amount: 9000, cost_amount: null, cost_rate: null },
  ])
  expect(own.projects).toEqual([])
  expect(own.rates).toEqual([])
})
