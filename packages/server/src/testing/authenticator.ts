import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A passkey as a phone or a laptop would keep it: one ES256 key, no attestation. */
export type Authenticator = {
  /** What a browser answers to the options for a new passkey. */
  create(options: CreationOptions, twist?: Twist): ReturnType<typeof answerOf>
  /** What a browser answers to the options for signing in. */
  get(options: RequestOptions, twist?: Twist): ReturnType<typeof answerOf>
  /** How often it says it has signed. */
  counter: number
}

type CreationOptions = { challenge: string; rp: { id: string }; user: { id: string } }
type RequestOptions = { challenge: string; rpId: string }

/** What is not as it should be about an answer. */
export type Twist = {
  origin?: string
  rpId?: string
  type?: string
  challenge?: string
  /** The person only touched it: neither a finger nor a PIN was checked. */
  isUnverified?: boolean
  /** Whose it claims to be. */
  userHandle?: string
  signature?: Buffer
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

/** Makes one for pages of `origin`. */
export function createAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let owner = ''

  const clientData = (type: string, challenge: string, twist: Twist) =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? challenge,
        origin: twist.origin ?? origin,
        crossOrigin: false,
      }),
    )

  const authenticatorData = (rpId: string, flags: number, { isUnverified, ...twist }: Twist) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(made.counter)
    const all = PRESENT | flags | (isUnverified ? 0 : VERIFIED)
    return Buffer.concat([sha256(twist.rpId ?? rpId), Buffer.from([all]), counter])
  }

  const made: Authenticator = {
    counter: 0,
    create({ challenge, rp, user }, twist = {}) {
      owner = user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const credential = Buffer.concat([
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey.export({ format: 'jwk' })),
      ])
      const authData = Buffer.concat([authenticatorData(rp.id, HAS_CREDENTIAL, twist), credential])
      return answerOf(id, {
        clientDataJSON: clientData('webauthn.create', challenge, twist),
        attestationObject: attestation(authData),
      })
    },
    get({ challenge, rpId }, twist = {}) {
      const authData = authenticatorData(rpId, 0, twist)
      const data = clientData('webauthn.get', challenge, twist)
      const signed = Buffer.concat([authData, sha256(data)])
      return answerOf(id, {
        clientDataJSON: data,
        authenticatorData: authData,
        signature: twist.signature ?? sign('sha256', signed, privateKey),
        userHandle: Buffer.from(twist.userHandle ?? owner, 'base64url'),
      })
    },
  }
  return made
}

function answerOf(id: Buffer, parts: Record<string, Buffer>) {
  const encoded = id.toString('base64url')
  const response = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64url')]),
  )
  return { id: encoded, rawId: encoded, type: 'public-key', clientExtensionResults: {}, response }
}

/** The key in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  const point = (name: number, value: string) =>
    Buffer.concat([Buffer.from([name, 0x58, 0x20]), Buffer.from(value, 'base64url')])
  return Buffer.concat([head, point(0x21, x), point(0x22, y)])
}

/** In CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}. */
function attestation(authData: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
  const bytes = Buffer.concat([Buffer.from([0x58, authData.length]), authData])
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    bytes,
  ])
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}
