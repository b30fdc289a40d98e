import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDamage } from '../core/check/check.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

// What Fastify's own test calls leave out: bytes on a socket, with lengths that are not true and ends that come early.

const API = '/sundial/api/v1'
/** RAW_REQUESTS asks for more. */
const RUNS = Number(process.env['RAW_REQUESTS'] ?? 200)
const AT_ONCE = 16
/** So long a sender waits for more of an answer; who has sent half a request gets none. */
const PATIENCE_MS = 250
const LONGEST_MS = 10_000

let server: TestServer
let ann: Person
let port: number

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  port = Number(new URL(await server.app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(() => server.close())

type Spoilt = {
  request: 'list' | 'create' | 'chunked' | 'form' | 'two'
  /** What stands as the length of the body; the true one where it is undefined. */
  length: string | undefined
  /** Where bytes are cut out and put in, as a share of the whole. */
  changes: readonly { at: number; cut: number; put: Uint8Array }[]
  /** How much of it is sent at all, as a share of the whole. */
  sent: number
  /** In how many pieces. */
  pieces: number
  /** When the sender leaves: after an answer, or a while without one, or at once. */
  leaves: 'later' | 'at once'
}

const LENGTHS = [
  '0',
  '1',
  '-1',
  '+5',
  '0x10',
  '1e3',
  '5, 5',
  '5\r\ncontent-length: 7',
  '9'.repeat(20),
  '',
  ' ',
  'five',
]

const spoilt: fc.Arbitrary<Spoilt> = fc.record({
  request: fc.constantFrom('list', 'create', 'chunked', 'form', 'two'),
  length: fc.option(fc.constantFrom(...LENGTHS), { freq: 1, nil: undefined }),
  changes: fc.oneof(
    fc.constant([]),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(6),
        put: fc.uint8Array({ maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  sent: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
  pieces: fc.integer({ min: 1, max: 4 }),
  leaves: fc.constantFrom('later', 'later', 'later', 'at once'),
})

function bytesOf({ request, length, changes, sent }: Spoilt): Buffer {
  const whole = Buffer.from(textOf(request, length))
  let bytes = whole
  for (const { at, cut, put } of changes) {
    const place = Math.floor(at * bytes.length)
    bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)])
  }
  return bytes.subarray(0, Math.ceil(sent * bytes.length))
}

function textOf(request: Spoilt['request'], length: string | undefined): string {
  const head = (method: string, path: string, ...headers: string[]) =>
    [
      `${method} ${path} HTTP/1.1`,
      'host: localhost',
      `authorization: Bearer ${ann.token}`,
      ...headers,
      '',
      '',
    ].join('\r\n')
  const entry = JSON.stringify({
    started_at: '2026-03-02T09:00:00Z',
    ended_at: '2026-03-02T09:30:00Z',
    title: 'Raw',
  })
  const json = 'content-type: application/json'
  const create = head('POST', `${API}/entries`, json, `content-length: ${length ?? entry.length}`) + entry
  const list = head(
    'GET',
    `${API}/entries?limit=2`,
    ...(length === undefined ? [] : [`content-length: ${length}`]),
  )
  switch (request) {
    case 'list':
      return list
    case 'create':
      return create
    case 'chunked': {
      const half = Math.floor(entry.length / 2)
      const chunks = [entry.slice(0, half), entry.slice(half), ''].map(
        (chunk) => `${length ?? chunk.length.toString(16)}\r\n${chunk}\r\n`,
      )
      return head('POST', `${API}/entries`, json, 'transfer-encoding: chunked') + chunks.join('')
    }
    case 'form': {
      const form = 'start_date=2026-03-02T09%3A00%3A00Z&end_date=2026-03-02T09%3A30%3A00Z&title=Raw'
      const type = 'content-type: application/x-www-form-urlencoded'
      return (
        head('POST', '/timing/api/v1/time-entries', type, `content-length: ${length ?? form.length}`) + form
      )
    }
    case 'two':
      return create + list
  }
}

/** Sends the bytes over a connection of its own and gives what comes back until it closes. */
function answerTo(request: Spoilt): Promise<string> {
  const bytes = bytesOf(request)
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const tooLong = setTimeout(() => {
      socket.destroy()
      reject(new Error(`No end after ${LONGEST_MS} ms, only ${JSON.stringify(answer)}`))
    }, LONGEST_MS)
    socket.setEncoding('latin1')
    socket.setTimeout(PATIENCE_MS, () => socket.end())
    socket.on('data', (text: string) => (answer += text))
    // Whoever is refused may still be writing.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(tooLong)
      resolve(answer)
    })
    send(socket, bytes, request).catch(reject)
  })
}

async function send(
  socket: ReturnType<typeof connect>,
  bytes: Buffer,
  { pieces, leaves }: Spoilt,
): Promise<void> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  for (let start = 0; start < bytes.length; start += size) {
    socket.write(bytes.subarray(start, start + size))
    if (pieces > 1) await new Promise((resolve) => setImmediate(resolve))
  }
  if (leaves === 'at once') socket.destroy()
}

async function entryCount(): Promise<number> {
  const { count } = await server.house.db.kysely
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

test(
  `${RUNS} requests that are no good as bytes are answered in HTTP or not at all, and write nothing that was not told`,
  { timeout: 60_000 + RUNS * 50 },
  async () => {
    const requests = fc.sample(spoilt, { numRuns: RUNS, seed: 20_260_302 })
    const statuses = new Map<string, number>()
    let unanswered = 0
    for (let start = 0; start < requests.length; start += AT_ONCE) {
      const some = requests.slice(start, start + AT_ONCE)
      const answers = await Promise.all(some.map(answerTo))
      for (const answer of answers) {
        if (answer === '') unanswered += 1
        else expect(answer).toMatch(/^HTTP\/1\.1 [1-4]\d\d /)
        for (const [, status = ''] of answer.matchAll(/HTTP\/1\.1 (\d{3}) /g))
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    expect([...statuses.keys()].filter((status) => status.startsWith('5'))).toEqual([])
    expect(server.log.filter(({ level }) => level >= 50)).toEqual([])
    // All kinds of ends were met.
    expect(statuses.get('200') ?? 0).toBeGreaterThan(RUNS / 40)
    expect(statuses.get('201') ?? 0).toBeGreaterThan(RUNS / 20)
    expect(statuses.get('400') ?? 0).toBeGreaterThan(RUNS / 20)
    const written = await entryCount()
    const told = statuses.get('201') ?? 0
    expect(written).toBeGreaterThanOrEqual(told)
    expect(written).toBeLessThanOrEqual(told + unanswered)
    expect((await server.app.inject({ url: '/health/ready' })).statusCode).toBe(200)
    expect(await findDamage(server.system())).toEqual([])
  },
)
