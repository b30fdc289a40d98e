import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { createTeam } from '../../core/workspaces.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

/** One example of the documents: what is sent, and what is answered. */
type Golden = {
  source: string
  example: string
  request: {
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
    path: string
    headers: Record<string, string>
    body?: unknown
  }
  /** What the answer calls the thing that the request made; the documents give one number to several things. */
  creates?: string
  answer: { status: number; headers: Record<string, string>; body?: unknown }
}

const FOLDER = new URL('golden/', import.meta.url)
const GOLDEN = readdirSync(FOLDER)
  .sort()
  .map((file): [string, Golden] => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))])

/** The documents name their host in two ways. */
const ROOTS = ['https://web.timingapp.com/api/v1', 'http://timing-web.test/api/v1']
const OUR_ROOTS = ['http://sundial.test/timing/api/v1', 'http://localhost:80/timing/api/v1']

let server: TestServer
let johnny: Person
/** An account has its address for itself, so each Johnny has a number in it. */
let johnnies = 0
/** What the documents call each thing, and what it is called here. */
let names: Map<string, string>

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

/** The state that the examples show, made anew for each of them, since they cannot share one. */
beforeEach(async () => {
  server.clock.set('2019-01-01T00:00:00Z')
  johnny = await server.person({ name: 'Johnny Appleseed', email: `johnny+${++johnnies}@appleseed.net` })
  const team = await createTeam(johnny.ctx(), { name: 'Demo Team', timeZone: 'UTC' })
  const root = await createProject(johnny.ctx(), johnny.workspaceId, {
    title: 'Project at root level',
    color: '#FF0000',
    productivity_score: 1,
    default_billing_status: 'billable',
  })
  const child = await createProject(johnny.ctx(), johnny.workspaceId, {
    title: 'Unproductive child project',
    parent_id: root.id,
    color: '#00FF00',
    productivity_score: -1,
    default_billing_status: 'not_billable',
  })
  names = new Map([
    ['/users/1', `/users/${johnny.user.id}`],
    ['/teams/1', `/teams/${team.workspace_id}`],
    ['/projects/1', `/projects/${root.id}`],
    ['/projects/2', `/projects/${child.id}`],
  ])
})

describe('the examples of the Timing Web API, https://web.timingapp.com/docs/', () => {
  test('are all here', () => {
    expect(GOLDEN).toHaveLength(19)
  })

  test.each(GOLDEN)('%s is answered as documented', async (file, golden) => {
    await addEntries(file)
    const answer = await send(golden.request)
    if (golden.creates) names.set(golden.creates, answer.body.data.self)
    expect(answer.status).toBe(golden.answer.status)
    expect(inTheirWords(headersOf(answer, golden))).toBe(withoutHosts(golden.answer.headers))
    // As text, so that the order of the keys counts.
    expect(inTheirWords(answer.body)).toBe(withoutHosts(golden.answer.body ?? ''))
  })

  test.each(['entry-list.json', 'report.json'])(
    'take lists with numbered brackets as well, as the JavaScript, PHP and Python samples send them: %s',
    async (name) => {
      const [, golden] = GOLDEN.find(([file]) => file === name)!
      await addEntries(name)
      const answer = await send({ ...golden.request, path: golden.request.path.replaceAll('[]', '[0]') })
      expect(inTheirWords(answer.body)).toBe(withoutHosts(golden.answer.body))
    },
  )

  test('take the reference with backslashes that the Python sample sends', async () => {
    const [, golden] = GOLDEN.find(([file]) => file === 'project-create.json')!
    const parent = names.get('/projects/1')?.replaceAll('/', String.raw`\/`)
    const answer = await send({ ...golden.request, body: { ...(golden.request.body as object), parent } })
    names.set('/projects/2', answer.body.data.self)
    expect(inTheirWords(answer.body)).toBe(withoutHosts(golden.answer.body))
  })
})

/** The entry of the examples; running where the timer is stopped, and with two more where three are changed at once. */
async function addEntries(file: string): Promise<void> {
  const said = {
    project_id: idNamed('/projects/1'),
    title: 'Client Meeting',
    notes: 'Some more detailed notes',
    billing_status: 'billable',
  } as const
  if (file === 'timer-stop.json') {
    const { started } = await startTimer(johnny.ctx(), said)
    names.set('/time-entries/1', `/time-entries/${started.id}`)
    return server.clock.set('2019-01-01T01:00:00Z')
  }
  for (const number of file === 'entry-batch-update.json' ? [1, 2, 3] : [1]) {
    const start = Date.UTC(2019, 0, 1, 2 * (number - 1))
    const entry = await createEntry(johnny.ctx(), { ...said, started_at: start, ended_at: start + 3600_000 })
    names.set(`/time-entries/${number}`, `/time-entries/${entry.id}`)
  }
}

function idNamed(name: string): number {
  return Number(names.get(name)?.split('/').at(-1))
}

/** Sends a request of the documents with our names in it, headers and all. */
async function send({ method, path, headers, body }: Golden['request']) {
  const payload = typeof body === 'object' ? JSON.stringify(bound(body)) : undefined
  const answer = await server.app.inject({
    method,
    url: `/timing/api/v1${ours(path)}`,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        value.replace('{{token}}', johnny.token),
      ]),
    ),
    ...(payload === undefined ? {} : { payload }),
  })
  const isJson = answer.headers['content-type'] === 'application/json'
  return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.body }
}

/** A body with our names; the ids of a batch are bare numbers. */
function bound(body: unknown): unknown {
  return JSON.parse(ours(JSON.stringify(body)), (key, value: unknown) =>
    key === 'time_entries' && Array.isArray(value)
      ? value.map((id) => idNamed(`/time-entries/${id}`))
      : value,
  )
}

function ours(text: string): string {
  return text
    .replace(/\/[a-z-]+\/\d+/g, (name) => names.get(name) ?? name)
    .replace(/%2F[a-z-]+%2F\d+/g, (name) => encodeURIComponent(names.get(decodeURIComponent(name)) ?? name))
}

/** The headers that the example shows; of those, an empty answer has none. */
function headersOf(answer: { headers: Record<string, unknown> }, golden: Golden) {
  const shown = Object.keys(golden.answer.headers)
  return Object.fromEntries(
    (shown.length > 0 ? shown : ['content-type']).map((name) => [name, answer.headers[name]]),
  )
}

/** An answer of ours as text, with what it names called as in the documents. */
function inTheirWords(answer: unknown): string {
  const theirs = new Map([...names].map(([documented, name]) => [name, documented]))
  const word = (name: string) => theirs.get(name) ?? `a stranger to the example: ${name}`
  return withoutHosts(answer)
    .replaceAll(johnny.email, 'johnny@appleseed.net')
    .replace(/\/[a-z-]+\/\d+/g, word)
    .replace(/%2F[a-z-]+%2F\d+/g, (name) => encodeURIComponent(word(decodeURIComponent(name))))
}

function withoutHosts(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
  return [...ROOTS, ...OUR_ROOTS].reduce((written, root) => written.replaceAll(root, '{root}'), text)
}
