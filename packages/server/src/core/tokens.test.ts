import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'
import { createEntry } from './entries/write.ts'
import { createProject } from './projects/write.ts'
import { createTag, listTags } from './tags.ts'
import { startTimer } from './timer.ts'
import {
  authenticateToken,
  createToken,
  listTokens,
  type NewToken,
  revokeToken,
  updateToken,
} from './tokens.ts'
import { createTeam, listWorkspaces } from './workspaces.ts'

let server: TestServer
let ann: Person

const all = { cursor: null, limit: 100 }
const anHour = { started_at: Date.UTC(2026, 2, 2, 9), ended_at: Date.UTC(2026, 2, 2, 10) }

beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  ann = await server.person()
})
afterAll(() => server.close())

const make = (fields: Partial<NewToken> = {}) =>
  createToken(ann.ctx(), {
    name: 'key',
    kind: 'timetracker',
    scopes: ['*'],
    workspaceId: null,
    expiresAt: null,
    allowedIps: [],
    ...fields,
  })
const use = (secret: string, ip = '127.0.0.1') => authenticateToken(server.system(), secret, { ip })

describe('a key', () => {
  test.each([
    ['timetracker', /^tt_[\w-]{32}$/],
    ['timing', /^tm_[\w-]{32}$/],
  ] as const)('of kind %s is %s, shown once and stored as a hash', async (kind, form) => {
    const { token, secret } = await make({ kind })
    expect(secret).toMatch(form)
    expect(token.prefix).toBe(secret.slice(0, 8))
    const { rows } = await listTokens(ann.ctx(), all)
    expect(JSON.stringify([token, rows])).not.toContain(secret.slice(8))
    const stored = await server.house.db.kysely.selectFrom('token').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(secret)
  })

  test('tells who acts, with which scopes, in which workspace', async () => {
    const { token, secret } = await make({ scopes: ['read:tags', 'read:tags'], workspaceId: ann.workspaceId })
    expect(await use(secret)).toEqual({
      kind: 'user',
      userId: ann.user.id,
      isAdmin: false,
      scopes: ['read:tags'],
      workspaceId: ann.workspaceId,
      tokenId: token.id,
      sessionId: null,
    })
  })

  test('that is not known is refused', async () => {
    const { secret } = await make()
    for (const wrong of ['', 'nonsense', `${secret}x`, secret.toUpperCase()]) {
      await expect(use(wrong)).rejects.toMatchObject({ code: 'unauthenticated', reason: 'bad_credentials' })
    }
  })

  test('expires in a year that can be written', async () => {
    const beyond = { expiresAt: Date.UTC(10_000, 0, 1) }
    const refusal = { code: 'invalid', fields: { expires_at: expect.any(String) } }
    await expect(make(beyond)).rejects.toMatchObject(refusal)
    const { token } = await make({ expiresAt: Date.UTC(9999, 11, 31) })
    await expect(updateToken(ann.ctx(), token.id, beyond)).rejects.toMatchObject(refusal)
  })

  test('works until it expires, and not at that moment', async () => {
    const { secret } = await make({ expiresAt: server.clock.now + 60_000 })
    server.clock.advance(59)
    await expect(use(secret)).resolves.toBeDefined()
    server.clock.advance(1)
    await expect(use(secret)).rejects.toMatchObject({ code: 'unauthenticated', reason: 'token_expired' })
    await expect(make({ expiresAt: server.clock.now })).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each([
    ['any address when there is no list', [], '203.0.113.9', true],
    ['an address on the list', ['203.0.113.9'], '203.0.113.9', true],
    ['no other address', ['203.0.113.9'], '203.0.113.10', false],
    ['an address of a network', ['203.0.113.0/24'], '203.0.113.10', true],
    ['no address beside the network', ['203.0.113.0/24'], '203.0.114.1', false],
    ['one of several', ['10.0.0.0/8', '2001:db8::/32'], '2001:db8::1', true],
    ['an IPv6 address on the list, however it is written', ['2001:db8:0::1'], '2001:db8::1', true],
    ['an IPv4 address in IPv6 clothes', ['203.0.113.9'], '::ffff:203.0.113.9', true],
    ['no IPv6 address by an IPv4 network', ['0.0.0.0/0'], '2001:db8::1', false],
    ['nothing that is no address', ['0.0.0.0/0'], 'unknown', false],
  ])('works from %s: %j lets %s in: %s', async (_, allowedIps, ip, isAllowed) => {
    const { secret } = await make({ allowedIps })
    if (isAllowed) await expect(use(secret, ip)).resolves.toBeDefined()
    else
      await expect(use(secret, ip)).rejects.toMatchObject({
        code: 'forbidden',
        reason: 'address_not_allowed',
      })
  })

  test.each(['localhost', '300.1.1.1', '10.0.0.0/33', ''])('has no %j on its list', async (address) => {
    await expect(make({ allowedIps: [address] })).rejects.toMatchObject({ code: 'invalid' })
  })

  test.each([[[]], [['read:everything']], [['*', 'nonsense']]])(
    'is not made with the scopes %j',
    async (scopes) => {
      await expect(make({ scopes })).rejects.toMatchObject({
        code: 'invalid',
        fields: { scopes: expect.any(String) },
      })
    },
  )

  test('is changed, and ends at once and for good', async () => {
    const { token, secret } = await make()
    const changed = await updateToken(ann.ctx(), token.id, { name: 'new', allowedIps: ['10.0.0.1'] })
    expect(changed).toMatchObject({ name: 'new', scopes: token.scopes, allowed_ips: '["10.0.0.1"]' })
    await expect(use(secret)).rejects.toMatchObject({ reason: 'address_not_allowed' })
    await revokeToken(ann.ctx(), token.id)
    await expect(use(secret, '10.0.0.1')).rejects.toMatchObject({ reason: 'bad_credentials' })
    await expect(revokeToken(ann.ctx(), token.id)).rejects.toMatchObject({ code: 'not_found' })
    const { rows } = await listTokens(ann.ctx(), all)
    expect(rows.map((row) => row.id)).not.toContain(token.id)
  })

  test('of somebody else is not there', async () => {
    const { token } = await make()
    const bob = await server.person()
    await expect(revokeToken(bob.ctx(), token.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(updateToken(bob.ctx(), token.id, { name: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    const foreign = createToken(bob.ctx(), {
      name: 'k',
      kind: 'timing',
      scopes: ['*'],
      workspaceId: ann.workspaceId,
      expiresAt: null,
      allowedIps: [],
    })
    await expect(foreign).rejects.toMatchObject({ code: 'not_found' })
  })

  test('cannot make a wider one: keys are kept by sessions and keys with all scopes', async () => {
    const { token } = await make()
    const input = { name: 'k', kind: 'timing', workspaceId: null, expiresAt: null, allowedIps: [] } as const
    for (const narrow of [{ scopes: ['read:*', 'write:*'] }, { workspaceId: ann.workspaceId }]) {
      const forbidden = { code: 'forbidden' }
      const wider = createToken(ann.ctx(narrow), { ...input, allowedIps: [], scopes: ['*'] })
      await expect(wider).rejects.toMatchObject(forbidden)
      await expect(revokeToken(ann.ctx(narrow), token.id)).rejects.toMatchObject(forbidden)
      await expect(updateToken(ann.ctx(narrow), token.id, { expiresAt: null })).rejects.toMatchObject(
        forbidden,
      )
    }
  })
})

describe('the scopes of a key', () => {
  test('cut down what its owner may do: writing does not imply reading, but gives what was written', async () => {
    const writer = () => ann.ctx({ scopes: ['write:tags'] })
    const tag = await createTag(writer(), ann.workspaceId, { name: 'written' })
    expect(tag.name).toBe('written')
    const missing = { code: 'forbidden', reason: 'missing_scope' }
    await expect(listTags(writer(), {}, all)).rejects.toMatchObject(missing)
    const reader = () => ann.ctx({ scopes: ['read:*'] })
    await expect(listTags(reader(), {}, all)).resolves.toBeDefined()
    await expect(createTag(reader(), ann.workspaceId, { name: 'x' })).rejects.toMatchObject(missing)
    await expect(startTimer(reader(), {})).rejects.toMatchObject(missing)
  })

  test('never give what the role does not: admin:all is no role', async () => {
    const team = await server.team(ann, 'viewer')
    const viewer = () => team.viewer.ctx({ scopes: ['admin:all', '*'] })
    await expect(createTag(viewer(), team.id, { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listTags(viewer(), { workspaceId: team.id }, all)).resolves.toBeDefined()
  })
})

describe('a key that is bound to a workspace', () => {
  test('knows no other', async () => {
    const team = await server.team(ann)
    const bound = () => ann.ctx({ workspaceId: team.id })
    const home = await createProject(ann.ctx(), ann.workspaceId, { title: 'Home' })
    expect((await listWorkspaces(bound())).map((each) => each.workspace_id)).toEqual([team.id])
    const gone = { code: 'not_found' }
    await expect(createTag(bound(), ann.workspaceId, { name: 'x' })).rejects.toMatchObject(gone)
    await expect(createEntry(bound(), { ...anHour, project_id: home.id })).rejects.toMatchObject(gone)
    expect(await createEntry(bound(), anHour)).toMatchObject({ workspace_id: team.id })
    const another = createTeam(bound(), { name: 'T', timeZone: 'UTC' })
    await expect(another).rejects.toMatchObject({ code: 'forbidden' })
  })
})
