import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Encryption at rest and derived codes, from the secret keys of the installation. */
export type Secrets = {
  /** Encrypts a text with the newest key and a fresh nonce, and seals it against change. */
  seal(text: string): string
  /** Reads what `seal` wrote, with whichever key; throws where it was changed or sealed with a key that is not there. */
  open(sealed: string): string
  /** The same, sealed with the newest key; undefined where it is already. Throws as `open` does. */
  reseal(sealed: string): string | undefined
  /** A short code that the newest key always derives the same from `purpose`, such as the set-up code. */
  code(purpose: string): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

type Key = { sealing: Buffer; codes: Buffer }

/** From one key, or from several with the newest first, which may become others while the server runs. */
export function createSecrets(source: string | (() => readonly string[])): Secrets {
  const derived = new Map<string, Key>()

  function keys(): Key[] {
    return (typeof source === 'string' ? [source] : source()).map((secretKey) => {
      const known = derived.get(secretKey) ?? derive(secretKey)
      derived.set(secretKey, known)
      return known
    })
  }

  function newest(): Key {
    const [key] = keys()
    if (!key) throw new Error('There is no secret key')
    return key
  }

  /** The text, and the key that opened it. */
  function unseal(sealed: string): { text: string; key: Key } {
    const bytes = Buffer.from(sealed, 'base64url')
    let reason: unknown
    for (const key of keys()) {
      try {
        return { text: decrypted(bytes, key), key }
      } catch (error) {
        reason = error
      }
    }
    throw reason
  }

  return {
    seal: (text) => encrypted(text, newest()),
    open: (sealed) => unseal(sealed).text,
    reseal(sealed) {
      const { text, key } = unseal(sealed)
      return key === newest() ? undefined : encrypted(text, newest())
    },
    code(purpose) {
      return createHmac('sha256', newest().codes).update(purpose).digest('hex').slice(0, 16).toUpperCase()
    },
  }
}

function derive(secretKey: string): Key {
  const for32 = (purpose: string) => Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32))
  return { sealing: for32('sundial: sealing'), codes: for32('sundial: codes') }
}

function encrypted(text: string, { sealing }: Key): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function decrypted(bytes: Buffer, { sealing }: Key): string {
  const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  )
}

/** How a random secret is stored: enough to recognise it, not to use it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `length` random characters out of 64. */
export function randomSecret(length: number): string {
  return [...randomBytes(length)].map((byte) => SECRET_ALPHABET[byte % SECRET_ALPHABET.length]).join('')
}

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)))
}
