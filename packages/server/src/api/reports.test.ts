import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEntry } from '../core/entries/write.ts'
import { createRate } from '../core/rates.ts'
import { writeExport } from '../jobs/write-export.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'
const nine = Date.UTC(2026, 2, 2, 9)
const HOUR = 3_600_000
let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  server.clock.now = nine + 24 * HOUR
  ann = await server.person()
  const rate = { workspace_id: ann.workspaceId, currency: 'EUR' }
  await createRate(ann.ctx(), { ...rate, kind: 'billable', amount: 9000 })
  await createRate(ann.ctx(), { ...rate, kind: 'cost', amount: 5000 })
  for (const [hours, title] of [
    [0, 'A'],
    [2, '=1+1'],
  ] as const)
    await createEntry(ann.ctx(), {
      workspace_id: ann.workspaceId,
      started_at: nine + hours * HOUR,
      ended_at: nine + (hours + 1) * HOUR,
      title,
    })
})
afterAll(() => server.close())

const get = (path: string) => ann.call('GET', `${API}${path}`)

describe('a question', () => {
  test('has everything in its address', async () => {
    const { status, body } = await get(
      '/reports?from=2026-03-01&to=2026-03-31&time_zone=UTC&group_by=day&group_by=title',
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-31',
      total: {
        entries: 2,
        seconds: 7200,
        money: [{ currency: 'EUR', billable: 18_000, cost: 10_000, profit: 8000 }],
      },
      groups: [{ by: 'day', key: '2026-03-02', groups: [{ label: '=1+1' }, { label: 'A' }] }],
      as_of: '2026-03-03T09:00:00Z',
    })
    const list = await get('/reports/entries?from=2026-03-01&to=2026-03-31&limit=1')
    expect(list.body).toMatchObject({
      data: [{ title: '=1+1', seconds: 3600, billable_amount: 9000 }],
      next_cursor: expect.any(String),
    })
    const rest = await get(`/reports/entries?from=2026-03-01&to=2026-03-31&cursor=${list.body.next_cursor}`)
    expect(rest.body).toMatchObject({ data: [{ title: 'A' }], next_cursor: null })
    // That of a list by name names no entry: PostgreSQL cannot read it, and SQLite finds nothing there.
    const foreign = Buffer.from(JSON.stringify(['a', 'b'])).toString('base64url')
    const lost = await get(`/reports/entries?from=2026-03-01&to=2026-03-31&cursor=${foreign}`)
    expect([200, 400]).toContain(lost.status)
  })

  test.each([
    ['/reports?from=0001-01-01&to=9999-12-31', 'from'],
    ['/reports?group_by=day&group_by=day', 'group_by'],
    ['/reports?group_by=day&group_by=user&group_by=tag&group_by=task', 'group_by'],
    ['/reports?time_zone=Nowhere', 'time_zone'],
    ['/reports?sort=duration', 'sort'],
    ['/reports?limit=0', 'limit'],
    ['/reports?rounding=up&rounding_minutes=0', 'rounding_minutes'],
    [
      `/reports?${Array.from({ length: 501 }, (_, index) => `project_id=${index + 1}`).join('&')}`,
      'project_id',
    ],
    ['/reports/export?format=doc', 'format'],
  ])('that makes no sense is refused by field: %.60s', async (path, field) => {
    const { status, body } = await get(path)
    expect(status).toBe(422)
    expect(Object.keys(body.error.fields)).toEqual([expect.stringContaining(field)])
  })

  test('about 400 projects is answered', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `project_id=${index + 100_000}`).join('&')
    expect(await get(`/reports?${ids}`)).toMatchObject({ status: 200, body: { total: { entries: 0 } } })
  })
})

describe('an export', () => {
  test('is a file with a name, without formulas', async () => {
    const { status, headers, body } = await get(
      '/reports/export?format=csv&detail=entries&name=M%C3%A4rz&from=2026-03-01&to=2026-03-31',
    )
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/csv')
    expect(headers['content-disposition']).toContain("filename*=UTF-8''M%C3%A4rz")
    expect(String(body)).toContain("'=1+1")
  })

  test.each(['xlsx', 'pdf', 'json'])('comes as %s', async (format) => {
    const { status, headers } = await get(`/reports/export?format=${format}&group_by=title`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain(`.${format}`)
  })

  test('of a question that is refused is refused as JSON', async () => {
    expect(await get('/reports/export?format=csv&group_by=moon')).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid' } },
    })
  })

  test('is written while nobody waits, and can be fetched afterwards', async () => {
    const question = { workspace_id: ann.workspaceId, group_by: ['title'] }
    const made = await ann.call('POST', `${API}/exports`, {
      format: 'csv',
      detail: 'entries',
      name: 'Mine',
      question,
    })
    expect(made).toMatchObject({ status: 202, body: { status: 'waiting', rows_done: 0 } })
    const { id } = made.body
    expect(await get(`/exports/${id}/file`)).toMatchObject({ status: 409 })
    await writeExport(server.system(), server.house.reading, { id })
    expect((await get(`/exports/${id}`)).body).toMatchObject({ status: 'done', rows_done: 2, rows_total: 2 })
    const file = await get(`/exports/${id}/file`)
    expect(String(file.body)).toContain('A')
    expect(String(file.body)).toHaveLength(Buffer.from(file.body as string).toString().length)
    await ann.call('DELETE', `${API}/exports/${id}`)
    expect(await get(`/exports/${id}`)).toMatchObject({ status: 404 })
    expect(await server.house.db.kysely.selectFrom('report_export_part').selectAll().execute()).toEqual([])
  })

  test('that is called off is not written', async () => {
    const { body } = await ann.call('POST', `${API}/exports`, { format: 'csv', question: {} })
    await ann.call('DELETE', `${API}/exports/${body.id}`)
    await writeExport(server.system(), server.house.reading, { id: body.id })
    expect((await get('/exports')).body.data).toEqual([])
  })

  test('whose question makes no sense any more says why', async () => {
    const owner = await server.person()
    const team = await server.team(owner, 'member')
    const question = { workspace_id: team.id }
    const { body } = await team.member.call('POST', `${API}/exports`, { format: 'json', question })
    const members = await owner.call('GET', `${API}/workspaces/${team.id}/members`)
    const { id: memberId } = members.body.data.find((each: { role: string }) => each.role === 'member')
    await owner.call('DELETE', `${API}/workspaces/${team.id}/members/${memberId}`)
    await writeExport(server.system(), server.house.reading, { id: body.id }).catch(() => {})
    const shown = await team.member.call('GET', `${API}/exports/${body.id}`)
    expect(shown.body).toMatchObject({ status: 'failed', error: expect.stringContaining('workspace') })
  })
})

describe('a saved report', () => {
  test('keeps a question, and is found by others once it is shared', async () => {
    const owner = await server.person()
    const team = await server.team(owner, 'member')
    const input = {
      workspace_id: team.id,
      name: 'Hours',
      question: { range: 'this_month', group_by: ['user'] },
    }
    const made = await owner.call('POST', `${API}/saved-reports`, input)
    expect(made).toMatchObject({
      status: 201,
      body: { question: { ...input.question, workspace_id: team.id } },
    })
    const path = `${API}/saved-reports/${made.body.id}`
    expect(await team.member.call('GET', path)).toMatchObject({ status: 404 })
    await owner.call('PATCH', path, { is_shared: true })
    expect(await team.member.call('GET', path)).toMatchObject({ status: 200 })
    expect(await team.member.call('PATCH', path, { name: 'Mine' })).toMatchObject({ status: 403 })
    const gone = await owner.call('DELETE', path)
    expect(await owner.call('GET', path)).toMatchObject({ status: 404 })
    await owner.call('POST', `${API}/operations/${gone.headers['x-operation-id']}/undo`)
    expect(await owner.call('GET', path)).toMatchObject({ status: 200 })
  })

  test.each([
    ['an unknown word', { moon: 1 }],
    ['a grouping that is none', { group_by: ['moon'] }],
    ['another workspace', { workspace_id: 999_999 }],
  ])('with %s is refused', async (_, question) => {
    const input = { workspace_id: ann.workspaceId, name: 'X', question }
    expect(await ann.call('POST', `${API}/saved-reports`, input)).toMatchObject({ status: 422 })
  })
})

describe('a public link', () => {
  const publish = async (link: object) => {
    const input = { workspace_id: ann.workspaceId, name: 'For Acme', question: { group_by: ['title'] } }
    const { body } = await ann.call('POST', `${API}/saved-reports`, input)
    const made = await ann.call('POST', `${API}/saved-reports/${body.id}/links`, link)
    const secret = new URL(made.body.url).pathname.split('/').at(-1)
    const open = (path = '') => server.app.inject(`${API}/public-reports/${secret}${path}`)
    return { reportId: body.id as number, link: made.body, open }
  }

  test('shows the report to anybody, without money unless that is wanted, and never what it costs', async () => {
    const plain = await publish({})
    const { report, ...about } = (await plain.open()).json()
    expect(about).toEqual({ name: 'For Acme', workspace: 'Personal' })
    expect(report.total).toMatchObject({ entries: 2, seconds: 7200, money: [] })
    const paid = await publish({ shows_amounts: true })
    expect((await paid.open()).json().report.total.money).toEqual([
      { currency: 'EUR', billable: 18_000, cost: null, profit: null },
    ])
    const csv = await paid.open('/export?format=csv')
    expect(csv.statusCode).toBe(200)
    expect(csv.payload).not.toMatch(/cost|profit|100\.00/i)
  })

  test('works until it is revoked, has expired, or its report is deleted', async () => {
    const { reportId, link, open } = await publish({ expires_at: '2026-03-04T09:00:00Z' })
    expect((await open()).statusCode).toBe(200)
    server.clock.advance(25 * 3600)
    expect((await open()).json()).toMatchObject({ error: { code: 'gone', reason: 'link_expired' } })
    expect((await ann.call('GET', `${API}/saved-reports/${reportId}/links`)).body.data).toEqual([])
    server.clock.advance(-25 * 3600)
    const listed = await ann.call('GET', `${API}/saved-reports/${reportId}/links`)
    expect(listed.body.data).toMatchObject([{ url: link.url }])
    await ann.call('DELETE', `${API}/saved-reports/${reportId}/links/${link.id}`)
    expect((await open()).statusCode).toBe(404)
    const other = await publish({})
    await ann.call('DELETE', `${API}/saved-reports/${other.reportId}`)
    expect((await other.open()).statusCode).toBe(404)
    expect(
      await ann.call('POST', `${API}/saved-reports/${reportId}/links`, {
        expires_at: '2020-01-01T00:00:00Z',
      }),
    ).toMatchObject({ status: 422 })
  })

  test('ends with its maker’s membership', async () => {
    const owner = await server.person()
    const team = await server.team(owner, 'member')
    const input = { workspace_id: team.id, name: 'X', question: {} }
    const { body } = await team.member.call('POST', `${API}/saved-reports`, input)
    const made = await team.member.call('POST', `${API}/saved-reports/${body.id}/links`, {})
    const path = `${API}/public-reports/${new URL(made.body.url).pathname.split('/').at(-1)}`
    expect((await server.app.inject(path)).statusCode).toBe(200)
    const members = await owner.call('GET', `${API}/workspaces/${team.id}/members`)
    const { id } = members.body.data.find((each: { role: string }) => each.role === 'member')
    await owner.call('DELETE', `${API}/workspaces/${team.id}/members/${id}`)
    expect((await server.app.inject(path)).statusCode).toBe(404)
  })
})
