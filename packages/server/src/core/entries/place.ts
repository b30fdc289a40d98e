import { type Membership, membershipsOf } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import { findProject, type Project, requireProject } from '../projects/read.ts'
import { requireClientOf } from '../clients.ts'
import { requireTags, tagIdsByName } from '../tags.ts'
import { requireTask } from '../tasks.ts'
import { getMe } from '../me.ts'
import { nameKey } from '../rules/names.ts'
import type { Entry } from './entry.ts'

/** Where an entry is to be booked; what is left out stays as it is. */
export type PlaceFields = {
  /** `personal` is the owner's own workspace, where the owner is the one who acts; otherwise it stays. */
  workspace_id?: number | 'personal' | null
  project_id?: number | null
  task_id?: number | null
  client_id?: number | null
}

export type Place = {
  membership: Membership
  project: Project | null
  task_id: number | null
  client_id: number | null
}

/**
 * Finds where an entry belongs: in its project's workspace; without a project where it was, or where the caller says.
 * A task brings its project along; a client stands only where there is no project.
 */
export async function findPlace(ctx: Ctx, fields: PlaceFields, before: Entry | undefined): Promise<Place> {
  const memberships = await membershipsOf(ctx)
  const task = fields.task_id ? await requireTask(ctx, fields.task_id) : undefined
  const keptProjectId = before?.project_id ?? null
  const projectId = fields.project_id === undefined ? (task?.project_id ?? keptProjectId) : fields.project_id
  if (task && task.project_id !== projectId) throw invalid('task_id', 'The task belongs to another project.')
  const isKept = projectId === keptProjectId
  const project = await projectFor(ctx, projectId, isKept)

  const asked = askedWorkspace(ctx, fields, { memberships, before, projectId })
  const workspaceId = await workspaceFor(ctx, asked, { project, before, projectId })
  const membership = memberships.find((each) => each.workspace_id === workspaceId)
  if (!membership) throw notFound('workspace')
  const isMoving = before !== undefined && before.workspace_id !== workspaceId

  const keptTaskId = isKept && !isMoving ? (before?.task_id ?? null) : null
  const taskId = fields.task_id === undefined ? keptTaskId : fields.task_id
  return {
    membership,
    project,
    task_id: taskId,
    client_id: await clientFor(ctx, fields, { before, projectId, workspaceId, isMoving }),
  }
}

/** An entry may stay on a project that has since become private to others. */
async function projectFor(ctx: Ctx, id: number | null, isKept: boolean): Promise<Project | null> {
  if (id === null) return null
  return isKept ? ((await findProject(ctx, id)) ?? null) : requireProject(ctx, id)
}

type Found = { memberships: Membership[]; before: Entry | undefined; projectId: number | null }

function askedWorkspace(
  ctx: Ctx,
  fields: PlaceFields,
  { memberships, before, projectId }: Found,
): number | null {
  if (fields.workspace_id !== 'personal') return fields.workspace_id ?? null
  const isStaying =
    before !== undefined && (fields.project_id === undefined || before.user_id !== actingUser(ctx).userId)
  if (projectId !== null || isStaying) return null
  return memberships.find(({ workspace }) => workspace.personal_user_id !== null)?.workspace_id ?? null
}

async function workspaceFor(
  ctx: Ctx,
  asked: number | null,
  found: { project: Project | null; before: Entry | undefined; projectId: number | null },
): Promise<number> {
  const { project, before, projectId } = found
  if (projectId !== null) {
    const workspaceId = project?.workspace_id ?? before?.workspace_id ?? 0
    if (asked !== null && asked !== workspaceId)
      throw invalid('workspace_id', 'The project is in another workspace.')
    return workspaceId
  }
  if (asked !== null) return asked
  if (before) return before.workspace_id
  return defaultWorkspaceId(ctx)
}

/** Where a new entry without a project goes: the workspace the key is bound to, or one's default. */
async function defaultWorkspaceId(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind === 'user' && ctx.actor.workspaceId !== null) return ctx.actor.workspaceId
  const me = await getMe(ctx)
  return me.default_workspace_id ?? 0
}

async function clientFor(
  ctx: Ctx,
  fields: PlaceFields,
  found: { before: Entry | undefined; projectId: number | null; workspaceId: number; isMoving: boolean },
): Promise<number | null> {
  if (found.projectId !== null) {
    if (fields.client_id) throw invalid('client_id', 'An entry with a project has the client of its project.')
    return null
  }
  if (fields.client_id === undefined) return found.isMoving ? null : (found.before?.client_id ?? null)
  if (fields.client_id !== null) await requireClientOf(ctx, found.workspaceId, fields.client_id)
  return fields.client_id
}

export type TagChange = 'set' | 'add' | 'remove'

type WantedTags = {
  tag_ids?: readonly number[]
  tags?: readonly string[]
  tag_change?: TagChange
  before?: Entry
}

/** The tags an entry is to have in `workspaceId`; one that moves there keeps its tags by name. */
export async function findTags(ctx: Ctx, workspaceId: number, wanted: WantedTags): Promise<number[]> {
  const { tag_ids: ids, tags: names, tag_change: change = 'set', before } = wanted
  if (ids === undefined && names === undefined) return before ? keptTags(ctx, workspaceId, before) : []
  if (change === 'remove') {
    const gone = new Set((names ?? []).map(nameKey))
    const isGone = (tag: { id: number; name: string }) => ids?.includes(tag.id) || gone.has(nameKey(tag.name))
    const tags = (before?.tags ?? []).filter((tag) => !isGone(tag))
    return before ? keptTags(ctx, workspaceId, { ...before, tags }) : []
  }
  await requireTags(ctx, workspaceId, ids ?? [])
  const kept = change === 'add' && before ? await keptTags(ctx, workspaceId, before) : []
  return [...new Set([...kept, ...(ids ?? []), ...(await tagIdsByName(ctx, workspaceId, names ?? []))])]
}

async function keptTags(
  ctx: Ctx,
  workspaceId: number,
  { workspace_id: current, tags }: Pick<Entry, 'workspace_id' | 'tags'>,
): Promise<number[]> {
  if (current === workspaceId) return tags.map((tag) => tag.id)
  return tagIdsByName(
    ctx,
    workspaceId,
    tags.map((tag) => tag.name),
  )
}
