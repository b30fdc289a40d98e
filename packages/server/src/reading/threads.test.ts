import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../core/context.ts'
import { createEntry } from '../core/entries/write.ts'
import { questionFrom, type ReportDefinition } from '../core/reports/definition.ts'
import { readConfig } from '../config.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { type Reading, readingHere } from './reads.ts'
import type { readingThreads } from './threads.ts'

/** The built program, as threads cannot be started from its source. `npm test` builds it first. */
const BUILT = new URL('../../dist/reading/threads.js', import.meta.url).href

type Built = { readingThreads: typeof readingThreads }

let server: TestServer
let ann: Person
let threads: Reading
const here = readingHere()
const nine = Date.UTC(2026, 2, 2, 9)
const HOUR = 3_600_000
const ENTRIES = 3000

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  // The built module, which has the type of its source.
  const built = (await import(BUILT)) as Built
  const { databaseUrl, dataDir } = readConfig(server.env)
  threads = built.readingThreads({ databaseUrl, dataDir })
  const template = await createEntry(ann.ctx(), {
    workspace_id: ann.workspaceId,
    started_at: nine,
    ended_at: nine + HOUR,
    title: 'A long title that fills a file. '.repeat(20),
    tags: ['red'],
  })
  const { kysely } = server.house.db
  const { id: _, ...row } = await kysely
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', template.id)
    .executeTakeFirstOrThrow()
  for (let start = 1; start < ENTRIES; start += 500) {
    const some = Array.from({ length: Math.min(500, ENTRIES - start) }, (_, index) => ({
      ...row,
      started_at: nine - (start + index) * 2 * HOUR,
      ended_at: nine - (start + index) * 2 * HOUR + HOUR,
    }))
    await kysely.insertInto('entry').values(some).execute()
  }
})
afterAll(async () => {
  await threads.close()
  await server.close()
})

async function exported(ctx: Ctx, definition: ReportDefinition = {}) {
  const question = await questionFrom(ctx, definition)
  return { question, format: 'csv', detail: 'entries', paper: 'a4', name: 'Report' } as const
}

describe('a thread', () => {
  test('answers what is answered here, also when many ask at once', async () => {
    const ctx = ann.ctx()
    for (const definition of [
      {},
      { group_by: ['tag', 'month'] },
      { attribution: 'split', group_by: ['day'] },
    ] as const) {
      const question = await questionFrom(ctx, definition)
      const expected = await here.ask(ctx, 'report', question)
      const answers = await Promise.all(Array.from({ length: 8 }, () => threads.ask(ctx, 'report', question)))
      for (const answer of answers) expect(answer).toEqual(expected)
    }
  })

  test('sees what has just been written', async () => {
    const bob = await server.person()
    const ctx = bob.ctx()
    const question = await questionFrom(ctx, {})
    expect((await threads.ask(ctx, 'report', question)).total.entries).toBe(0)
    await createEntry(bob.ctx(), { started_at: nine, ended_at: nine + HOUR })
    expect((await threads.ask(ctx, 'report', question)).total).toMatchObject({ entries: 1, seconds: 3600 })
  })

  test('refuses in the words of the verb', async () => {
    const ctx = ann.ctx()
    const question = { ...(await questionFrom(ctx, {})), groupBy: ['day', 'day'] as const }
    await expect(threads.ask(ctx, 'report', question)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'bad_input',
      fields: { group_by: 'Group by each thing once.' },
    })
    const keyless = ann.ctx({ scopes: [] })
    await expect(threads.ask(keyless, 'report', { ...question, groupBy: [] })).rejects.toMatchObject({
      reason: 'missing_scope',
    })
  })

  test('streams a file as it is written here', async () => {
    const ctx = ann.ctx()
    const input = await exported(ctx)
    const signal = new AbortController().signal
    const file = (reading: Reading, onRows?: (done: number) => void) =>
      text(Readable.from(reading.file(ctx, 'export', { input, signal, onRows })))
    const rows: number[] = []
    const streamed = await file(threads, (done) => rows.push(done))
    expect(streamed).toBe(await file(here))
    expect(streamed.trimEnd().split('\r\n')).toHaveLength(ENTRIES + 1)
    expect(rows.at(-1)).toBe(ENTRIES)
  })

  test('stops when its reader goes away, and goes on for others', async () => {
    const ctx = ann.ctx()
    const input = await exported(ctx)
    const leaving = new AbortController()
    let pieces = 0
    for await (const _ of threads.file(ctx, 'export', { input, signal: leaving.signal })) {
      pieces += 1
      leaving.abort()
    }
    expect(pieces).toBe(1)
    for await (const _ of threads.file(ctx, 'export', { input, signal: new AbortController().signal })) break
    const { total } = await threads.ask(ctx, 'report', input.question)
    expect(total.entries).toBe(ENTRIES)
  })

  test('is refused before the first byte of a file', async () => {
    const ctx = ann.ctx({ scopes: [] })
    const input = await exported(ann.ctx())
    const reading = threads.file(ctx, 'export', { input, signal: new AbortController().signal })
    await expect(reading[Symbol.asyncIterator]().next()).rejects.toMatchObject({ reason: 'missing_scope' })
  })

  test('takes no questions once it is closed', async () => {
    const built = (await import(BUILT)) as Built
    const { databaseUrl, dataDir } = readConfig(server.env)
    const closing = built.readingThreads({ databaseUrl, dataDir })
    const ctx = ann.ctx()
    const question = await questionFrom(ctx, {})
    await closing.ask(ctx, 'report', question)
    await closing.close()
    await expect(closing.ask(ctx, 'report', question)).rejects.toMatchObject({ code: 'unavailable' })
  })
})
