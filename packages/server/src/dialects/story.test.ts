import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

/**
 * One working day, told in every wire's accent. A wire is one `Accent`: how its clients say each of these things. What
 * is left at the end is read through our own API and has to be the same, whoever told it.
 */
type Accent = {
  wire: string
  /** Signs in; the answer is the status, and the headers to send from now on. */
  signIn: (person: Person) => Promise<{ status: number; headers: Headers }>
  /** Asks for anything at all without saying who asks. */
  knock: () => Promise<Answer>
  tell: (headers: Headers) => Teller
}

type Headers = Record<string, string>

/** What can be said. Things are named as the wire names them, which nobody else needs to understand. */
type Teller = {
  addProject(title: string): Promise<string>
  start(title: string, project: string): Promise<string>
  /** The title of the running timer; null where none runs. */
  running(): Promise<string | null>
  edit(entry: string, words: { title: string; notes: string }): Promise<void>
  stop(): Promise<void>
  /** Titles of the entries of these days, newest first. */
  titles(): Promise<string[]>
  /** What these days come to in a report, in seconds. */
  total(): Promise<number>
  remove(entry: string): Promise<void>
  /** The statuses with which reading, writing and deleting an entry are answered. */
  tryAll(entry: string): Promise<number[]>
  /** The number by which every wire knows an entry. */
  idOf(entry: string): number
}

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

/** A request that has to go well. */
async function good(sent: Parameters<typeof call>[1]): Promise<Answer> {
  const answer = await call(server.app, sent)
  expect([sent.method, sent.url, answer.status < 400 ? 'well' : answer.body]).toEqual([
    sent.method,
    sent.url,
    'well',
  ])
  return answer
}

const NATIVE = '/sundial/api/v1'

const native: Accent = {
  wire: 'native',
  async signIn({ email, password }) {
    const body = { email, password }
    const answer = await call(server.app, { method: 'POST', url: `${NATIVE}/session`, body })
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    return { status: answer.status, headers: { cookie, origin: 'http://sundial.test' } }
  },
  knock: () => call(server.app, { method: 'GET', url: `${NATIVE}/entries` }),
  tell(headers) {
    const get = (path: string) => good({ method: 'GET', url: NATIVE + path, headers })
    const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
      good({ method, url: NATIVE + path, body, headers })
    return {
      async addProject(title) {
        const { body: me } = await get('/me')
        const { body } = await send('POST', '/projects', { title, workspace_id: me.default_workspace_id })
        return String(body.id)
      },
      async start(title, project) {
        const { body } = await send('POST', '/timer/start', { title, project_id: Number(project) })
        return String(body.entry.id)
      },
      running: async () => (await get('/timer')).body.entry?.title ?? null,
      edit: async (entry, words) => void (await send('PATCH', `/entries/${entry}`, words)),
      stop: async () => void (await send('POST', '/timer/stop', {})),
      titles: async () => (await get('/entries')).body.data.map((entry: { title: string }) => entry.title),
      total: async () => (await get('/reports')).body.total.seconds,
      remove: async (entry) => void (await send('DELETE', `/entries/${entry}`)),
      tryAll: (entry) =>
        statuses(headers, [
          ['GET', `${NATIVE}/entries/${entry}`],
          ['PATCH', `${NATIVE}/entries/${entry}`, { title: 'Mine' }],
          ['DELETE', `${NATIVE}/entries/${entry}`],
        ]),
      idOf: Number,
    }
  },
}

const TIMING = '/timing/api/v1'

const timing: Accent = {
  wire: 'timing',
  async signIn({ token }) {
    // Timing has no sign-in: a key is good or it is not.
    const headers = { authorization: `Bearer ${token}` }
    return {
      status: (await call(server.app, { method: 'GET', url: `${TIMING}/teams`, headers })).status,
      headers,
    }
  },
  knock: () => call(server.app, { method: 'GET', url: `${TIMING}/time-entries` }),
  tell(headers) {
    const get = (path: string) => good({ method: 'GET', url: TIMING + path, headers })
    const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
      good({ method, url: TIMING + path, body, headers })
    return {
      addProject: async (title) => (await send('POST', '/projects', { title })).body.data.self,
      start: async (title, project) =>
        (await send('POST', '/time-entries/start', { title, project })).body.data.self,
      async running() {
        const { headers: answer } = await call(server.app, {
          method: 'GET',
          url: `${TIMING}/time-entries/running`,
          headers,
        })
        const path = answer['location'] && new URL(answer['location']).pathname.slice(TIMING.length)
        return path ? (await get(path)).body.data.title : null
      },
      edit: async (entry, words) => void (await send('PUT', entry, words)),
      stop: async () => void (await send('PUT', '/time-entries/stop')),
      titles: async () =>
        (await get('/time-entries')).body.data.map((entry: { title: string }) => entry.title),
      total: async () => (await get('/report?columns[]=user')).body.data[0]?.duration ?? 0,
      remove: async (entry) => void (await send('DELETE', entry)),
      tryAll: (entry) =>
        statuses(headers, [
          ['GET', TIMING + entry],
          ['PUT', TIMING + entry, { title: 'Mine' }],
          ['DELETE', TIMING + entry],
        ]),
      idOf: (entry) => Number(entry.split('/').at(-1)),
    }
  },
}

const ACCENTS = [native, timing]

async function statuses(
  headers: Headers,
  requests: ['GET' | 'PUT' | 'PATCH' | 'DELETE', string, unknown?][],
): Promise<number[]> {
  const answers = []
  for (const [method, url, body] of requests)
    answers.push((await call(server.app, { method, url, body, headers })).status)
  return answers
}

type NativeEntry = Record<
  | 'workspace_id'
  | 'project_id'
  | 'title'
  | 'notes'
  | 'started_at'
  | 'ended_at'
  | 'duration_seconds'
  | 'billing_status'
  | 'source'
  | 'tags'
  | 'custom_fields',
  unknown
>

/** Somebody's day as our own API has it, without what differs from person to person. */
async function wholeStory(person: Person) {
  const get = (path: string) => person.call('GET', NATIVE + path)
  const { body: projects } = await get('/projects')
  const { body: entries } = await get('/entries')
  const titleOf = new Map(
    projects.data.map((project: { id: number; title: string }) => [project.id, project.title]),
  )
  return {
    projects: projects.data.map((project: { title_chain: string[] }) => project.title_chain),
    timer: (await get('/timer')).body.entry,
    entries: entries.data.map((entry: NativeEntry) => ({
      project: titleOf.get(entry.project_id),
      home: entry.workspace_id === person.workspaceId,
      title: entry.title,
      notes: entry.notes,
      started_at: entry.started_at,
      ended_at: entry.ended_at,
      duration_seconds: entry.duration_seconds,
      billing_status: entry.billing_status,
      source: entry.source,
      tags: entry.tags,
      custom_fields: entry.custom_fields,
    })),
  }
}

async function tell({ signIn, tell: toldIn }: Accent): Promise<Person> {
  server.clock.set('2026-03-02T09:00:00Z')
  const person = await server.person()
  const { status, headers } = await signIn(person)
  expect(status).toBeLessThan(300)
  const say = toldIn(headers)
  const project = await say.addProject('Acme')

  const meeting = await say.start('Meeting', project)
  expect(await say.running()).toBe('Meeting')
  server.clock.advance(600)
  await say.edit(meeting, { title: 'Client meeting', notes: 'With minutes' })
  server.clock.advance(1200)

  const mistake = await say.start('Mistake', project)
  expect(await say.running()).toBe('Mistake')
  server.clock.advance(60)
  await say.stop()
  expect(await say.running()).toBeNull()
  expect(await say.titles()).toEqual(['Mistake', 'Client meeting'])
  expect(await say.total()).toBe(1860)

  await say.remove(mistake)
  expect(await say.titles()).toEqual(['Client meeting'])
  expect(await say.total()).toBe(1800)
  expect(await say.tryAll(mistake)).toEqual([404, 404, 404])

  const stranger = await server.person()
  const { headers: strange } = await signIn(stranger)
  expect(await toldIn(strange).tryAll(meeting)).toEqual([404, 404, 404])
  expect(await toldIn(strange).titles()).toEqual([])
  expect(await toldIn(strange).total()).toBe(0)
  return person
}

describe('the same day', () => {
  test.each(ACCENTS)('through $wire leaves the same behind', async (accent) => {
    const person = await tell(accent)
    expect(await wholeStory(person)).toEqual({
      projects: [['Acme']],
      timer: null,
      entries: [
        {
          project: 'Acme',
          home: true,
          title: 'Client meeting',
          notes: 'With minutes',
          started_at: '2026-03-02T09:00:00Z',
          ended_at: '2026-03-02T09:30:00Z',
          duration_seconds: 1800,
          billing_status: 'billable',
          source: 'timer',
          tags: [],
          custom_fields: {},
        },
      ],
    })
  })

  test.each(ACCENTS)('is refused by $wire to somebody who does not sign in', async ({ knock, signIn }) => {
    expect((await knock()).status).toBe(401)
    const nobody = { ...(await server.person()), password: 'wrong', token: 'tm_wrong' }
    expect((await signIn(nobody)).status).toBe(401)
  })
})

const PAIRS = ACCENTS.flatMap((one) =>
  ACCENTS.filter((other) => other !== one).map((other) => ({ one, other })),
)

test.each(PAIRS)(
  'a timer that $one.wire starts is seen, edited and stopped by $other.wire',
  async ({ one, other }) => {
    server.clock.set('2026-03-02T09:00:00Z')
    const person = await server.person()
    const here = one.tell((await one.signIn(person)).headers)
    const there = other.tell((await other.signIn(person)).headers)

    const started = await here.start('Write', await here.addProject('Acme'))
    expect(await there.running()).toBe('Write')
    expect(await there.titles()).toEqual(['Write'])

    // Starting there ends what was started here, and there is one timer still.
    server.clock.advance(300)
    const project = await there.addProject('Beta')
    const second = await there.start('Read', project)
    expect(there.idOf(second)).not.toBe(here.idOf(started))
    expect(await here.running()).toBe('Read')

    server.clock.advance(300)
    await here.stop()
    expect(await there.running()).toBeNull()
    expect(await here.titles()).toEqual(await there.titles())
    expect([await here.total(), await there.total()]).toEqual([600, 600])
    const { entries } = await wholeStory(person)
    expect(entries.map((entry: { duration_seconds: number }) => entry.duration_seconds)).toEqual([300, 300])
  },
)
