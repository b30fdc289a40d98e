import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser'
import type { PasskeyCreation, PasskeyRequest } from '@sundial/sdk'
import { ApiError } from './api-error.ts'

/** Over plain http, other than on localhost, a browser keeps them shut. */
export const knowsPasskeys = browserSupportsWebAuthn

/** Has the browser make a passkey. */
export async function makePasskey(options: PasskeyCreation): Promise<RegistrationResponseJSON> {
  return startRegistration({ optionsJSON: options }).catch(refuse)
}

/** Has the browser ask for a passkey, and sign with it. */
export async function signWithPasskey(options: PasskeyRequest): Promise<AuthenticationResponseJSON> {
  return startAuthentication({ optionsJSON: options }).catch(refuse)
}

/** What browsers call it when somebody changes their mind or takes too long, and when the device has one already. */
const REASONS = new Map([
  ['NotAllowedError', 'passkey_unused'],
  ['AbortError', 'passkey_unused'],
  ['InvalidStateError', 'passkey_known'],
])

function refuse(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : ''
  const reason = REASONS.get(name) ?? 'passkey_failed'
  throw new ApiError({ status: 0, code: 'passkey', reason, message: String(cause) })
}
