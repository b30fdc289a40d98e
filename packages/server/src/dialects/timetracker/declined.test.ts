import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../core/tokens.ts'
import { call, openTestServer, type TestServer } from '../../testing/server.ts'
import { DECLINED } from './declined.ts'
import { SYSTEM_ROUTES } from './testing/system-routes.ts'

const ROOT = '/timetracker/api/v1'

let server: TestServer
let key: string

beforeAll(async () => {
  server = await openTestServer()
  const ann = await server.person()
  const anyKey = { name: 'key', scopes: ['*'], workspaceId: null, expiresAt: null, allowedIps: [] }
  key = (await createToken(ann.ctx(), { ...anyKey, kind: 'timetracker' })).secret
})
afterAll(() => server.close())

const calls = Object.entries(DECLINED).flatMap(([module, groups]) =>
  groups.flatMap(([methods, path]) => methods.map((method) => ({ method, path, module }))),
)

const system = SYSTEM_ROUTES.flatMap((route) => {
  const [path = '', ...methods] = route.split(' ').reverse()
  return methods.map((method) => `${method} ${path}`)
})

describe('what is declined', () => {
  test.each(calls)('$method $path answers as a module that is switched off', async (declined) => {
    const { method, path, module } = declined
    const url = ROOT + path.replaceAll(/:\w+/g, '1')
    const headers = { authorization: `Bearer ${key}` }
    expect(await call(server.app, { method, url, headers })).toMatchObject({
      status: 403,
      body: {
        error: 'module_disabled',
        message: `${module} module is disabled by the administrator.`,
        error_code: 'forbidden',
      },
    })
    // Whoever is not known is not told what there is.
    expect((await call(server.app, { method, url })).body).toMatchObject({ error: 'Authentication required' })
  })

  test('is known as no part of what is served', async () => {
    const declined = server.house.routes.filter((route) => route.wire === 'timetracker' && route.isDeclined)
    expect(declined.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(
      calls.map(({ method, path }) => `${method} ${ROOT}${path}`).toSorted(),
    )
  })

  test('is known to the system, and everything the system has is served or declined', () => {
    expect([new Set(SYSTEM_ROUTES).size, new Set(system).size]).toEqual([156, 280])
    const known = server.house.routes
      .filter((route) => route.wire === 'timetracker' && route.url.startsWith(ROOT))
      .map((route) => ({ ...route, name: `${route.method} ${route.url.slice(ROOT.length)}` }))
    const names = new Set(known.map(({ name }) => name))
    expect(system.filter((name) => !names.has(name))).toEqual([])
    const inSystem = new Set(system)
    expect(known.filter((each) => each.isDeclined && !inSystem.has(each.name))).toEqual([])
  })
})
