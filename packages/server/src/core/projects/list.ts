import { sql, type SqlBool } from 'kysely'
import { type Membership, membershipIn, membershipsOf, requireScope } from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { holds } from '../like.ts'
import type { ByChange, Sorted } from '../page.ts'
import { localDay } from '../rules/local-time.ts'
import { nameKey, searchWords } from '../rules/names.ts'
import type { ProjectPhase } from '../rules/project-phase.ts'
import { type Project, type ProjectRow, visibleProjects, withChains } from './read.ts'

/** Which projects are meant, without regard to the tree: each by itself, wherever it lies. */
export type FlatFilter = {
  workspaceId?: number
  isArchived?: boolean
  /** Archived, or set inactive. */
  isInactive?: boolean
  statuses?: readonly ProjectRow['status'][]
  /** Every word of it must occur in the title. */
  text?: string
  /** These words, just so, occur in the title. */
  phrase?: string
  /** The whole title, whatever its case. */
  title?: string
  ids?: readonly number[]
  /** From this id on. */
  fromId?: number
  /** For any of these clients; for none where the list holds null. */
  clientIds?: readonly (number | null)[]
  /** Having any of these people as members. */
  memberIds?: readonly number[]
  /** Open to everybody, or with me among the members. */
  isMine?: boolean
  defaultBillingStatuses?: readonly ProjectRow['default_billing_status'][]
  phases?: readonly ProjectPhase[]
  /** Made, changed or deleted at or after this instant: sync clients are told of what is gone. */
  changedSince?: number
  /** Made or changed at or after this instant. */
  updatedFrom?: number
}

export type FlatPage = Sorted<'title_key' | ByChange | 'id'> & { favouritesFirst?: boolean }

/** One numbered page of projects, for the wires that know no tree. */
export async function listProjectsByNumber(ctx: Ctx, filter: FlatFilter, page: FlatPage): Promise<Project[]> {
  requireScope(ctx, 'read:projects')
  const within =
    filter.workspaceId === undefined
      ? await membershipsOf(ctx)
      : [await membershipIn(ctx, filter.workspaceId)]
  const projects = matching(ctx, filter, within)
  const rows = await projects
    .$if(page.favouritesFirst === true, (query) => query.orderBy(isNoFavourite(ctx)))
    .orderBy(`project.${page.by}`, page.order)
    .orderBy('project.id', page.order)
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return withChains(ctx, rows)
}

/** How many projects a filter means. */
export async function countProjects(ctx: Ctx, filter: FlatFilter & { workspaceId: number }): Promise<number> {
  requireScope(ctx, 'read:projects')
  const { count } = await matching(ctx, filter, [await membershipIn(ctx, filter.workspaceId)])
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Whether a client's project has this title already, or any project this code: for wires that keep names apart. Who may
 * make a project learns as much by trying.
 */
export async function isProjectTaken(
  ctx: Ctx,
  workspaceId: number,
  wanted: { title: string; clientId: number } | { code: string },
): Promise<boolean> {
  const projects = visibleProjects(ctx, [await membershipIn(ctx, workspaceId)])
  const twin =
    'code' in wanted
      ? projects.where('project.code', '=', wanted.code)
      : projects
          .where('project.title_key', '=', nameKey(wanted.title.trim()))
          .where('project.client_id', '=', wanted.clientId)
  return (await twin.limit(1).executeTakeFirst()) !== undefined
}

/** How many projects each of these clients has that one may see, and how many of those are in use. */
export async function projectCountsOfClients(
  ctx: Ctx,
  clientIds: readonly number[],
): Promise<Map<number, { all: number; active: number }>> {
  if (clientIds.length === 0) return new Map()
  const rows = await matching(ctx, { clientIds }, await membershipsOf(ctx))
    .clearSelect()
    .select(({ fn }) => [
      'project.client_id',
      fn.countAll<number>().as('all'),
      sql<number>`sum(case when project.is_archived = 0 and project.status = 'active' then 1 else 0 end)`.as(
        'active',
      ),
    ])
    .groupBy('project.client_id')
    .execute()
  return new Map(rows.map(({ client_id, all, active }) => [client_id ?? 0, { all, active: Number(active) }]))
}

type Projects = ReturnType<typeof visibleProjects>

function matching(ctx: Ctx, filter: FlatFilter, within: readonly Membership[]): Projects {
  const { isArchived, text, title, ids, fromId, changedSince, defaultBillingStatuses: statuses } = filter
  let projects = visibleProjects(ctx, within, changedSince !== undefined)
  if (changedSince !== undefined) projects = projects.where('project.updated_at', '>=', changedSince)
  if (isArchived !== undefined) projects = projects.where('project.is_archived', '=', isArchived ? 1 : 0)
  if (filter.isInactive)
    projects = projects.where((eb) =>
      eb.or([eb('project.is_archived', '=', 1), eb('project.status', '=', 'inactive')]),
    )
  if (filter.statuses) projects = projects.where('project.status', 'in', [...filter.statuses])
  for (const word of searchWords(text ?? '')) projects = projects.where(holds('project.title_key', word))
  if (filter.phrase !== undefined)
    projects = projects.where(holds('project.title_key', nameKey(filter.phrase)))
  if (filter.updatedFrom !== undefined)
    projects = projects.where('project.updated_at', '>=', filter.updatedFrom)
  if (title !== undefined) projects = projects.where('project.title_key', '=', nameKey(title.trim()))
  if (ids) projects = projects.where('project.id', 'in', ids.length > 0 ? [...ids] : [0])
  if (fromId !== undefined) projects = projects.where('project.id', '>=', fromId)
  if (filter.clientIds) projects = projects.where(oneOf('project.client_id', filter.clientIds))
  if (statuses) projects = projects.where(oneOf('project.default_billing_status', statuses))
  if (filter.phases) projects = projects.where(inPhases(ctx, filter.phases, within))
  if (filter.memberIds) projects = projects.where(hasMember(filter.memberIds))
  if (filter.isMine) projects = projects.where(isOpenToMe(ctx))
  return projects
}

/** A condition on a column whose wanted values may include null. */
function oneOf(column: string, wanted: readonly (string | number | null)[]) {
  const values = wanted.filter((value) => value !== null)
  const either = [
    ...(values.length > 0 ? [sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`] : []),
    ...(wanted.includes(null) ? [sql<SqlBool>`${sql.ref(column)} is null`] : []),
  ]
  return either.length > 0 ? sql<SqlBool>`(${sql.join(either, sql` or `)})` : sql<SqlBool>`1 = 0`
}

function hasMember(userIds: readonly number[]) {
  if (userIds.length === 0) return sql<SqlBool>`1 = 0`
  return sql<SqlBool>`exists (select 1 from project_member where project_member.workspace_id = project.workspace_id
    and project_member.project_id = project.id and project_member.user_id in (${sql.join([...userIds])}))`
}

/** True for projects that are open to everybody, or have me among their members. */
export function isOpenToMe(ctx: Ctx) {
  return sql<SqlBool>`(project.is_private = 0 or ${hasMember([actingUser(ctx).userId])})`
}

function isNoFavourite(ctx: Ctx) {
  return sql`(case when exists (select 1 from project_favourite
    where project_favourite.workspace_id = project.workspace_id and project_favourite.project_id = project.id
      and project_favourite.user_id = ${actingUser(ctx).userId}) then 0 else 1 end)`
}

/** The phases of `phaseOf`, for the engine; each workspace has its own today. */
function inPhases(ctx: Ctx, phases: readonly ProjectPhase[], within: readonly Membership[]) {
  const either = within.flatMap(({ workspace }) => {
    const today = localDay(ctx.now, workspace.time_zone)
    const isUpcoming = sql<SqlBool>`(project.starts_on is not null and project.starts_on > ${today})`
    const isEnded = sql<SqlBool>`(project.ends_on is not null and project.ends_on < ${today})`
    const condition: Record<ProjectPhase, typeof isEnded> = {
      archived: sql`project.is_archived = 1`,
      upcoming: sql`project.is_archived = 0 and ${isUpcoming}`,
      ended: sql`project.is_archived = 0 and ${isEnded} and not ${isUpcoming}`,
      active: sql`project.is_archived = 0 and not ${isUpcoming} and not ${isEnded}`,
    }
    return phases.map(
      (phase) => sql<SqlBool>`(project.workspace_id = ${workspace.id} and ${condition[phase]})`,
    )
  })
  return either.length > 0 ? sql<SqlBool>`(${sql.join(either, sql` or `)})` : sql<SqlBool>`1 = 0`
}

/** How many projects in use each of these workspaces has that one may see. */
export async function projectCounts(ctx: Ctx, within: readonly Membership[]): Promise<Map<number, number>> {
  const rows = await matching(ctx, { isArchived: false }, within)
    .clearSelect()
    .select(({ fn }) => ['project.workspace_id', fn.countAll<number>().as('count')])
    .groupBy('project.workspace_id')
    .execute()
  return new Map(rows.map((row) => [row.workspace_id, row.count]))
}
