import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sqliteDialect, TurnsDriver } from './sqlite-driver.ts'

type Notes = { note: { id: number; text: string } }
type Writing = Parameters<Parameters<ReturnType<Kysely<Notes>['transaction']>['execute']>[0]>[0]

let folder: string
let writer: SQLite.Database
let kysely: Kysely<Notes>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sundial-turns-'))
  const path = join(folder, 'notes.db')
  writer = new SQLite(path)
  writer.pragma('journal_mode = WAL')
  writer.exec('create table note (id integer primary key, text text not null unique)')
  const driver = new TurnsDriver({ writer, reader: new SQLite(path, { readonly: true }) })
  kysely = new Kysely<Notes>({ dialect: sqliteDialect(driver) })
})
afterEach(async () => {
  await kysely.destroy()
  rmSync(folder, { recursive: true })
})

const write = (work: (tx: Writing) => Promise<unknown>) => kysely.transaction().execute(work)
const add = (text: string) => (tx: Writing) =>
  tx
    .insertInto('note')
    .values({ id: undefined as never, text })
    .execute()

async function texts(of: Kysely<Notes> = kysely): Promise<string[]> {
  return (await of.selectFrom('note').select('text').orderBy('id').execute()).map(({ text }) => text)
}

/** How often the log has been committed to, as another process would see it. */
function commitsDuring(): () => number {
  const watching = new SQLite(join(folder, 'notes.db'), { readonly: true })
  const version = () => watching.pragma('data_version', { simple: true })
  const seen = new Set([version()])
  const timer = setInterval(() => seen.add(version()), 0)
  return () => {
    clearInterval(timer)
    seen.add(version())
    watching.close()
    return seen.size - 1
  }
}

describe('transactions that come together', () => {
  test('see one another in turn, share a flush, and are all there when they are answered', async () => {
    const commits = commitsDuring()
    const seen = await Promise.all(
      ['a', 'b', 'c'].map((text) =>
        write(async (tx) => {
          const before = await texts(tx)
          await add(text)(tx)
          return before
        }),
      ),
    )
    expect(seen).toEqual([[], ['a'], ['a', 'b']])
    expect(await texts()).toEqual(['a', 'b', 'c'])
    expect(commits()).toBe(1)
  })

  test('are answered after the flush and seen by nobody before', async () => {
    let isAnswered = false
    const first = write(add('a')).then(() => (isAnswered = true))
    const second = write(async (tx) => {
      await add('b')(tx)
      await new Promise((resolve) => setTimeout(resolve, 20))
      return [isAnswered, await texts()]
    })
    expect(await second).toEqual([false, []])
    await first
    expect(await texts()).toEqual(['a', 'b'])
  })

  test('take back only what is their own', async () => {
    const refusal = new Error('changed my mind')
    const outcomes = await Promise.allSettled([
      write(add('a')),
      write(async (tx) => {
        await add('b')(tx)
        throw refusal
      }),
      write(add('c')),
      write(add('a')),
      write(add('d')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(await texts()).toEqual(['a', 'c', 'd'])
  })

  test('are refused for what one before has written when that can be seen', async () => {
    const first = write(add('a'))
    const refused = await write(add('a')).catch(() => texts())
    expect(refused).toEqual(['a'])
    await first
  })

  test('go on after one that came first was taken back', async () => {
    const outcomes = await Promise.allSettled([
      write(async (tx) => {
        await add('a')(tx)
        throw new Error('changed my mind')
      }),
      write(add('b')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await texts()).toEqual(['b'])
  })

  test('are more than share one flush', async () => {
    const all = Array.from({ length: 100 }, (_, index) => String(index))
    await Promise.all(all.map((text) => write(add(text))))
    expect(await texts()).toEqual(all)
  })
})

test('who was told that it is there finds it there, whatever fills the disk meanwhile', async () => {
  writer.pragma(`max_page_count = ${Number(writer.pragma('page_count', { simple: true })) + 4}`)
  const outcomes = await Promise.allSettled([
    write(add('a')),
    write(add('x'.repeat(100_000))),
    write(add('b')),
  ])
  expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } })
  const there = await texts()
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
    there.includes('a'),
    false,
    there.includes('b'),
  ])
  await write(add('c'))
  expect(await texts()).toContain('c')
})

test('a flush that fails refuses all that waited for it, and nothing of them is there', async () => {
  writer.exec(
    'create table child (id integer primary key, note integer references note (id) deferrable initially deferred)',
  )
  writer.pragma('foreign_keys = ON')
  const broken = write(async (tx) => {
    await add('a')(tx)
    // Only the commit looks at it.
    writer.exec('insert into child (note) values (99)')
  })
  const outcomes = await Promise.allSettled([broken, write(add('b'))])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await texts()).toEqual([])
  await write(add('c'))
  expect(await texts()).toEqual(['c'])
})

test('a transaction that only reads sees what is flushed, and keeps to it', async () => {
  const first = write(add('a'))
  const reading = kysely
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => [await texts(tx), await texts(tx)])
  expect(await reading).toEqual([['a'], ['a']])
  await first
})

test('a statement by itself is a transaction', async () => {
  await kysely.insertInto('note').values({ id: 1, text: 'a' }).execute()
  expect(await texts()).toEqual(['a'])
  await expect(kysely.insertInto('note').values({ id: 1, text: 'b' }).execute()).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  })
  await kysely.insertInto('note').values({ id: 2, text: 'c' }).execute()
  expect(await texts()).toEqual(['a', 'c'])
})

test('rows have the columns of the day', async () => {
  await write(add('a'))
  await kysely.selectFrom('note').selectAll().execute()
  const other = new SQLite(join(folder, 'notes.db'))
  other.exec("alter table note add column colour text default 'red'")
  other.close()
  expect(await kysely.selectFrom('note').selectAll().execute()).toEqual([{ id: 1, text: 'a', colour: 'red' }])
})
