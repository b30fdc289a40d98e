import type { Ctx } from './context.ts'
import { type AppError, conflict } from './errors.ts'
import type { User } from './me.ts'

/** How many things open an account: its password, each passkey, each identity at a provider. */
export async function countWaysIn(ctx: Ctx, user: User): Promise<number> {
  const count = async (table: 'passkey' | 'identity') => {
    const { n } = await ctx.db.kysely
      .selectFrom(table)
      .where('user_id', '=', user.id)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  return (user.password_hash === null ? 0 : 1) + (await count('passkey')) + (await count('identity'))
}

/** Refuses to take away the last thing that opens an account. */
export async function requireAnotherWayIn(ctx: Ctx, user: User): Promise<void> {
  if ((await countWaysIn(ctx, user)) <= 1) throw lastWayIn()
}

function lastWayIn(): AppError {
  return conflict(
    'last_way_in',
    'Nothing else opens your account. Set a password first, by “Forgot your password?”.',
  )
}
