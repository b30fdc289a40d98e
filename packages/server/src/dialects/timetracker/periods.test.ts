import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { approve, reject } from '../../core/approvals/decide.ts'
import { listApprovals } from '../../core/approvals/read.ts'
import { createEntry } from '../../core/entries/write.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let ben: Person
let team: number
let admin: Client
let client: Client

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-10T09:00:00Z')
  ann = await server.person()
  const made = await server.team(ann, 'member')
  ;[team, ben] = [made.id, made.member]
  admin = await clientOf(server, ann, { workspaceId: team })
  client = await clientOf(server, ben, { workspaceId: team })
})
afterAll(() => server.close())

async function work(day: string): Promise<number> {
  const started_at = Date.parse(`${day}T09:00:00Z`)
  const times = { started_at, ended_at: started_at + 3_600_000 }
  return (await createEntry(ben.ctx(), { ...times, workspace_id: team })).id
}

const opened = async (day: string) =>
  (await client.post('/timesheet-periods', { reference_date: day })).body.timesheet_period
const act = (id: number, action: string, by = admin, body = {}) =>
  by.post(`/timesheet-periods/${id}/${action}`, body)

describe('a closed period', () => {
  test('is not closed again', async () => {
    await work('2026-03-02')
    const { id } = await opened('2026-03-02')
    const closed = (await act(id, 'close')).body.timesheet_period
    server.clock.advance(60)
    expect(await act(id, 'close', admin, { reason: 'Again' })).toMatchObject({
      status: 400,
      body: { error: 'Timesheet period is already closed' },
    })
    expect((await client.get('/timesheet-periods')).body.timesheet_periods).toEqual([closed])
  })
})

describe('how a period was decided on', () => {
  const shown = async () => (await client.get('/timesheet-periods')).body.timesheet_periods[0]
  const open = {
    approved_at: null,
    approved_by: null,
    rejected_at: null,
    rejected_by: null,
    rejection_reason: null,
  }
  const approvalOf = async (entryId: number) => {
    const filter = { workspaceId: team, entryId, status: 'pending' as const }
    const { rows } = await listApprovals(ann.ctx(), filter, { cursor: null, limit: 1 })
    return rows[0]?.id ?? 0
  }

  test('is told as it stands, whatever was decided last', async () => {
    const [first, second] = [await work('2026-03-02'), await work('2026-03-03')]
    const { id } = await opened('2026-03-02')
    await act(id, 'submit', client)
    await reject(ann.ctx(), await approvalOf(first), 'Wrong project')
    server.clock.advance(60)
    await approve(ann.ctx(), await approvalOf(second))
    expect(await shown()).toMatchObject({
      ...open,
      status: 'rejected',
      rejected_at: '2026-03-10T09:00:00',
      rejected_by: ann.user.id,
      rejection_reason: 'Wrong project',
    })
    await act(id, 'submit', client)
    expect(await shown()).toMatchObject({ ...open, status: 'submitted' })
    server.clock.advance(60)
    await act(id, 'approve')
    const approved = { approved_at: '2026-03-10T09:02:00', approved_by: ann.user.id }
    expect(await shown()).toMatchObject({ ...open, ...approved, status: 'approved' })
    await act(id, 'close')
    expect(await shown()).toMatchObject({ ...open, ...approved, status: 'closed' })
  })

  test('is forgotten once more time makes it a draft', async () => {
    await work('2026-03-02')
    const { id } = await opened('2026-03-02')
    await act(id, 'submit', client)
    await act(id, 'approve')
    await work('2026-03-03')
    expect(await shown()).toMatchObject({ ...open, status: 'draft' })
  })
})
