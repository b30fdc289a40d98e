import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { membershipsOf } from '../access.ts'
import type { Entry } from './entry.ts'
import { matchingParts } from './filter.ts'
import { entriesBeyond, walkEntries } from './walk.ts'
import { createEntry, deleteEntry } from './write.ts'

const NINE = Date.UTC(2026, 2, 2, 9)
const HOUR = 3600_000

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

/** Somebody with two workspaces whose entries take turns, two of them at every hour, and the entries. */
async function worldOf(hours: number): Promise<{ ann: Person; entries: Entry[] }> {
  const ann = await server.person()
  const team = await server.team(ann)
  const entries: Entry[] = []
  for (let hour = 0; hour < hours; hour++) {
    const span = { started_at: NINE + hour * HOUR, ended_at: NINE + (hour + 1) * HOUR }
    for (const workspace_id of [team.id, 'personal'] as const)
      entries.push(await createEntry(ann.ctx(), { ...span, title: `${hour}`, workspace_id }))
  }
  return { ann, entries }
}

async function partsOf(ann: Person) {
  const ctx = ann.ctx()
  return matchingParts(ctx, { whose: 'everyone' }, await membershipsOf(ctx))
}

const idsOf = (entries: readonly Pick<Entry, 'id'>[]) => entries.map(({ id }) => id)

describe('several lists as one', () => {
  test.each([
    ['asc', 1],
    ['asc', 3],
    ['asc', 10],
    ['desc', 3],
    ['desc', 100],
  ] as const)('in the order %s, %i at a time', async (order, limit) => {
    const { ann, entries } = await worldOf(5)
    const pages: number[][] = []
    for await (const some of walkEntries(ann.ctx(), await partsOf(ann), { after: null, limit, order }))
      pages.push(idsOf(some))
    const ids = idsOf(entries)
    expect(pages.flat()).toEqual(order === 'asc' ? ids : ids.toReversed())
    expect(Math.max(...pages.map((page) => page.length))).toBe(Math.min(limit, ids.length))
  })

  test('from a place on', async () => {
    const { ann, entries } = await worldOf(4)
    const [, , third] = entries
    const after = [third!.started_at, third!.id]
    const next = await entriesBeyond(ann.ctx(), await partsOf(ann), { after, limit: 3, order: 'asc' })
    expect(idsOf(next)).toEqual(idsOf(entries.slice(3, 6)))
    const before = await entriesBeyond(ann.ctx(), await partsOf(ann), { after, limit: 3, order: 'desc' })
    expect(idsOf(before)).toEqual(idsOf(entries.slice(0, 2).toReversed()))
  })

  test('without what is deleted while they are read', async () => {
    const { ann, entries } = await worldOf(4)
    const walk = walkEntries(ann.ctx(), await partsOf(ann), { after: null, limit: 3, order: 'asc' })
    const first = await walk.next()
    // The place of the fourth has been read by now, with the first three.
    const gone = entries[4]!
    await deleteEntry(ann.ctx(), gone)
    const rest: number[] = []
    for await (const some of walk) rest.push(...idsOf(some))
    expect([...idsOf(first.value ?? []), ...rest]).toEqual(
      idsOf(entries.filter((entry) => entry.id !== gone.id)),
    )
  })

  test('of nobody are none', async () => {
    const { ann } = await worldOf(0)
    expect(
      await entriesBeyond(ann.ctx(), await partsOf(ann), { after: null, limit: 5, order: 'desc' }),
    ).toEqual([])
    expect(await entriesBeyond(ann.ctx(), [], { after: null, limit: 5, order: 'desc' })).toEqual([])
  })
})
