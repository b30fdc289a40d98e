import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { named } from '../../testing/golden.ts'
import { openTestServer, type TestServer } from '../../testing/server.ts'
import { PREFIX } from './paths.ts'
import { ask, type Golden, goldenWorld } from './testing/golden.ts'

const FOLDER = new URL('golden/', import.meta.url)
const GOLDEN = readdirSync(FOLDER)
  .sort()
  .map((file): [string, Golden] => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))])

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

describe('the example', () => {
  test.each(GOLDEN)('%s', async (_file, { exchanges }) => {
    const world = await goldenWorld(server)
    for (const { request, answer, thenWait = 0 } of exchanges) {
      const response = await ask(server, world, request)
      const label = `${request.method} ${request.path}`
      expect([label, response.statusCode]).toEqual([label, answer.status])
      for (const [name, value] of Object.entries(answer.headers ?? {}))
        expect(response.headers[name], name).toBe(value)
      expect(named(response.json(), answer.body, world), label).toEqual(answer.body)
      server.clock.advance(thenWait)
    }
  })
})

test('every operation is in an example that succeeds', () => {
  const asked = GOLDEN.flatMap(([, { exchanges }]) =>
    exchanges
      .filter(({ answer }) => answer.status === 200)
      .map(({ request: { method, path } }) => `${method} ${path.split('?')[0]}`),
  )
  const missing = server.house.routes
    .filter(({ wire }) => wire === 'timetracker-in')
    .map(({ method, url }) => `${method} ${url.slice(PREFIX.length)}`)
    .filter((operation) => {
      const shape = new RegExp(`^${operation.replaceAll(/:\w+/g, '[^/]+')}$`)
      return !asked.some((each) => shape.test(each))
    })
  expect(missing).toEqual([])
})
