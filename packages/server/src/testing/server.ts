import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import pg from 'pg'
import { readConfig } from '../config.ts'
import { type Actor, actingAs, type Ctx } from '../core/context.ts'
import { createToken } from '../core/tokens.ts'
import type { User } from '../core/me.ts'
import { createUser } from '../core/users.ts'
import { addMember } from '../core/members.ts'
import { createTeam } from '../core/workspaces.ts'
import type { Role } from '../db/schema.ts'
import { contextOf, type House } from '../http/house.ts'
import { readingHere } from '../reading/reads.ts'
import { openServer } from '../server.ts'
import { keepLog, type LogLine } from './log.ts'

/** A whole server on a real database of its own, with a clock that stands still until a test moves it. */
export type TestServer = {
  app: FastifyInstance
  house: House
  /** What it has logged, line by line. */
  log: LogLine[]
  clock: TestClock
  /** The settings it was opened with, to open a second process on the same database. */
  env: Record<string, string>
  /** The installation itself. */
  system(): Ctx
  /** A new account, with what it needs to act in core and over every wire. */
  person(options?: PersonOptions): Promise<Person>
  /** A new team of `owner`, with a new person in each of `roles`. */
  team<R extends Exclude<Role, 'owner'>>(
    owner: Person,
    ...roles: R[]
  ): Promise<{ id: number } & Record<R, Person>>
  close(): Promise<void>
}

export type PersonOptions = { name?: string; email?: string; timeZone?: string; isAdmin?: boolean }

export type Person = {
  user: User
  email: string
  password: string
  /** The personal workspace. */
  workspaceId: number
  /** A key with all scopes. */
  token: string
  /** A fresh context for one call of a verb. */
  ctx(actor?: Partial<Extract<Actor, { kind: 'user' }>>): Ctx
  /** A request with this person's key; the body is sent as JSON. */
  call(
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

export type Answer = {
  status: number
  headers: Record<string, string>
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  body: any
}

export type TestClock = { now: number; set(at: string): void; advance(seconds: number): void }

const START = Date.UTC(2026, 2, 2, 9, 0, 0)

/** Opens a server on the engine under test. Each has a database of its own, which `close` removes. */
export async function openTestServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const { env, remove } = await createStorage()
  const clock = createClock()
  const allEnv = { ...env, BASE_URL: 'http://sundial.test', RATE_LIMITS: 'off', ...settings }
  const config = readConfig(allEnv)
  const { lines: log, stream } = keepLog()
  const server = await openServer(config, {
    logger: { level: config.logLevel, stream },
    clock: () => clock.now,
    reading: readingHere(),
    // Tests do what is left for later when they want it done.
    leavesJobs: true,
  })
  const { house, app } = server
  await app.ready()
  const system = () => contextOf(house, { wire: 'test', client: null }, { kind: 'system' })
  let count = 0

  async function person(options: PersonOptions = {}): Promise<Person> {
    count += 1
    const email = options.email ?? `person${count}@example.com`
    const password = 'correct horse battery staple'
    const user = await createUser(system(), {
      email,
      password,
      name: options.name ?? `Person ${count}`,
      timeZone: options.timeZone ?? 'UTC',
      isAdmin: options.isAdmin,
    })
    const ctx: Person['ctx'] = (actor) => {
      const acting = actingAs(
        contextOf(house, { wire: 'test', client: null }, { kind: 'anonymous' }),
        user.id,
      )
      return { ...acting, actor: { ...(acting.actor as Extract<Actor, { kind: 'user' }>), ...actor } }
    }
    const { secret } = await createToken(ctx(), {
      name: 'test',
      kind: 'timing',
      scopes: ['*'],
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
    })
    return {
      user,
      email,
      password,
      workspaceId: user.default_workspace_id ?? 0,
      token: secret,
      ctx,
      call: (method, url, body, headers) =>
        call(app, { method, url, body, headers: { authorization: `Bearer ${secret}`, ...headers } }),
    }
  }

  return {
    app,
    house,
    log,
    clock,
    env: allEnv,
    system,
    person,
    async team(owner, ...roles) {
      const { workspace_id: id } = await createTeam(owner.ctx(), { name: `Team ${count}`, timeZone: 'UTC' })
      const people = []
      for (const role of roles) {
        const member = await person()
        await addMember(system(), { workspace_id: id, user_id: member.user.id, role })
        people.push([role, member])
      }
      return { id, ...Object.fromEntries(people) }
    },
    async close() {
      await server.close()
      await remove()
    },
  }
}

type CallOptions = {
  method: InjectOptions['method']
  url: string
  body?: unknown
  headers?: Record<string, string>
  /** The address it comes from. */
  from?: string
}

/** Sends a request through the whole app, without a network. */
export async function call(
  app: FastifyInstance,
  { method, url, body, headers, from }: CallOptions,
): Promise<Answer> {
  const isRaw = typeof body === 'string'
  const response = await app.inject({
    method,
    url,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
    ...(from === undefined ? {} : { remoteAddress: from }),
  })
  const isJson = String(response.headers['content-type']).startsWith('application/json')
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    body: isJson && response.body !== '' ? response.json() : response.body,
  }
}

function createClock(): TestClock {
  const clock: TestClock = {
    now: START,
    set(at) {
      clock.now = Date.parse(at)
    },
    advance(seconds) {
      clock.now += seconds * 1000
    },
  }
  return clock
}

export type Storage = { env: Record<string, string>; remove: () => Promise<void> }

/** A data folder, and on PostgreSQL a database, of one's own; on the engine under test unless it is said. */
export async function createStorage(engine = process.env['SUNDIAL_TEST_ENGINE']): Promise<Storage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sundial-test-'))
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true })
  if (engine !== 'postgres') {
    return { env: { DATA_DIR: dataDir }, remove: async () => removeFolder() }
  }
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres')
  const name = `sundial_test_${randomBytes(6).toString('hex')}`
  await onServer(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: own.href },
    remove: async () => {
      removeFolder()
      await onServer(url, `drop database if exists ${name} with (force)`)
    },
  }
}

/** Runs SQL on a PostgreSQL database, in a connection of its own. */
export async function onServer(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
