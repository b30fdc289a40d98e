import { type Ctx, lockUser, transact } from './context.ts'
import { endToken, insertToken, requireKeyKeeper, type Token } from './tokens.ts'

/**
 * Makes one's integration key, of which a person has one; the one before ends at once, and leaves it the limits it was
 * raised to. The secret is given this once.
 */
export async function createIntegrationKey(ctx: Ctx): Promise<{ token: Token; secret: string }> {
  const { userId } = requireKeyKeeper(ctx)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const before = await findIntegrationKey(ctx, userId)
    if (before) await endToken(ctx, before)
    return insertToken(ctx, userId, {
      name: 'Integrations',
      kind: 'timetracker',
      scopes: ['*'],
      workspaceId: null,
      expiresAt: null,
      allowedIps: [],
      isIntegration: true,
      limitFactor: before?.limit_factor,
    })
  })
}

async function findIntegrationKey(ctx: Ctx, userId: number): Promise<Token | undefined> {
  const row = await ctx.db.kysely
    .selectFrom('token')
    .selectAll()
    .where('user_id', '=', userId)
    .where('is_integration', '=', 1)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { secret_hash: _, ...token } = row
  return token
}
