import { randomBytes } from 'node:crypto'
import { TOTP } from 'otpauth'
import { getUserById, hasSecondFactor } from '../core/me.ts'
import { beginSecondFactor, confirmSecondFactor, resetSecondFactor } from '../core/second-factor.ts'
import type { Person, TestServer } from './server.ts'
import type { Bench } from './world.ts'

/** What the person signs in with beside a password. */
export type SignInThings = {
  /** Brings the person's second factor to this state; gives a code that has not been taken. */
  secondFactor(state: 'off' | 'begun' | 'on'): Promise<string>
  passkey(): Promise<number>
}

const STEP_MS = 30_000

export function signInThings(server: TestServer, person: Person, { known, name }: Bench): SignInThings {
  return {
    async secondFactor(state) {
      const user = await getUserById(server.system(), person.user.id)
      if (hasSecondFactor(user)) await resetSecondFactor(server.system(), user.id)
      if (state === 'off') return ''
      const { secret } = await beginSecondFactor(person.ctx(), person.password)
      const code = codeAt(secret, server.clock.now)
      if (state === 'begun') return code
      await confirmSecondFactor(person.ctx(), code)
      return codeAt(secret, server.clock.now + STEP_MS)
    },
    passkey: known(async () => {
      const { id } = await server.house.db.kysely
        .insertInto('passkey')
        .values({
          user_id: person.user.id,
          credential_id: randomBytes(16).toString('base64url'),
          public_key: '',
          counter: 0,
          transports: '[]',
          name: name(),
          created_at: server.clock.now,
          last_used_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    }),
  }
}

/** What an authenticator app shows at this moment. */
export function codeAt(secret: string, timestamp: number): string {
  return new TOTP({ secret }).generate({ timestamp })
}
