import { nothing, params, type Samples } from './sample.ts'

const answer = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} }

/** A browser's answer to nothing that was asked. */
const clientDataJSON = Buffer.from(
  JSON.stringify({ type: 'webauthn.get', challenge: 'AAAA', origin: 'http://sundial.test' }),
).toString('base64url')

/** Second factors and passkeys. */
export const SIGN_IN_SAMPLES: Samples = {
  'GET /me/second-factor': nothing,
  async 'POST /me/second-factor'({ the }) {
    await the.secondFactor('off')
    return { body: { password: the.person.password } }
  },
  'POST /me/second-factor/confirm': async ({ the }) => ({ body: { code: await the.secondFactor('begun') } }),
  'POST /me/second-factor/recovery-codes': async ({ the }) => ({
    body: { code: await the.secondFactor('on') },
  }),
  'POST /me/second-factor/end': async ({ the }) => ({
    body: { password: the.person.password, code: await the.secondFactor('on') },
  }),
  async 'DELETE /admin/users/:id/second-factor'({ the }) {
    await the.secondFactor('on')
    return { params: { id: await the.user() } }
  },
  'GET /me/passkeys': nothing,
  'POST /me/passkeys/options': async ({ the }) => ({ body: { password: the.person.password } }),
  'POST /me/passkeys': async ({ the }) => ({
    body: {
      name: the.name(),
      response: { ...answer, response: { clientDataJSON, attestationObject: 'AAAA' } },
    },
  }),
  'PATCH /me/passkeys/:id': async ({ the }) => ({
    params: { id: await the.passkey() },
    body: { name: the.name() },
  }),
  'DELETE /me/passkeys/:id': params('id', (the) => the.passkey()),
  'POST /session/passkey/options': nothing,
  'POST /session/passkey': async () => ({
    body: {
      response: { ...answer, response: { clientDataJSON, authenticatorData: 'AAAA', signature: 'AAAA' } },
    },
  }),
}
