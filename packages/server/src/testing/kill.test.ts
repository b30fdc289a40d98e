import { createServer, connect as connectTo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { findDamage } from '../core/check/check.ts'
import { createSecrets } from '../core/secrets.ts'
import { openDatabase } from '../db/open.ts'
import type { Database } from '../db/engine.ts'
import { secretKeysOf } from '../secret-keys.ts'
import { runAdmin, type ServerProcess, startProcess } from './process.ts'
import { openReceiver, type Receiver } from './receiver.ts'
import { createStorage } from './server.ts'

/** KILLS asks for more of them. */
const KILLS = Number(process.env['KILLS'] ?? 3)
const CONNECTIONS = 4
const isPostgres = process.env['SUNDIAL_TEST_ENGINE'] === 'postgres'

let env: Record<string, string>
let removeStorage: () => Promise<void>
let database: Database
const running = new Set<ServerProcess>()

async function start(more: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startProcess({ ...env, ...more })
  running.add(server)
  return server
}

async function end(server: ServerProcess, signal?: NodeJS.Signals): Promise<number | null> {
  running.delete(server)
  return server.end(signal)
}

beforeAll(async () => {
  const storage = await createStorage()
  env = storage.env
  removeStorage = storage.remove
  await admin('migrate')
  database = openDatabase(readConfig(env))
})
afterAll(async () => {
  await Promise.all([...running].map((server) => end(server)))
  await database.close()
  await removeStorage()
})

async function admin(...args: string[]): Promise<Record<string, unknown>> {
  const { code, output } = await runAdmin(env, ...args)
  if (code !== 0) throw new Error(output)
  return JSON.parse(output) as Record<string, unknown>
}

let people = 0

/** A new person's key. */
async function newKey(): Promise<string> {
  const email = `writer${++people}@example.com`
  await admin('create-user', '--email', email, '--password', 'correct horse battery staple')
  return String((await admin('create-token', '--email', email, '--name', 'test')).token)
}

type Answer = { status: number; body: Record<string, unknown>; operation: string | null }

async function call(
  server: ServerProcess,
  key: string,
  [method, path, body]: [string, string, unknown?],
): Promise<Answer> {
  const response = await fetch(`${server.url}/sundial/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  // Every answer of ours to these calls is an object.
  return {
    status: response.status,
    body: answer as Record<string, unknown>,
    operation: response.headers.get('x-operation-id'),
  }
}

/** A write whose answer has arrived. */
type Acknowledged = {
  operation: string
  kind: 'entry' | 'project'
  id: number
  version: number
  title: string
}

let written = 0

/** Writes from one connection until the server is gone: creates, starts and changes, one after another. */
async function writeUntilGone(
  server: ServerProcess,
  key: string,
  acknowledged: Acknowledged[],
): Promise<void> {
  for (;;) {
    const title = `Write ${++written}`
    const at = Date.UTC(2020, 0, 1) + written * 60_000
    const times = { started_at: new Date(at).toISOString(), ended_at: new Date(at + 60_000).toISOString() }
    try {
      const created = await call(server, key, ['POST', '/entries', { title, ...times }])
      const id = note(acknowledged, created, { kind: 'entry', title })
      note(
        acknowledged,
        await call(server, key, ['PATCH', `/entries/${id}`, { title: `${title}, changed` }]),
        {
          kind: 'entry',
          title: `${title}, changed`,
        },
      )
      note(acknowledged, await call(server, key, ['POST', '/timer/start', { title }]), {
        kind: 'entry',
        title,
      })
      const workspace_id = created.body['workspace_id']
      note(acknowledged, await call(server, key, ['POST', '/projects', { workspace_id, title }]), {
        kind: 'project',
        title,
      })
    } catch (error) {
      if (server.child.killed) return
      throw error
    }
  }
}

function note(
  acknowledged: Acknowledged[],
  answer: Answer,
  what: Pick<Acknowledged, 'kind' | 'title'>,
): number {
  if (answer.status >= 300 || answer.operation === null) throw new Error(JSON.stringify(answer))
  const row = (answer.body['entry'] ?? answer.body) as { id: number; version: number }
  acknowledged.push({ ...what, operation: answer.operation, id: row.id, version: row.version })
  return row.id
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5)
}

/** What is missing of the writes that were answered. */
async function missingOf(acknowledged: Acknowledged[]): Promise<string[]> {
  const missing: string[] = []
  for (const write of acknowledged) {
    const row = await database.kysely
      .selectFrom(write.kind)
      .select(['version', 'title'])
      .where('id', '=', write.id)
      .executeTakeFirst()
    const event = await database.kysely
      .selectFrom('event')
      .select('id')
      .where('operation_id', '=', write.operation)
      .where('subject_id', '=', write.id)
      .where('subject_kind', '=', write.kind)
      .executeTakeFirst()
    const isThere = row !== undefined && (row.version > write.version || row.title === write.title)
    if (!isThere || !event) missing.push(`${JSON.stringify(write)} → ${JSON.stringify({ row, event })}`)
  }
  return missing
}

/** Everything that a receiver was told, as it came: which event, about what. */
type Told = { id: number; about: string }

function toldTo(receiver: Receiver): Told[] {
  return receiver.heard.map(({ body }) => {
    // Written by our own server.
    const { data } = JSON.parse(body) as { data: { id: number; subject_kind: string; subject_id: number } }
    return { id: data.id, about: `${data.subject_kind} ${data.subject_id}` }
  })
}

/** What was told about one thing after something newer about it; the same may come again. */
function toldTooLate(told: readonly Told[]): Told[] {
  const newest = new Map<string, number>()
  return told.filter(({ id, about }) => {
    const before = newest.get(about) ?? 0
    newest.set(about, Math.max(before, id))
    return id < before
  })
}

/** Lets what dead processes have claimed be claimed again: the minute of their lease is over. */
async function endLeases(): Promise<void> {
  await database.kysely
    .updateTable('delivery')
    .set({ locked_until: null })
    .where('status', '=', 'waiting')
    .execute()
}

async function waitingCount(): Promise<number> {
  const { count } = await database.kysely
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return count
}

/** Events of entries and projects of which the receiver never heard. */
async function untoldOf(told: readonly Told[]): Promise<number[]> {
  const heard = new Set(told.map(({ id }) => id))
  const events = await database.kysely
    .selectFrom('event')
    .select('id')
    .where('subject_kind', 'in', ['entry', 'project'])
    .execute()
  return events.map(({ id }) => id).filter((id) => !heard.has(id))
}

function damageNow() {
  return findDamage({
    db: database,
    actor: { kind: 'system' },
    now: Date.now(),
    operation: { id: 'check', hasWritten: false },
    via: { wire: 'test', client: null },
    secrets: createSecrets(secretKeysOf(readConfig(env))),
    log: { info() {}, error() {} },
  })
}

/** Half a transaction: rows without the event that was written with them, or two timers of one person. */
async function halvesOf(): Promise<unknown[]> {
  const withoutEvent = await sql<{ id: number }>`
    select entry.id from entry where not exists (
      select 1 from event where event.subject_kind = 'entry' and event.subject_id = entry.id
      and event.kind in ('entry.created', 'entry.started'))`.execute(database.kysely)
  const withoutRow = await sql<{ id: number }>`
    select event.id from event where subject_kind = 'entry' and not exists (
      select 1 from entry where entry.id = event.subject_id)`.execute(database.kysely)
  const doubles = await sql<{ user_id: number }>`
    select user_id from entry where ended_at is null and deleted_at is null group by user_id having count(*) > 1`.execute(
    database.kysely,
  )
  return [...withoutEvent.rows, ...withoutRow.rows, ...doubles.rows]
}

/** Has everything about entries and projects told to a receiver. */
async function tell(server: ServerProcess, key: string, url: string): Promise<void> {
  const body = { name: 'All', url, events: ['entry.*', 'project.*'] }
  const { status, body: answer } = await call(server, key, ['POST', '/me/webhooks', body])
  if (status !== 201) throw new Error(JSON.stringify(answer))
}

/** Lets a server tell what is left. Gives everything that was told. */
async function tellTheRest(receiver: Receiver): Promise<Told[]> {
  await endLeases()
  const server = await start({ WEBHOOK_ALLOW_PRIVATE: '1', WEBHOOK_RETRIES: '1s,1s,1s,1s,1s' })
  while ((await waitingCount()) > 0) await wait(100)
  await end(server, 'SIGTERM')
  return toldTo(receiver)
}

describe('a server that is killed while it writes', () => {
  test(
    `has everything it answered, ${KILLS} times over, tells all of it in order, and leaves a whole database`,
    { timeout: 120_000 + KILLS * 20_000 },
    async () => {
      const keys = [await newKey(), await newKey()]
      const receiver = await openReceiver()
      const began = performance.now()
      let total = 0
      for (let kill = 0; kill < KILLS; kill++) {
        const acknowledged: Acknowledged[] = []
        await endLeases()
        const server = await start({ WEBHOOK_ALLOW_PRIVATE: '1', WEBHOOK_RETRIES: '1s,1s,1s,1s,1s' })
        if (kill === 0) for (const key of keys) await tell(server, key, receiver.url)
        const writers = Array.from({ length: CONNECTIONS }, (_, index) =>
          writeUntilGone(server, keys[index % keys.length]!, acknowledged),
        )
        // Not before it works in earnest, and then at any moment.
        await until(() => acknowledged.length >= 10)
        await wait(Math.random() * 300)
        await end(server)
        await Promise.all(writers)
        total += acknowledged.length
        expect(await missingOf(acknowledged)).toEqual([])
        expect(await halvesOf()).toEqual([])
        // All of it takes longer from kill to kill, as there is more and more.
        if (KILLS < 20 || kill % 20 === 0) expect(await damageNow()).toEqual([])
      }
      const seconds = (performance.now() - began) / 1000
      const told = await tellTheRest(receiver)
      expect(await untoldOf(told)).toEqual([])
      expect(toldTooLate(told)).toEqual([])
      expect(await damageNow()).toEqual([])
      expect(await admin('check')).toMatchObject({ ok: true, damage: [] })
      await receiver.close()
      if (process.env['KILLS'])
        console.log(
          `${KILLS} kills in ${seconds.toFixed(0)} s: ${total} answered writes, none of them lost; ` +
            `${told.length} messages about ${new Set(told.map(({ id }) => id)).size} events`,
        )
    },
  )

  test('ends without losing a request that is under way when it is asked to', async () => {
    const key = await newKey()
    const server = await start()
    const { port } = new URL(server.url)
    const body = JSON.stringify({
      title: 'Half sent',
      started_at: '2019-01-01T09:00:00Z',
      ended_at: '2019-01-01T10:00:00Z',
    })
    const request = httpRequest({
      port,
      method: 'POST',
      path: '/sundial/api/v1/entries',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': body.length,
      },
    })
    const answered = once(request, 'response')
    request.write(body.slice(0, 20))
    await wait(200)
    const exited = end(server, 'SIGTERM')
    const since = Date.now()
    await wait(200)
    request.end(body.slice(20))
    const [response] = await answered
    expect(response.statusCode).toBe(201)
    expect(await exited).toBe(0)
    // By itself, before those who stay are let go.
    expect(Date.now() - since).toBeLessThan(8000)
    const entry = await database.kysely
      .selectFrom('entry')
      .select('id')
      .where('title', '=', 'Half sent')
      .executeTakeFirst()
    expect(entry).toBeDefined()
  })

  test('ends soon when it is asked to, with open streams and idle connections', async () => {
    const key = await newKey()
    const server = await start()
    const stream = await fetch(`${server.url}/sundial/api/v1/events/stream`, {
      headers: { authorization: `Bearer ${key}` },
    })
    expect(stream.status).toBe(200)
    const since = Date.now()
    expect(await end(server, 'SIGTERM')).toBe(0)
    expect(Date.now() - since).toBeLessThan(8000)
    await stream.text()
  })
})

describe('a server that starts', () => {
  test('refuses a database that a newer version has written, and leaves it alone', async () => {
    await sql`insert into migration (id, name, ran_at) values (9999, '9999-from-the-future', 0)`.execute(
      database.kysely,
    )
    try {
      await expect(start()).rejects.toThrow(/ended with 1: .*newer Sundial.*9999-from-the-future/s)
      expect((await runAdmin(env, 'check')).code).toBe(1)
    } finally {
      await sql`delete from migration where id = 9999`.execute(database.kysely)
    }
  })

  test('says which setting makes no sense', async () => {
    await expect(start({ TIME_ZONE: 'Mars/Olympus' })).rejects.toThrow(/ended with 1: TIME_ZONE must be/)
    await expect(start({ DIALECT_HOSTS: 'timing.test=nonsense' })).rejects.toThrow(
      /ended with 1: DIALECT_HOSTS/,
    )
  })

  test('says that its port is taken', async () => {
    const server = await start()
    const { port } = new URL(server.url)
    await expect(start({ PORT: port })).rejects.toThrow(/ended with 1: .*EADDRINUSE/s)
    await end(server, 'SIGTERM')
  })
})

describe.runIf(isPostgres)('servers on one PostgreSQL', () => {
  test('go on when one of them is killed in the middle of its writes', async () => {
    const key = await newKey()
    const [first, second] = [await start(), await start()]
    const acknowledged: Acknowledged[] = []
    const writers = [first, first, second, second].map((server) => writeUntilGone(server, key, acknowledged))
    await until(() => acknowledged.length >= 10)
    await end(first)
    const atKill = acknowledged.length
    // The locks that the dead process held are gone with it.
    await until(() => acknowledged.length >= atKill + 10)
    await end(second)
    await Promise.all(writers)
    expect(await missingOf(acknowledged)).toEqual([])
    expect(await halvesOf()).toEqual([])
  })

  test('says where it wanted to go, without the password, when no database answers at the start', async () => {
    const url = 'postgres://sundial:hunter22@127.0.0.1:1/sundial'
    const failure = await start({ DATABASE_URL: url }).catch((error: unknown) => String(error))
    expect(failure).toMatch(
      /ended with 1: The database 127\.0\.0\.1:1\/sundial cannot be reached: .*ECONNREFUSED/,
    )
    expect(failure).not.toContain('hunter22')
  })

  test('a lost connection is replaced at its next use', async () => {
    const key = await newKey()
    const server = await start()
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 5 }, () => call(server, key, ['GET', '/me'])))
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(database.kysely)
      const answers = await Promise.all(Array.from({ length: 10 }, () => call(server, key, ['GET', '/me'])))
      expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
      expect((await call(server, key, ['POST', '/timer/start', { title: 'After' }])).status).toBe(201)
    }
    await end(server, 'SIGTERM')
  })

  test('tells the truth about its readiness while the database is away, and recovers by itself', async () => {
    const key = await newKey()
    const link = await openLink(env['DATABASE_URL'] ?? '')
    const server = await start({ DATABASE_URL: link.url })
    const ready = async () => (await fetch(`${server.url}/health/ready`)).status
    expect(await ready()).toBe(200)
    const follow = () =>
      fetch(`${server.url}/sundial/api/v1/events/stream`, { headers: { authorization: `Bearer ${key}` } })
    const stream = await follow()

    await link.cut()
    // A stream that can no longer tell everything ends, and its reader comes back.
    expect(await stream.text()).toContain('welcome')
    expect(await ready()).toBe(503)
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
    const refused = await fetch(`${server.url}/sundial/api/v1/timer/start`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.json()).toMatchObject({
      error: { code: 'unavailable', reason: 'database_unavailable' },
    })

    await link.mend()
    expect(await ready()).toBe(200)
    expect((await call(server, key, ['POST', '/timer/start', { title: 'Back' }])).status).toBe(201)
    const heard = readUntil(await follow(), 'entry.stopped')
    await call(server, key, ['POST', '/timer/stop', {}])
    expect(await heard).toContain('entry.stopped')
    const since = Date.now()
    expect(await end(server, 'SIGTERM')).toBe(0)
    expect(Date.now() - since).toBeLessThan(8000)
    await link.close()
  })
})

type Link = { url: string; cut(): Promise<void>; mend(): Promise<void>; close(): Promise<void> }

/** A way to PostgreSQL that can be cut, as the network or the server's restart does. */
async function openLink(databaseUrl: string): Promise<Link> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let server: Server
  let port = 0
  async function listen(): Promise<void> {
    server = createServer((socket) => {
      const onward = connectTo(Number(target.port || 5432), target.hostname)
      for (const each of [socket, onward]) {
        sockets.add(each)
        each.on('error', () => {})
        each.on('close', () => sockets.delete(each))
      }
      socket.pipe(onward).pipe(socket)
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (typeof address === 'object' && address !== null) port = address.port
  }
  async function cut(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await listen()
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return { url: url.href, cut, mend: listen, close: cut }
}

/** What a stream says until a word occurs. */
async function readUntil(response: Response, word: string): Promise<string> {
  let text = ''
  const reader = response.body?.getReader()
  while (reader && !text.includes(word)) {
    const { value, done } = await reader.read()
    if (done) break
    text += Buffer.from(value).toString()
  }
  await reader?.cancel()
  return text
}
