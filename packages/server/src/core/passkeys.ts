import { createHash } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Row } from '../db/schema.ts'
import { type Ctx, lockUser, orConflict, transact, type UserActor } from './context.ts'
import { AppError, conflict, invalid, notAllowed, notFound } from './errors.ts'
import { emit, type NewEvent } from './events.ts'
import { getMe, getUserById, type User } from './me.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { requiredText } from './text.ts'
import { parseList, requireKeyKeeper } from './tokens.ts'
import { requirePassword } from './users.ts'
import { requireAnotherWayIn } from './ways-in.ts'

export type Passkey = Row<'passkey'>

/** The address of this installation, to which a passkey is bound. */
export type Site = { baseUrl: string }

/** Loading it takes longer than all else the server starts with, so that waits for the first passkey. */
const webauthn = () => import('@simplewebauthn/server')

const CHALLENGE_MS = 5 * 60 * 1000
const LONGEST_NAME = 100

/** One's own passkeys, the newest first. */
export async function listPasskeys(ctx: Ctx, page: Page): Promise<PageOf<Passkey>> {
  const { userId } = requireKeyKeeper(ctx)
  return pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('passkey')
        .selectAll()
        .where('user_id', '=', userId)
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (passkey) => [passkey.id],
  )
}

/** What a browser needs to make a passkey. An account that has a password is asked for it. */
export async function beginPasskey(
  ctx: Ctx,
  { baseUrl }: Site,
  password: string | undefined,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { userId } = requireSession(ctx)
  const me = await getMe(ctx)
  if (me.password_hash !== null) await requirePassword(me, 'password', password ?? '')
  const known = await ctx.db.kysely
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('user_id', '=', userId)
    .execute()
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Sundial',
    rpID: hostOf(baseUrl),
    userID: new Uint8Array(handleOf(me)),
    userName: me.email,
    userDisplayName: me.name ?? me.email,
    timeout: CHALLENGE_MS,
    // With a passkey one signs in without an address, and it stands for both factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((each) => ({
      id: each.credential_id,
      transports: parseList(each.transports),
    })),
  })
  await keepChallenge(ctx, options.challenge, { purpose: 'registration', userId })
  return options
}

type NewPasskey = { name: string; response: RegistrationResponseJSON }

/** Keeps the passkey that a browser has made. */
export async function addPasskey(ctx: Ctx, { baseUrl }: Site, input: NewPasskey): Promise<Passkey> {
  const { userId } = requireSession(ctx)
  const name = requiredText('name', input.name, LONGEST_NAME)
  const { response } = input
  const expectedChallenge = await takeChallenge(ctx, response, { purpose: 'registration', userId })
  if (expectedChallenge === undefined) throw unusable()
  const { verifyRegistrationResponse } = await webauthn()
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: baseUrl,
    expectedRPID: hostOf(baseUrl),
  }).catch(refuseWith(unusable))
  if (!registrationInfo) throw unusable()
  const { credential } = registrationInfo
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, userId)
    const inserting = ctx.db.kysely
      .insertInto('passkey')
      .values({
        user_id: userId,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: JSON.stringify(credential.transports ?? []),
        name,
        created_at: ctx.now,
        last_used_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const made = await orConflict(ctx, inserting, alreadyThere)
    await tell(ctx, 'passkey.created', { before: null, after: made })
    return made
  })
}

/** Gives one of one's passkeys another name. */
export async function renamePasskey(ctx: Ctx, id: number, name: string): Promise<Passkey> {
  const { userId } = requireKeyKeeper(ctx)
  const checked = requiredText('name', name, LONGEST_NAME)
  return transact(ctx, async (ctx) => {
    const before = await lockedPasskey(ctx, userId, id)
    const after = await ctx.db.kysely
      .updateTable('passkey')
      .set({ name: checked })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await tell(ctx, 'passkey.updated', { before, after })
    return after
  })
}

/** Forgets one of one's passkeys: nobody signs in with it any more. */
export async function removePasskey(ctx: Ctx, id: number): Promise<void> {
  const { userId } = requireKeyKeeper(ctx)
  await transact(ctx, async (ctx) => {
    const before = await lockedPasskey(ctx, userId, id)
    await requireAnotherWayIn(ctx, await getMe(ctx))
    await ctx.db.kysely.deleteFrom('passkey').where('id', '=', id).execute()
    await tell(ctx, 'passkey.deleted', { before, after: null })
  })
}

/** What a browser needs to sign somebody in by a passkey of theirs, whoever it is. */
export async function beginPasskeySignIn(
  ctx: Ctx,
  { baseUrl }: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: hostOf(baseUrl),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  })
  await keepChallenge(ctx, options.challenge, { purpose: 'sign_in', userId: null })
  return options
}

/** Who signed this challenge with a passkey. One refusal for every reason. */
export async function authenticatePasskey(
  ctx: Ctx,
  { baseUrl }: Site,
  response: AuthenticationResponseJSON,
): Promise<User> {
  const expectedChallenge = await takeChallenge(ctx, response, { purpose: 'sign_in', userId: null })
  const passkey = await ctx.db.kysely
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', response.id)
    .executeTakeFirst()
  if (expectedChallenge === undefined || !passkey) throw unknown()
  const user = await getUserById(ctx, passkey.user_id)
  const isOwners = response.response.userHandle === handleOf(user).toString('base64url')
  if (!isOwners || user.is_active === 0) throw unknown()
  const { verifyAuthenticationResponse } = await webauthn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: baseUrl,
    expectedRPID: hostOf(baseUrl),
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
    },
  }).catch(refuseWith(unknown))
  if (!verified) throw unknown()
  await noteUse(ctx, passkey, authenticationInfo.newCounter)
  return user
}

/**
 * Remembers how often the authenticator says it has signed. Only from the count it was checked against, so that of two
 * copies that sign at once one is refused.
 */
async function noteUse(ctx: Ctx, passkey: Passkey, counter: number): Promise<void> {
  const noted = await ctx.db.kysely
    .updateTable('passkey')
    .set({ counter, last_used_at: ctx.now })
    .where('id', '=', passkey.id)
    .where('counter', '=', passkey.counter)
    .executeTakeFirst()
  if (noted.numUpdatedRows === 0n) throw unknown()
}

type Challenge = { purpose: Row<'passkey_challenge'>['purpose']; userId: number | null }

async function keepChallenge(ctx: Ctx, challenge: string, { purpose, userId }: Challenge): Promise<void> {
  await ctx.db.kysely
    .insertInto('passkey_challenge')
    .values({ challenge, user_id: userId, purpose, expires_at: ctx.now + CHALLENGE_MS })
    .execute()
}

/** The challenge that an answer names, which then is gone, whatever becomes of the answer; undefined where it is none of ours. */
async function takeChallenge(
  ctx: Ctx,
  { response }: { response: { clientDataJSON: string } },
  { purpose, userId }: Challenge,
): Promise<string | undefined> {
  const challenge = await challengeIn(response.clientDataJSON)
  if (challenge === undefined) return undefined
  const taken = await ctx.db.kysely
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('purpose', '=', purpose)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .where('expires_at', '>', ctx.now)
    .returning('challenge')
    .executeTakeFirst()
  return taken?.challenge
}

async function challengeIn(clientData: string): Promise<string | undefined> {
  const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers')
  try {
    const { challenge } = decodeClientDataJSON(clientData)
    return /^[\w-]{1,200}$/.test(challenge) ? challenge : undefined
  } catch {
    return undefined
  }
}

/** Keys are for programs; a passkey is made by somebody who sits before a browser. */
function requireSession(ctx: Ctx): UserActor {
  const actor = requireKeyKeeper(ctx)
  if (actor.sessionId === null) throw notAllowed('Passkeys are added in the web app.')
  return actor
}

async function lockedPasskey(ctx: Ctx, userId: number, id: number): Promise<Passkey> {
  await lockUser(ctx, userId)
  const passkey = await ctx.db.kysely
    .selectFrom('passkey')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!passkey) throw notFound('passkey')
  return passkey
}

type Change = { before: Passkey | null; after: Passkey | null }

async function tell(ctx: Ctx, kind: NewEvent['kind'], { before, after }: Change): Promise<void> {
  const { id, default_workspace_id: workspaceId } = await getMe(ctx)
  const passkey = after ?? before
  if (workspaceId === null || !passkey) throw new Error(`User ${id} has no workspace or no passkey`)
  const shown = (row: Passkey | null) => row && { name: row.name }
  await emit(ctx, {
    workspaceId,
    kind,
    subjectId: passkey.id,
    subjectUserId: id,
    before: shown(before),
    after: shown(after),
  })
}

/** How authenticators call a person: by nothing that tells who it is, and never twice the same on one host. */
function handleOf({ id, created_at }: User): Buffer {
  return createHash('sha256').update(`sundial ${id} ${created_at}`).digest()
}

function hostOf(baseUrl: string): string {
  return new URL(baseUrl).hostname
}

/** The library throws plain errors at whatever is wrong with an answer. */
function refuseWith(refusal: () => AppError): () => never {
  return () => {
    throw refusal()
  }
}

function unusable(): AppError {
  return invalid('response', 'This passkey cannot be used here. Try again.', 'unknown_passkey')
}

function alreadyThere(): AppError {
  return conflict('in_use', 'This passkey is registered already.')
}

function unknown(): AppError {
  return new AppError('unauthenticated', 'unknown_passkey', 'This passkey is not known here.')
}
