import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { requireInstallationAdmin } from './access.ts'
import { actingAs, type Ctx, lockUser, transact } from './context.ts'
import { AppError, conflict, invalid, notFound } from './errors.ts'
import { emit, type NewEvent } from './events.ts'
import { getMe, getUserById, hasSecondFactor, type User } from './me.ts'
import { hashSecret } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'
import { requireKeyKeeper } from './tokens.ts'
import { requirePassword } from './users.ts'

/** RFC 6238 as every authenticator app has it; a clock may be half a minute off. */
const CODES = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** What else is as long in letters may be longer in bytes, which its comparison does not take. */
const DIGITS = /^[0-9]{6}$/
const WINDOW = 1
const SECRET_BYTES = 20
const ISSUER = 'Sundial'

const RECOVERY_CODES = 10
/** Sixteen letters out of 32 are 80 bits: enough to be kept as a plain hash. None looks like another. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'
const RECOVERY_GROUPS = 4
const RECOVERY_GROUP_LENGTH = 4

/** What an authenticator app is given, as text and as the address in the picture that it scans. */
export type NewSecondFactor = { secret: string; uri: string }

/** Whether codes are asked, and how many recovery codes are left. */
export async function describeSecondFactor(ctx: Ctx): Promise<{ isOn: boolean; recoveryCodesLeft: number }> {
  const { userId } = requireKeyKeeper(ctx)
  const { left } = await ctx.db.kysely
    .selectFrom('recovery_code')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow()
  return { isOn: hasSecondFactor(await getMe(ctx)), recoveryCodesLeft: left }
}

/** Gives a secret for an authenticator app. It counts once `confirmSecondFactor` has seen its first code. */
export async function beginSecondFactor(ctx: Ctx, password: string): Promise<NewSecondFactor> {
  const { userId } = requireKeyKeeper(ctx)
  await requirePassword(await getMe(ctx), 'password', password)
  const secret = new Secret({ size: SECRET_BYTES })
  return transact(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId)
    if (hasSecondFactor(user)) throw alreadyOn()
    await ctx.db.kysely
      .updateTable('user')
      .set({ sealed_totp_secret: ctx.secrets.seal(secret.base32), totp_last_step: 0 })
      .where('id', '=', userId)
      .execute()
    await emit(ctx, about(user, 'user.second_factor_begun'))
    return {
      secret: secret.base32,
      uri: new TOTP({ ...CODES, issuer: ISSUER, label: user.email, secret }).toString(),
    }
  })
}

/** Switches the second factor on by its first code, ends every other session, and gives the recovery codes this once. */
export async function confirmSecondFactor(ctx: Ctx, code: string): Promise<string[]> {
  const { userId, sessionId } = requireKeyKeeper(ctx)
  return transact(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId)
    if (hasSecondFactor(user)) throw alreadyOn()
    if (user.sealed_totp_secret === null) throw notFound('second factor')
    if (!(await takeAppCode(ctx, user, code))) throw wrongField()
    await ctx.db.kysely
      .updateTable('user')
      .set({ totp_confirmed_at: ctx.now })
      .where('id', '=', userId)
      .execute()
    // What was opened with the password alone would go on without the code.
    await endSessionsOf(ctx, userId, sessionId)
    await emit(ctx, about(user, 'user.second_factor_added'))
    return writeRecoveryCodes(ctx, user)
  })
}

/** Gives ten new recovery codes; the former ones end at once. */
export async function renewRecoveryCodes(ctx: Ctx, code: string): Promise<string[]> {
  const { userId } = requireKeyKeeper(ctx)
  return transact(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId)
    if (!hasSecondFactor(user)) throw notFound('second factor')
    if (!(await takeCode(ctx, user, code))) throw wrongField()
    return writeRecoveryCodes(ctx, user)
  })
}

/** Switches one's own second factor off, with both factors in hand. */
export async function endSecondFactor(ctx: Ctx, input: { password: string; code: string }): Promise<void> {
  const { userId } = requireKeyKeeper(ctx)
  await requirePassword(await getMe(ctx), 'password', input.password)
  await transact(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId)
    if (!hasSecondFactor(user)) throw notFound('second factor')
    if (!(await takeCode(ctx, user, input.code))) throw wrongField()
    await clear(ctx, user)
  })
}

/** Takes the second factor of somebody away who has lost it and the recovery codes. */
export async function resetSecondFactor(ctx: Ctx, userId: number): Promise<User> {
  requireInstallationAdmin(ctx)
  return transact(ctx, async (ctx) => {
    const user = await lockedUser(ctx, userId)
    if (!hasSecondFactor(user)) throw notFound('second factor')
    await clear(ctx, user)
    return getUserById(ctx, userId)
  })
}

/**
 * Asks of somebody whose password was right what else their account wants: a code of the app, or a recovery code. Each is
 * taken once.
 */
export async function passSecondFactor(
  ctx: Ctx,
  { id }: Pick<User, 'id'>,
  code: string | undefined,
): Promise<void> {
  await transact(actingAs(ctx, id), async (ctx) => {
    const user = await lockedUser(ctx, id)
    if (!hasSecondFactor(user)) return
    if (!code) throw new AppError('unauthenticated', 'second_factor_required', 'A code is needed as well.')
    if (!(await takeCode(ctx, user, code))) throw wrongAtSignIn()
  })
}

async function lockedUser(ctx: Ctx, userId: number): Promise<User> {
  await lockUser(ctx, userId)
  return getUserById(ctx, userId)
}

/** Takes a code, so that nobody else can; false where it is wrong or was taken before. */
async function takeCode(ctx: Ctx, user: User, code: string): Promise<boolean> {
  const plain = code.replaceAll(/[\s-]/g, '').toLowerCase()
  if (/^\d+$/.test(plain)) return takeAppCode(ctx, user, plain)
  const used = await ctx.db.kysely
    .updateTable('recovery_code')
    .set({ used_at: ctx.now })
    .where('user_id', '=', user.id)
    .where('code_hash', '=', hashSecret(plain))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) return false
  await emit(ctx, about(user, 'user.recovery_code_used'))
  return true
}

async function takeAppCode(ctx: Ctx, user: User, code: string): Promise<boolean> {
  const step = stepOf(ctx, user, code.replaceAll(/\s/g, ''))
  // A code that was seen over somebody's shoulder is worth nothing: no half minute counts twice, and none before it.
  if (step === undefined || step <= user.totp_last_step) return false
  await ctx.db.kysely.updateTable('user').set({ totp_last_step: step }).where('id', '=', user.id).execute()
  return true
}

/** The half minute a code belongs to, if it is one of this person's. */
function stepOf(ctx: Ctx, { sealed_totp_secret: sealed }: User, token: string): number | undefined {
  if (sealed === null || !DIGITS.test(token)) return undefined
  const secret = Secret.fromBase32(ctx.secrets.open(sealed))
  const delta = TOTP.validate({ ...CODES, secret, token, timestamp: ctx.now, window: WINDOW })
  return delta === null ? undefined : TOTP.counter({ period: CODES.period, timestamp: ctx.now }) + delta
}

async function writeRecoveryCodes(ctx: Ctx, user: User): Promise<string[]> {
  await ctx.db.kysely.deleteFrom('recovery_code').where('user_id', '=', user.id).execute()
  const codes = Array.from({ length: RECOVERY_CODES }, randomRecoveryCode)
  await ctx.db.kysely
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        user_id: user.id,
        code_hash: hashSecret(code.replaceAll('-', '')),
        created_at: ctx.now,
        used_at: null,
      })),
    )
    .execute()
  await emit(ctx, about(user, 'user.recovery_codes_made'))
  return codes
}

function randomRecoveryCode(): string {
  const letter = () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)] ?? ''
  const group = () => Array.from({ length: RECOVERY_GROUP_LENGTH }, letter).join('')
  const code = Array.from({ length: RECOVERY_GROUPS }, group).join('-')
  // One of figures alone would be read as a code of the app.
  return /[a-z]/.test(code) ? code : randomRecoveryCode()
}

async function clear(ctx: Ctx, user: User): Promise<void> {
  await ctx.db.kysely
    .updateTable('user')
    .set({ sealed_totp_secret: null, totp_confirmed_at: null, totp_last_step: 0 })
    .where('id', '=', user.id)
    .execute()
  await ctx.db.kysely.deleteFrom('recovery_code').where('user_id', '=', user.id).execute()
  await emit(ctx, about(user, 'user.second_factor_removed'))
}

function about(user: User, kind: NewEvent['kind']): NewEvent {
  if (user.default_workspace_id === null) throw new Error(`User ${user.id} has no workspace`)
  const { id } = user
  return {
    workspaceId: user.default_workspace_id,
    kind,
    subjectId: id,
    subjectUserId: id,
    before: null,
    after: null,
  }
}

const WRONG_CODE = 'This code is wrong or was used before.'

function wrongField(): AppError {
  return invalid('code', WRONG_CODE, 'wrong_code')
}

function wrongAtSignIn(): AppError {
  return new AppError('unauthenticated', 'wrong_code', WRONG_CODE)
}

function alreadyOn(): AppError {
  return conflict('already_set_up', 'Two-factor authentication is on already.')
}
