import { type Actor, actingAs, actingUser, type Ctx, transact } from './context.ts'
import { AppError, notFound } from './errors.ts'
import { emit } from './events.ts'
import { hashSecret, randomSecret } from './secrets.ts'
import { getUserById, type User } from './me.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { isAllowedFrom, parseList, requireKeyKeeper } from './tokens.ts'

const SECRET_LENGTH = 43
const DAY_MS = 24 * 3600 * 1000
/** A session lives on for as long each time it is used, and a year at most. */
const LIFETIME_MS = 30 * DAY_MS
const LONGEST_MS = 365 * DAY_MS
/** How often a session in use is written to, to be remembered as such. */
const TOUCH_AFTER_MS = 3600 * 1000

type Opener = 'personal_key' | 'passkey' | 'identity'

export type NewSession = { secret: string; expiresAt: number }
export type Device = {
  userAgent: string | null
  ip: string | null
  /** What opens the session, where it is no password. */
  with?: { tokenId: number } | Opener
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
        made_with: typeof device.with === 'string' ? device.with : null,
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
  const found = await liveSessions(ctx)
    .innerJoin('user', 'user.id', 'session.user_id')
    .where('session.secret_hash', '=', hashSecret(secret))
    .where('user.is_active', '=', 1)
    .select([
      'session.id',
      'session.user_id',
      'session.created_at',
      'session.last_seen_at',
      'session.token_id',
    ])
    .select(['user.is_admin', 'token.scopes', 'token.workspace_id', 'token.allowed_ips'])
    .executeTakeFirst()
  if (!found || !isAllowedFrom(parseList(found.allowed_ips ?? '[]'), ip)) return undefined
  if (ctx.now - found.last_seen_at > TOUCH_AFTER_MS) await touch(ctx, found)
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

/** Those that have not ended, with the keys they were opened with, which are still good. */
function liveSessions(ctx: Ctx) {
  return ctx.db.kysely
    .selectFrom('session')
    .leftJoin('token', 'token.id', 'session.token_id')
    .where('session.expires_at', '>', ctx.now)
    .where('token.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('token.is_active', 'is', null), eb('token.is_active', '=', 1)]))
    .where((eb) => eb.or([eb('token.expires_at', 'is', null), eb('token.expires_at', '>', ctx.now)]))
}

async function touch(ctx: Ctx, { id, created_at }: { id: number; created_at: number }): Promise<void> {
  const expires_at = Math.min(ctx.now + LIFETIME_MS, created_at + LONGEST_MS)
  await ctx.db.kysely
    .updateTable('session')
    .set({ last_seen_at: ctx.now, expires_at })
    .where('id', '=', id)
    .execute()
}

/** Signs out of the session in use. */
export async function endSession(ctx: Ctx): Promise<void> {
  const { sessionId } = actingUser(ctx)
  if (sessionId !== null) await ctx.db.kysely.deleteFrom('session').where('id', '=', sessionId).execute()
}

/** Where somebody is signed in, and with what they signed in. */
export type OpenSession = {
  id: number
  user_agent: string | null
  ip: string | null
  created_at: number
  last_seen_at: number
  expires_at: number
  opened_with: 'password' | 'key' | Opener
  /** The key's name, where it was one. */
  key_name: string | null
  /** Whether this very request came with it. */
  is_current: boolean
}

/** Where one is signed in, the newest first; for oneself, and for a key that may do everything. */
export async function listSessions(ctx: Ctx, page: Page): Promise<PageOf<OpenSession>> {
  const { userId, sessionId } = requireKeyKeeper(ctx)
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      liveSessions(ctx)
        .where('session.user_id', '=', userId)
        .select(['session.id', 'session.user_agent', 'session.ip', 'session.token_id', 'session.made_with'])
        .select(['session.created_at', 'session.last_seen_at', 'session.expires_at'])
        .select('token.name as key_name')
        .where(beyond(after, ['session.id'], 'desc'))
        .orderBy('session.id', 'desc')
        .limit(limit)
        .execute(),
    (session) => [session.id],
  )
  return {
    rows: rows.map(({ token_id, made_with, ...session }) => ({
      ...session,
      opened_with: token_id === null ? (made_with ?? 'password') : 'key',
      is_current: session.id === sessionId,
    })),
    next,
  }
}

/** Ends one of one's own sessions, wherever it is. */
export async function endOwnSession(ctx: Ctx, id: number): Promise<void> {
  const { userId } = requireKeyKeeper(ctx)
  await transact(ctx, async (ctx) => {
    const ended = await ctx.db.kysely
      .deleteFrom('session')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returning(['id', 'ip', 'user_agent'])
      .execute()
    if (ended.length === 0) throw notFound('session')
    await tellEnded(ctx, userId, ended)
  })
}

/** Ends all of one's own sessions but the one in use. */
export async function endOtherSessions(ctx: Ctx): Promise<void> {
  const { userId, sessionId } = requireKeyKeeper(ctx)
  await transact(ctx, async (ctx) => {
    const ended = await ctx.db.kysely
      .deleteFrom('session')
      .where('user_id', '=', userId)
      .$if(sessionId !== null, (query) => query.where('id', '!=', sessionId))
      .returning(['id', 'ip', 'user_agent'])
      .execute()
    await tellEnded(ctx, userId, ended)
  })
}

type Ended = { ip: string | null; user_agent: string | null }

async function tellEnded(ctx: Ctx, userId: number, ended: readonly Ended[]): Promise<void> {
  const workspaceId = (await getUserById(ctx, userId)).default_workspace_id
  if (workspaceId === null) return
  const about = { workspaceId, subjectId: userId, subjectUserId: userId, after: null }
  await emit(
    ctx,
    ...ended.map(({ ip, user_agent }) => ({
      ...about,
      kind: 'user.signed_out' as const,
      before: { ip, user_agent },
    })),
  )
}

/** Ends the sessions that were opened with the personal key, which is good no more. */
export async function endPersonalKeySessions(ctx: Ctx, userId: number): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('made_with', '=', 'personal_key')
    .execute()
}

/** Ends the sessions that were opened at a provider, all but one. */
export async function endIdentitySessions(ctx: Ctx, userId: number, keepId: number | null): Promise<void> {
  await ctx.db.kysely
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('made_with', '=', 'identity')
    .$if(keepId !== null, (query) => query.where('id', '!=', keepId))
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
