import type { Role, Row } from '../db/schema.ts'
import {
  canTrackTime,
  forgetMemberships,
  isWorkspaceAdmin,
  type Membership,
  membershipIn,
  membershipsOf,
  readableWorkspaces,
  requireAllowed,
  requireScope,
  workspaceIds,
} from './access.ts'
import { actingUser, type Ctx, lockWorkspace, orConflict, transact } from './context.ts'
import { conflict, invalid, notAllowed, notFound } from './errors.ts'
import { emit } from './events.ts'
import { beyond, type Page, type PageOf, pageOf, type Slice } from './page.ts'
import { inFewTexts } from './prepared.ts'
import { optionalText } from './text.ts'
import { stopTimerIn } from './timer.ts'
import { revokeTokensOf } from './tokens.ts'
import { requireVersion } from './version.ts'
import { insertMember, type NewMember } from './workspaces.ts'

/** A membership with the person's name, address and time zone. */
export type Member = Row<'member'> & { email: string; name: string | null; time_zone: string }

function members(ctx: Ctx) {
  return ctx.db.kysely
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .selectAll('member')
    .select(['user.email', 'user.name', 'user.time_zone'])
}

/** Who belongs to a workspace; for every member of it. Left and switched-off members are told apart by `is_active`. */
export async function listMembers(ctx: Ctx, workspaceId: number, page: Page): Promise<PageOf<Member>> {
  requireScope(ctx, 'read:users')
  await membershipIn(ctx, workspaceId)
  return pageOf(
    page,
    (after, limit) =>
      members(ctx)
        .where('member.workspace_id', '=', workspaceId)
        .where(beyond(after, ['member.id']))
        .orderBy('member.id')
        .limit(limit)
        .execute(),
    (member) => [member.id],
  )
}

/** One numbered page of members, newest first, and how many there are in all, for the wires that count pages. */
export async function listMembersByNumber(
  ctx: Ctx,
  { workspaceId }: { workspaceId?: number },
  { offset, limit }: Slice,
): Promise<{ rows: Member[]; total: number }> {
  requireScope(ctx, 'read:users')
  const within = await readableWorkspaces(ctx, workspaceId)
  const { total } = await ctx.db.kysely
    .selectFrom('member')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('workspace_id', 'in', within)
    .executeTakeFirstOrThrow()
  const rows = await members(ctx)
    .where('member.workspace_id', 'in', within)
    .orderBy('member.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows, total }
}

/** Everybody who is active in a workspace, for the wires that give this list whole. */
export async function activeMembers(ctx: Ctx, workspaceId: number): Promise<Member[]> {
  requireScope(ctx, 'read:users')
  await membershipIn(ctx, workspaceId)
  return members(ctx)
    .where('member.workspace_id', '=', workspaceId)
    .where('member.is_active', '=', 1)
    .where('user.is_active', '=', 1)
    .orderBy('member.id')
    .execute()
}

/** Makes an existing account a member; for the operator at the command line. People are invited instead. */
export async function addMember(ctx: Ctx, member: NewMember): Promise<Row<'member'>> {
  if (ctx.actor.kind !== 'system') throw notAllowed('People join a workspace by invitation.')
  const workspace = await ctx.db.kysely
    .selectFrom('workspace')
    .select('personal_user_id')
    .where('id', '=', member.workspace_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!workspace) throw notFound('workspace')
  if (workspace.personal_user_id !== null) throw invalid('workspace', 'A personal workspace has one member.')
  if (member.role === 'owner') throw invalid('role', 'A workspace has one owner.')
  return transact(ctx, (ctx) => joinWorkspace(ctx, member))
}

/** Writes a new membership, or brings back one that had ended. */
export async function joinWorkspace(ctx: Ctx, member: NewMember): Promise<Row<'member'>> {
  const { workspace_id: workspaceId, user_id: userId, role } = member
  await lockWorkspace(ctx, workspaceId)
  const before = await ctx.db.kysely
    .selectFrom('member')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const alreadyIn = () => conflict('already_member', 'This person is already a member of the workspace.')
  if (before?.is_active === 1) throw alreadyIn()
  const after = before
    ? await ctx.db.kysely
        .updateTable('member')
        .set({ role, is_active: 1, version: before.version + 1, updated_at: ctx.now })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', before.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await orConflict(ctx, insertMember(ctx, member), alreadyIn)
  forgetMemberships(ctx)
  await emit(ctx, {
    workspaceId,
    kind: before ? 'member.updated' : 'member.created',
    subjectId: after.id,
    before: before ?? null,
    after,
  })
  return after
}

export type MemberChanges = {
  role?: Role
  designation?: string | null
  department?: string | null
  is_active?: boolean
}

/**
 * Changes a member's role or details, or ends the membership. Making somebody the owner makes the owner an admin. A
 * member who leaves keeps their time; their timer stops and their keys for this workspace end.
 */
export async function updateMember(
  ctx: Ctx,
  target: { workspaceId: number; memberId: number; version?: number },
  changes: MemberChanges,
): Promise<Member> {
  requireScope(ctx, 'write:users')
  const { workspaceId, memberId, version } = target
  return transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, workspaceId)
    const membership = await membershipIn(ctx, workspaceId)
    const before = await getMember(ctx, workspaceId, memberId)
    requireVersion(before, version)
    const isLeaving = changes.is_active === false && before.user_id === actingUser(ctx).userId
    requireAllowed(
      isWorkspaceAdmin(membership.role) || (isLeaving && Object.keys(changes).length === 1),
      'Only an owner or admin may change members.',
    )
    if (
      before.role === 'owner' &&
      (changes.is_active === false || (changes.role && changes.role !== 'owner'))
    ) {
      throw conflict('last_owner', 'A workspace needs its owner. Make somebody else the owner first.')
    }
    if (changes.role === 'owner' && before.role !== 'owner') {
      requireAllowed(membership.role === 'owner', 'Only the owner may hand a workspace over.')
      if (before.is_active === 0 || changes.is_active === false)
        throw invalid('role', 'The owner must be active.')
      await writeMember(ctx, await getMember(ctx, workspaceId, membership.member_id), { role: 'admin' })
    }
    const after = await writeMember(ctx, before, changes)
    if (before.is_active === 1 && after.is_active === 0) await cutTies(ctx, workspaceId, after.user_id)
    // A viewer could not stop it.
    if (!canTrackTime(after.role)) await stopTimerIn(ctx, after.user_id, workspaceId)
    return getMember(ctx, workspaceId, memberId)
  })
}

async function writeMember(ctx: Ctx, before: Member, changes: MemberChanges): Promise<Row<'member'>> {
  const after = await ctx.db.kysely
    .updateTable('member')
    .set({
      role: changes.role ?? before.role,
      designation:
        changes.designation === undefined
          ? before.designation
          : optionalText('designation', changes.designation),
      department:
        changes.department === undefined ? before.department : optionalText('department', changes.department),
      is_active: changes.is_active === undefined ? before.is_active : changes.is_active ? 1 : 0,
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('workspace_id', '=', before.workspace_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const { email: _, name: __, time_zone: ___, ...row } = before
  forgetMemberships(ctx)
  await emit(ctx, {
    workspaceId: before.workspace_id,
    kind: 'member.updated',
    subjectId: before.id,
    before: row,
    after,
  })
  return after
}

async function cutTies(ctx: Ctx, workspaceId: number, userId: number): Promise<void> {
  await stopTimerIn(ctx, userId, workspaceId)
  await revokeTokensOf(ctx, userId, workspaceId)
  await ctx.db.kysely
    .updateTable('user')
    .set((eb) => ({
      default_workspace_id: eb.selectFrom('workspace').select('id').where('personal_user_id', '=', userId),
    }))
    .where('id', '=', userId)
    .where('default_workspace_id', '=', workspaceId)
    .execute()
}

/** A membership of any workspace one belongs to, by its number alone. */
export async function findMember(ctx: Ctx, id: number): Promise<Member | undefined> {
  return (await membersById(ctx, [id])).get(id)
}

/** The same of several. */
export async function membersById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Member>> {
  requireScope(ctx, 'read:users')
  if (ids.length === 0) return new Map()
  const rows = await members(ctx)
    .where('member.workspace_id', 'in', workspaceIds(await membershipsOf(ctx)))
    .where('member.id', 'in', inFewTexts(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

type InWorkspace = { workspace_id: number; user_id: number }

/** The memberships of these people in these workspaces, ended ones too, for wires that name members in other things. */
export async function membershipsOfPeople(
  ctx: Ctx,
  people: readonly InWorkspace[],
): Promise<(person: InWorkspace) => Member | undefined> {
  const keyOf = ({ workspace_id, user_id }: InWorkspace) => `${workspace_id} ${user_id}`
  const seen = new Set(workspaceIds(await membershipsOf(ctx)))
  const asked = people.filter(({ workspace_id }) => seen.has(workspace_id))
  if (asked.length === 0) return () => undefined
  const rows = await members(ctx)
    .where('member.workspace_id', 'in', [...new Set(asked.map((each) => each.workspace_id))])
    .where('member.user_id', 'in', [...new Set(asked.map((each) => each.user_id))])
    .execute()
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  return (person) => known.get(keyOf(person))
}

async function getMember(ctx: Ctx, workspaceId: number, memberId: number): Promise<Member> {
  const member = await members(ctx)
    .where('member.workspace_id', '=', workspaceId)
    .where('member.id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw notFound('member')
  return member
}

/** How many active members each of these workspaces has. */
export async function memberCounts(
  ctx: Ctx,
  memberships: readonly Membership[],
): Promise<Map<number, number>> {
  const rows = await ctx.db.kysely
    .selectFrom('member')
    .select(({ fn }) => ['workspace_id', fn.countAll<number>().as('count')])
    .where('workspace_id', 'in', workspaceIds(memberships))
    .where('is_active', '=', 1)
    .groupBy('workspace_id')
    .execute()
  return new Map(rows.map((row) => [row.workspace_id, row.count]))
}
