import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { DECLINED } from './declined.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person()
})
afterAll(() => server.close())

const calls = DECLINED.flatMap(([methods, path]) => methods.map((method) => ({ method, path })))

describe('what is declined', () => {
  test.each(calls)('$method $path is known to be a feature that is not offered', async ({ method, path }) => {
    const filled = path.replace(':workspace_id', String(ann.workspaceId)).replaceAll(/:\w+/g, '1')
    const send = (token: string) =>
      server.app.inject({
        method,
        url: `/toggl${filled}`,
        headers: {
          authorization: `Basic ${Buffer.from(`${token}:api_token`).toString('base64')}`,
        },
      })
    const answer = await send(ann.token)
    expect(answer.statusCode).toBe(402)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    // Whoever is not known is not told what there is.
    expect((await send('nobody')).statusCode).toBe(403)
  })

  test('is no part of what is served, and stands in the page of what is', async () => {
    const declined = server.house.routes.filter((route) => route.wire === 'toggl' && route.isDeclined)
    expect(declined.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(
      calls.map(({ method, path }) => `${method} /toggl${path}`).toSorted(),
    )
    const { body } = await call(server.app, { method: 'GET', url: '/docs/toggl/openapi.json' })
    const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const refused = new Set(
      calls.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    )
    expect(described.filter((each) => refused.has(each))).toEqual([])
  })
})
