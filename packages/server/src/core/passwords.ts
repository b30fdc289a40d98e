import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

/** Checks a password; takes as long for an account that does not exist, so that time tells nothing. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await stranger()), password.normalize('NFC'))
  return matches && passwordHash !== null
}

let strangersHash: Promise<string> | undefined

function stranger(): Promise<string> {
  strangersHash ??= hashPassword('nobody has this password')
  return strangersHash
}
