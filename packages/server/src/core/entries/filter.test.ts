import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { membershipsOf } from '../access.ts'
import { type EntryFilter, matchingEntries } from './filter.ts'

let server: TestServer
let owner: Person
let teamId: number

beforeAll(async () => {
  server = await openTestServer()
  owner = await server.person()
  teamId = (await server.team(owner, 'manager')).id
})
afterAll(() => server.close())

const isPostgres = process.env['SUNDIAL_TEST_ENGINE'] === 'postgres'
const from = Date.UTC(2026, 0, 1)
const to = Date.UTC(2027, 0, 1)

// PostgreSQL reads small tables whole, and rightly so; what SQLite does depends on the indexes alone.
describe.skipIf(isPostgres)('the plan of a filter', () => {
  test.each<[string, Partial<EntryFilter>]>([
    ['of one’s own', {}],
    ['of everybody', { whose: 'everyone' }],
    ['with time in the range', { whose: 'everyone', overlapping: { from, to } }],
    ['of clients', { whose: 'everyone', clientIds: [1, 2, null] }],
    ['of projects', { whose: 'everyone', projectIds: [1, null] }],
    ['of tags', { whose: 'everyone', tagIds: [1, null] }],
    ['with words', { whose: 'everyone', text: 'report' }],
    ['with a custom field', { whose: 'everyone', customField: { name: 'ticket', value: '1' } }],
  ])('%s looks entries up in an index', async (_, more) => {
    const filter = { whose: 'mine' as const, workspaceId: teamId, ...more }
    const plan = await planOf({
      ...(filter.overlapping ? {} : { startedFrom: from, startedBefore: to }),
      ...filter,
    })
    const onEntries = plan.filter((detail) => /\b(entry|long)\b USING|SCAN (entry|long)\b/.test(detail))
    expect(onEntries.length).toBeGreaterThan(0)
    for (const detail of onEntries) expect(detail).toMatch(/^SEARCH/)
  })

  test('of those that run, without a range, passes by what has ended', async () => {
    const plan = await planOf({ whose: 'everyone', workspaceId: teamId, isRunning: true })
    // Its rows are the running and the very long: few, however many years stand in the others.
    expect(plan.join('\n')).toContain('entry USING INDEX entry_long')
  })
})

async function planOf(filter: EntryFilter): Promise<string[]> {
  const ctx = owner.ctx()
  const within = (await membershipsOf(ctx)).filter(({ workspace_id: id }) => id === teamId)
  const entries = await matchingEntries(ctx, filter, within)
  const listed = entries.selectAll('entry').orderBy('entry.started_at', 'desc').orderBy('entry.id', 'desc')
  const { sql, parameters } = listed.limit(200).compile()
  const { rows } = await ctx.db.kysely.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  )
  return rows.map(({ detail }) => detail)
}
