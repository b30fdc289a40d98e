import type { Ctx } from './context.ts'
import type { User } from './me.ts'

export type Person = Pick<User, 'id' | 'email' | 'name'>

/** What people are called; for what has asked whether the actor may know of each. */
export async function peopleById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Person>> {
  if (ids.length === 0) return new Map()
  const people = await ctx.db.kysely
    .selectFrom('user')
    .select(['id', 'email', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}
