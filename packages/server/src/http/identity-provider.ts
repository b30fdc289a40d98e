import * as oidc from 'openid-client'
import { AppError } from '../core/errors.ts'
import type { Claims } from '../core/identities.ts'
import type { House } from './house.ts'

/** The OpenID Connect provider that people may sign in with. */
export type IdentityProvider = {
  /** What people call it. */
  name: string
  /** Whether somebody whom nobody has invited gets an account here. */
  signsUp: boolean
  /** Where the browser goes now, and what proves later that it went there from here. */
  begin(): Promise<{ url: string; proof: Proof }>
  /** Who has signed in there, from the query with which the browser came back. */
  finish(query: string, proof: Proof): Promise<Claims>
}

export type Proof = { state: string; nonce: string; verifier: string }

type Settings = {
  oidcIssuer: string | null
  oidcClientId: string | null
  oidcClientSecret: string | null
  oidcName: string | null
  oidcSignUp: boolean
  baseUrl: string
}

/** Where the provider sends browsers back to. */
export const PROVIDER_PATH = '/sundial/api/v1/session/provider'

const REMEMBERED_MS = 3600 * 1000
const TIMEOUT_SECONDS = 10

/**
 * What the provider says of itself is asked when it is first needed, and again after an hour: a server starts, and goes on
 * for those who have a password, also while the provider is down.
 */
export function openIdentityProvider(
  settings: Settings,
  house: Pick<House, 'clock' | 'log'>,
): IdentityProvider | null {
  const { oidcIssuer: issuer, oidcClientId: clientId } = settings
  if (issuer === null || clientId === null) return null
  const redirectUri = settings.baseUrl + PROVIDER_PATH
  let asked: { configuration: Promise<oidc.Configuration>; until: number } | undefined

  function configuration(): Promise<oidc.Configuration> {
    if (asked && asked.until > house.clock()) return asked.configuration
    const asking = discover(new URL(issuer ?? ''), clientId ?? '', settings.oidcClientSecret)
    const mine = { configuration: asking, until: house.clock() + REMEMBERED_MS }
    asked = mine
    asking.catch(() => {
      if (asked === mine) asked = undefined
    })
    return asking
  }

  function refused(error: unknown, during: string): AppError {
    house.log.error({ during, why: wordsOf(error) }, 'the provider did not let somebody in')
    return isOutOfReach(error)
      ? unavailable()
      : new AppError('forbidden', 'provider_refused', 'What the provider answered cannot be trusted.')
  }

  async function known(): Promise<oidc.Configuration> {
    try {
      return await configuration()
    } catch (error) {
      house.log.error({ during: 'discovery', why: wordsOf(error) }, 'the provider cannot be used')
      throw unavailable()
    }
  }

  return {
    name: settings.oidcName ?? new URL(issuer).host,
    signsUp: settings.oidcSignUp,
    async begin() {
      const proof = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const url = oidc.buildAuthorizationUrl(await known(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: proof.state,
        nonce: proof.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, proof }
    },
    async finish(query, proof) {
      const config = await known()
      const answered = new URL(redirectUri)
      answered.search = query
      try {
        const tokens = await oidc.authorizationCodeGrant(config, answered, {
          expectedState: proof.state,
          expectedNonce: proof.nonce,
          pkceCodeVerifier: proof.verifier,
          idTokenExpected: true,
        })
        return await claimsOf(config, tokens)
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied')
          throw new AppError('forbidden', 'sign_in_cancelled', 'The sign-in was cancelled at the provider.')
        throw refused(error, 'sign-in')
      }
    },
  }
}

function discover(issuer: URL, clientId: string, secret: string | null): Promise<oidc.Configuration> {
  return oidc.discovery(issuer, clientId, undefined, secret === null ? oidc.None() : proving(secret), {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The signature counts also where the token came straight from the provider.
      oidc.enableNonRepudiationChecks,
      // The settings allow this on one's own machine only.
      ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
    ],
  })
}

/** The secret as the provider wants it: in a header, which is what it means when it does not say. */
function proving(secret: string): oidc.ClientAuth {
  const [inHeader, inBody] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const prove = ways.includes('client_secret_basic') ? inHeader : inBody
    return prove(server, ...request)
  }
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

/** Some providers tell the address in the token itself, others only where it is asked for. */
async function claimsOf(config: oidc.Configuration, tokens: Tokens): Promise<Claims> {
  const told = tokens.claims()
  if (!told) throw new Error('There is no ID token')
  const isAsked = told['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
  const person = isAsked ? await oidc.fetchUserInfo(config, tokens.access_token, told.sub) : told
  return {
    issuer: told.iss,
    subject: told.sub,
    email: textOf(person['email']),
    isEmailVerified: person['email_verified'] === true,
    name: textOf(person['name'] ?? told['name']),
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : null
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message === 'fetch failed' || ('code' in error && error.code === 'OAUTH_TIMEOUT')
}

function unavailable(): AppError {
  return new AppError('unavailable', 'provider_unavailable', 'The provider cannot be reached just now.')
}

/** What went wrong, without what was sent: a code or a token has no place in the log. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'error' in error && typeof error.error === 'string' ? ` (${error.error.slice(0, 100)})` : ''
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${error.message}${code}${cause}`.slice(0, 500)
}
