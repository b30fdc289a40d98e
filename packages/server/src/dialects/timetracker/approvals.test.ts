import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { clientOf } from './testing/client.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

async function cancel(id: number, by: Person) {
  const client = await clientOf(server, by, { workspaceId: team.id })
  return client.post(`/time-entry-approvals/${id}/cancel`)
}

test('a request is taken back by who made it, and by no admin', async () => {
  const entry = await team.work()
  const [asked] = await team.ask(entry)
  for (const other of [team.admin, team.owner])
    expect(await cancel(asked!.id, other)).toMatchObject({
      status: 400,
      body: { success: false, message: 'Not authorized to cancel' },
    })
  expect(await team.statusOf(entry)).toBe('pending')
  expect(await cancel(asked!.id, team.member)).toMatchObject({
    status: 200,
    body: { message: 'Approval cancelled' },
  })
})

test('a request that a manager made is the manager’s to take back', async () => {
  const [asked] = await team.ask(await team.work(), {}, team.manager)
  expect((await cancel(asked!.id, team.member)).status).toBe(400)
  expect((await cancel(asked!.id, team.manager)).status).toBe(200)
})
