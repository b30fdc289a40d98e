import { type Actor, actingAs, actingUser, type Ctx, transact } from './context.ts'
import { AppError } from './errors.ts'
import { emit } from './events.ts'
import { hashSecret, randomSecret } from './secrets.ts'
import type { User } from './me.ts'
import { isAllowedFrom, parseList } from './tokens.ts'

const SECRET_LENGTH = 43
const LIFETIME_MS = 30 * 24 * 3600 * 1000
/** How often a session in use is written to, to be remembered as such. */
const TOUCH_AFTER_MS = 3600 * 1000

export type NewSession = { secret: string; expiresAt: number }
export type Device = {
  userAgent: string | null
  ip: string | null
  /** The key with which a client asks for a session, where it is no password. */
  with?: { tokenId: number } | 'personal_key'
}

/** Signs a person in: gives the secret for the cookie, which is stored only as a hash. */
export async function createSession(
  ctx: Ctx,
  user: Pick<User, 'id' | 'default_workspace_id'>,
  device: Device,
): Promise<NewSession> {
  const secret = randomSecret(SECRET_LENGTH)
  const expiresAt = ctx.now + LIFETIME_MS
  await transact(actingAs(ctx, user.id), async (ctx) => {
    await ctx.db.kysely
      .insertInto('session')
      .values({
        user_id: user.id,
        secret_hash: hashSecret(secret),
        token_id: typeof device.with === 'object' ? device.with.tokenId : null,
        made_with: device.with === 'personal_key' ? 'personal_key' : null,
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

/** The actor of a session cookie that comes from this address. */
export async function authenticateSession(ctx: Ctx, secret: string, ip: string): Promise<Actor> {
  const actor = await findSession(ctx, secret, ip)
  if (!actor) throw new AppError('unauthenticated', 'bad_credentials', 'You are signed out. Sign in again.')
  return actor
}

/**
 * The actor of a session cookie, or nothing where the session has ended. One that was opened with a key is as good as the
 * key is now, and only from where the key is.
 */
export async function findSession(ctx: Ctx, secret: string, ip: string): Promise<Actor | undefined> {
  const found = await ctx.db.kysely
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .leftJoin('token', 'token.id', 'session.token_id')
    .where('session.secret_hash', '=', hashSecret(secret))
    .where('session.expires_at', '>', ctx.now)
    .where('user.is_active', '=', 1)
    .where('token.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('token.expires_at', 'is', null), eb('token.expires_at', '>', ctx.now)]))
    .select(['session.id', 'session.user_id', 'session.last_seen_at', 'session.token_id', 'user.is_admin'])
    .select(['token.scopes', 'token.workspace_id', 'token.allowed_ips'])
    .executeTakeFirst()
  if (!found || !isAllowedFrom(parseList(found.allowed_ips ?? '[]'), ip)) return undefined
  if (ctx.now - found.last_seen_at > TOUCH_AFTER_MS) await touch(ctx, found.id)
  return {
    kind: 'user',
    userId: found.user_id,
    isAdmin: found.is_admin === 1,
    scopes: found.scopes === null ? ['*'] : parseList(found.scopes),
    workspaceId: found.workspace_id,
    tokenId: found.token_id,
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

/** Ends the sessions that were opened with the personal key, which is good no more. */
export async function endPersonalKeySessions(ctx: Ctx, userId: number): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('made_with', '=', 'personal_key')
    .execute()
}

/** Ends a person's sessions, all but one. */
export async function endSessionsOf(ctx: Ctx, userId: number, keepId: number | null): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(keepId !== null, (query) => query.where('id', '!=', keepId))
    .execute()
}
