import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeTimesheet } from '../../core/approvals/settle-week.ts'
import { openTimesheet } from '../../core/approvals/submit-week.ts'
import { createEntry } from '../../core/entries/write.ts'
import { activeMembers, updateMember } from '../../core/members.ts'
import { updateWorkspace } from '../../core/workspaces.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let ben: Person
let team: number
let client: Client

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-20T09:00:00Z')
  ann = await server.person()
  const made = await server.team(ann, 'member')
  ;[team, ben] = [made.id, made.member]
  client = await clientOf(server, ann, { workspaceId: team })
})
afterAll(() => server.close())

async function work(...days: string[]): Promise<void> {
  for (const day of days) {
    const started_at = Date.parse(`${day}T09:00:00Z`)
    await createEntry(ben.ctx(), { workspace_id: team, started_at, ended_at: started_at + 3_600_000 })
  }
}

async function close(day: string): Promise<void> {
  const { id } = await openTimesheet(ben.ctx(), { workspaceId: team, day })
  await closeTimesheet(ann.ctx(), id)
}

/** Each line as its user name, its Monday and its hours. */
async function payroll(more = ''): Promise<(string | undefined)[][]> {
  const range = 'start_date=2026-03-01&end_date=2026-03-31'
  const { body } = await client.get(`/exports/payroll?${range}${more}`)
  const [, ...lines] = String(body).trimEnd().split('\r\n')
  return lines.map((line) => {
    const [, name, , , monday, , hours] = line.split(',')
    return [name, monday, hours]
  })
}

describe('payroll', () => {
  test('counts closed weeks by their days, whichever day they begin on', async () => {
    await updateWorkspace(ann.ctx(), { id: team }, { week_start: 7 })
    // The Saturday before, Sunday to Saturday, and the Sunday after.
    await work('2026-03-07', '2026-03-08', '2026-03-09', '2026-03-14', '2026-03-15')
    expect(await payroll('&closed_only=true')).toEqual([])
    await close('2026-03-10')
    expect(await payroll('&closed_only=true')).toEqual([
      [ben.email, '2026-03-02', '1.0'],
      [ben.email, '2026-03-09', '2.0'],
    ])
    expect(await payroll()).toEqual([
      [ben.email, '2026-03-02', '2.0'],
      [ben.email, '2026-03-09', '3.0'],
    ])
  })

  test('counts whole weeks that begin on Monday', async () => {
    await work('2026-03-08', '2026-03-09', '2026-03-15', '2026-03-16')
    await close('2026-03-10')
    expect(await payroll('&closed_only=true')).toEqual([[ben.email, '2026-03-09', '2.0']])
  })

  test('names those who have left since', async () => {
    await work('2026-03-09')
    const members = await activeMembers(ann.ctx(), team)
    const memberId = members.find(({ user_id }) => user_id === ben.user.id)?.id ?? 0
    await updateMember(ann.ctx(), { workspaceId: team, memberId }, { is_active: false })
    expect(await payroll()).toEqual([[ben.email, '2026-03-09', '1.0']])
  })
})
