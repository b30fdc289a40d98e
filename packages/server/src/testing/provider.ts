import { createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { PROVIDER_PATH } from '../http/identity-provider.ts'

/** An OpenID Connect provider on this machine. Whoever writes a known login into its page is in, with any password. */
export type TestProvider = {
  issuer: string
  /** The settings of a server whose people may sign in there. */
  settings: Record<string, string>
  /** What it says of each login, beside the login itself as the subject. */
  people: Record<string, Person>
  /** Signs other claims than it should, when it is set. */
  forge: ((claims: Claims) => Claims) | undefined
  /** Goes through its pages as somebody's browser does. Gives the address it sends the browser back to. */
  signIn(url: string, login: string): Promise<string>
  /** Opens its page and cancels there. */
  cancel(url: string): Promise<string>
  close(): Promise<void>
}

type Person = { email?: string; email_verified?: boolean; name?: string }
type Claims = Record<string, unknown>
type Options = { baseUrl?: string; isPublic?: boolean; tellsInToken?: boolean; method?: 'client_secret_post' }

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const secret = 'a secret that the provider keeps of this client'
const MINUTES = 60

export async function openProvider(options: Options = {}): Promise<TestProvider> {
  const { baseUrl = 'http://sundial.test', isPublic = false, method } = options
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Listening on TCP, so it is no path.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const people: TestProvider['people'] = {}

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'sundial',
        redirect_uris: [baseUrl + PROVIDER_PATH],
        ...(isPublic
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: secret, token_endpoint_auth_method: method ?? 'client_secret_basic' }),
      },
    ],
    ...(method ? { clientAuthMethods: [method] } : {}),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'only', use: 'sig', alg: 'RS256' }] },
    ttl: {
      AccessToken: 10 * MINUTES,
      Grant: 10 * MINUTES,
      IdToken: 10 * MINUTES,
      Interaction: 10 * MINUTES,
      Session: 10 * MINUTES,
    },
    cookies: { keys: ['of no use elsewhere'] },
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: options.tellsInToken !== true,
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    // Nobody is asked whether the server may know their name.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    await next()
    const body: unknown = ctx.body
    if (test.forge && typeof body === 'object' && body !== null && 'id_token' in body)
      ctx.body = { ...body, id_token: forged(String(body.id_token), test.forge) }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))

  function forged(token: string, forge: (claims: Claims) => Claims): string {
    const [head = '', payload = ''] = token.split('.')
    // A provider's token holds an object.
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
    const signed = `${head}.${Buffer.from(JSON.stringify(forge(claims))).toString('base64url')}`
    return `${signed}.${createSign('sha256').update(signed).sign(privateKey).toString('base64url')}`
  }

  const test: TestProvider = {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'sundial',
      OIDC_NAME: 'Harbour',
      BASE_URL: baseUrl,
      ...(isPublic ? {} : { OIDC_CLIENT_SECRET: secret }),
    },
    people,
    forge: undefined,
    async signIn(url, login) {
      const browser = browserAt(issuer)
      const page = await browser.open(url)
      return browser.follow(page, new URLSearchParams({ prompt: 'login', login, password: 'any' }))
    },
    async cancel(url) {
      const browser = browserAt(issuer)
      return browser.follow(`${await browser.open(url)}/abort`)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return test
}

/** As much of a browser as it takes: keeps cookies and follows redirects, as long as they stay at the provider. */
function browserAt(origin: string) {
  const cookies = new Map<string, string>()

  async function step(url: string, form?: URLSearchParams): Promise<string | undefined> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    await answer.text()
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    return location === null ? undefined : new URL(location, url).href
  }

  return {
    /** The page an address leads to. */
    async open(url: string): Promise<string> {
      let at = url
      for (;;) {
        const next = await step(at)
        if (next === undefined) return at
        at = next
      }
    },
    /** Where one leaves the provider after this step. */
    async follow(url: string, form?: URLSearchParams): Promise<string> {
      let next = await step(url, form)
      while (next?.startsWith(origin)) next = await step(next)
      if (next === undefined) throw new Error(`The provider kept the browser at ${url}`)
      return next
    },
  }
}
