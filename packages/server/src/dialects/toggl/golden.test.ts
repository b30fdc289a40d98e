import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../core/clients.ts'
import { createEntry } from '../../core/entries/write.ts'
import { personalKeyOf } from '../../core/personal-keys.ts'
import { createProject } from '../../core/projects/write.ts'
import { createTag } from '../../core/tags.ts'
import { createTask } from '../../core/tasks.ts'
import { openReceiver, type Receiver } from '../../testing/receiver.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { basic } from './testing/toggl-client.ts'

/**
 * Exchanges as the documents describe them. A text such as `{{client}}` stands for a number that is known by that name,
 * or gets to be known by it where it occurs first in an answer. `{{text}}` is any text.
 */
type Golden = {
  source: string
  example: string
  exchanges: {
    request: { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; as?: As; body?: unknown }
    /** What passes before the next request, in seconds. */
    thenWait?: number
    answer: { status: number; headers?: Record<string, string>; body?: unknown }
  }[]
}

/** How the client says who it is: by the personal token unless it is said otherwise. */
type As = 'password' | 'wrong password' | 'cookie' | 'nobody'

const FOLDER = new URL('golden/', import.meta.url)
const GOLDEN = readdirSync(FOLDER)
  .sort()
  .map((file): [string, Golden] => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))])

let server: TestServer
let receiver: Receiver
let names: Map<string, unknown>
let credentials: Record<As | 'token', Record<string, string>>
let count = 0

beforeAll(async () => {
  server = await openTestServer({ WEBHOOK_ALLOW_PRIVATE: '1' })
  receiver = await openReceiver()
})
afterAll(async () => {
  await receiver.close()
  await server.close()
})

/** The state that every example finds, made anew for each. */
beforeEach(async () => {
  server.clock.set('2024-12-16T11:00:00Z')
  const john = await server.person({
    name: 'John Doe',
    email: `john+${++count}@example.com`,
    timeZone: 'Europe/London',
  })
  const client = await createClient(john.ctx(), john.workspaceId, { name: 'Very Big Company' })
  const project = await createProject(john.ctx(), john.workspaceId, {
    title: 'Our best project',
    client_id: client.id,
    color: '#0B83D9',
  })
  const task = await createTask(john.ctx(), project.id, { name: 'Design' })
  const tag = await createTag(john.ctx(), john.workspaceId, { name: 'billed' })
  const entry = await createEntry(john.ctx(), {
    started_at: Date.UTC(2024, 11, 16, 9),
    ended_at: Date.UTC(2024, 11, 16, 10),
    title: 'Meeting',
    project_id: project.id,
    tag_ids: [tag.id],
    billing_status: 'billable',
  })
  const key = await personalKeyOf(john.ctx())
  names = new Map<string, unknown>([
    ['user', john.user.id],
    ['email', john.email],
    ['token', key],
    ['workspace', john.workspaceId],
    ['client', client.id],
    ['project', project.id],
    ['task', task.id],
    ['tag', tag.id],
    ['entry', entry.id],
    ['receiver', receiver.url],
  ])
  credentials = {
    token: basic(key, 'api_token'),
    password: basic(john.email, john.password),
    'wrong password': basic(john.email, 'secret'),
    cookie: {},
    nobody: {},
  }
})

describe('the example', () => {
  test.each(GOLDEN)('%s', async (_file, { exchanges }) => {
    for (const { request, answer, thenWait = 0 } of exchanges) {
      const { method, path, as = 'token', body } = request
      const response = await server.app.inject({
        method,
        url: String(filled(path)),
        headers: {
          ...credentials[as],
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(filled(body)) }),
      })
      const label = `${method} ${path}`
      const isJson = String(response.headers['content-type']).startsWith('application/json')
      expect([label, response.statusCode, isJson ? '' : response.body]).toEqual([
        label,
        answer.status,
        isJson ? '' : filled(answer.body ?? ''),
      ])
      for (const [name, value] of Object.entries(answer.headers ?? {}))
        expect(String(response.headers[name]), name).toMatch(new RegExp(value))
      if (isJson) expect(named(response.json(), answer.body), label).toEqual(answer.body)
      const cookie = String(response.headers['set-cookie'] ?? '').split(';')[0]
      if (cookie) credentials.cookie = { cookie }
      server.clock.advance(thenWait)
    }
  })
})

/** A request with the numbers of this run in place of their names. */
function filled(value: unknown): unknown {
  if (typeof value === 'string') {
    const whole = /^\{\{(\w+)\}\}$/.exec(value)?.[1]
    if (whole !== undefined) return names.get(whole)
    return value.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(names.get(name)))
  }
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each)]))
}

/** An answer with names in place of the numbers of this run, wherever the example has a name. */
function named(actual: unknown, expected: unknown): unknown {
  if (expected === '{{text}}') return typeof actual === 'string' ? expected : actual
  if (typeof expected === 'string' && expected.includes('{{')) {
    const whole = /^\{\{(\w+)\}\}$/.exec(expected)?.[1]
    if (whole !== undefined && !names.has(whole)) names.set(whole, actual)
    return filled(expected) === actual ? expected : actual
  }
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.map((each, index) => named(each, expected[index]))
  if (!isObject(actual) || !isObject(expected)) return actual
  return Object.fromEntries(Object.entries(actual).map(([key, each]) => [key, named(each, expected[key])]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
