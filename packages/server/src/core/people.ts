import { actingUser, type Ctx } from './context.ts'
import type { User } from './me.ts'
import { inFewTexts, prepared } from './prepared.ts'

export type Person = Pick<User, 'id' | 'email' | 'name'>

/** What people are called; for what has asked whether the actor may know of each. */
export async function peopleById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Person>> {
  if (ids.length === 0) return new Map()
  const people = await personRows(ctx, inFewTexts([...new Set(ids)]))
  return new Map(people.map((person) => [person.id, person]))
}

const personRows = prepared(({ kysely }, ids: number[]) =>
  kysely.selectFrom('user').select(['id', 'email', 'name']).where('id', 'in', ids),
)

/** When somebody was last seen here, and when they last signed in; null for never. */
export type Presence = { seenAt: number | null; signedInAt: number | null }

/** The same of several people; for what has asked whether the actor may know of each. */
export async function presenceOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Presence>> {
  if (ids.length === 0) return new Map()
  const sessions = await ctx.db.kysely
    .selectFrom('session')
    .where('user_id', 'in', [...ids])
    .groupBy('user_id')
    .select(({ fn }) => ['user_id', fn.max('last_seen_at').as('seen'), fn.max('created_at').as('signed_in')])
    .execute()
  const tokens = await ctx.db.kysely
    .selectFrom('token')
    .where('user_id', 'in', [...ids])
    .where('last_used_at', 'is not', null)
    .groupBy('user_id')
    .select(({ fn }) => ['user_id', fn.max('last_used_at').as('seen')])
    .execute()
  const presence = new Map(ids.map((id): [number, Presence] => [id, { seenAt: null, signedInAt: null }]))
  for (const { user_id, seen, signed_in } of sessions)
    presence.set(user_id, { seenAt: seen, signedInAt: signed_in })
  for (const { user_id, seen } of tokens) {
    const known = presence.get(user_id)
    if (known && (known.seenAt === null || (seen ?? 0) > known.seenAt)) known.seenAt = seen
  }
  // The use of keys is written down later; who asks is here.
  const asking = presence.get(actingUser(ctx).userId)
  if (asking) asking.seenAt = ctx.now
  return presence
}
