import { type ExpressionBuilder, type ExpressionWrapper, sql, type SqlBool } from 'kysely'
import type { Database } from '../../db/engine.ts'
import type { Row, Schema } from '../../db/schema.ts'
import {
  isWorkspaceAdmin,
  type Membership,
  membershipIn,
  membershipsOf,
  requireScope,
  workspaceIds,
} from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { notFound } from '../errors.ts'
import { holds } from '../like.ts'
import { beyond, type Page, type PageOf, pageOf } from '../page.ts'
import { inFewTexts, prepared } from '../prepared.ts'
import { groupBy } from '../rules/group-by.ts'
import { searchWords } from '../rules/names.ts'
import { idsOfPath } from '../rules/project-path.ts'

export type ProjectRow = Row<'project'>

/** A project with its titles from the root, and whether an archived ancestor hides it. */
export type Project = ProjectRow & { title_chain: string[]; is_hidden: boolean }

/**
 * True for the projects one may see: not deleted, and neither they nor an ancestor private to others. Owners and admins
 * see all; anybody else needs to be a member of every private project on the way down.
 */
export function whereProjectVisible(ctx: Ctx, memberships: readonly Membership[], withDeleted = false) {
  const { userId } = actingUser(ctx)
  const administered = memberships.filter(({ role }) => isWorkspaceAdmin(role))
  return (
    eb: ExpressionBuilder<Schema & { project: Schema['project'] }, 'project'>,
  ): ExpressionWrapper<Schema, 'project', SqlBool> =>
    eb.or([
      eb('project.workspace_id', 'in', workspaceIds(administered)),
      eb.not(
        eb.exists(
          eb
            .selectFrom('project as closed')
            .select('closed.id')
            .whereRef('closed.workspace_id', '=', 'project.workspace_id')
            .where('closed.is_private', '=', 1)
            // What is deleted stays as private as it was.
            .$if(!withDeleted, (closed) => closed.where('closed.deleted_at', 'is', null))
            .where(sql<SqlBool>`project.path like closed.path || '%'`)
            .where((inner) =>
              inner.not(
                inner.exists(
                  inner
                    .selectFrom('project_member')
                    .select('project_member.user_id')
                    .whereRef('project_member.workspace_id', '=', 'closed.workspace_id')
                    .whereRef('project_member.project_id', '=', 'closed.id')
                    .where('project_member.user_id', '=', userId),
                ),
              ),
            ),
        ),
      ),
    ])
}

export function visibleProjects(ctx: Ctx, memberships: readonly Membership[], withDeleted = false) {
  const projects = ctx.db.kysely
    .selectFrom('project')
    .selectAll('project')
    .where('project.workspace_id', 'in', workspaceIds(memberships))
    .where(whereProjectVisible(ctx, memberships, withDeleted))
  return withDeleted ? projects : projects.where('project.deleted_at', 'is', null)
}

export type ProjectFilter = {
  workspaceId?: number
  /** Every word of it must occur in the title. */
  text?: string
  includeHidden?: boolean
  clientId?: number
  /** The children of this project; null for the roots. */
  parentId?: number | null
}

async function matchingProjects(ctx: Ctx, filter: ProjectFilter) {
  const memberships = await membershipsIn(ctx, filter.workspaceId)
  const { clientId, parentId } = filter
  let query = visibleProjects(ctx, memberships)
  for (const word of searchWords(filter.text ?? '')) query = query.where(holds('project.title_key', word))
  if (clientId !== undefined) query = query.where('project.client_id', '=', clientId)
  if (parentId !== undefined)
    query = query.where('project.parent_id', parentId === null ? 'is' : '=', parentId)
  return filter.includeHidden ? query : query.where(isInUse)
}

/** True for the projects that neither are archived nor lie below one that is. */
export const isInUse = sql<SqlBool>`not exists (select 1 from project as shut
  where shut.workspace_id = project.workspace_id and shut.is_archived = 1 and shut.deleted_at is null
    and project.path like shut.path || '%')`

async function membershipsIn(ctx: Ctx, workspaceId: number | undefined): Promise<Membership[]> {
  return workspaceId === undefined ? membershipsOf(ctx) : [await membershipIn(ctx, workspaceId)]
}

/** The projects of one's workspaces, one page at a time, by title. Archived ones and what lies below them on request. */
export async function listProjects(ctx: Ctx, filter: ProjectFilter, page: Page): Promise<PageOf<Project>> {
  requireScope(ctx, 'read:projects')
  const projects = await matchingProjects(ctx, filter)
  const { rows, next } = await pageOf(
    page,
    (after, limit) =>
      projects
        .where(beyond(after, ['project.title_key', 'project.id']))
        .orderBy('project.title_key')
        .orderBy('project.id')
        .limit(limit)
        .execute(),
    (project) => [project.title_key, project.id],
  )
  return { rows: await withChains(ctx, rows), next }
}

/** Every project one may see in a workspace, in the order of the tree: parents first, siblings by place then title. */
export async function projectTree(
  ctx: Ctx,
  filter: ProjectFilter & { workspaceId: number },
): Promise<Project[]> {
  requireScope(ctx, 'read:projects')
  const rows = await (await matchingProjects(ctx, filter)).execute()
  return inTreeOrder(await withChains(ctx, rows))
}

function inTreeOrder(projects: Project[]): Project[] {
  const place = new Map(projects.map((project) => [project.id, project]))
  const keyOf = (project: Project) =>
    idsOfPath(project.path).map((id) => place.get(id) ?? { id, position: 0, title_key: '' })
  const keyed = projects.map((project) => ({ project, key: keyOf(project) }))
  keyed.sort((a, b) => {
    for (let level = 0; level < Math.min(a.key.length, b.key.length); level++) {
      const [x, y] = [a.key[level], b.key[level]]
      if (!x || !y || x.id === y.id) continue
      return (
        x.position - y.position ||
        (x.title_key < y.title_key ? -1 : x.title_key > y.title_key ? 1 : x.id - y.id)
      )
    }
    return a.key.length - b.key.length
  })
  return keyed.map(({ project }) => project)
}

/** Adds title chains and effective archiving, with one query for the ancestors that are not among the rows. */
export async function withChains(ctx: Ctx, rows: ProjectRow[]): Promise<Project[]> {
  const known = new Map(rows.map((row) => [row.id, row as Pick<ProjectRow, 'id' | 'title' | 'is_archived'>]))
  const missing = new Set(rows.flatMap((row) => idsOfPath(row.path)).filter((id) => !known.has(id)))
  if (missing.size > 0) {
    const ancestors = await ctx.db.kysely
      .selectFrom('project')
      .select(['id', 'title', 'is_archived'])
      .where('workspace_id', 'in', [...new Set(rows.map((row) => row.workspace_id))])
      .where('id', 'in', [...missing])
      .execute()
    for (const ancestor of ancestors) known.set(ancestor.id, ancestor)
  }
  return rows.map((row) => withChain(row, chainOf(row, known)))
}

/** What is known of the way down to a project, from its root to itself. */
function chainOf<T>({ path }: ProjectRow, known: ReadonlyMap<number, T>): T[] {
  return idsOfPath(path).flatMap((id) => known.get(id) ?? [])
}

function withChain(row: ProjectRow, chain: readonly Pick<ProjectRow, 'title' | 'is_archived'>[]): Project {
  return {
    ...row,
    title_chain: chain.map((each) => each.title),
    is_hidden: chain.some((each) => each.is_archived === 1),
  }
}

export async function getProject(ctx: Ctx, id: number): Promise<Project> {
  requireScope(ctx, 'read:projects')
  return requireProject(ctx, id)
}

/** A project one may see, for verbs that book something on it. */
export async function requireProject(ctx: Ctx, id: number): Promise<Project> {
  const project = await findProject(ctx, id)
  if (!project) throw notFound('project')
  return project
}

/** The same, for what may only be about a project of its own workspace. */
export async function requireProjectIn(ctx: Ctx, workspaceId: number, id: number): Promise<Project> {
  const project = await requireProject(ctx, id)
  if (project.workspace_id !== workspaceId) throw notFound('project')
  return project
}

/** A project one may see, or nothing. */
export async function findProject(ctx: Ctx, id: number): Promise<Project | undefined> {
  return (await projectsById(ctx, [id])).get(id)
}

const liveRows = prepared(liveProjects)
const keptRows = prepared((db, workspaces: number[], ids: number[]) =>
  liveProjects(db, workspaces, ids).modifyEnd(db.engine.keepRows),
)

function liveProjects({ kysely }: Database, workspaces: number[], ids: number[]) {
  return kysely
    .selectFrom('project')
    .selectAll()
    .where('workspace_id', 'in', workspaces)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
}

/** Those of these projects that one may see, for wires that embed them in other things. */
export async function projectsById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Project>> {
  if (ids.length === 0) return new Map()
  const memberships = await membershipsOf(ctx)
  const find = ctx.db.kysely.isTransaction && !ctx.isReading ? keptRows : liveRows
  const rows = await find(ctx, inFewTexts(workspaceIds(memberships)), inFewTexts([...new Set(ids)]))
  const administered = new Set(workspaceIds(memberships.filter(({ role }) => isWorkspaceAdmin(role))))
  const links = await linksOf(ctx, rows)
  const isOpen = (row: ProjectRow) =>
    administered.has(row.workspace_id) || !chainOf(row, links).some(({ is_closed }) => is_closed === 1)
  return new Map(rows.filter(isOpen).map((row) => [row.id, withChain(row, chainOf(row, links))]))
}

type Link = Pick<ProjectRow, 'id' | 'title' | 'is_archived'> & { is_closed: 0 | 1 }

/**
 * What lies on the way down to these projects, themselves included: by their paths, which takes less than to compare
 * these with those of everything that is private, as a list has to.
 */
async function linksOf(ctx: Ctx, rows: readonly ProjectRow[]): Promise<Map<number, Link>> {
  if (rows.length === 0) return new Map()
  const links = await linkRows(
    ctx,
    actingUser(ctx).userId,
    inFewTexts([...new Set(rows.map((row) => row.workspace_id))]),
    inFewTexts([...new Set(rows.flatMap((row) => idsOfPath(row.path)))]),
  )
  return new Map(links.map((link) => [link.id, link]))
}

const linkRows = prepared(({ kysely }, ...[userId, workspaces, ids]: [number, number[], number[]]) =>
  kysely
    .selectFrom('project')
    .leftJoin('project_member', (join) =>
      join
        .onRef('project_member.workspace_id', '=', 'project.workspace_id')
        .onRef('project_member.project_id', '=', 'project.id')
        .on('project_member.user_id', '=', userId),
    )
    .where('project.workspace_id', 'in', workspaces)
    .where('project.id', 'in', ids)
    .select(['project.id', 'project.title', 'project.is_archived'])
    .select(
      sql<0 | 1>`case when project.is_private = 1 and project.deleted_at is null
        and project_member.user_id is null then 1 else 0 end`.as('is_closed'),
    ),
)

/** These projects and everything below them. */
export async function subtreeIds(ctx: Ctx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const roots = await projectsById(ctx, ids)
  if (roots.size === 0) return []
  const rows = await ctx.db.kysely
    // Down the tree by its index: comparing paths with those of 400 projects is 400 times every project.
    .withRecursive('below(workspace_id, id)', (db) =>
      db
        .selectFrom('project')
        .where('workspace_id', 'in', [...new Set([...roots.values()].map((root) => root.workspace_id))])
        .where('id', 'in', [...roots.keys()])
        .select(['workspace_id', 'id'])
        .union((eb) =>
          eb
            .selectFrom('below')
            .innerJoin('project as child', (join) =>
              join
                .onRef('child.workspace_id', '=', 'below.workspace_id')
                .onRef('child.parent_id', '=', 'below.id')
                .on('child.deleted_at', 'is', null),
            )
            .select(['child.workspace_id', 'child.id']),
        ),
    )
    .selectFrom('below')
    .select('below.id')
    .execute()
  return rows.map((row) => row.id)
}

/** The children of these projects that one may see, in their order. */
export async function childIds(
  ctx: Ctx,
  parents: readonly Pick<Project, 'id'>[],
): Promise<Map<number, number[]>> {
  if (parents.length === 0) return new Map()
  const rows = await visibleProjects(ctx, await membershipsOf(ctx))
    .where(
      'project.parent_id',
      'in',
      parents.map((parent) => parent.id),
    )
    .orderBy('project.position')
    .orderBy('project.title_key')
    .orderBy('project.id')
    .execute()
  const byParent = groupBy(rows, (row) => row.parent_id ?? 0)
  return new Map([...byParent].map(([id, children]) => [id, children.map((child) => child.id)]))
}
