import type { Row } from '../db/schema.ts'
import { actingAs, type Ctx, lockUser, orConflict, transact } from './context.ts'
import { AppError, conflict, notFound } from './errors.ts'
import { emit } from './events.ts'
import { getUserById, type User } from './me.ts'
import { hasControlCharacters } from './rules/names.ts'
import { endIdentitySessions } from './sessions.ts'
import { signUpUnlocked } from './sign-up.ts'
import { requireKeyKeeper } from './tokens.ts'
import { findUserByEmail } from './users.ts'
import { countWaysIn, requireAnotherWayIn } from './ways-in.ts'

/** An account at a provider that opens an account here. */
export type Identity = Row<'identity'>

/** What a provider says of somebody who has just signed in there. */
export type Claims = {
  issuer: string
  subject: string
  email: string | null
  isEmailVerified: boolean
  name: string | null
}

export type Newcomer = {
  /** Whether somebody whom nobody has invited gets an account. */
  signsUp: boolean
  invitation?: string | undefined
  timeZone: string
}

const MOST_IDENTITIES = 20
const LONGEST_CLAIM = 255

/** Whose account this identity opens: the one it is linked to, one that was made for its address, or a new one. */
export async function signInWithIdentity(ctx: Ctx, claims: Claims, newcomer: Newcomer): Promise<User> {
  requireKeepable(claims)
  return transact(ctx, async (ctx) => {
    const known = await useIdentity(ctx, claims)
    const user = known ? await getUserById(ctx, known.user_id) : await accountFor(ctx, claims, newcomer)
    requireActive(user)
    return user
  })
}

/** Links an identity to one's own account. One that is linked already stays as it is. */
export async function linkIdentity(ctx: Ctx, claims: Claims): Promise<Identity> {
  const { userId } = requireKeyKeeper(ctx)
  requireKeepable(claims)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const known = await useIdentity(ctx, claims)
    if (known?.user_id === userId) return known
    if (known) throw identityTaken()
    return insertIdentity(ctx, await getUserById(ctx, userId), claims)
  })
}

/** One's own identities, oldest first. */
export async function listIdentities(ctx: Ctx): Promise<Identity[]> {
  const { userId } = requireKeyKeeper(ctx)
  return identitiesOf(ctx, userId)
}

/** Ends what an identity opens, and the sessions that were opened by it, but for the one in use. */
export async function unlinkIdentity(ctx: Ctx, id: number): Promise<void> {
  const { userId, sessionId } = requireKeyKeeper(ctx)
  await transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const identities = await identitiesOf(ctx, userId)
    const before = identities.find((each) => each.id === id)
    if (!before) throw notFound('identity')
    const user = await getUserById(ctx, userId)
    await requireAnotherWayIn(ctx, user)
    await ctx.db.kysely.deleteFrom('identity').where('id', '=', id).execute()
    await endIdentitySessions(ctx, userId, sessionId)
    await emit(ctx, identityEvent('identity.deleted', user, before))
  })
}

async function identitiesOf(ctx: Ctx, userId: number): Promise<Identity[]> {
  return ctx.db.kysely
    .selectFrom('identity')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute()
}

/** The identity, where it is known, with the time of its use written down. */
async function useIdentity(ctx: Ctx, { issuer, subject }: Claims): Promise<Identity | undefined> {
  return ctx.db.kysely
    .updateTable('identity')
    .set({ last_used_at: ctx.now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returningAll()
    .executeTakeFirst()
}

/** The account for somebody who comes for the first time; only the address decides, so the provider has to vouch for it. */
async function accountFor(ctx: Ctx, claims: Claims, newcomer: Newcomer): Promise<User> {
  const { email } = claims
  if (email === null || !claims.isEmailVerified) throw emailNotVerified()
  const there = await findUserByEmail(ctx, email)
  const user = there ? await unopened(ctx, there.id) : await signUp(ctx, email, { claims, newcomer })
  await insertIdentity(actingAs(ctx, user.id), user, claims)
  return user
}

/** An account that nothing opens yet was made for its address; any other belongs to whoever opens it now. */
async function unopened(ctx: Ctx, userId: number): Promise<User> {
  await lockUser(ctx, userId)
  const user = await getUserById(ctx, userId)
  requireActive(user)
  if ((await countWaysIn(ctx, user)) > 0) throw accountExists()
  return user
}

async function signUp(
  ctx: Ctx,
  email: string,
  { claims, newcomer }: { claims: Claims; newcomer: Newcomer },
): Promise<User> {
  const { signsUp, invitation, timeZone } = newcomer
  const registration = signsUp ? 'open' : 'invitation'
  // A name that cannot be kept as it is keeps nobody out; it can be written under Settings.
  const name = claims.name === null || hasControlCharacters(claims.name) ? null : claims.name.slice(0, 255)
  const account = { email, name, timeZone, registration, ...(invitation && { invitation }) } as const
  return signUpUnlocked(ctx, account)
}

async function insertIdentity(ctx: Ctx, user: User, { issuer, subject }: Claims): Promise<Identity> {
  const { length } = await identitiesOf(ctx, user.id)
  if (length >= MOST_IDENTITIES)
    throw conflict('in_use', `An account has at most ${MOST_IDENTITIES} identities. Disconnect one first.`)
  const inserting = ctx.db.kysely
    .insertInto('identity')
    .values({ user_id: user.id, issuer, subject, created_at: ctx.now, last_used_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow()
  const identity = await orConflict(ctx, inserting, identityTaken)
  await emit(ctx, identityEvent('identity.created', user, identity))
  return identity
}

function identityEvent(kind: 'identity.created' | 'identity.deleted', user: User, identity: Identity) {
  if (user.default_workspace_id === null) throw new Error(`User ${user.id} has no workspace`)
  const isNew = kind === 'identity.created'
  return {
    workspaceId: user.default_workspace_id,
    kind,
    subjectId: identity.id,
    subjectUserId: user.id,
    before: isNew ? null : identity,
    after: isNew ? identity : null,
  }
}

/** The standard allows a subject 255 characters; a provider that sends more is not believed. */
function requireKeepable({ subject }: Claims): void {
  if (subject !== '' && subject.length <= LONGEST_CLAIM && !subject.includes('\0')) return
  throw new AppError('forbidden', 'provider_refused', 'The provider does not say who this is.')
}

function requireActive(user: User): void {
  if (user.is_active === 1) return
  throw new AppError('forbidden', 'account_inactive', 'This account is switched off.')
}

function emailNotVerified(): AppError {
  const message =
    'The provider does not vouch for the e-mail address, so it says nothing about whose account this is.'
  return new AppError('forbidden', 'email_not_verified', message)
}

function accountExists(): AppError {
  const message =
    'There is an account for this address. Sign in to it as before, and connect it under Settings.'
  return conflict('account_exists', message)
}

function identityTaken(): AppError {
  return conflict('identity_taken', 'This identity opens another account.')
}
