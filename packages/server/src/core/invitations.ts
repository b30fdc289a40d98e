import type { Role, Row } from '../db/schema.ts'
import { isWorkspaceAdmin, type Membership, membershipIn, requireAllowed, requireScope } from './access.ts'
import { actingUser, type Ctx, orConflict, transact } from './context.ts'
import { AppError, conflict, invalid, notAllowed, notFound } from './errors.ts'
import { emit } from './events.ts'
import { joinWorkspace } from './members.ts'
import { beyond, type Page, type PageOf, pageOf } from './page.ts'
import { enqueue } from './queue.ts'
import { nameKey } from './rules/names.ts'
import { hashSecret, randomSecret } from './secrets.ts'
import { requireEmail } from './text.ts'
import { getMe, type User } from './me.ts'
import { findUserByEmail } from './users.ts'

const LIFETIME_MS = 14 * 24 * 3600 * 1000

export type Invitation = Row<'invitation'>

export type NewInvitation = {
  email: string
  role: Exclude<Role, 'owner'>
  /** Send the link to the address; where this server sends no mail, the secret goes back to the one who invites. */
  byMail: boolean
}

/** Invites an address into a team workspace; for its owner and admins. The link is good for 14 days, once. */
export async function createInvitation(
  ctx: Ctx,
  workspaceId: number,
  input: NewInvitation,
): Promise<{ invitation: Invitation; secret: string }> {
  requireScope(ctx, 'write:users')
  return transact(ctx, async (ctx) => {
    const { role, workspace } = await membershipIn(ctx, workspaceId)
    requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may invite people.')
    if (workspace.personal_user_id !== null)
      throw invalid('workspace', 'A personal workspace has one member. Make a team.')
    const email = requireEmail('email', input.email)
    await refuseMember(ctx, workspaceId, email)
    await expireInvitation(ctx, workspaceId, email)
    const me = await getMe(ctx)
    const secret = randomSecret(43)
    const inserting = ctx.db.kysely
      .insertInto('invitation')
      .values({
        workspace_id: workspaceId,
        email,
        email_key: nameKey(email),
        role: input.role,
        secret_hash: hashSecret(secret),
        invited_by: me.id,
        created_at: ctx.now,
        expires_at: ctx.now + LIFETIME_MS,
        accepted_at: null,
        accepted_by: null,
        revoked_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const taken = () =>
      conflict('already_member', 'This address has an open invitation. Withdraw it to send another.', 'email')
    const invitation = await orConflict(ctx, inserting, taken)
    if (input.byMail) {
      await enqueue(ctx, 'send-mail', {
        to: email,
        letter: 'invitation',
        secret,
        workspace: workspace.name,
        from: me.name ?? me.email,
      })
    }
    await emit(ctx, {
      workspaceId,
      kind: 'invitation.created',
      subjectId: invitation.id,
      before: null,
      after: invitation,
    })
    return { invitation, secret }
  })
}

async function refuseMember(ctx: Ctx, workspaceId: number, email: string): Promise<void> {
  const member = await ctx.db.kysely
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .where('member.workspace_id', '=', workspaceId)
    .where('member.is_active', '=', 1)
    .where('user.email_key', '=', nameKey(email))
    .select('member.id')
    .executeTakeFirst()
  if (member) throw conflict('already_member', 'This person is already a member of the workspace.', 'email')
}

/** An invitation nobody used in time does not stand in the way of the next one. */
async function expireInvitation(ctx: Ctx, workspaceId: number, email: string): Promise<void> {
  await ctx.db.kysely
    .updateTable('invitation')
    .set({ revoked_at: ctx.now })
    .where('workspace_id', '=', workspaceId)
    .where('email_key', '=', nameKey(email))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', ctx.now)
    .execute()
}

/** The open invitations of a workspace, newest first; for its owner and admins. */
export async function listInvitations(
  ctx: Ctx,
  workspaceId: number,
  page: Page,
): Promise<PageOf<Invitation>> {
  requireScope(ctx, 'read:users')
  const { role } = await membershipIn(ctx, workspaceId)
  requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may see invitations.')
  return pageOf(
    page,
    (after, limit) =>
      ctx.db.kysely
        .selectFrom('invitation')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('accepted_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', ctx.now)
        .where(beyond(after, ['id'], 'desc'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    (invitation) => [invitation.id],
  )
}

/** Withdraws an invitation: its link stops working. */
export async function revokeInvitation(ctx: Ctx, workspaceId: number, id: number): Promise<void> {
  requireScope(ctx, 'write:users')
  await transact(ctx, async (ctx) => {
    const { role } = await membershipIn(ctx, workspaceId)
    requireAllowed(isWorkspaceAdmin(role), 'Only an owner or admin may withdraw an invitation.')
    const before = await ctx.db.kysely
      .selectFrom('invitation')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (!before) throw notFound('invitation')
    await ctx.db.kysely
      .updateTable('invitation')
      .set({ revoked_at: ctx.now })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute()
    await emit(ctx, { workspaceId, kind: 'invitation.deleted', subjectId: id, before, after: null })
  })
}

/** What an invitation link is for, told to whoever holds it. */
export async function previewInvitation(ctx: Ctx, secret: string) {
  const invitation = await openInvitation(ctx, secret)
  const workspace = await ctx.db.kysely
    .selectFrom('workspace')
    .select('name')
    .where('id', '=', invitation.workspace_id)
    .executeTakeFirstOrThrow()
  const account = await findUserByEmail(ctx, invitation.email)
  return { invitation, workspaceName: workspace.name, hasAccount: account !== undefined }
}

/** Joins the workspace of an invitation. It was sent to an address, so only that address's account may use it. */
export async function acceptInvitation(ctx: Ctx, secret: string): Promise<Membership> {
  requireScope(ctx, 'write:workspaces')
  const { workspaceId: boundTo } = actingUser(ctx)
  if (boundTo !== null) throw notAllowed('A key that is bound to a workspace may not join another.')
  return transact(ctx, async (ctx) => {
    const invitation = await openInvitation(ctx, secret)
    const me = await requireInvited(ctx, invitation)
    const used = await ctx.db.kysely
      .updateTable('invitation')
      .set({ accepted_at: ctx.now, accepted_by: me.id })
      .where('workspace_id', '=', invitation.workspace_id)
      .where('id', '=', invitation.id)
      .where('accepted_at', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw linkUsed()
    const { workspace_id, role } = invitation
    await joinWorkspace(ctx, { workspace_id, user_id: me.id, role })
    return membershipIn(ctx, invitation.workspace_id)
  })
}

/** Turns an invitation down: its link stops working. As with accepting it, only whom it was sent to may. */
export async function declineInvitation(ctx: Ctx, secret: string): Promise<void> {
  requireScope(ctx, 'write:workspaces')
  if (actingUser(ctx).workspaceId !== null)
    throw notAllowed('A key that is bound to a workspace may not decline for another.')
  await transact(ctx, async (ctx) => {
    const before = await openInvitation(ctx, secret)
    await requireInvited(ctx, before)
    await ctx.db.kysely
      .updateTable('invitation')
      .set({ revoked_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', before.id)
      .execute()
    await emit(ctx, {
      workspaceId: before.workspace_id,
      kind: 'invitation.deleted',
      subjectId: before.id,
      before,
      after: null,
    })
  })
}

async function requireInvited(ctx: Ctx, invitation: Invitation): Promise<User> {
  const me = await getMe(ctx)
  if (nameKey(me.email) === invitation.email_key) return me
  throw notAllowed(`This invitation is for ${invitation.email}. Sign in with that address.`)
}

async function openInvitation(ctx: Ctx, secret: string): Promise<Invitation> {
  const invitation = await ctx.db.kysely
    .selectFrom('invitation')
    .innerJoin('workspace', 'workspace.id', 'invitation.workspace_id')
    .selectAll('invitation')
    .where('invitation.secret_hash', '=', hashSecret(secret))
    .where('workspace.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!invitation || invitation.revoked_at !== null) throw notFound('invitation')
  if (invitation.accepted_at !== null) throw linkUsed()
  if (invitation.expires_at <= ctx.now) {
    throw new AppError('gone', 'link_expired', 'This invitation has expired. Ask for a new one.')
  }
  return invitation
}

function linkUsed(): AppError {
  return new AppError('gone', 'link_used', 'This invitation has already been accepted.')
}
