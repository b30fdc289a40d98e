import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createToken, type Token } from '../core/tokens.ts'
import { readingHere } from '../reading/reads.ts'
import { openServer, type Server } from '../server.ts'
import { call, openTestServer, type Person, type TestServer } from '../testing/server.ts'

const NATIVE = '/sundial/api/v1'
const TIMETRACKER = '/timetracker/api/v1/timer/status'

let server: TestServer
let operator: Person
let ann: Person
let key: { token: Token; secret: string }

beforeAll(async () => {
  server = await openTestServer({ RATE_LIMITS: 'documented' })
  operator = await server.person({ isAdmin: true })
})
beforeEach(async () => {
  ann = await server.person()
  key = await createToken(ann.ctx(), {
    name: 'Busy',
    kind: 'timetracker',
    scopes: ['*'],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
  })
})
afterAll(() => server.close())

const raise = (limit_factor: unknown, by = operator) =>
  by.call('PATCH', `${NATIVE}/admin/tokens/${key.token.id}`, { limit_factor })

async function ask(
  url: string,
  headers: Record<string, string> = bearer(),
  on: Pick<Server, 'app'> = server,
) {
  const { status, headers: answered } = await call(on.app, { method: 'GET', url, headers })
  return { status, limit: answered['x-ratelimit-limit'], left: answered['x-ratelimit-remaining'] }
}

const bearer = () => ({ authorization: `Bearer ${key.secret}` })

/** What the answers of each wire that tells its limits say of them. */
async function limitsOn(on: Pick<Server, 'app'> = server) {
  const paths = [`${NATIVE}/me`, '/timing/api/v1/teams', TIMETRACKER, `${NATIVE}/nothing`]
  const limits = []
  for (const path of paths) limits.push((await ask(path, bearer(), on)).limit)
  return limits
}

const usual = ['1200', '500', '100', '1200']

describe('a key whose limits an administrator has raised', () => {
  test('is told so at once by every wire, until it is lowered again', async () => {
    expect(await limitsOn()).toEqual(usual)
    expect(await raise(3)).toMatchObject({ status: 200, body: { id: key.token.id, limit_factor: 3 } })
    expect(await limitsOn()).toEqual(['3600', '1500', '300', '3600'])
    const preflight = { method: 'OPTIONS', url: TIMETRACKER, headers: bearer() } as const
    expect((await call(server.app, preflight)).headers).toMatchObject({ 'x-ratelimit-limit': '300' })
    const { body } = await ann.call('GET', `${NATIVE}/tokens`)
    expect(body.data.map((each: { limit_factor: number }) => each.limit_factor)).toEqual([3, 1])
    await raise(1)
    expect(await limitsOn()).toEqual(usual)
  })

  test('may use them up, on each wire and however it is presented', async () => {
    await raise(2)
    const everyHeader = [bearer(), { authorization: `Token ${key.secret}` }, { 'x-api-key': key.secret }]
    for (let count = 1; count < 200; count++) await ask(TIMETRACKER, everyHeader[count % 3])
    expect(await ask(TIMETRACKER)).toEqual({ status: 200, limit: '200', left: '0' })
    for (const headers of everyHeader) expect((await ask(TIMETRACKER, headers)).status).toBe(429)
    for (let count = 1; count < 400; count++) await ask('/timing/api/v1/teams')
    expect(await ask('/timing/api/v1/teams')).toEqual({ status: 200, limit: '1000', left: '600' })
    expect((await ask('/timing/api/v1/teams')).status).toBe(429)
    expect(await ask(`${NATIVE}/me`)).toMatchObject({ status: 200, left: '2399' })
  })

  test('is replaced by one that is raised as well', async () => {
    await raise(4)
    const { body } = await operator.call('POST', `${NATIVE}/admin/tokens/${key.token.id}/rotate`, {})
    expect(body.limit_factor).toBe(4)
    expect((await ask(TIMETRACKER, { authorization: `Bearer ${body.token}` })).limit).toBe('400')
  })

  test('is known to other processes, before they start and when they look again, and is forgotten once it is revoked', async () => {
    await raise(3)
    const other = await openServer(readConfig(server.env), { reading: readingHere(), leavesJobs: true })
    try {
      expect(await limitsOn(other)).toEqual(['3600', '1500', '300', '3600'])
      await raise(5)
      await other.house.raisedLimits.refresh()
      expect((await ask(TIMETRACKER, bearer(), other)).limit).toBe('500')
      await ann.call('DELETE', `${NATIVE}/tokens/${key.token.id}`)
      await other.house.raisedLimits.refresh()
      expect(await ask(TIMETRACKER, bearer(), other)).toMatchObject({ status: 401, limit: '100' })
    } finally {
      await other.close()
    }
  })

  test.each([
    ['friendly', '6000'],
    ['off', '300'],
  ])('is told so where limits are %s', async (setting, limit) => {
    await raise(3)
    const env = { ...server.env, RATE_LIMITS: setting }
    const other = await openServer(readConfig(env), { reading: readingHere(), leavesJobs: true })
    try {
      for (let count = 1; count <= 301; count++) await ask(TIMETRACKER, bearer(), other)
      expect(await ask(TIMETRACKER, bearer(), other)).toMatchObject({ status: 200, limit })
    } finally {
      await other.close()
    }
  })
})

test('nobody else can raise a key, least of all its owner', async () => {
  expect((await raise(2, ann)).status).toBe(403)
  for (const factor of [0, 1001, 1.5, '2']) expect((await raise(factor)).status).toBe(422)
  await ann.call('PATCH', `${NATIVE}/tokens/${key.token.id}`, { limit_factor: 2, name: 'Mine' })
  await ann.call('POST', `${NATIVE}/tokens`, { limit_factor: 2, name: 'Another' })
  const { body } = await ann.call('GET', `${NATIVE}/tokens`)
  for (const { limit_factor } of body.data) expect(limit_factor).toBe(1)
  expect(await limitsOn()).toEqual(usual)
})
