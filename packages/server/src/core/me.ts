import type { Row } from '../db/schema.ts'
import { actingUser, type Ctx } from './context.ts'
import { notFound } from './errors.ts'
import { inFewTexts, prepared } from './prepared.ts'

export type User = Row<'user'>

/** Whether a code is asked beside the password. */
export function hasSecondFactor(user: Pick<User, 'totp_confirmed_at'>): boolean {
  return user.totp_confirmed_at !== null
}

const known = new WeakMap<Ctx, Promise<User>>()

/** One's own account: read once for a request, but for its transactions and after it has written. */
export function getMe(ctx: Ctx): Promise<User> {
  const { userId } = actingUser(ctx)
  if (ctx.db.kysely.isTransaction || ctx.operation.hasWritten) return getUserById(ctx, userId)
  const me = known.get(ctx) ?? getUserById(ctx, userId)
  known.set(ctx, me)
  return me
}

const userRows = prepared(({ kysely }, ids: number[]) =>
  kysely.selectFrom('user').selectAll().where('id', 'in', ids),
)

/** Any account; for verbs that have asked whether the actor may know it. */
export async function getUserById(ctx: Ctx, id: number): Promise<User> {
  const [user] = await userRows(ctx, [id])
  if (!user) throw notFound('user')
  return user
}

/** Several accounts; for verbs that have asked whether the actor may know them. */
export async function usersById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, User>> {
  if (ids.length === 0) return new Map()
  const users = await userRows(ctx, inFewTexts(ids))
  return new Map(users.map((user) => [user.id, user]))
}
