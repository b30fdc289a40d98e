import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { listEvents } from './events.ts'
import {
  createTokenFor,
  getAnyToken,
  listAllTokens,
  revokeAnyToken,
  rotateToken,
  updateAnyToken,
} from './token-admin.ts'
import { authenticateToken, createToken, type NewToken, updateToken } from './tokens.ts'
import { updateUser } from './users.ts'

let server: TestServer
let operator: Person
let ann: Person

const all = { cursor: null, limit: 100 }
const notFound = { code: 'not_found' }
const forbidden = { code: 'forbidden' }
const KEY: NewToken = {
  name: 'key',
  kind: 'timetracker',
  scopes: ['read:tags'],
  workspaceId: null,
  expiresAt: null,
  allowedIps: [],
}

beforeAll(async () => {
  server = await openTestServer()
  operator = await server.person({ isAdmin: true })
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

/** A context of the operator, who is known to run the installation. */
const admin = (actor: Parameters<Person['ctx']>[0] = {}) => operator.ctx({ isAdmin: true, ...actor })
const make = (fields: Partial<NewToken> = {}) => createTokenFor(admin(), ann.user.id, { ...KEY, ...fields })
const use = (secret: string, ip = '127.0.0.1') => authenticateToken(server.system(), secret, { ip })
const off = { code: 'unauthenticated', reason: 'token_revoked' }

describe('who runs the installation', () => {
  test('makes a key for somebody, which acts as that person', async () => {
    const { token, secret } = await make({ description: ' For the shop ', workspaceId: ann.workspaceId })
    expect(token).toMatchObject({
      user_id: ann.user.id,
      user_email: ann.email,
      description: 'For the shop',
      is_active: 1,
      prefix: secret.slice(0, 8),
      workspace_id: ann.workspaceId,
    })
    expect(JSON.stringify(token)).not.toContain(secret.slice(8))
    expect(await use(secret)).toMatchObject({
      userId: ann.user.id,
      isAdmin: false,
      scopes: ['read:tags'],
      workspaceId: ann.workspaceId,
    })
    const { rows } = await listEvents(
      ann.ctx(),
      { workspaceId: ann.workspaceId, subjectKinds: ['token'] },
      all,
    )
    expect(rows[0]).toMatchObject({ kind: 'token.created', user_id: operator.user.id, subject_id: token.id })
  })

  test('makes no key that would be of no use', async () => {
    const team = await server.team(operator)
    for (const fields of [
      { scopes: [] },
      { scopes: ['read:everything'] },
      { name: ' ' },
      { expiresAt: server.clock.now },
      { allowedIps: ['somewhere'] },
      { workspaceId: team.id },
    ])
      await expect(make(fields)).rejects.toMatchObject({ code: 'invalid' })
    await expect(createTokenFor(admin(), 2_000_000_000, KEY)).rejects.toMatchObject(notFound)
    await updateUser(server.system(), ann.user.id, { is_active: false })
    await expect(make()).rejects.toMatchObject({ code: 'invalid', fields: { user_id: expect.any(String) } })
  })

  test('finds everybody’s keys, the newest first, by person and by part of the address', async () => {
    const bob = await server.person({ email: 'Bob_100%@example.org' })
    const [first, second] = [await make(), await make()].map(({ token }) => token.id)
    const { token: bobs } = await createToken(bob.ctx(), KEY)
    const ids = async (filter: Parameters<typeof listAllTokens>[1]) =>
      (await listAllTokens(admin(), filter, all)).rows.map((row) => row.id)
    expect((await ids({ userId: ann.user.id })).slice(0, 2)).toEqual([second, first])
    expect((await ids({ text: 'bob_100%' }))[0]).toBe(bobs.id)
    expect(await ids({ text: 'b%b' })).toEqual([])
    const page = await listAllTokens(admin(), { userId: ann.user.id }, { cursor: null, limit: 1 })
    const rest = await listAllTokens(admin(), { userId: ann.user.id }, { cursor: page.next, limit: 1 })
    expect([...page.rows, ...rest.rows].map((row) => row.id)).toEqual([second, first])
    expect(JSON.stringify(page.rows)).not.toContain('secret_hash')
    expect(await getAnyToken(admin(), bobs.id)).toMatchObject({ user_email: 'Bob_100%@example.org' })
  })

  test('switches a key off and on again', async () => {
    const { token, secret } = await make()
    const after = await updateAnyToken(admin(), token.id, { isActive: false, name: 'Paused' })
    expect(after).toMatchObject({ is_active: 0, name: 'Paused', user_email: ann.email })
    await expect(use(secret)).rejects.toMatchObject(off)
    await updateAnyToken(admin(), token.id, { isActive: true })
    await expect(use(secret)).resolves.toBeDefined()
    await updateAnyToken(admin(), token.id, {
      allowedIps: ['10.0.0.0/8'],
      expiresAt: server.clock.now + 1000,
    })
    await expect(use(secret)).rejects.toMatchObject({ reason: 'address_not_allowed' })
    await expect(use(secret, '10.1.2.3')).resolves.toBeDefined()
    // Its owner may do the same to it.
    await updateToken(ann.ctx(), token.id, { isActive: false })
    await expect(use(secret, '10.1.2.3')).rejects.toMatchObject(off)
  })

  test('raises the limits of a key, which the one that replaces it keeps, with an event', async () => {
    const { token } = await make()
    expect(token.limit_factor).toBe(1)
    expect(await updateAnyToken(admin(), token.id, { limitFactor: 20 })).toMatchObject({ limit_factor: 20 })
    expect(await updateAnyToken(admin(), token.id, { name: 'Renamed' })).toMatchObject({ limit_factor: 20 })
    // Its owner may rename it, no more.
    expect(await updateToken(ann.ctx(), token.id, { name: 'Mine' })).toMatchObject({ limit_factor: 20 })
    expect((await rotateToken(admin(), token.id)).token.limit_factor).toBe(20)
    for (const limitFactor of [0, -1, 1.5, 1001, Number.NaN])
      await expect(updateAnyToken(admin(), token.id, { limitFactor })).rejects.toMatchObject({
        code: 'invalid',
        fields: { limit_factor: expect.any(String) },
      })
    const { rows } = await listEvents(
      ann.ctx(),
      { workspaceId: ann.workspaceId, subjectKinds: ['token'], subjectId: token.id },
      all,
    )
    const factors = rows.map(({ before, after }) =>
      [before, after].map((row) => row && JSON.parse(String(row)).limit_factor),
    )
    expect(factors.at(-2)).toEqual([1, 20])
  })

  test('rotates a key: the new one may what the old one might, which is switched off', async () => {
    const expiresAt = server.clock.now + 3_600_000
    const limits = { workspaceId: ann.workspaceId, allowedIps: ['127.0.0.1'], expiresAt }
    const old = await make({ ...limits, kind: 'timing', description: 'D' })
    const { token, secret } = await rotateToken(admin(), old.token.id)
    expect(secret).toMatch(/^tm_/)
    expect(token).toMatchObject({
      user_id: ann.user.id,
      name: 'key (rotated)',
      description: 'D',
      expires_at: expiresAt,
      workspace_id: ann.workspaceId,
      scopes: old.token.scopes,
      allowed_ips: old.token.allowed_ips,
    })
    await expect(use(old.secret)).rejects.toMatchObject(off)
    expect(await use(secret)).toMatchObject({ userId: ann.user.id, scopes: ['read:tags'] })
    server.clock.advance(3601)
    const late = await rotateToken(admin(), token.id)
    expect(late.token.expires_at).toBeNull()
    await expect(use(late.secret)).resolves.toBeDefined()
  })

  test('revokes a key for good', async () => {
    const { token, secret } = await make()
    await revokeAnyToken(admin(), token.id)
    await expect(use(secret)).rejects.toMatchObject({ reason: 'bad_credentials' })
    for (const late of [
      () => revokeAnyToken(admin(), token.id),
      () => updateAnyToken(admin(), token.id, { isActive: true }),
      () => rotateToken(admin(), token.id),
      () => getAnyToken(admin(), token.id),
    ])
      await expect(late()).rejects.toMatchObject(notFound)
  })
})

describe('everybody’s keys are kept from', () => {
  const calls: Record<string, (ctx: ReturnType<Person['ctx']>, id: number) => Promise<unknown>> = {
    list: (ctx) => listAllTokens(ctx, {}, all),
    show: (ctx, id) => getAnyToken(ctx, id),
    make: (ctx) => createTokenFor(ctx, ann.user.id, KEY),
    update: (ctx, id) => updateAnyToken(ctx, id, { name: 'Mine' }),
    rotate: (ctx, id) => rotateToken(ctx, id),
    revoke: (ctx, id) => revokeAnyToken(ctx, id),
  }

  test.each(Object.keys(calls))('those who do not run the installation: %s', async (name) => {
    const { token } = await make()
    await expect(calls[name]!(ann.ctx(), token.id)).rejects.toMatchObject(forbidden)
  })

  test.each(Object.keys(calls))(
    'narrow keys of those who do, which could widen themselves: %s',
    async (name) => {
      const { token } = await make()
      const narrow = [
        admin({ tokenId: 1, scopes: ['read:*', 'write:*'] }),
        admin({ tokenId: 1, workspaceId: operator.workspaceId }),
      ]
      for (const ctx of narrow) await expect(calls[name]!(ctx, token.id)).rejects.toMatchObject(forbidden)
      const wide = admin({ tokenId: 1, scopes: ['admin:all'] })
      await expect(calls[name]!(wide, token.id)).resolves.not.toThrow()
    },
  )
})
