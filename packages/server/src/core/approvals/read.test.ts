import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approvalTeam, type ApprovalTeam } from '../../testing/approvals.ts'
import { type Crew, openCrew } from '../../testing/crew.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { transact } from '../context.ts'
import { approve } from './decide.ts'
import { listApprovals } from './read.ts'

let server: TestServer
let people: Crew
let team: ApprovalTeam

const all = { cursor: null, limit: 500 }

beforeAll(async () => {
  server = await openTestServer()
  people = await openCrew(server)
})
beforeEach(async () => {
  team = await approvalTeam(server, people)
})
afterAll(() => server.close())

/** Whether somebody could approve this now; what they approve is taken back. */
async function couldDecide(person: Person, id: number): Promise<boolean> {
  const deciding = transact(person.ctx(), async (ctx) => {
    await approve(ctx, id)
    throw new Error('decided')
  })
  return deciding.catch((error: unknown) => error instanceof Error && error.message === 'decided')
}
describe('the list of approvals', () => {
  test('shows each what is theirs to decide, and exactly that can be decided', async () => {
    await team.policy([['manager'], ['admin']])
    await team.policy([['colleague', 'owner']], { user_id: team.manager.user.id })
    for (const person of [team.owner, team.admin, team.manager, team.member])
      await team.ask(await team.work({}, person), {}, person)
    const { rows } = await listApprovals(team.owner.ctx(), { workspaceId: team.id }, all)
    expect(rows).toHaveLength(6)
    for (const person of [team.member, team.colleague, team.viewer, team.manager, team.admin, team.owner]) {
      const waiting = await team.waitingFor(person)
      const theirs: number[] = []
      for (const { id } of rows) {
        if (await couldDecide(person, id)) theirs.push(id)
      }
      expect(waiting).toEqual(theirs)
    }
  })

  test('tells by view, status, entry and whose it is', async () => {
    await team.policy([['manager']])
    const entry = await team.work()
    const [first] = await team.ask(entry)
    const [second] = await team.ask(await team.work({}, team.colleague), {}, team.manager)
    await approve(team.admin.ctx(), second!.id)
    const ids = async (person: Person, filter: Parameters<typeof listApprovals>[1]) =>
      (await listApprovals(person.ctx(), { workspaceId: team.id, ...filter }, all)).rows.map((row) => row.id)
    expect(await ids(team.owner, {})).toEqual([second!.id, first!.id])
    expect(await ids(team.manager, { view: 'requested' })).toEqual([second!.id])
    expect(await ids(team.member, {})).toEqual([first!.id])
    expect(await ids(team.colleague, {})).toEqual([second!.id])
    expect(await ids(team.viewer, {})).toEqual([])
    expect(await ids(team.owner, { status: 'approved' })).toEqual([second!.id])
    expect(await ids(team.owner, { entryId: entry.id })).toEqual([first!.id])
    const page = await listApprovals(team.owner.ctx(), { workspaceId: team.id }, { cursor: null, limit: 1 })
    const rest = await listApprovals(
      team.owner.ctx(),
      { workspaceId: team.id },
      { cursor: page.next, limit: 1 },
    )
    expect([...page.rows, ...rest.rows].map((row) => row.id)).toEqual([second!.id, first!.id])
  })
})
