import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filled, named } from '../../testing/golden.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { ask, type Golden, goldenWorld } from './testing/golden.ts'

const FOLDER = new URL('golden/', import.meta.url)
const GOLDEN = readdirSync(FOLDER)
  .sort()
  .map((file): [string, Golden] => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))])

let server: TestServer

beforeAll(async () => {
  // The system's own default, whose clock is an hour or two ahead of UTC.
  server = await openTestServer({ TIME_ZONE: 'Europe/Rome', WEBHOOK_ALLOW_PRIVATE: '1' })
})
afterAll(() => server.close())

describe('the example', () => {
  test.each(GOLDEN)('%s', async (_file, { exchanges }) => {
    const world = await goldenWorld(server)
    for (const { request, answer, thenWait = 0 } of exchanges) {
      const response = await ask(server, world, request)
      const label = `${request.method} ${request.path}`
      const isJson = String(response.headers['content-type']).startsWith('application/json')
      expect([label, response.statusCode, isJson ? '' : response.body]).toEqual([
        label,
        answer.status,
        isJson ? '' : filled(answer.body ?? '', world.names),
      ])
      for (const [name, value] of Object.entries(answer.headers ?? {}))
        expect(response.headers[name], name).toBe(value)
      if (isJson) expect(named(response.json(), answer.body, world), label).toEqual(answer.body)
      server.clock.advance(thenWait)
    }
  })
})
