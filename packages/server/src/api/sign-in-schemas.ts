import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { Type } from 'typebox'
import { Id, Instant, named, nullable, oneOf } from './schemas.ts'

/** What is asked beside a password, or in its place. */

const Code = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'Six figures of the authenticator app, or a recovery code.',
  examples: ['492039'],
})
const Password = Type.String({ maxLength: 1000, examples: ['correct horse battery staple'] })

export const SecondFactor = named(
  'SecondFactor',
  Type.Object({
    is_on: Type.Boolean({ description: 'Signing in takes a code as well.' }),
    recovery_codes_left: Type.Integer({ examples: [10] }),
  }),
)
export const SecondFactorStart = named('SecondFactorStart', Type.Object({ password: Password }))
export const NewSecondFactor = named(
  'NewSecondFactor',
  Type.Object({
    secret: Type.String({
      description: 'What the authenticator app is given, in base 32.',
      examples: ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
    }),
    uri: Type.String({
      description: 'The same as the address that apps read from a QR code.',
      examples: [
        'otpauth://totp/Sundial:ada%40example.com?issuer=Sundial&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      ],
    }),
  }),
)
export const SecondFactorCode = named('SecondFactorCode', Type.Object({ code: Code }))
export const SecondFactorEnd = named('SecondFactorEnd', Type.Object({ password: Password, code: Code }))
export const RecoveryCodes = named(
  'RecoveryCodes',
  Type.Object(
    { recovery_codes: Type.Array(Type.String({ examples: ['k7m2-9qxp-4hnt-w3bc'] })) },
    { description: 'Each signs in once in place of a code. They are shown this once.' },
  ),
)

export const Passkey = named(
  'Passkey',
  Type.Object({
    id: Id,
    name: Type.String({ examples: ['Firefox on Linux'] }),
    created_at: Instant,
    last_used_at: nullable(Instant),
  }),
)
const PasskeyName = Type.String({ minLength: 1, maxLength: 100, examples: ['Firefox on Linux'] })
export const PasskeyChanges = named('PasskeyChanges', Type.Object({ name: PasskeyName }))
export const PasskeyStart = named(
  'PasskeyStart',
  Type.Object({
    password: Type.Optional({ ...Password, description: 'The present password, where the account has one.' }),
  }),
)

const Base64 = Type.String({ maxLength: 100_000, pattern: '^[A-Za-z0-9_-]*$' })

/** Answers of browsers in the JSON of WebAuthn. What is in them is checked where they are verified. */
const browserAnswer = {
  id: Base64,
  rawId: Base64,
  type: Type.String(),
  authenticatorAttachment: Type.Optional(Type.String()),
}
export const NewPasskey = named(
  'NewPasskey',
  Type.Object({
    name: PasskeyName,
    response: Type.Unsafe<RegistrationResponseJSON>(
      Type.Object(
        {
          ...browserAnswer,
          response: Type.Object({
            clientDataJSON: Base64,
            attestationObject: Base64,
            transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })),
          }),
        },
        { description: 'RegistrationResponseJSON of WebAuthn.' },
      ),
    ),
  }),
)
export const PasskeySignIn = named(
  'PasskeySignIn',
  Type.Object({
    response: Type.Unsafe<AuthenticationResponseJSON>(
      Type.Object(
        {
          ...browserAnswer,
          response: Type.Object({
            clientDataJSON: Base64,
            authenticatorData: Base64,
            signature: Base64,
            userHandle: Type.Optional(Base64),
          }),
        },
        { description: 'AuthenticationResponseJSON of WebAuthn.' },
      ),
    ),
  }),
)

const Challenge = Type.String({ description: 'To be signed once, within five minutes.' })
const Milliseconds = Type.Optional(Type.Integer())

/** What a browser is handed as it is, in the words of WebAuthn. */
export const PasskeyCreation = named(
  'PasskeyCreation',
  Type.Object(
    {
      challenge: Challenge,
      rp: Type.Object({ id: Type.String({ examples: ['time.example.org'] }), name: Type.String() }),
      user: Type.Object({
        id: Type.String(),
        name: Type.String({ examples: ['ada@example.com'] }),
        displayName: Type.String({ examples: ['Ada Lovelace'] }),
      }),
      pubKeyCredParams: Type.Array(Type.Object({ alg: Type.Integer(), type: oneOf(['public-key']) })),
      timeout: Milliseconds,
    },
    { description: 'PublicKeyCredentialCreationOptionsJSON of WebAuthn, with more fields than these.' },
  ),
)
export const PasskeyRequest = named(
  'PasskeyRequest',
  Type.Object(
    { challenge: Challenge, rpId: Type.String({ examples: ['time.example.org'] }), timeout: Milliseconds },
    { description: 'PublicKeyCredentialRequestOptionsJSON of WebAuthn, with more fields than these.' },
  ),
)
