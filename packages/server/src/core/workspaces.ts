import type { Role, Row } from '../db/schema.ts'
import {
  forgetMemberships,
  isWorkspaceAdmin,
  type Membership,
  membershipIn,
  membershipsOf,
  requireAllowed,
  requireScope,
} from './access.ts'
import { actingUser, type Ctx, lockWorkspace, transact } from './context.ts'
import { invalid, notAllowed } from './errors.ts'
import { emit } from './events.ts'
import { modulesColumn } from './modules.ts'
import { optionalDay, requireCurrency, requiredText, requireZone, toFlag } from './text.ts'
import { stopTimerIn } from './timer.ts'
import { requireVersion, type Target } from './version.ts'

export type Workspace = Row<'workspace'>

/** The workspaces one is an active member of, with one's role in each. */
export async function listWorkspaces(ctx: Ctx): Promise<Membership[]> {
  requireScope(ctx, 'read:workspaces')
  return membershipsOf(ctx)
}

export async function getWorkspace(ctx: Ctx, id: number): Promise<Membership> {
  requireScope(ctx, 'read:workspaces')
  return membershipIn(ctx, id)
}

/** The workspace that comes with an account. */
export async function createPersonalWorkspace(
  ctx: Ctx,
  user: { id: number; time_zone: string; week_start: number },
): Promise<Workspace> {
  return insertWorkspace(ctx, {
    personal_user_id: user.id,
    name: 'Personal',
    time_zone: user.time_zone,
    week_start: user.week_start,
  })
}

/** Makes a team workspace, owned by its maker. */
export async function createTeam(ctx: Ctx, input: { name: string; timeZone: string }): Promise<Membership> {
  requireScope(ctx, 'write:workspaces')
  if (actingUser(ctx).workspaceId !== null)
    throw notAllowed('A key that is bound to a workspace may not make another.')
  return transact(ctx, async (ctx) => {
    const workspace = await insertWorkspace(ctx, {
      personal_user_id: null,
      name: requiredText('name', input.name),
      time_zone: requireZone('time_zone', input.timeZone),
      week_start: 1,
    })
    return membershipIn(ctx, workspace.id)
  })
}

async function insertWorkspace(
  ctx: Ctx,
  fields: Pick<Workspace, 'personal_user_id' | 'name' | 'time_zone' | 'week_start'>,
): Promise<Workspace> {
  const { userId } = actingUser(ctx)
  const workspace = await ctx.db.kysely
    .insertInto('workspace')
    .values({
      ...fields,
      default_billing_status: null,
      locked_before: null,
      refuses_overlap: 0,
      protects_billed: 0,
      only_admins_create_projects: 0,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const owner = await insertMember(ctx, { workspace_id: workspace.id, user_id: userId, role: 'owner' })
  await emit(
    ctx,
    {
      workspaceId: workspace.id,
      kind: 'workspace.created',
      subjectId: workspace.id,
      before: null,
      after: workspace,
    },
    { workspaceId: workspace.id, kind: 'member.created', subjectId: owner.id, before: null, after: owner },
  )
  return workspace
}

export type NewMember = { workspace_id: number; user_id: number; role: Role }

/** Writes a membership; its event is for the caller, who knows the story. */
export async function insertMember(ctx: Ctx, member: NewMember): Promise<Row<'member'>> {
  forgetMemberships(ctx)
  return ctx.db.kysely
    .insertInto('member')
    .values({
      ...member,
      designation: null,
      department: null,
      is_active: 1,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export type WorkspaceChanges = {
  name?: string
  time_zone?: string
  week_start?: number
  default_billing_status?: Workspace['default_billing_status']
  locked_before?: string | null
  refuses_overlap?: boolean
  protects_billed?: boolean
  only_admins_create_projects?: boolean
  currency?: string
  rounding_mode?: Workspace['rounding_mode']
  rounding_minutes?: number
  rounding_per?: Workspace['rounding_per']
  /** The names of the modules that nobody is to use. */
  disabled_modules?: readonly string[]
}

/** Changes a workspace's name and rules; for its owner and admins. */
export async function updateWorkspace(
  ctx: Ctx,
  { id, version }: Target,
  changes: WorkspaceChanges,
): Promise<Membership> {
  requireScope(ctx, 'write:workspaces')
  return transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, id)
    const membership = await membershipIn(ctx, id)
    requireAllowed(isWorkspaceAdmin(membership.role), 'Only an owner or admin may change a workspace.')
    const before = membership.workspace
    requireVersion(before, version)
    const after = await ctx.db.kysely
      .updateTable('workspace')
      .set({
        name: changes.name === undefined ? before.name : requiredText('name', changes.name),
        time_zone:
          changes.time_zone === undefined ? before.time_zone : requireZone('time_zone', changes.time_zone),
        week_start: changes.week_start ?? before.week_start,
        default_billing_status:
          changes.default_billing_status === undefined
            ? before.default_billing_status
            : changes.default_billing_status,
        locked_before:
          changes.locked_before === undefined
            ? before.locked_before
            : optionalDay('locked_before', changes.locked_before),
        refuses_overlap: toFlag(changes.refuses_overlap, before.refuses_overlap),
        protects_billed: toFlag(changes.protects_billed, before.protects_billed),
        only_admins_create_projects: toFlag(
          changes.only_admins_create_projects,
          before.only_admins_create_projects,
        ),
        currency:
          changes.currency === undefined ? before.currency : requireCurrency('currency', changes.currency),
        rounding_mode: changes.rounding_mode ?? before.rounding_mode,
        rounding_minutes: changes.rounding_minutes ?? before.rounding_minutes,
        rounding_per: changes.rounding_per ?? before.rounding_per,
        disabled_modules:
          changes.disabled_modules === undefined
            ? before.disabled_modules
            : modulesColumn(changes.disabled_modules),
        version: before.version + 1,
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    forgetMemberships(ctx)
    await emit(ctx, { workspaceId: id, kind: 'workspace.updated', subjectId: id, before, after })
    return { ...membership, workspace: after }
  })
}

/** Deletes a team workspace, for its owner. Nobody sees it any more; timers running in it stop. */
export async function deleteWorkspace(ctx: Ctx, id: number): Promise<void> {
  requireScope(ctx, 'write:workspaces')
  await transact(ctx, async (ctx) => {
    await lockWorkspace(ctx, id)
    const { role, workspace } = await membershipIn(ctx, id)
    requireAllowed(role === 'owner', 'Only the owner may delete a workspace.')
    if (workspace.personal_user_id !== null)
      throw invalid('id', 'A personal workspace stays as long as its account.')
    await stopTimersIn(ctx, id)
    await ctx.db.kysely
      .updateTable('user')
      .set((eb) => ({
        default_workspace_id: eb
          .selectFrom('workspace')
          .select('workspace.id')
          .whereRef('workspace.personal_user_id', '=', 'user.id'),
      }))
      .where('default_workspace_id', '=', id)
      .execute()
    const after = await ctx.db.kysely
      .updateTable('workspace')
      .set({ deleted_at: ctx.now, version: workspace.version + 1, updated_at: ctx.now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    forgetMemberships(ctx)
    await emit(ctx, { workspaceId: id, kind: 'workspace.deleted', subjectId: id, before: workspace, after })
  })
}

async function stopTimersIn(ctx: Ctx, workspaceId: number): Promise<void> {
  const running = await ctx.db.kysely
    .selectFrom('entry')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('ended_at', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('user_id')
    .execute()
  for (const { user_id } of running) await stopTimerIn(ctx, user_id, workspaceId)
}
