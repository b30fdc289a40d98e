import { createHmac, randomBytes } from 'node:crypto'
import { actingUser, type Ctx } from '../core/context.ts'
import { nameKey } from '../core/rules/names.ts'
import { hasSecondFactor, type User } from '../core/me.ts'
import { authenticatePassword, findUserByEmail } from '../core/users.ts'
import type { RateLimiter } from './rate-limit.ts'

/** Passwords that clients send with every request, as HTTP Basic has it. */
export type PasswordDoor = {
  /** Who has this e-mail address and password. Wrong ones are counted and slowed down as at sign-in. */
  open(ctx: Ctx, attempt: Attempt): Promise<User>
  /** Does what takes one's present password; where it fails, it is counted and slowed down as at sign-in. */
  guard(ctx: Ctx, ip: string, work: () => Promise<void>): Promise<void>
  /** Does what takes a code of this person; wrong ones are counted, wherever they come from. */
  guardCode<T>(ctx: Ctx, userId: number, work: () => Promise<T>): Promise<T>
}

type Attempt = { email: string; password: string; ip: string }

const REMEMBERED_MS = 5 * 60 * 1000
const MOST_REMEMBERED = 10_000

/**
 * To verify a password takes some 30 ms of a processor, on purpose. So one that was right is remembered for five
 * minutes under a keyed hash, until the password changes; and each account is verified once at a time.
 */
export function createPasswordDoor(limiter: RateLimiter, clock: () => number): PasswordDoor {
  const hashKey = randomBytes(32)
  const remembered = new Map<string, { passwordHash: string | null; until: number }>()
  const verifying = new Map<string, Promise<unknown>>()

  function remember(key: string, user: User): void {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, { passwordHash: user.password_hash, until: clock() + REMEMBERED_MS })
  }

  async function recall(ctx: Ctx, key: string, email: string): Promise<User | undefined> {
    const known = remembered.get(key)
    if (!known || known.until <= clock()) return undefined
    const user = await findUserByEmail(ctx, email)
    const isStill = user?.is_active === 1 && user.password_hash === known.passwordHash
    return isStill && !hasSecondFactor(user) ? user : undefined
  }

  async function verify(ctx: Ctx, key: string, { email, password, ip }: Attempt): Promise<User> {
    const known = await recall(ctx, key, email)
    if (known) return known
    await limiter.countPasswordTry(ip, email)
    const user = await authenticatePassword(ctx, email, password)
    remember(key, user)
    await limiter.forgivePasswordTries(ip, email)
    return user
  }

  return {
    async open(ctx, attempt) {
      const key = createHmac('sha256', hashKey)
        .update(`${attempt.email}\n${attempt.password}`)
        .digest('base64')
      const known = await recall(ctx, key, attempt.email)
      if (known) return known
      const account = nameKey(attempt.email.trim())
      const before = verifying.get(account) ?? Promise.resolve()
      const turn = before.then(
        () => verify(ctx, key, attempt),
        () => verify(ctx, key, attempt),
      )
      verifying.set(account, turn)
      try {
        return await turn
      } finally {
        if (verifying.get(account) === turn) verifying.delete(account)
      }
    },
    async guard(ctx, ip, work) {
      const account = `user ${actingUser(ctx).userId}`
      await limiter.countPasswordTry(ip, account)
      await work()
      await limiter.forgivePasswordTries(ip, account)
    },
    async guardCode({ actor }, userId, work) {
      // Who has stolen a session and guesses there does not keep its owner from signing in.
      const account = `${actor.kind} ${userId}`
      await limiter.countCodeTry(account)
      const done = await work()
      await limiter.forgiveCodeTries(account)
      return done
    },
  }
}
