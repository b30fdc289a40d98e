import ipaddr from 'ipaddr.js'
import type { Row } from '../db/schema.ts'
import { membershipIn } from './access.ts'
import { type Actor, actingUser, type Ctx, transact, type UserActor } from './context.ts'
import { AppError, invalid, notAllowed, notFound } from './errors.ts'
import { emit } from './events.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import { GRANTABLE_SCOPES } from './rules/scopes.ts'
import { hashSecret, randomSecret } from './secrets.ts'
import { optionalText, requiredText, toFlag } from './text.ts'
import { getUserById } from './me.ts'

export type Token = Omit<Row<'token'>, 'secret_hash'>

/** A key of a Timing client is told apart by its first letters; every other key is `tt_`. */
export type TokenKind = 'timetracker' | 'timing'

export type NewToken = {
  name: string
  description?: string | null
  kind: TokenKind
  scopes: string[]
  workspaceId: number | null
  expiresAt: number | null
  allowedIps: string[]
}

/** How many times the usual limits of each wire a key may use up, which is for the administrators to say. */
type Raise = { limitFactor?: number }

const PREFIXES: Record<TokenKind, string> = { timetracker: 'tt_', timing: 'tm_' }
const SECRET_LENGTH = 32
const PREFIX_SHOWN = 8
const MOST_TOKENS = 1000
export const MOST_LIMIT_FACTOR = 1000
/** No later day can be written with four digits for its year, as every wire does. */
const LATEST_EXPIRY = Date.UTC(9999, 11, 31)

/** Makes a key for oneself, with at most the rights one has here. The secret is given this once. */
export async function createToken(ctx: Ctx, input: NewToken): Promise<{ token: Token; secret: string }> {
  const { scopes: ownScopes, userId } = requireKeyKeeper(ctx)
  const scopes = checkedScopes(input.scopes, ownScopes)
  return transact(ctx, async (ctx) => {
    if (input.workspaceId !== null) await membershipIn(ctx, input.workspaceId)
    return insertToken(ctx, userId, { ...input, scopes })
  })
}

/** Writes a key for somebody, with its event; whether the actor may is for the caller to ask. */
export async function insertToken(
  ctx: Ctx,
  userId: number,
  input: NewToken & Raise & { isIntegration?: boolean },
): Promise<{ token: Token; secret: string }> {
  const secret = PREFIXES[input.kind] + randomSecret(SECRET_LENGTH)
  if (input.expiresAt !== null && input.expiresAt <= ctx.now)
    throw invalid('expires_at', 'The expiry lies in the past.')
  const { secret_hash: _, ...token } = await ctx.db.kysely
    .insertInto('token')
    .values({
      user_id: userId,
      workspace_id: input.workspaceId,
      name: requiredText('name', input.name),
      description: optionalText('description', input.description ?? null, 1000),
      prefix: secret.slice(0, PREFIX_SHOWN),
      secret_hash: hashSecret(secret),
      scopes: JSON.stringify(input.scopes),
      allowed_ips: JSON.stringify(checkedAddresses(input.allowedIps)),
      expires_at: checkedExpiry(input.expiresAt),
      is_integration: toFlag(input.isIntegration, 0),
      last_used_at: null,
      usage_count: 0,
      created_at: ctx.now,
      revoked_at: null,
      limit_factor: input.limitFactor,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit(ctx, await tokenEvent(ctx, { before: null, after: token }))
  return { token, secret }
}

/** Keys are kept by the signed-in person, or by a key that may do everything: no narrow key can widen itself. */
export function requireKeyKeeper(ctx: Ctx): UserActor {
  const actor = actingUser(ctx)
  if (actor.workspaceId !== null) throw notAllowed('A key that is bound to a workspace may not manage keys.')
  if (!keepsKeys(ctx))
    throw new AppError('forbidden', 'missing_scope', 'Only a key with all scopes may manage keys.')
  return actor
}

/** True for who may keep keys. */
export function keepsKeys(ctx: Ctx): boolean {
  const { workspaceId, scopes } = actingUser(ctx)
  return workspaceId === null && scopes.some((scope) => scope === '*' || scope === 'admin:all')
}

export function checkedScopes(scopes: string[], own: readonly string[]): string[] {
  const unknown = scopes.find((scope) => !GRANTABLE_SCOPES.includes(scope))
  if (unknown !== undefined)
    throw invalid('scopes', `${JSON.stringify(unknown.slice(0, 64))} is not a scope.`)
  if (scopes.length === 0) throw invalid('scopes', 'A key needs at least one scope.')
  return scopes.includes('*') && own.includes('*') ? ['*'] : [...new Set(scopes)]
}

function checkedExpiry(expiresAt: number | null): number | null {
  if (expiresAt !== null && expiresAt > LATEST_EXPIRY)
    throw invalid('expires_at', 'The expiry lies beyond the year 9999.')
  return expiresAt
}

function checkedFactor(factor: number): number {
  if (!Number.isInteger(factor) || factor < 1 || factor > MOST_LIMIT_FACTOR)
    throw invalid('limit_factor', `Limits can be multiplied by 1 to ${MOST_LIMIT_FACTOR}.`)
  return factor
}

function checkedAddresses(addresses: string[]): string[] {
  for (const address of addresses) {
    const [host = ''] = address.split('/', 1)
    // Written out: "10.1" would be 10.0.0.1, and "010.0.0.1" is 8.0.0.1.
    const isWrittenOut = ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(host)
    if (!isWrittenOut || (host !== address && !ipaddr.isValidCIDR(address))) {
      throw invalid(
        'allowed_ips',
        `${JSON.stringify(address.slice(0, 64))} is neither an address nor a network such as 10.0.0.0/8.`,
      )
    }
  }
  return addresses
}

const tokensBySecret = prepared(({ kysely }, secretHash: string) =>
  kysely
    .selectFrom('token')
    .innerJoin('user', 'user.id', 'token.user_id')
    .where('token.secret_hash', '=', secretHash)
    .where('token.revoked_at', 'is', null)
    .select([
      'token.id',
      'token.user_id',
      'token.workspace_id',
      'token.scopes',
      'token.allowed_ips',
      'token.expires_at',
      'token.is_active',
      'user.is_admin',
      'user.is_active as owner_is_active',
      'user.default_workspace_id',
    ]),
)

/**
 * Who a key belongs to and what it may do here, from this address. On a wire that knows one workspace, a key that is
 * bound to none acts in its owner's default one.
 */
export async function authenticateToken(
  ctx: Ctx,
  secret: string,
  { ip, knowsOneWorkspace = false }: { ip: string; knowsOneWorkspace?: boolean },
): Promise<Actor> {
  const [found] = await tokensBySecret(ctx, hashSecret(secret))
  if (!found) throw new AppError('unauthenticated', 'bad_credentials', 'This key is not valid.')
  if (found.is_active === 0) {
    throw new AppError('unauthenticated', 'token_revoked', 'This key is switched off.')
  }
  if (found.expires_at !== null && found.expires_at <= ctx.now) {
    throw new AppError('unauthenticated', 'token_expired', 'This key has expired.')
  }
  if (!isAllowedFrom(parseList(found.allowed_ips), ip)) {
    throw new AppError('forbidden', 'address_not_allowed', 'This key may not be used from this address.')
  }
  if (found.owner_is_active === 0) {
    throw new AppError('unauthenticated', 'account_inactive', 'The account of this key is switched off.')
  }
  return {
    kind: 'user',
    userId: found.user_id,
    isAdmin: found.is_admin === 1,
    scopes: parseList(found.scopes),
    workspaceId: found.workspace_id ?? (knowsOneWorkspace ? found.default_workspace_id : null),
    tokenId: found.id,
    sessionId: null,
  }
}

/** Whether a key with these addresses may be used from this one. */
export function isAllowedFrom(allowed: readonly string[], ip: string): boolean {
  if (allowed.length === 0) return true
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.process(ip)
  return allowed.some((entry) => {
    const [network, bits] = ipaddr.isValidCIDR(entry)
      ? ipaddr.parseCIDR(entry)
      : [ipaddr.process(entry), undefined]
    if (network.kind() !== address.kind()) return false
    return address.match(network, bits ?? (network.kind() === 'ipv4' ? 32 : 128))
  })
}

/** The scopes or addresses of a key, as its row holds them. */
export function parseList(json: string): string[] {
  // Both columns are only ever written from string[].
  return JSON.parse(json) as string[]
}

/** One's own keys, newest first; revoked ones are gone. */
export async function listTokens(ctx: Ctx, page: Page): Promise<PageOf<Token>> {
  const { userId } = requireKeyKeeper(ctx)
  return pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('token')
        .selectAll()
        .where('user_id', '=', userId)
        .where('revoked_at', 'is', null)
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(Math.min(limit, MOST_TOKENS))
        .execute(),
    (token) => [token.id],
  )
}

export type TokenChanges = {
  name?: string
  description?: string | null
  allowedIps?: string[]
  expiresAt?: number | null
  /** A key that is switched off is refused until it is switched on again. */
  isActive?: boolean
}

/** Renames a key, switches it, or changes its expiry or the addresses it works from. */
export async function updateToken(ctx: Ctx, id: number, changes: TokenChanges): Promise<Token> {
  requireKeyKeeper(ctx)
  return transact(ctx, async (ctx) => writeToken(ctx, await getOwnToken(ctx, id), changes))
}

/** Changes as the administrators of the installation make them. */
export type AnyTokenChanges = TokenChanges & Raise

/** Writes changes of a key, with their event; whether the actor may is for the caller to ask. */
export async function writeToken(ctx: Ctx, before: Token, changes: AnyTokenChanges): Promise<Token> {
  const { secret_hash: _, ...after } = await ctx.db.kysely
    .updateTable('token')
    .set({
      name: changes.name === undefined ? before.name : requiredText('name', changes.name),
      description:
        changes.description === undefined
          ? before.description
          : optionalText('description', changes.description, 1000),
      allowed_ips:
        changes.allowedIps === undefined
          ? before.allowed_ips
          : JSON.stringify(checkedAddresses(changes.allowedIps)),
      expires_at: changes.expiresAt === undefined ? before.expires_at : checkedExpiry(changes.expiresAt),
      is_active: toFlag(changes.isActive, before.is_active),
      limit_factor: checkedFactor(changes.limitFactor ?? before.limit_factor),
    })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit(ctx, await tokenEvent(ctx, { before, after }))
  return after
}

/** Ends a key at once and for good. */
export async function revokeToken(ctx: Ctx, id: number): Promise<void> {
  requireKeyKeeper(ctx)
  await transact(ctx, async (ctx) => endToken(ctx, await getOwnToken(ctx, id)))
}

/** Writes the end of a key, with its event; whether the actor may is for the caller to ask. */
export async function endToken(ctx: Ctx, before: Token): Promise<void> {
  await ctx.db.kysely.updateTable('token').set({ revoked_at: ctx.now }).where('id', '=', before.id).execute()
  await emit(ctx, await tokenEvent(ctx, { before, after: null }))
}

/** Ends a person's keys: those for a workspace they have left, or all of somebody who is switched off. */
export async function revokeTokensOf(ctx: Ctx, userId: number, workspaceId: number | null): Promise<void> {
  const revoked = await ctx.db.kysely
    .updateTable('token')
    .set({ revoked_at: ctx.now })
    .where('user_id', '=', userId)
    .$if(workspaceId !== null, (query) => query.where('workspace_id', '=', workspaceId))
    .where('revoked_at', 'is', null)
    .returningAll()
    .execute()
  const { default_workspace_id: home } = await getUserById(ctx, userId)
  await emit(
    ctx,
    ...revoked.map((token) => ({
      workspaceId: token.workspace_id ?? home ?? 0,
      kind: 'token.deleted' as const,
      subjectId: token.id,
      subjectUserId: userId,
      before: { ...token, revoked_at: null },
      after: null,
    })),
  )
}

async function getOwnToken(ctx: Ctx, id: number): Promise<Token> {
  const row = await ctx.db.kysely
    .selectFrom('token')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', actingUser(ctx).userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound('key')
  const { secret_hash: _, ...token } = row
  return token
}

type TokenChange = { before: Token | null; after: Token | null }

async function tokenEvent(ctx: Ctx, { before, after }: TokenChange) {
  const token = after ?? before
  const owner = token && (await getUserById(ctx, token.user_id))
  if (!token || !owner || owner.default_workspace_id === null)
    throw new Error('A key has an owner with a workspace')
  return {
    workspaceId: token.workspace_id ?? owner.default_workspace_id,
    kind:
      after === null
        ? ('token.deleted' as const)
        : before === null
          ? ('token.created' as const)
          : ('token.updated' as const),
    subjectId: token.id,
    subjectUserId: owner.id,
    before,
    after,
  }
}
