import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROGRAM, runAdmin, type ServerProcess, startProcess } from './process.ts'
import { createStorage, openTestServer, type Storage } from './server.ts'

const isPostgres = process.env['SUNDIAL_TEST_ENGINE'] === 'postgres'

const NOBODY = 65_534
/** Only root can run something as somebody else, who has to be able to read the program. */
const runsAsNobody =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', 'require("fs").readFileSync(process.argv[1])', PROGRAM], { uid: NOBODY })
    .status === 0
const ROOM = 2_000_000

describe.skipIf(isPostgres)('a disk', { timeout: 120_000 }, () => {
  let storage: Storage
  let folder: string
  let key: string
  const running = new Set<ServerProcess>()

  async function start(...args: Parameters<typeof startProcess>): Promise<ServerProcess> {
    const server = await startProcess(...args)
    running.add(server)
    return server
  }
  async function end(server: ServerProcess): Promise<void> {
    running.delete(server)
    await server.end('SIGTERM')
  }
  async function admin(...args: string[]): Promise<Record<string, unknown>> {
    const { output } = await runAdmin(storage.env, ...args)
    return JSON.parse(output) as Record<string, unknown>
  }

  beforeAll(async () => {
    storage = await createStorage()
    folder = storage.env['DATA_DIR'] ?? ''
    await admin('create-user', '--email', 'ann@example.com', '--password', 'correct horse battery staple')
    key = String((await admin('create-token', '--email', 'ann@example.com', '--name', 'test'))['token'])
  })
  afterAll(async () => {
    for (const server of running) await server.end()
    await storage.remove()
  })

  async function call(server: ServerProcess, method: string, path: string, body?: object) {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    // Every answer to these calls is an object.
    return { status: response.status, body: answer as Record<string, unknown> }
  }

  const write = (server: ServerProcess, title: string) =>
    call(server, 'POST', '/sundial/api/v1/entries', {
      title,
      notes: 'x'.repeat(8000),
      started_at: '2026-03-02T09:00:00Z',
      ended_at: '2026-03-02T09:30:00Z',
    })

  test('that is full refuses writes in words, keeps what was written, and goes on once there is room', async () => {
    const mostFileBytes = statSync(join(folder, 'sundial.db')).size + ROOM
    const server = await start(storage.env, { mostFileBytes })
    const kept: unknown[] = []
    let refused
    for (let n = 0; refused === undefined && n < 1000; n++) {
      const answer = await write(server, `Entry ${n}`)
      if (answer.status === 201) kept.push(answer.body['id'])
      else refused = answer
    }
    expect(kept.length).toBeGreaterThan(10)
    expect(refused).toMatchObject({ status: 503, body: { error: { reason: 'database_unavailable' } } })
    expect((await call(server, 'GET', `/sundial/api/v1/entries/${String(kept.at(-1))}`)).status).toBe(200)
    await end(server)

    const roomier = await start(storage.env)
    expect((await write(roomier, 'There is room')).status).toBe(201)
    for (const id of kept)
      expect((await call(roomier, 'GET', `/sundial/api/v1/entries/${String(id)}`)).status).toBe(200)
    await end(roomier)
    expect(await admin('check')).toMatchObject({ ok: true })
  })

  test('that holds something else where the database should be is told of at the start', async () => {
    const other = mkdtempSync(join(folder, 'other-'))
    mkdirSync(join(other, 'sundial.db'))
    const failure = await start({ ...storage.env, DATA_DIR: other }).catch((error: unknown) => String(error))
    expect(failure).toContain(`The data folder ${other} cannot be used`)
    rmSync(other, { recursive: true })
  })

  // Root writes everywhere, so the server runs as somebody who may not.
  test.skipIf(!runsAsNobody)('that may only be read is told of at the start', async () => {
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444)
    chmodSync(folder, 0o555)
    for (const each of [folder, ...readdirSync(folder).map((name) => join(folder, name))])
      chownSync(each, 0, 0)
    const failure = await start(storage.env, { userId: NOBODY }).catch((error: unknown) => String(error))
    expect(failure).toContain(`The data folder ${folder} cannot be used`)
  })
})

describe.runIf(isPostgres)('a PostgreSQL whose disk is full', () => {
  test('has its refusal told in words, with nothing written, and goes on once there is room', async () => {
    const server = await openTestServer()
    const ann = await server.person()
    const { kysely } = server.house.db
    const start = () => ann.call('POST', '/sundial/api/v1/timer/start', {})
    // Its own word for it, as it comes when a file cannot grow.
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(kysely)
    await sql`create trigger no_room before insert on event for each row execute function no_room()`.execute(
      kysely,
    )
    expect(await start()).toMatchObject({ status: 503, body: { error: { reason: 'database_unavailable' } } })
    expect((await ann.call('GET', '/sundial/api/v1/entries')).body.data).toEqual([])
    await sql`drop trigger no_room on event`.execute(kysely)
    expect((await start()).status).toBe(201)
    await server.close()
  })
})
