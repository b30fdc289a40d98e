import { requireInstallationAdmin } from './access.ts'
import { actingAs, type Ctx, transact } from './context.ts'
import { AppError } from './errors.ts'
import { enqueue } from './queue.ts'
import { hashSecret, randomSecret } from './secrets.ts'
import { getUserById, type User } from './me.ts'
import { checkedPasswordHash, findUserByEmail, setPassword } from './users.ts'

const LIFETIME_MS = 2 * 3600 * 1000

export type ResetLink = { secret: string; expiresAt: number }

/** Mails a reset link to the account of this address, if there is one; the answer is the same when there is none. */
export async function requestPasswordReset(ctx: Ctx, email: string): Promise<void> {
  const user = await findUserByEmail(ctx, email)
  if (!user || user.is_active === 0) return
  await transact(ctx, async (ctx) => {
    const { secret } = await insertReset(ctx, user)
    await enqueue(ctx, 'send-mail', { to: user.email, letter: 'password-reset', secret })
  })
}

/** Makes a reset link for somebody, to hand over where this server sends no mail. */
export async function createResetLink(ctx: Ctx, userId: number): Promise<ResetLink> {
  requireInstallationAdmin(ctx)
  const user = await ctx.db.kysely.selectFrom('user').selectAll().where('id', '=', userId).executeTakeFirst()
  if (!user) throw new AppError('not_found', 'no_such_thing', 'There is no such user.')
  return transact(ctx, (ctx) => insertReset(ctx, user))
}

/** Writes a link; who may ask for that is for the caller to check. */
export async function insertReset(ctx: Ctx, user: User, lifetimeMs = LIFETIME_MS): Promise<ResetLink> {
  const secret = randomSecret(43)
  const expiresAt = ctx.now + lifetimeMs
  await ctx.db.kysely
    .insertInto('password_reset')
    .values({
      user_id: user.id,
      secret_hash: hashSecret(secret),
      created_at: ctx.now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  return { secret, expiresAt }
}

/** Sets a new password by a reset link, which works once. Every session of the account ends. */
export async function resetPassword(ctx: Ctx, secret: string, password: string): Promise<void> {
  const reset = await ctx.db.kysely
    .selectFrom('password_reset')
    .selectAll()
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  if (!reset) throw new AppError('not_found', 'no_such_thing', 'This link is not one of ours.')
  if (reset.used_at !== null) throw linkUsed()
  if (reset.expires_at <= ctx.now)
    throw new AppError('gone', 'link_expired', 'This link has expired. Ask for a new one.')
  const user = await getUserById(ctx, reset.user_id)
  // Before the transaction: a hash takes long, and on SQLite everybody would wait for it.
  const passwordHash = await checkedPasswordHash(password, user.email)
  await transact(ctx, async (ctx) => {
    const used = await ctx.db.kysely
      .updateTable('password_reset')
      .set({ used_at: ctx.now })
      .where('id', '=', reset.id)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw linkUsed()
    await setPassword(actingAs(ctx, user.id), user, { passwordHash, keepSessionId: null })
  })
}

function linkUsed(): AppError {
  return new AppError('gone', 'link_used', 'This link has been used. Ask for a new one.')
}
