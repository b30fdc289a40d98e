import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { enqueue } from '../core/queue.ts'
import { createSecrets } from '../core/secrets.ts'
import { SEALED_COLUMNS } from '../db/sealed-columns.ts'
import { addSecretKey, secretKeysOf } from '../secret-keys.ts'
import { runAdmin } from './process.ts'
import { openTestServer, type Person, type TestServer } from './server.ts'

const API = '/sundial/api/v1'
const MORE_THAN_A_BATCH = 130
/** Each run of the command waits for what others are just writing. */
const LONG = { timeout: 90_000 }

let server: TestServer
let ann: Person
let key: string
let reportUrl: string
let hook: { id: number; secret: string }
beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  ann = await server.person()
  const { secrets, db } = server.house
  key = (await ann.call('GET', `${API}/me/personal-key`)).body.key
  await db.kysely
    .updateTable('user')
    .set({ sealed_totp_secret: secrets.seal('JBSWY3DPEHPK3PXP') })
    .where('id', '=', ann.user.id)
    .execute()
  const hooked = { name: 'Hook', url: 'http://127.0.0.1:9/hook', events: ['tag.*'] }
  hook = (await ann.call('POST', `${API}/workspaces/${ann.workspaceId}/webhooks`, hooked)).body
  const report = { name: 'Report', workspace_id: ann.workspaceId, question: { group_by: ['project'] } }
  const saved = await ann.call('POST', `${API}/saved-reports`, report)
  expect([saved.status, saved.body]).toEqual([201, expect.anything()])
  const link = await ann.call('POST', `${API}/saved-reports/${saved.body.id}/links`, {})
  expect([link.status, link.body]).toEqual([201, expect.anything()])
  reportUrl = link.body.url
  await makeTag('first')
  for (let count = 0; count < MORE_THAN_A_BATCH; count++)
    await enqueue(server.system(), 'send-mail', {
      to: `${count}@example.org`,
      letter: 'invitation',
      secret: 's',
    })
})
afterAll(() => server.close())

function makeTag(once: string) {
  const body = { name: `Tag ${once}`, workspace_id: ann.workspaceId }
  return ann.call('POST', `${API}/tags`, body, { 'idempotency-key': once })
}

type Line = { table: string; column: string; resealed: number; current: number; unreadable: number }

async function rotate(settings: Record<string, string> = {}): Promise<Record<string, Line>> {
  const { code, output } = await runAdmin({ ...server.env, ...settings }, 'rotate-secrets')
  expect([code, output]).toEqual([0, expect.anything()])
  const lines = output.trim().split('\n')
  return Object.fromEntries(
    lines.map((line) => {
      const count = JSON.parse(line) as Line
      return [`${count.table}.${count.column}`, count]
    }),
  )
}

const keysNow = () => secretKeysOf(readConfig(server.env))()

/** Everything sealed is read as it was, over the wire where there is one. */
async function expectAllRead(): Promise<void> {
  const { kysely } = server.house.db
  expect((await ann.call('GET', `${API}/me/personal-key`)).body).toEqual({ key })
  const again = await makeTag('first')
  expect([again.status, again.headers['idempotent-replayed'], again.body.name]).toEqual([
    201,
    'true',
    'Tag first',
  ])
  const jobs = await kysely.selectFrom('job').select('payload').execute()
  expect(jobs.length).toBeGreaterThanOrEqual(MORE_THAN_A_BATCH)
  for (const { payload } of jobs) expect(server.house.secrets.open(payload)).toMatch(/^\{/)
  const user = await kysely
    .selectFrom('user')
    .selectAll()
    .where('id', '=', ann.user.id)
    .executeTakeFirstOrThrow()
  expect(server.house.secrets.open(user.sealed_totp_secret ?? '')).toBe('JBSWY3DPEHPK3PXP')
  const { data } = (await ann.call('GET', `${API}/saved-reports`)).body
  const links = (await ann.call('GET', `${API}/saved-reports/${data[0].id}/links`)).body
  expect(JSON.stringify(links)).toContain(reportUrl)
  expect((await ann.call('GET', `${API}/webhooks/${hook.id}/secret`)).body).toEqual({ secret: hook.secret })
}

describe('the list of sealed columns', () => {
  test('has every column whose name says that it is sealed', async () => {
    const tables = await server.house.db.kysely.introspection.getTables()
    const named = tables.flatMap(({ name, columns }) =>
      columns.filter((column) => column.name.startsWith('sealed_')).map((column) => `${name}.${column.name}`),
    )
    expect(named.length).toBeGreaterThan(3)
    const listed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`)
    expect(named.filter((each) => !listed.includes(each))).toEqual([])
  })

  test('has every column in which something sealed lies, and no other', async () => {
    const { kysely } = server.house.db
    const found = new Set<string>()
    for (const { name, columns } of await kysely.introspection.getTables()) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(kysely)
      for (const row of rows)
        for (const { name: column } of columns) if (opens(row[column])) found.add(`${name}.${column}`)
    }
    const listed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`)
    expect([...found].toSorted()).toEqual(listed.toSorted())
  })
})

function opens(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    server.house.secrets.open(value)
    return true
  } catch {
    return false
  }
}

describe('admin rotate-secrets', () => {
  test(
    'seals everything with a new key beside a running server, which goes on, and forgets the former one',
    LONG,
    async () => {
      const [former = ''] = keysNow()
      const lines = await rotate()
      const keys = keysNow()
      expect(keys).toHaveLength(1)
      expect(keys).not.toContain(former)
      expect(Object.keys(lines)).toEqual(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`))
      for (const [name, line] of Object.entries(lines)) {
        expect([name, line.resealed > 0, line.unreadable]).toEqual([name, true, 0])
      }
      expect(lines['job.payload']?.resealed).toBeGreaterThanOrEqual(MORE_THAN_A_BATCH)
      await expectAllRead()
      const { payload } = await server.house.db.kysely.selectFrom('job').selectAll().executeTakeFirstOrThrow()
      expect(() => createSecrets(former).open(payload)).toThrow()
    },
  )

  test('goes on where it was cut short', LONG, async () => {
    addSecretKey(server.env['DATA_DIR'] ?? '')
    const between = keysNow()
    expect(between).toHaveLength(2)
    // The running server seals with the new one already; the rest waits for the command.
    await makeTag('between')
    const lines = await rotate()
    expect(keysNow()).toEqual(between.slice(0, 1))
    expect(lines['idempotency_key.answer']).toMatchObject({ resealed: 1, current: 1 })
    await expectAllRead()
  })

  test('counts what no key opens, and leaves it', LONG, async () => {
    const { kysely } = server.house.db
    const lost = createSecrets('a key that nobody has').seal('{}')
    const inserted = await kysely
      .insertInto('job')
      .values({ kind: 'send-mail', payload: lost, run_at: 0, attempts: 0, created_at: 0 })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await rotate())['job.payload']?.unreadable).toBe(1)
    const row = await kysely.selectFrom('job').selectAll().where('id', '=', inserted.id).executeTakeFirst()
    expect(row?.payload).toBe(lost)
    await kysely.deleteFrom('job').where('id', '=', inserted.id).execute()
  })

  test(
    'goes by the keys of the settings where they name them, and changes nothing a second time',
    LONG,
    async () => {
      const [former = ''] = keysNow()
      const settings = { SECRET_KEY: 'k'.repeat(40), SECRET_KEY_BEFORE: former }
      const first = await rotate(settings)
      expect(first['job.payload']?.resealed).toBeGreaterThanOrEqual(MORE_THAN_A_BATCH)
      expect(keysNow()).toEqual([former])
      const second = await rotate(settings)
      expect(Object.values(second).map(({ resealed }) => resealed)).toEqual(SEALED_COLUMNS.map(() => 0))
      const { payload } = await server.house.db.kysely.selectFrom('job').selectAll().executeTakeFirstOrThrow()
      expect(createSecrets('k'.repeat(40)).open(payload)).toMatch(/^\{/)
      // And back to the key of the folder.
      await rotate({ SECRET_KEY_BEFORE: 'k'.repeat(40) })
      await expectAllRead()
    },
  )
})
