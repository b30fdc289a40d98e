import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/server.ts'

/** A conversation: what is sent, and the status and body that are answered. Events are numbered as they appear. */
type Golden = {
  about: string
  source: string
  exchanges: { send: string; body?: unknown; answer: [number, unknown] }[]
}

const FOLDER = new URL('golden/', import.meta.url)
const GOLDEN = readdirSync(FOLDER)
  .sort()
  .map((file): [string, Golden] => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))])

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

describe('a conversation with ActivityWatch', () => {
  test.each(GOLDEN)('%s goes as with its own server', async (_, { exchanges }) => {
    server.clock.set('2026-03-02T09:00:00Z')
    const ann = await server.person()
    const names = new Map<number, number>()
    for (const { send, body, answer } of exchanges) {
      const [method, path = ''] = send.split(' ')
      const asked = path.replace(
        /events\/(\d+)$/,
        (_whole, id: string) => `events/${realId(names, Number(id))}`,
      )
      const given = await ann.call(methodOf(method), `/activitywatch/api/0${asked}`, body)
      expect([send, given.status, renamed(given.body, names)]).toEqual([send, ...answer])
      if (given.body !== '') expect(given.headers['content-type']).toBe('application/json')
    }
  })
})

function methodOf(word: string | undefined) {
  if (word === 'GET' || word === 'POST' || word === 'DELETE') return word
  throw new Error(`${word} is no method`)
}

function realId(names: Map<number, number>, wanted: number): number {
  return [...names].find(([, name]) => name === wanted)?.[0] ?? wanted
}

/** Gives each event the number of its first appearance. */
function renamed(body: unknown, names: Map<number, number>): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) => {
    if (key !== 'id' || typeof value !== 'number') return value
    if (!names.has(value)) names.set(value, names.size + 1)
    return names.get(value)
  })
}
