import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** An OpenID Connect provider on this very machine, with its own page: any login is in, with any password. */
export type TestProvider = {
  settings: Record<string, string>
  /** What it says of each login. */
  people: Record<string, { email: string; email_verified: boolean; name?: string }>
  /** Lets browsers return to this server. */
  returnTo(url: string): void
  close(): Promise<void>
}

export async function openProvider(): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Listening on TCP, so it is no path.
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const people: TestProvider['people'] = {}
  const clientId = 'sundial'

  return {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_NAME: 'Harbour', OIDC_SIGN_UP: 'on' },
    people,
    returnTo(url) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            token_endpoint_auth_method: 'none',
            redirect_uris: [`${url}/sundial/api/v1/session/provider`],
          },
        ],
        cookies: { keys: ['of no use elsewhere'] },
        claims: { email: ['email', 'email_verified'], profile: ['name'] },
        features: { devInteractions: { enabled: true } },
        findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
      })
      server.on('request', (request, response) => void provider.callback()(request, response))
    },
    async close() {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
