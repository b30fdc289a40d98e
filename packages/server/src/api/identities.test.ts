import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../core/user-admin.ts'
import { openProvider, type TestProvider } from '../testing/provider.ts'
import { openTestServer, type Person, type TestServer } from '../testing/server.ts'

const API = '/sundial/api/v1'

let provider: TestProvider
let server: TestServer
beforeAll(async () => {
  provider = await openProvider()
  server = await openTestServer({ ...provider.settings, OIDC_SIGN_UP: 'on' })
  await server.person({ isAdmin: true })
})
afterEach(() => {
  provider.forge = undefined
})
afterAll(async () => {
  await server.close()
  await provider.close()
})

/** A browser: it keeps what the server sets, and sends it along. */
function browser(on = server) {
  const cookies = new Map<string, string>()
  async function send(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
    const answer = await on.app.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      headers: { origin: 'http://sundial.test', 'sec-fetch-site': 'same-origin' },
      ...(payload ? { payload } : {}),
    })
    for (const { name, value } of answer.cookies)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    return answer
  }
  async function begin(body: object = {}): Promise<string> {
    const answer = await send('POST', `${API}/session/provider`, body)
    expect(answer.statusCode).toBe(201)
    return answer.json().url
  }
  /** Comes back from the provider. Gives the page it ends at. */
  async function comeBack(address: string): Promise<string> {
    const { pathname, search } = new URL(address)
    const answer = await send('GET', pathname + search)
    expect(answer.statusCode).toBe(302)
    return String(answer.headers.location)
  }
  return {
    cookies,
    send,
    begin,
    comeBack,
    async signIn(login: string, body: object = {}): Promise<string> {
      return comeBack(await provider.signIn(await begin(body), login))
    },
    async link(login: string): Promise<string> {
      const { url } = (await send('POST', `${API}/me/identities`)).json()
      return comeBack(await provider.signIn(url, login))
    },
    async signInWithPassword({ email, password }: Pick<Person, 'email' | 'password'>) {
      expect((await send('POST', `${API}/session`, { email, password })).statusCode).toBe(201)
    },
    async me() {
      return (await send('GET', `${API}/session`)).json().me
    },
  }
}

let count = 0
/** Somebody the provider knows. */
function known(person: { email?: string; email_verified?: boolean; name?: string } = {}): string {
  count += 1
  const login = `login${count}`
  provider.people[login] = {
    email: `${login}@example.org`,
    email_verified: true,
    name: `Login ${count}`,
    ...person,
  }
  return login
}

async function linked(): Promise<{ person: Person; login: string; tab: ReturnType<typeof browser> }> {
  const [person, login, tab] = [await server.person(), known(), browser()]
  await tab.signInWithPassword(person)
  expect(await tab.link(login)).toBe('/settings/password')
  return { person, login, tab }
}

describe('signing in at the provider', () => {
  test('is offered by name', async () => {
    expect((await browser().send('GET', `${API}/server`)).json().single_sign_on).toEqual({ name: 'Harbour' })
  })

  test('makes an account for somebody new, and opens the same one the next time', async () => {
    const login = known({ name: 'Nora Ness' })
    const first = browser()
    expect(await first.signIn(login, { to: '/reports?by=client', time_zone: 'Europe/Oslo' })).toBe(
      '/reports?by=client',
    )
    const made = await first.me()
    expect(made).toMatchObject({ email: `${login}@example.org`, name: 'Nora Ness', time_zone: 'Europe/Oslo' })
    expect(made.is_admin).toBe(false)
    // What the provider says of the address later decides nothing: its own number for the person does.
    provider.people[login] = { email: 'elsewhere@example.org', email_verified: false }
    const second = browser()
    expect(await second.signIn(login)).toBe('/')
    expect((await second.me()).id).toBe(made.id)
    const sessions = (await second.send('GET', `${API}/me/sessions`)).json().data
    expect(sessions.map((each: { opened_with: string }) => each.opened_with)).toEqual([
      'identity',
      'identity',
    ])
    const { data } = (
      await second.send('GET', `${API}/events?workspace_id=${made.default_workspace_id}`)
    ).json()
    const kinds = data.map((each: { kind: string }) => each.kind)
    expect(kinds).toEqual(expect.arrayContaining(['identity.created', 'user.signed_in']))
    expect(JSON.stringify(data)).not.toContain(second.cookies.get('sundial-session'))
  })

  test.each([
    ['who tells the address in the token', { tellsInToken: true }],
    ['that knows this server without a secret', { isPublic: true }],
    ['that wants the secret in the body', { method: 'client_secret_post' }],
  ] as const)('works with a provider %s', async (_which, options) => {
    const other = await openProvider(options)
    other.people['ada'] = { email: 'ada@example.org', email_verified: true }
    const own = await openTestServer({ ...other.settings, OIDC_SIGN_UP: 'on' })
    await own.person()
    const tab = browser(own)
    expect(await tab.comeBack(await other.signIn(await tab.begin(), 'ada'))).toBe('/')
    expect((await tab.me()).email).toBe('ada@example.org')
    await own.close()
    await other.close()
  })

  test('leads to pages of this server only', async () => {
    const login = known()
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      'settings',
      '',
    ])
      expect([to, await browser().signIn(login, { to })]).toEqual([to, '/'])
    expect(await browser().signIn(login, { to: '/tasks?view=board#top' })).toBe('/tasks?view=board#top')
  })

  test('keeps what it needs in a cookie that no script reads and that says nothing', async () => {
    const tab = browser()
    const answer = await tab.send('POST', `${API}/session/provider`, { to: '/reports' })
    const cookie = answer.cookies.find(({ name }) => name === 'sundial-attempt')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 })
    const { searchParams } = new URL(answer.json().url)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: 'sundial',
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      redirect_uri: 'http://sundial.test/sundial/api/v1/session/provider',
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)?.length).toBeGreaterThanOrEqual(43)
    const text = Buffer.from(cookie?.value ?? '', 'base64url').toString('latin1')
    expect(text).not.toMatch(/reports|state|nonce/)
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

test('the cookie of an attempt is bound to this very host and to https where the address has it', async () => {
  const own = await openTestServer({ ...provider.settings, BASE_URL: 'https://time.example.org' })
  const answer = await own.app.inject({ method: 'POST', url: `${API}/session/provider`, payload: {} })
  expect(answer.cookies).toEqual([
    expect.objectContaining({ name: '__Host-sundial-attempt', secure: true, httpOnly: true, path: '/' }),
  ])
  expect(answer.cookies[0]).not.toHaveProperty('domain')
  await own.close()
})

describe('coming back', () => {
  test('with another state, or none, is a sign-in that is over', async () => {
    const login = known()
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'x'.repeat(43)),
      (url: URL) => url.searchParams.delete('state'),
    ]) {
      const tab = browser()
      const back = new URL(await provider.signIn(await tab.begin(), login))
      change(back)
      expect(await tab.comeBack(back.href)).toBe('/sign-in?problem=sign_in_expired')
      expect(await tab.me()).toBeNull()
    }
  })

  test('works in the browser that left, and there once', async () => {
    const tab = browser()
    const back = await provider.signIn(await tab.begin(), known())
    expect(await browser().comeBack(back)).toBe('/sign-in?problem=sign_in_expired')
    const kept = tab.cookies.get('sundial-attempt') ?? ''
    expect(await tab.comeBack(back)).toBe('/')
    expect(tab.cookies.has('sundial-attempt')).toBe(false)
    expect(await tab.comeBack(back)).toBe('/sign-in?problem=sign_in_expired')
    // Whoever kept the cookie all the same has a code that the provider takes once.
    const again = browser()
    again.cookies.set('sundial-attempt', kept)
    expect(await again.comeBack(back)).toBe('/sign-in?problem=provider_refused')
    expect(await again.me()).toBeNull()
  })

  test('takes ten minutes at most', async () => {
    const tab = browser()
    const back = await provider.signIn(await tab.begin({ to: '/tasks' }), known())
    server.clock.advance(601)
    expect(await tab.comeBack(back)).toBe('/sign-in?problem=sign_in_expired')
  })

  test('with a cookie that was made up is refused', async () => {
    const tab = browser()
    const back = await provider.signIn(await tab.begin(), known())
    tab.cookies.set('sundial-attempt', Buffer.from('{"proof":{}}').toString('base64url'))
    expect(await tab.comeBack(back)).toBe('/sign-in?problem=sign_in_expired')
  })

  test('says when it was cancelled there', async () => {
    const tab = browser()
    const back = await provider.cancel(await tab.begin({ to: '/tasks' }))
    expect(await tab.comeBack(back)).toBe('/sign-in?problem=sign_in_cancelled&to=%2Ftasks')
  })

  test.each([
    ['nonce', { nonce: 'another' }],
    ['issuer', { iss: 'https://evil.example' }],
    ['audience', { aud: 'another client' }],
    ['end', { exp: 1_000_000_000 }],
    ['nobody', { sub: undefined }],
  ])('with a token of another %s is refused', async (_what, claims) => {
    const tab = browser()
    const login = known()
    const back = await provider.signIn(await tab.begin(), login)
    provider.forge = (given) => ({ ...given, ...claims })
    expect(await tab.comeBack(back)).toBe('/sign-in?problem=provider_refused')
    expect(await tab.me()).toBeNull()
    // It is what the token says that is refused, and not that it was written anew.
    provider.forge = (given) => given
    expect(await tab.signIn(login)).toBe('/')
  })

  test('with an answer in the name of another provider, or with another code, is refused', async () => {
    for (const [name, value] of [
      ['iss', 'https://evil.example'],
      ['code', 'x'.repeat(43)],
    ] as const) {
      const tab = browser()
      const back = new URL(await provider.signIn(await tab.begin(), known()))
      back.searchParams.set(name, value)
      expect([name, await tab.comeBack(back.href)]).toEqual([name, '/sign-in?problem=provider_refused'])
    }
  })
})

describe('whose account it is', () => {
  test('is not known by an address the provider does not vouch for', async () => {
    for (const person of [{ email_verified: false }, { email: undefined }]) {
      const tab = browser()
      expect(await tab.signIn(known(person))).toBe('/sign-in?problem=email_not_verified')
      expect(await tab.me()).toBeNull()
    }
  })

  test('is not decided by an address where somebody opens it with a password', async () => {
    const person = await server.person()
    const login = known({ email: person.email })
    const tab = browser()
    expect(await tab.signIn(login)).toBe('/sign-in?problem=account_exists')
    expect(await tab.me()).toBeNull()
    await tab.signInWithPassword(person)
    expect(await tab.link(login)).toBe('/settings/password')
    const next = browser()
    expect(await next.signIn(login)).toBe('/')
    expect((await next.me()).id).toBe(person.user.id)
  })

  test('is decided by it where an account was made for it that nothing opens yet', async () => {
    const login = known()
    const email = `${login}@example.org`
    const { account } = await createAccount(server.system(), { email, timeZone: 'UTC' })
    const tab = browser()
    expect(await tab.signIn(login)).toBe('/')
    expect((await tab.me()).id).toBe(account.id)
    // The address may be somebody else's by now, but the account is not.
    expect(await browser().signIn(known({ email }))).toBe('/sign-in?problem=account_exists')
  })

  test('does not matter where it is switched off', async () => {
    const { person, login } = await linked()
    const waiting = known()
    const made = await createAccount(server.system(), { email: `${waiting}@example.org`, timeZone: 'UTC' })
    await server.house.db.kysely
      .updateTable('user')
      .set({ is_active: 0 })
      .where('id', 'in', [person.user.id, made.account.id])
      .execute()
    for (const each of [login, waiting]) {
      const tab = browser()
      expect(await tab.signIn(each)).toBe('/sign-in?problem=account_inactive')
      expect(await tab.me()).toBeNull()
    }
  })

  test('where nobody signs up, is only a new one for who is invited', async () => {
    const own = await openTestServer(provider.settings)
    const owner = await own.person()
    const team = await own.team(owner)
    const login = known()
    const tab = browser(own)
    const at = async (invitation?: string) =>
      tab.comeBack(await provider.signIn(await tab.begin({ invitation }), login))
    expect(await at()).toBe('/sign-in?problem=registration_closed')
    const invite = async (email: string) => {
      const body = { email, role: 'member' }
      const { url } = (await owner.call('POST', `${API}/workspaces/${team.id}/invitations`, body)).body
      return new URL(url).pathname.split('/').at(-1)
    }
    expect(await at(await invite('somebody-else@example.org'))).toBe('/sign-in?problem=not_allowed')
    expect(await tab.me()).toBeNull()
    expect(await at(await invite(`${login}@example.org`))).toBe('/')
    const { memberships } = await tab.me()
    expect(memberships.map((each: { workspace: { id: number } }) => each.workspace.id)).toContain(team.id)
    await own.close()
  })

  test('is never the first one, which takes the set-up code', async () => {
    const own = await openTestServer({ ...provider.settings, OIDC_SIGN_UP: 'on' })
    const tab = browser(own)
    expect(await tab.comeBack(await provider.signIn(await tab.begin(), known()))).toBe(
      '/sign-in?problem=bad_input',
    )
    expect(await own.house.db.kysely.selectFrom('user').selectAll().execute()).toEqual([])
    await own.close()
  })
})

describe('an identity', () => {
  test('is linked and unlinked by its owner, who hears of both', async () => {
    const { person, login, tab } = await linked()
    expect(await tab.link(login)).toBe('/settings/password')
    const { data } = (await tab.send('GET', `${API}/me/identities`)).json()
    expect(data).toEqual([expect.objectContaining({ issuer: provider.issuer })])
    const other = browser()
    await other.signIn(login)
    expect((await tab.send('DELETE', `${API}/me/identities/${data[0].id}`)).statusCode).toBe(204)
    expect((await tab.send('GET', `${API}/me/identities`)).json().data).toEqual([])
    // Whoever was in by it is out, and whoever took it away is not.
    expect(await other.me()).toBeNull()
    expect((await tab.me()).id).toBe(person.user.id)
    const events = (await tab.send('GET', `${API}/events?workspace_id=${person.workspaceId}`)).json().data
    const kinds = events
      .map((each: { kind: string }) => each.kind)
      .filter((kind: string) => /identity/.test(kind))
    expect(kinds).toEqual(['identity.deleted', 'identity.created'])
  })

  test('opens one account', async () => {
    const { login, person } = await linked()
    const [other, tab] = [await server.person(), browser()]
    await tab.signInWithPassword(other)
    expect(await tab.link(login)).toBe('/settings/password?problem=identity_taken')
    expect((await tab.send('GET', `${API}/me/identities`)).json().data).toEqual([])
    const next = browser()
    await next.signIn(login)
    expect((await next.me()).id).toBe(person.user.id)
  })

  test('is linked to the account that is signed in when the browser comes back, or to none', async () => {
    const [person, other] = [await server.person(), await server.person()]
    const tab = browser()
    await tab.signInWithPassword(person)
    const { url } = (await tab.send('POST', `${API}/me/identities`)).json()
    const back = await provider.signIn(url, known())
    await tab.signInWithPassword(other)
    expect(await tab.comeBack(back)).toBe('/settings/password?problem=sign_in_expired')
    expect((await tab.send('GET', `${API}/me/identities`)).json().data).toEqual([])
  })

  test('stays while it is the only way in', async () => {
    const tab = browser()
    await tab.signIn(known())
    const [only] = (await tab.send('GET', `${API}/me/identities`)).json().data
    const refused = await tab.send('DELETE', `${API}/me/identities/${only.id}`)
    expect([refused.statusCode, refused.json().error.reason]).toEqual([409, 'last_way_in'])
    expect(await tab.link(known())).toBe('/settings/password')
    expect((await tab.send('DELETE', `${API}/me/identities/${only.id}`)).statusCode).toBe(204)
  })
})

describe('a provider that is down', () => {
  test('keeps nobody from starting the server, and is asked again', async () => {
    const gone = await openProvider()
    await gone.close()
    const own = await openTestServer(gone.settings)
    const person = await own.person()
    const tab = browser(own)
    const refused = await tab.send('POST', `${API}/session/provider`, {})
    expect([refused.statusCode, refused.json().error.reason]).toEqual([503, 'provider_unavailable'])
    await tab.signInWithPassword(person)
    expect((await tab.send('POST', `${API}/me/identities`)).statusCode).toBe(503)
    await own.close()
  })

  test('while somebody is on the way back says so', async () => {
    const own = await openProvider()
    own.people['eve'] = { email: 'eve@example.org', email_verified: true }
    const other = await openTestServer({ ...own.settings, OIDC_SIGN_UP: 'on' })
    await other.person()
    const tab = browser(other)
    const back = await own.signIn(await tab.begin(), 'eve')
    await own.close()
    expect(await tab.comeBack(back)).toBe('/sign-in?problem=provider_unavailable')
    await other.close()
  })
})

test('without a provider there is none to sign in with', async () => {
  const own = await openTestServer()
  const tab = browser(own)
  expect((await tab.send('GET', `${API}/server`)).json().single_sign_on).toBeNull()
  expect((await tab.send('POST', `${API}/session/provider`, {})).json().error.reason).toBe('not_offered')
  await own.close()
})
