import {
  canManage,
  type Membership,
  membershipIn,
  membershipsOf,
  requireScope,
  workspaceIds,
} from '../access.ts'
import { actingUser, type Ctx } from '../context.ts'
import { closedProjects, type Whose } from '../entries/entry.ts'
import { subtreeIds } from '../projects/read.ts'
import { dayFinder } from '../rules/day-finder.ts'
import { endOfDay, startOfDay } from '../rules/local-time.ts'
import { type Counted, countUsage, MOST_SAMPLES_COUNTED, refuseTooManySamples, tooManyRows } from './count.ts'

/** Which app usage a report asks for. */
export type UsageRowsQuestion = {
  whose: Whose
  workspaceId?: number
  /** What started at or after this instant, */
  from: number
  /** and before this one. */
  to: number
  /** On any of these projects, or on none where the list holds null. */
  projectIds?: readonly (number | null)[]
  /** Also on the projects below those. */
  withChildren?: boolean
  /** Time inside the person's own entries is theirs and is not told a second time. */
  withoutEntries: true
  /** In which days colleagues' totals are made; UTC unless it is given. */
  zone?: string
}

/**
 * Time at a device. One's own is a stretch as it was. A colleague's is what a project got of one day: the bounds are
 * those of the day, and nobody learns what it was, or when.
 */
export type UsageRow = {
  user_id: number
  project_id: number | null
  application: string | null
  title: string | null
  started_at: number
  ended_at: number
  seconds: number
}

/** The latest sample there can be starts a day ahead of us. */
const AHEAD_MS = 2 * 24 * 3600 * 1000

/**
 * App usage for reports. One's own in full; that of others only where one manages the workspace of the project it is
 * on and may see that project, and only as totals by project and day.
 */
export async function usageRows(ctx: Ctx, question: UsageRowsQuestion): Promise<UsageRow[]> {
  requireScope(ctx, 'read:app_usage')
  const { workspaceId, whose } = question
  const within = workspaceId === undefined ? await membershipsOf(ctx) : [await membershipIn(ctx, workspaceId)]
  const from = Math.max(0, question.from)
  const to = Math.min(question.to, ctx.now + AHEAD_MS)
  if (to <= from) return []
  const range = { from, to, wanted: await wantedProjects(ctx, question) }
  const { userId } = actingUser(ctx)
  const isMineAsked = whose === 'mine' || whose === 'everyone' || whose.includes(userId)
  const own = isMineAsked ? await ownRows(ctx, within, range) : []
  const others = whose === 'mine' ? [] : await rowsOfOthers(ctx, within, { ...range, ...question, from, to })
  if (own.length + others.length > MOST_SAMPLES_COUNTED) throw tooManyRows()
  return own.concat(others)
}

type Wanted = (projectId: number | null) => boolean

async function wantedProjects(ctx: Ctx, { projectIds, withChildren }: UsageRowsQuestion): Promise<Wanted> {
  if (projectIds === undefined) return () => true
  const named = projectIds.filter((id) => id !== null)
  const ids = new Set<number | null>(withChildren ? await subtreeIds(ctx, named) : named)
  if (projectIds.includes(null)) ids.add(null)
  return (projectId) => ids.has(projectId)
}

type Asked = { from: number; to: number; wanted: Wanted }

async function ownRows(ctx: Ctx, within: readonly Membership[], asked: Asked): Promise<UsageRow[]> {
  const { userId } = actingUser(ctx)
  await refuseTooManySamples(ctx, { userIds: [userId], ...asked })
  const mine = within.map((membership) => membership.workspace_id)
  // What is on no project belongs where one's entries without a project do.
  const hasHome = within.some(({ workspace }) => workspace.personal_user_id === userId)
  const rows: UsageRow[] = []
  for await (const stretches of countUsage(ctx, { ...asked, userId, withoutEntries: true })) {
    for (const stretch of stretches) {
      const isWithin = stretch.workspace_id === null ? hasHome : mine.includes(stretch.workspace_id)
      if (isWithin && asked.wanted(stretch.project_id)) rows.push(toOwnRow(userId, stretch))
    }
    if (rows.length > MOST_SAMPLES_COUNTED) throw tooManyRows()
  }
  return rows
}

function toOwnRow(userId: number, stretch: Counted): UsageRow {
  const { sample, application, project_id, started_at, ended_at } = stretch
  const seconds = (ended_at - started_at) / 1000
  return { user_id: userId, project_id, application, title: sample.title, started_at, ended_at, seconds }
}

async function rowsOfOthers(
  ctx: Ctx,
  within: readonly Membership[],
  asked: Asked & UsageRowsQuestion,
): Promise<UsageRow[]> {
  const managed = within.filter(({ role }) => canManage(role))
  const closed = ((await closedProjects(ctx, managed)?.execute()) ?? []).map(({ id }) => id)
  const userIds = await usersOn(ctx, managed, { ...asked, closed })
  await refuseTooManySamples(ctx, { userIds, ...asked })
  const isOpen = openTo(managed, closed)
  const rows: UsageRow[] = []
  for (const userId of userIds) rows.push(...(await projectTotals(ctx, userId, { ...asked, isOpen })))
  return rows
}

/** The colleagues who were at something in these workspaces, on projects that are not closed to one. */
async function usersOn(
  ctx: Ctx,
  managed: readonly Membership[],
  { whose, from, to, closed }: Pick<UsageRowsQuestion, 'whose' | 'from' | 'to'> & { closed: number[] },
): Promise<number[]> {
  const named = typeof whose === 'string' ? undefined : [0, ...whose]
  const users = await ctx.db.kysely
    .selectFrom('app_usage')
    .select('user_id')
    .distinct()
    .where('workspace_id', 'in', workspaceIds(managed))
    .where('project_id', 'is not', null)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('user_id', '!=', actingUser(ctx).userId)
    .$if(closed.length > 0, (query) => query.where('project_id', 'not in', closed))
    .$if(named !== undefined, (query) => query.where('user_id', 'in', named ?? [0]))
    .orderBy('user_id')
    .execute()
  return users.map((user) => user.user_id)
}

type Open = (place: { workspace_id: number | null; project_id: number | null }) => boolean

function openTo(managed: readonly Membership[], closed: readonly number[]): Open {
  const workspaces = new Set(managed.map((membership) => membership.workspace_id))
  const shut = new Set(closed)
  return ({ workspace_id, project_id }) =>
    workspace_id !== null && project_id !== null && workspaces.has(workspace_id) && !shut.has(project_id)
}

async function projectTotals(
  ctx: Ctx,
  userId: number,
  { from, to, wanted, isOpen, zone = 'UTC' }: Asked & { isOpen: Open; zone?: string },
): Promise<UsageRow[]> {
  const dayOf = dayFinder(zone, from, to)
  const totals = new Map<string, UsageRow>()
  for await (const stretches of countUsage(ctx, { userId, from, to, withoutEntries: true })) {
    for (const stretch of stretches) {
      if (!isOpen(stretch) || !wanted(stretch.project_id)) continue
      const day = dayOf(stretch.sample.started_at)
      const key = `${day} ${stretch.project_id}`
      const total = totals.get(key) ?? emptyTotal({ userId, from, to, zone, day, stretch })
      total.seconds += (stretch.ended_at - stretch.started_at) / 1000
      totals.set(key, total)
    }
  }
  return [...totals.values()]
}

type NewTotal = { userId: number; from: number; to: number; zone: string; day: string; stretch: Counted }

function emptyTotal({ userId, from, to, zone, day, stretch }: NewTotal): UsageRow {
  return {
    user_id: userId,
    project_id: stretch.project_id,
    application: null,
    title: null,
    started_at: Math.max(from, startOfDay(day, zone)),
    ended_at: Math.min(to, endOfDay(day, zone)),
    seconds: 0,
  }
}
