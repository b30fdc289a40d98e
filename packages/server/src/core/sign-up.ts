import { actingAs, type Ctx, transact, transactionOf } from './context.ts'
import { AppError, invalid } from './errors.ts'
import { acceptInvitation } from './invitations.ts'
import { sameSecret } from './secrets.ts'
import type { User } from './me.ts'
import { checkedPasswordHash, insertUser, type NewUser } from './users.ts'
import { createTeam } from './workspaces.ts'

export type SignUp = Omit<NewUser, 'isAdmin'> & {
  setupCode?: string
  invitation?: string
  teamName?: string
  /** Whether strangers may make themselves an account here. */
  registration: 'open' | 'invitation'
}

/** The purpose from which the one-time set-up code is derived. */
export const SETUP_CODE = 'set up'

/** True once the first account exists. */
export async function isSetUp(ctx: Ctx): Promise<boolean> {
  const someone = await ctx.db.kysely.selectFrom('user').select('id').limit(1).executeTakeFirst()
  return someone !== undefined
}

/**
 * Makes an account for oneself: the first with the set-up code, which makes an administrator; later ones with an
 * invitation, or freely where registration is open.
 */
export async function signUp(ctx: Ctx, input: SignUp): Promise<User> {
  return openAccount(ctx, input, await checkedPasswordHash(input.password, input.email))
}

/** The same, without a password: something else is going to open the account, which is for the caller to add. */
export async function signUpUnlocked(ctx: Ctx, input: Omit<SignUp, 'password'>): Promise<User> {
  return openAccount(ctx, input, null)
}

async function openAccount(
  ctx: Ctx,
  input: Omit<SignUp, 'password'>,
  passwordHash: string | null,
): Promise<User> {
  return transact(ctx, async (ctx) => {
    // Two at once would both be first, so that the later one waits and looks again.
    if (!(await isSetUp(ctx))) await ctx.db.engine.lockInstallation(transactionOf(ctx))
    const isFirst = !(await isSetUp(ctx))
    if (isFirst) {
      if (
        !input.setupCode ||
        !sameSecret(input.setupCode.trim().toUpperCase(), ctx.secrets.code(SETUP_CODE))
      ) {
        throw invalid('setup_code', 'That is not the set-up code this server printed when it started.')
      }
    } else if (!input.invitation && input.registration !== 'open') {
      throw new AppError(
        'forbidden',
        input.setupCode ? 'already_set_up' : 'registration_closed',
        'Accounts on this server are made by invitation.',
      )
    }
    const user = await insertUser(ctx, { ...input, isAdmin: isFirst }, passwordHash)
    const asUser = actingAs(ctx, user.id)
    if (input.teamName) await createTeam(asUser, { name: input.teamName, timeZone: input.timeZone })
    if (input.invitation) await acceptInvitation(asUser, input.invitation)
    return user
  })
}
