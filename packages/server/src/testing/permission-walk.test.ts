import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { RouteEntry } from '../http/route-table.ts'
import { type Expectation, PERMISSIONS, type Row, STATUSES } from './permission-table.ts'
import { KITS, type List } from './dialects.ts'
import { addressOf, type Asked, type Sample } from './sample.ts'
import { WIRES } from './samples.ts'
import { type Answer, call } from './server.ts'
import { type Caller, CALLERS, openWorld } from './world.ts'

// The routes are known once a world is open, and each is a test of its own.
const SETTINGS = { WEBHOOK_ALLOW_PRIVATE: '1' }
let world = await openWorld(SETTINGS)
afterAll(() => world.close())

/** Whether a refused call changed something is seen by counting everything, so a world must not grow too large. */
const TESTS_IN_A_WORLD = 60
let tests = 0
beforeEach(async () => {
  tests += 1
  if (tests % TESTS_IN_A_WORLD !== 0) return
  await world.close()
  world = await openWorld(SETTINGS)
})

const routes = world.server.house.routes
  .filter((route) => !route.isDeclined)
  .map((route) => ({ route, wire: route.wire, name: nameOf(route) }))

/** A route as the table calls it: its method, and its path below the prefix of its wire. */
function nameOf({ wire, method, url }: RouteEntry): string {
  const prefix = WIRES[wire]?.prefix ?? ''
  return `${method} ${url.slice(prefix.length)}`
}

describe('the table of permissions', () => {
  test('has a row, and a sample, for every route of every wire', () => {
    const missing = routes.filter(
      ({ wire, name }) => !PERMISSIONS[wire]?.has(name) || !WIRES[wire]?.samples[name],
    )
    expect(missing.map(({ wire, name }) => `${wire}: ${name}`)).toEqual([])
  })

  test('names no route that is not there', () => {
    const known = new Set(routes.map(({ wire, name }) => `${wire}: ${name}`))
    const named = Object.entries(PERMISSIONS).flatMap(([wire, rows]) =>
      [...rows.keys()].map((name) => `${wire}: ${name}`),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  test('says of every route with a thing in its path what becomes of a foreign or unknown one', () => {
    const silent = routes.filter(({ wire, name }) => {
      const situations = PERMISSIONS[wire]?.get(name)?.map((row) => row.situation) ?? []
      return name.includes(':') && !situations.includes('foreign') && !situations.includes('unknown')
    })
    expect(silent.map(({ wire, name }) => `${wire}: ${name}`)).toEqual([])
  })
})

const walks = routes.flatMap((each) => {
  const rows = PERMISSIONS[each.wire]?.get(each.name) ?? []
  return rows.map((row) => ({ ...each, row, title: `${each.wire}: ${each.name} · ${row.label}` }))
})

/** Ten callers take turns, and some of what they do is long: sample data is a workspace with two weeks of time, for each. */
const TEN_CALLERS = { timeout: 120_000 }

describe('who may do what', () => {
  test.each(walks)('$title', TEN_CALLERS, async ({ wire, name, row, route }) => {
    const wrong: string[] = []
    for (const caller of CALLERS) wrong.push(...(await problemsOf({ wire, name, row, route, caller })))
    expect(wrong).toEqual([])
  })
})

const LISTS: readonly (List & { wire: string })[] = [
  { wire: 'native', list: '/entries?everyone=true&limit=200', opens: 'GET /entries/:id', thing: 'entry' },
  { wire: 'native', list: '/projects?include_archived=true', opens: 'GET /projects/:id', thing: 'project' },
  { wire: 'native', list: '/tasks?limit=500', opens: 'GET /tasks/:id', thing: 'task' },
  { wire: 'native', list: '/clients?limit=500', opens: 'GET /clients/:id', thing: 'client' },
  { wire: 'native', list: '/tags?limit=500', opens: 'GET /tags/:id', thing: 'tag' },
  { wire: 'native', list: '/approvals?limit=500', opens: 'GET /approvals/:id', thing: 'approval' },
  { wire: 'native', list: '/contacts?limit=500', opens: 'GET /contacts/:id', thing: 'contact' },
  { wire: 'native', list: '/leads?limit=500', opens: 'GET /leads/:id', thing: 'lead' },
  { wire: 'native', list: '/deals?limit=500', opens: 'GET /deals/:id', thing: 'deal' },
  ...[...KITS].flatMap(([wire, { lists }]) => lists.map((list) => ({ wire, ...list }))),
]

describe('a list', () => {
  test.each(LISTS)('shows exactly what one may open: $wire $list', async ({ wire, list, opens, thing }) => {
    const wrong: string[] = []
    for (const row of PERMISSIONS[wire]?.get(opens) ?? []) {
      for (const caller of CALLERS) {
        if (caller === 'nobody' || row.expected[caller] === 'no') continue
        const the = world.things(caller, row.situation)
        const id = thing === 'approval' ? await the.approval(row.variant === 'asked') : await the[thing]()
        const team = await world.things('owner', 'own').workspace()
        const ids = await listedIds({ wire, caller, path: list.replace('TEAM', teamOn(wire, team)), thing })
        const isShown = ids.has(id)
        const isOpen = row.expected[caller] === 'ok'
        if (isShown !== isOpen) wrong.push(`${caller}, ${row.label}: ${isShown ? 'shown' : 'missing'}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

/** The team as the paths of a wire name it. */
function teamOn(wire: string, team: number): string {
  return KITS.get(wire)?.nameOfWorkspace?.(team) ?? String(team)
}

type Listing = { wire: string; caller: Caller; path: string; thing: List['thing'] }

/** The ids of all pages of a list; none where the caller may not ask for it. */
async function listedIds({ wire, caller, path, thing }: Listing): Promise<Set<number>> {
  const ids = new Set<number>()
  const numberOf = KITS.get(wire)?.numberOf
  let cursor = ''
  do {
    const { body } = await call(world.server.app, {
      method: 'GET',
      url: `${WIRES[wire]?.prefix}${path}${cursor}`,
      headers: WIRES[wire]?.credentials(secretOf({ wire, caller }) ?? ''),
    })
    for (const each of rowsOf(body))
      ids.add(numberOf?.(thing, each.id) ?? Number(each.id ?? /\d+$/.exec(each.self)?.[0]))
    const page = nextPage(body.pagination)
    cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : page ? `&page=${page}` : ''
  } while (cursor !== '')
  return ids
}

/** The number of the page that follows; wires tell it, or how many there are. */
function nextPage(pagination: { next_page?: number; page: number; total_pages?: number } | undefined) {
  if (pagination?.total_pages === undefined) return pagination?.next_page
  return pagination.page < pagination.total_pages ? pagination.page + 1 : undefined
}

/** The things of a list: the answer itself, or the one array in it, whatever that is called. */
function rowsOf(body: Answer['body']): { id?: unknown; self: string }[] {
  return Array.isArray(body) ? body : (Object.values<Answer['body']>(body).find(Array.isArray) ?? [])
}

function secretOf({ wire, caller }: { wire: string; caller: Caller }): string | undefined {
  return world.secretOf(caller, WIRES[wire]?.keysFor)
}

type Step = { wire: string; name: string; row: Row; route: RouteEntry; caller: Caller }

/** Makes one call of the walk. Gives a sentence for everything about it that is not as the table says. */
async function problemsOf(step: Step): Promise<string[]> {
  const { row, caller } = step
  const expected = row.expected[caller]
  const problems: string[] = []
  const asked = askedFor(step, 'foreign')
  const sample = await sampleOf(step, asked)
  const before = expected === 'ok' ? '' : await fingerprint()
  const answer = await send(step, sample)
  if (!isAsExpected(step.wire, expected, answer.status)) {
    const text = JSON.stringify(answer.body).slice(0, 200)
    problems.push(`${caller} should get "${expected}" and got ${answer.status} ${text}`)
  }
  if (expected !== 'ok' && before !== (await fingerprint()))
    problems.push(`${caller} was refused and changed something`)

  const isForeign = row.situation === 'foreign' || row.variant?.startsWith('with ') === true
  if (!isForeign || expected === 'ok') return problems
  const unknown = await send(step, await sampleOf(step, askedFor(step, 'unknown')))
  const [seen, blind] = [withoutIds(answer), withoutIds(unknown)]
  if (seen !== blind)
    problems.push(`${caller} can tell a foreign thing from an unknown one: ${seen} and ${blind}`)
  return problems
}

function askedFor({ row, caller }: Step, stranger: 'foreign' | 'unknown'): Asked {
  const situation = row.situation === 'foreign' ? stranger : row.situation
  return {
    the: world.things(caller, situation),
    caller,
    variant: row.variant,
    other: world.things(caller, stranger),
  }
}

async function sampleOf({ wire, name }: Step, asked: Asked): Promise<Sample> {
  const make = WIRES[wire]?.samples[name]
  if (!make) throw new Error(`There is no sample for ${wire}: ${name}`)
  return make(asked)
}

/** Passwords are tried from many addresses, so that the walk does not run into the limits of the doors. */
let address = 0

async function send(
  { wire, route, caller }: Step,
  { params, query, body, isStream }: Sample,
): Promise<Answer> {
  const secret = secretOf({ wire, caller })
  address += 1
  const response = await world.server.app.inject({
    method: route.method as 'GET',
    url: addressOf(route.url, { params, query }),
    remoteAddress: `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
    headers: {
      ...(secret === undefined ? {} : WIRES[wire]?.credentials(secret)),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    payloadAsStream: true,
  })
  const isOpenEnded = isStream && response.statusCode === 200
  const text = isOpenEnded ? '' : await textOf(response.stream())
  if (isOpenEnded) response.stream().destroy()
  const isJson = String(response.headers['content-type']).includes('json')
  return {
    status: response.statusCode,
    headers: response.headers as Record<string, string>,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function isAsExpected(wire: string, expected: Expectation, status: number): boolean {
  return expected === 'ok'
    ? status >= 200 && status < 400
    : [STATUSES[wire]?.[expected]].flat().includes(status)
}

/** The status and body of an answer, with every number and secret the request may have named left out. */
function withoutIds({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body)}`
    .replaceAll(/\d{2,}|"Thing \d+"/g, '#')
    .replaceAll(/#+|\b\d\b/g, '#')
}

const TABLES = [
  'user',
  'workspace',
  'member',
  'client',
  'project',
  'task',
  'tag',
  'entry',
  'webhook',
  'approval',
  'approval_policy',
  'timesheet',
  'contact',
  'lead',
  'deal',
] as const
const COUNTED = [
  'event',
  'token',
  'session',
  'passkey',
  'recovery_code',
  'password_reset',
  'invitation',
  'project_member',
  'task_assignee',
  'job',
  'app_usage',
  'usage_bucket',
  'usage_rule',
  'delivery',
  'approval_approver',
  'task_tag',
] as const

/** Changes with every write: how many rows there are of everything, and which versions they have. */
async function fingerprint(): Promise<string> {
  const versions = TABLES.map(
    (table) =>
      sql`select ${sql.lit(table)} as name, count(*) as n, sum(version) as v from ${sql.table(table)}`,
  )
  const counts = COUNTED.map(
    (table) => sql`select ${sql.lit(table)} as name, count(*) as n, 0 as v from ${sql.table(table)}`,
  )
  const { rows } = await sql`${sql.join([...versions, ...counts], sql` union all `)}`.execute(
    world.server.house.db.kysely,
  )
  return JSON.stringify(rows)
}
