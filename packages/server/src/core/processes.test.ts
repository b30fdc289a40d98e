import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDamage } from './check/check.ts'
import { addMember } from './members.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

/** Real requests at once, over the network, to two built servers that share one database. */

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
/** Long enough for a machine that is busy with other things; nothing here waits for it. */
const DEADLINE_MS = 60_000

let server: TestServer
let ann: Person
let bob: Person
let children: { child: ChildProcess; url: string }[] = []

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
  bob = await server.person()
  children = await Promise.all([startProcess(), startProcess()])
}, DEADLINE_MS)
afterAll(async () => {
  await Promise.all(
    children.map(async ({ child }) => {
      // Not SIGTERM, which would wait for the connections that fetch keeps open.
      child.kill('SIGKILL')
      await once(child, 'exit')
    }),
  )
  await server.close()
})

async function startProcess() {
  const child = spawn(process.execPath, [MAIN], {
    // Where there is no .env, and with none of the variables of the test runner.
    cwd: server.env['DATA_DIR'],
    env: { ...server.env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk)
    const url = /serves (http:\S+)/.exec(output)?.[1]
    if (!url) continue
    child.stdout.resume()
    return { child, url }
  }
  throw new Error(`The server did not start: ${output}`)
}

type Call = { method?: string; body?: unknown; headers?: Record<string, string>; by?: Person }

/** A request to the first or the second process. */
async function call(process: number, path: string, { method, body, headers, by = ann }: Call = {}) {
  const { url } = children[process % 2]!
  const response = await fetch(`${url}/sundial/api/v1${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))
const minute = (index: number) => ({
  started_at: iso(Date.UTC(2026, 1, 1, 9, index)),
  ended_at: iso(Date.UTC(2026, 1, 1, 9, index + 1)),
})
const iso = (at: number) => new Date(at).toISOString()
const statuses = (answers: { status: number }[]) =>
  answers.map((each) => each.status).toSorted((a, b) => a - b)
const winner = (won: number, lost: number, count: number) => [won, ...Array(count - 1).fill(lost)]

describe('of requests at once', () => {
  test(
    '200 starts leave exactly one timer running, and no entry is lost',
    async () => {
      const starts = await atOnce(200, (index) =>
        call(index, '/timer/start', { body: { title: `Start ${index}` } }),
      )
      expect(new Set(statuses(starts))).toEqual(new Set([201]))
      const { body } = await call(0, '/entries?limit=200')
      expect(body.data).toHaveLength(200)
      expect(new Set(body.data.map((entry: { title: string }) => entry.title)).size).toBe(200)
      const running = body.data.filter((entry: { ended_at: string | null }) => entry.ended_at === null)
      expect(running).toHaveLength(1)
      for (const process of [0, 1]) expect((await call(process, '/timer')).body.entry.id).toBe(running[0].id)
    },
    DEADLINE_MS,
  )

  test('one stop wins', async () => {
    await call(0, '/timer/start', { body: {} })
    const stops = await atOnce(6, (index) => call(index, '/timer/stop', { body: {} }))
    expect(statuses(stops)).toEqual(winner(200, 409, 6))
  })

  test('one edit of a version wins, the others are told the current one', async () => {
    const at = { started_at: '2026-03-02T09:00:00Z', ended_at: '2026-03-02T10:00:00Z' }
    const things = [
      { path: '/entries', body: at, change: 'title' },
      { path: '/projects', body: { workspace_id: ann.workspaceId, title: 'P' }, change: 'title' },
      { path: '/clients', body: { workspace_id: ann.workspaceId, name: 'C' }, change: 'notes' },
      { path: '/tags', body: { workspace_id: ann.workspaceId, name: 'T' }, change: 'description' },
    ]
    for (const { path, body, change } of things) {
      const { body: made } = await call(0, path, { body })
      const edits = await atOnce(6, (index) =>
        call(index, `${path}/${made.id}`, {
          method: 'PATCH',
          headers: { 'if-match': `"${made.version}"` },
          body: { [change]: `edit ${index}` },
        }),
      )
      expect(statuses(edits), path).toEqual(winner(200, 409, 6))
      const refused = edits.find((edit) => edit.status === 409)
      expect(refused?.body.error).toMatchObject({ reason: 'version_mismatch' })
      expect(refused?.body.error.message).toContain(`version ${made.version + 1}`)
    }
  })

  test('those with one Idempotency-Key make one entry, and all get its answer', async () => {
    const body = { title: 'Once', started_at: '2026-03-02T11:00:00Z', ended_at: '2026-03-02T12:00:00Z' }
    const answers = await atOnce(8, (index) =>
      call(index, '/entries', { body, headers: { 'idempotency-key': 'one and only' } }),
    )
    expect(new Set(statuses(answers))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    const { body: list } = await call(0, '/entries?q=Once')
    expect(list.data).toHaveLength(1)
  })

  test('one makes the tag of a name, and entries that bring it share it', async () => {
    const body = { workspace_id: ann.workspaceId, name: 'Rare' }
    const tags = await atOnce(6, (index) => call(index, '/tags', { body }))
    expect(statuses(tags)).toEqual(winner(201, 409, 6))
  })

  test('one accepts an invitation', async () => {
    const { body: team } = await call(0, '/workspaces', { body: { name: 'Team', time_zone: 'UTC' } })
    const { body: invited } = await call(0, `/workspaces/${team.id}/invitations`, {
      body: { email: bob.email, role: 'member' },
    })
    const secret = invited.url.split('/').at(-1)
    const answers = await atOnce(4, (index) =>
      call(index, `/invitations/${secret}/accept`, { body: {}, by: bob }),
    )
    expect(statuses(answers)).toEqual(winner(200, 410, 4))
  })
})

describe('at once, through two processes,', () => {
  test('two people who put each of two projects below the other leave one below, and no cycle', async () => {
    const { body: team } = await call(0, '/workspaces', { body: { name: 'Movers', time_zone: 'UTC' } })
    await addMember(server.system(), { workspace_id: team.id, user_id: bob.user.id, role: 'admin' })
    for (let round = 0; round < 5; round++) {
      const make = async (title: string) =>
        (await call(round, '/projects', { body: { workspace_id: team.id, title } })).body.id as number
      const [a, b, below] = [await make('A'), await make('B'), await make('Below A')]
      await call(0, `/projects/${below}`, { method: 'PATCH', body: { parent_id: a } })
      const moves = await Promise.all([
        call(0, `/projects/${a}`, { method: 'PATCH', body: { parent_id: b } }),
        call(1, `/projects/${b}`, { method: 'PATCH', body: { parent_id: below }, by: bob }),
      ])
      expect(statuses(moves)).toEqual([200, 409])
      expect(moves.find((move) => move.status === 409)?.body.error).toMatchObject({ reason: 'cycle' })
    }
  })

  test('one decision on an approval counts', async () => {
    const { body: team } = await call(0, '/workspaces', { body: { name: 'Deciders', time_zone: 'UTC' } })
    const cat = await server.person()
    for (const { user } of [bob, cat])
      await addMember(server.system(), { workspace_id: team.id, user_id: user.id, role: 'admin' })
    const at = { started_at: '2026-03-02T09:00:00Z', ended_at: '2026-03-02T10:00:00Z' }
    const { body: entry } = await call(0, '/entries', { body: { ...at, workspace_id: team.id } })
    const asked = await call(0, '/approvals', { body: { entry_ids: [entry.id] } })
    const id = asked.body.data[0].id
    const decisions = await atOnce(6, (index) =>
      call(index, `/approvals/${id}/${index % 2 === 0 ? 'approve' : 'reject'}`, {
        body: index % 2 === 0 ? {} : { reason: 'No' },
        by: index < 3 ? bob : cat,
      }),
    )
    expect(statuses(decisions)).toEqual(winner(200, 409, 6))
    const { body: after } = await call(1, `/entries/${entry.id}`)
    const wonBy = decisions.findIndex((decision) => decision.status === 200)
    expect(after.approval_status).toBe(wonBy % 2 === 0 ? 'approved' : 'rejected')
  })

  test('entries that bring a tag of one name share one tag', async () => {
    const made = await atOnce(12, (index) =>
      call(index, '/entries', { body: { ...minute(index), tags: ['Shared'] } }),
    )
    expect(new Set(statuses(made))).toEqual(new Set([201]))
    expect(new Set(made.map(({ body }) => body.tags[0].id)).size).toBe(1)
  })

  test('starts of one person on two wires leave one timer', async () => {
    const onTiming = async (process: number) => {
      const response = await fetch(`${children[process % 2]!.url}/timing/api/v1/time-entries/start`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ann.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Timing' }),
        signal: AbortSignal.timeout(DEADLINE_MS),
      })
      await response.text()
      return { status: response.status }
    }
    const starts = await atOnce(20, (index) =>
      index % 2 === 0 ? call(index / 2, '/timer/start', { body: {} }) : onTiming(index),
    )
    expect(new Set(statuses(starts))).toEqual(new Set([201]))
  })

  test('a project that is deleted and the time that is booked on it leave no time out of reach', async () => {
    for (let round = 0; round < 5; round++) {
      const { body: project } = await call(0, '/projects', {
        body: { workspace_id: ann.workspaceId, title: 'Going' },
      })
      await Promise.all([
        ...Array.from({ length: 6 }, (_, index) =>
          call(index, '/entries', { body: { ...minute(index), project_id: project.id } }),
        ),
        call(1, `/projects/${project.id}`, { method: 'DELETE' }),
      ])
    }
  })

  test('an approval and a change of its entry never both count', async () => {
    const { body: team } = await call(0, '/workspaces', { body: { name: 'Changers', time_zone: 'UTC' } })
    await addMember(server.system(), { workspace_id: team.id, user_id: bob.user.id, role: 'admin' })
    for (let round = 0; round < 5; round++) {
      const { body: entry } = await call(0, '/entries', {
        body: { ...minute(round), workspace_id: team.id },
      })
      const asked = await call(0, '/approvals', { body: { entry_ids: [entry.id] } })
      const [approval, change] = await Promise.all([
        call(0, `/approvals/${asked.body.data[0].id}/approve`, { body: {}, by: bob }),
        call(1, `/entries/${entry.id}`, { method: 'PATCH', body: { title: 'Changed' } }),
      ])
      expect([
        [200, 423],
        [409, 200],
      ]).toContainEqual([approval.status, change.status])
    }
  })

  test('all of that leaves a database in which nothing is wrong', async () => {
    expect(await findDamage({ ...server.system(), now: Date.now() })).toEqual([])
  })
})

describe('live events', () => {
  test('written through one process reach a stream of the other within a second, without values', async () => {
    const stream = await follow(1)
    const { body: tag } = await call(0, '/tags', {
      body: { workspace_id: ann.workspaceId, name: 'Seen live' },
    })
    const written = Date.now()
    const event = await stream.next((data) => data.subject_kind === 'tag' && data.subject_id === tag.id)
    expect(Date.now() - written).toBeLessThan(1000)
    expect(event.data).toMatchObject({ kind: 'tag.created', workspace_id: ann.workspaceId })
    expect(event.text).not.toContain('Seen live')
    await stream.close()
  })

  test('that were missed come with the next connection, after the last one that was seen', async () => {
    const first = await follow(0)
    const { body: seen } = await call(0, '/tags', { body: { workspace_id: ann.workspaceId, name: 'Before' } })
    const last = await first.next((data) => data.subject_id === seen.id)
    await first.close()
    const { body: missed } = await call(1, '/tags', {
      body: { workspace_id: ann.workspaceId, name: 'Between' },
    })
    const second = await follow(1, last.id)
    const event = await second.next((data) => data.subject_kind === 'tag' && data.subject_id === missed.id)
    expect(Number(event.id)).toBeGreaterThan(Number(last.id))
    await second.close()
  })

  test('end with the connection that tells of them, and are told by the next', async (t) => {
    if (server.house.db.engine.kind === 'sqlite') t.skip('SQLite has no connection to lose')
    const first = await follow(0)
    const { body: seen } = await call(0, '/tags', { body: { workspace_id: ann.workspaceId, name: 'Heard' } })
    const last = await first.next((data) => data.subject_id === seen.id)
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(server.house.db.kysely)
    await expect(first.next(() => true)).rejects.toThrow('The stream has ended')
    const { body: missed } = await call(1, '/tags', {
      body: { workspace_id: ann.workspaceId, name: 'Unheard' },
    })
    const second = await follow(0, last.id)
    await second.next((data) => data.subject_kind === 'tag' && data.subject_id === missed.id)
    await second.close()
  })

  test('of a great change all come anew in the end, the newest at least', async () => {
    const first = await follow(0)
    const { body: seen } = await call(0, '/tags', { body: { workspace_id: ann.workspaceId, name: 'Early' } })
    const last = await first.next((data) => data.subject_id === seen.id)
    await first.close()
    for (let round = 0; round < 6; round++) {
      const entries = Array.from({ length: 200 }, (_, index) => {
        const startedAt = Date.UTC(2026, 0, 1 + round, 0, index)
        return { started_at: iso(startedAt), ended_at: iso(startedAt + 60_000) }
      })
      const made = await atOnce(4, (part) =>
        atOnce(50, (index) => call(part, '/entries', { body: entries[part * 50 + index] })),
      )
      expect(new Set(made.flat().map((answer) => answer.status))).toEqual(new Set([201]))
    }
    const { body: missed } = await call(1, '/tags', {
      body: { workspace_id: ann.workspaceId, name: 'Late' },
    })
    const second = await follow(1, last.id)
    await second.next((data) => data.subject_kind === 'tag' && data.subject_id === missed.id)
    await second.close()
  }, 60_000)

  test('of others do not come', async () => {
    const stream = await follow(0, undefined, bob)
    await call(0, '/timer/start', { body: {} })
    const { body: own } = await call(1, '/tags', {
      body: { workspace_id: bob.workspaceId, name: 'His own' },
      by: bob,
    })
    const event = await stream.next(() => true)
    expect(event.data).toMatchObject({ subject_kind: 'tag', subject_id: own.id })
    await stream.close()
  })
})

type Message = { id: string; text: string; data: { kind: string; subject_kind: string; subject_id: number } }

/** Opens a stream of events, which is ready when it has said so. */
async function follow(process: number, lastEventId?: string, by = ann) {
  const { url } = children[process % 2]!
  const ending = new AbortController()
  const response = await fetch(`${url}/sundial/api/v1/events/stream`, {
    headers: {
      authorization: `Bearer ${by.token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    signal: AbortSignal.any([ending.signal, AbortSignal.timeout(DEADLINE_MS)]),
  })
  const blocks = blocksOf(response)
  await blocks.next()
  return {
    async next(isWanted: (data: Message['data']) => boolean): Promise<Message> {
      for (;;) {
        const { value, done } = await blocks.next()
        if (done) throw new Error('The stream has ended')
        const data = /^data: (.*)$/m.exec(value)?.[1]
        if (data === undefined || !isWanted(JSON.parse(data))) continue
        return { id: /^id: (.*)$/m.exec(value)?.[1] ?? '', text: value, data: JSON.parse(data) }
      }
    },
    async close() {
      ending.abort()
      await blocks.return(undefined).catch(() => {})
    },
  }
}

async function* blocksOf(response: Response): AsyncGenerator<string, void> {
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      yield text.slice(0, end)
      text = text.slice(end + 2)
    }
  }
}
