import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KITS } from '../testing/dialects.ts'
import { deliverAll, openReceiver, type Receiver } from '../testing/receiver.ts'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { type Accent, good, statuses } from '../testing/story.ts'

let server: TestServer
let receiver: Receiver

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  receiver = await openReceiver()
})
afterAll(async () => {
  await receiver.close()
  await server.close()
})

const NATIVE = '/sundial/api/v1'

const native: Accent = {
  wire: 'native',
  leaves: { notes: 'With minutes', billing_status: 'billable' },
  async signIn(server, { email, password }) {
    const body = { email, password }
    const answer = await call(server.app, { method: 'POST', url: `${NATIVE}/session`, body })
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    return { status: answer.status, headers: { cookie, origin: 'http://sundial.test' } }
  },
  knock: (server) => call(server.app, { method: 'GET', url: `${NATIVE}/entries` }),
  tell(server, headers) {
    const get = (path: string) => good(server, { method: 'GET', url: NATIVE + path, headers })
    const send = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
      good(server, { method, url: NATIVE + path, body, headers })
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
        statuses(server, headers, [
          ['GET', `${NATIVE}/entries/${entry}`],
          ['PATCH', `${NATIVE}/entries/${entry}`, { title: 'Mine' }],
          ['DELETE', `${NATIVE}/entries/${entry}`],
        ]),
      idOf: Number,
    }
  },
}

const ACCENTS: readonly Accent[] = [native, ...[...KITS.values()].flatMap(({ accent }) => accent ?? [])]

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

async function tell({ signIn, tell: toldIn, gone = [404, 404, 404] }: Accent): Promise<Person> {
  server.clock.set('2026-03-02T09:00:00Z')
  const person = await server.person()
  const { status, headers } = await signIn(server, person)
  expect(status).toBeLessThan(300)
  const say = toldIn(server, headers)
  await good(server, {
    method: 'POST',
    url: `${NATIVE}/workspaces/${person.workspaceId}/webhooks`,
    headers: { authorization: `Bearer ${person.token}` },
    body: { name: 'Everything', url: receiver.url, events: ['*'] },
  })
  receiver.heard = []
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
  expect(await say.tryAll(mistake)).toEqual(gone)

  await deliverAll(server)
  expect(heardOf(say.idOf(meeting))).toEqual(['entry.started', 'entry.updated', 'entry.stopped'])
  expect(heardOf(say.idOf(mistake))).toEqual(['entry.started', 'entry.stopped', 'entry.deleted'])

  const stranger = await server.person()
  const { headers: strange } = await signIn(server, stranger)
  expect(await toldIn(server, strange).tryAll(meeting)).toEqual(gone)
  expect(await toldIn(server, strange).titles()).toEqual([])
  expect(await toldIn(server, strange).total()).toBe(0)
  return person
}

/** What the receiver was told of an entry, in the order in which it was told. */
function heardOf(entryId: number): string[] {
  return receiver.heard
    .map(({ body }) => JSON.parse(body))
    .filter(({ data }) => data.subject_kind === 'entry' && data.subject_id === entryId)
    .map(({ type }) => type)
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
          notes: accent.leaves.notes,
          started_at: '2026-03-02T09:00:00Z',
          ended_at: '2026-03-02T09:30:00Z',
          duration_seconds: 1800,
          billing_status: accent.leaves.billing_status,
          source: 'timer',
          tags: [],
          custom_fields: {},
        },
      ],
    })
  })

  test.each(ACCENTS)('is refused by $wire to somebody who does not sign in', async ({ knock, signIn }) => {
    expect([401, 403]).toContain((await knock(server)).status)
    const nobody = { ...(await server.person()), password: 'wrong', token: 'tm_wrong' }
    expect([401, 403]).toContain((await signIn(server, nobody)).status)
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
    const here = one.tell(server, (await one.signIn(server, person)).headers)
    const there = other.tell(server, (await other.signIn(server, person)).headers)

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
