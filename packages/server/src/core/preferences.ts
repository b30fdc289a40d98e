import { requireScope } from './access.ts'
import { actingUser, type Ctx, lockUser, transact } from './context.ts'
import { AppError } from './errors.ts'
import { emit } from './events.ts'
import { getMe, type User } from './me.ts'

/** What a client keeps for itself with the account: values it gave names to, which mean nothing to anybody else. */
export type Preferences = Readonly<Record<string, unknown>>

/** The name under which the web app keeps what is its own. */
export const WEB_APP = 'web'

const MOST_CHARACTERS = 64_000

/** What is kept under a name of one's own account; empty where nothing is. */
export async function preferencesOf(ctx: Ctx, keeper: string): Promise<Preferences> {
  return keptUnder(await getMe(ctx), keeper)
}

/** The same of an account that has been read. */
export function keptUnder(user: Pick<User, 'preferences'>, keeper: string): Preferences {
  return read(user.preferences)[keeper] ?? {}
}

/** The column after such a change; refuses more than an account keeps. */
export function preferencesWith(
  user: Pick<User, 'preferences'>,
  keeper: string,
  changes: Preferences,
): string {
  const all = read(user.preferences)
  const merged = Object.entries({ ...all[keeper], ...changes }).filter(([, value]) => value !== null)
  const text = JSON.stringify({ ...all, [keeper]: Object.fromEntries(merged) })
  if (text.length > MOST_CHARACTERS)
    throw new AppError('too_large', 'body_too_large', 'These preferences are too large to be kept.')
  return text
}

/** Changes what is kept under a name: null takes a value away, what is left out stays. Gives what is there now. */
export async function updatePreferences(
  ctx: Ctx,
  keeper: string,
  changes: Preferences,
): Promise<Preferences> {
  requireScope(ctx, 'write:users')
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, actingUser(ctx).userId)
    const before = await getMe(ctx)
    const after = await ctx.db.kysely
      .updateTable('user')
      // The version stays: it is that of the profile, which a form may be open on.
      .set({ preferences: preferencesWith(before, keeper, changes), updated_at: ctx.now })
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (after.default_workspace_id === null) throw new Error(`User ${after.id} has no workspace`)
    const about = { workspaceId: after.default_workspace_id, subjectId: after.id, subjectUserId: after.id }
    await emit(ctx, { ...about, kind: 'user.updated', before, after })
    return keptUnder(after, keeper)
  })
}

function read(text: string): Record<string, Preferences> {
  // The column is only ever written with `preferencesWith`.
  return JSON.parse(text) as Record<string, Preferences>
}
