import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEntry } from '../../core/entries/write.ts'
import { createProject } from '../../core/projects/write.ts'
import { startTimer } from '../../core/timer.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/timing/api/v1'
const NOTHING_RUNS = { status: 404, body: { message: 'No running timer found.' } }

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  ann = await server.person()
})

function start(body: unknown) {
  return ann.call('POST', `${API}/time-entries/start`, body)
}

async function shown(self: string) {
  return (await ann.call('GET', API + self)).body.data
}

describe('starting', () => {
  test('makes a running entry that ends now, each time it is read', async () => {
    const { status, body } = await start({ title: 'Write' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      data: {
        start_date: '2026-03-02T09:00:00.000000+00:00',
        end_date: '2026-03-02T09:00:00.000000+00:00',
        duration: 0,
        is_running: true,
        notes: null,
        project: null,
        billing_status: 'billable',
      },
      message: "Timer 'Write' started.",
    })
    server.clock.advance(14.6)
    expect(await shown(body.data.self)).toMatchObject({
      end_date: '2026-03-02T09:00:14.000000+00:00',
      duration: 14,
      is_running: true,
    })
    const { body: list } = await ann.call('GET', `${API}/time-entries`)
    expect(list.data[0]).toMatchObject({ duration: 14, is_running: true })
  })

  test('calls an untitled timer by its project', async () => {
    const { id } = await createProject(ann.ctx(), ann.workspaceId, { title: 'Acme' })
    const started = await start({ project: `/projects/${id}` })
    expect(started.body).toMatchObject({ data: { title: null }, message: "Timer 'Acme' started." })
    const stopped = await ann.call('PUT', `${API}/time-entries/stop`)
    expect(stopped.body.message).toBe("Timer 'Acme' stopped.")
  })

  test('needs a title or a project', async () => {
    for (const body of [{}, { title: '' }, { title: '  ', project: '' }, { notes: 'only notes' }]) {
      expect(await start(body)).toMatchObject({
        status: 422,
        body: { errors: { title: expect.anything(), project: expect.anything() } },
      })
    }
  })

  test('stops the timer that runs now, also where the new one began before', async () => {
    const { body: first } = await start({ title: 'First' })
    server.clock.advance(3600)
    const { body: second } = await start({ title: 'Second', start_date: '2026-03-02T09:30:00Z' })
    expect(second.data).toMatchObject({ start_date: '2026-03-02T09:30:00.000000+00:00', duration: 1800 })
    expect(await shown(first.data.self)).toMatchObject({
      end_date: '2026-03-02T10:00:00.000000+00:00',
      is_running: false,
    })
  })

  test('may have happened before, and with replace_existing ends there what ran', async () => {
    const { body: first } = await start({ title: 'First' })
    server.clock.advance(3600)
    const body = { title: 'Second', start_date: '2026-03-02T09:30:00Z', replace_existing: true }
    expect((await start(body)).status).toBe(201)
    expect(await shown(first.data.self)).toMatchObject({ duration: 1800, is_running: false })
  })

  test('with replace_existing deletes what lies within, and leaves the rest', async () => {
    const add = (title: string, from: string, to: string) =>
      createEntry(ann.ctx(), {
        title,
        started_at: Date.parse(`2026-03-02T${from}Z`),
        ended_at: Date.parse(`2026-03-02T${to}Z`),
      })
    await add('within', '08:00:00', '08:30:00')
    await add('before', '06:00:00', '07:00:00')
    await add('planned', '10:00:00', '11:00:00')
    await start({ title: 'Now', start_date: '2026-03-02T07:00:00Z', replace_existing: true })
    const { body } = await ann.call('GET', `${API}/time-entries`)
    expect(body.data.map((entry: { title: string }) => entry.title)).toEqual(['planned', 'Now', 'before'])
  })

  test('does not lie in the future, but for a clock that is a little ahead', async () => {
    const ahead = await start({ title: 'A', start_date: '2026-03-02T09:00:59Z' })
    expect(ahead.body.data.start_date).toBe('2026-03-02T09:00:00.000000+00:00')
    const future = await start({ title: 'B', start_date: '2026-03-02T09:02:00Z' })
    expect(future).toMatchObject({ status: 422, body: { errors: { start_date: expect.anything() } } })
    expect((await shown(ahead.body.data.self)).is_running).toBe(true)
  })
})

describe('stopping', () => {
  test('ends the timer now, and keeps one that ran no second', async () => {
    const { body } = await start({ title: 'Write' })
    const stopped = await ann.call('PUT', `${API}/time-entries/stop`, {})
    expect(stopped).toMatchObject({
      status: 200,
      body: {
        data: { self: body.data.self, duration: 0, is_running: false },
        message: "Timer 'Write' stopped.",
      },
    })
    expect(await ann.call('PUT', `${API}/time-entries/stop`)).toMatchObject(NOTHING_RUNS)
    expect((await shown(body.data.self)).is_running).toBe(false)
  })

  test('happens too where a running entry is given an end', async () => {
    const { body } = await start({ title: 'Write' })
    server.clock.advance(600)
    const moved = await ann.call('PUT', API + body.data.self, { start_date: '2026-03-02T08:00:00Z' })
    expect(moved.body.data).toMatchObject({ is_running: true, duration: 4200 })
    const future = await ann.call('PUT', API + body.data.self, { start_date: '2026-03-02T12:00:00Z' })
    expect(future.status).toBe(422)
    const ended = await ann.call('PUT', API + body.data.self, { end_date: '2026-03-02T09:05:00Z' })
    expect(ended.body.data).toMatchObject({ is_running: false, duration: 3900 })
    expect(await ann.call('GET', `${API}/time-entries/running`)).toMatchObject(NOTHING_RUNS)
  })
})

describe('the latest entry and the running timer', () => {
  test('are redirects, or a 404 that says so', async () => {
    expect(await ann.call('GET', `${API}/time-entries/latest`)).toMatchObject({
      status: 404,
      body: { message: 'No time entry found.' },
    })
    expect(await ann.call('GET', `${API}/time-entries/running`)).toMatchObject(NOTHING_RUNS)
    const now = server.clock.now
    await createEntry(ann.ctx(), { title: 'Old', started_at: now - 7200_000, ended_at: now })
    const later = await createEntry(ann.ctx(), {
      title: 'Planned',
      started_at: now + 60_000,
      ended_at: now + 60_000,
    })
    const { started } = await startTimer(ann.ctx(), { title: 'Running' })
    const latest = await ann.call('GET', `${API}/time-entries/latest`)
    expect(latest.headers['location']).toMatch(new RegExp(`/time-entries/${later.id}$`))
    const running = await ann.call('GET', `${API}/time-entries/running`)
    expect(running.headers['location']).toMatch(new RegExp(`/time-entries/${started.id}$`))
  })

  test('lead to the origin and root that were called, or the key would be dropped on the way', async () => {
    const { started } = await startTimer(ann.ctx(), { title: 'Running' })
    const bare = { authorization: `Bearer ${ann.token}` }
    for (const [url, host, root] of [
      ['/timing/api/v1', 'time.example.org:8080', 'http://time.example.org:8080/timing/api/v1'],
      ['/api/v1', '192.168.1.5', 'http://192.168.1.5/api/v1'],
      ['/api/v1', 'sundial.test', 'http://sundial.test/api/v1'],
    ] as const) {
      const headers = { ...bare, host }
      const { headers: answer, body } = await ann.call(
        'GET',
        `${url}/time-entries/running`,
        undefined,
        headers,
      )
      const address = `${root}/time-entries/${started.id}`
      expect(answer['location']).toBe(address)
      expect(body).toContain(`content="0;url='${address}'"`)
    }
  })

  test('let nothing of a host name into the page', async () => {
    await startTimer(ann.ctx(), { title: 'Running' })
    const headers = { host: `x"'><script>.example.org&` }
    const { status, body } = await ann.call('GET', `${API}/time-entries/running`, undefined, headers)
    expect(status).toBe(302)
    expect(body).toContain('http://x&quot;&#039;&gt;&lt;script&gt;.example.org&amp;/timing')
    expect(body).not.toContain('<script>')
  })

  test.each([
    ['a proxy that is trusted says', { TRUST_PROXY: 'true' }, 'https://outside.example.org'],
    [
      'the setting says, where the proxy is not trusted but passes the host on',
      { BASE_URL: 'https://inside:3000' },
      'https://inside:3000',
    ],
  ])('lead to the scheme and host that %s', async (_, settings, origin) => {
    const behind = await openTestServer(settings)
    try {
      const bob = await behind.person()
      await startTimer(bob.ctx(), { title: 'Running' })
      const headers = {
        host: 'inside:3000',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'outside.example.org',
      }
      const answer = await bob.call('GET', `${API}/time-entries/running`, undefined, headers)
      expect(new URL(answer.headers['location']!).origin).toBe(origin)
    } finally {
      await behind.close()
    }
  })
})
