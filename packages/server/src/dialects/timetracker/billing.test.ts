import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getEntry } from '../../core/entries/read.ts'
import { createEntry, updateEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import type { BillingStatus } from '../../core/rules/billing-status.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { type Client, clientOf } from './testing/client.ts'

let server: TestServer
let ann: Person
let client: Client
let project: number

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  client = await clientOf(server, ann)
  project = (await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })).id
})
afterAll(() => server.close())

let hours = 0
async function entryWith(billing_status: BillingStatus | null, invoice_number: string | null = null) {
  const started_at = Date.UTC(2026, 0, 1) + ++hours * 3_600_000
  const times = { started_at, ended_at: started_at + 3_600_000 }
  const { id } = await createEntry(ann.ctx(), { ...times, project_id: project, invoice_number })
  // A new entry without a status gets one; only a change leaves it open.
  return updateEntry(ann.ctx(), { id }, { billing_status })
}
const statusOf = async (id: number) => (await getEntry(ann.ctx(), id)).billing_status

describe('the two flags', () => {
  test.each<[BillingStatus | null, boolean, boolean]>([
    [null, false, false],
    ['not_billable', false, false],
    ['billable', true, false],
    ['billed', true, false],
    ['paid', true, true],
  ])('show %s', async (status, billable, paid) => {
    const { id } = await entryWith(status)
    expect((await client.get(`/time-entries/${id}`)).body.time_entry).toMatchObject({ billable, paid })
  })

  test.each<[BillingStatus | null, object, BillingStatus]>([
    ['billable', { billable: false }, 'not_billable'],
    [null, { billable: true }, 'billable'],
    ['not_billable', { billable: null }, 'not_billable'],
    ['billed', { billable: true }, 'billed'],
    ['paid', { billable: true }, 'paid'],
    ['not_billable', { paid: true }, 'paid'],
    ['billed', { paid: true, invoice_number: 'INV-9' }, 'paid'],
    ['billable', { paid: false }, 'billable'],
    ['billed', { paid: false }, 'billed'],
    ['paid', { paid: false }, 'billable'],
    ['paid', { paid: false, billable: false }, 'not_billable'],
    ['paid', { notes: 'Only words' }, 'paid'],
  ])('of %s change by %j to %s', async (before, change, after) => {
    const { id } = await entryWith(before)
    const { status } = await client.patch(`/time-entries/${id}`, change)
    expect([status, await statusOf(id)]).toEqual([200, after])
  })

  test.each<BillingStatus>(['billed', 'paid'])('do not make %s time non-billable', async (status) => {
    const { id } = await entryWith(status)
    const { body } = await client.patch(`/time-entries/${id}`, { billable: false })
    expect([body.error, await statusOf(id)]).toEqual(['Billed time cannot be made non-billable', status])
  })
})

test('an invoice number stays until its time is no longer paid', async () => {
  const { id } = await entryWith('billed', 'INV-1')
  const patch = async (change: object) =>
    (await client.patch(`/time-entries/${id}`, change)).body.time_entry.invoice_number
  expect(await patch({ paid: true })).toBe('INV-1')
  expect(await patch({ invoice_number: 'INV-2' })).toBe('INV-2')
  expect(await patch({ invoice_number: null })).toBe('INV-2')
  expect(await patch({ paid: false, invoice_number: 'INV-3' })).toBeNull()
  expect(await patch({ invoice_number: 'INV-4' })).toBe('INV-4')
})

test('a new entry is billable unless it, or nothing else, says otherwise', async () => {
  const status = async (start: string, more: object) => {
    const end_time = start.replace(':00:00', ':30:00')
    const body = { project_id: project, start_time: start, end_time, ...more }
    return statusOf((await client.post('/time-entries', body)).body.time_entry.id)
  }
  expect(await status('2026-03-02T01:00:00', {})).toBe('billable')
  expect(await status('2026-03-02T02:00:00', { billable: false })).toBe('not_billable')
  expect(await status('2026-03-02T03:00:00', { billable: false, paid: true })).toBe('paid')
  const { body } = await client.post('/clients', { name: 'Big' })
  const free = await client.post('/projects', { name: 'Free', client_id: body.client.id, billable: false })
  expect(await status('2026-03-02T04:00:00', { project_id: free.body.project.id })).toBe('not_billable')
})

test('many entries change alike, but for those that it would take back', async () => {
  const statuses: BillingStatus[] = ['not_billable', 'billable', 'billed', 'paid']
  const ids: number[] = []
  for (const status of statuses) ids.push((await entryWith(status, 'INV-1')).id)
  const bulk = async (action: string, value: unknown) => {
    const { status } = await client.post('/time-entries/bulk', { entry_ids: ids, action, value })
    return [status, ...(await Promise.all(ids.map(statusOf)))]
  }
  expect(await bulk('set_billable', false)).toEqual([400, ...statuses])
  expect(await bulk('set_billable', true)).toEqual([200, 'billable', 'billable', 'billed', 'paid'])
  expect(await bulk('set_paid', false)).toEqual([200, 'billable', 'billable', 'billed', 'billable'])
  expect((await getEntry(ann.ctx(), ids[3] ?? 0)).invoice_number).toBeNull()
  expect((await getEntry(ann.ctx(), ids[2] ?? 0)).invoice_number).toBe('INV-1')
  expect(await bulk('set_paid', 'yes')).toEqual([200, 'paid', 'paid', 'paid', 'paid'])
})
