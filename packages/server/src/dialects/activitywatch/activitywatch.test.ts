import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listUsage, usageSummary } from '../../core/app-usage/read.ts'
import { createUsageRule } from '../../core/app-usage/rules.ts'
import { createProject } from '../../core/projects/write.ts'
import { createToken } from '../../core/tokens.ts'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'

const API = '/activitywatch/api/0'
const WINDOW = { client: 'aw-watcher-window', type: 'currentwindow', hostname: 'laptop' }
const day = { from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 3) }

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.set('2026-03-02T09:00:00Z')
  ann = await server.person()
})
afterAll(() => server.close())

const make = (name: string, fields: object = {}, person = ann) =>
  person.call('POST', `${API}/buckets/${name}`, { ...WINDOW, ...fields })
const add = (name: string, ...events: object[]) => ann.call('POST', `${API}/buckets/${name}/events`, events)
const events = async (name: string) => (await ann.call('GET', `${API}/buckets/${name}/events`)).body
const at = (seconds: number) => new Date(day.from + 9 * 3_600_000 + seconds * 1000).toISOString()
const usage = async () => (await listUsage(ann.ctx(), {}, { limit: 100, cursor: null })).rows
const counted = async () =>
  (await usageSummary(ann.ctx(), { ...day, by: 'application', zone: 'UTC' })).lines.map((line) => [
    line.application,
    line.seconds,
  ])

describe('heartbeats', () => {
  test('of an hour make one row', { timeout: 60_000 }, async () => {
    await make('w')
    const url = `${API}/buckets/w/heartbeat?pulsetime=21`
    for (let second = 0; second <= 3600; second += 20) {
      const body = { timestamp: at(second), duration: 0, data: { app: 'Sketchbook', title: 'Sheet 2' } }
      expect((await ann.call('POST', url, body)).status).toBe(200)
    }
    expect(await events('w')).toMatchObject([{ timestamp: '2026-03-02T09:00:00Z', duration: 3600 }])
  })

  test('to a bucket that is not there are a 404, which makes a watcher make it', async () => {
    const body = { timestamp: at(0), data: { app: 'A', title: '' } }
    expect((await ann.call('POST', `${API}/buckets/w/heartbeat?pulsetime=2`, body)).status).toBe(404)
  })

  test('are placed by the rules of the person', async () => {
    const { id } = await createProject(ann.ctx(), ann.workspaceId, { title: 'Plan' })
    const rule = { field: 'application', match: 'is', value: 'sketchbook', project_id: id } as const
    await createUsageRule(ann.ctx(), rule)
    await make('w')
    const body = { timestamp: at(0), data: { app: 'Sketchbook', title: 'Sheet 2' } }
    await ann.call('POST', `${API}/buckets/w/heartbeat?pulsetime=2`, body)
    expect(await usage()).toMatchObject([{ project_id: id }])
  })
})

describe('what is kept', () => {
  test.each<[string, string, object, object, object]>([
    [
      'of a window',
      'currentwindow',
      { app: 'Sketchbook', title: 'Sheet 2' },
      { application: 'Sketchbook', title: 'Sheet 2', path: null },
      { app: 'Sketchbook', title: 'Sheet 2' },
    ],
    [
      'of a window that knows the page in it',
      'currentwindow',
      { app: 'Safari', title: 'Plan', url: 'https://www.example.org/p' },
      { application: 'Safari', domain: 'example.org' },
      { app: 'Safari', title: 'Plan', url: 'https://www.example.org/p' },
    ],
    [
      'of a tab',
      'web.tab.current',
      { url: 'https://example.org', title: 'Plan', audible: true, incognito: false, tabCount: 9 },
      { application: 'firefox', title: 'Plan', domain: 'example.org' },
      { url: 'https://example.org', title: 'Plan' },
    ],
    [
      'of a private tab',
      'web.tab.current',
      { url: 'https://example.org', title: 'Plan', incognito: true },
      { application: 'firefox', title: null, path: null, domain: null },
      { url: '', title: '' },
    ],
    [
      'of an editor',
      'app.editor.activity',
      { file: '/house/plan.md', project: 'house', language: 'markdown' },
      { application: 'window', title: 'house', path: '/house/plan.md' },
      { file: '/house/plan.md', project: 'house' },
    ],
    [
      'of nobody being there',
      'afkstatus',
      { status: 'afk' },
      { is_away: 1, application: null },
      { status: 'afk' },
    ],
  ])('%s', async (_, type, data, row, told) => {
    await make('aw-watcher-web-firefox', { type })
    await add('aw-watcher-web-firefox', { timestamp: at(0), duration: 5, data })
    expect(await usage()).toMatchObject([row])
    expect(await events('aw-watcher-web-firefox')).toMatchObject([{ data: told }])
  })

  test('is nothing of other types, which are answered as if it were', async () => {
    await make('input', { type: 'os.hid.input' })
    const event = { timestamp: at(0), duration: 5, data: { presses: 7 } }
    const { status, body } = await add('input', event)
    expect([status, body]).toEqual([200, [{ id: null, ...event, timestamp: '2026-03-02T09:00:00Z' }]])
    const beat = await ann.call('POST', `${API}/buckets/input/heartbeat?pulsetime=2`, event)
    expect(beat).toMatchObject({ status: 200, body: { id: null, data: { presses: 7 } } })
    expect(await events('input')).toEqual([])
  })

  test('is cut into days where it is longer than one', async () => {
    await make('afk', { type: 'afkstatus' })
    await add('afk', { timestamp: '2026-02-27T18:00:00Z', duration: 60 * 3600, data: { status: 'afk' } })
    expect((await events('afk')).map((event: { duration: number }) => event.duration / 3600)).toEqual([
      12, 24, 24,
    ])
  })
})

describe('what counts', () => {
  test('is the window, refined by its page, without the time away', async () => {
    await make('aw-watcher-window_laptop')
    await make('aw-watcher-afk_laptop', { type: 'afkstatus' })
    await make('aw-watcher-web-firefox', { type: 'web.tab.current', hostname: 'unknown' })
    await add('aw-watcher-window_laptop', {
      timestamp: at(0),
      duration: 600,
      data: { app: 'Firefox', title: 'Plan — Mozilla Firefox' },
    })
    await add('aw-watcher-web-firefox', {
      timestamp: at(0),
      duration: 300,
      data: { url: 'https://example.org', title: 'Plan' },
    })
    await add('aw-watcher-afk_laptop', { timestamp: at(200), duration: 100, data: { status: 'afk' } })
    await add('aw-watcher-afk_laptop', { timestamp: at(0), duration: 200, data: { status: 'not-afk' } })
    expect(await counted()).toEqual([['Firefox', 500]])
    const { lines } = await usageSummary(ann.ctx(), { ...day, by: 'domain', zone: 'UTC' })
    expect(lines.map((line) => [line.domain, line.seconds])).toEqual([
      [null, 300],
      ['example.org', 200],
    ])
  })

  test('is of one device also where a watcher came to know it late', async () => {
    const tab = { type: 'web.tab.current', hostname: '!local' }
    await make('aw-watcher-web-firefox', tab)
    await add('aw-watcher-web-firefox', {
      timestamp: at(0),
      duration: 60,
      data: { url: 'https://example.org', title: 'Plan' },
    })
    await make('aw-watcher-afk_laptop', { type: 'afkstatus' })
    await add('aw-watcher-afk_laptop', { timestamp: at(0), duration: 30, data: { status: 'afk' } })
    expect(await counted()).toEqual([['firefox', 60]])
    expect((await make('aw-watcher-web-firefox', tab)).status).toBe(304)
    expect(await counted()).toEqual([['firefox', 30]])
    expect(await events('aw-watcher-web-firefox')).toHaveLength(1)
  })
})

describe('buckets', () => {
  test('are one’s own, and another’s of the same name is another', async () => {
    const bob = await server.person()
    await make('w')
    await add('w', { timestamp: at(0), data: { app: 'A', title: '' } })
    for (const path of ['/buckets/w', '/buckets/w/events', '/buckets/w/export', '/buckets/w/events/count'])
      expect((await bob.call('GET', API + path)).status).toBe(404)
    expect((await make('w', {}, bob)).status).toBe(200)
    expect((await bob.call('DELETE', `${API}/buckets/w`)).status).toBe(200)
    expect(await events('w')).toHaveLength(1)
  })

  test('are found without a path on the bare host', async () => {
    await make('w')
    expect((await ann.call('GET', '/api/0/buckets/')).body).toHaveProperty('w')
  })

  test('go with everything in them', async () => {
    await make('w')
    await add('w', { timestamp: at(0), data: { app: 'A', title: '' } })
    await ann.call('DELETE', `${API}/buckets/w`)
    expect(await usage()).toEqual([])
  })
})

describe('a file', () => {
  const file = (...list: object[]) => ({ buckets: { w: { id: 'w', ...WINDOW, events: list } } })
  const event = { timestamp: at(0), duration: 5, data: { app: 'A', title: '' } }

  test('is taken from a form', async () => {
    const part =
      'Content-Disposition: form-data; name="buckets.json"; filename="aw.json"\r\nContent-Type: application/json'
    const text = `--b\r\n${part}\r\n\r\n${JSON.stringify(file(event))}\r\n--b--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    expect((await ann.call('POST', `${API}/import`, text, headers)).status).toBe(200)
    expect(await events('w')).toHaveLength(1)
    expect((await ann.call('POST', `${API}/import`, 'nothing', headers)).status).toBe(400)
  })

  test('of more than two megabytes is taken, in batches, and a second time adds nothing', async () => {
    const title = 'x'.repeat(900)
    const many = Array.from({ length: 3000 }, (_, n) => ({
      timestamp: at(n),
      duration: 1,
      data: { app: 'A', title: title + n },
    }))
    for (let times = 0; times < 2; times++)
      expect((await ann.call('POST', `${API}/import`, file(...many))).status).toBe(200)
    expect((await ann.call('GET', `${API}/buckets/w/events/count`)).body).toBe(3000)
  })

  test('with one wrong event is refused whole, with its place', async () => {
    const wrong = await ann.call('POST', `${API}/import`, file(event, { ...event, timestamp: 'yesterday' }))
    expect(wrong.status).toBe(400)
    expect(wrong.body.message).toContain('buckets.w.events.1.timestamp')
    expect((await ann.call('GET', `${API}/buckets/`)).body).toEqual({})
  })

  test('is given for all buckets, under a name', async () => {
    await ann.call('POST', `${API}/import`, file(event))
    const { body, headers } = await ann.call('GET', `${API}/export`)
    expect(Object.keys(body.buckets)).toEqual(['w'])
    expect(headers['content-disposition']).toBe('attachment; filename="aw-buckets-export.json"')
  })
})

describe('a key', () => {
  async function keyWith(...scopes: string[]): Promise<string> {
    const { secret } = await createToken(ann.ctx(), {
      name: 'watcher',
      kind: 'timetracker',
      scopes,
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
    })
    return secret
  }
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
  const ask = (headers: Record<string, string>, path = '/buckets/') =>
    call(server.app, { method: 'GET', url: API + path, headers })

  test('is taken as a Bearer token, as either half of Basic, and in a header of its own', async () => {
    const key = await keyWith('write:app_usage')
    const ways: Record<string, string>[] = [
      { authorization: `Bearer ${key}` },
      { authorization: basic(`${key}:`) },
      { authorization: basic(`watcher:${key}`) },
      { 'x-api-key': key },
    ]
    for (const headers of ways) expect((await ask(headers)).status).toBe(200)
  })

  test('is needed for everything but the info', async () => {
    const message = "Missing or invalid API key. Set 'Authorization: Bearer <key>' header."
    for (const headers of [{}, { authorization: 'Bearer tt_wrong' }, { authorization: basic('ann:secret') }])
      expect(await ask(headers as Record<string, string>)).toMatchObject({ status: 401, body: { message } })
    expect(await ask({}, '/info')).toMatchObject({
      status: 200,
      body: {
        hostname: 'sundial.test',
        testing: false,
        version: expect.stringMatching(/^v0\.13\.2 \(sundial /),
      },
    })
  })

  test('that may only write does all that a watcher does, and reads nothing back', async () => {
    const headers = { authorization: `Bearer ${await keyWith('write:app_usage')}` }
    await make('w')
    const url = `${API}/buckets/w/heartbeat?pulsetime=2`
    const body = { timestamp: at(0), data: { app: 'A', title: '' } }
    expect((await call(server.app, { method: 'POST', url, body, headers })).status).toBe(200)
    expect((await ask(headers, '/buckets/w/events')).status).toBe(403)
    expect((await ask(headers, '/export')).status).toBe(403)
  })
})

describe('bad input', () => {
  const good = { timestamp: at(0), duration: 1, data: { app: 'A', title: 'B' } }
  test.each<[string, unknown]>([
    ['not JSON', '{'],
    ['null', null],
    ['a text', '"event"'],
    ['a null in the list', [null]],
    ['a wrong time', [{ ...good, timestamp: '2026-02-31T10:00:00Z' }]],
    ['a number for a time', [{ ...good, timestamp: 1_772_438_400 }]],
    ['the year 9999', [{ ...good, timestamp: '9999-01-01T00:00:00Z' }]],
    ['the year 1960', [{ ...good, timestamp: '1960-01-01T00:00:00Z' }]],
    ['a text for a duration', [{ ...good, duration: '1' }]],
    ['a duration below nothing', [{ ...good, duration: -1 }]],
    ['a duration of ages', [{ ...good, duration: 1e300 }]],
    ['a list for data', [{ ...good, data: [] }]],
  ])('%s is a 400 with a message, and nothing is kept', async (_, body) => {
    await make('w')
    for (const path of ['events', 'heartbeat?pulsetime=1']) {
      const answer = await ann.call('POST', `${API}/buckets/w/${path}`, body)
      expect(answer).toMatchObject({ status: 400, body: { message: expect.any(String) } })
    }
    expect(await events('w')).toEqual([])
  })

  test.each(['?limit=x', '?limit=1.5', '?start=never', '?limit=1&limit=2', '?end=1000-01-01T00:00:00Z'])(
    'a query of %s is a 400',
    async (query) => {
      await make('w')
      expect((await ann.call('GET', `${API}/buckets/w/events${query}`)).status).toBe(400)
    },
  )

  test.each([{}, { type: 1 }, { ...WINDOW, hostname: '' }, { ...WINDOW, client: 'x'.repeat(300) }, []])(
    'a bucket of %j is a 400',
    async (body) => {
      expect((await ann.call('POST', `${API}/buckets/w`, body)).status).toBe(400)
    },
  )

  test('a text of any kind in the data is no trouble, and other values are no text', async () => {
    await make('w')
    const data = { app: 'A\u0000\ud800', title: { deep: [1] }, url: 7 }
    expect(await add('w', { ...good, data })).toMatchObject({ status: 200 })
    expect(await usage()).toMatchObject([{ application: 'A', title: null, path: null }])
  })

  test('ten thousand events at once are kept', { timeout: 60_000 }, async () => {
    await make('w')
    const many = Array.from({ length: 10_000 }, (_, n) => ({ ...good, timestamp: at(n) }))
    expect((await add('w', ...many)).body).toHaveLength(10_000)
  })

  test('queries, settings and unknown methods are refused', async () => {
    expect((await ann.call('POST', `${API}/query/`, {})).status).toBe(404)
    expect((await ann.call('GET', `${API}/settings`)).status).toBe(404)
    expect((await ann.call('PUT', `${API}/buckets/w`, {})).status).toBe(405)
  })
})
