import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listEvents } from './events.ts'
import { createIntegrationKey } from './integration-keys.ts'
import { authenticateToken, listTokens } from './tokens.ts'

let server: TestServer
let ann: Person

const all = { cursor: null, limit: 100 }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const make = () => createIntegrationKey(ann.ctx())
const use = (secret: string) => authenticateToken(server.system(), secret, { ip: '127.0.0.1' })
const liveKeys = async () => (await listTokens(ann.ctx(), all)).rows.filter((row) => row.is_integration === 1)

describe('the integration key', () => {
  test('may do everything its person may, everywhere and without end', async () => {
    const { token, secret } = await make()
    expect(secret).toMatch(/^tt_[\w-]{32}$/)
    expect(token).toMatchObject({ is_integration: 1, expires_at: null, allowed_ips: '[]' })
    expect(await use(secret)).toMatchObject({ userId: ann.user.id, scopes: ['*'], workspaceId: null })
  })

  test('ends at once when another one is made, and no other key does', async () => {
    const other = await server.person()
    const others = await createIntegrationKey(other.ctx())
    const old = await make()
    const { token, secret } = await make()
    await expect(use(old.secret)).rejects.toMatchObject({
      code: 'unauthenticated',
      reason: 'bad_credentials',
    })
    expect(await use(secret)).toMatchObject({ tokenId: token.id })
    expect(await use(ann.token)).toMatchObject({ userId: ann.user.id })
    expect(await use(others.secret)).toMatchObject({ userId: other.user.id })
  })

  test('is one, however many ask for it at once', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, make))
    const live = await liveKeys()
    expect(live).toHaveLength(1)
    const answers = await Promise.allSettled(made.map(({ secret }) => use(secret)))
    const working = made.filter((_, index) => answers[index]?.status === 'fulfilled')
    expect(working.map(({ token }) => token.id)).toEqual(live.map(({ id }) => id))
  })

  test('is not for keys that may do less than it', async () => {
    const narrow = ann.ctx({ scopes: ['read:*', 'write:*'], tokenId: 1 })
    await expect(createIntegrationKey(narrow)).rejects.toMatchObject({ reason: 'missing_scope' })
    const bound = ann.ctx({ workspaceId: ann.workspaceId, tokenId: 1 })
    await expect(createIntegrationKey(bound)).rejects.toMatchObject({ reason: 'not_allowed' })
    expect(await liveKeys()).toEqual([])
  })

  test('leaves an event for the one that ends and one for the one that begins, in one operation', async () => {
    const old = await make()
    const { token } = await make()
    const { rows } = await listEvents(ann.ctx(), { workspaceId: ann.workspaceId }, all)
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'token.created', subject_id: token.id },
      { kind: 'token.deleted', subject_id: old.token.id },
    ])
    expect(rows[0]?.operation_id).toBe(rows[1]?.operation_id)
    expect(JSON.stringify(rows)).not.toMatch(/secret_hash/)
  })
})
