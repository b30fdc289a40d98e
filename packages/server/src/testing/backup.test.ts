import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { createTag } from '../core/tags.ts'
import { archiveLines, type ArchiveHead } from '../db/archive.ts'
import { writeBackup } from '../db/backup.ts'
import type { Database } from '../db/engine.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { restoreBackup } from '../db/restore.ts'
import { openFullTeam } from './full-team.ts'
import { runAdmin, startProcess } from './process.ts'
import { createStorage, onServer, openTestServer, type Storage, type TestServer } from './server.ts'

/** A machine that is busy with other things takes long to restore a database of PostgreSQL. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const isPostgres = process.env['SUNDIAL_TEST_ENGINE'] === 'postgres'
const releases = join(import.meta.dirname, 'releases')

let server: TestServer
let folder: string
/** Of the server's database. */
let backup: string
const storages: Storage[] = []
let count = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sundial-test-backup-'))
  server = await openTestServer()
  const { owner, id } = await openFullTeam(server)
  // The newest one is gone for good, and its id with it.
  const tag = await createTag(owner.ctx(), id, { name: 'Gone' })
  await server.house.db.kysely.deleteFrom('tag').where('id', '=', tag.id).execute()
  const { id: export_id } = await server.house.db.kysely
    .insertInto('report_export')
    .values({
      user_id: owner.user.id,
      workspace_id: null,
      name: 'x',
      request: '{}',
      format: 'csv',
      status: 'done',
      error: null,
      created_at: 0,
      finished_at: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const bytes = Buffer.from([0, 255, 10, 13, 92])
  await server.house.db.kysely
    .insertInto('report_export_part')
    .values({ export_id, position: 0, bytes })
    .execute()
  backup = await backUp(server.house.db)
})
afterAll(async () => {
  await server.close()
  for (const storage of storages) await storage.remove()
  rmSync(folder, { recursive: true })
})

const newFile = () => join(folder, `${++count}.gz`)

async function backUp(db: Database): Promise<string> {
  const file = newFile()
  await writeBackup(db, { file, version: 'test', secretKey: 'mark' })
  return file
}

async function newStorage(engine?: string): Promise<Storage> {
  const storage = await createStorage(engine)
  storages.push(storage)
  return storage
}

/** Opens a database for some work, the way a restore does. */
async function on<T>(storage: Storage, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(readConfig(storage.env), { keysOff: true })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

const restored = (storage: Storage, file: string, replaces = false) =>
  on(storage, (db) => restoreBackup(db, { file, replaces }))

/** What an object holds, by the names of its fields. */
function sorted(record: Record<string, unknown>): [string, unknown][] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Every row of every table in an order of its own, and the last id that each table has given. */
async function contentOf(db: Database): Promise<Record<string, unknown>> {
  const content: Record<string, unknown> = {}
  for (const { name } of await db.engine.transfer.tables(db.kysely)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely)
    content[name] = rows.map((row) => JSON.stringify(sorted(row))).toSorted()
  }
  const lastIds = await db.engine.transfer.lastIds(db.kysely)
  content['last ids'] = sorted(lastIds).filter(([, id]) => id !== 0)
  return content
}

describe('a backup that is restored', () => {
  test('gives the same rows and the same next ids, in a database that had none', async () => {
    const storage = await newStorage()
    const { rows, ran } = await restored(storage, backup)
    expect(rows).toMatchObject({ member: 12, webhook: 1, approval: 2, report_export_part: 1 })
    expect(ran).toEqual([])
    expect(await on(storage, contentOf)).toEqual(await contentOf(server.house.db))
    expect(await on(storage, (db) => db.engine.dumpSchema(db.kysely))).toEqual(
      await server.house.db.engine.dumpSchema(server.house.db.kysely),
    )
  })

  test('replaces what is there only when that is said', async () => {
    const storage = await newStorage()
    await restored(storage, backup)
    await on(storage, (db) => sql`delete from entry_tag`.execute(db.kysely))
    await expect(restored(storage, backup)).rejects.toThrow('--force')
    expect(await on(storage, contentOf)).toMatchObject({ entry_tag: [] })
    await restored(storage, backup, true)
    expect(await on(storage, contentOf)).toEqual(await contentOf(server.house.db))
  })

  test('leaves everything as it was where one of its rows cannot be written', async () => {
    const storage = await newStorage()
    await restored(storage, backup)
    const before = await on(storage, contentOf)
    const schema = await on(storage, (db) => db.engine.dumpSchema(db.kysely))
    const tag = [99, 999, 'a', 'a', null, null, 1, 0, 0, null]
    const wrong = [
      { table: 'tag', columns: Object.keys(await tagRow()), values: tag },
      { table: 'session', columns: ['id', 'user_id'], values: [1, null] },
    ]
    for (const { table, columns, values } of wrong) {
      const file = archiveOf({}, table, columns, values)
      await expect(restored(storage, file, true)).rejects.toThrow()
      expect(await on(storage, contentOf)).toEqual(before)
      expect(await on(storage, (db) => db.engine.dumpSchema(db.kysely))).toEqual(schema)
    }
  })

  test.each(['v0.1.0'])('is brought to this schema where %s wrote it', async (release) => {
    const old = await newStorage()
    if (isPostgres)
      await onServer(
        new URL(old.env['DATABASE_URL'] ?? ''),
        readFileSync(join(releases, `${release}.sql`), 'utf8'),
      )
    else copyFileSync(join(releases, `${release}.db`), join(old.env['DATA_DIR'] ?? '', 'sundial.db'))
    const file = await on(old, backUp)
    const storage = await newStorage()
    const { ran } = await restored(storage, file)
    expect(ran.length).toBeGreaterThan(0)
    await on(old, (db) => migrate(db))
    expect(await on(storage, contentOf)).toEqual(await on(old, contentOf))
    const { code, output } = await runAdmin(storage.env, 'check')
    expect([code, JSON.parse(output)]).toMatchObject([0, { ok: true, damage: [] }])
  })

  test('knows every release', () => {
    expect([...new Set(readdirSync(releases).map((name) => name.replace(/\.(db|sql)$/, '')))]).toEqual([
      'v0.1.0',
    ])
  })

  test.runIf(isPostgres)('takes the same rows from one engine to the other and back', async () => {
    const [sqlite, postgres] = [await newStorage('sqlite'), await newStorage('postgres')]
    await restored(sqlite, backup)
    const original = await contentOf(server.house.db)
    expect(await on(sqlite, contentOf)).toEqual(original)
    await restored(postgres, await on(sqlite, backUp))
    expect(await on(postgres, contentOf)).toEqual(original)
    for (const { env } of [sqlite, postgres]) {
      const { output } = await runAdmin(env, 'check')
      expect(JSON.parse(output)).toMatchObject({ ok: true, damage: [] })
    }
  })
})

describe('a file is refused before anything is touched', () => {
  const refusal = /cannot be restored|newer Sundial|newer/

  test('where it was cut or changed anywhere', async () => {
    const storage = await newStorage()
    const whole = readFileSync(backup)
    const at = (share: number) => Math.floor(whole.length * share)
    const broken = [0.2, 0.5, 0.9, 0.999].flatMap((share) => {
      const changed = Buffer.from(whole)
      changed[at(share)] = (changed[at(share)] ?? 0) ^ 1
      return [whole.subarray(0, at(share)), changed]
    })
    for (const bytes of [
      ...broken,
      Buffer.alloc(0),
      Buffer.from('no zip'),
      Buffer.concat([whole, Buffer.from('x')]),
    ]) {
      const file = newFile()
      writeFileSync(file, bytes)
      await expect(restored(storage, file)).rejects.toThrow(refusal)
    }
    await on(storage, async (db) => expect(await db.engine.isEmpty(db.kysely)).toBe(true))
  })

  test('where its lines are not those that were written', async () => {
    const storage = await newStorage()
    const lines = gunzipSync(readFileSync(backup)).toString('utf8').split('\n')
    const rowAt = lines.findIndex((line) => line.startsWith('['))
    const changes = [
      (at: string[]) => at.toSpliced(rowAt, 1),
      (at: string[]) =>
        at.toSpliced(
          rowAt,
          1,
          at[rowAt]!.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
        ),
      (at: string[]) => at.toSpliced(-2, 1),
      (at: string[]) => at.toSpliced(-1, 1, '{}', ''),
      (at: string[]) => at.toSpliced(0, 1),
      (at: string[]) => at.toSpliced(0, 1, '{"sundial":"backup","format":2}'),
    ]
    for (const change of changes) {
      const file = newFile()
      writeFileSync(file, gzipSync(change(lines).join('\n')))
      await expect(restored(storage, file)).rejects.toThrow(refusal)
    }
    await on(storage, async (db) => expect(await db.engine.isEmpty(db.kysely)).toBe(true))
  })

  test('where a newer program wrote it', async () => {
    const file = archiveOf({ migrations: ['0001-first', '0002-from-the-future'] }, 'tag', ['id'], [1])
    await expect(restored(await newStorage(), file)).rejects.toThrow(/newer Sundial .*0002-from-the-future/)
  })
})

describe('a backup', () => {
  test('is for its owner alone, and never takes the place of a file', async () => {
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    await expect(writeBackup(server.house.db, { file: backup, version: 'x', secretKey: '' })).rejects.toThrow(
      'already',
    )
    const file = join(folder, 'no folder', 'a.gz')
    await expect(writeBackup(server.house.db, { file, version: 'x', secretKey: '' })).rejects.toThrow(
      'ENOENT',
    )
    const storage = await newStorage()
    const empty = newFile()
    await expect(
      on(storage, (db) => writeBackup(db, { file: empty, version: 'x', secretKey: '' })),
    ).rejects.toThrow('no database yet')
    expect(existsSync(empty) || existsSync(`${empty}.part`)).toBe(false)
  })

  test('of a server that writes all the time has everything that was answered before, and nothing by half', async () => {
    const storage = await newStorage()
    const admin = async (...args: string[]) => {
      const { code, output } = await runAdmin(storage.env, ...args)
      if (code !== 0) throw new Error(output)
      return JSON.parse(output)
    }
    await admin('create-user', '--email', 'a@example.com', '--password', 'correct horse battery staple')
    const { token } = await admin('create-token', '--email', 'a@example.com', '--name', 'test')
    const process = await startProcess(storage.env)
    const answered: number[] = []
    let isOver = false
    async function write(): Promise<void> {
      while (!isOver) {
        const response = await fetch(`${process.url}/sundial/api/v1/timer/start`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ title: 'é\u2028"\\', tags: ['a'] }),
        })
        const { entry } = (await response.json()) as { entry: { id: number } }
        answered.push(entry.id)
      }
    }
    const writers = [write(), write(), write()]
    await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(50)
    const before = [...answered]
    const file = newFile()
    const made = await admin('backup', '--to', file)
    const during = answered.length - before.length
    isOver = true
    await Promise.all(writers)
    await process.end('SIGTERM')
    expect(during).toBeGreaterThan(0)
    expect(made.keep_too).toContain('secret key')

    const other = await newStorage()
    const { code, output } = await runAdmin(other.env, 'restore', '--from', file)
    expect([code, JSON.parse(output)]).toMatchObject([0, { ok: true, damage: [], is_same_key: false }])
    const { ids, events } = await on(other, async ({ kysely }) => ({
      ids: (await kysely.selectFrom('entry').select('id').execute()).map(({ id }) => id),
      events: (
        await kysely.selectFrom('event').select('subject_id').where('kind', '=', 'entry.started').execute()
      ).map((event) => event.subject_id),
    }))
    expect(ids).toEqual(expect.arrayContaining(before))
    expect(new Set(events)).toEqual(new Set(ids))
    expect((await runAdmin(other.env, 'restore', '--from', file)).code).toBe(1)
  })
})

async function tagRow() {
  return server.house.db.kysely.selectFrom('tag').selectAll().executeTakeFirstOrThrow()
}

/** A file that is whole, with one row in it. */
function archiveOf(
  head: Partial<ArchiveHead>,
  table: string,
  columns: string[],
  values: (string | number | null)[],
) {
  const lines = archiveLines()
  const first = JSON.parse(
    gunzipSync(readFileSync(backup)).toString('utf8').split('\n', 1)[0] ?? '',
  ) as ArchiveHead
  const text = [
    lines.head({ ...first, ...head }),
    lines.table({ name: table, columns }),
    lines.row(values),
    lines.end({}),
  ]
  const file = newFile()
  writeFileSync(file, gzipSync(text.join('')))
  return file
}
