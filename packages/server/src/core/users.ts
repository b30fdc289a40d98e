import { membershipIn, requireInstallationAdmin, requireScope } from './access.ts'
import { actingAs, actingUser, type Ctx, lockUser, orConflict, transact, transactionOf } from './context.ts'
import { AppError, conflict, invalid, notAllowed } from './errors.ts'
import { emit } from './events.ts'
import { getMe, getUserById, hasSecondFactor, type User } from './me.ts'
import { beyond, type Page, pageOf } from './page.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { preferencesWith, WEB_APP } from './preferences.ts'
import { nameKey } from './rules/names.ts'
import { passwordProblem } from './rules/passwords.ts'
import { endSessionsOf } from './sessions.ts'
import { optionalText, requireEmail, requireZone } from './text.ts'
import { stopTimerIn } from './timer.ts'
import { revokeTokensOf } from './tokens.ts'
import { requireVersion } from './version.ts'
import { createPersonalWorkspace } from './workspaces.ts'

export type NewUser = {
  email: string
  password: string
  name?: string | null
  timeZone: string
  isAdmin?: boolean
}

/** Makes an account for somebody else. */
export async function createUser(ctx: Ctx, input: NewUser): Promise<User> {
  requireInstallationAdmin(ctx)
  const passwordHash = await checkedPasswordHash(input.password, input.email)
  return transact(ctx, (ctx) => insertUser(ctx, input, passwordHash))
}

/** The hash of a new password, or a refusal of a weak one. */
export async function checkedPasswordHash(password: string, email: string): Promise<string> {
  const problem = passwordProblem(password, email)
  if (problem) throw invalid('password', problem)
  return hashPassword(password)
}

/** Writes an account and its personal workspace; who may ask for that is for the caller to check. */
export async function insertUser(
  ctx: Ctx,
  input: Omit<NewUser, 'password'>,
  passwordHash: string | null,
): Promise<User> {
  const email = requireEmail('email', input.email)
  const timeZone = requireZone('time_zone', input.timeZone)
  const inserting = ctx.db.kysely
    .insertInto('user')
    .values({
      email,
      email_key: nameKey(email),
      name: optionalText('name', input.name ?? null),
      password_hash: passwordHash,
      time_zone: timeZone,
      locale: null,
      time_format: '24h',
      duration_format: 'clock',
      week_start: 1,
      default_billing_status: null,
      default_workspace_id: null,
      is_admin: input.isAdmin ? 1 : 0,
      is_active: 1,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const made = await orConflict(ctx, inserting, () =>
    conflict('email_taken', 'There is already an account for this address.', 'email'),
  )
  const workspace = await createPersonalWorkspace(actingAs(ctx, made.id), made)
  const user = await ctx.db.kysely
    .updateTable('user')
    .set({ default_workspace_id: workspace.id })
    .where('id', '=', made.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emit(ctx, userEvent('user.created', null, user))
  return user
}

export async function findUserByEmail(ctx: Ctx, email: string): Promise<User | undefined> {
  return ctx.db.kysely
    .selectFrom('user')
    .selectAll()
    .where('email_key', '=', nameKey(email.trim()))
    .executeTakeFirst()
}

/**
 * Who has this e-mail address and password, where nothing else is asked: an account with a second factor is refused, and
 * is open to keys.
 */
export async function authenticatePassword(ctx: Ctx, email: string, password: string): Promise<User> {
  const user = await authenticateFirstFactor(ctx, email, password)
  if (!hasSecondFactor(user)) return user
  const message = 'This account has two-factor authentication. Use an API key here.'
  throw new AppError('unauthenticated', 'second_factor_required', message)
}

/**
 * Who has this e-mail address and password, whatever else is to be asked of them. One refusal for every reason, so that
 * accounts cannot be guessed.
 */
export async function authenticateFirstFactor(ctx: Ctx, email: string, password: string): Promise<User> {
  const user = await findUserByEmail(ctx, email)
  const matches = await verifyPassword(user?.password_hash ?? null, password)
  if (!user || !matches || user.is_active === 0) {
    throw new AppError('unauthenticated', 'bad_credentials', 'The e-mail address or the password is wrong.')
  }
  return user
}

type MeFields = Pick<
  User,
  | 'name'
  | 'email'
  | 'time_zone'
  | 'locale'
  | 'time_format'
  | 'duration_format'
  | 'week_start'
  | 'default_billing_status'
  | 'default_workspace_id'
>

export type MeChanges = Partial<MeFields> & {
  /** How close the rows of the web app stand. */
  density?: Density
}

export type Density = 'comfortable' | 'compact'

/** Changes one's own profile. A new time zone applies to entries made from now on. */
export async function updateMe(ctx: Ctx, changes: MeChanges, version?: number): Promise<User> {
  requireScope(ctx, 'write:users')
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, actingUser(ctx).userId)
    const before = await getMe(ctx)
    requireVersion(before, version)
    if (changes.default_workspace_id) await membershipIn(ctx, changes.default_workspace_id)
    const email = changes.email === undefined ? before.email : requireEmail('email', changes.email)
    const fields: Partial<MeFields> = changes
    const kept = <K extends keyof MeFields>(field: K): User[K] =>
      fields[field] === undefined ? before[field] : fields[field]
    const writing = ctx.db.kysely
      .updateTable('user')
      // Column by column: a body may hold more than its schema names, such as `is_admin`.
      .set({
        email,
        email_key: nameKey(email),
        time_format: kept('time_format'),
        duration_format: kept('duration_format'),
        week_start: kept('week_start'),
        default_billing_status: kept('default_billing_status'),
        default_workspace_id: kept('default_workspace_id'),
        name: changes.name === undefined ? before.name : optionalText('name', changes.name),
        locale: changes.locale === undefined ? before.locale : checkedLocale(changes.locale),
        time_zone:
          changes.time_zone === undefined ? before.time_zone : requireZone('time_zone', changes.time_zone),
        preferences:
          changes.density === undefined
            ? before.preferences
            : preferencesWith(before, WEB_APP, { density: changes.density }),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const after = await orConflict(ctx, writing, () =>
      conflict('email_taken', 'Another account has this address.', 'email'),
    )
    await emit(ctx, userEvent('user.updated', before, after))
    return after
  })
}

function checkedLocale(locale: string | null): string | null {
  if (locale === null) return null
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null
  } catch {
    throw invalid('locale', 'Write a language tag, such as en-GB.')
  }
}

/** Changes one's own password, and ends every other session. */
export async function changePassword(ctx: Ctx, current: string, password: string): Promise<void> {
  requireScope(ctx, 'write:users')
  const me = await getMe(ctx)
  await requirePassword(me, 'current_password', current)
  const passwordHash = await checkedPasswordHash(password, me.email)
  await transact(ctx, (ctx) =>
    setPassword(ctx, me, { passwordHash, keepSessionId: actingUser(ctx).sessionId }),
  )
}

/** Refuses what is not this person's present password. */
export async function requirePassword(user: User, field: string, password: string): Promise<void> {
  if (await verifyPassword(user.password_hash, password)) return
  throw invalid(field, 'That is not your password.', 'bad_credentials')
}

/** Sets somebody's password without knowing the old one; for administrators. */
export async function replacePassword(ctx: Ctx, userId: number, password: string): Promise<void> {
  requireInstallationAdmin(ctx)
  const user = await getUserById(ctx, userId)
  const passwordHash = await checkedPasswordHash(password, user.email)
  await transact(ctx, (ctx) => setPassword(ctx, user, { passwordHash, keepSessionId: null }))
}

type NewPassword = { passwordHash: string; keepSessionId: number | null }

/** Writes a password and ends the sessions that were opened with the old one; who may is for the caller to check. */
export async function setPassword(
  ctx: Ctx,
  user: User,
  { passwordHash, keepSessionId }: NewPassword,
): Promise<void> {
  await ctx.db.kysely
    .updateTable('user')
    .set((eb) => ({ password_hash: passwordHash, version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('id', '=', user.id)
    .execute()
  await endSessionsOf(ctx, user.id, keepSessionId)
  // A link that was asked for before would undo the change.
  await ctx.db.kysely
    .updateTable('password_reset')
    .set({ used_at: ctx.now })
    .where('user_id', '=', user.id)
    .where('used_at', 'is', null)
    .execute()
  await emit(ctx, userEvent('user.password_changed', null, user))
}

/** The accounts of the installation, newest first, for its administrators. */
export async function listUsers(ctx: Ctx, page: Page): Promise<{ rows: User[]; next: string | null }> {
  requireInstallationAdmin(ctx)
  return pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('user')
        .selectAll()
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (user) => [user.id],
  )
}

/** Makes an account an administrator's or an ordinary one, or switches it off, which ends its sessions. */
export async function updateUser(
  ctx: Ctx,
  id: number,
  changes: { is_admin?: boolean; is_active?: boolean },
): Promise<User> {
  requireInstallationAdmin(ctx)
  return transact(ctx, async (ctx) => {
    await lockUser(ctx, id)
    const before = await getUserById(ctx, id)
    if (ctx.actor.kind === 'user' && ctx.actor.userId === id) {
      throw notAllowed('Ask another administrator to change this about your own account.')
    }
    const after = await ctx.db.kysely
      .updateTable('user')
      .set({
        is_admin: changes.is_admin === undefined ? before.is_admin : changes.is_admin ? 1 : 0,
        is_active: changes.is_active === undefined ? before.is_active : changes.is_active ? 1 : 0,
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (runsInstallation(before) && !runsInstallation(after)) await requireAnotherAdmin(ctx)
    if (after.is_active === 0) {
      await endSessionsOf(ctx, id, null)
      await revokeTokensOf(ctx, id, null)
      await stopTimerIn(ctx, id, null)
    }
    await emit(ctx, userEvent('user.updated', before, after))
    return after
  })
}

function runsInstallation(user: User): boolean {
  return user.is_admin === 1 && user.is_active === 1
}

/** Two administrators who take it from each other at once take turns, so that one is left. */
async function requireAnotherAdmin(ctx: Ctx): Promise<void> {
  await ctx.db.engine.lockInstallation(transactionOf(ctx))
  const another = await ctx.db.kysely
    .selectFrom('user')
    .select('id')
    .where('is_admin', '=', 1)
    .where('is_active', '=', 1)
    .limit(1)
    .executeTakeFirst()
  if (!another)
    throw conflict('last_admin', 'An installation needs an administrator. Make somebody else one first.')
}

function userEvent(
  kind: 'user.created' | 'user.updated' | 'user.password_changed',
  before: User | null,
  after: User,
) {
  const workspaceId = after.default_workspace_id
  if (workspaceId === null) throw new Error(`User ${after.id} has no workspace`)
  const isPassword = kind === 'user.password_changed'
  return {
    workspaceId,
    kind,
    subjectId: after.id,
    subjectUserId: after.id,
    before: isPassword ? null : before,
    after: isPassword ? null : after,
  }
}
