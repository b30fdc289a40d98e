import { readFileSync } from 'node:fs'
import { createSundialClient, type Entry, type SundialClient } from '@sundial/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

/** The published client, over a real connection, as somebody's program would use it. */

let server: TestServer
let baseUrl: string
let ada: Person

beforeAll(async () => {
  server = await openTestServer()
  baseUrl = await server.app.listen({ host: '127.0.0.1', port: 0 })
  ada = await server.person({ name: 'Ada', timeZone: 'Europe/Berlin' })
})
afterAll(() => server.close())

/** What a browser does beside sending requests: it keeps the cookie, and says which page asks. */
function browserFetch(): typeof fetch {
  let cookie = ''
  return async (input, init) => {
    const request = new Request(input, init)
    request.headers.set('origin', baseUrl)
    if (cookie) request.headers.set('cookie', cookie)
    const response = await fetch(request)
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
}

/** The answer of a call that has to go well. */
async function done<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call
  expect(error, `${response.status} ${response.url}`).toBeUndefined()
  // Where there is no error there is what the call answers, which is nothing for 204.
  return data as T
}

test('tells of the server without a key', async () => {
  const about = await done(createSundialClient({ baseUrl }).GET('/server'))
  expect(about.name).toBe('Sundial')
  expect(about.wires.map(({ name }) => name)).toContain('timing')
})

test('exports the type of every named thing in the document', async () => {
  const source = readFileSync(new URL('../../../sdk/src/index.ts', import.meta.url), 'utf8')
  const exported = [...source.matchAll(/^export type (\w+) = Schemas\['(\w+)'\]$/gm)].map(
    ([, name, component]) => {
      expect(name).toBe(component)
      return name
    },
  )
  const document = (await server.app.inject('/sundial/api/v1/openapi.json')).json()
  expect(exported).toEqual(Object.keys(document.components.schemas))
})

test('takes an address with a slash at its end', async () => {
  expect((await createSundialClient({ baseUrl: `${baseUrl}/` }).GET('/server')).response.status).toBe(200)
})

describe('a working day', () => {
  let client: SundialClient
  let entry: Entry

  test('begins with a sign-in and a key of its own', async () => {
    const page = createSundialClient({ baseUrl, fetch: browserFetch() })
    expect(await done(page.GET('/session'))).toEqual({ me: null })
    const me = await done(page.POST('/session', { body: { email: ada.email, password: ada.password } }))
    expect(me.time_zone).toBe('Europe/Berlin')
    expect((await done(page.GET('/session'))).me?.id).toBe(me.id)
    const { token, prefix } = await done(page.POST('/tokens', { body: { name: 'a script' } }))
    expect(token.startsWith(prefix)).toBe(true)
    client = createSundialClient({ baseUrl, token })
    expect((await done(client.GET('/me'))).email).toBe(ada.email)
  })

  test('has a project and a timer on it', async () => {
    const project = await done(
      client.POST('/projects', {
        body: { workspace_id: ada.workspaceId, title: 'Engine', color: '#B45309' },
      }),
    )
    expect(project.title_chain).toEqual(['Engine'])
    const started = await done(
      client.POST('/timer/start', { body: { project_id: project.id, title: 'Cards', tags: ['loom'] } }),
    )
    expect(started).toMatchObject({ stopped: null, entry: { is_running: true, project_id: project.id } })
    server.clock.advance(600)
    const running = await done(client.GET('/timer'))
    expect(running.entry?.duration_seconds).toBe(600)
    const stopped = await done(client.POST('/timer/stop'))
    expect(stopped.entry).toMatchObject({ is_running: false, duration_seconds: 600 })
    entry = stopped.entry
  })

  test('has an entry that is changed, and changed back by undo', async () => {
    const changed = await client.PATCH('/entries/{id}', {
      params: { path: { id: entry.id } },
      body: { title: 'Punched cards' },
    })
    expect(changed.data?.title).toBe('Punched cards')
    expect(changed.response.headers.get('ETag')).toBe(`"${changed.data?.version}"`)
    const operation = changed.response.headers.get('X-Operation-Id') ?? ''
    const undone = await done(
      client.POST('/operations/{operation_id}/undo', { params: { path: { operation_id: operation } } }),
    )
    expect(undone.operation_id).not.toBe(operation)
    const shown = await done(client.GET('/entries/{id}', { params: { path: { id: entry.id } } }))
    expect(shown.title).toBe('Cards')
    entry = shown
  })

  test('is written only over what was read', async () => {
    const path = { id: entry.id }
    const stale = await client.PATCH('/entries/{id}', {
      params: { path, header: { 'If-Match': `"${entry.version - 1}"` } },
      body: { notes: 'too late' },
    })
    expect(stale.response.status).toBe(409)
    expect(stale.error?.error).toMatchObject({ code: 'conflict', reason: 'version_mismatch' })
    const fresh = await done(
      client.PATCH('/entries/{id}', {
        params: { path, header: { 'If-Match': `"${entry.version}"` } },
        body: { notes: 'in time' },
      }),
    )
    expect(fresh.version).toBe(entry.version + 1)
  })

  test('repeats a request without doing it twice', async () => {
    const call = () =>
      client.POST('/entries', {
        params: { header: { 'Idempotency-Key': 'nightly-import-1' } },
        body: {
          started_at: '2026-02-27T09:00:00+01:00',
          ended_at: '2026-02-27T10:00:00+01:00',
          title: 'Once',
        },
      })
    const [first, second] = [await call(), await call()]
    expect(second.data?.id).toBe(first.data?.id)
    expect(second.response.headers.get('Idempotent-Replayed')).toBe('true')
    const other = await client.POST('/entries', {
      params: { header: { 'Idempotency-Key': 'nightly-import-1' } },
      body: {
        started_at: '2026-02-27T11:00:00+01:00',
        ended_at: '2026-02-27T12:00:00+01:00',
        title: 'Another',
      },
    })
    expect(other.error?.error.reason).toBe('idempotency_key_reused')
  })

  test('is read page by page, in order and without a gap', async () => {
    for (let day = 1; day <= 5; day += 1) {
      await done(
        client.POST('/entries', {
          body: {
            started_at: `2026-02-0${day}T09:00:00Z`,
            ended_at: `2026-02-0${day}T10:00:00Z`,
            title: `Day ${day}`,
          },
        }),
      )
    }
    const titles: (string | null)[] = []
    let cursor: string | undefined
    do {
      const page = await done(
        client.GET('/entries', {
          params: { query: { from: '2026-02-01', to: '2026-02-05', limit: 2, cursor } },
        }),
      )
      expect(page.data.length).toBeLessThanOrEqual(2)
      titles.push(...page.data.map(({ title }) => title))
      cursor = page.next_cursor ?? undefined
    } while (cursor)
    expect(titles).toEqual(['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1'])
  })

  test('finds and deletes by lists in the address', async () => {
    const query = {
      from: '2026-02-01',
      to: '2026-02-02',
      billing_status: ['billable' as const, 'undetermined' as const],
    }
    const { data } = await done(client.GET('/entries', { params: { query } }))
    const ids = data.map(({ id }) => id)
    expect(ids).toHaveLength(2)
    const deleted = await client.DELETE('/entries', { params: { query: { ids } } })
    expect([deleted.response.status, deleted.data]).toEqual([204, undefined])
    const after = await client.GET('/entries/{id}', { params: { path: { id: ids[0]! } } })
    expect(after.error?.error).toMatchObject({ code: 'not_found', reason: 'no_such_thing' })
  })

  test('is told what is wrong, by field', async () => {
    const { error, response } = await client.POST('/projects', {
      body: { workspace_id: ada.workspaceId, title: '' },
    })
    expect(response.status).toBe(422)
    expect(error?.error.reason).toBe('bad_input')
    expect(Object.keys(error?.error.fields ?? {})).toEqual(['title'])
    const nothing = await client.POST('/timer/stop')
    expect(nothing.error?.error.reason).toBe('nothing_running')
  })

  test('ends for a key that is revoked', async () => {
    const { data } = await done(client.GET('/tokens'))
    await done(
      client.DELETE('/tokens/{id}', {
        params: { path: { id: data.find(({ name }) => name === 'a script')!.id } },
      }),
    )
    const { error, response } = await client.GET('/me')
    expect(response.status).toBe(401)
    expect(error?.error.code).toBe('unauthenticated')
  })
})
