import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mountWire } from '../../http/edge.ts'
import { openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { timeTrackerInWire } from './index.ts'
import { coreClient, integrationClient } from './testing/client.ts'
import { type ApiVersion, VERSIONS } from './versions.ts'

let server: TestServer
let ann: Person

beforeAll(async () => {
  server = await openTestServer()
  ann = await server.person({ name: 'Ann' })
})
afterAll(() => server.close())

const asking = (version: string) => ({ 'x-accept-version': version })

describe('a version of the core API', () => {
  test.each(['1.0.0', '1.0', '1', 'v1', '^1.0.0', ' 1.0.0 '])('is asked for by %j', async (asked) => {
    const { status, headers } = await coreClient(server, ann.token).get('/workspaces', asking(asked))
    expect([status, headers['x-api-version']]).toEqual([200, '1.0.0'])
  })

  test('is the latest stable one where none is asked for', async () => {
    const { status, headers } = await coreClient(server, ann.token).get('/workspaces')
    expect([status, headers['x-api-version']]).toEqual([200, '1.0.0'])
  })

  test.each(['2.0.0', '0.9', 'latest', '1.0.0-beta'])(
    'that is not served, such as %j, is refused',
    async (asked) => {
      for (const path of ['/workspaces', '/nothing']) {
        const { status, headers, body } = await coreClient(server, ann.token).get(path, asking(asked))
        expect([status, headers['x-api-version']]).toEqual([400, undefined])
        expect(body.error).toEqual({
          code: 'VALIDATION_ERROR',
          message: expect.stringContaining('1.0.0'),
          details: [{ field: 'X-Accept-Version', message: expect.stringContaining('1.0.0') }],
        })
      }
    },
  )

  test('stands on refusals too', async () => {
    const { status, headers } = await coreClient(server, 'wrong').get('/workspaces')
    expect([status, headers['x-api-version']]).toEqual([401, '1.0.0'])
    const none = await coreClient(server, ann.token).get('/nothing')
    expect([none.status, none.headers['x-api-version']]).toEqual([404, '1.0.0'])
  })

  test('is no matter of the integration surface', async () => {
    const zapier = integrationClient(server, ann.token)
    const { status, headers } = await zapier.get('/triggers/workspaces', asking('7.0.0'))
    expect([status, headers['x-api-version']]).toEqual([200, undefined])
  })
})

describe('beside a second version', () => {
  let app: FastifyInstance

  const second: ApiVersion = {
    version: '2.0.0',
    routes(routes) {
      routes.get('/workspaces', { schema: { summary: 'List workspaces by name' } }, async () => ({
        names: ['Home'],
      }))
      routes.get('/hello', { schema: { summary: 'Greet' } }, async () => ({ hello: 'there' }))
    },
  }
  const draft: ApiVersion = {
    version: '3.0.0-beta.1',
    routes(routes) {
      routes.get('/workspaces', { schema: { summary: 'A draft' } }, async () => ({ draft: true }))
    },
  }

  beforeAll(async () => {
    app = Fastify()
    const house = { ...server.house, routes: [] }
    await mountWire(app, house, timeTrackerInWire(house, [...VERSIONS, second, draft]))
    await app.ready()
  })
  afterAll(() => app.close())

  const get = async (path: string, version?: string) => {
    const { status, headers, body } = await coreClient({ app }, ann.token).get(
      path,
      version === undefined ? {} : asking(version),
    )
    return [status, headers['x-api-version'], body] as const
  }

  test('each has its own routes, and who asks for none gets the latest stable one', async () => {
    expect(await get('/workspaces')).toEqual([200, '2.0.0', { names: ['Home'] }])
    expect(await get('/workspaces', '2')).toEqual([200, '2.0.0', { names: ['Home'] }])
    const [status, version, body] = await get('/workspaces', '1')
    expect([status, version, body.data[0].name]).toEqual([200, '1.0.0', expect.any(String)])
    expect(await get('/hello', '2.0.0')).toEqual([200, '2.0.0', { hello: 'there' }])
    expect((await get('/hello', '1.0.0')).slice(0, 2)).toEqual([404, '1.0.0'])
  })

  test('a draft is for who asks for it by its whole name', async () => {
    expect(await get('/workspaces', '3.0.0-beta.1')).toEqual([200, '3.0.0-beta.1', { draft: true }])
    expect((await get('/workspaces', '3'))[0]).toBe(400)
  })
})
