import { randomBytes } from 'node:crypto'
import { type Actor, type Ctx, lockUser, transact } from './context.ts'
import { AppError } from './errors.ts'
import { emit } from './events.ts'
import { getUserById } from './me.ts'
import { prepared } from './prepared.ts'
import { hashSecret } from './secrets.ts'
import { endPersonalKeySessions } from './sessions.ts'
import { requireKeyKeeper } from './tokens.ts'

const KEY_BYTES = 16

/** One's personal key, which has all one's rights and can be shown again; made when it is first asked for. */
export async function personalKeyOf(ctx: Ctx): Promise<string> {
  const { userId } = requireKeyKeeper(ctx)
  const known = await findPersonalKey(ctx, userId)
  if (known !== undefined) return known
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    // Another request may have made it while this one waited for its turn.
    return (await findPersonalKey(ctx, userId)) ?? writePersonalKey(ctx, userId)
  })
}

/** Gives a new personal key; the old one ends at once. */
export async function resetPersonalKey(ctx: Ctx): Promise<string> {
  const { userId } = requireKeyKeeper(ctx)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    await endPersonalKeySessions(ctx, userId)
    return writePersonalKey(ctx, userId)
  })
}

async function findPersonalKey(ctx: Ctx, userId: number): Promise<string | undefined> {
  const { sealed_personal_key: sealed } = await getUserById(ctx, userId)
  return sealed === null ? undefined : ctx.secrets.open(sealed)
}

async function writePersonalKey(ctx: Ctx, userId: number): Promise<string> {
  const key = randomBytes(KEY_BYTES).toString('hex')
  const before = await getUserById(ctx, userId)
  const after = await ctx.db.kysely
    .updateTable('user')
    // The version stays: it is that of the profile, of which the key is no part.
    .set({ personal_key_hash: hashSecret(key), sealed_personal_key: ctx.secrets.seal(key) })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (after.default_workspace_id === null) throw new Error(`User ${userId} has no workspace`)
  const about = { workspaceId: after.default_workspace_id, subjectId: userId, subjectUserId: userId }
  await emit(ctx, { ...about, kind: 'user.updated', before, after })
  return key
}

const usersByPersonalKey = prepared(({ kysely }, keyHash: string) =>
  kysely
    .selectFrom('user')
    .where('personal_key_hash', '=', keyHash)
    .where('is_active', '=', 1)
    .select(['id', 'is_admin']),
)

/** Who a personal key belongs to; with it one may do everything that person may. */
export async function authenticatePersonalKey(ctx: Ctx, key: string): Promise<Actor> {
  const [found] = await usersByPersonalKey(ctx, hashSecret(key))
  if (!found) throw new AppError('unauthenticated', 'bad_credentials', 'This key is not valid.')
  return {
    kind: 'user',
    userId: found.id,
    isAdmin: found.is_admin === 1,
    scopes: ['*'],
    workspaceId: null,
    tokenId: null,
    sessionId: null,
  }
}
