import type { FastifyInstance } from 'fastify'
import type { Membership } from '../../../core/access.ts'
import type { Ctx } from '../../../core/context.ts'
import type { Entry } from '../../../core/entries/entry.ts'
import { listEntries } from '../../../core/entries/read.ts'
import type { Line } from '../../../core/reports/lines.ts'
import type { Grouping, Question } from '../../../core/reports/question.ts'
import type { House } from '../../../http/house.ts'
import { workspaceAt } from '../access.ts'
import { listedTime, unixSeconds } from '../values.ts'
import { type Input, queryOf } from '../wire.ts'
import { sinceOf } from './lists.ts'
import { membersOf, nameOf } from './members.ts'

type InWorkspace = { Params: { workspace_id: string } }

const WEEK_MS = 7 * 24 * 3600 * 1000
const LATEST = 20
const TOP = 5

/** What is going on in a workspace: of everybody for those who manage it, of oneself for anybody else. */
export function dashboardRoutes(app: FastifyInstance, house: House): void {
  app.get<InWorkspace>(
    '/workspaces/:workspace_id/dashboard/all_activity',
    { schema: { summary: 'List the latest time entries of a workspace' } },
    async (request) => {
      const { workspace_id: workspaceId } = await workspaceAt(request)
      return latestActivity(request.ctx, workspaceId, fromOf(request.ctx, queryOf(request)))
    },
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/dashboard/top_activity',
    { schema: { summary: 'List what took the most time in a workspace' } },
    async (request) => {
      const lines = await longest(house, request.ctx, {
        membership: await workspaceAt(request),
        from: fromOf(request.ctx, queryOf(request)),
        groupBy: ['user', 'project', 'title'],
      })
      return lines.map(({ keys: [user, project, title], sum }) => ({
        user_id: Number(user),
        project_id: project === null ? null : Number(project),
        duration: sum.seconds,
        description: title,
        stop: null,
        tid: null,
      }))
    },
  )

  app.get<InWorkspace>(
    '/workspaces/:workspace_id/dashboard/most_active',
    { schema: { summary: 'List who has worked most in a workspace' } },
    async (request) => {
      const membership = await workspaceAt(request)
      return mostActive(house, request.ctx, { membership, from: fromOf(request.ctx, queryOf(request)) })
    },
  )
}

function fromOf(ctx: Ctx, query: Input): number {
  return sinceOf(query) ?? ctx.now - WEEK_MS
}

export async function latestActivity(ctx: Ctx, workspaceId: number, from: number) {
  const filter = { whose: 'everyone', workspaceId, startedFrom: from } as const
  const { rows } = await listEntries(ctx, filter, { limit: LATEST, cursor: null })
  return rows.map(toActivity)
}

/** One entry; the duration of a running one is the negative of its start, as in the lists of entries. */
function toActivity(entry: Entry) {
  const start = unixSeconds(entry.started_at)
  const end = entry.ended_at
  return {
    user_id: entry.user_id,
    project_id: entry.project_id,
    duration: end === null ? -start : unixSeconds(end) - start - entry.break_seconds,
    description: entry.title,
    stop: end === null ? null : listedTime(end),
    tid: entry.task_id,
  }
}

type Asked = { membership: Membership; from: number }

export async function mostActive(house: House, ctx: Ctx, { membership, from }: Asked) {
  const lines = await longest(house, ctx, { membership, from, groupBy: ['user'] })
  const members = new Map((await membersOf(ctx, membership)).map((member) => [member.user_id, member]))
  return lines.flatMap(({ keys: [user], sum }) => {
    const member = members.get(Number(user))
    if (!member) return []
    const { user_id, email } = member
    return [{ user_id, fullname: nameOf(member), email, avatar_file_name: null, duration: sum.seconds }]
  })
}

async function longest(
  { reading }: House,
  ctx: Ctx,
  { membership, from, groupBy }: Asked & { groupBy: readonly Grouping[] },
): Promise<Line[]> {
  const { workspace } = membership
  const question: Question = {
    filter: { whose: 'everyone', workspaceId: workspace.id },
    from,
    to: null,
    zone: workspace.time_zone,
    weekStart: workspace.week_start,
    groupBy,
    attribution: 'start',
    rounding: { mode: 'none', minutes: 1, per: 'entry' },
    shows: 'time',
    sort: null,
    limit: TOP,
  }
  const { lines } = await reading.ask(ctx, 'reportLines', question)
  return lines.toSorted((a, b) => b.sum.seconds - a.sum.seconds).slice(0, TOP)
}
