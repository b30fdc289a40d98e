import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import {
  canCreateProjects,
  canEditProjects,
  canManage,
  inTurn,
  membershipIn,
  requireAllowed,
  requireScope,
} from '../access.ts'
import { releaseUsage } from '../app-usage/assign.ts'
import { deletePoliciesOf } from '../approvals/policies.ts'
import { requireClientOf } from '../clients.ts'
import { actingUser, type Ctx, lockWorkspace, transact } from '../context.ts'
import { conflict, invalid } from '../errors.ts'
import { emit } from '../events.ts'
import { enqueueReprice, ofProject } from '../repricing.ts'
import { colorOfHue } from '../rules/color.ts'
import type { CustomFieldChanges } from '../rules/custom-fields.ts'
import { nameKey, searchText } from '../rules/names.ts'
import { isWithin, pathUnder } from '../rules/project-path.ts'
import { softDelete } from '../soft-delete.ts'
import { deleteTasksOf } from '../tasks.ts'
import {
  mergedCustomFields,
  optionalDay,
  optionalSeconds,
  optionalText,
  requiredText,
  toFlag,
} from '../text.ts'
import { releaseEntries } from '../unassign.ts'
import { requireVersion, type Target } from '../version.ts'
import { addProjectMember } from './members.ts'
import { type Project, type ProjectRow, requireProject, withChains } from './read.ts'

export type ProjectFields = {
  title?: string
  parent_id?: number | null
  position?: number
  client_id?: number | null
  code?: string | null
  notes?: string | null
  color?: string | null
  productivity_score?: number
  status?: ProjectRow['status']
  is_archived?: boolean
  archive_reason?: string | null
  is_private?: boolean
  default_billing_status?: ProjectRow['default_billing_status']
  estimate_seconds?: number | null
  starts_on?: string | null
  ends_on?: string | null
  custom_fields?: CustomFieldChanges
}

/** Makes a project, last among its siblings. It belongs to its parent's workspace. */
export async function createProject(
  ctx: Ctx,
  workspaceId: number,
  fields: ProjectFields & {
    title: string
    /** In a team, only those who manage it may do this, whatever the workspace allows its members. */
    managersOnly?: boolean
    /** Whoever makes it is in it and manages it, as wires have it that show who is in a project. */
    makerJoins?: boolean
  },
): Promise<Project> {
  requireScope(ctx, 'write:projects')
  return transact(ctx, async (ctx) => {
    const membership = await membershipIn(ctx, workspaceId)
    const isAllowed = canCreateProjects(membership) && (!fields.managersOnly || canManage(membership.role))
    requireAllowed(isAllowed, 'Your role may not make projects.')
    await lockWorkspace(ctx, workspaceId)
    const parent = await parentOf(ctx, workspaceId, fields.parent_id ?? null)
    // What is made below a client's project is that client's, unless it is said.
    const client_id = fields.client_id === undefined ? parent?.client_id : fields.client_id
    const columns = await projectColumns(ctx, { workspaceId, fields: { ...fields, client_id } })
    const row = await ctx.db.kysely
      .insertInto('project')
      .values({
        workspace_id: workspaceId,
        parent_id: parent?.id ?? null,
        path: '',
        position: await nextPosition(ctx, workspaceId, parent?.id ?? null),
        ...columns,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const placed = await ctx.db.kysely
      .updateTable('project')
      .set({ path: pathUnder(parent?.path ?? null, row.id) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    // Whoever makes a private project is in it, or it would vanish before their eyes.
    if (placed.is_private === 1 || fields.makerJoins)
      await addProjectMember(ctx, placed, { user_id: actingUser(ctx).userId, is_manager: 1 })
    if (fields.position !== undefined) await moveTo(ctx, placed, fields.position)
    await emit(ctx, {
      workspaceId,
      kind: 'project.created',
      subjectId: placed.id,
      before: null,
      after: { ...placed, position: fields.position ?? placed.position },
    })
    return requireProject(ctx, placed.id)
  })
}

async function parentOf(
  ctx: Ctx,
  workspaceId: number,
  parentId: number | null,
): Promise<Project | undefined> {
  if (parentId === null) return undefined
  const parent = await requireProject(ctx, parentId)
  if (parent.workspace_id !== workspaceId) throw invalid('parent_id', 'The parent is in another workspace.')
  return parent
}

async function nextPosition(ctx: Ctx, workspaceId: number, parentId: number | null): Promise<number> {
  const last = await ctx.db.kysely
    .selectFrom('project')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('workspace_id', '=', workspaceId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return (last?.position ?? -1) + 1
}

/** Changes a project. A new parent takes the whole subtree along; a cycle is refused. */
export async function updateProject(
  ctx: Ctx,
  { id, version }: Target,
  fields: ProjectFields,
): Promise<Project> {
  requireScope(ctx, 'write:projects')
  return transact(ctx, async (ctx) => {
    const { title_chain: _, is_hidden: __, ...before } = await inTurn(ctx, (ctx) => requireProject(ctx, id))
    const membership = await membershipIn(ctx, before.workspace_id)
    requireAllowed(canEditProjects(membership), 'Your role may not change projects.')
    requireVersion(before, version)
    const columns = await projectColumns(ctx, { workspaceId: before.workspace_id, fields, before })
    const isMoving = fields.parent_id !== undefined && fields.parent_id !== before.parent_id
    const place = isMoving ? await placeUnder(ctx, before, fields.parent_id ?? null) : {}
    const after = await ctx.db.kysely
      .updateTable('project')
      .set({ ...columns, ...place, version: before.version + 1, updated_at: ctx.now })
      .where('workspace_id', '=', before.workspace_id)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (after.path !== before.path) await moveSubtree(ctx, before, after.path)
    if (after.client_id !== before.client_id) await enqueueReprice(ctx, ofProject(after))
    if (after.is_private === 1 && before.is_private === 0)
      await addProjectMember(ctx, after, { user_id: actingUser(ctx).userId, is_manager: 1 })
    if (fields.position !== undefined) await moveTo(ctx, after, fields.position)
    await emit(ctx, {
      workspaceId: after.workspace_id,
      kind: 'project.updated',
      subjectId: id,
      before,
      after: { ...after, position: fields.position ?? after.position },
    })
    return requireProject(ctx, id)
  })
}

async function placeUnder(ctx: Ctx, project: ProjectRow, parentId: number | null) {
  const parent = await parentOf(ctx, project.workspace_id, parentId)
  if (parent && isWithin(parent.path, project.path)) {
    throw conflict('cycle', 'A project cannot lie below itself.', 'parent_id')
  }
  return {
    parent_id: parent?.id ?? null,
    path: pathUnder(parent?.path ?? null, project.id),
    position: await nextPosition(ctx, project.workspace_id, parent?.id ?? null),
  }
}

/** Gives everything below a project its new path; `before` is the project as it was. */
export async function moveSubtree(
  ctx: Ctx,
  before: Pick<ProjectRow, 'workspace_id' | 'path'>,
  path: string,
): Promise<void> {
  await ctx.db.kysely
    .updateTable('project')
    .set({ path: sql<string>`${path} || substr(path, ${sql.lit(before.path.length + 1)})` })
    .where('workspace_id', '=', before.workspace_id)
    .where('path', 'like', `${before.path}_%`)
    .execute()
}

/** Puts a project at a place among its siblings; those from there on step back by one. */
async function moveTo(ctx: Ctx, project: ProjectRow, position: number): Promise<void> {
  await ctx.db.kysely
    .updateTable('project')
    .set((eb) => ({ position: eb('position', '+', 1) }))
    .where('workspace_id', '=', project.workspace_id)
    .where('parent_id', project.parent_id === null ? 'is' : '=', project.parent_id)
    .where('position', '>=', position)
    .execute()
  await ctx.db.kysely
    .updateTable('project')
    .set({ position })
    .where('workspace_id', '=', project.workspace_id)
    .where('id', '=', project.id)
    .execute()
}

type Change = { workspaceId: number; fields: ProjectFields; before?: ProjectRow }

async function projectColumns(ctx: Ctx, { workspaceId, fields, before }: Change) {
  const title = requiredText('title', fields.title ?? before?.title ?? '')
  const kept = <K extends keyof ProjectFields & keyof ProjectRow>(field: K, start: ProjectRow[K]) =>
    fields[field] === undefined ? (before?.[field] ?? start) : (fields[field] as ProjectRow[K])
  const isArchived = toFlag(fields.is_archived, before?.is_archived ?? 0)
  const isChanging = isArchived !== (before?.is_archived ?? 0)
  const clientId = kept('client_id', null)
  if (clientId !== null && clientId !== before?.client_id) await requireClientOf(ctx, workspaceId, clientId)
  const startsOn = optionalDay('starts_on', kept('starts_on', null))
  const endsOn = optionalDay('ends_on', kept('ends_on', null))
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw invalid('ends_on', 'The end lies before the start.')
  const code = optionalText('code', kept('code', null), 64)
  const notes = optionalText('notes', kept('notes', null), 10_000)
  return {
    title,
    title_key: nameKey(title),
    search_text: searchText(title, code, notes),
    client_id: clientId,
    code,
    notes,
    color: (fields.color ?? before?.color ?? colorOfHue(randomInt(360))).toUpperCase(),
    productivity_score: kept('productivity_score', 1),
    status: kept('status', 'active'),
    is_archived: isArchived,
    archived_at: isArchived === 0 ? null : isChanging ? ctx.now : (before?.archived_at ?? null),
    archived_by:
      isArchived === 0 ? null : isChanging ? actingUser(ctx).userId : (before?.archived_by ?? null),
    archive_reason:
      isArchived === 0 ? null : optionalText('archive_reason', kept('archive_reason', null), 1000),
    is_private: toFlag(fields.is_private, before?.is_private ?? 0),
    default_billing_status: kept('default_billing_status', null),
    estimate_seconds: optionalSeconds('estimate_seconds', kept('estimate_seconds', null)),
    starts_on: startsOn,
    ends_on: endsOn,
    custom_fields: mergedCustomFields(before?.custom_fields ?? '{}', fields.custom_fields),
  }
}

/**
 * Deletes a project with its tasks, its approval policies and everything below it. No time is lost: the entries stay, without project, and one
 * that had no title gets the old chain as its title. Refused where any of them is locked.
 */
export async function deleteProject(ctx: Ctx, { id, version }: Target): Promise<void> {
  requireScope(ctx, 'write:projects')
  await transact(ctx, async (ctx) => {
    const project = await inTurn(ctx, (ctx) => requireProject(ctx, id))
    const { role, workspace } = await membershipIn(ctx, project.workspace_id)
    requireAllowed(canManage(role), 'Your role may not delete projects.')
    requireVersion(project, version)
    const subtree = await ctx.db.kysely
      .selectFrom('project')
      .selectAll()
      .where('workspace_id', '=', project.workspace_id)
      .where('path', 'like', `${project.path}%`)
      .where('deleted_at', 'is', null)
      .orderBy('path')
      .modifyEnd(ctx.db.engine.holdRows)
      .execute()
    const chains = new Map((await withChains(ctx, subtree)).map((each) => [each.id, each.title_chain]))
    const ids = subtree.map((each) => each.id)
    await releaseEntries(ctx, workspace, { column: 'project_id', ids, chains })
    await releaseUsage(ctx, project.workspace_id, ids)
    await deletePoliciesOf(ctx, project.workspace_id, ids)
    await deleteTasksOf(ctx, project.workspace_id, ids)
    await softDelete(ctx, 'project', ...subtree)
  })
}
