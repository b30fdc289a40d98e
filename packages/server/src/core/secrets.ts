import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** Encryption at rest and derived codes, from the installation's one secret key. */
export type Secrets = {
  /** Encrypts a text with a fresh nonce and seals it against change. */
  seal(text: string): string
  /** Reads what `seal` wrote; throws where it was changed or sealed with another key. */
  open(sealed: string): string
  /** A short code that this installation always derives the same from `purpose`, such as the set-up code. */
  code(purpose: string): string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

export function createSecrets(secretKey: string): Secrets {
  const sealingKey = Buffer.from(hkdfSync('sha256', secretKey, '', 'sundial: sealing', 32))
  const codeKey = Buffer.from(hkdfSync('sha256', secretKey, '', 'sundial: codes', 32))
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8')
    },
    code(purpose) {
      return createHmac('sha256', codeKey).update(purpose).digest('hex').slice(0, 16).toUpperCase()
    },
  }
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
