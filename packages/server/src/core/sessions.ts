import { type Actor, actingAs, actingUser, type Ctx, transact } from './context.ts'
import { AppError } from './errors.ts'
import { emit } from './events.ts'
import { hashSecret, randomSecret } from './secrets.ts'
import type { User } from './me.ts'

const SECRET_LENGTH = 43
const LIFETIME_MS = 30 * 24 * 3600 * 1000
/** How often a session in use is written to, to be remembered as such. */
const TOUCH_AFTER_MS = 3600 * 1000

export type NewSession = { secret: string; expiresAt: number }
export type Device = { userAgent: string | null; ip: string | null }

/** Signs a person in: gives the secret for the cookie, which is stored only as a hash. */
export async function createSession(ctx: Ctx, user: User, device: Device): Promise<NewSession> {
  const secret = randomSecret(SECRET_LENGTH)
  const expiresAt = ctx.now + LIFETIME_MS
  await transact(actingAs(ctx, user.id), async (ctx) => {
    await ctx.db.kysely
      .insertInto('session')
      .values({
        user_id: user.id,
        secret_hash: hashSecret(secret),
        user_agent: device.userAgent?.slice(0, 400) ?? null,
        ip: device.ip,
        created_at: ctx.now,
        last_seen_at: ctx.now,
        expires_at: expiresAt,
      })
      .execute()
    if (user.default_workspace_id === null) return
    await emit(ctx, {
      workspaceId: user.default_workspace_id,
      kind: 'user.signed_in',
      subjectId: user.id,
      subjectUserId: user.id,
      before: null,
      after: { ip: device.ip, user_agent: device.userAgent },
    })
  })
  return { secret, expiresAt }
}

/** The actor of a session cookie. */
export async function authenticateSession(ctx: Ctx, secret: string): Promise<Actor> {
  const actor = await findSession(ctx, secret)
  if (!actor) throw new AppError('unauthenticated', 'bad_credentials', 'You are signed out. Sign in again.')
  return actor
}

/** The actor of a session cookie, or nothing where the session has ended. */
export async function findSession(ctx: Ctx, secret: string): Promise<Actor | undefined> {
  const found = await ctx.db.kysely
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .where('session.secret_hash', '=', hashSecret(secret))
    .where('session.expires_at', '>', ctx.now)
    .where('user.is_active', '=', 1)
    .select(['session.id', 'session.user_id', 'session.last_seen_at', 'user.is_admin'])
    .executeTakeFirst()
  if (!found) return undefined
  if (ctx.now - found.last_seen_at > TOUCH_AFTER_MS) await touch(ctx, found.id)
  return {
    kind: 'user',
    userId: found.user_id,
    isAdmin: found.is_admin === 1,
    scopes: ['*'],
    workspaceId: null,
    tokenId: null,
    sessionId: found.id,
  }
}

async function touch(ctx: Ctx, id: number): Promise<void> {
  await ctx.db.kysely
    .updateTable('session')
    .set({ last_seen_at: ctx.now, expires_at: ctx.now + LIFETIME_MS })
    .where('id', '=', id)
    .execute()
}

/** Signs out of the session in use. */
export async function endSession(ctx: Ctx): Promise<void> {
  const { sessionId } = actingUser(ctx)
  if (sessionId !== null) await ctx.db.kysely.deleteFrom('session').where('id', '=', sessionId).execute()
}

/** Ends a person's sessions, all but one. */
export async function endSessionsOf(ctx: Ctx, userId: number, keepId: number | null): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(keepId !== null, (query) => query.where('id', '!=', keepId))
    .execute()
}
