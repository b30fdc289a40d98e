import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { call, openTestServer, type Person, type TestServer } from '../../testing/server.ts'
import { keyOf } from './testing/client.ts'

let server: TestServer
let operator: Person
let secret: string

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  operator = await server.person({ isAdmin: true })
  secret = (await keyOf(operator)).secret
})
afterAll(() => server.close())

function send(method: 'GET' | 'POST', body?: object) {
  const headers = { authorization: `Bearer ${secret}` }
  return call(server.app, { method, url: '/timetracker/admin/api-tokens', headers, body })
}

function make(fields: object) {
  return send('POST', { name: 'Robot', user_id: operator.user.id, scopes: 'read:projects', ...fields })
}

async function newest() {
  const { status, body } = await send('GET')
  return [status, body.tokens[0]]
}

test('a key ends after its days, and never without any', async () => {
  expect((await make({ expires_days: 1 })).status).toBe(201)
  expect(await newest()).toMatchObject([200, { expires_at: '2026-03-03T09:00:00' }])
  expect((await make({ expires_days: 0 })).status).toBe(201)
  expect(await newest()).toMatchObject([200, { expires_at: null }])
})

test.each([
  [1_000_000_000, 'The expiry lies beyond the year 9999.'],
  [Number.MAX_SAFE_INTEGER, 'The expiry lies beyond the year 9999.'],
  [-1, 'The expiry lies in the past.'],
])('a key of %d days is none', async (expires_days, error) => {
  expect(await make({ expires_days })).toMatchObject({ status: 400, body: { error } })
  expect((await newest())[0]).toBe(200)
})

test('what is refused is refused in one sentence and nothing beside it', async () => {
  const { status, body } = await make({ scopes: 'read:projects,read:bogus' })
  expect([status, body]).toEqual([400, { error: '"read:bogus" is not a scope.' }])
  expect((await make({ ip_whitelist: 'here' })).body).toEqual({
    error: '"here" is neither an address nor a network such as 10.0.0.0/8.',
  })
})

test('scopes of what is not here are left out, so that a script gets its key', async () => {
  const { status, body } = await make({ scopes: 'read:projects,read:comments,write:invoices,read:ai' })
  expect([status, body.message]).toEqual([201, 'API token created successfully'])
  expect(await newest()).toMatchObject([200, { scopes: ['read:projects'] }])
  expect(await make({ scopes: ['read:filters', 'write:inventory'] })).toMatchObject({
    status: 400,
    body: { error: 'This server has nothing that these scopes are for' },
  })
  for (const scopes of ['delete:comments', 'comments', 'read:comments2'])
    expect((await make({ scopes })).body.error).toBe(`"${scopes}" is not a scope.`)
})
