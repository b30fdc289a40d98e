import { requireInstallationAdmin } from './access.ts'
import { type Ctx, transact } from './context.ts'
import { invalid, notFound } from './errors.ts'
import { holds } from './like.ts'
import { getUserById } from './me.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { nameKey } from './rules/names.ts'
import {
  type AnyTokenChanges,
  checkedScopes,
  endToken,
  insertToken,
  type NewToken,
  parseList,
  type Token,
  writeToken,
} from './tokens.ts'

/** A key with whose it is. */
export type OwnedToken = Token & { user_email: string; user_name: string | null }

export type TokenFilter = {
  userId?: number
  /** Part of the owner's address. */
  text?: string
}

function ownedTokens(ctx: Ctx) {
  return ctx.db.kysely
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .selectAll('token')
    .select(['user.email as user_email', 'user.name as user_name'])
    .where('token.revoked_at', 'is', null)
}

/** The keys of everybody, newest first; for the administrators of the installation. */
export async function listAllTokens(ctx: Ctx, filter: TokenFilter, page: Page): Promise<PageOf<OwnedToken>> {
  requireInstallationAdmin(ctx)
  const { userId, text } = filter
  let tokens = ownedTokens(ctx)
  if (userId !== undefined) tokens = tokens.where('token.user_id', '=', userId)
  if (text !== undefined) tokens = tokens.where(holds('user.email_key', nameKey(text)))
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      tokens
        .where(beyond(after, ['token.id'], 'desc'))
        .orderBy('token.id', 'desc')
        .limit(limit)
        .execute(),
    (token) => [token.id],
  )
  return { rows: rows.map(withoutHash), next }
}

/** Makes a key for somebody. The secret is given this once. */
export async function createTokenFor(
  ctx: Ctx,
  userId: number,
  input: NewToken,
): Promise<{ token: OwnedToken; secret: string }> {
  requireInstallationAdmin(ctx)
  const scopes = checkedScopes(input.scopes, ['*'])
  return transact(ctx, async (ctx) => {
    const owner = await getUserById(ctx, userId)
    if (owner.is_active === 0) throw invalid('user_id', 'This account is switched off.')
    if (input.workspaceId !== null) await requireMember(ctx, input.workspaceId, userId)
    const { token, secret } = await insertToken(ctx, userId, { ...input, scopes })
    return { token: { ...token, user_email: owner.email, user_name: owner.name }, secret }
  })
}

async function requireMember(ctx: Ctx, workspaceId: number, userId: number): Promise<void> {
  const member = await ctx.db.kysely
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .where('is_active', '=', 1)
    .executeTakeFirst()
  if (!member) throw invalid('workspace_id', 'This person is no member of that workspace.')
}

/** Switches anybody's key off or on, renames it, or changes its expiry, its addresses or its limits. */
export async function updateAnyToken(ctx: Ctx, id: number, changes: AnyTokenChanges): Promise<OwnedToken> {
  requireInstallationAdmin(ctx)
  return transact(ctx, async (ctx) => {
    const { user_email, user_name, ...before } = await requireToken(ctx, id)
    return { ...(await writeToken(ctx, before, changes)), user_email, user_name }
  })
}

/** Makes a key that may what another may, for the same person, and switches that one off. */
export async function rotateToken(ctx: Ctx, id: number): Promise<{ token: OwnedToken; secret: string }> {
  requireInstallationAdmin(ctx)
  return transact(ctx, async (ctx) => {
    const { user_email, user_name, ...before } = await requireToken(ctx, id)
    const { token, secret } = await insertToken(ctx, before.user_id, {
      name: `${before.name} (rotated)`.slice(0, 255),
      description: before.description,
      kind: before.prefix.startsWith('tm_') ? 'timing' : 'timetracker',
      scopes: parseList(before.scopes),
      workspaceId: before.workspace_id,
      // One that has expired would be of no use.
      expiresAt: before.expires_at !== null && before.expires_at > ctx.now ? before.expires_at : null,
      allowedIps: parseList(before.allowed_ips),
      limitFactor: before.limit_factor,
    })
    await writeToken(ctx, before, { isActive: false })
    return { token: { ...token, user_email, user_name }, secret }
  })
}

/** Ends anybody's key for good. */
export async function revokeAnyToken(ctx: Ctx, id: number): Promise<void> {
  requireInstallationAdmin(ctx)
  await transact(ctx, async (ctx) => {
    const { user_email: _, user_name: __, ...before } = await requireToken(ctx, id)
    await endToken(ctx, before)
  })
}

export async function getAnyToken(ctx: Ctx, id: number): Promise<OwnedToken> {
  requireInstallationAdmin(ctx)
  return requireToken(ctx, id)
}

async function requireToken(ctx: Ctx, id: number): Promise<OwnedToken> {
  const row = await ownedTokens(ctx).where('token.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('key')
  return withoutHash(row)
}

function withoutHash<R extends { secret_hash: string }>(row: R): Omit<R, 'secret_hash'> {
  const { secret_hash: _, ...token } = row
  return token
}
