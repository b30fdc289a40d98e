import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { findDamage } from '../core/check/check.ts'
import { createToken } from '../core/tokens.ts'
import type { LogLine } from './log.ts'
import type { RouteEntry } from '../http/route-table.ts'
import { encoded, type RawBody, spoiled, type Spoiling, spoilings, type Step } from './bad-input.ts'
import { KITS } from './dialects.ts'
import type { Sample } from './sample.ts'
import { WIRES } from './samples.ts'
import { type KeyReach, openWorld, type World } from './world.ts'

/** FUZZ_REQUESTS asks for more of them, FUZZ_SEED for others. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 3000)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_302)
/** A world is spoiled in time: people are switched off, the team is deleted. Then a new one takes over. */
const PER_WORLD = 1500

describe(`${REQUESTS} bad requests to every route of every wire`, () => {
  test(
    'are refused in the words of the wire with one line in the log, change nothing, and never meet a bug',
    { timeout: 120_000 + REQUESTS * 20 },
    async () => {
      const statuses = new Map<number, number>()
      for (let sent = 0; sent < REQUESTS; sent += PER_WORLD) {
        const seed = SEED + sent
        const { problems, answers } = await oneWorld(spoilings(Math.min(PER_WORLD, REQUESTS - sent), seed))
        for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect(problems.slice(0, 5), `with FUZZ_SEED=${seed}`).toEqual([])
      }
      if (process.env['FUZZ_REQUESTS'])
        console.log(`answers by status: ${[...statuses].sort((a, b) => a[0] - b[0]).join(' · ')}`)
      // Bad input that is only ever turned away at the door would prove nothing.
      expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(REQUESTS / 20)
      expect(statuses.get(422) ?? 0).toBeGreaterThan(REQUESTS / 15)
    },
  )
})

async function oneWorld(all: Spoiling[]): Promise<{ problems: string[]; answers: number[] }> {
  const world = await openWorld()
  try {
    const lines = world.server.log
    // The sender runs the installation too, so that those routes are reached.
    const { user } = world.personOf('owner')
    const { kysely } = world.server.house.db
    await kysely.updateTable('user').set({ is_admin: 1 }).where('id', '=', user.id).execute()
    const bystanders = await rowsOf(world, 'foreign')
    const sender = await createSender(world)
    const problems: string[] = []
    const answers: number[] = []
    for (const each of all) {
      await sender.renew()
      const countBefore = await rowCount(world)
      lines.length = 0
      const { request, status, body, headers, wire } = await sender.send(each)
      answers.push(status)
      const wrong = [
        ...answerProblems({ wire, status, body, headers, method: request.method }),
        ...logProblems(status, lines),
        ...countProblems(status, countBefore, await rowCount(world)),
      ]
      if (wrong.length > 0)
        problems.push(
          `${wrong.join('; ')}: ${JSON.stringify(request).slice(0, 1500)} → ${status} ${body.slice(0, 300)} ${trouble(lines)}`,
        )
      if (problems.length >= 5) break
    }
    if ((await rowsOf(world, 'foreign')) !== bystanders)
      problems.push('rows of another workspace have changed')
    const damage = await findDamage(world.server.system())
    if (damage.length > 0) problems.push(`the database is damaged: ${JSON.stringify(damage)}`)
    return { problems, answers }
  } finally {
    await world.close()
  }
}

function trouble(lines: LogLine[]): string {
  return lines.find(({ msg }) => msg === 'bug')?.['err'].stack ?? ''
}

type Answered = {
  wire: string
  status: number
  body: string
  headers: Record<string, unknown>
  method: string
}

function answerProblems({ wire, status, body, headers, method }: Answered): string[] {
  const problems: string[] = []
  if (status >= 500) problems.push('a bug')
  if (/node_modules|\.[jt]s:\d+:\d+|SqliteError|SQLITE_|syntax error at|invalid input syntax/.test(body))
    problems.push('an inside view')
  if (headers['cache-control'] === undefined) problems.push('not the headers of the wire')
  if (status >= 400 && method !== 'HEAD' && !isPainted(wire, body)) problems.push('not painted by the wire')
  return problems
}

function isPainted(wire: string, body: string): boolean {
  const kit = KITS.get(wire)
  if (kit) return kit.isPainted(body)
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return false
  }
  if (typeof parsed !== 'object' || parsed === null) return false
  if (!('error' in parsed) || typeof parsed.error !== 'object' || parsed.error === null) return false
  return 'code' in parsed.error && 'reason' in parsed.error && 'message' in parsed.error
}

/** One line for a refusal. What was done may have a line of its own, but none that says it was refused. */
function logProblems(status: number, lines: LogLine[]): string[] {
  const isRight =
    status >= 400 ? lines.length === 1 : lines.every(({ msg }) => msg !== 'refused' && msg !== 'bug')
  return isRight ? [] : [`${lines.length} lines in the log: ${JSON.stringify(lines)}`]
}

const KEPT = ['entry', 'project', 'task', 'tag', 'client', 'member', 'workspace', 'user', 'event'] as const

/** How many rows there are. Rows of these tables are never removed by a request: deleting marks them. */
async function rowCount({ server }: World): Promise<number[]> {
  const counts = KEPT.map((table) => sql`(select count(*) from ${sql.table(table)}) as ${sql.ref(table)}`)
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(
    server.house.db.kysely,
  )
  return KEPT.map((table) => rows[0]?.[table] ?? 0)
}

function countProblems(status: number, before: number[], after: number[]): string[] {
  const problems: string[] = []
  if (after.some((count, index) => count < (before[index] ?? 0))) problems.push('rows are lost')
  if (status >= 400 && after.some((count, index) => count !== before[index]))
    problems.push('refused, and yet something was written')
  return problems
}

/** Every row of the team that nobody here belongs to. */
async function rowsOf(world: World, situation: 'foreign'): Promise<string> {
  const workspaceId = await world.things('owner', situation).workspace()
  const { kysely } = world.server.house.db
  const dump = []
  for (const table of ['entry', 'project', 'task', 'tag', 'client', 'member', 'event'] as const) {
    dump.push(
      await kysely
        .selectFrom(table)
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .orderBy('id')
        .execute(),
    )
  }
  return JSON.stringify(dump)
}

/** Checking a password takes long by design, so most of those calls are left out. */
const SLOW = new Set([
  'POST /users',
  'POST /session',
  'PUT /me/password',
  'POST /me/second-factor',
  'POST /me/second-factor/end',
  'PUT /password-resets/:secret',
  'POST /api/v1/auth/login',
])

type Sent = {
  request: { method: string; url: string; headers: Record<string, string>; body?: string }
  status: number
  body: string
  headers: Record<string, unknown>
  wire: string
}

type Sender = {
  /** Takes a new key, where the last request or one before has revoked the one in use. */
  renew(): Promise<void>
  send(spoiling: Spoiling): Promise<Sent>
}

async function createSender(world: World): Promise<Sender> {
  const { app, house } = world.server
  // What is declined is answered before anything of it is read.
  const served = house.routes.filter((route) => !route.isDeclined)
  const known = served.map((route) => ({ route, sample: {} as Sample }))
  for (const each of known) each.sample = await sampleOf(world, each.route)
  const slow = known.filter(({ route }) => SLOW.has(nameOf(route)))
  const quick = known.filter(({ route }) => !SLOW.has(nameOf(route)))
  const secrets = new Map<string, string>()
  const secretFor = (wire: string) => secrets.get(wire) ?? world.secretOf('owner', WIRES[wire]?.keysFor) ?? ''
  let revokedOn: string | undefined

  return {
    async renew() {
      if (revokedOn !== undefined) secrets.set(revokedOn, await newKey(world, WIRES[revokedOn]?.keysFor))
      revokedOn = undefined
    },
    async send({ route: chosen, address, steps }) {
      const { route, sample } =
        chosen % 50 === 0 ? slow[chosen % slow.length]! : quick[chosen % quick.length]!
      const wire = WIRES[route.wire]!
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        ...wire.credentials(secretFor(route.wire)),
      }
      const request = requestFor(route, sample, steps.length > 0 ? steps : TOO_LONG)
      const response = await app.inject({
        method: request.method as 'GET',
        url: request.url,
        headers: { ...headers, ...request.headers },
        remoteAddress: `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
        ...(request.body === undefined ? {} : { payload: request.body }),
        payloadAsStream: true,
      })
      const isStream = String(response.headers['content-type']).startsWith('text/event-stream')
      const body = isStream ? '' : await textOf(response.stream())
      // The browser goes away.
      if (isStream) response.raw.res.emit('close')
      const shown = {
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: String(request.body ?? '').slice(0, 600),
      }
      if (response.statusCode === 401 && !('authorization' in request.headers)) revokedOn = route.wire
      return {
        request: shown,
        status: response.statusCode,
        body,
        headers: response.headers,
        wire: route.wire,
      }
    },
  }
}

const TOO_LONG: Step[] = [{ at: 'raw-body', body: { kind: 'big', megabytes: 3 } }]

function nameOf({ wire, method, url }: RouteEntry): string {
  return `${method} ${url.slice(WIRES[wire]?.prefix.length)}`
}

async function sampleOf(world: World, route: RouteEntry): Promise<Sample> {
  const make = WIRES[route.wire]?.samples[nameOf(route)]
  if (!make) throw new Error(`There is no sample for ${nameOf(route)}`)
  const the = world.things('owner', 'own')
  return make({ the, caller: 'owner', variant: undefined, other: the })
}

/** The key that was in use may have been the one to be revoked. */
async function newKey(world: World, reach: KeyReach = 'everything'): Promise<string> {
  const key = {
    name: 'next',
    kind: reach === 'team' ? ('timetracker' as const) : ('timing' as const),
    scopes: ['*'],
    workspaceId: reach === 'team' ? await world.things('owner', 'own').workspace() : null,
    expiresAt: null,
    allowedIps: [],
  }
  return (await createToken(world.personOf('owner').ctx(), key)).secret
}

type Request = {
  method: string
  url: string
  headers: Record<string, string>
  body: string | Buffer | undefined
}

function requestFor(route: RouteEntry, sample: Sample, steps: Step[]): Request {
  let { params, query, body } = sample as { params: unknown; query: unknown; body: unknown }
  const request: Request = { method: route.method, url: '', headers: {}, body: undefined }
  let rawPath: string | undefined
  const rawQuery: string[] = []
  let rawBody: RawBody | undefined
  for (const step of steps) {
    if (step.at === 'params') params = spoiled(params ?? {}, step)
    if (step.at === 'query') query = spoiled(query ?? { q: 'x' }, step)
    if (step.at === 'body') body = spoiled(body ?? {}, step)
    if (step.at === 'raw-path') rawPath = step.text
    if (step.at === 'raw-query') rawQuery.push(step.text)
    if (step.at === 'raw-body') rawBody = step.body
    if (step.at === 'header') request.headers[step.name] = step.value
    if (step.at === 'method') request.method = step.value
  }
  const values = isRecord(params) ? params : {}
  const path = route.url.replace(
    /:(\w+)/g,
    (_, name: string) => rawPath ?? (encoded(asText(values[name] ?? params)) || '%20'),
  )
  const text = [...pairsOf(query), ...rawQuery].join('&')
  request.url = text ? `${path}?${text}` : path
  const json = body === undefined ? undefined : JSON.stringify(body)
  request.body = rawBody ? bytesOf(rawBody, json ?? '{}') : json
  if (request.method === 'GET' || request.method === 'HEAD') request.body = undefined
  return request
}

function pairsOf(query: unknown): string[] {
  if (!isRecord(query)) return query === undefined ? [] : [encoded(asText(query))]
  return Object.entries(query).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.map((each) => `${encoded(name)}[]=${encoded(asText(each))}`)
    if (isRecord(value))
      return Object.entries(value).map(
        ([key, each]) => `${encoded(name)}[${encoded(key)}]=${encoded(asText(each))}`,
      )
    return [`${encoded(name)}=${encoded(asText(value))}`]
  })
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function bytesOf(raw: RawBody, json: string): string | Buffer {
  if (raw.kind === 'text') return raw.text
  if (raw.kind === 'bytes') return Buffer.from(raw.bytes)
  if (raw.kind === 'big') return `{"title":"${'x'.repeat(raw.megabytes * 1024 * 1024)}"}`
  if (raw.kind === 'mutated') return mutated(Buffer.from(json), raw.changes)
  if (raw.kind === 'cut') return json.slice(0, Math.floor(json.length * raw.keep))
  const inside = '['.repeat(raw.levels) + (raw.close ? ']'.repeat(raw.levels) : '')
  // Among what makes sense, so that the rest of the request is read.
  return json.startsWith('{') && json.length > 2 ? `${json.slice(0, -1)},"deep":${inside}}` : inside
}

/** Bytes put in place of others, between them, or for none: broken UTF-8, broken JSON, and now and then neither. */
function mutated(bytes: Buffer, changes: Extract<RawBody, { kind: 'mutated' }>['changes']): Buffer {
  return changes.reduce((before, { at, cut, put }) => {
    const place = Math.floor(at * before.length)
    return Buffer.concat([before.subarray(0, place), Buffer.from(put), before.subarray(place + cut)])
  }, bytes)
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
