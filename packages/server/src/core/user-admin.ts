import { requireInstallationAdmin } from './access.ts'
import { type Ctx, transact } from './context.ts'
import { holds, holdsAnyCase } from './like.ts'
import type { User } from './me.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { insertReset, type ResetLink } from './password-resets.ts'
import { nameKey } from './rules/names.ts'
import { insertUser } from './users.ts'

/** An account with what an administrator of the installation may know of it: nothing of what its owner did. */
export type Account = User & { workspace_count: number; last_seen_at: number | null }

export type AccountFilter = {
  /** Part of the name or the address. */
  text?: string
  state?: 'active' | 'inactive' | 'admin'
}

/** A link by which somebody gives themselves their first password has longer to arrive than one they asked for. */
const FIRST_LINK_MS = 3 * 24 * 3600 * 1000

/** The accounts of the installation, newest first, for its administrators. */
export async function listAccounts(ctx: Ctx, filter: AccountFilter, page: Page): Promise<PageOf<Account>> {
  requireInstallationAdmin(ctx)
  const { text, state } = filter
  let users = ctx.db.kysely.selectFrom('user').selectAll()
  if (text !== undefined)
    users = users.where((eb) => eb.or([holds('email_key', nameKey(text)), holdsAnyCase('name', text)]))
  if (state === 'admin') users = users.where('is_admin', '=', 1)
  else if (state !== undefined) users = users.where('is_active', '=', state === 'active' ? 1 : 0)
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      users
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (user) => [user.id],
  )
  return { rows: await described(ctx, rows), next }
}

/** One account, as the list has it. */
export async function describeAccount(ctx: Ctx, user: User): Promise<Account> {
  requireInstallationAdmin(ctx)
  const [account] = await described(ctx, [user])
  if (!account) throw new Error(`User ${user.id} is not described`)
  return account
}

export type NewAccount = { email: string; name?: string | null; timeZone: string; isAdmin?: boolean }

/** Makes an account without a password, and the link by which its owner sets one. */
export async function createAccount(
  ctx: Ctx,
  input: NewAccount,
): Promise<{ account: Account; link: ResetLink }> {
  requireInstallationAdmin(ctx)
  return transact(ctx, async (ctx) => {
    const user = await insertUser(ctx, input, null)
    return { account: await describeAccount(ctx, user), link: await insertReset(ctx, user, FIRST_LINK_MS) }
  })
}

async function described(ctx: Ctx, users: readonly User[]): Promise<Account[]> {
  const ids = users.map((user) => user.id)
  if (ids.length === 0) return []
  const counts = await ctx.db.kysely
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .where('member.user_id', 'in', ids)
    .where('member.is_active', '=', 1)
    .where('workspace.deleted_at', 'is', null)
    .groupBy('member.user_id')
    .select(({ fn }) => ['member.user_id', fn.countAll<number>().as('count')])
    .execute()
  const countOf = new Map(counts.map((row) => [row.user_id, row.count]))
  const seen = await lastSeen(ctx, ids)
  return users.map((user) => ({
    ...user,
    workspace_count: countOf.get(user.id) ?? 0,
    last_seen_at: seen.get(user.id) ?? null,
  }))
}

/** When each was last heard from: by a browser, by a key, or through the wire of a foreign client. */
async function lastSeen(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number>> {
  const { kysely } = ctx.db
  const heard = await kysely
    .selectFrom('session')
    .where('user_id', 'in', ids)
    .groupBy('user_id')
    .select(({ fn }) => ['user_id', fn.max<number | null>('last_seen_at').as('at')])
    .unionAll(
      kysely
        .selectFrom('token')
        .where('user_id', 'in', ids)
        .groupBy('user_id')
        .select(({ fn }) => ['user_id', fn.max<number | null>('last_used_at').as('at')]),
    )
    .unionAll(
      kysely
        .selectFrom('wire_use')
        .where('user_id', 'in', ids)
        .groupBy('user_id')
        .select(({ fn }) => ['user_id', fn.max<number | null>('used_at').as('at')]),
    )
    .execute()
  const latest = new Map<number, number>()
  for (const { user_id, at } of heard)
    if (at !== null) latest.set(user_id, Math.max(at, latest.get(user_id) ?? 0))
  return latest
}
